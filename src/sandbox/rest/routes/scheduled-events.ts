import { Limit } from '../../rules/limits.ts';
import { checkScheduledEvent, type ScheduledEventBody } from '../../rules/scheduled-events.ts';
import type { Guild, ScheduledEvent } from '../../world/model.ts';
import { scheduledEventPayload } from '../../world/payloads.ts';
import { guildPermissions, Permission } from '../../world/permissions.ts';
import type { World } from '../../world/world.ts';
import { knownGuild, requireAnyInGuild } from '../access.ts';
import { invalidForm, refusal } from '../refusal.ts';
import { type ApiRequest, noContent, ok, type Route, route } from '../route.ts';

const EVENTS = '/guilds/:guild/scheduled-events';
const SCHEDULED = 1;
const ACTIVE = 2;

/** A server's scheduled events, external ones as a bot makes them. */
export const scheduledEventRoutes: readonly Route[] = [
  route(`GET ${EVENTS}`, ({ world, params }) =>
    ok([...knownGuild(world, params['guild']).scheduledEvents.values()].map(scheduledEventPayload)),
  ),
  route<ScheduledEventBody>(
    `POST ${EVENTS}`,
    ({ world, params, body }) => {
      const guild = knownGuild(world, params['guild']);
      requireAnyInGuild(world, guild, Permission.createEvents | Permission.manageEvents);
      const open = [...guild.scheduledEvents.values()].filter((event) => event.status <= ACTIVE);
      if (open.length >= Limit.scheduledEvents) throw refusal('tooManyScheduledEvents');
      if (Date.parse(body.scheduled_start_time ?? '') <= world.clock.now()) throw startsInThePast();
      const event: ScheduledEvent = {
        id: world.nextId(),
        guildId: guild.id,
        creatorId: world.bot.id,
        name: body.name ?? '',
        description: body.description ?? null,
        channelId: body.channel_id ?? null,
        startsAt: body.scheduled_start_time ?? '',
        endsAt: body.scheduled_end_time ?? null,
        entityType: body.entity_type ?? 0,
        location: body.entity_metadata?.location ?? null,
        status: SCHEDULED,
      };
      guild.scheduledEvents.set(event.id, event);
      world.events.emit('scheduledEvent', { change: 'created', event });
      return ok(scheduledEventPayload(event));
    },
    { check: (body) => checkScheduledEvent(body, 'create') },
  ),
  route(`GET ${EVENTS}/:event`, (request) => ok(scheduledEventPayload(knownEvent(request).event))),
  route<ScheduledEventBody>(
    `PATCH ${EVENTS}/:event`,
    (request) => {
      const { world, body } = request;
      const { guild, event } = knownEvent(request);
      requireHolding(world, guild, event);
      const changed: ScheduledEvent = {
        ...event,
        name: body.name ?? event.name,
        description: body.description === undefined ? event.description : body.description,
        startsAt: body.scheduled_start_time ?? event.startsAt,
        endsAt: body.scheduled_end_time === undefined ? event.endsAt : body.scheduled_end_time,
        location: body.entity_metadata?.location ?? event.location,
        status: body.status ?? event.status,
      };
      guild.scheduledEvents.set(event.id, changed);
      world.events.emit('scheduledEvent', { change: 'edited', event: changed });
      return ok(scheduledEventPayload(changed));
    },
    { check: (body) => checkScheduledEvent(body, 'patch') },
  ),
  route(`DELETE ${EVENTS}/:event`, (request) => {
    const { guild, event } = knownEvent(request);
    requireHolding(request.world, guild, event);
    guild.scheduledEvents.delete(event.id);
    request.world.events.emit('scheduledEvent', { change: 'deleted', event });
    return noContent;
  }),
];

function knownEvent({ world, params }: ApiRequest<unknown>): { guild: Guild; event: ScheduledEvent } {
  const guild = knownGuild(world, params['guild']);
  const event = guild.scheduledEvents.get(params['event'] ?? '');
  if (!event) throw refusal('unknownScheduledEvent');
  return { guild, event };
}

/** One's own events need Create Events, those of others Manage Events. */
function requireHolding(world: World, guild: Guild, event: ScheduledEvent): void {
  const own = event.creatorId === world.bot.id;
  const permissions = guildPermissions(guild, world.bot.id);
  const enough = Permission.manageEvents | (own ? Permission.createEvents : 0n);
  if (!(permissions & enough)) throw refusal('missingPermissions');
}

function startsInThePast() {
  return invalidForm([
    {
      path: ['scheduled_start_time'],
      code: 'GUILD_SCHEDULED_EVENT_SCHEDULE_PAST',
      message: 'Cannot schedule event in the past.',
    },
  ]);
}

import { guildPayload } from '../../world/guild-payloads.ts';
import { channelPayload, memberPayload, rolePayload } from '../../world/payloads.ts';
import { channelsOf } from '../../world/world.ts';
import { knownGuild } from '../access.ts';
import { refusal } from '../refusal.ts';
import { ok, type Route, route } from '../route.ts';

/** Servers with their channels, roles and members, for reading. */
export const guildRoutes: readonly Route[] = [
  route('GET /guilds/:guild', ({ world, params, query }) => {
    const guild = knownGuild(world, params['guild']);
    const counts = { approximate_member_count: guild.members.size, approximate_presence_count: 1 };
    return ok({ ...guildPayload(guild), ...(query.get('with_counts') === 'true' ? counts : {}) });
  }),
  route('GET /guilds/:guild/channels', ({ world, params }) =>
    ok(
      channelsOf(world, knownGuild(world, params['guild'])).map((channel) => channelPayload(world, channel)),
    ),
  ),
  route('GET /guilds/:guild/roles', ({ world, params }) =>
    ok([...knownGuild(world, params['guild']).roles.values()].map(rolePayload)),
  ),
  route('GET /guilds/:guild/roles/:role', ({ world, params }) => {
    const role = knownGuild(world, params['guild']).roles.get(params['role'] ?? '');
    if (!role) throw refusal('unknownRole');
    return ok(rolePayload(role));
  }),
  route('GET /guilds/:guild/members', ({ world, params, query, settings }) => {
    // Listing members needs the privileged intent (docs: resources/guild#list-guild-members).
    const guild = knownGuild(world, params['guild']);
    if (!settings.guildMembersIntent) throw refusal('missingAccess');
    const members = [...guild.members.values()].slice(0, Number(query.get('limit') ?? 1));
    return ok(members.map((member) => memberPayload(world, member)));
  }),
  route('GET /guilds/:guild/members/search', ({ world, params, query }) => {
    const text = (query.get('query') ?? '').toLowerCase();
    const found = [...knownGuild(world, params['guild']).members.values()].filter((member) =>
      (member.nick ?? world.users.get(member.userId)?.username ?? '').toLowerCase().startsWith(text),
    );
    return ok(found.slice(0, Number(query.get('limit') ?? 1)).map((member) => memberPayload(world, member)));
  }),
  route('GET /guilds/:guild/members/:user', ({ world, params }) => {
    const member = knownGuild(world, params['guild']).members.get(params['user'] ?? '');
    if (!member) throw refusal('unknownMember');
    return ok(memberPayload(world, member));
  }),
];

import {
  type APIAllowedMentions,
  GuildScheduledEventEntityType,
  GuildScheduledEventPrivacyLevel,
  type RateLimitData,
  type RawFile,
  REST,
  Routes,
  SnowflakeUtil,
} from 'discord.js';
import { z } from 'zod';
import type { Reply } from '../present/reply.ts';

/** A message of an announcement as it is sent. */
export interface Outgoing {
  readonly content: string;
  readonly reply: Pick<Reply, 'embeds' | 'rows' | 'files'>;
  /** The one role that it may ping. */
  readonly pingRoleId: string | null;
}

export interface OutgoingEvent {
  readonly name: string;
  readonly description: string;
  readonly location: string;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** What delivering asks of Discord. Each function throws what discord.js throws; `judge` reads it. */
export interface Messenger {
  /** @returns the message's id; with an enforced nonce, that of the message sent before. */
  readonly post: (channelId: string, message: Outgoing, nonce: string) => Promise<string>;
  /** Changes words, embeds and buttons; pings nobody. `keepFiles` false takes the files away. */
  readonly edit: (
    channelId: string,
    messageId: string,
    message: Outgoing,
    keepFiles: boolean,
  ) => Promise<void>;
  readonly publish: (channelId: string, messageId: string) => Promise<void>;
  /** The bot's own message with a button whose custom id ends so, sent at or after the moment. */
  readonly findOwn: (channelId: string, idEnding: string, since: number) => Promise<string | undefined>;
  /** Makes a scheduled event of the server, unless the bot has made it already. @returns its id. */
  readonly schedule: (guildId: string, event: OutgoingEvent) => Promise<string>;
  /** Takes a scheduled event of its own out of the server. */
  readonly unschedule: (guildId: string, eventId: string) => Promise<void>;
}

export interface MessengerOptions {
  readonly token: string;
  /** Base of the REST API; Discord's own by default. */
  readonly api?: string;
  /** Requests a second over all channels; Infinity for none. */
  readonly requestsPerSecond: number;
  /** How long an answer may take. */
  readonly timeoutMs: number;
}

/** Waits longer than this are not sat through: the delivery is given back and tried when they are over. */
const LONGEST_WAIT_MS = 3_000;
const PAGE = 100;
/** Pages of history looked through for an earlier message. */
const PAGES = 20;
/** The clocks of this machine and of Discord may differ. */
const CLOCKS_DIFFER_MS = 60_000;

const messageSchema = z.object({ id: z.string() });
const historySchema = z.array(
  z.object({
    id: z.string(),
    author: z.object({ id: z.string() }),
    components: z.unknown().optional(),
  }),
);
const eventsSchema = z.array(
  z.object({
    id: z.string(),
    name: z.string(),
    creator_id: z.string().nullish(),
    scheduled_start_time: z.string(),
  }),
);

/**
 * A messenger with a REST client of its own: no retries inside, since the store decides when to try again,
 * and no silent waits: discord.js would sit through an hour of a channel's publishing limit.
 */
export function createMessenger({ token, api, requestsPerSecond, timeoutMs }: MessengerOptions): Messenger {
  const rest = new REST({
    version: '10',
    retries: 0,
    timeout: timeoutMs,
    globalRequestsPerSecond: requestsPerSecond,
    rejectOnRateLimit: ({ route, retryAfter }: RateLimitData) =>
      /\/crosspost$/.test(route) || retryAfter > LONGEST_WAIT_MS,
    ...(api === undefined ? {} : { api }),
  }).setToken(token);
  let me: Promise<string> | undefined;
  const ownId = (): Promise<string> => {
    me ??= rest.get(Routes.user()).then(
      (user) => messageSchema.parse(user).id,
      (err: unknown) => {
        me = undefined;
        throw err;
      },
    );
    return me;
  };
  return {
    async post(channelId, message, nonce) {
      const { body, files } = payload(message, true);
      const sent = await rest.post(Routes.channelMessages(channelId), {
        body: { ...body, nonce, enforce_nonce: true },
        files,
      });
      return messageSchema.parse(sent).id;
    },
    async edit(channelId, messageId, message, keepFiles) {
      const { body } = payload({ ...message, pingRoleId: null }, false);
      await rest.patch(Routes.channelMessage(channelId, messageId), {
        body: { ...body, ...(keepFiles ? {} : { attachments: [] }) },
      });
    },
    async publish(channelId, messageId) {
      await rest.post(Routes.channelMessageCrosspost(channelId, messageId));
    },
    async findOwn(channelId, idEnding, since) {
      const own = await ownId();
      const oldest = SnowflakeUtil.generate({ timestamp: since - CLOCKS_DIFFER_MS });
      let before: string | undefined;
      for (let page = 0; page < PAGES; page += 1) {
        const query = new URLSearchParams({ limit: String(PAGE), ...(before ? { before } : {}) });
        const messages = historySchema.parse(await rest.get(Routes.channelMessages(channelId), { query }));
        const found = messages.find(
          ({ author, components }) => author.id === own && hasIdEnding(components, idEnding),
        );
        if (found !== undefined) return found.id;
        const last = messages.at(-1);
        if (last === undefined || messages.length < PAGE || BigInt(last.id) < oldest) return undefined;
        before = last.id;
      }
      throw new Error(`more than ${PAGES * PAGE} messages have been written in channel ${channelId} since`);
    },
    async schedule(guildId, event) {
      const own = await ownId();
      const there = eventsSchema.parse(await rest.get(Routes.guildScheduledEvents(guildId)));
      const same = there.find(
        ({ name, creator_id, scheduled_start_time }) =>
          name === event.name &&
          creator_id === own &&
          Date.parse(scheduled_start_time) === Date.parse(event.startsAt),
      );
      if (same !== undefined) return same.id;
      const made = await rest.post(Routes.guildScheduledEvents(guildId), {
        body: {
          name: event.name,
          description: event.description,
          privacy_level: GuildScheduledEventPrivacyLevel.GuildOnly,
          entity_type: GuildScheduledEventEntityType.External,
          entity_metadata: { location: event.location },
          scheduled_start_time: event.startsAt,
          scheduled_end_time: event.endsAt,
        },
      });
      return messageSchema.parse(made).id;
    },
    async unschedule(guildId, eventId) {
      await rest.delete(Routes.guildScheduledEvent(guildId, eventId));
    },
  };
}

function payload({ content, reply, pingRoleId }: Outgoing, withFiles: boolean) {
  const allowed: APIAllowedMentions = {
    parse: [],
    ...(pingRoleId === null ? {} : { roles: [pingRoleId] }),
  };
  const files: RawFile[] = withFiles
    ? reply.files.map(({ name, text }) => ({ name, data: Buffer.from(text, 'utf8') }))
    : [];
  return {
    body: { content, embeds: reply.embeds, components: reply.rows, allowed_mentions: allowed },
    files,
  };
}

/** Looks through rows and whatever else holds components. */
function hasIdEnding(components: unknown, ending: string): boolean {
  if (Array.isArray(components)) return components.some((one) => hasIdEnding(one, ending));
  if (typeof components !== 'object' || components === null) return false;
  return Object.entries(components).some(([key, value]) =>
    key === 'custom_id' ? typeof value === 'string' && value.endsWith(ending) : hasIdEnding(value, ending),
  );
}

import { setTimeout } from 'node:timers/promises';
import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import { registrations } from '../../commands/index.ts';
import type { Services } from './context.ts';
import { answerMessage } from './messages.ts';
import { registerCommands } from './registration.ts';
import { route } from './router.ts';

/** How long replies under way may take once the bot is asked to stop. */
const STOP_WITHIN_MS = 3_000;

export interface BotOptions extends Services {
  readonly token: string;
  /** Base of the REST API; Discord's own by default. */
  readonly api?: string;
  /** The shards of this process; one for all servers by default. */
  readonly shards?: readonly number[];
  readonly shardCount?: number;
}

export interface Bot {
  readonly client: Client<true>;
  /** Leaves the gateway once the replies under way are sent, or after a few seconds. */
  readonly stop: () => Promise<void>;
}

/**
 * Logs in, registers the commands where they differ, and answers from then on.
 * @throws when the token is refused or the gateway cannot be reached.
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  const { token, api, shards = [0], shardCount = 1, ...services } = options;
  const { log } = services;
  const client = new Client({
    // Without the message content intent the bot reads only what mentions it or is sent to it directly.
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    makeCache: Options.cacheWithLimits({ ...Options.DefaultMakeCacheSettings, MessageManager: 25 }),
    ...(api === undefined ? {} : { rest: { api } }),
    shards: [...shards],
    shardCount,
  });
  const underWay = new Set<Promise<void>>();
  const track = (work: Promise<void>) => {
    underWay.add(work);
    void work.finally(() => underWay.delete(work));
  };
  client.on(Events.InteractionCreate, (interaction) => track(route(interaction, services)));
  client.on(Events.MessageCreate, (message) => track(answerMessage(message, services)));
  client.on(Events.Error, (err) => log.error({ err }, 'a fault in the connection to Discord'));
  client.on(Events.Warn, (warning) => log.warn({ warning }, 'a warning of the Discord client'));
  client.on(Events.ShardDisconnect, ({ code }, shard) =>
    log.error({ code, shard }, 'disconnected from Discord'),
  );
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting to Discord'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'session resumed'));
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(token);
  const online = await ready;
  await register(online, services);
  log.info({ user: online.user.tag, servers: online.guilds.cache.size }, 'logged in');
  const stop = async () => {
    await Promise.race([Promise.allSettled(underWay), setTimeout(STOP_WITHIN_MS)]);
    await online.destroy();
  };
  return { client: online, stop };
}

/** A refusal to register does not stop the bot: commands registered earlier go on working. */
async function register(client: Client<true>, { log }: Services): Promise<void> {
  try {
    const result = await registerCommands(client.rest, client.application.id, registrations());
    log.info({ result }, 'commands');
  } catch (err) {
    log.error({ err }, 'the commands could not be registered');
  }
}

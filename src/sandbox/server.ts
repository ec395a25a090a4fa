import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Clock } from './clock.ts';
import { type Events, waitFor } from './events.ts';
import { createGateway, type Gateway } from './gateway/gateway.ts';
import { createInteractions } from './interactions/interactions.ts';
import { createApp } from './rest/app.ts';
import { createExchangeLog, type ExchangeLog } from './rest/exchanges.ts';
import { createFaults, type Faults } from './rest/faults.ts';
import { createRateLimits } from './rest/rate-limits.ts';
import { loadSchemas } from './rules/schema.ts';
import { DEFAULT_SETTINGS, type Settings } from './settings.ts';
import { createUserActions, type UserActions } from './user/actions.ts';
import { availableCommands } from './user/available.ts';
import { DEFAULT_TIMEOUT_MS } from './user/seen.ts';
import { type Builders, createBuilders } from './world/builders-of.ts';
import { addDefaultGuild, type DefaultGuild } from './world/default-guild.ts';
import type { ApplicationCommand, Channel, Message, User } from './world/model.ts';
import { createWorld, directChannel, type World, type WorldOptions } from './world/world.ts';

export type { Exchange } from './rest/exchanges.ts';
export type { FaultOptions } from './rest/faults.ts';
export type { Seen } from './user/seen.ts';
export type * from './world/model.ts';
export { Permission } from './world/permissions.ts';

export interface SandboxOptions extends WorldOptions, Partial<Omit<Settings, 'gatewayUrl'>> {
  /** 0, the default, takes any free port. */
  readonly port?: number;
  /** Numbers from 0 to 1 for faults by chance; seed it to repeat a run. */
  readonly random?: () => number;
}

/** A Discord of our own on 127.0.0.1, with the people in it. */
export interface Sandbox extends Builders, UserActions, DefaultGuild {
  /** Base of the REST API without the version, for discord.js's `rest: { api }`. */
  readonly api: string;
  readonly port: number;
  /** The bot's token. */
  readonly token: string;
  /** The bot's user; its id is the application's too. */
  readonly bot: User;
  readonly world: World;
  readonly clock: Clock;
  readonly events: Events;
  readonly gateway: Pick<
    Gateway,
    'reconnect' | 'invalidateSession' | 'dropConnections' | 'setOutage' | 'sessions'
  >;
  readonly faults: Faults;
  /** What the bot asked of Discord, and how it was answered. */
  readonly exchanges: ExchangeLog;
  /** The conversation between the bot and a user. */
  directChannel(user: User): Channel;
  /** A channel's messages, oldest first; ephemeral ones are only in what their reader sees. */
  messages(channel: Channel | string): Message[];
  /** The first message of the channel, there already or still to come, that `test` accepts. */
  waitForMessage(channel: Channel, test: (message: Message) => boolean, timeoutMs?: number): Promise<Message>;
  /** The commands that a user is offered in a channel. */
  commandsFor(user: User, channel?: Channel): ApplicationCommand[];
  /** Resolves once the bot has identified (on that many shards) and is ready. */
  waitForBot(shards?: number, timeoutMs?: number): Promise<void>;
  close(): Promise<void>;
}

/** Starts a Discord that stock discord.js logs in to. It listens on 127.0.0.1 alone. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const world = createWorld(options);
  const server = createServer();
  const gatewayUrl = () => `ws://127.0.0.1:${portOf(server.address())}/gateway`;
  const settings: Settings = { ...DEFAULT_SETTINGS, ...options, gatewayUrl };
  const interactions = createInteractions(world);
  const faults = createFaults(options.random ?? Math.random);
  const rateLimits = createRateLimits(world.clock, settings);
  const exchanges = createExchangeLog(world.events, settings.keepExchanges);
  const gateway = createGateway(world, {
    heartbeatIntervalMs: settings.heartbeatIntervalMs,
    guildMembers: settings.guildMembersIntent,
    guildPresences: settings.guildPresencesIntent,
    url: gatewayUrl,
  });
  const app = createApp({ world, interactions, settings, faults, rateLimits });
  const answer = getRequestListener(app.fetch);
  server.on('request', (request, response) => {
    if (isOwnHost(request)) return void answer(request, response);
    response.writeHead(403, { 'content-type': 'text/plain' }).end('This is a sandbox for 127.0.0.1 only.\n');
  });
  server.on('upgrade', (request, socket, head) => {
    const wanted = request.url?.split('?')[0];
    if (!isOwnHost(request) || wanted !== '/gateway') {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    gateway.sockets.handleUpgrade(request, socket, head, (client) =>
      gateway.sockets.emit('connection', client, request),
    );
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', resolve);
  });
  // Now rather than with the first body, whose answer would come 0.2 s late.
  await loadSchemas();
  const port = portOf(server.address());
  world.attachmentBase = `http://127.0.0.1:${port}/attachments`;
  const home = addDefaultGuild(world);

  return {
    ...home,
    ...createBuilders(world),
    ...createUserActions(world, interactions, gateway, home.questions),
    api: `http://127.0.0.1:${port}/api`,
    port,
    token: world.token,
    bot: world.bot,
    world,
    clock: world.clock,
    events: world.events,
    gateway,
    faults,
    exchanges,
    directChannel: (user) => directChannel(world, user),
    messages: (channel) => {
      const id = typeof channel === 'string' ? channel : channel.id;
      return [...(world.channels.get(id)?.messages.values() ?? [])];
    },
    waitForMessage: (channel, test, timeoutMs = DEFAULT_TIMEOUT_MS) =>
      waitFor(
        world.events,
        'message',
        () => [...channel.messages.values()].find(test),
        timeoutMs,
        `such message in #${channel.name}`,
      ),
    commandsFor: (user, channel = home.questions) => availableCommands(world, user, channel),
    async waitForBot(shards = 1, timeoutMs = DEFAULT_TIMEOUT_MS) {
      const ready = () => {
        const connected = [...gateway.sessions.values()].filter((session) => session.socket !== null);
        return new Set(connected.map((session) => session.shard)).size >= shards ? true : undefined;
      };
      await waitFor(world.events, 'session', ready, timeoutMs, `session on ${shards} shard(s)`);
    },
    async close() {
      world.clock.stop();
      gateway.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

/** Refuses requests that a foreign page or a rebound name sends to this port. */
function isOwnHost(request: IncomingMessage): boolean {
  const name = request.headers.host?.replace(/:\d+$/, '');
  return name === '127.0.0.1' || name === 'localhost';
}

function portOf(address: AddressInfo | string | null): number {
  return typeof address === 'object' && address !== null ? address.port : 0;
}

import { type Client, GatewayIntentBits, Partials } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { Permission, type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { type Bench, createClient, logIn, startBench } from './bot.ts';

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function bench(...options: Parameters<typeof startBench>): Promise<Bench> {
  const made = await startBench(...options);
  closing.push(made.close);
  return made;
}

async function sandboxAlone(...options: Parameters<typeof startSandbox>): Promise<Sandbox> {
  const sandbox = await startSandbox(...options);
  closing.push(() => sandbox.close());
  return sandbox;
}

/** Resolves at the next change of that kind of one of the bot's sessions. */
function session(sandbox: Sandbox, change: 'ready' | 'resumed' | 'disconnected' | 'closed'): Promise<void> {
  return new Promise((resolve) => {
    const listen = (event: { change: string }) => {
      if (event.change !== change) return;
      sandbox.events.off('session', listen);
      resolve();
    };
    sandbox.events.on('session', listen);
  });
}

/** What the client hears in the question channel and in direct messages. */
function heard(client: Client): string[] {
  const contents: string[] = [];
  client.on('messageCreate', (message) => contents.push(message.content));
  return contents;
}

describe('logging in', () => {
  it('closes with 4004 when the token is wrong', async () => {
    const sandbox = await sandboxAlone();
    const client = createClient(sandbox);
    closing.push(() => client.destroy());
    await expect(client.login('MTIz.wrong.token')).rejects.toThrow(/invalid token|401/i);
    const code = await closeCode(sandbox, { token: 'wrong', intents: 0 });
    expect(code).toBe(4004);
  });

  it('closes with 4014 when message content is asked for and not enabled', async () => {
    const sandbox = await sandboxAlone();
    const client = createClient(sandbox, {
      intents: [GatewayIntentBits.Guilds, GatewayIntentBits.MessageContent],
    });
    closing.push(() => client.destroy());
    await expect(client.login(sandbox.token)).rejects.toThrow('Used disallowed intents');
  });

  it('closes with 4013, 4010, 4003 and 4002 for unknown intents, a wrong shard, no identify and no JSON', async () => {
    const sandbox = await sandboxAlone();
    const { token } = sandbox;
    expect(await closeCode(sandbox, { token, intents: 2 ** 30 })).toBe(4013);
    expect(await closeCode(sandbox, { token, intents: 1, shard: [2, 2] })).toBe(4010);
    expect(await closeCode(sandbox, undefined, JSON.stringify({ op: 8, d: {} }))).toBe(4003);
    expect(await closeCode(sandbox, undefined, 'not json')).toBe(4002);
  });

  it('gives the content of every message once the intent is enabled', async () => {
    const { sandbox, client } = await bench(
      { messageContentIntent: true },
      {
        intents: [
          GatewayIntentBits.Guilds,
          GatewayIntentBits.GuildMessages,
          GatewayIntentBits.MessageContent,
        ],
      },
    );
    const contents = heard(client);
    await sandbox.say(sandbox.investor, sandbox.questions, 'what is BCMA?');
    await expect.poll(() => contents).toEqual(['what is BCMA?']);
  });

  it('tells each shard of its own servers, and shard 0 alone of direct messages', async () => {
    const sandbox = await sandboxAlone({ shards: 2 });
    const others = [1, 2, 3].map((number) => sandbox.addGuild({ name: `Server ${number}` }));
    const all = [sandbox.guild, ...others].map((guild) => guild.id);
    const clients = await Promise.all(
      [0, 1].map((shard) => logIn(createClient(sandbox, { shards: [shard], shardCount: 2 }), sandbox.token)),
    );
    closing.push(() => Promise.all(clients.map((client) => client.destroy())));
    for (const [shard, client] of clients.entries()) {
      const own = all.filter((id) => Number((BigInt(id) >> 22n) % 2n) === shard);
      expect(own).toHaveLength(2);
      expect([...client.guilds.cache.keys()].sort()).toEqual(own.sort());
    }
    const contents = clients.map(heard);
    await sandbox.directMessage(sandbox.investor, 'hello');
    await expect.poll(() => contents).toEqual([['hello'], []]);
  });

  it('starts all shards of one client, as many as it recommends', async () => {
    const sandbox = await sandboxAlone({ shards: 2 });
    sandbox.addGuild();
    const client = await logIn(createClient(sandbox, { shards: 'auto' }), sandbox.token);
    closing.push(() => client.destroy());
    await sandbox.waitForBot(2);
    expect(client.guilds.cache.size).toBe(2);
  });
});

describe('a lost connection', () => {
  it('is resumed, and what happened meanwhile arrives once and in order', async () => {
    const { sandbox, client } = await bench();
    const contents = heard(client);
    await sandbox.directMessage(sandbox.investor, 'before');
    await expect.poll(() => contents).toEqual(['before']);

    const gone = session(sandbox, 'disconnected');
    const resumed = session(sandbox, 'resumed');
    sandbox.gateway.setOutage(true);
    sandbox.gateway.dropConnections();
    await gone;
    await sandbox.directMessage(sandbox.investor, 'during, first');
    await sandbox.directMessage(sandbox.investor, 'during, second');
    sandbox.gateway.setOutage(false);
    await resumed;
    await sandbox.directMessage(sandbox.investor, 'after');
    await expect.poll(() => contents).toEqual(['before', 'during, first', 'during, second', 'after']);
    expect(sandbox.gateway.sessions.size).toBe(1);
  });

  it('answers a command that was used while the connection was down', async () => {
    const { sandbox, client } = await bench();
    await client.application.commands.set([{ name: 'facility', description: 'Where it is made' }]);
    client.on('interactionCreate', (interaction) => {
      if (interaction.isChatInputCommand()) void interaction.reply('In Rockville.');
    });
    const gone = session(sandbox, 'disconnected');
    sandbox.gateway.dropConnections();
    await gone;
    const seen = await sandbox.command(sandbox.investor, 'facility');
    expect((await seen.reply()).content).toBe('In Rockville.');
  });

  it('must identify anew when it comes back too late, or asks for what is no longer kept', async () => {
    const { sandbox } = await bench();
    const [id] = [...sandbox.gateway.sessions.keys()];
    const resume = (seq: number) => ({ op: 6, d: { token: sandbox.token, session_id: id, seq } });
    expect(await answerTo(sandbox, resume(9_999))).toEqual({ op: 9, d: false, s: null, t: null });
    const [next] = [...sandbox.gateway.sessions.keys()];
    expect(next).not.toBe(id);
    expect(await answerTo(sandbox, resume(1))).toMatchObject({ op: 9, d: false });
  });

  it('is resumed after opcode 7 and after a resumable opcode 9', async () => {
    const { sandbox, client } = await bench();
    const contents = heard(client);
    const first = session(sandbox, 'resumed');
    sandbox.gateway.reconnect();
    await first;
    const second = session(sandbox, 'resumed');
    sandbox.gateway.invalidateSession(true);
    await second;
    await sandbox.directMessage(sandbox.investor, 'still there?');
    await expect.poll(() => contents).toEqual(['still there?']);
  });

  it('is forgotten after a minute and a half by the clock', async () => {
    const { sandbox, client } = await bench();
    const [id] = [...sandbox.gateway.sessions.keys()];
    const gone = session(sandbox, 'disconnected');
    sandbox.gateway.setOutage(true);
    sandbox.gateway.dropConnections();
    await gone;
    await client.destroy();
    sandbox.gateway.setOutage(false);
    sandbox.clock.advance(91_000);
    const resume = { op: 6, d: { token: sandbox.token, session_id: id, seq: 1 } };
    expect(await answerTo(sandbox, resume)).toMatchObject({ op: 9, d: false });
  });

  it('identifies anew after an opcode 9 that is not resumable', async () => {
    const { sandbox, client } = await bench();
    const [before] = [...sandbox.gateway.sessions.keys()];
    const ready = session(sandbox, 'ready');
    sandbox.gateway.invalidateSession(false);
    await ready;
    expect([...sandbox.gateway.sessions.keys()]).not.toContain(before);
    // discord.js leaves five seconds between two identifies of a shard.
    const contents = heard(client);
    await sandbox.directMessage(sandbox.investor, 'hello again');
    await expect.poll(() => contents).toEqual(['hello again']);
  });

  it('is given up when the client says goodbye', async () => {
    const { sandbox, client } = await bench();
    const closed = session(sandbox, 'closed');
    await client.destroy();
    await closed;
    expect(sandbox.gateway.sessions.size).toBe(0);
  });
});

describe('what the bot is told', () => {
  it('hears of servers, channels, roles and of leaving', async () => {
    const { sandbox, client } = await bench();
    const guild = sandbox.addGuild({ name: 'Second' });
    const channel = sandbox.addChannel(guild, { name: 'news' });
    sandbox.addRole(guild, { name: 'Analysts' });
    await expect.poll(() => client.guilds.cache.get(guild.id)?.roles.cache.size).toBe(3);
    expect(client.channels.cache.get(channel.id)).toMatchObject({ name: 'news' });
    sandbox.removeRole(guild, [...guild.roles.values()].at(-1)!);
    await expect.poll(() => client.guilds.cache.get(guild.id)?.roles.cache.size).toBe(2);
    sandbox.removeChannel(channel);
    await expect.poll(() => client.channels.cache.has(channel.id)).toBe(false);
    sandbox.removeGuild(guild);
    await expect.poll(() => client.guilds.cache.has(guild.id)).toBe(false);
  });

  it('knows at once when its permissions in a channel change', async () => {
    const { sandbox, client } = await bench();
    const channel = client.guilds.cache.first()!.channels.cache.get(sandbox.questions.id)!;
    const may = () => channel.permissionsFor(client.user)?.has('SendMessages');
    expect(may()).toBe(true);
    sandbox.setPermissions(sandbox.questions, sandbox.bot, { deny: Permission.sendMessages });
    await expect.poll(may).toBe(false);
  });

  it('hears nothing of channels that it cannot see', async () => {
    const { sandbox, client } = await bench();
    const contents = heard(client);
    sandbox.setPermissions(sandbox.questions, sandbox.bot, { deny: Permission.viewChannel });
    await sandbox.say(sandbox.investor, sandbox.questions, 'secret', { mentions: [sandbox.bot] });
    await sandbox.directMessage(sandbox.investor, 'open');
    await expect.poll(() => contents).toEqual(['open']);
  });

  it('finds members by id', async () => {
    const { sandbox, client } = await bench();
    const guild = client.guilds.cache.first()!;
    const found = await guild.members.fetch({ user: [sandbox.investor.id, sandbox.officer.id] });
    expect(found.map((member) => member.displayName).sort()).toEqual(['Investor', 'Officer']);
  });

  it('needs the channel partial for a first direct message, as on Discord', async () => {
    const { sandbox, client } = await bench({}, { partials: [Partials.Message] });
    const contents = heard(client);
    await sandbox.directMessage(sandbox.investor, 'hello');
    await sandbox.say(sandbox.investor, sandbox.questions, 'hi', { mentions: [sandbox.bot] });
    await expect.poll(() => contents).toEqual([`<@${sandbox.bot.id}> hi`]);
  });
});

/** Opens a raw connection, sends one frame after HELLO, and resolves with the frame that answers it. */
function answerTo(sandbox: Sandbox, frame: unknown): Promise<unknown> {
  const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}/gateway?v=10&encoding=json`);
  return new Promise((resolve) => {
    socket.once('message', () => {
      socket.once('message', (raw) => {
        socket.terminate();
        resolve(JSON.parse(raw.toString()));
      });
      socket.send(JSON.stringify(frame));
    });
  });
}

/** Opens a raw connection, sends one frame after HELLO, and resolves with the close code. */
function closeCode(sandbox: Sandbox, identify: unknown, raw?: string): Promise<number> {
  const socket = new WebSocket(`ws://127.0.0.1:${sandbox.port}/gateway?v=10&encoding=json`);
  socket.once('message', () => socket.send(raw ?? JSON.stringify({ op: 2, d: identify })));
  return new Promise((resolve) => socket.once('close', resolve));
}

import { AttachmentBuilder, type Message as DiscordMessage, type GuildTextBasedChannel } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Permission } from '../../src/sandbox/server.ts';
import { type Bench, startBench } from './bot.ts';

let bench: Bench;
/** Messages as the bot received them. */
let heard: DiscordMessage[];

beforeEach(async () => {
  bench = await startBench();
  heard = [];
  bench.client.on('messageCreate', (message) => heard.push(message));
});
afterEach(() => bench.close());

const questions = () => bench.client.channels.cache.get(bench.sandbox.questions.id) as GuildTextBasedChannel;
const announcements = () =>
  bench.client.channels.cache.get(bench.sandbox.announcements.id) as GuildTextBasedChannel;
const refused = (action: Promise<unknown>, code: number, status: number) =>
  expect(action).rejects.toMatchObject({ code, status });

describe('what the bot may read without the message-content intent', () => {
  it('is blank where a message neither mentions it nor is direct', async () => {
    const { sandbox } = bench;
    await sandbox.say(sandbox.investor, sandbox.questions, 'not for the bot');
    await sandbox.say(sandbox.investor, sandbox.questions, 'for the bot', { mentions: [sandbox.bot] });
    await sandbox.directMessage(sandbox.investor, 'direct');
    await expect
      .poll(() => heard.map(({ content }) => content))
      .toEqual(['', `<@${sandbox.bot.id}> for the bot`, 'direct']);
    expect(heard[1]?.mentions.users.has(sandbox.bot.id)).toBe(true);
    expect(heard[2]?.channel.isDMBased()).toBe(true);
  });

  it('is blank over REST as well', async () => {
    const { sandbox } = bench;
    const said = await sandbox.say(sandbox.investor, sandbox.questions, 'not for the bot');
    expect((await questions().messages.fetch({ message: said.id, force: true })).content).toBe('');
  });

  it('is its own messages and replies to them, unless the reply does not ping', async () => {
    const { sandbox } = bench;
    const own = await questions().send({ content: 'mine', embeds: [{ title: 'Title' }] });
    const mine = sandbox.messages(sandbox.questions)[0]!;
    await sandbox.say(sandbox.investor, sandbox.questions, 'to you', { replyTo: mine });
    await sandbox.say(sandbox.investor, sandbox.questions, 'quietly', { replyTo: mine, ping: false });
    await expect.poll(() => heard.map(({ content }) => content)).toEqual(['mine', 'to you', '']);
    expect(heard[0]?.embeds[0]?.title).toBe('Title');
    expect(heard[1]?.reference?.messageId).toBe(own.id);
    expect((await heard[1]!.fetchReference()).content).toBe('mine');
  });
});

describe('whom a message pings', () => {
  const pings = async (content: string, allowedMentions?: object) => {
    await questions().send({ content, ...(allowedMentions ? { allowedMentions } : {}) });
    return bench.sandbox.messages(bench.sandbox.questions).at(-1)!.pinged;
  };

  it('is everyone it mentions, when nothing is said about mentions', async () => {
    const { sandbox } = bench;
    const { investor } = sandbox;
    expect(await pings(`hello <@${investor.id}>`)).toMatchObject({ users: [investor.id] });
  });

  it('is nobody when no mention is allowed', async () => {
    const { sandbox } = bench;
    sandbox.setRolePermissions(
      sandbox.guild,
      sandbox.guild.roles.get(sandbox.guild.id)!,
      Permission.viewChannel | Permission.sendMessages | Permission.mentionEveryone,
    );
    const all = `@everyone <@${sandbox.investor.id}> <@&${sandbox.roles.officer.id}>`;
    const nobody = { users: [], roles: [], everyone: false };
    expect(await pings(all, { parse: [] })).toEqual(nobody);
    expect(await pings(all)).toEqual({
      users: [sandbox.investor.id],
      roles: [sandbox.roles.officer.id],
      everyone: true,
    });
  });

  it('is a role only when it may be mentioned, and everyone only with the permission', async () => {
    const { sandbox } = bench;
    const open = sandbox.addRole(sandbox.guild, { name: 'Alerts', mentionable: true });
    const content = `@everyone <@&${open.id}> <@&${sandbox.roles.officer.id}>`;
    expect(await pings(content)).toEqual({ users: [], roles: [open.id], everyone: false });
    expect(await pings(content, { roles: [open.id] })).toMatchObject({ roles: [open.id] });
    expect(await pings(content, { roles: [sandbox.roles.officer.id] })).toMatchObject({ roles: [] });
  });

  it('is the author of the message that is answered, unless that is switched off', async () => {
    const { sandbox } = bench;
    const said = await sandbox.say(sandbox.investor, sandbox.questions, 'hi', { mentions: [sandbox.bot] });
    await expect.poll(() => heard).toHaveLength(1);
    await heard[0]!.reply('pinging');
    await heard[0]!.reply({ content: 'quiet', allowedMentions: { parse: [], repliedUser: false } });
    const [, loud, quiet] = sandbox.messages(sandbox.questions);
    expect(loud).toMatchObject({ replyTo: said.id, pinged: { users: [sandbox.investor.id] } });
    expect(quiet).toMatchObject({ replyTo: said.id, pinged: { users: [] } });
  });

  it('is nobody new when a message is edited', async () => {
    const { sandbox } = bench;
    const sent = await questions().send('nothing');
    await sent.edit(`<@${sandbox.investor.id}>`);
    expect(sandbox.messages(sandbox.questions).at(-1)).toMatchObject({
      content: `<@${sandbox.investor.id}>`,
      pinged: { users: [] },
    });
  });
});

describe('sending', () => {
  it('returns the first message for a nonce that is enforced, until some minutes have passed', async () => {
    const { sandbox } = bench;
    const send = (content: string, enforceNonce = true) =>
      questions().send({ content, nonce: 'release-1', enforceNonce });
    const first = await send('one');
    const second = await send('two');
    expect(second.id).toBe(first.id);
    expect(second.content).toBe('one');
    expect((await send('not enforced', false)).id).not.toBe(first.id);
    sandbox.clock.advance(10 * 60_000);
    expect((await send('much later')).id).not.toBe(first.id);
    expect(sandbox.messages(sandbox.questions).map(({ content }) => content)).toEqual([
      'one',
      'not enforced',
      'much later',
    ]);
  });

  it('looks for a nonce by author, so that one nonce in two channels sends once', async () => {
    const first = await questions().send({ content: 'x', nonce: 'same', enforceNonce: true });
    const second = await announcements().send({ content: 'x', nonce: 'same', enforceNonce: true });
    expect(second.id).toBe(first.id);
    expect(bench.sandbox.messages(bench.sandbox.announcements)).toEqual([]);
  });

  it('keeps the bytes, name, type and description of a file', async () => {
    const bytes = Buffer.from([0, 1, 2, 253, 254, 255, 13, 10, 0]);
    const file = new AttachmentBuilder(bytes, { name: 'release ü.bin', description: 'The release' });
    const sent = await questions().send({ content: 'see file', files: [file] });
    const stored = bench.sandbox.messages(bench.sandbox.questions)[0]!.attachments[0]!;
    expect(Buffer.from(stored.bytes)).toEqual(bytes);
    expect(stored).toMatchObject({ filename: 'release ü.bin', description: 'The release', size: 9 });
    const served = await fetch(sent.attachments.first()!.url);
    expect(Buffer.from(await served.arrayBuffer())).toEqual(bytes);
    expect(bench.sandbox.exchanges.all.at(-1)!.files).toEqual([{ name: 'release ü.bin', size: 9 }]);
  });

  it('lets an edit keep, add and remove files', async () => {
    const file = (name: string) => new AttachmentBuilder(Buffer.from(name), { name });
    const names = () =>
      bench.sandbox.messages(bench.sandbox.questions)[0]!.attachments.map((a) => a.filename);
    const sent = await questions().send({ files: [file('a.txt')] });
    await sent.edit('with text');
    expect(names()).toEqual(['a.txt']);
    await sent.edit({ files: [file('b.txt')], attachments: [{ id: sent.attachments.firstKey()! }] });
    expect(names()).toEqual(['a.txt', 'b.txt']);
    await sent.edit({ attachments: [] });
    expect(names()).toEqual([]);
    await refused(sent.edit({ content: '' }), 50006, 400);
  });

  it('shows embed pictures from attached files', async () => {
    const file = new AttachmentBuilder(Buffer.from('png'), { name: 'chart.png' });
    await questions().send({ embeds: [{ image: { url: 'attachment://chart.png' } }], files: [file] });
    const [message] = bench.sandbox.messages(bench.sandbox.questions);
    expect(message!.embeds[0]!.image!.url).toBe(message!.attachments[0]!.url);
  });

  it('tells that the bot is typing', async () => {
    const channels: string[] = [];
    bench.sandbox.events.on('typing', ({ channel }) => channels.push(channel.name));
    await questions().sendTyping();
    expect(channels).toEqual(['investor-questions']);
  });
});

describe('reading', () => {
  it('gives pages before, after and around a message, newest first', async () => {
    const { sandbox } = bench;
    for (let number = 1; number <= 9; number += 1) await questions().send(String(number));
    const ids = sandbox.messages(sandbox.questions).map(({ id }) => id);
    const page = async (options: object) =>
      [...(await questions().messages.fetch({ cache: false, ...options })).values()]
        .map(({ content }) => content)
        .join('');
    expect(await page({ limit: 3 })).toBe('987');
    expect(await page({ limit: 2, before: ids[4]! })).toBe('43');
    expect(await page({ limit: 2, after: ids[4]! })).toBe('76');
    expect(await page({ limit: 3, around: ids[4]! })).toBe('654');
    await refused(page({ limit: 101 }), 50035, 400);
  });

  it('gives an empty list without the permission to read the history', async () => {
    const { sandbox } = bench;
    await questions().send('something');
    sandbox.setPermissions(sandbox.questions, sandbox.bot, { deny: Permission.readMessageHistory });
    expect((await questions().messages.fetch()).size).toBe(0);
  });
});

describe('publishing', () => {
  it('happens once, in announcement channels only', async () => {
    const { sandbox } = bench;
    const sent = await announcements().send('A release');
    expect((await sent.crosspost()).flags.has('Crossposted')).toBe(true);
    expect(sandbox.messages(sandbox.announcements)[0]).toMatchObject({ crossposted: true });
    await refused(sent.crosspost(), 40033, 400);
    const elsewhere = await questions().send('Not a release');
    const path = `/channels/${elsewhere.channelId}/messages/${elsewhere.id}/crosspost` as const;
    await refused(bench.client.rest.post(path), 50024, 400);
  });

  it('is limited to ten an hour and channel, which the bot is told in headers and with 429', async () => {
    await bench.close();
    bench = await startBench({ crosspostsPerHour: 2 }, { rest: { rejectOnRateLimit: ['/channels'] } });
    const publish = async (content: string) => (await announcements().send(content)).crosspost();
    await publish('one');
    await publish('two');
    await expect(publish('three')).rejects.toMatchObject({ name: expect.stringContaining('RateLimitError') });
    const { sandbox } = bench;
    const sent = sandbox.messages(sandbox.announcements)[2]!;
    const url = `${sandbox.api}/v10/channels/${sent.channelId}/messages/${sent.id}/crosspost`;
    const post = () => fetch(url, { method: 'POST', headers: { authorization: `Bot ${sandbox.token}` } });
    const limited = await post();
    expect(limited.status).toBe(429);
    expect(Number(limited.headers.get('retry-after'))).toBeGreaterThan(3_500);
    sandbox.clock.advance(60 * 60_000);
    expect((await post()).status).toBe(200);
  });
});

describe('missing permissions and things that are gone', () => {
  it('refuses a channel that is unknown or out of sight', async () => {
    const { sandbox, client } = bench;
    await refused(client.channels.fetch('123'), 10003, 404);
    sandbox.setPermissions(sandbox.questions, sandbox.bot, { deny: Permission.viewChannel });
    await refused(questions().send('x'), 50001, 403);
    sandbox.removeChannel(sandbox.announcements);
    await refused(client.rest.post(`/channels/${sandbox.announcements.id}/messages`), 10003, 404);
  });

  it('refuses to send, embed, attach and delete without the permission', async () => {
    const { sandbox } = bench;
    const said = await sandbox.say(sandbox.investor, sandbox.questions, 'mine');
    const theirs = await questions().messages.fetch(said.id);
    await refused(theirs.delete(), 50013, 403);
    await refused(
      bench.client.rest.patch(`/channels/${said.channelId}/messages/${said.id}`, { body: { content: 'x' } }),
      50005,
      403,
    );
    sandbox.setPermissions(sandbox.questions, sandbox.bot, { deny: Permission.embedLinks });
    await refused(questions().send({ embeds: [{ title: 'x' }] }), 50013, 403);
    sandbox.setPermissions(sandbox.questions, sandbox.bot, { deny: Permission.attachFiles });
    await refused(
      questions().send({ files: [new AttachmentBuilder(Buffer.from('x'), { name: 'x' })] }),
      50013,
      403,
    );
    sandbox.setPermissions(sandbox.questions, sandbox.bot, { deny: Permission.sendMessages });
    await refused(questions().send('x'), 50013, 403);
    sandbox.setPermissions(sandbox.questions, sandbox.bot, {});
    await expect(questions().send('x')).resolves.toBeDefined();
  });

  it('lets the overwrite of a member outweigh those of roles, and those of roles the one of everyone', async () => {
    const { sandbox } = bench;
    const { guild, investor, moderator, roles } = sandbox;
    const everyone = guild.roles.get(guild.id)!;
    sandbox.setPermissions(sandbox.questions, everyone, { deny: Permission.sendMessages });
    await expect(sandbox.say(investor, sandbox.questions, 'x')).rejects.toThrow('may not write');
    await expect(sandbox.say(moderator, sandbox.questions, 'x')).rejects.toThrow('may not write');
    sandbox.setPermissions(sandbox.questions, roles.moderator, { allow: Permission.sendMessages });
    await sandbox.say(moderator, sandbox.questions, 'x');
    sandbox.setPermissions(sandbox.questions, moderator, { deny: Permission.sendMessages });
    await expect(sandbox.say(moderator, sandbox.questions, 'x')).rejects.toThrow('may not write');
    await sandbox.say(sandbox.officer, sandbox.questions, 'administrators always may');
  });

  it('refuses unknown messages, replies to them, and answers without the history', async () => {
    const { sandbox } = bench;
    await refused(questions().messages.fetch('123'), 10008, 404);
    const sent = await questions().send('soon gone');
    await sent.delete();
    await refused(sent.edit('x'), 10008, 404);
    await refused(sent.reply('x'), 50035, 400);
    const kept = await questions().send('kept');
    sandbox.setPermissions(sandbox.questions, sandbox.bot, { deny: Permission.readMessageHistory });
    await refused(kept.reply('x'), 160002, 400);
  });

  it('refuses direct messages to who takes none, and to who is nobody', async () => {
    const { sandbox, client } = bench;
    const closed = sandbox.addMember(sandbox.guild, { name: 'Closed', acceptsDirectMessages: false });
    await refused(client.users.send(closed.id, 'x'), 50007, 403);
    await refused(client.rest.post('/users/@me/channels', { body: { recipient_id: '1' } }), 50033, 400);
    await client.users.send(sandbox.investor.id, 'hello');
    expect(sandbox.messages(sandbox.directChannel(sandbox.investor))).toMatchObject([{ content: 'hello' }]);
  });
});

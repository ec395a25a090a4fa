import { describe, expect, it } from 'vitest';
import { surroundingsOf } from '../../src/announce/surroundings.ts';
import { Permission } from '../../src/sandbox/server.ts';
import { title, words } from '../e2e/harness.ts';
import { seedRelease } from '../support/seed.ts';
import { invented, posts, refused, SHARE, stage } from './stage.ts';

const sale = invented('dunlavery-2025-kestrow-sale');

describe('/announcements', () => {
  it('is offered to those who may manage the server alone', async () => {
    const { sandbox } = await stage();
    const offered = (user: typeof sandbox.investor) => sandbox.commandsFor(user).map(({ name }) => name);
    expect(offered(sandbox.moderator)).toContain('announcements');
    expect(offered(sandbox.investor)).not.toContain('announcements');
  });

  it.each([
    ['View Channel', Permission.viewChannel],
    ['Send Messages', Permission.sendMessages],
    ['Embed Links', Permission.embedLinks],
    ['Read Message History', Permission.readMessageHistory],
  ])('subscribe says which permission is missing and where to give it: %s', async (name, deny) => {
    const on = await stage();
    const { sandbox, bot } = on;
    const channel = sandbox.addChannel(sandbox.guild, { name: 'news' });
    sandbox.setPermissions(channel, sandbox.bot, { deny });
    await expect
      .poll(() => {
        const known = bot.client.channels.cache.get(channel.id);
        return known && 'permissionsFor' in known && known.permissionsFor(bot.client.user)?.has(deny);
      })
      .toBe(false);
    const reply = await on.run('subscribe', { channel });
    expect(words(reply)).toContain(`**${name}**`);
    expect(words(reply)).toContain('channel settings → Permissions');
    expect(words(await on.run('list'))).toContain('No channel is subscribed');
  });

  it('subscribe takes a role by name if the bot may mention it, and never everyone', async () => {
    const on = await stage();
    const { sandbox } = on;
    const quiet = sandbox.addRole(sandbox.guild, { name: 'Quiet' });
    const loud = sandbox.addRole(sandbox.guild, { name: 'Loud', mentionable: true });
    const subscribe = (role: object) =>
      on.run('subscribe', { channel: sandbox.questions, 'ping-role': role });
    expect(title(await subscribe(quiet))).toContain('This role cannot be pinged');
    expect(words(await subscribe(sandbox.guild.roles.get(sandbox.guild.id)!))).toContain(
      'never pings everyone',
    );
    expect(words(await subscribe(loud))).toContain(`Pings <@&${loud.id}>`);
    expect(posts(on, sandbox.questions)).toEqual([]);
  });

  it('subscribe knows only companies whose releases are loaded, and the kinds', async () => {
    const on = await stage({ loaded: [seedRelease()] });
    const channel = on.sandbox.questions;
    expect(words(await on.run('subscribe', { channel, issuer: 'ACME' }))).toContain(
      'No loaded release is of “ACME”',
    );
    expect(title(await on.run('subscribe', { channel, kinds: 'prices' }))).toContain('Unknown kind');
    expect(
      words(await on.run('subscribe', { channel, issuer: 'cbmg', kinds: 'releases and events' })),
    ).toContain('releases, events');
    const list = words(await on.run('list'));
    expect(list).toContain('NASDAQ: CBMG');
    expect(list).toContain('Pings nobody');
  });

  it('preview shows privately exactly what is then posted', async () => {
    const on = await stage();
    await on.run('subscribe', { channel: on.sandbox.questions });
    on.load(sale);
    const shown = await on.run('preview');
    expect(shown.visibleTo).toBe(on.sandbox.moderator.id);
    await on.settle();
    const [posted] = posts(on, on.sandbox.questions);
    expect(posted!.embeds).toEqual(shown.embeds);
    expect(title(await on.run('preview', { kind: 'correction' }))).toContain('Nothing to announce');
  });

  it('test posts a test that pings nobody, and says where it stands', async () => {
    const on = await stage();
    const reply = await on.run('test', { channel: on.sandbox.announcements });
    const [post] = posts(on, on.sandbox.announcements);
    expect(words(reply)).toContain(post!.id);
    expect(post!.crossposted).toBe(false);
    expect(post!.pinged).toEqual({ users: [], roles: [], everyone: false });
  });

  it('status links to the message; unsubscribe ends what was to come', async () => {
    const on = await stage({ loaded: [seedRelease()] });
    const channel = on.sandbox.questions;
    expect(words(await on.run('status'))).toContain('Nothing has been announced in this server yet');
    await on.run('subscribe', { channel });
    on.load(seedRelease(), sale);
    await on.settle();
    const [post] = posts(on, channel);
    expect(words(await on.run('status', { release: sale.id }))).toContain(
      `[message](https://discord.com/channels/${on.sandbox.guild.id}/${channel.id}/${post!.id})`,
    );
    expect(title(await on.run('unsubscribe', { channel }))).toBe('✅ Unsubscribed');
    expect(title(await on.run('unsubscribe', { channel }))).toContain('No such subscription');
    on.load(seedRelease(), sale, invented('corvanth-2025-q2-call-notice'));
    await on.settle();
    expect(posts(on, channel)).toHaveLength(1);
    expect(refused(on)).toEqual([]);
  });

  it('offers companies and releases while one types', async () => {
    const { sandbox } = await stage({ loaded: [seedRelease(), sale] });
    const typing = await sandbox.autocomplete(
      sandbox.moderator,
      'announcements subscribe',
      { channel: sandbox.questions, issuer: 'cb' } as never,
      'issuer',
    );
    expect(typing.choices).toEqual([{ name: expect.stringContaining('CBMG'), value: 'CBMG' }]);
    const releases = await sandbox.autocomplete(
      sandbox.moderator,
      'announcements preview',
      { release: 'dunlavery' },
      'release',
    );
    expect(releases.choices!.map(({ value }) => value)).toEqual([sale.id]);
  });

  it('says so while the store is out of reach, and questions are answered all the same', async () => {
    const on = await stage({ loaded: [seedRelease()], database: 'postgres://nobody@127.0.0.1:1/none' });
    on.announcer.start(SHARE, surroundingsOf(on.bot.client));
    const reply = await on.run('list');
    expect(words(reply)).toContain('The store cannot be reached');
    const { investor } = on.sandbox;
    const answer = await (await on.sandbox.command(investor, 'abstract', { candidate: 'C-CAR088' })).reply();
    expect(title(answer)).toBe('C-CAR088');
  });
});

import { describe, expect, it } from 'vitest';
import { surroundingsOf } from '../../src/announce/surroundings.ts';
import { type Channel, Permission } from '../../src/sandbox/server.ts';
import { buttons, title, value, words } from '../e2e/harness.ts';
import { HOUR, invented, MINUTE, posts, refused, SHARE, type Stage, stage } from './stage.ts';

const sale = invented('dunlavery-2025-kestrow-sale');
const call = invented('corvanth-2025-q2-call-notice');
const POST = { method: 'POST', path: '/channels/:channel/messages' } as const;

async function subscribed(count: number, options = {}): Promise<Stage & { channels: Channel[] }> {
  const on = await stage(options);
  const channels = Array.from({ length: count }, (_, index) =>
    on.sandbox.addChannel(on.sandbox.guild, { name: `news-${index}` }),
  );
  for (const channel of channels) await on.run('subscribe', { channel });
  return { ...on, channels };
}

describe('a send without an answer', () => {
  it.each([
    ['the connection drops after the message was made', { kind: 'drop_after_commit' }],
    ['the connection is reset after the message was made', { kind: 'drop_after_commit', how: 'reset' }],
    ['Discord answers 502 after the message was made', { kind: 'status', status: 502, afterCommit: true }],
    ['Discord never answers', { kind: 'hang', afterCommit: true }],
    ['the connection is reset before', { kind: 'reset' }],
    ['Discord answers 503', { kind: 'status', status: 503 }],
  ] as const)('is posted once: %s', async (_, fault) => {
    const on = await subscribed(1);
    on.sandbox.faults.inject({ ...fault, match: POST, times: 1 });
    on.load(sale);
    await on.settle();
    on.advance(10_000);
    await on.settle();
    expect(posts(on, on.channels[0]!)).toHaveLength(1);
    expect(words(await on.run('status'))).toContain('sent');
  });

  it('is looked for in the channel once the nonce may be forgotten', async () => {
    const on = await subscribed(1);
    on.sandbox.faults.inject({ kind: 'drop_after_commit', match: POST, times: 1 });
    on.load(sale);
    await on.settle();
    await on.sandbox.say(on.sandbox.investor, on.channels[0]!, 'Interesting.');
    on.advance(30 * MINUTE);
    await on.settle();
    expect(posts(on, on.channels[0]!)).toHaveLength(1);
    expect(on.sandbox.exchanges.all.filter(({ method }) => method === 'POST')).not.toHaveLength(0);
    expect(words(await on.run('status'))).toContain(posts(on, on.channels[0]!)[0]!.id);
  });

  it('is sent again once the nonce may be forgotten, where it is not in the channel', async () => {
    const on = await subscribed(1);
    on.sandbox.faults.inject({ kind: 'status', status: 500, match: POST, times: 1 });
    on.load(sale);
    await on.settle();
    on.advance(30 * MINUTE);
    await on.settle();
    expect(posts(on, on.channels[0]!)).toHaveLength(1);
  });

  it('is not repeated blindly where the channel’s history may not be read', async () => {
    const on = await subscribed(1);
    const { bot, sandbox } = on;
    sandbox.faults.inject({ kind: 'drop_after_commit', match: POST, times: 1 });
    on.load(sale);
    await on.settle();
    sandbox.setPermissions(on.channels[0]!, sandbox.bot, { deny: Permission.readMessageHistory });
    await expect
      .poll(() => {
        const channel = bot.client.channels.cache.get(on.channels[0]!.id);
        return (
          channel && 'permissionsFor' in channel && channel.permissionsFor(bot.client.user)?.has(1n << 16n)
        );
      })
      .toBe(false);
    on.advance(30 * MINUTE);
    await on.settle();
    expect(posts(on, on.channels[0]!)).toHaveLength(1);
    expect(words(await on.run('status'))).toContain('it may or may not have been posted');
  });
});

describe('trouble', () => {
  it('of one channel holds up no other, and its own order is kept', async () => {
    const on = await subscribed(3);
    const bad = on.channels[1]!;
    const fault = on.sandbox.faults.inject({
      kind: 'status',
      status: 503,
      match: { method: 'POST', path: `/channels/${bad.id}/messages` },
    });
    on.load(sale);
    await on.settle();
    on.load(sale, call);
    await on.settle();
    expect(posts(on, on.channels[0]!)).toHaveLength(2);
    expect(posts(on, on.channels[2]!)).toHaveLength(2);
    expect(posts(on, bad)).toEqual([]);
    fault.remove();
    on.advance(10 * MINUTE);
    await on.settle();
    expect(posts(on, bad).map(title)).toEqual(posts(on, on.channels[0]!).map(title));
  });

  it('that goes on is given up, told in the status, and sent by resend', async () => {
    const on = await subscribed(1, {
      tuning: { backoff: { firstMs: 1_000, longestMs: 1_000, attempts: 3 } },
    });
    const fault = on.sandbox.faults.inject({ kind: 'status', status: 500, match: POST });
    on.load(sale);
    for (let tries = 0; tries < 5; tries += 1) {
      await on.settle();
      on.advance(2_000);
    }
    expect(fault.hits).toBe(3);
    expect(words(await on.run('status'))).toContain('given up after 3 attempts: Discord answered 500');
    fault.remove();
    expect(title(await on.run('resend'))).toContain('Trying again');
    await on.settle();
    expect(posts(on, on.channels[0]!)).toHaveLength(1);
    expect(title(await on.run('resend'))).toBe('Nothing to send again');
  });

  it('by a rate limit is waited out without counting as an attempt', async () => {
    const on = await subscribed(1, {
      tuning: { backoff: { firstMs: 1_000, longestMs: 1_000, attempts: 1 } },
    });
    on.sandbox.faults.inject({ kind: 'rate_limit', retryAfterSeconds: 30, match: POST, times: 1 });
    on.load(sale);
    await on.settle();
    await on.settle();
    const sends = () =>
      on.sandbox.exchanges.all.filter(({ method, route }) => method === 'POST' && route === POST.path);
    expect(sends()).toHaveLength(1);
    on.advance(40_000);
    await on.settle();
    expect(posts(on, on.channels[0]!)).toHaveLength(1);
    expect(sends()).toHaveLength(2);
  });

  it('by a refused token stops all sending and disables nothing', async () => {
    const on = await subscribed(2);
    on.sandbox.faults.inject({
      kind: 'status',
      status: 401,
      body: { code: 0, message: '401: Unauthorized' },
      match: POST,
    });
    on.load(sale);
    await on.settle();
    expect(words(await on.run('list'))).not.toContain('Stopped');
  });
});

describe('a channel that is closed to the bot', () => {
  it('is asked once, its subscription stops, and the managers are told once', async () => {
    const on = await subscribed(2);
    const { sandbox, bot } = on;
    const managers = sandbox.addChannel(sandbox.guild, { name: 'managers' });
    await expect.poll(() => bot.client.channels.cache.has(managers.id)).toBe(true);
    bot.client.guilds.cache.get(sandbox.guild.id)!.publicUpdatesChannelId = managers.id;
    sandbox.setPermissions(on.channels[0]!, sandbox.bot, { deny: Permission.sendMessages });
    on.load(sale);
    await on.settle();
    on.load(sale, call);
    await on.settle();
    const asked = sandbox.exchanges.all.filter(
      ({ path }) => path === `/channels/${on.channels[0]!.id}/messages`,
    );
    expect(asked).toHaveLength(1);
    expect(posts(on, on.channels[1]!)).toHaveLength(2);
    expect(posts(on, managers)).toHaveLength(1);
    expect(words(posts(on, managers)[0]!)).toContain(`can no longer announce in <#${on.channels[0]!.id}>`);
    expect(words(await on.run('list'))).toContain('Stopped');

    sandbox.setPermissions(on.channels[0]!, sandbox.bot, {});
    await expect
      .poll(async () => title(await on.run('subscribe', { channel: on.channels[0] })))
      .toBe('✅ Subscription changed');
    await on.run('resend');
    await on.settle();
    // What came while it was stopped is not made up for; what had failed is.
    expect(posts(on, on.channels[0]!)).toHaveLength(1);
    expect(words(await on.run('list'))).not.toContain('Stopped');
  });

  it('because it was deleted is asked once', async () => {
    const on = await subscribed(1);
    on.sandbox.removeChannel(on.channels[0]!);
    on.load(sale);
    await on.settle();
    await on.settle();
    expect(on.sandbox.exchanges.all.filter(({ status }) => status === 404)).toHaveLength(1);
    expect(words(await on.run('list'))).toContain('the channel no longer exists');
  });
});

describe('publishing to followers', () => {
  it('keeps to ten an hour, and what waits is sent and not yet published', async () => {
    const on = await stage();
    const { sandbox } = on;
    await on.run('subscribe', { channel: sandbox.announcements });
    const many = [...Array(12).keys()].map((index) => {
      const { headline: _, ...rest } = sale;
      return { ...rest, id: `n${index}`, text: `${sale.text} ${'x'.repeat(index + 1)}` };
    });
    on.load(...many);
    await on.settle();
    const published = () => posts(on, sandbox.announcements).filter(({ crossposted }) => crossposted).length;
    expect(posts(on, sandbox.announcements)).toHaveLength(12);
    expect(published()).toBe(10);
    expect(words(await on.run('status'))).toContain('sent, not yet published');
    expect(sandbox.exchanges.all.filter(({ status }) => status === 429)).toEqual([]);
    on.advance(HOUR + MINUTE);
    // Another process, since the client of this one counts the hour by the machine's clock.
    await on.another().settle(SHARE, surroundingsOf(on.bot.client));
    expect(published()).toBe(12);
  });

  it('waits where Discord says so, although nothing was published from here', async () => {
    const on = await stage();
    const { sandbox } = on;
    await on.run('subscribe', { channel: sandbox.announcements });
    sandbox.faults.inject({
      kind: 'rate_limit',
      retryAfterSeconds: 1_800,
      times: 1,
      match: { path: /\/crosspost$/ },
    });
    on.load(sale);
    await on.settle();
    expect(posts(on, sandbox.announcements)[0]!.crossposted).toBe(false);
    on.advance(HOUR);
    await on.settle();
    expect(posts(on, sandbox.announcements)[0]!.crossposted).toBe(true);
  });

  it('that was done before counts as done', async () => {
    const on = await stage();
    const { sandbox } = on;
    await on.run('subscribe', { channel: sandbox.announcements });
    sandbox.faults.inject({ kind: 'drop_after_commit', times: 1, match: { path: /\/crosspost$/ } });
    on.load(sale);
    await on.settle();
    on.advance(MINUTE);
    await on.settle();
    expect(words(await on.run('status'))).toContain('published');
    expect(posts(on, sandbox.announcements)).toHaveLength(1);
  });
});

describe('an announcement', () => {
  it('shows issuer, headline, first sentence, contents, date and link, and what can be pressed', async () => {
    const on = await subscribed(1);
    on.load(call);
    await on.settle();
    const [post] = posts(on, on.channels[0]!);
    expect(post!.embeds[0]!.author!.name).toContain(call.issuer.tickers[0]!.symbol.text);
    expect(title(post!)).toContain(call.headline!.text.slice(0, 40));
    expect(value(post!, 'Meetings and calls')).toContain(call.events[0]!.name.text);
    expect(words(post!)).toContain(call.dateline!.date!.quote.text);
    expect(buttons(post!).slice(0, 2)).toEqual(['Ask about this', 'Full text']);
    expect(refused(on)).toEqual([]);
  });

  it('is asked about in a form, and answered privately from that release alone', async () => {
    const on = await subscribed(1);
    on.load(call, sale);
    await on.settle();
    const { sandbox } = on;
    const post = posts(on, on.channels[0]!).find((one) =>
      title(one).includes(call.headline!.text.slice(0, 30)),
    )!;
    const id = post.components[0]!.components![0]!.custom_id!;
    const form = await sandbox.click(sandbox.investor, post, id);
    expect(form.modal?.title).toBe('Ask about this release');
    const answer = await (
      await sandbox.submitModal(sandbox.investor, form, { question: 'When is the conference call?' })
    ).reply();
    expect(answer.visibleTo).toBe(sandbox.investor.id);
    expect(words(answer)).toContain(call.headline!.text.slice(0, 20));
    expect(refused(on)).toEqual([]);
  });

  it('waits for as long as the deliverer is not running, and is then posted once by two of them', async () => {
    const on = await subscribed(20);
    const other = on.another();
    on.load(sale);
    const around = {
      isAnnouncementChannel: () => false,
      mayReadHistory: () => true,
      noticeChannels: () => [],
    };
    await Promise.all([on.settle(), other.settle(SHARE, around)]);
    for (const channel of on.channels) expect(posts(on, channel)).toHaveLength(1);
    await other.stop();
  });
});

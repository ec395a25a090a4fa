import { describe, expect, it } from 'vitest';
import { releaseKey } from '../../src/present/custom-ids.ts';
import { title, words } from '../e2e/harness.ts';
import { seedRelease } from '../support/seed.ts';
import { HOUR, invented, posts, refused, stage } from './stage.ts';

const sale = invented('dunlavery-2025-kestrow-sale');
const call = invented('corvanth-2025-q2-call-notice');
const posters = invented('tessalune-2025-wmdc-posters');

describe('a new release', () => {
  it('is posted once where it is wanted, and published to followers', async () => {
    const on = await stage({ loaded: [seedRelease()] });
    const { sandbox } = on;
    await on.run('subscribe', { channel: sandbox.announcements });
    on.load(seedRelease(), sale);
    await on.settle();
    await on.settle();
    const [post, ...others] = posts(on, sandbox.announcements);
    expect(others).toEqual([]);
    expect(title(post!)).toContain('📣 New release');
    expect(words(post!)).toContain('Dunlavery');
    expect(post!.crossposted).toBe(true);
    expect(post!.pinged).toEqual({ users: [], roles: [], everyone: false });
    expect(posts(on, sandbox.questions)).toEqual([]);
    expect(refused(on)).toEqual([]);
  });

  it('is not announced when it was there before the first look', async () => {
    const on = await stage({ loaded: [seedRelease(), sale] });
    await on.run('subscribe', { channel: on.sandbox.questions });
    await on.settle();
    expect(posts(on, on.sandbox.questions)).toEqual([]);
  });

  it('is announced after a first look at an empty folder', async () => {
    const on = await stage();
    await on.run('subscribe', { channel: on.sandbox.questions });
    on.load(sale);
    await on.settle();
    expect(posts(on, on.sandbox.questions)).toHaveLength(1);
  });

  it('is not announced to a channel that subscribes after it', async () => {
    const on = await stage();
    on.load(sale);
    await on.settle();
    await on.run('subscribe', { channel: on.sandbox.questions });
    await on.settle();
    expect(posts(on, on.sandbox.questions)).toEqual([]);
  });

  it('goes to the channels of its issuer alone', async () => {
    const on = await stage({ loaded: [call, posters] });
    const other = on.sandbox.addChannel(on.sandbox.guild, { name: 'other' });
    await on.run('subscribe', { channel: on.sandbox.questions, issuer: call.issuer.tickers[0]!.symbol.text });
    await on.run('subscribe', { channel: other, issuer: posters.issuer.tickers[0]!.symbol.text });
    on.load(call, posters, {
      ...call,
      id: 'second',
      text: `${call.text} More.`,
      headline: posters.headline!,
    });
    await on.settle();
    expect(posts(on, on.sandbox.questions)).toHaveLength(1);
    expect(posts(on, other)).toEqual([]);
  });

  it('comes after the others of a backlog that are older', async () => {
    const on = await stage();
    await on.run('subscribe', { channel: on.sandbox.questions });
    on.load(posters, sale, call, seedRelease());
    await on.settle();
    const expected = [posters, sale, call, seedRelease()]
      .sort((a, b) => a.publishedAt!.localeCompare(b.publishedAt!))
      .map(({ id }) => releaseKey(id));
    const ids = posts(on, on.sandbox.questions).map(
      ({ components }) => components[0]!.components![0]!.custom_id!.split(':')[2],
    );
    expect(ids).toEqual(expected);
  });

  it('is the same under another id, or from another wire, and not announced again', async () => {
    const on = await stage();
    await on.run('subscribe', { channel: on.sandbox.questions });
    on.load(sale);
    await on.settle();
    on.load(sale, { ...sale, id: 'renamed' }, { ...sale, id: 'wire', text: `${sale.text}\nSOURCE Wire` });
    await on.settle();
    expect(posts(on, on.sandbox.questions)).toHaveLength(1);
  });

  it('is not announced when it was published long before the bot came back', async () => {
    const on = await stage();
    await on.run('subscribe', { channel: on.sandbox.questions });
    on.advance(200 * HOUR);
    on.load({ ...sale, publishedAt: new Date(on.sandbox.clock.now() - 150 * HOUR).toISOString() });
    await on.settle();
    expect(posts(on, on.sandbox.questions)).toEqual([]);
    on.load(sale, { ...call, publishedAt: new Date(on.sandbox.clock.now()).toISOString() });
    await on.settle();
    expect(posts(on, on.sandbox.questions)).toHaveLength(1);
  });
});

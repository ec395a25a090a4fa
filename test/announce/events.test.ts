import { describe, expect, it } from 'vitest';
import { occasionsOf } from '../../src/knowledge/occasions.ts';
import { title, value, words } from '../e2e/harness.ts';
import { seedRelease } from '../support/seed.ts';
import { HOUR, MINUTE, posts, refused, stage } from './stage.ts';

const seed = seedRelease();
const starts = Date.parse(occasionsOf(seed)[0]!.startsAt);
const ahead = (milliseconds: number) => new Date(starts - milliseconds);

async function subscribed(at: Date, options: Record<string, unknown> = {}) {
  const on = await stage({ loaded: [seed], at });
  await on.run('subscribe', { channel: on.sandbox.questions, kinds: 'event', ...options });
  return on;
}

describe('an event', () => {
  it('is announced 24 hours and 1 hour before, with the viewer’s time and a calendar file', async () => {
    const on = await subscribed(ahead(48 * HOUR));
    await on.settle();
    expect(posts(on, on.sandbox.questions)).toEqual([]);
    on.advance(24 * HOUR);
    await on.settle();
    await on.settle();
    const [first, ...none] = posts(on, on.sandbox.questions);
    expect(none).toEqual([]);
    expect(title(first!)).toBe('⏰ Coming up');
    expect(value(first!, '🗓️ Is scheduled for')).toContain(`<t:${starts / 1000}:F>`);
    expect(words(first!)).toContain('C-CAR088');
    const [file] = first!.attachments;
    const ics = Buffer.from(file!.bytes).toString('utf8');
    expect(file!.filename).toBe('event.ics');
    expect(ics).toContain(`DTSTART:${new Date(starts).toISOString().replace(/[-:]|\.\d+/g, '')}\r\n`);
    expect(ics.split('\r\n').every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
    on.advance(23 * HOUR);
    await on.settle();
    const both = posts(on, on.sandbox.questions);
    expect(both).toHaveLength(2);
    const uids = both.map(
      ({ attachments }) => /^UID:.*$/m.exec(Buffer.from(attachments[0]!.bytes).toString('utf8'))?.[0],
    );
    expect(uids[0]).toBe(uids[1]);
    on.advance(2 * HOUR);
    await on.settle();
    expect(posts(on, on.sandbox.questions)).toHaveLength(2);
    expect(refused(on)).toEqual([]);
  });

  it('that has passed while the bot was away is not announced', async () => {
    const on = await subscribed(ahead(48 * HOUR));
    on.advance(48 * HOUR + MINUTE);
    await on.settle();
    expect(posts(on, on.sandbox.questions)).toEqual([]);
  });

  it('whose post could not be sent in time is not announced afterwards', async () => {
    const on = await subscribed(ahead(2 * HOUR));
    await on.settle();
    on.advance(HOUR);
    on.sandbox.faults.inject({
      kind: 'status',
      status: 503,
      times: 1,
      match: { method: 'POST', path: /messages$/ },
    });
    await on.settle();
    on.advance(HOUR + MINUTE);
    await on.settle();
    expect(posts(on, on.sandbox.questions)).toEqual([]);
    expect(words(await on.run('status'))).toContain('it is too late');
  });

  it('is not announced where events are off', async () => {
    const on = await subscribed(ahead(2 * HOUR), { kinds: 'release, correction' });
    on.advance(HOUR);
    await on.settle();
    expect(posts(on, on.sandbox.questions)).toEqual([]);
  });

  it('becomes one scheduled event of the server where that is wanted', async () => {
    const on = await stage({ loaded: [seed], at: ahead(48 * HOUR) });
    const { sandbox } = on;
    const own = [...sandbox.guild.roles.values()].find(({ managed }) => managed)!;
    expect(
      words(await on.run('subscribe', { channel: sandbox.questions, 'scheduled-events': true })),
    ).toContain('lacks **Create Events**');
    sandbox.setRolePermissions(sandbox.guild, own, 1n << 44n);
    await expect
      .poll(async () =>
        title(await on.run('subscribe', { channel: sandbox.questions, 'scheduled-events': true })),
      )
      .toBe('✅ Subscribed');
    await on.run('subscribe', { channel: sandbox.announcements, 'scheduled-events': true });
    sandbox.faults.inject({
      kind: 'drop_after_commit',
      times: 1,
      match: { method: 'POST', path: '/guilds/:guild/scheduled-events' },
    });
    await on.settle();
    on.advance(MINUTE);
    await on.settle();
    const made = [...sandbox.guild.scheduledEvents.values()];
    expect(made).toHaveLength(occasionsOf(seed).length);
    expect(Date.parse(made[0]!.startsAt)).toBe(starts);
    on.load({ ...seed, status: 'retracted' });
    await on.settle();
    expect(sandbox.guild.scheduledEvents.size).toBe(0);
    expect(refused(on)).toEqual([]);
  });
});

import { SnowflakeUtil } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClock } from '../../src/sandbox/clock.ts';
import {
  compareSnowflakes,
  createPastSnowflakes,
  createSnowflakes,
  shardOf,
  snowflakeTime,
} from '../../src/sandbox/snowflake.ts';

describe('the clock', () => {
  it('rings what falls due while time is skipped, in order, and nothing else', () => {
    let now = 1_000;
    const clock = createClock(() => now);
    const rung: string[] = [];
    clock.after(300, () => rung.push('third'));
    clock.after(100, () => rung.push('first'));
    const cancel = clock.after(150, () => rung.push('cancelled'));
    clock.after(200, () => rung.push('second'));
    cancel();
    clock.advance(50);
    expect(rung).toEqual([]);
    clock.advance(150);
    expect(rung).toEqual(['first', 'second']);
    now += 100;
    clock.advance(0);
    expect(rung).toEqual(['first', 'second', 'third']);
    expect(clock.now()).toBe(1_300);
  });

  it('runs by itself, and rings nothing once stopped', async () => {
    const clock = createClock();
    await new Promise<void>((resolve) => clock.after(5, resolve));
    clock.after(5, () => expect.unreachable());
    clock.stop();
    await new Promise((resolve) => setTimeout(resolve, 15));
  });
});

describe('ids', () => {
  it('rise strictly however many are made at once, and carry their time', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -5, max: 50 }), { maxLength: 200 }), (steps) => {
        let now = Date.UTC(2026, 0, 1);
        const next = createSnowflakes(() => now);
        let last = next();
        for (const step of steps) {
          now += step;
          const id = next();
          expect(compareSnowflakes(last, id)).toBeLessThan(0);
          last = id;
        }
      }),
    );
    const now = Date.UTC(2026, 10, 22, 12);
    const id = createSnowflakes(() => now)();
    expect(snowflakeTime(id)).toBe(now);
    expect(SnowflakeUtil.timestampFrom(id)).toBe(now);
  });

  it('of servers spread evenly over shards', () => {
    const next = createPastSnowflakes(() => Date.UTC(2026, 0, 1));
    const guilds = Array.from({ length: 60 }, next);
    for (const shards of [2, 3, 4, 5]) {
      const sizes = Array.from(
        { length: shards },
        (_, shard) => guilds.filter((id) => shardOf(id, shards) === shard).length,
      );
      expect(new Set(sizes)).toEqual(new Set([60 / shards]));
    }
  });
});

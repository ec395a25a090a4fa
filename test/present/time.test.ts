import { describe, expect, it } from 'vitest';
import { age, isPast, publishedAgo, viewersTime, writtenDate } from '../../src/present/time.ts';
import { NOW, seedRelease } from '../support/seed.ts';

const at = (iso: string) => new Date(iso);

describe('age of a release', () => {
  it.each([
    ['2026-11-22', 'today'],
    ['2026-11-21', '1 day'],
    ['2026-10-01', '52 days'],
    ['2026-08-22', '3 months'],
    ['2025-11-22', '1 year'],
    ['2020-12-04', '5 years'],
    ['2020-11-22', '6 years'],
    ['2020-11-23', '5 years'],
  ])('%s is %s on 2026-11-22', (date, words) => {
    expect(age(date, NOW)).toBe(words);
  });

  it('is not told for a date ahead or unreadable', () => {
    expect(age('2027-01-01', NOW)).toBeUndefined();
    expect(age('soon', NOW)).toBeUndefined();
  });

  it('marks a release as old after a quarter', () => {
    const release = { ...seedRelease(), publishedAt: '2026-09-01' };
    expect(publishedAgo(release, NOW)).toEqual({ words: 'published 2 months ago', old: false });
    expect(publishedAgo(release, at('2026-12-01T00:00:00Z'))?.old).toBe(true);
  });
});

describe('what lies behind', () => {
  it('is an instant that has come', () => {
    expect(isPast({ instant: '2020-12-05T21:15:00Z' }, at('2020-12-05T21:14:59Z'))).toBe(false);
    expect(isPast({ instant: '2020-12-05T21:15:00Z' }, at('2020-12-05T21:15:00Z'))).toBe(true);
  });

  it('is a day only once it is over everywhere on Earth', () => {
    expect(isPast({ day: '2020-12-05' }, at('2020-12-06T11:59:59Z'))).toBe(false);
    expect(isPast({ day: '2020-12-05' }, at('2020-12-06T12:00:00Z'))).toBe(true);
  });
});

it("writes an instant as Discord's timestamp in seconds", () => {
  expect(viewersTime('2020-12-05T21:15:00Z')).toBe('<t:1607202900:F>');
});

it('writes a date that no release prints without shifting its day', () => {
  expect(writtenDate('2020-12-04')).toBe('December 4, 2020');
});

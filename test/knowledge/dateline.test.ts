import { describe, expect, test } from 'vitest';
import { release, words } from './texts.ts';

const BODY = 'Varnholt Systems AS today announced that its second plant has opened ahead of plan.';

describe('datelines', () => {
  test.each([
    ['PR Newswire', 'OSLO, Norway, May 5, 2025 /PRNewswire/ -- ', ['OSLO, Norway'], 'PRNewswire'],
    [
      'two cities',
      'TULSA, Okla. and BASEL, Switzerland, May 5, 2025 /PRNewswire/ -- ',
      ['TULSA, Okla.', 'BASEL, Switzerland'],
      'PRNewswire',
    ],
    [
      'three cities',
      'HONG KONG, OSLO and FLORHAM PARK, N.J., May 5, 2025 /PRNewswire/ -- ',
      ['HONG KONG', 'OSLO', 'FLORHAM PARK, N.J.'],
      'PRNewswire',
    ],
    [
      'GlobeNewswire',
      'PASADENA, CALIF., May 5, 2025 (GLOBE NEWSWIRE) -- ',
      ['PASADENA, CALIF.'],
      'GLOBE NEWSWIRE',
    ],
    [
      'GlobeNewswire, an em dash',
      'ALPHARETTA, Ga., May 5, 2025 (GLOBE NEWSWIRE) — ',
      ['ALPHARETTA, Ga.'],
      'GLOBE NEWSWIRE',
    ],
    [
      'Business Wire',
      'CAMBRIDGE, Mass.--(BUSINESS WIRE)--May 05, 2025-- ',
      ['CAMBRIDGE, Mass.'],
      'BUSINESS WIRE',
    ],
    [
      'Business Wire, two cities',
      'BOULDER, Colo. & TROMSØ, Norway--(BUSINESS WIRE)--May 5, 2025-- ',
      ['BOULDER, Colo.', 'TROMSØ, Norway'],
      'BUSINESS WIRE',
    ],
    ['NewMediaWire', 'ATLANTA, GA - May 5, 2025 (NEWMEDIAWIRE) - ', ['ATLANTA, GA'], 'NEWMEDIAWIRE'],
    [
      'NewMediaWire, wire first',
      'RADNOR, PA - (NewMediaWire) - May 5, 2025 - ',
      ['RADNOR, PA'],
      'NewMediaWire',
    ],
    ['wire, date, place', '(NewMediaWire) - May 05, 2025 - DALLAS — ', ['DALLAS'], 'NewMediaWire'],
    ['no wire', 'ISSAQUAH, Wash., May 5, 2025 - ', ['ISSAQUAH, Wash.'], undefined],
    ['no wire, en dashes', 'Geneva, Switzerland – May 5, 2025 – ', ['Geneva, Switzerland'], undefined],
    ['a day before the month', 'LONDON, 5 May 2025 (GLOBE NEWSWIRE) -- ', ['LONDON'], 'GLOBE NEWSWIRE'],
  ])('%s', (_, dateline, places, wire) => {
    const parsed = release(dateline + BODY);
    expect(parsed.dateline?.places.map(words)).toEqual(places);
    expect(parsed.dateline?.date?.iso).toBe('2025-05-05');
    expect(words(parsed.dateline?.wire)).toBe(wire);
    expect(parsed.publishedAt).toBe('2025-05-05');
    expect(parsed.passages.some(({ form, quote }) => form === 'sentence' && quote.text === BODY)).toBe(true);
  });

  test('of a bare date line and the dateline that repeats it, the second opens the news', () => {
    const parsed = release('PR Newswire', 'OSLO, May 5, 2025', `OSLO, May 5, 2025 /PRNewswire/ -- ${BODY}`);
    expect(words(parsed.dateline?.quote)).toBe('OSLO, May 5, 2025 /PRNewswire/');
    expect(parsed.passages.filter(({ form }) => form === 'dateline').map(({ role }) => role)).toEqual([
      'preamble',
      'body',
    ]);
    expect(words(parsed.headline)).toBe('Varnholt Systems Reports Progress');
  });

  test('a dateline on a line of its own belongs to the paragraph under it', () => {
    const parsed = release('NEW YORK--(BUSINESS WIRE)--May 05, 2025--', BODY);
    expect(parsed.dateline?.date?.iso).toBe('2025-05-05');
    expect(words(parsed.issuer.name)).toContain('Varnholt Systems');
  });

  test('a date that does not exist is no date', () => {
    expect(release(`OSLO, February 30, 2025 /PRNewswire/ -- ${BODY}`).publishedAt).toBeUndefined();
  });

  test('a sentence that starts with a place and a date is no dateline', () => {
    const parsed = release(
      'In Oslo on May 5, 2025 the plant was opened by the mayor and its first crew.',
      BODY,
    );
    expect(parsed.dateline).toBeUndefined();
  });
});

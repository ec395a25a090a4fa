import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { inspect } from '../../src/cli/inspect.ts';

afterEach(() => vi.restoreAllMocks());

/** What `inspect` prints for a file, as JSON. */
async function printed(file: string): Promise<Record<string, unknown>> {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => lines.push(line) && undefined);
  expect(await inspect([file])).toBe(0);
  return JSON.parse(lines.join('\n'));
}

describe('inspect', () => {
  test('prints one object in the shape of the contract; absent is left out', async () => {
    const seed = await printed('knowledge/cbmg-2020-12-04.txt');
    expect(Object.keys(seed)).toEqual([
      'id',
      'issuer',
      'dateline',
      'publishedAt',
      'kind',
      'abstracts',
      'people',
      'definitions',
      'forwardLooking',
      'contacts',
    ]);
    expect(seed).toMatchObject({
      id: 'cbmg-2020-12-04',
      issuer: {
        name: { text: 'Cellular Biomedicine Group Inc.' },
        tickers: [{ exchange: { text: 'NASDAQ' }, symbol: { text: 'CBMG' } }],
      },
      dateline: {
        places: [{ text: 'GAITHERSBURG, Md.' }, { text: 'SHANGHAI' }],
        date: '2020-12-04',
        wire: { text: 'PRNewswire' },
      },
      publishedAt: '2020-12-04',
      kind: 'original',
      forwardLooking: false,
      contacts: [],
    });
    const abstracts = seed['abstracts'] as Record<string, unknown>[];
    expect(Object.keys(abstracts[0] ?? {})).toEqual([
      'candidate',
      'title',
      'program',
      'type',
      'session',
      'date',
      'time',
      'link',
    ]);
    expect(Object.keys(abstracts[1] ?? {})).toEqual(['candidate', 'title', 'link']);
  });

  test('every text stands at its offsets', async () => {
    const file = 'test/fixtures/releases/tessalune-2025-wmdc-posters.txt';
    const text = readFileSync(file, 'utf8');
    let slices = 0;
    JSON.stringify(await printed(file), (_, value) => {
      if (value !== null && typeof value === 'object' && 'start' in value) {
        expect(text.slice(value.start, value.end)).toBe(value.text);
        slices += 1;
      }
      return value;
    });
    expect(slices).toBeGreaterThan(40);
  });

  test('says what is wrong with a file that it cannot read', async () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await inspect(['nowhere.txt'])).toBe(1);
    expect(said.mock.calls[0]?.[0]).toMatch(/^nowhere\.txt:1: /);
    expect(await inspect([])).toBe(2);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRelease } from '../../src/knowledge/parse.ts';
import { showLiterally } from '../../src/present/escape.ts';
import { pageAt, pageReply, pagesOf } from '../../src/present/pages.ts';
import { field, labels, seen } from '../support/reading.ts';
import { NOW, seedRelease } from '../support/seed.ts';

const seed = seedRelease();
const squeezed = (text: string) => text.replace(/\s+/g, '');

describe('the full text', () => {
  it('stands whole in its pages, in order', () => {
    expect(
      squeezed(
        pagesOf(seed)
          .map(({ text }) => text)
          .join(''),
      ),
    ).toBe(squeezed(seed.text));
  });

  it('is turned at ends of sentences', () => {
    for (const { end } of pagesOf(seed)) {
      expect(seed.passages.some(({ quote }) => quote.end === end)).toBe(true);
    }
  });

  it('breaks no number and no link, however long a sentence is', () => {
    const word = fc.constantFrom(
      'cells',
      '12 000',
      '3.5%',
      'https://example.com/a_long_path/of_a_page',
      'and,',
      '1:15 pm',
    );
    fc.assert(
      fc.property(fc.array(word, { minLength: 200, maxLength: 900 }), (words) => {
        const release = parseRelease('long', words.join(' '));
        const pages = pagesOf(release);
        expect(squeezed(pages.map(({ text }) => text).join(''))).toBe(squeezed(release.text));
        for (const { text, start, end } of pages) {
          expect(showLiterally(text).length).toBeLessThanOrEqual(1_800);
          expect(release.text.slice(0, start)).not.toMatch(/\d $/);
          expect(release.text.slice(start - 1, start + 1)).not.toMatch(/\d\d|\S\S/);
          expect(release.text.slice(end - 1, end + 1)).not.toMatch(/\S\S/);
        }
      }),
      { numRuns: 30 },
    );
  });

  it('fits its pages even where there is nowhere good to break', () => {
    for (const text of [
      '1 2 3 4 5 6 7 8 9 '.repeat(400),
      'x'.repeat(9_000),
      '_*'.repeat(3_000),
      '😀'.repeat(2_000),
    ]) {
      const release = parseRelease('odd', text);
      const pages = pagesOf(release);
      expect(squeezed(pages.map((page) => page.text).join(''))).toBe(squeezed(text));
      expect(Math.max(...pages.map((page) => showLiterally(page.text).length))).toBeLessThanOrEqual(1_800);
    }
  });

  it('is found at the page of any character', () => {
    pagesOf(seed).forEach(({ start }, index) => {
      expect(pageAt(seed, start)).toBe(index);
    });
  });

  it('comes with buttons to turn, and as a file to the byte', () => {
    const reply = pageReply(seed, 0, [], NOW);
    expect(seen(reply.embeds[0]?.description ?? '')).toBe(pagesOf(seed)[0]?.text);
    expect(labels(reply)).toEqual(['◀ Back', 'Next ▶']);
    expect(field(reply, 'Page')).toBe(`1 of ${pagesOf(seed).length}`);
    expect(reply.files).toEqual([{ name: 'cbmg-2020-12-04.txt', text: seed.text }]);
    expect(reply.forCallerOnly).toBe(true);
  });

  it('has no page before the first or after the last', () => {
    expect(field(pageReply(seed, 99, [], NOW), 'Page')).toBe(
      `${pagesOf(seed).length} of ${pagesOf(seed).length}`,
    );
  });
});

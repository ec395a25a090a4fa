import { describe, expect, it } from 'vitest';
import { parseRelease } from '../../src/knowledge/parse.ts';
import { contextReply } from '../../src/present/context.ts';
import { labels, seen } from '../support/reading.ts';
import { NOW, seedRelease } from '../support/seed.ts';

const seed = seedRelease();
const spanOf = (words: string) => {
  const start = seed.text.indexOf(words);
  return { start, end: start + words.length };
};
const shown = (words: string) => contextReply(seed, [spanOf(words)], NOW)?.embeds[0]?.description ?? '';

describe('a quotation in context', () => {
  it('stands in bold within its whole paragraph', () => {
    const text = shown('twelve independent cell production lines');
    expect(text).toContain('consisting of **twelve independent cell production lines**, are designed');
    const paragraph = seed.text.split('\n').find((line) => line.includes('twelve independent'));
    expect(seen(text)).toBe(paragraph);
  });

  it('that fills its paragraph is shown with the paragraphs around it', () => {
    const text = shown('Promising Safety and Efficacy Profile in Relapsed or Refractory Multiple Myeloma');
    expect(text).toMatch(
      /virtual event on December 5-8, 2020\.\n\n\*\*Promising .* Myeloma\*\*\n\nC-CAR088$/,
    );
  });

  it('may be several, each in its place', () => {
    const reply = contextReply(
      seed,
      [spanOf('twelve independent cell production lines'), spanOf('62nd')],
      NOW,
    );
    const text = reply?.embeds[0]?.description ?? '';
    expect(text.indexOf('**62nd**')).toBeGreaterThan(0);
    expect(text.indexOf('**twelve')).toBeGreaterThan(text.indexOf('⋯'));
  });

  it('names the heading above it, and leads on to the full text', () => {
    const reply = contextReply(seed, [spanOf('1:15pm PST')], NOW);
    expect(reply?.embeds[0]?.title).toBe('In context · C-CAR088');
    expect(labels(reply ?? { rows: [] })).toEqual(['Full text here']);
    expect(reply?.forCallerOnly).toBe(true);
  });

  it('is not made up where the release has changed', () => {
    expect(contextReply(seed, [{ start: 10, end: 999_999 }], NOW)).toBeUndefined();
    expect(
      contextReply(seed, [{ start: seed.text.indexOf('\n\n'), end: seed.text.indexOf('\n\n') + 2 }], NOW),
    ).toBeUndefined();
  });

  it('too long for a message is attached whole', () => {
    const long = parseRelease('long', `${'Many words stand here without an end '.repeat(300)}.`);
    const reply = contextReply(long, [{ start: 0, end: long.text.length }], NOW);
    expect(reply?.files[0]?.text).toBe(long.text.trim());
    expect(reply?.embeds[0]?.description).toContain('attached file');
  });
});

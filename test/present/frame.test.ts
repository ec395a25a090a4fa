import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Release } from '../../src/knowledge/model.ts';
import { parseRelease } from '../../src/knowledge/parse.ts';
import { quoteFrom } from '../../src/knowledge/quote.ts';
import { measure, quoteBlock, sheetReply } from '../../src/present/frame.ts';
import { LIMITS } from '../../src/present/limits.ts';
import type { Reply } from '../../src/present/reply.ts';
import { quotations, wordsOf } from '../support/reading.ts';
import { NOW, seedRelease } from '../support/seed.ts';

function expectWithinLimits({ embeds }: Reply): void {
  expect(embeds.length).toBeLessThanOrEqual(LIMITS.embeds);
  expect(embeds.reduce((sum, embed) => sum + measure(embed), 0)).toBeLessThanOrEqual(LIMITS.embedTotal);
  for (const { title, description, author, footer, fields = [] } of embeds) {
    expect(title?.length ?? 1).toBeLessThanOrEqual(LIMITS.embedTitle);
    expect(description?.length ?? 1).toBeLessThanOrEqual(LIMITS.embedDescription);
    expect(author?.name.length ?? 1).toBeLessThanOrEqual(LIMITS.embedAuthor);
    expect(footer?.text.length ?? 1).toBeLessThanOrEqual(LIMITS.embedFooter);
    expect(fields.length).toBeLessThanOrEqual(LIMITS.embedFields);
    for (const { name, value } of fields) {
      expect(name.trim().length).toBeGreaterThan(0);
      expect(name.length).toBeLessThanOrEqual(LIMITS.fieldName);
      expect(value.trim().length).toBeGreaterThan(0);
      expect(value.length).toBeLessThanOrEqual(LIMITS.fieldValue);
    }
  }
}

/** A release of paragraphs of any length, to quote each of them. */
const paragraphs = fc.array(
  fc
    .tuple(fc.constantFrom('cell ', 'a*b_c ', '12.5% of KOA. ', '😀 '), fc.integer({ min: 1, max: 900 }))
    .map(([word, times]) => word.repeat(times).trim()),
  { minLength: 1, maxLength: 40 },
);

function releaseOf(lines: readonly string[]): Release {
  return { ...parseRelease('many', lines.join('\n\n')), sourceNote: 'x'.repeat(400) };
}

function quotesOf(release: Release, lines: readonly string[]) {
  let at = 0;
  return lines.map((line) => {
    const start = release.text.indexOf(line, at);
    at = start + line.length;
    return quoteFrom(release, start, at);
  });
}

describe('a sheet of quotations', () => {
  it('fits every limit, and shows or attaches each quotation whole', () => {
    fc.assert(
      fc.property(paragraphs, fc.boolean(), fc.string({ maxLength: 400 }), (lines, leads, title) => {
        const release = releaseOf(lines);
        const quotes = quotesOf(release, lines);
        const blocks = quotes.map((quote) => quoteBlock(title, quote));
        const [lead, ...rest] = blocks;
        const reply = sheetReply({
          release,
          title,
          now: NOW,
          ...(leads && lead ? { lead, blocks: rest } : { blocks }),
        });
        expectWithinLimits(reply);
        const shown = reply.embeds.flatMap(({ description, fields }) =>
          [description ?? '', ...(fields ?? []).map(({ value }) => value)].flatMap(quotations),
        );
        const attached = reply.files.map(({ text }) => text).join('\n');
        for (const { text } of quotes) expect(shown.includes(text) || attached.includes(text)).toBe(true);
        if (reply.files.length > 0) expect(wordsOf(reply)).toContain('it is in the attached file');
      }),
      { numRuns: 200 },
    );
  }, 30_000);

  it('puts a quotation that is too long for a field in an embed of its own', () => {
    const lines = ['short', 'long words '.repeat(150).trim(), 'short again'];
    const release = releaseOf(lines);
    const reply = sheetReply({
      release,
      title: 'T',
      now: NOW,
      blocks: quotesOf(release, lines).map((quote, index) => quoteBlock(`Part ${index}`, quote)),
    });
    expect(reply.embeds.map(({ title }) => title)).toEqual(['T', 'Part 1']);
    expect(quotations(reply.embeds[1]?.description ?? '')).toEqual([lines[1]]);
    expect(reply.files).toEqual([]);
  });

  it('has one footer, at its end, and the source once', () => {
    const seed = seedRelease();
    const long = quoteFrom(seed, 1914, 3314);
    const reply = sheetReply({ release: seed, title: 'T', blocks: [quoteBlock('A', long)], now: NOW });
    expect(reply.embeds.filter(({ footer }) => footer !== undefined)).toHaveLength(1);
    expect(reply.embeds.at(-1)?.footer).toBeDefined();
    expect(wordsOf(reply).split('/PRNewswire/')).toHaveLength(2);
  });

  it('never cuts a name: one too long gives way to plain words', () => {
    const seed = seedRelease();
    const reply = sheetReply({
      release: seed,
      title: 'x'.repeat(300),
      blocks: [quoteBlock('y'.repeat(300), quoteFrom(seed, 0, 20))],
      now: NOW,
    });
    expect(reply.embeds[0]?.title).toBe('From the release');
    expect(reply.embeds[0]?.fields?.[0]?.name).toBe('From the release');
  });
});

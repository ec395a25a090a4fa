import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/create.ts';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import { seedRelease } from '../support/seed.ts';

const invented = (await loadKnowledge('test/fixtures/releases')).releases;
const releases = [seedRelease(), ...invented];
const engine = createEngine(releases);
const textOf = new Map(releases.map(({ id, text }) => [id, text]));

/** Questions made of the releases' own words, of asking words, and of anything at all. */
const words = releases.flatMap(({ text }) => text.split(/\s+/)).filter((_, index) => index % 7 === 0);
const question = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc
    .array(
      fc.constantFrom('when', 'what', 'is', 'the', 'who', 'how many', 'C-CAR088', '039', 'or', ...words),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(' ')),
);

describe('whatever is asked', () => {
  it('every quote is a slice of its release, and all together are at most 600 characters', () => {
    fc.assert(
      fc.property(question, (asked) => {
        const answer = engine.ask(asked);
        const citations =
          answer.outcome === 'answered'
            ? answer.citations
            : answer.outcome === 'not_disclosed'
              ? answer.nearest
              : [];
        for (const { quote } of citations) {
          expect(textOf.get(quote.release)?.slice(quote.start, quote.end)).toBe(quote.text);
        }
        expect(citations.length).toBeLessThanOrEqual(3);
        if (answer.outcome === 'answered') {
          expect(citations.map(({ quote }) => quote.text).join(' … ').length).toBeLessThanOrEqual(600);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('asking again gives the same answer', () => {
    fc.assert(
      fc.property(question, (asked) => {
        expect(engine.ask(asked)).toEqual(engine.ask(asked));
      }),
      { numRuns: 40 },
    );
  });
});

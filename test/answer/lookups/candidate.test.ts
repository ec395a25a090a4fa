import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resolveCandidate, suggestCandidates } from '../../../src/answer/lookups/candidate.ts';
import { digitRuns } from '../../../src/answer/lookups/fold.ts';
import type { Release } from '../../../src/knowledge/model.ts';
import { parseRelease } from '../../../src/knowledge/parse.ts';
import { seedRelease } from '../../support/seed.ts';

const seed = seedRelease();
const later: Release = { ...parseRelease('later', seed.text), publishedAt: '2021-05-01' };

function resolved(typed: string, releases: readonly Release[] = [seed]): string {
  const lookup = resolveCandidate(typed, releases);
  switch (lookup.outcome) {
    case 'found':
      return lookup.candidate.name.text;
    case 'ambiguous':
      return `did you mean ${lookup.choices.map(({ name }) => name.text).join(', ')}`;
    case 'no_abstract':
      return `no abstract for ${lookup.name.text}`;
    case 'unknown':
      return `known: ${lookup.known.map(({ name }) => name.text).join(', ')}`;
  }
}

describe('a candidate', () => {
  it.each([
    'C-CAR088',
    'ccar088',
    'C CAR 088',
    'c-car-088',
    'C‑CAR088',
    'C–CAR 088',
    'Ｃ-ＣＡＲ０８８',
    'C-CAR088®',
    ' c car088 ',
    '088',
    'anti-bcma',
    'Anti BCMA CAR T',
    'multiple myeloma',
    'CAR088',
  ])('is found by its folded form: “%s”', (typed) => {
    expect(resolved(typed)).toBe('C-CAR088');
  });

  it.each(['039', 'c-car039', 'CD19/CD20', 'bi-specific'])('is told from the others: “%s”', (typed) => {
    expect(resolved(typed)).toBe('C-CAR039');
  });

  it.each(['C-CAR88', 'ccar 88'])('may leave out the leading zero of its number: “%s”', (typed) => {
    expect(resolved(typed)).toBe('C-CAR088');
  });

  it.each(['C-CAR08', 'C-CAR88X', 'C-CAR038', '88', '0088', 'C-CAR0888', 'C-CRA088'])(
    'is never guessed: “%s” gets a choice',
    (typed) => {
      expect(resolved(typed)).toMatch(/^did you mean .*C-CAR088/);
    },
  );

  it('offers the nearest code first', () => {
    expect(resolved('C-CAR038')).toMatch(/^did you mean C-CAR03?0?[89]/);
    expect(resolved('C-CAR067')).toMatch(/^did you mean C-CAR066/);
  });

  it.each(['banana', 'XYZ-123', '%', 'C-CAR088 and C-CAR039'])(
    'unknown lists the known ones: “%s”',
    (typed) => {
      expect(resolved(typed)).toMatch(/C-CAR088, C-CAR039, C-CAR066$/);
      expect(resolved(typed)).not.toBe('C-CAR088');
    },
  );

  it('is never another code than the digits typed', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Za-z -]{0,6}[0-9]{1,4}[A-Za-z]?$/), (typed) => {
        const lookup = resolveCandidate(typed, [seed]);
        if (lookup.outcome !== 'found') return;
        const titles = lookup.candidate.abstracts.map(({ title }) => title?.text ?? '').join(' ');
        const digits = digitRuns(lookup.candidate.name.text);
        expect(
          [digits, digitRuns(titles)].some((runs) => digitRuns(typed).every((run) => runs.includes(run))),
        ).toBe(true);
      }),
      { numRuns: 500 },
    );
  });

  it('comes from the newest release that has it', () => {
    const lookup = resolveCandidate('088', [seed, later]);
    expect(lookup.outcome === 'found' && lookup.candidate.release.id).toBe('later');
  });

  it('can be asked for nowhere when no release is loaded', () => {
    expect(resolved('088', [])).toBe('known: ');
  });
});

describe('suggestions', () => {
  const suggested = (typed: string) =>
    suggestCandidates(typed, [seed], undefined, 25).map(({ name }) => name.text);

  it('are all candidates before anything is typed', () => {
    expect(suggested('')).toEqual(['C-CAR088', 'C-CAR039', 'C-CAR066']);
  });

  it('follow what is typed, codes and titles alike', () => {
    expect(suggested('c car 0')).toEqual(['C-CAR088', 'C-CAR039', 'C-CAR066']);
    expect(suggested('06')).toEqual(['C-CAR066']);
    expect(suggested('myel')).toEqual(['C-CAR088']);
  });

  it('offer the nearest for a code that does not exist', () => {
    expect(suggested('C-CAR068')).toContain('C-CAR066');
  });
});

import { describe, expect, it } from 'vitest';
import { lookUpTerm, suggestTerms } from '../../../src/answer/lookups/define.ts';
import { inventedReleases } from '../../support/invented.ts';
import { seedRelease } from '../../support/seed.ts';

const seed = seedRelease();

function looked(typed: string): string {
  const lookup = lookUpTerm(typed, [seed]);
  switch (lookup.outcome) {
    case 'defined':
      return lookup.definitions.map(({ meaning, relation }) => `${relation} ${meaning.text}`).join('; ');
    case 'undefined_term':
      return `used ${lookup.uses.length} times`;
    case 'ambiguous':
      return `did you mean ${lookup.choices.map(({ name }) => name.text).join(', ')}`;
    case 'unknown':
      return 'unknown';
  }
}

describe('a term', () => {
  it.each([
    ['KOA', 'means Knee Osteoarthritis'],
    ['koa', 'means Knee Osteoarthritis'],
    ['knee osteoarthritis', 'means Knee Osteoarthritis'],
    ['ASH', 'means American Society of Hematology'],
    ['R/R', 'means Relapsed/Refractory'],
    ['NMPA', 'former CFDA'],
  ])('that the release defines is found: %s', (typed, meaning) => {
    expect(looked(typed)).toBe(meaning);
  });

  it.each(['BCMA', 'haMPC', 'IND', 'GMP', 'virtual event'])(
    'that it only uses is shown where it is used: %s',
    (typed) => {
      expect(looked(typed)).toMatch(/^used [1-9]/);
    },
  );

  it('misspelt is a choice, never a guess', () => {
    expect(looked('Knee Osteoartritis')).toMatch(/^did you mean/);
  });

  it.each(['EBITDA', '', '***', 'CAR-T2'])('that it does not use is unknown: “%s”', (typed) => {
    expect(looked(typed)).toMatch(/^unknown|^did you mean/);
    expect(looked(typed)).not.toMatch(/means/);
  });

  it('is looked up in the default issuer first', () => {
    const all = [seed, ...inventedReleases()];
    const lookup = lookUpTerm('KOA', all, 'CBMG');
    expect(lookup.outcome === 'defined' && lookup.release.id).toBe(seed.id);
  });
});

it('suggestions begin with what is typed', () => {
  expect(suggestTerms('nm', [seed], undefined, 5)[0]?.name.text).toBe('NMPA');
  expect(suggestTerms('', [seed], undefined, 3)).toHaveLength(3);
});

import { describe, expect, it } from 'vitest';
import { lookUpMeeting } from '../../../src/answer/lookups/meeting.ts';
import {
  knownPrograms,
  lookUpCompany,
  lookUpFacility,
  lookUpPartners,
  lookUpPipeline,
  type StatementLookup,
} from '../../../src/answer/lookups/statements.ts';
import type { Release } from '../../../src/knowledge/model.ts';
import { inventedReleases } from '../../support/invented.ts';
import { seedRelease } from '../../support/seed.ts';

const seed = seedRelease();
const others = inventedReleases();
const told = (lookup: StatementLookup) =>
  lookup.outcome === 'found' ? lookup.statements.map(({ quote }) => quote.text).join('\n') : lookup.outcome;

describe('lookups', () => {
  it('quote what the release states, in its order, each statement once', () => {
    expect(told(lookUpFacility([seed]))).toContain('twelve independent cell production lines');
    expect(told(lookUpPartners([seed]))).toContain('GE Healthcare');
    expect(told(lookUpCompany([seed]))).toContain('Loncar China BioPharma index');
    for (const lookup of [lookUpFacility([seed]), lookUpPipeline([seed]), lookUpCompany([seed])]) {
      if (lookup.outcome !== 'found') throw new Error(lookup.outcome);
      const starts = lookup.statements.map(({ quote }) => quote.start);
      expect(starts).toEqual([...new Set(starts)].sort((a, b) => a - b));
    }
  });

  it('of one program leave the others out', () => {
    expect(told(lookUpPipeline([seed], undefined, 'ReJoin'))).toContain('ReJoin®');
    expect(told(lookUpPipeline([seed], undefined, 'ReJoin'))).not.toContain('AlloJoin®');
    const candidate = lookUpPipeline([seed], undefined, 'c car 039');
    expect(candidate.outcome === 'found' && candidate.candidates.map(({ name }) => name.text)).toEqual([
      'C-CAR039',
    ]);
    expect(lookUpPipeline([seed], undefined, 'C-CAR038').outcome).toBe('not_given');
  });

  it('know every program of the release', () => {
    expect(knownPrograms([seed]).map(({ name }) => name.text)).toEqual(
      expect.arrayContaining(['C-CAR088', 'C-CAR039', 'C-CAR066', 'AlloJoin®', 'ReJoin®']),
    );
  });

  it('ask which company where several are loaded and none is the default', () => {
    const all = [seed, ...others];
    for (const lookup of [lookUpFacility(all), lookUpCompany(all), lookUpMeeting(all)]) {
      expect(lookup.outcome).toBe('which_issuer');
      const choices = lookup.outcome === 'which_issuer' ? lookup.choices : [];
      const names = choices.map(({ issuer, id }) => issuer.tickers[0]?.symbol.text ?? id);
      expect(new Set(names).size).toBe(names.length);
    }
    expect(told(lookUpFacility(all, 'cbmg'))).toContain('twelve');
    expect(told(lookUpFacility(all, 'Cellular Biomedicine Group Inc'))).toContain('twelve');
  });

  it('take nothing from another company than the default', () => {
    expect(lookUpFacility([seed, ...others], 'NOSUCH')).toEqual({ outcome: 'not_given', known: [] });
  });

  it('speak from the newest release, and from a superseded one last', () => {
    const newer: Release = { ...seed, id: 'newer', publishedAt: '2021-01-01' };
    const found = lookUpFacility([seed, newer]);
    expect(found.outcome === 'found' && found.release.id).toBe('newer');
    const corrected: Release = { ...seed, id: 'corrected', kind: 'correction', supersedes: 'newer' };
    const after = lookUpFacility([newer, corrected]);
    expect(after.outcome === 'found' && after.release.id).toBe('corrected');
  });

  it('of the meeting give its dates and who is presented there', () => {
    const lookup = lookUpMeeting([seed]);
    if (lookup.outcome !== 'found') throw new Error(lookup.outcome);
    expect(lookup.events[0]?.dates?.text).toBe('December 5-8, 2020');
    expect(lookup.candidates).toHaveLength(3);
    expect(lookUpMeeting([{ ...seed, events: [] }]).outcome).toBe('not_given');
  });
});

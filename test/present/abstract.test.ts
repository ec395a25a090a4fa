import { describe, expect, it } from 'vitest';
import { resolveCandidate } from '../../src/answer/lookups/candidate.ts';
import { candidateReply } from '../../src/present/abstract.ts';
import { COLOURS } from '../../src/present/frame.ts';
import { field, labels, quotations, wordsOf } from '../support/reading.ts';
import { BEFORE_SESSION, NOW, seedRelease } from '../support/seed.ts';

const seed = seedRelease();
const replyFor = (typed: string, now = NOW) => candidateReply(resolveCandidate(typed, [seed]), now);

describe('the abstract of C-CAR088', () => {
  const reply = replyFor('ccar088');
  const [embed] = reply.embeds;

  it('is headed by issuer, ticker and candidate', () => {
    expect(embed?.author?.name).toBe('Cellular Biomedicine Group Inc. (NASDAQ: CBMG)');
    expect(embed?.title).toBe('C-CAR088');
  });

  it("gives every field in the release's order and words", () => {
    const given = embed?.fields?.slice(0, 7).map(({ name, value }) => [name, quotations(value)[0]]);
    expect(given).toEqual([
      [
        'Abstract Title',
        'An Anti-BCMA CAR T-Cell Therapy (C-CAR088) Shows Promising Safety and Efficacy Profile in Relapsed or Refractory Multiple Myeloma',
      ],
      ['Program', 'Oral and Poster Abstracts'],
      ['Type', 'Oral'],
      [
        'Session',
        '653. Myeloma/Amyloidosis: Therapy, excluding Transplantation: Novel Therapies Targeting B Cell Maturation Antigen in Relapsed/Refractory Multiple Myeloma',
      ],
      ['Date', 'Saturday, December 5, 2020'],
      ['Time', '1:15pm PST'],
      ['Abstract Online', 'https://ash.confex.com/ash/2020/webprogram/Paper138734.html'],
    ]);
  });

  it("shows the viewer's time beside the quoted one", () => {
    expect(field(reply, 'Time')).toBe('> 1:15pm PST\nYour time: <t:1607202900:F>');
  });

  it('says what the release does not give', () => {
    expect(field(reply, 'Location · Presenter · Abstract number')).toBe('— not given in this release');
  });

  it('carries dateline, date, age and disclaimer', () => {
    expect(field(reply, '📄 Release')?.split('\n')).toEqual([
      'GAITHERSBURG, Md. and SHANGHAI, Dec. 4, 2020 /PRNewswire/',
      'As of Dec. 4, 2020 · 🕰️ **published 5 years ago**',
      seed.sourceNote,
    ]);
    expect(embed?.footer?.text).toBe('In the company’s own words · Not investment advice');
  });

  it('says "was scheduled for" once the session has begun, and "is" before', () => {
    expect(embed?.description).toBe('⌛ Was scheduled for Saturday, December 5, 2020 · 1:15pm PST');
    expect(replyFor('088', BEFORE_SESSION).embeds[0]?.description).toBe(
      '🗓️ Is scheduled for Saturday, December 5, 2020 · 1:15pm PST',
    );
    expect(wordsOf(replyFor('088', BEFORE_SESSION))).not.toContain('Was scheduled');
  });

  it('links to the abstract and is for all to see', () => {
    expect(labels(reply)).toEqual(['Show in context', 'Abstract online', 'Full text']);
    expect(reply.forCallerOnly).toBe(false);
  });
});

describe('the abstract of C-CAR039', () => {
  const reply = replyFor('C-CAR039');

  it('shows "Online only" and names the absent fields', () => {
    expect(quotations(field(reply, 'Online only') ?? '')).toEqual([
      'https://ashpublications.org/blood/article/136/Supplement%201/8/473629/Developing-a-Novel-Anti-CD19-CD20-Bi-Specific',
    ]);
    expect(
      field(reply, 'Program · Type · Session · Date · Time · Location · Presenter · Abstract number'),
    ).toBe('— not given in this release');
  });

  it('takes nothing from another candidate, and schedules nothing', () => {
    expect(wordsOf(reply)).not.toMatch(/PST|December 5|653|scheduled/);
  });
});

describe('a code that is not exactly one candidate', () => {
  const reply = replyFor('C-CAR038');

  it('gets buttons to choose, privately, in the colour and with the sign of refusals', () => {
    expect(reply.embeds[0]?.title).toBe('❓ Did you mean…?');
    expect(reply.embeds[0]?.color).toBe(COLOURS.refusal);
    expect(labels(reply).slice().sort()).toEqual(['C-CAR039', 'C-CAR066', 'C-CAR088']);
    expect(reply.forCallerOnly).toBe(true);
  });

  it('tells no fact of any candidate', () => {
    expect(wordsOf(reply)).not.toMatch(/PST|December|Anti-/);
  });

  it('repeats what was typed harmlessly', () => {
    const hostile = replyFor('**C-CAR038** @everyone <@1> \u202e');
    expect(wordsOf(hostile)).toContain('“\\*\\*C-CAR038\\*\\* \\@everyone \\<@1>”');
  });

  it('lists the known candidates when nothing is near', () => {
    expect(wordsOf(replyFor('banana'))).toContain(
      'No loaded release has a drug candidate called “banana”.\nKnown: **C-CAR088**, **C-CAR039** or **C-CAR066**.',
    );
  });
});

describe('a product without an abstract', () => {
  const reply = replyFor('allojoin');

  it('is said to have none, with the passages that name it behind buttons', () => {
    expect(reply.embeds[0]?.title).toBe('🔍 No abstract in this release');
    expect(wordsOf(reply)).toContain('names **AlloJoin®** but gives no abstract for it');
    expect(labels(reply)[0]).toBe('Related 1');
  });
});

it('an abstract whose candidate is not named is found by its title', () => {
  const [first] = seed.abstracts;
  if (first === undefined) throw new Error('no abstract');
  const { candidate: _, ...nameless } = first;
  const release = { ...seed, abstracts: [nameless] };
  const reply = candidateReply(resolveCandidate('multiple myeloma', [release]), NOW);
  expect(field(reply, 'Time')).toContain('1:15pm PST');
});

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadKnowledge } from '../../src/knowledge/load.ts';
import type { PartRole, Topic } from '../../src/knowledge/model.ts';
import { parseRelease } from '../../src/knowledge/parse.ts';
import { uncovered, words } from './texts.ts';

const text = readFileSync('knowledge/cbmg-2020-12-04.txt', 'utf8');
const seed = parseRelease('cbmg-2020-12-04', text);
const abstract = (candidate: string) => seed.abstracts.find((one) => one.candidate?.text === candidate)!;
const statements = (topic: Topic) => seed.statements.filter((one) => one.topic === topic);
const parts = (
  statement: { parts: readonly { role: PartRole; quote: { text: string } }[] },
  role: PartRole,
) => statement.parts.filter((part) => part.role === role).map(({ quote }) => quote.text);

describe('the release of 4 December 2020', () => {
  test('the text in knowledge/ is read unchanged', () => {
    expect(seed.text).toBe(text);
    expect(seed.kind).toBe('original');
    expect(seed.status).toBe('published');
  });

  test('the dateline gives both cities, the date and the wire', () => {
    expect(seed.dateline?.places.map(words)).toEqual(['GAITHERSBURG, Md.', 'SHANGHAI']);
    expect(seed.dateline?.date?.iso).toBe('2020-12-04');
    expect(words(seed.dateline?.wire)).toBe('PRNewswire');
    expect(words(seed.dateline?.quote)).toBe('GAITHERSBURG, Md. and SHANGHAI, Dec. 4, 2020 /PRNewswire/');
  });

  test('it has no headline, source link, contact, safe harbor statement or person', () => {
    expect(seed).not.toHaveProperty('headline');
    expect(seed).not.toHaveProperty('sourceLink');
    expect(seed).not.toHaveProperty('forwardLooking');
    expect(seed.contacts).toEqual([]);
    expect(seed.people).toEqual([]);
  });

  test('the issuer has its full name, short name, exchange, ticker and site', () => {
    expect(words(seed.issuer.name)).toBe('Cellular Biomedicine Group Inc.');
    expect(seed.issuer.shortNames.map(words)).toContain('CBMG');
    expect(seed.issuer.tickers).toHaveLength(1);
    expect(words(seed.issuer.tickers[0]?.exchange)).toBe('NASDAQ');
    expect(words(seed.issuer.tickers[0]?.symbol)).toBe('CBMG');
    expect(words(seed.issuer.website)).toBe('www.cellbiomedgroup.com');
  });

  test('the meeting has its number, its days and that it is virtual', () => {
    const [meeting, ...others] = seed.events;
    expect(others).toEqual([]);
    expect(words(meeting?.name)).toBe(
      '62nd American Society of Hematology (ASH) Annual Meeting and Exposition',
    );
    expect(words(meeting?.number)).toBe('62nd');
    expect(words(meeting?.dates)).toBe('December 5-8, 2020');
    expect([meeting?.firstDay, meeting?.lastDay]).toEqual(['2020-12-05', '2020-12-08']);
    expect(words(meeting?.virtual)).toBe('virtual event');
  });

  test('C-CAR088 has every field; its session keeps its colons and its full stop', () => {
    const found = abstract('C-CAR088');
    expect(words(found.title)).toMatch(/^An Anti-BCMA CAR T-Cell Therapy \(C-CAR088\) .* Multiple Myeloma$/);
    expect(words(found.program)).toBe('Oral and Poster Abstracts');
    expect(words(found.type)).toBe('Oral');
    expect(words(found.session)).toBe(
      '653. Myeloma/Amyloidosis: Therapy, excluding Transplantation: Novel Therapies Targeting B Cell Maturation Antigen in Relapsed/Refractory Multiple Myeloma',
    );
    expect(words(found.date?.quote)).toBe('Saturday, December 5, 2020');
    expect(words(found.time)).toBe('1:15pm PST');
    expect(found.startsAt).toBe('2020-12-05T21:15:00Z');
    expect(words(found.link)).toBe('https://ash.confex.com/ash/2020/webprogram/Paper138734.html');
  });

  test.each([
    ['C-CAR039', 'Developing a Novel Anti-CD19/CD20', '473629'],
    ['C-CAR066', 'Early Clinical Results of a Novel Anti-CD20', '473636'],
  ])('%s is online only: title and link, and no other field', (candidate, title, paper) => {
    const found = abstract(candidate);
    expect(words(found.title)?.startsWith(title)).toBe(true);
    expect(words(found.link)).toContain(`%201/8/${paper}/`);
    expect(words(found.onlineOnly)).toBe('Online only');
    for (const absent of [
      'program',
      'type',
      'session',
      'date',
      'time',
      'startsAt',
      'presenter',
      'number',
      'location',
    ]) {
      expect(found).not.toHaveProperty(absent);
    }
  });

  test('the heading on multiple myeloma is above C-CAR088 alone', () => {
    const above = (label: string) =>
      seed.passages.find(({ quote }) => quote.text.includes(label))?.headings.map(words);
    expect(above('Time: 1:15pm')).toEqual([
      'Promising Safety and Efficacy Profile in Relapsed or Refractory Multiple Myeloma',
      'C-CAR088',
    ]);
    expect(above('473629')).toEqual(['C-CAR039']);
  });

  test('the facilities: twelve lines, both GMP standards, China; the Shanghai laboratory and centre', () => {
    const lines = statements('facility').find(({ quote }) => quote.text.includes('production lines'))!;
    expect(parts(lines, 'count')).toEqual(['twelve']);
    expect(parts(lines, 'standard')).toContain('China and U.S. GMP standards');
    expect(parts(lines, 'place')).toContain('China');
    const shanghai = statements('partnership').find(({ quote }) => quote.text.includes('Joint Laboratory'))!;
    expect(
      shanghai.parts
        .filter(({ role }) => role === 'name' || role === 'partner')
        .map(({ quote }) => quote.text),
    ).toEqual([
      'Joint Laboratory of Cell Therapy',
      'GE Healthcare',
      'Joint Cell Therapy Technology Innovation and Application Center',
      'Thermo Fisher Scientific',
    ]);
    expect(
      parts(statements('facility').find(({ quote }) => quote.text.includes('Shanghai'))!, 'place'),
    ).toEqual(['Shanghai']);
  });

  test('what the partnerships are for, and where trials run', () => {
    expect(statements('partnership').flatMap((one) => parts(one, 'purpose'))).toContain(
      'improving manufacturing processes for cell therapies',
    );
    expect(statements('trials').flatMap((one) => parts(one, 'place'))).toEqual(['China', 'China']);
    expect(statements('trials').flatMap((one) => parts(one, 'phase'))).toEqual(['Phase I']);
  });

  test('each program has its own regulatory clause; approved and accepted stay apart', () => {
    const found = statements('regulatory').map((one) => ({
      program: parts(one, 'program')[0],
      status: parts(one, 'status'),
      regulator: parts(one, 'regulator'),
      phase: parts(one, 'phase'),
      indication: parts(one, 'indication'),
    }));
    expect(found).toEqual([
      {
        program: 'AlloJoin®',
        status: ['approved'],
        regulator: ['NMPA'],
        phase: ['Phase II'],
        indication: ['Knee Osteoarthritis (KOA)'],
      },
      {
        program: 'ReJoin®',
        status: ['accepted'],
        regulator: ['NMPA'],
        phase: ['Phase II'],
        indication: ['KOA'],
      },
      { program: 'anti-BCMA CAR-T', status: ['accepted'], regulator: ['NMPA'], phase: [], indication: [] },
    ]);
    expect(statements('regulatory')[1]?.quote.text).not.toContain('AlloJoin');
  });

  test('the three indexes, the first two without a comma between', () => {
    expect(statements('index').flatMap((one) => parts(one, 'index'))).toEqual([
      'Russell 3000® Index',
      'Russell 2000® Index',
      'Loncar China BioPharma index',
    ]);
    expect(statements('website').flatMap((one) => parts(one, 'link'))).toEqual(['www.cellbiomedgroup.com']);
  });

  test('defines what it defines', () => {
    const meaning = (term: string) => {
      const found = seed.definitions.find((one) => one.term.text === term);
      return found && `${found.relation} ${found.meaning.text}`;
    };
    expect(meaning('CBMG')).toBe('means Cellular Biomedicine Group Inc.');
    expect(meaning('ASH')).toBe('means American Society of Hematology');
    expect(meaning('CAR-T')).toBe('means Chimeric Antigen Receptor T');
    expect(meaning('r/r')).toBe('means Relapsed/Refractory');
    expect(meaning('KOA')).toBe('means Knee Osteoarthritis');
    expect(meaning('NMPA')).toBe('former CFDA');
  });

  test('names the terms that it uses without defining; the words in a session title define nothing', () => {
    expect(seed.definitions.map(({ term }) => term.text)).not.toContain('BCMA');
    for (const term of ['BCMA', 'haMPC', 'IND', 'GMP'])
      expect(seed.undefinedTerms.map(words)).toContain(term);
  });

  test('every letter stands in a passage', () => {
    expect(uncovered(seed)).toBe('');
  });

  test('its sidecar gives a date, a note and aliases, and no link', async () => {
    const { releases, faults } = await loadKnowledge('knowledge');
    const loaded = releases.find(({ id }) => id === 'cbmg-2020-12-04');
    expect(faults).toEqual([]);
    expect(loaded?.publishedAt).toBe('2020-12-04');
    expect(loaded?.sourceNote).toMatch(/PR Newswire.*not known/);
    expect(loaded).not.toHaveProperty('sourceLink');
    expect(loaded?.entities.find(({ name }) => name.text === 'C-CAR088')?.aliases).toContain('anti-BCMA');
  });
});

import { describe, expect, test } from 'vitest';
import { news, uncovered, words } from './texts.ts';

const OPENING =
  'Orlanth Inc. (Nasdaq: ORLN) will present posters at the 9th Nordic Pump Congress, May 20-22, 2025.';

describe('labels and abstracts', () => {
  test('a value keeps the colons and stops it contains', () => {
    const parsed = news(
      OPENING,
      'ORL-101',
      'Title: Pumps: A Study',
      'Session: 12. Water: Flow, not Ice: New Ways',
    );
    expect(words(parsed.abstracts[0]?.session)).toBe('12. Water: Flow, not Ice: New Ways');
    expect(words(parsed.abstracts[0]?.title)).toBe('Pumps: A Study');
  });

  test('a label may have no space after its colon', () => {
    const parsed = news(OPENING, 'Poster Presentation Title:ORL-101 in Cold Water', 'Poster Board Number:M3');
    expect(words(parsed.abstracts[0]?.title)).toBe('ORL-101 in Cold Water');
    expect(words(parsed.abstracts[0]?.candidate)).toBe('ORL-101');
    expect(words(parsed.abstracts[0]?.number)).toBe('M3');
  });

  test('a label glued to the value before starts a field of its own', () => {
    const parsed = news(
      OPENING,
      'Title: Patients Intolerant of MetforminPresentation Number: 62Session: Late News',
    );
    const [found] = parsed.abstracts;
    expect([words(found?.title), words(found?.number), words(found?.session)]).toEqual([
      'Patients Intolerant of Metformin',
      '62',
      'Late News',
    ]);
    expect(uncovered(parsed)).toBe('');
  });

  test.each([
    ['small letters', 'Abstract title: Cold Water\nPoster number: 12'],
    ['capitals', 'TITLE: Cold Water\nPOSTER NUMBER: 12'],
    ['a pipe table', '| Title: | Cold Water |\n| --- | --- |\n| Poster Number: | 12 |'],
    ['a table without colons', '| Title | Cold Water |\n| --- | --- |\n| Poster Number | 12 |'],
    ['columns', 'Title:            Cold Water\nPoster Number:    12'],
    ['bullets', '• Title: Cold Water\n• Poster Number: 12'],
    ['a number under a bare label', 'Title: Cold Water\nPoster: 12'],
  ])('labels in %s', (_, block) => {
    const [found, ...others] = news(OPENING, block).abstracts;
    expect(others).toEqual([]);
    expect([words(found?.title), words(found?.number)]).toEqual(['Cold Water', '12']);
  });

  test('several labels on one line are several fields', () => {
    const parsed = news(
      OPENING,
      'Title: Cold Water Date: Saturday, May 20, 2025 Time: 1:15 p.m. CEST Location: Hall 4, Level 0',
    );
    const [found] = parsed.abstracts;
    expect(words(found?.title)).toBe('Cold Water');
    expect(found?.date?.iso).toBe('2025-05-20');
    expect(words(found?.location)).toBe('Hall 4, Level 0');
    expect(found?.startsAt).toBe('2025-05-20T11:15:00Z');
  });

  test('blocks without headings are told apart by the label that comes again', () => {
    const parsed = news(
      OPENING,
      'Abstract Number: 1\nTitle: One\nPresenter: Ana Roe',
      'Abstract Number: 2\nTitle: Two\nPresenter: Bo Li',
    );
    expect(
      parsed.abstracts.map(({ number, title, presenter }) => [number, title, presenter].map(words)),
    ).toEqual([
      ['1', 'One', 'Ana Roe'],
      ['2', 'Two', 'Bo Li'],
    ]);
  });

  test('a talk under the heading of its meeting takes the product from the heading above that', () => {
    const parsed = news(
      OPENING,
      'Upcoming Sessions on the ORL-101 Program',
      'The Water Society 48th Annual Meeting (June 12-15, 2025)',
      'Presentation: Results of a Study in Sheep',
      'Presenter: Ana Roe, MD, Chief Medical Officer, Orlanth',
    );
    const [talk] = parsed.abstracts;
    expect(words(talk?.candidate)).toBe('ORL-101');
    expect(words(talk?.title)).toBe('Results of a Study in Sheep');
    expect(talk).not.toHaveProperty('date');
  });

  test('a block without a title takes the one quoted above it, and the link below', () => {
    const parsed = news(
      `${OPENING} The abstract is titled: "A Trial of ORL-202 in Deserts."`,
      'Abstract Number: TPS284',
      'Session Title: Trials in Progress: Session A',
      '(https://meetings.example.org/243070)',
    );
    const [found] = parsed.abstracts;
    expect(words(found?.title)).toBe('A Trial of ORL-202 in Deserts');
    expect(words(found?.candidate)).toBe('ORL-202');
    expect(words(found?.link)).toBe('https://meetings.example.org/243070');
  });

  test('an abstract that running text names by its number', () => {
    const parsed = news(
      `${OPENING} The data on ORL-303 will be shown in a poster session on May 21, 2025, local time (Abstract #796).`,
    );
    const [found, ...others] = parsed.abstracts;
    expect(others).toEqual([]);
    expect([words(found?.number), words(found?.candidate), words(found?.type), found?.date?.iso]).toEqual([
      '796',
      'ORL-303',
      'poster session',
      '2025-05-21',
    ]);
  });

  test('labels of contacts and calls make no abstract', () => {
    const parsed = news(
      OPENING,
      'Webcast: https://orlanth.com/ir',
      'Conference ID: 338206',
      'Email: ir@orlanth.com',
    );
    expect(parsed.abstracts).toEqual([]);
  });

  test.each([
    ['1:15pm PST', '2020-12-05', '2020-12-05T21:15:00Z'],
    ['1:15 p.m. PT', '2025-07-01', '2025-07-01T20:15:00Z'],
    ['1:15 p.m. PT', '2025-12-01', '2025-12-01T21:15:00Z'],
    ['11:25 AM-12:45 PM ET', '2025-02-13', '2025-02-13T16:25:00Z'],
    ['9:00 a.m. EDT', '2025-06-02', '2025-06-02T13:00:00Z'],
    ['10:00 a.m. Central Time', '2025-06-02', '2025-06-02T15:00:00Z'],
    ['16:20 CEST', '2025-10-25', '2025-10-25T14:20:00Z'],
    ['12:00 noon JST', '2025-10-25', '2025-10-25T03:00:00Z'],
    ['2:30 p.m. GMT', '2025-01-05', '2025-01-05T14:30:00Z'],
    ['9:40am HKT', '2025-01-05', '2025-01-05T01:40:00Z'],
  ])('%s on %s starts at %s', (time, day, instant) => {
    const parsed = news(OPENING, `Title: Water\nDate: ${day}\nTime: ${time}`);
    expect(words(parsed.abstracts[0]?.time)).toBe(
      time.replace('12:00 noon JST', words(parsed.abstracts[0]?.time) ?? ''),
    );
    expect(parsed.abstracts[0]?.startsAt).toBe(instant);
  });

  test('local time, or no zone, names no instant', () => {
    for (const time of ['1:15 p.m. local time', '1:15 p.m.']) {
      const [found] = news(OPENING, `Title: Water\nDate: May 20, 2025\nTime: ${time}`).abstracts;
      expect(words(found?.time)).toBe(time);
      expect(found).not.toHaveProperty('startsAt');
    }
  });
});

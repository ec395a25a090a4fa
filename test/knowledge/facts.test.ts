import { describe, expect, test } from 'vitest';
import { parseRelease } from '../../src/knowledge/parse.ts';
import { news, release, words } from './texts.ts';

const OPENING = 'Orlanth Inc. ("Orlanth") (Nasdaq: ORLN) today announced results.';
const people = (...paragraphs: string[]): (string | undefined)[][] =>
  news(OPENING, ...paragraphs).people.map(({ name, title }) =>
    title ? [name.text, title.text] : [name.text],
  );

describe('people', () => {
  test.each([
    [
      '“We are glad of it,” said Dr. Ana Roe, Chief Medical Officer at Orlanth.',
      'Dr. Ana Roe',
      'Chief Medical Officer at Orlanth',
    ],
    ['“We are glad of it,” said Ana Roe, Orlanth’s CEO.', 'Ana Roe', 'Orlanth’s CEO'],
    [
      '“We are glad of it,” said Ana Roe, Ph.D., president and chief executive officer of Orlanth.',
      'Ana Roe, Ph.D.',
      'president and chief executive officer of Orlanth',
    ],
    ['Chairman and CEO Bo Lindqvist opened the plant.', 'Bo Lindqvist', 'Chairman and CEO'],
    [
      'The company announced the appointment of Dora V. Falk, M.D., Ph.D., as chief medical officer, effective in May.',
      'Dora V. Falk, M.D., Ph.D.',
      'chief medical officer',
    ],
    [
      'Orlanth appoints Dora Falk to the role of Chief Financial Officer.',
      'Dora Falk',
      'Chief Financial Officer',
    ],
    [
      'Ana Roe, MD, MBA, Chief Medical Officer and EVP, Head of Research and Development, commented, “We are glad.”',
      'Ana Roe, MD, MBA',
      'Chief Medical Officer and EVP, Head of Research and Development',
    ],
    [
      '“We are glad,” said Eddie Lai-Moreno, Director of Business Development, Bergen Portal.',
      'Eddie Lai-Moreno',
      'Director of Business Development, Bergen Portal',
    ],
  ])('%s', (paragraph, name, title) => {
    expect(people(paragraph)).toEqual([[name, title]]);
  });

  test('two people who share an office', () => {
    expect(
      people(
        'Co-Founders and Managing Partners Ada Holm and Ben Solberg said, “We are thrilled to have come so far.”',
      ),
    ).toEqual([
      ['Ada Holm', 'Co-Founders and Managing Partners'],
      ['Ben Solberg', 'Co-Founders and Managing Partners'],
    ]);
  });

  test('someone named twice is one person, with the fullest name', () => {
    expect(people('“Good,” said Ana Roe, CEO of Orlanth.', '“Very good,” added Dr. Roe, CEO.')).toEqual([
      ['Ana Roe', 'CEO of Orlanth'],
    ]);
  });

  test('companies, places and offices are nobody', () => {
    expect(
      people('Bank of Norway, the Chief Medical Officer, and New York were there, as was Head Office.'),
    ).toEqual([]);
  });

  test('contacts are people, with or without an office', () => {
    expect(
      people(
        'CONTACTS:     Orlanth Inc.\n              Rita Galan, 425/555-8203\n              Dov Sherwood, 425/555-8239',
      ),
    ).toEqual([['Rita Galan'], ['Dov Sherwood']]);
  });
});

describe('definitions', () => {
  const meaning = (text: string, term: string): string | undefined =>
    news(OPENING, text).definitions.find((one) => one.term.text === term)?.meaning.text;

  test.each([
    ['patients with knee osteoarthritis (KOA) were', 'KOA', 'knee osteoarthritis'],
    ['a long-acting injectable (“LAI”) was', 'LAI', 'long-acting injectable'],
    ['treatment-related adverse events (TRAEs) occurred', 'TRAEs', 'treatment-related adverse events'],
    ['the American Society of Hematology (ASH) met', 'ASH', 'American Society of Hematology'],
    ['the suprachoroidal space (SCS®) is', 'SCS', 'suprachoroidal space'],
    ['relapsed/refractory (r/r) disease', 'r/r', 'relapsed/refractory'],
    ['chimeric antigen receptor T (CAR-T) cells', 'CAR-T', 'chimeric antigen receptor T'],
    ['CI=Confidence interval, CR=Complete response.', 'CR', 'Complete response'],
  ])('%s', (text, term, expected) => {
    expect(meaning(text, term)).toBe(expected);
  });

  test('a former name is told apart from a meaning', () => {
    const found = news(OPENING, 'The China NMPA (formerly CFDA) approved it.').definitions.find(
      ({ relation }) => relation === 'former',
    );
    expect([found?.term.text, found?.meaning.text]).toEqual(['NMPA', 'CFDA']);
  });

  test.each([
    'in Q3 (see Table A1)',
    'a dose of 5 mg (Q2W) of it',
    'the drug (Phase II) works',
    'sales (USD) rose',
  ])('%s defines nothing', (text) => {
    expect(news(OPENING, text).definitions.map(({ term }) => term.text)).toEqual(['Orlanth']);
  });
});

describe('meetings and calls', () => {
  test('a meeting has its number, days and place', () => {
    const [meeting] = news(
      'Orlanth will present at the 9th Nordic Pump Congress, to be held at the Harbour Hall in Bergen, Norway, from May 20 to 22, 2025.',
    ).events;
    expect(words(meeting?.name)).toBe('9th Nordic Pump Congress');
    expect(words(meeting?.number)).toBe('9th');
    expect([meeting?.firstDay, meeting?.lastDay]).toEqual(['2025-05-20', '2025-05-22']);
    expect(words(meeting?.place)).toBe('the Harbour Hall in Bergen, Norway');
  });

  test('a call takes its day from the sentence before, by its weekday', () => {
    const [call] = news(
      'Orlanth will report results for the quarter ended June 30, 2025 on Tuesday, August 12, 2025. Management will host a conference call at 5:00 p.m. ET to discuss them.',
    ).events;
    expect([call?.kind, call?.firstDay, call?.startsAt]).toEqual([
      'call',
      '2025-08-12',
      '2025-08-12T21:00:00Z',
    ]);
  });
});

describe('notices, safe harbor, contacts, trailers', () => {
  const corrected = (banner: string): string =>
    `${banner}\nPR Newswire\n\nOSLO, May 6, 2025\n\nIn the news release, Orlanth Opens Plant in Oslo, issued 05-May-2025 by Orlanth Inc. over PR Newswire, we are advised that the headline should be changed. The complete, corrected release follows:\n\nOrlanth Opens Plant in Bergen\n\nOSLO, May 6, 2025 /PRNewswire/ -- ${OPENING}`;

  test.each([
    ['/C O R R E C T I O N -- Orlanth Inc./', 'correction'],
    ['/CORRECTION/', 'correction'],
    ['CORRECTING and REPLACING Orlanth Opens Plant in Bergen', 'correction'],
    ['UPDATE: Orlanth Opens Plant in Bergen', 'update'],
  ])('%s', (banner, kind) => {
    const parsed = parseRelease('x', corrected(banner));
    expect(parsed.kind).toBe(kind);
    expect(parsed.supersedes).toBe('Orlanth Opens Plant in Oslo');
    expect(words(parsed.headline)).toBe('Orlanth Opens Plant in Bergen');
    expect(parsed.passages.find(({ quote }) => quote.text.startsWith('In the news release'))?.role).toBe(
      'preamble',
    );
  });

  test('a plain release is an original', () => {
    expect(news(OPENING).kind).toBe('original');
  });

  test('a safe harbor statement without a heading is found, and ends before the contacts', () => {
    const parsed = news(
      OPENING,
      'Certain statements in this document constitute forward-looking statements within the meaning of the Private Securities Litigation Reform Act of 1995. They involve risks.',
      'CONTACTS: Orlanth Inc.\nRita Galan, 425/555-8203',
    );
    expect(words(parsed.forwardLooking)).toMatch(/^Certain statements .* involve risks\.$/);
    expect(parsed.contacts.map(words)).toEqual(['CONTACTS: Orlanth Inc.\nRita Galan, 425/555-8203']);
  });

  test('a release without one has none', () => {
    expect(news(OPENING, 'We look forward to the winter.')).not.toHaveProperty('forwardLooking');
  });

  test('contacts in columns, in tables and glued together', () => {
    const columns =
      'Media:                        Investors:\n Gia Tarb                      Lis Shea\n (224) 555-0111                (847) 555-2211';
    expect(news(OPENING, columns).contacts.map(words)).toEqual([columns]);
    const table =
      '| Media | Investors |\n| --- | --- |\n| Jo Urban | Pia Vozzo |\n| jo@orlanth.com | 443-555-0505 |';
    expect(news(OPENING, 'Contacts:', table).contacts.map(words)).toEqual([table]);
    expect(news(OPENING, 'Company Contact:info@orlanth.com678-555-7220').contacts.map(words)).toEqual([
      'Company Contact:info@orlanth.com678-555-7220',
    ]);
  });

  test('the address of the original is the source link when it is https', () => {
    const end = (link: string): string | undefined =>
      news(OPENING, `View original content:${link}`, 'SOURCE Orlanth Inc.').sourceLink;
    expect(end('https://www.prnewswire.com/news-releases/orlanth-302372207.html')).toBe(
      'https://www.prnewswire.com/news-releases/orlanth-302372207.html',
    );
    expect(end('http://www.prnewswire.com/x.html')).toBeUndefined();
  });

  test('an aggregator’s lines above the headline are not the headline', () => {
    const parsed = parseRelease(
      'x',
      '(06:17 GMT) *Orlanth To Buy Kerr Pumps For $3.1 Billion >ORLN\n(10:30 GMT) Press Release: Orlanth to Buy Kerr Pumps for $3.1 Billion\n\nOrlanth to Buy Kerr Pumps for $3.1 Billion\n\nOSLO--(BUSINESS WIRE)--May 05, 2025--\n\nOrlanth Inc. ("Orlanth") agreed to buy Kerr Pumps.',
    );
    expect(words(parsed.headline)).toBe('Orlanth to Buy Kerr Pumps for $3.1 Billion');
    expect(parsed.headline?.start).toBeGreaterThan(120);
  });

  test('EX-99.1: exhibit lines and file names are no headline; a headline in capitals may run over two lines', () => {
    const parsed = parseRelease(
      'x',
      'orln-ex991.htm\nExhibit 99.1\n\nPress Release\n\n  ORLANTH CORPORATION ANNOUNCES REAUTHORIZATION OF STOCK REPURCHASE PROGRAM\nAND QUARTERLY DIVIDEND\n\nOSLO, Norway, May 5, 2025 - Orlanth Corporation (“Orlanth”) (Nasdaq: ORLN) today announced it.',
    );
    expect(words(parsed.headline)).toBe(
      'ORLANTH CORPORATION ANNOUNCES REAUTHORIZATION OF STOCK REPURCHASE PROGRAM\nAND QUARTERLY DIVIDEND',
    );
  });

  test('lines and bullets between headline and dateline are subheadlines', () => {
    const parsed = release(
      'New plant doubles output',
      '• Opens in May\n• Employs 40',
      `OSLO, May 5, 2025 /PRNewswire/ -- ${OPENING}`,
    );
    expect(parsed.subheadlines.map(words)).toEqual([
      'New plant doubles output',
      'Opens in May',
      'Employs 40',
    ]);
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseRelease } from '../../src/knowledge/parse.ts';
import { inventedReleases } from '../support/invented.ts';
import { news, uncovered, words } from './texts.ts';

const forms = (parsed: ReturnType<typeof news>, form: string): string[] =>
  parsed.passages.filter((passage) => passage.form === form).map(({ quote }) => quote.text);

describe('passages', () => {
  test('a sentence over hard-wrapped lines is one passage', () => {
    const parsed = news(
      'Orlanth Inc. (Nasdaq: ORLN) today announced that its board of directors has\napproved a common stock repurchase program of up to $4 billion, which will\nexpire in January 2027 and replaces the one of 2019. The dividend is payable\non February 17, 2025 to all holders.',
    );
    expect(forms(parsed, 'sentence')).toEqual([
      'Orlanth Inc. (Nasdaq: ORLN) today announced that its board of directors has\napproved a common stock repurchase program of up to $4 billion, which will\nexpire in January 2027 and replaces the one of 2019.',
      'The dividend is payable\non February 17, 2025 to all holders.',
    ]);
  });

  test('paragraphs on lines of their own stay apart', () => {
    const parsed = news('Orlanth Inc. sells pumps.', 'Jane Roe\njane@orlanth.com\n+1 555 010 0199');
    expect(forms(parsed, 'sentence').slice(1)).toEqual(['Jane Roe', 'jane@orlanth.com', '+1 555 010 0199']);
  });

  test('bullets lose their mark and stand alone', () => {
    const parsed = news(
      'Orlanth Inc. sells pumps.',
      '• Sales rose by 12%\n• Costs fell',
      '* One more',
      '– And one',
    );
    expect(forms(parsed, 'bullet')).toEqual(['Sales rose by 12%', 'Costs fell', 'One more', 'And one']);
  });

  test('a row of a pipe table carries its header', () => {
    const parsed = news(
      'Results:',
      '| Outcome | Low (n=11) | High (n=38) |\n| --- | --- | --- |\n| ORRa n (%) | 5 (45) | 10 (26) |\n| CR n (%) | 1 (9) | 0 |',
    );
    const rows = parsed.passages.filter(({ form }) => form === 'row');
    expect(rows.map(({ quote }) => quote.text)).toEqual([
      '| Outcome | Low (n=11) | High (n=38) |',
      '| ORRa n (%) | 5 (45) | 10 (26) |',
      '| CR n (%) | 1 (9) | 0 |',
    ]);
    expect(rows.map(({ header }) => words(header))).toEqual([
      undefined,
      '| Outcome | Low (n=11) | High (n=38) |',
      '| Outcome | Low (n=11) | High (n=38) |',
    ]);
  });

  test('a row of a space-aligned table carries all lines of its header', () => {
    const table = [
      '                          Three Months Ended',
      '                               June 30,',
      '                            2025        2024',
      'Net sales              $   361.0   $   350.0',
      'Selling, general and',
      '  administrative            72.3        70.8',
    ].join('\n');
    const rows = news('Results follow.', table).passages.filter(({ form }) => form === 'row');
    const last = rows.at(-1);
    expect(last?.quote.text).toMatch(/^Selling, general and\n {2}administrative +72\.3 +70\.8$/);
    expect(words(last?.header)).toMatch(/^Three Months Ended\n +June 30,\n +2025 +2024$/);
  });

  test('headings stand above what follows; a section about another subject starts anew', () => {
    const parsed = news(
      'Orlanth Inc. sells pumps.',
      'Financial Results',
      'Sales rose to $4 million.',
      'About Orlanth Inc.',
      'Orlanth sells pumps on four continents.',
    );
    const above = (start: string) =>
      parsed.passages.find(({ quote }) => quote.text.startsWith(start))?.headings.map(words);
    expect(above('Sales rose')).toEqual(['Financial Results']);
    expect(above('Orlanth sells pumps on')).toEqual(['About Orlanth Inc.']);
    expect(above('Orlanth Inc. sells')).toEqual([]);
  });

  test('a sentence of a quotation names its speaker', () => {
    const parsed = news(
      'Orlanth Inc. sells pumps.',
      '“We are very pleased with the results of the quarter and of the year,” said Dr. Ana Roe, Chief Executive Officer of Orlanth. “We expect to open two more plants before the winter comes.”',
    );
    const spoken = parsed.passages.filter(({ speaker }) => speaker !== undefined);
    expect(spoken.map(({ speaker }) => words(speaker))).toEqual(['Dr. Ana Roe', 'Dr. Ana Roe']);
  });

  test('a heading glued to its text is cut from it', () => {
    const parsed = news(
      'Orlanth Inc. sells pumps.',
      'Forward-Looking StatementsThis release contains forward-looking statements about pumps and about the weather.',
    );
    expect(forms(parsed, 'heading')).toEqual(['Forward-Looking Statements']);
    expect(words(parsed.forwardLooking)).toMatch(/^Forward-Looking StatementsThis release contains/);
  });

  test('every letter and digit of the invented releases stands in a passage, in order, without overlap', () => {
    for (const parsed of inventedReleases()) {
      expect([parsed.id, uncovered(parsed)]).toEqual([parsed.id, '']);
      parsed.passages.reduce((end, { quote }) => {
        expect(quote.start).toBeGreaterThanOrEqual(end);
        return quote.end;
      }, 0);
    }
  });
});

describe('any text', () => {
  const check = (text: string): void => {
    const parsed = parseRelease('any', text);
    let end = 0;
    for (const { quote, paragraph } of parsed.passages) {
      expect(quote.start).toBeGreaterThanOrEqual(end);
      expect(text.slice(quote.start, quote.end)).toBe(quote.text);
      expect(paragraph.start).toBeLessThanOrEqual(quote.start);
      end = quote.end;
    }
  };

  test('parses', () => {
    fc.assert(fc.property(fc.string({ maxLength: 400, unit: 'binary' }), check));
  });

  test('parses when made of what releases are made of', () => {
    const piece = fc.constantFrom(
      'OSLO, May 5, 2025 /PRNewswire/ -- ',
      '(NASDAQ: ',
      'ORLN',
      ')',
      '("',
      '“',
      '”',
      ' Inc.',
      'Title: ',
      'Session:',
      '\n',
      '\n\n',
      '| a | b |\n',
      '    1   2\n',
      '• ',
      'Forward-Looking Statements',
      'About Orlanth',
      ' said ',
      'Dr. Ana Roe',
      ', Chief ',
      'SOURCE ',
      '/C O R R E C T I O N/',
      'Feb. 30, 2025',
      '11:99 PM ET',
      '—',
      '®',
      '\u00a0',
      '\ud83d\ude00',
      '\ud83d',
      'http://',
      'a@b.c',
      '((((',
      '[1]',
      'formerly ',
      '（6990.HK）',
      ' and ',
      'Phase ',
      'C-CAR088',
      '....',
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => check(pieces.join(''))));
  });

  test('parses however a real layout is cut and stitched', () => {
    const texts = inventedReleases().map(({ text }) => text);
    const cut = fc.tuple(fc.constantFrom(...texts), fc.nat(4000), fc.nat(4000), fc.nat(300));
    fc.assert(
      fc.property(cut, ([text, from, to, length]) =>
        check(text.slice(0, from) + text.slice(to, to + length) + text.slice(from, from + 900)),
      ),
      { numRuns: 40 },
    );
  });

  test.each([
    ['('],
    ['“'],
    ['A'],
    ['a '],
    ['A, '],
    ['| '],
    ['1.'],
    ['\n'],
    ['. '],
    ['Acme Inc. '],
    [': '],
    ['    x'],
    ['(A'],
    ['A-'],
    ['® '],
  ])(
    'does not slow down with the square of the length on %j',
    (piece) => {
      const started = performance.now();
      check(piece.repeat(130_000 / piece.length));
      expect(performance.now() - started).toBeLessThan(5000);
    },
    30_000,
  );
});

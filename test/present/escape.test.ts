import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readable, showLiterally, shownToReader, showUserWords } from '../../src/present/escape.ts';
import { effects, seen } from '../support/reading.ts';

const MARKDOWN = fc.constantFrom(
  ...[
    '*',
    '**',
    '_',
    '__',
    '~~',
    '||',
    '`',
    '```',
    '\\',
    '[a](https://evil.example)',
    '<@1>',
    '<#1>',
    '<t:1:F>',
  ],
  ...[
    '@everyone',
    '@here',
    '# ',
    '-# ',
    '> ',
    '>>> ',
    '- ',
    '1. ',
    ':smile:',
    'https://a.example/b_c_d',
    '®',
    '\n',
  ],
);
const text = fc
  .array(
    fc.oneof({ weight: 2, arbitrary: MARKDOWN }, { weight: 1, arbitrary: fc.string({ unit: 'grapheme' }) }),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));

describe('text of a release', () => {
  it('is shown character by character, whatever it holds', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(seen(showLiterally(words))).toBe(words);
      }),
      { numRuns: 1_000 },
    );
  });

  it('has no effect but that of a plain web address', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(effects(showLiterally(words)).filter((kind) => kind !== 'url')).toEqual([]);
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps lists, headings and small print at the start of a line as they are printed', () => {
    expect(showLiterally('- a\n# b\n653. c\n-# d\n> e')).toBe('\\- a\n\\# b\n653\\. c\n\\-# d\n\\> e');
  });

  it('needs no escapes in a sentence, so that it can be copied and searched', () => {
    const sentence = 'AlloJoin®, CBMG\'s "Off-the-Shelf" allogenic haMPC therapy (KOA) at 1:15pm PST, 12.5%.';
    expect(showLiterally(sentence)).toBe(sentence);
  });

  it('leaves addresses whole, in which Discord reads no escapes', () => {
    const address = 'https://ashpublications.org/blood/article/136/Supplement%201/8/473629/A_B_C*D';
    expect(showLiterally(`see ${address}, x_y`)).toBe(`see ${address}, x\\_y`);
  });
});

describe("a person's own words", () => {
  it('lose what cannot be seen and what turns the reading direction', () => {
    expect(readable('C‑CAR\u200b088 \u202egnp.exe\u2069 \ufeff?\u{e0041}')).toBe('C‑CAR088 gnp.exe ?');
    expect(readable('a\r\nb\tc\u0007')).toBe('a b c');
    expect(readable('\ud800x')).toBe('x');
  });

  it('take no effect, addresses included, and stay readable', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(effects(showUserWords(words))).toEqual([]);
        expect(seen(showUserWords(words))).toBe(readable(words));
      }),
      { numRuns: 1_000 },
    );
  });

  it('can be read back from what was shown', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(shownToReader(showUserWords(words))).toBe(readable(words));
      }),
    );
  });
});

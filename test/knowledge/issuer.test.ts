import { describe, expect, test } from 'vitest';
import { parseRelease } from '../../src/knowledge/parse.ts';
import { news, tickersOf, words } from './texts.ts';

describe('tickers', () => {
  test.each([
    ['(NASDAQ: VRNH)', ['NASDAQ: VRNH']],
    ['(NASDAQ:VRNH)', ['NASDAQ: VRNH']],
    ['(Nasdaq: VRNH; TSX: VRN)', ['Nasdaq: VRNH', 'TSX: VRN']],
    ['(NASDAQ: VRNH) (TSX: VRN)', ['NASDAQ: VRNH', 'TSX: VRN']],
    ['(ASX: VRN, NASDAQ: VRNH)', ['ASX: VRN', 'NASDAQ: VRNH']],
    ['(Nasdaq: VRNH and VRNHW)', ['Nasdaq: VRNH', 'Nasdaq: VRNHW']],
    ['(NYSE American: VRN)', ['NYSE American: VRN']],
    ['(OTCQB: VRNHF) (CSE: VRN) (FSE: 7QX)', ['OTCQB: VRNHF', 'CSE: VRN', 'FSE: 7QX']],
    ['(TSXV: VRN)', ['TSXV: VRN']],
    ['(TSX.V: VRN)', ['TSX.V: VRN']],
    ['(AIM: VRN)', ['AIM: VRN']],
    ['(Euronext Paris: VRN)', ['Euronext Paris: VRN']],
    ['(TPEx: 8123)', ['TPEx: 8123']],
    ['(2171.HK)', ['2171.HK']],
    ['（6123.HK）', ['6123.HK']],
    ['NASDAQ:VRNH', ['NASDAQ: VRNH']],
    ['("Varnholt" or the "Company") (Nasdaq: VRNH)', ['Nasdaq: VRNH']],
  ])('%s', (printed, expected) => {
    const parsed = news(`Varnholt Systems, Inc. ${printed}, a maker of pumps, today announced a new plant.`);
    expect(tickersOf(parsed)).toEqual(expected);
    expect(words(parsed.issuer.name)).toBe('Varnholt Systems, Inc.');
  });

  test('an office before the name is no part of it, and its ticker is kept', () => {
    const parsed = news(
      'Lena Orsolic, Chairman & CEO of Varnholt Systems (NASDAQ: VRNH), spoke of a new plant.',
    );
    expect(words(parsed.issuer.name)).toBe('Varnholt Systems');
    expect(tickersOf(parsed)).toEqual(['NASDAQ: VRNH']);
  });

  test('a partner’s ticker is not the issuer’s', () => {
    const parsed = news(
      'Varnholt Systems, Inc. ("Varnholt") today announced the closing of its acquisition of Ostrava Pumps, Inc. ("Ostrava") NASDAQ:OSTR, a maker of pumps.',
    );
    expect(words(parsed.issuer.name)).toBe('Varnholt Systems, Inc.');
    expect(tickersOf(parsed)).toEqual([]);
  });

  test('the ticker of a parent that the issuer is a subsidiary of is not the issuer’s', () => {
    const parsed = news(
      'Zhejiang Yaro Biopharma Co., Ltd. ("Yaro Biopharma") presented data.',
      'About Yaro Biopharma',
      'Yaro Biopharma（4917.HK）is a holding subsidiary of Yaro Group (399917.SZ), which makes drugs.',
    );
    expect(tickersOf(parsed)).toEqual(['4917.HK']);
  });

  test('a listing named in the section about the issuer counts', () => {
    const parsed = news(
      'Varnholt Systems AS ("Varnholt") opened a plant.',
      'About Varnholt Systems AS',
      'Varnholt is a pump maker listed on the Taipei Exchange (TPEx: 8123).',
    );
    expect(tickersOf(parsed)).toEqual(['TPEx: 8123']);
  });

  test('the headline’s ticker names the issuer of an article without a dateline', () => {
    const parsed = parseRelease(
      'x',
      'Varnholt Systems Inc. (NASDAQ: VRNH) Bets on Cold Water\n\nThe Water Organization (“WO”) says pumps are in demand.\n\nVarnholt (NASDAQ: VRNH) makes pumps.',
    );
    expect(words(parsed.issuer.name)).toBe('Varnholt Systems Inc.');
    expect(tickersOf(parsed)).toEqual(['NASDAQ: VRNH']);
  });
});

describe('issuer', () => {
  test('of two companies that announce together, the one defined as the company', () => {
    const parsed = news(
      'Kestrel Life Capital and Orlanth Therapeutics, Inc. ("Orlanth" or the "company"), a biotech, announced an agreement with Novaro to acquire Orlanth.',
    );
    expect(words(parsed.issuer.name)).toBe('Orlanth Therapeutics, Inc.');
    expect(parsed.issuer.shortNames.map(words)).toContain('Orlanth');
  });

  test('the board of directors of a company', () => {
    const parsed = news(
      'The board of directors of Orlanth Inc. today declared a quarterly cash dividend of $1.64 per share.',
      'SOURCE Orlanth',
    );
    expect(words(parsed.issuer.name)).toBe('Orlanth Inc.');
  });

  test('a sentence that opens with a name in apposition', () => {
    expect(
      words(news('Bitterroot Mills, a maker of oat flour, is pleased to open a mill in Yakima.').issuer.name),
    ).toBe('Bitterroot Mills');
  });

  test('a common word that starts a sentence names no company', () => {
    const parsed = news('Copper is expected to rise as copper mines close.');
    expect(parsed.issuer.name).toBeUndefined();
  });

  test('an abbreviation of a technology is no short name', () => {
    const parsed = news(
      'Varnholt Systems, Inc. ("Varnholt") sells a long-acting injectable ("LAI") for sheep.',
    );
    expect(parsed.issuer.shortNames.map(words)).toEqual(['Varnholt']);
  });
});

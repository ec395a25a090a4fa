import { describe, expect, it } from 'vitest';
import { phraseStems, rulesFor } from '../../../src/answer/lexicon/compile.ts';
import { FUNCTION_WORDS } from '../../../src/answer/lexicon/light.ts';
import { SYNONYMS } from '../../../src/answer/lexicon/synonyms.ts';

/** What a phrase may be answered by, as stems joined by spaces. */
function answersFor(phrase: string): string[] {
  const trigger = phraseStems(phrase);
  const rule = rulesFor(trigger[0] ?? '').find((one) => one.trigger.join(' ') === trigger.join(' '));
  return rule?.alternatives.map(({ stems }) => stems.join(' ')) ?? [];
}

function answeredBy(asked: string, written: string): boolean {
  return answersFor(asked).includes(phraseStems(written).join(' '));
}

describe('the lexicon', () => {
  it('has two sides or equal groups in every line, none of them empty', () => {
    const broken = SYNONYMS.filter((line) => line.split(/=>|=/).some((side) => side.trim() === ''));
    expect(broken).toEqual([]);
  });

  it('asks with no phrase of function words alone, but for whole questions', () => {
    const empty = SYNONYMS.flatMap((line) => (line.split('=>')[0] ?? '').split(/[,=]/))
      .map((phrase) => phrase.trim())
      .filter((phrase) => phrase.split(' ').length > 1 && !phrase.startsWith('what '))
      .filter((phrase) => phrase.split(' ').every((word) => FUNCTION_WORDS.has(word)));
    expect(empty).toEqual([]);
  });

  it('leaves counts to the question: no phrase swallows "how many"', () => {
    expect(SYNONYMS.filter((line) => /(?:^|, )(?:how many|number of)\b.*=>/.test(line))).toEqual([]);
  });

  it.each([
    ['boss', 'chief executive officer'],
    ['laid off', 'workforce reduction'],
    ['divvy', 'dividend'],
    ['blood thinner', 'anticoagulant'],
    ['go public', 'initial public offering'],
    ['top line', 'revenue'],
    ['in the red', 'net loss'],
    ['head office', 'headquarters'],
    ['green light', 'approved'],
    ['pulled out', 'terminated'],
    ['sugar pill', 'placebo'],
    ['rewatch', 'replay'],
    ['factory', 'manufacturing facility'.split(' ')[1] ?? ''],
    ['lawyer', 'counsel'],
    ['bought back', 'repurchased'],
    ['a year ago', 'prior year'],
  ])('takes “%s” for “%s”', (asked, written) => {
    expect(answeredBy(asked, written)).toBe(true);
  });

  it.each([
    ['approved', 'accepted'],
    ['accepted', 'approved'],
    ['designation', 'approved'],
    ['net loss', 'net income'],
    ['net income', 'net loss'],
    ['record date', 'payable'],
    ['payment date', 'record'],
    ['ex-dividend', 'record'],
    ['revenue', 'earnings'],
    ['net income', 'revenue'],
    ['dividend', 'distribution'],
    ['salary', 'options'],
    ['comparable', 'compare'],
    ['submitted', 'approved'],
    ['upfront payment', 'milestone'],
    ['gross proceeds', 'net proceeds'],
    ['fda', 'ema'],
    ['fda', 'nmpa'],
  ])('never lets “%s” be answered by “%s”', (asked, written) => {
    expect(answeredBy(asked, written)).toBe(false);
  });
});

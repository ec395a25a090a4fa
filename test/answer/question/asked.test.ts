import { describe, expect, it } from 'vitest';
import { wantedBy } from '../../../src/answer/question/asked.ts';

describe('wantedBy', () => {
  it.each([
    ['ceo', 'person'],
    ['ceo of ostrevik', 'person'],
    ['who do i contact', 'person'],
    ['what company bought it', 'person'],
    ['which law firm', 'person'],
    ['record date', 'date'],
    ['pdufa', 'date'],
    ['when does it close', 'date'],
    ['year founded', 'date'],
    ['toll free number', 'phone'],
    ['what number do i call', 'phone'],
    ['contract length', 'duration'],
    ['how long is the replay up', 'duration'],
    ['how big is the plant', 'amount'],
    ['what size is the deal', 'amount'],
    ['how accurate is the test', 'amount'],
    ['how old is the ceo', 'amount'],
    ['how many square feet', 'count'],
    ['employees how many', 'count'],
    ['room', 'place'],
    ['address of the headquarters', 'place'],
    ['which phase', 'phase'],
    ['webcast link', 'link'],
    ['how often is it given', 'frequency'],
    ['why did they sell it', 'statement'],
    ['how does it work', 'statement'],
  ])('takes “%s” for a question for a %s', (question, kind) => {
    expect(wantedBy(question).kind).toBe(kind);
  });

  it.each(['what was the gross margin in the quarter', 'net loss in the quarter', 'revenue for the year'])(
    'wants no date for “%s”',
    (question) => {
      expect(wantedBy(question).kind).not.toBe('date');
    },
  );

  it('reads hostile input in linear time', () => {
    const started = performance.now();
    for (const word of ['was ', 'q1 ', 'the its ', 'sales ', 'who is ']) wantedBy(word.repeat(2_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

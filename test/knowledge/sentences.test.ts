import { describe, expect, test } from 'vitest';
import { sentencesOf } from '../../src/knowledge/sentences.ts';

const split = (text: string): string[] =>
  sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  test.each([
    ['legal endings', 'Orlanth Inc. sells pumps to Kerr Co. in Ohio.'],
    ['titles', 'The study was led by Dr. Ana Roe and Prof. Li of Bergen.'],
    ['initials and degrees', 'We hired Douglas V. Kerr, M.D., Ph.D., as chief of staff.'],
    ['countries', 'It was cleared by the U.S. FDA and the U.K. MHRA last year.'],
    ['months', 'The call is on Feb. 5 and the closing on Sept. 9 of this year.'],
    ['numbers', 'Plant No. 5 made 9.5 (7.5-16.2) tons for $3.1 billion, or 2.4 vs. 1.9 before.'],
    ['hours', 'The call starts at 4:30 p.m. ET on Thursday.'],
    [
      'links',
      'See www.orlanth.com/a.b and mail ir@orlanth.com. today at Orlanth.com too.'.replace(
        '. today',
        ' today',
      ),
    ],
    ['a bracket', 'The plan (the “Plan”. See Annex. It is long) was adopted by all members.'],
    ['a short quotation', 'The poster “Stop. Think. Pump” was shown to a large and happy crowd.'],
    [
      'a title that ends with a stop',
      'The abstract is titled: "Global Studies (KATA studies).", and it highlights pumps.',
    ],
  ])('does not break at %s', (_, sentence) => {
    expect(split(sentence)).toEqual([sentence]);
  });

  test('breaks at stops, also after quotation marks, brackets and reference marks', () => {
    expect(
      split('It grew by 4%.[1] “We are glad,” he said. (It did.) Why? The rest followed.2 Then it stopped.'),
    ).toEqual([
      'It grew by 4%.[1]',
      '“We are glad,” he said.',
      '(It did.)',
      'Why?',
      'The rest followed.2',
      'Then it stopped.',
    ]);
  });

  test('breaks after an abbreviation when the next word starts a sentence', () => {
    expect(
      split('The drug is sold in the U.S. The company makes it with Kerr Inc. It is new to us all.'),
    ).toHaveLength(3);
  });

  test('breaks where the space after the stop was lost, but not in names with a dot', () => {
    expect(
      split('Use it with care after treatment.Contraindications: none are known at Orlanth.com today.'),
    ).toHaveLength(2);
  });

  test('keeps a heading that runs into its paragraph with the sentence it heads', () => {
    expect(split('Live Vaccines. Avoid concurrent use with any of the products. Ask a doctor.')).toEqual([
      'Live Vaccines. Avoid concurrent use with any of the products.',
      'Ask a doctor.',
    ]);
  });

  test('divides a spoken quotation into its sentences', () => {
    const spoken =
      '“We have worked for years to bring this pump to farms that need water more than anything. It is ready now and it will ship in May to all who asked for it,” said Ana Roe.';
    expect(split(spoken)).toHaveLength(2);
  });
});

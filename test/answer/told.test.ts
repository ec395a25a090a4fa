import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/create.ts';
import { parseRelease } from '../../src/knowledge/parse.ts';

const HEADLINE = 'Orlebar Biosciences Reports Third Quarter 2025 Results and Prices Offering';
const DATELINE =
  'LEEDS, England, November 6, 2025 /PRNewswire/ -- Orlebar Biosciences plc (NASDAQ: ORLB) ("Orlebar" or the "Company") today announced its results.';

/** A release of these sentences, one a paragraph. */
function ask(question: string, ...sentences: string[]): { outcome: string; said: string } {
  const text = [HEADLINE, DATELINE, ...sentences].join('\n\n');
  const answer = createEngine([parseRelease('orlebar', `${text}\n`)]).ask(question, { release: 'orlebar' });
  const said =
    answer.outcome === 'answered' ? answer.citations.map(({ quote }) => quote.text).join(' … ') : '';
  return { outcome: answer.outcome, said };
}

const refused = { outcome: 'not_disclosed', said: '' };

describe('an answer tells what the question did not say itself', () => {
  it('gives no event that the question names for its own day', () => {
    const closing = 'At the closing of the merger, Orlebar will issue new shares to holders of Tarnfield.';
    expect(ask('What is the closing date of the merger?', closing)).toEqual(refused);
    const dated = 'The closing of the merger is expected on December 19, 2025.';
    expect(ask('What is the closing date of the merger?', closing, dated).said).toContain(
      'December 19, 2025',
    );
  });

  it('takes a year that only belongs to a name for no day', () => {
    const named = 'The lung cancer data will be shown at the 2026 Riverside Congress.';
    expect(ask('On which day will the lung cancer data be shown?', named)).toEqual(refused);
    const dated = 'The lung cancer data will be shown on March 3, 2026.';
    expect(ask('On which day will the lung cancer data be shown?', dated).said).toContain('March 3, 2026');
  });

  it('takes a day before the release for no day of what will happen', () => {
    const past = 'The Company filed the drilling plan on September 3, 2025.';
    expect(ask('When will the drilling plan be filed?', past)).toEqual(refused);
    expect(ask('When was the drilling plan filed?', past).said).toContain('September 3, 2025');
  });

  it('gives the day of the verb asked for, and of no other', () => {
    const both =
      'Xantrelin® is approved in the European Union and was launched in the United States in April 2022.';
    expect(ask('When was Xantrelin approved in the European Union?', both)).toEqual(refused);
    expect(ask('When was Xantrelin launched in the United States?', both).said).toContain('April 2022');
    const filed = 'The registration statement was filed with the SEC and became effective on April 1, 2025.';
    expect(ask('When was the registration statement filed?', filed)).toEqual(refused);
    expect(ask('When did the registration statement become effective?', filed).said).toContain('April 1');
  });

  it('takes no time before or after an event for its length', () => {
    const before = 'Participants should join the conference call ten minutes prior to the start.';
    expect(ask('How long is the conference call?', before)).toEqual(refused);
  });

  it('names nobody who asks which company the issuer itself', () => {
    const nameless = 'Orlebar has agreed to acquire a maker of syringes in the north of England.';
    expect(ask('Which company has Orlebar agreed to acquire?', nameless)).toEqual(refused);
    const named = 'Orlebar has agreed to acquire Wetherby Syringes Limited.';
    expect(ask('Which company has Orlebar agreed to acquire?', named).said).toContain('Wetherby Syringes');
  });

  it('finds another company’s exchange in no ticker', () => {
    const other = 'The shares of Tarnfield will be listed after the merger with Orlebar (NASDAQ: ORLB).';
    expect(ask('On which exchange will Tarnfield be listed?', other)).toEqual(refused);
    const told = 'The shares of Tarnfield will be listed on the London Stock Exchange.';
    expect(ask('On which exchange will Tarnfield be listed?', told).said).toContain('London Stock Exchange');
  });

  it('counts no number that the question gives', () => {
    expect(ask('How many patients are in Group 1?', 'Patients in Group 1 had impaired vision.')).toEqual(
      refused,
    );
    expect(ask('How many patients are in Group 1?', 'Group 1 has twelve patients.').said).toContain('twelve');
  });

  it('gives no sum before fees for the fees', () => {
    const gross = 'Gross proceeds are $10 million, before deducting placement agent fees and expenses.';
    expect(ask('What fee does the placement agent get?', gross)).toEqual(refused);
    const fee = 'The placement agent will receive a fee of 7% of the gross proceeds.';
    expect(ask('What fee does the placement agent get?', gross, fee).said).toContain('7%');
  });

  it('gives no price per share for a price per unit', () => {
    const share = 'Each unit holds warrants with an exercise price of $1.50 per share.';
    expect(ask('What price was paid per unit?', share)).toEqual(refused);
    expect(
      ask('What was the price per unit?', 'The units were sold at a price of $2.00 per unit.').said,
    ).toContain('$2.00');
  });
});

describe('one answer is not given for another', () => {
  it.each([
    [
      'Who was chief medical officer before Dr. Hale?',
      'Orlebar appointed Dr. Ann Hale as chief medical officer.',
    ],
    [
      'What is the salary of Dr. Hale?',
      'Dr. Ann Hale was granted 1,000 options by the Compensation Committee.',
    ],
    [
      'How much was the dividend last quarter?',
      'Orlebar today declared a quarterly dividend of 12 cents per share.',
    ],
    ['What was the average price paid for the shares?', 'The price of the shares was $4.20 per share.'],
    [
      'When did the FDA grant orphan designation to ORL-7?',
      'The European Commission granted orphan designation to ORL-7 in 2022.',
    ],
    [
      'Which other companies has Orlebar invested in besides Tarnfield?',
      'Orlebar was an early investor in Tarnfield.',
    ],
    ['Why was the meeting moved?', 'The meeting was moved to December 3, 2025.'],
    [
      'What was the response rate in the low dose group?',
      'The response rate was 44% in the high dose group.',
    ],
    ['What were the annual sales of Tarnfield?', 'Orlebar gained $5 million from the sale of Tarnfield.'],
    [
      'Where was the old headquarters?',
      'Orlebar is relocating its headquarters to a new site in York, England.',
    ],
  ])('refuses “%s”', (question, sentence) => {
    expect(ask(question, sentence)).toEqual(refused);
  });
});

describe('what holds for the whole release', () => {
  it('takes the headline’s period for a sentence that names none, and no other period', () => {
    const revenue = 'Revenue was $42.5 million.';
    expect(ask('What was revenue in Q3?', revenue).said).toContain('$42.5 million');
    expect(ask('What was revenue in Q2?', revenue)).toEqual(refused);
    expect(ask('What was revenue in Q3?', 'Revenue was $40.1 million in the second quarter.')).toEqual(
      refused,
    );
  });

  it('meets a class word by a member that the passage names', () => {
    const made = 'Xantrelin® is manufactured at the plant in Hull, England.';
    expect(ask('Where is the drug manufactured?', made).said).toContain('Hull');
  });

  it('quotes a list with the sentence that introduces it', () => {
    const list = [
      'Under the agreement, which runs for three years, the two companies will work together on:',
      '• the supply of syringes',
      '• the training of nurses',
    ];
    const { said } = ask('What will the two companies work on together?', ...list);
    expect(said).toContain('training of nurses');
  });
});

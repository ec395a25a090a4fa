import { describe, expect, it } from 'vitest';
import { askText, refused, type Seen } from './orlebar.ts';

const HEADLINE = 'Orlebar Biosciences Reports Third Quarter 2025 Results and Prices Offering';
const DATELINE =
  'LEEDS, England, November 6, 2025 /PRNewswire/ -- Orlebar Biosciences plc (NASDAQ: ORLB) ("Orlebar" or the "Company") today announced its results.';

/** A release of these sentences, one a paragraph. */
function ask(question: string, ...sentences: string[]): Seen {
  return askText([HEADLINE, DATELINE, ...sentences].join('\n\n'), question);
}

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

describe('a number counts what stands by it', () => {
  it('counts countries and people as it counts things', () => {
    const network =
      'In more than 110 countries, through shops and the stalls of its partners, farmers buy the vaccines.';
    expect(ask('In how many countries do farmers buy the vaccines?', network).said).toContain(
      '110 countries',
    );
    expect(
      ask('How many countries does the network cover?', 'The network covers several countries.'),
    ).toEqual(refused);
    const stopped = 'The vaccine was stopped in one patient because of fever.';
    expect(ask('how many patients had to stop the vaccine', stopped).said).toContain('one patient');
  });

  it('counts nothing by the number of a name or of another thing', () => {
    const named = 'A study (HERD 76) of patients with anthrax is open in Kent.';
    expect(ask('how many patients are in the anthrax study', named)).toEqual(refused);
    const studies = 'Orlebar runs two phase 3 studies in patients with anthrax.';
    expect(ask('how many patients have anthrax in the phase 3 studies', studies)).toEqual(refused);
    const fortune = 'Its directors have advised Fortune 100 companies with many employees.';
    expect(ask('How many employees do the companies have?', fortune)).toEqual(refused);
  });

  it('takes a share of the patients for no size of a trial', () => {
    const share = 'In the HERD trial, 67% of patients needed no second dose.';
    expect(ask('How many patients were in the HERD trial?', share)).toEqual(refused);
    expect(ask('How many patients needed no second dose in the HERD trial?', share).said).toContain('67%');
  });
});

describe('an answer is of the kind asked for', () => {
  it('names the disease, not only that there is one', () => {
    const vague = 'OB-12 is well tolerated in cancer patients.';
    expect(ask('Which cancers is OB-12 tested in?', vague)).toEqual(refused);
    expect(ask('Which cancers is OB-12 tested in?', 'OB-12 is tested in ovarian cancer.').said).toContain(
      'ovarian cancer',
    );
    expect(
      ask('What disease is OB-12 intended to treat?', 'OB-12 is a vaccine for pleuropneumonitis.').said,
    ).toContain('pleuropneumonitis');
  });

  it('takes the year of a quarter for no day', () => {
    const quarter = 'Orlebar schedules its third quarter 2025 report.';
    expect(ask('When will the third quarter report come out?', quarter)).toEqual(refused);
  });

  it('takes a speaker for no answer to what the quotation speaks of', () => {
    const spoken =
      '“The general contractor has finished the new site,” said Ann Roe, Chief Technical Officer of Orlebar.';
    expect(ask('Who was the general contractor for the new site?', spoken)).toEqual(refused);
    expect(ask('Who is the chief technical officer of Orlebar?', spoken).said).toContain('Ann Roe');
  });

  it('tells the chair of a committee from that of the board', () => {
    const committee = 'Ann Roe will also serve as chair of the Audit Committee.';
    expect(ask('who is the chair of the board', committee)).toEqual(refused);
    expect(ask('who chairs the audit committee', committee).said).toContain('Ann Roe');
  });

  it('takes what was done for no deadline', () => {
    const filed = 'The resale registration statement was filed and declared effective on June 3, 2025.';
    expect(ask('When do they have to file the resale registration?', filed)).toEqual(refused);
    const owed = 'Orlebar must file the resale registration statement by December 3, 2025.';
    expect(ask('When do they have to file the resale registration?', owed).said).toContain('December 3');
  });

  it('takes no sum of money for what it is used for', () => {
    const gross = 'The gross proceeds of the offering are expected to be $32 million.';
    expect(ask('What will the money from the offering be used for?', gross)).toEqual(refused);
    const use = 'Orlebar intends to use the proceeds of the offering to fund its trials in sheep.';
    expect(ask('What will the money from the offering be used for?', gross, use).said).toBe(use);
  });

  it('counts no two words that only the sentence before has', () => {
    const before = 'Orlebar intends to present full results at an upcoming medical meeting.';
    const after = 'An extension of HERD-2 is open, with 94% of eligible farms having elected to go on.';
    expect(ask('At which conference will the full HERD-2 data be presented?', `${before} ${after}`)).toEqual(
      refused,
    );
  });
});

describe('a guard keeps one thing from standing for another', () => {
  it('takes a meeting with the regulator for no congress, and a quarter for no year', () => {
    const meeting = 'Orlebar plans to request a meeting with the FDA on the trial results.';
    expect(ask('At which conference will the trial results be shown?', meeting)).toEqual(refused);
    const quarter = 'Research expenses were $18.9 million for the fourth quarter of 2024.';
    expect(ask('What were research expenses for the full year?', quarter)).toEqual(refused);
    expect(ask('What were research expenses in the fourth quarter?', quarter).said).toBe(quarter);
  });

  it('counts in one country what stands there', () => {
    const china = 'The plants in China, consisting of twelve lines, are run to U.S. standards.';
    expect(ask('How many lines does the company have in the United States?', china)).toEqual(refused);
    expect(ask('How many lines does the company have in China?', china).said).toBe(china);
  });

  it('takes a closing price for no closing, and a former schedule for no new day', () => {
    const price = 'The price is a premium of 37% to the closing price of the stock on March 7, 2025.';
    expect(ask('When did the deal close?', price)).toEqual(refused);
    const postponed = 'Orlebar has postponed its farm day previously scheduled for April 3, 2026.';
    expect(ask('What is the new date for the farm day?', postponed)).toEqual(refused);
  });

  it('takes a sum for no dose', () => {
    const both = 'Sheep get 2 mg of OB-12 at a cost of $40.';
    expect(ask('What dose of OB-12 do sheep get?', both).said).toBe(both);
    expect(ask('What dose of OB-12 do sheep get?', 'The dose of OB-12 that sheep get costs $40.')).toEqual(
      refused,
    );
  });

  it('takes whoever sells for no maker', () => {
    const seller = 'Tarnfield Ltd. is the distributor of OB-12 vaccines in Wales.';
    expect(ask('Which company manufactures the OB-12 vaccines?', seller)).toEqual(refused);
    const maker = 'OB-12 vaccines are manufactured by Kestrel Biologics in York.';
    expect(ask('Which company manufactures the OB-12 vaccines?', seller, maker).said).toBe(maker);
  });

  it('takes a share of revenue for no revenue', () => {
    const share = 'In the first half, vaccines were 93% of revenue.';
    expect(ask('What was revenue in the first half?', share)).toEqual(refused);
    expect(ask('What percentage of revenue were vaccines in the first half?', share).said).toBe(share);
  });

  it('gives the term of the deed asked for, whatever stands between', () => {
    const term =
      'Orlebar has agreed to file a registration statement covering the shares issuable upon exercise of the warrants, within 30 days of the closing.';
    expect(ask('How soon must the registration statement be filed?', term).said).toBe(term);
  });

  it('reads an hour only where an hour is asked', () => {
    const loss = 'Net loss was $31.2 million, or $0.54 per share.';
    expect(ask('how much did they lose per share this time', loss).said).toBe(loss);
  });
});

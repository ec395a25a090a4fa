import { describe, expect, it } from 'vitest';
import { askOf, refused } from './orlebar.ts';

const HEADLINE = 'Orlebar Biosciences Announces News of the Quarter';
const ask = (question: string, ...paragraphs: string[]) => askOf(HEADLINE, question, ...paragraphs);

describe('a sentence in nearly the same words that tells another thing', () => {
  it.each([
    [
      'How much cash does Orlebar have?',
      'Orlebar is entitled to milestone payments of up to $5 million in cash.',
      'Orlebar had cash and cash equivalents of $5 million.',
    ],
    [
      'What adjusted EBITDA does Orlebar expect?',
      'Adjusted EBITDA was $2.9 million.',
      'Orlebar expects adjusted EBITDA of $2.9 million.',
    ],
    [
      'Will the warrants be listed on Nasdaq?',
      'The warrants of Orlebar (NASDAQ: ORLB) have a term of five years.',
      'The warrants will be listed on Nasdaq.',
    ],
    [
      'What was the dividend before this one?',
      'Orlebar declared a dividend of 8 cents per share.',
      'The previous dividend was 7 cents per share.',
    ],
    [
      'How many patients were in the first phase 3 trial?',
      'Orlebar is starting a second confirmatory phase 3 trial in 80 patients.',
      'The first phase 3 trial was in 80 patients.',
    ],
    [
      'What is the price of Xantrelin?',
      'Net sales of Xantrelin were $74 million in 2024.',
      'The price of Xantrelin is $40 per dose.',
    ],
    [
      'Is Orlebar buying back shares?',
      'Orlebar has a stock purchase plan, under which holders may reinvest dividends in shares.',
      'Orlebar is buying back shares.',
    ],
    [
      'What is the gross margin?',
      'Orlebar reported a 125% increase in gross margin.',
      'Orlebar reported a gross margin of 55%.',
    ],
    [
      'How many shares are outstanding?',
      'The outstanding warrants are for 4,500,000 shares.',
      'There are 4,500,000 shares outstanding.',
    ],
    [
      'What was the primary endpoint of the trial?',
      'The trial met its primary endpoint.',
      'The primary endpoint of the trial was the fever score at week 12.',
    ],
    [
      'Who bought Merivane?',
      'Ann Roe led Merivane until its acquisition in 2024.',
      'Merivane was acquired by Tarnfield Foods in 2024.',
    ],
    [
      'How big is the discount?',
      'Orlebar sells the vaccine at a confidential discount to its price of £80.',
      'Orlebar sells the vaccine at a discount of £8.',
    ],
    [
      'When does the offer expire?',
      'The offer is subject to expiration of the waiting period in the first quarter of 2026.',
      'The offer expires on January 9, 2026.',
    ],
    [
      'What was the total value of the merger?',
      'With the merger Orlebar has $5.8 billion in total assets.',
      'The merger has a total value of $5.8 billion.',
    ],
    [
      'How much will Xantrelin cost?',
      'Orlebar has earned a $20 million milestone payment for Xantrelin.',
      'Xantrelin will cost $20 a dose.',
    ],
    [
      'How much did the move cost?',
      'The move will lower annual costs by $2 million.',
      'The move had a cost of $2 million.',
    ],
    [
      'Who is the auditor?',
      'Orlebar had planned a U.S. GAAP-compliant report of its auditor.',
      'The auditor is Dunmore Roe LLP.',
    ],
    [
      'Which company is Ann Roe joining?',
      'Ann Roe of Orlebar Biosciences plc will resign with effect from March 1, 2026.',
      'Ann Roe is joining Tarnfield Foods.',
    ],
    [
      'What is the price per share?',
      'Orlebar priced its $12.5 million offering of shares.',
      'Orlebar priced its shares at $2.50 per share.',
    ],
    [
      'Who is the CEO?',
      'Ann Roe, Executive Vice President and Chief Financial Officer, will speak.',
      'Ann Roe, Chief Executive Officer, will speak.',
    ],
    [
      'How many shares will I receive per Tarnfield share?',
      'Orlebar will distribute 15,000,000 shares to holders of Tarnfield shares.',
      'Holders will receive 2 shares for each Tarnfield share.',
    ],
  ])('refuses “%s” to “%s”', (question, another, told) => {
    expect(ask(question, another)).toEqual(refused);
    expect(ask(question, told).said).toContain(told.replace(/\.$/, ''));
  });

  it('gives no year’s figure for another’s, whatever the sentence before names', () => {
    const year = 'The year 2024 was one of change.';
    expect(ask('What was revenue for 2024?', year, 'The revenue of 2023 was $12 million.')).toEqual(refused);
    expect(ask('What was revenue for 2024?', 'The revenue of 2024 was $12 million.').said).toContain('$12');
  });

  it('knows last year by the release’s own day', () => {
    const ratio = (year: number) => `A combined ratio of 89.7% in ${year} pleased the board.`;
    expect(ask('What was the combined ratio last year?', ratio(2024)).said).toContain('89.7%');
    expect(ask('What was the combined ratio last year?', ratio(2023))).toEqual(refused);
  });

  it('names one of several only where it is named at once', () => {
    const order = 'The order was placed by one of the largest railway groups of the north.';
    expect(ask('Which railway group placed the order?', order)).toEqual(refused);
  });

  it('takes a partner in one country for none in another', () => {
    const partner = 'Orlebar has a license agreement with a partner in China.';
    expect(ask('Does Orlebar have a partner in Japan?', partner)).toEqual(refused);
    expect(ask('Does Orlebar have a partner in China?', partner).said).toBe(partner);
  });
});

describe('what stands around a line tells what it is about', () => {
  const conferences = [
    'Dunmore Technology Conference\nDate: Tuesday, February 24, 2026\nLocation: Palace Hotel, New York\nPresenter: Ann Roe, Chief Executive Officer',
    'Whitcombe Industry Summit\nDate: Wednesday, March 4, 2026\nLocation: Four Quays Centre, London\nPresenter: Ben Marsh, Chief Financial Officer',
  ];

  it('knows of which event a labelled line is by the lines beside it', () => {
    expect(ask('Who is speaking in London?', ...conferences).said).toContain('Ben Marsh');
    expect(ask('Who is speaking in London?', ...conferences).said).not.toContain('Ann Roe');
    expect(ask('What is the date of the New York conference?', ...conferences).said).toContain('February 24');
    expect(ask('Who is speaking in Oslo?', ...conferences)).toEqual(refused);
  });

  it('takes a line between headline and dateline for one about the product that the headline names', () => {
    const headline =
      'Orlebar Biosciences Announces Acceptance of Its Application for ORL-12\n\n- Target action date set for June 19, 2026 -';
    expect(askOf(headline, 'What is the action date for ORL-12?').said).toContain('June 19, 2026');
    expect(askOf(headline, 'What is the action date for ORL-14?').outcome).not.toBe('answered');
  });

  it('knows a product by either of its two names', () => {
    const headline = 'Orlebar Biosciences Launches OZELVIQ (danoprelimab) in Norway';
    const effects = 'The most common side effects were fever and cough.';
    expect(askOf(headline, 'What are the side effects of OZELVIQ?', effects).said).toBe(effects);
    expect(askOf(headline, 'What are the side effects of TARVEXA?', effects)).toEqual(refused);
  });

  it('takes two products of a list for two', () => {
    const headline = 'Orlebar Biosciences Launches ORL-101 in Norway';
    const list = 'Orlebar makes ORL-101, ORL-102 and ORL-103.';
    const effects = 'Of ORL-102 the most common side effects were fever and cough.';
    expect(askOf(headline, 'What are the side effects of ORL-101?', list, effects)).toEqual(refused);
    expect(askOf(headline, 'What are the side effects of ORL-102?', list, effects).said).toBe(effects);
  });

  it('takes no adjective for a disease', () => {
    const systemic = 'OB-12 is meant to treat cattle by systemic administration.';
    expect(ask('What disease is OB-12 meant to treat?', systemic)).toEqual(refused);
    const disease = 'OB-12 is meant to treat cattle with mastitis.';
    expect(ask('What disease is OB-12 meant to treat?', disease).said).toBe(disease);
  });

  it('knows somebody by the first name', () => {
    const joined = 'Rosalind Achterberg has joined Orlebar as Chief Financial Officer.';
    const studied = 'A graduate of York University, Rosalind is a chartered accountant.';
    expect(ask('Which university did Achterberg graduate from?', joined, studied).said).toContain('York');
    expect(ask('Which university did Dunmore graduate from?', joined, studied)).toEqual(refused);
  });

  it('quotes where the terms of a deal are kept back', () => {
    const kept = 'Financial terms of the Tarnfield acquisition were not disclosed.';
    expect(ask('How much did Orlebar pay for the Tarnfield acquisition?', kept).said).toBe(kept);
  });

  it('takes the hours of a market for no deed on that day', () => {
    const results =
      'Orlebar will release financial results for its third quarter ended September 30, 2025 after the close of the U.S. markets on Thursday, November 20, 2025.';
    expect(ask('When will third quarter results be released?', results).said).toContain('November 20');
  });

  it('quotes what says what a name is, wherever it stands', () => {
    const lead = 'Orlebar has dosed the first patient with ORL-12, an oral vaccine against sheep fever.';
    const beside = 'In addition to ORL-12, Orlebar is advancing ORL-14, a nasal spray.';
    expect(ask('What is ORL-12?', lead, beside).said).toContain('an oral vaccine');
  });
});

describe('what only seems to ask for advice', () => {
  it.each([
    'Do I have to wait for the abstracts?',
    'What email address can I use to reach Orlebar?',
    'Do I have to do anything if my shares are at a broker?',
    'What is the least the distributor has to buy?',
  ])('is not declined: “%s”', (question) => {
    expect(ask(question).outcome).not.toBe('declined');
  });

  it.each([
    'Is ORLB a buy with this news?',
    'Should I keep the stock after the merger?',
    'Would Orlebar be a good company to invest in?',
  ])('and what asks for it is declined: “%s”', (question) => {
    expect(ask(question).outcome).toBe('declined');
  });
});

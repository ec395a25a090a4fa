import { describe, expect, it } from 'vitest';
import { askOf, refused } from './orlebar.ts';

const ask = (question: string, ...sentences: string[]) =>
  askOf('Orlebar Biosciences Announces News of the Quarter', question, ...sentences);

describe('a sentence is read with what the release said before', () => {
  const appointed =
    'Orlebar has named Rosalind T. Achterberg Chief Financial Officer, effective March 17, 2026.';

  it('knows by whom an office is held where the sentence says only "she"', () => {
    const granted = 'On her first day she will be granted 95,000 restricted stock units.';
    expect(ask('How many restricted stock units does the new CFO get?', appointed, granted).said).toContain(
      '95,000',
    );
    const stranger = 'A consultant will be granted 95,000 restricted stock units.';
    expect(ask('How many restricted stock units does the new CFO get?', appointed, stranger)).toEqual(
      refused,
    );
  });

  it('takes "the trial" for the only one that the release names, and for none of two', () => {
    const enrolled = 'The trial enrolled 231 patients.';
    const one = 'Orlebar completed the SALTBUSH trial in October.';
    const between = 'The Company employs 90 people in Leeds.';
    expect(ask('How many patients did SALTBUSH enroll?', one, between, enrolled).said).toContain('231');
    const two = 'The HEATHER study goes on in Norway.';
    expect(ask('How many patients did SALTBUSH enroll?', one, two, between, enrolled)).toEqual(refused);
  });

  it('takes "the transaction" for the deal that the headline is about', () => {
    const closes = 'The transaction is expected to close in the first quarter of 2026.';
    const question = 'When is the Tarnfield deal expected to close?';
    expect(askOf('Orlebar to Acquire Tarnfield', question, closes).said).toContain('first quarter of 2026');
    expect(askOf('Orlebar Reports Third Quarter Results', question, closes)).toEqual(refused);
  });

  it('reads the tables after the contacts, and sentences that hold an address', () => {
    const rows = [
      'For holders, questions may be sent in advance by email to ir@orlebar.example no later than Monday, December 1, 2025.',
      'Orlebar plans to hold its annual meeting of holders on May 14, 2026 in the city of York, where it has been since 1998.',
    ];
    expect(ask('When is the annual meeting?', ...rows).said).toContain('May 14, 2026');
  });
});

describe('a way of asking may be met word by word', () => {
  it('answers "paying for" by what is paid, though no line of the lexicon has the whole', () => {
    const pays = 'Orlebar will pay $40 million for the Tarnfield plant.';
    expect(ask('How much is Orlebar paying for the Tarnfield plant?', pays).said).toContain('$40 million');
  });

  it('keeps whole what means something only as a whole', () => {
    const laid = 'Orlebar laid cables to the plant, where 40 people work.';
    expect(ask('How many people were laid off?', laid)).toEqual(refused);
  });
});

describe('who, where and until when', () => {
  it('answers who may vote by a group, and who did something by a name only', () => {
    const vote =
      'Stockholders of record at the close of business on March 28 are entitled to vote at the meeting.';
    expect(ask('Who can vote at the meeting?', vote).said).toContain('Stockholders of record');
    const advised = 'Certain investors advised the Company on the offering.';
    expect(ask('Who advised the Company on the offering?', advised)).toEqual(refused);
  });

  it('answers where something can be had by a website or shops', () => {
    const sold = 'The pump is sold through specialty pharmacies.';
    expect(ask('Where can I buy the pump?', sold).said).toContain('specialty pharmacies');
  });

  it('answers how long by the day until which', () => {
    const replay = 'The replay will be available through November 20, 2025.';
    expect(ask('How long will the replay be available?', replay).said).toContain('November 20, 2025');
  });

  it('answers when something ends by "does not expire", and not by when it began', () => {
    const never = 'The repurchase program has no expiration date.';
    expect(ask('When does the repurchase program expire?', never).said).toContain('no expiration date');
    const began = 'The repurchase program began on May 1, 2024.';
    expect(ask('When does the repurchase program expire?', began)).toEqual(refused);
  });

  it('gives no month before the release for what is still to begin', () => {
    const began = 'Construction of the plant began in August 2024.';
    expect(ask('When will construction of the plant begin?', began)).toEqual(refused);
    expect(ask('When did construction of the plant begin?', began).said).toContain('August 2024');
  });
});

describe('what sounds alike answers nothing', () => {
  it.each([
    ['How long did Ms. Roe work at Ostrava?', 'Prior to Ostrava, Ms. Roe spent nine years at Merivane.'],
    [
      'Who holds the rights to ORL-12 in China?',
      'The Company holds worldwide rights to ORL-12 outside of Greater China.',
    ],
    [
      'How much is the fee if Tarnfield walks away?',
      'Orlebar may be required to pay Tarnfield a termination fee of $58 million.',
    ],
    [
      'What did the 24 week data show?',
      'At week 12, data showed a response in 34% of patients, against 24% for placebo.',
    ],
    ['What is the annual rent?', 'Annual savings of $5.4 million are expected from lower rent.'],
    ['Who is the financial adviser to Tarnfield?', 'Vaughn LLP is serving as legal counsel to Tarnfield.'],
    ['How many employees does Orlebar have in all?', 'Orlebar plans to hire an additional 40 employees.'],
    ['How old is Ms. Roe?', 'Ms. Roe has been with Orlebar since 2021.'],
    ['Who will replace Ms. Roe on the board?', 'Ms. Roe will not stand for re-election to the board.'],
    ['How many shares does Orlebar plan to repurchase?', 'Orlebar had repurchased 1,846,000 shares.'],
    ['Does ORL-12 have Fast Track designation?', 'ORL-12 has been granted Orphan Drug designation.'],
  ])('refuses “%s”', (question, sentence) => {
    expect(ask(question, sentence)).toEqual(refused);
  });

  it.each([
    [
      'How long did Ms. Roe work at Merivane?',
      'Prior to Ostrava, Ms. Roe spent nine years at Merivane.',
      'nine years',
    ],
    [
      'How much is the fee if Orlebar walks away?',
      'Orlebar may be required to pay Tarnfield a termination fee of $58 million.',
      '$58 million',
    ],
    ['Does ORL-12 have Fast Track designation?', 'ORL-12 has Fast Track designation.', 'Fast Track'],
  ])('answers “%s”', (question, sentence, said) => {
    expect(ask(question, sentence).said).toContain(said);
  });
});

describe('what a release has only one of stands in for its name', () => {
  it('means the place of the headline by "the site"', () => {
    const size = 'The 96,000-square-foot site will make vaccines for sheep.';
    const headline = 'Orlebar Biosciences Opens Vaccine Plant in Hull';
    expect(askOf(headline, 'How big is the Hull facility?', size).said).toBe(size);
    expect(askOf(headline, 'How big is the Derby facility?', size)).toEqual(refused);
  });

  it('means the phase of the headline by what only trials have', () => {
    const topline = 'Topline data are expected in the fourth quarter of 2026.';
    const headline = 'Orlebar Biosciences Doses First Cow in Phase 3 Trial';
    expect(askOf(headline, 'When are topline data of the phase 3 expected?', topline).said).toBe(topline);
    expect(askOf(headline, 'When are topline data of the phase 2 expected?', topline)).toEqual(refused);
  });

  it('knows a trial by the name that it is known as', () => {
    const named = 'The multicenter trial, known as HERD-7, is open to farms in Kent.';
    const led = 'Ann Roe of the York Institute will serve as lead investigator.';
    const headline = 'Orlebar Biosciences Opens Trial';
    expect(askOf(headline, 'Who is the lead investigator of HERD-7?', named, led).said).toContain('Ann Roe');
    expect(askOf(headline, 'Who is the lead investigator of FLOCK-7?', named, led)).toEqual(refused);
  });

  it('means two trials of one name by "both trials", and none by another one', () => {
    const endpoint = 'In both trials the primary endpoint was fever at week 12.';
    const named = 'The HERD-1 and HERD-2 trials enrolled cattle.';
    const headline = 'Orlebar Biosciences Reports Results';
    expect(askOf(headline, 'What was the primary endpoint of the HERD trials?', named, endpoint).said).toBe(
      endpoint,
    );
    expect(askOf(headline, 'What was the primary endpoint of the FLOCK trials?', named, endpoint)).toEqual(
      refused,
    );
  });
});

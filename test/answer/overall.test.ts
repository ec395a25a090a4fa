import { describe, expect, it } from 'vitest';
import { createEngine } from '../../src/answer/create.ts';
import { parseRelease } from '../../src/knowledge/parse.ts';
import { askText } from './orlebar.ts';

const LEAD =
  'LEEDS, England, November 6, 2025 /PRNewswire/ -- Orlebar Biosciences plc (NASDAQ: ORLB) ("Orlebar" or the "Company"), a maker of vaccines for livestock, today announced its results.';
const ABOUT = 'About Orlebar Biosciences\n\nOrlebar Biosciences plc develops vaccines for cattle and sheep.';

const TEXT = [
  'Orlebar Reports Third Quarter 2025 Results',
  LEAD,
  'The approval is based on results from two trials in Kent.',
  ABOUT,
].join('\n\n');
const ask = (question: string) => askText(TEXT, question);

describe('what is asked of the company as a whole', () => {
  it.each([
    'what do they do',
    'what does the company even do',
    'What does Orlebar do?',
    'who are these guys',
    'what kind of company is Orlebar Biosciences?',
    "what's this company about",
    'tell me about ORLB',
    'what do they make',
  ])('quotes what the boilerplate and the lead say it does: %s', (question) => {
    expect(ask(question).said).toContain('develops vaccines for cattle and sheep');
    expect(ask(question).said).toContain('a maker of vaccines for livestock');
  });

  it('leaves a question about one thing to the sentences that speak of it', () => {
    expect(ask('what do they do with the two trials').said).not.toContain('develops vaccines');
    expect(ask('what does the approval do').said).not.toContain('develops vaccines');
  });

  it('says where a release comes from when it is asked where they are based', () => {
    expect(ask('where are these guys based').said).toContain('LEEDS, England');
    expect(ask('which city are they in').said).toContain('LEEDS, England');
  });

  it('takes a dateline for no headquarters, nor what is based on something', () => {
    expect(ask('where is the head office').outcome).toBe('not_disclosed');
    expect(ask('hq?').outcome).toBe('not_disclosed');
    const told = TEXT.replace('cattle and sheep.', 'cattle and sheep. It is headquartered in York.');
    expect(askText(told, 'hq?').said).toContain('headquartered in York');
    expect(askText(told, 'where are they based').said).toContain('headquartered in York');
  });

  it('says that a company moves before it says where it is', () => {
    const moving = TEXT.replace(
      'Orlebar Reports Third Quarter 2025 Results',
      'Orlebar to Relocate Its Headquarters to Hull',
    ).replace('cattle and sheep.', 'cattle and sheep. It is headquartered in York.');
    expect(askText(moving, 'hq?').said).toContain('Relocate Its Headquarters to Hull');
  });
});

describe('what is asked of the release as a whole', () => {
  it.each([
    "so what's the news here",
    'tldr',
    'summary please',
    'what did they announce',
    "what's this about",
  ])('quotes the headline: %s', (question) => {
    expect(ask(question).said).toBe('Orlebar Reports Third Quarter 2025 Results');
  });

  it('does not take news of something for the news', () => {
    expect(ask('what did they announce at the Riverside congress').outcome).toBe('not_disclosed');
    expect(ask('any news on the merger').outcome).toBe('not_disclosed');
  });

  it('quotes the notice of a corrected release, with the reason beside it', () => {
    const corrected = [
      'CORRECTION -- Orlebar Reports Third Quarter 2025 Results',
      'In the news release issued 5-Nov-2025 by Orlebar over PR Newswire, the second paragraph should read "two trials" rather than "three trials". The error was due to a change of the protocol. The complete, corrected release follows:',
      TEXT,
    ].join('\n\n');
    expect(askText(corrected, 'why was this corrected').said).toContain('due to a change of the protocol');
    expect(askText(corrected, 'what was wrong with the original').said).toContain(
      'rather than "three trials"',
    );
    expect(ask('why was this corrected').outcome).toBe('not_disclosed');
  });
});

describe('several releases', () => {
  const other = TEXT.replaceAll('Orlebar', 'Tarnfield')
    .replaceAll('ORLB', 'TRNF')
    .replaceAll('livestock', 'fish');
  const older = TEXT.replace('Third Quarter', 'Second Quarter').replace('November 6', 'August 7');

  it('gives the newest news of one issuer', () => {
    const engine = createEngine([parseRelease('older', `${older}\n`), parseRelease('newer', `${TEXT}\n`)]);
    const answer = engine.ask("what's the news", {});
    expect(answer.outcome === 'answered' && answer.release.id).toBe('newer');
  });

  it('does not choose a company for whoever names none', () => {
    const engine = createEngine([parseRelease('one', `${TEXT}\n`), parseRelease('two', `${other}\n`)]);
    const answer = engine.ask('where are they based', {});
    expect(
      answer.outcome === 'answered' && answer.citations.some(({ release }) => release.id === 'one'),
    ).toBe(false);
    const named = engine.ask('what does Tarnfield do', {});
    expect(named.outcome === 'answered' && named.release.id).toBe('two');
  });
});

describe('a word that may mean a meeting or a product', () => {
  it.each(['where is it', 'what is it', 'what does it do'])(
    'is not taken for the company: %s',
    (question) => {
      expect(ask(question).outcome).toBe('not_disclosed');
    },
  );
});

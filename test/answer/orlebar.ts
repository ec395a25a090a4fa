import { createEngine } from '../../src/answer/create.ts';
import { parseRelease } from '../../src/knowledge/parse.ts';

/** What a user sees of an answer: its outcome and all that it quotes. */
export interface Seen {
  readonly outcome: string;
  readonly said: string;
}

export const refused: Seen = { outcome: 'not_disclosed', said: '' };

const DATELINE =
  'LEEDS, England, November 6, 2025 /PRNewswire/ -- Orlebar Biosciences plc (NASDAQ: ORLB) ("Orlebar" or the "Company") today announced its news.';

/** Asks a release of this text, the only one. */
export function askText(text: string, question: string): Seen {
  const answer = createEngine([parseRelease('orlebar', `${text}\n`)]).ask(question, { release: 'orlebar' });
  const said =
    answer.outcome === 'answered' ? answer.citations.map(({ quote }) => quote.text).join(' … ') : '';
  return { outcome: answer.outcome, said };
}

/** Asks a release of Orlebar Biosciences with this headline and, below its dateline, these paragraphs. */
export function askOf(headline: string, question: string, ...paragraphs: string[]): Seen {
  return askText([headline, DATELINE, ...paragraphs].join('\n\n'), question);
}

import type { Entry } from '../index/corpus.ts';
import type { Question } from '../question/analyze.ts';

/** Words that are there and mean the opposite, or are only hoped for: no count of words can see it. */
interface Guard {
  readonly asked: RegExp;
  /** The question itself speaks of the other side. */
  readonly unless: RegExp;
  readonly contradicted: (text: string) => boolean;
}

/** An approval that is sought, awaited or conditional is none. */
const SOUGHT =
  /\b(?:fil(?:ed|ing|es?)|submi\w+|seek\w*|sought|pending|subject to|await\w*|appl(?:y|ied|ication\w*)|request\w*|potential\w*|if|until|upon|obtain\w*|toward\w*|expect\w*|anticipat\w*|before|prior to)\b[^.;]{0,60}?\b(?:approv\w+|clear(?:ed|ance)|authori[sz]\w+)/gi;
const GIVEN = /\b(?:approv\w+|clear(?:ed|ance)|authori[sz]\w+|accept\w+|grant\w+)\b/i;

const GUARDS: readonly Guard[] = [
  {
    asked: /\b(?:approv\w+|clear(?:ed|ance)|authori[sz]ed|ok|okay|okayed|green light|nod)\b/,
    unless:
      /\b(?:fil(?:ed|e|ing)|submi\w+|seek\w*|pending|condition\w*|need\w*|subject|application|expected)\b/,
    contradicted: (text) => /approv|clear|authori/i.test(text) && !GIVEN.test(text.replace(SOUGHT, ' ')),
  },
  {
    asked: /\b(?:old|former|previous|prior)\b/,
    unless: /\bnew\b|years? old|how old/,
    contradicted: (text) =>
      /\bnew\b/i.test(text) &&
      !/\b(?:old|former\w*|previous\w*|prior|replac\w+|current\w*|most recently|from|since|existing|earlier)\b/i.test(
        text,
      ),
  },
  {
    asked: /\b(?:cancel\w*|postpone\w*|delay\w*|withdr\w+|halt\w*|terminat\w*)\b/,
    unless: /^$/,
    contradicted: (text) =>
      /\b(?:not|no|without)\b[^.;]{0,30}\b(?:cancel|postpon|delay|withdr|halt|terminat)/i.test(text),
  },
];

/** Whether the entry says something else than what its matching words suggest. */
export function isContradicted(entry: Entry, question: Question): boolean {
  return GUARDS.some(
    ({ asked, unless, contradicted }) =>
      asked.test(question.read) && !unless.test(question.read) && contradicted(entry.quote.text),
  );
}

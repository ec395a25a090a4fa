import { nameBefore, namesCompany } from './companies.ts';
import { cut } from './cut.ts';
import type { Definition } from './model.ts';
import type { Quote, QuoteSource } from './quote.ts';

/** A short form in brackets, its mark or a further name after it left out: "(KOA)", "(“SEC”)", "(SCS®)". */
const TERM =
  /[(（]\s*(?:the\s+)?["“”']?((?:[a-z]{2,5}\s)?[A-Za-z0-9&/‑–+αβγ.-]{1,14}(?:\s[A-Z][A-Za-z0-9-]{0,8})?)[®™]?["“”']?(?:\s?[,;][^()（）]{0,60})?\s*[)）]/dgu;
const COMPANY_TERM =
  /[(（]\s*(?:the\s+|together,?\s+)?["“”]\s?(?:the\s+)?([^"“”()（）]{2,40}?),?\s?["“”][^()（）]{0,80}[)）]/dgu;
const FORMER =
  /([\p{L}\p{N}®™'’-]+(?:\s\p{Lu}[\p{L}\p{N}®™-]+){0,3})\s*[,(（]\s*(?:formerly|f\/k\/a|previously)(?: (?:known|called|named))?(?: as)?,?\s+(?:the\s+)?["“]?([^(),.;（）]{2,60}?)["”]?\s*[),）]/dgu;
const SAYS_FORMER = /[,(（]\s*(?:formerly|f\/k\/a|previously)\b/;
const EQUALS = /(?<![\p{L}\p{N}])([A-Z][A-Za-z0-9-]{0,11})\s?=\s?([^,;.=\n]{3,80})/dgu;
const GENERIC =
  /^(?:company|corporation|firm|group|fund|issuer|bank|partnership|trust|offering|agreement|transaction|closing|notes?|shares?|warrants?|units?|project|property|us|we|our)$/i;

type Add = (term: Quote | undefined, meaning: Quote | undefined, relation: Definition['relation']) => void;

/** Short forms and former names that the text itself explains, each with its meaning as printed. */
export function definitionsOf(source: QuoteSource): Definition[] {
  const found = new Map<string, Definition>();
  const add: Add = (term, meaning, relation) => {
    if (term === undefined || meaning === undefined) return;
    const key = `${relation} ${term.text.toLowerCase()}`;
    if (found.has(key)) return;
    const quote = cut(
      source,
      Math.min(term.start, meaning.start),
      closing(source.text, Math.max(term.end, meaning.end)),
    );
    if (quote !== undefined) found.set(key, { term, meaning, relation, quote });
  };
  for (const match of source.text.matchAll(TERM)) bracketTerm(source, match, add);
  for (const match of source.text.matchAll(COMPANY_TERM)) companyTerm(source, match, add);
  if (SAYS_FORMER.test(source.text)) {
    for (const match of source.text.matchAll(FORMER)) formerName(source, match, add);
  }
  if (source.text.includes('=')) {
    for (const match of source.text.matchAll(EQUALS)) addPair(source, match, 'means', add);
  }
  return [...found.values()].sort((one, other) => one.quote.start - other.quote.start);
}

function addPair(
  source: QuoteSource,
  match: RegExpExecArray,
  relation: Definition['relation'],
  add: Add,
): void {
  const [term, meaning] = [match.indices?.[1], match.indices?.[2]];
  if (term && meaning) add(cut(source, term[0], term[1]), cut(source, meaning[0], meaning[1]), relation);
}

/** "The China NMPA (formerly CFDA)": of the words before, an abbreviation alone is the term. */
function formerName(source: QuoteSource, match: RegExpExecArray, add: Add): void {
  const [term, meaning] = [match.indices?.[1], match.indices?.[2]];
  if (!term || !meaning) return;
  const last = /(?:^|\s)([A-Z]{2,8})$/.exec(match[1] ?? '')?.[1];
  const start = last === undefined ? term[0] : term[1] - last.length;
  add(cut(source, start, term[1]), cut(source, meaning[0], meaning[1]), 'former');
}

/** Acme Therapeutics, Inc. (“Acme” or the “Company”): the short name means the full one. */
function companyTerm(source: QuoteSource, match: RegExpExecArray, add: Add): void {
  const range = match.indices?.[1];
  const short = match[1] ?? '';
  if (range === undefined || GENERIC.test(short) || !namesCompany(short, source.text, match.index, 0)) return;
  const name = nameBefore(source, Math.max(0, match.index - 160), match.index);
  if (name !== undefined && name.text !== short) add(cut(source, range[0], range[1]), name, 'means');
}

function bracketTerm(source: QuoteSource, match: RegExpExecArray, add: Add): void {
  const range = match.indices?.[1];
  const term = match[1] ?? '';
  if (range === undefined || !isShortForm(term)) return;
  const start = meaningStart(source.text, match.index, term);
  if (start !== undefined) add(cut(source, range[0], range[1]), cut(source, start, match.index), 'means');
}

function isShortForm(term: string): boolean {
  if (/^\d|^[IVX]+$|^[A-Z]?\d+$|^(?:R|TM|SM|C)$/.test(term)) return false;
  const capitals = term.match(/[A-Z]/g)?.length ?? 0;
  return capitals >= 2 || /^[a-z]\/[a-z]$/i.test(term) || (capitals === 1 && /\d/.test(term));
}

/**
 * Where the words begin that a short form stands for: its letters must be the first letters of the
 * words before the bracket, or else be found in order inside them, as in "Knee Osteoarthritis (KOA)".
 */
function meaningStart(text: string, bracket: number, term: string): number | undefined {
  const low = Math.max(0, bracket - 160);
  const before = text.slice(low, bracket).replace(/\s+$/, '');
  const clause =
    Math.max(before.search(/[.;:()（）"“”](?:\s[^.;:()（）"“”]*)?$/), before.lastIndexOf('\n\n')) + 1;
  const words = [...before.slice(clause).matchAll(/[\p{L}\p{N}'’®™]+/gu)];
  const letters = (/(\S*[A-Z]\S*|[a-z]\/[a-z])$/.exec(term)?.[1] ?? term)
    .replace(/s$/, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
  const most = Math.min(words.length, letters.length * 2 + 3);
  for (const inside of [false, true]) {
    for (let count = 1; count <= most; count += 1) {
      const candidate = words.slice(-count).map(([word]) => word.toLowerCase());
      if (SMALL.test(candidate[0] ?? '') || !spells(letters, candidate, inside)) continue;
      return low + clause + (words.at(-count)?.index ?? 0);
    }
  }
  return undefined;
}

const SMALL = /^(?:of|and|the|for|in|to|a|an|with|on|or|by)$/;

/** Whether the letters stand in the words in order, the first word giving the first letter. */
function spells(letters: string, words: readonly string[], inside: boolean): boolean {
  const [first, ...rest] = words;
  if (first === undefined || first[0] !== letters[0]) return false;
  return consume(letters, 1, inside ? first.slice(1) : '', rest, inside, 0);
}

/** Takes the next letter from the start of a later word or, when allowed, from inside the current one. */
function consume(
  letters: string,
  at: number,
  current: string,
  rest: readonly string[],
  inside: boolean,
  depth: number,
): boolean {
  if (depth > 40) return false;
  if (at >= letters.length) return rest.every((word) => SMALL.test(word));
  const letter = letters[at] ?? '';
  for (let skip = 0; skip < Math.min(rest.length, 3); skip += 1) {
    const word = rest[skip] ?? '';
    if (
      word.startsWith(letter) &&
      consume(letters, at + 1, inside ? word.slice(1) : '', rest.slice(skip + 1), inside, depth + 1)
    )
      return true;
    if (!SMALL.test(word)) break;
  }
  const found = current.indexOf(letter);
  return found >= 0 && consume(letters, at + 1, current.slice(found + 1), rest, inside, depth + 1);
}

function closing(text: string, end: number): number {
  const close = /^[®™]?["”'’]?(?:[^()（）]{0,60})[)）]/.exec(text.slice(end, end + 80))?.[0];
  return close === undefined ? end : end + close.length;
}

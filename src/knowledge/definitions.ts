import { cut } from './cut.ts';
import type { Definition } from './model.ts';
import type { Quote, QuoteSource } from './quote.ts';

/** A short form in brackets: letters of which two are capitals, or one small word with a slash as "r/r". */
const TERM =
  /[(（]\s*(?:the\s+)?["“”']?((?:[A-Za-z0-9&/\-‑–+αβγ.]{1,14})(?:\s[A-Z][A-Za-z0-9-]{0,8})?)["“”']?(?:,[^()（）]{0,60})?\s*[)）]/dgu;
const FORMER =
  /([\p{L}\p{N}®™'’.-]+(?:\s[\p{Lu}][\p{L}\p{N}®™.-]+){0,3})\s*[,(（]\s*(?:formerly|f\/k\/a|previously)(?: (?:known|called|named))?(?: as)?,?\s+(?:the\s+)?["“]?([^(),.;（）]{2,60}?)["”]?\s*[),）]/dgu;
const EQUALS = /(?<![\p{L}\p{N}])([A-Z][A-Za-z0-9-]{0,11})\s?=\s?([^,;.=\n]{3,80})/dgu;

/** Short forms and former names that the text itself explains, each with its meaning as printed. */
export function definitionsOf(source: QuoteSource): Definition[] {
  const found = new Map<string, Definition>();
  const add = (
    term: Quote | undefined,
    meaning: Quote | undefined,
    relation: Definition['relation'],
  ): void => {
    if (term === undefined || meaning === undefined) return;
    const key = `${relation} ${term.text.toLowerCase()}`;
    const known = found.get(key);
    const quote = cut(
      source,
      Math.min(term.start, meaning.start),
      closing(source.text, Math.max(term.end, meaning.end)),
    );
    if (known === undefined && quote !== undefined) found.set(key, { term, meaning, relation, quote });
  };
  for (const match of source.text.matchAll(TERM)) bracketTerm(source, match, add);
  for (const match of source.text.matchAll(FORMER)) {
    const [term, meaning] = [match.indices?.[1], match.indices?.[2]];
    if (term && meaning) add(cut(source, term[0], term[1]), cut(source, meaning[0], meaning[1]), 'former');
  }
  for (const match of source.text.matchAll(EQUALS)) {
    const [term, meaning] = [match.indices?.[1], match.indices?.[2]];
    if (term && meaning) add(cut(source, term[0], term[1]), cut(source, meaning[0], meaning[1]), 'means');
  }
  return [...found.values()].sort((one, other) => one.quote.start - other.quote.start);
}

function bracketTerm(
  source: QuoteSource,
  match: RegExpExecArray,
  add: (term: Quote | undefined, meaning: Quote | undefined, relation: 'means') => void,
): void {
  const range = match.indices?.[1];
  if (range === undefined || !isShortForm(match[1] ?? '')) return;
  const start = meaningStart(source.text, match.index, match[1] ?? '');
  if (start !== undefined) add(cut(source, range[0], range[1]), cut(source, start, match.index), 'means');
}

function isShortForm(term: string): boolean {
  if (/^\d|^[IVX]+$|^[A-Z]?\d+$|^(?:R|TM|SM|C)$/.test(term)) return false;
  const capitals = term.match(/[A-Z]/g)?.length ?? 0;
  return capitals >= 2 || /^[a-z]\/[a-z]$/i.test(term) || (capitals === 1 && /\d/.test(term));
}

/**
 * Where the words begin that a short form stands for: its letters must be found, in order, as first
 * letters (or inside words) of the words before the bracket, as in "Knee Osteoarthritis (KOA)".
 */
function meaningStart(text: string, bracket: number, term: string): number | undefined {
  const low = Math.max(0, bracket - 160);
  const before = text.slice(low, bracket).replace(/\s+$/, '');
  const clause = Math.max(before.search(/[.;:()（）"“”][^.;:()（）"“”]*$/), before.lastIndexOf('\n')) + 1;
  const words = [...before.slice(clause).matchAll(/[\p{L}\p{N}'’®™.]+/gu)];
  const letters = term
    .replace(/s$/, '')
    .replace(/[^A-Za-z0-9]/g, '')
    .toLowerCase();
  for (
    let first = words.length - 1;
    first >= Math.max(0, words.length - letters.length * 2 - 3);
    first -= 1
  ) {
    const candidate = words.slice(first);
    if (/^(?:the|a|an|of|and|for|in)$/i.test(candidate[0]?.[0] ?? '')) continue;
    if (
      spells(
        letters,
        candidate.map(([word]) => word.toLowerCase()),
      )
    )
      return low + clause + (words[first]?.index ?? 0);
  }
  return undefined;
}

/** Whether the letters stand in the words in order, the first word giving the first letter. */
function spells(letters: string, words: readonly string[]): boolean {
  const [first, ...rest] = words;
  if (first === undefined || first[0] !== letters[0]) return false;
  return consume(letters, 1, first.slice(1), rest, 0);
}

/** Takes the next letter from the start of a later word, or from inside the current one. */
function consume(
  letters: string,
  at: number,
  inside: string,
  rest: readonly string[],
  depth: number,
): boolean {
  if (depth > 200) return false;
  const significant = rest.filter((word) => !/^(?:of|and|the|for|in|to|a|an|with|on)$/.test(word));
  if (at >= letters.length) return significant.length === 0;
  const letter = letters[at] ?? '';
  for (let skip = 0; skip < Math.min(rest.length, 3); skip += 1) {
    const word = rest[skip] ?? '';
    const skipped = rest.slice(0, skip);
    if (skipped.some((other) => other.length > 4)) break;
    if (word.startsWith(letter) && consume(letters, at + 1, word.slice(1), rest.slice(skip + 1), depth + 1))
      return true;
  }
  const found = inside.indexOf(letter);
  return found >= 0 && consume(letters, at + 1, inside.slice(found + 1), rest, depth + 1);
}

function closing(text: string, end: number): number {
  const close = /^["”'’]?\s*[)）]/.exec(text.slice(end, end + 4))?.[0];
  return close === undefined ? end : end + close.length;
}

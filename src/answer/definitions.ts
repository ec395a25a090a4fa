import type { Citation } from './answer.ts';
import type { Corpus } from './index/corpus.ts';
import { passageOf } from './index/facts.ts';
import type { Scope } from './index/scope.ts';
import { narrowQuote } from './narrow.ts';
import type { Question } from './question/question.ts';
import { foldKey } from './text/fold.ts';
import { tokenize } from './text/tokens.ts';

/** A term is short and of letters: what an abbreviation may be. */
const ABBREVIATION = /^[\p{L}-]{3,7}$/u;
/** Words of asking for a meaning, which are no terms themselves. */
const ASKING = /^(?:stand|mean|former|defin|fka|used|short|abbrev|acronym|full)/i;

/** What answers "what does X stand for", "what was X called", and "what is X" for a defined X. */
export function answerByDefinition(question: Question, scope: Scope, corpus: Corpus): Citation | undefined {
  const { kind } = question.wanted;
  if (kind !== 'definition' && kind !== 'former_name' && kind !== 'description') return undefined;
  const terms = question.units.filter(({ weight, typed }) => weight > 0.5 && !ASKING.test(typed));
  const term = terms[0];
  if (term === undefined || (terms.length > 1 && kind === 'description')) return undefined;
  for (const { typed } of terms) {
    const citation = definitionOf(typed, scope, kind === 'former_name' ? 'former' : 'means');
    if (citation !== undefined) return citation;
  }
  if (kind === 'former_name' || !ABBREVIATION.test(term.typed)) return undefined;
  const found = spelledOut(term.typed, scope, corpus);
  const quote = found === undefined ? undefined : narrowQuote(found.release, found.quote, [], () => true);
  return found === undefined || quote === undefined ? undefined : { ...found, quote };
}

/** Where the releases in scope (newest first) say what `term` means, or was called before. */
function definitionOf(term: string, scope: Scope, relation: 'means' | 'former'): Citation | undefined {
  const key = foldKey(term);
  for (const release of [...scope.releases].reverse()) {
    for (const definition of release.definitions) {
      if (definition.relation !== relation) continue;
      if (foldKey(definition.term.text) !== key && foldKey(definition.meaning.text) !== key) continue;
      const passage = passageOf(release, definition.quote);
      if (passage !== undefined) return { quote: definition.quote, passage, release };
    }
  }
  return undefined;
}

/** Words that an abbreviation skips: "Duration of Response" is DoR or DR. */
const SKIPPED = new Set(['of', 'the', 'and', 'for', 'in', 'to', 'on', 'a', 'an']);

/**
 * A passage whose words have the letters of `abbreviation` as initials ("B Cell Maturation Antigen"
 * for BCMA). The release does not say that it means this; the reader sees the words and judges.
 */
function spelledOut(abbreviation: string, scope: Scope, corpus: Corpus): Citation | undefined {
  const letters = foldKey(abbreviation);
  if (letters.length < 3 || letters.length > 7 || /\d/.test(letters)) return undefined;
  for (const index of [...scope.releaseIndexes].reverse()) {
    for (let id = corpus.firstEntry[index] ?? 0; id < (corpus.firstEntry[index + 1] ?? 0); id += 1) {
      const entry = corpus.entries[id];
      if (entry === undefined || entry.passage.role === 'forward_looking') continue;
      if (initialsStandIn(entry.quote.text, letters)) {
        return { quote: entry.quote, passage: entry.passage, release: entry.release };
      }
    }
  }
  return undefined;
}

function initialsStandIn(text: string, letters: string): boolean {
  const tokens = tokenize(text).filter((token) => !SKIPPED.has(token.form));
  for (let start = 0; start + letters.length <= tokens.length; start += 1) {
    const run = tokens.slice(start, start + letters.length);
    const fits = run.every((token, at) => token.capital && token.form[0] === letters[at]);
    if (fits && run.some((token) => token.form.length > 3)) return true;
  }
  return false;
}

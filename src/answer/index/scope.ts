import type { Release } from '../../knowledge/model.ts';
import { phraseStems } from '../lexicon/compile.ts';
import { codeParts } from '../question/codes.ts';
import type { ReadingScope } from '../question/question.ts';
import { foldKey } from '../text/fold.ts';
import { alike, wordList } from '../text/look-alikes.ts';
import { stem } from '../text/stem.ts';
import { tokenize } from '../text/tokens.ts';
import type { Corpus } from './corpus.ts';

/** Some of the loaded releases, and what their words are: all that a question is read and answered from. */
export interface Scope extends ReadingScope {
  /** Indexes into `corpus.releases`, ascending. */
  readonly releaseIndexes: readonly number[];
  readonly releases: readonly Release[];
  /** Product codes and names as the releases print them, by folded key. */
  readonly products: ReadonlyMap<string, { readonly release: Release; readonly index: number }>;
}

/** Longest scope whose stems are collected one by one; larger ones take the whole vocabulary. */
const COLLECTED_RELEASES = 400;

/** Scopes up to this size are read word by word for abbreviations; in more text these could stand for anything. */
const READ_RELEASES = 60;

export function buildScope(corpus: Corpus, releaseIndexes: readonly number[]): Scope {
  const releases = releaseIndexes.flatMap((index) => corpus.releases[index] ?? []);
  const stems = releaseIndexes.length <= COLLECTED_RELEASES ? stemsIn(corpus, releaseIndexes) : undefined;
  const hasStemId = (id: number | undefined): boolean =>
    id !== undefined && (stems === undefined || stems.has(id));
  const hasWord = (form: string): boolean =>
    corpus.vocabulary.hasWord(form) && hasStemId(corpus.vocabulary.stemId(form));
  const products = productsIn(releases, releaseIndexes);
  const allWords = lazily(() => wordsIn(releases));
  const ownWords = lazily(() => wordList(allWords()));
  const formLists = lazily(() => releases.map(({ text }) => tokenize(text).map(({ form }) => form)));
  const codes = [...products.keys()].filter((key) => codeParts(key) !== undefined);
  const letters = new Set(codes.map((code) => codeParts(code)?.letters));
  return {
    releaseIndexes,
    releases,
    products,
    hasWord,
    hasStem: (stemmed) => hasStemId(corpus.vocabulary.find(stemmed)),
    lookAlikes: (form, limit) =>
      releases.length > READ_RELEASES
        ? corpus.vocabulary.lookAlikes(form, limit, hasWord)
        : alike(form, ownWords()),
    words: () => (releases.length > READ_RELEASES ? [] : allWords()),
    spelledOut: (letters) =>
      releases.length > READ_RELEASES ? [] : phrasesWithInitials(letters, formLists()),
    codes,
    beginsCode: (form) => letters.has(form),
    defined: definitionsIn(releases),
  };
}

function lazily<T>(compute: () => T): () => T {
  let value: { readonly computed: T } | undefined;
  return () => {
    value ??= { computed: compute() };
    return value.computed;
  };
}

/** Words that an abbreviation may skip: "duration of response" is DoR or DR. */
const SKIPPED = new Set(['of', 'the', 'and', 'for', 'in', 'to', 'on', 'a', 'an', 'or']);

/** Runs of words whose initials are the letters ("assets under management" for aum), as stems. */
function phrasesWithInitials(letters: string, formLists: readonly (readonly string[])[]): string[][] {
  const found = new Map<string, string[]>();
  for (const forms of formLists) {
    forms.forEach((_, start) => {
      const run = initialsFrom(forms, start, letters);
      if (run !== undefined) found.set(run.join(' '), run.map(stem));
    });
  }
  return [...found.values()].slice(0, 4);
}

function initialsFrom(forms: readonly string[], start: number, letters: string): string[] | undefined {
  const run: string[] = [];
  let matched = 0;
  for (let at = start; at < forms.length && matched < letters.length; at += 1) {
    const form = forms[at] ?? '';
    if (form[0] === letters[matched]) matched += 1;
    else if (matched === 0 || !SKIPPED.has(form)) return undefined;
    run.push(form);
  }
  const words = run.filter((form) => form.length >= 3 && !SKIPPED.has(form));
  return matched === letters.length && words.length >= 2 ? run : undefined;
}

function wordsIn(releases: readonly Release[]): string[] {
  return [...new Set(releases.flatMap(({ text }) => tokenize(text).map(({ form }) => form)))];
}

function stemsIn(corpus: Corpus, releaseIndexes: readonly number[]): Set<number> {
  const found = new Set<number>();
  for (const index of releaseIndexes) {
    for (let id = corpus.firstEntry[index] ?? 0; id < (corpus.firstEntry[index + 1] ?? 0); id += 1) {
      for (const stemId of corpus.entries[id]?.stems ?? []) found.add(stemId);
    }
  }
  return found;
}

/** A code as printed: capitals, perhaps hyphens, then digits ("C-CAR088", "GEO-CM04S1", "FP-014"). */
const PRINTED_CODE = /\b[A-Z]{1,6}(?:-?[A-Z]+)*-?\d{2,}[A-Z0-9]*\b/g;

function productsIn(releases: readonly Release[], indexes: readonly number[]): Scope['products'] {
  const found = new Map<string, { release: Release; index: number }>();
  releases.forEach((release, at) => {
    const holder = { release, index: indexes[at] ?? 0 };
    const names = [
      ...release.abstracts.flatMap(({ candidate }) => candidate?.text ?? []),
      ...release.entities.filter(({ kind }) => kind === 'product').map(({ name }) => name.text),
      ...(release.text.match(PRINTED_CODE) ?? []),
    ];
    // Later releases are newer: the newest holder of a code wins.
    for (const name of names) found.set(foldKey(name), holder);
  });
  return found;
}

/** Meanings by term and terms by meaning, as stems: a question may use either. */
function definitionsIn(releases: readonly Release[]): Map<string, string[][]> {
  const found = new Map<string, string[][]>();
  const add = (from: string, to: string): void => {
    const key = phraseStems(from).join(' ');
    const stems = phraseStems(to);
    if (key === '' || stems.length === 0 || stems.length > 8) return;
    const list = found.get(key);
    if (list === undefined) found.set(key, [stems]);
    else if (list.length < 4) list.push(stems);
  };
  for (const release of releases.length > COLLECTED_RELEASES ? [] : releases) {
    for (const { term, meaning, relation } of release.definitions) {
      if (relation !== 'means') continue;
      add(term.text, meaning.text);
      add(meaning.text, term.text);
    }
  }
  return found;
}

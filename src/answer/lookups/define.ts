import Fuse from 'fuse.js';
import type { Definition, Passage, Release } from '../../knowledge/model.ts';
import type { Quote } from '../../knowledge/quote.ts';
import type { Choice } from '../answer.ts';
import { foldKey } from '../text/fold.ts';
import { foldWords, holdsPhrase, sameDigits } from './fold.ts';
import { releasesOf } from './scope.ts';

/** Most terms that "did you mean" offers. */
const MOST_NEAR = 5;

export type DefineLookup =
  | { readonly outcome: 'defined'; readonly release: Release; readonly definitions: readonly Definition[] }
  /** Used without a definition; `uses` are the passages that use it, in text order. */
  | {
      readonly outcome: 'undefined_term';
      readonly release: Release;
      readonly term: Quote | undefined;
      readonly uses: readonly Passage[];
    }
  | { readonly outcome: 'ambiguous'; readonly typed: string; readonly choices: readonly Choice[] }
  | { readonly outcome: 'unknown'; readonly typed: string; readonly known: readonly Choice[] };

/** What a term stands for, where a release says so: the newest that defines it, else the newest that uses it. */
export function lookUpTerm(typed: string, releases: readonly Release[], issuer?: string): DefineLookup {
  const own = releasesOf(issuer, releases);
  const rest = releasesOf(undefined, releases).filter((release) => !own.includes(release));
  const known = knownTerms(own.length > 0 ? own : rest);
  if (foldKey(typed) === '') return { outcome: 'unknown', typed, known };
  return (
    defined(typed, own) ??
    used(typed, own) ??
    defined(typed, rest) ??
    used(typed, rest) ??
    near(typed, known) ?? { outcome: 'unknown', typed, known }
  );
}

/** Terms that a release defines or uses undefined, defined ones first; each once. */
export function knownTerms(releases: readonly Release[]): readonly Choice[] {
  const known = listed.get(releases) ?? listTerms(releases);
  listed.set(releases, known);
  return known;
}

/** Lists already made: autocomplete asks for them at every key. */
const listed = new WeakMap<readonly Release[], readonly Choice[]>();

function listTerms(releases: readonly Release[]): readonly Choice[] {
  const choices = [
    ...releases.flatMap((release) => release.definitions.map(({ term }) => ({ name: term, release }))),
    ...releases.flatMap((release) => release.undefinedTerms.map((name) => ({ name, release }))),
  ];
  const byName = new Map<string, Choice>();
  for (const choice of choices) {
    const key = foldKey(choice.name.text);
    if (!byName.has(key)) byName.set(key, choice);
  }
  return [...byName.values()];
}

/** Terms for autocomplete, those that begin with what was typed first. */
export function suggestTerms(
  typed: string,
  releases: readonly Release[],
  issuer: string | undefined,
  limit: number,
): readonly Choice[] {
  const own = releasesOf(issuer, releases);
  const terms = knownTerms(own.length > 0 ? own : releasesOf(undefined, releases));
  const sought = foldKey(typed);
  if (sought === '') return terms.slice(0, limit);
  const names = (choice: Choice) => foldKey(choice.name.text);
  const meanings = terms.filter(({ name, release }) =>
    release.definitions.some(({ term, meaning }) => term === name && foldKey(meaning.text).includes(sought)),
  );
  const ranked = [
    ...terms.filter((choice) => names(choice).startsWith(sought)),
    ...terms.filter((choice) => names(choice).includes(sought)),
    ...meanings,
    ...closest(typed, terms),
  ];
  return [...new Set(ranked)].slice(0, limit);
}

function defined(typed: string, releases: readonly Release[]): DefineLookup | undefined {
  const sought = foldKey(typed);
  const byTerm = (of: (definition: Definition) => Quote) => {
    for (const release of releases) {
      const definitions = release.definitions.filter((definition) => foldKey(of(definition).text) === sought);
      if (definitions.length > 0) return { outcome: 'defined', release, definitions } as const;
    }
    return undefined;
  };
  return byTerm(({ term }) => term) ?? byTerm(({ meaning }) => meaning);
}

function used(typed: string, releases: readonly Release[]): DefineLookup | undefined {
  const sought = foldKey(typed);
  const words = foldWords(typed);
  for (const release of releases) {
    if (!mayHold(release, words)) continue;
    const uses = release.passages.filter(({ quote }) => holdsPhrase(quote.text, typed));
    const term = release.undefinedTerms.find((quote) => foldKey(quote.text) === sought);
    if (uses.length > 0 || term !== undefined) return { outcome: 'undefined_term', release, term, uses };
  }
  return undefined;
}

/** A quick look before every passage is read; texts with full-width letters are always read. */
function mayHold({ text }: Release, words: readonly string[]): boolean {
  const lower = text.toLowerCase();
  return words.every((word) => lower.includes(word)) || /[\uff01-\uff5e]/.test(text);
}

function near(typed: string, known: readonly Choice[]): DefineLookup | undefined {
  const choices = closest(typed, known);
  return choices.length > 0 ? { outcome: 'ambiguous', typed, choices } : undefined;
}

/** Terms whose letters, or those of their meaning, resemble what was typed; never with other digits. */
function closest(typed: string, known: readonly Choice[]): readonly Choice[] {
  const names = known
    .flatMap((choice) => spellings(choice).map((spelling) => ({ choice, spelling })))
    .filter(({ spelling }) => sameDigits(spelling, typed))
    .map(({ choice, spelling }) => ({ choice, name: foldWords(spelling).join(' ') }));
  const fuse = new Fuse(names, { keys: ['name'], threshold: 0.35, ignoreLocation: true });
  const sought = foldWords(typed).join(' ');
  if (sought.length < 3) return [];
  return [...new Set(fuse.search(sought).map(({ item }) => item.choice))].slice(0, MOST_NEAR);
}

function spellings({ name, release }: Choice): readonly string[] {
  const meanings = release.definitions.filter(({ term }) => term === name).map(({ meaning }) => meaning.text);
  return [name.text, ...meanings];
}

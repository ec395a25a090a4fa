import Fuse from 'fuse.js';
import type { Abstract, Entity, Release } from '../../knowledge/model.ts';
import type { Quote } from '../../knowledge/quote.ts';
import type { Choice } from '../answer.ts';
import { sameCode } from '../question/codes.ts';
import { editDistance } from '../text/edit-distance.ts';
import { foldKey } from '../text/fold.ts';
import { digitRuns, foldWords, holdsPhrase, letters, sameDigits } from './fold.ts';
import { newestFirst, releasesOf } from './scope.ts';

/** A drug candidate that the newest release about it gives abstracts for. */
export interface Candidate {
  /** The title, for an abstract whose candidate the release does not name. */
  readonly name: Quote;
  readonly release: Release;
  readonly abstracts: readonly Abstract[];
  /** All spellings that mean it, curated aliases included; for matching only. */
  readonly spellings: readonly string[];
}

export type CandidateLookup =
  | { readonly outcome: 'found'; readonly candidate: Candidate }
  /** A product of the release that has no abstract in it, with the passages that do name it. */
  | {
      readonly outcome: 'no_abstract';
      readonly name: Quote;
      readonly release: Release;
      readonly mentions: readonly Quote[];
    }
  | { readonly outcome: 'ambiguous'; readonly typed: string; readonly choices: readonly Choice[] }
  /** Close to nothing; `known` are the candidates that could be asked for. */
  | { readonly outcome: 'unknown'; readonly typed: string; readonly known: readonly Choice[] };

/** The candidates of the releases; each once, from the newest release that gives an abstract for it. */
export function knownCandidates(releases: readonly Release[]): readonly Candidate[] {
  const known = listed.get(releases) ?? listCandidates(releases);
  listed.set(releases, known);
  return known;
}

/** Lists already made: autocomplete asks for them at every key. */
const listed = new WeakMap<readonly Release[], readonly Candidate[]>();

function listCandidates(releases: readonly Release[]): readonly Candidate[] {
  const byName = new Map<string, Candidate>();
  for (const release of newestFirst(releases)) {
    for (const abstract of release.abstracts) {
      const name = nameOf(abstract);
      if (name === undefined || byName.has(foldKey(name.text))) continue;
      byName.set(foldKey(name.text), candidateOf(name, release));
    }
  }
  return [...byName.values()];
}

/**
 * The candidate that was meant. Exact folded forms come first (a code may lack its leading zero: `ccar 88`), then a code's whole run of digits (`088`),
 * then words of a title; anything else is a choice to make or unknown. Digits are never guessed at.
 * Candidates of `issuer` come before those of others.
 */
export function resolveCandidate(
  typed: string,
  releases: readonly Release[],
  issuer?: string,
): CandidateLookup {
  const all = knownCandidates(releases);
  const own = issuer === undefined ? all : knownCandidates(releasesOf(issuer, releases));
  return (
    exact(typed, own) ??
    exact(typed, all) ??
    withoutAbstract(typed, releasesOf(issuer, releases)) ??
    byTitle(typed, own) ??
    near(typed, own.length > 0 ? own : all)
  );
}

/** Candidates for autocomplete: those that begin with, hold or resemble what was typed, at most `limit`. */
export function suggestCandidates(
  typed: string,
  releases: readonly Release[],
  issuer: string | undefined,
  limit: number,
): readonly Candidate[] {
  const own = knownCandidates(releasesOf(issuer, releases));
  const rest = issuer === undefined ? [] : knownCandidates(releases);
  const seen = new Set(own.map((candidate) => foldKey(candidate.name.text)));
  const all = [...own, ...rest.filter((candidate) => !seen.has(foldKey(candidate.name.text)))];
  const sought = foldKey(typed);
  if (sought === '') return all.slice(0, limit);
  const holding = all.filter(({ spellings }) => spellings.some((name) => foldKey(name).includes(sought)));
  const titled = all.filter(({ abstracts }) =>
    abstracts.some(({ title }) => title && holdsStart(title.text, typed)),
  );
  const lookup = resolveCandidate(typed, releases, issuer);
  const choices =
    lookup.outcome === 'ambiguous' ? lookup.choices : lookup.outcome === 'unknown' ? lookup.known : [];
  const nearest = choices.flatMap(({ name }) => all.filter((candidate) => candidate.name === name));
  const found = lookup.outcome === 'found' ? [lookup.candidate] : [];
  const fitting = [...new Set([...found, ...holding, ...titled])];
  return (fitting.length > 0 ? fitting : nearest).slice(0, limit);
}

/** The candidate of an abstract at that place of a release, for buttons. */
export function candidateAt(release: Release, start: number): Candidate | undefined {
  const name = release.abstracts.map(nameOf).find((quote) => quote?.start === start);
  return name && candidateOf(name, release);
}

/** What an abstract is asked for by: its candidate, else its title. */
function nameOf({ candidate, title }: Abstract): Quote | undefined {
  return candidate ?? title;
}

function candidateOf(name: Quote, release: Release): Candidate {
  const code = foldKey(name.text);
  const entity = release.entities.find(
    (one) => one.kind === 'product' && entityNames(one).some((spelling) => foldKey(spelling) === code),
  );
  return {
    name,
    release,
    abstracts: release.abstracts.filter((abstract) => foldKey(nameOf(abstract)?.text ?? '') === code),
    spellings: [name.text, ...(entity ? entityNames(entity) : [])],
  };
}

function entityNames(entity: Entity): string[] {
  return [entity.name.text, ...entity.spellings.map((quote) => quote.text), ...entity.aliases];
}

function exact(typed: string, candidates: readonly Candidate[]): CandidateLookup | undefined {
  const sought = foldKey(typed);
  if (sought === '') return undefined;
  const named = candidates.filter(({ spellings }) =>
    spellings.some((name) => sameCode(foldKey(name), sought)),
  );
  if (named.length > 0) return oneOrChoice(typed, named);
  if (!/^\p{N}+$/u.test(sought)) return undefined;
  const numbered = candidates.filter(({ name }) => digitRuns(name.text).at(-1) === sought);
  return numbered.length > 0 ? oneOrChoice(typed, numbered) : undefined;
}

function withoutAbstract(typed: string, releases: readonly Release[]): CandidateLookup | undefined {
  const sought = foldKey(typed);
  for (const release of sought === '' ? [] : releases) {
    const entity = release.entities.find(
      (one) => one.kind === 'product' && entityNames(one).some((name) => foldKey(name) === sought),
    );
    if (entity === undefined) continue;
    const mentions = release.passages
      .filter(({ quote, role }) => role !== 'forward_looking' && holdsPhrase(quote.text, entity.name.text))
      .map(({ quote }) => quote);
    return { outcome: 'no_abstract', name: entity.name, release, mentions };
  }
  return undefined;
}

function byTitle(typed: string, candidates: readonly Candidate[]): CandidateLookup | undefined {
  if (foldKey(typed).length < 3) return undefined;
  const titled = candidates.filter(({ abstracts }) =>
    abstracts.some(({ title }) => title && holdsPhrase(title.text, typed)),
  );
  return titled.length > 0 ? oneOrChoice(typed, titled) : undefined;
}

/** Names with the same digits and misspelt letters, then codes with the same letters and other digits. */
function near(typed: string, candidates: readonly Candidate[]): CandidateLookup {
  const sought = foldKey(typed);
  const names = candidates.flatMap((candidate) =>
    candidate.spellings
      .filter((name) => sameDigits(name, typed))
      .map((name) => ({ candidate, name: foldKey(name) })),
  );
  const fuse = new Fuse(names, {
    keys: ['name'],
    threshold: 0.4,
    ignoreLocation: true,
    minMatchCharLength: 2,
  });
  const misspelt = sought.length < 3 ? [] : fuse.search(sought).map(({ item }) => item.candidate);
  const digits = digitRuns(typed).length > 0;
  const relatives = candidates
    .filter(({ name }) => digits && digitRuns(name.text).length > 0 && lettersAlike(name.text, typed))
    .map((candidate) => ({ candidate, distance: editDistance(foldKey(candidate.name.text), sought) }))
    .sort((a, b) => a.distance - b.distance)
    .map(({ candidate }) => candidate);
  const choices = [...new Set([...misspelt, ...relatives])];
  if (choices.length > 0) return { outcome: 'ambiguous', typed, choices: choices.map(asChoice) };
  return { outcome: 'unknown', typed, known: candidates.map(asChoice) };
}

/** Digits alone are alike to any code; letters may differ by one change, or by what was left out. */
function lettersAlike(name: string, typed: string): boolean {
  const asked = letters(typed);
  const own = letters(name);
  return asked === '' || own.startsWith(asked) || editDistance(own, asked) <= 1;
}

function oneOrChoice(typed: string, found: readonly Candidate[]): CandidateLookup {
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return { outcome: 'found', candidate: only };
  return { outcome: 'ambiguous', typed, choices: found.map(asChoice) };
}

function asChoice({ name, release }: Candidate): Choice {
  return { name, release };
}

function holdsStart(title: string, typed: string): boolean {
  const sought = foldWords(typed);
  const last = sought.pop();
  const words = foldWords(title);
  return (
    last !== undefined &&
    words.some(
      (_, index) =>
        sought.every((word, offset) => words[index + offset] === word) &&
        (words[index + sought.length] ?? '').startsWith(last),
    )
  );
}

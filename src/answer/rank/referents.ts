import type { Person, Release } from '../../knowledge/model.ts';
import { type Corpus, type Entry, stemsOf } from '../index/corpus.ts';
import { isRatherName } from '../lexicon/english.ts';

/** Somebody of the release, with where the text names them. */
interface Referent {
  readonly mentions: readonly number[];
  readonly words: string;
}

const PRONOUN = /\b(?:he|she|his|her|him)\b/i;
/** How far back a pronoun's person may be named, in characters: about two paragraphs. */
const REACH = 1200;

const referentsOf = new WeakMap<Release, readonly Referent[]>();
const stemsFound = new WeakMap<Entry, ReadonlySet<number>>();
const NO_STEMS: ReadonlySet<number> = new Set();

/**
 * Stems of the full names and offices of the people that an entry speaks of by surname or pronoun: "she
 * will be granted 95,000 units" speaks of the new chief financial officer whom the release named before.
 */
export function referentStems(entry: Entry, corpus: Corpus): ReadonlySet<number> {
  const known = stemsFound.get(entry);
  if (known !== undefined) return known;
  const spokenOf = peopleSpokenOf(entry);
  const found =
    spokenOf.length === 0
      ? NO_STEMS
      : new Set(spokenOf.flatMap(({ words }) => [...stemsOf(words, corpus.vocabulary).stems]));
  stemsFound.set(entry, found);
  return found;
}

function peopleSpokenOf({ release, quote, passage, person }: Entry): readonly Referent[] {
  if (person || passage.form !== 'sentence' || passage.speaker !== undefined) return [];
  const referents = referentsIn(release);
  const named = referents.filter(({ mentions }) =>
    mentions.some((at) => quote.start <= at && at < quote.end),
  );
  if (named.length > 0) return named;
  if (!PRONOUN.test(quote.text)) return [];
  let nearest: { readonly referent: Referent; readonly at: number } | undefined;
  for (const referent of referents) {
    const at = referent.mentions.filter((mention) => mention < quote.start).at(-1);
    if (at !== undefined && at > (nearest?.at ?? quote.start - REACH)) nearest = { referent, at };
  }
  return nearest === undefined ? [] : [nearest.referent];
}

function referentsIn(release: Release): readonly Referent[] {
  const known = referentsOf.get(release);
  if (known !== undefined) return known;
  const found = release.people.flatMap((person) => referentOf(person, release.text) ?? []);
  referentsOf.set(release, found);
  return found;
}

function referentOf({ name, title }: Person, text: string): Referent | undefined {
  const bare = name.text.replace(/,.*$/s, '').replace(/^(?:Dr|Mr|Ms|Mrs|Prof)\.?\s+/, '');
  const surname = bare.split(/[\s ]+/).at(-1) ?? '';
  if (surname.length < 3) return undefined;
  // "Young" and "Price" are looked for with what stands before them.
  const common = !isRatherName(surname);
  const before = common
    ? `(?:(?:Dr|Mr|Ms|Mrs|Prof)\\.?|${escaped(bare.split(/\s+/)[0] ?? '')}(?: \\p{Lu}\\.)?) `
    : '(?<![\\p{L}\\p{N}])';
  const pattern = new RegExp(`${before}${escaped(surname)}(?![\\p{L}\\p{N}])`, 'gu');
  const mentions = [...text.matchAll(pattern), ...byFirstName(bare, text)]
    .map(({ index }) => index)
    .sort((a, b) => a - b);
  return { mentions, words: `${bare} ${title?.text ?? ''}` };
}

/** "Bruce is a Certified Cash Manager": a first name by itself, which no word of the language is. */
function byFirstName(bare: string, text: string): readonly RegExpExecArray[] {
  const first = bare.split(/\s+/)[0] ?? '';
  if (!/^\p{Lu}\p{Ll}{2,}$/u.test(first) || !isRatherName(first)) return [];
  return [
    ...text.matchAll(
      new RegExp(`(?<![\\p{L}\\p{N}])${first}(?:['’]s)?(?! (?:\\p{Lu}|and \\p{Lu}))(?![\\p{L}\\p{N}])`, 'gu'),
    ),
  ];
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

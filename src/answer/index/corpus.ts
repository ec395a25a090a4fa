import type { Abstract, Passage, Release } from '../../knowledge/model.ts';
import { codesIn } from '../../knowledge/products.ts';
import type { Quote } from '../../knowledge/quote.ts';
import { arabicPhases, type Token, tokenize } from '../text/tokens.ts';
import { layoutFacts, PERSON, passageOf, WIRE } from './facts.ts';
import { KIND, kindsIn, kindsOfPassage } from './kinds.ts';
import { createVocabulary, type Vocabulary } from './vocabulary.ts';

/** One thing that can be quoted: a passage, or a fact of the layout. */
export interface Entry {
  readonly id: number;
  readonly release: Release;
  readonly releaseIndex: number;
  readonly passage: Passage;
  readonly quote: Quote;
  /** Stem ids in text order; hyphenated compounds stand again as one word at their first part. */
  readonly stems: Uint32Array;
  readonly positions: Uint16Array;
  /** Stems that the entry is asked with but does not contain. */
  readonly implied: readonly number[];
  /** A name with its title: what stands above it says nothing of the person. */
  readonly person: boolean;
  /** The newswire's name, which answers only who carried the release. */
  readonly wire: boolean;
  /** The talk or poster whose block holds the entry. */
  readonly abstract?: Abstract;
  /** Id of the sentence before it under the same heading, or -1. */
  readonly before: number;
  /** Id of the sentence with a colon that introduces the list the entry belongs to, or -1. */
  readonly intro: number;
}

/** All releases, ready for ranking. Built once; never changed. */
export interface Corpus {
  readonly releases: readonly Release[];
  readonly vocabulary: Vocabulary;
  readonly entries: readonly Entry[];
  /** For each release, the range of its entries: from `firstEntry[i]` up to `firstEntry[i + 1]`. */
  readonly firstEntry: Uint32Array;
  /** Entries that contain a stem, ascending. */
  readonly postings: (stemId: number) => Uint32Array;
  readonly averageLength: number;
  readonly kindsOf: (entry: Entry) => number;
  /** Stems of the headings above an entry, of its candidate and, for a table row, of its header. */
  readonly headingStems: (entry: Entry) => ReadonlySet<number>;
  /** Stems of the title of the talk that the entry belongs to. */
  readonly titleStems: (entry: Entry) => ReadonlySet<number>;
  /** Stems of a label, in order. */
  readonly labelStems: (label: Quote) => Uint32Array;
  /** Stems within the links of an entry. */
  readonly linkStems: (entry: Entry) => ReadonlySet<number>;
}

const EMPTY = new Uint32Array(0);
const NO_STEMS: ReadonlySet<number> = new Set();
const LINK = /https?:\/\/\S+/g;

/** As long as what it replaces, so that no offset moves. */
function blank(link: string): string {
  return ' '.repeat(link.length);
}

/** Indexes the passages and layout facts of `releases`: linear in the length of the texts. */
export function buildCorpus(releases: readonly Release[]): Corpus {
  const vocabulary = createVocabulary();
  const entries: Entry[] = [];
  const firstEntry = new Uint32Array(releases.length + 1);
  const collected: number[][] = [];
  let length = 0;
  let intro = -1;

  const add = (
    releaseIndex: number,
    release: Release,
    passage: Passage,
    quote: Quote,
    words: string,
  ): void => {
    // Words of a link are kept apart: "ash" in an address does not speak of the meeting.
    const { stems, positions } = stemsOf(quote.text.replace(LINK, blank), vocabulary);
    const linked = [...stemsOf((quote.text.match(LINK) ?? []).join(' '), vocabulary).stems];
    const implied = words === '' ? [] : words.split(' ').map((word) => vocabulary.stemId(word));
    const previous = entries.at(-1);
    const follows = previous?.releaseIndex === releaseIndex && previous.passage.headings === passage.headings;
    const abstract = release.abstracts.find(
      ({ span }) => passage.role === 'abstract' && span.start <= quote.start && quote.end <= span.end,
    );
    const id = entries.length;
    const listed = passage.form === 'bullet' || passage.form === 'label';
    if (words === '' && !listed) intro = /:\s*$/.test(quote.text) && passage.form === 'sentence' ? id : -1;
    entries.push({
      id,
      release,
      releaseIndex,
      passage,
      quote,
      stems,
      positions,
      implied,
      person: words === PERSON,
      wire: words === WIRE,
      ...(abstract === undefined ? {} : { abstract }),
      before: follows && words === '' ? previous.id : -1,
      intro: listed && words === '' ? intro : -1,
    });
    length += stems.length;
    for (const stemId of new Set([...stems, ...implied, ...linked])) {
      const list = collected[stemId];
      if (list === undefined) collected[stemId] = [id];
      else list.push(id);
    }
  };

  releases.forEach((release, index) => {
    firstEntry[index] = entries.length;
    intro = -1;
    for (const passage of release.passages) add(index, release, passage, passage.quote, '');
    for (const fact of layoutFacts(release)) {
      const passage = passageOf(release, fact.quote);
      if (passage !== undefined) add(index, release, passage, fact.quote, fact.words);
    }
  });
  firstEntry[releases.length] = entries.length;

  const lists = collected.map((list) => Uint32Array.from(list ?? []));
  const kinds = new Int32Array(entries.length).fill(-1);
  const headings = new Map<object, ReadonlySet<number>>();

  const setOf = (texts: readonly string[]): ReadonlySet<number> =>
    new Set(texts.flatMap((text) => [...stemsOf(text, vocabulary).stems]));
  const titles = new Map<Abstract, ReadonlySet<number>>();
  const labels = new WeakMap<Quote, Uint32Array>();

  return {
    releases,
    vocabulary,
    entries,
    firstEntry,
    postings: (stemId) => lists[stemId] ?? EMPTY,
    averageLength: entries.length === 0 ? 1 : length / entries.length,
    kindsOf: (entry) => {
      const known = kinds[entry.id] ?? -1;
      if (known >= 0) return known;
      const found =
        entry.implied.length > 0 && entry.passage.form !== 'headline'
          ? kindsIn(entry.quote.text) | KIND.name | KIND.place
          : kindsOfPassage(entry.passage, entry.quote.text) | peopleIn(entry);
      kinds[entry.id] = found;
      return found;
    },
    titleStems: ({ abstract }) => {
      if (abstract?.title === undefined) return NO_STEMS;
      const known = titles.get(abstract);
      if (known !== undefined) return known;
      const found = setOf([abstract.title.text]);
      titles.set(abstract, found);
      return found;
    },
    labelStems: (label) => {
      const known = labels.get(label);
      if (known !== undefined) return known;
      const { stems } = stemsOf(label.text, vocabulary);
      labels.set(label, stems);
      return stems;
    },
    linkStems: ({ quote }) => (/https?:/.test(quote.text) ? setOf(quote.text.match(LINK) ?? []) : NO_STEMS),
    headingStems: (entry) => {
      const { header } = entry.passage;
      const { abstract } = entry;
      const key = header ?? abstract ?? entry.passage.headings;
      const known = headings.get(key);
      if (known !== undefined) return known;
      const above = [header, abstract?.candidate].filter((quote) => quote !== undefined);
      // "HALYARD-3 poster board": the codes in a title tell as well as its candidate which talk it is.
      const codes = codesIn(abstract?.title?.text ?? '').map(({ code }) => code);
      const found = setOf([...[...entry.passage.headings, ...above].map(({ text }) => text), ...codes]);
      headings.set(key, found);
      return found;
    },
  };
}

/** A person whom the release names with a title somewhere is known by the name alone. */
function peopleIn({ release, passage, quote }: Entry): number {
  if (passage.form === 'headline' || passage.form === 'heading') return 0;
  return release.people.some(({ name }) => quote.text.includes(name.text)) ? KIND.person : 0;
}

/** Stem ids of a text with their word positions; compounds and initial runs included. */
export function stemsOf(
  text: string,
  vocabulary: Vocabulary,
): { stems: Uint32Array; positions: Uint16Array } {
  const tokens = arabicPhases(tokenize(text));
  const stems: number[] = [];
  const positions: number[] = [];
  tokens.forEach((token, position) => {
    // "Cloud-based" says where nothing is; "Boston-based" does.
    if (token.form === 'based' && token.joined && tokens[position - 1]?.capital === false) return;
    stems.push(vocabulary.stemId(token.form));
    positions.push(Math.min(position, 65_535));
    const compound = compoundFrom(tokens, position);
    if (compound !== undefined) {
      stems.push(vocabulary.stemId(compound));
      positions.push(Math.min(position, 65_535));
    }
  });
  return { stems: Uint32Array.from(stems), positions: Uint16Array.from(positions) };
}

/** The joined run of tokens that starts here ("c-car088" → "ccar088"), unless it is one token. */
function compoundFrom(tokens: readonly Token[], start: number): string | undefined {
  if (tokens[start]?.joined === true) return undefined;
  let joined = tokens[start]?.form ?? '';
  let end = start + 1;
  while (tokens[end]?.joined === true && end - start < 6) {
    joined += tokens[end]?.form ?? '';
    end += 1;
  }
  return end > start + 1 ? joined : undefined;
}

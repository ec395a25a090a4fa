import type { Release } from '../../knowledge/model.ts';
import { type Corpus, type Entry, stemsOf } from '../index/corpus.ts';
import { englishLevel } from '../lexicon/english.ts';
import type { Question } from '../question/question.ts';
import { fold, foldKey } from '../text/fold.ts';
import { type CompiledUnit, compileUnits, stemsOfUnit } from './match.ts';
import { wordsSaid } from './told.ts';

/** A word as the question has it, and as it was read. */
type Named = Pick<CompiledUnit, 'typed' | 'read'>;

/** A question compiled against a corpus: what every entry is scored with. */
export interface ScoringContext {
  readonly corpus: Corpus;
  readonly question: Question;
  readonly units: readonly CompiledUnit[];
  /** Words that the question says itself. */
  readonly said: ReadonlySet<string>;
  /** All stems that some unit may be met by. */
  readonly relevant: ReadonlySet<number>;
  /** Stems of the issuer's names and tickers. */
  readonly issuerStems: (entry: Entry) => ReadonlySet<number>;
  readonly headlineStems: (entry: Entry) => ReadonlySet<number>;
  /** Whether the words, written as a name, are one of the issuer's: "Foresee", though a common word. */
  readonly namesIssuer: (unit: Named, release: Release) => boolean;
}

/** Makes contexts for questions; what it works out of a release it keeps. */
export function contextMaker(corpus: Corpus): (question: Question) => ScoringContext {
  const issuers = new Map<Release, ReadonlySet<number>>();
  const headlines = new Map<Release, ReadonlySet<number>>();
  const kept = (
    cache: Map<Release, ReadonlySet<number>>,
    release: Release,
    texts: (release: Release) => readonly string[],
  ): ReadonlySet<number> => {
    const known = cache.get(release);
    if (known !== undefined) return known;
    const found = new Set(texts(release).flatMap((text) => [...stemsOf(text, corpus.vocabulary).stems]));
    cache.set(release, found);
    return found;
  };
  return (question) => {
    const units = compileUnits(question, corpus);
    const named = new Map<Release, Map<string, boolean>>();
    const asked = ` ${[question.text, question.read]
      .map((text) =>
        fold(text)
          .replace(/'s\b/g, '')
          .replace(/[^\p{L}\p{N}]+/gu, ' '),
      )
      .join(' | ')} `;
    return {
      corpus,
      question,
      units,
      said: wordsSaid(question),
      relevant: new Set(units.flatMap(stemsOfUnit)),
      issuerStems: ({ release }) => kept(issuers, release, issuerTexts),
      namesIssuer: (unit, release) => {
        const known = named.get(release)?.get(unit.typed);
        if (known !== undefined) return known;
        const found = isIssuerName(unit, release, asked);
        const ofRelease = named.get(release) ?? new Map<string, boolean>();
        named.set(release, ofRelease.set(unit.typed, found));
        return found;
      },
      headlineStems: ({ release }) => kept(headlines, release, ({ headline }) => [headline?.text ?? '']),
    };
  };
}

function isIssuerName({ typed, read }: Named, { issuer }: Release, asked: string): boolean {
  const [name = '', repaired = ''] = [typed, read].map((word) => foldKey(word.replace(/['’]s$/, '')));
  const names = [issuer.name, ...issuer.shortNames].flatMap((one) => one?.text ?? []);
  if (/^\p{Lu}/u.test(typed) && names.some((one) => foldKey(one) === name)) return true;
  // "Focus Universal": common words are the issuer's name where the question has them side by side.
  return names.some((one) => {
    const words = core(one);
    return (
      words.length > 1 &&
      (words.includes(name) || words.includes(repaired)) &&
      asked.includes(` ${words.join(' ')} `)
    );
  });
}

/** The first words of a name, up to three, without its legal ending. */
function core(name: string): string[] {
  const words = fold(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .split(' ')
    .filter((word) => !LEGAL.test(word));
  return words.slice(0, 3);
}

const LEGAL = /^(?:the|inc|corp|corporation|ltd|limited|llc|plc|company|co|holdings?|group|)$/;

function issuerTexts(release: Release): string[] {
  const { name, shortNames, tickers, aliases } = release.issuer;
  const names = [name?.text ?? '', ...shortNames.map(({ text }) => text), ...aliases];
  return [...names.map(distinctive), ...tickers.map(({ symbol }) => symbol.text)];
}

/** Words of a dictionary up to this level may stand in any text; rarer ones are names. */
const COMMON_LEVEL = 40;
const INDUSTRY =
  /^(?:inc|corp|ltd|llc|plc|biotech|biotechnology|pharma|pharmaceuticals?|therapeutics|biopharma|biosciences?|biomedical|biomedicine|oncology)$/;

/** A company's name without the words that any text has: "GeoVax Labs" does not speak of laboratories. */
function distinctive(name: string): string {
  return name
    .split(/\s+/)
    .filter((word) => {
      const letters = fold(word).replace(/[^a-z]/g, '');
      return (englishLevel(letters) ?? Number.POSITIVE_INFINITY) > COMMON_LEVEL && !INDUSTRY.test(letters);
    })
    .join(' ');
}

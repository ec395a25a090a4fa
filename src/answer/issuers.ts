import type { Release } from '../knowledge/model.ts';
import type { Answer, QuestionScope } from './answer.ts';
import type { Corpus } from './index/corpus.ts';
import { englishLevel } from './lexicon/english.ts';
import { FUNCTION_WORDS } from './lexicon/light.ts';
import { foldKey } from './text/fold.ts';
import { type Token, tokenize } from './text/tokens.ts';

export type Selection =
  | { readonly outcome: 'releases'; readonly indexes: readonly number[]; readonly named: boolean }
  | Extract<Answer, { outcome: 'no_release' | 'ambiguous' }>;

/** Which releases a question is about: the one given, the issuer named, the server's default, or all. */
export interface IssuerDirectory {
  readonly select: (question: string, scope: QuestionScope) => Selection;
  /** All releases but those that a loaded one replaces. */
  readonly current: readonly number[];
  /** The releases of each issuer. */
  readonly issuers: readonly (readonly number[])[];
}

/** How far into a release its issuer is named, in characters, and the shortest name looked for there. */
const OPENING = 800;
const SHORTEST_NAME = 4;

/** A name with small words in it is a name from this length on. */
const LONG_NAME = 9;

/** Legal forms that people leave out of a company's name. */
const LEGAL_FORM =
  /[,\s]+(?:inc|incorporated|corp|corporation|co|company|ltd|limited|llc|plc|lp|sa|ag|nv|se|ab|asa|a\/s|gmbh|kk|bhd|pty|holdings?|group|the)\.?$/i;

export function createIssuerDirectory(corpus: Corpus): IssuerDirectory {
  const byKey = new Map<string, number[]>();
  const replaced = new Set(corpus.releases.flatMap(({ supersedes }) => supersedes ?? []));
  const allIndexes = corpus.releases.flatMap(({ id }, index) => (replaced.has(id) ? [] : [index]));
  const indexOfRelease = new Map(corpus.releases.map((release, index) => [release.id, index]));
  corpus.releases.forEach((release, index) => {
    // What a correction replaces is no longer quoted, unless it is asked for by its id.
    if (replaced.has(release.id)) return;
    for (const key of issuerKeys(release)) {
      const list = byKey.get(key);
      if (list === undefined) byKey.set(key, [index]);
      else if (list.at(-1) !== index) list.push(index);
    }
  });

  /** The issuer's releases by ticker or name; the name may lack its legal form. */
  function releasesOf(issuer: string): readonly number[] {
    for (const key of [foldKey(issuer), ...nameKeys(issuer)]) {
      const found = byKey.get(key);
      if (found !== undefined) return withSameIssuer(found);
    }
    return namedUpFront(issuer);
  }

  /** Releases that name the issuer in their headline or opening, for a spelling that is none of its own. */
  function namedUpFront(issuer: string): number[] {
    const key = foldKey(issuer);
    if (key.length < SHORTEST_NAME) return [];
    return allIndexes.filter((index) => {
      const text = corpus.releases[index]?.text ?? '';
      return foldKey(text.slice(0, OPENING)).includes(key);
    });
  }

  /** A name found by ticker brings the issuer's releases that give no ticker as well. */
  function withSameIssuer(found: readonly number[]): number[] {
    const all = new Set(found);
    for (const index of found) {
      const release = corpus.releases[index];
      const name = release?.issuer.name;
      for (const key of name === undefined ? [] : nameKeys(name.text)) {
        for (const other of byKey.get(key) ?? []) all.add(other);
      }
    }
    return [...all].sort((a, b) => a - b);
  }

  function namedIn(question: string): readonly number[] | undefined {
    const tokens = tokenize(question);
    for (let length = 5; length >= 1; length -= 1) {
      for (let start = 0; start + length <= tokens.length; start += 1) {
        const run = tokens.slice(start, start + length);
        const key = run.map((token) => token.form).join('');
        const first = run[0];
        if (key.length < 3 || first === undefined || !byKey.has(key)) continue;
        if (length === 1 && !writtenAsName(question, first)) continue;
        // "Is C" and "in car" are no names, though their letters are someone's ticker.
        const loose = run.some(({ form }) => FUNCTION_WORDS.has(form) || form.length === 1);
        if (length > 1 && loose && key.length < LONG_NAME) continue;
        return withSameIssuer(byKey.get(key) ?? []);
      }
    }
    return undefined;
  }

  return {
    current: allIndexes,
    issuers: [
      ...new Map(
        [...byKey.values()].map((found) => [withSameIssuer(found).join(), withSameIssuer(found)]),
      ).values(),
    ],
    select(question, scope) {
      if (scope.release !== undefined) {
        const index = indexOfRelease.get(scope.release);
        if (index === undefined) return { outcome: 'no_release', subject: scope.release };
        return { outcome: 'releases', indexes: [index], named: true };
      }
      const own = scope.issuer === undefined ? [] : releasesOf(scope.issuer);
      const named = namedIn(question);
      if (own.length > 0) {
        const other = named?.some((index) => own.includes(index)) === false;
        if (!other || named === undefined) return { outcome: 'releases', indexes: own, named: true };
        // A partner named in the issuer's own releases is no reason to leave them.
        return {
          outcome: 'releases',
          indexes: mentions(corpus, own, question, named) ? own : named,
          named: true,
        };
      }
      if (named !== undefined) return { outcome: 'releases', indexes: named, named: true };
      // A server that stands for one company is never answered from another's releases.
      if (scope.issuer !== undefined) return { outcome: 'no_release', subject: scope.issuer };
      if (allIndexes.length === 0) return { outcome: 'no_release', subject: question };
      return { outcome: 'releases', indexes: allIndexes, named: issuerCount(corpus) <= 1 };
    },
  };
}

/** One word is a company when it is written as one ("Target", "$TGT") or is no word of English ("geovax"). */
function writtenAsName(question: string, token: Token): boolean {
  const typed = question.slice(token.start, token.end);
  if (question.charAt(token.start - 1) === '$') return true;
  const known = englishLevel(token.form) !== undefined;
  const starts = question.slice(0, token.start).trim() === '';
  if (token.capital) return !(known && starts);
  return !known && typed.length >= 4;
}

function mentions(
  corpus: Corpus,
  own: readonly number[],
  question: string,
  named: readonly number[],
): boolean {
  const questionKey = foldKey(question);
  const keys = named.flatMap((index) => {
    const release = corpus.releases[index];
    return release === undefined ? [] : issuerKeys(release);
  });
  const typed = keys.filter((key) => questionKey.includes(key));
  return own.some((index) => {
    const text = foldKey(corpus.releases[index]?.text ?? '');
    return typed.some((key) => text.includes(key));
  });
}

function issuerCount(corpus: Corpus): number {
  return new Set(corpus.releases.map((release) => foldKey(release.issuer.name?.text ?? release.id))).size;
}

function issuerKeys(release: Release): string[] {
  const { name, shortNames, tickers, aliases } = release.issuer;
  const names = [
    ...(name === undefined ? [] : [name.text]),
    ...shortNames.map((one) => one.text),
    ...aliases,
  ];
  const symbols = tickers.map((ticker) => foldKey(ticker.symbol.text));
  return [...new Set([...names.flatMap(nameKeys), ...symbols])].filter((key) => key.length >= 2);
}

function nameKeys(name: string): string[] {
  const keys = [foldKey(name)];
  let rest = name.trim();
  for (;;) {
    const shorter = rest.replace(LEGAL_FORM, '').replace(/[,\s]+$/, '');
    if (shorter === rest || shorter === '') break;
    rest = shorter;
    keys.push(foldKey(rest));
  }
  return keys;
}

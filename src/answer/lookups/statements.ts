import type { Issuer, Release, Statement, Topic } from '../../knowledge/model.ts';
import type { Choice } from '../answer.ts';
import { foldKey } from '../text/fold.ts';
import { type Candidate, knownCandidates } from './candidate.ts';
import { holdsPhrase } from './fold.ts';
import { issuerKey, oneOfEachIssuer, releasesOf } from './scope.ts';

/** What the newest release that speaks of a subject says about it. */
export type StatementLookup =
  | {
      readonly outcome: 'found';
      readonly release: Release;
      readonly statements: readonly Statement[];
      /** For the pipeline: the candidates that the release gives abstracts for. */
      readonly candidates: readonly Candidate[];
    }
  /** Several issuers are loaded and none was named; one release stands for each. */
  | { readonly outcome: 'which_issuer'; readonly choices: readonly Release[] }
  /** Nothing said; `release` is the newest one that was looked at. */
  | { readonly outcome: 'not_given'; readonly release?: Release; readonly known: readonly Choice[] };

/** What is said of the facilities: where, how many lines, which standards. */
export function lookUpFacility(releases: readonly Release[], issuer?: string): StatementLookup {
  return lookUp(releases, issuer, ['facility']);
}

/** The issuer's partners and what the partnerships are for. */
export function lookUpPartners(releases: readonly Release[], issuer?: string): StatementLookup {
  return lookUp(releases, issuer, ['partnership']);
}

/** What the company does, where its trials run, the indexes it is in, its site. */
export function lookUpCompany(releases: readonly Release[], issuer?: string): StatementLookup {
  return lookUp(releases, issuer, ['business', 'trials', 'index', 'website'], (release) =>
    named(release.issuer),
  );
}

/**
 * Trials and regulatory status of each program, and the candidates with abstracts. With `program`, only what
 * names it, in whichever release of the issuer is the newest to do so.
 */
export function lookUpPipeline(
  releases: readonly Release[],
  issuer?: string,
  program?: string,
): StatementLookup {
  const inScope = releasesOf(issuer, releases);
  const topics: readonly Topic[] = ['trials', 'regulatory'];
  if (program === undefined || foldKey(program) === '') {
    return lookUp(releases, issuer, topics, (release) => knownCandidates([release]).length > 0, true);
  }
  for (const release of inScope) {
    const statements = ofTopics(release, topics).filter((statement) => isAbout(statement, program, release));
    const candidates = knownCandidates([release]).filter((candidate) => candidateMatches(candidate, program));
    if (statements.length + candidates.length > 0)
      return { outcome: 'found', release, statements, candidates };
  }
  const newest = inScope[0];
  return { outcome: 'not_given', ...(newest ? { release: newest } : {}), known: knownPrograms(inScope) };
}

/** Names for `/pipeline` and its autocomplete: candidates and the programs of regulatory statements. */
export function knownPrograms(releases: readonly Release[]): readonly Choice[] {
  const choices = releases.flatMap((release) => [
    ...knownCandidates([release]).map(({ name }) => ({ name, release })),
    ...ofTopics(release, ['trials', 'regulatory']).flatMap(({ parts }) =>
      parts.filter(({ role }) => role === 'program').map(({ quote }) => ({ name: quote, release })),
    ),
  ]);
  const byName = new Map<string, Choice>();
  for (const choice of choices) {
    const key = foldKey(choice.name.text);
    if (!byName.has(key)) byName.set(key, choice);
  }
  return [...byName.values()];
}

function lookUp(
  releases: readonly Release[],
  issuer: string | undefined,
  topics: readonly Topic[],
  alsoSpeaks: (release: Release) => boolean = () => false,
  withCandidates = false,
): StatementLookup {
  const inScope = releasesOf(issuer, releases);
  const speaking = inScope.filter((release) => ofTopics(release, topics).length > 0 || alsoSpeaks(release));
  if (new Set(inScope.map(issuerKey)).size > 1) {
    return { outcome: 'which_issuer', choices: oneOfEachIssuer(speaking.length > 0 ? speaking : inScope) };
  }
  const release = speaking[0];
  if (release === undefined) {
    return { outcome: 'not_given', ...(inScope[0] ? { release: inScope[0] } : {}), known: [] };
  }
  const candidates = withCandidates ? knownCandidates([release]) : [];
  return { outcome: 'found', release, statements: ofTopics(release, topics), candidates };
}

/** In text order; a statement that stands within another of the same topics is not told twice. */
function ofTopics(release: Release, topics: readonly Topic[]): readonly Statement[] {
  const chosen = release.statements.filter(({ topic }) => topics.includes(topic));
  return chosen
    .filter(
      ({ quote }, index) => !chosen.some((other, at) => at !== index && covers(other, quote, at < index)),
    )
    .sort((a, b) => a.quote.start - b.quote.start);
}

function covers(other: Statement, quote: Statement['quote'], earlier: boolean): boolean {
  const within = other.quote.start <= quote.start && other.quote.end >= quote.end;
  const same = other.quote.start === quote.start && other.quote.end === quote.end;
  return within && (!same || earlier);
}

function isAbout(statement: Statement, program: string, release: Release): boolean {
  if (holdsPhrase(statement.quote.text, program)) return true;
  const sought = foldKey(program);
  const spellings = release.entities
    .map(({ name, spellings, aliases }) => [name.text, ...spellings.map(({ text }) => text), ...aliases])
    .filter((names) => names.some((name) => foldKey(name) === sought))
    .flat();
  return spellings.some((name) => holdsPhrase(statement.quote.text, name));
}

function candidateMatches({ spellings, abstracts }: Candidate, program: string): boolean {
  const sought = foldKey(program);
  return (
    spellings.some((name) => foldKey(name) === sought) ||
    abstracts.some(({ title }) => title !== undefined && holdsPhrase(title.text, program))
  );
}

function named(issuer: Issuer): boolean {
  return issuer.name !== undefined || issuer.tickers.length > 0;
}

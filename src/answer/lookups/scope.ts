import type { Release } from '../../knowledge/model.ts';
import { foldKey } from '../text/fold.ts';

/**
 * Newest first; of the same day, a correction before what it corrects. A release that another one
 * supersedes comes after all others, so that it speaks only where nothing later does.
 */
export function newestFirst(releases: readonly Release[]): readonly Release[] {
  const known = sorted.get(releases) ?? sortNewestFirst(releases);
  sorted.set(releases, known);
  return known;
}

/** Orders already made: the shelf of releases changes seldom and is asked for its order at every key typed. */
const sorted = new WeakMap<readonly Release[], readonly Release[]>();

function sortNewestFirst(releases: readonly Release[]): readonly Release[] {
  const superseded = new Set(releases.flatMap((release) => release.supersedes ?? []));
  const rank = (release: Release) =>
    superseded.has(release.id) || superseded.has(release.headline?.text ?? '') ? 1 : 0;
  const late = (release: Release) => (release.kind === 'original' ? 0 : 1);
  return [...releases].sort(
    (a, b) =>
      rank(a) - rank(b) ||
      (b.publishedAt ?? '').localeCompare(a.publishedAt ?? '') ||
      late(b) - late(a) ||
      a.id.localeCompare(b.id),
  );
}

/** The releases of the issuer (ticker, name or alias, compared folded), newest first; all when none is named. */
export function releasesOf(issuer: string | undefined, releases: readonly Release[]): readonly Release[] {
  const ordered = newestFirst(releases);
  if (issuer === undefined || issuer.trim() === '') return ordered;
  const sought = foldKey(issuer);
  return ordered.filter((release) => issuerNames(release).some((name) => foldKey(name) === sought));
}

/** What tells issuers apart: the first ticker's symbol, else the name, else the release itself. */
export function issuerKey(release: Release): string {
  const { tickers, name } = release.issuer;
  return foldKey(tickers[0]?.symbol.text ?? name?.text ?? release.id);
}

/** The newest release of each issuer, in that order. */
export function oneOfEachIssuer(releases: readonly Release[]): readonly Release[] {
  const byIssuer = new Map<string, Release>();
  for (const release of newestFirst(releases)) {
    if (!byIssuer.has(issuerKey(release))) byIssuer.set(issuerKey(release), release);
  }
  return [...byIssuer.values()];
}

function issuerNames(release: Release): readonly string[] {
  const { name, shortNames, tickers, aliases } = release.issuer;
  return [
    ...(name ? [name.text] : []),
    ...shortNames.map((quote) => quote.text),
    ...tickers.map((ticker) => ticker.symbol.text),
    ...aliases,
  ];
}

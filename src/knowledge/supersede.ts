import type { Release } from './model.ts';
import { sameCompany } from './names.ts';

/**
 * Where a correction names the headline of the release that it replaces, and a release with that
 * headline is loaded, puts that release's id in its place.
 */
export function resolveSupersedes(releases: readonly Release[]): Release[] {
  const ids = new Set(releases.map(({ id }) => id));
  const byHeadline = new Map<string, Release[]>();
  for (const release of releases) {
    const key = fold(release.headline?.text ?? '');
    if (key !== '') byHeadline.set(key, [...(byHeadline.get(key) ?? []), release]);
  }
  return releases.map((release) => {
    const named = release.supersedes ?? ownHeadline(release);
    if (named === undefined || ids.has(named)) return release;
    const original = (byHeadline.get(fold(named)) ?? []).find((other) => replaces(release, other));
    return original === undefined ? release : { ...release, supersedes: original.id };
  });
}

/** An update that does not name its original bears its headline, with a word before it. */
function ownHeadline({ kind, headline }: Release): string | undefined {
  if (kind === 'original') return undefined;
  return headline?.text.replace(
    /^\W*(?:UPDATED?|CORRECTION|CORRECTED|CORRECTING and REPLACING|REPEAT)\b\W*/i,
    '',
  );
}

function replaces(correction: Release, other: Release): boolean {
  if (other.id === correction.id || other.kind !== 'original') return false;
  const [one, two] = [correction.issuer.name?.text, other.issuer.name?.text];
  if (one !== undefined && two !== undefined && !sameCompany(one, two)) return false;
  return (other.publishedAt ?? '').slice(0, 10) <= (correction.publishedAt ?? '9999').slice(0, 10);
}

function fold(headline: string): string {
  return headline
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

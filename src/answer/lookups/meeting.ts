import type { MeetingEvent, Release } from '../../knowledge/model.ts';
import { type Candidate, knownCandidates } from './candidate.ts';
import { issuerKey, oneOfEachIssuer, releasesOf } from './scope.ts';

export type MeetingLookup =
  | {
      readonly outcome: 'found';
      readonly release: Release;
      readonly events: readonly MeetingEvent[];
      /** What is presented there: the candidates that the release gives abstracts for. */
      readonly candidates: readonly Candidate[];
    }
  | { readonly outcome: 'which_issuer'; readonly choices: readonly Release[] }
  | { readonly outcome: 'not_given'; readonly release?: Release };

/** The meetings and calls of the newest release that names one. */
export function lookUpMeeting(releases: readonly Release[], issuer?: string): MeetingLookup {
  const inScope = releasesOf(issuer, releases);
  const speaking = inScope.filter(({ events }) => events.length > 0);
  if (new Set(inScope.map(issuerKey)).size > 1) {
    return { outcome: 'which_issuer', choices: oneOfEachIssuer(speaking.length > 0 ? speaking : inScope) };
  }
  const release = speaking[0];
  if (release === undefined) return { outcome: 'not_given', ...(inScope[0] ? { release: inScope[0] } : {}) };
  return { outcome: 'found', release, events: release.events, candidates: knownCandidates([release]) };
}

import type { Release } from '../knowledge/model.ts';
import {
  corrected,
  correctionAnnouncement,
  eventAnnouncement,
  releaseAnnouncement,
  retractionAnnouncement,
} from '../present/announcement.ts';
import type { Reply } from '../present/reply.ts';
import type { Announcement } from '../store/schema.ts';
import type { Known } from './plan.ts';
import { occasionAt } from './reminders.ts';

/** The message of an announcement, or why there is none. */
export type Rendered =
  | { readonly outcome: 'message'; readonly reply: Reply }
  /** It shall not be posted any more. */
  | { readonly outcome: 'obsolete'; readonly reason: string }
  /** This process has not loaded the release (yet). */
  | { readonly outcome: 'unknown_release' };

/** The announcement as it is posted now. */
export function render(announcement: Announcement, known: Known, now: Date): Rendered {
  const { id, kind, releaseId, replaces, startsAt } = announcement;
  const parts = { id, now };
  const release = known.releases.find((one) => one.id === releaseId);
  if (kind === 'retraction') {
    const retracted = known.retracted.find((one) => one.id === releaseId) ?? { ...NAMELESS, id: releaseId };
    return message(retractionAnnouncement(retracted, linkToSuccessor(releaseId, known), parts));
  }
  if (release === undefined) {
    return known.retracted.some((one) => one.id === releaseId)
      ? { outcome: 'obsolete', reason: 'the release has been retracted' }
      : { outcome: 'unknown_release' };
  }
  switch (kind) {
    case 'release': {
      const successor = successorOf(releaseId, known);
      const reply = releaseAnnouncement(release, parts);
      return message(successor === undefined ? reply : corrected(reply, successor, {}));
    }
    case 'correction': {
      const replaced = [...known.releases, ...known.retracted].find((one) => one.id === replaces);
      return message(correctionAnnouncement(release, replaced, parts));
    }
    case 'event':
    case 'schedule': {
      const occasion = startsAt === null ? undefined : occasionAt(release, startsAt);
      if (occasion === undefined) return { outcome: 'obsolete', reason: 'the release gives no such event' };
      if (successorOf(releaseId, known) !== undefined) {
        return { outcome: 'obsolete', reason: 'the release has been corrected' };
      }
      return message(eventAnnouncement(release, occasion, parts));
    }
  }
}

/**
 * A posted announcement as it is to stand after `later`: retracted, or corrected with a link to the
 * correction. @param messageLink to the post of the correction in the same channel
 */
export function renderEdited(
  posted: Announcement,
  later: Announcement,
  known: Known,
  now: Date,
  messageLink: string | undefined,
): { readonly reply: Reply; readonly keepFiles: boolean } {
  const { releaseId } = posted;
  const retracted = known.retracted.find(({ id }) => id === releaseId);
  if (later.kind === 'retraction' || retracted !== undefined) {
    const link = linkToSuccessor(releaseId, known);
    const parts = { id: posted.id, now };
    return {
      reply: retractionAnnouncement(retracted ?? { ...NAMELESS, id: releaseId }, link, parts),
      keepFiles: false,
    };
  }
  const correction = known.releases.find(({ id }) => id === later.releaseId);
  // Without its successor, so that the notice with the link stands there once.
  const alone = { ...known, releases: known.releases.filter(({ supersedes }) => supersedes !== releaseId) };
  const before = render(posted, alone, now);
  const reply = before.outcome === 'message' ? before.reply : EMPTY;
  return {
    reply: correction === undefined ? reply : corrected(reply, correction, { messageLink }),
    keepFiles: true,
  };
}

const EMPTY: Reply = { embeds: [], rows: [], files: [], forCallerOnly: false };
const NAMELESS = { issuer: { shortNames: [], tickers: [], aliases: [] } } as const;

function message(reply: Reply): Rendered {
  return { outcome: 'message', reply };
}

function successorOf(id: string, { releases }: Known): Release | undefined {
  return releases.find(({ supersedes }) => supersedes === id);
}

function linkToSuccessor(id: string, known: Known): string | undefined {
  return successorOf(id, known)?.sourceLink;
}

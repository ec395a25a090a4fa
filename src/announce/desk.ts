import { randomUUID } from 'node:crypto';
import type { AnnouncedKind, AnnouncementDesk } from '../../commands/desk.ts';
import type { Release } from '../knowledge/model.ts';
import { occasionsOf } from '../knowledge/occasions.ts';
import {
  correctionAnnouncement,
  eventAnnouncement,
  releaseAnnouncement,
  testAnnouncement,
} from '../present/announcement.ts';
import type { Reply } from '../present/reply.ts';
import { releaseTitle } from '../present/source.ts';
import { ledgerOf, planAgain } from '../store/ledger.ts';
import type { Store } from '../store/store.ts';
import { subscribe, subscriptionsOf, unsubscribe } from '../store/subscriptions.ts';
import { nonceOf } from './identity.ts';
import type { Messenger } from './messenger.ts';
import type { Known } from './plan.ts';
import { judge } from './verdict.ts';

/** Announcements on a page of the ledger: as many as an embed holds. */
const PAGE_SIZE = 5;

export interface DeskOptions {
  readonly store: Store;
  readonly known: () => Known;
  readonly clock: () => Date;
  readonly messenger: Messenger;
  /** Delivers at once what is due. */
  readonly wake: () => void;
}

/** What `/announcements` works with. */
export function createDesk({ store, known, clock, messenger, wake }: DeskOptions): AnnouncementDesk {
  const now = () => clock().getTime();
  return {
    subscribe: ({ kinds, userId, ...request }) =>
      store.run((db) =>
        subscribe(
          db,
          {
            ...request,
            releases: kinds.includes('release'),
            corrections: kinds.includes('correction'),
            events: kinds.includes('event'),
            createdBy: userId,
          },
          now(),
        ),
      ),
    unsubscribe: (guildId, channelId, issuer) =>
      store.run((db) => unsubscribe(db, guildId, channelId, issuer, now())),
    list: (guildId) => store.run((db) => subscriptionsOf(db, guildId)),
    async status(guildId, page, releaseId) {
      const { entries, more } = await store.run((db) =>
        ledgerOf(db, guildId, { at: page, size: PAGE_SIZE }, releaseId),
      );
      return {
        page,
        more,
        entries: entries.map(({ announcement: { kind, releaseId: id, createdAt }, deliveries }) => ({
          kind,
          title: titleOf(id, known()),
          createdAt,
          deliveries,
        })),
      };
    },
    async resend(guildId, only) {
      const planned = await store.run((db) => planAgain(db, guildId, only, now()));
      wake();
      return planned.length;
    },
    preview: (release, kind) => preview(release, kind, known(), clock()),
    async test(guildId, channelId) {
      try {
        const message = { content: '', reply: testAnnouncement(clock()), pingRoleId: null };
        const id = await messenger.post(channelId, message, nonceOf(randomUUID(), channelId));
        return { link: `https://discord.com/channels/${guildId}/${channelId}/${id}` };
      } catch (err) {
        const verdict = judge(err);
        if ('reason' in verdict) return { failure: verdict.reason };
        return {
          failure: 'error' in verdict ? verdict.error : 'Discord asks to wait; please try again later',
        };
      }
    },
  };
}

function preview(release: Release, kind: AnnouncedKind, known: Known, now: Date): Reply | undefined {
  const parts = { id: 'preview', now };
  if (kind === 'release') return releaseAnnouncement(release, parts);
  if (kind === 'correction') {
    const replaced = known.releases.find(({ id }) => id === release.supersedes);
    return release.kind === 'original' && replaced === undefined
      ? undefined
      : correctionAnnouncement(release, replaced, parts);
  }
  const occasions = occasionsOf(release);
  const next = occasions.find(({ startsAt }) => Date.parse(startsAt) > now.getTime()) ?? occasions[0];
  return next && eventAnnouncement(release, next, parts);
}

function titleOf(id: string, { releases, retracted }: Known): string {
  const release = [...releases, ...retracted].find((one) => one.id === id);
  return (release && releaseTitle(release)?.text) ?? id;
}

import type { Release } from '../src/knowledge/model.ts';
import type { LedgerView, SubscriptionView } from '../src/present/announcement-ledger.ts';
import type { Reply } from '../src/present/reply.ts';

/** What a server's managers choose for a channel. */
export interface SubscriptionRequest {
  readonly guildId: string;
  readonly channelId: string;
  /** What tells issuers apart; '' for all of them. */
  readonly issuer: string;
  readonly issuerName: string;
  readonly kinds: readonly AnnouncedKind[];
  readonly scheduledEvents: boolean;
  readonly pingRoleId: string | null;
  readonly userId: string;
}

export const ANNOUNCED_KINDS = ['release', 'correction', 'event'] as const;
export type AnnouncedKind = (typeof ANNOUNCED_KINDS)[number];

/** What `/announcements` works with. Each function throws where the store is out of reach. */
export interface AnnouncementDesk {
  readonly subscribe: (request: SubscriptionRequest) => Promise<'new' | 'changed'>;
  /** @returns the subscriptions that were ended; of every issuer where none is named. */
  readonly unsubscribe: (
    guildId: string,
    channelId: string,
    issuer: string | undefined,
  ) => Promise<readonly SubscriptionView[]>;
  readonly list: (guildId: string) => Promise<readonly SubscriptionView[]>;
  /** A page of the ledger, counted from 0. */
  readonly status: (guildId: string, page: number, releaseId: string | undefined) => Promise<LedgerView>;
  /** Plans again what failed; looks into the channels first. @returns how many deliveries. */
  readonly resend: (
    guildId: string,
    only: { readonly channelId: string | undefined; readonly releaseId: string | undefined },
  ) => Promise<number>;
  /** What would be posted for the release; undefined where it gives nothing of the kind. */
  readonly preview: (release: Release, kind: AnnouncedKind) => Reply | undefined;
  /** Posts a test. @returns a link to it, or why it could not be posted. */
  readonly test: (
    guildId: string,
    channelId: string,
  ) => Promise<{ readonly link: string } | { readonly failure: string }>;
}

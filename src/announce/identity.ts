import { createHash } from 'node:crypto';
import { issuerKey } from '../answer/lookups/scope.ts';
import type { Release } from '../knowledge/model.ts';

/** At most 25 characters are taken as a nonce (discord/discord-api-docs, Message, "Create Message"). */
export const LONGEST_NONCE = 25;

/** The id of the announcement with this key: short enough to stand in a custom id. */
export function announcementId(key: string): string {
  return hash(key).slice(0, 12);
}

/** The same for every attempt to post an announcement in a channel, and for no other. */
export function nonceOf(announcement: string, channelId: string): string {
  return hash(`${announcement}:${channelId}`).slice(0, 24);
}

/** The same for texts that differ in case, spacing and punctuation alone. */
export function fingerprintOf(release: Release): string {
  return hash(folded(release.text));
}

/** The same for one story of an issuer from two wires: kind, day and headline; without a headline, the text. */
export function storyOf(release: Release): string {
  const { headline, kind, publishedAt } = release;
  if (headline === undefined) return fingerprintOf(release);
  return hash([issuerKey(release), kind, publishedAt?.slice(0, 10) ?? '', folded(headline.text)].join('\n'));
}

function folded(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('base64url');
}

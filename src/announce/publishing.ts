/** Discord lets a channel publish about ten messages an hour. */
export const PUBLISHED_AN_HOUR = 10;
const HOUR_MS = 3_600_000;

/**
 * When the channel's next message may be published. @param made moments of its publications, newest first
 */
export function publishAt(made: readonly number[], now: number): number {
  const recent = made.filter((at) => at > now - HOUR_MS).sort((a, b) => b - a);
  const oldestThatCounts = recent[PUBLISHED_AN_HOUR - 1];
  return oldestThatCounts === undefined ? now : oldestThatCounts + HOUR_MS + 1;
}

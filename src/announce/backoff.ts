export interface Backoff {
  readonly firstMs: number;
  readonly longestMs: number;
  /** Attempts after which a delivery counts as failed. */
  readonly attempts: number;
}

/** Twelve hours of trying in all, at most ten minutes apart. */
export const BACKOFF: Backoff = { firstMs: 2_000, longestMs: 600_000, attempts: 80 };

/**
 * Milliseconds until the next attempt: doubled each time up to the longest, half of it by chance, so that
 * channels that failed together are not tried together. @param random from 0 to 1
 */
export function backoff(attempts: number, random: number, { firstMs, longestMs }: Backoff = BACKOFF): number {
  const full = Math.min(longestMs, firstMs * 2 ** Math.min(Math.max(attempts - 1, 0), 30));
  return Math.round(full / 2 + (full / 2) * random);
}

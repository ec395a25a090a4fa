import type { Clock } from '../clock.ts';
import type { Settings } from '../settings.ts';
import { Refusal } from './refusal.ts';
import type { Route } from './route.ts';

export type RateLimitHeaders = Readonly<Record<string, string>>;

export interface RateLimits {
  /** Counts a request; returns the headers that its answer carries, or throws 429. */
  take(route: Route, path: string): RateLimitHeaders;
}

interface Window {
  started: number;
  used: number;
}

interface Bucket {
  readonly name: string;
  readonly requests: number;
  readonly seconds: number;
}

/** A refusal with the headers by which a client knows how long to wait. */
export class RateLimited extends Refusal {
  readonly headers: RateLimitHeaders;

  constructor(
    retryAfterSeconds: number,
    scope: 'user' | 'global' | 'shared',
    headers: RateLimitHeaders = {},
  ) {
    const message =
      scope === 'shared' ? 'The resource is being rate limited.' : 'You are being rate limited.';
    super(429, { code: 0, message, retry_after: retryAfterSeconds, global: scope === 'global' });
    this.headers = {
      ...headers,
      'retry-after': String(Math.ceil(retryAfterSeconds)),
      'x-ratelimit-reset-after': retryAfterSeconds.toFixed(3),
      'x-ratelimit-scope': scope,
      ...(scope === 'global' ? { 'x-ratelimit-global': 'true' } : {}),
    };
  }
}

/** A bucket so wide that a client never waits for it, where per-route limits are off. */
const UNLIMITED: Bucket = { name: 'unlimited', requests: 1_000_000, seconds: 1 };
const CROSSPOST = '/channels/:channel/messages/:message/crosspost';

/** Global and per-route limits by the sandbox's clock. */
export function createRateLimits(clock: Clock, settings: Settings): RateLimits {
  const windows = new Map<string, Window>();

  function count(key: string, { requests, seconds }: Bucket): { left: number; resetAfter: number } {
    const now = clock.now();
    const window = windows.get(key);
    const current = window && now - window.started < seconds * 1000 ? window : { started: now, used: 0 };
    windows.set(key, current);
    current.used += 1;
    return {
      left: requests - current.used,
      resetAfter: Math.max(0, (current.started + seconds * 1000 - now) / 1000),
    };
  }

  function bucketOf(route: Route): Bucket {
    if (route.path === CROSSPOST && settings.crosspostsPerHour !== false) {
      return { name: 'crosspost', requests: settings.crosspostsPerHour, seconds: 3600 };
    }
    return settings.routeLimit ? { name: 'route', ...settings.routeLimit } : UNLIMITED;
  }

  return {
    take(route, path) {
      if (route.limited && settings.globalRequestsPerSecond !== false) {
        const limit = { name: 'global', requests: settings.globalRequestsPerSecond, seconds: 1 };
        const { left, resetAfter } = count('global', limit);
        if (left < 0) throw new RateLimited(resetAfter, 'global');
      }
      const bucket = bucketOf(route);
      const key = `${route.method} ${route.path} ${majorParameter(path)}`;
      const { left, resetAfter } = count(key, bucket);
      const headers = {
        'x-ratelimit-bucket': bucketHash(`${bucket.name} ${route.method} ${route.path}`),
        'x-ratelimit-limit': String(bucket.requests),
        'x-ratelimit-remaining': String(Math.max(0, left)),
        'x-ratelimit-reset': (clock.now() / 1000 + resetAfter).toFixed(3),
        'x-ratelimit-reset-after': resetAfter.toFixed(3),
      };
      if (left < 0) throw new RateLimited(resetAfter, 'user', headers);
      return headers;
    },
  };
}

/** Discord keeps a bucket per channel, server or webhook (docs: topics/rate-limits). */
function majorParameter(path: string): string {
  return /^\/(?:channels|guilds|webhooks)\/([^/]+)/.exec(path)?.[1] ?? '';
}

/** A short opaque name, as Discord's are. */
function bucketHash(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}

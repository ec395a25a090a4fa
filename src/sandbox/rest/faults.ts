import type { Route } from './route.ts';

/** What a fault does to a request. Those after the commit let the route do its work first. */
export type FaultAction =
  /** The route does its work, then the connection closes without an answer. `how` 'reset' is what discord.js retries. */
  | { readonly kind: 'drop_after_commit'; readonly how?: 'close' | 'reset' }
  /** Answers with this status; after the commit when `afterCommit`. */
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly body?: unknown;
      readonly afterCommit?: boolean;
    }
  /** Waits before the route does its work. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  /** Never answers; with `afterCommit` the route has done its work. */
  | { readonly kind: 'hang'; readonly afterCommit?: boolean }
  /** Resets the connection before the route does anything. */
  | { readonly kind: 'reset' }
  /** 429 before the route does anything. */
  | {
      readonly kind: 'rate_limit';
      readonly retryAfterSeconds?: number;
      readonly scope?: 'user' | 'global' | 'shared';
    };

export interface FaultMatch {
  readonly method?: Route['method'];
  /** `/channels/:channel/messages` with any word for a named segment, or an expression over the path. */
  readonly path?: string | RegExp;
}

export type FaultOptions = FaultAction & {
  readonly match?: FaultMatch;
  /** How many requests it hits; without it, every one until it is removed. */
  readonly times?: number;
  /** Matching requests that pass before the first is hit. */
  readonly skip?: number;
  /** Probability of hitting a matching request, from 0 to 1. */
  readonly chance?: number;
};

export interface Fault {
  readonly hits: number;
  remove(): void;
}

export interface Faults {
  inject(options: FaultOptions): Fault;
  clear(): void;
}

export interface FaultSource extends Faults {
  /** The fault that hits this request, if one does. */
  next(method: string, path: string): FaultAction | undefined;
}

/** @param random numbers from 0 to 1, seeded by who wants the same faults again */
export function createFaults(random: () => number): FaultSource {
  interface Injected {
    readonly options: FaultOptions;
    seen: number;
    hits: number;
  }
  const injected = new Set<Injected>();
  return {
    inject(options) {
      const entry: Injected = { options, seen: 0, hits: 0 };
      injected.add(entry);
      return {
        get hits() {
          return entry.hits;
        },
        remove: () => injected.delete(entry),
      };
    },
    clear: () => injected.clear(),
    next(method, path) {
      for (const entry of injected) {
        const { match = {}, times, skip = 0, chance = 1 } = entry.options;
        if (!matches(match, method, path)) continue;
        entry.seen += 1;
        if (entry.seen <= skip || (chance < 1 && random() >= chance)) continue;
        entry.hits += 1;
        if (times !== undefined && entry.hits >= times) injected.delete(entry);
        return entry.options;
      }
      return undefined;
    },
  };
}

function matches(match: FaultMatch, method: string, path: string): boolean {
  if (match.method !== undefined && match.method !== method) return false;
  if (match.path === undefined) return true;
  const pattern = typeof match.path === 'string' ? pathPattern(match.path) : match.path;
  return pattern.test(path);
}

function pathPattern(path: string): RegExp {
  const segments = path
    .split('/')
    .map((segment) => (segment.startsWith(':') ? '[^/]+' : escapePattern(segment)));
  return new RegExp(`^${segments.join('/')}$`);
}

function escapePattern(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

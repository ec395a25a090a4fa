import type { Events } from '../events.ts';
import type { Violation } from '../rules/violation.ts';

/** One request of the bot and what became of it. */
export interface Exchange {
  readonly number: number;
  /** Milliseconds since 1970, by the sandbox's clock. */
  readonly at: number;
  readonly method: string;
  /** Without the base and version: `/channels/1/messages`. */
  readonly path: string;
  /** The route it met, with its parameters' names; null when the sandbox has no such route. */
  readonly route: string | null;
  /** Null when the connection was cut or left hanging by a fault. */
  readonly status: number | null;
  readonly milliseconds: number;
  readonly requestBody: unknown;
  readonly files: readonly { readonly name: string; readonly size: number }[];
  readonly responseBody: unknown;
  /** Whether the body met Discord's published schema and rules. */
  readonly valid: boolean;
  readonly violations: readonly Violation[];
  /** The fault that was injected, if one was. */
  readonly fault: string | null;
}

export interface ExchangeLog {
  /** The latest requests, oldest first. */
  readonly all: readonly Exchange[];
  /** Requests to routes that the sandbox lacks: a test wants none. */
  unknownRoutes(): Exchange[];
  /** Requests whose body Discord would refuse: a test wants none. */
  invalid(): Exchange[];
  clear(): void;
}

export function createExchangeLog(events: Events, keep: number): ExchangeLog {
  const all: Exchange[] = [];
  events.on('exchange', (exchange) => {
    all.push(exchange);
    if (all.length > keep) all.shift();
  });
  return {
    all,
    unknownRoutes: () => all.filter((exchange) => exchange.route === null),
    invalid: () => all.filter((exchange) => !exchange.valid),
    clear: () => {
      all.length = 0;
    },
  };
}

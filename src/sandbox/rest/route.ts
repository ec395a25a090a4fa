import type { Interactions } from '../interactions/interactions.ts';
import type { Violation } from '../rules/violation.ts';
import type { Settings } from '../settings.ts';
import type { World } from '../world/world.ts';

export interface UploadedFile {
  /** The multipart field's name: `files[0]`. */
  readonly field: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What a route may use besides the request. */
export interface Context {
  readonly world: World;
  readonly interactions: Interactions;
  readonly settings: Settings;
}

export interface ApiRequest<Body = unknown> extends Context {
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  /** Already checked by the route's `check`. */
  readonly body: Body;
  readonly files: readonly UploadedFile[];
}

export interface Reply {
  readonly status: number;
  /** Absent for 204, which must not carry a content type: discord.js would try to parse it. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Route {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With named segments: `/channels/:channel/messages`. */
  readonly path: string;
  /** False for routes that a token in the path protects. */
  readonly authenticated: boolean;
  /** Interaction routes are outside the global rate limit. */
  readonly limited: boolean;
  check(body: unknown, request: Omit<ApiRequest, 'body'>): Promise<readonly Violation[]>;
  handle(request: ApiRequest): Reply | Promise<Reply>;
}

/** Declares a route; `Body` is what `check` lets through. */
export function route<Body = unknown>(
  at: `${Route['method']} /${string}`,
  handle: (request: ApiRequest<Body>) => Reply | Promise<Reply>,
  options: Partial<Pick<Route, 'authenticated' | 'limited' | 'check'>> = {},
): Route {
  const [method, path] = at.split(' ') as [Route['method'], string];
  return {
    method,
    path,
    authenticated: true,
    limited: true,
    check: async () => [],
    ...options,
    // The one cast at the edge: the body has passed the route's own check.
    handle: (request) => handle(request as ApiRequest<Body>),
  };
}

export const ok = (body: unknown): Reply => ({ status: 200, body });
export const created = (body: unknown): Reply => ({ status: 201, body });
export const noContent: Reply = { status: 204 };

import type { IncomingMessage } from 'node:http';

/** Everything comes from this server; nothing is loaded, sent or framed elsewhere. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

export const SAFE_HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
} as const;

/**
 * Whether a request is meant for this page on this machine. A name that was rebound to 127.0.0.1 shows in
 * `Host`, a foreign page in `Origin`; a WebSocket must have an `Origin`, as every browser sends one.
 */
export function isFromHere({ headers }: IncomingMessage, port: number, isSocket: boolean): boolean {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`];
  const { host, origin } = headers;
  if (host === undefined || !hosts.includes(host)) return false;
  return origin === undefined ? !isSocket : origin === `http://${host}`;
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Sandbox } from '../server.ts';
import { avatar } from './avatar.ts';
import { type Asset, bundlePage } from './bundle.ts';
import { createConnections } from './connections.ts';
import { isFromHere, SAFE_HEADERS } from './guard.ts';

export interface PageOptions {
  /** The port to listen on; 0, the default, takes any free one. */
  readonly port?: number;
  /** Takes any free port when that one is in use, rather than failing. */
  readonly orAnyPort?: boolean;
}

export interface Page {
  /** Where a browser finds it: `http://127.0.0.1:PORT/`. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves the page of a sandbox on 127.0.0.1 alone: a Discord channel in the browser, driven by the same bot.
 * @throws EADDRINUSE when the port is taken and no other may be used
 */
export async function startPage(sandbox: Sandbox, options: PageOptions = {}): Promise<Page> {
  const connections = createConnections(sandbox);
  // Begun at once, so that the first visitor does not wait; a fault shows when the page is asked for.
  const assets = bundlePage();
  assets.catch(() => {});
  const server = createServer((request, response) => {
    if (!isFromHere(request, port, false))
      return refuse(response, 403, 'This is a sandbox for 127.0.0.1 only.');
    if (request.method !== 'GET' && request.method !== 'HEAD')
      return refuse(response, 405, 'Only reading here.');
    respond(sandbox, assets, request, response).catch((err: unknown) => {
      refuse(
        response,
        500,
        `The page could not be built: ${err instanceof Error ? err.message : String(err)}`,
      );
    });
  });
  server.on('upgrade', (request, socket, head) => {
    if (isFromHere(request, port, true) && request.url === '/live') connections.accept(request, socket, head);
    else socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  const listen = (wanted: number) =>
    new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(wanted, '127.0.0.1', () => {
        server.off('error', reject);
        resolve();
      });
    });
  await listen(options.port ?? 0).catch((err: unknown) => {
    const taken = err instanceof Error && 'code' in err && err.code === 'EADDRINUSE';
    if (!taken || options.orAnyPort !== true) throw err;
    return listen(0);
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}/`,
    async close() {
      connections.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

async function respond(
  sandbox: Sandbox,
  assets: Promise<ReadonlyMap<string, Asset>>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const person = /^\/avatars\/(\d+)\.svg$/.exec(pathname)?.[1];
  const user = person === undefined ? undefined : sandbox.world.users.get(person);
  if (user !== undefined) return send(response, 'image/svg+xml', avatar(user.username, user.bot));
  const [, channel, id] = /^\/attachments\/(\d+)\/(\d+)\//.exec(pathname) ?? [];
  if (channel !== undefined) return sendAttachment(sandbox, channel, id, response);
  const asset = (await assets).get(pathname);
  if (asset === undefined) return refuse(response, 404, 'There is nothing here.');
  send(response, asset.type, asset.body);
}

function sendAttachment(
  sandbox: Sandbox,
  channel: string,
  id: string | undefined,
  response: ServerResponse,
): void {
  const messages = [...sandbox.messages(channel), ...sandbox.world.ephemerals.values()];
  const found = messages.flatMap(({ attachments }) => attachments).find((one) => one.id === id);
  if (found === undefined) {
    refuse(response, 404, 'This file is not there any more.');
    return;
  }
  // Saved, never opened: an attached document must not run in the page's origin.
  response.setHeader(
    'content-disposition',
    `attachment; filename*=UTF-8''${encodeURIComponent(found.filename)}`,
  );
  send(response, found.contentType, found.bytes);
}

function send(response: ServerResponse, type: string, body: string | Uint8Array): void {
  response.writeHead(200, { ...SAFE_HEADERS, 'content-type': type, 'cache-control': 'no-store' }).end(body);
}

function refuse(response: ServerResponse, status: number, words: string): void {
  response
    .writeHead(status, { ...SAFE_HEADERS, 'content-type': 'text/plain; charset=utf-8' })
    .end(`${words}\n`);
}

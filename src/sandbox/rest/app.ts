import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { Limit } from '../rules/limits.ts';
import { distinct, tooLong, type Violation } from '../rules/violation.ts';
import { parseBody } from './body.ts';
import type { Exchange } from './exchanges.ts';
import type { FaultAction, FaultSource } from './faults.ts';
import { RateLimited, type RateLimits } from './rate-limits.ts';
import { invalidForm, Refusal, refusal } from './refusal.ts';
import type { ApiRequest, Context, Reply, Route, UploadedFile } from './route.ts';
import { routes } from './routes/index.ts';

export interface AppParts extends Context {
  readonly faults: FaultSource;
  readonly rateLimits: RateLimits;
}

/** What is noted of a request while it is handled. */
interface Notes {
  route: Route | null;
  body: unknown;
  files: readonly UploadedFile[];
  violations: readonly Violation[];
  fault: FaultAction | undefined;
}

type Environment = { Bindings: HttpBindings };
type Sent = { readonly reply: Reply } | { readonly cut: 'close' | 'reset' | 'hang' };

const BASE = /^\/api(?:\/v\d+)?(?=\/)/;

/** The REST API: every request is matched, checked, handled and logged here. */
export function createApp(parts: AppParts): Hono<Environment> {
  const app = new Hono<Environment>();
  let number = 0;

  async function serve(
    request: Request,
    env: HttpBindings,
    route: Route | null,
    params: ApiRequest['params'],
  ) {
    const started = performance.now();
    const at = parts.world.clock.now();
    const url = new URL(request.url);
    const path = url.pathname.replace(BASE, '');
    const notes: Notes = { route, body: undefined, files: [], violations: [], fault: undefined };
    const sent = await respond(parts, request, path, params, url.searchParams, notes);
    number += 1;
    const exchange: Exchange = {
      number,
      at,
      method: request.method,
      path,
      route: route?.path ?? null,
      status: 'reply' in sent ? sent.reply.status : null,
      milliseconds: performance.now() - started,
      requestBody: notes.body,
      files: notes.files.map((file) => ({ name: file.name, size: file.bytes.byteLength })),
      responseBody: 'reply' in sent ? sent.reply.body : undefined,
      valid: notes.violations.length === 0,
      violations: notes.violations,
      fault: notes.fault?.kind ?? null,
    };
    parts.world.events.emit('exchange', exchange);
    return 'reply' in sent ? toResponse(sent.reply) : cut(env, sent.cut);
  }

  for (const route of routes) {
    for (const base of ['/api/:version{v\\d+}', '/api']) {
      app.on(route.method, `${base}${route.path}`, (context) =>
        serve(context.req.raw, context.env, route, context.req.param()),
      );
    }
  }
  app.all('/api/*', (context) => serve(context.req.raw, context.env, null, {}));
  app.get('/attachments/:channel/:attachment/:name', (context) => {
    const { channel = '', attachment = '' } = context.req.param();
    const messages = [...(parts.world.channels.get(channel)?.messages.values() ?? [])];
    const found = [...messages, ...parts.world.ephemerals.values()]
      .flatMap((message) => message.attachments)
      .find((file) => file.id === attachment);
    if (!found) return context.notFound();
    return new Response(Buffer.from(found.bytes), { headers: { 'content-type': found.contentType } });
  });
  return app;
}

async function respond(
  parts: AppParts,
  request: Request,
  path: string,
  params: ApiRequest['params'],
  query: URLSearchParams,
  notes: Notes,
): Promise<Sent> {
  const fault = parts.faults.next(request.method, path);
  notes.fault = fault;
  let reply: Reply;
  try {
    // The body is read even when the request is refused, so that the log shows what was sent.
    Object.assign(notes, await parseBody(request));
    if (fault) {
      const early = await beforeCommit(fault);
      if (early) return early;
    }
    reply = await handle(parts, request, path, params, query, notes);
  } catch (cause) {
    if (!(cause instanceof Refusal)) throw cause;
    notes.violations = faultsOf(cause);
    reply = refusalReply(cause);
  }
  return (fault && afterCommit(fault)) ?? { reply };
}

/** Refusals that are the body's fault: an empty message, no JSON, files too large. */
const BODY_FAULTS = [50006, 50109, 40005];

function faultsOf({ violations, body }: Refusal): readonly Violation[] {
  if (!BODY_FAULTS.includes(body.code)) return violations;
  return [{ path: [], code: String(body.code), message: body.message }];
}

async function handle(
  parts: AppParts,
  request: Request,
  path: string,
  params: ApiRequest['params'],
  query: URLSearchParams,
  notes: Notes,
): Promise<Reply> {
  const { world, interactions, settings } = parts;
  const { route, files } = notes;
  if (!route) throw refusal('notFound');
  const authorization = request.headers.get('authorization');
  if (route.authenticated && authorization !== `Bot ${world.token}`) throw refusal('unauthorized');
  const headers = parts.rateLimits.take(route, path);
  const reading = { world, interactions, settings, params, query, files };
  // A missing body counts as an empty one where a route wants one.
  const body = notes.body ?? {};
  if (request.method !== 'GET' && request.method !== 'DELETE') {
    notes.violations = distinct(await route.check(body, reading));
    if (notes.violations.length > 0) throw invalidForm(notes.violations);
  }
  checkUploads(files);
  const reply = await route.handle({ ...reading, body });
  return { ...reply, headers: { ...headers, ...reply.headers } };
}

function checkUploads(files: readonly UploadedFile[]): void {
  if (files.length > Limit.uploads) throw invalidForm([tooLong(['attachments'], Limit.uploads)]);
  if (files.some((file) => file.bytes.byteLength > Limit.uploadBytes)) throw refusal('tooLarge');
}

async function beforeCommit(fault: FaultAction): Promise<Sent | undefined> {
  switch (fault.kind) {
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, fault.milliseconds));
      return undefined;
    case 'status':
      return fault.afterCommit ? undefined : { reply: statusReply(fault) };
    case 'hang':
      return fault.afterCommit ? undefined : { cut: 'hang' };
    case 'reset':
      return { cut: 'reset' };
    case 'rate_limit':
      return { reply: refusalReply(new RateLimited(fault.retryAfterSeconds ?? 0.1, fault.scope ?? 'user')) };
    default:
      return undefined;
  }
}

function afterCommit(fault: FaultAction): Sent | undefined {
  if (fault.kind === 'drop_after_commit') return { cut: fault.how ?? 'close' };
  if (fault.kind === 'hang') return { cut: 'hang' };
  if (fault.kind === 'status') return { reply: statusReply(fault) };
  return undefined;
}

function statusReply(fault: { readonly status: number; readonly body?: unknown }): Reply {
  return { status: fault.status, body: fault.body ?? { code: 0, message: `${fault.status}: injected` } };
}

function refusalReply(cause: Refusal): Reply {
  const headers = cause instanceof RateLimited ? { headers: cause.headers } : {};
  return { status: cause.status, body: cause.body, ...headers };
}

function toResponse(reply: Reply): Response {
  const headers = { ...reply.headers, via: '1.1 sandbox' };
  if (reply.body === undefined) return new Response(null, { status: reply.status, headers });
  return Response.json(reply.body, { status: reply.status, headers });
}

/** Ends a request without an answer. A hanging one stays open until either side gives up. */
async function cut(env: HttpBindings, how: 'close' | 'reset' | 'hang'): Promise<Response> {
  const { socket } = env.incoming;
  // A plain end, since destroying may reset, and clients treat a reset differently.
  if (how === 'close') socket.end();
  else if (how === 'reset') socket.resetAndDestroy();
  else await new Promise((resolve) => socket.once('close', resolve));
  return RESPONSE_ALREADY_SENT;
}

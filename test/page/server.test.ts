import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import type { Outcome, Push } from '../../src/sandbox/page/protocol.ts';
import { startPage } from '../../src/sandbox/page/server.ts';
import { type PageStage, pageStage } from './stage.ts';

let stage: PageStage;
beforeAll(async () => {
  stage = await pageStage();
});
afterAll(() => stage.stop());

/** A request with headers that a browser would not let a page choose. */
function get(
  path: string,
  headers: Record<string, string> = {},
  method = 'GET',
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(new URL(path, stage.page.url), { headers, method }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body }),
      );
    });
    sent.on('error', reject).end();
  });
}

const live = () => stage.page.url.replace('http', 'ws').concat('live');
const origin = () => new URL(stage.page.url).origin;

/** The status with which a WebSocket is refused, or "open". */
function tryLive(headers: Record<string, string>): Promise<string> {
  return new Promise((resolve) => {
    const socket = new WebSocket(live(), { headers });
    socket.on('open', () => {
      socket.close();
      resolve('open');
    });
    socket.on('error', ({ message }) => resolve(message));
  });
}

/** A tab without a browser: what it is told, and what its acts come to. */
async function joined() {
  const socket = new WebSocket(live(), { headers: { origin: origin() } });
  const pushes: Push[] = [];
  socket.on('message', (data) => pushes.push(JSON.parse(String(data)) as Push));
  await new Promise((resolve) => socket.once('open', resolve));
  let id = 0;
  return {
    socket,
    pushes,
    async act(act: unknown): Promise<Outcome> {
      id += 1;
      const mine = id;
      socket.send(JSON.stringify({ id: mine, act }));
      const done = () =>
        pushes.find(
          (push): push is Extract<Push, { kind: 'done' }> => push.kind === 'done' && push.id === mine,
        );
      await expect.poll(done, { timeout: 5_000 }).toBeDefined();
      return done()?.outcome ?? {};
    },
  };
}

describe('the page’s server', () => {
  it('listens on 127.0.0.1 alone', async () => {
    const outer = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal);
    if (outer === undefined) return;
    const reached = await new Promise((resolve) => {
      const socket = connect(Number(new URL(stage.page.url).port), outer.address);
      socket.on('connect', () => resolve(true)).on('error', () => resolve(false));
    });
    expect(reached).toBe(false);
  });

  it.each(['evil.example', '127.0.0.1', '127.0.0.1:1', 'localhost.evil.example:80'])(
    'refuses the host %s',
    async (host) => {
      expect((await get('/', { host })).status).toBe(403);
    },
  );

  it('refuses a request that comes from a foreign page', async () => {
    expect((await get('/', { origin: 'https://evil.example' })).status).toBe(403);
    expect((await get('/', { origin: 'null' })).status).toBe(403);
    expect((await get('/', { origin: origin() })).status).toBe(200);
  });

  it('takes no live connection from a foreign page, or from one that does not say where it is from', async () => {
    expect(await tryLive({ origin: 'https://evil.example' })).toContain('403');
    expect(await tryLive({})).toContain('403');
    expect(await tryLive({ origin: origin(), host: 'evil.example' })).toContain('403');
    expect(await tryLive({ origin: origin() })).toBe('open');
  });

  it('lets the page load nothing from elsewhere and run no script of its own making', async () => {
    const { headers, body } = await get('/');
    const policy = String(headers['content-security-policy']);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(body).not.toMatch(/<script>|style=|onclick=|https?:\/\//);
  });

  it('serves its files and nothing else', async () => {
    for (const path of ['/', '/page.js', '/style.css', '/icon.svg'])
      expect((await get(path)).status).toBe(200);
    for (const path of ['/package.json', '/../package.json', '/api/v10/users/@me', '/attachments/1/2/x']) {
      expect((await get(path)).status).toBe(404);
    }
    expect((await get('/', {}, 'POST')).status).toBe(405);
  });

  it('gives an attached file to save, never to open', async () => {
    const { sandbox } = stage;
    const seen = await sandbox.command(sandbox.investor, 'release');
    const [attachment] = (await seen.reply()).attachments;
    if (attachment === undefined) throw new Error('the release has no file');
    const path = attachment.url.replace(/^http:\/\/[^/]+/, '');
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers['content-disposition']).toMatch(/^attachment/);
  });

  it('takes another port when the usual one is taken, and fails when that very one was asked for', async () => {
    const port = Number(new URL(stage.page.url).port);
    const other = await startPage(stage.sandbox, { port, orAnyPort: true });
    expect(other.url).not.toBe(stage.page.url);
    await other.close();
    await expect(startPage(stage.sandbox, { port })).rejects.toThrow('EADDRINUSE');
  });

  it('closes a connection that says what no page says', async () => {
    for (const frame of ['hello', '{"id":1,"act":{"kind":"format"}}', '{"id":1,"act":{"kind":"say"}}']) {
      const { socket } = await joined();
      const closed = new Promise((resolve) => socket.once('close', resolve));
      socket.send(frame);
      expect(await closed).toBe(1008);
    }
  });

  it('does nothing for a tab that plays nobody', async () => {
    const { socket } = await joined();
    const closed = new Promise((resolve) => socket.once('close', resolve));
    const { id } = stage.sandbox.questions;
    socket.send(JSON.stringify({ id: 1, act: { kind: 'say', channel: id, content: 'hello' } }));
    expect(await closed).toBe(1008);
  });

  it('lets nobody do through it what Discord’s client would not let them do', async () => {
    const { act, socket } = await joined();
    await act({ kind: 'play', role: 'investor' });
    const { announcements, questions, moderator } = stage.sandbox;
    const foreign = stage.sandbox.directChannel(moderator).id;
    const refused = [
      await act({ kind: 'say', channel: announcements.id, content: 'hello' }),
      await act({ kind: 'say', channel: foreign, content: 'hello' }),
      await act({ kind: 'command', channel: questions.id, name: 'abstract', options: {} }),
      await act({ kind: 'command', channel: questions.id, name: 'nope', options: {} }),
      await act({ kind: 'click', channel: questions.id, message: '1', customId: 'x' }),
      await act({ kind: 'submit', interaction: '1', values: {} }),
    ];
    for (const outcome of refused) expect(outcome.error).toMatch(/\w/);
    socket.close();
  });

  it('says what Discord says when the bot does not respond, without waiting for ever', async () => {
    const { act, socket } = await joined();
    await act({ kind: 'play', role: 'investor' });
    const { sandbox } = stage;
    sandbox.faults.inject({
      kind: 'hang',
      times: 1,
      match: { path: '/interactions/:interaction/:token/callback' },
    });
    const under = act({ kind: 'command', channel: sandbox.questions.id, name: 'help', options: {} });
    await new Promise((resolve) => setTimeout(resolve, 300));
    sandbox.clock.advance(3_001);
    expect((await under).failed).toBe(true);
    sandbox.faults.clear();
    socket.close();
  });

  it('tells a tab nothing of another person’s private notes', async () => {
    const { sandbox } = stage;
    const officer = await joined();
    await officer.act({ kind: 'play', role: 'officer' });
    const before = officer.pushes.length;
    await (await sandbox.command(sandbox.investor, 'help')).reply();
    await sandbox.directMessage(sandbox.investor, 'a private question');
    const told = JSON.stringify(officer.pushes.slice(before).filter(({ kind }) => kind === 'message'));
    expect(told).toBe('[]');
    officer.socket.close();
  });
});

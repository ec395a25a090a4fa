import type { GuildTextBasedChannel } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Bench, startBench } from './bot.ts';

let bench: Bench;
beforeEach(async () => {
  bench = await startBench({}, { rest: { timeout: 300, retries: 2 } });
});
afterEach(() => bench.close());

const SEND = { method: 'POST', path: '/channels/:channel/messages' } as const;
const send = (content: string, options: object = {}) =>
  (bench.client.channels.cache.get(bench.sandbox.questions.id) as GuildTextBasedChannel).send({
    content,
    ...options,
  });
const contents = () => bench.sandbox.messages(bench.sandbox.questions).map(({ content }) => content);
const sends = () => bench.sandbox.exchanges.all.filter(({ route }) => route === SEND.path);

describe('an injected fault', () => {
  it('drops the answer after the message was sent; the client does not try again', async () => {
    bench.sandbox.faults.inject({ kind: 'drop_after_commit', times: 1, match: SEND });
    await expect(send('sent, but who knows')).rejects.toThrow('other side closed');
    expect(contents()).toEqual(['sent, but who knows']);
    expect(sends()).toMatchObject([{ status: null, fault: 'drop_after_commit' }]);
  });

  it('resets the connection after the commit: a retry sends twice, unless the nonce is enforced', async () => {
    const { faults } = bench.sandbox;
    const twice = faults.inject({ kind: 'drop_after_commit', how: 'reset', times: 1, match: SEND });
    await send('twice');
    expect(twice.hits).toBe(1);
    expect(contents()).toEqual(['twice', 'twice']);
    faults.inject({ kind: 'drop_after_commit', how: 'reset', times: 1, match: SEND });
    await send('once', { nonce: 'n', enforceNonce: true });
    expect(contents()).toEqual(['twice', 'twice', 'once']);
  });

  it('answers 5xx before or after the commit, and the client tries again', async () => {
    const { faults } = bench.sandbox;
    faults.inject({ kind: 'status', status: 503, times: 2, match: SEND });
    await send('third time');
    expect(sends().map(({ status }) => status)).toEqual([503, 503, 200]);
    expect(contents()).toEqual(['third time']);
    faults.inject({ kind: 'status', status: 502, afterCommit: true, times: 1, match: SEND });
    await send('copied');
    expect(contents()).toEqual(['third time', 'copied', 'copied']);
  });

  it('hangs until the client gives up and tries again', async () => {
    bench.sandbox.faults.inject({ kind: 'hang', times: 1, match: SEND });
    await send('late');
    expect(contents()).toEqual(['late']);
    expect(sends().map(({ status }) => status)).toEqual(expect.arrayContaining([null, 200]));
  });

  it('resets the connection before anything happened', async () => {
    bench.sandbox.faults.inject({ kind: 'reset', times: 1, match: SEND });
    await send('after all');
    expect(contents()).toEqual(['after all']);
  });

  it('delays the work', async () => {
    bench.sandbox.faults.inject({ kind: 'delay', milliseconds: 60, times: 1, match: SEND });
    await send('slow');
    expect(sends()[0]!.milliseconds).toBeGreaterThanOrEqual(59);
  });

  it('answers 429 with its scope, and the client waits as long as it is told', async () => {
    bench.sandbox.faults.inject({
      kind: 'rate_limit',
      retryAfterSeconds: 1,
      scope: 'shared',
      times: 1,
      match: SEND,
    });
    const started = performance.now();
    await send('patient');
    expect(performance.now() - started).toBeGreaterThan(900);
    expect(sends().map(({ status }) => status)).toEqual([429, 200]);
    expect(sends()[0]!.responseBody).toMatchObject({ retry_after: 1, global: false });
  });

  it('hits what matches, after as many as it skips, until it is removed', async () => {
    const { faults } = bench.sandbox;
    const fault = faults.inject({ kind: 'status', status: 400, skip: 1, match: { path: /\/messages$/ } });
    await send('passes');
    await expect(send('hit')).rejects.toMatchObject({ status: 400 });
    await bench.client.users.fetch(bench.sandbox.investor.id, { force: true });
    fault.remove();
    await send('passes again');
    expect(fault.hits).toBe(1);
    expect(contents()).toEqual(['passes', 'passes again']);
  });

  it('hits by chance, the same for the same numbers', async () => {
    await bench.close();
    const numbers = [0.9, 0.1, 0.4, 0.8];
    bench = await startBench({ random: () => numbers.shift() ?? 1 });
    bench.sandbox.faults.inject({ kind: 'status', status: 400, chance: 0.5, match: SEND });
    const results = await Promise.allSettled(['a', 'b', 'c', 'd'].map((content) => send(content)));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'rejected', 'fulfilled']);
  });
});

describe('rate limits', () => {
  it('hold all requests to so many a second, but not those of interactions', async () => {
    await bench.close();
    bench = await startBench({ globalRequestsPerSecond: 5 }, { rest: { globalRequestsPerSecond: 50 } });
    await Promise.all(Array.from({ length: 8 }, (_, number) => send(String(number))));
    expect(contents()).toHaveLength(8);
    const refused = bench.sandbox.exchanges.all.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]!.responseBody).toMatchObject({ global: true });
  });

  it('hold a route to its bucket when that is switched on: the client waits and is not refused', async () => {
    await bench.close();
    bench = await startBench({ routeLimit: { requests: 2, seconds: 0.3 } });
    const started = performance.now();
    for (const content of ['1', '2', '3', '4', '5']) await send(content);
    expect(performance.now() - started).toBeGreaterThan(500);
    expect(sends().every(({ status }) => status === 200)).toBe(true);
  });

  it('tell the bucket in headers', async () => {
    await bench.close();
    bench = await startBench({ routeLimit: { requests: 2, seconds: 60 } });
    const { sandbox } = bench;
    const get = () =>
      fetch(`${sandbox.api}/v10/channels/${sandbox.questions.id}`, {
        headers: { authorization: `Bot ${sandbox.token}` },
      });
    const [first, , third] = [await get(), await get(), await get()];
    expect(first.headers.get('x-ratelimit-limit')).toBe('2');
    expect(first.headers.get('x-ratelimit-remaining')).toBe('1');
    expect(first.headers.get('x-ratelimit-bucket')).toMatch(/^[0-9a-f]{8}$/);
    expect(third.status).toBe(429);
    expect(third.headers.get('x-ratelimit-scope')).toBe('user');
    expect(Number(third.headers.get('retry-after'))).toBeGreaterThan(55);
  });
});

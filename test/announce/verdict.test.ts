import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { decide, judge } from '../../src/announce/verdict.ts';
import type { Step } from '../../src/store/schema.ts';

const POLICY = { firstMs: 100, longestMs: 1_000, attempts: 3 };
const api = (status: number, code: number) =>
  new DiscordAPIError({ code, message: 'words' } as never, code, status, 'POST', 'http://x', {
    body: {},
    files: [],
  });
const action = (err: unknown, step: Step = 'post', attempts = 1) =>
  decide(step, judge(err), attempts, 0.5, POLICY);

describe('what a failure leads to', () => {
  it.each([
    ['an unknown channel', api(404, 10003), 'disable'],
    ['an unknown server', api(404, 10004), 'disable'],
    ['no access', api(403, 50001), 'disable'],
    ['a missing permission', api(403, 50013), 'disable'],
    ['any other 403', api(403, 0), 'disable'],
    ['a message that Discord does not take', api(400, 50035), 'fail'],
    ['a refused token', api(401, 0), 'pause'],
    [
      'a server error',
      new HTTPError(503, 'Unavailable', 'POST', 'http://x', { body: {}, files: [] } as never),
      'postpone',
    ],
    ['no answer in time', Object.assign(new Error('aborted'), { name: 'AbortError' }), 'postpone'],
    ['a broken connection', new TypeError('fetch failed', { cause: new Error('ECONNRESET') }), 'postpone'],
  ])('%s: %s', (_, err, expected) => {
    expect(action(err).action).toBe(expected);
  });

  it('a missing permission to publish, edit or schedule does not stop the posts', () => {
    for (const step of ['publish', 'edit', 'schedule'] as const) {
      expect(action(api(403, 50013), step).action).toBe('fail');
    }
    expect(action(api(404, 10003), 'edit').action).toBe('disable');
  });

  it('a message that was deleted meanwhile is left alone', () => {
    expect(action(api(404, 10008), 'edit').action).toBe('skip');
    expect(action(api(404, 10008), 'publish').action).toBe('skip');
  });

  it('what was published already is done', () => {
    expect(action(api(400, 40033), 'publish').action).toBe('done');
  });

  it('a rate limit is waited out for as long as Discord says, and is no attempt', () => {
    const limited = new RateLimitError({
      timeToReset: 5_000,
      retryAfter: 5_000,
      limit: 1,
      method: 'POST',
      hash: '',
      url: '',
      route: '',
      majorParameter: '',
      global: false,
      sublimitTimeout: 0,
      scope: 'user',
    });
    const decision = action(limited, 'post', 99);
    expect(decision).toMatchObject({ action: 'postpone', counts: false, unsure: false });
    expect(decision.action === 'postpone' && decision.milliseconds).toBeGreaterThanOrEqual(5_000);
  });

  it('what is tried too often is given up', () => {
    expect(action(new Error('x'), 'post', 3)).toMatchObject({ action: 'fail' });
    expect(action(new Error('x'), 'post', 2)).toMatchObject({
      action: 'postpone',
      unsure: true,
      counts: true,
    });
  });
});

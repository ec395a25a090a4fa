import { request as httpRequest } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { request } from './rest.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox();
});
afterAll(() => sandbox.close());

/** The status of a request that claims to be for another host. */
function statusFor(host: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    httpRequest({ host: '127.0.0.1', port: sandbox.port, path: '/api/v10/gateway', headers: { host } })
      .on('response', (response) => {
        response.resume();
        resolve(response.statusCode);
      })
      .on('error', reject)
      .end();
  });
}

describe('the server', () => {
  it('answers to 127.0.0.1 and localhost alone, over HTTP and over the gateway', async () => {
    expect(await statusFor(`127.0.0.1:${sandbox.port}`)).toBe(401);
    expect(await statusFor(`localhost:${sandbox.port}`)).toBe(401);
    expect(await statusFor('evil.example')).toBe(403);
    expect(await statusFor('127.0.0.1.evil.example')).toBe(403);
    const foreign = new WebSocket(`ws://127.0.0.1:${sandbox.port}/gateway`, {
      headers: { host: 'evil.example' },
    });
    const refused = await new Promise<Error>((resolve) => foreign.once('error', resolve));
    expect(refused.message).toContain('403');
  });

  it('refuses a wrong token with 401, and a route it lacks with 404, and logs both', async () => {
    const wrong = await request(sandbox, 'GET', '/users/@me', undefined, { authorization: 'Bot wrong' });
    expect(wrong).toMatchObject({ status: 401, body: { code: 0, message: '401: Unauthorized' } });
    expect((await request(sandbox, 'GET', '/users/@me', undefined, { authorization: '' })).status).toBe(401);
    const unknown = await request(sandbox, 'PUT', '/channels/1/pins/2');
    expect(unknown).toMatchObject({ status: 404, body: { code: 0, message: '404: Not Found' } });
    expect(sandbox.exchanges.unknownRoutes()).toMatchObject([
      { method: 'PUT', path: '/channels/1/pins/2', status: 404 },
    ]);
  });

  it('logs each exchange with its body and violations, and tells who listens', async () => {
    const told: string[] = [];
    sandbox.events.on('exchange', ({ method, path }) => told.push(`${method} ${path}`));
    const path = `/channels/${sandbox.questions.id}/messages`;
    await request(sandbox, 'POST', path, { embeds: [{ title: 'x', fields: [{ name: '', value: 'v' }] }] });
    const exchange = sandbox.exchanges.all.at(-1)!;
    expect(exchange).toMatchObject({
      method: 'POST',
      path,
      route: '/channels/:channel/messages',
      status: 400,
      valid: false,
      requestBody: { embeds: [{ title: 'x' }] },
      violations: [{ path: ['embeds', 0, 'fields', 0, 'name'], code: 'BASE_TYPE_REQUIRED' }],
      responseBody: { code: 50035 },
    });
    expect(exchange.milliseconds).toBeGreaterThan(0);
    expect(told).toEqual([`POST ${path}`]);
    expect(sandbox.exchanges.invalid()).toEqual([exchange]);
  });

  it('keeps only so many exchanges', async () => {
    const small = await startSandbox({ keepExchanges: 2 });
    for (let number = 0; number < 3; number += 1) await request(small, 'GET', `/users/${number}`);
    expect(small.exchanges.all.map(({ path }) => path)).toEqual(['/users/1', '/users/2']);
    small.exchanges.clear();
    expect(small.exchanges.all).toEqual([]);
    await small.close();
  });

  it('refuses files that are too many or too large', async () => {
    const path = `/channels/${sandbox.questions.id}/messages`;
    const upload = async (files: readonly Uint8Array<ArrayBuffer>[]) => {
      const form = new FormData();
      form.set('payload_json', '{"content":"x"}');
      files.forEach((bytes, index) => {
        form.set(`files[${index}]`, new Blob([bytes]), 'file.bin');
      });
      const response = await fetch(`${sandbox.api}/v10${path}`, {
        method: 'POST',
        headers: { authorization: `Bot ${sandbox.token}` },
        body: form,
      });
      const body = (await response.json()) as { code?: number };
      return [response.status, body.code];
    };
    expect(await upload([new Uint8Array(10 * 1024 * 1024 + 1)])).toEqual([413, 40005]);
    expect(await upload(Array.from({ length: 11 }, () => new Uint8Array(1)))).toEqual([400, 50035]);
    expect((await upload([new Uint8Array(1)]))[0]).toBe(200);
  });

  it('takes any version of the API, and none', async () => {
    for (const base of ['/v9', '/v10', '']) {
      const response = await fetch(`${sandbox.api}${base}/gateway/bot`, {
        headers: { authorization: `Bot ${sandbox.token}` },
      });
      expect(await response.json()).toMatchObject({ url: `ws://127.0.0.1:${sandbox.port}/gateway` });
    }
  });
});

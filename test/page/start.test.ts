import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';

const running: ChildProcess[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** `npm start` without a token and with nothing to read, as in a container. */
function start(environment: Record<string, string> = {}) {
  const settings = { ...process.env, DISCORD_TOKEN: '', DISCORD_API: '', ...environment };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    env: settings,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  const ended = once(child, 'exit').then(([status]) => status as number | null);
  return { child, ended, out: () => out, err: () => err };
}

async function address(out: () => string): Promise<string> {
  await expect.poll(out, { timeout: 15_000 }).toMatch(/http:\/\/127\.0\.0\.1:\d+\//);
  return /http:\/\/127\.0\.0\.1:\d+\//.exec(out())?.[0] ?? '';
}

describe('npm start without a token', () => {
  it('prints where the page is, serves it with nothing piped in, and stops when told to', async () => {
    const bot = start({ SANDBOX_PORT: '0' });
    const page = await fetch(await address(bot.out));
    expect(await page.text()).toContain('<title>Footnote sandbox</title>');
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.err()).toBe('');
  });

  it('names the setting when its port is taken', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const taken = other.address();
    const port = typeof taken === 'object' && taken ? taken.port : 0;
    const bot = start({ SANDBOX_PORT: String(port) });
    expect(await bot.ended).toBe(1);
    expect(bot.err()).toContain(`SANDBOX_PORT: ${port} cannot be listened on`);
    other.close();
  });

  it('names the setting when it is no port', async () => {
    const bot = start({ SANDBOX_PORT: '99999' });
    expect(await bot.ended).toBe(1);
    expect(bot.err()).toBe('SANDBOX_PORT: must be a port from 0 to 65535\n');
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/server.ts';
import { SEED_ID } from '../support/seed.ts';

const running: ChildProcess[] = [];
const folders: string[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** `npm start` with these settings; `text` is all that it has printed so far. */
function start(environment: Record<string, string> = {}) {
  // Set and empty, so that a developer's own .env cannot send the test to Discord.
  const settings = { ...process.env, DISCORD_TOKEN: '', DISCORD_API: '', ...environment };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env: settings });
  running.push(child);
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
  const ended = once(child, 'exit').then(([status]) => status as number | null);
  return { child, ended, out: () => out, err: () => err };
}

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'footnote-'));
  folders.push(made);
  return made;
}

describe('npm start', () => {
  it('without a token answers in the sandbox, line by line, and ends with its input', async () => {
    const bot = start();
    bot.child.stdin.end('/abstract 088\nshould I buy?\n');
    expect(await bot.ended).toBe(0);
    expect(bot.out()).toContain('│ 1:15pm PST');
    expect(bot.out()).toContain('✋ No investment advice');
    expect(bot.err()).toBe('');
  });

  it('takes a withdrawn release out of answers and old buttons at once', async () => {
    const dir = folder();
    copyFileSync(`knowledge/${SEED_ID}.txt`, join(dir, `${SEED_ID}.txt`));
    const bot = start({ KNOWLEDGE_DIR: dir, LOG_LEVEL: 'info' });
    bot.child.stdin.write('/abstract 088\n');
    await expect.poll(bot.out, { timeout: 15_000 }).toContain('[1] Show in context');
    writeFileSync(join(dir, `${SEED_ID}.yaml`), 'status: retracted\n');
    await expect.poll(bot.err, { timeout: 15_000 }).toContain('"retracted":1');
    bot.child.stdin.end('1\n/abstract 088\n');
    expect(await bot.ended).toBe(0);
    expect(bot.out()).toContain('This button no longer works');
    expect(bot.out().split('› /abstract 088')[2]).toContain(
      'No loaded release has a drug candidate called “088”',
    );
  });

  it('with a token logs in at DISCORD_API, registers the commands, and stops on SIGTERM', async () => {
    const sandbox = await startSandbox();
    const bot = start({ DISCORD_TOKEN: sandbox.token, DISCORD_API: sandbox.api });
    await sandbox.waitForBot(1, 15_000);
    await expect
      .poll(() => sandbox.commandsFor(sandbox.investor).length, { timeout: 15_000 })
      .toBeGreaterThan(9);
    const reply = await (await sandbox.command(sandbox.investor, 'abstract', { candidate: '088' })).reply();
    expect(reply.embeds[0]?.title).toBe('C-CAR088');
    bot.child.kill('SIGTERM');
    expect(await bot.ended).toBe(0);
    expect(bot.out()).toBe('');
    expect(bot.err()).not.toContain(sandbox.token);
    await sandbox.close();
  });

  it.each([
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL: must be one of'],
    [{ DISCORD_TOKEN: 'no good' }, 'DISCORD_TOKEN: must be a bot token'],
  ])('with a setting that cannot be used says which: %j', async (environment, message) => {
    const bot = start(environment);
    expect(await bot.ended).toBe(1);
    expect(bot.err()).toContain(message);
    expect(bot.err()).not.toContain('at ');
  });

  it('with a token that is refused says so', async () => {
    const sandbox = await startSandbox();
    const bot = start({ DISCORD_TOKEN: 'wrong', DISCORD_API: sandbox.api, LOG_LEVEL: 'silent' });
    expect(await bot.ended).toBe(1);
    expect(bot.err()).toBe('DISCORD_TOKEN: Discord refused this token\n');
    await sandbox.close();
  });
});

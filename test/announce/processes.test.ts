import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { title } from '../e2e/harness.ts';
import { posts } from './stage.ts';

const running: ChildProcess[] = [];
const folders: string[] = [];
let sandbox: Sandbox | undefined;
afterEach(async () => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  await sandbox?.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function folder(): string {
  const made = mkdtempSync(join(tmpdir(), 'footnote-processes-'));
  folders.push(made);
  return made;
}

function start(on: Sandbox, settings: Record<string, string>): ChildProcess {
  const env = {
    ...process.env,
    DISCORD_TOKEN: on.token,
    DISCORD_API: on.api,
    LOG_LEVEL: 'error',
    ...settings,
  };
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], { env, stdio: 'ignore' });
  running.push(child);
  return child;
}

describe('npm start', () => {
  it('with SHARDS=auto runs a process for each shard, which announce and answer for their servers', async () => {
    const on = await startSandbox({ shards: 2 });
    sandbox = on;
    const other = on.addGuild({ name: 'Another' });
    const news = on.addChannel(other, { name: 'news' });
    const boss = on.addMember(other, {
      name: 'Boss',
      roles: [on.addRole(other, { name: 'Boss', permissions: 1n << 3n })],
    });
    const knowledge = folder();
    const child = start(on, {
      SHARDS: 'auto',
      KNOWLEDGE_DIR: knowledge,
      DATABASE_URL: `file:${join(folder(), 'f.db')}`,
    });
    await on.waitForBot(2, 30_000);
    await expect.poll(() => on.commandsFor(on.moderator).length, { timeout: 15_000 }).toBeGreaterThan(9);
    const subscribe = async (user: typeof boss, channel: typeof news) =>
      title(await (await on.command(user, 'announcements subscribe', { channel }, { channel })).reply());
    await expect.poll(() => subscribe(on.moderator, on.questions), { timeout: 15_000 }).toContain('Subscri');
    await expect.poll(() => subscribe(boss, news), { timeout: 15_000 }).toContain('Subscri');
    const id = 'corvanth-2025-q2-call-notice';
    copyFileSync(`test/fixtures/releases/${id}.txt`, join(knowledge, `${id}.txt`));
    await expect.poll(() => posts({ sandbox: on }, on.questions).length, { timeout: 15_000 }).toBe(1);
    await expect.poll(() => posts({ sandbox: on }, news).length, { timeout: 15_000 }).toBe(1);
    const ended = once(child, 'exit');
    child.kill('SIGTERM');
    expect((await ended)[0]).toBe(0);
    await expect
      .poll(() => [...on.gateway.sessions.values()].filter(({ socket }) => socket !== null))
      .toEqual([]);
  }, 90_000);
});

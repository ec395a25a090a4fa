import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { commands } from '../../commands/index.ts';
import { deploy } from '../../src/cli/deploy.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';

let sandbox: Sandbox;
let out: string;
let err: string;

beforeEach(async () => {
  sandbox = await startSandbox();
  vi.stubEnv('DISCORD_TOKEN', sandbox.token);
  vi.stubEnv('DISCORD_API', sandbox.api);
  out = '';
  err = '';
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
    out += String(text);
    return true;
  });
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    err += String(text);
    return true;
  });
});
afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await sandbox.close();
});

it('registers the commands for one server, and takes them away again', async () => {
  expect(await deploy(['--guild', sandbox.guild.id])).toBe(0);
  expect(out).toBe(`${commands.length} commands are registered in server ${sandbox.guild.id}.\n`);
  expect(sandbox.guild.commands.size).toBe(commands.length);
  expect(await deploy(['--guild', sandbox.guild.id])).toBe(0);
  expect(out).toContain('were up to date');
  expect(await deploy(['--guild', sandbox.guild.id, '--clear'])).toBe(0);
  expect(sandbox.guild.commands.size).toBe(0);
});

it('registers them everywhere without a server', async () => {
  expect(await deploy([])).toBe(0);
  expect(out).toContain('registered everywhere');
  // The officer may manage the server, so that nothing is hidden.
  expect(sandbox.commandsFor(sandbox.officer)).toHaveLength(commands.length);
});

it.each([
  [['--guild', 'home'], '"home" is not the id of a server'],
  [['--guild', '123456789012345678'], 'the bot is not in that server'],
  [['--nonsense'], '--nonsense'],
])('says what is wrong: %j', async (argv, message) => {
  expect(await deploy(argv)).toBe(1);
  expect(err).toContain(message);
});

it('says that a token is missing, or refused', async () => {
  vi.stubEnv('DISCORD_TOKEN', 'wrong');
  expect(await deploy([])).toBe(1);
  expect(err).toBe('DISCORD_TOKEN: Discord refused this token\n');
  vi.stubEnv('DISCORD_TOKEN', '');
  expect(await deploy([])).toBe(1);
  expect(err).toContain('DISCORD_TOKEN: not set');
});

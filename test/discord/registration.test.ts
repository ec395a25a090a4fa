import { REST } from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { commands, registrations } from '../../commands/index.ts';
import { registerCommands } from '../../src/discord/registration.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';

let sandbox: Sandbox;
let rest: REST;
beforeEach(async () => {
  sandbox = await startSandbox();
  rest = new REST({ api: sandbox.api }).setToken(sandbox.token);
});
afterEach(() => sandbox.close());

const puts = () => sandbox.exchanges.all.filter(({ method }) => method === 'PUT').length;
const offered = () => sandbox.commandsFor(sandbox.officer).map(({ name }) => name);

describe('registration', () => {
  it('sends the commands once, and nothing when Discord has them', async () => {
    expect(await registerCommands(rest, sandbox.bot.id, registrations())).toBe('registered');
    expect(await registerCommands(rest, sandbox.bot.id, registrations())).toBe('unchanged');
    expect(puts()).toBe(1);
    expect(offered()).toEqual(expect.arrayContaining(commands.map(({ data }) => data.name)));
    expect(sandbox.exchanges.invalid()).toEqual([]);
  });

  it('sees a change in a description, an option, or the list', async () => {
    await registerCommands(rest, sandbox.bot.id, registrations());
    const [first, ...others] = registrations();
    if (first === undefined || !('description' in first)) throw new Error('no command');
    const wordings = [
      { ...first, description: 'Another' },
      { ...first, options: [] },
    ];
    for (const changed of wordings) {
      expect(await registerCommands(rest, sandbox.bot.id, [changed, ...others])).toBe('registered');
    }
    expect(await registerCommands(rest, sandbox.bot.id, others)).toBe('registered');
    expect(offered()).not.toContain(first.name);
  });

  it('offers the commands in servers and direct messages, to servers and users; announcements to servers alone', () => {
    for (const { name, contexts, integration_types: types } of registrations()) {
      const everywhere = name !== 'announcements';
      expect(contexts).toEqual(everywhere ? [0, 1, 2] : [0]);
      expect(types).toEqual(everywhere ? [0, 1] : [0]);
    }
  });

  it('for one server leaves out what exists only globally', async () => {
    expect(await registerCommands(rest, sandbox.bot.id, registrations(), sandbox.guild.id)).toBe(
      'registered',
    );
    expect(await registerCommands(rest, sandbox.bot.id, registrations(), sandbox.guild.id)).toBe('unchanged');
    expect(sandbox.guild.commands.size).toBe(commands.length);
    expect(sandbox.exchanges.invalid()).toEqual([]);
  });
});

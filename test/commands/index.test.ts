import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commands, helpEntries, messageCommand, registrations, slashCommand } from '../../commands/index.ts';

const NOT_COMMANDS = [
  'announcement-choices.ts',
  'announcement-options.ts',
  'announcement-permissions.ts',
  'command.ts',
  'desk.ts',
  'index.ts',
  'question.ts',
];

describe('the list of commands', () => {
  it('holds every file of commands/', () => {
    const files = readdirSync('commands').filter((name) => !NOT_COMMANDS.includes(name));
    const names = commands.map(({ data }) => `${data.name.toLowerCase().replace(' ', '-')}.ts`);
    expect(names.sort()).toEqual(files.sort());
  });

  it('is what is dispatched and what is registered', () => {
    for (const { name } of registrations()) {
      expect(slashCommand(name) ?? messageCommand(name)).toBeDefined();
    }
    expect(slashCommand('Answer this')).toBeUndefined();
    expect(slashCommand('nonsense')).toBeUndefined();
  });

  it('names the options that scripts and people rely on', () => {
    expect(helpEntries().map(({ usage }) => usage)).toEqual([
      '/ask question',
      '/abstract candidate',
      '/pipeline [program]',
      '/facility',
      '/partners',
      '/company',
      '/meeting',
      '/define term',
      '/release',
      '/help',
      '/announcements subscribe|unsubscribe|list|preview|test|status|resend',
    ]);
  });
});

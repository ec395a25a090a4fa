import { helpReply } from '../src/present/help.ts';
import type { SlashCommand } from './command.ts';

export const help = {
  data: { name: 'help', description: 'What Footnote answers, and how to ask' },
  execute: (_interaction, context) => helpReply(context.help),
} satisfies SlashCommand;

import { lookUpPartners } from '../src/answer/lookups/statements.ts';
import type { Reply } from '../src/present/reply.ts';
import { statementsReply } from '../src/present/statements.ts';
import type { Context, SlashCommand } from './command.ts';

export const partners = {
  data: { name: 'partners', description: 'The partners, and what the partnerships are for' },
  execute: (_interaction, context) => plain(context),
  plain,
} satisfies SlashCommand;

function plain({ releases, issuer, now }: Context): Reply {
  return statementsReply(lookUpPartners(releases, issuer), {
    command: 'partners',
    title: 'Partners',
    subject: 'its partners',
    headedBy: ['partner'],
    pointedOut: ['name', 'purpose'],
    now,
  });
}

import { lookUpCompany } from '../src/answer/lookups/statements.ts';
import { issuerBlocks } from '../src/present/company.ts';
import type { Reply } from '../src/present/reply.ts';
import { statementsReply } from '../src/present/statements.ts';
import type { Context, SlashCommand } from './command.ts';

export const company = {
  data: { name: 'company', description: 'The company: what it does, its ticker, indexes and web site' },
  execute: (_interaction, context) => plain(context),
  plain,
} satisfies SlashCommand;

function plain({ releases, issuer, now }: Context): Reply {
  const lookup = lookUpCompany(releases, issuer);
  const sheet = {
    command: 'company',
    title: 'The company',
    subject: 'the company',
    headedBy: ['index'],
    pointedOut: [],
    now,
  } as const;
  return statementsReply(lookup, sheet, lookup.outcome === 'found' ? issuerBlocks(lookup.release) : []);
}

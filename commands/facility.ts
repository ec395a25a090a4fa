import { lookUpFacility } from '../src/answer/lookups/statements.ts';
import type { Reply } from '../src/present/reply.ts';
import { statementsReply } from '../src/present/statements.ts';
import type { Context, SlashCommand } from './command.ts';

export const facility = {
  data: { name: 'facility', description: 'The facilities: where they are, how many lines, which standards' },
  execute: (_interaction, context) => plain(context),
  plain,
} satisfies SlashCommand;

function plain({ releases, issuer, now }: Context): Reply {
  return statementsReply(lookUpFacility(releases, issuer), {
    command: 'facility',
    title: 'Facilities',
    subject: 'its facilities',
    headedBy: ['name'],
    pointedOut: ['count', 'standard', 'place'],
    now,
  });
}

import { ApplicationCommandOptionType } from 'discord.js';
import { releasesOf } from '../src/answer/lookups/scope.ts';
import { knownPrograms, lookUpPipeline } from '../src/answer/lookups/statements.ts';
import { foldKey } from '../src/answer/text/fold.ts';
import { LIMITS } from '../src/present/limits.ts';
import type { Reply } from '../src/present/reply.ts';
import { statementsReply } from '../src/present/statements.ts';
import type { Context, SlashCommand } from './command.ts';

export const pipeline = {
  data: {
    name: 'pipeline',
    description: 'Trials, regulatory status and abstracts of all programs, or of one',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'program',
        description: 'A program or candidate, for example AlloJoin',
        autocomplete: true,
        max_length: LIMITS.choiceName,
      },
    ],
  },
  execute: (interaction, context) =>
    pipelineReply(context, interaction.options.getString('program') ?? undefined),
  autocomplete: (typed, { releases, issuer }) =>
    knownPrograms(releasesOf(issuer, releases))
      .filter(({ name }) => foldKey(name.text).includes(foldKey(typed)))
      .filter(({ name }) => name.text.length <= LIMITS.choiceName)
      .map(({ name }) => ({ name: name.text, value: name.text })),
  plain: (context) => pipelineReply(context, undefined),
} satisfies SlashCommand;

function pipelineReply({ releases, issuer, now }: Context, program: string | undefined): Reply {
  return statementsReply(lookUpPipeline(releases, issuer, program), {
    command: 'pipeline',
    title: 'Pipeline',
    subject: program ?? 'its programs',
    headedBy: ['program'],
    pointedOut: ['status', 'regulator', 'phase', 'indication'],
    now,
  });
}

import { ApplicationCommandOptionType } from 'discord.js';
import { LIMITS, LONGEST_QUESTION } from '../src/present/limits.ts';
import type { SlashCommand } from './command.ts';
import { replyToQuestion } from './question.ts';

export const ask = {
  data: {
    name: 'ask',
    description: 'Ask a question; the answer is a quotation from a published release, or a plain refusal',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'question',
        description: 'In your own words, for example: when is C-CAR088 presented?',
        required: true,
        autocomplete: true,
        max_length: LONGEST_QUESTION,
      },
    ],
  },
  execute: (interaction, context) =>
    replyToQuestion(interaction.options.getString('question', true), context),
  autocomplete: (typed, { engine, issuer }) =>
    engine
      .suggest(typed, issuer === undefined ? undefined : { issuer }, LIMITS.autocompleteChoices)
      .filter((question) => question.length <= LIMITS.choiceName)
      .map((question) => ({ name: question, value: question })),
} satisfies SlashCommand;

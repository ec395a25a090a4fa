import { ApplicationCommandOptionType } from 'discord.js';
import { lookUpTerm, suggestTerms } from '../src/answer/lookups/define.ts';
import { defineReply } from '../src/present/define.ts';
import { LIMITS } from '../src/present/limits.ts';
import type { SlashCommand } from './command.ts';

export const define = {
  data: {
    name: 'define',
    description: 'What a term stands for, where a release says so',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'term',
        description: 'A term or abbreviation, for example KOA',
        required: true,
        autocomplete: true,
        max_length: LIMITS.choiceName,
      },
    ],
  },
  execute: (interaction, { releases, issuer, now }) => {
    const typed = interaction.options.getString('term', true);
    return defineReply(lookUpTerm(typed, releases, issuer), typed, now);
  },
  autocomplete: (typed, { releases, issuer }) =>
    suggestTerms(typed, releases, issuer, LIMITS.autocompleteChoices)
      .filter(({ name }) => name.text.length <= LIMITS.choiceName)
      .map(({ name }) => ({ name: name.text, value: name.text })),
} satisfies SlashCommand;

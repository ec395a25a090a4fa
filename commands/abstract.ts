import { ApplicationCommandOptionType } from 'discord.js';
import { resolveCandidate, suggestCandidates } from '../src/answer/lookups/candidate.ts';
import { candidateReply } from '../src/present/abstract.ts';
import { LIMITS } from '../src/present/limits.ts';
import type { SlashCommand } from './command.ts';

export const abstract = {
  data: {
    name: 'abstract',
    description: 'The abstract of a drug candidate: title, session, date, time and link',
    options: [
      {
        type: ApplicationCommandOptionType.String,
        name: 'candidate',
        description: 'Code or name, for example C-CAR088',
        required: true,
        autocomplete: true,
        max_length: LIMITS.choiceName,
      },
    ],
  },
  execute: (interaction, { releases, issuer, now }) => {
    const typed = interaction.options.getString('candidate', true);
    return candidateReply(resolveCandidate(typed, releases, issuer), now);
  },
  autocomplete: (typed, { releases, issuer }) =>
    suggestCandidates(typed, releases, issuer, LIMITS.autocompleteChoices)
      .filter(({ name }) => name.text.length <= LIMITS.choiceName)
      .map(({ name, abstracts }) => {
        const titled = [name.text, abstracts[0]?.title?.text].filter(Boolean).join(': ');
        return { name: titled.length <= LIMITS.choiceName ? titled : name.text, value: name.text };
      }),
} satisfies SlashCommand;

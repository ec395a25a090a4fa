import { ApplicationCommandType } from 'discord.js';
import type { MessageCommand } from './command.ts';
import { replyToQuestion } from './question.ts';

export const answerThis = {
  data: { type: ApplicationCommandType.Message, name: 'Answer this' },
  execute: (interaction, context) => replyToQuestion(interaction.targetMessage.content, context),
} satisfies MessageCommand;

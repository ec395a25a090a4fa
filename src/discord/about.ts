import {
  type ButtonInteraction,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from 'discord.js';
import type { Context } from '../../commands/command.ts';
import { replyToQuestion } from '../../commands/question.ts';
import type { Release } from '../knowledge/model.ts';
import type { Logger } from '../logger.ts';
import { decodeAction, releaseByKey } from '../present/custom-ids.ts';
import { LONGEST_QUESTION } from '../present/limits.ts';
import type { Reply } from '../present/reply.ts';

const QUESTION = 'question';

/**
 * Opens the form of *Ask about this*. @returns false for other buttons, and where the release is not published
 * any more: those are answered with a message.
 */
export async function openForm(
  interaction: ButtonInteraction,
  context: Context,
  log: Logger,
): Promise<boolean> {
  if (aboutRelease(interaction.customId, context.releases) === undefined) return false;
  try {
    await interaction.showModal({
      custom_id: interaction.customId,
      title: 'Ask about this release',
      components: [
        {
          type: ComponentType.ActionRow,
          components: [
            {
              type: ComponentType.TextInput,
              custom_id: QUESTION,
              label: 'Your question',
              style: TextInputStyle.Short,
              placeholder: 'The answer is quoted from the release',
              required: true,
              max_length: LONGEST_QUESTION,
            },
          ],
        },
      ],
    });
  } catch (err) {
    log.warn({ err }, 'the form could not be shown');
  }
  return true;
}

/** The answer to a form that was filled in, from that release alone; undefined for a form of another kind. */
export function answerForm(interaction: ModalSubmitInteraction, context: Context): Reply | undefined {
  const release = aboutRelease(interaction.customId, context.releases);
  if (release === undefined) return undefined;
  const question = interaction.fields.getTextInputValue(QUESTION);
  return { ...replyToQuestion(question, context, undefined, release.id), forCallerOnly: true };
}

function aboutRelease(customId: string, releases: readonly Release[]): Release | undefined {
  const action = decodeAction(customId);
  return action?.kind === 'about' ? releaseByKey(action.release, releases) : undefined;
}

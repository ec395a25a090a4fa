import type { AutocompleteInteraction, Interaction, RepliableInteraction } from 'discord.js';
import { messageCommand, slashCommand } from '../../commands/index.ts';
import { LIMITS } from '../present/limits.ts';
import { refusalReply } from '../present/refusal.ts';
import { answerForm, openForm } from './about.ts';
import { press } from './actions.ts';
import { contextNow, type Services } from './context.ts';
import { type Outcome, respond } from './replies.ts';

/** Sends an interaction to the command, button or menu that it calls, and its reply to Discord. Never throws. */
export async function route(interaction: Interaction, services: Services): Promise<void> {
  if (interaction.isAutocomplete()) {
    await complete(interaction, services);
  } else if (interaction.isRepliable()) {
    const log = services.log.child({ interaction: named(interaction), guild: interaction.guildId });
    if (interaction.isButton() && (await openForm(interaction, contextNow(services), log))) return;
    const command = interaction.isChatInputCommand() ? slashCommand(interaction.commandName) : undefined;
    const privately = command?.privately ?? false;
    await respond(interaction, () => outcomeOf(interaction, services), log, { privately });
  }
}

async function outcomeOf(interaction: RepliableInteraction, services: Services): Promise<Outcome> {
  const context = contextNow(services);
  if (interaction.isChatInputCommand()) {
    const command = slashCommand(interaction.commandName);
    if (command !== undefined) return { reply: await command.execute(interaction, context) };
  } else if (interaction.isMessageContextMenuCommand()) {
    const command = messageCommand(interaction.commandName);
    if (command !== undefined) return { reply: await command.execute(interaction, context) };
  } else if (interaction.isButton()) {
    return press(interaction.customId, interaction.message, context);
  } else if (interaction.isModalSubmit()) {
    const reply = answerForm(interaction, context);
    if (reply !== undefined) return { reply };
  } else if (interaction.isStringSelectMenu()) {
    return press(interaction.values[0] ?? '', interaction.message, context);
  }
  services.log.warn({ interaction: named(interaction) }, 'an interaction that this version does not know');
  return {
    reply: refusalReply({
      sign: '❓',
      title: 'Unknown command',
      text: 'This version of the bot does not know that command. `/help` lists the commands it knows.',
      now: context.now,
    }),
  };
}

/** Choices for the option being typed; none when something fails, so that free typing goes on working. */
async function complete(interaction: AutocompleteInteraction, services: Services): Promise<void> {
  const log = services.log.child({ interaction: `/${interaction.commandName} (autocomplete)` });
  try {
    const { name, value: typed } = interaction.options.getFocused(true);
    const command = slashCommand(interaction.commandName);
    const choices = command?.autocomplete?.(typed, contextNow(services), name) ?? [];
    const byValue = new Map(choices.map((choice) => [choice.value, choice]));
    await interaction.respond([...byValue.values()].slice(0, LIMITS.autocompleteChoices));
  } catch (err) {
    log.error({ err }, 'a fault while completing');
    if (!interaction.responded) {
      await interaction
        .respond([])
        .catch((again: unknown) => log.warn({ err: again }, 'no choices could be sent'));
    }
  }
}

function named(interaction: RepliableInteraction): string {
  return interaction.isCommand() ? interaction.commandName : interaction.customId;
}

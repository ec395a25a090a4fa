import {
  AttachmentBuilder,
  type BaseMessageOptions,
  DiscordAPIError,
  type InteractionEditReplyOptions,
  type InteractionReplyOptions,
  type MessageComponentInteraction,
  MessageFlags,
  RESTJSONErrorCodes,
  type RepliableInteraction,
} from 'discord.js';
import type { Logger } from '../logger.ts';
import { refusalReply } from '../present/refusal.ts';
import type { Reply } from '../present/reply.ts';

/** Discord drops an interaction that has no response after 3 seconds; from here on we ask for more time. */
const DEFER_AFTER_MS = 1_500;

/** What work on an interaction ends in: a reply, and whether it replaces the message that was clicked. */
export interface Outcome {
  readonly reply: Reply;
  readonly inPlace?: boolean;
}

export interface DeferOptions {
  readonly deferAfterMs?: number;
  /** For commands whose replies are all for the caller only: so is the waiting. */
  readonly privately?: boolean;
}

/**
 * Answers an interaction with what `work` returns: in time, pinging nobody, privately where the reply says
 * so. A fault in `work` becomes a sentence to the caller and a logged cause. Never throws.
 */
export async function respond(
  interaction: RepliableInteraction,
  work: () => Outcome | Promise<Outcome>,
  log: Logger,
  { deferAfterMs = DEFER_AFTER_MS, privately = false }: DeferOptions = {},
): Promise<void> {
  let deferral: Promise<unknown> | undefined;
  const timer = setTimeout(() => {
    const flags = privately ? { flags: MessageFlags.Ephemeral as const } : {};
    deferral = interaction.deferReply(flags).catch((err: unknown) => logSending(log, err));
  }, deferAfterMs);
  let outcome: Outcome;
  try {
    outcome = await work();
  } catch (err) {
    log.error({ err, reference: interaction.id }, 'a fault while answering');
    outcome = { reply: faultReply(interaction.id) };
  } finally {
    clearTimeout(timer);
  }
  await deferral;
  try {
    await send(interaction, outcome);
  } catch (err) {
    logSending(log, err, interaction.id);
    if (isTooLate(err)) return;
    await send(interaction, { reply: faultReply(interaction.id) }).catch((again: unknown) =>
      logSending(log, again),
    );
  }
}

/** The reply as a message in a channel, where nothing can be private. */
export function messagePayload(reply: Reply): BaseMessageOptions {
  return {
    embeds: [...reply.embeds],
    components: [...reply.rows],
    files: reply.files.map(({ name, text }) => new AttachmentBuilder(Buffer.from(text, 'utf8'), { name })),
    allowedMentions: { parse: [], repliedUser: false },
  };
}

/** What the caller sees when something broke; the reference finds the cause in the log. */
export function faultReply(reference: string): Reply {
  return refusalReply({
    sign: '⚠️',
    title: 'Something went wrong',
    text: `The cause has been logged as ${reference}. Please try again; if it goes on, tell the bot’s operator this number.`,
    now: new Date(),
  });
}

async function send(interaction: RepliableInteraction, { reply, inPlace }: Outcome): Promise<void> {
  const payload = messagePayload(reply);
  if (interaction.deferred) {
    await sendDeferred(interaction, payload, reply.forCallerOnly);
  } else if (inPlace === true && interaction.isMessageComponent()) {
    await update(interaction, reply);
  } else {
    const privately: InteractionReplyOptions = reply.forCallerOnly ? { flags: MessageFlags.Ephemeral } : {};
    await interaction.reply({ ...payload, ...privately });
  }
}

/** A deferred reply stands in the channel for all to see: a private one takes its place as a follow-up. */
async function sendDeferred(
  interaction: RepliableInteraction,
  payload: InteractionEditReplyOptions & BaseMessageOptions,
  privately: boolean,
): Promise<void> {
  if (!privately || interaction.ephemeral === true) {
    await interaction.editReply(payload);
    return;
  }
  await interaction.deleteReply();
  await interaction.followUp({ ...payload, flags: MessageFlags.Ephemeral });
}

/** Turns a page: embeds and buttons change, the attached file stays. */
async function update(interaction: MessageComponentInteraction, reply: Reply): Promise<void> {
  const { files: _, ...payload } = messagePayload(reply);
  await interaction.update(payload);
}

function isTooLate(err: unknown): boolean {
  return (
    err instanceof DiscordAPIError &&
    (err.code === RESTJSONErrorCodes.UnknownInteraction ||
      err.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged)
  );
}

function logSending(log: Logger, err: unknown, reference?: string): void {
  if (isTooLate(err)) {
    log.warn(
      { err, reference },
      'the interaction had expired or was answered already: the reply was not shown',
    );
  } else {
    log.error({ err, reference }, 'Discord did not take the reply');
  }
}

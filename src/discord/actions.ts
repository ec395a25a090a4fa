import type { Message } from 'discord.js';
import type { Context } from '../../commands/command.ts';
import { slashCommand } from '../../commands/index.ts';
import { replyToQuestion } from '../../commands/question.ts';
import { candidateAt } from '../answer/lookups/candidate.ts';
import { lookUpTerm } from '../answer/lookups/define.ts';
import { issuerKey } from '../answer/lookups/scope.ts';
import type { Release } from '../knowledge/model.ts';
import { quoteFrom, type Span } from '../knowledge/quote.ts';
import { abstractReply } from '../present/abstract.ts';
import { QUESTION_FIELD } from '../present/answer.ts';
import { contextReply } from '../present/context.ts';
import { type Action, decodeAction, releaseByKey } from '../present/custom-ids.ts';
import { defineReply } from '../present/define.ts';
import { shownToReader } from '../present/escape.ts';
import { pageReply } from '../present/pages.ts';
import { refusalReply } from '../present/refusal.ts';
import type { Reply } from '../present/reply.ts';

export interface Pressed {
  readonly reply: Reply;
  /** Whether the message with the button changes, instead of a new one being sent. */
  readonly inPlace: boolean;
}

/** What a button or menu entry does now; a clear sentence where it points to nothing any more. */
export function press(customId: string, message: Pick<Message, 'embeds'>, context: Context): Pressed {
  const action = decodeAction(customId);
  if (action === undefined) {
    return stale('This button was made by another version of the bot. Please ask again.', context);
  }
  const release = releaseByKey(action.release, context.releases);
  if (release === undefined) {
    return stale(
      'The release behind this button is not published here (any more). Please ask again.',
      context,
    );
  }
  const reply = perform(action, release, message, context);
  if (reply === undefined) {
    return stale('The release has changed since this button was made. Please ask again.', context);
  }
  return {
    reply: action.kind === 'turn' ? { ...reply, files: [] } : { ...reply, forCallerOnly: true },
    inPlace: action.kind === 'turn',
  };
}

/** The release and subject that a message of ours is about, read from its *Show in context* button. */
export function previousOf(
  message: Pick<Message, 'components'>,
  releases: readonly Release[],
): { release: string; subject?: string } | undefined {
  for (const row of message.components) {
    for (const component of 'components' in row ? row.components : []) {
      const action =
        'customId' in component && component.customId ? decodeAction(component.customId) : undefined;
      const release = action && releaseByKey(action.release, releases);
      if (action?.kind !== 'context' || release === undefined) continue;
      const subject = action.subject && textAt(release, action.subject);
      return { release: release.id, ...(subject ? { subject } : {}) };
    }
  }
  return undefined;
}

function perform(
  action: Action,
  release: Release,
  message: Pick<Message, 'embeds'>,
  context: Context,
): Reply | undefined {
  const { now } = context;
  switch (action.kind) {
    case 'context':
      return contextReply(release, action.spans, now);
    case 'page':
      return pageReply(release, action.page, [], now);
    case 'turn':
      return pageReply(release, action.page, [], now);
    case 'abstract': {
      const candidate = candidateAt(release, action.at.start);
      return candidate && abstractReply(candidate, now);
    }
    case 'define': {
      const term = textAt(release, action.at);
      return term === undefined ? undefined : defineReply(lookUpTerm(term, [release]), term, now);
    }
    case 'command': {
      const own = context.releases.filter((other) => issuerKey(other) === issuerKey(release));
      const { issuer: _, ...rest } = context;
      return slashCommand(action.command)?.plain?.({ ...rest, releases: own });
    }
    case 'ask':
      return askAgain(release, action.at, message, context);
    case 'about':
      // Answered with a form before it comes here.
      return undefined;
  }
}

/** Asks the question of the message again, with the picked name in place of what was typed. */
function askAgain(
  release: Release,
  at: Span,
  { embeds }: Pick<Message, 'embeds'>,
  context: Context,
): Reply | undefined {
  const name = textAt(release, at);
  const field = embeds.flatMap((embed) => embed.fields).find((one) => one.name === QUESTION_FIELD);
  if (name === undefined || field === undefined) return undefined;
  const question = shownToReader(field.value);
  const { issuer: _, ...rest } = context;
  const ticker = release.issuer.tickers[0]?.symbol.text ?? release.issuer.name?.text;
  const scoped: Context = ticker === undefined ? rest : { ...rest, issuer: ticker };
  const answer = context.engine.ask(question, context.issuer ? { issuer: context.issuer } : undefined);
  if (answer.outcome !== 'ambiguous' || answer.about === 'issuer' || !question.includes(answer.typed)) {
    return replyToQuestion(question, scoped, { release: release.id, subject: name });
  }
  return replyToQuestion(
    question.replace(answer.typed, () => name),
    scoped,
  );
}

function textAt(release: Release, { start, end }: Span): string | undefined {
  return end <= release.text.length ? quoteFrom(release, start, end).text : undefined;
}

function stale(text: string, { now }: Context): Pressed {
  const reply = refusalReply({ sign: '⌛', title: 'This button no longer works', text, now });
  return { reply, inPlace: false };
}

import type { QuestionScope } from '../src/answer/answer.ts';
import { answerReply } from '../src/present/answer.ts';
import { readable } from '../src/present/escape.ts';
import { LONGEST_QUESTION } from '../src/present/limits.ts';
import { refusalReply } from '../src/present/refusal.ts';
import type { Reply } from '../src/present/reply.ts';
import type { Context } from './command.ts';

/**
 * The reply to a free question: the one path of `/ask`, mentions, direct messages, *Answer this* and *Ask about
 * this*. @param release answers from this release alone
 */
export function replyToQuestion(
  words: string,
  context: Context,
  previous?: NonNullable<QuestionScope['previous']>,
  release?: string,
): Reply {
  const question = readable(words);
  const { now, issuer } = context;
  if (question === '') {
    return refusalReply({
      sign: '❓',
      title: 'No question',
      text: 'There are no words to answer here. Ask a question, or see `/help`.',
      now,
    });
  }
  if (question.length > LONGEST_QUESTION) {
    return refusalReply({
      sign: '❓',
      title: 'The question is too long',
      text: `It has ${question.length} characters; at most ${LONGEST_QUESTION} can be answered. Please ask for one thing at a time.`,
      now,
    });
  }
  const scope = {
    ...(issuer && release === undefined ? { issuer } : {}),
    ...(previous ? { previous } : {}),
    ...(release ? { release } : {}),
  };
  return answerReply(context.engine.ask(question, scope), question, now);
}

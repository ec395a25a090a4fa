import type { APIEmbedField } from 'discord.js';
import type { Answer, Citation } from '../answer/answer.ts';
import { contextId } from './custom-ids.ts';
import { showLiterally, showUserWords } from './escape.ts';
import { type Block, quoteBlock, quoted, sheetReply } from './frame.ts';
import { LIMITS } from './limits.ts';
import { choiceReply, declinedReply, noReleaseReply, notDisclosedReply } from './refusal.ts';
import { actionButton, buttonRow, idButton, linkButton, type Reply } from './reply.ts';
import { asOf, scheduleField, subjectQuote } from './source.ts';

type Answered = Extract<Answer, { outcome: 'answered' }>;

/** Name of the field that repeats the question; a picker's buttons read it back from the message. */
export const QUESTION_FIELD = 'Question';

/** The reply to a question, whatever its outcome. `question` is shown as the asker's own words. */
export function answerReply(answer: Answer, question: string, now: Date): Reply {
  const asked = questionField(question);
  switch (answer.outcome) {
    case 'answered':
      return answeredReply(answer, asked, now);
    case 'not_disclosed':
      return notDisclosedReply(answer, asked, now);
    case 'declined':
      return declinedReply(answer.reason, asked, now);
    case 'no_release':
      return noReleaseReply(answer.subject, asked, now);
    case 'ambiguous':
      return choiceReply({
        ...answer,
        near: true,
        action: ({ name, release }) => ({ kind: 'ask', release: release.id, at: name }),
        asked,
        now,
      });
  }
}

function questionField(question: string): APIEmbedField | undefined {
  const value = showUserWords(question);
  return value === '' || value.length > LIMITS.fieldValue ? undefined : { name: QUESTION_FIELD, value };
}

function answeredReply(answer: Answered, asked: APIEmbedField | undefined, now: Date): Reply {
  const { citations, release } = answer;
  const [first] = citations;
  const single = citations.length === 1;
  const shared = single && first ? about(first) : commonHeading(citations);
  const named = subjectQuote(release, answer.asked.subject);
  const title = shared ?? named?.text ?? 'From the release';
  const blocks = citations.map((citation) => quoteBlock(nameBelow(title, citation), citation.quote));
  const quotes = citations.map(({ quote }) => quote);
  const subject = named ?? first?.passage.headings.at(-1);
  const rows = buttonRow([
    idButton('Show in context', contextId(quotes, subject) ?? ''),
    actionButton('Full text', { kind: 'page', release: release.id, page: 0 }),
    release.forwardLooking &&
      idButton('Forward-looking statement', contextId([release.forwardLooking]) ?? ''),
    linkButton('Release online', release.sourceLink),
  ]);
  const extra = [...schedules(answer, now), ...earlier(answer), ...correction(answer), ...asBlock(asked)];
  if (single && blocks[0] !== undefined) {
    return sheetReply({ release, title, lead: blocks[0], blocks: extra, rows, now });
  }
  return sheetReply({ release, title, blocks: [...blocks, ...extra], rows, now });
}

/** What a quotation is about: the heading above it and its label, as the release prints them. */
function about({ passage, quote }: Citation): string | undefined {
  const heading = passage.headings.at(-1);
  const label = passage.label !== undefined && !covers(quote, passage.label) ? passage.label.text : undefined;
  const path = [heading?.text, label].filter((part) => part !== undefined);
  return path.length === 0 ? undefined : path.join(' · ');
}

/** What heads one of several quotations, where the title of the embed is known: its label, else its heading. */
function nameBelow(title: string, citation: Citation): string {
  const path = about(citation);
  const name = path === title ? citation.passage.label?.text : path;
  return name ?? 'From the release';
}

/** The heading that all quotations stand under. */
function commonHeading(citations: readonly Citation[]): string | undefined {
  const headings = new Set(citations.map(({ passage }) => passage.headings.at(-1)?.text));
  return headings.size === 1 ? [...headings][0] : undefined;
}

function covers(outer: { start: number; end: number }, inner: { start: number; end: number }): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function schedules({ citations }: Answered, now: Date): Block[] {
  const fields = citations.flatMap(({ release, quote }) => scheduleField(release, quote, now) ?? []);
  const unique = fields.filter(
    (field, index) => fields.findIndex(({ value }) => value === field.value) === index,
  );
  return unique.flatMap(asBlock);
}

function earlier(answer: Answered): Block[] {
  return answer.earlier.slice(0, 3).map(({ quote, release }) => ({
    name: 'Earlier',
    body: `${quoted(quote)}\n— ${showLiterally(asOf(release))}`,
    plain: quote.text,
  }));
}

function correction({ correctionOf, release }: Answered): Block[] {
  if (correctionOf === undefined) return [];
  const name = release.kind === 'original' ? '⚠️ Replaced by' : '⚠️ This release replaces';
  return asBlock({ name, value: showLiterally(correctionOf) });
}

function asBlock(field: APIEmbedField | undefined): Block[] {
  return field === undefined ? [] : [{ name: field.name, body: field.value, plain: field.value }];
}

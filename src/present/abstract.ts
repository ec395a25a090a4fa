import type { Candidate, CandidateLookup } from '../answer/lookups/candidate.ts';
import type { Abstract } from '../knowledge/model.ts';
import type { Quote } from '../knowledge/quote.ts';
import { contextId } from './custom-ids.ts';
import { showLiterally } from './escape.ts';
import { type Block, lineBlock, quoteBlock, sheetReply } from './frame.ts';
import { choiceReply, refusalReply } from './refusal.ts';
import { actionButton, buttonRow, idButton, linkButton, type Reply } from './reply.ts';
import { scheduled } from './source.ts';
import { viewersTime } from './time.ts';

/** What a reader expects of an abstract; those that the release lacks are named as lacking. */
const EXPECTED = [
  ['title', 'Title'],
  ['program', 'Program'],
  ['type', 'Type'],
  ['session', 'Session'],
  ['date', 'Date'],
  ['time', 'Time'],
  ['location', 'Location'],
  ['presenter', 'Presenter'],
  ['number', 'Abstract number'],
  ['link', 'Link'],
] as const satisfies readonly (readonly [keyof Abstract, string])[];

export const NOT_GIVEN = 'not given in this release';

/** The reply of `/abstract`: the candidate's abstracts, or what to pick instead. */
export function candidateReply(lookup: CandidateLookup, now: Date): Reply {
  switch (lookup.outcome) {
    case 'found':
      return abstractReply(lookup.candidate, now);
    case 'no_abstract':
      return noAbstractReply(lookup, now);
    case 'ambiguous':
    case 'unknown':
      return choiceReply({
        about: 'candidate',
        typed: lookup.typed,
        choices: lookup.outcome === 'ambiguous' ? lookup.choices : lookup.known,
        near: lookup.outcome === 'ambiguous',
        action: ({ name, release }) => ({ kind: 'abstract', release: release.id, at: name }),
        now,
      });
  }
}

/** Every field that the release gives, in its order, then those it lacks, then what was or is scheduled. */
export function abstractReply({ name, release, abstracts }: Candidate, now: Date): Reply {
  const blocks = abstracts.flatMap(abstractBlocks);
  const spans = abstracts.flatMap(wholeQuotes);
  const links = abstracts.map(({ link }, index) =>
    linkButton(abstracts.length === 1 ? 'Abstract online' : `Abstract ${index + 1} online`, link?.text),
  );
  const schedule = abstracts.flatMap((abstract) => schedules(abstract, now));
  return sheetReply({
    release,
    title: name.text,
    ...(schedule.length > 0 ? { lead: lineBlock(schedule.join('\n')) } : {}),
    blocks,
    rows: buttonRow([
      idButton('Show in context', contextId(spans, name) ?? ''),
      ...links.slice(0, 2),
      actionButton('Full text', { kind: 'page', release: release.id, page: 0 }),
      linkButton('Release online', release.sourceLink),
    ]),
    now,
  });
}

/** "Was scheduled for …" or "Is scheduled for …", on top of the fields that it is taken from. */
function schedules({ date, time, startsAt }: Abstract, now: Date): string[] {
  if (date === undefined) return [];
  const schedule = { printed: [date.quote, time], instant: startsAt, day: date.iso };
  const { name, value } = scheduled({ ...schedule, starts: undefined }, now);
  return [`${name} ${value}`];
}

function abstractBlocks(abstract: Abstract): Block[] {
  const labelled = abstract.fields.map(({ label, value }) =>
    quoteBlock(label.text, value, localTime(abstract, value)),
  );
  const unlabelled = EXPECTED.flatMap(([key, name]) => {
    const quote = fieldQuote(abstract, key);
    if (quote === undefined || abstract.fields.some(({ value }) => overlap(value, quote))) return [];
    return [{ at: quote.start, block: quoteBlock(name, quote, localTime(abstract, quote)) }];
  });
  const given = [
    ...labelled.map((block, index) => ({ at: abstract.fields[index]?.value.start ?? 0, block })),
    ...unlabelled,
    ...onlineOnly(abstract),
  ].sort((a, b) => a.at - b.at);
  const lacking = EXPECTED.filter(([key]) => fieldQuote(abstract, key) === undefined).map(([, name]) => name);
  const absent: Block = { name: lacking.join(' · '), body: `— ${NOT_GIVEN}`, plain: NOT_GIVEN };
  return [...given.map(({ block }) => block), ...(lacking.length > 0 ? [absent] : [])];
}

/** Shown where the release says "Online only" without a label that carries it. */
function onlineOnly({ onlineOnly: quote, fields }: Abstract): { at: number; block: Block }[] {
  if (
    quote === undefined ||
    fields.some(({ label, value }) => overlap(label, quote) || overlap(value, quote))
  )
    return [];
  return [{ at: quote.start, block: quoteBlock('How', quote) }];
}

function localTime({ time, startsAt }: Abstract, value: Quote): string | undefined {
  if (time === undefined || startsAt === undefined || !overlap(time, value)) return undefined;
  return `Your time: ${viewersTime(startsAt)}`;
}

function fieldQuote(abstract: Abstract, key: (typeof EXPECTED)[number][0]): Quote | undefined {
  const field = abstract[key];
  return field !== undefined && 'iso' in field ? field.quote : field;
}

/** The fields of an abstract from first to last, as far as they are quotes of the release. */
function wholeQuotes({ title, fields }: Abstract): readonly Quote[] {
  return [...(title ? [title] : []), ...fields.map(({ value }) => value)].slice(0, 1);
}

type NoAbstract = Extract<CandidateLookup, { outcome: 'no_abstract' }>;

function noAbstractReply({ name, release, mentions }: NoAbstract, now: Date): Reply {
  const related = mentions
    .slice(0, 3)
    .map((quote, index) => idButton(`Related ${index + 1}`, contextId([quote], name) ?? ''));
  const lines = [`The release names **${showLiterally(name.text)}** but gives no abstract for it.`];
  if (related.length > 0)
    lines.push('**Related, may not answer:** the buttons below show where it is named.');
  return refusalReply({
    sign: '🔍',
    title: 'No abstract in this release',
    text: lines.join('\n'),
    release,
    rows: buttonRow(related),
    now,
    public: true,
  });
}

function overlap(a: Quote, b: Quote): boolean {
  return a.start < b.end && b.start < a.end;
}

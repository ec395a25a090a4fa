import type { MeetingLookup } from '../answer/lookups/meeting.ts';
import type { MeetingEvent, Release } from '../knowledge/model.ts';
import type { Quote } from '../knowledge/quote.ts';
import { NOT_GIVEN } from './abstract.ts';
import { contextId } from './custom-ids.ts';
import { type Block, quoteBlock, sheetReply } from './frame.ts';
import { whichIssuerReply } from './refusal.ts';
import { actionButton, buttonLabel, buttonRow, idButton, linkButton, type Reply } from './reply.ts';
import { eventSchedule } from './source.ts';
import { nothingSaid } from './statements.ts';
import { viewersTime } from './time.ts';

/** The reply of `/meeting`: each meeting or call with the sentence that announces it. */
export function meetingReply(lookup: MeetingLookup, now: Date): Reply {
  if (lookup.outcome === 'which_issuer') return whichIssuerReply(lookup.choices, 'meeting', now);
  if (lookup.outcome === 'not_given') return nothingSaid(lookup.release, 'a meeting or call', now);
  const { release, events, candidates } = lookup;
  const announced = events.flatMap((event) => announcing(release, event.name) ?? []);
  const sentences = announced.filter(
    (quote, index) => announced.findIndex(({ start }) => start === quote.start) === index,
  );
  const blocks = [
    ...sentences.map((quote) => quoteBlock('Announced as', quote)),
    ...events.flatMap((event) => eventBlocks(event, events.length === 1, now)),
  ];
  return sheetReply({
    release,
    title: events.length === 1 ? (events[0]?.name.text ?? 'Meeting') : 'Meetings and calls',
    blocks,
    rows: buttonRow([
      idButton('Show in context', contextId(events.map(({ name }) => name)) ?? ''),
      ...candidates.slice(0, 3).map(({ name }, index) =>
        actionButton(buttonLabel(name.text, `Abstract ${index + 1}`), {
          kind: 'abstract',
          release: release.id,
          at: name,
        }),
      ),
      linkButton('Release online', release.sourceLink),
    ]),
    now,
  });
}

/** `named` when the title of the embed is the meeting's name already. */
function eventBlocks(event: MeetingEvent, named: boolean, now: Date): Block[] {
  const given: [string, Quote | undefined, (string | undefined)?][] = [
    ...(named ? [] : [[event.kind === 'call' ? 'Call' : 'Meeting', event.name] as [string, Quote]]),
    ['Number', event.number],
    ['Dates', event.dates],
    ['Time', event.time, event.startsAt && `Your time: ${viewersTime(event.startsAt)}`],
    ['Place', event.place],
    ['Held as', event.virtual],
  ];
  const lacking = given.filter(
    ([name, quote]) => quote === undefined && name !== 'Held as' && name !== 'Number',
  );
  const schedule = eventSchedule(event, now);
  return [
    ...given.flatMap(([name, quote, note]) => (quote ? [quoteBlock(name, quote, note)] : [])),
    ...(schedule ? [{ name: schedule.name, body: schedule.value, plain: schedule.value }] : []),
    ...(lacking.length > 0
      ? [{ name: lacking.map(([name]) => name).join(' · '), body: `— ${NOT_GIVEN}`, plain: NOT_GIVEN }]
      : []),
  ];
}

function announcing(release: Release, name: Quote): Quote | undefined {
  return release.passages.find(({ quote }) => quote.start <= name.start && name.end <= quote.end)?.quote;
}

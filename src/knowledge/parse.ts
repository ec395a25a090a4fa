import { abstractsOf } from './abstracts.ts';
import { contactsOf } from './contacts.ts';
import { present } from './cut.ts';
import { definitionsOf } from './definitions.ts';
import { entitiesOf } from './entities.ts';
import { eventsOf } from './events.ts';
import { forwardLookingOf } from './forward.ts';
import { type Front, readFront } from './front.ts';
import { inlineAbstracts } from './inline.ts';
import { issuerOf } from './issuer.ts';
import { isFormedLink } from './links.ts';
import type { Release } from './model.ts';
import { outlineOf, type Placed } from './outline.ts';
import { passagesOf } from './passages.ts';
import { peopleOf } from './people.ts';
import type { QuoteSource, Span } from './quote.ts';
import type { Sidecar } from './sidecar.ts';
import { statementsOf } from './statements.ts';
import { undefinedTermsOf } from './terms.ts';
import { type Unit, unitsOf } from './units.ts';

/**
 * Reads a release's text. Never fails: a text of whatever sort gives a release, at worst one of plain sentences. What the
 * sidecar says goes before what the text says.
 */
export function parseRelease(id: string, text: string, sidecar?: Sidecar): Release {
  const source: QuoteSource = { id, text };
  const units = unitsOf(text);
  const front = readFront(source, units);
  const { placed: outlined, sections } = outlineOf(source, units, front);
  const { abstracts: labelled, members } = abstractsOf(source, outlined);
  const placed = outlined.map((item, index) =>
    members.has(index) && item.role === 'body' ? { ...item, role: 'abstract' as const } : item,
  );
  const passages = passagesOf(source, placed, front.found);
  const abstracts = [...labelled, ...inlineAbstracts(source, passages, front.headline, labelled)];
  const opening = openingOf(units, front);
  const issuer = issuerOf(source, { headline: front.headline, opening, placed }, sidecar);
  const definitions = definitionsOf(source);
  const events = eventsOf(source, passages);
  const statements = statementsOf(source, passages, issuer);
  const people = peopleOf(source, placed, issuer);
  const undefinedTerms = undefinedTermsOf(source, passages, definitions, issuer);
  const places = front.found?.dateline.places ?? [];
  const found = {
    placed,
    issuer,
    places,
    abstracts,
    events,
    people,
    definitions,
    undefinedTerms,
    statements,
  };
  return present<Release>({
    id,
    text,
    status: sidecar?.status ?? 'published',
    kind: sidecar?.kind ?? front.kind,
    supersedes: sidecar?.supersedes ?? front.supersedes,
    issuer,
    headline: front.headline,
    subheadlines: front.subheadlines,
    dateline: front.found?.dateline,
    publishedAt: sidecar?.publishedAt ?? front.found?.dateline.date?.iso,
    sourceLink: sidecar?.sourceLink ?? viewLink(text, placed),
    sourceNote: sidecar?.sourceNote,
    sections,
    passages,
    abstracts,
    events,
    statements,
    people,
    definitions,
    undefinedTerms,
    entities: entitiesOf(source, found, sidecar),
    forwardLooking: forwardLookingOf(source, placed),
    contacts: contactsOf(source, placed),
  });
}

/** The first paragraphs of the news, the first without its dateline. */
function openingOf(units: readonly Unit[], front: Front): Span[] {
  const last = front.roles.length - 1;
  const opensIn = front.roles[last] === 'dateline' ? last : last + 1;
  return units.slice(opensIn, opensIn + 4).map(({ start, end }, index) => {
    const from =
      index === 0 && front.found !== undefined
        ? Math.max(start, Math.min(front.found.textStart, end))
        : start;
    return { start: from, end };
  });
}

/** The address after "View original content", where it is https. */
function viewLink(text: string, placed: readonly Placed[]): string | undefined {
  for (const { unit, role } of placed.slice(-20)) {
    if (role !== 'trailer') continue;
    const link = /https:\/\/[^\s"“”<>]+/.exec(text.slice(unit.start, unit.end))?.[0];
    if (link !== undefined && isFormedLink(link)) return link;
  }
  return undefined;
}

import type { Quote, Span } from './quote.ts';

/**
 * What Footnote knows of one published document. Whatever comes from the document is a Quote;
 * a field that the document does not give is absent, and the absence is what a refusal names.
 */
export interface Release {
  /** File stem, unique among all loaded releases. */
  readonly id: string;
  /** The document as published, unchanged. */
  readonly text: string;
  readonly status: 'published' | 'retracted';
  readonly kind: ReleaseKind;
  /** Id or headline of the release that this one replaces, where the text or the sidecar says so. */
  readonly supersedes?: string;
  readonly issuer: Issuer;
  readonly headline?: Quote;
  readonly subheadlines: readonly Quote[];
  readonly dateline?: Dateline;
  /** ISO date (YYYY-MM-DD) or date-time: the sidecar's, else the dateline's. */
  readonly publishedAt?: string;
  /** Where the release is published (https); from the sidecar or from the text's own "view original" line. */
  readonly sourceLink?: string;
  /** One sentence on where the text comes from, shown when there is no link; from the sidecar. */
  readonly sourceNote?: string;
  readonly sections: readonly Section[];
  readonly passages: readonly Passage[];
  readonly abstracts: readonly Abstract[];
  readonly events: readonly MeetingEvent[];
  readonly statements: readonly Statement[];
  readonly people: readonly Person[];
  readonly definitions: readonly Definition[];
  /** Abbreviations that the text uses without saying what they mean, each at its first use. */
  readonly undefinedTerms: readonly Quote[];
  readonly entities: readonly Entity[];
  /** The safe harbor statement (all its paragraphs), where the release has one. */
  readonly forwardLooking?: Quote;
  readonly contacts: readonly Quote[];
}

export type ReleaseKind = 'original' | 'correction' | 'update';

export interface Issuer {
  /** The name as first given in full. */
  readonly name?: Quote;
  /** The short names that the text defines or uses, e.g. CBMG. */
  readonly shortNames: readonly Quote[];
  readonly tickers: readonly Ticker[];
  readonly website?: Quote;
  /** Curated spellings from the sidecar; they help matching and are never shown as facts. */
  readonly aliases: readonly string[];
}

export interface Ticker {
  /** Absent where the text gives a bare code such as (2171.HK). */
  readonly exchange?: Quote;
  readonly symbol: Quote;
}

export interface Dateline {
  /** The whole dateline as printed, places to wire. */
  readonly quote: Quote;
  readonly places: readonly Quote[];
  readonly date?: QuotedDate;
  readonly wire?: Quote;
}

/** A date as printed, and the calendar day it names. */
export interface QuotedDate {
  readonly quote: Quote;
  /** YYYY-MM-DD */
  readonly iso: string;
}

/** A heading and all that stands under it up to the next heading of its rank. */
export interface Section {
  readonly heading?: Quote;
  readonly role: SectionRole;
  readonly span: Span;
}

export type SectionRole =
  | 'preamble' // correction notices, wire names and repeated datelines before the first paragraph
  | 'body'
  | 'abstract' // a labelled block under a candidate's heading
  | 'about' // boilerplate: "About X"
  | 'forward_looking'
  | 'contacts'
  | 'references'
  | 'trailer'; // "View original content", SOURCE lines

export type PassageForm =
  | 'headline'
  | 'dateline'
  | 'heading'
  | 'sentence'
  | 'label'
  | 'bullet'
  | 'row'
  | 'caption';

/** The smallest piece that reads well alone. Passages stand in text order and do not overlap. */
export interface Passage {
  readonly quote: Quote;
  readonly form: PassageForm;
  /** Headings above, outermost first; matching inherits them and an answer shows the last. */
  readonly headings: readonly Quote[];
  readonly role: SectionRole;
  /** For form 'label': what stands before and after the colon. */
  readonly label?: Quote;
  readonly value?: Quote;
  /** For form 'row': the table's header row, and each cell with its column's header. */
  readonly header?: Quote;
  /** The paragraph, list or table that holds the passage: what "Show in context" shows. */
  readonly paragraph: Span;
  /** For a sentence inside an executive's quotation: who speaks. */
  readonly speaker?: Quote;
}

/** A labelled block: one talk, poster or online abstract. */
export interface Abstract {
  /** Product code or name: from the heading above, else from the title. */
  readonly candidate?: Quote;
  readonly title?: Quote;
  readonly program?: Quote;
  readonly type?: Quote;
  readonly session?: Quote;
  readonly date?: QuotedDate;
  /** As printed, zone included, e.g. "1:15pm PST". */
  readonly time?: Quote;
  /** The instant, where date, time and zone are all given (ISO 8601, UTC); a range gives its start. */
  readonly startsAt?: string;
  readonly endsAt?: string;
  readonly location?: Quote;
  readonly presenter?: Quote;
  readonly number?: Quote;
  readonly link?: Quote;
  /** "Online only", where the text says so instead of giving a session. */
  readonly onlineOnly?: Quote;
  /** Every labelled line of the block, in text order, whatever its label. */
  readonly fields: readonly LabelledField[];
  readonly span: Span;
}

export interface LabelledField {
  readonly label: Quote;
  readonly value: Quote;
}

/** A meeting, conference or call that the release speaks of. */
export interface MeetingEvent {
  readonly kind: 'meeting' | 'call';
  readonly name: Quote;
  /** e.g. "62nd" */
  readonly number?: Quote;
  readonly dates?: Quote;
  /** First and last day, YYYY-MM-DD. */
  readonly firstDay?: string;
  readonly lastDay?: string;
  readonly time?: Quote;
  readonly startsAt?: string;
  readonly place?: Quote;
  /** "virtual event" */
  readonly virtual?: Quote;
}

export type Topic =
  | 'business' // what the company develops or does
  | 'trials'
  | 'facility'
  | 'partnership'
  | 'regulatory'
  | 'index' // stock index membership
  | 'website';

export type PartRole =
  | 'place'
  | 'count'
  | 'standard'
  | 'partner'
  | 'name'
  | 'purpose'
  | 'program'
  | 'status'
  | 'regulator'
  | 'phase'
  | 'indication'
  | 'index'
  | 'link';

/** A sentence, or a clause of one, that states something about the company, with the parts that matter. */
export interface Statement {
  readonly topic: Topic;
  readonly quote: Quote;
  readonly parts: readonly { readonly role: PartRole; readonly quote: Quote }[];
}

export interface Person {
  readonly name: Quote;
  readonly title?: Quote;
}

/** A term and the meaning that the text itself gives, in either order: "Knee Osteoarthritis (KOA)". */
export interface Definition {
  readonly term: Quote;
  readonly meaning: Quote;
  /** 'former' for "NMPA (formerly CFDA)". */
  readonly relation: 'means' | 'former';
  /** Both together with what stands between, so that it reads well alone. */
  readonly quote: Quote;
}

export type EntityKind =
  | 'product'
  | 'company'
  | 'person'
  | 'place'
  | 'conference'
  | 'index'
  | 'indication'
  | 'regulator'
  | 'term';

export interface Entity {
  readonly kind: EntityKind;
  /** The spelling to show. */
  readonly name: Quote;
  /** Other spellings in the text. */
  readonly spellings: readonly Quote[];
  /** Curated in the sidecar; they help matching and are never shown as facts. */
  readonly aliases: readonly string[];
}

import type { Passage, Release } from '../knowledge/model.ts';
import type { Quote } from '../knowledge/quote.ts';

/** A quotation with what is needed to show where it stands. */
export interface Citation {
  readonly quote: Quote;
  /** The passage that the quote was cut from: its headings and its paragraph give the context. */
  readonly passage: Passage;
  readonly release: Release;
}

/** What kind of thing the question asks for; a refusal names it. */
export interface Asked {
  /** In words, for a refusal: "a date", "the number", "the presenter". */
  readonly attribute?: string;
  /** What it is about as the release spells it: "C-CAR039". */
  readonly subject?: string;
}

/** The outcome of a question. `quotes` in `answered`: one to three, together at most 600 characters. */
export type Answer =
  | {
      readonly outcome: 'answered';
      readonly citations: readonly Citation[];
      readonly release: Release;
      readonly asked: Asked;
      /** Older releases of the issuer that answered the same question otherwise. */
      readonly earlier: readonly Citation[];
      /** The release that replaces, or is replaced by, the one quoted. */
      readonly correctionOf?: string;
    }
  | {
      readonly outcome: 'not_disclosed';
      /** What is missing, in our words around the release's: "no date for C-CAR039". */
      readonly missing: string;
      /** What was asked about, as the release spells it; a reply keeps it. */
      readonly subject?: string;
      readonly release?: Release;
      /** Up to three, labelled as related and never as an answer. */
      readonly nearest: readonly Citation[];
      readonly contacts: readonly Quote[];
    }
  | {
      readonly outcome: 'ambiguous';
      readonly about: 'candidate' | 'issuer' | 'term';
      /** What the user typed that matched none exactly. */
      readonly typed: string;
      readonly choices: readonly Choice[];
    }
  | { readonly outcome: 'declined'; readonly reason: DeclineReason }
  | { readonly outcome: 'no_release'; readonly subject: string };

export type DeclineReason = 'advice' | 'prediction' | 'price' | 'medical' | 'instruction';

/** Something to pick: a candidate, company or term, as a release spells it. */
export interface Choice {
  readonly name: Quote;
  readonly release: Release;
}

/** What a question comes with, besides its words. */
export interface QuestionScope {
  /** Answer from this release alone. */
  readonly release?: string;
  /** The server's default issuer: ticker or name. */
  readonly issuer?: string;
  /** The quotation that the question replies to, whose subject carries over ("and the time?"). */
  readonly previous?: { readonly release: string; readonly subject?: string };
}

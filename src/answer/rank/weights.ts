/** How much a match counts by where it stands; what is fitted stands in fitted.json. */
export const WEIGHTS = {
  /** How much a match counts by where it stands. */
  text: 1,
  heading: 0.95,
  /** The title of the talk whose block holds the line: it tells which talk, not what the line says. */
  title: 0.5,
  /** A heading above spoken words, which are about more than it. */
  headingOfSpeech: 0.28,
  /** A word within a link. */
  link: 0.6,
  implied: 0.95,
  issuer: 0.9,
  /** In the sentence before; more when this sentence points back to it ("This program …"). */
  before: 0.45,
  beforePointed: 0.8,
  beforeThe: 0.55,
  /** In the sentence that introduces the list: "will host a call:" above "Date: …". */
  intro: 0.8,
  /** The office or full name of somebody whom the passage speaks of by surname or "she". */
  referent: 0.7,
  /** A class in the question ("drug") whose member the passage names. */
  member: 0.5,
  headline: 0.31,
  /** In the headline, for a line right below it. */
  subheadline: 0.6,
  /** A period or a meeting that the headline gives the whole release. */
  period: 0.6,
  /** "Trial" of "the CORDAGE trial", in a passage that names CORDAGE. */
  classOfName: 0.6,
  /** The name of the release's only trial or deal, in a passage that says "the trial" or "the transaction". */
  standIn: 0.6,
  /** A phrase met word by word. */
  parts: 0.9,
  /** A word that only names the kind of answer, in a passage that holds the kind. */
  kindSaid: 0.8,
} as const;

export const DECISION = {
  /** A word that must be accounted for is, from here. */
  accounted: 0.3,
  /** A second passage is quoted as well when its score comes this close to the first's. */
  tie: 0.8,
  /** How far an older release's answer must be ahead to win over a newer one's. */
  newerWinsWithin: 0.6,
} as const;

/** Passages looked at closely; the inverted index picks them when a scope holds more. */
export const CANDIDATES = 120;

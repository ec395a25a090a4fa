/** Every number of the ranking and of the decision, in one place. */
export const WEIGHTS = {
  /** How much a match counts by where it stands. */
  text: 1,
  heading: 0.95,
  implied: 0.95,
  issuer: 0.9,
  /** In the sentence before; more when this sentence points back to it ("This program …"). */
  before: 0.5,
  beforePointed: 0.8,
  headline: 0.35,

  kindPresent: 0.15,
  kindMissing: -0.25,
  proximity: 0.08,
  density: 0.12,
  definition: 0.15,
  label: 0.05,
  quoted: -0.03,

  headingForm: -0.12,
  forwardLooking: -0.4,
  references: -0.3,
  preamble: -0.05,
  trailer: -0.12,
  contacts: -0.05,
  about: -0.01,
} as const;

export const DECISION = {
  /** Least share of the question's weight that the answer must account for. */
  coverage: 0.62,
  /** The same without the product or company that the question names. */
  coverageWithoutSubject: 0.5,
  /** A word that must be accounted for is, from here. */
  accounted: 0.3,
  /** A second passage is quoted as well when it comes this close to the first. */
  tie: 0.02,
} as const;

/** Passages looked at closely; the inverted index picks them when a scope holds more. */
export const CANDIDATES = 120;

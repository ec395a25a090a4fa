/** Words that are there and mean the opposite, or are only hoped for: no count of words can see it. */
export interface Guard {
  readonly asked: RegExp;
  /** The question itself speaks of the other side. */
  readonly unless?: RegExp;
  readonly contradicted: (text: string) => boolean;
}

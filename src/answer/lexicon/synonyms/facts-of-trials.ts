/** How investors ask for the facts of trials, and how releases state them. Read as `../synonyms.ts` says. */
export const FACTS_OF_TRIALS: readonly string[] = [];

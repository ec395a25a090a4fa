/** How investors ask for the facts of financial results, and how releases state them. Read as `../synonyms.ts` says. */
export const FACTS_OF_RESULTS: readonly string[] = [];

/** How investors ask for the facts of offerings, and how releases state them. Read as `../synonyms.ts` says. */
export const FACTS_OF_OFFERINGS: readonly string[] = [];

/** How investors ask for the facts of deals, and how releases state them. Read as `../synonyms.ts` says. */
export const FACTS_OF_DEALS: readonly string[] = [];

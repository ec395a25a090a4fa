/** How investors ask for the facts of shareholders and products, and how releases state them. Read as `../synonyms.ts` says. */
export const FACTS_OF_SHAREHOLDERS: readonly string[] = [];

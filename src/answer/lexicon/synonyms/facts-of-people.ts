/** How investors ask for the facts of people and sites, and how releases state them. Read as `../synonyms.ts` says. */
export const FACTS_OF_PEOPLE: readonly string[] = [];

/** How investors ask for the facts of meetings and calls, and how releases state them. Read as `../synonyms.ts` says. */
export const FACTS_OF_MEETINGS: readonly string[] = [];

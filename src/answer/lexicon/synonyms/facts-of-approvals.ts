/** How investors ask for the facts of approvals, and how releases state them. Read as `../synonyms.ts` says. */
export const FACTS_OF_APPROVALS: readonly string[] = [];

import type { EntityKind } from '../../knowledge/model.ts';
import type { Entry } from '../index/corpus.ts';
import { DISEASE } from '../index/kinds.ts';
import { namesTrial } from './stand-ins.ts';

/** Words for a class of things, and the kind of entity whose names are its members. */
const CLASSES: readonly { readonly asked: RegExp; readonly kind: EntityKind }[] = [
  {
    asked:
      /^(?:drugs?|candidates?|products?|vaccines?|therap(?:y|ies)|treatments?|medicines?|shots?|jabs?|pills?|meds?|assets?|compounds?|devices?)$/,
    kind: 'product',
  },
  {
    asked:
      /^(?:compan(?:y|ies)|firms?|entit(?:y|ies)|business(?:es)?|outfits?|groups?|corporations?|organi[sz]ations?)$/,
    kind: 'company',
  },
  {
    asked: /^(?:diseases?|conditions?|illness(?:es)?|indications?|disorders?|cancers?)$/,
    kind: 'indication',
  },
];

const found = new WeakMap<Entry, Map<EntityKind, boolean>>();

/**
 * Whether the entry names a member of the class that a question's word stands for: "which drug is made
 * there" is answered by a sentence that names the drug and never says "drug".
 */
export function namesMember(read: string, entry: Entry): boolean {
  if (/^(?:trials?|stud(?:y|ies))$/.test(read)) return namesTrial(entry);
  const kind = CLASSES.find(({ asked }) => asked.test(read))?.kind;
  if (kind === undefined) return false;
  const known = found.get(entry) ?? new Map<EntityKind, boolean>();
  const told = known.get(kind);
  if (told !== undefined) return told;
  const names = entry.release.entities.filter((entity) => entity.kind === kind);
  const named =
    (kind === 'indication' && DISEASE.test(entry.quote.text)) ||
    names.some(({ name, spellings }) =>
      [name, ...spellings].some(({ text }) => entry.quote.text.includes(text)),
    );
  found.set(entry, known.set(kind, named));
  return named;
}

import { type Corpus, type Entry, stemsOf } from '../index/corpus.ts';

/** Labels whose values tell one event of a list from another. */
const TELLS_EVENT =
  /^(?:location|venue|place|city|where|date|day|when|format|type|event|conference|meeting|title|topic|presentation)s?\b/i;
/** Farthest that a line of a block is looked for, in lines. */
const LONGEST = 10;

const NOTHING: ReadonlySet<number> = new Set();
const stemsFound = new WeakMap<Entry, ReadonlySet<number>>();

/**
 * Stems of what the lines beside a labelled line tell of the event that all of them are about: "Location:
 * …, London" for the presenter of that conference. None outside a block; a label that comes again begins
 * another block.
 */
export function stemsBeside(entry: Entry, { entries, vocabulary }: Corpus): ReadonlySet<number> {
  if (!isLabel(entry)) return NOTHING;
  const known = stemsFound.get(entry);
  if (known !== undefined) return known;
  const words = [...beside(entry, entries, -1), ...beside(entry, entries, 1)].join(' ');
  const found = new Set(stemsOf(words, vocabulary).stems);
  stemsFound.set(entry, found);
  return found;
}

function isLabel({ passage, abstract, implied }: Entry): boolean {
  return (
    passage.form === 'label' && passage.role === 'body' && abstract === undefined && implied.length === 0
  );
}

function beside(entry: Entry, entries: readonly Entry[], step: 1 | -1): string[] {
  const seen = new Set([labelOf(entry)]);
  const told: string[] = [];
  for (let away = 1; away <= LONGEST; away += 1) {
    const other = entries[entry.id + step * away];
    if (other === undefined || !isLabel(other) || other.release !== entry.release) break;
    const label = labelOf(other);
    if (other.passage.headings !== entry.passage.headings || seen.has(label)) break;
    seen.add(label);
    if (TELLS_EVENT.test(label)) told.push(other.quote.text.slice(label.length));
  }
  return told;
}

function labelOf({ passage }: Entry): string {
  return passage.label?.text.toLowerCase() ?? '';
}

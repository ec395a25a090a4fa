import { cut } from './cut.ts';
import type { Placed } from './outline.ts';
import type { Quote, QuoteSource } from './quote.ts';

const REACHABLE = /\S{1,64}@\S{1,200}?\.\S|\d[\d\s()./-]{6,}\d/;
const LONGEST = 600;

/** The contacts as printed, each with the name, firm and address that stand together. */
export function contactsOf(source: QuoteSource, placed: readonly Placed[]): Quote[] {
  const contacts: Quote[] = [];
  let start: number | undefined;
  let reachable = false;
  placed.forEach((item, index) => {
    if (item.role !== 'contacts') {
      start = undefined;
      return;
    }
    if (start === undefined && item.form === 'heading' && placed[index + 1]?.role === 'contacts') return;
    start ??= item.unit.start;
    reachable ||= REACHABLE.test(source.text.slice(item.unit.start, item.unit.end));
    const next = placed[index + 1];
    const together = next?.role === 'contacts' && next.form !== 'heading';
    const sameBlock = together && next.unit.block === item.unit.block;
    const moreToReach = together && (!reachable || isAddress(source, next));
    if ((sameBlock || moreToReach) && item.unit.end - start < LONGEST) return;
    const quote = reachable ? cut(source, start, item.unit.end) : undefined;
    if (quote !== undefined) contacts.push(quote);
    start = undefined;
    reachable = false;
  });
  return contacts;
}

/** A line that only adds a way to reach the person named above it. */
function isAddress(source: QuoteSource, { unit }: Placed): boolean {
  const content = source.text.slice(unit.start, unit.end);
  return (
    content.length < 90 &&
    (/^\S+@\S+$/.test(content) ||
      /^[+(\d][\d\s()./-]{6,}/.test(content) ||
      /^(?:E-?mail|Tel|Phone|Fax|Mobile|T|M|E|P)\b/i.test(content))
  );
}

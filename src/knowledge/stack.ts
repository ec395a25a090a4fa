import { type HeadingStyle, roleOfHeading, styleOf } from './headings.ts';
import type { Section, SectionRole } from './model.ts';
import type { Quote, Span } from './quote.ts';

interface Open {
  readonly quote: Quote;
  readonly style: HeadingStyle;
  readonly role: SectionRole;
  readonly sectionIndex: number;
  /** Whether a line of text stands between this heading and the next one. */
  hasOwnText: boolean;
}

/** The headings above the current line, and the sections closed so far. */
export interface HeadingStack {
  readonly push: (quote: Quote) => void;
  readonly text: () => void;
  /** Closes all headings: what follows stands under none of them. */
  readonly leave: (role: SectionRole, start: number) => void;
  readonly headings: () => readonly Quote[];
  readonly role: () => SectionRole;
  readonly close: (end: number) => readonly Section[];
}

/** Keeps the stack of open headings while a text is read from top to bottom. */
export function headingStack(text: string, start: number): HeadingStack {
  const sections: { heading?: Quote; role: SectionRole; span: Span }[] = [
    { role: 'body', span: { start, end: text.length } },
  ];
  let open: Open[] = [];
  let quotes: readonly Quote[] = [];

  const closeTo = (depth: number, end: number): void => {
    for (const { sectionIndex } of open.slice(depth)) endSection(sectionIndex, end);
    open = open.slice(0, depth);
  };
  const endSection = (index: number, end: number): void => {
    const section = sections[index];
    if (section !== undefined) section.span = { start: section.span.start, end };
  };

  return {
    push(quote) {
      if (open.length === 0) endSection(sections.length - 1, quote.start);
      const style = styleOf(quote.text);
      closeTo(depthFor(text, open, style, roleOfHeading(quote.text), quote.start), quote.start);
      const own = roleOfHeading(quote.text);
      const role = own === 'body' ? (open.at(-1)?.role ?? 'body') : own;
      sections.push({ heading: quote, role, span: { start: quote.start, end: text.length } });
      open = [...open, { quote, style, role, sectionIndex: sections.length - 1, hasOwnText: false }];
      quotes = open.map((heading) => heading.quote);
    },
    text() {
      const last = open.at(-1);
      if (last !== undefined) last.hasOwnText = true;
    },
    leave(role, start) {
      const last = sections.at(-1);
      if (open.length === 0 && last?.role === role) return;
      if (open.length === 0 && last !== undefined) endSection(sections.length - 1, start);
      closeTo(0, start);
      quotes = [];
      sections.push({ role, span: { start, end: text.length } });
    },
    headings: () => quotes,
    role: () => open.at(-1)?.role ?? sections.at(-1)?.role ?? 'body',
    close(end) {
      closeTo(0, end);
      return sections.filter(({ span }) => span.start < span.end);
    },
  };
}

const RANK: Readonly<Record<HeadingStyle, number>> = { section: 0, title: 1, meeting: 2, code: 3 };

/** How many of the open headings stay above a new one. */
function depthFor(
  text: string,
  open: readonly Open[],
  style: HeadingStyle,
  role: SectionRole,
  at: number,
): number {
  if (role !== 'body' && role !== 'contacts') return 0;
  const last = open.at(-1);
  if (last === undefined) return 0;
  // Two headings with nothing between: the second belongs to the first.
  if (!last.hasOwnText && open.length < 3) return last.role === 'contacts' ? 0 : open.length;
  const sibling = open.findIndex((heading) => heading.style === style);
  if (sibling < 0) {
    const above = open.findIndex((heading) => RANK[heading.style] >= RANK[style]);
    return above < 0 ? open.length : above;
  }
  const parent = open[sibling - 1];
  const child = open[sibling];
  if (parent !== undefined && child !== undefined && belongsToChild(text, parent, child, at))
    return sibling - 1;
  return sibling;
}

/** A heading whose words stand again in its first child's section is about that child alone. */
function belongsToChild(text: string, parent: Open, child: Open, end: number): boolean {
  if (parent.hasOwnText) return false;
  return fold(text.slice(child.quote.end, end)).includes(fold(parent.quote.text));
}

function fold(text: string): string {
  return text.replace(/\s+/g, ' ').trim().toLowerCase();
}

import { cut } from './cut.ts';
import { CREDENTIALS, couldBeName, PERSON_OR_HONORIFIC } from './persons.ts';
import type { Quote, QuoteSource, Span } from './quote.ts';

const VERB =
  '(?:said|says|commented|comments|stated|states|added|adds|noted|notes|continued|remarked|explained|explains|concluded|observed|shared|emphasized|according to)';
const VERB_FIRST = new RegExp(`(?:${VERB})\\s+(${PERSON_OR_HONORIFIC})`, 'dgu');
const NAME_FIRST = new RegExp(
  `(${PERSON_OR_HONORIFIC})(?:${CREDENTIALS}){0,4}(?:,[^.“"”]{0,200}?)?,?\\s+(?:also\\s+|further\\s+|recently\\s+)?(?:${VERB})\\b`,
  'dgu',
);
const SAYS = new RegExp(`\\b${VERB}\\b`);
const SPOKEN = /[“"]([^“”"]{40,4000})(?:[”"]|$)/g;

/** Who speaks at an offset of a paragraph that quotes someone; nobody where nothing is quoted. */
export function speakersIn(source: QuoteSource, paragraph: Span): (span: Span) => Quote | undefined {
  const content = source.text.slice(paragraph.start, paragraph.end);
  if (!/[“"]/.test(content)) return () => undefined;
  if (!SAYS.test(content)) return () => undefined;
  const spoken = [...content.matchAll(SPOKEN)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const said = spoken.length === 0 ? [] : attributions(source, paragraph.start, content);
  if (said.length === 0) return () => undefined;
  return (span) => {
    const inside = spoken.find(
      ({ start, end }) => paragraph.start + start < span.end && span.start < paragraph.start + end,
    );
    if (inside === undefined) return undefined;
    const from = paragraph.start + inside.start;
    const to = paragraph.start + inside.end;
    const after = said.find(({ start }) => start >= to - 1 && start < to + 60);
    return after ?? said.findLast(({ start }) => start < from) ?? said[0];
  };
}

function attributions(source: QuoteSource, offset: number, content: string): Quote[] {
  const names: Quote[] = [];
  for (const pattern of [VERB_FIRST, NAME_FIRST]) {
    for (const match of content.matchAll(pattern)) {
      const range = match.indices?.[1];
      if (range === undefined || !couldBeName(match[1] ?? '')) continue;
      const name = cut(source, offset + range[0], offset + range[1]);
      if (name !== undefined && !names.some(({ start }) => start === name.start)) names.push(name);
    }
  }
  return names.sort((one, other) => one.start - other.start);
}

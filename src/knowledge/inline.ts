import { cut, present } from './cut.ts';
import { DATE_PATTERN, isoDay } from './dates.ts';
import type { Abstract, Passage, QuotedDate } from './model.ts';
import { productCodeIn } from './products.ts';
import type { Quote, QuoteSource, Span } from './quote.ts';
import { instants, TIME_PATTERN } from './times.ts';

/** "(Abstract #796)", "Poster No. M3": a label and a number inside a sentence. */
const INLINE =
  /\b((?:Abstract|Poster|Presentation|Paper)s?)\s*(?:#\s?|[Nn]o\.\s?|[Nn]umber:?\s|[Nn]r\.\s?)([A-Z]{0,4}-?\d{1,6}[A-Z]?)\b/dg;
const TYPE =
  /\b((?:oral|poster|late-breaking|rapid[- ]fire|plenary|e-poster|mini-oral)(?:\s+(?:abstract|discussion|mini))?\s+(?:session|presentation)|oral|poster)\b/di;

/** Abstracts that a sentence names by number, with what the same sentence says of them. */
export function inlineAbstracts(
  source: QuoteSource,
  passages: readonly Passage[],
  headline: Quote | undefined,
  known: readonly Abstract[],
): Abstract[] {
  const numbers = new Set(known.map(({ number }) => number?.text));
  return passages.flatMap(({ quote, form, role, paragraph, headings }) => {
    const prose = form === 'sentence' || form === 'bullet';
    if (!prose || role !== 'body') return [];
    return [...quote.text.matchAll(INLINE)].flatMap((match) => {
      const number = part(source, quote, match.indices?.[2]);
      const label = part(source, quote, match.indices?.[1]);
      if (number === undefined || label === undefined || numbers.has(number.text)) return [];
      numbers.add(number.text);
      const date = dateIn(source, quote);
      const time = partBy(source, quote, new RegExp(TIME_PATTERN, 'i'));
      return [
        present<Abstract>({
          candidate: candidateNear(source, quote, paragraph, headings, headline),
          type: part(source, quote, TYPE.exec(quote.text)?.indices?.[1]),
          date,
          time,
          ...(date && time ? instants(date.iso, time.text) : {}),
          number,
          fields: [{ label, value: number }],
          span: { start: quote.start, end: quote.end },
        }),
      ];
    });
  });
}

/** The product of the sentence, else of its headings, the headline, or its paragraph. */
function candidateNear(
  source: QuoteSource,
  sentence: Quote,
  paragraph: Span,
  headings: readonly Quote[],
  headline: Quote | undefined,
): Quote | undefined {
  for (const quote of [
    sentence,
    ...headings.toReversed(),
    headline,
    cut(source, paragraph.start, sentence.end),
  ]) {
    const code = quote && productCodeIn(source, quote);
    if (code !== undefined) return code;
  }
  return undefined;
}

function dateIn(source: QuoteSource, sentence: Quote): QuotedDate | undefined {
  const quote = partBy(source, sentence, new RegExp(DATE_PATTERN, 'i'));
  const iso = quote && isoDay(quote.text);
  return quote === undefined || iso === undefined ? undefined : { quote, iso };
}

function partBy(source: QuoteSource, sentence: Quote, pattern: RegExp): Quote | undefined {
  const match = pattern.exec(sentence.text);
  return match === null ? undefined : part(source, sentence, [match.index, match.index + match[0].length]);
}

function part(source: QuoteSource, sentence: Quote, range: [number, number] | undefined): Quote | undefined {
  return range && cut(source, sentence.start + range[0], sentence.start + range[1]);
}

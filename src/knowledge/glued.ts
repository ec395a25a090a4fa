import { roleOfHeading } from './headings.ts';
import type { Span } from './quote.ts';

/** Headings that lost the line break after them: "Forward-Looking StatementsThis release contains". */
const FORWARD =
  '[Ff]orward[- ‑]?[Ll]ooking [Ss]tatements?|FORWARD[- ‑]?LOOKING (?:STATEMENTS?|INFORMATION)|Forward[- ‑]?Looking Information';
const KNOWN = new RegExp(
  `^(?:(?:(?:CAUTIONARY|Cautionary) (?:NOTE|STATEMENT|LANGUAGE|Note|Statement|Language)[Ss]?,? (?:REGARDING|CONCERNING|ABOUT|ON|Regarding|Concerning|About|on|regarding|concerning) )?(?:${FORWARD})|(?:Note|Notice|Disclaimer|Statement)s? (?:[Rr]egarding|[Oo]n|[Cc]oncerning|[Aa]bout) (?:${FORWARD})|(?:Safe Harbou?r|SAFE HARBOU?R)(?: Statements?)?|Contact Details|Disclaimers?|Disclosures?)(?:\\s?[:：.]\\s?(?=["“]?\\p{Lu})|(?=\\p{Lu}\\p{Ll}|["“]\\p{Lu})|(?<=Details)(?=\\p{Lu}))`,
  'u',
);
const STARTER =
  '(?:The|This|These|In|We|Our|At|As|With|For|Despite|If|It|Its|To|A|An|When|While|Since|From|By|On|There|One|Many|Some|According|After|Before|Founded|About|Although|Another|Today|However)';
/** A title-case phrase that runs into the first word of a sentence. */
const TITLE_THEN_SENTENCE = new RegExp(
  `^((?:\\p{Lu}[^\\s.,;:]{0,24}|[a-z]{1,4}|&|[-–—]|\\d{1,4})(?:[,:]?\\s(?:\\p{Lu}[^\\s.,;:]{0,24}|[a-z]{1,5}|&|[-–—]|\\d{1,4})){1,11}[\\p{Ll}?!)\\d])(?=${STARTER}\\s\\p{Ll})`,
  'u',
);
const FIELD = /^(Company Website|Project Website|Website)\s?(?=https?:\/\/|www\.)/;

/** Where a heading glued to the front of a line ends; undefined when there is none. */
export function gluedHeadingEnd(text: string, line: Span): number | undefined {
  const content = text.slice(line.start, Math.min(line.end, line.start + 220));
  const known = KNOWN.exec(content)?.[0].trimEnd();
  if (known !== undefined && known.length < line.end - line.start) {
    const least = roleOfHeading(known) === 'contacts' ? 2 : 30;
    if (line.end - line.start - known.length > least) return line.start + known.length;
  }
  if (line.end - line.start < 160) return undefined;
  const title = TITLE_THEN_SENTENCE.exec(content)?.[1];
  return title === undefined ? undefined : line.start + title.length;
}

/** "Company Websitehttps://…": the label's end; such labels come without a colon. */
export function bareFieldEnd(text: string, line: Span): number | undefined {
  const found = FIELD.exec(text.slice(line.start, Math.min(line.end, line.start + 60)));
  return found?.[1] === undefined ? undefined : line.start + found[1].length;
}

const INSIDE = new RegExp(
  `(?<=[\\p{L}\\p{N}.!?)”"’])\\s?(?=(?:Cautionary (?:Note|Statement)s? (?:Regarding|Concerning|About|on) )?(?:${FORWARD})(?:\\p{Lu}\\p{Ll}))`,
  'gu',
);

/** Where a safe harbor heading, glued to the text on both sides, stands inside a line. */
export function gluedInside(text: string, line: Span): number[] {
  const content = text.slice(line.start, line.end);
  if (!/looking/i.test(content)) return [];
  return [...content.matchAll(INSIDE)].map((match) => line.start + match.index + match[0].length);
}

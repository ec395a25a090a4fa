import { roleOfHeading } from './headings.ts';
import type { Span } from './quote.ts';

/** Headings that lost the line break after them: "Forward-Looking StatementsThis release contains". */
const KNOWN =
  /^(?:(?:Cautionary (?:Note|Statement|Language)s?\s+(?:Regarding|Concerning|About|on)\s+)?Forward[- ‑]?Looking (?:Statements?|Information)|(?:Note|Notice|Disclaimer|Statement)s? (?:Regarding|on|Concerning|about) Forward[- ‑]?Looking (?:Statements?|Information)|Safe Harbou?r(?: Statement)?s?|Contact Details|Disclaimer|Disclosures?|(?:Media|Investor|Press|Company|Corporate) (?:Relations )?Contacts?|Contacts?)\s?[:：.]?(?=\p{Lu}\p{Ll}|"|“|\s?[:：]\s?\p{Lu})/iu;
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
  const known = KNOWN.exec(content)?.[0];
  if (known !== undefined && known.length < line.end - line.start) {
    const rest = content.slice(known.length).replace(/^[\s:：]+/, '');
    const contact = roleOfHeading(known) === 'contacts';
    const follows =
      /^[:：]/.test(content.slice(known.length).trimStart()) ||
      known.endsWith(':') ||
      /^\S/.test(content.slice(known.length));
    if (
      rest.length > (contact ? 2 : 30) &&
      follows &&
      !(contact && /[:：]/.test(content.slice(0, known.length + 2)))
    )
      return line.start + known.length;
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

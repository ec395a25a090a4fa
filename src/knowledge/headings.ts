import type { SectionRole } from './model.ts';

/** How a heading is dressed; headings of one style stand at one rank. */
export type HeadingStyle = 'section' | 'title' | 'meeting' | 'code';

const COMPANY_END = /\b(?:Inc|Ltd|Co|Corp|Bhd|S\.A|N\.V|L\.P|Plc|B\.V|S\.p\.A|A\.G|U\.S|Jr)\.$/;
const CONTACTS =
  /^(?:(?:For (?:more|further|additional) information(?:,)? (?:please )?(?:contact|visit)?|(?:(?:Company|Corporate|General|Investors?|Media|Press|IR|PR|Public|News|Analyst|Business|Global|U\.?S\.?|European|Agency)(?:\s*(?:&|and|\/|,|or)\s*)?\s*){0,4}(?:Relations)?\s*(?:Contacts?|Inquiries|Enquiries|Contact Information|Contact Details))|Contact(?:s|\s+Us|\s+Details|\s+Information)?|Investor Relations|Media Relations|Investors?(?: (?:and|&) Media)?|Media)\s*:?$/i;
const FORWARD =
  /(?:forward[- ‑]?looking\s+(?:statements?|information)|safe\s+harbou?r|cautionary\s+(?:note|statement|language)|cautionary\s+forward)/i;
const REFERENCES = /^(?:References?|Sources?|Footnotes?|Notes?|Endnotes?|Bibliography)\s*:?$/i;
const ABOUT = /^(?:About|ABOUT)\s+\S/;
const LINK =
  /(?:https?:\/\/|www\.|\S{1,64}@\S{1,200}?\.\S|\b[a-z0-9-]+\.(?:com|org|net|io|ai|co)\b|\d{3}[-. ]\d{3,4}[-. ]\d{4})/i;
const ADDRESS = /(?:https?:\/\/|www\.|\S{1,64}@\S{1,200}?\.\S)/i;
const SMALL =
  /^(?:a|an|and|as|at|but|by|de|for|from|in|into|is|of|on|or|over|per|the|to|upon|via|vs\.?|with|within|&|[-–—|:/+])$/i;
const MEETING =
  /\b(?:Meeting|Congress|Conference|Symposium|Summit|Forum|Session|Expo|Convention|Workshop|Webinar)\b/;

/** A line that leads to somebody's words heads nothing else: "Jane Roe, CEO, commented:". */
const SPEAKS =
  /\b(?:said|says|comment(?:ed|s)|stated|states|added|noted|remarked|concluded|explained|continued):?$/i;

/** What a section is for, judged by its heading. */
export function roleOfHeading(heading: string): SectionRole {
  if (FORWARD.test(heading)) return 'forward_looking';
  if (CONTACTS.test(heading)) return 'contacts';
  if (REFERENCES.test(heading)) return 'references';
  if (ABOUT.test(heading)) return 'about';
  return 'body';
}

/** Whether a heading always opens a section of its own, whatever stands around it. */
export function isKnownHeading(content: string): boolean {
  if (content.length > 140 || /[.;,]$/.test(content.replace(COMPANY_END, ''))) return false;
  const role = roleOfHeading(content);
  if (role === 'about') return content.split(/\s+/).length <= 16 && !/[a-z]{3}\.\s/.test(content);
  if (role === 'forward_looking') return content.split(/\s+/).length <= 12 && isHeadingLike(content, 140);
  return role !== 'body';
}

/** "Condensed Consolidated Statements of Operations": heads tables, wherever it stands. */
const STATEMENT =
  /^(?:\(?Unaudited\)?\s+)?(?:(?:Condensed|Consolidated|Selected|Summary|Interim|Financial|Unaudited)\s+){0,4}(?:Statements? of\s+(?:Operations|Income|Loss|Earnings|Cash Flows?|Financial Position|Comprehensive)|Balance Sheets?|(?:Selected|Summary|Condensed|Consolidated)\s+(?:Financial|Operating)\s+(?:Data|Information|Results)|Reconciliations? of)\b/i;

/** Whether a line heads financial statements. */
export function isStatementHeading(content: string): boolean {
  return content.length <= 140 && STATEMENT.test(content) && !/\.$/.test(content);
}

/** Whether a line's own wording reads like a heading: short, in title case or capitals, no sentence. */
export function isHeadingLike(content: string, longest = 150): boolean {
  if (content.length > longest || content.length < 2) return false;
  // A headline may name a company by its address.
  if ((longest > 200 ? ADDRESS : LINK).test(content)) return false;
  if (
    /[;,]$|>>$|[…»]$|^By\s\p{Lu}\S+\s\p{Lu}/u.test(content) ||
    (/\.["”’)]?$/.test(content) && !COMPANY_END.test(content))
  )
    return false;
  if (!/^["“‘'(]?[\p{Lu}\p{N}$€£]|^[a-z]{1,5}-?[A-Z]/u.test(content) || !/\p{L}/u.test(content)) return false;
  if (/^["“].*["”]\s+\S+.*[,.]$/.test(content) || /^\(?\+?\d[\d\s().-]{6,}$/.test(content)) return false;
  if (/[.!?]["”’)]?\s+\p{Lu}\p{Ll}+(?:\s+\S+){6}/u.test(content) && content.length > 120) return false;
  if (SPEAKS.test(content)) return false;
  const words = content.split(/\s+/).filter((word) => !SMALL.test(word));
  const capital = words.filter(
    (word) => /^[^\p{L}]*(?:\p{Lu}|\d)|^[a-z]{1,5}-?[A-Z]/u.test(word) || !/\p{L}/u.test(word),
  ).length;
  return words.length <= 7 || capital >= 0.6 * words.length || content.endsWith('?') || longest > 200;
}

/** The style that sets a heading's rank. */
export function styleOf(heading: string): HeadingStyle {
  if (roleOfHeading(heading) !== 'body') return 'section';
  if (isCode(heading)) return 'code';
  if (!/[a-z]/.test(heading)) return 'section';
  if (MEETING.test(heading) && /\b(?:19|20)\d{2}\b|\b\d{1,3}(?:st|nd|rd|th)\b/.test(heading))
    return 'meeting';
  return 'title';
}

/** A product code alone, with at most a name in brackets: "C-CAR088", "FP-014 (triptorelin)". */
function isCode(heading: string): boolean {
  const bare = heading.replace(/\s*\([^)]*\)\s*$/, '').replace(/[®™:]+/g, '');
  return /^(?=\S*\d)(?=\S*\p{Lu})\S{3,16}$/u.test(bare);
}

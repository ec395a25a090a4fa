import { cut, present } from './cut.ts';
import type { Issuer, Person } from './model.ts';
import { COMPANY_SUFFIX, sameCompany } from './names.ts';
import type { Placed } from './outline.ts';
import {
  CREDENTIALS,
  couldBeName,
  leadLength,
  officeLength,
  PERSON,
  PERSON_OR_HONORIFIC,
} from './persons.ts';
import type { Quote, QuoteSource, Span } from './quote.ts';

const NAMED = new RegExp(`(?<![\\p{L}\\p{N}.])(${PERSON_OR_HONORIFIC})((?:${CREDENTIALS}){0,4})`, 'dgu');
const OFFICE_BEFORE =
  /(?:^|[\s“"(])((?:(?:Interim|Acting|Executive|Senior|Managing|Founding|Vice|Deputy|Global|Co-|Non-Executive|Group|Former|Lead|Independent|Associate|Assistant)\s+)*(?:CEO|CFO|COO|CTO|CMO|CSO|CIO|President|Chair(?:man|woman|person)?|Director|Founders?|Co-?[Ff]ounders?|Co-CEO|Partners?|Chief(?:\s+\p{Lu}\p{L}+){1,3}\s+Officer|Managing Directors?|Managing Partners?|Head of(?:\s+\p{Lu}\p{L}+){1,3}|Analyst|Professor|Secretary|Minister|Mayor|Governor|Senator|Principal|Editor|Owner|Spokes(?:person|man|woman)|chief executive(?: officer)?|president|chairman|director|founder|co-founder|analyst|managing director|professor)(?:(?:\s*,\s*|\s+and\s+|\s*&\s*|\s*\/\s*)(?:CEO|CFO|COO|CTO|President|Chair(?:man|woman)?|Director|Founders?|Co-[Ff]ounders?|Managing Partners?|Managing Directors?|Chief(?:\s+\p{Lu}\p{L}+){1,3}\s+Officer|CIO|CSO|CMO|founder|president|chairman|director)){0,3})(?:\s+of\s+[^,.]{2,40},)?\s+$/u;
/** Without an office or a degree nobody is named with one. */
const HINT =
  /\b(?:[A-Z]{1,2}[A-Z]?O|Chair\w*|chair\w*|Presidents?|president|[Oo]fficers?|[Dd]irectors?|[Ff]ounders?|[Hh]ead|[Mm]anag\w+|[Pp]artners?|[Pp]rofessor|[Pp]rincipal|[Aa]nalyst|[Ss]pokes\w+|[Aa]uthor|[Ii]nvestigator|[Ss]cientist|[Aa]ppoint\w*|[Nn]amed|[Oo]wner|[Cc]ounsel|[Ee]ditor|[Ll]eader|[Mm]ember|[Ss]ecretary|[Tt]reasurer|Minister|Mayor|Governor|Senator|[Ee]conomist|[Ss]trategist|[Aa]ttorney|[Gg]eologist|[Ee]ngineer|[Rr]esearcher|[Ss]pecialist|[Cc]oordinator|[Cc]onsultant|[SE]?VP|MD|M\.D\.|Ph\.?D|MBA|MPH|CFA|CPA|Esq|Jr|FAHA)\b|\bDr\./;
/** "Joined the Bank", "will join Orlebar Biosciences". */
const EMPLOYER = "(?:\\s+(?:the\\s+)?\\p{Lu}[\\p{L}&.’'-]*(?:\\s+\\p{Lu}[\\p{L}&.’'-]*){0,3})?";
/** "… as chief medical officer" or "to the role of" after an appointment. */
const APPOINTED = new RegExp(
  `^,?\\s+(?:has\\s+been\\s+|has\\s+|was\\s+|is\\s+|will\\s+(?:serve|join${EMPLOYER})\\s+)?(?:(?:appointed|named|promoted|elected|hired|(?:joined|joins)${EMPLOYER}|(?:will\\s+)?(?:continues?|remains?|serves?)(?:\\s+on)?(?:\\s+in\\s+(?:his|her|their|the)\\s+(?:current\\s+)?(?:roles?|positions?|capacity))?)\\s+)?(?:as|to(?:\\s+the)?(?:\\s+(?:role|position|post)\\s+of)?)\\s+(?:its\\s+|the\\s+|our\\s+|new\\s+|an?\\s+|(?:the\\s+)?Company[’']s\\s+)*`,
  'u',
);
const HOLDING = /appointed|named|promoted|elected|hired|join|continue|remain|serve/;
const APPOINTING =
  /\b(?:appoint(?:s|ed|ment(?: of)?|ing)?|names?|named|hires?|hired|promot(?:es|ed|ion of)|welcom(?:es|ed)|elect(?:s|ed)|joined by|addition of)\s+$/i;

/** Everyone named with an office, or in the contacts, each once, with the fullest name first given. */
export function peopleOf(source: QuoteSource, placed: readonly Placed[], issuer: Issuer): Person[] {
  const people: Person[] = [];
  for (const [index, { unit, role, form }] of placed.entries()) {
    if (role === 'forward_looking' || role === 'references' || form === 'heading') continue;
    const content = source.text.slice(unit.start, unit.end);
    if (role !== 'contacts' && !HINT.test(content)) continue;
    for (const match of content.matchAll(NAMED)) {
      const person = personAt(
        source,
        unit.start,
        content,
        match,
        role === 'contacts' ? nextLine(source, placed, index) : undefined,
        role === 'contacts' ? placed[index + 1]?.unit : undefined,
      );
      if (person !== undefined && !isIssuer(issuer, person) && !isCompany(source, person))
        addPerson(people, person);
    }
  }
  return people;
}

const LEGAL_FORM = new RegExp(`^,?\\s+${COMPANY_SUFFIX}(?![\\p{L}])`, 'u');

/** "About Ostova Biologics", "Ostova Biologics N.V.": a name of two words that the release uses of a company. */
function isCompany({ text }: QuoteSource, { name }: Person): boolean {
  const { length } = name.text;
  for (let at = text.indexOf(name.text); at >= 0; at = text.indexOf(name.text, at + length)) {
    const after = text.slice(at + length, at + length + 24);
    if (LEGAL_FORM.test(after)) return true;
    if (/(?:^|\n)About $/.test(text.slice(Math.max(0, at - 7), at)) && /^[^\S\n]*(?:\n|$)/.test(after))
      return true;
  }
  return false;
}

function isIssuer({ name, shortNames }: Issuer, person: Person): boolean {
  return [name, ...shortNames].some(
    (known) => known !== undefined && sameCompany(known.text, person.name.text),
  );
}

function personAt(
  source: QuoteSource,
  offset: number,
  content: string,
  match: RegExpExecArray,
  below: string | undefined,
  next: Span | undefined,
): Person | undefined {
  const range = match.indices?.[1];
  const lead = leadLength(match[1] ?? '');
  const run = (match[1] ?? '').slice(lead);
  // "Jane Roe Chief Financial": the office that follows is no part of the name.
  const office =
    /\s(?:Interim|Acting|Executive|Senior|Managing|Vice|Deputy|Chief|President|Chair\w*|General|Head|Director|CEO|CFO)\b/.exec(
      run,
    );
  const name = office === null ? run : run.slice(0, office.index);
  if (range === undefined || !couldBeName(name) || ((lead > 0 || office !== null) && !name.includes(' ')))
    return undefined;
  const nameStart = range[0] + lead;
  const degrees = office === null ? (match[2] ?? '') : '';
  const nameEnd = offset + nameStart + name.length + degrees.length;
  const quote = cut(source, offset + nameStart, nameEnd);
  if (quote === undefined) return undefined;
  const title =
    titleAfter(source, nameEnd, offset + content.length) ??
    titleBefore(source, offset, content.slice(0, nameStart)) ??
    titleAppointed(source, content, offset, nameStart, nameEnd - offset) ??
    titleBelow(source, content, quote, next);
  if (title !== undefined) return { name: quote, title };
  if (degrees !== '') return { name: quote };
  return below !== undefined && isContact(name, content, content.slice(match.index + match[0].length) + below)
    ? { name: quote }
    : undefined;
}

/** ", Chief Medical Officer at Foresee", or ", Lifeway's CEO". */
function titleAfter(source: QuoteSource, nameEnd: number, end: number): Quote | undefined {
  const rest = source.text.slice(nameEnd, Math.min(end, nameEnd + 260));
  const lead = /^,?\s*[(,–—-]\s*(?:as\s+)?(?:the\s+|our\s+|a\s+|an\s+|its\s+|who\s+is\s+(?:the\s+)?)?/.exec(
    rest,
  )?.[0];
  if (lead === undefined) return undefined;
  if (/^to\b/.test(rest.slice(lead.length))) return undefined;
  const owner =
    /^(?:\p{Lu}[\p{L}\p{N}.&®-]*\s+){0,4}\p{Lu}[\p{L}\p{N}.&®-]*[’'](?:s\s+)?/u.exec(
      rest.slice(lead.length),
    )?.[0] ?? '';
  const length = officeLength(rest.slice(lead.length + owner.length));
  return length === 0
    ? undefined
    : cut(source, nameEnd + lead.length, nameEnd + lead.length + owner.length + length);
}

/** "Chairman and CEO David Dodd"; for the second of two names joined by "and" the same office holds. */
function titleBefore(source: QuoteSource, offset: number, before: string): Quote | undefined {
  const joined = new RegExp(`(?:${PERSON})\\s+and\\s+$`, 'u').exec(before.slice(-60))?.[0];
  const reach =
    joined === undefined ? before : before.slice(0, before.length - joined.length + leadLength(joined));
  const match = OFFICE_BEFORE.exec(reach.slice(-120));
  const office = match?.[1];
  if (match === null || office === undefined) return undefined;
  const start = offset + reach.length - reach.slice(-120).length + match.index + match[0].indexOf(office);
  return cut(source, start, start + office.length);
}

/** In the contacts: an office alone on the line under a name alone on its own. */
function titleBelow(
  source: QuoteSource,
  content: string,
  name: Quote,
  next: Span | undefined,
): Quote | undefined {
  if (next === undefined || content.trim() !== name.text) return undefined;
  const line = source.text.slice(next.start, next.end);
  const length = officeLength(line);
  return length > 0 && length >= line.trim().length - 1
    ? cut(source, next.start, next.start + length)
    : undefined;
}

function titleAppointed(
  source: QuoteSource,
  content: string,
  offset: number,
  nameStart: number,
  nameEnd: number,
): Quote | undefined {
  const after = content.slice(nameEnd, nameEnd + 260);
  const lead = APPOINTED.exec(after)?.[0];
  const appointed = APPOINTING.test(content.slice(Math.max(0, nameStart - 40), nameStart));
  // "Named Jane Roe Chief Financial Officer": the office follows the name at once.
  const direct = appointed && lead === undefined ? /^\s+(?=\p{Lu})/u.exec(after)?.[0] : undefined;
  const gap = direct ?? (lead !== undefined && (appointed || HOLDING.test(lead)) ? lead : undefined);
  if (gap === undefined) return undefined;
  const length = officeLength(after.slice(gap.length));
  const start = offset + nameEnd + gap.length;
  return length === 0 ? undefined : cut(source, start, start + length);
}

/** In the contacts: a name alone on its line, beside a telephone number, or one that its address spells. */
function isContact(name: string, content: string, rest: string): boolean {
  if (content.trim() === name) return true;
  const near = rest.slice(0, 200);
  if (/^\s*[,:|–-]?\s*[+(]?\d[\d\s()./-]{6,}\d/.test(near)) return true;
  const mailboxes = [...near.matchAll(/([\w.+-]+)@/g)].map(([, mailbox]) => mailbox?.toLowerCase() ?? '');
  const parts = name
    .toLowerCase()
    .split(/\s+/)
    .filter((part) => part.length > 3);
  return parts.some((part) => mailboxes.some((mailbox) => mailbox.includes(part)));
}

function nextLine(source: QuoteSource, placed: readonly Placed[], index: number): string {
  return placed
    .slice(index + 1, index + 4)
    .map(({ unit }) => `\n${source.text.slice(unit.start, Math.min(unit.end, unit.start + 120))}`)
    .join('');
}

/** One entry a person: a surname alone adds nothing, a title fills a gap. */
function addPerson(people: Person[], person: Person): void {
  const at = people.findIndex(({ name }) => samePerson(name.text, person.name.text));
  const known = people[at];
  if (known === undefined) {
    if (surname(person.name.text) !== bareName(person.name.text) || person.title !== undefined)
      people.push(person);
    return;
  }
  if (known.title === undefined && person.title !== undefined)
    people[at] = present<Person>({ name: known.name, title: person.title });
}

function samePerson(one: string, other: string): boolean {
  const [a, b] = [bareName(one), bareName(other)];
  if (a === b) return true;
  return (
    surname(one) === surname(other) &&
    (a.split(' ')[0] === b.split(' ')[0] || !a.includes(' ') || !b.includes(' '))
  );
}

function bareName(name: string): string {
  return name
    .replace(new RegExp(CREDENTIALS, 'gu'), '')
    .replace(/^(?:Dr|Mr|Mrs|Ms|Prof|Professor|Sir)\.?\s+/, '')
    .replace(/\s\p{Lu}\.(?=\s)/gu, '')
    .trim()
    .toLowerCase();
}

function surname(name: string): string {
  return bareName(name).split(/\s+/).at(-1) ?? '';
}

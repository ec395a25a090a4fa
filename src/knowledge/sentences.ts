import type { Span } from './quote.ts';

/** A full stop after these never ends a sentence. */
const NEVER = new Set(
  'dr mr mrs ms prof st mt ft gov sen rep gen col capt sgt hon rev vs nos fig figs eq eqs approx e.g i.e al cf viz ca incl est dept assn bros messrs ver vol pp op reg art par sec'.split(
    ' ',
  ),
);
/** After these it does when a word follows that commonly starts a sentence. */
const MAYBE = new Set(
  'inc corp co ltd llc plc no jr sr esq etc jan feb mar apr jun jul aug sep sept oct nov dec a.m p.m u.s u.k e.u u.n d.c u.s.a ph.d m.d m.b.a m.s b.s b.a m.a pharm.d d.v.m j.d r.ph m.p.h ph m.sc b.sc s.a n.v s.p.a l.p l.l.c a.g gmbh pty bhd pte s.a.s s.r.l b.v sdn nat.l wash mass calif conn ill ind tex fla ga pa va md minn mich wis colo ariz ore tenn ala ark del kan ky la miss mo mont neb nev okla vt wyo n.y n.j n.c s.c n.h n.d s.d n.m r.i w.va que ont alta sask man b.c'.split(
    ' ',
  ),
);
const STARTER =
  /^["“‘'(]*(?:The|This|These|Those|That|There|In|We|It|Its|Our|He|She|They|His|Her|Their|For|As|At|If|On|A|An|To|By|With|While|When|Where|After|Before|During|Since|Under|From|Following|Additionally|However|Further|Furthermore|Moreover|Such|All|Any|Some|Both|Each|Please|Founded|Based|Headquartered|Established|Results|Patients|About|Forward-looking|Learn|Visit|For|You|I|No|Not|Also|Although|Because|But|And|Company|Investors|Shares|Management|More|Most|Many|Other|Additional|Until|Through|Today|Currently|Previously|Readers|Except|Actual)\b/;
/** Where a sentence might end: a stop, closing marks, a reference mark, then a space and a start. */
const END =
  /[.!?…。！？](?:["”’'»)\]]|\[\d{1,3}(?:[,–-]\s?\d{1,3})*\]|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|(?<=[\p{L})”"’]{1,3}[.!?])\d{1,2}(?:,\d{1,2})*(?=\s))*(?:\s+|$)/gu;
/** Where the space is missing: "treatment.Contraindications", never inside a link or a name with a dot. */
const GLUED = /(?<=\p{Ll}{3}|\p{Ll}{2}\)|\])[.!?]["”’)]*(?=\p{Lu}\p{Ll}+[\s,:])/gu;

/** Cuts a stretch of text into sentences; a line break inside one does not end it. */
export function sentencesOf(text: string, { start, end }: Span): Span[] {
  const content = text.slice(start, end);
  const sentences: Span[] = [];
  let from = 0;
  for (const to of [...sentenceEnds(content), content.length]) {
    const span = trimmed(content, from, to);
    if (
      span !== undefined &&
      from === 0 &&
      to < content.length &&
      isRunIn(content.slice(span.start, span.end))
    )
      continue;
    if (span !== undefined) sentences.push({ start: start + span.start, end: start + span.end });
    from = to;
  }
  return sentences;
}

/** "Hepatotoxicity. Monitor for …": a heading that runs into its paragraph reads well only with it. */
function isRunIn(sentence: string): boolean {
  if (sentence.length > 60 || !/^\p{Lu}[^"“”!?]*\.$/u.test(sentence)) return false;
  const words = sentence.split(/\s+/);
  return (
    words.length <= 6 &&
    words.every(
      (word) => /^[(]?\p{Lu}/u.test(word) || /^(?:a|an|and|in|of|on|or|the|to|with|for)$/.test(word),
    )
  );
}

function sentenceEnds(content: string): number[] {
  const closed = shelters(content);
  const ends: number[] = [];
  for (const match of content.matchAll(END)) {
    const after = match.index + match[0].length;
    if (after < content.length && endsHere(content, match.index, after) && !closed(match.index))
      ends.push(after);
  }
  for (const match of content.matchAll(GLUED)) {
    const after = match.index + match[0].length;
    if (!insideLink(content, match.index) && !closed(match.index)) ends.push(after);
  }
  return [...new Set(ends)].sort((one, other) => one - other);
}

function endsHere(content: string, stop: number, after: number): boolean {
  const next = content.slice(after, after + 40);
  if (
    !/^["“‘'«([]*[\p{Lu}\p{N}$€£¥#@•®]|^["“‘'«([]*(?:e[A-Z]|i[A-Z]|m[A-Z]RNA|mRNA|www\.|https?:)/u.test(next)
  )
    return false;
  if (content[stop] !== '.') return true;
  const word = /[\p{L}.&-]*$/u.exec(content.slice(Math.max(0, stop - 24), stop))?.[0] ?? '';
  const folded = word.toLowerCase().replace(/^[.&-]+/, '');
  if (NEVER.has(folded)) return false;
  if (folded === '' && /^\s*\d{1,3}$/.test(content.slice(Math.max(0, stop - 6), stop)) && stop < 6)
    return false;
  if (folded === 'no' && /^\d/.test(next)) return false;
  if (folded === 'no' && /^["“(]*\p{Lu}/u.test(next) && word === 'no') return true;
  const initials = /^(?:\p{Lu}\.)*\p{Lu}$/u.test(word) || /^(?:\p{L}\.)+\p{L}{1,2}$/u.test(word);
  if (MAYBE.has(folded) || initials) return STARTER.test(next);
  return true;
}

/**
 * Tells whether an offset stands inside a bracket or a short quotation that closes after it: a
 * title in quotation marks stays whole, while the sentences of a spoken quotation are divided.
 */
function shelters(content: string): (index: number) => boolean {
  const spans: Span[] = [];
  for (const match of content.matchAll(/\([^()]{1,400}\)|（[^（）]{1,400}）|[“"][^“”"]{1,100}[”"]/g)) {
    spans.push({ start: match.index, end: match.index + match[0].length - 1 });
  }
  let next = 0;
  return (index) => {
    while (next > 0 && (spans[next - 1]?.end ?? 0) >= index) next -= 1;
    while (next < spans.length && (spans[next]?.end ?? 0) <= index) next += 1;
    const span = spans[next];
    // The stop just before a closing mark ends the sentence with it: ("… done.").
    return span !== undefined && span.start < index && index < span.end - 1;
  };
}

function insideLink(content: string, index: number): boolean {
  const word = /\S*$/.exec(content.slice(Math.max(0, index - 80), index))?.[0] ?? '';
  return /:\/\/|^www\.|@/.test(word);
}

function trimmed(content: string, start: number, end: number): Span | undefined {
  let [from, to] = [start, end];
  while (from < to && /\s/.test(content.charAt(from))) from += 1;
  while (to > from && /\s/.test(content.charAt(to - 1))) to -= 1;
  return from < to ? { start: from, end: to } : undefined;
}

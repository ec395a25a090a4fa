import type { Release } from '../knowledge/model.ts';
import type { Quote } from '../knowledge/quote.ts';
import type { Citation } from './answer.ts';
import { passageOf } from './index/facts.ts';
import type { Scope } from './index/scope.ts';
import { phraseStems } from './lexicon/compile.ts';
import type { Question } from './question/question.ts';

/** Asks for the day of the announcement itself, in the past: not when something announced will happen. */
const ANNOUNCED =
  /\b(?:announce[ds]?|announcement|press release|release[ds]?|released|news|pr|put out|issued|come out|came out|dated|published|dateline)\b/;
const AHEAD =
  /\b(?:first|initially|originally|will|going to|expect\w*|plan\w*|next|upcoming|results?|data|earnings|abstract|paper|old|existing|(?:warrants?|notes?|shares|units|patents?|bonds|stock|letter)\b.*\bissued)\b/;
const PAST_OR_SHORT =
  /\b(?:was|were|did|is|has|dated)\b|^(?:press release|release|pr|news|announcement)?\s*date\b|^pr date|^(?:on )?(?:which|what) date/;

/** Asks whether there is a talk at all, or of what sort. */
const IS_THERE =
  /\b(?:what|which) (?:type|kind|sort|form|format) of (?:presentation|talk|abstract)\b|\b(?:is|are|will) there\b.*\b(?:talk|presentation|poster|oral|session)\b|\b(?:talk|present(?:ed|ation)?|oral|live)\b.*\bor\b.*\bonline\b|\bonline only\b|\boral\b.*\bor\b.*\bposter\b|\bposter\b.*\bor\b.*\b(?:oral|talk)\b|\b(?:talk|stand up)\b.*\bor\b.*\b(?:just|only) (?:a )?poster\b/;

/** Asks in which form a talk is given, without saying which: meant is the only one whose form the release gives. */
const ORAL = /\b(?:just|only) (?:a )?poster\b|\boral or\b|\bor (?:just |only )?(?:a |an )?(?:poster|oral)\b/;

/** What the layout answers outright: the release's own date, and how an abstract is presented. */
export function layoutAnswer(question: Question, scope: Scope): Citation | undefined {
  const release = scope.releases.length === 1 ? scope.releases[0] : undefined;
  if (release === undefined) return undefined;
  if (question.wanted.kind === 'date' && asksForReleaseDate(question, release)) {
    return cite(release, release.dateline?.quote);
  }
  return IS_THERE.test(question.read) ? formOfPresentation(question, release) : undefined;
}

function asksForReleaseDate(question: Question, release: Release): boolean {
  const { read } = question;
  if (!ANNOUNCED.test(read) || AHEAD.test(read) || !PAST_OR_SHORT.test(read)) return false;
  const lead =
    release.passages.find(({ form, role }) => form === 'sentence' && role === 'body')?.quote.text ?? '';
  const known = new Set(phraseStems(`${release.headline?.text ?? ''} ${lead}`));
  // "When was the relocation announced?": what was announced has to be what this release announces.
  return question.units
    .filter((unit) => unit.required && !ANNOUNCED.test(unit.typed.toLowerCase()))
    .every((unit) => unit.alternatives.some(({ stems }) => stems.every((stemmed) => known.has(stemmed))));
}

function formOfPresentation(question: Question, release: Release): Citation | undefined {
  const keys = question.units
    .filter((unit) => unit.subject)
    .flatMap((unit) => unit.alternatives[0]?.stems ?? []);
  const abstract = release.abstracts.find(
    ({ candidate }) =>
      candidate !== undefined &&
      keys.includes(phraseStems(candidate.text.replace(/[^\p{L}\p{N}]/gu, '')).join('')),
  );
  const typed = release.abstracts.filter(({ type }) => type !== undefined);
  const only = keys.length === 0 && typed.length === 1 && ORAL.test(question.read) ? typed[0] : undefined;
  return cite(release, abstract?.onlineOnly ?? abstract?.type ?? only?.type);
}

function cite(release: Release, quote: Quote | undefined): Citation | undefined {
  const passage = quote === undefined ? undefined : passageOf(release, quote);
  if (quote === undefined || passage === undefined) return undefined;
  const whole = passage.form === 'label' ? passage.quote : quote;
  return { quote: whole, passage, release };
}

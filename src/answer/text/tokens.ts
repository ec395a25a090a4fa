import { fold } from './fold.ts';

/** A word or number of a text, folded for comparison. */
export interface Token {
  readonly form: string;
  /** Where it starts in the text that was tokenized, in UTF-16 code units. */
  readonly start: number;
  readonly end: number;
  /** Written with a capital first letter. */
  readonly capital: boolean;
  /** Joined to the token before it by a hyphen, slash or ampersand, as in `off-the-shelf`. */
  readonly joined: boolean;
}

/**
 * Initials with full stops ("U.S.", "p.m."), a number with its separators and ending ("434,784",
 * "62nd"), else a run of letters and digits with apostrophes inside.
 */
const WORD =
  /(?:(?<![\p{L}\p{N}])\p{L}\.){2,}|\d+(?:[.,:]\d+)*(?:(?![ap]m(?!\p{L}))\p{L}+)?|[\p{L}\p{N}]+(?:['\u2019]\p{L}+)*/gu;
const PLAIN = /^[a-z0-9]+$/;

/** The words and numbers of `text` in order; punctuation separates and is dropped. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let previousEnd = -1;
  for (const match of text.matchAll(WORD)) {
    const raw = match[0];
    const start = match.index;
    const form = formOf(raw);
    if (form === '') continue;
    const between = previousEnd >= 0 ? text.slice(previousEnd, start) : ' ';
    const first = raw.charAt(0);
    tokens.push({
      form,
      start,
      end: start + raw.length,
      capital: first !== first.toLowerCase(),
      joined: /^[®™]?[-\u2010-\u2015\u2212/&]$/.test(between),
    });
    previousEnd = start + raw.length;
  }
  return tokens;
}

const kept = new Map<string, readonly Token[]>();
/** Passages looked at lately; one question looks at some hundred, and at each of them several times. */
const KEPT = 3000;

/** The tokens of a passage, kept while it is looked at: several checks of one question read the same text. */
export function tokensOf(text: string): readonly Token[] {
  const known = kept.get(text);
  if (known !== undefined) return known;
  if (kept.size >= KEPT) kept.clear();
  const tokens = tokenize(text);
  kept.set(text, tokens);
  return tokens;
}

function formOf(raw: string): string {
  const lower = raw.toLowerCase();
  const folded = PLAIN.test(lower) ? lower : fold(raw);
  // A possessive names the same thing; "434,784" and "434784" are the same number.
  return folded
    .replace(/'s$/, '')
    .replace(/'/g, '')
    .replace(/(?<=\d),(?=\d{3})/g, '')
    .replace(/(?<!\d)\.|\.(?!\d)/g, '')
    .replace(/[^\p{L}\p{N}.:,]/gu, '');
}

const ROMAN: Readonly<Record<string, string>> = { i: '1', ii: '2', iii: '3', iv: '4' };

/** "Phase IIb" and "phase 2b" are the same phase: Roman numerals after the word become digits. */
export function arabicPhases(tokens: readonly Token[]): Token[] {
  let inPhase = false;
  return tokens.map((token) => {
    if (/^(?:phases?|ph|grades?|stages?)$/.test(token.form)) {
      inPhase = true;
      return token;
    }
    const roman = /^(iv|i{1,3})([ab]?)$/.exec(token.form);
    if (!inPhase || roman === null) {
      inPhase = inPhase && /^(?:\d[ab]?|and|or|to)$/.test(token.form);
      return token;
    }
    return { ...token, form: `${ROMAN[roman[1] ?? ''] ?? ''}${roman[2] ?? ''}` };
  });
}

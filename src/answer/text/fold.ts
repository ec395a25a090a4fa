/** Unicode dashes and minus signs, all of which people and wires use for a hyphen. */
const DASHES = /[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g;
const SINGLE_QUOTES = /[\u2018\u2019\u201a\u201b\u02bc\u0060\u00b4]/g;
const DOUBLE_QUOTES = /[\u201c\u201d\u201e\u201f\u00ab\u00bb]/g;
/** Zero-width and direction marks: invisible, so two spellings that look alike must compare alike. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
const MARKS = /[®™©℠]|\((?:r|tm|sm)\)/gi;

/**
 * Text as it is compared, never shown: compatibility forms, dashes, quotes, trademark signs,
 * diacritics and case folded, white space collapsed.
 */
export function fold(text: string): string {
  return text
    .replace(MARKS, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(INVISIBLE, '')
    .replace(DASHES, '-')
    .replace(SINGLE_QUOTES, "'")
    .replace(DOUBLE_QUOTES, '"')
    .replace(/\s+/g, ' ')
    .trim()
    .toLowerCase();
}

/** Only the letters and digits of `text`, folded: `C-CAR 088` and `ccar088` are the same key. */
export function foldKey(text: string): string {
  return fold(text).replace(/[^\p{L}\p{N}]/gu, '');
}

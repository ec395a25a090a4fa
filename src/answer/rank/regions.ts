const REGION =
  '(?:u\\.?s\\.?a?|united states|america|canada|mexico|brazil|e\\.?u\\.?|europe\\w*|u\\.?k\\.?|united kingdom|britain|germany|france|italy|spain|israel|china|japan|taiwan|korea|india|australia|singapore)(?![a-z])';
const NAMED = new RegExp(`\\b(${REGION})`, 'gi');
const PLACED = new RegExp(
  `\\b(?:in|across|throughout|outside|for) (?:the |greater |mainland )?(${REGION})`,
  'gi',
);

/** The regions that a text names: "the U.S." and "America" are one. */
export function regionsIn(text: string): ReadonlySet<string> {
  return found(NAMED, text);
}

/** The regions that a text places something in: "plants in China", not "U.S. standards". */
export function regionsPlacedIn(text: string): ReadonlySet<string> {
  // Hard-wrapped lines break names.
  return found(PLACED, text.replace(/\s+/g, ' '));
}

function found(pattern: RegExp, text: string): ReadonlySet<string> {
  return new Set(
    [...text.matchAll(pattern)].map(([, name]) => oneName((name ?? '').toLowerCase().replace(/\./g, ''))),
  );
}

function oneName(form: string): string {
  if (/^(?:usa|united states|america)$/.test(form)) return 'us';
  if (/^(?:united kingdom|britain)$/.test(form)) return 'uk';
  return form.startsWith('europe') ? 'eu' : form;
}

/**
 * Characters that show nothing or turn the reading direction: soft hyphen, zero-width and bidirectional
 * controls, variation selectors, tags, byte order mark, control characters except the line feed.
 */
const UNSEEN = new RegExp(
  `[${[
    '\\u0000-\\u0009\\u000b-\\u001f\\u007f-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5',
    '\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u3164\\ufe00-\\ufe0f\\ufeff\\uffa0',
    '\\ufff0-\\ufffb\\u{e0000}-\\u{e0fff}',
  ].join('')}]`,
  'gu',
);

/**
 * What Discord turns into a link by itself, with the punctuation after it. It reads such an address as it
 * stands, escapes included, as far as the next space or "<".
 */
const ADDRESS = /https?:\/\/[^\s<]+(?=\s|$)/g;

/**
 * Text that Discord shows as exactly these characters: no markdown, mention, emoji or masked link takes
 * effect. Web addresses stay as they are, since Discord does not read escapes in them.
 */
export function showLiterally(text: string): string {
  let shown = '';
  let from = 0;
  for (const match of text.matchAll(ADDRESS)) {
    shown += unlinked(escapePlain(text.slice(from, match.index), atLineStart(text, from))) + match[0];
    from = match.index + match[0].length;
  }
  return shown + unlinked(escapePlain(text.slice(from), atLineStart(text, from)));
}

/**
 * A person's own words, safe to repeat: invisible and direction-turning characters are left out, lines are
 * joined, and nothing in them takes effect.
 */
export function showUserWords(words: string): string {
  return escapeEverywhere(readable(words));
}

/** A person's words as they meant them to be read: no unseen characters, no lone surrogates, one line. */
export function readable(words: string): string {
  return words
    .replace(/\p{Surrogate}/gu, ' ')
    .replace(/[\r\n\t\u2028\u2029]+/g, ' ')
    .replace(UNSEEN, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Undoes the escapes: what the reader sees of `showLiterally` or `showUserWords`. */
export function shownToReader(shown: string): string {
  return shown.replace(/\\([^0-9A-Za-z\s])/g, '$1');
}

function atLineStart(text: string, index: number): boolean {
  return index === 0 || text[index - 1] === '\n';
}

function escapePlain(text: string, startsLine: boolean): string {
  const inline = text
    .replace(/[\\*_~`|[\]]/g, '\\$&')
    .replace(/<(?=[@#:/a-z])/gi, '\\<')
    .replace(/@(?=everyone|here)/g, '\\@')
    .replace(/:(?=[\w+-]+:)/g, '\\:');
  const block = /^([ \t\u00a0]*)(#{1,3}(?=\s)|-#|[-+•](?=\s)|>)/gm;
  const list = /^([ \t\u00a0]*\d+)(\.(?=\s))/gm;
  const mark = (whole: string, before: string, sign: string, offset: number) =>
    offset === 0 && !startsLine ? whole : `${before}\\${sign}`;
  return inline.replace(block, mark).replace(list, mark);
}

/** Addresses included: a user's link must not become one of ours. */
function escapeEverywhere(text: string): string {
  return unlinked(escapePlain(text, true));
}

/** An address with escapes in it would be linked to another place than it shows: it is shown unlinked. */
function unlinked(text: string): string {
  return text.replace(/(https?|steam|discord|mailto)(:)(?=\S)/gi, '$1\\:');
}

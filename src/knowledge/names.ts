/** Endings that mark the name of a company. */
export const COMPANY_SUFFIX =
  '(?:Inc|Incorporated|Corp|Corporation|Ltd|Limited|LLC|L\\.L\\.C|LLP|L\\.P|LP|PLC|plc|Plc|AG|SA|S\\.A|SE|NV|N\\.V|B\\.V|BV|GmbH|KGaA|S\\.p\\.A|SpA|Co|Company|Bhd|Pty|Pte|AB|ASA|A/S|ApS|Oyj|KK|K\\.K|SAS|S\\.A\\.S|Trust|Group|Holdings?|REIT|Bancorp|Partners|Fund)\\.?';

const ABBREVIATED =
  '(?:(?:\\p{Lu}\\.){1,4}|(?:Inc|INC|Co|CO|Corp|CORP|Ltd|LTD|Bros|Intl|Int|St|Mt|Ft|Mfg|Assoc|Labs|Cos)\\.)';
const WORD = `(?:${ABBREVIATED}|(?:\\p{Lu}|[a-z]{1,3}(?=\\p{Lu}))[\\p{L}\\p{N}]*(?:[.'’‑+!/&-][\\p{L}\\p{N}]+)*!?[®™℠]?|\\d[\\p{L}\\p{N}]*(?:[.-][\\p{L}\\p{N}]+)*[®™]?|&)`;
const JOIN = `(?:\\s+(?:of|the|and|de|for|in|at)(?=\\s+${WORD}))`;
/** A run of capitalised words that may end in ", Inc." and the like. */
export const NAME_PATTERN = `(?<![\\p{L}\\p{N}])${WORD}(?:${JOIN}{0,2}\\s+${WORD}|\\s+plc(?!\\p{L})|,\\s+${COMPANY_SUFFIX}(?![\\p{L}])){0,11}`;

const SUFFIXES = new RegExp(`[,\\s]+(?:${COMPANY_SUFFIX}|Holding|International|Technologies|The)$`, 'iu');

/** A company's name reduced to what its short forms share: no legal ending, marks or case. */
export function foldCompany(name: string): string {
  let bare = name
    .normalize('NFKC')
    .replace(/[®™℠*]|\((?:R|TM)\)/g, '')
    .replace(/['’]s$/, '')
    .replace(/^the\s+/i, '')
    .trim();
  for (let round = 0; round < 4; round += 1) {
    const shorter = bare.replace(SUFFIXES, '').trim();
    if (shorter === bare || shorter === '') break;
    bare = shorter;
  }
  return bare
    .toLowerCase()
    .replace(/[^\p{L}\p{N}&]+/gu, ' ')
    .trim();
}

/** Whether one of two names is the other, or its first words. */
export function sameCompany(one: string, other: string): boolean {
  const [a, b] = [foldCompany(one), foldCompany(other)];
  if (a === '' || b === '') return false;
  if (a === b) return true;
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return (
    short.length >= 3 &&
    (long.startsWith(`${short} `) ||
      (long.replace(/ /g, '').startsWith(short.replace(/ /g, '')) && short.length >= 5))
  );
}

import { rulesFor } from '../lexicon/compile.ts';
import { FUNCTION_WORDS } from '../lexicon/light.ts';
import { stem } from '../text/stem.ts';
import { codeParts, sameCode } from './codes.ts';
import { type ReadingScope, type Unit, WEIGHT } from './question.ts';
import { typedAs, type Word } from './words.ts';

/** A run of words read as a product code. */
export interface CodeFound {
  readonly typed: string;
  readonly key: string;
  readonly keys: readonly string[];
  readonly length: number;
  readonly known: boolean;
}

/** The longest run of words that, written together, is a code of the releases; else a single word that looks like one. */
export function codeAt(words: readonly Word[], start: number, scope: ReadingScope): CodeFound | undefined {
  for (let length = Math.min(4, words.length - start); length >= 1; length -= 1) {
    const run = words.slice(start, start + length);
    const key = run.map((word) => word.form).join('');
    if (!/\d/.test(key) || run.some((word) => FUNCTION_WORDS.has(word.form) && word.form.length > 1))
      continue;
    const typed = typedAs(run);
    const keys = scope.codes.filter((code) => sameCode(code, key));
    if (keys.length > 0) return { typed, key, keys, length, known: true };
    if (length === 1 && /^\d{3,}$/.test(key)) {
      const bySuffix = scope.codes.filter(
        (code) => codeParts(code)?.digits === key && codeParts(code)?.tail === '',
      );
      if (bySuffix.length === 1) return { typed, key, keys: bySuffix, length, known: true };
    }
  }
  return nearMissAt(words, start, scope);
}

/** Words that together have the letters of a known code but other digits: a near miss, never a match. */
function nearMissAt(words: readonly Word[], start: number, scope: ReadingScope): CodeFound | undefined {
  for (let length = Math.min(3, words.length - start); length >= 1; length -= 1) {
    const run = words.slice(start, start + length);
    const key = run.map((word) => word.form).join('');
    const parts = codeParts(key);
    if (parts === undefined || scope.hasStem(key)) continue;
    const near = scope.codes.some((code) => codeParts(code)?.letters === parts.letters);
    if (near) return { typed: typedAs(run), key, keys: [], length, known: false };
  }
  return undefined;
}

/** "CLS-TA": capitals joined by hyphens name one thing; its parts alone are not it. */
export function hyphenatedNameAt(
  words: readonly Word[],
  start: number,
): { unit: Unit; length: number } | undefined {
  let end = start + 1;
  while (words[end]?.joined === true) end += 1;
  const run = words.slice(start, end);
  const capitals = run.every((word) => /^[A-Z0-9]+$/.test(word.typed));
  if (run.length < 2 || !capitals || run.every((word) => word.typed.length < 2)) return undefined;
  if (rulesFor(run[0]?.stem ?? '').some((rule) => rule.trigger.length === run.length)) return undefined;
  const typed = run.map((word) => word.typed).join('-');
  const alternatives = [{ stems: [stem(run.map((word) => word.form).join(''))], quality: 1 }];
  return {
    unit: {
      typed,
      read: typed.toLowerCase(),
      alternatives,
      weight: WEIGHT.acronym,
      critical: true,
      required: true,
      subject: false,
    },
    length: run.length,
  };
}

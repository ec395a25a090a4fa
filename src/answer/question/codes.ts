/** A product code as people type it: letters, then digits, perhaps letters again ("ccar088", "geocm04s1"). */
const CODE_KEY = /^([a-z]{2}(?:[a-z\d]*[a-z])?)(\d+)([a-z]?)$/;

export interface CodeParts {
  readonly letters: string;
  readonly digits: string;
  readonly tail: string;
}

export function codeParts(key: string): CodeParts | undefined {
  const match = CODE_KEY.exec(key);
  if (match === null) return undefined;
  return { letters: match[1] ?? '', digits: match[2] ?? '', tail: match[3] ?? '' };
}

/**
 * Whether two folded codes name one product: letters alike, digits the same number. A leading zero
 * may be left out ("ccar 88" is C-CAR088); no other digit may differ, be missing or be added.
 */
export function sameCode(a: string, b: string): boolean {
  if (a === b) return true;
  const left = codeParts(a);
  const right = codeParts(b);
  if (left === undefined || right === undefined) return false;
  return (
    left.letters === right.letters &&
    left.tail === right.tail &&
    left.digits.replace(/^0+/, '') === right.digits.replace(/^0+/, '')
  );
}

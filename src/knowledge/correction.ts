import type { ReleaseKind } from './model.ts';
import type { QuoteSource, Span } from './quote.ts';

/** What a correction notice above the headline says. */
export interface Correction {
  readonly kind: ReleaseKind;
  readonly supersedes?: string;
  /** How many of the first lines belong to the notice. */
  readonly units: number;
}

const CORRECTION =
  /^\W{0,4}(?:C\s?O\s?R\s?R\s?E\s?C\s?T\s?I\s?O\s?N\b|CORRECT(?:ION|ED|ING)\b|REPLACEMENT\b|Correction:|CORRECTING and REPLACING|Correcting and Replacing)/;
const UPDATE =
  /^\W{0,4}(?:U\s?P\s?D\s?A\s?T\s?E\s?D?\b\s*(?:[-–—:]|\/)|UPDATING and REPLACING|R\s?E\s?P\s?E\s?A\s?T\b\s*[-–—/])/;
/** The line after which the corrected release stands. */
const FOLLOWS =
  /(?:(?:complete|full|corrected|updated)[^.]{0,60}(?:release|announcement)[^.]{0,40}(?:follows|reads)|follows|reads)\s*:?\s*$/i;
const NOTICE =
  /^(?:In the (?:news|press)? ?release,|The (?:news|press) release,|(?:Please )?replace the (?:news |press )?release|The (?:headline|.{1,60}paragraph|.{1,40}sentence|.{1,40}bullet) (?:of|should|has)|This (?:press )?release (?:corrects|replaces|has been)|Correction to|A (?:previous|prior) version)/i;
const NAMED =
  /^(?:In the|The) (?:news|press)? ?release,\s*["“]?(.{8,300}?)["”]?,\s+(?:issued|published|distributed|dated|transmitted|sent)\b/is;

/** Reads a correction or update notice from the lines above the dateline. */
export function readCorrection({ text }: QuoteSource, lines: readonly Span[]): Correction {
  const contents = lines.slice(0, 12).map(({ start, end }) => text.slice(start, end));
  const first = contents.findIndex((content) => CORRECTION.test(content) || UPDATE.test(content));
  const notice = contents.findIndex((content) => NOTICE.test(content));
  if (first < 0 && notice < 0) return { kind: 'original', units: 0 };
  const kind = first >= 0 && !CORRECTION.test(contents[first] ?? '') ? 'update' : 'correction';
  const follows = contents.findLastIndex((content) => FOLLOWS.test(content));
  const named = NAMED.exec(contents[notice] ?? '')?.[1]?.trim();
  // "CORRECTION: Acme Reports …" is the headline itself; a notice between slashes is not.
  const bannerOnly = first >= 0 && /^\s*\//.test(contents[first] ?? '');
  const units = Math.max(follows + 1, notice + 1, bannerOnly ? first + 1 : 0);
  return named === undefined ? { kind, units } : { kind, units, supersedes: named };
}

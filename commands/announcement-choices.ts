import { newestFirst, oneOfEachIssuer } from '../src/answer/lookups/scope.ts';
import { foldKey } from '../src/answer/text/fold.ts';
import { LIMITS } from '../src/present/limits.ts';
import { asOf, issuerLine } from '../src/present/source.ts';
import type { AutocompleteChoice, Context } from './command.ts';
import { ANNOUNCED_KINDS, type AnnouncedKind } from './desk.ts';

/** The kinds of a list such as "release, event"; all for none; undefined where one is unknown. */
export function kindsOf(typed: string | undefined): readonly AnnouncedKind[] | undefined {
  if (typed === undefined || /^\s*all\s*$/i.test(typed)) return ANNOUNCED_KINDS;
  const words = typed
    .toLowerCase()
    .split(/[\s,+&]+|\band\b/)
    .filter(Boolean);
  const kinds = words.map((word) => ANNOUNCED_KINDS.find((kind) => word === kind || word === `${kind}s`));
  if (kinds.length === 0 || kinds.includes(undefined)) return undefined;
  return ANNOUNCED_KINDS.filter((kind) => kinds.includes(kind));
}

/** What is offered while kinds are typed. */
export const KIND_CHOICES: readonly AutocompleteChoice[] = [
  'release, correction, event',
  'release, correction',
  'release, event',
  'release',
  'correction',
  'event',
].map((value) => ({ name: value, value }));

/** The companies whose names fit what is typed. */
export function issuerChoices(typed: string, { releases }: Context): AutocompleteChoice[] {
  return oneOfEachIssuer(releases)
    .map((release) => {
      const { tickers, name } = release.issuer;
      return { name: issuerLine(release), value: tickers[0]?.symbol.text ?? name?.text ?? '' };
    })
    .filter(
      ({ name, value }) =>
        value !== '' && value.length <= LIMITS.choiceName && foldKey(name).includes(foldKey(typed)),
    )
    .map(({ name, value }) => ({ name: name.length <= LIMITS.choiceName ? name : value, value }));
}

/** The releases that fit what is typed, newest first. */
export function releaseChoices(typed: string, { releases }: Context): AutocompleteChoice[] {
  return newestFirst(releases)
    .filter(({ id }) => id.length <= LIMITS.choiceName)
    .map((release) => {
      const full = `${issuerLine(release)} · ${asOf(release)} · ${release.headline?.text ?? release.id}`;
      return { name: full.length <= LIMITS.choiceName ? full : release.id, value: release.id, full };
    })
    .filter(({ full, value }) => foldKey(`${full} ${value}`).includes(foldKey(typed)))
    .slice(0, LIMITS.autocompleteChoices)
    .map(({ name, value }) => ({ name, value }));
}

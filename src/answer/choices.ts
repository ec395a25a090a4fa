import type { Choice } from './answer.ts';
import type { Scope } from './index/scope.ts';
import { codeParts } from './question/codes.ts';
import type { Scored } from './rank/score.ts';
import { DECISION } from './rank/weights.ts';
import { fold, foldKey } from './text/fold.ts';

/** Most choices that can be offered: what a select menu holds. */
const MOST_CHOICES = 25;

/** The products of the same family as a code that names none: what "did you mean" offers. */
export function choicesNear(key: string, scope: Scope): Choice[] {
  const letters = codeParts(key)?.letters;
  const near = [...scope.products].filter(([known]) => codeParts(known)?.letters === letters);
  return near.slice(0, MOST_CHOICES).flatMap(([known, { release }]) => {
    const names = [
      ...release.entities.filter(({ kind }) => kind === 'product').map(({ name }) => name),
      ...release.abstracts.flatMap(({ candidate }) => candidate ?? []),
    ];
    const name = names.find((one) => foldKey(one.text) === known);
    return name === undefined ? [] : [{ name, release }];
  });
}

/** The issuers whose releases answer about as well as the best: more than one makes the question ambiguous. */
export function issuersAnswering(answering: readonly Scored[], best: Scored): Choice[] {
  const seen = new Map<string, Choice>();
  for (const { entry, score } of answering) {
    const { release } = entry;
    const name = release.issuer.name ?? release.headline;
    if (name === undefined || score < best.score - DECISION.newerWinsWithin) continue;
    const key = release.issuer.name === undefined ? release.id : fold(name.text);
    if (!seen.has(key)) seen.set(key, { name, release });
  }
  return [...seen.values()].slice(0, MOST_CHOICES);
}

import type { Span } from './quote.ts';

/**
 * Cuts a sentence where a further predicate with its own status begins: "approved X, and has accepted
 * Y" is two clauses. A sentence with one status stays whole.
 */
export function clausesOf(text: string, sentence: Span, status: RegExp): Span[] {
  const content = text.slice(sentence.start, sentence.end);
  const found = [...content.matchAll(new RegExp(status.source, status.flags))];
  if (found.length < 2) return [sentence];
  const cuts: number[] = [];
  for (const joint of content.matchAll(
    /[,;]\s+(?:and|while|but|as well as)\s+(?=(?:has|have|had|is|was|were|also|it|the|its|in)\b|(?:\w+ed)\b)/g,
  )) {
    const from = cuts.at(-1) ?? 0;
    const at = joint.index + joint[0].length;
    const before = found.some(({ index }) => index >= from && index < joint.index);
    const after = found.some(({ index }) => index >= at && index < at + 60);
    if (before && after) cuts.push(at);
  }
  const starts = [0, ...cuts];
  return starts.map((from, index) => {
    const next = starts[index + 1];
    const piece = content.slice(from, next ?? content.length);
    const end =
      next === undefined
        ? piece.length
        : piece.replace(/[,;]?\s+(?:and|while|but|as well as)\s+$/, '').length;
    return { start: sentence.start + from, end: sentence.start + from + end };
  });
}

import type { Corpus, Entry } from '../index/corpus.ts';
import type { CompiledUnit } from './match.ts';
import { CANDIDATES } from './weights.ts';

/** Saturation and length normalization of BM25 (Robertson and Zaragoza, 2009: the usual 1.2 and 0.75). */
const K1 = 1.2;
const B = 0.75;

/**
 * The entries of the given releases worth a close look, in text order: all of them when few, else
 * the best by BM25 over the inverted index, so that the cost follows the question and not the corpus.
 */
export function pickCandidates(
  corpus: Corpus,
  releaseIndexes: readonly number[],
  units: readonly CompiledUnit[],
): Entry[] {
  const ranges = releaseIndexes.map(
    (index) => [corpus.firstEntry[index] ?? 0, corpus.firstEntry[index + 1] ?? 0] as const,
  );
  const size = ranges.reduce((sum, [from, to]) => sum + to - from, 0);
  if (size <= CANDIDATES * 4) return ranges.flatMap(([from, to]) => corpus.entries.slice(from, to));

  const inScope = releaseIndexes.length === corpus.releases.length ? undefined : new Set(releaseIndexes);
  const scores = new Map<number, number>();
  const seen = new Set<number>();
  for (const unit of units.flatMap((one) => [one, ...one.parts])) {
    for (const { ids, quality } of unit.options) {
      for (const id of ids) {
        if (seen.has(id)) continue;
        seen.add(id);
        addScores(corpus, id, (unit.weight * quality) / ids.length, inScope, scores);
      }
    }
  }
  return [...scores]
    .sort((a, b) => b[1] - a[1])
    .slice(0, CANDIDATES)
    .flatMap(([id]) => corpus.entries[id] ?? []);
}

function addScores(
  corpus: Corpus,
  stemId: number,
  weight: number,
  inScope: ReadonlySet<number> | undefined,
  scores: Map<number, number>,
): void {
  const postings = corpus.postings(stemId);
  const total = corpus.entries.length;
  const rarity = Math.log(1 + (total - postings.length + 0.5) / (postings.length + 0.5));
  // A word in one passage of five tells nothing and would make every question visit the whole corpus.
  if (postings.length > 20_000 && inScope === undefined) return;
  for (const id of postings) {
    const entry = corpus.entries[id];
    if (entry === undefined || inScope?.has(entry.releaseIndex) === false) continue;
    const length = entry.stems.length / corpus.averageLength;
    const gain = (weight * rarity * (K1 + 1)) / (1 + K1 * (1 - B + B * length));
    scores.set(id, (scores.get(id) ?? 0) + gain);
  }
}

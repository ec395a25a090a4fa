/** A generator of numbers in [0, 1) from a seed (mulberry32, public domain), so that a run can be repeated. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';
/** Words of at least this many letters and no digit are "longer words"; three in ten get an edit. */
const LONGER = 5;
const SHARE = 0.3;

/** The question with one random edit (drop, double, swap or replace a letter) in about three of ten longer words. */
export function withTypos(question: string, random: () => number): string {
  return question.replace(/[A-Za-z0-9-]+/g, (word) => {
    if (word.length < LONGER || /\d/.test(word) || random() >= SHARE) return word;
    const at = 1 + Math.floor(random() * (word.length - 2));
    const letter = LETTERS[Math.floor(random() * LETTERS.length)] ?? 'e';
    switch (Math.floor(random() * 4)) {
      case 0:
        return word.slice(0, at) + word.slice(at + 1);
      case 1:
        return word.slice(0, at) + letter + word.slice(at);
      case 2:
        return word.slice(0, at) + (word[at + 1] ?? '') + (word[at] ?? '') + word.slice(at + 2);
      default:
        return word.slice(0, at) + letter + word.slice(at + 1);
    }
  });
}

import { stemmer } from 'stemmer';
import { BASE_OF, DIGITS_OF, STEM_OF } from './irregular.ts';

const cache = new Map<string, string>();
/** Bounded, since questions bring new words for as long as the process lives. */
const CACHE_LIMIT = 200_000;

/** The stem of a folded word (Porter's, with irregular forms); numbers and codes are left as they are. */
export function stem(form: string): string {
  const known = cache.get(form);
  if (known !== undefined) return known;
  const stemmed = stemOf(form);
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(form, stemmed);
  return stemmed;
}

function stemOf(form: string): string {
  if (/\d/.test(form)) return form.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1');
  const digits = DIGITS_OF.get(form);
  if (digits !== undefined) return digits;
  const base = BASE_OF.get(form) ?? form;
  const apart = STEM_OF.get(base);
  if (apart !== undefined) return apart;
  // Porter would cut the short names and tickers that must compare exactly ("ash", "gas", "pfs").
  return base.length <= 3 ? base : stemmer(base);
}

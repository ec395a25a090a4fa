import { performance } from 'node:perf_hooks';
import { loadKnowledge } from '../src/knowledge/load.ts';
import type { Release } from '../src/knowledge/model.ts';
import { tickerGroups } from '../src/knowledge/tickers.ts';

/**
 * `bench parse DIR [FIELD]`: what the parser finds in an archive, and how long it takes; with a field's
 * name, the first hundred releases in which it finds none.
 */
export async function benchParse([dir, missing]: readonly string[]): Promise<number> {
  if (dir === undefined) {
    process.stderr.write('usage: npm run bench -- parse DIR [FIELD]\n');
    return 1;
  }
  const started = performance.now();
  const { releases, faults } = await loadKnowledge(dir);
  const seconds = (performance.now() - started) / 1000;
  console.log(`${releases.length} releases in ${seconds.toFixed(1)} s, ${faults.length} faults`);
  for (const { name, has, of = () => true } of FIELDS) {
    const able = releases.filter(of);
    const found = able.filter(has);
    console.log(
      `${name.padEnd(34)} ${String(found.length).padStart(5)} of ${able.length}  ${((100 * found.length) / Math.max(1, able.length)).toFixed(1)} %`,
    );
    if (missing !== undefined && name.startsWith(missing))
      printMissing(able.filter((release) => !has(release)));
  }
  const passages = releases.reduce((sum, release) => sum + release.passages.length, 0);
  console.log(`${passages} passages, ${Math.round(process.memoryUsage().rss / 2 ** 20)} MiB resident`);
  return 0;
}

interface Field {
  readonly name: string;
  readonly has: (release: Release) => boolean;
  /** Which releases could have it, judged by the text alone. */
  readonly of?: (release: Release) => boolean;
}

const FIELDS: readonly Field[] = [
  { name: 'headline', has: ({ headline }) => headline !== undefined },
  { name: 'issuer', has: ({ issuer }) => issuer.name !== undefined },
  {
    name: 'ticker, where one stands in the text',
    has: ({ issuer }) => issuer.tickers.length > 0,
    of: hasTicker,
  },
  {
    name: 'date, where a dateline names a wire',
    has: ({ dateline }) => dateline?.date !== undefined,
    of: ({ text }) =>
      /\((?:NEWMEDIAWIRE|NewMediaWire|GLOBE NEWSWIRE)\)|\/PRNewswire|BUSINESS WIRE/.test(text.slice(0, 3000)),
  },
  { name: 'date', has: ({ publishedAt }) => publishedAt !== undefined },
  {
    name: 'kind other than original',
    has: ({ kind }) => kind !== 'original',
    of: ({ text }) => /^.{0,40}(?:CORRECT(?:ION|ING|ED)|C O R R E C|UPDATE[D:]|Correction)/s.test(text),
  },
  {
    name: 'abstracts, where labels stand',
    has: ({ abstracts }) => abstracts.length > 0,
    of: ({ text }) => /^(?:Abstract|Presentation|Poster|Session) (?:Title|Number)\s?:/m.test(text),
  },
  {
    name: 'safe harbor, where said',
    has: ({ forwardLooking }) => forwardLooking !== undefined,
    of: ({ text }) => /forward[- ]looking statements?/i.test(text),
  },
  {
    name: 'contacts, where an address stands',
    has: ({ contacts }) => contacts.length > 0,
    of: ({ text }) => /\S@\S+\.\w/.test(text.slice(-1500)),
  },
  {
    name: 'people, where someone is quoted',
    has: ({ people }) => people.length > 0,
    of: ({ text }) => /[”"] said \p{Lu}/u.test(text),
  },
  { name: 'all letters in passages', has: isCovered },
];

function hasTicker(release: Release): boolean {
  return tickerGroups(release, { start: 0, end: release.text.length }).length > 0;
}

function isCovered({ text, passages }: Release): boolean {
  let end = 0;
  for (const { quote } of passages) {
    if (/[\p{L}\p{N}]/u.test(text.slice(end, quote.start))) return false;
    end = quote.end;
  }
  return !/[\p{L}\p{N}]/u.test(text.slice(end));
}

function printMissing(releases: readonly Release[]): void {
  for (const { id, text } of releases.slice(0, 100)) console.log(`--- ${id}\n${text.slice(0, 420)}\n`);
}

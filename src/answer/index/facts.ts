import type { Passage, Person, Release } from '../../knowledge/model.ts';
import { type Quote, quoteFrom } from '../../knowledge/quote.ts';

/**
 * A quote that answers questions whose words the text itself does not use: nobody asks for
 * "(NASDAQ: CBMG)" but for the ticker. `words` are what it is asked with; they are never shown.
 */
export interface Fact {
  readonly quote: Quote;
  readonly words: string;
}

const DATELINE_PLACE = 'dateline city cities place sent from written';
const DATELINE_DATE = 'dateline date dated issued announced release published put out';
export const WIRE = 'newswire wire service distributed carried published';
const TICKER = 'ticker symbol stock exchange listed listing trades trading code';
const HEADLINE = 'headline title of the release';
export const PERSON = 'person name position title role job';
const CONTACT = 'contact contacts reach';

/** The facts that the layout of a release states without saying them. */
export function layoutFacts(release: Release): Fact[] {
  const facts: Fact[] = [];
  const { dateline, issuer } = release;
  if (dateline !== undefined) {
    const first = dateline.places[0];
    const last = dateline.places.at(-1);
    if (first !== undefined && last !== undefined && first.start < last.end) {
      facts.push({ quote: quoteFrom(release, first.start, last.end), words: DATELINE_PLACE });
    }
    if (dateline.date !== undefined) facts.push({ quote: dateline.quote, words: DATELINE_DATE });
    if (dateline.wire !== undefined)
      facts.push({ quote: wireWithMarks(release, dateline.wire), words: WIRE });
  }
  for (const ticker of issuer.tickers) {
    facts.push({
      quote: tickerWithName(release, ticker.exchange ?? ticker.symbol, ticker.symbol),
      words: TICKER,
    });
  }
  if (release.headline !== undefined) facts.push({ quote: release.headline, words: HEADLINE });
  for (const abstract of release.abstracts) {
    const holder = abstract.number === undefined ? undefined : passageOf(release, abstract.number);
    if (holder !== undefined && holder.form !== 'label')
      // The number of the only abstract is that of whatever the headline speaks of.
      facts.push({
        quote: holder.quote,
        words: `abstract number ${release.abstracts.length === 1 ? (release.headline?.text ?? '') : ''}`,
      });
  }
  for (const person of release.people) {
    const quote = personWithTitle(release, person);
    if (quote !== undefined) facts.push({ quote, words: PERSON });
  }
  for (const quote of contactBlocks(release)) facts.push({ quote, words: CONTACT });
  return facts;
}

/** Farthest apart that a name and its title may stand to be quoted as one, in characters. */
const NAME_AND_TITLE = 160;

/** "Jane Roe, Chief Medical Officer": the name and title as they stand together in the text. */
function personWithTitle(release: Release, { name, title }: Person): Quote | undefined {
  if (title === undefined) return undefined;
  const start = Math.min(name.start, title.start);
  const end = Math.max(name.end, title.end);
  return end - start > NAME_AND_TITLE ? undefined : quoteFrom(release, start, end);
}

/** Longest run of contact lines quoted as one, in characters. */
const CONTACT_BLOCK = 320;

/** Contact lines that stand together: a name means nothing without the telephone number below it. */
function contactBlocks(release: Release): Quote[] {
  const lines = release.passages.filter((passage) => passage.role === 'contacts');
  const blocks: Quote[] = [];
  lines.forEach((first, at) => {
    const within = lines.slice(at).filter((line) => line.quote.end - first.quote.start <= CONTACT_BLOCK);
    const last = within.at(-1);
    if (last === undefined || within.length < 2) return;
    // Each window starts at a line; one that ends where the window before it ended holds nothing new.
    if (blocks.at(-1)?.end === last.quote.end) return;
    blocks.push(quoteFrom(release, first.quote.start, last.quote.end));
  });
  return blocks;
}

/** "/PRNewswire/" rather than "PRNewswire": as it is printed. */
function wireWithMarks(release: Release, wire: Quote): Quote {
  const before = /[/(]$/.test(release.text.slice(0, wire.start)) ? 1 : 0;
  const after = /^[/)]/.test(release.text.slice(wire.end)) ? 1 : 0;
  return quoteFrom(release, wire.start - before, wire.end + after);
}

/** The ticker within its brackets, with the issuer's name when it stands right before them. */
function tickerWithName(release: Release, from: Quote, symbol: Quote): Quote {
  const open = release.text.slice(Math.max(0, from.start - 60), from.start).search(/[(（][^()（）]*$/);
  const start = open < 0 ? from.start : Math.max(0, from.start - 60) + open;
  const close = /^[^()（）]{0,60}[)）]/.exec(release.text.slice(symbol.end));
  const end = close === null ? symbol.end : symbol.end + close[0].length;
  const name = release.issuer.name;
  const near = name !== undefined && name.end <= start && start - name.end <= 3;
  return quoteFrom(release, near ? name.start : start, end);
}

/** The passage that holds the most of `quote`: what gives it its headings and its paragraph. */
export function passageOf(release: Release, quote: Quote): Passage | undefined {
  let best: Passage | undefined;
  let most = 0;
  for (const passage of release.passages) {
    const shared = Math.min(passage.quote.end, quote.end) - Math.max(passage.quote.start, quote.start);
    if (shared > most) {
      most = shared;
      best = passage;
    }
  }
  return best;
}

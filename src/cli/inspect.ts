import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Abstract, Issuer, QuotedDate, Release } from '../knowledge/model.ts';
import { parseRelease } from '../knowledge/parse.ts';
import type { Quote } from '../knowledge/quote.ts';
import { readSidecar } from '../knowledge/readsidecar.ts';
import type { Sidecar } from '../knowledge/sidecar.ts';

/** `inspect FILE`: prints what the parser finds in one release as a JSON object; absent is left out. */
export async function inspect(argv: readonly string[]): Promise<number> {
  const [file] = argv;
  if (file === undefined) {
    console.error('inspect needs the path of a release, for example knowledge/cbmg-2020-12-04.txt');
    return 2;
  }
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(await readFile(file));
    const release = parseRelease(basename(file).replace(/\.txt$/, ''), text, await sidecarOf(file));
    console.log(JSON.stringify(inspected(release), null, 2));
    return 0;
  } catch (error) {
    console.error(`${file}:1: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

async function sidecarOf(file: string): Promise<Sidecar | undefined> {
  const yaml = file.replace(/\.txt$/, '.yaml');
  const content = yaml === file ? undefined : await readFile(yaml, 'utf8').catch(() => undefined);
  return content === undefined ? undefined : readSidecar(yaml, content).sidecar;
}

interface Slice {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** A release in the shape that the design names; undefined fields are dropped by JSON. */
export function inspected(release: Release): object {
  const { id, headline, dateline, publishedAt, kind, supersedes } = release;
  return {
    id,
    issuer: issuerOf(release.issuer),
    headline: slice(headline),
    dateline: dateline && {
      places: dateline.places.map((place) => slice(place)),
      date: dateline.date?.iso,
      wire: slice(dateline.wire),
    },
    publishedAt,
    kind,
    supersedes,
    abstracts: release.abstracts.map((abstract) => abstractOf(abstract)),
    people: release.people.map(({ name, title }) => ({ name: slice(name), title: slice(title) })),
    definitions: release.definitions.map(({ term, meaning }) => ({
      term: slice(term),
      meaning: slice(meaning),
    })),
    forwardLooking: release.forwardLooking !== undefined,
    contacts: release.contacts.map((contact) => slice(contact)),
  };
}

function issuerOf({ name, tickers }: Issuer): object {
  return {
    name: slice(name),
    tickers: tickers.map(({ exchange, symbol }) => ({ exchange: slice(exchange), symbol: slice(symbol) })),
  };
}

function abstractOf(abstract: Abstract): object {
  const { candidate, title, program, type, session, date, time, location, presenter, number, link } =
    abstract;
  const fields = {
    candidate,
    title,
    program,
    type,
    session,
    date: day(date),
    time,
    location,
    presenter,
    number,
    link,
  };
  return Object.fromEntries(Object.entries(fields).map(([name, quote]) => [name, slice(quote)]));
}

function day(date: QuotedDate | undefined): Quote | undefined {
  return date?.quote;
}

function slice(quote: Quote | undefined): Slice | undefined {
  return quote && { text: quote.text, start: quote.start, end: quote.end };
}

import { create, insertMultiple, search } from '@orama/orama';
import Fuse, { type IFuseOptions } from 'fuse.js';
import MiniSearch from 'minisearch';
import { createEngine } from '../../src/answer/create.ts';
import { FUNCTION_WORDS } from '../../src/answer/lexicon/light.ts';
import { stem } from '../../src/answer/text/stem.ts';
import { tokenize } from '../../src/answer/text/tokens.ts';
import type { Release } from '../../src/knowledge/model.ts';
import type { Quote } from '../../src/knowledge/quote.ts';

/** Answers a question of the given releases (all when undefined) with quotes, or with none: a refusal. */
export type Ask = (question: string, release: Release, alone: boolean) => readonly Quote[];

/** A passage as the search libraries get it. */
interface Document {
  readonly id: string;
  readonly release: string;
  readonly text: string;
  readonly quote: Quote;
}

export const ENGINES = {
  footnote,
  'fuse.js default': (releases: readonly Release[]) => fuse(releases, {}),
  'fuse.js token search': (releases: readonly Release[]) =>
    fuse(releases, {
      useTokenSearch: true,
      tokenize: stemmed,
      threshold: 0.2,
      ignoreFieldNorm: true,
      ignoreLocation: true,
    }),
  MiniSearch: miniSearch,
  Orama: orama,
} as const;

export type EngineName = keyof typeof ENGINES;

function footnote(releases: readonly Release[]): Ask {
  const engine = createEngine(releases);
  return (question, release, alone) => {
    const issuer = release.issuer.tickers[0]?.symbol.text ?? release.issuer.name?.text;
    const answer = engine.ask(
      question,
      alone ? { release: release.id } : issuer === undefined ? {} : { issuer },
    );
    return answer.outcome === 'answered' ? answer.citations.map(({ quote }) => quote) : [];
  };
}

/** Words folded and stemmed, function words left out: the best that the libraries were measured with. */
function stemmed(text: string): string[] {
  return tokenize(text)
    .map(({ form }) => form)
    .filter((form) => !FUNCTION_WORDS.has(form))
    .map(stem);
}

function documentsOf(releases: readonly Release[]): Document[] {
  return releases.flatMap(({ id, passages }) =>
    passages.map(({ quote, headings }, index) => ({
      id: `${id}#${index}`,
      release: id,
      text: `${headings.at(-1)?.text ?? ''} ${quote.text}`,
      quote,
    })),
  );
}

/** One index of everything, and one of each release for questions to it alone, made when first asked. */
function perRelease(
  releases: readonly Release[],
  build: (documents: readonly Document[]) => (question: string) => Document | undefined,
): Ask {
  const all = build(documentsOf(releases));
  const single = new Map<string, (question: string) => Document | undefined>();
  return (question, release, alone) => {
    let find = alone ? single.get(release.id) : all;
    if (find === undefined) {
      find = build(documentsOf([release]));
      single.set(release.id, find);
    }
    const found = find(question);
    return found === undefined ? [] : [found.quote];
  };
}

function fuse(releases: readonly Release[], options: IFuseOptions<Document>): Ask {
  return perRelease(releases, (documents) => {
    const index = new Fuse(documents, { keys: ['text'], ...options });
    return (question) => index.search(question, { limit: 1 })[0]?.item;
  });
}

function miniSearch(releases: readonly Release[]): Ask {
  return perRelease(releases, (documents) => {
    const index = new MiniSearch<Document>({
      fields: ['text'],
      tokenize: (text) => stemmed(text),
      searchOptions: { fuzzy: (term) => (term.length > 4 ? 0.2 : false) },
    });
    index.addAll(documents);
    const byId = new Map(documents.map((document) => [document.id, document]));
    return (question) => byId.get(String(index.search(question)[0]?.id ?? ''));
  });
}

function orama(releases: readonly Release[]): Ask {
  return perRelease(releases, (documents) => {
    const index = create({
      schema: { text: 'string' } as const,
      components: { tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: stemmed } },
    });
    insertMultiple(
      index,
      documents.map(({ id, text }) => ({ id, text })),
      documents.length,
    );
    const byId = new Map(documents.map((document) => [document.id, document]));
    return (question) => {
      const found = search(index, { term: question, tolerance: 1, limit: 1 });
      if (found instanceof Promise)
        throw new Error('Orama answered later: a plugin made its search asynchronous');
      return byId.get(found.hits[0]?.id ?? '');
    };
  });
}

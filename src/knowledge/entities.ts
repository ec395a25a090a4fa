import { nameBefore } from './companies.ts';
import { cut } from './cut.ts';
import type {
  Abstract,
  Definition,
  Entity,
  EntityKind,
  Issuer,
  MeetingEvent,
  Person,
  Statement,
} from './model.ts';
import { foldCompany, sameCompany } from './names.ts';
import type { Placed } from './outline.ts';
import { codesIn, NONPROPRIETARY } from './products.ts';
import type { Quote, QuoteSource } from './quote.ts';
import type { Sidecar } from './sidecar.ts';

/** What has been found in the text so far, from which entities are gathered. */
export interface Found {
  readonly placed: readonly Placed[];
  readonly issuer: Issuer;
  readonly places: readonly Quote[];
  readonly abstracts: readonly Abstract[];
  readonly events: readonly MeetingEvent[];
  readonly people: readonly Person[];
  readonly definitions: readonly Definition[];
  readonly undefinedTerms: readonly Quote[];
  readonly statements: readonly Statement[];
}

interface Draft {
  readonly kind: EntityKind;
  readonly name: Quote;
  readonly spellings: Quote[];
}

const ENDING =
  '(?:Inc\\.?|Incorporated|Corp\\.?|Corporation|Ltd\\.?|Limited|LLC|L\\.L\\.C\\.|LLP|L\\.P\\.|LP|PLC|plc|AG|S\\.A\\.|SA|SE|N\\.V\\.|NV|B\\.V\\.|BV|GmbH|KGaA|S\\.p\\.A\\.|SpA|Co\\.(?!\\p{L})|Company|Bhd|Pty|ASA|A/S|Oyj|Bancorp)(?![\\p{L}-])';
/** The legal endings of a name, with what parts them from it. */
const ENDINGS = new RegExp(`(?:,?\\s+${ENDING})+`, 'gu');
const MARKED = /(?<![\p{L}\p{N}])([\p{Lu}][\p{L}\p{N}-]{2,})(?:[®™]|\s?\((?:R|TM)\))/dgu;
/** "OZELVIQ (danopretil)": a name in capitals before one in small letters. */
const BRANDED = /(?<![\p{L}\p{N}])(\p{Lu}{5,})(?=[®™]?\s\(\p{Ll}{6,}(?:-\p{Ll}{4})?[),])/gu;
const REGULATORS =
  /\b(?:FDA|NMPA|CFDA|EMA|MHRA|PMDA|TGA|Health Canada|European Medicines Agency|Food and Drug Administration|National Medical Products Administration|European Commission|SEC|Securities and Exchange Commission|FTC|FCC|EPA)\b/g;
const DISEASE =
  /(?:oma|emia|itis|osis|cancer|disease|disorder|syndrome|arthritis|fibrosis|infection|diabetes|obesity|epilepsy|degeneration|failure|pain|stroke|dementia|hypertension|hypotension|puberty|atrophy|dystrophy|palsy|tumou?rs?|carcinoma)s?$/i;

/** Products, companies, people and the rest that the text names, each with its spellings. */
export function entitiesOf(source: QuoteSource, found: Found, sidecar: Sidecar | undefined): Entity[] {
  const drafts = new Map<string, Draft>();
  const add = (kind: EntityKind, quote: Quote | undefined, key = fold(kind, quote?.text ?? '')): void => {
    if (quote === undefined || key === '') return;
    const known = drafts.get(`${kind} ${key}`);
    if (known === undefined) drafts.set(`${kind} ${key}`, { kind, name: quote, spellings: [] });
    else if (known.name.text !== quote.text && !known.spellings.some(({ text }) => text === quote.text))
      known.spellings.push(quote);
  };
  gather(source, found, add);
  const aliases = Object.entries(sidecar?.aliases?.entities ?? {}).map(
    ([name, spellings]) => [bare(name), spellings] as const,
  );
  const named = new Set(
    [...drafts.values()].flatMap(({ kind, name, spellings }) =>
      kind === 'term' ? [] : [name, ...spellings].map(({ text }) => bare(text)),
    ),
  );
  return [...drafts.values()]
    .map(({ kind, name, spellings }) => ({
      kind,
      name,
      spellings,
      aliases: aliases.filter(([key]) => key === bare(name.text)).flatMap(([, others]) => others),
    }))
    .filter(({ kind, name }) => kind !== 'term' || !named.has(bare(name.text)))
    .sort((one, other) => one.name.start - other.name.start);
}

type Add = (kind: EntityKind, quote: Quote | undefined, key?: string) => void;

function gather(source: QuoteSource, found: Found, add: Add): void {
  add('company', found.issuer.name);
  const meanings = new Map(found.definitions.map(({ term, meaning }) => [term.text, meaning.text]));
  const addIndication = (quote: Quote | undefined): void =>
    add('indication', quote, bare(meanings.get(quote?.text ?? '') ?? quote?.text ?? ''));
  for (const short of found.issuer.shortNames)
    add('company', short, fold('company', found.issuer.name?.text ?? short.text));
  for (const { candidate } of found.abstracts) add('product', candidate);
  for (const { unit, role, form } of found.placed) {
    if (
      role === 'forward_looking' ||
      role === 'preamble' ||
      role === 'trailer' ||
      role === 'contacts' ||
      role === 'references'
    )
      continue;
    inLine(source, unit.start, source.text.slice(unit.start, unit.end), form === 'headline', add);
  }
  for (const { name } of found.people) add('person', name);
  for (const place of found.places) add('place', place);
  for (const { name, kind } of found.events) if (kind === 'meeting') add('conference', name);
  for (const { parts } of found.statements) {
    for (const { role, quote } of parts) {
      if (role === 'partner') add('company', quote);
      if (role === 'index') add('index', quote);
      if (role === 'indication') addIndication(withoutBracket(source, quote));
    }
  }
  for (const { term, meaning, relation } of found.definitions) {
    if (relation === 'former' || isIssuer(found.issuer, term)) continue;
    if (DISEASE.test(meaning.text)) add('indication', meaning);
    else if (sameCompany(term.text, meaning.text)) add('company', term, foldCompany(meaning.text));
    else add('term', term);
    if (DISEASE.test(meaning.text)) add('indication', term, fold('indication', meaning.text));
  }
  for (const term of found.undefinedTerms) add('term', term);
}

function inLine(source: QuoteSource, offset: number, content: string, headline: boolean, add: Add): void {
  if (/\d|[A-Z][-‑][A-Z]/.test(content)) {
    for (const { code, start } of codesIn(content)) {
      const product = /\d/.test(code) || isRepeated(source.text, code);
      if (product) add('product', cut(source, offset + start, offset + start + code.length));
    }
  }
  if (/[®™]|\((?:R|TM)\)/.test(content)) {
    for (const [name, index] of matches(content, MARKED))
      add('product', cut(source, offset + index, offset + index + name.length));
  }
  for (const [name, index] of matches(content, NONPROPRIETARY))
    add('product', cut(source, offset + index, offset + index + name.length));
  for (const { 1: name = '', index } of content.matchAll(BRANDED))
    add('product', cut(source, offset + index, offset + index + name.length));
  for (const [name, index] of matches(content, REGULATORS))
    add('regulator', cut(source, offset + index, offset + index + name.length));
  if (headline) return;
  for (const match of content.matchAll(ENDINGS)) {
    const end = match.index + match[0].length;
    // "Acme Labs Co., Ltd.": the run of endings counts from its first.
    const name = nameBefore(source, offset, offset + match.index);
    if (name === undefined || /^(?:Company|Corporation)$/.test(match[0].trim())) continue;
    add('company', cut(source, name.start, offset + end));
  }
}

function isIssuer({ name, shortNames }: Issuer, term: Quote): boolean {
  return [name, ...shortNames].some((known) => known?.text === term.text);
}

/** Joined capitals ("CLS-AX") may be any abbreviation: as a product's they come back. */
function isRepeated(text: string, code: string): boolean {
  return text.split(code, 4).length === 4;
}

function matches(content: string, pattern: RegExp): [string, number][] {
  return [...content.matchAll(pattern)].map((match) => [match[0], match.index]);
}

function withoutBracket(source: QuoteSource, quote: Quote): Quote | undefined {
  return cut(source, quote.start, quote.start + quote.text.replace(/\s*\([^)]*\)$/, '').length);
}

function fold(kind: EntityKind, name: string): string {
  return kind === 'company' ? foldCompany(name) : bare(name);
}

function bare(name: string): string {
  return name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\((?:r|tm)\)|[®™]/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '');
}

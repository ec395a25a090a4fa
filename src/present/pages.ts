import { ButtonStyle } from 'discord.js';
import type { Release } from '../knowledge/model.ts';
import { type Quote, quoteFrom, type Span, trimSpan } from '../knowledge/quote.ts';
import { showLiterally } from './escape.ts';
import { COLOURS } from './frame.ts';
import { actionButton, buttonRow, fileName, linkButton, picker, type Reply } from './reply.ts';
import { asOf, footer, issuerLine, sourceFields } from './source.ts';

/** Characters of a page as shown: about two screens of a phone, with room for all else in the embed. */
const PAGE_LENGTH = 1_800;

/**
 * The whole text of a release in pages, each a quotation. Pages end where a passage ends; a passage longer
 * than a page is broken between words, never within a number or a link.
 */
export function pagesOf(release: Release): readonly Quote[] {
  const known = paged.get(release);
  if (known !== undefined) return known;
  const pages = paginate(release);
  paged.set(release, pages);
  return pages;
}

/** Pages already made: a long release is asked for its pages at every button. */
const paged = new WeakMap<Release, readonly Quote[]>();

function paginate(release: Release): readonly Quote[] {
  const pages: Quote[] = [];
  const add = (span: Span) => {
    const trimmed = trimSpan(release.text, span);
    if (trimmed !== undefined) pages.push(quoteFrom(release, trimmed.start, trimmed.end));
  };
  let start = 0;
  let end = 0;
  for (const piece of pieces(release)) {
    if (piece > end && fits(release.text.slice(start, piece))) {
      end = piece;
      continue;
    }
    add({ start, end });
    start = end;
    for (const stop of breaks(release.text, start, piece)) {
      add({ start, end: stop });
      start = stop;
    }
    end = piece;
  }
  add({ start, end });
  return pages;
}

/** Number of the page that shows the character at `index`, counted from 0. */
export function pageAt(release: Release, index: number): number {
  return Math.max(
    0,
    pagesOf(release).findIndex(({ end }) => index < end),
  );
}

/** A page of the full text with buttons to turn it; the first reply carries the text as a file too. */
export function pageReply(release: Release, page: number, others: readonly Release[], now: Date): Reply {
  const pages = pagesOf(release);
  const at = Math.min(Math.max(page, 0), Math.max(pages.length - 1, 0));
  const turn = (label: string, to: number) => {
    const disabled = to < 0 || to >= pages.length;
    const action = { kind: 'turn', release: release.id, page: disabled ? at : to } as const;
    return { ...actionButton(label, action, ButtonStyle.Primary), disabled };
  };
  const turning = pages.length > 1 ? [turn('◀ Back', at - 1), turn('Next ▶', at + 1)] : [];
  const menu = others.length === 0 ? [] : picker(others.map(pageEntry), 'Another release');
  return {
    embeds: [
      {
        color: COLOURS.answer,
        author: { name: issuerLine(release) },
        title: 'Full text',
        description: showLiterally(pages[at]?.text ?? ''),
        fields: [
          { name: 'Page', value: `${at + 1} of ${Math.max(pages.length, 1)}` },
          ...sourceFields(release, now),
        ],
        footer: footer(release),
      },
    ],
    rows: [...buttonRow([...turning, linkButton('Release online', release.sourceLink)]), ...menu],
    files: [{ name: fileName(release), text: release.text }],
    forCallerOnly: true,
  };
}

function pageEntry(release: Release) {
  const named = [issuerLine(release), asOf(release)].join(' · ');
  return { label: named, action: { kind: 'page', release: release.id, page: 0 } as const };
}

function fits(text: string): boolean {
  return text.length <= PAGE_LENGTH && showLiterally(text).length <= PAGE_LENGTH;
}

/** Where a page may end: after each passage, and at the end of the text. */
function pieces({ text, passages }: Release): readonly number[] {
  return [...new Set([...passages.map(({ quote }) => quote.end), text.length])].sort((a, b) => a - b);
}

/** Where a passage may be broken, best first: not after a number, at any space, anywhere at all. */
const BREAKS = [/(?<!\d)\s+/g, /\s+/g, /(?<=.)/gsu] as const;

/** Ends of stretches that fit a page; a stretch that still does not is broken by the next kind of break. */
function breaks(text: string, from: number, to: number, kind = 0): readonly number[] {
  const pattern = BREAKS[kind];
  if (pattern === undefined || fits(text.slice(from, to))) return [];
  const stops: number[] = [];
  let last = from;
  let length = 0;
  const places = [...text.slice(from, to).matchAll(pattern)].map(({ index }) => from + index);
  for (const stop of [...places, to]) {
    // A piece alone may show more escapes than within its line, never fewer.
    const added = showLiterally(text.slice(last, stop)).length;
    if (length + added > PAGE_LENGTH && length > 0) {
      stops.push(last);
      length = 0;
    }
    stops.push(...breaks(text, last, stop, kind + 1));
    length += added;
    last = stop;
  }
  return stops;
}

import type { Release } from '../knowledge/model.ts';
import { quoteFrom, type Span, trimSpan } from '../knowledge/quote.ts';
import { showLiterally } from './escape.ts';
import { COLOURS, embedTitle } from './frame.ts';
import { pageAt } from './pages.ts';
import { actionButton, buttonRow, fileName, linkButton, type Reply } from './reply.ts';
import { footer, issuerLine, sourceFields } from './source.ts';

/** Room for the text: what the fields, title, author and footer may need is left free. */
const ROOM = 3_000;

/**
 * The spans within their paragraphs, set in bold: the reply of *Show in context*. A quotation that fills
 * its paragraph is shown with the paragraphs around it.
 * @returns undefined when a span does not lie in the release.
 */
export function contextReply(release: Release, spans: readonly Span[], now: Date): Reply | undefined {
  const inside = spans.every(({ start, end }) => start < end && end <= release.text.length);
  if (!inside || spans.some((span) => trimSpan(release.text, span) === undefined)) return undefined;
  const windows = merged(spans.map((span) => windowAround(release, span)));
  const whole = windows.map((window) => marked(release.text, window, spans)).join('\n\n⋯\n\n');
  const narrow = merged(spans)
    .map((window) => marked(release.text, window, spans))
    .join('\n\n⋯\n\n');
  const shown = [whole, narrow].find((text) => text.length <= ROOM);
  const attached = windows.map(({ start, end }) => quoteFrom(release, start, end).text).join('\n\n[…]\n\n');
  const first = spans[0];
  const headings = release.passages.find(
    ({ quote }) => first && quote.start <= first.start && first.start < quote.end,
  );
  const under = headings?.headings.at(-1)?.text;
  return {
    embeds: [
      {
        color: COLOURS.answer,
        author: { name: issuerLine(release) },
        title: embedTitle(under === undefined ? 'In context' : `In context · ${under}`),
        description: shown ?? 'The passage is too long to show here: it is in the attached file, whole.',
        fields: sourceFields(release, now),
        footer: footer(release),
      },
    ],
    rows: buttonRow([
      actionButton('Full text here', {
        kind: 'page',
        release: release.id,
        page: pageAt(release, first?.start ?? 0),
      }),
      linkButton('Release online', release.sourceLink),
    ]),
    files: shown === whole ? [] : [{ name: fileName(release), text: attached }],
    forCallerOnly: true,
  };
}

/** The paragraph that holds the span, with its neighbours where the span is all of it. */
function windowAround({ text, passages }: Release, span: Span): Span {
  const held = passages.filter(({ quote }) => quote.start < span.end && span.start < quote.end);
  const start = Math.min(span.start, ...held.map(({ paragraph }) => paragraph.start));
  const end = Math.max(span.end, ...held.map(({ paragraph }) => paragraph.end));
  const paragraph = trimSpan(text, { start, end }) ?? span;
  const filled = span.start <= paragraph.start && span.end >= paragraph.end;
  if (!filled) return paragraph;
  const above = text.slice(0, paragraph.start).trimEnd();
  const below = text.slice(paragraph.end);
  const from = above === '' ? paragraph.start : above.lastIndexOf('\n') + 1;
  const gap = below.length - below.trimStart().length;
  const line = below.trimStart().indexOf('\n');
  const to = below.trim() === '' ? paragraph.end : line < 0 ? text.length : paragraph.end + gap + line;
  return trimSpan(text, { start: from, end: to }) ?? paragraph;
}

function merged(spans: readonly Span[]): readonly Span[] {
  const result: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && span.start <= last.end) {
      result[result.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      result.push(span);
    }
  }
  return result;
}

/** The window's text with the spans in bold, line by line, since bold does not reach over blank lines. */
function marked(text: string, window: Span, spans: readonly Span[]): string {
  let shown = '';
  let at = window.start;
  for (const span of merged(spans)) {
    const start = Math.max(span.start, at);
    const end = Math.min(span.end, window.end);
    if (start >= end) continue;
    shown += showLiterally(text.slice(at, start));
    shown += text.slice(start, end).split('\n').map(bold).join('\n');
    at = end;
  }
  return shown + showLiterally(text.slice(at, window.end));
}

function bold(line: string): string {
  const inner = line.trim();
  if (inner === '') return line;
  const [before = '', after = ''] = line.split(inner, 2);
  const shown = showLiterally(inner);
  return /(^|[^\\])\*\*/.test(shown) ? `${before}${shown}${after}` : `${before}**${shown}**${after}`;
}

import type { APIEmbed, APIEmbedField } from 'discord.js';
import type { Release } from '../knowledge/model.ts';
import type { Quote } from '../knowledge/quote.ts';
import { showLiterally } from './escape.ts';
import { LIMITS } from './limits.ts';
import { type AttachedText, fileName, type Reply } from './reply.ts';
import { footer, issuerLine, sourceFields } from './source.ts';

/** Answers are blue, refusals amber; the title's sign says the same to those who see no colour. */
export const COLOURS = { answer: 0x2563eb, refusal: 0xd97706 } as const;

/** A named piece of a reply. `body` is Discord markdown, `plain` the same for a text file. */
export interface Block {
  readonly name: string;
  readonly body: string;
  readonly plain: string;
  /** Beside its neighbour where the screen is wide enough. */
  readonly inline?: boolean;
}

/** Quotations of a release, laid out in the embeds and, where they do not fit, in a file. */
export interface Sheet {
  readonly release: Release;
  readonly title: string;
  readonly lead?: Block;
  readonly blocks: readonly Block[];
  readonly rows?: Reply['rows'];
  readonly now: Date;
  readonly forCallerOnly?: boolean;
}

/** The quotation as a block quote that shows exactly its characters. */
export function quoted(quote: Quote): string {
  return showLiterally(quote.text)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n');
}

/** A block that holds one quotation. */
export function quoteBlock(name: string, quote: Quote, note?: string): Block {
  return {
    name: fieldName(name),
    body: note === undefined ? quoted(quote) : `${quoted(quote)}\n${note}`,
    plain: quote.text,
  };
}

/** A block of our words, or of several quotations in a row, for the top of an embed. */
export function lineBlock(body: string): Block {
  return { name: 'From the release', body, plain: body };
}

/** A name for a field, shown literally; a plain word where the name is too long to stand whole. */
export function fieldName(name: string): string {
  const shown = showLiterally(name.replace(/\s+/g, ' ').trim());
  return shown === '' || shown.length > LIMITS.fieldName ? 'From the release' : shown;
}

/** A title likewise. */
export function embedTitle(title: string): string {
  const shown = showLiterally(title.replace(/\s+/g, ' ').trim());
  return shown === '' || shown.length > LIMITS.embedTitle ? 'From the release' : shown;
}

/** The reply of a sheet: author, quotations in order, then source and the one footer. */
export function sheetReply(sheet: Sheet): Reply {
  const { release, now } = sheet;
  const head: APIEmbed = {
    color: COLOURS.answer,
    author: { name: issuerLine(release) },
    title: embedTitle(sheet.title),
    ...(release.sourceLink === undefined ? {} : { url: release.sourceLink }),
  };
  const blocks = sheet.lead === undefined ? sheet.blocks : [sheet.lead, ...sheet.blocks];
  const { embeds, left } = layOut(
    head,
    sheet.lead !== undefined,
    blocks,
    sourceFields(release, now),
    footer(release),
  );
  const files: AttachedText[] =
    left.length === 0
      ? []
      : [
          {
            name: fileName(release),
            text: left.map(({ name, plain }) => `${name}\n\n${plain}`).join('\n\n\n'),
          },
        ];
  return { embeds, rows: sheet.rows ?? [], files, forCallerOnly: sheet.forCallerOnly ?? false };
}

/** Characters kept free for the field that points to the attached file. */
const NOTE_ROOM = 300;
const ATTACHED = 'Too long to show here: it is in the attached file.';

/** Puts blocks where they fit whole: fields, else an embed of their own, else `left` for a file. */
function layOut(
  head: APIEmbed,
  firstLeads: boolean,
  blocks: readonly Block[],
  tail: readonly APIEmbedField[],
  foot: NonNullable<APIEmbed['footer']>,
): { embeds: APIEmbed[]; left: Block[] } {
  const embeds: APIEmbed[] = [head];
  const left: Block[] = [];
  const reserved = measure({ fields: [...tail], footer: foot }) + NOTE_ROOM;
  const room = () => LIMITS.embedTotal - reserved - embeds.reduce((sum, embed) => sum + measure(embed), 0);
  const last = () => embeds.at(-1) ?? head;
  const addField = (field: APIEmbedField) => {
    last().fields = [...(last().fields ?? []), field];
  };
  blocks.forEach((block, index) => {
    const slots = LIMITS.embedFields - tail.length - 1 - (last().fields?.length ?? 0);
    if (
      index === 0 &&
      firstLeads &&
      block.body.length <= LIMITS.embedDescription &&
      block.body.length <= room()
    ) {
      head.description = block.body;
      return;
    }
    const size = block.name.length + block.body.length;
    if (block.body.length <= LIMITS.fieldValue && size <= room() && slots > 0) {
      addField({ name: block.name, value: block.body, ...(block.inline ? { inline: true } : {}) });
    } else if (
      block.body.length <= LIMITS.embedDescription &&
      size <= room() &&
      embeds.length < LIMITS.embeds
    ) {
      embeds.push({ color: head.color ?? COLOURS.answer, title: block.name, description: block.body });
    } else {
      left.push(block);
    }
  });
  const named = left.map(({ name }) => name).join(' · ');
  if (left.length > 0) {
    const value = named.length <= 200 ? `${named}\n${ATTACHED}` : ATTACHED;
    const note = { name: '📎 More quotations', value };
    addField(note);
  }
  last().fields = [...(last().fields ?? []), ...tail];
  last().footer = foot;
  return { embeds, left };
}

/** What counts towards Discord's total over all embeds. */
export function measure(embed: APIEmbed): number {
  const fields = (embed.fields ?? []).reduce((sum, { name, value }) => sum + name.length + value.length, 0);
  return (
    (embed.title?.length ?? 0) +
    (embed.description?.length ?? 0) +
    (embed.footer?.text.length ?? 0) +
    (embed.author?.name.length ?? 0) +
    fields
  );
}

import { stripVTControlCharacters, styleText } from 'node:util';

/** A message as Discord's API gives it, as far as the terminal shows it. */
export interface ShownMessage {
  readonly content: string;
  readonly embeds: readonly ShownEmbed[];
  readonly components: readonly ShownComponent[];
  readonly attachments: readonly { readonly filename: string; readonly size: number }[];
}

export interface ShownEmbed {
  readonly title?: string | null;
  readonly description?: string | null;
  readonly url?: string | null;
  readonly author?: { readonly name?: string | null } | null;
  readonly footer?: { readonly text?: string | null } | null;
  readonly fields?: readonly { readonly name: string; readonly value: string }[] | null;
}

export interface ShownComponent {
  readonly type: number;
  readonly custom_id?: string | null;
  readonly label?: string | null;
  readonly url?: string | null;
  readonly disabled?: boolean | null;
  readonly components?: readonly ShownComponent[];
  readonly options?: readonly { readonly label: string; readonly value: string }[];
}

/** Something with a number that can be pressed: a button, or one entry of a menu. */
export interface Pressable {
  readonly customId: string;
  readonly label: string;
  /** The menu entry's value. */
  readonly value?: string;
}

export interface Look {
  /** Characters of a line; undefined for no wrapping, as in a file. */
  readonly width?: number;
  readonly styled: boolean;
}

/** The buttons and menu entries that can be pressed, in the order of their numbers. */
export function pressables({ components }: ShownMessage): readonly Pressable[] {
  return flat(components).flatMap(({ custom_id: customId, label, disabled, options }): Pressable[] => {
    if (typeof customId !== 'string' || disabled) return [];
    if (options) return options.map((option) => ({ customId, label: option.label, value: option.value }));
    return [{ customId, label: label ?? customId }];
  });
}

/** The message as lines of text: embeds framed, buttons numbered from 1, files named. */
export function renderMessage(message: ShownMessage, look: Look, privately: boolean): string {
  const lines: string[] = [];
  if (message.content !== '') lines.push(...wrapped(plain(message.content, look), look, ''));
  for (const embed of message.embeds) lines.push(...renderEmbed(embed, look), '');
  for (const { filename, size } of message.attachments) lines.push(`📎 ${filename} (${size} bytes)`);
  lines.push(...renderButtons(message, look));
  if (privately) lines.push(style('dim', '👁 Only you can see this', look));
  return `${lines.join('\n').trimEnd()}\n`;
}

function renderEmbed({ author, title, description, fields, footer }: ShownEmbed, look: Look): string[] {
  const bar = '┃ ';
  const lines = [
    ...(author?.name ? wrapped(author.name, look, bar) : []),
    ...(title ? wrapped(style('bold', plain(title, look), look), look, bar) : []),
    ...(description ? ['┃', ...wrapped(plain(description, look), look, bar)] : []),
    ...(fields ?? []).flatMap(({ name, value }) => [
      '┃',
      ...wrapped(style('bold', plain(name, look), look), look, bar),
      ...wrapped(plain(value, look), look, bar),
    ]),
    ...(footer?.text ? ['┃', ...wrapped(style('dim', footer.text, look), look, bar)] : []),
  ];
  return lines.map((line) => line.trimEnd());
}

function renderButtons(message: ShownMessage, look: Look): string[] {
  let number = 0;
  return flat(message.components).flatMap(({ custom_id, label, url, disabled, options }) => {
    if (url) return [`    ${label ?? ''} ↗ ${url}`];
    if (disabled || !custom_id) return [style('dim', `    ${label ?? ''}`, look)];
    return (options ?? [{ label: label ?? '' }]).map((option) => {
      number += 1;
      return `[${number}] ${option.label}`;
    });
  });
}

function flat(components: readonly ShownComponent[]): readonly ShownComponent[] {
  return components.flatMap((component) => component.components ?? [component]);
}

/** Discord markdown as its reader sees it in a terminal: escapes gone, times in this machine's zone. */
function plain(markdown: string, look: Look): string {
  return markdown
    .split('\n')
    .map((line) => (line.startsWith('> ') ? `│ ${inline(line.slice(2), look)}` : inline(line, look)))
    .join('\n');
}

/** Addresses, escapes, bold, timestamps, links behind words, and the other marks of inline markdown. */
const TOKEN =
  /(?<!\\)\[([^\]]+)\]\((https?:[^)\s]+)\)|https?:\/\/\S+|\\([^0-9A-Za-z\s])|\*\*((?:\\.|[^\\*])+)\*\*|<t:(\d+)(?::\w)?>|([*`])((?:\\.|[^\\*`])+)\6/g;

function inline(text: string, look: Look): string {
  return text.replace(TOKEN, (whole, ...found: (string | undefined)[]) => {
    const [words, address, escaped, bold, seconds, , other] = found;
    if (words !== undefined) return `${inline(words, look)} ↗ ${address}`;
    if (escaped !== undefined) return escaped;
    if (bold !== undefined) return style('bold', inline(bold, look), look);
    if (seconds !== undefined) return localTime(Number(seconds));
    return other === undefined ? whole : inline(other, look);
  });
}

function localTime(seconds: number): string {
  return new Date(seconds * 1000).toLocaleString('en-US', { dateStyle: 'full', timeStyle: 'long' });
}

function style(kind: 'bold' | 'dim', text: string, { styled }: Look): string {
  return styled ? styleText(kind, text, { validateStream: false }) : text;
}

/** Lines of at most the look's width, each behind the prefix; a block quote keeps its bar. */
function wrapped(text: string, { width }: Look, prefix: string): string[] {
  return text.split('\n').flatMap((line) => {
    const bar = line.startsWith('│ ') ? '│ ' : '';
    const room = width === undefined ? Number.POSITIVE_INFINITY : width - prefix.length - bar.length;
    const rows: string[] = [];
    for (const word of line.slice(bar.length).split(' ')) {
      const last = rows.at(-1);
      if (last !== undefined && visible(last) + 1 + visible(word) <= room)
        rows[rows.length - 1] = `${last} ${word}`;
      else rows.push(word);
    }
    return rows.map((row) => `${prefix}${bar}${row}`);
  });
}

function visible(text: string): number {
  return stripVTControlCharacters(text).length;
}

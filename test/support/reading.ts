import type { APIEmbed } from 'discord.js';
import { parse } from 'discord-markdown-parser';
import type { Reply } from '../../src/present/reply.ts';

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
  /** An emoji, which is shown as itself. */
  readonly name?: string;
}

/** What a reader sees of Discord markdown, read by a parser that is not ours. */
export function seen(markdown: string): string {
  return flatten(parse(markdown, 'extended') as readonly Node[]);
}

/** The kinds of markdown that take effect in a text: bold, mentions, links… */
export function effects(markdown: string): string[] {
  const kinds = new Set<string>();
  walk(parse(markdown, 'extended') as readonly Node[], ({ type }) => kinds.add(type));
  kinds.delete('text');
  kinds.delete('newline');
  kinds.delete('br');
  kinds.delete('twemoji');
  return [...kinds].sort();
}

/** All text of a reply as sent, embeds one after another. */
export function wordsOf(reply: Pick<Reply, 'embeds'>): string {
  return reply.embeds.map(wordsOfEmbed).join('\n');
}

export function wordsOfEmbed(embed: APIEmbed): string {
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [embed.author?.name, embed.title, embed.description, ...fields, embed.footer?.text]
    .filter(Boolean)
    .join('\n');
}

/** The value of the field of that name. */
export function field(reply: Pick<Reply, 'embeds'>, name: string): string | undefined {
  return reply.embeds.flatMap(({ fields }) => fields ?? []).find((one) => one.name === name)?.value;
}

/** The block quotes of a text, each as its reader sees it. */
export function quotations(markdown: string): string[] {
  const blocks: string[][] = [];
  let open = false;
  for (const line of markdown.split('\n')) {
    if (line.startsWith('> ')) {
      if (!open) blocks.push([]);
      blocks.at(-1)?.push(line.slice(2));
      open = true;
    } else {
      open = false;
    }
  }
  return blocks.map((lines) => seen(lines.join('\n')));
}

/** Labels of all buttons and menu entries. */
export function labels(reply: Pick<Reply, 'rows'>): string[] {
  return reply.rows.flatMap(({ components }) =>
    components.flatMap((component) => {
      if ('options' in component) return component.options.map(({ label }) => label);
      return 'label' in component && component.label ? [component.label] : [];
    }),
  );
}

/** The custom id (or menu value) behind a label. */
export function idOf(reply: Pick<Reply, 'rows'>, label: string): string {
  for (const component of reply.rows.flatMap(({ components }) => components)) {
    if ('options' in component) {
      const option = component.options.find((one) => one.label === label);
      if (option) return option.value;
    }
    if ('label' in component && component.label === label && 'custom_id' in component)
      return component.custom_id;
  }
  throw new Error(`no button “${label}” among ${labels(reply).join(', ')}`);
}

function flatten(nodes: readonly Node[]): string {
  return nodes
    .map(({ type, content, target, name }) => {
      if (type === 'twemoji') return name ?? '';
      if (type === 'newline' || type === 'br') return typeof content === 'string' ? content : '\n';
      if (typeof content === 'string') return content;
      if (content !== undefined) return flatten(content);
      return target ?? '';
    })
    .join('');
}

function walk(nodes: readonly Node[], visit: (node: Node) => void): void {
  for (const node of nodes) {
    visit(node);
    if (Array.isArray(node.content)) walk(node.content, visit);
  }
}

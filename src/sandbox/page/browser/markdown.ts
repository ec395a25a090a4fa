import { parse } from 'discord-markdown-parser';
import { html, type nothing, type TemplateResult } from 'lit';
import { state } from './state.ts';
import { shownTime } from './time.ts';

interface Node {
  readonly type: string;
  readonly content?: string | readonly Node[];
  readonly target?: string;
  readonly id?: string;
  readonly name?: string;
  readonly fullName?: string;
  readonly level?: number;
  readonly timestamp?: string;
  readonly format?: string;
  readonly lang?: string;
}

type Shown = TemplateResult | string | typeof nothing | readonly Shown[];

/** Discord markdown as it is shown. Text stays text: nothing of it is ever read as HTML. */
export function markdown(text: string): Shown {
  return (parse(text, 'extended') as readonly Node[]).map(show);
}

/** The words of Discord markdown alone: for titles and for screen readers. */
export function plainText(text: string): string {
  return (parse(text, 'extended') as readonly Node[]).map(words).join('');
}

/** The address if it leads to the web, else undefined: no script or file can hide in a link. */
export function webAddress(address: string | null | undefined): string | undefined {
  const parsed = address && URL.canParse(address) ? new URL(address) : undefined;
  return parsed && ['http:', 'https:', 'mailto:'].includes(parsed.protocol) ? parsed.href : undefined;
}

export function link(address: string | null | undefined, shown: Shown): Shown {
  const href = webAddress(address);
  if (href === undefined) return shown;
  return html`<a href=${href} target="_blank" rel="noopener noreferrer">${shown}</a>`;
}

function show(node: Node): Shown {
  const inner = () => (typeof node.content === 'string' ? node.content : (node.content ?? []).map(show));
  switch (node.type) {
    case 'br':
    case 'newline':
      return html`<br />`;
    case 'strong':
      return html`<strong>${inner()}</strong>`;
    case 'em':
      return html`<em>${inner()}</em>`;
    case 'underline':
      return html`<u>${inner()}</u>`;
    case 'strikethrough':
      return html`<s>${inner()}</s>`;
    case 'inlineCode':
      return html`<code>${inner()}</code>`;
    case 'codeBlock':
      return html`<pre tabindex="0"><code>${inner()}</code></pre>`;
    case 'blockQuote':
      return html`<blockquote>${inner()}</blockquote>`;
    case 'heading':
      return html`<div class="heading heading-${node.level ?? 1}">${inner()}</div>`;
    case 'subtext':
      return html`<small>${inner()}</small>`;
    case 'spoiler':
      return html`<details class="spoiler"><summary>Spoiler</summary>${inner()}</details>`;
    case 'link':
    case 'url':
    case 'autolink':
      return link(node.target, inner());
    case 'timestamp':
      return time(node);
    case 'user':
    case 'role':
    case 'channel':
    case 'everyone':
    case 'here':
    case 'slashCommand':
      return html`<discord-mention .type=${mentionType(node.type)}>${mentioned(node)}</discord-mention>`;
    case 'twemoji':
      return node.name ?? '';
    case 'emoji':
      return `:${node.name ?? ''}:`;
    default:
      return inner();
  }
}

function words(node: Node): string {
  if (node.type === 'br' || node.type === 'newline') return '\n';
  if (node.type === 'timestamp') return shownTime(Number(node.timestamp), node.format).text;
  if (node.type === 'twemoji') return node.name ?? '';
  if (['user', 'role', 'everyone', 'here'].includes(node.type)) return `@${mentioned(node)}`;
  if (node.type === 'channel') return `#${mentioned(node)}`;
  return typeof node.content === 'string' ? node.content : (node.content ?? []).map(words).join('');
}

function time({ timestamp, format }: Node): Shown {
  const { text, full, iso } = shownTime(Number(timestamp), format);
  return html`<time class="timestamp" datetime=${iso} title=${full}>${text}</time>`;
}

function mentioned({ type, id, fullName }: Node): string {
  const { place } = state;
  if (type === 'everyone' || type === 'here') return type;
  if (type === 'slashCommand') return fullName ?? '';
  if (type === 'role') return place?.roles.find((role) => role.id === id)?.name ?? 'unknown-role';
  if (type === 'channel') return place?.channels.find((channel) => channel.id === id)?.name ?? 'unknown';
  return place?.members.find((member) => member.id === id)?.name ?? 'unknown-user';
}

function mentionType(type: string): string {
  if (type === 'channel') return 'channel';
  if (type === 'slashCommand') return 'slash';
  return type === 'role' ? 'role' : 'user';
}

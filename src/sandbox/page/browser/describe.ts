import type { MessageView } from '../protocol.ts';
import { plainText } from './markdown.ts';

const LONGEST = 600;

/** A message in words, for a screen reader's live region and for the line above a reply. */
export function describeMessage(message: MessageView): string {
  if (message.loading) return `${message.author.name} is thinking…`;
  const said = summary(message);
  return `${message.author.name}${message.ephemeral ? ', only to you' : ''}: ${said}`.slice(0, LONGEST);
}

/** What a message says, on one line. */
export function summary({ content, embeds, attachments }: MessageView): string {
  const parts = [
    content,
    ...embeds.flatMap(({ title, description, fields }) => [
      title ?? '',
      description ?? '',
      ...(fields ?? []).map(({ name, value }) => `${name}: ${value}`),
    ]),
  ];
  const words = parts.filter((part) => part !== '').map(plainText);
  return [...words, ...attachments.map(({ filename }) => `file ${filename}`)].join('. ').replace(/\s+/g, ' ');
}

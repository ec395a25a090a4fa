import type { Embed } from '../world/model.ts';
import { Limit } from './limits.ts';
import { required, tooLong, type Violation } from './violation.ts';

/** Rules for the embeds of one message, the total over all of them included. */
export function checkEmbeds(embeds: readonly Embed[]): Violation[] {
  const found = embeds.flatMap((embed, index) => checkEmbed(embed, ['embeds', index]));
  if (embeds.length > Limit.embeds) found.push(tooLong(['embeds'], Limit.embeds));
  if (embeds.reduce((sum, embed) => sum + embedSize(embed), 0) > Limit.embedsTotal) {
    found.push({
      path: ['embeds'],
      code: 'MAX_EMBED_SIZE_EXCEEDED',
      message: `Embed size exceeds maximum size of ${Limit.embedsTotal}`,
    });
  }
  return found;
}

/** Characters that count towards the total: title, description, field names and values, footer, author. */
export function embedSize(embed: Embed): number {
  const fields = embed.fields ?? [];
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name];
  return [...texts, ...fields.flatMap((field) => [field.name, field.value])].reduce(
    (sum, text) => sum + (text?.trim().length ?? 0),
    0,
  );
}

/** Whether nothing of the embed would show; Discord drops such an embed. */
export function isEmptyEmbed(embed: Embed): boolean {
  return embedSize(embed) === 0 && !embed.image?.url && !embed.thumbnail?.url;
}

function checkEmbed(embed: Embed, path: readonly (string | number)[]): Violation[] {
  const found: Violation[] = [];
  const limit = (text: string | null | undefined, maximum: number, ...steps: (string | number)[]) => {
    if ((text?.trim().length ?? 0) > maximum) found.push(tooLong([...path, ...steps], maximum));
  };
  limit(embed.title, Limit.embedTitle, 'title');
  limit(embed.description, Limit.embedDescription, 'description');
  limit(embed.footer?.text, Limit.embedFooter, 'footer', 'text');
  limit(embed.author?.name, Limit.embedAuthor, 'author', 'name');
  const fields = embed.fields ?? [];
  if (fields.length > Limit.embedFields) found.push(tooLong([...path, 'fields'], Limit.embedFields));
  fields.forEach((field, index) => {
    // White space alone is trimmed away and then missing.
    if (field.name.trim() === '') found.push(required([...path, 'fields', index, 'name']));
    if (field.value.trim() === '') found.push(required([...path, 'fields', index, 'value']));
    limit(field.name, Limit.embedFieldName, 'fields', index, 'name');
    limit(field.value, Limit.embedFieldValue, 'fields', index, 'value');
  });
  if (embed.footer && !embed.footer.text?.trim()) found.push(required([...path, 'footer', 'text']));
  if (embed.author && !embed.author.name?.trim()) found.push(required([...path, 'author', 'name']));
  return found;
}

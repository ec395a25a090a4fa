import { html, nothing, type TemplateResult } from 'lit';
import type { Embed } from '../../world/model.ts';
import { markdown, plainText, webAddress } from './markdown.ts';

/** Discord sets up to three short fields beside each other. */
const FIELDS_A_ROW = 3;
const COLUMNS = 12;

type Field = NonNullable<Embed['fields']>[number];

export function embedView(embed: Embed): TemplateResult {
  const { author, title, description, fields, footer, image, thumbnail, url, color } = embed;
  return html`<discord-embed
    slot="embeds"
    .color=${color ? `#${color.toString(16).padStart(6, '0')}` : undefined}
    .authorName=${author?.name ?? undefined}
    .authorUrl=${webAddress(author?.url)}
    .embedTitle=${title ? plainText(title) : undefined}
    .url=${webAddress(url)}
    .image=${ownPicture(image?.url)}
    .thumbnail=${ownPicture(thumbnail?.url)}
  >
    ${
      description
        ? html`<discord-embed-description slot="description">${markdown(description)}</discord-embed-description>`
        : nothing
    }
    ${
      fields?.length
        ? html`<discord-embed-fields slot="fields">${rows(fields).flatMap(rowView)}</discord-embed-fields>`
        : nothing
    }
    ${
      footer?.text
        ? html`<discord-embed-footer slot="footer"><span>${footer.text}</span></discord-embed-footer>`
        : nothing
    }
  </discord-embed>`;
}

function rowView(row: readonly Field[]): TemplateResult[] {
  return row.map(
    ({ name, value }) => html`<discord-embed-field class="span-${COLUMNS / row.length}">
      <div class="field-name">${markdown(name)}</div>
      <div class="field-value">${markdown(value)}</div>
    </discord-embed-field>`,
  );
}

/** The fields in rows: inline ones together, others alone. */
function rows(fields: readonly Field[]): Field[][] {
  const made: Field[][] = [];
  for (const field of fields) {
    const last = made.at(-1);
    if (field.inline && last?.[0]?.inline && last.length < FIELDS_A_ROW) last.push(field);
    else made.push([field]);
  }
  return made;
}

/** A picture that this page serves itself; others are not fetched, for nothing may leave the machine. */
function ownPicture(url: string | null | undefined): string | undefined {
  return url?.startsWith('/attachments/') ? url : undefined;
}

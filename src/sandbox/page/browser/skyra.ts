import '@skyra/discord-components-core/discord-author-info.js';
import '@skyra/discord-components-core/discord-embed.js';
import '@skyra/discord-components-core/discord-embed-description.js';
import '@skyra/discord-components-core/discord-embed-field.js';
import '@skyra/discord-components-core/discord-embed-fields.js';
import '@skyra/discord-components-core/discord-embed-footer.js';
import '@skyra/discord-components-core/discord-mention.js';
import '@skyra/discord-components-core/discord-message.js';
import '@skyra/discord-components-core/discord-messages.js';
import '@skyra/discord-components-core/discord-reply.js';
import { type CSSResult, css, type LitElement } from 'lit';

/** Inside the library's elements: our two palettes, with enough contrast to be read by everyone. */
const STYLES: Record<string, CSSResult> = {
  'discord-message': css`
    .discord-message-timestamp,
    .discord-message-edited,
    :host([light-theme]) .discord-message-timestamp {
      color: var(--muted);
    }
    .discord-author-avatar img {
      cursor: default;
    }
    .discord-message-content {
      min-width: 0;
      line-height: 1.375;
    }
    .discord-message-body-only-indent {
      flex: none;
    }
    :host(:hover) .discord-message-timestamp-hover::before {
      content: none;
    }
  `,
  'discord-author-info': css`
    :host .discord-author-username {
      color: var(--strong);
    }
    :host .discord-author-username:hover {
      text-decoration: none;
      cursor: default;
    }
  `,
  'discord-verified-author-tag': css`
    .discord-application-tag {
      background-color: var(--brand);
    }
  `,
  'discord-reply': css`
    .discord-replied-message-username {
      color: var(--text);
      opacity: 1;
    }
    .discord-application-tag {
      background-color: var(--brand) !important;
    }
    .discord-replied-message-content {
      min-width: 0;
      overflow: hidden;
      text-overflow: ellipsis;
      white-space: nowrap;
      color: var(--muted);
    }
  `,
  'discord-embed': css`
    :host .discord-left-border {
      background-color: var(--border);
    }
    :host .discord-embed-root {
      flex: 0 1 auto;
    }
    :host .discord-embed-wrapper {
      background-color: var(--embed);
      border-color: var(--border);
      max-width: 560px;
    }
    :host .discord-embed-author,
    :host .discord-embed-title {
      color: var(--strong);
    }
    :host .discord-embed-author {
      font-size: 0.875rem;
    }
    :host .discord-embed-title a {
      color: var(--link);
    }
    :host .discord-embed-wrapper .discord-embed-grid {
      grid-template-columns: minmax(0, 1fr);
    }
  `,
};

for (const [name, style] of Object.entries(STYLES)) {
  const element = customElements.get(name) as typeof LitElement | undefined;
  element?.elementStyles.push(style);
}

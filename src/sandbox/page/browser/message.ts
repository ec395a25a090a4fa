import { html, nothing, type TemplateResult } from 'lit';
import type { AttachmentView, MessageView } from '../protocol.ts';
import { componentView } from './components.ts';
import { summary } from './describe.ts';
import { embedView } from './embed.ts';
import { focusComposer } from './focus.ts';
import { icons } from './icons.ts';
import { markdown } from './markdown.ts';
import { messageActions } from './menu.ts';
import { change, remember, state } from './state.ts';
import { messageTime } from './time.ts';

/** One message as Discord shows it; `follows` leaves out the author whom the message above has named. */
export function messageView(message: MessageView, follows: boolean): TemplateResult {
  const { author, content, embeds, components, ephemeral, loading } = message;
  return html`<discord-message
    id="message-${message.id}"
    role="listitem"
    tabindex="-1"
    class="message ${follows ? 'follows' : ''} ${ephemeral ? 'ephemeral' : ''}"
    .author=${author.name}
    .avatar=${`/avatars/${author.id}.svg`}
    .bot=${author.bot}
    .edited=${message.edited}
    .timestamp=${messageTime(message.createdAt)}
    ?message-body-only=${follows}
    ?highlight=${message.mentionsMe}
  >
    ${above(message)}
    ${loading ? html`<span class="thinking"><i></i><i></i><i></i> ${author.name} is thinking…</span>` : markdown(content)}
    ${embeds.map(embedView)}
    ${message.attachments.map(attachmentView)}
    ${
      components.length > 0
        ? html`<div slot="components">${components.map((one) => componentView(message, one))}</div>`
        : nothing
    }
    ${ephemeral && !loading ? dismissLine(message) : nothing}
    ${message.published ? html`<small slot="components" class="published">Published</small>` : nothing}
    ${loading ? nothing : messageActions(message)}
  </discord-message>`;
}

/** The message replied to, or who used which command. */
function above({ replyTo, interaction }: MessageView): TemplateResult | typeof nothing {
  if (replyTo !== null) {
    const to = state.messages.get(replyTo);
    return html`<discord-reply
      slot="reply"
      .author=${to?.author.name ?? ''}
      .avatar=${to ? `/avatars/${to.author.id}.svg` : undefined}
      .bot=${to?.author.bot ?? false}
      ?deleted=${to === undefined}
      >${to ? summary(to) : nothing}</discord-reply
    >`;
  }
  if (interaction?.name === undefined) return nothing;
  const user = state.place?.members.find(({ id }) => id === interaction.userId);
  return html`<div slot="reply" class="used">
    ${icons.used} <img src="/avatars/${interaction.userId}.svg" alt="" />
    <span><strong>${user?.name ?? 'Someone'}</strong> used <span class="command-used">${interaction.name}</span></span>
  </div>`;
}

function attachmentView({ filename, size, url, contentType, description }: AttachmentView): TemplateResult {
  if (contentType.startsWith('image/') && !contentType.includes('svg')) {
    return html`<a slot="attachments" href=${url} download=${filename}>
      <img class="picture" src=${url} alt=${description ?? filename} />
    </a>`;
  }
  return html`<a slot="attachments" class="file" href=${url} download=${filename}>
    ${icons.file}<span><span class="file-name">${filename}</span><small>${readableSize(size)}</small></span>
  </a>`;
}

function readableSize(bytes: number): string {
  return bytes < 1024 ? `${bytes} bytes` : `${(bytes / 1024).toFixed(1)} KB`;
}

function dismissLine({ id }: MessageView): TemplateResult {
  const dismiss = () => {
    change((now) => void now.dismissed.add(id));
    remember('dismissed', [...state.dismissed].slice(-200).join(' '), sessionStorage);
    focusComposer();
  };
  return html`<div slot="components" class="only-you">
    ${icons.eye} Only you can see this ·
    <button type="button" class="as-link" @click=${dismiss}>Dismiss message</button>
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { MessageView } from '../protocol.ts';
import { currentChannel } from './drafts.ts';
import { focusComposer } from './focus.ts';
import { icons } from './icons.ts';
import { openMenu, runMenu } from './menu.ts';
import { messageView } from './message.ts';
import { type Note, patch, state } from './state.ts';
import { welcome } from './welcome.ts';

/** Discord names the author again after this long. */
const FOLLOWS_WITHIN_MS = 7 * 60_000;
const MESSAGE_MENU = 3;

/** The open channel's messages, oldest first, with the welcome above them. */
export function conversation(): TemplateResult {
  const channel = currentChannel();
  const messages = shownMessages();
  return html`<div class="scroller" id="scroller" tabindex="0" role="region" aria-label="Messages">
    ${channel ? welcome(channel, messages.length === 0) : nothing}
    <discord-messages
      no-background
      ?light-theme=${state.light}
      role=${messages.length > 0 ? 'list' : nothing}
      aria-label=${messages.length > 0 ? `Messages in ${channel?.name ?? ''}` : nothing}
      @contextmenu=${contextMenu}
    >
      ${repeat(
        messages,
        ({ id }) => id,
        (message, index) => {
          const following = follows(message, messages[index - 1]);
          return guard(dependencies(message, following), () => messageView(message, following));
        },
      )}
    </discord-messages>
    ${state.notes.filter((note) => note.channel === state.channel).map(noteView)} ${typingLine()}
  </div>`;
}

/** All that the look of a message depends on: without a change in these, a keystroke need not read it again. */
function dependencies(message: MessageView, following: boolean): unknown[] {
  const { menu, pending, messages, place } = state;
  return [
    message,
    following,
    place,
    menu?.startsWith(message.id) ? menu : '',
    [...pending].filter((one) => one.startsWith(message.id)).join(),
    messages.get(message.replyTo ?? ''),
    // Relative times are told anew each half minute.
    Math.floor(Date.now() / 30_000),
  ];
}

export function shownMessages(): MessageView[] {
  return [...state.messages.values()].filter(
    ({ channel, id }) => channel === state.channel && !state.dismissed.has(id),
  );
}

function follows(message: MessageView, before: MessageView | undefined): boolean {
  return (
    before !== undefined &&
    before.author.id === message.author.id &&
    before.ephemeral === message.ephemeral &&
    message.replyTo === null &&
    message.interaction?.name === undefined &&
    message.createdAt - before.createdAt < FOLLOWS_WITHIN_MS
  );
}

/** The right mouse button opens a message's menu, but keeps the browser's own on links and selected words. */
function contextMenu(event: Event): void {
  const target = event.target as Element;
  const message = state.messages.get(target.closest('.message')?.id.replace('message-', '') ?? '');
  if (message === undefined || target.closest('a') || !getSelection()?.isCollapsed) return;
  event.preventDefault();
  openMenu(message);
}

function noteView({ id, words, about }: Note): TemplateResult {
  const message = about === undefined ? undefined : state.messages.get(about);
  const command = currentChannel()?.commands.find(({ type }) => type === MESSAGE_MENU);
  const dismiss = () => {
    patch({ notes: state.notes.filter((note) => note.id !== id) });
    focusComposer();
  };
  const answer = () => {
    dismiss();
    if (message && command) void runMenu(message, command.name);
  };
  return html`<div class="note">
    ${icons.eye}<span>${words}</span>
    ${message && command ? html`<button type="button" class="as-link" @click=${answer}>${command.name}</button>` : nothing}
    <button type="button" class="as-link" @click=${dismiss}>Dismiss</button>
  </div>`;
}

function typingLine(): TemplateResult | typeof nothing {
  const typing = state.typing.get(state.channel);
  if (typing === undefined || typing.until < Date.now()) return nothing;
  return html`<div class="typing">${typing.name} is typing…</div>`;
}

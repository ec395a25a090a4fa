import { html, nothing, type TemplateResult } from 'lit';
import type { MessageView } from '../protocol.ts';
import { actVisibly } from './connection.ts';
import { currentChannel } from './drafts.ts';
import { focusComposer, focusSoon } from './focus.ts';
import { icons } from './icons.ts';
import { change, patch, state } from './state.ts';

const MESSAGE_MENU = 3;

interface Entry {
  readonly label: string;
  readonly app?: boolean;
  readonly run: () => void;
}

/** What can be done with a message: a reply, and the bot's own entries. */
export function messageActions(message: MessageView): TemplateResult {
  const open = state.menu === message.id;
  const canReply = !message.ephemeral && currentChannel()?.canSend === true;
  return html`<div slot="components" class="actions ${open ? 'open' : ''}">
    ${
      canReply
        ? html`<button type="button" class="quiet" aria-label="Reply" title="Reply" @click=${() => reply(message)}>
            ${icons.reply}
          </button>`
        : nothing
    }
    <button
      type="button"
      class="quiet"
      id="more-${message.id}"
      aria-label="More"
      title="More"
      aria-haspopup="menu"
      aria-expanded=${open}
      @click=${() => (open ? close(message) : openMenu(message))}
    >
      ${icons.more}
    </button>
    ${open ? menu(message, entries(message, canReply)) : nothing}
  </div>`;
}

/** Opens the menu of a message and puts the focus into it. */
export function openMenu(message: MessageView): void {
  patch({ menu: message.id });
  focusSoon(() => document.querySelector('[role="menuitem"]'));
}

function entries(message: MessageView, canReply: boolean): Entry[] {
  const apps = message.ephemeral
    ? []
    : (currentChannel()?.commands ?? []).filter(({ type }) => type === MESSAGE_MENU);
  return [
    ...apps.map(({ name }) => ({ label: name, app: true, run: () => void runMenu(message, name) })),
    ...(canReply ? [{ label: 'Reply', run: () => reply(message) }] : []),
    { label: 'Copy message ID', run: () => void copy(message.id) },
  ];
}

function menu(message: MessageView, items: readonly Entry[]): TemplateResult {
  const onKey = (event: KeyboardEvent, run: () => void) => {
    const item = event.currentTarget as HTMLElement;
    const all = [...(item.parentElement?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? [])];
    const at = all.indexOf(item);
    if (event.key === 'Escape' || event.key === 'Tab') close(message);
    else if (event.key === 'Enter' || event.key === ' ') act(run);
    else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all.at(at - 1)?.focus();
    else return;
    event.preventDefault();
  };
  const act = (run: () => void) => {
    close(message);
    run();
  };
  return html`<div class="menu" role="menu" aria-label="Message">
    ${items.map(
      ({ label, app, run }) => html`<div
        role="menuitem"
        tabindex="-1"
        @click=${() => act(run)}
        @keydown=${(event: KeyboardEvent) => onKey(event, run)}
      >
        ${label}${app ? html`<span class="menu-app">Apps</span>` : nothing}
      </div>`,
    )}
  </div>`;
}

function close({ id }: MessageView): void {
  patch({ menu: null });
  focusSoon(() => document.getElementById(`more-${id}`));
}

export function reply(message: MessageView): void {
  change((now) => {
    now.menu = null;
    now.replies.set(message.channel, message.id);
  });
  // After the menu has given the focus back.
  queueMicrotask(focusComposer);
}

async function copy(text: string): Promise<void> {
  await navigator.clipboard?.writeText(text).catch(() => {});
}

/** Uses one of the bot's entries in the menu of a message. */
export async function runMenu(message: Pick<MessageView, 'id' | 'channel'>, name: string): Promise<void> {
  await actVisibly({ kind: 'menu', channel: message.channel, message: message.id, name });
}

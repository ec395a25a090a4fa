import { html, nothing, type TemplateResult } from 'lit';
import { composer } from './composer.ts';
import { conversation } from './conversation.ts';
import { currentChannel } from './drafts.ts';
import { focusSoon } from './focus.ts';
import { icons } from './icons.ts';
import { inspector } from './inspector.ts';
import { modalView } from './modal.ts';
import { members, sidebar } from './sidebar.ts';
import { patch, remember, type State, state } from './state.ts';

/** The whole page. */
export function app(): TemplateResult {
  if (state.place === null) return html`<p class="loading" role="status">Connecting to the sandbox…</p>`;
  return html`
    <a class="skip" href="#composer" @click=${skip}>Skip to writing</a>
    <div class="banner" role="note">
      <strong>Sandbox.</strong> The real bot in a Discord of this machine. Nothing leaves it.
    </div>
    ${
      state.connected
        ? nothing
        : html`<div class="lost" role="alert">The sandbox is not running. Start it again with <code>npm start</code>.</div>`
    }
    <div class="columns ${state.side ?? 'alone'}">
      ${sidebar()}
      ${state.channelsOpen ? html`<button type="button" class="shade" aria-label="Close the channels" @click=${toggleChannels}></button>` : nothing}
      <main class="chat" aria-label="Channel">${header()} ${conversation()} ${composer()}</main>
      ${state.side === 'members' ? members() : nothing} ${state.side === 'inspector' ? inspector() : nothing}
    </div>
    ${modalView()}
    <div class="hidden" aria-live="polite" id="announcements">${state.announcement}</div>
  `;
}

function header(): TemplateResult {
  const channel = currentChannel();
  const icon =
    channel?.kind === 'announcement'
      ? icons.announcement
      : channel?.kind === 'direct'
        ? icons.direct
        : icons.channel;
  return html`<header class="channel-header">
    <button
      type="button"
      class="quiet only-narrow"
      aria-label="Channels"
      aria-controls="channels"
      aria-expanded=${state.channelsOpen}
      @click=${toggleChannels}
    >
      ${icons.menu}
    </button>
    <h1>${icon}<span>${channel?.name ?? ''}</span></h1>
    <p class="topic">${channel?.topic ?? ''}</p>
    <div class="tools">
      ${sideButton('inspector', 'Inspector', icons.inspector)} ${sideButton('members', 'Members', icons.members)}
      <button
        type="button"
        class="quiet"
        aria-label=${state.light ? 'Dark theme' : 'Light theme'}
        title=${state.light ? 'Dark theme' : 'Light theme'}
        @click=${toggleTheme}
      >
        ${icons.theme}
      </button>
    </div>
  </header>`;
}

function sideButton(which: NonNullable<State['side']>, label: string, icon: TemplateResult): TemplateResult {
  const open = state.side === which;
  return html`<button
    type="button"
    class="quiet ${open ? 'pressed' : ''}"
    aria-label=${label}
    title=${label}
    aria-pressed=${open}
    @click=${() => patch({ side: open ? null : which })}
  >
    ${icon}
  </button>`;
}

function toggleChannels(): void {
  patch({ channelsOpen: !state.channelsOpen });
  // Opened by the keyboard, the list is where the next key belongs.
  if (state.channelsOpen) focusSoon(() => document.querySelector('#channels [aria-current]'));
}

function toggleTheme(): void {
  patch({ light: !state.light });
  remember('theme', state.light ? 'light' : 'dark', localStorage);
}

function skip(event: Event): void {
  event.preventDefault();
  document.getElementById('composer')?.focus();
}

import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelView, PersonView, RoleName } from '../protocol.ts';
import { ROLES } from '../protocol.ts';
import { play } from './connection.ts';
import { focusComposer } from './focus.ts';
import { icons } from './icons.ts';
import { change, patch, remember, state } from './state.ts';

const ROLE_WORDS: Record<RoleName, string> = {
  investor: 'Investor',
  moderator: 'Moderator',
  officer: 'IR officer',
};

/** The server's channels, the direct messages, and whom this tab plays. */
export function sidebar(): TemplateResult {
  const { place } = state;
  if (place === null) return html``;
  const inServer = place.channels.filter(({ kind }) => kind !== 'direct');
  const direct = place.channels.filter(({ kind }) => kind === 'direct');
  return html`<nav class="sidebar ${state.channelsOpen ? 'open' : ''}" id="channels" aria-label="Channels" @keydown=${closeByEscape}>
    <div class="server-name">${place.guild}</div>
    <div class="sidebar-scroll">
      <h2 id="text-channels">Text channels</h2>
      <ul aria-labelledby="text-channels">
        ${inServer.map(channelLink)}
      </ul>
      <h2 id="direct-messages">Direct messages</h2>
      <ul aria-labelledby="direct-messages">
        ${direct.map(channelLink)}
      </ul>
    </div>
    ${roleSwitch()}
  </nav>`;
}

function closeByEscape({ key }: KeyboardEvent): void {
  if (key !== 'Escape' || !state.channelsOpen) return;
  patch({ channelsOpen: false });
  focusComposer();
}

function channelLink({ id, kind, name }: ChannelView): TemplateResult {
  const open = id === state.channel;
  const unread = state.unread.has(id);
  const icon = kind === 'text' ? icons.channel : kind === 'announcement' ? icons.announcement : icons.direct;
  return html`<li>
    <button
      type="button"
      class="channel ${open ? 'open' : ''} ${unread ? 'unread' : ''}"
      aria-current=${open ? 'page' : nothing}
      @click=${() => openChannel(id)}
    >
      ${icon}<span>${name}</span>${unread ? html`<span class="hidden">, unread</span>` : nothing}
    </button>
  </li>`;
}

export function openChannel(id: string): void {
  remember('channel', id, sessionStorage);
  change((now) => {
    now.channel = id;
    now.channelsOpen = false;
    now.menu = null;
    now.unread.delete(id);
  });
  focusComposer();
}

function roleSwitch(): TemplateResult {
  const { place } = state;
  if (place === null) return html``;
  return html`<div class="me">
    <img src="/avatars/${place.me.id}.svg" alt="" />
    <div class="me-words">
      <label for="role">You are the</label>
      <select id="role" aria-describedby="permissions" @change=${switchRole}>
        ${ROLES.map((role) => html`<option value=${role} ?selected=${role === place.playing}>${ROLE_WORDS[role]}</option>`)}
      </select>
      <small id="permissions">${place.permissions}</small>
    </div>
  </div>`;
}

function switchRole(event: Event): void {
  const { value } = event.currentTarget as HTMLSelectElement;
  const role = ROLES.find((one) => one === value);
  if (role !== undefined) void play(role);
}

/** The members and whether they are online. */
export function members(): TemplateResult {
  const all = state.place?.members ?? [];
  const people = all.filter(({ bot }) => !bot);
  const bots = all.filter(({ bot }) => bot);
  const group = (title: string, list: readonly PersonView[]) =>
    html`<h2 id="members-${title}">${title} — ${list.length}</h2>
      <ul aria-labelledby="members-${title}">
        ${list.map(memberView)}
      </ul>`;
  return html`<aside class="side members" id="side" aria-label="Members">
    ${group('Members', people)} ${group('Bots', bots)}
  </aside>`;
}

function memberView({ id, name, bot, online, roles }: PersonView): TemplateResult {
  const you = id === state.place?.me.id;
  return html`<li class="member ${online ? '' : 'offline'}">
    <span class="avatar">
      <img src="/avatars/${id}.svg" alt="" />
      <span class="presence ${online ? 'online' : ''}"></span>
    </span>
    <span class="member-words">
      <span>${name}${bot ? html` <span class="app">App</span>` : nothing}${you ? ' (you)' : ''}</span>
      <small>${online ? 'Online' : 'Offline'}${!bot && roles[0] ? ` · ${roles[0]}` : ''}</small>
    </span>
  </li>`;
}

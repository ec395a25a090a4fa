import { html, nothing, type TemplateResult } from 'lit';
import type { Component, SelectOption } from '../../world/model.ts';
import type { MessageView } from '../protocol.ts';
import { actVisibly } from './connection.ts';
import { focusSoon } from './focus.ts';
import { icons } from './icons.ts';
import { markdown, webAddress } from './markdown.ts';
import { change, patch, state } from './state.ts';

const ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
const SECTION = 9;
const TEXT = 10;
const SEPARATOR = 14;
const CONTAINER = 17;
const STYLE_NAMES: Record<number, string> = { 1: 'primary', 2: 'secondary', 3: 'success', 4: 'danger' };

/** A component of a message, with what is in it. */
export function componentView(message: MessageView, component: Component): TemplateResult | typeof nothing {
  const inner = () => (component.components ?? []).map((one) => componentView(message, one));
  switch (component.type) {
    case ROW:
      return html`<div class="component-row">${inner()}</div>`;
    case BUTTON:
      return button(message, component);
    case STRING_SELECT:
      return select(message, component);
    case TEXT:
      return html`<div>${markdown(component.content ?? '')}</div>`;
    case SECTION:
      return html`<div class="section">
        <div>${inner()}</div>
        ${component.accessory ? componentView(message, component.accessory) : nothing}
      </div>`;
    case CONTAINER:
      return html`<div class="container">${inner()}</div>`;
    case SEPARATOR:
      return html`<hr />`;
    default:
      return nothing;
  }
}

function button(message: MessageView, { custom_id, label, url, style, disabled }: Component): TemplateResult {
  const href = webAddress(url);
  if (href !== undefined && !disabled) {
    return html`<a class="button secondary" href=${href} target="_blank" rel="noopener noreferrer">
      ${label ?? href} ${icons.external}
    </a>`;
  }
  const customId = custom_id ?? '';
  const busy = state.pending.has(key(message, customId));
  return html`<button
    type="button"
    class="button ${STYLE_NAMES[style ?? 2] ?? 'secondary'}"
    ?disabled=${disabled ?? false}
    aria-busy=${busy}
    @click=${() => void press(message, customId)}
  >
    ${label ?? ''}
  </button>`;
}

async function press(message: MessageView, customId: string): Promise<void> {
  if (state.pending.has(key(message, customId))) return;
  await whilePending(message, customId, () =>
    actVisibly({ kind: 'click', channel: message.channel, message: message.id, customId }),
  );
}

async function whilePending(
  message: MessageView,
  customId: string,
  work: () => Promise<unknown>,
): Promise<void> {
  const pending = key(message, customId);
  change((now) => void now.pending.add(pending));
  await work();
  change((now) => void now.pending.delete(pending));
}

function key({ id }: MessageView, customId: string): string {
  return `${id}/${customId}`;
}

function select(message: MessageView, component: Component): TemplateResult {
  const { custom_id, placeholder, options = [], disabled } = component;
  const customId = custom_id ?? '';
  const name = key(message, customId);
  const open = state.menu === name;
  const chosen = options.filter((option) => option.default).map(({ label }) => label);
  const label = placeholder ?? 'Make a selection';
  return html`<div class="select">
    <button
      type="button"
      class="select-button"
      id="select-${name}"
      aria-haspopup="listbox"
      aria-expanded=${open}
      aria-busy=${state.pending.has(name)}
      ?disabled=${disabled ?? false}
      @click=${() => toggle(name)}
      @keydown=${(event: KeyboardEvent) => openKey(event, name)}
    >
      <span>${chosen.length > 0 ? chosen.join(', ') : label}</span> ${icons.down}
    </button>
    ${open ? optionList(message, component, label) : nothing}
  </div>`;
}

function toggle(name: string): void {
  patch({ menu: state.menu === name ? null : name });
  focusSoon(() => document.querySelector('.select [role="option"]'));
}

function openKey(event: KeyboardEvent, name: string): void {
  if (event.key !== 'ArrowDown' || state.menu === name) return;
  event.preventDefault();
  toggle(name);
}

function optionList(message: MessageView, component: Component, label: string): TemplateResult {
  const { options = [], custom_id, max_values } = component;
  const several = (max_values ?? 1) > 1;
  const name = key(message, custom_id ?? '');
  const close = () => {
    patch({ menu: null });
    focusSoon(() => document.getElementById(`select-${name}`));
  };
  const picked = new Set(options.filter((option) => option.default).map(({ value }) => value));
  const pick = (value: string, row: HTMLElement) => {
    if (!several) return send([value]);
    if (!picked.delete(value)) picked.add(value);
    row.setAttribute('aria-selected', String(picked.has(value)));
  };
  const send = (values: readonly string[]) => {
    close();
    void whilePending(message, custom_id ?? '', () =>
      actVisibly({
        kind: 'select',
        channel: message.channel,
        message: message.id,
        customId: custom_id ?? '',
        values,
      }),
    );
  };
  const onKey = (event: KeyboardEvent, value: string) => {
    const row = event.currentTarget as HTMLElement;
    if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (event.key === 'Enter' && several && picked.size > 0) send([...picked]);
    else if (event.key === 'Enter' || event.key === ' ') pick(value, row);
    else if (event.key === 'ArrowDown') (row.nextElementSibling as HTMLElement | null)?.focus();
    else if (event.key === 'ArrowUp') (row.previousElementSibling as HTMLElement | null)?.focus();
    else return;
    event.preventDefault();
  };
  return html`<ul class="select-list" role="listbox" aria-label=${label} aria-multiselectable=${several}>
    ${options.map((option) => optionRow(option, onKey, pick))}
  </ul>`;
}

function optionRow(
  { label, value, description, default: chosen }: SelectOption,
  onKey: (event: KeyboardEvent, value: string) => void,
  pick: (value: string, row: HTMLElement) => void,
): TemplateResult {
  return html`<li
    role="option"
    tabindex="-1"
    aria-selected=${chosen ?? false}
    @click=${(event: Event) => pick(value, event.currentTarget as HTMLElement)}
    @keydown=${(event: KeyboardEvent) => onKey(event, value)}
  >
    <span>${label}</span>
    ${description ? html`<span class="suggestion-detail">${description}</span>` : nothing}
  </li>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { Component } from '../../world/model.ts';
import { act } from './connection.ts';
import { focusComposer } from './focus.ts';
import { markdown } from './markdown.ts';
import { addNote, patch, state } from './state.ts';

const STRING_SELECT = 3;
const TEXT_INPUT = 4;
const TEXT = 10;
const PARAGRAPH = 2;

/** The form that the bot has opened, over the page. */
export function modalView(): TemplateResult | typeof nothing {
  const open = state.modal;
  if (open === null) return nothing;
  const { title, components } = open.modal;
  return html`<dialog class="modal" id="modal" aria-labelledby="modal-title" @cancel=${close} @close=${close}>
    <form @submit=${submit}>
      <h2 id="modal-title">${title}</h2>
      ${components.map((part) => partView(part, part.label ?? ''))}
      ${open.error ? html`<p class="fault" role="alert">${open.error}</p>` : nothing}
      <div class="modal-buttons">
        <button type="button" class="button secondary" @click=${close}>Cancel</button>
        <button type="submit" class="button primary">Submit</button>
      </div>
    </form>
  </dialog>`;
}

function partView(part: Component, label: string): TemplateResult | readonly TemplateResult[] {
  if (part.type === TEXT) return html`<div>${markdown(part.content ?? '')}</div>`;
  if (part.component) return partView(part.component, label);
  if (part.components) return part.components.flatMap((inner) => partView(inner, inner.label ?? label));
  const name = part.custom_id ?? '';
  if (part.type === STRING_SELECT) {
    return html`<label
      >${label}<select name=${name}>
        ${(part.options ?? []).map((option) => html`<option value=${option.value} ?selected=${option.default ?? false}>${option.label}</option>`)}
      </select></label
    >`;
  }
  if (part.type !== TEXT_INPUT) return html``;
  const common = { max: part.max_length ?? 4000, required: part.required ?? true, value: part.value ?? '' };
  return part.style === PARAGRAPH
    ? html`<label>${label}<textarea name=${name} rows="4" maxlength=${common.max} ?required=${common.required} placeholder=${part.placeholder ?? ''} .value=${common.value}></textarea></label>`
    : html`<label>${label}<input name=${name} maxlength=${common.max} ?required=${common.required} placeholder=${part.placeholder ?? ''} .value=${common.value} /></label>`;
}

/** Shows the dialog that was drawn; the browser keeps the focus in it. */
export function showModal(): void {
  const dialog = document.getElementById('modal');
  if (dialog instanceof HTMLDialogElement && !dialog.open) dialog.showModal();
}

function close(): void {
  if (state.modal === null) return;
  patch({ modal: null });
  focusComposer();
}

async function submit(event: Event): Promise<void> {
  event.preventDefault();
  const open = state.modal;
  if (open === null) return;
  const fields = new FormData(event.currentTarget as HTMLFormElement);
  const values = Object.fromEntries([...fields].map(([name, value]) => [name, String(value)]));
  const outcome = await act({ kind: 'submit', interaction: open.interaction, values });
  if (outcome.error !== undefined) {
    const { error } = outcome;
    patch({ modal: { ...open, error } });
    return;
  }
  close();
  if (outcome.failed) addNote('Something went wrong. Try again.');
}

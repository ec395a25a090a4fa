import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ExchangeView } from '../protocol.ts';
import { act } from './connection.ts';
import { focusComposer } from './focus.ts';
import { icons } from './icons.ts';
import { change, patch, state } from './state.ts';

/** Every request of the bot to Discord, the newest first: what was asked, what came back, whether it was in order. */
export function inspector(): TemplateResult {
  const { exchanges, onlyFaults } = state;
  const faulty = exchanges.filter(({ valid }) => !valid).length;
  const shown = exchanges.filter(({ valid }) => !onlyFaults || !valid).reverse();
  const close = () => {
    patch({ side: null });
    focusComposer();
  };
  return html`<aside class="side inspector" id="side" aria-label="Inspector">
    <header>
      <h2>Inspector</h2>
      <button type="button" class="quiet" aria-label="Close the inspector" @click=${close}>${icons.close}</button>
    </header>
    <p>
      Every request of the bot to this Discord on 127.0.0.1. ${exchanges.length} so far,
      ${faulty === 0 ? html`<strong class="good">all met Discord’s published schema</strong>` : html`<strong class="bad">${faulty} did not meet Discord’s schema</strong>`}.
    </p>
    <label class="filter">
      <input
        type="checkbox"
        .checked=${onlyFaults}
        @change=${() => patch({ onlyFaults: !state.onlyFaults })}
      />
      Only those that did not
    </label>
    <div class="exchanges" tabindex="0" role="region" aria-label="Exchanges, newest first">
      ${repeat(shown, ({ number }) => number, exchangeView)}
    </div>
  </aside>`;
}

function exchangeView(exchange: ExchangeView): TemplateResult {
  const { number, at, method, path, status, milliseconds, valid, violations } = exchange;
  const failed = status === null || status >= 400;
  return html`<details class="exchange" @toggle=${() => void loadDetail(number)}>
    <summary>
      <span class="method">${method}</span>
      <span class="path">${shortPath(path)}</span>
      <span class="status ${failed ? 'bad' : 'good'}">${status ?? 'cut'}</span>
      <span class="schema ${valid ? 'good' : 'bad'}">${valid ? 'schema ✓' : 'schema ✗'}</span>
      <small>${new Date(at).toLocaleTimeString()} · ${Math.round(milliseconds)} ms</small>
    </summary>
    ${violations.length > 0 ? html`<ul class="violations">${violations.map((one) => html`<li>${one}</li>`)}</ul>` : nothing}
    ${payloads(number, path)}
  </details>`;
}

async function loadDetail(number: number): Promise<void> {
  if (state.details.has(number)) return;
  const { exchange } = await act({ kind: 'exchange', number });
  if (exchange !== undefined) change((now) => void now.details.set(number, exchange));
}

function payloads(number: number, path: string): TemplateResult | typeof nothing {
  const detail = state.details.get(number);
  if (detail === undefined) return nothing;
  const { request, response, files } = detail;
  return html`<div class="payloads">
    <h3>Path</h3>
    <code class="whole-path">${path}</code>
    <h3>Sent by the bot</h3>
    ${json(request)} ${files.map(({ name, size }) => html`<p>File ${name}, ${size} bytes</p>`)}
    <h3>Answered by Discord</h3>
    ${json(response)}
  </div>`;
}

function json(value: unknown): TemplateResult {
  if (value === null) return html`<p>Nothing</p>`;
  return html`<pre tabindex="0">${typeof value === 'string' ? value : JSON.stringify(value, null, 2)}</pre>`;
}

/** Tokens and ids are long and say nothing: their ends are enough to tell them apart. */
function shortPath(path: string): string {
  return path
    .replace(/[\w-]{40,}/g, (token) => `…${token.slice(-4)}`)
    .replace(/\d{15,}/g, (id) => `…${id.slice(-4)}`);
}

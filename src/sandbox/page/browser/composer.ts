import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CommandOption } from '../../world/model.ts';
import { clearDraft, commandDraft, currentChannel, type Draft, draft, readLine, setDraft } from './drafts.ts';
import { focusComposer, focusSoon } from './focus.ts';
import { icons } from './icons.ts';
import { send } from './sending.ts';
import { change, state } from './state.ts';
import {
  closeSuggestions,
  moveActive,
  type Suggestion,
  suggestForOption,
  suggestForText,
  suggestions,
} from './suggestions.ts';

type Command = Extract<Draft, { mode: 'command' }>;

/** Where messages and commands are typed, with what is offered while typing. */
export function composer(): TemplateResult {
  const channel = currentChannel();
  if (channel === undefined) return html``;
  if (!channel.canSend) {
    return html`<div class="composer closed" tabindex="-1" id="composer">
      You do not have permission to send messages in this channel.
    </div>`;
  }
  const now = draft();
  return html`
    <form class="composer-place" @submit=${submit} aria-label="Write to ${channel.name}">
      ${suggestionList()} ${replyBar()}
      <div class="composer ${now.mode}">
        ${now.mode === 'text' ? textField(now.text) : commandFields(now)}
        <button class="send" type="submit" aria-label="Send">${icons.send}</button>
      </div>
    </form>
  `;
}

function textField(text: string): TemplateResult {
  const channel = currentChannel();
  const name = channel?.kind === 'direct' ? `@${channel.name}` : `#${channel?.name}`;
  return html`<textarea
    id="composer"
    rows=${Math.min(8, text.split('\n').length)}
    maxlength="2000"
    placeholder="Message ${name}${isNarrow() ? '' : ', or type / for commands'}"
    aria-label="Message ${name}. Type / for commands, @ to mention."
    spellcheck="false"
    autocomplete="off"
    role="combobox"
    aria-autocomplete="list"
    .value=${live(text)}
    aria-controls="suggestions"
    aria-expanded=${suggestions() !== null}
    aria-activedescendant=${activeId()}
    @input=${(event: Event) => typedText(event.currentTarget as HTMLTextAreaElement)}
    @keydown=${textKey}
    @blur=${closeSoon}
  ></textarea>`;
}

/** A phone has no room for the second half of the hint. */
function isNarrow(): boolean {
  return matchMedia('(max-width: 560px)').matches;
}

function typedText(field: HTMLTextAreaElement): void {
  const { value } = field;
  const line = readLine(value);
  // A space after a whole command name opens its options, as on Discord.
  if (line !== undefined && value.startsWith(`/${line.leaf.name} `)) {
    enter(commandDraft(line.leaf, line.rest));
    return;
  }
  setDraft({ mode: 'text', text: value });
  suggestForText(value, field.selectionStart);
}

function textKey(event: KeyboardEvent): void {
  if (event.isComposing) return;
  if (listKey(event)) return;
  if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    void send();
  } else if (event.key === 'Escape') {
    change((now) => void now.replies.delete(now.channel));
  }
}

/** Keys that belong to the open list; whether this was one. */
function listKey(event: KeyboardEvent): boolean {
  const open = suggestions();
  if (open === null) return false;
  const marked = open.items[open.active];
  const taken = marked ?? (event.key === 'Tab' ? open.items[0] : undefined);
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveActive(event.key === 'ArrowDown' ? 1 : -1);
  else if (event.key === 'Escape') closeSuggestions();
  else if ((event.key === 'Enter' || (event.key === 'Tab' && !event.shiftKey)) && taken) take(taken);
  else return false;
  event.preventDefault();
  return true;
}

function take({ take: what }: Suggestion): void {
  closeSuggestions();
  const now = draft();
  if (what.kind === 'command') enter(commandDraft(what.leaf));
  else if (what.kind === 'mention' && now.mode === 'text') {
    const field = document.getElementById('composer') as HTMLTextAreaElement;
    const before = now.text.slice(0, field.selectionStart).replace(/@[\w-]*$/, `@${what.name} `);
    setDraft({ mode: 'text', text: before + now.text.slice(field.selectionStart) });
    focusComposer();
  } else if (what.kind === 'choice' && now.mode === 'command') {
    const { fault: _gone, ...rest } = now;
    setDraft({ ...rest, filled: { ...now.filled, [what.option]: what.filled } });
    focusSoon(() => document.getElementById(`option-${what.option}`));
  }
}

function enter(next: Draft): void {
  setDraft(next);
  if (next.mode !== 'command') return;
  const first = next.leaf.options[0];
  // A command without options waits for Enter with the focus on its name.
  focusSoon(() => document.getElementById(first ? `option-${first.name}` : 'composer'));
  if (first) suggestForOption(next, first);
  else closeSuggestions();
}

function commandFields(now: Command): TemplateResult {
  const { leaf } = now;
  return html`<div class="command-fields" role="group" aria-label="/${leaf.name}: ${leaf.description}">
    <button
      type="button"
      class="command-name"
      id=${leaf.options.length === 0 ? 'composer' : 'command-name'}
      title="Change the command"
      @click=${() => leave(`/${leaf.name}`)}
      @keydown=${(event: KeyboardEvent) => nameKey(event, leaf.options.length === 0)}
    >
      /${leaf.name}
    </button>
    ${repeat(
      leaf.options,
      ({ name }) => name,
      (option, index) => optionField(now, option, index === 0),
    )}
    ${leaf.options.length === 0 ? html`<span class="command-hint">Enter sends it</span>` : nothing}
  </div>`;
}

function nameKey(event: KeyboardEvent, sends: boolean): void {
  if (event.key === 'Enter' && sends) {
    event.preventDefault();
    void send();
  } else if (event.key === 'Escape' || event.key === 'Backspace') {
    event.preventDefault();
    leave(event.key === 'Escape' ? '' : '/');
  }
}

function optionField(now: Command, option: CommandOption, isFirst: boolean): TemplateResult {
  const { name, description, required } = option;
  const fault = now.fault?.option === name ? now.fault.words : undefined;
  const words = now.filled[name]?.shown ?? '';
  return html`<label class="option ${fault ? 'faulty' : ''}">
    <span class="option-name">${name}${required ? '' : html`<span class="optional"> optional</span>`}</span>
    <input
      id="option-${name}"
      type="text"
      role="combobox"
      autocomplete="off"
      spellcheck="false"
      placeholder=${description}
      aria-description=${fault ?? description}
      aria-invalid=${fault !== undefined}
      aria-required=${required ? 'true' : 'false'}
      aria-autocomplete="list"
      aria-controls="suggestions"
      aria-expanded=${suggestions() !== null}
      aria-activedescendant=${activeId()}
      .value=${live(words)}
      @focus=${() => suggestForOption(current(now), option)}
      @input=${(event: Event) => typedOption(now, option, (event.currentTarget as HTMLInputElement).value)}
      @keydown=${(event: KeyboardEvent) => optionKey(event, now, isFirst)}
      @blur=${closeSoon}
    />
    ${fault ? html`<span class="fault">${fault}</span>` : nothing}
  </label>`;
}

function current(fallback: Command): Command {
  const now = draft();
  return now.mode === 'command' ? now : fallback;
}

function typedOption(now: Command, option: CommandOption, value: string): void {
  const { fault: _gone, ...rest } = current(now);
  const next: Command = { ...rest, filled: { ...rest.filled, [option.name]: { shown: value } } };
  setDraft(next);
  suggestForOption(next, option);
}

function optionKey(event: KeyboardEvent, now: Command, isFirst: boolean): void {
  if (event.isComposing || listKey(event)) return;
  const field = event.currentTarget as HTMLInputElement;
  if (event.key === 'Enter') {
    event.preventDefault();
    void send();
  } else if (event.key === 'Escape') {
    leave('');
  } else if (event.key === 'Backspace' && isFirst && field.value === '') {
    event.preventDefault();
    leave(`/${now.leaf.name}`);
  }
}

/** Back from a command's options to plain words. */
function leave(text: string): void {
  clearDraft();
  setDraft({ mode: 'text', text });
  focusComposer();
  if (text === '') closeSuggestions();
  else suggestForText(text, text.length);
}

function submit(event: Event): void {
  event.preventDefault();
  void send();
  focusComposer();
}

function closeSoon(): void {
  // Later than a click on a suggestion, which takes the focus for a moment.
  setTimeout(() => {
    if (!document.activeElement?.closest('.composer-place')) closeSuggestions();
  }, 150);
}

function activeId(): string | typeof nothing {
  const open = suggestions();
  return open === null || open.active < 0 ? nothing : `suggestion-${open.active}`;
}

function suggestionList(): TemplateResult | typeof nothing {
  const open = suggestions();
  if (open === null) return nothing;
  const empty = open.waiting ? 'Asking the bot…' : 'No suggestion for this. Enter sends it as typed.';
  return html`<div class="suggestions">
    <div class="suggestions-title">${open.title}</div>
    <ul id="suggestions" role="listbox" aria-label=${open.title} aria-busy=${open.waiting}>
      ${open.items.map(
        (item, index) => html`<li
          id="suggestion-${index}"
          role="option"
          aria-selected=${index === open.active}
          class=${index === open.active ? 'active' : ''}
          @mousedown=${(event: Event) => event.preventDefault()}
          @click=${() => take(item)}
        >
          <span class="suggestion-label">${item.label}</span>
          <span class="suggestion-detail">${item.detail}</span>
        </li>`,
      )}
    </ul>
    ${open.items.length === 0 ? html`<div class="suggestions-empty">${empty}</div>` : nothing}
  </div>`;
}

function replyBar(): TemplateResult | typeof nothing {
  const to = state.messages.get(state.replies.get(state.channel) ?? '');
  if (to === undefined) return nothing;
  const cancel = () => {
    change((now) => void now.replies.delete(now.channel));
    focusComposer();
  };
  return html`<div class="reply-bar">
    <span>Replying to <strong>${to.author.name}</strong></span>
    <button type="button" class="quiet" aria-label="Cancel the reply" @click=${cancel}>${icons.close}</button>
  </div>`;
}

import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelView } from '../protocol.ts';
import { act } from './connection.ts';
import { focusComposer } from './focus.ts';
import { sendLine } from './sending.ts';
import { change, state } from './state.ts';

interface Example {
  readonly line: string;
  readonly what: string;
}

/** The bot's own suggestions for the two commands below, asked once: they fit whatever releases are loaded. */
let suggested: { readonly candidate?: string; readonly question?: string } | undefined;
let asked = false;

/** What the channel is for; with three questions to click on where questions are asked. */
export function welcome(channel: ChannelView, isNew: boolean): TemplateResult {
  const sign = channel.kind === 'direct' ? '' : '#';
  const takesQuestions = channel.canSend && channel.kind !== 'announcement';
  if (takesQuestions) void askOnce(channel.id);
  return html`<section class="welcome ${isNew ? '' : 'seen'}" aria-label="Welcome">
    <h2 class="welcome-title">${channel.kind === 'direct' ? channel.name : html`Welcome to ${sign}${channel.name}`}</h2>
    <p>${words(channel)}</p>
    ${
      takesQuestions
        ? html`<p id="examples-title">Try one of these, or type your own question below:</p>
            <div class="examples" role="group" aria-labelledby="examples-title">
              ${examples(channel).map(
                ({ line, what }) => html`<button type="button" class="example" @click=${() => choose(line)}>
                  <span class="example-line">${line}</span><span class="example-what">${what}</span>
                </button>`,
              )}
            </div>`
        : nothing
    }
  </section>`;
}

function words({ kind, canSend }: ChannelView): string {
  const bot = state.place?.bot.name ?? 'The bot';
  if (kind === 'direct') return `This is your conversation with ${bot}. Here it answers every message.`;
  if (kind === 'announcement') {
    return canSend
      ? 'News for followers of this channel. You may write here.'
      : 'News for followers of this channel. Only the bot and officers write here.';
  }
  return `${bot} answers with quotations from the company’s published releases, or says what they do not say. It answers commands, and messages that mention it with @${bot}.`;
}

function examples({ kind, commands }: ChannelView): Example[] {
  const mention = kind === 'direct' ? '' : `@${state.place?.bot.name ?? ''} `;
  const has = (name: string) => commands.some((command) => command.name === name);
  const { candidate, question } = suggested ?? {};
  return [
    candidate && has('abstract')
      ? { line: `/abstract ${candidate}`, what: 'one candidate’s abstract' }
      : { line: '/help', what: 'what can be asked' },
    { line: `${mention}${question ?? 'Where are the facilities?'}`, what: 'a question in plain words' },
    { line: `${mention}Should I buy the shares?`, what: 'what it refuses' },
  ];
}

async function askOnce(channel: string): Promise<void> {
  if (asked) return;
  asked = true;
  const first = async (name: string, option: string) => {
    const { choices } = await act({
      kind: 'autocomplete',
      channel,
      name,
      options: { [option]: '' },
      focused: option,
    });
    return (choices ?? []).map((choice) => choice.name);
  };
  const [candidates, questions] = await Promise.all([
    first('abstract', 'candidate'),
    first('ask', 'question'),
  ]);
  const candidate = candidates[0];
  const question = questions.find((one) => one.startsWith('What time')) ?? questions[0];
  suggested = { ...(candidate ? { candidate } : {}), ...(question ? { question } : {}) };
  change(() => {});
}

function choose(line: string): void {
  void sendLine(line);
  focusComposer();
}

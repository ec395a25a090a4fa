import type { APIEmbedField } from 'discord.js';
import { COLOURS } from './frame.ts';
import type { Reply } from './reply.ts';
import { footer } from './source.ts';

export interface HelpEntry {
  /** "/abstract candidate" */
  readonly usage: string;
  readonly description: string;
}

/** What the bot does and what can be asked, from the same list that registers the commands. */
export function helpReply(entries: readonly HelpEntry[]): Reply {
  const commands: APIEmbedField = {
    name: 'Commands',
    value: entries.map(({ usage, description }) => `**${usage}**: ${description}`).join('\n'),
  };
  const asking: APIEmbedField = {
    name: 'Or just ask',
    value: [
      'Mention the bot or send it a direct message with a question.',
      'Reply to an answer to go on: “and the time?”',
      'On any message: Apps → *Answer this*.',
    ].join('\n'),
  };
  const promise: APIEmbedField = {
    name: 'What to expect',
    value: [
      'Every answer is a quotation from a published release, with its date.',
      'What a release does not say is not answered.',
      'No advice, predictions, prices or medical guidance.',
    ].join('\n'),
  };
  return {
    embeds: [
      {
        color: COLOURS.answer,
        title: '📖 Footnote answers in the company’s own words',
        fields: [commands, asking, promise],
        footer: footer(undefined),
      },
    ],
    rows: [],
    files: [],
    forCallerOnly: true,
  };
}

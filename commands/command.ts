import type {
  ChatInputCommandInteraction,
  MessageContextMenuCommandInteraction,
  RESTPostAPIChatInputApplicationCommandsJSONBody,
  RESTPostAPIContextMenuApplicationCommandsJSONBody,
} from 'discord.js';
import type { Engine } from '../src/answer/engine.ts';
import type { Release } from '../src/knowledge/model.ts';
import type { HelpEntry } from '../src/present/help.ts';
import type { Reply } from '../src/present/reply.ts';
import type { AnnouncementDesk } from './desk.ts';

/** All that a command may know: the published releases, and where and when it was called. */
export interface Context {
  readonly releases: readonly Release[];
  readonly engine: Engine;
  /** The default issuer of the place it was called in: ticker or name. */
  readonly issuer?: string;
  readonly now: Date;
  /** The commands as `/help` lists them. */
  readonly help: readonly HelpEntry[];
  /** Absent where nothing can be announced. */
  readonly announcements?: AnnouncementDesk;
}

export interface AutocompleteChoice {
  readonly name: string;
  readonly value: string;
}

/** A slash command: what Discord shows, and what it replies. */
export interface SlashCommand {
  readonly data: RESTPostAPIChatInputApplicationCommandsJSONBody;
  readonly execute: (interaction: ChatInputCommandInteraction, context: Context) => Reply | Promise<Reply>;
  /** Choices for the option being typed, best first; more than Discord takes are left out. */
  readonly autocomplete?: (typed: string, context: Context, option: string) => readonly AutocompleteChoice[];
  /** Whether all its replies are for the caller only. */
  readonly privately?: boolean;
  /** The reply without any option: what the company picker calls with the releases of one company. */
  readonly plain?: (context: Context) => Reply;
}

/** A command in the menu of a message. */
export interface MessageCommand {
  readonly data: RESTPostAPIContextMenuApplicationCommandsJSONBody;
  readonly execute: (
    interaction: MessageContextMenuCommandInteraction,
    context: Context,
  ) => Reply | Promise<Reply>;
}

export type Command = SlashCommand | MessageCommand;

/**
 * Limits of Discord that its published schema lacks or states looser than Discord enforces them.
 * Sources are pages of https://discord.com/developers/docs.
 */
export const Limit = {
  /** Characters of a message's content: resources/message#create-message. */
  content: 2_000,
  /** resources/message#embed-object-embed-limits, as are the next nine. */
  embeds: 10,
  embedsTotal: 6_000,
  embedTitle: 256,
  embedDescription: 4_096,
  embedFields: 25,
  embedFieldName: 256,
  embedFieldValue: 1_024,
  embedFooter: 2_048,
  embedAuthor: 256,
  /** interactions/receiving-and-responding: autocomplete, and application-command choices. */
  choices: 25,
  choiceName: 100,
  choiceValue: 100,
  /** components/reference#button, #action-row, #string-select, as are the next five. */
  buttonLabel: 80,
  customId: 100,
  buttonsInRow: 5,
  rows: 5,
  selectOptions: 25,
  /** Components of a message that uses the components-v2 flag, nested ones included. */
  componentsV2: 40,
  /** interactions/application-commands#application-command-object, as are the next three. */
  commandName: 32,
  commandDescription: 100,
  commandOptions: 25,
  commandTotal: 8_000,
  /** interactions/application-commands#registering-a-command. */
  slashCommands: 100,
  menuCommands: 15,
  /** resources/message#create-message: `nonce`. */
  nonce: 25,
  /** reference#uploading-files: without a boosted server. */
  uploadBytes: 10 * 1024 * 1024,
  uploads: 10,
  /** resources/guild-scheduled-event. */
  scheduledEvents: 100,
  /** interactions/receiving-and-responding#responding-to-an-interaction. */
  firstResponseMs: 3_000,
  interactionTokenMs: 15 * 60_000,
} as const;

/** Message flags: resources/message#message-object-message-flags. */
export const MessageFlag = {
  crossposted: 1 << 0,
  suppressEmbeds: 1 << 2,
  ephemeral: 1 << 6,
  loading: 1 << 7,
  suppressNotifications: 1 << 12,
  componentsV2: 1 << 15,
} as const;

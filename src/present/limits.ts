/**
 * Discord's limits, each named once. Characters are UTF-16 code units, which is the stricter reading.
 * Source: discord/discord-api-docs, resources "Message", "Component reference", "Application commands".
 */
export const LIMITS = {
  content: 2_000,
  embeds: 10,
  embedTitle: 256,
  embedDescription: 4_096,
  embedFields: 25,
  fieldName: 256,
  fieldValue: 1_024,
  embedFooter: 2_048,
  embedAuthor: 256,
  /** Titles, descriptions, field names and values, footers and authors of all embeds of one message. */
  embedTotal: 6_000,
  customId: 100,
  buttonLabel: 80,
  buttonUrl: 512,
  buttonsInRow: 5,
  rows: 5,
  selectOptions: 25,
  optionLabel: 100,
  placeholder: 150,
  autocompleteChoices: 25,
  choiceName: 100,
} as const;

/** Our own: a longer question is sent back, so that it can be shown whole beside its answer. */
export const LONGEST_QUESTION = 500;

import type { UploadedFile } from '../rest/route.ts';
import type { ApplicationCommand, CommandOption } from '../world/model.ts';

/** What a user fills in: ids or things with an id for users, channels and roles, files for attachments. */
export type OptionValue = string | number | boolean | { readonly id: string } | Omit<UploadedFile, 'field'>;
export type OptionValues = Readonly<Record<string, OptionValue>>;

/** An option as an interaction carries it. */
export interface SentOption {
  readonly type: number;
  readonly name: string;
  readonly value?: string | number | boolean;
  readonly focused?: boolean;
  readonly options?: readonly SentOption[];
}

export const OptionType = {
  subcommand: 1,
  group: 2,
  string: 3,
  integer: 4,
  boolean: 5,
  user: 6,
  channel: 7,
  role: 8,
  mentionable: 9,
  number: 10,
  attachment: 11,
} as const;

const BY_ID: readonly number[] = [
  OptionType.user,
  OptionType.channel,
  OptionType.role,
  OptionType.mentionable,
  OptionType.attachment,
];

/** The options of the command or subcommand that `words` name: `announcements subscribe`. */
export function findLeaf(command: ApplicationCommand, words: readonly string[]) {
  let options = command.options;
  const nesting: CommandOption[] = [];
  for (const word of words) {
    const next = options.find((option) => option.name === word && option.type <= OptionType.group);
    if (!next) throw new Error(`/${command.name} has no subcommand "${word}"`);
    nesting.push(next);
    options = next.options ?? [];
  }
  if (options.some((option) => option.type <= OptionType.group)) {
    const names = options.map((option) => option.name).join(', ');
    throw new Error(`/${[command.name, ...words].join(' ')} needs a subcommand: ${names}`);
  }
  return { options, nesting };
}

/**
 * The filled-in options as Discord's client sends them.
 * @param focused the option being typed in, for autocomplete; nothing is required then
 * @throws where Discord's client would not let the user send
 */
export function fillOptions(
  declared: readonly CommandOption[],
  values: OptionValues,
  focused?: string,
): SentOption[] {
  for (const name of Object.keys(values)) {
    if (!declared.some((option) => option.name === name)) throw new Error(`There is no option "${name}"`);
  }
  if (focused !== undefined && !declared.some((option) => option.name === focused && option.autocomplete)) {
    throw new Error(`The option "${focused}" has no autocomplete`);
  }
  return declared.flatMap((option) => {
    const value = values[option.name];
    if (value === undefined && option.name !== focused) {
      if (option.required && focused === undefined)
        throw new Error(`The option "${option.name}" is required`);
      return [];
    }
    const sent = toSent(option, value ?? '');
    if (option.name === focused) return [{ ...sent, focused: true }];
    if (focused === undefined) checkValue(option, sent.value);
    return [sent];
  });
}

/** Wraps options into the subcommand and group they belong to. */
export function nest(
  nesting: readonly CommandOption[],
  options: readonly SentOption[],
): readonly SentOption[] {
  return nesting.reduceRight<readonly SentOption[]>(
    (inner, { type, name }) => [{ type, name, options: inner }],
    options,
  );
}

function toSent(option: CommandOption, value: OptionValue): SentOption {
  const { type, name } = option;
  if (typeof value !== 'object') return { type, name, value };
  if ('id' in value) return { type, name, value: value.id };
  throw new Error(`The option "${name}" takes no file`);
}

function checkValue(option: CommandOption, value: string | number | boolean | undefined): void {
  const wanted = expectedKind(option.type);
  const fits = wanted === 'integer' ? Number.isInteger(value) : typeof value === wanted;
  if (!fits) throw new Error(`The option "${option.name}" takes ${wanted}, not ${JSON.stringify(value)}`);
  if (option.choices?.length && !option.choices.some((choice) => choice.value === value)) {
    throw new Error(`${JSON.stringify(value)} is none of the choices of "${option.name}"`);
  }
  const size = typeof value === 'string' ? value.length : value;
  const [least, most] =
    typeof value === 'string' ? [option.min_length, option.max_length] : [option.min_value, option.max_value];
  if (typeof size !== 'number') return;
  if (size < (least ?? -Infinity) || size > (most ?? MOST_CHARACTERS[typeof value === 'string' ? 0 : 1])) {
    throw new Error(`${JSON.stringify(value)} is outside the limits of "${option.name}"`);
  }
}

/** Discord's client takes 6,000 characters for a string option; numbers have no such bound. */
const MOST_CHARACTERS = [6_000, Infinity] as const;

function expectedKind(type: number): 'string' | 'integer' | 'number' | 'boolean' {
  if (type === OptionType.integer) return 'integer';
  if (type === OptionType.number) return 'number';
  if (type === OptionType.boolean) return 'boolean';
  return 'string';
}

/** Whether the option's value is the id of something that the interaction must bring along. */
export function takesId(type: number): boolean {
  return BY_ID.includes(type);
}

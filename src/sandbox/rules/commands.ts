import { isRecord } from '../record.ts';
import type { CommandBody } from '../world/commands.ts';
import type { CommandOption } from '../world/model.ts';
import { checkChoice } from './callbacks.ts';
import { Limit } from './limits.ts';
import { checkSchema } from './schema.ts';
import { required, tooLong, type Violation } from './violation.ts';

type Path = readonly (string | number)[];

const SLASH = 1;
const NESTING = [1, 2];

/** Letters, digits, `-`, `_` and `'` of any script (docs: application-command-naming). */
const SLASH_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

/** Checks a command against a published schema and against the rules that the schema lacks. */
export async function checkCommand(schema: string, body: unknown): Promise<Violation[]> {
  const violations = await checkSchema(schema, permissionsAsNumber(body));
  if (violations.some((violation) => violation.code === 'BASE_TYPE_INVALID')) return violations;
  return isRecord(body)
    ? [...violations, ...commandRules(body as unknown as Partial<CommandBody>, schema)]
    : violations;
}

/** The schema says integer where Discord documents, and discord.js sends, a string of digits. */
function permissionsAsNumber(body: unknown): unknown {
  if (!isRecord(body)) return body;
  const permissions = body['default_member_permissions'];
  if (typeof permissions !== 'string' || !/^\d+$/.test(permissions)) return body;
  return { ...body, default_member_permissions: Number(permissions) };
}

function commandRules(command: Partial<CommandBody>, schema: string): Violation[] {
  const found: Violation[] = [];
  const slash = (command.type ?? SLASH) === SLASH;
  if (slash) {
    if (command.name !== undefined) found.push(...checkName(command.name, ['name']));
    // A patch may leave the description as it is; it cannot empty it.
    const given = command.description !== undefined || schema.includes('Create');
    if (given && !command.description?.trim()) found.push(required(['description']));
  } else if (command.description) {
    found.push({
      path: ['description'],
      code: 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID',
      message: 'Context menu commands cannot have description',
    });
  }
  found.push(...checkOptions(command.options ?? [], ['options']));
  if (commandSize(command) > Limit.commandTotal) {
    found.push({
      path: [],
      code: 'APPLICATION_COMMAND_TOO_LARGE',
      message: `Command exceeds maximum size (${Limit.commandTotal})`,
    });
  }
  return found;
}

function checkOptions(options: readonly CommandOption[], path: Path): Violation[] {
  const found = options.flatMap((option, index) => checkOption(option, [...path, index]));
  if (options.length > Limit.commandOptions) found.push(tooLong(path, Limit.commandOptions));
  options.forEach((option, index) => {
    if (option.required && options.slice(0, index).some((earlier) => !earlier.required)) {
      found.push({
        path: [...path, index],
        code: 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        message: 'Required options must be placed before non-required options',
      });
    }
    if (options.findIndex((other) => other.name === option.name) !== index) {
      found.push({
        path: [...path, index, 'name'],
        code: 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
        message: 'Option name already exists',
      });
    }
  });
  const nesting = options.filter((option) => NESTING.includes(option.type)).length;
  if (nesting > 0 && nesting < options.length) {
    found.push({
      path,
      code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
      message: 'Sub-command and sub-command group option types are mutually exclusive to all other types',
    });
  }
  return found;
}

function checkOption(option: CommandOption, path: Path): Violation[] {
  const found = checkName(option.name, [...path, 'name']);
  const choices = option.choices ?? [];
  if (option.description.length > Limit.commandDescription) {
    found.push(tooLong([...path, 'description'], Limit.commandDescription));
  }
  if (choices.length > Limit.choices) found.push(tooLong([...path, 'choices'], Limit.choices));
  choices.forEach((choice, index) => {
    found.push(...checkChoice(choice, [...path, 'choices', index]));
  });
  if (option.autocomplete && choices.length > 0) {
    found.push({
      path: [...path, 'autocomplete'],
      code: 'APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE',
      message: 'Options with autocomplete cannot have choices',
    });
  }
  found.push(...checkOptions(option.options ?? [], [...path, 'options']));
  return found;
}

function checkName(name: string, path: Path): Violation[] {
  const lower = name === name.toLocaleLowerCase('en');
  if (SLASH_NAME.test(name) && lower && name.length <= Limit.commandName) return [];
  return [{ path, code: 'APPLICATION_COMMAND_INVALID_NAME', message: 'Command name is invalid' }];
}

/** Characters that count together: names, descriptions and choice values of the whole tree. */
function commandSize(command: Partial<CommandBody> | CommandOption): number {
  const own = (command.name?.length ?? 0) + (command.description?.length ?? 0);
  const choices = 'choices' in command ? (command.choices ?? []) : [];
  const listed = choices.reduce((sum, choice) => sum + choice.name.length + String(choice.value).length, 0);
  return (command.options ?? []).reduce((sum, option) => sum + commandSize(option), own + listed);
}

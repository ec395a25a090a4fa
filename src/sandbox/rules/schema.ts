import { isRecord } from '../record.ts';
import type { Violation } from './violation.ts';

/** What the sandbox uses of a zod schema; the published package ships no types for its zod export. */
interface Schema {
  safeParse(
    value: unknown,
  ): { success: true; data: unknown } | { success: false; error: { issues: Issue[] } };
}

interface Issue {
  readonly code: string;
  readonly path: readonly (string | number)[];
  readonly message: string;
  readonly maximum?: number;
  readonly minimum?: number;
  readonly origin?: string;
  readonly expected?: string;
  readonly format?: string;
  readonly values?: readonly unknown[];
  readonly errors?: readonly (readonly Issue[])[];
}

type Published = Readonly<Record<string, Schema>>;

let published: Promise<Published> | undefined;

/** Discord's published request schemas (npm discord-api-spec). Loading takes about 0.2 s, once. */
export function loadSchemas(): Promise<Published> {
  // The name is not a literal: TypeScript would read 7,000 lines of JavaScript for types it does not find.
  const specifier: string = 'discord-api-spec/zod';
  published ??= import(specifier);
  return published;
}

/**
 * Checks a value against a published schema.
 * Returns its violations, and the keys that the schema does not know.
 */
export async function checkSchema(name: string, value: unknown): Promise<Violation[]> {
  const schema = (await loadSchemas())[name];
  if (!schema) throw new Error(`discord-api-spec has no ${name}`);
  const result = schema.safeParse(value);
  return result.success ? unknownKeys(value, result.data, []) : result.error.issues.flatMap(describe);
}

/** Parsing keeps only known keys: what the result lacks was unknown. */
function unknownKeys(sent: unknown, known: unknown, path: readonly (string | number)[]): Violation[] {
  if (Array.isArray(sent) && Array.isArray(known)) {
    return sent.flatMap((item, index) => unknownKeys(item, known[index], [...path, index]));
  }
  if (!isRecord(sent) || !isRecord(known)) return [];
  return Object.entries(sent).flatMap(([key, value]) =>
    key in known
      ? unknownKeys(value, known[key], [...path, key])
      : [{ path: [...path, key], code: 'UNKNOWN_KEY', message: `Unknown key "${key}"` }],
  );
}

function describe(issue: Issue): Violation[] {
  if (issue.code === 'invalid_union' && issue.errors?.length) {
    return closestBranch(issue.errors).flatMap((inner) =>
      describe({ ...inner, path: [...issue.path, ...inner.path] }),
    );
  }
  return [{ path: issue.path, ...explain(issue) }];
}

/**
 * Of a union's branches the one that was meant: of the right kind, with a `type` that fits, and of
 * those the one with fewest faults.
 */
function closestBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const without = (from: readonly (readonly Issue[])[], place: string) => {
    const left = from.filter((issues) => !issues.some((issue) => issue.path.join('.') === place));
    return left.length > 0 ? left : from;
  };
  const candidates = without(without(branches, ''), 'type');
  return [...candidates].sort((a, b) => a.length - b.length)[0] ?? [];
}

function explain(issue: Issue): Omit<Violation, 'path'> {
  const countable = issue.origin === 'string' || issue.origin === 'array';
  switch (issue.code) {
    case 'too_big':
      return countable
        ? { code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${issue.maximum} or fewer in length.` }
        : { code: 'NUMBER_TYPE_MAX', message: `int value should be less than or equal to ${issue.maximum}.` };
    case 'too_small':
      return countable
        ? { code: 'BASE_TYPE_MIN_LENGTH', message: `Must be ${issue.minimum} or more in length.` }
        : {
            code: 'NUMBER_TYPE_MIN',
            message: `int value should be greater than or equal to ${issue.minimum}.`,
          };
    case 'invalid_value':
      return {
        code: 'BASE_TYPE_CHOICES',
        message: `Value must be one of {${(issue.values ?? []).join(', ')}}.`,
      };
    case 'invalid_format':
      return issue.format === 'url'
        ? { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' }
        : { code: 'BASE_TYPE_FORMAT', message: `Not a well formed ${issue.format ?? 'value'}.` };
    default:
      return { code: 'BASE_TYPE_INVALID', message: `Expected ${issue.expected ?? 'another kind of value'}.` };
  }
}

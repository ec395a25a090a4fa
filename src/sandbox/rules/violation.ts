/** One way in which a request body is not what Discord accepts. */
export interface Violation {
  readonly path: readonly (string | number)[];
  /** Discord's code for it: `BASE_TYPE_MAX_LENGTH`. */
  readonly code: string;
  readonly message: string;
}

/** Discord's own shape: objects by key and index, with the faults of a place under `_errors`. */
export interface NestedErrors {
  _errors?: { code: string; message: string }[];
  [key: string]: NestedErrors | { code: string; message: string }[] | undefined;
}

export function nestViolations(violations: readonly Violation[]): NestedErrors {
  const root: NestedErrors = {};
  for (const { path, code, message } of violations) {
    let place = root;
    for (const step of path) {
      const key = String(step);
      place[key] ??= {};
      place = place[key] as NestedErrors;
    }
    place._errors ??= [];
    place._errors.push({ code, message });
  }
  return root;
}

/** Schema and rules overlap: one report for one fault of one place. */
export function distinct(violations: readonly Violation[]): readonly Violation[] {
  const seen = new Set<string>();
  return violations.filter(({ path, code }) => {
    const key = `${path.join('.')} ${code}`;
    return seen.has(key) ? false : seen.add(key);
  });
}

/** The same violations, found deeper in the body. */
export function under(
  path: readonly (string | number)[],
  violations: readonly Violation[],
): readonly Violation[] {
  return violations.map((violation) => ({ ...violation, path: [...path, ...violation.path] }));
}

export function tooLong(path: readonly (string | number)[], maximum: number): Violation {
  return { path, code: 'BASE_TYPE_MAX_LENGTH', message: `Must be ${maximum} or fewer in length.` };
}

export function required(path: readonly (string | number)[]): Violation {
  return { path, code: 'BASE_TYPE_REQUIRED', message: 'This field is required' };
}

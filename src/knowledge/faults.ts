/** Something wrong with a knowledge file: where and what, in words for the person who edits it. */
export interface Fault {
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
  readonly what: string;
}

/** `file:line: what`, as compilers print it. */
export function formatFault({ file, line, what }: Fault): string {
  return `${file}:${line}: ${what}`;
}

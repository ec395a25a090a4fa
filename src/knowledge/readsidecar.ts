import { LineCounter, parseDocument } from 'yaml';
import type { ZodError } from 'zod';
import type { Fault } from './faults.ts';
import { type Sidecar, sidecarSchema } from './sidecar.ts';

/** Reads a release's .yaml; every fault stands at the line of the key or value that is wrong. */
export function readSidecar(file: string, content: string): { sidecar?: Sidecar; faults: readonly Fault[] } {
  const lines = new LineCounter();
  const document = parseDocument(content, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ pos, message }) => ({
      file,
      line: lines.linePos(pos[0]).line,
      what: firstLine(message),
    }));
    return { faults };
  }
  // Dates stay text: the schema says which forms it takes.
  const parsed = sidecarSchema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  if (parsed.success) return { sidecar: parsed.data, faults: [] };
  return { faults: parsed.error.issues.flatMap((issue) => faultsOf(issue)) };

  function faultsOf(issue: ZodError['issues'][number]): Fault[] {
    const path = issue.path.filter((part) => typeof part !== 'symbol');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ file, line: lineOf([...path, key]), what: `unknown key "${key}"` }));
    }
    const where = path.length === 0 ? '' : `${path.join('.')}: `;
    return [{ file, line: lineOf(path), what: `${where}${issue.message}` }];
  }

  /** The line of the value at a path, or of the nearest thing above it that exists. */
  function lineOf(path: readonly (string | number)[]): number {
    for (let depth = path.length; depth > 0; depth -= 1) {
      const node: unknown = document.getIn(path.slice(0, depth), true);
      if (hasRange(node)) return lines.linePos(node.range[0]).line;
    }
    return 1;
  }
}

function hasRange(node: unknown): node is { range: [number, number, number] } {
  return typeof node === 'object' && node !== null && 'range' in node && Array.isArray(node.range);
}

function firstLine(message: string): string {
  return message.split('\n')[0] ?? message;
}

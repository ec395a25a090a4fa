import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { archiveLines } from './archive.ts';
import type { Fault } from './faults.ts';
import type { Release } from './model.ts';
import { parseRelease } from './parse.ts';
import { readSidecar } from './readsidecar.ts';
import type { Sidecar } from './sidecar.ts';
import { resolveSupersedes } from './supersede.ts';

export { type Fault, formatFault } from './faults.ts';

/** Everything that a directory of releases holds. */
export interface Knowledge {
  /** Published only: what can be found. */
  readonly releases: readonly Release[];
  readonly retracted: readonly Release[];
  readonly faults: readonly Fault[];
}

/** A release with the file that it came from. */
export interface LoadedFile {
  readonly file: string;
  readonly line: number;
  readonly release: Release;
}

export interface LoadedFiles {
  readonly loaded: readonly LoadedFile[];
  readonly faults: readonly Fault[];
}

/**
 * Loads a directory: each `.txt` with the `.yaml` beside it, and archives (`.jsonl`, `.jsonl.gz`).
 * What is wrong with a file is a fault and leaves that file out; the others load.
 */
export async function loadKnowledge(dir: string): Promise<Knowledge> {
  return knowledgeOf(await loadFiles(dir));
}

/** As loadKnowledge, before duplicates are refused and corrections find their originals. */
export async function loadFiles(dir: string): Promise<LoadedFiles> {
  let names: string[];
  try {
    names = (await readdir(dir)).sort();
  } catch (error) {
    const why =
      error instanceof Error && 'code' in error && error.code === 'ENOENT'
        ? 'no such directory'
        : String(error);
    return { loaded: [], faults: [{ file: dir, line: 1, what: why }] };
  }
  const loaded: LoadedFile[] = [];
  const faults: Fault[] = [];
  for (const name of names) {
    if (name.endsWith('.txt')) {
      const outcome = await loadText(dir, name, names);
      loaded.push(...outcome.loaded);
      faults.push(...outcome.faults);
    } else if (/\.jsonl(?:\.gz)?$/.test(name)) {
      for await (const entry of archiveLines(join(dir, name), join(dir, name))) {
        if ('fault' in entry) faults.push(entry.fault);
        else if (entry.text.trim() === '')
          faults.push({ file: join(dir, name), line: entry.line, what: `${entry.id}: text is empty` });
        else
          loaded.push({
            file: join(dir, name),
            line: entry.line,
            release: parseRelease(entry.id, entry.text),
          });
      }
    } else if (/\.ya?ml$/.test(name)) {
      faults.push(...strayYaml(dir, name, names));
    }
  }
  return { loaded, faults };
}

/** Refuses the second of two equal ids, links corrections to originals, and sets retracted ones apart. */
export function knowledgeOf({ loaded, faults }: LoadedFiles): Knowledge {
  const first = new Map<string, LoadedFile>();
  const duplicates: Fault[] = [];
  for (const entry of loaded) {
    const before = first.get(entry.release.id);
    if (before === undefined) first.set(entry.release.id, entry);
    else
      duplicates.push({
        file: entry.file,
        line: entry.line,
        what: `id "${entry.release.id}" is already taken by ${before.file}`,
      });
  }
  const releases = resolveSupersedes([...first.values()].map(({ release }) => release));
  return {
    releases: releases.filter(({ status }) => status === 'published'),
    retracted: releases.filter(({ status }) => status === 'retracted'),
    faults: [...faults, ...duplicates],
  };
}

async function loadText(dir: string, name: string, names: readonly string[]): Promise<LoadedFiles> {
  const file = join(dir, name);
  const id = name.slice(0, -'.txt'.length);
  const text = await readUtf8(file);
  if (typeof text !== 'string') return { loaded: [], faults: [text] };
  if (text.trim() === '') return { loaded: [], faults: [{ file, line: 1, what: 'text is empty' }] };
  let sidecar: Sidecar | undefined;
  if (names.includes(`${id}.yaml`)) {
    const yaml = join(dir, `${id}.yaml`);
    const content = await readUtf8(yaml);
    if (typeof content !== 'string') return { loaded: [], faults: [content] };
    const read = readSidecar(yaml, content);
    if (read.faults.length > 0) return { loaded: [], faults: read.faults };
    sidecar = read.sidecar;
  }
  return { loaded: [{ file, line: 1, release: parseRelease(id, text, sidecar) }], faults: [] };
}

/** A sidecar of no release, or with the ending that is not looked for. */
function strayYaml(dir: string, name: string, names: readonly string[]): Fault[] {
  const file = join(dir, name);
  if (name.endsWith('.yml')) return [{ file, line: 1, what: 'the ending is .yaml' }];
  const text = `${name.slice(0, -'.yaml'.length)}.txt`;
  return names.includes(text) ? [] : [{ file, line: 1, what: `there is no ${text} beside it` }];
}

/** The file's text, or the fault: bytes that are not UTF-8 are refused at their line. */
async function readUtf8(file: string): Promise<string | Fault> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch (error) {
    return {
      file,
      line: 1,
      what: `cannot be read: ${error instanceof Error ? error.message : String(error)}`,
    };
  }
  try {
    // A byte order mark stays in the text, so that offsets are those of the file as published.
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return { file, line: lineOfBadByte(bytes), what: 'text is not UTF-8' };
  }
}

function lineOfBadByte(bytes: Buffer): number {
  const lines = bytes.toString('latin1').split('\n');
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (const [index, line] of lines.entries()) {
    try {
      decoder.decode(Buffer.from(line, 'latin1'));
    } catch {
      return index + 1;
    }
  }
  return 1;
}

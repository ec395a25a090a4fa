import { type FSWatcher, watch } from 'node:fs';
import { type Knowledge, knowledgeOf, type LoadedFile, type LoadedFiles, loadFiles } from './load.ts';

export interface KnowledgeWatch {
  /** As loaded when the watch began. */
  readonly knowledge: Knowledge;
  readonly close: () => void;
}

/**
 * Loads a directory of releases, then calls back with its knowledge whenever its files have changed
 * and been still for `settleMs`. A file that has gone bad keeps its last good releases, with its
 * fault reported; a file that is gone, or a release marked retracted, is left out at once.
 */
export async function watchKnowledge(
  dir: string,
  onChange: (knowledge: Knowledge) => void,
  { settleMs = 300 }: { settleMs?: number } = {},
): Promise<KnowledgeWatch> {
  const first = await loadFiles(dir);
  let good = first.loaded;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  let closed = false;

  const reload = async (): Promise<void> => {
    const next = keepLastGood(good, await loadFiles(dir));
    if (closed) return;
    good = next.loaded;
    onChange(knowledgeOf(next));
  };
  const soon = (): void => {
    if (closed) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(reload);
    }, settleMs);
  };
  const watcher = startWatcher(dir, soon);
  return {
    knowledge: knowledgeOf(first),
    close() {
      closed = true;
      clearTimeout(timer);
      watcher?.close();
    },
  };
}

/** A directory that does not exist cannot be watched: its fault has been reported by the load. */
function startWatcher(dir: string, soon: () => void): FSWatcher | undefined {
  try {
    const watcher = watch(dir, soon);
    watcher.on('error', soon);
    return watcher;
  } catch {
    return undefined;
  }
}

/** Adds the releases of files that no longer load but are still there, as they last were. */
export function keepLastGood(good: readonly LoadedFile[], next: LoadedFiles): LoadedFiles {
  const loaded = new Set(next.loaded.map(({ file }) => file));
  const bad = new Set(next.faults.map(({ file }) => file.replace(/\.yaml$/, '.txt')));
  const gone = next.faults.some(({ what }) => what === 'no such directory');
  const kept = good.filter(({ file }) => gone || (bad.has(file) && !loaded.has(file)));
  return { loaded: [...next.loaded, ...kept], faults: next.faults };
}

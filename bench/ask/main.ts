import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ENGINES, type EngineName } from './engines.ts';

const SHARED = '../shared';
const SEED = 'knowledge';
const RELEASES = `${SHARED}/releases`;
const ARCHIVE = `${SHARED}/archive`;

/** Engines that take seconds a question over a hundred thousand passages are asked fewer. */
const FEW: Readonly<Partial<Record<EngineName, number>>> = {
  'fuse.js default': 8,
  'fuse.js token search': 8,
  Orama: 40,
};

/**
 * `bench ask` asks the given questions of Footnote, fuse.js, MiniSearch and Orama, each in a process of
 * its own, with fifteen releases and with the archive too, and prints quality, time and memory. The
 * libraries, which know no issuers, are timed on everything loaded and judged on the release asked about.
 */
export async function benchAsk(argv: readonly string[]): Promise<number> {
  if (!existsSync(RELEASES)) {
    process.stderr.write(`bench ask needs ${RELEASES} and ${SHARED}/questions\n`);
    return 1;
  }
  const only = argv[0];
  const setups: { name: string; dirs: string[] }[] = [{ name: 'fifteen releases', dirs: [SEED, RELEASES] }];
  if (existsSync(ARCHIVE)) setups.push({ name: 'fifteen and the archive', dirs: [SEED, RELEASES, ARCHIVE] });
  for (const { name, dirs } of setups) {
    process.stdout.write(`\n${name}\n`);
    process.stdout.write(
      'engine                 asked  right   false   median ms   99th ms   load s   MiB\n',
    );
    for (const engine of Object.keys(ENGINES) as EngineName[]) {
      if (only !== undefined && only !== engine) continue;
      const limit = dirs.length > 2 ? (FEW[engine] ?? 1_000) : 1_000;
      runOne(engine, dirs, limit);
    }
  }
  return 0;
}

/** In its own process, so that one engine's memory and warm code say nothing of another's. */
function runOne(engine: EngineName, dirs: readonly string[], limit: number): void {
  const script = fileURLToPath(new URL('./one.ts', import.meta.url));
  spawnSync(process.execPath, ['--import', 'tsx', '--expose-gc', script, engine, String(limit), ...dirs], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

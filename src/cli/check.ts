import { loadConfig } from '../config.ts';
import { formatFault, loadKnowledge } from '../knowledge/load.ts';

/**
 * Validates a directory of releases: `check [DIR]`. Prints each fault as `file:line: what`; the exit
 * status is 1 when there is any.
 */
export async function check(argv: readonly string[]): Promise<number> {
  const dir = argv[0] ?? loadConfig().knowledgeDir;
  const { releases, retracted, faults } = await loadKnowledge(dir);
  for (const fault of faults) console.log(formatFault(fault));
  const count = releases.length + retracted.length;
  const hidden = retracted.length === 0 ? '' : `, ${retracted.length} of them retracted`;
  console.error(`${dir}: ${plural(count, 'release')}${hidden}, ${plural(faults.length, 'fault')}`);
  return faults.length === 0 ? 0 : 1;
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

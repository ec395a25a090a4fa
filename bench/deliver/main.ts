import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startPostgres } from '../../test/support/postgres.ts';
import { type ChaosReport, runChaos } from './chaos.ts';
import { measure, type Throughput } from './throughput.ts';

/**
 * `npm run bench -- deliver`: three releases to 500 channels with failing requests and a bot that is killed 20
 * times, on SQLite and on PostgreSQL with two processes; then how fast 10,000 channels are reached.
 * @returns 0 where every channel holds each announcement exactly once and in order.
 */
export async function benchDeliver(argv: readonly string[]): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      channels: { type: 'string', default: '500' },
      kills: { type: 'string', default: '20' },
      seed: { type: 'string', default: String(Date.now() % 100_000) },
      many: { type: 'string', default: '10000' },
      only: { type: 'string' },
    },
  });
  const folder = mkdtempSync(join(tmpdir(), 'footnote-bench-'));
  const file = (name: string) => `file:${join(folder, name)}`;
  const seed = Number(values.seed);
  const plan = { channels: Number(values.channels), kills: Number(values.kills), seed };
  let good = true;
  try {
    if (values.only !== 'speed') {
      print(`Chaos: 3 releases, ${plan.channels} channels, ${plan.kills} kills, seed ${seed}`);
      good = show(
        'SQLite, one process',
        await runChaos({ ...plan, database: file('chaos.db'), processes: 1 }),
      );
      const server = await startPostgres();
      try {
        const database = await server.fresh();
        const report = await runChaos({ ...plan, database, processes: 2 });
        good = show('PostgreSQL, two processes', report) && good;
      } finally {
        await server.stop();
      }
    }
    if (values.only !== 'chaos') {
      const many = Number(values.many);
      print(`Speed: one release, ${many} channels, SQLite`);
      tell('no limit', await measure(file('fast.db'), many, false));
      tell('50 requests a second', await measure(file('limited.db'), many, 50));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return good ? 0 : 1;
}

function show(name: string, { kills, seconds, posted, faults, looks, wrong }: ChaosReport): boolean {
  const hit = Object.entries(faults).map(([kind, count]) => `${kind} ${count}`);
  print(
    `  ${name}: ${posted} messages, ${wrong.length} channels wrong, ${kills} kills, ${seconds.toFixed(1)} s, ${looks} looks into channels; faults: ${hit.join(', ')}`,
  );
  for (const line of wrong.slice(0, 10)) print(`    ${line}`);
  return wrong.length === 0;
}

function tell(name: string, { seconds, messagesPerSecond, refused, megabytes }: Throughput): void {
  print(
    `  ${name}: ${messagesPerSecond.toFixed(1)} messages a second, ${seconds.toFixed(1)} s, ${refused} refused, ${megabytes.toFixed(0)} MB with the loopback Discord`,
  );
}

function print(line: string): void {
  process.stdout.write(`${line}\n`);
}

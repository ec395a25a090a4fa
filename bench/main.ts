/** Each benchmark is loaded when it is called: none needs what another does. */
const BENCHMARKS: Readonly<Record<string, () => Promise<(argv: readonly string[]) => Promise<number>>>> = {
  ask: async () => (await import('./ask/main.ts')).benchAsk,
  parse: async () => (await import('./parse.ts')).benchParse,
  deliver: async () => (await import('./deliver/main.ts')).benchDeliver,
};

const [name = '', ...argv] = process.argv.slice(2);
const load = Object.hasOwn(BENCHMARKS, name) ? BENCHMARKS[name] : undefined;
if (load === undefined) {
  process.stderr.write(`usage: npm run bench -- ${Object.keys(BENCHMARKS).join('|')}\n`);
  process.exitCode = 1;
} else {
  const run = await load();
  process.exitCode = await run(argv);
}

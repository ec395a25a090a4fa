/** Each command is loaded when it is called, so that `check` does not wait for what `eval` needs. */
const COMMANDS: Readonly<Record<string, () => Promise<(argv: readonly string[]) => Promise<number>>>> = {
  ask: async () => (await import('./cli/ask.ts')).ask,
  eval: async () => (await import('./cli/eval.ts')).evaluate,
  inspect: async () => (await import('./cli/inspect.ts')).inspect,
  check: async () => (await import('./cli/check.ts')).check,
  deploy: async () => (await import('./cli/deploy.ts')).deploy,
};

const [name = '', ...argv] = process.argv.slice(2);
const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined;
if (load === undefined) {
  process.stderr.write(`unknown command "${name}": use one of ${Object.keys(COMMANDS).join(', ')}\n`);
  process.exitCode = 1;
} else {
  const run = await load();
  process.exitCode = await run(argv);
}

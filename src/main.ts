import { createEngine } from './answer/create.ts';
import { runPrompt } from './cli/prompt.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { startBot } from './discord/bot.ts';
import type { Services } from './discord/context.ts';
import { formatFault, type Knowledge } from './knowledge/load.ts';
import { watchKnowledge } from './knowledge/watch.ts';
import { createLibrary, type Library } from './library.ts';
import { createLogger, type Logger } from './logger.ts';

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLogger(config.logLevel);
  // Begun first: it loads while the releases are read.
  const sandbox = config.discordToken === undefined ? import('./sandbox/server.ts') : undefined;
  let library: Library | undefined;
  const watch = await watchKnowledge(config.knowledgeDir, (knowledge) => {
    library?.replace(knowledge.releases);
    report(knowledge, config.knowledgeDir, log);
  });
  library = createLibrary(watch.knowledge.releases, createEngine);
  report(watch.knowledge, config.knowledgeDir, log);
  const issuer = config.defaultIssuer;
  const services = { library, log, clock: () => new Date(), ...(issuer ? { issuer } : {}) };
  if (config.discordToken !== undefined) await onDiscord(services, config.discordToken, config.discordApi);
  else if (sandbox !== undefined) await inSandbox(services, await sandbox, config);
  watch.close();
}

async function onDiscord(services: Services, token: string, api: string | undefined): Promise<void> {
  const bot = await startBot({ ...services, token, ...(api ? { api } : {}) });
  await signal();
  services.log.info('shutting down');
  await bot.stop();
}

async function inSandbox(services: Services, { startSandbox }: SandboxModule, config: Config): Promise<void> {
  const [sandbox, { startPage }] = await Promise.all([startSandbox(), import('./sandbox/page/server.ts')]);
  const bot = await startBot({ ...services, token: sandbox.token, api: sandbox.api });
  const page = await startPage(sandbox, {
    port: config.sandboxPort ?? SANDBOX_PORT,
    orAnyPort: config.sandboxPort === undefined,
  }).catch((cause: unknown) => {
    throw new ConfigError(`SANDBOX_PORT: ${config.sandboxPort} cannot be listened on`, { cause });
  });
  process.stdout.write(`The sandbox is open in your browser at ${page.url}\n\n`);
  const stopped = signal();
  const lines = await Promise.race([
    runPrompt(sandbox, { input: process.stdin, output: process.stdout }),
    stopped,
  ]);
  // With no terminal and nothing piped in, as in a container, there is still the page.
  if (lines === 0 && !process.stdin.isTTY) await stopped;
  await page.close();
  await bot.stop();
  await sandbox.close();
}

type SandboxModule = typeof import('./sandbox/server.ts');

/** The page's usual port. */
const SANDBOX_PORT = 4088;

/** The first request to stop: from the keyboard, or from whatever runs the bot. */
function signal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
  });
}

function report({ releases, retracted, faults }: Knowledge, dir: string, log: Logger): void {
  for (const fault of faults) log.error(formatFault(fault));
  log.info(
    { releases: releases.length, retracted: retracted.length, faults: faults.length },
    'releases loaded',
  );
  if (releases.length === 0) log.error(`no release to answer from in KNOWLEDGE_DIR (${dir})`);
}

main().then(
  // The prompt may still hold standard input open.
  () => process.exit(),
  (err: unknown) => {
    const refused = err instanceof Error && 'code' in err && err.code === 'TokenInvalid';
    const known = err instanceof ConfigError ? err.message : undefined;
    const words = refused ? 'DISCORD_TOKEN: Discord refused this token' : known;
    process.stderr.write(`${words ?? (err instanceof Error ? err.stack : String(err))}\n`);
    process.exit(1);
  },
);

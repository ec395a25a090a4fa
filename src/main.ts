import { fileURLToPath } from 'node:url';
import { type AnnouncingBot, knownFrom, startAnnouncingBot } from './announce/bot.ts';
import { createEngine } from './answer/create.ts';
import { runPrompt } from './cli/prompt.ts';
import { type Config, ConfigError, loadConfig } from './config.ts';
import { startShards } from './discord/sharding.ts';
import { formatFault, type Knowledge } from './knowledge/load.ts';
import { watchKnowledge } from './knowledge/watch.ts';
import { createLibrary, type Library } from './library.ts';
import { createLogger, type Logger } from './logger.ts';

async function main(): Promise<void> {
  const config = loadConfig();
  const log = createLogger(config.logLevel);
  const { sharding, discordToken } = config;
  if (sharding.mode === 'auto' && discordToken !== undefined) return inShards(config, discordToken, log);
  // Begun first: it loads while the releases are read.
  const sandbox = discordToken === undefined ? loadSandbox() : undefined;
  // Awaited only once the releases are read; until then a failure must not end the program without its words.
  sandbox?.catch(() => {});
  let library: Library | undefined;
  let bot: AnnouncingBot | undefined;
  const watch = await watchKnowledge(config.knowledgeDir, (knowledge) => {
    known = knownFrom(knowledge);
    library?.replace(knowledge.releases);
    bot?.releasesChanged();
    report(knowledge, config.knowledgeDir, log);
  });
  let known = knownFrom(watch.knowledge);
  library = createLibrary(watch.knowledge.releases, createEngine);
  report(watch.knowledge, config.knowledgeDir, log);
  const issuer = config.defaultIssuer;
  const services = { library, log, clock: () => new Date(), ...(issuer ? { issuer } : {}) };
  const start = async (token: string, api: string | undefined) => {
    bot = await startAnnouncingBot({ services, token, api, config, known: () => known });
    return bot;
  };
  if (discordToken !== undefined) await onDiscord(start, discordToken, config.discordApi, log);
  else if (sandbox !== undefined) await inSandbox(start, await sandbox, config);
  watch.close();
}

type Start = (token: string, api: string | undefined) => Promise<AnnouncingBot>;

async function onDiscord(start: Start, token: string, api: string | undefined, log: Logger): Promise<void> {
  const bot = await start(token, api);
  await signal();
  log.info('shutting down');
  await bot.stop();
}

/** This program for each shard; see `sharding` in the configuration. */
async function inShards({ discordApi }: Config, token: string, log: Logger): Promise<void> {
  const { execArgv } = process;
  const program = fileURLToPath(import.meta.url);
  const bot = await startShards({
    program,
    execArgv,
    token,
    log,
    ...(discordApi ? { api: discordApi } : {}),
  });
  await signal();
  log.info('shutting down');
  await bot.stop();
}

async function inSandbox(start: Start, { startSandbox }: SandboxModule, config: Config): Promise<void> {
  const [sandbox, { startPage }] = await Promise.all([startSandbox(), import('./sandbox/page/server.ts')]);
  const bot = await start(sandbox.token, sandbox.api);
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

/** The sandbox stands on development dependencies, which an installation for a server may have left out. */
function loadSandbox(): Promise<SandboxModule> {
  return import('./sandbox/server.ts').catch((cause: unknown) => {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')) throw cause;
    const words =
      'is not set, and the sandbox needs the development dependencies: run npm ci without --omit=dev';
    throw new ConfigError(`DISCORD_TOKEN: ${words}`, { cause });
  });
}

/** The page's usual port. */
const SANDBOX_PORT = 4088;

/** The first request to stop: from the keyboard, from whatever runs the bot, or by the end of its manager. */
function signal(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve());
    process.once('SIGTERM', () => resolve());
    process.once('disconnect', () => resolve());
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

import { createEngine } from './answer/create.ts';
import { runPrompt } from './cli/prompt.ts';
import { ConfigError, loadConfig } from './config.ts';
import { startBot } from './discord/bot.ts';
import { formatFault, type Knowledge } from './knowledge/load.ts';
import { watchKnowledge } from './knowledge/watch.ts';
import { createLibrary, type Library } from './library.ts';
import { createLogger, type Logger } from './logger.ts';

async function main(): Promise<void> {
  const { discordToken, discordApi, knowledgeDir, defaultIssuer, logLevel } = loadConfig();
  const log = createLogger(logLevel);
  let library: Library | undefined;
  const watch = await watchKnowledge(knowledgeDir, (knowledge) => {
    library?.replace(knowledge.releases);
    report(knowledge, knowledgeDir, log);
  });
  library = createLibrary(watch.knowledge.releases, createEngine);
  report(watch.knowledge, knowledgeDir, log);
  const services = {
    library,
    log,
    clock: () => new Date(),
    ...(defaultIssuer ? { issuer: defaultIssuer } : {}),
  };

  if (discordToken !== undefined) {
    const bot = await startBot({
      ...services,
      token: discordToken,
      ...(discordApi ? { api: discordApi } : {}),
    });
    await signal();
    log.info('shutting down');
    await bot.stop();
  } else {
    const { startSandbox } = await import('./sandbox/server.ts');
    const sandbox = await startSandbox();
    const bot = await startBot({ ...services, token: sandbox.token, api: sandbox.api });
    await Promise.race([runPrompt(sandbox, { input: process.stdin, output: process.stdout }), signal()]);
    await bot.stop();
    await sandbox.close();
  }
  watch.close();
}

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

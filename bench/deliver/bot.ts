import { knownFrom, startAnnouncingBot } from '../../src/announce/bot.ts';
import { createEngine } from '../../src/answer/create.ts';
import { loadConfig } from '../../src/config.ts';
import { watchKnowledge } from '../../src/knowledge/watch.ts';
import { createLibrary } from '../../src/library.ts';
import { createLogger } from '../../src/logger.ts';

/**
 * The bot as `npm start` runs it on Discord, with shorter waits, so that many kills fit into a benchmark. It
 * says when it has begun.
 */
const config = loadConfig();
const log = createLogger(config.logLevel);
let bot: Awaited<ReturnType<typeof startAnnouncingBot>> | undefined;
const watch = await watchKnowledge(
  config.knowledgeDir,
  (knowledge) => {
    known = knownFrom(knowledge);
    library.replace(knowledge.releases);
    bot?.releasesChanged();
  },
  { settleMs: 50 },
);
let known = knownFrom(watch.knowledge);
const library = createLibrary(watch.knowledge.releases, createEngine);
bot = await startAnnouncingBot({
  services: { library, log, clock: () => new Date() },
  token: config.discordToken ?? '',
  api: config.discordApi,
  config,
  known: () => known,
  tuning: {
    backoff: { firstMs: 50, longestMs: 500, attempts: 100 },
    timeoutMs: 600,
    leaseMs: 2_500,
    leaseMarginMs: 1_200,
    nonceSafeMs: 2_000,
    requestsPerSecond: 400,
    pollMs: 100,
    lookEveryMs: 300,
  },
});
process.stdout.write('begun\n');

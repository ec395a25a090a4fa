import { pino } from 'pino';
import { createEngine } from '../../src/answer/create.ts';
import { startBot } from '../../src/discord/bot.ts';
import { createLibrary } from '../../src/library.ts';
import { type Page, startPage } from '../../src/sandbox/page/server.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { NOW, seedRelease } from '../support/seed.ts';

export interface PageStage {
  readonly sandbox: Sandbox;
  readonly page: Page;
  stop(): Promise<void>;
}

/** The real bot in a sandbox of its own, with the page before it. */
export async function pageStage(): Promise<PageStage> {
  const log = pino({ level: 'silent' });
  const sandbox = await startSandbox();
  const library = createLibrary([seedRelease()], createEngine);
  const services = { library, log, clock: () => NOW };
  const bot = await startBot({ ...services, token: sandbox.token, api: sandbox.api });
  const page = await startPage(sandbox);
  return {
    sandbox,
    page,
    async stop() {
      await page.close();
      await bot.stop();
      await sandbox.close();
    },
  };
}

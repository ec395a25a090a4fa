import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { createEngine } from '../src/answer/create.ts';
import { startBot } from '../src/discord/bot.ts';
import { loadKnowledge } from '../src/knowledge/load.ts';
import { createLibrary } from '../src/library.ts';
import { createLogger } from '../src/logger.ts';
import { startPage } from '../src/sandbox/page/server.ts';
import { startSandbox } from '../src/sandbox/server.ts';

/** Takes the pictures in docs/: the real bot in the sandbox, asked the same questions each time. */
async function main(): Promise<void> {
  const executablePath = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/google-chrome'].find(
    (place) => place && existsSync(place),
  );
  if (executablePath === undefined) {
    throw new Error('no Chromium found: install one, or name it in the environment variable CHROMIUM');
  }
  const sandbox = await startSandbox();
  const { releases } = await loadKnowledge('knowledge');
  const services = {
    library: createLibrary(releases, createEngine),
    log: createLogger('error'),
    clock: () => new Date(),
  };
  const bot = await startBot({ ...services, token: sandbox.token, api: sandbox.api });
  const page = await startPage(sandbox);
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

  await sandbox.say(sandbox.investor, sandbox.questions, 'What time is the C-CAR088 talk?', {
    mentions: [sandbox.bot],
  });
  await sandbox.waitForMessage(sandbox.questions, ({ author }) => author.bot);
  await shoot(browser, page.url, 'docs/sandbox-phone.png', {
    viewport: { width: 390, height: 844 },
    colorScheme: 'light',
    deviceScaleFactor: 2,
  });
  await sandbox.say(sandbox.investor, sandbox.questions, 'And when is C-CAR039 presented?', {
    mentions: [sandbox.bot],
  });
  await sandbox.waitForMessage(sandbox.questions, ({ id, author }) => {
    const bots = sandbox.messages(sandbox.questions).filter((message) => message.author.bot);
    return author.bot && bots.length > 1 && id === bots.at(-1)?.id;
  });
  await shoot(browser, page.url, 'docs/sandbox.png', {
    viewport: { width: 1280, height: 1264 },
    colorScheme: 'dark',
  });
  await browser.close();
  await page.close();
  await bot.stop();
  await sandbox.close();
}

async function shoot(
  browser: Browser,
  url: string,
  path: string,
  options: BrowserContextOptions,
): Promise<void> {
  const context = await browser.newContext({ locale: 'en-US', timezoneId: 'America/New_York', ...options });
  const page: Page = await context.newPage();
  await page.goto(url);
  await page.locator('discord-embed').last().waitFor();
  // Avatars and the elements of the library draw themselves a moment after the page.
  await page.waitForTimeout(500);
  await page.screenshot({ path });
  process.stdout.write(`${path}\n`);
  await context.close();
}

await main();

import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const PLACES = [
  process.env['CHROMIUM'],
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * The Chromium or Chrome of this machine; undefined when there is none.
 * @throws when there is none and the environment says REQUIRE_BROWSER=1, as in CI
 */
export function findChromium(): string | undefined {
  const found = PLACES.find((place) => place && existsSync(place));
  if (found !== undefined) return found;
  const advice = 'no Chromium found: install one, or name it in the environment variable CHROMIUM';
  if (process.env['REQUIRE_BROWSER'] === '1') throw new Error(advice);
  process.stderr.write(`The tests in the browser are left out: ${advice}.\n`);
  return undefined;
}

export function launch(executablePath: string): Promise<Browser> {
  const args = ['--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  return chromium.launch({ executablePath, headless: true, args });
}

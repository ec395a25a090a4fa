import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** A browser tab on the page, and what a person does in it. */
export interface Tab {
  readonly page: Page;
  /** Faults that the browser reported: console errors, exceptions, requests to elsewhere. */
  readonly faults: readonly string[];
  /** Does it and waits for the bot's next answer here. */
  answerTo(action: () => Promise<unknown>): Promise<Locator>;
  /** Types into what has the focus, letter by letter. */
  type(text: string): Promise<void>;
  press(...keys: string[]): Promise<void>;
  openChannel(name: string): Promise<void>;
  /** The id of what has the focus. */
  focused(): Promise<string>;
  /** What the list above the composer offers. */
  readonly offered: Locator;
  close(): Promise<void>;
}

const WAIT_MS = 15_000;

export async function openTab(
  browser: Browser,
  url: string,
  options: BrowserContextOptions = {},
): Promise<Tab> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(WAIT_MS);
  const faults: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) faults.push(message.text());
  });
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) faults.push(`request to ${request.url()}`);
  });
  await page.goto(url);
  await page.locator('#composer').waitFor();
  const messages = page.locator('discord-message');
  return {
    page,
    faults,
    async answerTo(action) {
      const known = new Set(await messages.evaluateAll((all) => all.map(({ id }) => id)));
      await action();
      let found = '';
      await expect
        .poll(
          async () => {
            const shown = await messages.evaluateAll((all) =>
              all.map((one) => ({
                id: one.id,
                byBot: Reflect.get(one, 'bot') === true,
                done: one.querySelector('.thinking') === null,
              })),
            );
            found = shown.find(({ id, byBot, done }) => byBot && done && !known.has(id))?.id ?? '';
            return found;
          },
          { timeout: WAIT_MS },
        )
        .not.toBe('');
      return page.locator(`#${found}`);
    },
    type: (text) => page.keyboard.type(text),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async openChannel(name) {
      await page.getByRole('navigation').getByRole('button', { name }).click();
      await page.getByRole('heading', { level: 1, name }).waitFor();
    },
    focused: () => page.evaluate('document.activeElement?.id ?? ""'),
    offered: page.locator('#suggestions li'),
    close: () => context.close(),
  };
}

/** Follows slots and shadow roots, so that the words come in the order in which they are seen. */
const READ = new Function(
  'element',
  `  const read = (node) => {
    if (node.nodeName === 'STYLE') return '';
    if (node.nodeName === 'SLOT') return node.assignedNodes().map(read).join('');
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    const parts = [...(node.shadowRoot ?? node).childNodes].map(read).join('');
    return node.nodeName === 'DIV' ? parts + '\\n' : parts;
  };
  return read(element).replace(/[ \\t]+/g, ' ').replace(/\\s*\\n\\s*/g, '\\n');`,
) as (element: unknown) => string;

/** All words of a message as a reader sees them, its embeds included. */
export function wordsOf(message: Locator): Promise<string> {
  return message.evaluate(READ);
}

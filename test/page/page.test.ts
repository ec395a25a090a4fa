import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launch } from './chromium.ts';
import { type PageStage, pageStage } from './stage.ts';
import { openTab, type Tab, wordsOf } from './tab.ts';

const chromium = findChromium();

describe.runIf(chromium)('the sandbox page in a browser', { timeout: 60_000 }, () => {
  let stage: PageStage;
  let browser: Browser;
  const tabs: Tab[] = [];

  beforeAll(async () => {
    [stage, browser] = await Promise.all([pageStage(), launch(chromium ?? '')]);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });
  afterEach(async () => {
    for (const tab of tabs.splice(0)) {
      await tab.close();
      expect(tab.faults).toEqual([]);
    }
    expect(stage.sandbox.exchanges.invalid()).toEqual([]);
  });

  async function visit(options: Parameters<typeof openTab>[2] = {}): Promise<Tab> {
    const tab = await openTab(browser, stage.page.url, options);
    tabs.push(tab);
    return tab;
  }

  it('greets a first visitor with questions to click on, ready to type, and says that it is a sandbox', async () => {
    const { page, answerTo, focused } = await visit();
    expect(await page.getByText('Nothing leaves it.').isVisible()).toBe(true);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('investor-questions');
    await expect.poll(focused).toBe('composer');
    const examples = page.locator('.example');
    await expect.poll(() => examples.allTextContents()).toHaveLength(3);
    const first = page.getByRole('button', { name: '/abstract C-CAR088' });
    const abstract = await answerTo(() => first.click());
    expect(await wordsOf(abstract)).toContain('1:15pm PST');
    const refused = await answerTo(() => page.getByRole('button', { name: 'Should I buy' }).click());
    expect(await wordsOf(refused)).toContain('No investment advice');
  });

  it.each([
    ['dark', 1280],
    ['light', 1280],
    ['light', 360],
  ] as const)('has no serious accessibility fault (%s, %i wide)', async (colorScheme, width) => {
    const { page, answerTo, type, press, offered } = await visit({
      colorScheme,
      viewport: { width, height: 800 },
    });
    await answerTo(async () => {
      await type('/abstract C-CAR08');
      await press('Enter');
    });
    await answerTo(async () => {
      await type('@Footnote When is C-CAR039 presented?');
      await press('Enter');
    });
    const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
    await page.evaluate(axe);
    const audit = async () => {
      const found = await page.evaluate(
        'axe.run().then(({ violations }) => violations.map(({ id, impact, nodes }) => ({ id, impact, where: nodes.slice(0, 3).map(({ target, failureSummary }) => target.join(" ") + ": " + failureSummary) })))',
      );
      return (found as { impact: string }[]).filter(({ impact }) => ['serious', 'critical'].includes(impact));
    };
    expect(await audit()).toEqual([]);
    await type('/');
    await offered.first().waitFor();
    expect(await audit()).toEqual([]);
    await press('Escape');
    await page.getByRole('button', { name: 'Inspector' }).click();
    await page.locator('.exchange summary').first().click();
    expect(await audit()).toEqual([]);
  });

  it('runs a command by keyboard alone, with the choices that the bot offers', async () => {
    const { page, answerTo, type, press, focused, offered } = await visit();
    await type('/abs');
    await offered.filter({ hasText: '/abstract' }).waitFor();
    await press('Tab');
    await expect.poll(focused).toBe('option-candidate');
    await type('ccar');
    await expect
      .poll(() => offered.locator('.suggestion-label').allTextContents())
      .toEqual(['C-CAR088', 'C-CAR039', 'C-CAR066']);
    await press('ArrowDown');
    expect(await page.locator('#suggestions [aria-selected=true] .suggestion-label').textContent()).toBe(
      'C-CAR088',
    );
    const active = page.locator('#option-candidate');
    expect(await active.getAttribute('aria-activedescendant')).toBe('suggestion-0');
    await press('Enter');
    expect(await active.inputValue()).toBe('C-CAR088');
    const answer = await answerTo(() => press('Enter'));
    expect(await wordsOf(answer)).toContain('Investor used /abstract');
    expect(await wordsOf(answer)).toMatch(/Time\s+1:15pm PST/);
    await expect.poll(focused).toBe('composer');
  });

  it('leaves a list and then a command by Escape, and keeps a command without its required option', async () => {
    const { page, type, press, offered } = await visit();
    await type('/abstract ');
    await offered.first().waitFor();
    await press('Escape');
    expect(await offered.count()).toBe(0);
    await press('Enter');
    await page.locator('.fault', { hasText: 'This option is required' }).waitFor();
    expect(await page.locator('#option-candidate').getAttribute('aria-invalid')).toBe('true');
    await press('Escape', 'Escape');
    await expect.poll(() => page.locator('textarea#composer').inputValue()).toBe('');
  });

  it('offers what a typo may mean, and answers it at a press', async () => {
    const { answerTo, type, press } = await visit();
    const asked = await answerTo(async () => {
      await type('/abstract C-CAR08');
      await press('Enter');
    });
    expect(await wordsOf(asked)).toContain('Did you mean');
    expect(await wordsOf(asked)).toContain('Only you can see this');
    const answer = await answerTo(() => asked.getByRole('button', { name: 'C-CAR088' }).click());
    expect(await wordsOf(answer)).toContain('1:15pm PST');
  });

  it('refuses what the release does not say, with related passages behind buttons', async () => {
    const { page, answerTo, type, press, offered } = await visit();
    const refusal = await answerTo(async () => {
      await type('@foot');
      await offered.filter({ hasText: '@Footnote' }).waitFor();
      await press('Tab');
      await expect.poll(() => page.locator('textarea#composer').inputValue()).toBe('@Footnote ');
      await type('When is C-CAR039 presented?');
      await press('Enter');
    });
    expect(await wordsOf(refusal)).toContain('Not disclosed: no date for C-CAR039');
    const related = await answerTo(() => refusal.getByRole('button', { name: 'Related 1' }).click());
    expect(await wordsOf(related)).toContain('C-CAR039');
  });

  it('shows a quotation in its context, privately, and lets it be dismissed', async () => {
    const { answerTo, type, press, focused } = await visit();
    const answer = await answerTo(async () => {
      await type('/abstract 088');
      await press('Enter');
    });
    const context = await answerTo(() => answer.getByRole('button', { name: 'Show in context' }).click());
    expect(await wordsOf(context)).toContain('In context');
    await context.getByRole('button', { name: 'Dismiss message' }).click();
    await expect.poll(() => context.count()).toBe(0);
    await expect.poll(focused).toBe('composer');
  });

  it('answers a direct message without a mention, and a reply to its answer', async () => {
    const { page, openChannel, answerTo, type, press } = await visit();
    await openChannel('Footnote');
    const answer = await answerTo(async () => {
      await type('What time is the C-CAR088 talk?');
      await press('Enter');
    });
    expect(await wordsOf(answer)).toContain('1:15pm PST');
    await answer.hover();
    await answer.getByRole('button', { name: 'Reply' }).click();
    await page.getByText('Replying to Footnote').waitFor();
    const next = await answerTo(async () => {
      await type('and the session?');
      await press('Enter');
    });
    expect(await wordsOf(next)).toContain('653. Myeloma/Amyloidosis');
  });

  it('gives no answer to plain words in a channel, until someone picks “Answer this”', async () => {
    const { page, answerTo, type, press } = await visit();
    await type('Where are the facilities?');
    await press('Enter');
    await page.locator('.note', { hasText: 'answers only what mentions it' }).waitFor();
    const question = page.locator('discord-message', { hasText: 'Where are the facilities?' }).last();
    const last = stage.sandbox.messages(stage.sandbox.questions).at(-1);
    expect(last?.content).toBe('Where are the facilities?');
    await question.getByRole('button', { name: 'More' }).focus();
    await press('Enter');
    await expect
      .poll(() => page.evaluate('document.activeElement.textContent.trim()'))
      .toMatch(/^Answer this/);
    const answer = await answerTo(() => press('Enter'));
    expect(await wordsOf(answer)).toContain('twelve independent cell production lines');
  });

  it('lets the officer do what the investor may not', async () => {
    const { page, openChannel, type, offered } = await visit();
    await type('/');
    await offered.filter({ hasText: '/help' }).waitFor();
    expect(await offered.filter({ hasText: '/announcements' }).count()).toBe(0);
    await openChannel('announcements');
    await page.getByText('You do not have permission to send messages').waitFor();
    await page.getByLabel('You are the').selectOption('officer');
    await page.getByPlaceholder('Message #announcements').waitFor();
    expect(await page.getByText('Administrator').isVisible()).toBe(true);
    await openChannel('investor-questions');
    await page.locator('#composer').fill('/');
    await offered.filter({ hasText: '/announcements subscribe' }).waitFor();
    await page.getByLabel('You are the').selectOption('investor');
    await expect
      .poll(() => page.locator('.member', { hasText: '(you)' }).textContent())
      .toContain('Investor');
    await page.locator('#composer').fill('/ann');
    await expect.poll(() => offered.count()).toBe(0);
  });

  it('keeps the conversation, the channel and the role over a reload', async () => {
    const { page, answerTo, type, press } = await visit();
    await page.getByLabel('You are the').selectOption('moderator');
    await page.locator('.member', { hasText: 'Moderator (you)' }).waitFor();
    await page.locator('#composer').focus();
    const help = await answerTo(async () => {
      await type('/help');
      await press('Enter', 'Enter');
    });
    const id = await help.getAttribute('id');
    const before = await page.locator('discord-message').count();
    await page.reload();
    await page.locator(`#${id}`).waitFor();
    expect(await page.locator('discord-message').count()).toBe(before);
    expect(await page.getByLabel('You are the').inputValue()).toBe('moderator');
    expect(await wordsOf(page.locator(`#${id}`))).toContain('Only you can see this');
  });

  it('shows the same server in every tab, but a private note to its reader alone', async () => {
    const [first, second] = await Promise.all([visit(), visit()]);
    await second.page.getByLabel('You are the').selectOption('officer');
    await second.page.locator('.member', { hasText: 'Officer (you)' }).waitFor();
    const seen = second.page.locator('discord-message');
    const answer = await first.answerTo(async () => {
      await first.type('/facility');
      await first.press('Enter', 'Enter');
    });
    const id = await answer.getAttribute('id');
    await second.page.locator(`#${id}`).waitFor();
    const before = await seen.count();
    await first.answerTo(async () => {
      await first.type('/help');
      await first.press('Enter', 'Enter');
    });
    expect(await seen.count()).toBe(before);
    expect(await second.page.locator('#announcements').textContent()).toContain('Footnote');
  });

  it('fits a phone: nothing is wider than the screen, and channels open over the conversation', async () => {
    const { page, answerTo, type, press, openChannel } = await visit({
      viewport: { width: 360, height: 740 },
      hasTouch: true,
    });
    const answer = await answerTo(async () => {
      await type('/pipeline');
      await press('Enter', 'Enter');
    });
    await answer.scrollIntoViewIfNeeded();
    const widest = await page.evaluate(
      "Math.max(...[...document.querySelectorAll('discord-message *, .welcome *, .composer *')].map((one) => one.getBoundingClientRect().right))",
    );
    expect(widest).toBeLessThanOrEqual(360);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
    await page.getByRole('button', { name: 'Channels' }).click();
    await openChannel('announcements');
    expect(await page.getByRole('navigation').isVisible()).toBe(false);
  });

  it('shows every exchange with Discord, its payload and whether it met the schema', async () => {
    const { page, answerTo, type, press } = await visit();
    await page.getByRole('button', { name: 'Inspector' }).click();
    await answerTo(async () => {
      await page.locator('#composer').focus();
      await type('/company');
      await press('Enter', 'Enter');
    });
    const newest = page.locator('.exchange').first();
    expect(await newest.locator('summary').textContent()).toMatch(
      /POST[\s\S]*\/interactions\/[\s\S]*schema ✓/,
    );
    await newest.locator('summary').click();
    await newest.getByText('"embeds"').first().waitFor();
    expect(await page.getByText('all met Discord’s published schema').isVisible()).toBe(true);
  });

  it('shows what people write as words: no markup or script of theirs takes effect', async () => {
    const { page, type, press } = await visit();
    await type('<img src=x onerror=alert(1)> [press](javascript:alert(2)) **bold** <t:1607202900:F>');
    await press('Enter');
    const message = page.locator('discord-message', { hasText: '<img src=x onerror=alert(1)>' }).last();
    await message.waitFor();
    expect(await message.locator('> img, a').count()).toBe(0);
    expect(await message.locator('strong').textContent()).toBe('bold');
    expect(await message.locator('time.timestamp').getAttribute('datetime')).toBe('2020-12-05T21:15:00.000Z');
  });

  it('shows times in the viewer’s zone', async () => {
    const { page, answerTo, type, press } = await visit({
      timezoneId: 'America/Los_Angeles',
      locale: 'en-US',
    });
    const answer = await answerTo(async () => {
      await type('/abstract C-CAR088');
      await press('Enter');
    });
    expect(await answer.locator('time.timestamp').first().textContent()).toBe(
      'Saturday, December 5, 2020 at 1:15 PM',
    );
    expect(await page.locator('#announcements').textContent()).toContain('1:15 PM');
  });
});

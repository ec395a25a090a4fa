import {
  ActionRowBuilder,
  AttachmentBuilder,
  ButtonBuilder,
  ButtonStyle,
  type ChatInputCommandInteraction,
  Client,
  EmbedBuilder,
  Events,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Page, startPage } from '../../src/sandbox/page/server.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { findChromium, launch } from './chromium.ts';
import { openTab, type Tab, wordsOf } from './tab.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const WORDS = ['red', 'green', 'blue'];

/** A bot that uses the parts of Discord that Footnote may come to use: forms, menus, pictures, waiting. */
const ACTIONS: Record<string, (interaction: ChatInputCommandInteraction) => Promise<unknown>> = {
  async form(interaction) {
    const name = new TextInputBuilder()
      .setCustomId('name')
      .setLabel('Your name')
      .setStyle(TextInputStyle.Short);
    const row = new ActionRowBuilder<TextInputBuilder>().addComponents(name);
    await interaction.showModal(new ModalBuilder().setCustomId('form').setTitle('A form').addComponents(row));
  },
  async slow(interaction) {
    await interaction.deferReply({ flags: MessageFlags.Ephemeral });
    await new Promise((resolve) => setTimeout(resolve, 500));
    await interaction.editReply('done at last');
  },
  menu(interaction) {
    const menu = new StringSelectMenuBuilder()
      .setCustomId('menu')
      .setPlaceholder('Pick a colour')
      .addOptions(WORDS.map((word) => ({ label: word, value: word })));
    return interaction.reply({
      components: [new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu)],
    });
  },
  picture(interaction) {
    const file = new AttachmentBuilder(PIXEL, { name: 'dot.png' });
    const text = new AttachmentBuilder(Buffer.from('words'), { name: 'words.txt' });
    const embed = new EmbedBuilder().setTitle('A picture').setImage('attachment://dot.png');
    return interaction.reply({ embeds: [embed], files: [file, text] });
  },
  buttons(interaction) {
    const styles = [ButtonStyle.Primary, ButtonStyle.Success, ButtonStyle.Danger];
    const buttons = styles.map((style, index) =>
      new ButtonBuilder().setCustomId(`button${index}`).setLabel(`Button ${index}`).setStyle(style),
    );
    const off = new ButtonBuilder().setCustomId('off').setLabel('Off').setStyle(2).setDisabled(true);
    return interaction.reply({
      content: '# Heading\n-# small\n||secret||\n```ts\nconst a = 1;\n```',
      components: [new ActionRowBuilder<ButtonBuilder>().addComponents(...buttons, off)],
    });
  },
  silent: () => Promise.resolve(),
  typed: (interaction) =>
    interaction.reply(
      `${interaction.options.getInteger('count')} ${interaction.options.getBoolean('sure')} <@${interaction.options.getUser('who')?.id}>`,
    ),
};

const OPTIONS = [
  { type: 4, name: 'count', description: 'How many', required: true },
  { type: 5, name: 'sure', description: 'Whether sure', required: true },
  { type: 6, name: 'who', description: 'Who', required: true },
];

async function handle(interaction: Interaction): Promise<void> {
  if (interaction.isChatInputCommand()) await ACTIONS[interaction.commandName]?.(interaction);
  else if (interaction.isStringSelectMenu()) await interaction.reply(`picked ${interaction.values.join()}`);
  else if (interaction.isButton()) await interaction.update({ content: `pressed ${interaction.customId}` });
  else if (interaction.isModalSubmit()) {
    await interaction.reply(`hello ${interaction.fields.getTextInputValue('name')}`);
  }
}

const chromium = findChromium();

describe.runIf(chromium)('the parts of the page', { timeout: 60_000 }, () => {
  let sandbox: Sandbox;
  let page: Page;
  let browser: Browser;
  let tab: Tab;
  const client = new Client({ intents: [GatewayIntentBits.Guilds] });

  beforeAll(async () => {
    [sandbox, browser] = await Promise.all([startSandbox(), launch(chromium ?? '')]);
    page = await startPage(sandbox);
    client.rest.options.api = sandbox.api;
    client.on(Events.InteractionCreate, (interaction) => void handle(interaction));
    const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
    await client.login(sandbox.token);
    await ready;
    await client.application?.commands.set(
      Object.keys(ACTIONS).map((name) => ({
        name,
        description: `Tries ${name}`,
        ...(name === 'typed' ? { options: OPTIONS } : {}),
      })),
    );
    tab = await openTab(browser, page.url);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await page?.close();
    await client.destroy();
    await sandbox?.close();
  });
  afterEach(() => expect(tab.faults).toEqual([]));

  async function use(name: string): Promise<void> {
    await tab.page.locator('#composer').focus();
    await tab.type(`/${name}`);
    await tab.press('Enter', 'Enter');
  }

  it('opens a form, keeps the focus in it, and sends it', async () => {
    await use('form');
    await tab.page.getByRole('dialog', { name: 'A form' }).waitFor();
    const answer = await tab.answerTo(async () => {
      await tab.page.getByLabel('Your name').fill('Ada');
      await tab.press('Enter');
    });
    expect(await wordsOf(answer)).toContain('hello Ada');
    await expect.poll(tab.focused).toBe('composer');
  });

  it('closes a form by Escape and gives the focus back', async () => {
    await use('form');
    await tab.page.getByRole('dialog').waitFor();
    await tab.press('Escape');
    await expect.poll(() => tab.page.getByRole('dialog').count()).toBe(0);
    await expect.poll(tab.focused).toBe('composer');
  });

  it('says that the bot is thinking until it answers', async () => {
    await use('slow');
    await tab.page.locator('.thinking', { hasText: 'is thinking' }).waitFor();
    await tab.page.getByText('done at last').first().waitFor();
    expect(await tab.page.locator('.thinking').count()).toBe(0);
    expect(await tab.page.locator('#announcements').textContent()).toBe(
      'Footnote, only to you: done at last',
    );
  });

  it('says so when the application does not respond', async () => {
    await use('silent');
    await new Promise((resolve) => setTimeout(resolve, 200));
    sandbox.clock.advance(3_001);
    await tab.page.locator('.note', { hasText: 'The application did not respond' }).waitFor();
  });

  it('takes a pick from a menu by the keyboard', async () => {
    const message = await tab.answerTo(() => use('menu'));
    await message.getByRole('button', { name: 'Pick a colour' }).focus();
    await tab.press('ArrowDown');
    await expect.poll(() => tab.page.evaluate('document.activeElement.textContent.trim()')).toBe('red');
    const answer = await tab.answerTo(() => tab.press('ArrowDown', 'Enter'));
    expect(await wordsOf(answer)).toContain('picked green');
  });

  it('shows attached pictures and offers attached files', async () => {
    const message = await tab.answerTo(() => use('picture'));
    const image = message.locator('.discord-embed-image');
    await expect.poll(() => image.evaluate((one) => Reflect.get(one, 'naturalWidth') as number)).toBe(1);
    expect(await message.getByRole('link', { name: 'words.txt' }).getAttribute('download')).toBe('words.txt');
  });

  it('shows markdown, and a message that a button changes in its place', async () => {
    const message = await tab.answerTo(() => use('buttons'));
    expect(await message.locator('.heading-1').textContent()).toBe('Heading');
    expect(await message.locator('pre code').textContent()).toContain('const a = 1;');
    expect(await message.getByRole('button', { name: 'Off' }).isDisabled()).toBe(true);
    expect(await message.locator('.spoiler').getAttribute('open')).toBeNull();
    await message.getByRole('button', { name: 'Button 1' }).click();
    await expect.poll(() => wordsOf(message)).toContain('pressed button1');
  });

  it('fills options of every kind, and says which is wrong', async () => {
    await tab.page.locator('#composer').focus();
    await tab.type('/typed many');
    await tab.press('Enter');
    await tab.page.locator('.fault', { hasText: 'Specify a number' }).waitFor();
    await tab.page.locator('#option-count').fill('3');
    await tab.press('Tab');
    await tab.offered.filter({ hasText: 'True' }).waitFor();
    await tab.press('ArrowDown', 'Enter', 'Tab');
    await tab.type('off');
    await tab.offered.filter({ hasText: '@Officer' }).waitFor();
    await tab.press('Enter');
    const answer = await tab.answerTo(() => tab.press('Enter'));
    expect(await wordsOf(answer)).toMatch(/3 false\s*@\s*Officer/);
  });

  it('shows the bot offline when its connection breaks, and online again after', async () => {
    const bot = tab.page.locator('.member', { hasText: 'Footnote' });
    sandbox.gateway.setOutage(true);
    sandbox.gateway.dropConnections();
    await expect.poll(() => bot.textContent()).toContain('Offline');
    sandbox.gateway.setOutage(false);
    await expect.poll(() => bot.textContent(), { timeout: 15_000 }).toContain('Online');
  });

  it('says so when the sandbox stops', async () => {
    await page.close();
    await tab.page.getByText('The sandbox is not running').waitFor();
    expect(tab.faults.length).toBeLessThan(5);
    tab = { ...tab, faults: [] };
  });
});

import {
  ActionRowBuilder,
  type ApplicationCommandDataResolvable,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  StringSelectMenuBuilder,
  TextInputBuilder,
  TextInputStyle,
} from 'discord.js';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { type Bench, startBench } from './bot.ts';

const COMMANDS: ApplicationCommandDataResolvable[] = [
  {
    name: 'abstract',
    description: 'What the abstract says',
    options: [{ type: 3, name: 'candidate', description: 'Which', required: true, autocomplete: true }],
  },
  {
    name: 'announcements',
    description: 'Where releases are announced',
    defaultMemberPermissions: '32',
    options: [
      {
        type: 1,
        name: 'subscribe',
        description: 'Announce here',
        options: [
          { type: 7, name: 'channel', description: 'Where', required: true },
          { type: 8, name: 'role', description: 'Whom to ping' },
          {
            type: 3,
            name: 'kind',
            description: 'What',
            choices: [
              { name: 'Releases', value: 'release' },
              { name: 'Events', value: 'event' },
            ],
          },
          { type: 4, name: 'days', description: 'How many', minValue: 1, maxValue: 30 },
        ],
      },
      {
        type: 2,
        name: 'role',
        description: 'Roles',
        options: [{ type: 1, name: 'clear', description: 'Forget it' }],
      },
    ],
  },
  { name: 'private', description: 'Only in direct messages', contexts: [1] },
  { name: 'Answer this', type: ApplicationCommandType.Message },
  { name: 'Who is this', type: ApplicationCommandType.User },
];

let bench: Bench;
/** What the bot does in the test at hand. */
let behave: (interaction: Interaction) => unknown = () => {};
/** Resolves when the bot is done with the interaction at hand. */
let done: Promise<void> = Promise.resolve();
/** What the bot's own calls came to grief on. */
let faults: { code?: unknown; status?: unknown }[] = [];

beforeAll(async () => {
  bench = await startBench();
  bench.client.on('interactionCreate', (interaction) => {
    const run = async () => behave(interaction);
    done = run().then(
      () => {},
      (cause) => {
        faults.push(cause);
      },
    );
  });
  await bench.client.application.commands.set(COMMANDS);
});
afterEach(() => {
  faults = [];
});
afterAll(() => bench.close());

/** Uses `/abstract` with the given behaviour of the bot. */
async function use(behaviour: (interaction: Interaction<'cached'>) => unknown, candidate = 'C-CAR088') {
  behave = behaviour as (interaction: Interaction) => unknown;
  return bench.sandbox.command(bench.sandbox.investor, 'abstract', { candidate });
}

const row = (...buttons: ButtonBuilder[]) => new ActionRowBuilder<ButtonBuilder>().addComponents(buttons);
const button = (id: string) =>
  new ButtonBuilder().setCustomId(id).setLabel(id).setStyle(ButtonStyle.Secondary);

describe('a slash command', () => {
  it('reaches the bot with user, permissions, options and place', async () => {
    let received: Interaction | undefined;
    await use((interaction) => {
      received = interaction;
      if (interaction.isChatInputCommand()) return interaction.reply('ok');
      return undefined;
    });
    expect(received).toMatchObject({
      commandName: 'abstract',
      guildId: bench.sandbox.guild.id,
      channelId: bench.sandbox.questions.id,
      context: 0,
      user: { id: bench.sandbox.investor.id },
    });
    expect(received!.memberPermissions?.has('ManageGuild')).toBe(false);
    expect(received!.appPermissions.has('EmbedLinks')).toBe(true);
    expect(received!.authorizingIntegrationOwners.guildId).toBe(bench.sandbox.guild.id);
  });

  it('shows the reply in the channel, marked as the answer to the command', async () => {
    const seen = await use((interaction) => interaction.isRepliable() && interaction.reply('Open to all'));
    expect(seen.state).toBe('replied');
    expect(seen.ephemeral).toBe(false);
    const reply = await seen.reply();
    expect(reply.interaction).toMatchObject({ name: 'abstract', userId: bench.sandbox.investor.id });
    expect(bench.sandbox.messages(bench.sandbox.questions)).toContainEqual(reply);
  });

  it('keeps an ephemeral reply from everyone else', async () => {
    const seen = await use(
      (interaction) =>
        interaction.isRepliable() &&
        interaction.reply({
          content: 'Just you',
          flags: MessageFlags.Ephemeral,
          components: [row(button('a'))],
        }),
    );
    const reply = await seen.reply();
    expect(seen.ephemeral).toBe(true);
    expect(reply.visibleTo).toBe(bench.sandbox.investor.id);
    expect(bench.sandbox.messages(bench.sandbox.questions)).not.toContainEqual(reply);
    await expect(bench.sandbox.click(bench.sandbox.officer, reply, 'a')).rejects.toThrow('cannot see');
  });

  it('shows "thinking…" until the deferred reply is edited in, and keeps it ephemeral', async () => {
    let release = () => {};
    const wait = new Promise<void>((resolve) => {
      release = resolve;
    });
    const seen = await use(async (interaction) => {
      if (!interaction.isRepliable()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await wait;
      await interaction.editReply('Here it is');
    });
    expect(seen.state).toBe('thinking');
    expect(seen.message).toMatchObject({ loading: true, content: '' });
    release();
    expect((await seen.reply()).content).toBe('Here it is');
    expect(seen.ephemeral).toBe(true);
    expect(seen.history.map((change) => change.change)).toEqual(['created', 'edited']);
  });

  it('shows later edits, follow-ups and deletions', async () => {
    const seen = await use(async (interaction) => {
      if (!interaction.isRepliable()) return;
      await interaction.reply('One');
      await interaction.editReply('Two');
      const more = await interaction.followUp({ content: 'Three', flags: MessageFlags.Ephemeral });
      await interaction.webhook.editMessage(more.id, 'Four');
      await interaction.deleteReply();
    });
    await seen.until(({ message }) => message === null);
    expect(seen.followUps).toMatchObject([{ content: 'Four', visibleTo: bench.sandbox.investor.id }]);
    expect(seen.history.map(({ change, message }) => `${change} ${message.content}`)).toEqual([
      'created One',
      'edited Two',
      'created Three',
      'edited Four',
      'deleted Two',
    ]);
    expect(faults).toEqual([]);
  });

  it('lets the first follow-up take the place of a "thinking…"', async () => {
    const seen = await use(async (interaction) => {
      if (!interaction.isRepliable()) return;
      await interaction.deferReply();
      await interaction.followUp('In its place');
    });
    expect((await seen.reply()).content).toBe('In its place');
    expect(seen.followUps).toEqual([]);
  });

  it('gives the bot its reply back, at once or when asked for', async () => {
    const contents: string[] = [];
    await use(async (interaction) => {
      if (!interaction.isRepliable()) return;
      const response = await interaction.reply({ content: 'At once', withResponse: true });
      contents.push(response.resource?.message?.content ?? 'none');
      await interaction.editReply('Later');
      contents.push((await interaction.fetchReply()).content);
    });
    await done;
    expect(contents).toEqual(['At once', 'Later']);
    const callback = bench.sandbox.exchanges.all.findLast(({ route }) => route?.endsWith('/callback'));
    expect(callback?.status).toBe(200);
  });

  it('answers a callback without a body and without a content type', async () => {
    let answered: Response | undefined;
    await use(async ({ id, token }) => {
      answered = await fetch(`${bench.sandbox.api}/v10/interactions/${id}/${token}/callback`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ type: 4, data: { content: 'plain' } }),
      });
    });
    await done;
    expect(answered?.status).toBe(204);
    expect(answered?.headers.has('content-type')).toBe(false);
  });

  it('carries subcommands, groups and resolved channels and roles', async () => {
    const { sandbox } = bench;
    const received: unknown[] = [];
    behave = (interaction) => {
      if (!interaction.isChatInputCommand()) return undefined;
      received.push([
        interaction.options.getSubcommandGroup(),
        interaction.options.getSubcommand(),
        interaction.options.getSubcommand() === 'subscribe'
          ? [
              interaction.options.getChannel('channel', true).name,
              interaction.options.getRole('role')?.name,
              interaction.options.getInteger('days'),
            ]
          : [],
      ]);
      return interaction.reply('ok');
    };
    const options = { channel: sandbox.announcements, role: sandbox.roles.officer, days: 7, kind: 'event' };
    await sandbox.command(sandbox.moderator, 'announcements subscribe', options);
    await sandbox.command(sandbox.moderator, 'announcements role clear');
    expect(received).toEqual([
      [null, 'subscribe', ['announcements', 'Investor Relations', 7]],
      ['role', 'clear', []],
    ]);
  });
});

describe("Discord's own client", () => {
  const { raises } = {
    raises: (what: Promise<unknown>, words: string) => expect(what).rejects.toThrow(words),
  };

  it('offers only registered commands, and those that the permissions and the place allow', async () => {
    const { sandbox } = bench;
    const { investor, moderator } = sandbox;
    await raises(sandbox.command(investor, 'nonsense'), 'is not offered "nonsense"');
    await raises(sandbox.command(investor, 'announcements role clear'), 'is not offered "announcements"');
    await raises(sandbox.command(investor, 'private'), 'is not offered "private"');
    const direct = sandbox.directChannel(investor);
    expect(sandbox.commandsFor(investor, direct).map(({ name }) => name)).toContain('private');
    expect(sandbox.commandsFor(moderator).map(({ name }) => name)).toContain('announcements');
  });

  it('sends no command whose options do not fit', async () => {
    const { sandbox } = bench;
    const { moderator } = sandbox;
    const subscribe = (options: Parameters<typeof sandbox.command>[2]) =>
      sandbox.command(moderator, 'announcements subscribe', { channel: sandbox.questions, ...options });
    await raises(sandbox.command(moderator, 'abstract'), '"candidate" is required');
    await raises(sandbox.command(moderator, 'abstract', { other: 'x' }), 'no option "other"');
    await raises(sandbox.command(moderator, 'abstract', { candidate: 5 }), 'takes string');
    await raises(sandbox.command(moderator, 'announcements'), 'needs a subcommand');
    await raises(sandbox.command(moderator, 'announcements nothing'), 'no subcommand "nothing"');
    await raises(subscribe({ kind: 'gossip' }), 'none of the choices');
    await raises(subscribe({ days: 31 }), 'outside the limits');
    await raises(subscribe({ days: 1.5 }), 'takes integer');
    await raises(subscribe({ channel: { id: '1' } }), 'not in this server');
    await raises(sandbox.autocomplete(moderator, 'announcements subscribe', {}, 'kind'), 'no autocomplete');
  });

  it('uses only components that are there and enabled', async () => {
    const seen = await use(
      (interaction) =>
        interaction.isRepliable() &&
        interaction.reply({ content: 'x', components: [row(button('on'), button('off').setDisabled(true))] }),
    );
    const reply = await seen.reply();
    const { sandbox } = bench;
    await raises(sandbox.click(sandbox.investor, reply, 'gone'), 'no "gone"; it has: on, off');
    await raises(sandbox.click(sandbox.investor, reply, 'off'), 'disabled');
    await raises(sandbox.select(sandbox.investor, reply, 'on', []), 'does not take 0 values');
  });
});

describe('autocomplete', () => {
  it('brings what is typed to the bot and its choices back', async () => {
    let focused: unknown;
    behave = (interaction) => {
      if (!interaction.isAutocomplete()) return undefined;
      focused = interaction.options.getFocused(true);
      return interaction.respond([{ name: 'C-CAR088 (anti-BCMA)', value: 'C-CAR088' }]);
    };
    const { sandbox } = bench;
    const seen = await sandbox.autocomplete(sandbox.investor, 'abstract', { candidate: 'bcma' }, 'candidate');
    expect(focused).toMatchObject({ name: 'candidate', value: 'bcma', focused: true });
    expect(seen.choices).toEqual([{ name: 'C-CAR088 (anti-BCMA)', value: 'C-CAR088' }]);
  });

  it('takes an empty list, and refuses a message as an answer', async () => {
    const { sandbox } = bench;
    behave = (interaction) => interaction.isAutocomplete() && interaction.respond([]);
    const seen = await sandbox.autocomplete(sandbox.investor, 'abstract', {}, 'candidate');
    expect(seen.choices).toEqual([]);
    const other = sandbox.autocomplete(sandbox.investor, 'abstract', {}, 'candidate');
    behave = async (interaction) => {
      const { id, token } = interaction;
      const reply = { body: { type: 4, data: { content: 'no' } }, auth: false };
      await bench.client.rest.post(`/interactions/${id}/${token}/callback`, reply);
    };
    await expect.poll(() => faults).toMatchObject([{ code: 50035 }]);
    await done;
    sandbox.clock.advance(3_001);
    expect((await other).state).toBe('failed');
  });
});

describe('components', () => {
  const withMenu = async () => {
    const menu = new StringSelectMenuBuilder()
      .setCustomId('pick')
      .addOptions({ label: 'One', value: '1' }, { label: 'Two', value: '2' });
    const seen = await use(
      (interaction) =>
        interaction.isRepliable() &&
        interaction.reply({
          content: 'Choose',
          components: [
            row(button('more')),
            new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(menu),
          ],
        }),
    );
    return seen.reply();
  };

  it('bring their message; an update changes it in place', async () => {
    const reply = await withMenu();
    let content: string | undefined;
    behave = (interaction) => {
      if (!interaction.isButton()) return undefined;
      content = interaction.message.content;
      return interaction.update({ content: 'Changed', components: [] });
    };
    const clicked = await bench.sandbox.click(bench.sandbox.investor, reply, 'more');
    expect(content).toBe('Choose');
    expect(clicked.state).toBe('updated');
    expect(await clicked.reply()).toMatchObject({ id: reply.id, content: 'Changed', components: [] });
  });

  it('can be acknowledged first and changed later, or answered with a new message', async () => {
    const reply = await withMenu();
    behave = async (interaction) => {
      if (!interaction.isStringSelectMenu()) return;
      await interaction.deferUpdate();
      await interaction.editReply(`Picked ${interaction.values.join()}`);
      await interaction.followUp({ content: 'And more', flags: MessageFlags.Ephemeral });
    };
    const picked = await bench.sandbox.select(bench.sandbox.investor, reply, 'pick', ['2']);
    expect((await picked.reply()).content).toBe('Picked 2');
    expect(await picked.followUp()).toMatchObject({ content: 'And more' });

    behave = (interaction) => interaction.isButton() && interaction.reply('Anew');
    const clicked = await bench.sandbox.click(bench.sandbox.investor, reply, 'more');
    const anew = await clicked.reply();
    expect(anew.content).toBe('Anew');
    expect(anew.id).not.toBe(reply.id);
  });

  it('work on ephemeral messages', async () => {
    const seen = await use(
      (interaction) =>
        interaction.isRepliable() &&
        interaction.reply({
          content: '0',
          flags: MessageFlags.Ephemeral,
          components: [row(button('next'))],
        }),
    );
    behave = (interaction) => interaction.isButton() && interaction.update('1');
    const clicked = await bench.sandbox.click(bench.sandbox.investor, await seen.reply(), 'next');
    expect(await clicked.reply()).toMatchObject({ content: '1', visibleTo: bench.sandbox.investor.id });
  });
});

describe('a modal', () => {
  it('opens, takes what is filled in, and refuses what does not fit', async () => {
    const input = new TextInputBuilder()
      .setCustomId('question')
      .setLabel('Question')
      .setStyle(TextInputStyle.Short)
      .setMaxLength(20);
    const seen = await use(
      (interaction) =>
        interaction.isChatInputCommand() &&
        interaction.showModal(
          new ModalBuilder()
            .setCustomId('ask')
            .setTitle('Ask')
            .addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(input)),
        ),
    );
    expect(seen.state).toBe('modal');
    expect(seen.modal).toMatchObject({ custom_id: 'ask', title: 'Ask' });
    const { sandbox } = bench;
    const { investor } = sandbox;
    behave = (interaction) =>
      interaction.isModalSubmit() && interaction.reply(interaction.fields.getTextInputValue('question'));
    await expect(sandbox.submitModal(investor, seen, {})).rejects.toThrow('"question" is required');
    await expect(sandbox.submitModal(investor, seen, { other: 'x' })).rejects.toThrow('no input "other"');
    await expect(sandbox.submitModal(investor, seen, { question: 'x'.repeat(21) })).rejects.toThrow('21');
    await expect(sandbox.submitModal(sandbox.officer, seen, { question: 'x' })).rejects.toThrow('no modal');
    const submitted = await sandbox.submitModal(investor, seen, { question: 'When?' });
    expect((await submitted.reply()).content).toBe('When?');
  });
});

describe('a context command', () => {
  it('brings the whole message, whatever the intents', async () => {
    const { sandbox } = bench;
    const message = await sandbox.say(sandbox.officer, sandbox.questions, 'when is the session?');
    behave = (interaction) =>
      interaction.isMessageContextMenuCommand() &&
      interaction.reply(`Asked: ${interaction.targetMessage.content}`);
    const seen = await sandbox.contextCommand(sandbox.investor, 'Answer this', message);
    expect(await seen.reply()).toMatchObject({ content: 'Asked: when is the session?', type: 23 });
  });

  it('brings the user', async () => {
    const { sandbox } = bench;
    behave = (interaction) =>
      interaction.isUserContextMenuCommand() && interaction.reply(interaction.targetUser.displayName);
    const seen = await sandbox.contextCommand(sandbox.investor, 'Who is this', sandbox.officer);
    expect((await seen.reply()).content).toBe('Officer');
    await expect(sandbox.contextCommand(sandbox.investor, 'Answer this', sandbox.officer)).rejects.toThrow(
      'is not offered',
    );
  });
});

describe('deadlines', () => {
  it('tells the user that the bot did not respond after three seconds, and the bot 10062', async () => {
    const { sandbox } = bench;
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => {
      arrive = resolve;
    });
    let answer = () => {};
    const wait = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const using = use(async (interaction) => {
      arrive();
      await wait;
      if (interaction.isRepliable()) await interaction.reply('Too late');
    });
    await arrived;
    sandbox.clock.advance(3_001);
    const seen = await using;
    expect(seen.state).toBe('failed');
    await expect(seen.reply()).rejects.toThrow('did not respond');
    answer();
    await done;
    expect(faults).toMatchObject([{ code: 10062, status: 404 }]);
    expect(seen.message).toBeNull();
  });

  it('refuses a second first answer with 40060', async () => {
    const seen = await use(async (interaction) => {
      if (!interaction.isRepliable()) return;
      await interaction.reply('First');
      interaction.replied = false;
      await interaction.reply('Second');
    });
    await done;
    expect(faults).toMatchObject([{ code: 40060, status: 400 }]);
    expect(seen.message?.content).toBe('First');
  });

  it('ends an interaction after fifteen minutes', async () => {
    const { sandbox } = bench;
    let edit: (() => Promise<unknown>) | undefined;
    const seen = await use(async (interaction) => {
      if (!interaction.isRepliable()) return;
      await interaction.reply('In time');
      edit = () => interaction.editReply('Later');
    });
    await done;
    sandbox.clock.advance(14 * 60_000);
    await edit?.();
    expect(seen.message?.content).toBe('Later');
    sandbox.clock.advance(61_000);
    await expect(edit?.()).rejects.toMatchObject({ code: 50027, status: 401 });
  });

  it('has no webhook before the first answer', async () => {
    const seen = await use(async (interaction) => {
      if (!interaction.isRepliable()) return;
      await interaction.webhook.send('Too early').catch((cause) => faults.push(cause));
      await interaction.reply('Now');
    });
    expect((await seen.reply()).content).toBe('Now');
    expect(faults).toMatchObject([{ code: 10015 }]);
  });
});

describe('a server without the bot', () => {
  it('offers user-installed commands, and the bot answers there', async () => {
    const { sandbox, client } = bench;
    const guild = sandbox.addGuild({ name: 'Elsewhere', withBot: false });
    const channel = sandbox.addChannel(guild, { name: 'general' });
    const member = sandbox.addMember(guild, { name: 'Visitor' });
    await expect(sandbox.command(member, 'abstract', { candidate: 'x' }, { channel })).rejects.toThrow(
      'is not offered',
    );
    const carried = { name: 'carried', description: 'Goes with the user', integrationTypes: [0, 1] };
    await client.application.commands.create(carried);
    let owner: unknown;
    behave = (interaction) => {
      owner = interaction.authorizingIntegrationOwners.userId;
      return interaction.isChatInputCommand() && interaction.reply('Here too');
    };
    const seen = await sandbox.command(member, 'carried', {}, { channel });
    expect((await seen.reply()).content).toBe('Here too');
    expect(owner).toBe(member.id);
    expect(client.guilds.cache.has(guild.id)).toBe(false);
  });
});

import { afterEach, describe, expect, it } from 'vitest';
import { type Bench, startBench } from './bot.ts';

let bench: Bench;
afterEach(() => bench.close());

describe('a stock client that logs in', () => {
  it('becomes ready and finds the server, its channels and its own membership', async () => {
    bench = await startBench();
    const { client, sandbox } = bench;
    expect(client.user.id).toBe(sandbox.bot.id);
    const guild = client.guilds.cache.get(sandbox.guild.id)!;
    expect(guild.available).toBe(true);
    expect(guild.channels.cache.map((channel) => channel.name)).toEqual([
      'investor-questions',
      'announcements',
    ]);
    expect(guild.members.me?.permissions.has('SendMessages')).toBe(true);
    expect((await client.application.fetch()).name).toBe('Footnote');
  });

  it('answers a slash command, an autocomplete, a button and a direct message', async () => {
    bench = await startBench();
    const { client, sandbox } = bench;
    client.on('interactionCreate', async (interaction) => {
      if (interaction.isAutocomplete()) {
        await interaction.respond([{ name: 'C-CAR088', value: interaction.options.getFocused() }]);
      } else if (interaction.isChatInputCommand()) {
        const button = { type: 2, style: 1, label: 'More', custom_id: 'more' } as const;
        await interaction.reply({
          content: `About ${interaction.options.getString('candidate', true)}`,
          components: [{ type: 1, components: [button] }],
        });
      } else if (interaction.isButton()) {
        await interaction.update({ content: 'More about it', components: [] });
      }
    });
    client.on('messageCreate', async (message) => {
      if (!message.author.bot && message.inGuild() === false)
        await message.reply(`You said ${message.content}`);
    });
    await client.application.commands.set([
      {
        name: 'abstract',
        description: 'What the abstract says',
        options: [
          { type: 3, name: 'candidate', description: 'Which one', required: true, autocomplete: true },
        ],
      },
    ]);

    const typing = await sandbox.autocomplete(
      sandbox.investor,
      'abstract',
      { candidate: 'ccar' },
      'candidate',
    );
    expect(typing.choices).toEqual([{ name: 'C-CAR088', value: 'ccar' }]);

    const seen = await sandbox.command(sandbox.investor, 'abstract', { candidate: 'C-CAR088' });
    const reply = await seen.reply();
    expect(reply.content).toBe('About C-CAR088');
    expect(sandbox.messages(sandbox.questions)).toEqual([reply]);

    const clicked = await sandbox.click(sandbox.investor, reply, 'more');
    expect((await clicked.reply()).content).toBe('More about it');
    expect(seen.message?.content).toBe('More about it');

    await sandbox.directMessage(sandbox.investor, 'hello');
    const answer = await sandbox.waitForMessage(
      sandbox.directChannel(sandbox.investor),
      (message) => message.author.bot,
    );
    expect(answer.content).toBe('You said hello');
    expect(sandbox.exchanges.unknownRoutes()).toEqual([]);
    expect(sandbox.exchanges.invalid()).toEqual([]);
  });
});

import { setTimeout as wait } from 'node:timers/promises';
import { Client, Events, type Interaction } from 'discord.js';
import { pino } from 'pino';
import { afterEach, describe, expect, it } from 'vitest';
import { respond } from '../../src/discord/replies.ts';
import { helpReply } from '../../src/present/help.ts';
import type { Reply } from '../../src/present/reply.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';

const DEFER_AFTER_MS = 50;
const help = helpReply([{ usage: '/slow', description: 'takes its time' }]);
const open: { client: Client; sandbox: Sandbox }[] = [];

/** A client with one slow command, answered through the reply module. */
async function slowBot(reply: Reply, takesMs: number): Promise<Sandbox> {
  const sandbox = await startSandbox();
  const client = new Client({ intents: [], rest: { api: sandbox.api } });
  open.push({ client, sandbox });
  const log = pino({ level: 'silent' });
  client.on(Events.InteractionCreate, (interaction: Interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const work = async () => {
      await wait(takesMs);
      return { reply };
    };
    void respond(interaction, work, log, { deferAfterMs: DEFER_AFTER_MS });
  });
  await client.login(sandbox.token);
  await sandbox.waitForBot();
  await expect.poll(() => client.isReady()).toBe(true);
  await client.application?.commands.set([{ name: 'slow', description: 'takes its time' }]);
  return sandbox;
}

afterEach(async () => {
  for (const { client, sandbox } of open.splice(0)) {
    await client.destroy();
    await sandbox.close();
  }
});

describe('a reply that takes long', () => {
  it('is announced as "thinking" in time, and follows', async () => {
    const sandbox = await slowBot({ ...help, forCallerOnly: false }, 200);
    const seen = await sandbox.command(sandbox.investor, 'slow');
    expect(seen.state).toBe('thinking');
    const message = await seen.reply();
    expect(message.embeds[0]?.title).toBe(help.embeds[0]?.title);
    expect(message.visibleTo).toBeNull();
    expect(sandbox.exchanges.invalid()).toEqual([]);
  });

  it('and is meant for the caller alone leaves nothing in the channel', async () => {
    const sandbox = await slowBot(help, 200);
    const seen = await sandbox.command(sandbox.investor, 'slow');
    expect(seen.state).toBe('thinking');
    const message = await seen.followUp();
    expect(message.visibleTo).toBe(sandbox.investor.id);
    expect(message.embeds[0]?.title).toBe(help.embeds[0]?.title);
    expect(sandbox.messages(sandbox.questions).filter(({ visibleTo }) => visibleTo === null)).toEqual([]);
    expect(sandbox.exchanges.invalid()).toEqual([]);
  });
});

it('a reply that is ready is sent at once, without "thinking"', async () => {
  const sandbox = await slowBot(help, 0);
  const seen = await sandbox.command(sandbox.investor, 'slow');
  expect(seen.state).toBe('replied');
});

import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkSchema } from '../../src/sandbox/rules/schema.ts';
import { Permission, type Sandbox } from '../../src/sandbox/server.ts';
import { type Bench, startBench } from './bot.ts';
import { request } from './rest.ts';

let bench: Bench;
let sandbox: Sandbox;
beforeAll(async () => {
  bench = await startBench();
  sandbox = bench.sandbox;
  const role = [...sandbox.guild.roles.values()].find(({ managed }) => managed)!;
  sandbox.setRolePermissions(sandbox.guild, role, Permission.createEvents);
});
afterAll(() => bench.close());

/** What is wrong with an answer by Discord's published schema; keys that the schema lacks may be there. */
async function faults(schema: string, body: unknown): Promise<string[]> {
  const violations = await checkSchema(schema, body);
  return violations
    .filter(({ code }) => code !== 'UNKNOWN_KEY')
    .map(({ path, message }) => `${path.join('.')}: ${message}`);
}

const embeds = [
  {
    title: 'C-CAR088',
    description: 'A title',
    color: 0x336699,
    author: { name: 'CBMG' },
    footer: { text: 'Not investment advice' },
    fields: [{ name: 'Date', value: 'Monday, December 7, 2020', inline: true }],
  },
];
const components = [
  { type: 1, components: [{ type: 2, style: 1, label: 'More', custom_id: 'more' }] },
  { type: 1, components: [{ type: 3, custom_id: 'pick', options: [{ label: 'a', value: 'a' }] }] },
];

describe('what the sandbox answers meets the published schema of the answer:', () => {
  it('messages, plain, in reply and with everything in them', async () => {
    const path = `/channels/${sandbox.questions.id}/messages`;
    const sent = await request(sandbox, 'POST', path, { content: 'x', embeds, components });
    const message_reference = { message_id: sent.body['id'] };
    const replied = await request(sandbox, 'POST', path, { content: 'y', message_reference });
    for (const { body } of [sent, replied]) expect(await faults('MessageResponseSchema', body)).toEqual([]);
    const list = await request(sandbox, 'GET', path);
    for (const body of list.body as unknown as unknown[]) {
      expect(await faults('MessageResponseSchema', body)).toEqual([]);
    }
  });

  it('callbacks with a response', async () => {
    await bench.client.application.commands.set([{ name: 'ask', description: 'Ask' }]);
    const received = once(bench.client, 'interactionCreate');
    const seen = sandbox.command(sandbox.investor, 'ask');
    const [{ id, token }] = await received;
    const body = { type: 4, data: { content: 'x', embeds, components } };
    const answer = await request(
      sandbox,
      'POST',
      `/interactions/${id}/${token}/callback?with_response=true`,
      body,
    );
    await seen;
    expect(await faults('InteractionCallbackResponseSchema', answer.body)).toEqual([]);
  });

  it.each([
    ['the gateway', () => '/gateway/bot', 'GatewayBotResponseSchema'],
    ['the application', () => '/applications/@me', 'PrivateApplicationResponseSchema'],
    ['the bot', () => '/users/@me', 'UserPIIResponseSchema'],
    ['a user', () => `/users/${sandbox.investor.id}`, 'UserResponseSchema'],
    ['a server', () => `/guilds/${sandbox.guild.id}`, 'GuildWithCountsResponseSchema'],
    ['a channel', () => `/channels/${sandbox.questions.id}`, 'GuildChannelResponseSchema'],
    [
      'a member',
      () => `/guilds/${sandbox.guild.id}/members/${sandbox.officer.id}`,
      'GuildMemberResponseSchema',
    ],
    [
      'a role',
      () => `/guilds/${sandbox.guild.id}/roles/${sandbox.roles.officer.id}`,
      'GuildRoleResponseSchema',
    ],
  ])('%s', async (_what, path, schema) => {
    const { status, body } = await request(sandbox, 'GET', path());
    expect(status).toBe(200);
    expect(await faults(schema, body)).toEqual([]);
  });

  it('direct channels, commands and scheduled events', async () => {
    const direct = await request(sandbox, 'POST', '/users/@me/channels', {
      recipient_id: sandbox.investor.id,
    });
    expect(await faults('PrivateChannelResponseSchema', direct.body)).toEqual([]);
    const command = await request(sandbox, 'POST', `/applications/${sandbox.bot.id}/commands`, {
      name: 'define',
      description: 'Define',
      options: [{ type: 3, name: 'term', description: 'Which', required: true }],
    });
    expect(await faults('ApplicationCommandResponseSchema', command.body)).toEqual([]);
    const event = await request(sandbox, 'POST', `/guilds/${sandbox.guild.id}/scheduled-events`, {
      name: 'Session',
      privacy_level: 2,
      entity_type: 3,
      entity_metadata: { location: 'Virtual' },
      scheduled_start_time: new Date(sandbox.clock.now() + 60_000).toISOString(),
      scheduled_end_time: new Date(sandbox.clock.now() + 120_000).toISOString(),
    });
    expect(await faults('ExternalScheduledEventResponseSchema', event.body)).toEqual([]);
  });
});

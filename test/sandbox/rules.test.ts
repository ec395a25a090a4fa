import { once } from 'node:events';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/server.ts';
import { type Bench, startBench } from './bot.ts';
import { request } from './rest.ts';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({ globalRequestsPerSecond: false });
});
afterAll(() => sandbox.close());

const x = (length: number) => 'x'.repeat(length);
const button = (changes: object = {}) => ({ type: 2, style: 2, label: 'a', custom_id: 'a', ...changes });
const link = (changes: object = {}) => ({
  type: 2,
  style: 5,
  label: 'a',
  url: 'https://example.com',
  ...changes,
});
const row = (...components: object[]) => ({ type: 1, components });
const ids = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => button({ custom_id: String(from + index) }));
const select = (changes: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: [{ label: 'a', value: 'a' }],
  ...changes,
});
const field = (changes: object = {}) => ({ name: 'n', value: 'v', ...changes });
const choices = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ label: String(index), value: String(index) }));

/** The place of each fault in Discord's nested errors: `embeds.0.title: BASE_TYPE_MAX_LENGTH`. */
function places(errors: unknown, path: string[] = []): string[] {
  if (typeof errors !== 'object' || errors === null) return [];
  return Object.entries(errors).flatMap(([key, value]) =>
    key === '_errors'
      ? (value as { code: string }[]).map(({ code }) => `${path.join('.')}: ${code}`)
      : places(value, [...path, key]),
  );
}

const post = (body: unknown) => request(sandbox, 'POST', `/channels/${sandbox.questions.id}/messages`, body);

type Case = [what: string, body: object, ...places: string[]];

const MESSAGES: Case[] = [
  ['2,001 characters of content', { content: x(2_001) }, 'content: BASE_TYPE_MAX_LENGTH'],
  ['content that is no text', { content: 5 }, 'content: BASE_TYPE_INVALID'],
  ['a title of 257', { embeds: [{ title: x(257) }] }, 'embeds.0.title: BASE_TYPE_MAX_LENGTH'],
  [
    'a description of 4,097',
    { embeds: [{ description: x(4_097) }] },
    'embeds.0.description: BASE_TYPE_MAX_LENGTH',
  ],
  [
    '26 fields',
    { embeds: [{ fields: Array.from({ length: 26 }, () => field()) }] },
    'embeds.0.fields: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a field name of 257',
    { embeds: [{ fields: [field({ name: x(257) })] }] },
    'embeds.0.fields.0.name: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a field value of 1,025',
    { embeds: [{ fields: [field({ value: x(1_025) })] }] },
    'embeds.0.fields.0.value: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an empty field name',
    { embeds: [{ fields: [field({ name: '' })] }] },
    'embeds.0.fields.0.name: BASE_TYPE_REQUIRED',
  ],
  [
    'a field value of white space',
    { embeds: [{ fields: [field({ value: ' \n' })] }] },
    'embeds.0.fields.0.value: BASE_TYPE_REQUIRED',
  ],
  [
    'a footer of 2,049',
    { embeds: [{ title: 'x', footer: { text: x(2_049) } }] },
    'embeds.0.footer.text: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an author of 257',
    { embeds: [{ title: 'x', author: { name: x(257) } }] },
    'embeds.0.author.name: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'an author without a name',
    { embeds: [{ title: 'x', author: { name: '' } }] },
    'embeds.0.author.name: BASE_TYPE_REQUIRED',
  ],
  [
    'a link that is no address',
    { embeds: [{ title: 'x', url: 'nowhere' }] },
    'embeds.0.url: URL_TYPE_INVALID_URL',
  ],
  [
    'a colour beyond white',
    { embeds: [{ title: 'x', color: 0x1000000 }] },
    'embeds.0.color: NUMBER_TYPE_MAX',
  ],
  [
    'a time that is none',
    { embeds: [{ title: 'x', timestamp: 'soon' }] },
    'embeds.0.timestamp: BASE_TYPE_FORMAT',
  ],
  [
    '11 embeds',
    { embeds: Array.from({ length: 11 }, () => ({ title: 'x' })) },
    'embeds: BASE_TYPE_MAX_LENGTH',
  ],
  [
    '6,001 characters over all embeds',
    { embeds: [{ description: x(4_000) }, { description: x(2_000), footer: { text: 'x' } }] },
    'embeds: MAX_EMBED_SIZE_EXCEEDED',
  ],
  [
    '6 rows',
    { content: 'x', components: ids(6).map((each) => row(each)) },
    'components: BASE_TYPE_MAX_LENGTH',
  ],
  [
    '6 buttons in a row',
    { content: 'x', components: [row(...ids(6))] },
    'components.0.components: BASE_TYPE_MAX_LENGTH',
    'components.0.components: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'an empty row',
    { content: 'x', components: [row()] },
    'components.0.components: BASE_TYPE_MIN_LENGTH',
    'components.0.components: BASE_TYPE_BAD_LENGTH',
  ],
  [
    'a button outside a row',
    { content: 'x', components: [button()] },
    'components.0.type: BASE_TYPE_CHOICES',
  ],
  [
    'a label of 81',
    { content: 'x', components: [row(button({ label: x(81) }))] },
    'components.0.components.0.label: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a button without label or emoji',
    { content: 'x', components: [row(button({ label: '' }))] },
    'components.0.components.0: BUTTON_COMPONENT_INVALID_LABEL_EMOJI',
  ],
  [
    'a custom id of 101',
    { content: 'x', components: [row(button({ custom_id: x(101) }))] },
    'components.0.components.0.custom_id: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'the same custom id in two rows',
    { content: 'x', components: [row(button()), row(button())] },
    'components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
  ],
  [
    'a button without a custom id',
    { content: 'x', components: [row(button({ custom_id: undefined }))] },
    'components.0.components.0.custom_id: BASE_TYPE_REQUIRED',
  ],
  [
    'a button with an address',
    { content: 'x', components: [row(button({ url: 'https://example.com' }))] },
    'components.0.components.0.url: BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE',
  ],
  [
    'a link without an address',
    { content: 'x', components: [row(link({ url: undefined }))] },
    'components.0.components.0.url: BASE_TYPE_REQUIRED',
  ],
  [
    'a link with a custom id',
    { content: 'x', components: [row(link({ custom_id: 'a' }))] },
    'components.0.components.0.custom_id: BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE',
  ],
  [
    '26 options in a menu',
    { content: 'x', components: [row(select({ options: choices(26) }))] },
    'components.0.components.0.options: BASE_TYPE_MAX_LENGTH',
  ],
  [
    'a menu without options',
    { content: 'x', components: [row(select({ options: [] }))] },
    'components.0.components.0.options: BASE_TYPE_MIN_LENGTH',
    'components.0.components.0.max_values: NUMBER_TYPE_MAX',
  ],
  [
    'two options of one value',
    { content: 'x', components: [row(select({ options: [...choices(1), ...choices(1)] }))] },
    'components.0.components.0.options.1.value: SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
  ],
  [
    'a button beside a menu',
    { content: 'x', components: [row(select(), button())] },
    'components.0.components: COMPONENT_LAYOUT_WIDTH_EXCEEDED',
  ],
  ['an unknown key', { content: 'x', colour: 'red' }, 'colour: UNKNOWN_KEY'],
  ['an unknown key in an embed', { embeds: [{ title: 'x', colour: 1 }] }, 'embeds.0.colour: UNKNOWN_KEY'],
  ['a nonce of 26', { content: 'x', nonce: x(26) }, 'nonce: BASE_TYPE_MAX_LENGTH'],
  ['an enforced nonce that is missing', { content: 'x', enforce_nonce: true }, 'nonce: BASE_TYPE_REQUIRED'],
  [
    'users allowed both all and by name',
    { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
    'allowed_mentions: MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
  ],
  [
    'content beside components v2',
    { content: 'x', flags: 1 << 15, components: [{ type: 10, content: 'y' }] },
    'content: MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
  ],
];

describe('a message is refused, with the place named, for', () => {
  it.each(MESSAGES)('%s', async (_what, body, ...expected) => {
    const { status, body: answer } = await post(body);
    expect({ status, code: answer.code, places: places(answer.errors) }).toEqual({
      status: 400,
      code: 50035,
      places: expect.arrayContaining(expected),
    });
    const codes = expected.map((place) => place.split(':')[0]);
    expect(places(answer.errors).every((place) => codes.includes(place.split(':')[0]!))).toBe(true);
    const logged = sandbox.exchanges.all.at(-1)!;
    expect(logged).toMatchObject({ valid: false, status: 400 });
  });

  it.each([
    ['nothing at all', {}],
    ['white space', { content: ' \n ' }],
    ['an empty embed', { embeds: [{}] }],
    ['lists of nothing', { embeds: [], components: [] }],
  ])('being empty: %s', async (_what, body) => {
    expect(await post(body)).toMatchObject({ status: 400, body: { code: 50006 } });
    expect(sandbox.exchanges.invalid()).toContain(sandbox.exchanges.all.at(-1));
  });

  it('not being JSON', async () => {
    expect(await post('{"content"')).toMatchObject({ status: 400, body: { code: 50109 } });
  });
});

describe('a message at the limits is accepted:', () => {
  const full: object[] = [
    { content: x(2_000) },
    { embeds: [{ title: x(256), description: x(4_096), footer: { text: x(1_648) } }] },
    { embeds: Array.from({ length: 10 }, () => ({ description: x(600) })) },
    { embeds: [{ fields: Array.from({ length: 25 }, () => field({ name: x(100), value: x(140) })) }] },
    { embeds: [{ fields: [field({ name: x(256), value: x(1_024) })], author: { name: x(256) } }] },
    { content: 'x', components: [0, 5, 10, 15, 20].map((from) => row(...ids(5, from))) },
    { content: 'x', components: [row(button({ label: x(80), custom_id: x(100) }), link())] },
    { content: 'x', components: [row(select({ options: choices(25), max_values: 25 }))] },
    { flags: 1 << 15, components: [{ type: 10, content: 'only text' }] },
    { content: 'x', tts: false, nonce: x(25), enforce_nonce: false },
  ];
  it.each(full.map((body) => [JSON.stringify(body).slice(0, 60), body]))('%s', async (_what, body) => {
    expect((await post(body)).status).toBe(200);
  });

  it('any text of 1 to 2,000 characters that is not only white space', async () => {
    const text = fc
      .string({ minLength: 1, maxLength: 2_000, unit: 'grapheme' })
      .filter((content) => content.trim() !== '' && content.length <= 2_000);
    await fc.assert(
      fc.asyncProperty(text, async (content) => {
        const { status } = await post({ content });
        expect(status).toBe(200);
        expect(sandbox.messages(sandbox.questions).at(-1)!.content).toBe(content.trim());
      }),
      { numRuns: 50 },
    );
  });
});

describe('a command is refused for', () => {
  const command = (changes: object = {}) => ({ name: 'ask', description: 'Ask', ...changes });
  const option = (changes: object = {}) => ({ type: 3, name: 'o', description: 'O', ...changes });
  const register = (body: unknown) =>
    request(sandbox, 'POST', `/applications/${sandbox.bot.id}/commands`, body);
  const many = (count: number, make: (index: number) => object) =>
    Array.from({ length: count }, (_, i) => make(i));

  const cases: Case[] = [
    ['capitals in its name', command({ name: 'Ask' }), 'name: APPLICATION_COMMAND_INVALID_NAME'],
    ['a space in its name', command({ name: 'ask me' }), 'name: APPLICATION_COMMAND_INVALID_NAME'],
    [
      'a name of 33',
      command({ name: x(33) }),
      'name: BASE_TYPE_MAX_LENGTH',
      'name: APPLICATION_COMMAND_INVALID_NAME',
    ],
    [
      'an empty name',
      command({ name: '' }),
      'name: BASE_TYPE_MIN_LENGTH',
      'name: APPLICATION_COMMAND_INVALID_NAME',
    ],
    ['no description', command({ description: '' }), 'description: BASE_TYPE_REQUIRED'],
    ['a description of 101', command({ description: x(101) }), 'description: BASE_TYPE_MAX_LENGTH'],
    [
      'a description of a menu command',
      command({ type: 3, name: 'Answer this' }),
      'description: APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID',
    ],
    [
      '26 options',
      command({ options: many(26, (i) => option({ name: `o${i}` })) }),
      'options: BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a required option after an optional one',
      command({ options: [option(), option({ name: 'p', required: true })] }),
      'options.1: APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
    ],
    [
      'capitals in an option',
      command({ options: [option({ name: 'O' })] }),
      'options.0.name: APPLICATION_COMMAND_INVALID_NAME',
    ],
    [
      'two options of one name',
      command({ options: [option(), option()] }),
      'options.1.name: APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS',
    ],
    [
      'an option without description',
      command({ options: [option({ description: '' })] }),
      'options.0.description: BASE_TYPE_MIN_LENGTH',
    ],
    [
      '26 choices',
      command({ options: [option({ choices: many(26, (i) => ({ name: `${i}`, value: `${i}` })) })] }),
      'options.0.choices: BASE_TYPE_MAX_LENGTH',
    ],
    [
      'a choice of 101',
      command({ options: [option({ choices: [{ name: x(101), value: x(101) }] })] }),
      'options.0.choices.0.name: BASE_TYPE_MAX_LENGTH',
      'options.0.choices.0.value: BASE_TYPE_MAX_LENGTH',
    ],
    [
      'choices beside autocomplete',
      command({ options: [option({ autocomplete: true, choices: [{ name: 'a', value: 'a' }] })] }),
      'options.0.autocomplete: APPLICATION_COMMAND_OPTIONS_CHOICES_AND_AUTOCOMPLETE',
    ],
    [
      'subcommands beside options',
      command({ options: [option(), option({ type: 1, name: 's' })] }),
      'options: APPLICATION_COMMAND_OPTIONS_TYPE_INVALID',
    ],
    [
      '8,001 characters in all',
      command({
        options: many(25, (i) =>
          option({
            name: `o${i}`,
            description: x(100),
            choices: many(25, (j) => ({ name: `${j}${x(5)}`, value: `${j}${x(5)}` })),
          }),
        ),
      }),
      ': APPLICATION_COMMAND_TOO_LARGE',
    ],
    ['an unknown key', command({ defaultPermission: true }), 'defaultPermission: UNKNOWN_KEY'],
    [
      'permissions that are no number',
      command({ default_member_permissions: 'all' }),
      'default_member_permissions: BASE_TYPE_INVALID',
    ],
  ];
  it.each(cases)('%s', async (_what, body, ...expected) => {
    const { status, body: answer } = await register(body);
    expect({ status, code: answer.code }).toEqual({ status: 400, code: 50035 });
    expect(places(answer.errors).sort()).toEqual(expected.sort());
    const whole = await request(sandbox, 'PUT', `/applications/${sandbox.bot.id}/commands`, [body]);
    expect(places(whole.body.errors).sort()).toEqual(
      expected.map((place) => (place.startsWith(':') ? `0${place}` : `0.${place}`)).sort(),
    );
  });

  it('nothing else: what discord.js sends is accepted', async () => {
    const body = command({
      default_member_permissions: '32',
      contexts: [0, 1, 2],
      integration_types: [0, 1],
      options: [
        option({ required: true, autocomplete: true }),
        option({ name: 'größe', type: 4, min_value: 1 }),
      ],
    });
    expect(await register(body)).toMatchObject({ status: 201, body: { default_member_permissions: '32' } });
  });
});

describe('an interaction callback is refused for', () => {
  let bench: Bench;
  beforeAll(async () => {
    bench = await startBench({ globalRequestsPerSecond: false });
    await bench.client.application.commands.set([
      {
        name: 'ask',
        description: 'Ask',
        options: [{ type: 3, name: 'question', description: 'What', autocomplete: true }],
      },
    ]);
  });
  afterAll(() => bench.close());

  /** Posts a callback to a fresh interaction of that type. */
  async function callback(type: 2 | 4, body: unknown) {
    const received = once(bench.client, 'interactionCreate');
    const { sandbox: discord } = bench;
    const seen =
      type === 2
        ? discord.command(discord.investor, 'ask')
        : discord.autocomplete(discord.investor, 'ask', {}, 'question');
    const [{ id, token }] = await received;
    const answer = await request(discord, 'POST', `/interactions/${id}/${token}/callback`, body);
    discord.clock.advance(3_001);
    await seen;
    return answer;
  }
  const named = (name: string, value: unknown = name) => ({ type: 8, data: { choices: [{ name, value }] } });
  const modal = (changes: object) => ({
    type: 9,
    data: {
      custom_id: 'm',
      title: 'M',
      components: [row({ type: 4, custom_id: 'i', style: 1, label: 'I' })],
      ...changes,
    },
  });
  const cases: [what: string, type: 2 | 4, body: unknown, ...places: string[]][] = [
    [
      '26 choices',
      4,
      { type: 8, data: { choices: Array.from({ length: 26 }, (_, i) => ({ name: `${i}`, value: `${i}` })) } },
      'data.choices: BASE_TYPE_MAX_LENGTH',
    ],
    ['a choice name of 101', 4, named(x(101), 'v'), 'data.choices.0.name: BASE_TYPE_MAX_LENGTH'],
    ['a choice value of 101', 4, named('n', x(101)), 'data.choices.0.value: BASE_TYPE_MAX_LENGTH'],
    [
      'an empty choice name',
      4,
      named('', 'v'),
      'data.choices.0.name: BASE_TYPE_REQUIRED',
      'data.choices.0.name: BASE_TYPE_MIN_LENGTH',
    ],
    ['choices in answer to a command', 2, named('n'), 'type: BASE_TYPE_CHOICES'],
    [
      'an update where there is no message',
      2,
      { type: 7, data: { content: 'x' } },
      'type: BASE_TYPE_CHOICES',
    ],
    ['an unknown type', 2, { type: 99 }, 'type: BASE_TYPE_CHOICES'],
    ['2,001 characters', 2, { type: 4, data: { content: x(2_001) } }, 'data.content: BASE_TYPE_MAX_LENGTH'],
    [
      'an unknown key',
      2,
      { type: 4, data: { content: 'x', ephemeral: true } },
      'data.ephemeral: UNKNOWN_KEY',
    ],
    [
      '6,001 characters of embeds',
      2,
      { type: 4, data: { embeds: [{ description: x(4_000) }, { description: x(2_001) }] } },
      'data.embeds: MAX_EMBED_SIZE_EXCEEDED',
    ],
    ['a modal title of 46', 2, modal({ title: x(46) }), 'data.title: BASE_TYPE_MAX_LENGTH'],
    [
      'two inputs of one id',
      2,
      modal({
        components: [
          row({ type: 4, custom_id: 'i', style: 1, label: 'I' }),
          row({ type: 4, custom_id: 'i', style: 1, label: 'I' }),
        ],
      }),
      'data.components.1.components.0.custom_id: COMPONENT_CUSTOM_ID_DUPLICATED',
    ],
  ];
  it.each(cases)('%s', async (_what, type, body, ...expected) => {
    const { status, body: answer } = await callback(type, body);
    expect({ status, code: answer.code }).toEqual({ status: 400, code: 50035 });
    expect([...new Set(places(answer.errors))].sort()).toEqual(expected.sort());
  });

  it('being empty', async () => {
    expect(await callback(2, { type: 4, data: {} })).toMatchObject({ status: 400, body: { code: 50006 } });
  });

  it('nothing else: 25 choices of 100 characters are accepted', async () => {
    const list = Array.from({ length: 25 }, (_, i) => ({ name: x(98) + i, value: x(98) + i }));
    expect((await callback(4, { type: 8, data: { choices: list } })).status).toBe(204);
    expect((await callback(2, modal({}))).status).toBe(204);
  });
});

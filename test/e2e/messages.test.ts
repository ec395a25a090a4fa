import { describe, expect, it } from 'vitest';
import type { QuestionScope } from '../../src/answer/answer.ts';
import { createEngine } from '../../src/answer/create.ts';
import type { Engine } from '../../src/answer/engine.ts';
import { Permission } from '../../src/sandbox/server.ts';
import { quotations } from '../support/reading.ts';
import { SEED_ID } from '../support/seed.ts';
import { answerIn, buttons, refused, run, stage, title, value, words } from './harness.ts';

const TIME = 'What time is the C-CAR088 talk?';

describe('messages', () => {
  it('that mention the bot are answered as replies, pinging nobody', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    const asked = await sandbox.say(sandbox.investor, sandbox.questions, TIME, { mentions: [sandbox.bot] });
    const reply = await answerIn(scene, sandbox.questions, asked);
    expect(quotations(words(reply)).join(' ')).toContain('1:15pm PST');
    expect(reply.pinged).toEqual({ users: [], roles: [], everyone: false });
    expect(refused(scene)).toEqual([]);
  });

  it('sent directly are answered', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    const asked = await sandbox.directMessage(sandbox.investor, TIME);
    const reply = await answerIn(scene, sandbox.directChannel(sandbox.investor), asked);
    expect(quotations(words(reply)).join(' ')).toContain('1:15pm PST');
    expect(refused(scene)).toEqual([]);
  });

  it('are the same answer as /ask gives', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    const slash = await run(scene, 'ask', { question: TIME });
    const asked = await sandbox.directMessage(sandbox.investor, TIME);
    const direct = await answerIn(scene, sandbox.directChannel(sandbox.investor), asked);
    expect(direct.embeds).toEqual(slash.embeds);
  });

  it('that neither mention the bot nor are sent to it get no answer', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    await sandbox.say(sandbox.investor, sandbox.questions, TIME);
    const marker = await sandbox.say(sandbox.investor, sandbox.questions, TIME, { mentions: [sandbox.bot] });
    await answerIn(scene, sandbox.questions, marker);
    expect(sandbox.messages(sandbox.questions).filter(({ author }) => author.bot)).toHaveLength(1);
  });

  it('without a question get the help', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    const asked = await sandbox.say(sandbox.investor, sandbox.questions, '', { mentions: [sandbox.bot] });
    expect(words(await answerIn(scene, sandbox.questions, asked))).toContain('/abstract candidate');
  });

  it('in reply to an answer keep its subject', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    const first = await sandbox.say(sandbox.investor, sandbox.questions, 'When is C-CAR088 presented?', {
      mentions: [sandbox.bot],
    });
    const answer = await answerIn(scene, sandbox.questions, first);
    const second = await sandbox.say(sandbox.investor, sandbox.questions, 'and the session?', {
      replyTo: answer,
    });
    const reply = await answerIn(scene, sandbox.questions, second);
    expect(quotations(words(reply)).join(' ')).toContain('653. Myeloma/Amyloidosis');
    expect(refused(scene)).toEqual([]);
  });

  it('in reply to an /abstract are asked about its candidate and release, after a restart too', async () => {
    const scopes: (QuestionScope | undefined)[] = [];
    const scene = await stage({
      engineFor: (releases) => {
        const engine = createEngine(releases);
        const ask: Engine['ask'] = (question, scope) => {
          scopes.push(scope);
          return engine.ask(question, scope);
        };
        return { ...engine, ask };
      },
    });
    const { sandbox } = scene;
    const answer = await run(scene, 'abstract', { candidate: '039' });
    const follow = await sandbox.say(sandbox.investor, sandbox.questions, 'and the title?', {
      replyTo: answer,
    });
    await answerIn(scene, sandbox.questions, follow);
    expect(scopes).toEqual([{ previous: { release: SEED_ID, subject: 'C-CAR039' } }]);
  });

  it('in reply to another person are asked on their own', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    const other = await sandbox.say(sandbox.moderator, sandbox.questions, 'C-CAR088 is great');
    const follow = await sandbox.say(sandbox.investor, sandbox.questions, 'What does KOA stand for?', {
      replyTo: other,
      mentions: [sandbox.bot],
    });
    expect(words(await answerIn(scene, sandbox.questions, follow))).toContain('Knee Osteoarthritis');
  });

  it('of the menu *Answer this* are answered in place of their writer', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    const message = await sandbox.say(sandbox.moderator, sandbox.questions, TIME);
    const reply = await (await sandbox.contextCommand(sandbox.investor, 'Answer this', message)).reply();
    expect(quotations(words(reply)).join(' ')).toContain('1:15pm PST');
    expect(value(reply, 'Question')).toBe(TIME);
    expect(reply.pinged).toEqual({ users: [], roles: [], everyone: false });
    const empty = await (await sandbox.contextCommand(sandbox.investor, 'Answer this', reply)).reply();
    expect(title(empty)).toBe('❓ No question');
    expect(refused(scene)).toEqual([]);
  });
});

describe('what a person writes', () => {
  it('is refused when it is too long to answer, in words', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    const asked = await sandbox.directMessage(sandbox.investor, `When is C-CAR088 ${'really '.repeat(200)}?`);
    const reply = await answerIn(scene, sandbox.directChannel(sandbox.investor), asked);
    expect(title(reply)).toBe('❓ The question is too long');
    expect(words(reply)).toContain('at most 500');
    expect(refused(scene)).toEqual([]);
  });

  it('takes no effect: markdown, mentions, links and invisible characters', async () => {
    const scene = await stage();
    const hostile = `**What** time is C-CAR\u200b088 @everyone <@${scene.sandbox.officer.id}> [x](https://evil.example) \u202eesrever||?||`;
    const reply = await run(scene, 'ask', { question: hostile });
    expect(reply.pinged).toEqual({ users: [], roles: [], everyone: false });
    const shown = value(reply, 'Question') ?? '';
    expect(shown).toContain('\\*\\*What\\*\\* time is C-CAR088 \\@everyone \\<@');
    expect(shown).not.toMatch(/[\u200b\u202e]/);
    expect(shown).not.toMatch(/(?<!\\)\[x|https:/);
    expect(refused(scene)).toEqual([]);
  });

  it('made of nothing visible is no question', async () => {
    const scene = await stage();
    const reply = await run(scene, 'ask', { question: '\u200b\u200e\u2066' });
    expect(title(reply)).toBe('❓ No question');
  });
});

describe('permissions', () => {
  it('that are missing for quotations are named to the writer and in the log', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    sandbox.setPermissions(sandbox.questions, sandbox.bot, { deny: Permission.embedLinks });
    await new Promise((resolve) => setTimeout(resolve, 50));
    const asked = await sandbox.say(sandbox.investor, sandbox.questions, TIME, { mentions: [sandbox.bot] });
    const reply = await answerIn(scene, sandbox.questions, asked);
    expect(reply.content).toContain('I lack the permission Embed Links');
    expect(buttons(reply)).toEqual([]);
    expect(scene.logged.some(({ level, missing }) => level === 40 && String(missing) === 'Embed Links')).toBe(
      true,
    );
  });

  it('to send at all are named in the log, and nothing is asked of Discord', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    sandbox.setPermissions(sandbox.questions, sandbox.bot, { deny: Permission.sendMessages });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sandbox.say(sandbox.investor, sandbox.questions, TIME, { mentions: [sandbox.bot] });
    await expect
      .poll(() => scene.logged.find((line) => line['missing'] !== undefined)?.['missing'])
      .toEqual(['Send Messages']);
    expect(sandbox.exchanges.all.filter(({ status }) => status === 403)).toEqual([]);
  });

  it('to read the history are not needed: the answer is sent without a reference', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    sandbox.setPermissions(sandbox.questions, sandbox.bot, { deny: Permission.readMessageHistory });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await sandbox.say(sandbox.investor, sandbox.questions, TIME, { mentions: [sandbox.bot] });
    const reply = await sandbox.waitForMessage(sandbox.questions, ({ author }) => author.bot);
    expect(quotations(words(reply)).join(' ')).toContain('1:15pm PST');
    expect(refused(scene)).toEqual([]);
  });
});

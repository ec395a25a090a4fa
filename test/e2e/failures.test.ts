import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/answer/engine.ts';
import { quotations } from '../support/reading.ts';
import { answerIn, type LogLine, press, refused, run, type Stage, stage, title, words } from './harness.ts';

const CALLBACK = '/interactions/:id/:token/callback';
const broken: Engine = {
  ask: () => {
    throw new Error('the index is on fire');
  },
  suggest: () => [],
};

const said = (scene: Stage, level: number, what: string): LogLine | undefined =>
  scene.logged.find((line) => line.level === level && line.msg.includes(what));

describe('when something breaks', () => {
  it('a fault in a command becomes a sentence to the caller and a logged cause', async () => {
    const scene = await stage({ engineFor: () => broken });
    const reply = await run(scene, 'ask', { question: 'When?' });
    expect(title(reply)).toBe('⚠️ Something went wrong');
    expect(reply.visibleTo).toBe(scene.sandbox.investor.id);
    expect(words(reply)).not.toContain('on fire');
    const line = said(scene, 50, 'a fault while answering');
    expect(line?.err?.message).toBe('the index is on fire');
    expect(words(reply)).toContain(String(line?.['reference']));
    expect(title(await run(scene, 'help'))).toContain('Footnote');
    expect(refused(scene)).toEqual([]);
  });

  it('so does a fault while answering a message', async () => {
    const scene = await stage({ engineFor: () => broken });
    const { sandbox } = scene;
    const asked = await sandbox.directMessage(sandbox.investor, 'When?');
    const reply = await answerIn(scene, sandbox.directChannel(sandbox.investor), asked);
    expect(title(reply)).toBe('⚠️ Something went wrong');
    expect(words(reply)).toContain(asked.id);
    expect(said(scene, 50, 'a fault while answering a message')?.err?.message).toBe('the index is on fire');
  });

  it('a command that this version does not know gets a sentence', async () => {
    const scene = await stage();
    const { sandbox, bot } = scene;
    await bot.client.application.commands.set([
      { name: 'retired', description: 'A command of an earlier version' },
      { name: 'Retired too', type: 3 },
    ]);
    expect(title(await run(scene, 'retired'))).toBe('❓ Unknown command');
    const message = await sandbox.say(sandbox.investor, sandbox.questions, 'hello');
    const menu = await (await sandbox.contextCommand(sandbox.investor, 'Retired too', message)).reply();
    expect(title(menu)).toBe('❓ Unknown command');
    expect(said(scene, 40, 'does not know')).toBeDefined();
  });

  it('an interaction that expired before the reply arrived is logged, and the bot goes on', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    sandbox.faults.inject({ kind: 'delay', milliseconds: 150, times: 1, match: { path: CALLBACK } });
    const pending = sandbox.command(sandbox.investor, 'help');
    await wait(60);
    sandbox.clock.advance(3_001);
    expect((await pending).state).toBe('failed');
    await expect.poll(() => said(scene, 40, 'expired or was answered already')?.err?.code).toBe(10_062);
    expect(title(await run(scene, 'help'))).toContain('Footnote');
  });

  it('a reply that arrived although its acknowledgement was lost is not sent twice', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    sandbox.faults.inject({ kind: 'drop_after_commit', how: 'reset', times: 1, match: { path: CALLBACK } });
    const reply = await run(scene, 'abstract', { candidate: '088' });
    expect(title(reply)).toBe('C-CAR088');
    await expect.poll(() => said(scene, 40, 'expired or was answered already')?.err?.code).toBe(40_060);
    expect(sandbox.messages(sandbox.questions)).toHaveLength(1);
  });

  it('a rate limit delays an answer and loses none', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    const messages = '/channels/:channel/messages';
    sandbox.faults.inject({
      kind: 'rate_limit',
      retryAfterSeconds: 0.2,
      times: 1,
      match: { path: CALLBACK },
    });
    sandbox.faults.inject({
      kind: 'rate_limit',
      retryAfterSeconds: 0.2,
      times: 1,
      match: { path: messages },
    });
    expect(title(await run(scene, 'abstract', { candidate: '088' }))).toBe('C-CAR088');
    const asked = await sandbox.say(sandbox.investor, sandbox.questions, 'What time is the C-CAR088 talk?', {
      mentions: [sandbox.bot],
    });
    const reply = await answerIn(scene, sandbox.questions, asked);
    expect(quotations(words(reply)).join(' ')).toContain('1:15pm PST');
    expect(sandbox.exchanges.all.filter(({ status }) => status === 429)).toHaveLength(2);
  });

  it('a refusal of Discord to show an answer is told to the caller', async () => {
    const scene = await stage();
    scene.sandbox.faults.inject({
      kind: 'status',
      status: 400,
      body: { code: 50_035, message: 'Invalid Form Body' },
      times: 1,
      match: { path: CALLBACK },
    });
    expect(title(await run(scene, 'facility'))).toBe('⚠️ Something went wrong');
    expect(said(scene, 50, 'Discord did not take the reply')?.err?.code).toBe(50_035);
  });

  it('a dropped connection is resumed, and what was asked meanwhile is answered once', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    sandbox.gateway.setOutage(true);
    sandbox.gateway.dropConnections();
    const asked = await sandbox.say(sandbox.investor, sandbox.questions, 'What time is the C-CAR088 talk?', {
      mentions: [sandbox.bot],
    });
    sandbox.gateway.setOutage(false);
    const reply = await sandbox.waitForMessage(
      sandbox.questions,
      ({ replyTo }) => replyTo === asked.id,
      15_000,
    );
    expect(quotations(words(reply)).join(' ')).toContain('1:15pm PST');
    await expect.poll(() => said(scene, 30, 'session resumed')).toBeDefined();
    await wait(100);
    expect(sandbox.messages(sandbox.questions).filter(({ author }) => author.bot)).toHaveLength(1);
  });
});

describe('stopping', () => {
  it('lets the reply under way be sent', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    sandbox.faults.inject({ kind: 'delay', milliseconds: 200, times: 1, match: { path: CALLBACK } });
    const pending = sandbox.command(sandbox.investor, 'abstract', { candidate: '088' });
    await wait(60);
    await scene.bot.stop();
    expect(title(await (await pending).reply())).toBe('C-CAR088');
  });
});

it('a button pressed twice answers twice and breaks nothing', async () => {
  const scene = await stage();
  const answer = await run(scene, 'abstract', { candidate: '088' });
  const both = await Promise.all([
    press(scene, answer, 'Show in context'),
    press(scene, answer, 'Show in context'),
  ]);
  expect(both.map(title)).toEqual(['In context · C-CAR088', 'In context · C-CAR088']);
  expect(refused(scene)).toEqual([]);
});

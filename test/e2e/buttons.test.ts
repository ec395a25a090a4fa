import { describe, expect, it } from 'vitest';
import { parseRelease } from '../../src/knowledge/parse.ts';
import { inventedReleases } from '../support/invented.ts';
import { seen } from '../support/reading.ts';
import { seedRelease } from '../support/seed.ts';
import { buttons, press, refused, run, stage, title, value, words } from './harness.ts';

const seed = seedRelease();

describe('buttons', () => {
  it('*Show in context* shows the quotation in bold within its paragraph, privately', async () => {
    const scene = await stage();
    const answer = await run(scene, 'ask', { question: 'How many production lines are there?' });
    const context = await press(scene, answer, 'Show in context');
    const text = context.embeds[0]?.description ?? '';
    expect(text).toMatch(/\*\*[^*]*twelve independent cell production lines[^*]*\*\*/);
    expect(seed.text).toContain(seen(text));
    expect(context.visibleTo).toBe(scene.sandbox.investor.id);
    expect(refused(scene)).toEqual([]);
  });

  it('*Full text* opens the text privately, beside the answer', async () => {
    const scene = await stage();
    const answer = await run(scene, 'facility');
    const text = await press(scene, answer, 'Full text');
    expect(text.id).not.toBe(answer.id);
    expect(text.visibleTo).toBe(scene.sandbox.investor.id);
    expect(Buffer.from(text.attachments[0]?.bytes ?? []).toString('utf8')).toBe(seed.text);
  });

  it('of a refusal show related passages, labelled as such', async () => {
    const scene = await stage();
    const refusal = await run(scene, 'ask', { question: 'What time is C-CAR039 presented?' });
    const related = buttons(refusal).filter((label) => label.startsWith('Related'));
    expect(related.length).toBeGreaterThan(0);
    expect(related.length).toBeLessThanOrEqual(3);
    expect(words(refusal)).toContain('Related, may not answer');
    const shown = await press(scene, refusal, related[0] ?? '');
    expect(seed.text).toContain(seen(shown.embeds[0]?.description ?? ''));
  });

  it('go on working after a restart', async () => {
    const first = await stage();
    const answer = await run(first, 'abstract', { candidate: '088' });
    const ids = answer.components
      .flatMap((row) => row.components ?? [])
      .flatMap(({ custom_id: id }) => id ?? []);
    expect(ids.every((id) => id.startsWith('v1:'))).toBe(true);
    await first.bot.stop();
    const { startBot } = await import('../../src/discord/bot.ts');
    const { default: pino } = await import('pino');
    const again = await startBot({
      library: first.library,
      log: pino({ level: 'silent' }),
      clock: () => new Date(),
      token: first.sandbox.token,
      api: first.sandbox.api,
    });
    expect(title(await press(first, answer, 'Show in context'))).toBe('In context · C-CAR088');
    await again.stop();
  });

  it('of a release that was withdrawn reveal nothing', async () => {
    const scene = await stage();
    const answer = await run(scene, 'abstract', { candidate: '088' });
    const near = await run(scene, 'abstract', { candidate: 'C-CAR08' });
    const pages = await run(scene, 'release');
    scene.library.replace([{ ...seed, status: 'retracted' }]);
    for (const [message, label] of [
      [answer, 'Show in context'],
      [answer, 'Full text'],
      [near, 'C-CAR088'],
      [pages, 'Next ▶'],
    ] as const) {
      const reply = await press(scene, message, label);
      expect(title(reply)).toBe('⌛ This button no longer works');
      expect(words(reply)).not.toMatch(/C-CAR088|PST|Cellular/);
      expect(reply.attachments).toEqual([]);
    }
    expect(refused(scene)).toEqual([]);
  });

  it('of another version, or whose place is gone, say so', async () => {
    const scene = await stage();
    const { sandbox } = scene;
    const answer = await run(scene, 'abstract', { candidate: '088' });
    scene.library.replace([parseRelease(seed.id, seed.text.slice(0, 400))]);
    expect(words(await press(scene, answer, 'Show in context'))).toContain('has changed since');
    const old = { type: 1, components: [{ type: 2, style: 2, label: 'Old', custom_id: 'v0:context:1' }] };
    const channel = await scene.bot.client.channels.fetch(sandbox.questions.id);
    if (!channel?.isSendable()) throw new Error('no channel');
    const sent = await channel.send({ content: 'an old message', components: [old] });
    const message = sandbox.messages(sandbox.questions).find(({ id }) => id === sent.id);
    if (message === undefined) throw new Error('not sent');
    expect(words(await press(scene, message, 'Old'))).toContain('another version of the bot');
  });
});

describe('with releases of several companies', () => {
  const releases = [seed, ...inventedReleases()];

  it('a lookup asks which company, and the menu answers for it alone', async () => {
    const scene = await stage({ releases });
    const question = await run(scene, 'company');
    expect(title(question)).toBe('❓ Which company?');
    expect(question.visibleTo).toBe(scene.sandbox.investor.id);
    const picked = await press(scene, question, 'Cellular Biomedicine Group Inc. (NASDAQ: CBMG)');
    expect(picked.embeds[0]?.author?.name).toBe('Cellular Biomedicine Group Inc. (NASDAQ: CBMG)');
    expect(words(picked)).toContain('Russell 3000® Index');
    expect(refused(scene)).toEqual([]);
  });

  it('the default issuer answers without asking', async () => {
    const scene = await stage({ releases, issuer: 'CBMG' });
    for (const name of ['facility', 'partners', 'company', 'meeting', 'pipeline', 'release']) {
      const reply = await run(scene, name);
      expect(reply.embeds[0]?.author?.name).toContain('CBMG');
    }
    expect(refused(scene)).toEqual([]);
  });

  it('a picker for a question repeats the question about the company that was picked', async () => {
    const scene = await stage({ releases });
    const question = await run(scene, 'ask', { question: 'Who is the chief financial officer?' });
    if (!title(question).startsWith('❓')) {
      expect(words(question)).toContain('Not disclosed');
      return;
    }
    const [label = ''] = buttons(question);
    const picked = await press(scene, question, label);
    expect(value(picked, 'Question')).toBe('Who is the chief financial officer?');
  });

  it('every command answers for every company within the limits', async () => {
    const scene = await stage({ releases });
    for (const name of ['facility', 'partners', 'company', 'meeting', 'pipeline', 'release']) {
      const question = await run(scene, name);
      for (const label of buttons(question)) {
        const reply = await press(scene, question, label);
        expect(title(reply)).not.toContain('went wrong');
      }
    }
    expect(refused(scene)).toEqual([]);
    expect(scene.logged.filter(({ level }) => level >= 50)).toEqual([]);
  });
});

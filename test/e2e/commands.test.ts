import { describe, expect, it } from 'vitest';
import { quotations, seen } from '../support/reading.ts';
import { SEED_ID, seedRelease } from '../support/seed.ts';
import { buttons, press, refused, run, stage, title, value, words } from './harness.ts';

const seed = seedRelease();

describe('slash commands', () => {
  it('/abstract shows the candidate to everyone, word for word', async () => {
    const scene = await stage();
    const reply = await run(scene, 'abstract', { candidate: 'ccar088' });
    expect(title(reply)).toBe('C-CAR088');
    expect(reply.visibleTo).toBeNull();
    expect(quotations(value(reply, 'Time') ?? '')).toEqual(['1:15pm PST']);
    expect(value(reply, 'Time')).toContain('<t:1607202900:F>');
    expect(words(reply)).toContain('⌛ Was scheduled for');
    expect(words(reply)).toContain('published 5 years ago');
    expect(words(reply)).toContain('Not investment advice');
    expect(reply.embeds[0]?.author?.name).toBe('Cellular Biomedicine Group Inc. (NASDAQ: CBMG)');
    expect(refused(scene)).toEqual([]);
  });

  it('/abstract of a near miss offers buttons to the caller alone, and the button answers', async () => {
    const scene = await stage();
    for (const near of ['C-CAR08', 'C-CAR88X', 'C-CAR038']) {
      const reply = await run(scene, 'abstract', { candidate: near });
      expect(title(reply)).toBe('❓ Did you mean…?');
      expect(reply.visibleTo).toBe(scene.sandbox.investor.id);
      expect(words(reply)).not.toContain('PST');
      const picked = await press(scene, reply, 'C-CAR039');
      expect(title(picked)).toBe('C-CAR039');
      expect(words(picked)).toContain('Online only');
      expect(words(picked)).toContain('not given in this release');
    }
    expect(refused(scene)).toEqual([]);
  });

  it('/facility quotes the lines and the standards', async () => {
    const scene = await stage();
    const reply = await run(scene, 'facility');
    expect(seen(words(reply))).toContain('consisting of twelve independent cell production lines');
    expect(seen(words(reply))).toContain('both China and U.S. GMP standards');
    expect(refused(scene)).toEqual([]);
  });

  it('/pipeline keeps "approved" and "accepted" apart', async () => {
    const scene = await stage();
    const reply = await run(scene, 'pipeline');
    expect(value(reply, 'AlloJoin®')).toContain('approved');
    expect(value(reply, 'ReJoin®')).toContain('accepted');
    expect(value(reply, 'ReJoin®')).not.toContain('approved');
    expect(buttons(reply)).toEqual(expect.arrayContaining(['C-CAR088', 'C-CAR039', 'C-CAR066']));
    const one = await run(scene, 'pipeline', { program: 'allojoin' });
    expect(words(one)).toContain('AlloJoin®');
    expect(words(one)).not.toContain('C-CAR039');
    expect(refused(scene)).toEqual([]);
  });

  it('/pipeline of an unknown program lists the known ones', async () => {
    const scene = await stage();
    const reply = await run(scene, 'pipeline', { program: 'Nonesuch' });
    expect(title(reply)).toContain('Unknown');
    expect(words(reply)).toContain('Nonesuch');
    expect(words(reply)).toContain('AlloJoin®');
    expect(reply.visibleTo).toBe(scene.sandbox.investor.id);
  });

  it('/company gives name, ticker, indexes and site', async () => {
    const scene = await stage();
    const reply = await run(scene, 'company');
    for (const part of [
      'Cellular Biomedicine Group Inc.',
      'NASDAQ: CBMG',
      'Russell 3000® Index',
      'www.cellbiomedgroup.com',
    ]) {
      expect(seen(words(reply))).toContain(part);
    }
    expect(refused(scene)).toEqual([]);
  });

  it('/partners names both partners and the purpose', async () => {
    const scene = await stage();
    const reply = await run(scene, 'partners');
    for (const part of ['GE Healthcare', 'Thermo Fisher Scientific', 'improving manufacturing processes']) {
      expect(seen(words(reply))).toContain(part);
    }
    expect(refused(scene)).toEqual([]);
  });

  it('/meeting gives name, dates and that it is virtual, in the past tense', async () => {
    const scene = await stage();
    const reply = await run(scene, 'meeting');
    expect(title(reply)).toContain('American Society of Hematology (ASH) Annual Meeting');
    expect(quotations(value(reply, 'Dates') ?? '')).toEqual(['December 5-8, 2020']);
    expect(quotations(value(reply, 'Held as') ?? '')).toEqual(['virtual event']);
    expect(value(reply, '⌛ Was scheduled for')).toContain('December 5-8, 2020');
    expect(refused(scene)).toEqual([]);
  });

  it('/define gives the meaning that the release gives, and says where it gives none', async () => {
    const scene = await stage();
    const defined = await run(scene, 'define', { term: 'koa' });
    expect(quotations(value(defined, 'Stands for') ?? '')).toEqual(['Knee Osteoarthritis']);
    const former = await run(scene, 'define', { term: 'NMPA' });
    expect(quotations(value(former, 'Formerly') ?? '')).toEqual(['CFDA']);
    for (const term of ['BCMA', 'haMPC', 'IND', 'GMP']) {
      const reply = await run(scene, 'define', { term });
      expect(words(reply)).toContain(`The release uses **${term}** and does not define it.`);
      expect(buttons(reply)).toContain('Show in context');
    }
    const unknown = await run(scene, 'define', { term: 'EBITDA' });
    expect(title(unknown)).toBe('❓ Unknown term');
    expect(unknown.visibleTo).toBe(scene.sandbox.investor.id);
    const misspelt = await run(scene, 'define', { term: 'Knee Osteoartritis' });
    expect(words(misspelt)).not.toContain('Stands for');
    expect(refused(scene)).toEqual([]);
  });

  it('/release shows the text in pages to the caller, with the text as a file to the byte', async () => {
    const scene = await stage();
    const reply = await run(scene, 'release');
    expect(reply.visibleTo).toBe(scene.sandbox.investor.id);
    const [file] = reply.attachments;
    expect(file?.filename).toBe(`${SEED_ID}.txt`);
    expect(Buffer.from(file?.bytes ?? []).toString('utf8')).toBe(seed.text);
    const second = await press(scene, reply, 'Next ▶');
    expect(second.id).toBe(reply.id);
    expect(value(second, 'Page')).toMatch(/^2 of /);
    expect(second.attachments.map(({ filename }) => filename)).toEqual([`${SEED_ID}.txt`]);
    const shown = [reply, second].map((message) => seen(message.embeds[0]?.description ?? '')).join(' ');
    expect(seed.text.replace(/\s+/g, '')).toContain(shown.replace(/\s+/g, ''));
    const first = await press(scene, second, '◀ Back');
    expect(value(first, 'Page')).toMatch(/^1 of /);
    expect(refused(scene)).toEqual([]);
  });

  it('/help lists every command, to the caller alone', async () => {
    const scene = await stage();
    const reply = await run(scene, 'help');
    for (const { name, type } of scene.sandbox.commandsFor(scene.sandbox.investor)) {
      if (type === 1) expect(words(reply)).toContain(`/${name}`);
    }
    expect(reply.visibleTo).toBe(scene.sandbox.investor.id);
    expect(refused(scene)).toEqual([]);
  });

  it('/ask answers with a quotation, and refuses what is not there', async () => {
    const scene = await stage();
    const answered = await run(scene, 'ask', { question: 'What time is the C-CAR088 talk?' });
    expect(quotations(words(answered)).join(' ')).toContain('1:15pm PST');
    expect(value(answered, 'Question')).toBe('What time is the C-CAR088 talk?');
    expect(buttons(answered)).toContain('Show in context');
    const refusal = await run(scene, 'ask', { question: 'What time is C-CAR039 presented?' });
    expect(words(refusal)).toContain('Not disclosed:');
    expect(words(refusal)).not.toContain('PST');
    expect(refusal.embeds[0]?.color).not.toBe(answered.embeds[0]?.color);
    const advice = await run(scene, 'ask', { question: 'Should I buy CBMG shares?' });
    expect(title(advice)).toBe('✋ No investment advice');
    expect(advice.visibleTo).toBe(scene.sandbox.investor.id);
    expect(refused(scene)).toEqual([]);
  });
});

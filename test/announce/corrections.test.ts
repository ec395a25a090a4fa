import { describe, expect, it } from 'vitest';
import type { Release } from '../../src/knowledge/model.ts';
import { buttons, title, words } from '../e2e/harness.ts';
import { invented, posts, refused, stage } from './stage.ts';

const sale = invented('dunlavery-2025-kestrow-sale');
const correction = invented('dunlavery-2025-kestrow-sale-correction');
const retracted = (release: Release): Release => ({ ...release, status: 'retracted' });

async function announced() {
  const on = await stage();
  const { sandbox } = on;
  const role = sandbox.addRole(sandbox.guild, { name: 'Holders', mentionable: true });
  await on.run('subscribe', { channel: sandbox.questions, 'ping-role': role });
  await on.run('subscribe', { channel: sandbox.announcements, kinds: 'release' });
  on.load(sale);
  await on.settle();
  return { ...on, role };
}

describe('a correction', () => {
  it('changes the posted message visibly, links to what replaces it, and is posted once where wanted', async () => {
    const on = await announced();
    on.load(sale, correction);
    await on.settle();
    await on.settle();
    const [first, second, ...others] = posts(on, on.sandbox.questions);
    expect(others).toEqual([]);
    expect(title(first!)).toBe('⚠️ Corrected');
    expect(words(first!)).toContain(
      `https://discord.com/channels/${on.sandbox.guild.id}/${on.sandbox.questions.id}/${second!.id}`,
    );
    expect(words(first!)).toContain('📣 New release');
    expect(title(second!)).toContain('✏️ Correction');
    expect(first!.editedAt).not.toBeNull();

    const [only, ...none] = posts(on, on.sandbox.announcements);
    expect(none).toEqual([]);
    expect(title(only!)).toBe('⚠️ Corrected');
    expect(buttons(only!)).toContain('Text of the correction');
    expect(refused(on)).toEqual([]);
  });

  it('that comes while a post is still waiting marks that post, too', async () => {
    const on = await stage();
    await on.run('subscribe', { channel: on.sandbox.questions });
    on.sandbox.faults.inject({
      kind: 'drop_after_commit',
      times: 1,
      match: { method: 'POST', path: `/channels/${on.sandbox.questions.id}/messages` },
    });
    on.load(sale);
    await on.settle();
    on.load(sale, correction);
    on.advance(10_000);
    await on.settle();
    const [first, second] = posts(on, on.sandbox.questions);
    expect(title(first!)).toBe('⚠️ Corrected');
    expect(title(second!)).toContain('✏️ Correction');
  });

  it('of a release that is not known is posted where corrections are wanted', async () => {
    const on = await stage();
    await on.run('subscribe', { channel: on.sandbox.questions, kinds: 'correction' });
    on.load(correction);
    await on.settle();
    expect(posts(on, on.sandbox.questions).map(title)).toEqual([expect.stringContaining('✏️ Correction')]);
  });
});

describe('a retraction', () => {
  it('takes the words out of the posted message and is told once where corrections are wanted', async () => {
    const on = await announced();
    on.load(retracted(sale));
    await on.settle();
    await on.settle();
    const [first, second, ...others] = posts(on, on.sandbox.questions);
    expect(others).toEqual([]);
    expect(title(first!)).toBe('⛔ Retracted');
    expect(words(first!)).not.toContain(sale.headline!.text.slice(0, 30));
    expect(buttons(first!)).toEqual(['Retracted']);
    expect(title(second!)).toBe('⛔ Retracted');
    expect(posts(on, on.sandbox.announcements).map(title)).toEqual(['⛔ Retracted']);
    expect(refused(on)).toEqual([]);
  });

  it('before a post is sent keeps it from being sent', async () => {
    const on = await stage();
    await on.run('subscribe', { channel: on.sandbox.questions, kinds: 'release' });
    on.sandbox.faults.inject({
      kind: 'status',
      status: 503,
      times: 1,
      match: { method: 'POST', path: /messages$/ },
    });
    on.load(sale);
    await on.settle();
    on.load(retracted(sale));
    on.advance(60_000);
    await on.settle();
    expect(posts(on, on.sandbox.questions)).toEqual([]);
    expect(words(await on.run('status'))).toContain('the release has been retracted');
  });
});

describe('pings', () => {
  it('reach the chosen role with the post, and nobody with an edit', async () => {
    const on = await announced();
    const pinged = posts(on, on.sandbox.questions).map((message) => message.pinged);
    expect(pinged).toEqual([{ users: [], roles: [on.role.id], everyone: false }]);
    on.load(sale, correction);
    await on.settle();
    const edits = on.sandbox.exchanges.all.filter(({ method }) => method === 'PATCH');
    for (const { requestBody } of edits) {
      expect(requestBody).toMatchObject({ allowed_mentions: { parse: [] } });
      expect(JSON.stringify(requestBody)).not.toContain('"roles":');
    }
    expect(edits).toHaveLength(2);
  });

  it('are not made by anything that a release says', async () => {
    const on = await stage();
    await on.run('subscribe', { channel: on.sandbox.questions });
    const { headline: _, ...rest } = sale;
    on.load({ ...rest, id: 'loud', text: `@everyone ${sale.text}` });
    await on.settle();
    expect(posts(on, on.sandbox.questions).map(({ pinged }) => pinged)).toEqual([
      { users: [], roles: [], everyone: false },
    ]);
  });
});

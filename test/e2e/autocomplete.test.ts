import { describe, expect, it } from 'vitest';
import { inventedReleases } from '../support/invented.ts';
import { seedRelease } from '../support/seed.ts';
import { refused, type Stage, stage } from './harness.ts';

async function choices(
  { sandbox }: Stage,
  command: string,
  option: string,
  typed: string,
): Promise<string[]> {
  const seen = await sandbox.autocomplete(sandbox.investor, command, { [option]: typed }, option);
  return (seen.choices ?? []).map(({ value }) => String(value));
}

describe('autocomplete', () => {
  it('of /abstract offers candidates as they are typed, and the nearest for a near miss', async () => {
    const scene = await stage();
    expect(await choices(scene, 'abstract', 'candidate', '')).toEqual(['C-CAR088', 'C-CAR039', 'C-CAR066']);
    expect(await choices(scene, 'abstract', 'candidate', 'c car 03')).toEqual(['C-CAR039']);
    expect(await choices(scene, 'abstract', 'candidate', 'myeloma')).toEqual(['C-CAR088']);
    expect(await choices(scene, 'abstract', 'candidate', 'C-CAR038')).toContain('C-CAR039');
    expect(refused(scene)).toEqual([]);
  });

  it('of /pipeline offers programs and candidates', async () => {
    const scene = await stage();
    expect(await choices(scene, 'pipeline', 'program', '')).toEqual(
      expect.arrayContaining(['C-CAR088', 'AlloJoin®', 'ReJoin®']),
    );
    expect(await choices(scene, 'pipeline', 'program', 'rejoin')).toEqual(['ReJoin®']);
  });

  it('of /define offers terms, by their meaning too', async () => {
    const scene = await stage();
    expect((await choices(scene, 'define', 'term', 'ko'))[0]).toBe('KOA');
    expect(await choices(scene, 'define', 'term', 'osteo')).toContain('KOA');
    expect(await choices(scene, 'define', 'term', 'bcma')).toContain('BCMA');
  });

  it('of /ask offers questions about what is loaded, and what is typed comes first', async () => {
    const scene = await stage();
    expect((await choices(scene, 'ask', 'question', 'what time')).slice(0, 1)).toEqual([
      expect.stringMatching(/^What time .*C-CAR088/),
    ]);
  });

  it('never has more or longer choices than Discord takes, nor the same twice', async () => {
    const scene = await stage({ releases: [seedRelease(), ...inventedReleases()] });
    const { sandbox } = scene;
    for (const [command, option] of [
      ['abstract', 'candidate'],
      ['pipeline', 'program'],
      ['define', 'term'],
      ['ask', 'question'],
    ] as const) {
      for (const typed of ['', 'a', '1', '***', '\u202e', 'the', 'x'.repeat(100)]) {
        const seen = await sandbox.autocomplete(sandbox.investor, command, { [option]: typed }, option);
        expect(seen.state).toBe('choices');
        const names = (seen.choices ?? []).map(({ name }) => name);
        expect(names.length).toBeLessThanOrEqual(25);
        expect(new Set(seen.choices?.map(({ value }) => value)).size).toBe(names.length);
      }
    }
    expect(refused(scene)).toEqual([]);
  });

  it('offers nothing, and breaks nothing, when it fails', async () => {
    const scene = await stage({
      engineFor: () => ({
        ask: () => ({ outcome: 'no_release', subject: '' }),
        suggest: () => {
          throw new Error('index lost');
        },
      }),
    });
    expect(await choices(scene, 'ask', 'question', 'when')).toEqual([]);
    expect(scene.logged.find(({ msg }) => msg === 'a fault while completing')?.err?.message).toBe(
      'index lost',
    );
  });

  it('shows nothing of a release that is not published', async () => {
    const scene = await stage({ releases: [{ ...seedRelease(), status: 'retracted' }] });
    expect(await choices(scene, 'abstract', 'candidate', '')).toEqual([]);
    expect(await choices(scene, 'define', 'term', 'KOA')).toEqual([]);
    expect(await choices(scene, 'ask', 'question', '')).toEqual([]);
  });
});

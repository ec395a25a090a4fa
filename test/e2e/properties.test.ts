import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/sandbox/server.ts';
import { inventedReleases } from '../support/invented.ts';
import { quotations } from '../support/reading.ts';
import { seedRelease } from '../support/seed.ts';
import { answerIn, refused, run, type Stage, stage } from './harness.ts';

const releases = [seedRelease(), ...inventedReleases()];
const texts = releases.map(({ text }) => text);

/** Words of the releases, of questions, and of people who mean no good, in any order. */
const word = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(...texts.flatMap((text) => text.split(/\s+/)).filter((one) => one.length > 1)),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(
      'when',
      'what',
      'who',
      'where',
      'how many',
      'is',
      'the',
      'of',
      'time',
      'C-CAR088',
      '039',
      'CBMG',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      '**',
      '> ',
      '@everyone',
      '<@1>',
      '[x](https://evil.example)',
      '\u202e',
      '\u200b',
      '```',
      '||',
      '# ',
      'ignore all rules',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
);
const typed = fc
  .array(word, { minLength: 1, maxLength: 12 })
  .map((words) => words.join(' ').slice(0, 100))
  .filter((words) => words.trim() !== '');

/** Every quotation that the message shows, as its reader sees it. */
function shownQuotations(message: Message): string[] {
  return message.embeds.flatMap(({ description, fields }) =>
    [description ?? '', ...(fields ?? []).map(({ value }) => value)].flatMap(quotations),
  );
}

function expectQuotes(message: Message): void {
  for (const quotation of shownQuotations(message)) {
    expect(
      texts.some((text) => text.includes(quotation)),
      quotation,
    ).toBe(true);
  }
}

async function forAny(scene: Stage, check: (words: string) => Promise<void>, numRuns: number): Promise<void> {
  await fc.assert(fc.asyncProperty(typed, check), { numRuns });
  expect(refused(scene)).toEqual([]);
  expect(scene.logged.filter(({ level }) => level >= 50)).toEqual([]);
}

describe('whatever is typed', () => {
  it('in a command, what is shown as a quotation stands in a release, and Discord takes the message', async () => {
    const scene = await stage({ releases });
    const options = [
      ['ask', 'question'],
      ['abstract', 'candidate'],
      ['define', 'term'],
      ['pipeline', 'program'],
    ] as const;
    await forAny(
      scene,
      async (words) => {
        for (const [command, option] of options) expectQuotes(await run(scene, command, { [option]: words }));
      },
      60,
    );
  }, 60_000);

  it('in a message, likewise, and nobody is pinged', async () => {
    const scene = await stage({ releases, issuer: 'CBMG' });
    const { sandbox } = scene;
    const channel = sandbox.directChannel(sandbox.investor);
    await forAny(
      scene,
      async (words) => {
        const reply = await answerIn(scene, channel, await sandbox.directMessage(sandbox.investor, words));
        expectQuotes(reply);
        expect(reply.pinged).toEqual({ users: [], roles: [], everyone: false });
      },
      60,
    );
  }, 60_000);

  it('finds nothing of a release that is not published', async () => {
    const hidden = releases.map((release) => ({ ...release, status: 'retracted' as const }));
    const scene = await stage({ releases: hidden });
    await forAny(
      scene,
      async (words) => {
        for (const [command, option] of [
          ['ask', 'question'],
          ['abstract', 'candidate'],
          ['define', 'term'],
        ] as const) {
          expect(shownQuotations(await run(scene, command, { [option]: words }))).toEqual([]);
        }
      },
      20,
    );
  }, 60_000);
});

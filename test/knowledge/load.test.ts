import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { check } from '../../src/cli/check.ts';
import { formatFault, type Knowledge, loadKnowledge } from '../../src/knowledge/load.ts';
import { type KnowledgeWatch, watchKnowledge } from '../../src/knowledge/watch.ts';

const TEXT =
  'Orlanth Opens Plant\n\nOSLO, May 5, 2025 /PRNewswire/ -- Orlanth Inc. (Nasdaq: ORLN) today opened a plant.\n';

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'footnote-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

const write = (name: string, content: string | Buffer): void => writeFileSync(join(dir, name), content);
const faults = async (): Promise<string[]> =>
  (await loadKnowledge(dir)).faults.map((fault) => formatFault(fault).replace(`${dir}/`, ''));

describe('loading', () => {
  test('a .txt without a sidecar loads from its text alone; its stem is its id', async () => {
    write('orlanth-2025.txt', TEXT);
    const { releases } = await loadKnowledge(dir);
    expect(releases.map(({ id, publishedAt, issuer }) => [id, publishedAt, issuer.name?.text])).toEqual([
      ['orlanth-2025', '2025-05-05', 'Orlanth Inc.'],
    ]);
  });

  test('the sidecar adds what the text cannot say', async () => {
    write('a.txt', TEXT);
    write(
      'a.yaml',
      'sourceLink: https://orlanth.com/news/1\npublishedAt: 2025-05-06\naliases:\n  issuer: [Orly]\n',
    );
    const [loaded] = (await loadKnowledge(dir)).releases;
    expect(loaded?.sourceLink).toBe('https://orlanth.com/news/1');
    expect(loaded?.publishedAt).toBe('2025-05-06');
    expect(loaded?.issuer.aliases).toEqual(['Orly']);
  });

  test.each([
    [
      'an unknown key',
      'sourceNote: ours\nsource_link: https://a.org\n',
      'a.yaml:2: unknown key "source_link"',
    ],
    [
      'an unknown key inside',
      'aliases:\n  issuer: [Orly]\n  products: [x]\n',
      'a.yaml:3: unknown key "products"',
    ],
    [
      'a link that is not https',
      'status: published\nsourceLink: http://orlanth.com/1\n',
      'a.yaml:2: sourceLink: a link starts with https://',
    ],
    ['a day that does not exist', '\n\npublishedAt: 2025-02-30\n', 'a.yaml:3: publishedAt: no such day'],
    [
      'a date in words',
      'publishedAt: May 5\n',
      'a.yaml:1: publishedAt: a date is YYYY-MM-DD, or a date-time with its zone',
    ],
    ['an unknown status', 'kind: original\nstatus: hidden\n', 'a.yaml:2: status: '],
    ['yaml that cannot be read', 'kind: original\nstatus: "published\n', 'a.yaml:'],
  ])('refuses %s at its line', async (_, yaml, fault) => {
    write('a.txt', TEXT);
    write('a.yaml', yaml);
    write('b.txt', TEXT);
    const found = await faults();
    expect(
      found.some((line) => line.startsWith(fault)),
      found.join('\n'),
    ).toBe(true);
    expect((await loadKnowledge(dir)).releases.map(({ id }) => id)).toEqual(['b']);
  });

  test('refuses empty text, text that is not UTF-8, and a sidecar without a text', async () => {
    write('empty.txt', ' \n ');
    write('latin.txt', Buffer.from('Orlanth\nOpens caf\xe9\n', 'latin1'));
    write('stray.yaml', 'kind: original\n');
    write('good.txt', TEXT);
    expect(await faults()).toEqual([
      'empty.txt:1: text is empty',
      'latin.txt:2: text is not UTF-8',
      'stray.yaml:1: there is no stray.txt beside it',
    ]);
    expect((await loadKnowledge(dir)).releases.map(({ id }) => id)).toEqual(['good']);
  });

  test('reads archives, plain and gzipped, and names the line of what it cannot read', async () => {
    write(
      'a.jsonl',
      `${JSON.stringify({ id: 'one', text: TEXT })}\nnonsense\n${JSON.stringify({ id: 'two' })}\n`,
    );
    write('b.jsonl.gz', gzipSync(`${JSON.stringify({ id: 'three', archived: '2025-05-05', text: TEXT })}\n`));
    write('c.jsonl.gz', gzipSync(TEXT).subarray(0, 40));
    const { releases } = await loadKnowledge(dir);
    expect(releases.map(({ id }) => id)).toEqual(['one', 'three']);
    const found = await faults();
    expect(found.slice(0, 2)).toEqual([
      'a.jsonl:2: not a JSON object',
      'a.jsonl:3: needs an "id" and a "text", both strings',
    ]);
    expect(found[2]).toMatch(/^c\.jsonl\.gz:\d+: /);
  });

  test('refuses the second of two equal ids', async () => {
    write('one.txt', TEXT);
    write('z.jsonl', `${JSON.stringify({ id: 'one', text: TEXT })}\n`);
    expect(await faults()).toEqual([`z.jsonl:1: id "one" is already taken by ${join(dir, 'one.txt')}`]);
    expect((await loadKnowledge(dir)).releases).toHaveLength(1);
  });

  test('a retracted release is not among the published', async () => {
    write('a.txt', TEXT);
    write('a.yaml', 'status: retracted\n');
    const { releases, retracted } = await loadKnowledge(dir);
    expect([releases.length, retracted.map(({ id }) => id)]).toEqual([0, ['a']]);
  });

  test('a correction finds the release whose headline it names', async () => {
    write('first.txt', TEXT);
    write(
      'second.txt',
      `/C O R R E C T I O N -- Orlanth Inc./\nPR Newswire\n\nOSLO, May 6, 2025\n\nIn the news release, ORLANTH OPENS PLANT, issued 05-May-2025 by Orlanth Inc. over PR Newswire, the place should read "Bergen". The complete, corrected release follows:\n\nOrlanth Opens Plant in Bergen\n\nOSLO, May 6, 2025 /PRNewswire/ -- Orlanth Inc. (Nasdaq: ORLN) today opened a plant.\n`,
    );
    const { releases } = await loadKnowledge(dir);
    const correction = releases.find(({ id }) => id === 'second');
    expect([correction?.kind, correction?.supersedes]).toEqual(['correction', 'first']);
    expect(correction?.headline?.text).toBe('Orlanth Opens Plant in Bergen');
  });

  test('an update that names no original finds the one of its headline', async () => {
    write('first.txt', TEXT);
    write('second.txt', TEXT.replace('Orlanth Opens', 'UPDATE: Orlanth Opens').replace('May 5', 'May 7'));
    const update = (await loadKnowledge(dir)).releases.find(({ id }) => id === 'second');
    expect([update?.kind, update?.supersedes]).toEqual(['update', 'first']);
  });

  test('a directory that does not exist is a fault', async () => {
    const gone = join(dir, 'gone');
    expect((await loadKnowledge(gone)).faults.map(formatFault)).toEqual([`${gone}:1: no such directory`]);
  });
});

describe('check', () => {
  test('prints each fault on its line and fails; passes where there is none', async () => {
    const printed = vi.spyOn(console, 'log').mockImplementation(() => {});
    vi.spyOn(console, 'error').mockImplementation(() => {});
    write('a.txt', TEXT);
    expect(await check([dir])).toBe(0);
    expect(printed).not.toHaveBeenCalled();
    write('a.yaml', 'nope: 1\n');
    expect(await check([dir])).toBe(1);
    expect(printed.mock.calls).toEqual([[`${dir}/a.yaml:1: unknown key "nope"`]]);
    vi.restoreAllMocks();
  });
});

describe('watching', () => {
  let watch: KnowledgeWatch | undefined;
  afterEach(() => watch?.close());

  /** Makes a change and waits for the knowledge that it brings. */
  const changed = async (seen: Knowledge[], change: () => void): Promise<Knowledge> => {
    const before = seen.length;
    change();
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(before), { timeout: 5000 });
    return seen.at(-1)!;
  };

  test('brings new files, keeps the last good version of a bad one, and drops what is retracted or gone', async () => {
    write('a.txt', TEXT);
    const seen: Knowledge[] = [];
    watch = await watchKnowledge(dir, (knowledge) => seen.push(knowledge), { settleMs: 40 });
    expect(watch.knowledge.releases.map(({ id }) => id)).toEqual(['a']);
    const ids = ({ releases }: Knowledge): string[] => releases.map(({ id }) => id).sort();

    expect(ids(await changed(seen, () => write('b.txt', TEXT)))).toEqual(['a', 'b']);
    const bad = await changed(seen, () => write('a.yaml', 'nope: 1\n'));
    expect([ids(bad), bad.faults.length]).toEqual([['a', 'b'], 1]);
    const retracted = await changed(seen, () => write('a.yaml', 'status: retracted\n'));
    expect([ids(retracted), retracted.retracted.map(({ id }) => id)]).toEqual([['b'], ['a']]);
    expect(ids(await changed(seen, () => unlinkSync(join(dir, 'b.txt'))))).toEqual([]);
  });
});

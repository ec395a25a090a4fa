import { readdirSync, readFileSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

interface Import {
  readonly file: string;
  /** A path in the project, or the name of a package. */
  readonly target: string;
}

const files = ['src', 'commands']
  .flatMap((room) =>
    readdirSync(room, { recursive: true, encoding: 'utf8' }).map((path) => `${room}/${path}`),
  )
  .filter((path) => path.endsWith('.ts'))
  .sort();
const imports: readonly Import[] = files.flatMap((file) => {
  const text = readFileSync(file, 'utf8');
  const targets = [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1] ?? '');
  return targets.map((target) => ({
    file,
    target: target.startsWith('.') ? relative('.', resolve(dirname(file), target)) : target,
  }));
});

const inside = (path: string, ...places: string[]) =>
  places.some((place) => path === place || path.startsWith(`${place}/`));
const ours = ({ target }: Import) => inside(target, 'src', 'commands', 'test', 'bench');

function offenders(from: (file: string) => boolean, allowed: (one: Import) => boolean): string[] {
  return imports
    .filter((one) => from(one.file) && !allowed(one))
    .map(({ file, target }) => `${file} imports ${target}`);
}

describe('imports point one way', () => {
  it('are seen at all', () => {
    expect(imports).toContainEqual({ file: 'src/main.ts', target: 'src/config.ts' });
    expect(imports).toContainEqual({ file: 'src/main.ts', target: 'src/sandbox/server.ts' });
    expect(imports.length).toBeGreaterThan(200);
  });

  const rooms: readonly [room: string, ...mayImport: string[]][] = [
    ['src/knowledge', 'src/knowledge'],
    ['src/answer', 'src/answer', 'src/knowledge'],
    ['src/present', 'src/present', 'src/answer', 'src/knowledge'],
    ['commands', 'commands', 'src/answer', 'src/knowledge', 'src/present'],
    ['src/sandbox', 'src/sandbox'],
  ];
  it.each(rooms)('%s imports of ours only what stands below it', (room, ...mayImport) => {
    expect(
      offenders(
        (file) => inside(file, room),
        (one) => !ours(one) || inside(one.target, ...mayImport),
      ),
    ).toEqual([]);
  });

  it('only main imports the sandbox', () => {
    const others = (file: string) => !inside(file, 'src/sandbox') && file !== 'src/main.ts';
    expect(offenders(others, ({ target }) => !inside(target, 'src/sandbox'))).toEqual([]);
  });

  it('discord.js is known to present, commands, discord and announce alone, and to the deploying command', () => {
    const rooms = ['src/present', 'commands', 'src/discord', 'src/announce', 'src/cli/deploy.ts'];
    expect(
      offenders(
        (file) => !inside(file, ...rooms),
        ({ target }) => !/^discord\.js|^@discordjs/.test(target),
      ),
    ).toEqual([]);
  });

  it('config alone reads the environment', () => {
    const readers = files.filter((file) => /process\.env\b/.test(readFileSync(file, 'utf8')));
    expect(readers).toEqual(['src/config.ts']);
  });

  it('the variables of the configuration are those of .env.example', () => {
    const read = [...readFileSync('src/config.ts', 'utf8').matchAll(/^ {2}([A-Z_]+):/gm)].map(
      (match) => match[1],
    );
    const explained = [...readFileSync('.env.example', 'utf8').matchAll(/^([A-Z_]+)=/gm)].map(
      (match) => match[1],
    );
    expect(explained.sort()).toEqual(read.sort());
    expect(read.length).toBeGreaterThan(3);
  });
});

import { beforeAll, describe, expect, it } from 'vitest';
import { buildCorpus } from '../../../src/answer/index/corpus.ts';
import { buildScope, type Scope } from '../../../src/answer/index/scope.ts';
import { readWord } from '../../../src/answer/question/spelling.ts';
import { loadKnowledge } from '../../../src/knowledge/load.ts';

let scope: Scope;

beforeAll(async () => {
  const { releases } = await loadKnowledge('test/fixtures/releases');
  scope = buildScope(
    buildCorpus(releases),
    releases.map((_, index) => index),
  );
});

function read(word: string): string {
  return readWord(word, scope).forms.join(' ');
}

describe('readWord', () => {
  it.each([
    ['presentaton', 'presentation'],
    ['aproval', 'approval'],
    ['teh', 'the'],
    ['wich', 'which'],
    ['recieve', 'receive'],
    ['untill', 'until'],
    ['dividned', 'dividend'],
    ['finacial', 'financial'],
    ['aquisition', 'acquisition'],
    ['headquaters', 'headquarters'],
    ['warrents', 'warrants'],
    ['pateint', 'patient'],
    ['tommorow', 'tomorrow'],
    ['manger', 'manager'],
    ['preso', 'presentation'],
    ['qtr', 'quarter'],
    ['mgmt', 'management'],
    ['ppl', 'people'],
  ])('reads %s as %s', (typed, meant) => {
    expect(read(typed)).toBe(meant);
  });

  it.each([
    ['ostrevic', 'ostrevik'],
    ['dunlavrey', 'dunlavery'],
    ['marowtide', 'marrowtide'],
    ['castermor', 'castermoor'],
  ])('repairs the name %s', (typed, name) => {
    expect(read(typed)).toBe(name);
  });

  it.each([
    'patents',
    'patients',
    'margin',
    'married',
    'filling',
    'filing',
    'weather',
    'dose',
    'loss',
    'costs',
  ])('leaves the word %s as it is', (word) => {
    expect(read(word)).toBe(word);
  });

  it.each(['costco', 'pfizer', 'nvidia', 'amgen'])(
    'takes the unknown name %s for no word of ours',
    (name) => {
      expect(read(name)).toBe(name);
    },
  );

  it.each(['ccar088', 'k242917', '2025', 'fp014', 'mtg018'])('never changes digits: %s', (code) => {
    expect(read(code)).toBe(code);
  });
});

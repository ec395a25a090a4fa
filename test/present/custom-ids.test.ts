import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Action,
  decodeAction,
  encodeAction,
  releaseByKey,
  releaseKey,
} from '../../src/present/custom-ids.ts';
import { LIMITS } from '../../src/present/limits.ts';
import { seedRelease } from '../support/seed.ts';

const span = fc
  .tuple(fc.nat(900_000), fc.integer({ min: 1, max: 5_000 }))
  .map(([start, length]) => ({ start, end: start + length }));
const release = fc.oneof(fc.constant('cbmg-2020-12-04'), fc.string({ minLength: 1, maxLength: 200 }));
const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    kind: fc.constant('context' as const),
    release,
    spans: fc.array(span, { minLength: 1, maxLength: 12 }),
  }),
  fc.record({
    kind: fc.constant('context' as const),
    release,
    spans: fc.array(span, { minLength: 1, maxLength: 2 }),
    subject: span,
  }),
  fc.record({ kind: fc.constantFrom('page' as const, 'turn' as const), release, page: fc.nat(9_999) }),
  fc.record({
    kind: fc.constantFrom('abstract' as const, 'define' as const, 'ask' as const),
    release,
    at: span,
  }),
  fc.record({ kind: fc.constant('command' as const), release, command: fc.constant('facility') }),
);

describe('custom ids', () => {
  it('fit, and say all that the action needs', () => {
    fc.assert(
      fc.property(action, (made) => {
        const id = encodeAction(made);
        expect(id.length).toBeLessThanOrEqual(LIMITS.customId);
        const read = decodeAction(id);
        expect(read?.kind).toBe(made.kind);
        expect(read?.release).toBe(releaseKey(made.release));
        if (made.kind === 'context' && read?.kind === 'context') {
          expect(read.subject).toEqual('subject' in made ? made.subject : undefined);
          expect(Math.min(...read.spans.map(({ start }) => start))).toBe(
            Math.min(...made.spans.map(({ start }) => start)),
          );
        } else if (made.kind !== 'context') {
          expect(read).toEqual({ ...made, release: releaseKey(made.release) });
        }
      }),
    );
  });

  it('start with a version', () => {
    expect(encodeAction({ kind: 'page', release: 'a', page: 1 })).toBe('v1:page:a:1');
  });

  it.each([
    '',
    'v0:page:a:1',
    'v2:page:a:1',
    'v1',
    'v1:page',
    'v1:page:a',
    'v1:page:a:-1',
    'v1:page:a:1:2',
    'v1:ctx:a:9-3',
    'v1:ctx:a:',
    'v1:ctx:../../etc:1-2',
    'v1:abs:a:1-2:3-4',
    'v1:nothing:a:1-2',
    'v1:cmd:a:rm -rf',
    'v1:ctx:a:1-2:3-4:5',
  ])('of another make are not read: “%s”', (id) => {
    expect(decodeAction(id)).toBeUndefined();
  });

  it('find a release by a long id that had to be hashed', () => {
    const long = { ...seedRelease(), id: `https://example.com/${'x'.repeat(150)}` };
    expect(releaseByKey(releaseKey(long.id), [seedRelease(), long])).toBe(long);
    expect(releaseByKey('~unknown', [long])).toBeUndefined();
  });
});

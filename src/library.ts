import type { Engine } from './answer/engine.ts';
import type { Release } from './knowledge/model.ts';

/** The published releases and the engine over them, always of the same moment. */
export interface Shelf {
  readonly releases: readonly Release[];
  readonly engine: Engine;
}

/** What the bot reads from: swapped as a whole when releases change, so that no answer sees half a change. */
export interface Library {
  readonly current: () => Shelf;
  readonly replace: (releases: readonly Release[]) => void;
}

/** A library over the releases; whatever is not published is left out before anything can see it. */
export function createLibrary(
  releases: readonly Release[],
  engineFor: (published: readonly Release[]) => Engine,
): Library {
  const shelve = (all: readonly Release[]): Shelf => {
    const published = all.filter(({ status }) => status === 'published');
    return { releases: published, engine: engineFor(published) };
  };
  let shelf = shelve(releases);
  return {
    current: () => shelf,
    replace: (all) => {
      shelf = shelve(all);
    },
  };
}

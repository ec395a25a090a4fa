import type { Context } from '../../commands/command.ts';
import { helpEntries } from '../../commands/index.ts';
import type { Library } from '../library.ts';
import type { Logger } from '../logger.ts';

/** What the Discord side works with. */
export interface Services {
  readonly library: Library;
  readonly log: Logger;
  readonly issuer?: string;
  readonly clock: () => Date;
}

/** What a command sees at this moment. */
export function contextNow({ library, issuer, clock }: Services): Context {
  return { ...library.current(), ...(issuer ? { issuer } : {}), now: clock(), help: helpEntries() };
}

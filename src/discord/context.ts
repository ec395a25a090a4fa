import type { Context } from '../../commands/command.ts';
import type { AnnouncementDesk } from '../../commands/desk.ts';
import { helpEntries } from '../../commands/index.ts';
import type { Library } from '../library.ts';
import type { Logger } from '../logger.ts';

/** What the Discord side works with. */
export interface Services {
  readonly library: Library;
  readonly log: Logger;
  readonly issuer?: string;
  readonly clock: () => Date;
  readonly announcements?: AnnouncementDesk;
}

/** What a command sees at this moment. */
export function contextNow({ library, issuer, clock, announcements }: Services): Context {
  return {
    ...library.current(),
    ...(issuer ? { issuer } : {}),
    ...(announcements ? { announcements } : {}),
    now: clock(),
    help: helpEntries(),
  };
}

import { EventEmitter } from 'node:events';
import type { Exchange } from './rest/exchanges.ts';
import type { Seen } from './user/seen.ts';
import type { Channel, Guild, Member, Message, Role, ScheduledEvent, User } from './world/model.ts';

export type Change = 'created' | 'edited' | 'deleted';

/** What happens in the sandbox, for the gateway, for tests that wait, and for a page that shows it. */
export interface SandboxEvents {
  exchange: [Exchange];
  message: [{ change: Change; message: Message }];
  guild: [{ change: Change; guild: Guild }];
  channel: [{ change: Change; channel: Channel }];
  role: [{ change: Change; guild: Guild; role: Role }];
  member: [{ change: Change; guild: Guild; member: Member; user: User }];
  scheduledEvent: [{ change: Change; event: ScheduledEvent }];
  /** What a user sees of an interaction has changed. */
  interaction: [Seen];
  /** The list of registered commands has changed; `guildId` absent means the global list. */
  commands: [{ guildId?: string }];
  typing: [{ channel: Channel; user: User }];
  /** The bot's sessions on the gateway: connected, ready, resumed or gone. */
  session: [{ change: 'ready' | 'resumed' | 'disconnected' | 'closed'; sessionId: string; shard: number }];
  presence: [{ status: string; activities: readonly unknown[] }];
}

export type Events = EventEmitter<SandboxEvents>;

export function createEvents(): Events {
  const events: Events = new EventEmitter();
  // Every test that waits for something listens for a moment: no warning at eleven.
  events.setMaxListeners(0);
  return events;
}

/**
 * Resolves with what `look` first returns other than undefined, now or after any `event`.
 * @throws after `milliseconds`, naming `what` was awaited.
 */
export async function waitFor<Event extends keyof SandboxEvents, Found>(
  events: Events,
  event: Event,
  look: () => Found | undefined,
  milliseconds: number,
  what: string,
): Promise<Found> {
  const present = look();
  if (present !== undefined) return present;
  return new Promise((resolve, reject) => {
    const emitter: EventEmitter = events;
    const finish = () => {
      clearTimeout(timer);
      emitter.off(event, check);
    };
    const check = () => {
      try {
        const found = look();
        if (found === undefined) return;
        finish();
        resolve(found);
      } catch (cause) {
        finish();
        reject(cause);
      }
    };
    const timer = setTimeout(() => {
      finish();
      reject(new Error(`No ${what} within ${milliseconds} ms`));
    }, milliseconds);
    emitter.on(event, check);
  });
}

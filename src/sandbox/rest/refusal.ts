import { nestViolations, type Violation } from '../rules/violation.ts';

/**
 * Discord's JSON error codes with their HTTP status and words
 * (docs: topics/opcodes-and-status-codes#json).
 */
const REFUSALS = {
  notFound: { status: 404, code: 0, message: '404: Not Found' },
  unauthorized: { status: 401, code: 0, message: '401: Unauthorized' },
  unknownApplication: { status: 404, code: 10002, message: 'Unknown Application' },
  unknownChannel: { status: 404, code: 10003, message: 'Unknown Channel' },
  unknownGuild: { status: 404, code: 10004, message: 'Unknown Guild' },
  unknownMember: { status: 404, code: 10007, message: 'Unknown Member' },
  unknownMessage: { status: 404, code: 10008, message: 'Unknown Message' },
  unknownRole: { status: 404, code: 10011, message: 'Unknown Role' },
  unknownUser: { status: 404, code: 10013, message: 'Unknown User' },
  unknownWebhook: { status: 404, code: 10015, message: 'Unknown Webhook' },
  unknownInteraction: { status: 404, code: 10062, message: 'Unknown interaction' },
  unknownCommand: { status: 404, code: 10063, message: 'Unknown application command' },
  unknownScheduledEvent: { status: 404, code: 10070, message: 'Unknown Guild Scheduled Event' },
  tooManyCommands: {
    status: 400,
    code: 30032,
    message: 'Maximum number of application commands reached (100)',
  },
  tooManyScheduledEvents: {
    status: 400,
    code: 30038,
    message: 'Maximum number of uncompleted guild scheduled events reached (100)',
  },
  tooLarge: { status: 413, code: 40005, message: 'Request entity too large' },
  alreadyCrossposted: { status: 400, code: 40033, message: 'This message has already been crossposted.' },
  alreadyAcknowledged: { status: 400, code: 40060, message: 'Interaction has already been acknowledged.' },
  missingAccess: { status: 403, code: 50001, message: 'Missing Access' },
  notYourMessage: { status: 403, code: 50005, message: 'Cannot edit a message authored by another user' },
  emptyMessage: { status: 400, code: 50006, message: 'Cannot send an empty message' },
  cannotDirectMessage: { status: 403, code: 50007, message: 'Cannot send messages to this user' },
  missingPermissions: { status: 403, code: 50013, message: 'Missing Permissions' },
  wrongChannelType: { status: 400, code: 50024, message: 'Cannot execute action on this channel type' },
  invalidWebhookToken: { status: 401, code: 50027, message: 'Invalid Webhook Token' },
  invalidRecipient: { status: 400, code: 50033, message: 'Invalid Recipient(s)' },
  invalidJson: { status: 400, code: 50109, message: 'The request body contains invalid JSON.' },
  cannotReply: {
    status: 400,
    code: 160002,
    message: 'Cannot reply without permission to read message history',
  },
} as const;

export type RefusalName = keyof typeof REFUSALS;

export interface RefusalBody {
  readonly code: number;
  readonly message: string;
  readonly errors?: unknown;
  /** Seconds, in a 429. */
  readonly retry_after?: number;
  readonly global?: boolean;
}

/** Thrown by a route to answer with a Discord error; the one place that catches it writes the answer. */
export class Refusal extends Error {
  readonly status: number;
  readonly body: RefusalBody;
  readonly violations: readonly Violation[];

  constructor(status: number, body: RefusalBody, violations: readonly Violation[] = []) {
    super(body.message);
    this.status = status;
    this.body = body;
    this.violations = violations;
  }
}

export function refusal(name: RefusalName): Refusal {
  const { status, code, message } = REFUSALS[name];
  return new Refusal(status, { code, message });
}

/** 50035 with the violations nested by path, as Discord reports them. */
export function invalidForm(violations: readonly Violation[]): Refusal {
  const body = { code: 50035, message: 'Invalid Form Body', errors: nestViolations(violations) };
  return new Refusal(400, body, violations);
}

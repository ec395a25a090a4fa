import type { Component, Embed } from '../world/model.ts';
import { checkComponents } from './components.ts';
import { checkEmbeds, isEmptyEmbed } from './embeds.ts';
import { Limit, MessageFlag } from './limits.ts';
import { checkSchema } from './schema.ts';
import { tooLong, type Violation } from './violation.ts';

export interface AllowedMentions {
  readonly parse?: readonly ('users' | 'roles' | 'everyone')[] | null;
  readonly users?: readonly string[] | null;
  readonly roles?: readonly string[] | null;
  readonly replied_user?: boolean | null;
}

/** A message as a request brings it, after its schema was checked. */
export interface MessageBody {
  readonly content?: string | null;
  readonly embeds?: readonly Embed[] | null;
  readonly components?: readonly Component[] | null;
  readonly attachments?:
    | readonly {
        readonly id: string | number;
        readonly filename?: string | null;
        readonly description?: string | null;
      }[]
    | null;
  readonly allowed_mentions?: AllowedMentions | null;
  readonly flags?: number | null;
  readonly nonce?: string | number | null;
  readonly enforce_nonce?: boolean | null;
  readonly message_reference?: {
    readonly message_id: string;
    readonly channel_id?: string | null;
    readonly fail_if_not_exists?: boolean | null;
  } | null;
  readonly poll?: unknown;
  readonly sticker_ids?: readonly string[] | null;
}

/** discord.js puts these into every message it sends; the published schema lists them only where they count. */
const SENT_BY_DISCORD_JS = ['tts', 'nonce', 'enforce_nonce'];

/** Checks a message against a published schema and against the rules that the schema lacks. */
export async function checkMessage(schema: string, body: unknown): Promise<Violation[]> {
  const violations = (await checkSchema(schema, body)).filter((violation) => {
    const unknown = violation.code === 'UNKNOWN_KEY' && violation.path.length === 1;
    return !(unknown && SENT_BY_DISCORD_JS.includes(String(violation.path[0])));
  });
  // The rules read what the schema promises: a body of another shape is refused for that alone.
  if (violations.some((violation) => violation.code === 'BASE_TYPE_INVALID')) return violations;
  return [...violations, ...messageRules(body as MessageBody)];
}

function messageRules(body: MessageBody): Violation[] {
  const flags = body.flags ?? 0;
  const found = [...checkEmbeds(body.embeds ?? []), ...checkComponents(body.components ?? [], flags)];
  if ((body.content?.length ?? 0) > Limit.content) found.push(tooLong(['content'], Limit.content));
  const mentions = body.allowed_mentions;
  if (mentions?.parse?.includes('users') && mentions.users?.length) found.push(exclusiveMentions('users'));
  if (mentions?.parse?.includes('roles') && mentions.roles?.length) found.push(exclusiveMentions('roles'));
  if (flags & MessageFlag.componentsV2) {
    for (const key of ['content', 'embeds', 'poll'] as const) {
      const value = body[key];
      if (value === undefined || value === null || (Array.isArray(value) && value.length === 0)) continue;
      found.push({
        path: [key],
        code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
        message: `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
      });
    }
  }
  if (body.enforce_nonce && (body.nonce === undefined || body.nonce === null)) {
    found.push({ path: ['nonce'], code: 'BASE_TYPE_REQUIRED', message: 'This field is required' });
  }
  return found;
}

/** Whether nothing of the message would show. */
export function isEmptyMessage(body: MessageBody, fileCount: number): boolean {
  return (
    !body.content?.trim() &&
    !body.embeds?.some((embed) => !isEmptyEmbed(embed)) &&
    !body.components?.length &&
    !body.attachments?.length &&
    !body.sticker_ids?.length &&
    !body.poll &&
    fileCount === 0
  );
}

function exclusiveMentions(key: 'users' | 'roles'): Violation {
  return {
    path: ['allowed_mentions'],
    code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE',
    message: `parse:["${key}"] and ${key}: [ids...] are mutually exclusive.`,
  };
}

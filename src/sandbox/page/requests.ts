import { z } from 'zod';
import { type Request, ROLES } from './protocol.ts';

const id = z.string().max(40);
const options = z.record(z.string().max(32), z.union([z.string().max(6_000), z.number(), z.boolean()]));
const placed = { channel: id };
const onMessage = { ...placed, message: id };

const requestSchema = z.object({
  id: z.number().int(),
  act: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('play'), role: z.enum(ROLES) }),
    z.object({
      kind: z.literal('say'),
      ...placed,
      content: z.string().max(4_000),
      replyTo: id.optional(),
      ping: z.boolean().optional(),
    }),
    z.object({ kind: z.literal('command'), ...placed, name: z.string().max(100), options }),
    z.object({
      kind: z.literal('autocomplete'),
      ...placed,
      name: z.string().max(100),
      options,
      focused: z.string().max(32),
    }),
    z.object({ kind: z.literal('click'), ...onMessage, customId: z.string().max(100) }),
    z.object({
      kind: z.literal('select'),
      ...onMessage,
      customId: z.string().max(100),
      values: z.array(z.string().max(100)).max(25),
    }),
    z.object({ kind: z.literal('menu'), ...onMessage, name: z.string().max(32) }),
    z.object({
      kind: z.literal('submit'),
      interaction: id,
      values: z.record(z.string().max(100), z.string().max(4_000)),
    }),
    z.object({ kind: z.literal('exchange'), number: z.number().int() }),
  ]),
});

/** The request that a frame carries; undefined for anything else. */
export function readRequest(frame: string): Request | undefined {
  try {
    const parsed = requestSchema.safeParse(JSON.parse(frame));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

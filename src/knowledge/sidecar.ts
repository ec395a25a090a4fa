import { z } from 'zod';
import { isoDay } from './dates.ts';

const day = z
  .string()
  .regex(
    /^\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2}))?$/,
    'a date is YYYY-MM-DD, or a date-time with its zone',
  )
  .refine((value) => isoDay(value) !== undefined && !Number.isNaN(Date.parse(value)), 'no such day');

const spellings = z.array(z.string().min(1)).min(1);

/** What a release's text cannot say, from the .yaml beside it; unknown keys are refused. */
export const sidecarSchema = z.strictObject({
  sourceLink: z.url({ protocol: /^https$/, error: 'a link starts with https://' }).optional(),
  sourceNote: z.string().min(1).max(400).optional(),
  publishedAt: day.optional(),
  status: z.enum(['published', 'retracted']).optional(),
  kind: z.enum(['original', 'correction', 'update']).optional(),
  supersedes: z.string().min(1).optional(),
  aliases: z
    .strictObject({
      issuer: spellings.optional(),
      /** By the entity's name as the text spells it. */
      entities: z.record(z.string().min(1), spellings).optional(),
    })
    .optional(),
});

export type Sidecar = z.infer<typeof sidecarSchema>;

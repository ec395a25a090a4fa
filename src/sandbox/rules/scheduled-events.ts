import { isRecord } from '../record.ts';
import { checkSchema } from './schema.ts';
import { required, type Violation } from './violation.ts';

export interface ScheduledEventBody {
  readonly name?: string;
  readonly description?: string | null;
  readonly channel_id?: string | null;
  readonly scheduled_start_time?: string;
  readonly scheduled_end_time?: string | null;
  readonly entity_type?: number | null;
  readonly entity_metadata?: { readonly location?: string };
  readonly status?: number | null;
}

const SCHEMAS: Readonly<Record<number, string>> = { 1: 'Stage', 2: 'Voice', 3: 'External' };
const EXTERNAL = 3;

/** Checks a scheduled event; external ones need a place and an end (docs: resources/guild-scheduled-event). */
export async function checkScheduledEvent(
  body: unknown,
  kind: 'create' | 'patch',
): Promise<readonly Violation[]> {
  const entityType =
    isRecord(body) && typeof body['entity_type'] === 'number' ? body['entity_type'] : EXTERNAL;
  const name = SCHEMAS[entityType] ?? 'External';
  const suffix = kind === 'create' ? 'CreateRequestSchema' : 'PatchRequestPartialSchema';
  const violations = await checkSchema(`${name}ScheduledEvent${suffix}`, body);
  if (kind === 'patch' || entityType !== EXTERNAL || !isRecord(body)) return violations;
  if (!body['scheduled_end_time']) violations.push(required(['scheduled_end_time']));
  const metadata = body['entity_metadata'];
  if (isRecord(metadata) && !metadata['location']) violations.push(required(['entity_metadata', 'location']));
  return violations;
}

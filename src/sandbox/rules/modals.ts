import { isRecord } from '../record.ts';
import type { Component } from '../world/model.ts';
import { flatten } from './components.ts';
import { Limit } from './limits.ts';
import { tooLong, type Violation } from './violation.ts';

/** Rules for a modal's components, which the published schema leaves open. */
export function checkModal(modal: unknown): Violation[] {
  if (!isRecord(modal) || !Array.isArray(modal['components'])) return [];
  const components: Component[] = modal['components'];
  const found: Violation[] = [];
  if (components.length > Limit.rows) found.push(tooLong(['components'], Limit.rows));
  const seen = new Set<string>();
  for (const [component, path] of flatten(components, ['components'])) {
    if (!component.custom_id) continue;
    if (seen.has(component.custom_id)) {
      found.push({
        path: [...path, 'custom_id'],
        code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
        message: 'Component custom id cannot be duplicated',
      });
    }
    seen.add(component.custom_id);
  }
  return found;
}

import { isRecord } from '../record.ts';
import { Limit } from './limits.ts';
import { checkMessage } from './messages.ts';
import { checkModal } from './modals.ts';
import { checkSchema } from './schema.ts';
import { required, tooLong, under, type Violation } from './violation.ts';

/** Checks an interaction callback: its type decides which schema its data must meet. */
export async function checkCallback(body: unknown): Promise<readonly Violation[]> {
  if (!isRecord(body)) return [required(['type'])];
  const { data, ...envelope } = body;
  switch (body['type']) {
    case 1:
      return checkSchema('PongInteractionCallbackRequestSchema', body);
    case 4:
    case 5:
      return [
        ...(await checkSchema('CreateMessageInteractionCallbackRequestSchema', envelope)),
        ...(await checkData('IncomingWebhookInteractionRequestSchema', data)),
      ];
    case 6:
    case 7:
      return [
        ...(await checkSchema('UpdateMessageInteractionCallbackRequestSchema', envelope)),
        ...(await checkData('IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema', data)),
      ];
    case 8:
      return [
        ...(await checkSchema('ApplicationCommandAutocompleteCallbackRequestSchema', body)),
        ...choiceRules(data),
      ];
    case 9:
      return [
        ...(await checkSchema('ModalInteractionCallbackRequestSchema', body)),
        ...under(['data'], checkModal(data)),
      ];
    default:
      return [
        { path: ['type'], code: 'BASE_TYPE_CHOICES', message: 'Value must be one of {1, 4, 5, 6, 7, 8, 9}.' },
      ];
  }
}

async function checkData(schema: string, data: unknown): Promise<readonly Violation[]> {
  return data === undefined || data === null ? [] : under(['data'], await checkMessage(schema, data));
}

function choiceRules(data: unknown): Violation[] {
  const choices = isRecord(data) && Array.isArray(data['choices']) ? data['choices'] : [];
  const found = choices.flatMap((choice: unknown, index) => checkChoice(choice, ['data', 'choices', index]));
  if (choices.length > Limit.choices) found.push(tooLong(['data', 'choices'], Limit.choices));
  return found;
}

/** Rules for a choice of a command or of autocomplete. */
export function checkChoice(choice: unknown, path: readonly (string | number)[]): Violation[] {
  if (!isRecord(choice)) return [];
  const { name, value } = choice;
  const found: Violation[] = [];
  if (typeof name !== 'string' || name.trim() === '') found.push(required([...path, 'name']));
  else if (name.length > Limit.choiceName) found.push(tooLong([...path, 'name'], Limit.choiceName));
  if (value === undefined || value === '') found.push(required([...path, 'value']));
  if (typeof value === 'string' && value.length > Limit.choiceValue) {
    found.push(tooLong([...path, 'value'], Limit.choiceValue));
  }
  return found;
}

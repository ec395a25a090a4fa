import { flatten } from '../rules/components.ts';
import type { Component, Modal } from '../world/model.ts';
import type { Json } from '../world/payloads.ts';

const ROW = 1;
const STRING_SELECT = 3;
const TEXT_INPUT = 4;
const TEXT_DISPLAY = 10;
const LABEL = 18;
const LONGEST_INPUT = 4_000;

/**
 * A modal as Discord's client sends it, filled in with values by custom id.
 * @throws where the client would not let the user send
 */
export function modalData(modal: Modal, values: Readonly<Record<string, string>>): Json {
  const inputs = flatten(modal.components, []).flatMap(([component]) =>
    component.custom_id ? [component] : [],
  );
  for (const customId of Object.keys(values)) {
    if (!inputs.some((input) => input.custom_id === customId)) {
      throw new Error(`The modal has no input "${customId}"`);
    }
  }
  for (const input of inputs) checkInput(input, values[input.custom_id ?? ''] ?? input.value ?? '');
  return {
    custom_id: modal.custom_id,
    components: modal.components
      .filter((part) => part.type !== TEXT_DISPLAY)
      .map((part) => fill(part, values)),
  };
}

function fill(component: Component, values: Readonly<Record<string, string>>): Json {
  if (component.type === ROW) {
    return { type: ROW, id: 1, components: (component.components ?? []).map((inner) => fill(inner, values)) };
  }
  if (component.type === LABEL && component.component) {
    return { type: LABEL, id: 1, component: fill(component.component, values) };
  }
  const value = values[component.custom_id ?? ''] ?? component.value ?? '';
  const filled = component.type === STRING_SELECT ? { values: value === '' ? [] : [value] } : { value };
  return { type: component.type, id: 1, custom_id: component.custom_id, ...filled };
}

function checkInput(input: Component, value: string): void {
  if (input.required !== false && value === '') throw new Error(`The input "${input.custom_id}" is required`);
  if (input.type !== TEXT_INPUT || value === '') return;
  if (value.length < (input.min_length ?? 0) || value.length > (input.max_length ?? LONGEST_INPUT)) {
    throw new Error(`The input "${input.custom_id}" does not take ${value.length} characters`);
  }
}

import type { Component } from '../world/model.ts';
import { Limit, MessageFlag } from './limits.ts';
import { required, tooLong, type Violation } from './violation.ts';

type Path = readonly (string | number)[];

/** Discord's component types that have rules of their own here (docs: components/reference). */
const ACTION_ROW = 1;
const BUTTON = 2;
const STRING_SELECT = 3;
const SELECTS = [3, 5, 6, 7, 8];
const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;

/** Rules for the components of one message. `flags` tell whether it uses components v2. */
export function checkComponents(components: readonly Component[], flags: number): Violation[] {
  const all = flatten(components, ['components']);
  const found = all.flatMap(([component, path]) => checkComponent(component, path));
  found.push(...checkDuplicates(all));
  if (flags & MessageFlag.componentsV2) {
    if (all.length > Limit.componentsV2) found.push(tooLong(['components'], Limit.componentsV2));
    return found;
  }
  if (components.length > Limit.rows) found.push(tooLong(['components'], Limit.rows));
  components.forEach((component, index) => {
    if (component.type === ACTION_ROW) return;
    const path = ['components', index, 'type'];
    found.push({ path, code: 'BASE_TYPE_CHOICES', message: 'Value must be one of {1}.' });
  });
  return found;
}

/** Every component with its place in the body, those inside rows and containers included. */
export function flatten(components: readonly Component[], path: Path): [Component, Path][] {
  return components.flatMap((component, index) => {
    const here = [...path, index];
    const inner = flatten(component.components ?? [], [...here, 'components']);
    const single = [
      ...(component.accessory ? [[component.accessory, [...here, 'accessory']] as [Component, Path]] : []),
      ...(component.component ? [[component.component, [...here, 'component']] as [Component, Path]] : []),
    ];
    return [[component, here] as [Component, Path], ...inner, ...single];
  });
}

function checkComponent(component: Component, path: Path): Violation[] {
  if (component.type === BUTTON) return checkButton(component, path);
  if (component.type === ACTION_ROW) return checkRow(component, path);
  if (component.type === STRING_SELECT) return checkSelect(component, path);
  return [];
}

function checkRow(row: Component, path: Path): Violation[] {
  const inner = row.components ?? [];
  const found: Violation[] = [];
  if (inner.length === 0 || inner.length > Limit.buttonsInRow) {
    found.push({
      path: [...path, 'components'],
      code: 'BASE_TYPE_BAD_LENGTH',
      message: `Must be between 1 and ${Limit.buttonsInRow} in length.`,
    });
  }
  if (inner.length > 1 && inner.some((component) => SELECTS.includes(component.type))) {
    found.push({
      path: [...path, 'components'],
      code: 'COMPONENT_LAYOUT_WIDTH_EXCEEDED',
      message: 'The specified component exceeds the maximum width',
    });
  }
  return found;
}

function checkButton(button: Component, path: Path): Violation[] {
  const found: Violation[] = [];
  if ((button.label?.length ?? 0) > Limit.buttonLabel) {
    found.push(tooLong([...path, 'label'], Limit.buttonLabel));
  }
  if (!button.label?.trim() && !('emoji' in button) && button.style !== PREMIUM_STYLE) {
    found.push({
      path,
      code: 'BUTTON_COMPONENT_INVALID_LABEL_EMOJI',
      message: 'A button must have a label or an emoji',
    });
  }
  if (button.style === LINK_STYLE) {
    if (!button.url) found.push(required([...path, 'url']));
    if (button.custom_id) found.push(exclusive([...path, 'custom_id']));
  } else if (button.style !== PREMIUM_STYLE) {
    if (!button.custom_id) found.push(required([...path, 'custom_id']));
    if (button.url) found.push(exclusive([...path, 'url']));
  }
  if ((button.custom_id?.length ?? 0) > Limit.customId) {
    found.push(tooLong([...path, 'custom_id'], Limit.customId));
  }
  return found;
}

function checkSelect(select: Component, path: Path): Violation[] {
  const options = select.options ?? [];
  const found: Violation[] = [];
  if (options.length > Limit.selectOptions) found.push(tooLong([...path, 'options'], Limit.selectOptions));
  options.forEach((option, index) => {
    if (options.findIndex((other) => other.value === option.value) === index) return;
    found.push({
      path: [...path, 'options', index, 'value'],
      code: 'SELECT_COMPONENT_OPTION_VALUE_DUPLICATED',
      message: 'The specified option value is already used',
    });
  });
  if ((select.max_values ?? 1) > options.length) {
    found.push({
      path: [...path, 'max_values'],
      code: 'NUMBER_TYPE_MAX',
      message: `int value should be less than or equal to ${options.length}.`,
    });
  }
  return found;
}

function checkDuplicates(all: readonly [Component, Path][]): Violation[] {
  const seen = new Set<string>();
  return all.flatMap(([component, path]) => {
    if (!component.custom_id) return [];
    if (!seen.has(component.custom_id)) {
      seen.add(component.custom_id);
      return [];
    }
    return [
      {
        path: [...path, 'custom_id'],
        code: 'COMPONENT_CUSTOM_ID_DUPLICATED',
        message: 'Component custom id cannot be duplicated',
      },
    ];
  });
}

function exclusive(path: Path): Violation {
  return {
    path,
    code: 'BUTTON_COMPONENT_CUSTOM_ID_URL_EXCLUSIVE',
    message: 'A custom id and url cannot both be specified',
  };
}

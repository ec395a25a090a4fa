import {
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type APIEmbed,
  ButtonStyle,
  ComponentType,
} from 'discord.js';
import type { Release } from '../knowledge/model.ts';
import { type Action, encodeAction, MENU_ID } from './custom-ids.ts';
import { readable } from './escape.ts';
import { LIMITS } from './limits.ts';

export type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** A message as Discord shows it, before anything is sent. */
export interface Reply {
  readonly embeds: readonly APIEmbed[];
  readonly rows: readonly Row[];
  readonly files: readonly AttachedText[];
  /** Shown to the caller alone where Discord can: what only helps the caller. */
  readonly forCallerOnly: boolean;
}

export interface AttachedText {
  readonly name: string;
  readonly text: string;
}

/** A row of up to five buttons; undefined entries and repeated ids are left out (Discord refuses them). */
export function buttonRow(buttons: readonly (APIButtonComponent | undefined)[]): readonly Row[] {
  const ids = new Set<string>();
  const unique = buttons.filter((button): button is APIButtonComponent => {
    if (button === undefined) return false;
    const id = 'url' in button ? button.url : 'custom_id' in button ? button.custom_id : button.sku_id;
    if (ids.has(id)) return false;
    ids.add(id);
    return true;
  });
  const rows: Row[] = [];
  for (let at = 0; at < unique.length; at += LIMITS.buttonsInRow) {
    rows.push({ type: ComponentType.ActionRow, components: unique.slice(at, at + LIMITS.buttonsInRow) });
  }
  return rows.slice(0, LIMITS.rows);
}

type ActionStyle = ButtonStyle.Primary | ButtonStyle.Secondary;

/** A button that does something. The label must be our words or a whole name; see `buttonLabel`. */
export function actionButton(
  label: string,
  action: Action,
  style: ActionStyle = ButtonStyle.Secondary,
): APIButtonComponent {
  return idButton(label, encodeAction(action), style);
}

/** The same with a custom id that is already made. */
export function idButton(
  label: string,
  customId: string,
  style: ActionStyle = ButtonStyle.Secondary,
): APIButtonComponent {
  return { type: ComponentType.Button, style, label, custom_id: customId };
}

/** A button that opens a page; undefined where there is no address that Discord takes. */
export function linkButton(label: string, url: string | undefined): APIButtonComponent | undefined {
  if (url === undefined || url.length > LIMITS.buttonUrl || !URL.canParse(url)) return undefined;
  if (!/^https?:$/.test(new URL(url).protocol)) return undefined;
  return { type: ComponentType.Button, style: ButtonStyle.Link, label, url };
}

/** The name where it fits on a button, else the other: names are never cut. */
export function buttonLabel(name: string, otherwise: string, limit: number = LIMITS.buttonLabel): string {
  const label = readable(name);
  return label !== '' && label.length <= limit ? label : otherwise;
}

export interface MenuEntry {
  readonly label: string;
  readonly action: Action;
}

/** Buttons for up to five things to pick from, a menu for more (at most 25, as many as Discord takes). */
export function picker(entries: readonly MenuEntry[], placeholder: string): readonly Row[] {
  const unique = entries.filter(
    ({ action }, index) =>
      entries.findIndex((other) => encodeAction(other.action) === encodeAction(action)) === index,
  );
  if (unique.length <= LIMITS.buttonsInRow) {
    return buttonRow(
      unique.map(({ label, action }, index) =>
        actionButton(buttonLabel(label, `Choice ${index + 1}`), action),
      ),
    );
  }
  const options = unique.slice(0, LIMITS.selectOptions).map(({ label, action }, index) => ({
    label: buttonLabel(label, `Choice ${index + 1}`, LIMITS.optionLabel),
    value: encodeAction(action),
  }));
  return [
    {
      type: ComponentType.ActionRow,
      components: [{ type: ComponentType.StringSelect, custom_id: MENU_ID, placeholder, options }],
    },
  ];
}

/** File name for a release's text. */
export function fileName(release: Release): string {
  return `${release.id.replace(/[^\w.-]+/g, '-').slice(0, 80)}.txt`;
}

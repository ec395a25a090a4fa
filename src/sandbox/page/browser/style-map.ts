import { noChange } from 'lit';
import { type AttributePart, Directive, directive, type PartInfo } from 'lit/directive.js';

type Styles = Readonly<Record<string, string | null | undefined>>;

/** Lit's `styleMap`, but only ever through the element's style object: a strict page forbids style attributes. */
class StyleMap extends Directive {
  #names: readonly string[] = [];

  constructor(info: PartInfo) {
    super(info);
  }

  render(_styles: Styles): typeof noChange {
    return noChange;
  }

  override update({ element }: AttributePart, [styles]: [Styles]): typeof noChange {
    const { style } = element as HTMLElement;
    for (const name of this.#names) if (!styles[name]) style.removeProperty(name);
    const set = Object.entries(styles).filter((entry): entry is [string, string] => Boolean(entry[1]));
    for (const [name, value] of set) style.setProperty(name, value);
    this.#names = set.map(([name]) => name);
    return noChange;
  }
}

export const styleMap = directive(StyleMap);

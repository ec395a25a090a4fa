/** Moves the focus once the page has been drawn. */
export function focusSoon(find: () => HTMLElement | null): void {
  requestAnimationFrame(() => find()?.focus());
}

/** Puts the caret at the end of the composer, once the page has been drawn. */
export function focusComposer(): void {
  requestAnimationFrame(() => {
    const field = document.getElementById('composer');
    field?.focus();
    if (field instanceof HTMLTextAreaElement) field.setSelectionRange(field.value.length, field.value.length);
  });
}

/** When what had the focus is gone from the page, the composer gets it: the keyboard never falls into nothing. */
export function keepFocus(): void {
  let last: Element | null = null;
  document.addEventListener('focusin', ({ target }) => {
    last = target instanceof Element ? target : null;
  });
  new MutationObserver(() => {
    if (last !== null && !last.isConnected && document.activeElement === document.body) {
      last = null;
      focusComposer();
    }
  }).observe(document.body, { childList: true, subtree: true });
}

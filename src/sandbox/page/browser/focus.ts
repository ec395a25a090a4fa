/** Moves the focus once a change made before has been drawn, and before the next key is read. */
export function focusSoon(find: () => HTMLElement | null): void {
  queueMicrotask(() => find()?.focus());
}

/** Puts the caret at the end of the composer, likewise. */
export function focusComposer(): void {
  queueMicrotask(() => {
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

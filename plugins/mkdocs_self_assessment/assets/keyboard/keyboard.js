// @ts-check
/**
 * Material moves to other pages on single keys (f s / p , n .), also while a radio button has focus.
 * Whoever types into a form must be able to press a key without leaving it (WCAG 2.1.4), so such keys
 * end at the window, before Material hears of them. What the browser itself does with a key stays.
 */

/** @param {AbortSignal} signal */
export function keepShortcutsAway(signal) {
  addEventListener(
    "keydown",
    (event) => {
      const control = event.target instanceof Element && event.target.closest("input, select, textarea, button");
      // The same keys that Material takes for shortcuts: Shift counts too, "/" needs it on Nordic keyboards.
      if (control && event.key.length === 1 && !event.ctrlKey && !event.metaKey) event.stopPropagation();
    },
    { capture: true, signal },
  );
}

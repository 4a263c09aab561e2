// @ts-check
/**
 * Material turns the page on single keys (f s / p , n .), also while a radio has focus (WCAG 2.1.4).
 * In a form such keys end at the window, before Material hears of them; the browser's own use of them stays.
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

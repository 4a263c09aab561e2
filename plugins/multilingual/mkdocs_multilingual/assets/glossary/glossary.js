/**
 * What a term means, beside the term while it is pointed at or has the focus (WCAG 1.4.13: it can be dismissed with
 * Escape, pointed at itself, and stays until it is left). Screen readers read it as the link's description.
 */

const GAP = 6;
const TERM = "a[aria-describedby^=ml-term-]";

/** @type {HTMLElement | undefined} */
let shown;
/** @type {HTMLElement | undefined} The term whose meaning is shown. */
let current;
/** Whether the last press began on a term whose meaning was shown already. */
let again = false;
/** @type {ReturnType<typeof setTimeout> | undefined} */
let leaving;

/** @param {HTMLElement} term */
function show(term) {
  hide();
  const meaning = document.getElementById(term.getAttribute("aria-describedby") ?? "");
  if (!meaning) return;
  current = term;
  shown = document.createElement("div");
  shown.className = "ml-meaning";
  // Screen readers have the description already: this copy is for the screen only.
  shown.setAttribute("aria-hidden", "true");
  shown.textContent = meaning.textContent;
  shown.addEventListener("pointerenter", () => clearTimeout(leaving));
  shown.addEventListener("pointerleave", hide);
  document.body.append(shown);
  const place = term.getClientRects()[0] ?? term.getBoundingClientRect();
  const room = document.documentElement.clientWidth - shown.offsetWidth - GAP;
  shown.style.left = `${Math.max(GAP, Math.min(place.left, room)) + scrollX}px`;
  const below = place.bottom + GAP + shown.offsetHeight <= innerHeight;
  shown.style.top = `${(below ? place.bottom + GAP : place.top - GAP - shown.offsetHeight) + scrollY}px`;
}

function hide() {
  clearTimeout(leaving);
  shown?.remove();
  shown = current = undefined;
}

/** @param {Event} event @returns {HTMLElement | null} the term that it happens on */
function termOf({ target }) {
  return target instanceof Element ? target.closest(TERM) : null;
}

// On the window: themes that replace the content of the page, such as Material with `navigation.instant`, run a module once.
addEventListener("pointerover", (event) => {
  const term = termOf(event);
  if (!term || event.pointerType !== "mouse") return;
  clearTimeout(leaving);
  if (term !== current) show(term);
});
// Time to move the pointer to the meaning, across the gap between the two.
addEventListener("pointerout", (event) => {
  if (!termOf(event)) return;
  clearTimeout(leaving);
  leaving = setTimeout(hide, 200);
});
addEventListener("focusin", (event) => {
  const term = termOf(event);
  if (term) show(term);
});
addEventListener("focusout", (event) => {
  if (termOf(event)) hide();
});
// Touch has no hover: the first touch shows the meaning (it also gives the focus), the second follows the link.
addEventListener("click", (event) => {
  const term = termOf(event);
  if (term && !again && event.detail > 0 && matchMedia("(hover: none)").matches) {
    event.preventDefault();
    show(term);
  }
});
addEventListener("keydown", (event) => {
  if (event.key === "Escape") hide();
});
addEventListener("pointerdown", (event) => {
  const { target } = event;
  const term = termOf(event);
  if (term) again = current === term;
  else if (!(target instanceof Node && shown?.contains(target))) hide();
});

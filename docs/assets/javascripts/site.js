// What every page needs beyond Material's own script. Without it the menu still opens (a label), the
// language menu still opens (a native disclosure), and everything can be read.

/** The menu on narrow screens: Material's hidden checkbox, worked by real buttons. */
function menu() {
  const drawer = /** @type {HTMLInputElement | null} */ (document.getElementById("__drawer"));
  const panel = document.getElementById("sk-menu");
  const open = /** @type {HTMLElement | null} */ (document.querySelector("[data-sk-menu=open]"));
  const close = /** @type {HTMLElement | null} */ (document.querySelector("[data-sk-menu=close]"));
  if (!drawer || !panel || !open || !close) return;

  // A click, not `checked = …`, so that Material's listeners hear of it too.
  const set = (/** @type {boolean} */ value) => {
    if (drawer.checked !== value) drawer.click();
  };

  open.addEventListener("click", () => set(true));
  close.addEventListener("click", () => set(false));
  drawer.addEventListener("change", () => {
    open.setAttribute("aria-expanded", String(drawer.checked));
    if (drawer.checked) close.focus();
    else if (panel.contains(document.activeElement)) open.focus();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") set(false);
  });
  // Material closes the menu at a new fragment, but overlooks those with æ, ø, å.
  panel.addEventListener("click", ({ target }) => {
    if (target instanceof Element && target.closest("a")) set(false);
  });
  // The page behind is covered: leaving the menu with Tab closes it.
  panel.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !panel.contains(relatedTarget)) set(false);
  });
}

/** The language menu closes like a menu, and takes the fragment along: shared results travel in it. */
function languages() {
  const details = /** @type {HTMLDetailsElement | null} */ (document.querySelector("[data-sk-languages]"));
  if (!details) return;

  details.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !details.open) return;
    details.open = false;
    details.querySelector("summary")?.focus();
  });
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Node && details.contains(target))) details.open = false;
  });
  details.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !details.contains(relatedTarget)) details.open = false;
  });
  for (const link of details.querySelectorAll("a"))
    link.addEventListener("click", () => {
      link.hash = location.hash;
    });
}

/**
 * Material turns the page on `n` and opens search on `s`, even while a reader answers a question
 * (WCAG 2.1.4). It listens on the window; here, on the document, the key has reached whatever had focus.
 */
function noSingleKeyShortcuts() {
  document.addEventListener("keydown", (event) => {
    if (event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
  });
}

/** A footnote opens where it is asked for; without a script, and where popovers are unknown, its number leads to it. */
function footnotes() {
  if (!("popover" in HTMLElement.prototype)) return;
  const note = document.createElement("div");
  note.className = "sk-footnote md-typeset";
  note.popover = "auto"; // closed by Escape and by a click beside it; focus goes back to the number
  note.tabIndex = -1;
  note.setAttribute("role", "note");
  document.addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest("a.footnote-ref");
    const text = link instanceof HTMLAnchorElement && document.getElementById(decodeURIComponent(link.hash.slice(1)));
    if (!text || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    note.replaceChildren(...[...text.childNodes].map((node) => node.cloneNode(true)));
    for (const back of note.querySelectorAll(".footnote-backref")) back.remove();
    link.closest(".md-typeset")?.append(note);
    note.showPopover();
    const { left, bottom, top } = link.getBoundingClientRect();
    const { offsetWidth, offsetHeight } = note;
    const below = bottom + 6 + offsetHeight < innerHeight;
    note.style.left = `${Math.max(16, Math.min(left - 16, document.documentElement.clientWidth - offsetWidth - 16))}px`;
    note.style.top = `${below ? bottom + 6 : Math.max(16, top - offsetHeight - 6)}px`;
    note.focus();
  });
  // What is beside the text moves away when one scrolls.
  addEventListener("scroll", () => note.isConnected && note.hidePopover(), { passive: true });
}

menu();
languages();
noSingleKeyShortcuts();
footnotes();

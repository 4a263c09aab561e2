// For those who write: what the status page says of a page, and its links to new pages, at the foot of that page. Readers
// don't load this: an element of the status page asks for it in this browser, and only then pages import it.

/** The same name in the template of pages: what is asked for is asked for on every site under one origin. */
const KEY = "ml-foot";

/** The day in the reader's own time zone, as settings have it. */
function today() {
  const now = new Date();
  const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
  return parts.map((part) => String(part).padStart(2, "0")).join("-");
}

/**
 * Put the day into the texts of new pages.
 *
 * @param {ParentNode} root
 */
function setDay(root) {
  for (const link of root.querySelectorAll("a")) {
    const href = link.getAttribute("href") ?? "";
    if (href.includes("YYYY-MM-DD")) link.setAttribute("href", href.replace("YYYY-MM-DD", today()));
  }
}

/**
 * Show the foot of a page.
 *
 * @param {string} status address of the status page, from this page
 * @param {string} key the page's path without its language, which names its row
 */
export async function showFoot(status, key) {
  const place = document.querySelector("[data-md-component=content]") ?? document.querySelector("main");
  if (!place || place.querySelector("[data-ml-foot]")) return;
  const address = new URL(status, document.baseURI);
  const answer = await fetch(address);
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const link of page.querySelectorAll("a[href]")) {
    link.setAttribute("href", new URL(link.getAttribute("href") ?? "", address).href);
  }
  const foot = document.createElement("aside");
  foot.className = "ml-foot md-content__inner md-typeset";
  foot.dataset.mlFoot = "";
  foot.lang = page.documentElement.lang;
  foot.append(document.createElement("hr"));
  const table = page.querySelector(".js-ml-status");
  const names = table ? [...table.querySelectorAll("tbody code")] : [];
  const row = names.find(({ textContent }) => textContent === key)?.closest("tr");
  if (table && row) {
    for (const other of table.querySelectorAll("tbody tr")) if (other !== row) other.remove();
    foot.append(table);
  }
  foot.append(...page.querySelectorAll(".js-ml-begin"));
  setDay(foot);
  place.append(foot);
}

/** The button of the status page. */
function offerFoot() {
  const button = /** @type {HTMLButtonElement | null} */ (document.querySelector(".js-ml-foot"));
  if (!button) return;
  const say = () => {
    const isAsked = localStorage.getItem(KEY) !== null;
    button.setAttribute("aria-pressed", String(isAsked));
    button.classList.toggle("md-button--primary", isAsked);
  };
  try {
    say();
  } catch {
    return; // without storage nothing could be asked for
  }
  button.hidden = false;
  button.addEventListener("click", () => {
    if (localStorage.getItem(KEY) === null) localStorage.setItem(KEY, "1");
    else localStorage.removeItem(KEY);
    say();
  });
  setDay(document);
}

offerFoot();

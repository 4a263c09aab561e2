// The pages that are kept on this device, on the page that is shown in place of one that isn't.

/** @param {Element} place the list, hidden until there is something in it */
export async function showKept(place) {
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => show(place, data);
  active?.postMessage("titles", [port2]);
}

/** @param {Element} place @param {[string, string][]} pages address and title */
function show(place, pages) {
  const parser = new DOMParser();
  // Every title ends with the name of the site, as that of this page does.
  const ending = document.title.slice(document.querySelector("h1")?.textContent?.length);
  const items = pages.map(([address, title]) => {
    const link = document.createElement("a");
    link.href = address;
    const text = parser.parseFromString(title, "text/html").documentElement.textContent ?? "";
    link.textContent = text.endsWith(ending) ? text.slice(0, text.length - ending.length) : text;
    const item = document.createElement("li");
    item.append(link);
    return item;
  });
  place.querySelector("ul")?.replaceChildren(...items);
  place.toggleAttribute("hidden", items.length === 0);
}

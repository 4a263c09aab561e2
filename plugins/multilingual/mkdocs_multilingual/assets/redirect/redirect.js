// Redirects from a page's former address, with the fragment. Without scripts the page's `meta` element redirects, to
// the top of the page.
const link = /** @type {HTMLAnchorElement} */ (document.getElementById("moved"));
location.replace(link.href + location.hash);

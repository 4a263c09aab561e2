// Leads on from a page's former address, to the same place on the page. Without scripts the page does it by itself, to
// its beginning.
const link = /** @type {HTMLAnchorElement} */ (document.getElementById("moved"));
location.replace(link.href + location.hash);

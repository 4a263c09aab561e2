// Material's script asks for `sitemap.xml` beside the target of every `link[rel=alternate]` that it finds when the page
// has been parsed. A site of several languages has one sitemap, so that each request would find nothing. This module
// runs just before, hides the links of the plugin from that selector, and shows them again just after.

const links = document.querySelectorAll('link[rel="alternate"][data-ml-page]');

for (const link of links) {
  link.setAttribute("rel", "alternate ");
}
document.addEventListener("DOMContentLoaded", () => {
  for (const link of links) {
    link.setAttribute("rel", "alternate");
  }
});

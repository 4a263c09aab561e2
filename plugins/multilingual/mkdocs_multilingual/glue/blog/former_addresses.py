"""Pages at the former addresses of posts, which redirect to the current ones."""

from __future__ import annotations

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_foundation.output.web_addresses import base

from ...addresses import slugs
from ...blog.options import BlogOptions
from .. import addresses, assets
from .building import LanguageBlog
from .host import Host
from .localized import destination
from .sources import former_path


def add_redirects(blog: LanguageBlog, options: BlogOptions, files: Files, host: Host, config: MkDocsConfig) -> None:
    """Add a page at each former address of a post."""
    taken = {file.dest_uri for file in files}
    made: list[File] = []
    for post in blog.posts:
        page = host.library.page(blog.locale, host.site.key_of(post.file.src_uri))
        if page is None:
            continue
        for slug in slugs.of(page.uri, page.locale, page.key, page.matter)[0].former:
            at = destination(former_path(page, slug.lstrip("/"), options), blog.locale, host, config)
            if at not in taken:
                made.append(addresses.redirect(at, post.file, host.renderer, config, base(config.site_url)))
    for file in made:
        files.append(file)
    if made and host.is_alone:
        files.append(assets.script_of(config, "redirect"))

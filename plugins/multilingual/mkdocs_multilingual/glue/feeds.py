"""The feeds of the blog in the language being built."""

from __future__ import annotations

from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from ..feeds import content, json_feed, rss
from ..feeds.model import JSON_FILE, RSS_FILE, Author, Entry, Feed
from ..site import Site
from . import pages
from .localized import localize


def add_files(files: Files, blog: Any, locale: str, site: Site, config: MkDocsConfig) -> None:
    """Add the files, so that pages can link to them; what they say isn't known before all posts have been read."""
    for name in (RSS_FILE, JSON_FILE):
        file = File.generated(config, f"{blog.file.src_uri.rsplit('/', 1)[0]}/{name}", content="")
        localize(file, locale, site, config)
        files.append(file)


def write(files: Files, feed: Feed, folder: str) -> None:
    """Fill in the files."""
    for name, text in ((RSS_FILE, rss.rss(feed)), (JSON_FILE, json_feed.json_feed(feed))):
        file = files.get_file_from_path(f"{folder}/{name}")
        assert file is not None
        file.content_string = text


def make(blog: Any, posts: list[Any], locale: str, separator: str, most: int, config: MkDocsConfig) -> Feed:
    """The feed of a blog's front page; `posts` are those that it may name, `most` how many of them."""
    site_url = config.site_url or ""
    listed = [post for post in posts if pages.is_public(post, locale)]
    listed.sort(key=lambda post: post.config.date.created, reverse=True)
    title = content.plain(blog.title)
    return Feed(
        title if title == config.site_name else f"{config.site_name} – {title}",
        str(blog.meta.get("description") or config.site_description or title),
        locale,
        pages.address(site_url, blog.file),
        tuple(_entry(post, separator, site_url) for post in listed[:most]),
    )


def head_links(feed: Feed) -> str:
    """What tells a browser or feed reader of the feeds.

    The space in `rel`, a list of words, keeps Material's script from asking for a sitemap beside each feed.
    """
    kinds = (("RSS", rss.TYPE, RSS_FILE), ("JSON", json_feed.TYPE, JSON_FILE))
    return "\n".join(
        f'<link rel="alternate " type="{type}" title="{escape(f"{feed.title} ({kind})")}" '
        f'href="{escape(feed.folder + name)}">'
        for kind, type, name in kinds
    )


def _entry(post: Any, separator: str, site_url: str) -> Entry:
    url = pages.address(site_url, post.file)
    return Entry(
        url,
        content.plain(post.title),
        content.excerpt(post.content or "", separator, url),
        post.config.date.created,
        post.config.date.updated,
        str(post.meta.get("description") or ""),
        tuple(_author(author, site_url) for author in post.authors),
        tuple(category.name for category in post.categories),
    )


def _author(author: Any, site_url: str) -> Author:
    return Author(
        author.name,
        content.absolute_url(author.url, site_url) if author.url else "",
        content.absolute_url(author.avatar, site_url) if author.avatar else "",
    )

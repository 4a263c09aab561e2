"""The feeds of the blog in the current locale."""

from __future__ import annotations

from html import escape
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from mkdocs_foundation.caching import page_reads
from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.output.web_addresses import base, join
from mkdocs_foundation.templates import titles

from ...addresses.blog_place import BlogPlace
from ...feeds import content, json_feed, rss
from ...feeds.model import JSON_FILE, RSS_FILE, Author, Entry, Feed
from ...head.tags import OURS
from ...typography.marks import set_html
from .. import pages
from .building import LanguageBlog
from .host import Host
from .localized import give_address
from .pages import Post


def add_files(files: Files, place: BlogPlace, host: Host, config: MkDocsConfig) -> None:
    """Add empty files, so that pages can link to them; their content needs all posts."""
    for name in (RSS_FILE, JSON_FILE):
        key = place.below(name)
        file = File.generated(config, host.site.uri(host.locale, key), content="")
        give_address(file, key, host.locale, host, config)
        files.append(file)


def write(files: Files, feed: Feed, place: BlogPlace, host: Host) -> None:
    """Write the content of the files."""
    for name, text in ((RSS_FILE, rss.rss(feed)), (JSON_FILE, json_feed.json_feed(feed))):
        files.src_uris[host.site.uri(host.locale, place.below(name))].content_string = text


def make(blog: LanguageBlog, separator: str, most: int, config: MkDocsConfig) -> Feed:
    """The feed of a blog without its drafts, `most` posts at most."""
    site_url = base(config.site_url)
    with page_reads.apart():  # files of their own show the posts
        listed = [post for post in blog.posts if not post.is_draft and pages.is_public(post, blog.locale)]
        listed.sort(key=lambda post: post.config.date.created, reverse=True)
        entries = tuple(_entry(post, separator, config) for post in listed[:most])
    index = blog.index
    title, site_name = titles.plain(str(index.title or "")), titles.plain(config.site_name)
    return Feed(
        title if title == site_name else f"{site_name} – {title}",
        titles.plain(str(index.meta.get("description") or config.site_description or "")) or title,
        blog.locale,
        join(site_url, index.file.url),
        entries,
    )


def head_links(feed: Feed) -> str:
    """The links by which browsers and feed readers find the feeds."""
    kinds = (("RSS", rss.TYPE, RSS_FILE), ("JSON", json_feed.TYPE, JSON_FILE))
    return "\n".join(
        f'<link rel="alternate" type="{type}" title="{escape(f"{feed.title} ({kind})")}" '
        f'href="{escape(feed.folder + name)}" {OURS}>'
        for kind, type, name in kinds
    )


def _entry(post: Post, separator: str, config: MkDocsConfig) -> Entry:
    site_url = base(config.site_url)
    url = join(site_url, post.file.url)
    return Entry(
        url,
        titles.plain(str(post.title or "")),
        content.excerpt(_html(post, separator, config), separator, url),
        post.config.date.created,
        post.config.date.updated,
        titles.plain(str(post.meta.get("description") or "")),
        tuple(_author(titles.plain(author.name), author.url, author.avatar, site_url) for author in post.authors),
        tuple(category.name or "" for category in post.categories),
    )


def _author(name: str, url: str | None, avatar: str, site_url: str) -> Author:
    return Author(
        name,
        content.absolute_url(url, site_url) if url else "",
        content.absolute_url(avatar, site_url) if avatar else "",
    )


def _html(post: Post, separator: str, config: MkDocsConfig) -> str:
    """The text of a post; as Markdown made it where a plugin has taken the separator out, which is a comment."""
    html = post.content or ""
    if separator in html or separator not in post.converted:
        return html
    multilingual: Any = config.plugins.get("multilingual")
    has_typography = multilingual is not None and multilingual.config.typography
    return set_html(post.converted, static_i18n.text_locale(post.file, "")) if has_typography else post.converted

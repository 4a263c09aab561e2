"""Makes the pages of the blog in one language from its plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from functools import partial

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from mkdocs_foundation.glue import static_i18n
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.templates import titles
from mkdocs_foundation.values import dataclass

from ...blog import lists, paths
from ...blog.authors import Author
from ...blog.lists import BlogList, LanguagePlan
from ...blog.options import BlogOptions
from ...blog.posts import BlogPost
from ...blog.views import BlogPageKind
from ...feeds.model import Feed
from .host import Host
from .localized import PublishedElsewhere, destination, give_address
from .pages import Post, View

_MARKUP = pattern(r"([\\`*_{}\[\]#])")


@dataclass(frozen=True)
class LanguageBlog:
    """The blog of the current locale."""

    locale: str
    """The language."""
    index: View
    """The front page."""
    posts: tuple[Post, ...]
    """Posts, in the order of lists."""
    views: tuple[View, ...]
    """The first page of every other list."""
    people: Mapping[str, Author] = field(default_factory=dict)
    """Authors by id; where they have profiles, with the addresses of these."""
    feed: Feed | None = None
    """Content of its feeds; `None` for a blog without them, and until all posts have been read."""

    @property
    def lists(self) -> tuple[View, ...]:
        """The first page of every list."""
        return (self.index, *self.views)

    def of(self, kind: BlogPageKind) -> list[View]:
        """The lists of a kind."""
        return [view for view in self.views if view.kind is kind]


def build(plan: LanguagePlan, options: BlogOptions, files: Files, host: Host, config: MkDocsConfig) -> LanguageBlog:
    """Make the pages of a language; those of the archive, of categories and authors aren't in the menu yet."""
    maker = _Maker(plan, options, files, host, config)
    maker.leave_out_drafts()
    listed = {id(shown): maker.list_file(shown) for shown in plan.lists}
    people = {id: _shown(author) for id, author in plan.people.items()}
    for shown in plan.lists:
        if shown.kind is BlogPageKind.AUTHOR and not people[shown.key].url:
            people[shown.key] = replace(people[shown.key], url=listed[id(shown)].url)
    posts = {id(post): maker.post(post, people) for post in plan.posts}
    views: list[View] = []
    for shown in plan.lists:
        of_list = [posts[id(post)] for post in shown.posts]
        view = View(listed[id(shown)], config, shown, of_list, 1)
        views.append(view)
        if shown.kind is BlogPageKind.CATEGORY:
            for post in of_list:
                post.categories.append(view)
    for view, shown in zip(views, plan.lists, strict=True):
        view.pages.extend(maker.further_pages(view, shown))
    index, *others = views
    index.views = others
    index.file.inclusion = InclusionLevel.INCLUDED
    for post in posts.values():
        names = post.config.categories
        post.categories = sorted(post.categories, key=partial(_place, names))
    return LanguageBlog(plan.locale, index, tuple(posts.values()), tuple(others), people)


def _shown(author: Author) -> Author:
    return replace(author, name=titles.as_html(author.name), description=titles.as_html(author.description))


def _place(names: Sequence[str], view: View) -> int:
    return names.index(view.name) if view.name in names else len(names)


class _Maker:
    """Makes files and pages of one language."""

    def __init__(
        self, plan: LanguagePlan, options: BlogOptions, files: Files, host: Host, config: MkDocsConfig
    ) -> None:
        self._plan, self._options, self._files, self._host, self._config = plan, options, files, host, config

    def leave_out_drafts(self) -> None:
        """Keep what isn't in the plan from being published."""
        site, place = self._host.site, self._options.place
        published = {post.page.uri for post in self._plan.posts}
        for file in self._files.documentation_pages():
            located = site.locate(file.src_uri)
            is_own = located is not None and located[0] == self._plan.locale
            if located and is_own and place.is_post(located[1]) and file.src_uri not in published:
                file.inclusion = InclusionLevel.EXCLUDED

    def post(self, post: BlogPost, people: Mapping[str, Author]) -> Post:
        """The page of a post, at its address."""
        file = self._files.src_uris[post.page.uri]
        give_address(file, post.path, self._plan.locale, self._host, self._config)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        return Post(file, self._config, post, [people[id] for id in post.settings.authors if id in people])

    def list_file(self, shown: BlogList) -> File:
        """The file of the first page of a list: the author's own, or one with its name."""
        return self._file(shown.path, "# " + _MARKUP.sub(r"\\\1", shown.name).replace("<", "&lt;"))

    def further_pages(self, view: View, shown: BlogList) -> Iterator[View]:
        """All pages of a list that may be split into pages, the first one first."""
        if not self._options.of(shown.kind).per_page:
            return
        yield view
        for number in range(2, lists.page_count(shown, self._options) + 1):
            file = self._file(paths.of_page(shown.path, number, self._options), view.file.content_string)
            page = View(file, self._config, shown, view.posts, number)
            page.pages = view.pages
            yield page

    def _file(self, path: str, content: str) -> File:
        uri = self._host.uri(self._plan.locale, path)
        file = self._files.src_uris.get(uri)
        if file is None:
            file = File.generated(self._config, uri, content=content)
            give_address(file, path, self._plan.locale, self._host, self._config)
            self._files.append(file)
        file.inclusion = InclusionLevel.NOT_IN_NAV
        return file


def publish_beside_posts(files: Files, options: BlogOptions, host: Host, config: MkDocsConfig) -> None:
    """Take the folder of the posts out of the addresses of their images, as it isn't in those of the posts."""
    for file in files.media_files():
        key = static_i18n.key(file, host.site)
        if options.place.is_post(key) and not isinstance(file, PublishedElsewhere):
            path = options.place.below(key.removeprefix(f"{options.place.posts}/"))
            locale = static_i18n.text_locale(file, host.locale)
            static_i18n.move(file, destination(path, locale, host, config), config)

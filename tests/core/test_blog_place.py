"""Paths in the options of the blog: every spelling of a place is the same place, and what is no place is refused."""

from __future__ import annotations

import pytest

from mkdocs_foundation.site import Site, Structure, one_language, several
from mkdocs_multilingual.addresses.blog_place import BlogPlace, PlaceError, place

FOLDER, SUFFIX, SINGLE = several(["da", "sv"]), several(["da", "sv"], Structure.SUFFIX), one_language("da")
POSTS, AUTHORS = "{blog}/posts", "{blog}/.authors.yml"


@pytest.mark.parametrize(
    ("blog_dir", "post_dir", "authors_file", "expected"),
    [
        ("blog", POSTS, AUTHORS, BlogPlace()),
        ("./blog/", "{blog}//posts/", "./{blog}/.authors.yml", BlogPlace()),
        ("/blog", "blog/./posts", "/blog/.authors.yml", BlogPlace()),
        ("blog\\", "{blog}\\posts", AUTHORS, BlogPlace()),
        (".", POSTS, AUTHORS, BlogPlace("", "posts", ".authors.yml")),
        ("./", "writing/posts", "people.yml", BlogPlace("", "writing/posts", "people.yml")),
        ("", POSTS, AUTHORS, BlogPlace("", "posts", ".authors.yml")),
        (
            "about/news",
            POSTS,
            "{blog}/../authors.yml",
            BlogPlace("about/news", "about/news/posts", "about/authors.yml"),
        ),
        ("blog", "writing/posts", AUTHORS, BlogPlace("blog", "writing/posts")),
        ("blog", "{blog}", AUTHORS, BlogPlace("blog", "blog")),
        ("blog", "{blog}-posts", AUTHORS, BlogPlace("blog", "blog-posts")),
    ],
)
@pytest.mark.parametrize("site", [FOLDER, SUFFIX, SINGLE], ids=["folder", "suffix", "single"])
def test_spellings(site: Site, blog_dir: str, post_dir: str, authors_file: str, expected: BlogPlace) -> None:
    assert place(blog_dir, post_dir, authors_file, site) == expected


@pytest.mark.parametrize(
    ("blog_dir", "post_dir", "authors_file", "message"),
    [
        ("../blog", POSTS, AUTHORS, "`blog_dir` of multilingual-blog is `../blog`"),
        ("blog", "..", AUTHORS, "below the docs folder"),
        ("blog", ".", AUTHORS, "nothing but posts"),
        (".", "{blog}", AUTHORS, "nothing but posts"),
        ("{blog}", POSTS, AUTHORS, "no braces"),
        ("blog", "{folder}/posts", AUTHORS, "no braces but {blog}"),
        ("blog", "{blog/posts", AUTHORS, "no braces but {blog}"),
        ("blog", POSTS, ".", "a file"),
        ("sv/blog", POSTS, AUTHORS, "looked for in the folder of each language. Write it in mkdocs.yml such as `blog`"),
        ("blog", "sv/posts", AUTHORS, "`post_dir` of multilingual-blog is `sv/posts`"),
    ],
)
def test_what_is_no_place(blog_dir: str, post_dir: str, authors_file: str, message: str) -> None:
    with pytest.raises(PlaceError) as error:
        place(blog_dir, post_dir, authors_file, FOLDER)
    assert message in str(error.value)


def test_a_folder_named_like_a_language_is_a_folder_where_languages_have_none() -> None:
    assert place("sv/blog", POSTS, AUTHORS, SUFFIX).folder == "sv/blog"


def test_posts_and_the_front_page() -> None:
    together, apart, root = BlogPlace("blog", "blog"), BlogPlace("blog", "notes"), BlogPlace("", "posts")
    assert [together.is_post(key) for key in ("blog/index.md", "blog/a.md")] == [False, True]
    assert [apart.holds(key) for key in ("blog/index.md", "notes/a.md", "notes.md")] == [True, True, False]
    assert [root.holds(key) for key in ("index.md", "posts/a.md", "articles/a.md")] == [False, True, False]
    assert (root.index, root.categories_file, root.below("feed.xml")) == ("index.md", ".categories.yml", "feed.xml")

"""Builds of small sites with MkDocs."""

from __future__ import annotations

import logging
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml
from lxml import html
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort

LANGUAGES = ("da", "sv")


@dataclass(frozen=True)
class Built:
    """The outcome of a build."""

    folder: Path
    messages: list[str]
    """Warnings and errors, in the order of the log."""
    aborted: bool

    def page(self, address: str) -> html.HtmlElement:
        """The parsed page at an address such as `sv/articles/read/`."""
        return html.fromstring((self.folder / address / "index.html").read_text(encoding="utf-8"))

    def page_at(self, path: str) -> html.HtmlElement:
        """The parsed page in a file such as `sv/articles/read.html`."""
        return html.fromstring((self.folder / path).read_text(encoding="utf-8"))

    def has(self, address: str) -> bool:
        """Whether there is a page at the address."""
        return (self.folder / address / "index.html").is_file()


def write(root: Path, files: Mapping[str, str | bytes]) -> None:
    """Write files below the docs folder."""
    for name, content in files.items():
        path = root / "docs" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())


def build_site(
    root: Path,
    files: Mapping[str, str | bytes],
    *,
    languages: tuple[str, ...] = LANGUAGES,
    site_url: str = "http://127.0.0.1/",
    strict: bool = True,
    fallback: bool = True,
    use_directory_urls: bool = True,
    options: Mapping[str, object] | None = None,
    multilingual: Mapping[str, object] | None = None,
    blog: Mapping[str, object] | None = None,
    extensions: tuple[str, ...] = ("attr_list",),
    others: tuple[object, ...] = (),
    hook: str = "",
    structure: str = "folder",
    settings: Mapping[str, object] | None = None,
) -> Built:
    """Build a site of these files in Material; of one language and without static-i18n where `languages` is empty.

    `options`, `multilingual` and `blog` are the options of our plugins; without the last two, those are left out.
    `others` are plugins before all of them, as `mkdocs.yml` has them; `hook` is the source of a hook, `structure` that
    of static-i18n, `settings` are further settings of `mkdocs.yml`.
    """
    write(root, files)
    plugins: list[object] = [*others]
    if languages:
        entries = [{"locale": lang, "name": lang, "default": n == 0} for n, lang in enumerate(languages)]
        plugins.append(
            {
                "i18n": {
                    "docs_structure": structure,
                    "fallback_to_default": fallback,
                    "reconfigure_search": False,
                    "languages": entries,
                }
            }
        )
    plugins.append({"self-assessment": dict(options or {})})
    if multilingual is not None:
        plugins.append({"multilingual": dict(multilingual)})
    if blog is not None:
        plugins.append({"multilingual-blog": dict(blog)})
    config = {
        "site_name": "Test",
        "site_url": site_url,
        "theme": {"name": "material", "font": False, "language": languages[0] if languages else "en"},
        "use_directory_urls": use_directory_urls,
        "plugins": plugins,
        "markdown_extensions": list(extensions),
        "validation": {"links": {"anchors": "warn", "absolute_links": "warn", "unrecognized_links": "warn"}},
    }
    config |= dict(settings or {})
    if hook:
        (root / "hook.py").write_text(hook, encoding="utf-8")
        config["hooks"] = ["hook.py"]
    (root / "mkdocs.yml").write_text(yaml.safe_dump(config), encoding="utf-8")
    return rebuild(root, strict=strict)


def rebuild(root: Path, *, strict: bool = True) -> Built:
    """Build the site whose files are in a folder."""
    records = _Records()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(records)
    aborted = False
    try:
        config = load_config(str(root / "mkdocs.yml"), strict=strict)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    except Abort:
        aborted = True
    finally:
        logger.removeHandler(records)
    return Built(root / "site", records.messages, aborted)


class _Records(logging.Handler):
    def __init__(self) -> None:
        super().__init__(level=logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


def text(element: html.HtmlElement) -> str:
    """The words of an element."""
    return re.sub(r"\s+", " ", str(element.text_content())).strip()


def hrefs(page: html.HtmlElement, selector: str) -> list[str]:
    """Targets of the links that an XPath finds."""
    return [str(a.get("href")) for a in page.xpath(selector)]

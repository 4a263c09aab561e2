"""A picture for each page of a language, named in the page's settings as `image`, and kept from build to build."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from mkdocs_foundation.caching.store import Store, digest
from mkdocs_foundation.patterns import pattern
from mkdocs_foundation.reports.message import shown
from mkdocs_foundation.templates.titles import plain, words

from ..config import ShareImagesConfig
from ..saying import say
from ..share_images.asked import Picture, layout, missing
from .pages import is_public
from .state import Build

FOLDER = "assets/share"
"""Path of a picture in the built site, by locale and the path of the page's file."""
_COLOUR = pattern(r"#[0-9a-fA-F]{6}")


def check(options: ShareImagesConfig) -> None:
    """Raise `PluginError` for a colour that can't be used, and where the extra `share-images` isn't installed."""
    if options.enabled and (name := missing()):
        raise PluginError(
            shown(
                say(
                    "multilingual: share images need Pillow and a font, and `{name}` is not installed here: run "
                    "`pip install 'mkdocs-multilingual[share-images]'`, or set `enabled: false` "
                    "under `share_images` in the options of multilingual.",
                    name=name,
                )
            )
        )
    for name, colour in {"colour": options.colour, **options.topics}.items():
        if not isinstance(colour, str) or not _COLOUR.fullmatch(colour):
            raise PluginError(
                shown(
                    say(
                        "multilingual: the colour `{colour}` of `{name}` under `share_images` can't be read. "
                        'Write six digits, in quotation marks: "#0f4a55".',
                        colour=f"{colour}",
                        name=name,
                    )
                )
            )


def add(options: ShareImagesConfig, build: Build) -> None:
    """Make the pictures of a language, if the site has any, once all its pages have their titles."""
    if not options.enabled:
        return
    files, library, locale, config = build.files, build.library, build.locale, build.config
    folder = Path(config.config_file_path or "").parent / ".cache" / "share-images"
    kept = Store.load(folder / f"{locale}.store", digest("share images", layout()))
    background = Path(options.background).read_bytes() if options.background else b""
    for file in files.documentation_pages():
        page = file.page
        if page is None or not is_public(page, locale) or page.meta.get("image"):
            continue
        topics = page.meta.get("topics") or []
        topic = str(topics[0]) if isinstance(topics, list) and topics else ""
        hub = library.page(locale, f"topics/{topic}.md") if topic else None
        picture = Picture(
            title=plain(str(page.title or config.site_name)),
            label=words(hub.title) if hub else "",
            site_name=plain(config.site_name),
            colour=str(options.topics.get(topic, options.colour)),
        )
        path = build.site.key_of(file.src_uri).removesuffix(".md")
        uri = f"{FOLDER}/{locale}/{path}.png"
        page.meta["image"] = uri
        key = digest(repr(picture), background)
        if (content := kept.get(key)) is None:
            content = kept.put(key, _drawing().draw(picture, background))
        files.append(File.generated(config, uri, content=content))
    kept.save()


def _drawing() -> ModuleType:
    from ..share_images import picture  # Pillow takes long to load

    return picture

"""A picture for each page, made at build time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from mkdocs_multilingual.share_images import picture
from mkdocs_multilingual.share_images.asked import Picture
from tests.plugin.building import build_site

FILES = {
    "da/index.md": "# Hjem\n",
    "sv/index.md": "# Hem\n",
    "da/trust.md": "---\ntopics: [culture]\n---\n# Tillid\n",
    "da/only.md": "---\nimage: assets/own.png\n---\n# Egen\n",
}
OPTIONS = {"share_images": {"enabled": True, "topics": {"culture": "#9a4512"}}}


def test_each_page_of_a_language_has_a_picture_in_its_colour_and_fallbacks_have_none(tmp_path: Path) -> None:
    built = build_site(tmp_path, FILES, multilingual=OPTIONS)
    assert not built.aborted
    folder = built.folder / "assets" / "share"
    found = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.png"))
    assert found == ["da/index.png", "da/trust.png", "sv/index.png"]
    with Image.open(folder / "da" / "trust.png") as image:
        assert image.convert("RGB").getpixel((5, 300)) == (0x9A, 0x45, 0x12)


def test_pictures_are_kept_and_a_new_title_gives_a_new_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[str] = []

    def draw(given: Picture, background: bytes) -> bytes:
        drawn.append(given.title)
        return picture_of(given, background)

    picture_of = picture.draw
    monkeypatch.setattr(picture, "draw", draw)
    build_site(tmp_path, FILES, multilingual=OPTIONS)
    assert sorted(drawn) == ["Hem", "Hjem", "Tillid"]
    built = build_site(tmp_path, {**FILES, "da/trust.md": "# Mere tillid\n"}, multilingual=OPTIONS)
    assert drawn[3:] == ["Mere tillid"]
    # Of two builds with the same content, the pictures are the same.
    again = build_site(tmp_path / "again", {**FILES, "da/trust.md": "# Mere tillid\n"}, multilingual=OPTIONS)
    pictures = [sorted(site.folder.glob("assets/share/*/*.png")) for site in (built, again)]
    assert [path.read_bytes() for path in pictures[0]] == [path.read_bytes() for path in pictures[1]]


def test_a_colour_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    built = build_site(tmp_path, FILES, multilingual={"share_images": {"enabled": True, "colour": "green"}})
    assert built.aborted

"""A picture for each page, made at build time."""

from __future__ import annotations

from pathlib import Path

from PIL import Image

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


def test_pictures_are_kept_and_a_new_title_gives_a_new_one(tmp_path: Path) -> None:
    built = build_site(tmp_path, FILES, multilingual=OPTIONS)
    kept = {path.name: path.stat().st_mtime_ns for path in (tmp_path / ".cache").rglob("*.png")}
    before = (built.folder / "assets/share/da/trust.png").read_bytes()
    built = build_site(tmp_path, {**FILES, "da/trust.md": "# Mere tillid\n"}, multilingual=OPTIONS)
    assert (built.folder / "assets/share/da/trust.png").read_bytes() != before
    now = {path.name: path.stat().st_mtime_ns for path in (tmp_path / ".cache").rglob("*.png")}
    assert len(now) == len(kept) + 1
    assert kept.items() <= now.items()


def test_a_colour_that_cannot_be_read_is_reported(tmp_path: Path) -> None:
    built = build_site(tmp_path, FILES, multilingual={"share_images": {"enabled": True, "colour": "green"}})
    assert built.aborted

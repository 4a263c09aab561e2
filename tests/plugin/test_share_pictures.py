"""Share images: pictures that other sites show for a shared link."""

from __future__ import annotations

import io
from pathlib import Path

from PIL import Image

from mkdocs_multilingual.share_images.picture import SIZE, Picture, draw, fit

LONG = "Når eksperterne diskuterer tekniske detaljer, mens kunderne i køen venter på et svar, de kan forstå"


def opened(picture: Picture, background: Path | None = None) -> Image.Image:
    content = draw(picture, background)
    assert len(content) < 60_000
    return Image.open(io.BytesIO(content)).convert("RGB")


def test_a_picture_has_its_size_and_its_colour() -> None:
    image = opened(Picture(LONG, "Ekspertise", "Servicekompas", "#9a4512"))
    assert image.size == SIZE
    assert image.getpixel((5, 300)) == (0x9A, 0x45, 0x12)


def test_a_background_lies_under_the_words(tmp_path: Path) -> None:
    path = tmp_path / "background.png"
    Image.new("RGB", SIZE, "#102030").save(path)
    image = opened(Picture("Tillid", "", "Servicekompas", "#9a4512"), path)
    assert image.getpixel((1190, 5)) == (0x10, 0x20, 0x30)


def test_a_short_title_is_large_and_a_long_one_has_four_lines_at_most() -> None:
    short, large = fit("Chef eller leder")
    long, small = fit(LONG)
    assert short == ["Chef eller leder"]
    assert " ".join(long) == LONG
    assert 1 < len(long) <= 4
    assert small < large


def test_what_does_not_fit_ends_with_an_ellipsis() -> None:
    lines, _ = fit(" ".join([LONG] * 4))
    assert len(lines) == 4
    assert lines[-1].endswith(" …")


def test_every_letter_of_our_languages_has_a_shape() -> None:
    plain = draw(Picture("\uffff", "", "", "#000000"))
    for letter in "æøåäöÆØÅÄÖéü»«”“–…’":
        assert draw(Picture(letter, "", "", "#000000")) != plain, letter

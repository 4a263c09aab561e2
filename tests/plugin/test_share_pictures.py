"""Share images: pictures that other sites show for a shared link."""

from __future__ import annotations

import io

from PIL import Image

from mkdocs_multilingual.share_images.asked import Picture
from mkdocs_multilingual.share_images.picture import SIZE, draw, fit

LONG = "Når eksperterne diskuterer tekniske detaljer, mens kunderne i køen venter på et svar, de kan forstå"


def opened(picture: Picture, background: bytes = b"") -> Image.Image:
    content = draw(picture, background)
    assert len(content) < 60_000
    return Image.open(io.BytesIO(content)).convert("RGB")


def test_a_picture_has_its_size_and_its_colour() -> None:
    image = opened(Picture(LONG, "Ekspertise", "Servicekompas", "#9a4512"))
    assert image.size == SIZE
    assert image.getpixel((5, 300)) == (0x9A, 0x45, 0x12)


def png(image: Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def test_a_background_lies_under_the_words() -> None:
    image = opened(Picture("Tillid", "", "Servicekompas", "#9a4512"), png(Image.new("RGB", SIZE, "#102030")))
    assert image.getpixel((1190, 5)) == (0x10, 0x20, 0x30)


def test_letters_have_edges_between_their_colour_and_that_which_they_lie_on() -> None:
    """The title has dark letters, the label those of the topic; halves of the ground differ under both."""
    ground = Image.new("RGB", SIZE, "#ffff00")
    ground.paste("#00ffff", (160, 0, *SIZE))
    image = opened(Picture("IIIIIIII", "IIIIIIII", "", "#804020"), png(ground))
    for top, bottom, ink in ((80, 130, (0x80, 0x40, 0x20)), (160, 260, (0x1D, 0x2B, 0x2F))):
        for left, right, paper in ((60, 160, (255, 255, 0)), (160, 400, (0, 255, 255))):
            found = {colour for _, colour in image.crop((left, top, right, bottom)).getcolors() or []}
            assert {ink, paper} < found
            for colour in found:
                share = (colour[1] - paper[1]) / (ink[1] - paper[1])
                between = [low + (high - low) * share for low, high in zip(paper, ink, strict=True)]
                assert all(abs(a - b) <= 9 for a, b in zip(colour, between, strict=True)), (colour, ink, paper)


def test_a_background_of_any_colours_fits_into_one_palette() -> None:
    gradients = [Image.linear_gradient("L"), Image.linear_gradient("L").rotate(90), Image.radial_gradient("L")]
    background = png(Image.merge("RGB", gradients))
    image = opened(Picture(LONG, "Ekspertise", "Servicekompas", "#9a4512"), background)
    ink = (0x1D, 0x2B, 0x2F)
    assert image.getpixel((5, 300)) == (0x9A, 0x45, 0x12)
    assert ink in {colour for _, colour in image.getcolors() or []}


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

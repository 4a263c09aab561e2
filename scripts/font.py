# /// script
# requires-python = ">=3.11"
# dependencies = ["fontpkg-newsreader==1.3", "fonttools[woff]==4.60.1"]
# ///
"""Make the font of headings: `make font`, after a change of what is below; the results are committed.

Newsreader by Production Type, under the SIL Open Font License 1.1, which has no reserved name. From its variable font
one weight is taken at one optical size, with the letters of Western and Nordic languages: those of this site's
languages in one file, all others in a second, fetched by pages with such a letter in a heading only. Beside them come
the licence and `overrides/font.css`: the font, and faces of fonts that most devices have, stretched to the same
measures, so that nothing moves when the font arrives.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import files
from pathlib import Path
from typing import Any

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

ROOT = Path(__file__).parents[1]
FONT = ROOT / "docs/assets/fonts/newsreader.woff2"
MORE = FONT.with_stem("newsreader-more")
STYLE = ROOT / "overrides/font.css"

WEIGHT = 600
SIZE = 40
"""Optical size: what is drawn for large type is too thin for a heading of the third level."""
LETTERS = (
    "".join(chr(code) for code in [*range(0x20, 0x7F), *range(0xA0, 0x100)])
    + "ČčĐđŊŋŒœŠšŦŧŸŽžƷǤǥǦǧǨǩǮǯʒ"  # Sami, and the rest of French and Finnish
    + "‐–—‘’‚“”„†•…‰′″‹›€™←→−"
)
USUAL = "".join(map(chr, range(0x20, 0x7F))) + "ÄÅÆÉÖØÜäåæèéêöøü\xa0«·»–—‘’‚“”„…→−"
"""Those of them that headings in the languages of this site have."""
KERNED = "".join(chr(code) for code in range(0x41, 0x7B) if chr(code).isalpha()) + " .,:;-?!'()ÄÅÆÖØäåæöø–‘’“”«»"
"""Only these are moved closer to one another: for all letters that would be half of the file."""
STEP = 8
"""Moves are multiples of this, in 2000ths of the size: 0.2 px in the largest heading, and fewer bytes."""

FALLBACKS = {
    "Georgia": (["Georgia Bold"], 0.860),
    "Noto Serif": (["Noto Serif Bold"], 0.870),
    "Times": (["Times New Roman Bold", "Liberation Serif Bold"], 1.030),
    "DejaVu": (["DejaVu Serif Bold"], 0.784),
}
"""Names of bold faces, and how much they are stretched to be as wide as the font: measured on all headings of this
site, the first and the third with Gelasio and Tinos, whose letters are as wide as those of Georgia and Times."""


def main() -> None:
    """Write the font, its licence and its style sheet."""
    packaged = {Path(str(file)).name: Path(str(file.locate())) for file in files("fontpkg-newsreader") or []}
    whole = packaged["Newsreader[opsz,wght].ttf"]
    FONT.parent.mkdir(parents=True, exist_ok=True)
    usual = "".join(sorted(USUAL))
    others = "".join(sorted(set(LETTERS) - set(USUAL)))
    (FONT.parent / "OFL.txt").write_bytes(packaged["LICENSE"].read_bytes())
    for file, letters in ((MORE, others), (FONT, usual)):
        font = part(whole, letters, ["ccmp", "liga", "locl"])
        if kerned := "".join(letter for letter in KERNED if letter in letters):
            font["GPOS"] = part(whole, kerned, ["kern"])["GPOS"]
            for pair in pairs(font):
                pair.XAdvance = STEP * round(pair.XAdvance / STEP)
        font.flavor = "woff2"
        font.save(file)
        print(f"{file.relative_to(ROOT)}: {file.stat().st_size:,} bytes, {len(font.getGlyphOrder())} glyphs")
    STYLE.write_text(style(font, usual, others), encoding="utf-8")


def part(path: Path, letters: str, features: list[str]) -> TTFont:
    """The font with some letters and features, in the weight and at the size of headings."""
    font = instantiateVariableFont(TTFont(path), {"wght": WEIGHT, "opsz": SIZE}, updateFontNames=False)
    options = Options()
    options.layout_features = features
    options.hinting = False
    options.name_IDs = [0, 1, 2, 5, 6, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(text=letters)
    subsetter.subset(font)
    return font


def pairs(font: TTFont) -> Iterator[Any]:
    """The moves of all pairs of letters, and of all pairs of classes of letters."""
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in (getattr(table, "ExtSubTable", table) for table in lookup.SubTable):
            records = [record for row in getattr(table, "Class1Record", None) or [] for record in row.Class2Record]
            records += [record for row in getattr(table, "PairSet", None) or [] for record in row.PairValueRecord]
            yield from (record.Value1 for record in records if hasattr(record.Value1, "XAdvance"))


def style(font: TTFont, usual: str, others: str) -> str:
    """The style sheet with the font, in two parts by their letters, and its fallbacks."""
    ascent, descent = (measure / font["head"].unitsPerEm for measure in (font["hhea"].ascent, -font["hhea"].descent))
    rules = [
        "/* The font of headings, and what stands in for it until it is there. Written by scripts/font.py. */",
        # Of two files the later one is asked first, and for a letter that it lacks, the other.
        face(
            "Newsreader",
            [f'url("../fonts/{MORE.name}") format("woff2")'],
            "font-display: swap",
            f"unicode-range: {ranges(others, usual)}",
        ),
        face("Newsreader", [f'url("../fonts/{FONT.name}") format("woff2")'], "font-display: swap"),
    ]
    for name, (faces, stretch) in FALLBACKS.items():
        rules.append(
            face(
                f"Newsreader {name}",
                [f'local("{face}")' for face in faces],
                f"size-adjust: {stretch:.1%}",
                f"ascent-override: {ascent / stretch:.1%}",
                f"descent-override: {descent / stretch:.1%}",
                "line-gap-override: 0%",
            )
        )
    return "\n".join(rules)


def ranges(letters: str, without: str) -> str:
    """Letters as few ranges, which have nothing of what is without."""
    found: list[list[int]] = []
    for code in map(ord, letters):
        if found and not any(found[-1][1] < ord(other) < code for other in without):
            found[-1][1] = code
        else:
            found.append([code, code])
    return ", ".join(f"U+{low:X}" if low == high else f"U+{low:X}-{high:X}" for low, high in found)


def face(family: str, sources: list[str], *declarations: str) -> str:
    """One `@font-face` rule."""
    joined = ",\n    ".join(sources)
    source = f"src: {sources[0]}" if len(sources) == 1 else f"src:\n    {joined}"
    lines = [f'font-family: "{family}"', f"font-weight: {WEIGHT}", source, *declarations]
    return "\n".join(["@font-face {", *(f"  {line};" for line in lines), "}", ""])


if __name__ == "__main__":
    main()

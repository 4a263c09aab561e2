"""QR codes as SVG, drawn by segno, which the extra `kit` installs."""

from __future__ import annotations

from markupsafe import Markup


class NoQrCodesError(Exception):
    """segno isn't installed."""


def qr_code(address: str) -> Markup:
    """The code of an address as an `svg` element, black on white. Raises `NoQrCodesError`."""
    try:
        import segno
    except ImportError:
        raise NoQrCodesError from None
    code = segno.make(address, error="m", micro=False)
    drawn = code.svg_inline(border=4, dark="#000", light="#fff", omitsize=True, svgclass="sa-kit__code", lineclass=None)
    return Markup(drawn)

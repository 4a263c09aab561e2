"""HTML of a text within a line, such as a statement or a title, that can't run anything."""

from __future__ import annotations

import re
from html import escape
from html.parser import HTMLParser

from mkdocs_foundation.patterns import pattern

_SUSPICIOUS = pattern(
    r"<(?:/?(?:script|style|iframe|frame|object|embed|applet|base|link|meta|form|template|noscript|portal)\b|[!?])"
    r"|[\s/\"']on[a-z]+\s*=|srcdoc|s\s*c\s*r\s*i\s*p\s*t\s*:|data\s*:|&",
    re.IGNORECASE,
)
_SHOWN = frozenset(
    re.findall(
        r"\w+", "script style iframe frame frameset object embed applet base link meta form template noscript portal"
    )
)
"""Elements of which readers see the tags instead."""
_ADDRESSES = frozenset(["href", "src", "action", "formaction", "xlink:href", "data", "poster", "background"])
_RUNS = pattern(r"(?:javascript|vbscript|data:text)", re.IGNORECASE)
_IGNORED = pattern(r"[\s\x00-\x1f]")


def safe(html: str) -> str:
    """HTML in which elements that run are shown as text, and attributes that run are left out."""
    if "<" not in html or not _SUSPICIOUS.search(html):
        return html
    writer = _Writer()
    writer.feed(str(html))  # of `Markup`, parts would escape what is joined to them
    writer.close()
    return "".join(writer.written)


class _Writer(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []
        self._is_formula = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        source = self.get_starttag_text() or ""
        self._is_formula = tag == "script" and (dict(attrs).get("type") or "").startswith("math/")
        if tag in _SHOWN and not self._is_formula:
            self.written.append(escape(source, quote=False))
        elif all(map(_is_harmless, attrs)):
            self.written.append(source)
        else:
            kept = [
                f" {name}" if value is None else f' {name}="{escape(value)}"'
                for name, value in attrs
                if _is_harmless((name, value))
            ]
            end = " /" if source.endswith("/>") else ""
            self.written.append(f"<{tag}{''.join(kept)}{end}>")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        shown = tag in _SHOWN and not (tag == "script" and self._is_formula)
        self.written.append(f"&lt;/{tag}&gt;" if shown else f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.written.append(data if self._is_formula and self.cdata_elem else escape(data, quote=False))

    def handle_entityref(self, name: str) -> None:
        self.written.append(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.written.append(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.written.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.written.append(escape(f"<!{decl}>", quote=False))

    def unknown_decl(self, data: str) -> None:
        self.written.append(escape(f"<![{data}]>", quote=False))

    def handle_pi(self, data: str) -> None:
        self.written.append(escape(f"<?{data}>", quote=False))


def _is_harmless(attribute: tuple[str, str | None]) -> bool:
    name, value = attribute
    if name.startswith("on") or name == "srcdoc":
        return False
    return name not in _ADDRESSES or not _RUNS.match(_IGNORED.sub("", value or ""))

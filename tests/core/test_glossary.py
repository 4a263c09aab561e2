"""The glossary: reading a page of terms, and marking their first use."""

from __future__ import annotations

import pytest

from mkdocs_foundation.site import Language, Site
from mkdocs_foundation.sources import front_matter
from mkdocs_foundation.sources.pages import SourcePage, SourcePages, SourceText
from mkdocs_multilingual.glossary import terms
from mkdocs_multilingual.glossary.marking import mark
from mkdocs_multilingual.glossary.terms import Glossary, Term

PAGE = """---
terms:
  readiness: [parathed, parathedens]
  front-line: [frontlinjen]
---
# Ordliste

En indledning.

### Frontlinje {#front-line}

De **kolleger**, der taler med [kunderne](articles/trust.md).
Over disken eller i telefonen.

Mere om det.

### Parathed {#readiness}
Kompetence og *engagement*.
### Chef {#boss}

Et ord.
"""


def read(text: str = PAGE) -> tuple[Glossary, list[str]]:
    matter, body, wrong = front_matter.split(text, "da/glossary.md")
    assert wrong == []
    page = SourcePage("da/glossary.md", "da", "glossary.md", SourceText("", matter, body))
    site = Site({"da": Language("da", "Dansk"), "sv": Language("sv", "Svenska")})
    found, problems = terms.read(SourcePages({("da", "glossary.md"): page}), site, "glossary.md")
    assert list(found) == ["da"]
    return found["da"], [f"{p.location.line}: {p.found}" for p in problems]


def test_a_page_gives_its_terms() -> None:
    glossary, problems = read()
    assert problems == []
    readiness = Term("readiness", "Kompetence og engagement.", ("parathed", "parathedens"))
    line = Term("front-line", "De kolleger, der taler med kunderne. Over disken eller i telefonen.", ("frontlinjen",))
    assert glossary.terms == {"parathed": readiness, "parathedens": readiness, "frontlinjen": line}


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("readiness: [", "readines: [", "3: readines"),
        ("[frontlinjen]", "frontlinjen", "4: frontlinjen"),
        ("[frontlinjen]", "[Parathed]", "4: Parathed"),
        ("terms:\n  readiness: [parathed, parathedens]\n  front-line: [frontlinjen]", "terms: [x]", "2: ['x']"),
    ],
)
def test_what_is_wrong_is_reported_with_its_line(old: str, new: str, expected: str) -> None:
    assert read(PAGE.replace(old, new))[1] == [expected]


def marked(html: str) -> tuple[str, list[str]]:
    got, used = mark(html, read()[0], "../glossary/")
    return got, [term.id for term in used]


def test_the_first_use_is_a_link_and_later_ones_are_not() -> None:
    html, used = marked("<p>Parathedens to sider. <em>Parathed</em> og parathed.</p>")
    link = '<a class="ml-term" href="../glossary/#readiness" aria-describedby="ml-term-readiness">Parathedens</a>'
    assert html == f"<p>{link} to sider. <em>Parathed</em> og parathed.</p>"
    assert used == ["readiness"]


@pytest.mark.parametrize(
    "html",
    [
        "<h2 id='a'>Parathed</h2>",
        '<p><a href="x">om <em>parathed</em></a></p>',
        "<pre><code>parathed</code></pre>",
        '<figure><svg aria-label="parathed"><text>parathed</text></svg></figure>',
        '<p title="parathed"><!-- parathed --></p>',
        "<div data-no-terms><p>Om <em>parathed</em></p></div>",
        "<p>opgaveparathed, parathedsniveau og u-parathed</p>",
        "<p>frontlinjens</p>",
    ],
)
def test_where_a_link_would_be_wrong_nothing_is_marked(html: str) -> None:
    assert marked(html) == (html, [])


def test_after_what_is_left_alone_terms_are_marked_again() -> None:
    _, used = marked('<h2>Parathed<br></h2><p><img alt="">Om parathed på frontlinjen.</p>')
    assert used == ["readiness", "front-line"]


@pytest.mark.parametrize(
    ("form", "html", "shown"),
    [
        ("R&D", "<p>Our R&amp;D is here</p>", "R&amp;D"),
        ("R&D", "<p>Our R&#38;D is here</p>", "R&#38;D"),
        ("a < b", "<p>When a &lt;\nb holds</p>", "a &lt;\nb"),
        ('"soft" skill', "<p>A “soft” skill</p>", "“soft” skill"),
        ("“soft” skill", '<p>A "soft" skill and &quot;soft&quot;</p>', '"soft" skill'),
        ("customer's voice", "<p>The customer’s voice</p>", "customer’s voice"),
        ("customer’s voice", "<p>The customer&#39;s&nbsp;voice</p>", "customer&#39;s&nbsp;voice"),
        ("front-line", "<p>Our front\N{NON-BREAKING HYPHEN}line</p>", "front\N{NON-BREAKING HYPHEN}line"),
        ("C++", "<p>In C++, C and C#</p>", "C++"),
        (".NET", "<p>In .NET too</p>", ".NET"),
        ("خدمة العملاء", "<p>تحسين خدمة العملاء اليوم</p>", "خدمة العملاء"),
        ("שירות", "<p>טוב שירות טוב</p>", "שירות"),
        ("服务", "<p>我们的服务质量</p>", "服务"),
        ("サービス", "<p>良いサービスを提供</p>", "サービス"),
        ("บริการ", "<p>การบริการที่ดี</p>", "บริการ"),
        ("고객", "<p>모든 고객을 위해</p>", "고객"),
        ("straße", "<p>Die STRASSE</p>", None),
        ("amp", "<p>R&amp;D</p>", None),
        ("C", "<p>In C++ and C#</p>", None),
        ("サービス", "<p>マイサービスデスク</p>", None),
        ("כתב", "<p>כתבה, כתב\N{HEBREW POINT QAMATS}</p>", None),
        ("profit", "<p>non-profit, profits</p>", None),
    ],
)
def test_forms_with_signs_and_in_any_script(form: str, html: str, shown: str | None) -> None:
    found, terms = mark(html, Glossary({form.lower(): Term("x", "Meaning", (form,))}), "g/")
    link = '<a class="ml-term" href="g/#x" aria-describedby="ml-term-x">{}</a>'
    assert found == (html.replace(shown, link.format(shown), 1) if shown else html)
    assert len(terms) == bool(shown)


@pytest.mark.parametrize("end", ["", "s", " rummet", "+"])
def test_of_forms_that_begin_alike_the_longest_is_marked(end: str) -> None:
    """The same terms in every order, since forms are looked for by their beginnings."""
    forms = ["lys", "lyset", "lyse", "lys i", "lys i rummet", "lyses", "luft", "r"]
    found = {form: Term(f"t{number}", "", (form,)) for number, form in enumerate(forms)}
    expected = {"": "t4", "s": None, " rummet": "t4", "+": "t3"}[end]
    for order in (forms, forms[::-1]):
        _, terms = mark(f"<p>Et lys i rummet{end}</p>", Glossary({form: found[form] for form in order}), "g/")
        assert [term.id for term in terms] == ([expected] if expected else ["t3"])

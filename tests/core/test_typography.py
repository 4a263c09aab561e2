"""The typographic rules of each language."""

from __future__ import annotations

import re
from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_multilingual.typography import dates, link_notes, marks, reading_time

DAY = date(2026, 3, 4)


@pytest.mark.parametrize(
    ("locale", "long", "month"),
    [
        ("da", "4. marts 2026", "marts 2026"),
        ("sv", "4 mars 2026", "mars 2026"),
        ("nb", "4. mars 2026", "mars 2026"),
        ("en", "4 March 2026", "March 2026"),
        ("en-US", "March 4, 2026", "March 2026"),
        ("fi", "4. maaliskuuta 2026", "maaliskuu 2026"),
        ("xx", "2026-03-04", "2026-03"),
    ],
)
def test_dates_are_written_as_the_language_does(locale: str, long: str, month: str) -> None:
    assert (dates.long(DAY, locale), dates.month(DAY, locale)) == (long, month)
    assert dates.long(datetime(2026, 3, 4, 23, 59), locale) == long


@pytest.mark.parametrize(
    ("html", "minutes"),
    [
        ("", 1),
        ("<p>kort</p>", 1),
        (f"<p>{'ord ' * 700}</p>", 4),  # 3.5 of 200 words
        (f"<p>{'ord ' * 200}</p><pre><code>{'x = 1 ' * 900}</code></pre>", 1),
        (f"<p>{'ord ' * 200}</p><svg><text>{'navn ' * 900}</text></svg>", 1),
        (f"<p title='{'ikke læst ' * 900}'>{'service-kultur ' * 400}</p>", 2),
    ],
)
def test_reading_time_counts_what_is_read(html: str, minutes: int) -> None:
    assert reading_time.minutes(html) == minutes


def test_links_have_numbers_for_print() -> None:
    html = (
        '<p><a href="../rules/">Regler</a>, <a class="x" href="https://example.com/a?b=1&amp;c=2">kilden</a>, '
        '<a href="../rules/">igen</a>, <a href="#here">her</a>, <a href="../trust/#here">også her</a>, '
        '<a href="mailto:a@example.org">post</a>, <a href="../icon/"><svg></svg></a>, '
        '<a class="ml-term" href="../terms/#a">begreb</a>, <a href="../s%C3%B8vn/">søvn</a></p>'
    )
    noted, addresses = link_notes.with_notes(html, "https://example.org/articles/trust/")
    assert addresses == [
        "https://example.org/articles/rules/",
        "https://example.com/a?b=1&c=2",
        "https://example.org/articles/søvn/",
    ]
    assert re.findall(r">([^<>]+)</a><sup[^>]*>(\d+)", noted) == [
        ("Regler", "1"),
        ("kilden", "2"),
        ("igen", "1"),
        ("søvn", "3"),
    ]
    assert re.sub(r"<sup.*?</sup>", "", noted) == html


QUOTED = {"da": "»Hej«", "sv": "”Hej”", "nb": "«Hej»", "en": "“Hej”", "fi": "”Hej”", "de": "„Hej“", "fr": '"Hej"'}


@pytest.mark.parametrize(("locale", "quoted"), QUOTED.items())
def test_quotation_marks_are_the_languages(locale: str, quoted: str) -> None:
    assert marks.set_html('<p>"Hej"</p>', locale) == f"<p>{quoted}</p>"
    assert marks.set_text('Sig "Hej" & <smil>', locale) == f"Sig {quoted} & <smil>"


@pytest.mark.parametrize(
    ("written", "set"),
    [
        ('<p>"Vi plejer", siger hun.</p>', "<p>»Vi plejer«, siger hun.</p>"),
        ('<p>"<em>Nej</em>" og <a href="x">"ja"</a></p>', '<p>»<em>Nej</em>« og <a href="x">»ja«</a></p>'),
        ('<p>Et <em>"ord</em>" til</p>', "<p>Et <em>»ord</em>« til</p>"),
        ('<p>("ja" / "nej")</p>', "<p>(»ja« / »nej«)</p>"),
        ("<p>\"Hun sagde 'nej'.\"</p>", "<p>»Hun sagde ›nej‹.«</p>"),
        ("<p>\"'Nej', sagde hun.\"</p>", "<p>»›Nej‹, sagde hun.«</p>"),
        ("<p>Lars' 90'erne, '68 og it's</p>", "<p>Lars’ 90’erne, ’68 og it’s</p>"),
        ('<p>En 19" skærm</p>', '<p>En 19" skærm</p>'),
        ('<p>En "glemt</p><p>og en" anden</p>', '<p>En "glemt</p><p>og en" anden</p>'),
        ('<li>"Et</li><li>to"</li>', '<li>"Et</li><li>to"</li>'),
        ("<p>Vent... og se....</p>", "<p>Vent… og se....</p>"),
        ('<p>Kør <code>"a" ... 5%</code> "nu"</p>', '<p>Kør <code>"a" ... 5%</code> »nu«</p>'),
        ('<p>"<code>a</code>"</p>', "<p>»<code>a</code>«</p>"),
        ('<pre><code>"a"\n</code></pre><p>"b"</p>', '<pre><code>"a"\n</code></pre><p>»b«</p>'),
        ('<img alt="a > \'b\'" title=\'"x"\'><p>"b"</p>', "<img alt=\"a > 'b'\" title='\"x\"'><p>»b«</p>"),
        ('<script type="application/json">{"a": "b ... 5%"}</script>',) * 2,
        ("<style>a{b:'c'}</style>", "<style>a{b:'c'}</style>"),
        ('<!-- "a" ... --><p>"b"</p>', '<!-- "a" ... --><p>»b«</p>'),
        ("<p>Se https://x.dk/a...b?'c'=5% nu...</p>", "<p>Se https://x.dk/a...b?'c'=5% nu…</p>"),
        ("<p>&quot;Hej&quot; &#34;dig&#34; det&#39;s</p>", "<p>»Hej« »dig« det’s</p>"),
        ("<p>Kun 3.5 procent</p>", "<p>Kun 3,5 procent</p>"),
        ("<p>»Hej« og ”hej”</p>", "<p>»Hej« og ”hej”</p>"),
        ("<p>65% og 65 %, 3.5 % og 2.25 procent</p>", "<p>65\u00a0% og 65\u00a0%, 3,5\u00a0% og 2,25 procent</p>"),
        (
            "<p>WCAG 2.1, kl. 8.30, 24.11, 1.000 % og v1.2.3</p>",
            "<p>WCAG 2.1, kl. 8.30, 24.11, 1.000\u00a0% og v1.2.3</p>",
        ),
    ],
)
def test_danish_prose(written: str, set: str) -> None:
    assert marks.set_html(written, "da") == set
    assert marks.set_html(set, "da") == set


def test_english_has_no_space_before_percent_and_keeps_its_points() -> None:
    assert marks.set_html("<p>65% and 3.5 %</p>", "en-GB") == "<p>65% and 3.5 %</p>"


@given(st.text(alphabet="ab \"'<>/.%5&;=-", max_size=60), st.sampled_from(["da", "sv", "nb", "en"]))
def test_nothing_but_marks_changes(html: str, locale: str) -> None:
    plain = str.maketrans(dict.fromkeys("»«›‹”“„’‘‚'", '"') | {"…": "...", "\u00a0": " ", ",": "."})

    def letters(text: str) -> str:
        return re.sub(r"&quot;|\s", "", text.translate(plain))

    assert letters(marks.set_html(html, locale)) == letters(html)


@pytest.mark.parametrize(
    "formula",
    [
        r"\(f'(x)\)",
        r"\[ a' ... b' \]",
        "$f'(x) ... 'y'$",
        "$2^{'a'}$",
        '$$"x" = 5.5 %$$',
        r'\(a <em>"b"</em> c\)',
        """<span class="arithmatex">\\(f'\\) <span>"y"</span> "z"</span>""",
        "<div class='arithmatex display'>f'(x) ...</div>",
        '<div class="mermaid">A["x"] --> B ...</div>',
        '<span translate="no">"x"</span>',
        '<p class="notypo a">"x" <b>"y"</b></p>',
        '<span class="katex">"x"</span>',
    ],
)
def test_formulas_diagrams_and_what_an_author_excludes_stay_as_they_are(formula: str) -> None:
    assert marks.set_html(f'"a" {formula} "b" 5 %', "da") == f"»a« {formula} »b« 5\N{NO-BREAK SPACE}%"


@pytest.mark.parametrize(
    "text", ["Det koster $5, og {} kun 6$.", "5$ for {} og 6$", r"C:\(x {}", "a $ b {} $ c", "$5-{}-$6"]
)
def test_amounts_and_paths_are_no_formulas(text: str) -> None:
    assert marks.set_html(text.format('"den"'), "da") == text.format("»den«")


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("5.5-6.5 %", "5,5-6,5 %"),
        ("5.5–6.5%", "5,5–6,5 %"),
        ("5.5 til 6.5 procent", "5,5 til 6,5 procent"),
        ("1.5, 2.5 og 3.5 %", "1,5, 2,5 og 3,5 %"),
        ("1.5/2 %", "1,5/2 %"),
        ("1.2.3 %", "1.2.3 %"),
        ("1.5-2.125 %", "1.5-2.125 %"),
        ("v2.5%", "v2.5 %"),
        ("5%20a", "5%20a"),
        ("100%ig", "100%ig"),
        ("12.5. 6.5 m", "12.5. 6.5 m"),
        ("./...", "./..."),
    ],
)
def test_numbers_before_one_percent_sign_have_one_decimal_sign(typed: str, shown: str) -> None:
    assert marks.set_html(typed, "da") == shown.replace(" %", "\N{NO-BREAK SPACE}%")

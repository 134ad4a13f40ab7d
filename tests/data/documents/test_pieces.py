"""The small pieces that the readers share."""

from __future__ import annotations

import datetime as dt
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import DocumentKind, Hours, Level, PaidBy, Pay, Payer, PayPeriod
from brobygger.data.documents import read_bytes
from brobygger.data.documents.cleaning import clean, clean_line, is_repetitive
from brobygger.data.documents.formats.pdf import join_hyphenated
from brobygger.data.documents.kinds import judge_kind
from brobygger.data.documents.markup import html_text, read_page
from brobygger.data.documents.names import country_code, language_code, language_name
from brobygger.data.documents.records.cv_sections import month, working_level
from brobygger.data.documents.records.declared import hours_a_week
from brobygger.data.documents.records.entry import _pay
from brobygger.data.documents.records.fields import (
    coordinates,
    count,
    date,
    is_rolling,
    level,
    number,
    spelled,
)
from brobygger.data.documents.styles import StyleSheet, colour, declarations, hides
from tests.drawing import times

A, B, C = Level.A2, Level.B1, Level.C1


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Svenska", "sv"), ("engelsk", "en"), ("Danish", "da"), ("eng", "en"), ("deu", "de"), ("no", "nb"),
        ("Norsk", "nb"), ("bokmål", "nb"), ("nynorsk", "nb"), ("polski", "pl"), ("pt-BR", "pt-BR"), ("en-GB", "en"),
        ("Brazilian Portuguese", "pt-BR"), ("ukrainsk", "uk"), ("Klingonisch?", None), ("", None), ("x" * 500, None),
    ],
)  # fmt: skip
def test_language_is_known_by_code_and_name(name, code):
    assert language_code(name) == code


def test_language_is_named_in_the_readers_language():
    assert language_name("de", "da") == "tysk"
    assert language_name("pt-BR", "en") == "Brazilian Portuguese"


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("2027-06", (dt.date(2027, 6, 1), dt.date(2027, 6, 30))),
        ("30.06.2027", (dt.date(2027, 6, 30), dt.date(2027, 6, 30))),
        ("2027", (dt.date(2027, 1, 1), dt.date(2027, 12, 31))),
        ("soon", None),
    ],
)
def test_graduation_of_a_cv_is_declared(words, expected):
    content = json.dumps({"text": "Skills: Python", "document": "cv", "graduation": words}).encode()
    *warnings, document = read_bytes(content, name="a.json")

    declared = [(one.value.earliest, one.value.latest) for one in document.declared]
    assert declared == ([expected] if expected else [])
    assert [one.message_key for one in warnings] == ([] if expected else ["bad_value"])


@pytest.mark.parametrize(
    ("stated", "expected"),
    [
        ({"paid_by": "own grant", "fund": "Erasmus+"}, Payer(PaidBy.OWN_GRANT, "Erasmus+")),
        ({"paid_by": "unpaid"}, Payer(PaidBy.UNPAID)),
        ({"paid_by": "the queen"}, None),
    ],
)
def test_who_pays_is_declared(stated, expected):
    content = json.dumps({"text": "We look for a welder.", "document": "ad", **stated}).encode()
    *warnings, document = read_bytes(content, name="a.json")

    assert [one.value for one in document.declared] == ([expected] if expected else [])
    assert [one.message_key for one in warnings] == ([] if expected else ["bad_value"])


@pytest.mark.parametrize(
    ("name", "code"), [("NORGE", "NO"), ("Sverige", "SE"), ("dk", "DK"), ("Polen", "PL"), ("?", None)]
)
def test_country_is_known_by_code_and_name(name, code):
    assert country_code(name) == code


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2026-03-31T12:00:00Z", dt.date(2026, 3, 31)), ("31.3.2026", dt.date(2026, 3, 31)),
        ("31-03-2026", dt.date(2026, 3, 31)), ("2026-02-30", None), ("3/4/2026", None), ("snarest", None), (None, None),
    ],
)  # fmt: skip
def test_date_is_read_or_missing(words, day):
    assert date(words) == day


def test_numbers_are_read_or_missing():
    assert number("37,5") == 37.5
    assert number(58.34984) == 58.34984
    assert number(float("nan")) is None
    assert number(True) is None
    assert count("2") == 2
    assert count(0) is None
    assert count(1.5) is None


def test_coordinates_must_lie_on_the_globe():
    assert coordinates("55.6", 13) == (55.6, 13.0)
    assert coordinates(0, 0) is None
    assert coordinates(91, 0) is None
    assert coordinates(None, 13) is None


def test_levels_and_rolling_words_are_recognised():
    assert level("b2 (selvstændig)") is Level.B2
    assert level("AB2C") is None
    assert is_rolling("Løpende")
    assert not is_rolling("løpende fornyelse")


def test_place_in_capitals_is_spelled_as_people_do():
    assert spelled("SOGN OG FJORDANE") == "Sogn og Fjordane"
    assert spelled("Mo i Rana") == "Mo i Rana"


@pytest.mark.parametrize(
    ("words", "hours"),
    [
        ("37 timer pr. uge", Hours(37, 37)), ("15–20 hours per week", Hours(15, 20)), ("40 tim/vecka", Hours(40, 40)),
        ("37,5 timer i uka", Hours(37.5, 37.5)), ("20-10 hours a week", None), ("37 timer", None), ("Heltid", None),
    ],
)  # fmt: skip
def test_hours_are_read_where_the_week_is_named(words, hours):
    assert hours_a_week(words) == hours


@pytest.mark.parametrize(
    ("words", "pay"),
    [
        ("35000-40000 DKK/month", Pay(35000, 40000, "DKK", PayPeriod.MONTH)),
        ("35 000 SEK per month", Pay(35000, None, "SEK", PayPeriod.MONTH)),
        ("182.50 NOK/hour", Pay(182.5, None, "NOK", PayPeriod.HOUR)),
        ("500.000 NOK/year", Pay(500000, None, "NOK", PayPeriod.YEAR)),
        ("40000-35000 DKK/month", None),
        ("competitive", None),
    ],
)
def test_pay_is_read_or_left(words, pay):
    assert _pay(words) == pay


def test_working_level_is_the_lower_of_interaction_and_writing():
    assert working_level({"spokeninteraction": B, "writing": C, "reading": A}) is B
    assert working_level({"writing": C}) is C
    assert working_level({"listening": C, "reading": A}) is A
    assert working_level({}) is None


@pytest.mark.parametrize(
    ("words", "short"), [("2019-03-01", "03/2019"), ("2019", "2019"), ("19. marts", ""), ("", "")]
)
def test_month_is_shortened(words, short):
    assert month(words) == short


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Curriculum vitae\n\nErhvervserfaring\n2019 – 2022 Smed", DocumentKind.CV),
        ("Vi søger en smed. Du har svendebrev. Ansøgningsfrist 1. maj.", DocumentKind.AD),
        ("Jag har arbetat som svetsare.\nSpråk\nSvenska\nUtbildning\n2015-2018 Gymnasium", DocumentKind.CV),
        ("We are looking for an engineer. You will design pumps. Requirements: CAD.", DocumentKind.AD),
        ("Om meg\nJeg er elektriker.\nArbeidserfaring\n2018–nå Montør", DocumentKind.CV),
    ],
)
def test_kind_is_judged_by_words(text, kind):
    assert judge_kind(text) is kind


def test_line_breaks_and_hyphens_are_joined():
    assert (
        join_hyphenated("udvik-\nling af miljø-\nog energi, A-\nB") == "udvikling af miljø- og energi, A-\nB"
    )


@given(st.text(max_size=200))
def test_clean_text_stays_clean(text):
    once = clean(text)
    assert clean(once) == once
    assert clean_line(clean_line(text)) == clean_line(text)
    assert "\n" not in clean_line(text)
    assert "\n\n\n" not in once
    once.encode()


def test_prose_is_not_repetitive_but_stuffing_is():
    prose = " ".join(
        f"Opgave {number}: mål nummer {number * 7919 % 1009} og skriv rapport." for number in range(400)
    )
    assert not is_repetitive(prose)
    assert is_repetitive("python java docker " * 1_000)
    assert not is_repetitive("python " * 100)


@pytest.mark.parametrize(
    "style",
    [
        "display:none", "DISPLAY : NONE !important", "visibility:hidden", "font-size:0", "font-size: 1px", "opacity:0",
        "color:transparent", "text-indent:-9999px", "position:absolute;left:-5000px", "height:0;overflow:hidden",
    ],
)  # fmt: skip
def test_style_hides(style):
    assert hides(declarations(style))
    assert read_page(f'<p>Synlig <span style="{style}">skjult</span></p>').text == "Synlig"


@pytest.mark.parametrize(
    "style", ["color:#fff;background:#003", "opacity:0.9", "font-size:0.8em", "left:-5000px", ""]
)
def test_style_shows(style):
    assert read_page(f'<p>Synlig <span style="{style}">også</span></p>').text == "Synlig også"


def test_text_in_the_colour_of_its_ground_is_hidden():
    page = '<div style="background:rgb(0,0,60)"><p style="color:#00003c">skjult</p><p style="color:white">vises</p></div>'
    assert read_page(page).text == "vises"
    assert read_page('<body bgcolor="#ffffff"><font color="#fefefe">skjult</font> vises').text == "vises"
    assert (
        read_page('<div style="background:url(x.png)"><p style="color:#fff">vises</p></div>').text == "vises"
    )


def test_style_sheet_hides_by_class_id_and_tag():
    sheet = StyleSheet(
        "/* x */ .a, p.b { display: none } #c{color:red} @media print { .d { display: none } } em{color:blue}"
    )
    assert hides(sheet.style("div", ["a"], "", ""))
    assert hides(sheet.style("p", ["b"], "", ""))
    assert not hides(sheet.style("div", ["b"], "", ""))
    assert not hides(sheet.style("div", ["d"], "", ""))
    assert sheet.style("em", [], "c", "color: green")["color"] == "green"


def test_colours_are_read():
    assert colour("#fff") == colour("white") == colour("rgb(255, 255, 255)") == (255, 255, 255)
    assert colour("linear-gradient(red, blue)") is None


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("Ingen tags & 3 < 4", "Ingen tags & 3 < 4"),
        ("R&amp;D\nlinje to", "R&D\nlinje to"),
        ("&lt;p&gt;Hej &amp;amp; dav&lt;/p&gt;", "Hej & dav"),
        ("<p>a<!-- b -->c</p>d", "ac\n\nd"),
        ("<ol><li>et<ul><li>to</li></ul></li></ol>", "• et\n• to"),
        ("<pre>a\n  b</pre>", "a\nb"),
        ("", ""),
    ],
)
def test_html_becomes_lines(markup, text):
    assert html_text(markup) == text


@times(100)
@given(
    st.lists(
        st.sampled_from(
            [
                "<p>",
                "</p>",
                "<li>",
                "<td>",
                "<div style='color:white'>",
                "</div>",
                "<pre>",
                "<nav>",
                "<style>",
                "</style>",
                "{",
                "@media",
                "}",
                "ord ",
                "&amp;",
                "<!--",
                "<",
            ]
        ),
        max_size=30,
    )
)
def test_any_markup_is_read(pieces):
    read_page("".join(pieces))  # fmt: skip


@pytest.mark.parametrize(
    "piece", ["<div>", "<", "<!--", "&", "<style>{", "@{", "<p style='", "]]>", "<td><tr>"]
)
def test_hostile_markup_is_read_soon(piece):
    started = time.perf_counter()
    html_text("<p>x</p>" + piece * 50_000)
    assert time.perf_counter() - started < 20

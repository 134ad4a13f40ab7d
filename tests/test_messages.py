"""Translations: every marked text is found, and what is missing, unsure or broken in a language is named."""

from __future__ import annotations

import gettext

import pytest
from babel.messages.catalog import Catalog

from tools import messages


def found(source):
    return [(text, context) for _line, text, context in messages.texts_of_template(source)]


def test_translate_tag_is_found_with_its_context():
    assert found('{% translate "Show" %}{% translate "Open" context "an ad" as title %}') == [
        ("Show", None),
        ("Open", "an ad"),
    ]


def test_text_given_to_a_component_is_found():
    assert found('{% component "chip" text=_("Python") title=name %}{{ name|default:_("nobody") }}') == [
        ("Python", None),
        ("nobody", None),
    ]


def test_block_is_found_with_its_variables_and_plural():
    source = "{% blocktranslate trimmed count n=n %}\n  {{ n }} person\n{% plural %}\n  {{ n }} people\n{% endblocktranslate %}"

    assert found(source) == [(("%(n)s person", "%(n)s people"), None)]


def test_percent_signs_are_doubled_like_django_looks_them_up():
    assert found('{% translate "65 %" %}{% blocktranslate %}65 % of {{ all }}{% endblocktranslate %}') == [
        ("65 %%", None),
        ("65 %% of %(all)s", None),
    ]


def test_mails_are_read_too():
    found = {file.relative_to(messages.SOURCE).as_posix() for file in messages.templates()}

    assert {"apps/base/templates/mail/frame.txt", "web/templates/base.html"} <= found
    assert "Choose what you want mails about:" in [message.id for message in messages.all_texts()]


def test_texts_of_code_are_found_with_plural_and_context():
    source = b'_("One")\nngettext("%(n)s ad", "%(n)s ads", n)\npgettext("noun", "Match")\nprint("not this")\n'

    assert [(text, context) for _line, text, context in messages.texts_of_code(source)] == [
        ("One", None),
        (("%(n)s ad", "%(n)s ads"), None),
        ("Match", "noun"),
    ]


@pytest.mark.parametrize(
    ("translation", "problem"),
    [
        (None, "has no sure translation"),
        ("", "has no sure translation"),
        ("Score %(score)s af 100", "different placeholders"),
    ],
)
def test_missing_and_broken_translations_are_named(translation, problem):
    texts, catalog = Catalog(), Catalog(locale="da")
    texts.add("Score %(value)s of 100", locations=[("page.html", 3)])
    if translation is not None:
        catalog.add("Score %(value)s of 100", translation)

    assert [problem in one for one in messages.problems_of(catalog, texts)] == [True]


def test_new_text_without_a_translation_is_named():
    texts, catalog = Catalog(), Catalog(locale="da")
    texts.add("Show", locations=[("page.html", 3)])
    catalog.update(texts, no_fuzzy_matching=True)  # holds no string at all until it is read back

    assert list(messages.problems_of(catalog, texts)) == ["'Show' has no sure translation (page.html:3)"]


def test_unsure_translation_is_named():
    texts, catalog = Catalog(), Catalog(locale="da")
    texts.add("Show", locations=[("page.html", 3)])
    catalog.add("Show", "Vis", flags=["fuzzy"])

    assert list(messages.problems_of(catalog, texts)) == ["'Show' has no sure translation (page.html:3)"]


@pytest.mark.parametrize(
    ("language", "translation", "problems"),
    [
        ("nb", "Vælg, hvad du godkender i dit program.", ["is da, not nb"]),
        ("sv", "Vælg, hvad du godkender i dit program.", ["is da, not sv"]),
        ("da", "Choose what you approve in your programme.", ["is en, not da"]),
        ("nb", "Velg hva du godkjenner i programmet ditt.", []),
        ("sv", "Välj vad du godkänner i ditt program.", []),
        ("da", "Vælg, hvad du godkender i dit program.", []),
        ("nb", "Efter by", []),  # too few words to tell
    ],
)
def test_translation_in_a_neighbours_language_is_named(language, translation, problems):
    texts, catalog = Catalog(), Catalog(locale=language)
    texts.add("Choose what you approve in your programme.", locations=[("page.html", 3)])
    catalog.add("Choose what you approve in your programme.", translation)

    found = list(messages.problems_of(catalog, texts))

    assert [one.removeprefix(f"{translation!r} ") for one in found] == problems


def test_update_adds_new_texts_to_every_language_and_counts_them(tmp_path, monkeypatch, capsys):
    texts = Catalog()
    for text in ("Show", ("%(n)s person", "%(n)s people")):
        texts.add(text)
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    monkeypatch.setattr(messages, "all_texts", lambda: texts)

    assert messages.update() == 0

    assert capsys.readouterr().out.splitlines() == [f"{one}: 2 to translate" for one in messages.LANGUAGES]
    assert all("Show" in messages._read(one) for one in messages.LANGUAGES)


def test_compiled_catalogue_knows_letters_and_plurals(tmp_path, monkeypatch):
    monkeypatch.setattr(messages, "LOCALE", tmp_path)
    monkeypatch.setattr(messages, "LANGUAGES", ("sv",))
    folder = tmp_path / "sv" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "django.po").write_text(
        'msgid "Year"\nmsgstr "År"\n\nmsgid "%(n)s ad"\nmsgid_plural "%(n)s ads"\nmsgstr[0] "%(n)s annons"\nmsgstr[1] "%(n)s annonser"\n',
        encoding="utf-8",
    )

    messages.compile_all()

    with (folder / "django.mo").open("rb") as file:
        catalogue = gettext.GNUTranslations(file)
    assert catalogue.gettext("Year") == "År"
    assert catalogue.ngettext("%(n)s ad", "%(n)s ads", 2) == "%(n)s annonser"

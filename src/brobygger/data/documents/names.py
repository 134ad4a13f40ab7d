"""Names of languages and countries, as fields state them, to ISO codes (names: Unicode CLDR, through Babel)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from babel import Locale
from babel.core import get_global

LOCALES = ("en", "da", "nb", "sv", "de", "pl", "fr", "es", "it", "pt", "nl", "fi", "ro", "uk", "tr")
NORWEGIAN = {"no": "nb", "nn": "nb"}  # one language to an employer who asks for "Norwegian"
SAID_OTHERWISE = {"mandarin": "zh", "farsi": "fa", "flemish": "nl", "brazilian portuguese": "pt-BR"}


def language_code(name: str) -> str | None:
    """
    Code of a language given by its code (ISO 639-1 or 639-2) or its name; None if unknown.

    >>> language_code("Svenska"), language_code("eng"), language_code("pt-br"), language_code("Norsk")
    ('sv', 'en', 'pt-BR', 'nb')
    """
    wanted = " ".join(name.casefold().split())
    base, _, region = wanted.replace("_", "-").partition("-")
    code = _code(base)
    if code and len(region) == 2 and region.isalpha():
        return NORWEGIAN.get(code) or (f"{code}-{region.upper()}" if code == "pt" else code)
    if not code or region:
        code = _first_with(_language_names, wanted) or SAID_OTHERWISE.get(wanted)
    return NORWEGIAN.get(code, code) if code else None


def language_name(code: str, language: str) -> str:
    """Name of a language in da, nb, sv or en; the code itself if CLDR has none."""
    names = Locale(language if language in ("da", "nb", "sv") else "en").languages
    return str(names.get(code.replace("-", "_")) or names.get(code.partition("-")[0]) or code)


def country_name(code: str, language: str) -> str:
    """Name of a country in da, nb, sv or en; what is no code of one stays as it is."""
    names = Locale(language if language in ("da", "nb", "sv") else "en").territories
    return str(names.get(code.upper(), code)) if len(code) == 2 else code


def country_code(name: str) -> str | None:
    """ISO 3166-1 alpha-2 code of a country given by code or name; None if unknown."""
    wanted = " ".join(name.split())
    if len(wanted) == 2 and wanted.upper() in Locale("en").territories:
        return wanted.upper()
    return _first_with(_country_names, wanted.casefold())


def _code(base: str) -> str | None:
    if len(base) == 2 and base in Locale("en").languages:
        return base
    if len(base) == 3 and base.isalpha():
        alias = get_global("language_aliases").get(base)
        return str(alias) if alias else (base if base in Locale("en").languages else None)
    return None


def _first_with(names_in: Callable[[str], dict[str, str]], wanted: str) -> str | None:
    """Code of a name in the first locale that has it; Babel keeps a megabyte of each that it was asked for."""
    return next((names[wanted] for names in map(names_in, LOCALES) if wanted in names), None)


@cache
def _language_names(locale: str) -> dict[str, str]:
    names = Locale(locale).languages
    return {str(name).casefold(): str(code) for code, name in names.items() if "_" not in str(code)}


@cache
def _country_names(locale: str) -> dict[str, str]:
    names = Locale(locale).territories
    return {str(name).casefold(): code for code, name in names.items() if len(str(code)) == 2}

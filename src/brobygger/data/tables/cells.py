"""
A cell of text to a value; what cannot be one says what would be right.

The words of degrees, kinds and languages are imported where a cell asks for them: their patterns take a while to
compile, and every command that only might read a table would wait for it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, TypeVar

from babel import Locale

from brobygger.core.reading import Graduation, Level, OpportunityKind
from brobygger.core.reading.folding import fold
from brobygger.data.tables.columns import folded

Text = TypeVar("Text", bound=str)
LANGUAGES: Final = ("en", "da", "nb", "sv")
YES: Final = frozenset("yes y ja j true sand sant 1 x ✓ ✔".split())
NO: Final = frozenset("no n nej nei false falsk falskt 0 - –".split())
DAY_FIRST = re.compile(r"(\d{1,2})[./\- ]+(\d{1,2})[./\- ]+(\d{4}|\d{2})")
YEAR_FIRST = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00)?)?")
EMAIL = re.compile(
    r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,63}"
)
PHONE_SIGNS = re.compile(r"[\s().\-/]+")
WEBSITE = re.compile(
    r"https?://(?:[^\W_](?:[\w-]*[^\W_])?\.)+[^\W\d_]{2,63}(?::\d{2,5})?(?:[/?#]\S*)?", re.IGNORECASE
)
LIST_SIGN = re.compile(r"[;\n|]+")
LIST_OR_COMMA = re.compile(r"[;,\n|]+")
LEVEL = re.compile(r"[ABC][12]", re.IGNORECASE)
LONGEST_SHOWN = 60
SIZES: Final = ((0, "micro"), (10, "small"), (50, "medium"), (250, "large"))  # from so many employees on
SIZE_WORDS: Final = {
    "micro": "micro", "mikro": "micro", "small": "small", "lille": "small", "liten": "small", "små": "small", "medium": "medium",
    "mellem": "medium", "mellom": "medium", "mellan": "medium", "mellemstor": "medium", "medelstor": "medium", "large": "large", "stor": "large",
}  # fmt: skip
# what a cell alone may say, while a running text says it with more words; "kandidat" is a master in Denmark only
DEGREES: Final = {
    "": {"master": 7, "masters": 7, "msc": 7, "ma": 7, "bsc": 6, "ba": 6, "bachelors": 6, "phd": 8, "doktor": 8, "doctor": 8, "dr": 8, "grundskole": 2, "grunnskole": 2, "grundskola": 2},
    "da": {"kandidat": 7},
    "sv": {"kandidat": 6, "magister": 7},
}  # fmt: skip
EQF = re.compile(
    r"(?:eqf|nqf|nkr|sekuf|kvalifikationsramme)?[\s-]*(?:level|nivå|niveau)?[\s-]*([1-8])", re.IGNORECASE
)
ISCED = re.compile(r"(?:isced(?:-?f)?\s*)?(\d{2,4})", re.IGNORECASE)
EU_WORDS: Final = frozenset(("eu", "ees", "eea", "eøs", "eueea", "euees", "eueøs"))


class CellError(ValueError):
    """A cell cannot be what its column holds. `key` and `parameters` make a `Finding`."""

    def __init__(self, key: str, **parameters: str | int) -> None:
        super().__init__(key)
        self.key, self.parameters = key, parameters


def wrong(key: str, cell: str, **parameters: str | int) -> CellError:
    """The error about a cell, which it names in short."""
    shown = " ".join(cell.split())
    return CellError(
        key, value=shown if len(shown) <= LONGEST_SHOWN else f"{shown[: LONGEST_SHOWN - 1]}…", **parameters
    )


def line(cell: str, longest: int) -> str:
    """Text of one line."""
    text = " ".join(cell.split())
    if len(text) > longest:
        raise CellError("too_long", length=len(text), limit=longest)
    return text


def block(cell: str, longest: int) -> str:
    """Text of several lines."""
    if len(cell) > longest:
        raise CellError("too_long", length=len(cell), limit=longest)
    return cell.strip()


def date(cell: str) -> dt.date:
    """23.11.2026, 23/11-2026, 23-11-26 or 2026-11-23: the day comes first, or the year."""
    text = cell.strip()
    first, last = YEAR_FIRST.fullmatch(text), DAY_FIRST.fullmatch(text)
    try:
        if first:
            return dt.date(int(first[1]), int(first[2]), int(first[3]))
        if last:
            year = int(last[3]) + (2000 if len(last[3]) == 2 else 0)
            return dt.date(year, int(last[2]), int(last[1]))
    except ValueError as error:
        raise wrong("date", cell) from error
    raise wrong("date", cell)


def graduation(cell: str) -> Graduation:
    """2027-06, 06/2027, juni 2027, sommer 2027 or 2027; or a day as `date` reads it."""
    from brobygger.core.reading.facets.graduation import period_of

    try:
        day = date(cell)
    except CellError:
        named = next(filter(None, (period_of(cell, language) for language in LANGUAGES)), None)
        if named is None:
            raise wrong("graduation", cell) from None
        return Graduation(named.earliest, named.latest)
    return Graduation(day, day)


def number(cell: str) -> float:
    """1.250,5 and 1,250.5 and 1 250,5; a single sign before three digits parts thousands."""
    text = cell.strip().replace("\N{MINUS SIGN}", "-").replace("'", "").replace(" ", "")
    if re.fullmatch(r"[+-]?[0-9]{1,3}(?:\.[0-9]{3})+(?:,[0-9]+)?", text):
        text = text.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"[+-]?[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?", text):
        text = text.replace(",", "")
    else:
        text = text.replace(",", ".")
    if not re.fullmatch(r"[+-]?[0-9]{1,15}(?:\.[0-9]{1,15})?", text):
        raise wrong("number", cell)
    return float(text)


def yes_or_no(cell: str) -> bool:
    text = cell.strip().casefold()
    if text in YES or text in NO:
        return text in YES
    raise wrong("yes_or_no", cell)


def email(cell: str) -> str:
    """An address in lower case."""
    text = cell.strip().removeprefix("mailto:").strip("<>")
    local, _at, _host = text.partition("@")
    if (
        len(text) > 254
        or not EMAIL.fullmatch(text)
        or local.startswith(".")
        or local.endswith(".")
        or ".." in local
    ):
        raise wrong("email", cell)
    return text.lower()


def phone(cell: str) -> str:
    """As it was written, with single spaces."""
    digits = PHONE_SIGNS.sub("", cell)
    if not re.fullmatch(r"(?:\+|00)?[0-9]{6,15}", digits):
        raise wrong("phone", cell)
    return line(cell, 40)


def website(cell: str) -> str:
    text = cell.strip()
    if text and "://" not in text:
        text = f"https://{text}"
    if len(text) > 200 or not WEBSITE.fullmatch(text):
        raise wrong("website", cell)
    return text


def country(cell: str) -> str:
    """ISO 3166-1, from a code or a name in one of four languages."""
    found = _countries().get(folded(cell))
    if found is None:
        raise wrong("country", cell)
    return found


def work_right(cell: str) -> tuple[str, ...]:
    """Countries in which a person may work; "EU" for EU/EEA."""
    return distinct("EU" if folded(one) in EU_WORDS else country(one) for one in items(cell, commas=True))


def language_levels(cell: str) -> tuple[tuple[str, Level | None], ...]:
    """“en C1; da A2” or “engelsk C1, dansk”: codes as in `core.reading.Language`, each once, with the level if there is one."""
    found: dict[str, Level | None] = {}
    for item in items(cell, commas=True):
        words = re.sub(r"[():=]", " ", item).split()
        level = None
        if len(words) > 1 and any(sign.isdigit() for sign in words[-1]):
            if not LEVEL.fullmatch(words[-1]):
                raise wrong("level", words[-1])
            level = Level(words.pop().upper())
        code = _languages().get(" ".join(words).casefold())
        if code is None:
            raise wrong("language", item)
        found[code] = level or found.get(code)
    return tuple(found.items())


def size(cell: str) -> str:
    """A class of `SizeClass`, from a number of employees, a range or a word."""
    text = cell.strip().casefold().replace("–", "-").replace("—", "-")
    head = text.split("(")[0].strip()
    for word in (folded(head), folded(head.split(" ")[0])):
        if word in SIZE_WORDS:
            return SIZE_WORDS[word]
    text = re.sub(r"\s*[^\W\d_]+\.?$", "", text)  # "49 ansatte"
    span = re.fullmatch(r"(\d[\d. ]*?)\s*(?:-\s*\d[\d. ]*|\+)", text)
    try:
        employees = number(span[1] if span else text)
    except CellError as error:
        raise wrong("size", cell) from error
    if employees < 0 or employees != int(employees):
        raise wrong("size", cell)
    return [name for least, name in SIZES if employees >= least][-1]


def education_level(cell: str, language: str) -> int:
    """Level of the European Qualifications Framework, from a number or the name of a degree."""
    from brobygger.core.reading.facets.education.levels import levels_in

    text = cell.strip()
    if match := EQF.fullmatch(text):
        return int(match[1])
    alone = DEGREES[""] | DEGREES.get(language, {})
    if folded(text) in alone:
        return alone[folded(text)]
    for code in dict.fromkeys((language, *LANGUAGES)):
        found = levels_in(text, code)
        if found:
            return max(one.eqf for one in found)
    raise wrong("education_level", cell)


def education_field(cell: str) -> str | None:
    """ISCED-F 2013 code of two to four digits, from a code or words; None if it is not known."""
    from brobygger.core.reading.facets.education.fields import fields_in

    text = cell.strip()
    if match := ISCED.fullmatch(text):
        return match[1]
    found = fields_in(text)
    return found[0].code if found else None


def kinds(cell: str) -> tuple[OpportunityKind, ...]:
    """Kinds of opportunity, from their codes or words for them."""
    return distinct(_kind(item) for item in items(cell, commas=True))


def codes(cell: str) -> tuple[str, ...]:
    return distinct(item.casefold() for item in items(cell, commas=True))


def items(cell: str, *, commas: bool) -> list[str]:
    """The entries of a list in a cell: between semicolons, lines, bars, and commas where those are no part of one."""
    return [
        one
        for one in (" ".join(part.split()) for part in (LIST_OR_COMMA if commas else LIST_SIGN).split(cell))
        if one
    ]


def skills(cell: str) -> tuple[str, ...]:
    """Free words; between semicolons or lines, else between commas."""
    found = items(cell, commas=not LIST_SIGN.search(cell.strip()))
    for one in found:
        line(one, 200)
    return distinct(found)


def register_number(cell: str, home: str | None) -> tuple[str, str]:
    """
    A number of a company register as it is written in its country, and the country.

    Denmark: CVR, 8 digits, weights 2 7 6 5 4 3 2 1, sum divisible by 11. Norway: organisasjonsnummer, 9 digits, weights
    3 2 7 6 5 4 3 2 and a check digit modulo 11. Sweden: organisationsnummer, 10 digits, Luhn's sum.

    Args:
        home: ISO 3166-1 of the row; None: it follows from the number.
    """
    text = re.sub(r"[\s.\-]", "", cell).upper().removeprefix("CVR").removeprefix("ORGNR").lstrip(":")
    prefix = next((code for code in ("DK", "NO", "SE") if text.startswith(code)), None)
    digits = text.removeprefix(prefix or "").removesuffix("MVA")
    if prefix == "SE" and len(digits) == 12 and digits.endswith("01"):  # a VAT number
        digits = digits[:-2]
    if len(digits) == 12 and digits.startswith("16"):  # Swedish registers put a century before it
        digits = digits[2:]
    is_number = digits.isascii() and digits.isdigit()
    found = home or prefix or ({8: "DK", 9: "NO", 10: "SE"}.get(len(digits)) if is_number else None)
    if found == "DK":
        if not (is_number and is_cvr(digits)):
            raise wrong("cvr", cell)
        return digits, found
    if found == "NO":
        if not (is_number and is_organisasjonsnummer(digits)):
            raise wrong("orgnr_no", cell)
        return digits, found
    if found == "SE":
        if not (is_number and is_organisationsnummer(digits)):
            raise wrong("orgnr_se", cell)
        if int(digits[2]) < 2:  # of a sole trader: the month of birth stands there
            raise CellError("personal_number")
        return f"{digits[:6]}-{digits[6:]}", found
    if found is None:
        raise CellError("no_country")
    if not re.fullmatch(r"[0-9A-Z/]{2,20}", text):
        raise wrong("register_number", cell)
    return text, found


def is_cvr(digits: str) -> bool:
    return len(digits) == 8 and digits[0] != "0" and _weighed(digits, (2, 7, 6, 5, 4, 3, 2, 1)) % 11 == 0


def is_organisasjonsnummer(digits: str) -> bool:
    if len(digits) != 9:
        return False
    check = -_weighed(digits, (3, 2, 7, 6, 5, 4, 3, 2)) % 11
    return check == int(digits[8])


def is_organisationsnummer(digits: str) -> bool:
    if len(digits) != 10:
        return False
    doubled = (int(digit) * (2 - place % 2) for place, digit in enumerate(digits))
    return sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0


def distinct(values: Iterable[Text]) -> tuple[Text, ...]:
    """Each once, in the order of the first."""
    return tuple(dict.fromkeys(values))


def _weighed(digits: str, weights: tuple[int, ...]) -> int:
    return sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=False))


WORDS_FOR_KINDS = {  # that an ad would not say alone, as `folded` writes them
    folded(word): kind
    for kind, words in {
        OpportunityKind.JOB: "job jobb arbejde arbeid arbete work fast fuldtidsjob heltidsjobb fulltimejob",
        OpportunityKind.PROJECT: "projekt prosjekt",
        OpportunityKind.RESEARCH: "forskning",
        OpportunityKind.TEACHING: "undervisning",
        OpportunityKind.APPRENTICESHIP: "læreplads læreplass lärlingsplats",
        OpportunityKind.GRADUATE_JOB: "jobbförnyexaminerade",
    }.items()
    for word in words.split()
}


def _kind(item: str) -> OpportunityKind:
    from brobygger.core.reading.facets.kind.words import kind_named

    text = item.casefold().replace(" ", "_").replace("-", "_")
    if text in set(OpportunityKind):
        return OpportunityKind(text)
    named = kind_named(fold(item))
    if named:
        return named
    if folded(item) in WORDS_FOR_KINDS:
        return WORDS_FOR_KINDS[folded(item)]
    raise wrong("kind", item)


@lru_cache(maxsize=1)
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).territories.items():
            if len(code) == 2 and code.isalpha() and code not in {"EU", "EZ", "UN", "ZZ", "XA", "XB"}:
                found.setdefault(folded(name), code)
                found.setdefault(code.casefold(), code)
    return found | {"uk": "GB", "england": "GB", "usa": "US", "dnk": "DK", "nor": "NO", "swe": "SE"}


@lru_cache(maxsize=1)
def _languages() -> dict[str, str]:
    """Names and codes of languages to the codes that facts have."""
    from brobygger.core.reading.facets.languages.names import NAMES

    own = set(NAMES.values())
    found: dict[str, str] = {code.casefold(): code for code in own} | {
        "no": "nb",
        "nn": "nb",
        "pt-br": "pt-BR",
    }
    found |= {name.casefold(): code for name, code in NAMES.items()}
    for language in LANGUAGES:
        for code, name in Locale.parse(language).languages.items():
            if code in own:
                found.setdefault(name.casefold(), code)
    return found

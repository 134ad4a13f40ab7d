"""
What argparse says of a wrong call, in the user's language: the one place that knows its texts.

argparse asks two functions of its own module for its words; for as long as a command line is read they answer in the
user's language, out of the same catalogues as the pages.
"""

from __future__ import annotations

import argparse
import gettext
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

LOCALE: Final = Path(__file__).parent.parent / "locale"
LANGUAGES: Final = ("en", "da", "nb", "sv")
NEAR: Final = {"no": "nb", "nn": "nb"}
"""Languages that we do not speak, and the one of ours that is read by who does."""
VARIABLES: Final = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
"""The first that is set counts, as for GNU gettext."""


def gettext_noop(text: str) -> str:
    """Marks a text for translation."""
    return text


def ngettext_noop(one: str, many: str) -> tuple[str, str]:
    return one, many


# of Python 3.11 and of later ones; what only a programmer can see is left out
MESSAGES: Final = (
    gettext_noop("%(prog)s: error: %(message)s\n"),
    gettext_noop("ambiguous option: %(option)s could match %(matches)s"),
    gettext_noop("argument %(argument_name)s: %(message)s"),
    gettext_noop("can't open '%(filename)s': %(error)s"),
    gettext_noop("expected at least one argument"),
    gettext_noop("expected at most one argument"),
    gettext_noop("expected one argument"),
    gettext_noop("ignored explicit argument %r"),
    gettext_noop("invalid %(type)s value: %(value)r"),
    gettext_noop("invalid choice: %(value)r (choose from %(choices)s)"),
    gettext_noop("invalid choice: %(value)r, maybe you meant %(suggestion)r? (choose from %(choices)s)"),
    gettext_noop("not allowed with argument %s"),
    gettext_noop("one of the arguments %s is required"),
    gettext_noop("options"),
    gettext_noop("positional arguments"),
    gettext_noop("show this help message and exit"),
    gettext_noop("the following arguments are required: %s"),
    gettext_noop("unexpected option string: %s"),
    gettext_noop("unknown parser %(parser_name)r (choices: %(choices)s)"),
    gettext_noop("unrecognized arguments: %s"),
    gettext_noop("usage: "),
)
PLURALS: Final = (ngettext_noop("expected %s argument", "expected %s arguments"),)


def language_of(given: Sequence[str], environment: Mapping[str, str]) -> str:
    """
    The language to speak in: that of `--language` if it is one of ours, or the one that the environment asks for.

    Args:
        given: the command line.
        environment: LANGUAGE, LC_ALL, LC_MESSAGES and LANG of it are looked at.
    """
    for place, one in enumerate(given):
        name, _sign, value = one.partition("=")
        said = value or "".join(given[place + 1 : place + 2])
        if name == "--language" and said in LANGUAGES:
            return said
    asked = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    for one in asked.split(":"):
        code = one.partition(".")[0].partition("_")[0].lower()
        if NEAR.get(code, code) in LANGUAGES:
            return NEAR.get(code, code)
    return "en"


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Let argparse speak a language; English where a text or its catalogue is missing."""
    if language == "en":
        yield
        return
    words = gettext.translation("django", LOCALE, [language], fallback=True)
    module = vars(argparse)
    before = {name: module[name] for name in ("_", "ngettext")}
    module.update({"_": words.gettext, "ngettext": words.ngettext})
    try:
        yield
    finally:
        module.update(before)

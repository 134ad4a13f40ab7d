#!/usr/bin/env python3
"""
The translations of pages: find the texts, check that none is missing, compile.

    python tools/messages.py update     add new texts of code and templates to locale/*/LC_MESSAGES/django.po
    python tools/messages.py check      fail when a text has no translation in a language, an unsure one, or a neighbour's
    python tools/messages.py compile    make the .mo files, which git ignores
"""

from __future__ import annotations

import ast
import io
import re
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.template.base import Lexer, Token, TokenType
from django.utils.translation import trim_whitespace
from django.utils.translation.template import (
    block_re,
    constant_re,
    endblock_re,
    inline_re,
    plural_re,
)

from brobygger.core.reading.identify import CERTAIN, WORD, weigh

SOURCE = Path(__file__).resolve().parent.parent / "src" / "brobygger"
LOCALE = SOURCE / "locale"
LANGUAGES = ("da", "nb", "sv")
FEWEST_WORDS = 4  # by fewer, near languages cannot be told apart
PLACEHOLDER = r"%\(\w+\)[a-z]|\{\w*\}"
CONTEXT, ONE = ((1, "c"), 2), None
KEYWORDS = {
    "_": ONE, "gettext": ONE, "gettext_lazy": ONE, "gettext_noop": ONE,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2), "ngettext_noop": (1, 2),
    "pgettext": CONTEXT, "pgettext_lazy": CONTEXT, "npgettext": ((1, "c"), 2, 3), "npgettext_lazy": ((1, "c"), 2, 3),
}  # fmt: skip


class Text(NamedTuple):
    """A text that is marked for translation; with its plural it is a pair."""

    line: int
    text: str | tuple[str, str]
    context: str | None


def main() -> int:
    commands: dict[str, Callable[[], int]] = {"update": update, "check": check, "compile": compile_all}
    if len(sys.argv) != 2 or sys.argv[1] not in commands:
        print(__doc__, file=sys.stderr)
        return 2
    if not settings.configured:
        settings.configure(USE_I18N=True)
    return commands[sys.argv[1]]()


def all_texts() -> Catalog:
    """Every text that code and templates mark for translation."""
    catalog = Catalog(project="Brobygger", charset="utf-8")
    for file in sorted(SOURCE.rglob("*.py")):
        if "migrations" not in file.parts:
            _add(catalog, file, texts_of_code(file.read_bytes()))
    for file in templates():
        _add(catalog, file, texts_of_template(file.read_text(encoding="utf-8")))
    return catalog


def templates() -> list[Path]:
    """Those of pages, in `web`, and those of mails, in the app that writes them."""
    return sorted(
        file
        for folder in SOURCE.rglob("templates")
        for file in folder.rglob("*")
        if file.suffix in {".html", ".txt"}
    )


def _add(catalog: Catalog, file: Path, texts: Iterator[Text]) -> None:
    for line, text, context in texts:
        catalog.add(text, locations=[(file.relative_to(SOURCE).as_posix(), line)], context=context)


def texts_of_code(source: bytes) -> Iterator[Text]:
    for line, text, _comments, context in extract(
        "python", io.BytesIO(source), KEYWORDS, options={"encoding": "utf-8"}
    ):
        yield Text(line, text, context)


def texts_of_template(source: str) -> Iterator[Text]:
    """
    Texts of `translate` and `blocktranslate` tags and of `_("…")` in other tags.

    Django's own `templatize` writes for xgettext what Python's tokenizer does not read.
    """
    tokens = iter(Lexer(source).tokenize())
    for token in tokens:
        if token.token_type == TokenType.BLOCK and (block := block_re.match(token.contents)):
            yield _block(token, tokens, _context(block[2]))
        elif token.token_type == TokenType.BLOCK and (inline := inline_re.match(token.contents)):
            yield Text(token.lineno, _plain(_unquoted(inline[1])), _context(inline[3]))
        if token.token_type in {TokenType.BLOCK, TokenType.VAR}:
            for constant in constant_re.findall(token.contents):
                yield Text(token.lineno, _plain(_unquoted(constant)), None)


def _block(start: Token, tokens: Iterator[Token], context: str | None) -> Text:
    """What stands between `blocktranslate` and its end; variables become `%(name)s`."""
    parts, trims = [""], " trimmed" in start.contents
    for token in tokens:
        if token.token_type == TokenType.BLOCK and endblock_re.match(token.contents):
            break
        if token.token_type == TokenType.BLOCK and plural_re.match(token.contents):
            parts.append("")
        elif token.token_type == TokenType.VAR:
            parts[-1] += f"%({token.contents})s"
        else:
            parts[-1] += token.contents.replace("%", "%%")
    parts = [trim_whitespace(part) for part in parts] if trims else parts
    return Text(start.lineno, parts[0] if len(parts) == 1 else (parts[0], parts[1]), context)


def _plain(text: str) -> str:
    return text.replace("%", "%%")


def _context(literal: str | None) -> str | None:
    return _unquoted(literal) if literal else None


def _unquoted(literal: str) -> str:
    return str(ast.literal_eval(literal))


def _file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def _read(language: str) -> Catalog:
    if not _file(language).exists():
        return Catalog(locale=language, project="Brobygger", charset="utf-8")
    with _file(language).open("rb") as file:
        return read_po(file, locale=language)


def update() -> int:
    texts = all_texts()
    for language in LANGUAGES:
        catalog = _read(language)
        catalog.update(texts, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        _file(language).parent.mkdir(parents=True, exist_ok=True)
        with _file(language).open("wb") as file:
            write_po(file, catalog, width=110, sort_output=True, no_location=True, omit_header=True)
        missing = sum(1 for message in catalog if message.id and not _is_translated(message))
        print(f"{language}: {missing} to translate")
    return 0


def check() -> int:
    problems = [
        f"{language}: {problem}"
        for language in LANGUAGES
        for problem in problems_of(_read(language), all_texts())
    ]
    print(*problems, sep="\n", end="\n" if problems else "", file=sys.stderr)
    return 1 if problems else 0


def problems_of(catalog: Catalog, texts: Catalog) -> Iterator[str]:
    """What is missing, unsure, broken or in another language in a language's catalogue."""
    for message in texts:
        if not message.id:  # the catalogue's own header
            continue
        known = catalog.get(message.id, context=message.context)
        if known is None or known.fuzzy or not _is_translated(known):
            file, line = message.locations[0]
            yield f"{message.id!r} has no sure translation ({file}:{line})"
        elif placeholders_of(known.id) != placeholders_of(known.string):
            yield f"{message.id!r} and {known.string!r} hold different placeholders"
        else:
            for form in _forms(known.string):
                if found := other_language(form, catalog.locale.language):
                    yield f"{form!r} is {found}, not {catalog.locale.language}"


def other_language(text: str, language: str) -> str:
    """One of our languages that a translation is in instead of its own, as when a neighbour's was copied; or empty."""
    words = re.sub(rf"{PLACEHOLDER}|<[^>]*>|https?://\S+", "", text)
    if len(WORD.findall(words)) < FEWEST_WORDS:
        return ""
    signs = weigh(words)
    best = max((*LANGUAGES, "en"), key=lambda one: signs.get(one, 0.0))
    return best if signs.get(best, 0.0) - signs.get(language, 0.0) >= CERTAIN else ""


def _is_translated(message: Message) -> bool:
    return bool(message.string) and all(_forms(message.string))  # a new one is None until it is read back


def placeholders_of(text: str | list[str] | tuple[str, ...]) -> set[str]:
    """`%(name)s` and `{name}` of a text, or of any of its forms."""
    return {found for form in _forms(text) for found in re.findall(PLACEHOLDER, form)}


def _forms(text: str | list[str] | tuple[str, ...]) -> list[str] | tuple[str, ...]:
    """A text, or its singular and plural."""
    return [text] if isinstance(text, str) else text


def compile_all() -> int:
    for language in LANGUAGES:
        whole = _file(language).with_suffix(".mo")
        begun = whole.with_suffix(".begun")
        with begun.open("wb") as file:
            write_mo(file, _read(language))
        begun.replace(whole)  # at once: another process may be reading it
    return 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""
The translations of pages: find the texts, check that none is missing, compile.

    python tools/messages.py update     add new texts of code and templates to locale/*/LC_MESSAGES/django.po
    python tools/messages.py check      fail when a text has no translation in a language, or an unsure one
    python tools/messages.py compile    make the .mo files, which git ignores
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po
from django.conf import settings
from django.utils.translation.template import templatize

SOURCE = Path(__file__).resolve().parent.parent / "src" / "brobygger"
LOCALE = SOURCE / "locale"
LANGUAGES = ("da", "nb", "sv")
KEYWORDS = {
    "_": None, "gettext": None, "gettext_lazy": None, "gettext_noop": None,
    "ngettext": (1, 2), "ngettext_lazy": (1, 2), "pgettext": ((1, "c"), 2), "pgettext_lazy": ((1, "c"), 2), "npgettext": ((1, "c"), 2, 3),
}  # fmt: skip


def main() -> int:
    settings.configure(USE_I18N=True)
    return {"update": update, "check": check, "compile": compile_all}[sys.argv[1]]()


def template_texts() -> Catalog:
    """Every text that code and templates mark for translation."""
    catalog = Catalog(project="Brobygger", charset="utf-8")
    for file, text in _sources():
        for line, found, _comments, context in extract(
            "python", _Bytes(text), keywords=KEYWORDS, options={"encoding": "utf-8"}
        ):
            catalog.add(found, locations=[(file.relative_to(SOURCE).as_posix(), line)], context=context)
    return catalog


def _sources() -> Iterator[tuple[Path, str]]:
    for file in sorted(SOURCE.rglob("*.py")):
        if "migrations" not in file.parts:
            yield file, file.read_text(encoding="utf-8")
    for file in sorted((SOURCE / "web" / "templates").rglob("*.html")):
        yield file, templatize(file.read_text(encoding="utf-8"), origin=str(file))


class _Bytes:
    """Text as the file object that Babel reads."""

    def __init__(self, text: str) -> None:
        self.lines = text.encode().splitlines(keepends=True)
        self.place = 0

    def readline(self) -> bytes:
        line = self.lines[self.place] if self.place < len(self.lines) else b""
        self.place += 1
        return line

    def read(self) -> bytes:
        return b"".join(self.lines)

    def seek(self, place: int) -> None:
        self.place = 0

    def tell(self) -> int:
        return 0


def _file(language: str) -> Path:
    return LOCALE / language / "LC_MESSAGES" / "django.po"


def _read(language: str) -> Catalog:
    if not _file(language).exists():
        return Catalog(locale=language, project="Brobygger", charset="utf-8")
    with _file(language).open("rb") as file:
        return read_po(file, locale=language)


def update() -> int:
    texts = template_texts()
    for language in LANGUAGES:
        catalog = _read(language)
        catalog.update(texts, no_fuzzy_matching=True)
        catalog.obsolete.clear()
        _file(language).parent.mkdir(parents=True, exist_ok=True)
        with _file(language).open("wb") as file:
            write_po(file, catalog, width=110, sort_output=True, no_location=True, omit_header=False)
        print(
            f"{language}: {sum(1 for message in catalog if message.id and not _translated(message))} to translate"
        )
    return 0


def _translated(message: object) -> bool:
    text = getattr(message, "string", "")
    return all(text) if isinstance(text, list | tuple) else bool(text)


def check() -> int:
    texts, bad = template_texts(), 0
    for language in LANGUAGES:
        catalog = _read(language)
        for message in texts:
            if not message.id:
                continue
            known = catalog.get(message.id, context=message.context)
            if known is None or not _translated(known) or known.fuzzy:
                where = f"{message.locations[0][0]}:{message.locations[0][1]}" if message.locations else ""
                print(f"{language}: {message.id!r} has no sure translation ({where})", file=sys.stderr)
                bad += 1
            elif any(list(known.check())):
                print(
                    f"{language}: {message.id!r}: {[str(error) for error in known.check()]}", file=sys.stderr
                )
                bad += 1
    return 1 if bad else 0


def compile_all() -> int:
    for language in LANGUAGES:
        with _file(language).with_suffix(".mo").open("wb") as file:
            write_mo(file, _read(language))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The reference page of personal data, `docs/reference/personal-data.md`."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils import translation

from brobygger.apps.base.enums import RETENTION_DAYS, Retention
from brobygger.apps.base.queries import Declared, kept_after_erasure
from brobygger.web.privacy.notice import activities

INTRODUCTION = """# Personal data

Every column that holds personal data, by what it is kept for, with the basis in law and how long. The page is made from what the tables declare in their own classes (`privacy = Privacy(…)`): write it again with `make personal-data-reference`. A column that nobody has declared fails the tests. The same stands for everybody at `/privacy/` and `/record-of-processing/`, in the reader's language. What to do with it is in [Privacy](../how-to/privacy.md).
"""


def markdown() -> str:
    """The whole page, the same in every language."""
    with translation.override("en"):
        return "\n".join(_lines())


def _lines() -> Iterator[str]:
    yield INTRODUCTION
    yield "## How long\n"
    yield "| Class | In words | Days |\n|---|---|---:|"
    for retention in Retention:
        yield f"| `{retention.value}` | {retention.label} | {RETENTION_DAYS.get(retention, '–')} |"
    for one in activities():
        yield f"\n## {one.heading}\n"
        yield "| Table | What it holds | Columns | Why it may | How long | Counted from |\n|---|---|---|---|---|---|"
        for part in one.parts:
            yield _row(part)
    yield "\n## What stays after erasure\n"
    for model, kept in kept_after_erasure():
        yield f"- `{model._meta.label}`: {kept.what}, as numbers that lead nowhere any more."
    yield "- `programmes.ErasedCount`: how many took part in a programme, and how far applications came, by month.\n"


def _row(one: Declared) -> str:
    part = one.part
    columns = ", ".join(f"`{name}`" for name in part.columns) + (" (secret)" if part.is_secret else "")
    since = ", ".join(f"`{name}`" for name in part.since)
    return (
        f"| `{one.model._meta.label}` | {part.what} | {columns} | {part.basis.label} | {part.retention.label} "
        f"| {since or 'goes with the person or the record'} |"
    )

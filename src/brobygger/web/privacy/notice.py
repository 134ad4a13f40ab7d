"""The privacy notice and the record of processing: what the tables declare, told to everybody."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import Purpose
from brobygger.apps.base.queries import Declared, declared_parts
from brobygger.web import wording
from brobygger.web.page import ANYONE, page
from brobygger.web.privacy.shown import label_of

COLUMNS: Final = (
    (_("Kind of record"), "text"),
    (_("What it holds"), "text"),
    (_("Columns"), "text"),
    (_("Why it may"), "text"),
    (_("How long"), "text"),
)


@dataclass
class Activity:
    """One purpose, with all that is kept for it (GDPR article 30 (1))."""

    purpose: Purpose
    parts: list[Declared] = field(default_factory=list)

    @property
    def bases(self) -> list[str]:
        return list(dict.fromkeys(str(one.part.basis.label) for one in self.parts))

    @property
    def retentions(self) -> list[str]:
        return list(dict.fromkeys(str(one.part.retention.label) for one in self.parts))

    @property
    def whats(self) -> list[str]:
        return list(dict.fromkeys(str(one.part.what) for one in self.parts))

    @property
    def heading(self) -> str:
        return wording.capital(str(self.purpose.label))

    @property
    def lines(self) -> Iterator[tuple[str, str, str, str, str]]:
        """What `COLUMNS` are called, of each part."""
        for one in self.parts:
            labels = ", ".join(label_of(one.model, name) for name in one.part.columns)
            part, name = one.part, wording.capital(str(one.model._meta.verbose_name))
            yield name, str(part.what), labels, str(part.basis.label), str(part.retention.label)


def activities() -> list[Activity]:
    """In the order of the purposes."""
    found = {purpose: Activity(purpose) for purpose in Purpose}
    for one in declared_parts():
        found[one.part.purpose].parts.append(one)
    return [one for one in found.values() if one.parts]


@page(may=ANYONE)
def show_notice(request: HttpRequest) -> HttpResponse:
    return render(request, "privacy/notice.html", _context())


@page(may="base.view_record_of_processing")
def show_record(request: HttpRequest) -> HttpResponse:
    may = {"may_see_receipts": request.user.has_perm("base.view_receipts")}
    return render(request, "privacy/record.html", _context() | may)


def _context() -> dict[str, Any]:
    return {
        "activities": activities(),
        "controller": settings.CONTROLLER,
        "columns": COLUMNS,
        "has_archive_duty": settings.ARCHIVE_DUTY,
    }

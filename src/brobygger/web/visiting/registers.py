"""The Norwegian register is asked itself; what comes is shown as the companies of a file are."""

from __future__ import annotations

from typing import Final

from django.conf import settings
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.formats import date_format
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.enums import TableKind
from brobygger.data.fetching import Client, FetchError, FetchLimits
from brobygger.data.registers import enhetsregisteret
from brobygger.data.tables import TableError
from brobygger.web import wording
from brobygger.web.page import PageRequest, page
from brobygger.web.visiting.forms import RegisterForm
from brobygger.web.visiting.tables import show_upload

# somebody waits for the page
LIMITS: Final = FetchLimits(
    body_bytes=20_000_000, connect_seconds=5, read_seconds=15, total_seconds=20, tries=2, longest_wait=3
)


@page(may=actions.MAY_IMPORT[TableKind.REGISTER], writes=True)
def fetch(request: PageRequest) -> HttpResponse:
    form = RegisterForm(request.POST)
    if not form.is_valid():
        return show_upload(request, TableKind.REGISTER, form=form, status=422)
    language = wording.reader_language()
    client = Client(LIMITS, allow_loopback=settings.FETCH_FROM_LOOPBACK)
    try:
        pulled = enhetsregisteret.pull(client, form.wanted(), base=enhetsregisteret.BASE)
        queries.plan_content(TableKind.REGISTER, pulled.content, language=language, today=localdate())
    except FetchError as error:
        return show_upload(request, TableKind.REGISTER, form=form, error=error.message(language), status=502)
    except TableError as error:  # the register found nothing
        said = error.finding.message(language)
        return show_upload(request, TableKind.REGISTER, form=form, error=said, status=422)
    table = actions.upload_outreach_table(
        kind=TableKind.REGISTER,
        file_name=f"Enhetsregisteret, {date_format(localdate(), 'DATE_FORMAT')}",
        content=pulled.content,
        by=request.user,
        at=now(),
    )
    if pulled.total > pulled.count:
        messages.warning(
            request,
            _("The register has %(total)d such companies; the first %(count)d are shown. Look for fewer.")
            % {"total": pulled.total, "count": pulled.count},
        )
    if pulled.unknown:
        messages.warning(
            request,
            _("The register does not have %(numbers)s.") % {"numbers": ", ".join(pulled.unknown)},
        )
    return redirect("import-register-preview", pk=table.pk)

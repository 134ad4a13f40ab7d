"""
How long a text in a form may be: said by the page, and told with what was typed when it is longer. Never cut.

A browser without scripts cuts at `maxlength` what is typed or pasted, and says nothing. So no page has that attribute:
fields say `data-most`, which a script turns into a counter, and the server says what is too long. A line break is one
letter, here as in the page, though a browser sends it as two.
"""

from __future__ import annotations

from typing import Any, Final, NamedTuple

from django.conf import settings
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext_lazy
from django_htmx.http import reswap, retarget

from brobygger.web.still_here import written_in

LIBRARY_TEXTS: Final = (
    ngettext_lazy(
        "Ensure this value has at most %(limit_value)d character (it has %(show_value)d).",
        "Ensure this value has at most %(limit_value)d characters (it has %(show_value)d).",
        "limit_value",
    ),
)
"""What Django says at a field of a form: it stands here for our translation, which goes before Django's."""


class Most(NamedTuple):
    """A field that is written out in a template: what it is called there, and how many letters it holds."""

    label: str | Promise
    letters: int


NAME: Final = gettext_lazy("Name")
NOTE: Final = gettext_lazy("Note")
WHY: Final = gettext_lazy("Why")
FUNCTION: Final = gettext_lazy("Function")
REPORT: Final = {"text": Most(gettext_lazy("What happened, in your words"), 2000)}
TALK: Final = {"message": Most(gettext_lazy("A few words, if you like"), 500)}
CHANNEL: Final = {"name": Most(NAME, 120), "link": Most(gettext_lazy("Link"), 300)}
CAMPAIGN: Final = {
    "name": Most(gettext_lazy("Name, for yourselves"), 200),
    **{f"subject-{code}": Most(gettext_lazy("Subject"), 200) for code, _name in settings.LANGUAGES},
}

MOST: Final[dict[str, dict[str, Most]]] = {
    "advice-comment": {"text": Most(gettext_lazy("Your comment"), 2000)},
    "advice-comment-answer": {"answer": Most(gettext_lazy("Your answer"), 2000)},
    "agent-join": {"name": Most(gettext_lazy("Name; may be left out"), 200)},
    "agent-save": {
        "name": Most(gettext_lazy("Name that others may read"), 120),
        "about": Most(gettext_lazy("Talks about"), 300),
    },
    "agreement-sign": {"name": Most(gettext_lazy("Who signed"), 150)},
    "ambassadors-book": {
        "school": Most(gettext_lazy("School"), 200),
        "contact_name": Most(gettext_lazy("Your name"), 200),
        "note": Most(gettext_lazy("What you would like to hear about"), 500),
    },
    "application-answer": {"answer": Most(gettext_lazy("A few words to the candidate"), 5000)},
    "application-answer-invitation": {"message": Most(gettext_lazy("A few words, if you like"), 5000)},
    "application-report-send": REPORT,
    "apply-send": {"message": Most(gettext_lazy("Why you, in a few words"), 5000)},
    "approval-decide": {"reason": Most(gettext_lazy("Why not, if you do not approve it"), 1000)},
    "arrangement-agree": {"function": Most(FUNCTION, 120)},
    "arrangement-write": {"text": Most(gettext_lazy("The arrangement in words"), 20_000)},
    "call-book": {
        "name": Most(gettext_lazy("Whom the visitor meets"), 150),
        "email": Most(gettext_lazy("E-mail"), 254),
        "phone": Most(gettext_lazy("Phone"), 40),
    },
    "call-note": {"note": Most(NOTE, 500)},
    "campaign-new-save": CAMPAIGN,
    "campaign-save": CAMPAIGN,
    "campaign-task-add": {"text": Most(gettext_lazy("What"), 200)},
    "channel-add": CHANNEL,
    "channel-change": CHANNEL,
    "company-relation-add": {"other": Most(gettext_lazy("The other organisation"), 200)},
    "company-report-send": REPORT,
    "company-role-add": {"person_name": Most(NAME, 150), "title": Most(gettext_lazy("Title"), 120)},
    "company-vet-decide": {"reason": Most(gettext_lazy("A few words to the company"), 1000)},
    "contact-choice-note": {
        "who": Most(gettext_lazy("E-mail or phone number"), 254),
        "reason": Most(gettext_lazy("Why, as the person said it"), 200),
    },
    "dating-company-ask": TALK,
    "dating-student-ask": TALK,
    "door-note": {"detail": Most(gettext_lazy("Which one"), 120)},
    "evening-company": {"tables": Most(gettext_lazy("Tables, with commas between"), 200)},
    "event-cancel": {"reason": Most(gettext_lazy("Why? Everybody who registered reads it."), 1000)},
    "grant-condition": {"text": Most(gettext_lazy("Condition of the grant"), 300)},
    "hub-contact": {"name": Most(NAME, 150), "function": Most(FUNCTION, 120)},
    "ladder-level": {"evidence": Most(gettext_lazy("Evidence: what happened?"), 300)},
    "ladder-material": {"what": Most(gettext_lazy("What was sent"), 200)},
    "match-run-acknowledge": {"note": Most(NOTE, 1000)},
    "no-call-add": {
        "name": Most(NAME, 200),
        "number": Most(gettext_lazy("Register number"), 40),
        "reason": Most(WHY, 300),
    },
    "opportunity-report-send": REPORT,
    "outreach-plan-settle": {"visit_target": Most(gettext_lazy("Visits aimed at"), 6)},
    "prospect-change": {"note": Most(gettext_lazy("What happened"), 500)},
    "prospect-move": {"note": Most(NOTE, 500)},
    "report-answer": {
        "answer": Most(gettext_lazy("A few words to whoever reported it"), 2000),
        "notice": Most(
            gettext_lazy("What the company is told, where something is taken down or suspended"), 2000
        ),
    },
    "series-save": {"name": Most(NAME, 180)},
    "students-import": {"source": Most(gettext_lazy("Where the addresses are from"), 200)},
    "visit-write": {
        "contact_name": Most(NAME, 150),
        "contact_email": Most(gettext_lazy("E-mail"), 254),
        "contact_phone": Most(gettext_lazy("Phone"), 40),
        "needs": Most(gettext_lazy("What the company needs"), 2000),
        "next_step": Most(gettext_lazy("Next step"), 300),
    },
}
"""The fields that templates write out, by the name of the address that they are sent to; `{% most %}` says them."""


class CountedField(BoundField):
    """A field of any Django form as its page shows it: not cut by the browser, and its line breaks counted as one."""

    def build_widget_attrs(self, attrs: dict[str, Any], widget: Any = None) -> dict[str, Any]:
        ours = (widget or self.field.widget).attrs
        if "maxlength" in ours:
            ours["data-most"] = ours.pop("maxlength")
        return super().build_widget_attrs(attrs, widget)

    @property
    def data(self) -> Any:
        sent = super().data
        return one_letter_a_line(sent) if isinstance(sent, str) else sent


class FormRenderer(DjangoTemplates):
    """How Django renders every form; `settings.FORM_RENDERER` names it."""

    bound_field_class = CountedField


def one_letter_a_line(text: str) -> str:
    return text.replace("\r\n", "\n")


def refusal_of_long_texts(request: HttpRequest) -> HttpResponse | None:
    """
    The answer to a form of `MOST` with a text that is too long: a page on which it can be shortened and sent; else None.

    All else that the form held goes with it. Files and passwords are asked for again.
    """
    found = request.resolver_match
    known = MOST.get((found.url_name or "") if found else "", {})
    rows = [
        {"name": name, "label": most.label, "text": text, "most": most.letters, "error": too_long(text, most)}
        for name, most in known.items()
        for text in request.POST.getlist(name)
        if len(one_letter_a_line(text).strip()) > most.letters
    ]
    if not rows:
        return None
    written = written_in(request)
    long = {row["name"] for row in rows}
    context: dict[str, Any] = {
        "rows": rows,
        "kept": [(name, value) for name, value in written.fields if name not in long],
        "files": written.files,
        "address": request.get_full_path(),
    }
    response = render(request, "errors/too_long.html", context, status=422)
    if getattr(request, "htmx", False):  # a part of a page asked: the page takes the place of the whole
        return retarget(reswap(response, "innerHTML"), "body")
    return response


def too_long(text: str, most: Most) -> str:
    """How long it is and may be, in the words of the counter beside a field."""
    said = _("This is {count} letters long; {most} are possible. Shorten it.")
    return said.format(count=len(one_letter_a_line(text).strip()), most=most.letters)

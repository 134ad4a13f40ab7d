"""The form with which somebody registers: as short as the event allows."""

from __future__ import annotations

from typing import Any, Final

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.base.enums import Role
from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import Grouping, PhotoAnswer, QuestionKind, Side, Way
from brobygger.apps.organisations.queries import organisations_of_user
from brobygger.web import wording
from brobygger.web.fields_of_study import FIELDS

COUNTRIES: Final = ("DK", "NO", "SE", "FI", "IS", "DE", "PL", "US")
"""What the list begins with; who is from elsewhere chooses “another country”."""
ELSEWHERE: Final = "XX"
BROAD: Final = 2  # digits of a broad field
SIDES: Final = {Role.CANDIDATE: Side.STUDENT, Role.COMPANY: Side.COMPANY}


class EntryForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=200,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    email = forms.EmailField(
        label=gettext_lazy("Your e-mail"),
        max_length=254,
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
    )
    side = forms.ChoiceField(label=gettext_lazy("You come as"), choices=Side.choices)

    def __init__(self, request: HttpRequest, event: Any, data: Any = None) -> None:
        super().__init__(data)
        self.event, self.user = event, request.user if request.user.is_authenticated else None
        self.questions = queries.questions_of(event)
        self.organisations = list(organisations_of_user(self.user)) if self.user else []
        self._ask_what_quotas_need()
        if len(self.organisations) > 1:
            self.fields["organisation"] = forms.ChoiceField(
                label=_("You come for"), choices=[(str(one.pk), one.name) for one in self.organisations]
            )
        for question in self.questions:
            self.fields[f"question-{question.pk}"] = question_field(question)
        if len(event.ways) > 1:
            self.fields["way"] = forms.ChoiceField(
                label=_("How will you take part?"),
                choices=[(way.value, str(way.label).capitalize()) for way in event.ways],
                widget=forms.RadioSelect,
            )
        self.fields["photos"] = photo_field()
        self._know_who_it_is()
        for name, field in self.fields.items():
            if not isinstance(field.widget, forms.RadioSelect):
                field.widget.attrs["class"] = "ds-input"
            if field.required and name != "side":
                field.widget.attrs["required"] = True

    def _ask_what_quotas_need(self) -> None:
        groupings = {one.grouping for one in queries.quotas_of(self.event)}
        words = wording.words()
        if Grouping.FIELD in groupings:
            broad = [(code, label) for code, label in sorted(FIELDS.items()) if len(code) == BROAD]
            self.fields["field"] = forms.ChoiceField(
                label=_("Your field"), choices=[("", _("None of these")), *broad], required=False
            )
        if Grouping.COUNTRY in groupings:
            known = [(code, words.country(code)) for code in COUNTRIES]
            self.fields["country"] = forms.ChoiceField(
                label=_("Country"), choices=[*known, (ELSEWHERE, _("another country"))]
            )

    def _know_who_it_is(self) -> None:
        """What the log-in says is not asked again."""
        if self.user is None:
            return
        if self.user.email:
            del self.fields["email"]
        if self.user.get_full_name():
            self.fields["name"].initial = self.user.get_full_name()
        if self.user.role in SIDES:
            del self.fields["side"]

    def entry(self) -> actions.Entry:
        said = self.cleaned_data
        user = self.user
        side = SIDES[Role(user.role)] if user and "side" not in self.fields else Side(said["side"])
        return actions.Entry(
            name=said["name"],
            email=said.get("email") or (user.email if user else ""),
            side=side,
            language=wording.reader_language(),
            field=said.get("field", ""),
            country=said.get("country", ""),
            answers={
                question.pk: answer
                for question in self.questions
                if (answer := question_answer(question, said.get(f"question-{question.pk}"))) is not None
            },
            photos=PhotoAnswer(said["photos"] or PhotoAnswer.NOT_ASKED),
            way=Way(said["way"]) if "way" in said else None,
        )

    def organisation(self) -> Any:
        """For whom somebody comes; None for oneself."""
        chosen = self.cleaned_data.get("organisation")
        if chosen:
            return next(one for one in self.organisations if str(one.pk) == chosen)
        return self.organisations[0] if self.organisations else None


def photo_field() -> forms.ChoiceField:
    """Nothing is ticked: only a yes that was said is one."""
    return forms.ChoiceField(
        label=_("May photos of the event show you, and be used?"),
        choices=[(PhotoAnswer.YES.value, _("Yes")), (PhotoAnswer.NO.value, _("No"))],
        required=False,
        widget=forms.RadioSelect,
    )


def question_field(question: Any) -> forms.Field:
    if question.kind == QuestionKind.TEXT:
        return forms.CharField(
            label=question.text,
            required=question.is_required,
            max_length=2000,
            widget=forms.Textarea(attrs={"rows": 2}),
        )
    if question.kind == QuestionKind.YES_NO:
        choices = [("yes", _("Yes")), ("no", _("No"))]
    else:
        choices = [(choice, choice) for choice in question.choices]
    return forms.ChoiceField(
        label=question.text, required=question.is_required, choices=[("", _("Please choose")), *choices]
    )


def question_answer(question: Any, said: Any) -> str | bool | None:
    if not said:
        return None
    return said == "yes" if question.kind == QuestionKind.YES_NO else str(said)


class InputAnswerForm(forms.Form):
    """The questions of an event's input form."""

    def __init__(self, questions: list[Any], data: Any = None) -> None:
        super().__init__(data)
        self.questions = questions
        for question in questions:
            field = question_field(question)
            field.widget.attrs["class"] = "ds-input"
            if field.required:
                field.widget.attrs["required"] = True
            self.fields[f"question-{question.pk}"] = field

    def answers(self) -> dict[int, str | bool]:
        found = {}
        for question in self.questions:
            answer = question_answer(question, self.cleaned_data.get(f"question-{question.pk}"))
            if answer is not None:
                found[question.pk] = answer
        return found

"""Forms of the plan: a series, an event with the times of its own place, its questions and quotas."""

from __future__ import annotations

import datetime as dt
from typing import Any, Final
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from brobygger.apps.events import actions, queries
from brobygger.apps.events.enums import (
    Audience,
    DecisionState,
    EventKind,
    Grouping,
    Holding,
    InputAudience,
    QuestionKind,
    SessionKind,
    Side,
    Tag,
)
from brobygger.web import wording
from brobygger.web.fields_of_study import FIELDS
from brobygger.web.public.events.entry_form import BROAD, COUNTRIES

ZONES: Final = (
    "Europe/Copenhagen",
    "Europe/Oslo",
    "Europe/Stockholm",
    "Europe/Helsinki",
    "Europe/London",
    "America/New_York",
    "America/Los_Angeles",
)
LOCAL: Final = "%Y-%m-%dT%H:%M"
PLAIN: Final = ("takes_registrations", "needs_log_in", "needs_approval")
EMPTY_ROWS: Final = 2
HOUR: Final = dt.timedelta(hours=1)
A_WEEK: Final = dt.timedelta(days=7)


def _local_input() -> forms.DateTimeInput:
    return forms.DateTimeInput(attrs={"type": "datetime-local"}, format=LOCAL)


def _dressed(form: forms.BaseForm) -> None:
    for field in form.fields.values():
        if not isinstance(field, (forms.BooleanField, forms.MultipleChoiceField)):
            field.widget.attrs["class"] = "ds-input"
        if field.required and not isinstance(field, forms.BooleanField):
            field.widget.attrs["required"] = True


class SeriesForm(forms.Form):
    name = forms.CharField(
        label=gettext_lazy("Name"), help_text=gettext_lazy("Such as “Autumn 2026”."), max_length=200
    )
    start_date = forms.DateField(
        label=gettext_lazy("First day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    end_date = forms.DateField(
        label=gettext_lazy("Last day"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    least = forms.IntegerField(label=gettext_lazy("Events at least"), min_value=0, max_value=999, initial=12)
    most = forms.IntegerField(
        label=gettext_lazy("Events at most"), min_value=0, max_value=999, initial=28, required=False
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _dressed(self)

    def details(self) -> actions.SeriesDetails:
        return actions.SeriesDetails(**self.cleaned_data)


class EventForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=EventKind.choices)
    audience = forms.ChoiceField(label=gettext_lazy("For whom"), choices=Audience.choices)
    series = forms.ChoiceField(label=gettext_lazy("Series"), required=False)
    starts_at = forms.DateTimeField(label=gettext_lazy("Starts"), widget=_local_input())
    ends_at = forms.DateTimeField(label=gettext_lazy("Ends"), widget=_local_input())
    time_zone = forms.ChoiceField(
        label=gettext_lazy("Time zone"),
        help_text=gettext_lazy("The times are those of the place."),
        choices=[(zone, zone.partition("/")[2].replace("_", " ")) for zone in ZONES],
    )
    place_name = forms.CharField(label=gettext_lazy("Place"), max_length=200, required=False)
    city = forms.CharField(label=gettext_lazy("Town"), max_length=120, required=False)
    country = forms.ChoiceField(label=gettext_lazy("Country"), required=False)
    capacity = forms.IntegerField(
        label=gettext_lazy("Seats in the room"),
        help_text=gettext_lazy("Empty: no limit."),
        min_value=1,
        max_value=100_000,
        required=False,
    )
    held = forms.ChoiceField(label=gettext_lazy("Held"), choices=Holding.choices, required=False)
    online_capacity = forms.IntegerField(
        label=gettext_lazy("Seats online"),
        help_text=gettext_lazy("Empty: no limit."),
        min_value=1,
        max_value=100_000,
        required=False,
    )
    online_address = forms.URLField(
        label=gettext_lazy("Address online"),
        help_text=gettext_lazy("Only those who take part online see it."),
        max_length=500,
        required=False,
        assume_scheme="https",
    )
    registration_ends_at = forms.DateTimeField(
        label=gettext_lazy("Registration until"),
        help_text=gettext_lazy("Empty: until it starts."),
        widget=_local_input(),
        required=False,
    )
    offer_hours = forms.IntegerField(
        label=gettext_lazy("Hours to take a seat that became free"), min_value=1, max_value=240, initial=24
    )
    language = forms.ChoiceField(label=gettext_lazy("Language of the event"))
    description = forms.CharField(
        label=gettext_lazy("What happens"),
        required=False,
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
    )
    takes_registrations = forms.BooleanField(
        label=gettext_lazy("People register"), required=False, initial=True
    )
    needs_log_in = forms.BooleanField(
        label=gettext_lazy("Only those with a log-in may register"), required=False
    )
    needs_approval = forms.BooleanField(label=gettext_lazy("We approve each registration"), required=False)
    tags = forms.MultipleChoiceField(
        label=gettext_lazy("Tags"),
        choices=Tag.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    partners = forms.MultipleChoiceField(
        label=gettext_lazy("Held together with"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, programme: Any, data: Any = None, *, event: Any = None, series: str = "") -> None:
        super().__init__(data, initial=_initial(event) if event else {"series": series, "country": "DK"})
        words = wording.words()
        self.event = event
        self.series_by_pk = {str(one.pk): one for one in queries.series_of(programme)}
        self._choose(
            "series", [("", _("No series")), *((pk, one.name) for pk, one in self.series_by_pk.items())]
        )
        self._choose("country", [("", _("Not said")), *((code, words.country(code)) for code in COUNTRIES)])
        self._choose("language", [(code, words.language_name(code)) for code in ("da", "en", "nb", "sv")])
        self._choose("partners", queries.partners_to_choose(programme))
        if event is None and "language" not in self.initial:
            self.initial["language"] = "en"
        if not self.fields["partners"].choices:  # type: ignore[attr-defined]
            del self.fields["partners"]
        _dressed(self)

    def _choose(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def details(self) -> actions.EventDetails:
        said = {**self.cleaned_data}
        zone = ZoneInfo(said["time_zone"])
        for name in ("starts_at", "ends_at", "registration_ends_at"):
            said[name] = said[name].replace(tzinfo=zone) if said[name] else None
        for name in ("series", "partners"):
            said.pop(name, None)
        said["kind"], said["audience"] = EventKind(said["kind"]), Audience(said["audience"])
        said["held"], said["tags"] = (
            Holding(said["held"] or Holding.PLACE),
            tuple(Tag(one) for one in said["tags"]),
        )
        return actions.EventDetails(**said)

    def chosen_series(self) -> Any:
        return self.series_by_pk.get(self.cleaned_data.get("series", ""))


def _initial(event: Any) -> dict[str, Any]:
    initial = {
        name: getattr(event, name)
        for name in EventForm.base_fields  # type: ignore[attr-defined]
        if name not in ("series", "partners", "tags")
    }
    initial["series"] = str(event.series_id or "")
    initial["tags"] = [one.tag for one in event.tags.all()]
    initial["partners"] = queries.partner_ids(event)
    for name in ("starts_at", "ends_at", "registration_ends_at"):
        moment: dt.datetime | None = initial[name]
        initial[name] = event.local(moment) if moment else None
    return initial


class QuestionForm(forms.Form):
    text = forms.CharField(label=gettext_lazy("Question"), max_length=300, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Answered by"), choices=QuestionKind.choices)
    choices = forms.CharField(
        label=gettext_lazy("Answers to choose from"),
        help_text=gettext_lazy("With a semicolon between them."),
        max_length=1000,
        required=False,
    )
    is_required = forms.BooleanField(label=gettext_lazy("must be answered"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _dressed(self)


class QuotaForm(forms.Form):
    group = forms.ChoiceField(label=gettext_lazy("Group"), required=False)
    least = forms.IntegerField(label=gettext_lazy("Seats kept free"), min_value=0, required=False)
    most = forms.IntegerField(label=gettext_lazy("Seats at most"), min_value=0, required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["group"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = group_choices()
        _dressed(self)


QuestionRows = forms.formset_factory(QuestionForm, extra=EMPTY_ROWS, max_num=20)
QuotaRows = forms.formset_factory(QuotaForm, extra=EMPTY_ROWS, max_num=20)


def group_choices() -> list[Any]:
    """The groups of quotas as “grouping:group”, below the name of their grouping."""
    words = wording.words()
    broad = [(f"field:{code}", str(label)) for code, label in sorted(FIELDS.items()) if len(code) == BROAD]
    return [
        ("", _("No group")),
        (Grouping.SIDE.label, [(f"side:{side.value}", str(side.label)) for side in Side]),
        (Grouping.FIELD.label, broad),
        (Grouping.COUNTRY.label, [(f"country:{code}", words.country(code)) for code in COUNTRIES]),
    ]


def group_name(grouping: str, group: str) -> str:
    if grouping == Grouping.SIDE:
        return str(Side(group).label)
    if grouping == Grouping.FIELD:
        return str(FIELDS.get(group, group))
    return wording.words().country(group)


def questions_said(rows: Any) -> list[actions.QuestionDetails]:
    """What the rows of a valid formset ask, those without words left out."""
    return [
        actions.QuestionDetails(
            text=said["text"].strip(),
            kind=QuestionKind(said["kind"]),
            choices=_choices(said),
            is_required=said["is_required"],
        )
        for said in (form.cleaned_data for form in rows)
        if said.get("text", "").strip()
    ]


def _choices(said: Any) -> tuple[str, ...]:
    if said["kind"] != QuestionKind.ONE_OF:
        return ()
    return tuple(filter(None, (part.strip() for part in said["choices"].split(";"))))


def quotas_said(rows: Any) -> list[actions.QuotaDetails]:
    found = []
    for said in (form.cleaned_data for form in rows):
        grouping, _colon, group = said.get("group", "").partition(":")
        if group:
            found.append(
                actions.QuotaDetails(Grouping(grouping), group, said.get("least") or 0, said.get("most"))
            )
    return found


class RoomForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=120)
    seats = forms.IntegerField(label=gettext_lazy("Seats"), min_value=1, max_value=100_000)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _dressed(self)


class SpeakerForm(forms.Form):
    name = forms.CharField(label=gettext_lazy("Name"), max_length=200)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200, required=False)
    organisation = forms.CharField(label=gettext_lazy("Organisation"), max_length=200, required=False)
    email = forms.EmailField(
        label=gettext_lazy("E-mail"),
        help_text=gettext_lazy("Shown to nobody but the organisers."),
        max_length=254,
        required=False,
    )
    text = forms.CharField(
        label=gettext_lazy("Short text of their own"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    may_be_named = forms.BooleanField(label=gettext_lazy("They agreed to be named in public"), required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        _dressed(self)

    def details(self) -> actions.SpeakerDetails:
        return actions.SpeakerDetails(**self.cleaned_data)


class SessionForm(forms.Form):
    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), choices=SessionKind.choices)
    starts_at = forms.DateTimeField(label=gettext_lazy("Starts"), widget=_local_input())
    ends_at = forms.DateTimeField(label=gettext_lazy("Ends"), widget=_local_input())
    room = forms.ChoiceField(label=gettext_lazy("Room"), required=False)
    capacity = forms.IntegerField(
        label=gettext_lazy("Seats to be chosen"),
        help_text=gettext_lazy("Empty: no seat has to be chosen, anybody can come."),
        min_value=1,
        max_value=100_000,
        required=False,
    )
    abstract = forms.CharField(
        label=gettext_lazy("What it is about"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    speakers = forms.MultipleChoiceField(
        label=gettext_lazy("Speakers"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, event: Any, data: Any = None, *, initial: Any = None) -> None:
        start = {"starts_at": event.local_start, "ends_at": min(event.local_end, event.local_start + HOUR)}
        super().__init__(data, initial=initial or start)
        self.event = event
        self.rooms = {str(one.pk): one for one in queries.rooms_of(event)}
        self.speakers_by_pk = {str(one.pk): one for one in queries.speakers_of(event)}
        names = [(pk, f"{one.name} ({one.seats})") for pk, one in self.rooms.items()]
        for name, choices in (
            ("room", [("", _("None of its own")), *names]),
            ("speakers", [(pk, one.name) for pk, one in self.speakers_by_pk.items()]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices
        if not self.speakers_by_pk:
            del self.fields["speakers"]
        _dressed(self)

    def details(self) -> actions.SessionDetails:
        said = {**self.cleaned_data}
        zone = ZoneInfo(self.event.time_zone)
        for name in ("starts_at", "ends_at"):
            said[name] = said[name].replace(tzinfo=zone)
        said["kind"], said["room"] = SessionKind(said["kind"]), self.rooms.get(said["room"])
        said["speakers"] = tuple(self.speakers_by_pk[pk] for pk in said.get("speakers", ()))
        return actions.SessionDetails(**said)


class InputForm(forms.Form):
    """What an event asks; its questions are a formset beside it."""

    title = forms.CharField(label=gettext_lazy("Title"), max_length=200)
    audience = forms.ChoiceField(label=gettext_lazy("Who is asked"), choices=InputAudience.choices)
    opens_at = forms.DateTimeField(label=gettext_lazy("Open from"), widget=_local_input())
    closes_at = forms.DateTimeField(label=gettext_lazy("Open until"), widget=_local_input())
    remind_after_days = forms.IntegerField(
        label=gettext_lazy("Remind once, after so many days"),
        help_text=gettext_lazy("Those who have not answered get one mail. Empty: nobody is reminded."),
        min_value=1,
        max_value=60,
        required=False,
    )
    intro = forms.CharField(
        label=gettext_lazy("What it is for"),
        max_length=2000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    is_anonymous = forms.BooleanField(
        label=gettext_lazy("Answers without names"), required=False, initial=True
    )

    def __init__(self, event: Any, data: Any = None, *, form: Any = None) -> None:
        initial: dict[str, Any] = {"opens_at": event.local_start, "closes_at": event.local_end + A_WEEK}
        if form is not None:
            initial = {name: getattr(form, name) for name in self.base_fields}
            initial |= {name: event.local(initial[name]) for name in ("opens_at", "closes_at")}
        super().__init__(data, initial=initial)
        self.event = event
        _dressed(self)

    def details(self, questions: list[actions.QuestionDetails]) -> actions.InputDetails:
        said = {**self.cleaned_data}
        zone = ZoneInfo(self.event.time_zone)
        for name in ("opens_at", "closes_at"):
            said[name] = said[name].replace(tzinfo=zone)
        said["audience"] = InputAudience(said["audience"])
        return actions.InputDetails(questions=tuple(questions), **said)


class DecisionForm(forms.Form):
    text = forms.CharField(label=gettext_lazy("What was decided"), max_length=500)
    organisation = forms.ChoiceField(label=gettext_lazy("Responsible organisation"), required=False)
    person = forms.CharField(label=gettext_lazy("Responsible person"), max_length=200, required=False)
    due_date = forms.DateField(
        label=gettext_lazy("Due on"), widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    state = forms.ChoiceField(label=gettext_lazy("State"), choices=DecisionState.choices)
    question = forms.ChoiceField(label=gettext_lazy("Came from the question"), required=False)

    def __init__(self, event: Any, data: Any = None, *, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        form = queries.input_form_of(event)
        self.questions = {str(one.pk): one for one in (queries.input_questions(form) if form else ())}
        self.organisations = {str(one.pk): one for one in queries.organisations_around(event)}
        for name, none, rows in (
            (
                "organisation",
                _("No organisation"),
                [(pk, one.name) for pk, one in self.organisations.items()],
            ),
            ("question", _("No question"), [(pk, one.text) for pk, one in self.questions.items()]),
        ):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", none), *rows]
        if not self.questions:
            del self.fields["question"]
        _dressed(self)

    def details(self) -> actions.DecisionDetails:
        said = {**self.cleaned_data}
        said["organisation"] = self.organisations.get(said["organisation"])
        said["question"] = self.questions.get(said.get("question", ""))
        said["state"] = DecisionState(said["state"])
        return actions.DecisionDetails(**said)

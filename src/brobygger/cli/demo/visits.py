"""The outreach of the demo: an extract, a target list, a batch for the agency, and visits with the needs they showed."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.utils.timezone import get_current_timezone, localdate

from brobygger.apps.opportunities.enums import LanguageTask
from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.actions import GrantDetails, Meets, NeedAnswer, StoryDetails, VisitNotes, Wanted
from brobygger.apps.outreach.enums import CallState, GrantPurpose, GrantState, TableKind
from brobygger.core.reading import Level
from brobygger.data.demo_files import FOLDER

PROGRAMME: Final = "interresource"
MOST_VISITS: Final = 12
FRIDAY: Final = 4
BRIEF: Final = (
    "Goddag, jeg ringer for InterResource. Vi taler med virksomheder, der sælger til udlandet, om hvad en "
    "international studerende kan gøre for dem. Et besøg tager en time. Hvornår passer det jer?"
)
MEETINGS, FLOOR, COFFEE, CUSTOMERS, DOCUMENTATION, SAFETY = (
    LanguageTask.MEETINGS,
    LanguageTask.FLOOR,
    LanguageTask.COFFEE,
    LanguageTask.CUSTOMERS,
    LanguageTask.DOCUMENTATION,
    LanguageTask.SAFETY,
)
Needs = tuple[tuple[LanguageTask, Level | None, Level | None], ...]
# what was needed, which worries were named, and each task before and after the talk; eight of ten: the informal talk
VISITS: Final[Sequence[tuple[str, tuple[str, ...], Needs]]] = (
    ("En ingeniør, der kan tale med kunderne i Polen.", ("informal-talk",), ((MEETINGS, Level.C1, None), (COFFEE, Level.B2, Level.A2))),
    ("Hjælp til at få orden på måledata.", ("informal-talk", "time"), ((MEETINGS, Level.B2, None), (DOCUMENTATION, Level.B2, Level.A2), (COFFEE, Level.B1, Level.A1))),
    ("Markedsundersøgelse i Brasilien.", ("informal-talk", "no-tradition"), ((CUSTOMERS, Level.C1, None), (COFFEE, Level.B2, Level.A2))),
    ("En hånd i værkstedet om sommeren.", ("safety", "informal-talk"), ((SAFETY, Level.B2, Level.B1), (FLOOR, Level.B2, Level.A2))),
    ("Hjemmesiden på tysk.", ("cost",), ((DOCUMENTATION, Level.B1, None),)),
    ("En praktikant til et energiregnskab.", ("informal-talk", "paperwork"), ((MEETINGS, Level.B2, Level.A2), (COFFEE, Level.B2, Level.A2))),
    ("Test af ny software.", ("informal-talk",), ((MEETINGS, Level.B1, None), (COFFEE, Level.B2, None))),
    ("En, der kan kinesisk og forsyningskæder.", ("informal-talk", "leaves-again"), ((CUSTOMERS, Level.B2, None), (FLOOR, Level.B1, Level.A2))),
    ("Specialestuderende i materialer.", ("documentation", "informal-talk"), ((DOCUMENTATION, Level.C1, Level.B1), (COFFEE, Level.B1, Level.A2))),
    ("Endnu intet, men gerne til Company Dating.", ("no-tradition",), ((MEETINGS, Level.C1, Level.B2),)),
    ("Kundeservice for det danske marked.", ("customers", "informal-talk"), ((CUSTOMERS, Level.C1, Level.C1), (COFFEE, Level.B2, Level.A2))),
    ("En ny opskrift uden soja, dokumenteret.", ("informal-talk", "time"), ((DOCUMENTATION, Level.B2, None), (COFFEE, Level.B2, Level.A1))),
)  # fmt: skip


def load_visits(
    programme: Any, organisations: Sequence[Any], users: Mapping[str, Any], *, at: dt.datetime
) -> None:
    """Load it once: what is there already is left alone."""
    if queries.visits(programme=programme.pk).exists():
        return
    _visits(programme, organisations, users["secretary"], at)
    _register(at)
    made = actions.make_target_list(
        programme=programme,
        name="Eksportører i Midtjylland",
        wanted=Wanted(places=("Midtjylland",), branches=("28", "26", "22", "62.01")),
        by=None,
        at=at,
    )
    _slots(programme, users["secretary"], at)
    batch = actions.make_batch(
        target_list=made,
        name="Efterårets besøg",
        agents=[users["agency"]],
        size=12,
        brief=BRIEF,
        due_date=localdate(at) + dt.timedelta(days=14),
        by=None,
        at=at,
    )
    _calls(batch, at)
    actions.settle_plan(programme=programme, levels=(), visit_target=600, by=None, at=at)
    _grant(programme, at)


def _visits(programme: Any, organisations: Sequence[Any], visitor: Any, at: dt.datetime) -> None:
    today = localdate(at)
    for number, (organisation, (needs, worries, tasks)) in enumerate(
        zip(organisations, VISITS, strict=False)
    ):
        visit = actions.add_visit(
            programme=programme,
            organisation=organisation,
            day=today - dt.timedelta(days=9 + 23 * number),
            visitor=visitor,
            by=None,
            at=at,
        )
        notes = VisitNotes(
            is_done=True,
            needs=needs,
            worries=worries,
            languages=tuple(NeedAnswer("da", task, True, said, True, real) for task, said, real in tasks),
            next_step="Send en skabelon til en første opgave" if number < 2 else "",
            next_owner=visitor if number < 2 else None,
            next_due=today + dt.timedelta(days=2 + number) if number < 2 else None,
        )
        actions.write_visit(visit=visit, notes=notes, by=None, at=at)
    for organisation in organisations[:1]:
        story = actions.write_story(
            organisation=organisation,
            programme=programme,
            details=StoryDetails(
                title="Hun ringede til tyve kunder på deres eget sprog",
                story="Vi troede, at dansk var nødvendigt. Det var det ikke: hun havde kontakt til kunderne fra "
                "første uge, og kaffen klarede vi på en blanding.",
                language="da",
                task="Markedsundersøgelse",
                initiative=5,
                proficiency=4,
                would_again=True,
            ),
            by=None,
            at=at,
        )
        actions.agree_to_story(story=story, agrees=True, by=None, at=at)
        actions.publish_story(story=story, published=True, by=None, at=at)


def _register(at: dt.datetime) -> None:
    table = actions.upload_outreach_table(
        kind=TableKind.REGISTER,
        file_name="register.csv",
        content=(FOLDER / "register.csv").read_bytes(),
        by=None,
        at=at,
    )
    actions.import_outreach_table(table=table, seen=None, language="da", by=None, at=at)


def _slots(programme: Any, visitor: Any, at: dt.datetime) -> None:
    coming = (localdate(at) + dt.timedelta(days=days) for days in range(3, 12))
    for day in [one for one in coming if one.weekday() < FRIDAY][:4]:
        starts = [dt.datetime.combine(day, dt.time(hour), get_current_timezone()) for hour in (9, 11, 13)]
        actions.offer_slots(
            programme=programme,
            visitor=visitor,
            starts=starts,
            length=dt.timedelta(hours=1),
            area="Østjylland" if day.day % 2 else "",
            by=None,
            at=at,
        )


def _calls(batch: Any, at: dt.datetime) -> None:
    """Some have been called, and one visit is booked."""
    calls = list(queries.calls_of(batch))
    for call, outcome, note in zip(
        calls[1:],
        (CallState.NO_ANSWER, CallState.CALL_BACK, CallState.NOT_INTERESTED),
        ("Telefonsvarer", "Direktøren er tilbage i næste uge", "Ansætter ikke i år"),
        strict=False,
    ):
        actions.note_attempt(
            call=call,
            outcome=outcome,
            note=note,
            call_back_at=at + dt.timedelta(days=4) if outcome == CallState.CALL_BACK else None,
            by=None,
            at=at,
        )
    slot = queries.free_slots(batch.programme_id, at=at).first()
    if calls and slot is not None:
        meets = Meets("Inga Prøvesen", "inga@firma.example", "+45 00 00 00 09")
        actions.book_visit(call=calls[0], slot=slot, meets=meets, by=None, at=at)


def _grant(programme: Any, at: dt.datetime) -> None:
    today = localdate(at)
    details = GrantDetails(
        name="Forankring i kommunerne",
        funder="Regionens udviklingspulje",
        purpose=GrantPurpose.ANCHOR,
        state=GrantState.GRANTED,
        start_date=today - dt.timedelta(days=200),
        end_date=today + dt.timedelta(days=160),
    )
    grant = actions.add_grant(programme=programme, details=details, by=None, at=at)
    actions.add_condition(
        grant=grant,
        text="Midtvejsrapport med antal besøg",
        due_date=today + dt.timedelta(days=18),
        by=None,
        at=at,
    )

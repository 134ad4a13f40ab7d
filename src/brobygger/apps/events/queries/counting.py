"""Events as numbers: a series against its range, and large events with enough organisations against a target."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.db.models import Count, Q, TextChoices

from brobygger.apps.events.enums import EventKind, EventState, Tag
from brobygger.apps.events.models import Event, EventSeries, EventTag, EventTarget, Participation
from brobygger.apps.events.queries.attendance import companies_at_tables, without_companies_noted
from brobygger.apps.programmes.models import Programme


@dataclass(frozen=True, slots=True)
class SeriesCount:
    """
    What is planned of a series, beside what shall be.

    Args:
        held, planned: events that took place, and that are still to come or a draft.
    """

    series: EventSeries
    held: int
    planned: int

    @property
    def total(self) -> int:
        return self.held + self.planned

    @property
    def too_few(self) -> int:
        return max(0, self.series.least - self.total)

    @property
    def too_many(self) -> int:
        return 0 if self.series.most is None else max(0, self.total - self.series.most)


@dataclass(frozen=True, slots=True)
class EngagedEvent:
    """
    An event and how many organisations take part in it, each counted once.

    Args:
        is_enough: there are as many as the target asks for.
        is_noted: False: there were companies at the tables of an evening, and nobody noted which of them came.
    """

    event: Event
    direct: int
    represented: int
    is_enough: bool
    is_noted: bool = True

    @property
    def engaged(self) -> int:
        return self.direct + self.represented

    @property
    def counts(self) -> bool:
        """What is only announced proves nothing yet."""
        return self.is_enough and self.event.state == EventState.HELD


@dataclass(frozen=True, slots=True)
class YearOfEvents:
    """
    The events of one year that a target looks at.

    Args:
        organisations: distinct ones over the events of the year.
    """

    year: int
    rows: list[EngagedEvent] = field(default_factory=list)
    organisations: int = 0

    @property
    def count(self) -> int:
        """How many of them count towards the target."""
        return sum(row.counts for row in self.rows)


def series_counts(programme: Programme | None = None) -> list[SeriesCount]:
    """Every series, the latest first, with its events counted. One query."""
    found = EventSeries.objects.select_related("programme").annotate(
        held_count=Count("events", filter=Q(events__state=EventState.HELD)),
        planned_count=Count("events", filter=Q(events__state__in=(EventState.DRAFT, EventState.OPEN))),
    )
    if programme is not None:
        found = found.filter(programme=programme)
    return [SeriesCount(one, one.held_count, one.planned_count) for one in found]


@dataclass(frozen=True, slots=True)
class ActivityCount:
    """How many events of a type, or with a tag, were held and are planned. `value` is that of the type or tag."""

    value: str
    label: str
    held: int
    planned: int


def activity_counts(series: EventSeries | None = None) -> tuple[list[ActivityCount], list[ActivityCount]]:
    """
    The events of a series by their type, and by their tags, in the order of the catalogues; cancelled ones left out.
    An event with two tags counts for both. Two queries.
    """
    events = Event.objects.exclude(state=EventState.CANCELLED).order_by()
    if series is not None:
        events = events.filter(series=series)
    tags = EventTag.objects.filter(event__in=events).order_by().values_list("tag", "event__state")
    return (
        _counts(EventKind, events.values_list("kind", "state").annotate(count=Count("pk"))),
        _counts(Tag, tags.annotate(count=Count("pk"))),
    )


def _counts(catalogue: type[TextChoices], rows: Iterable[tuple[str, str, int]]) -> list[ActivityCount]:
    held: Counter[str] = Counter()
    planned: Counter[str] = Counter()
    for value, state, count in rows:
        (held if state == EventState.HELD else planned)[value] += count
    return [
        ActivityCount(value, str(label), held[value], planned[value])
        for value, label in catalogue.choices
        if held[value] + planned[value]
    ]


def engaged_events(
    *,
    programme: Programme,
    kind: EventKind | str = EventKind.LARGE,
    city: str = "",
    country: str = "",
    least: int = 0,
) -> list[YearOfEvents]:
    """
    The announced events of a kind, by the year in which they begin where they are held, the latest first, with the
    organisations that take part. Four queries.

    An organisation counts once for an event, whether it comes itself, also to a table of an evening, or is represented,
    and once for a year.

    Args:
        city: empty: anywhere.
        country: of the organisations; empty: any.
        least: so many organisations an event must have to count.
    """
    announced = Event.objects.filter(
        programme=programme, kind=kind, state__in=(EventState.OPEN, EventState.HELD)
    ).order_by("starts_at", "pk")
    if city:
        announced = announced.filter(city__iexact=city)
    events = list(announced)
    takes_part: dict[int, dict[int, bool]] = defaultdict(dict)
    rows = Participation.objects.standing().filter(event__in=[event.pk for event in events])
    if country:
        rows = rows.filter(organisation__country=country)
    for event_id, organisation_id, representative_id in rows.values_list(
        "event", "organisation", "representative"
    ):
        takes_part[event_id][organisation_id] = representative_id is None
    for event_id, organisation_ids in companies_at_tables(events, country=country).items():
        takes_part[event_id] |= dict.fromkeys(organisation_ids, True)
    unnoted = without_companies_noted(events)
    return [_year(year, some, takes_part, unnoted, least) for year, some in _by_year(events)]


def target_years(target: EventTarget) -> list[YearOfEvents]:
    """What a programme's target counts, year by year. Four queries."""
    return engaged_events(
        programme=target.programme,
        kind=target.kind,
        city=target.city,
        country=target.country,
        least=target.least_engaged,
    )


def event_targets(programme: Programme) -> list[EventTarget]:
    return list(
        EventTarget.objects.filter(programme=programme).select_related("programme").order_by("position")
    )


def _by_year(events: Iterable[Event]) -> list[tuple[int, list[Event]]]:
    by_year: dict[int, list[Event]] = defaultdict(list)
    for event in events:
        by_year[event.local_start.year].append(event)
    return sorted(by_year.items(), reverse=True)


def _year(
    year: int, events: list[Event], takes_part: dict[int, dict[int, bool]], unnoted: set[int], least: int
) -> YearOfEvents:
    rows = []
    for event in events:
        is_direct = takes_part.get(event.pk, {})
        direct = sum(is_direct.values())
        is_enough = len(is_direct) >= least
        row = EngagedEvent(event, direct, len(is_direct) - direct, is_enough, event.pk not in unnoted)
        rows.append(row)
    distinct = {pk for event in events for pk in takes_part.get(event.pk, {})}
    return YearOfEvents(year, rows, len(distinct))

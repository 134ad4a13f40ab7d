"""Reads of candidates: who may see whom, and a CV with its facts marked, whole or without what identifies."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Any, Final

from django.conf import settings
from django.db.models import Exists, Max, OuterRef, Q, QuerySet, Subquery, TextField
from django.db.models.functions import Cast

from brobygger.apps.base.enums import Role as UserRole
from brobygger.apps.base.models import Choice, Comparison, choices
from brobygger.apps.base.queries import Person, has_records, person
from brobygger.apps.classifications.adapters import to_passages
from brobygger.apps.classifications.enums import DocumentSort, FactState
from brobygger.apps.classifications.queries import (
    CorrectedDocument,
    Mark,
    ReadSentence,
    Segment,
    SentenceFilter,
    SentenceKey,
    corrected_document,
    cut_sentences,
    cut_text,
    lies_in,
    marks_of,
    sentence_keys,
    standing_corrections,
)
from brobygger.apps.people.enums.consents import ConsentChannel, ConsentPurpose, current_text
from brobygger.apps.people.models import (
    Candidate,
    CandidateDocument,
    CandidateFact,
    CandidateIdentity,
    CandidateMerge,
    ConsentEntry,
    DistinctCandidates,
    ErasureRequest,
    speaks_for_accepted,
)
from brobygger.core.duplicates import Entry, LikelyPair, likely_pairs
from brobygger.core.matching.areas import AREAS
from brobygger.core.reading import FACT_KINDS, Graduation, Role

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from brobygger.apps.base.models import User

GRADUATION: Final = FACT_KINDS[Graduation]
# What a company may read of a CV, see `open_facts`. The rest (employers, schools, the person, private life) stays hidden.
OPEN_KINDS: Final = frozenset(
    {"skill", "occupation", "language", "experience", "market", "start", "duration", "hours", GRADUATION}
)
CLOSED_ROLES: Final = frozenset({Role.CONTACT.value})
SURE: Final = 0.7  # below it a fact is shown as a question
AROUND: Final = 60  # characters of a passage on each side of a fact's words
SHORTEST_NAME: Final = 3  # letters of a part of a name that is hidden where it stands alone

COMPARISON: Final = Comparison(
    # the groups of the fairness report are read for it alone: they are not shown, and the kept record's stay
    relations=("identity", "preference", "document"),
    groups={
        "preference.home": (
            "home_name",
            "home_country",
            "home_latitude",
            "home_longitude",
            "home_region",
            "home_land",
        ),
        "preference.hours": ("hours_minimum", "hours_maximum"),
        "preference.pay": ("pay_floor", "pay_currency"),
    },
    wholes={"document": "text"},
    careful=("visible_to_companies_at",),
    left_out=("created_at", "changed_at", "graduates_from", "graduates_until"),
)
"""How two records of a candidate are compared before they are joined."""
MOST_UNDOABLE = 50  # joinings that are listed


@dataclass(frozen=True, slots=True)
class ProfileFact:
    """
    One thing that is known of a candidate, wherever the CV says it.

    Args:
        fact: the row that stands for it.
        places: in how many places of the CV it stands; 0 if a person added it.
        quote: what stands before its words, the words, what stands after them.
        is_decided: a person has confirmed, rejected or added it.
        is_rejected: a person has said that it is wrong.
        is_unsure: it was read, and is better asked than told.
    """

    fact: CandidateFact
    places: int
    quote: tuple[str, str, str]
    is_decided: bool
    is_rejected: bool
    is_unsure: bool


def visible_candidates(user: User) -> QuerySet[Candidate]:
    """
    The candidates a user may see, see `rules`.

    Those who run the installation see all, a partner those of its programmes, an accepted company those who let it, a candidate
    the own page.
    """
    everything = Candidate.objects.all()
    if user.is_superuser or user.role in (UserRole.MANAGER, UserRole.SECRETARIAT):
        return everything
    if user.role == UserRole.PARTNER:
        return everything.of_partner(user)
    if user.role == UserRole.COMPANY:
        return everything.visible_to_companies(user).filter(speaks_for_accepted(user.pk))
    if user.role == UserRole.CANDIDATE:
        return everything.filter(user=user)
    return everything.none()


def candidate_list(
    user: User,
    *,
    text: str = "",
    language: str = "",
    country: str = "",
    area: str = "",
    destination: str = "",
    skill: str = "",
    graduates_from: dt.date | None = None,
    graduates_until: dt.date | None = None,
) -> QuerySet[Candidate]:
    """
    The candidates a user may see, by id, with preferences.

    Args:
        text: part of the alias.
        language: the CV is written in it.
        country, area: where the candidate lives; an area is a labour market, see `data.places.labour_areas`.
        destination: where the candidate would work: a country that they named, or where they live if they named none.
        skill: URI of one that the CV says, or that the candidate added.
        graduates_from, graduates_until: the candidate graduates, or graduated, between these days. Of whom only a
            month or a year is known, some day of it lies between them.
    """
    found = visible_candidates(user).select_related("preference").order_by("pk")
    if text:
        found = found.filter(alias__icontains=text)
    if language:
        found = found.filter(document__language=language)
    if country:
        found = found.filter(preference__home_country=country)
    if area:
        found = found.filter(lies_in(area, place="preference__home_name", country="preference__home_country"))
    if graduates_from:
        found = found.filter(graduates_until__gte=graduates_from)
    if graduates_until:
        found = found.filter(graduates_from__lte=graduates_until)
    if skill:
        held = CandidateFact.objects.in_force().filter(kind="skill", value__uri=skill)
        found = found.filter(pk__in=held.order_by().values("candidate"))
    return found.filter(_would_work_in(destination)) if destination else found


def home_countries(user: User) -> list[str]:
    """Countries in which the candidates whom a user may see live, by code."""
    found = visible_candidates(user).exclude(preference__home_country="").order_by()
    return sorted(filter(None, found.values_list("preference__home_country", flat=True).distinct()))


def _would_work_in(country: str) -> Q:
    """Who lives in a country, or named it or an area that it lies in."""
    named = (country, *(area for area, members in AREAS.items() if country in members))
    # the list as text: SQLite cannot look into a list of JSON
    text = Cast("preference__moves_to", TextField())
    alike = Q()
    for name in named:
        alike |= Q(
            pk__in=Candidate.objects.alias(named=text).filter(named__contains=f'"{name}"').values("pk")
        )
    return alike | Q(preference__home_country=country)


def candidate_by_id(pk: int) -> Candidate | None:
    """One candidate with preferences and CV; the caller asks the rules who may see it."""
    return Candidate.objects.select_related("preference", "document").filter(pk=pk).first()


def candidate_of_user(user: User) -> Candidate | None:
    """The candidate who logs in as this user; None if there is none."""
    return Candidate.objects.select_related("preference", "document").filter(user=user).first()


def name_of(candidate: Candidate) -> str:
    """The candidate's own name; ask `people.view_identity` first. Empty if it is not known."""
    identity = getattr(candidate, "identity", None)
    return identity.name if identity else ""


def facts_of(candidate: Candidate) -> list[CandidateFact]:
    """What was read from a CV and what people said of it, in the order of the text."""
    return list(candidate.facts.order_by("span_start", "pk"))


def marked_cv(candidate: Candidate, facts: list[CandidateFact] | None = None) -> tuple[Segment, ...]:
    """The whole CV with what was understood of it marked: for the person and for those who run the programme."""
    found = facts_of(candidate) if facts is None else facts
    return cut_text(candidate.document.text, marks_of(found))


def open_facts(candidate: Candidate, facts: Iterable[CandidateFact]) -> list[CandidateFact]:
    """
    The facts that a company may be told of somebody whose name it does not know.

    A graduation is among them while it lay ahead when the CV was written: one of long ago would tell the age.
    """
    written = getattr(getattr(candidate, "document", None), "published_date", None)
    return [
        fact
        for fact in facts
        if fact.counts
        and fact.kind in OPEN_KINDS
        and (fact.kind != GRADUATION or (written is not None and fact.value["latest"] >= written.isoformat()))
    ]


def anonymous_cv(candidate: Candidate, facts: list[CandidateFact] | None = None) -> tuple[Segment, ...]:
    """
    The CV as a company may read it.

    Shown are the words of skills, occupations, languages and the like wherever they stand, outside of contact
    lines. Everything else is hidden, not only what was recognised as identifying: also a section on skills may
    name an employer or speak of children.
    """
    found = facts_of(candidate) if facts is None else facts
    text, passages = candidate.document.text, candidate.document.passages
    closed = list(_closed_ranges(passages, found))
    marks = [mark for mark in marks_of(open_facts(candidate, found)) if not _touches(mark, closed)]
    between = _without(0, len(text), [(mark.start, mark.end) for mark in marks])
    hidden = [(start, end) for start, end in between if any(map(str.isalnum, text[start:end]))]
    return cut_text(text, marks, hidden)


def read_sentences(user: User, chosen: SentenceFilter | None = None) -> QuerySet[Any, Any]:
    """
    Where something was read in the CVs a user may see whole: (candidate, start, …) rows, the least sure first.

    Contact lines are left out: nobody has to see them to judge what was read.
    """
    # asked of each fact: with "in", SQLite would read the facts of one candidate after the other, and sort millions
    seen = Exists(_whole_candidates(user).filter(pk=OuterRef("candidate_id")))
    facts = CandidateFact.objects.filter(seen).exclude(role__in=CLOSED_ROLES)
    return sentence_keys(facts, "candidate_id", chosen or SentenceFilter())


def sentences(keys: Iterable[SentenceKey]) -> list[tuple[Candidate, ReadSentence]]:
    """Sentences of CVs with what was read in them, in the order of `keys`; names are hidden. Four queries."""
    wanted = list(keys)
    owners = {key.owner for key in wanted}
    documents = {
        one.candidate_id: one
        for one in CandidateDocument.objects.select_related("candidate").filter(candidate__in=owners)
    }
    starts = Q(sentence_start__in={key.start for key in wanted}) | Q(kind="contact")
    facts = CandidateFact.objects.filter(starts, candidate__in=owners)
    names = dict(CandidateIdentity.objects.filter(candidate__in=owners).values_list("candidate", "name"))
    private = {pk: _name_ranges(one.text, names.get(pk, "")) for pk, one in documents.items()}
    kept = [key for key in wanted if key.owner in documents]
    found = cut_sentences(kept, documents, facts, DocumentSort.CV, private)
    return [(documents[one.key.owner].candidate, one) for one in found]


def fact_by_id(*, pk: int) -> CandidateFact:
    """
    One fact of a CV, with its candidate and the CV.

    Raises:
        CandidateFact.DoesNotExist: there is none.
    """
    return CandidateFact.objects.select_related("candidate__document").get(pk=pk)


def corrected_cvs() -> Iterator[CorrectedDocument]:
    """The CVs that somebody corrected, as an evaluation reads them, each with its corrections, without names."""
    names = dict(CandidateIdentity.objects.values_list("candidate", "name"))
    for pk, group in groupby(
        standing_corrections(DocumentSort.CV).order_by("document_id", "pk"), key=lambda one: one.document_id
    ):
        document = CandidateDocument.objects.filter(candidate=pk).first()
        if document is None:
            continue
        contacts = CandidateFact.objects.in_force().filter(candidate=pk, kind="contact")
        yield corrected_document(
            name=f"cv-{pk}",
            sort=DocumentSort.CV,
            text=document,
            passages=to_passages(document.passages),
            published=document.published_date,
            employer="",
            private=[
                *_closed_ranges(document.passages, contacts),
                *_name_ranges(document.text, names.get(pk, "")),
            ],
            corrections=group,
        )


def erasure_requests() -> QuerySet[ErasureRequest]:
    """The candidates who wait to be erased, the longest waiting first."""
    return ErasureRequest.objects.select_related("candidate").order_by("asked_at", "pk")


def erasure_request_by_id(*, pk: int) -> ErasureRequest | None:
    """The request of a candidate, by the candidate's number; None if there is none."""
    return ErasureRequest.objects.select_related("candidate").filter(pk=pk).first()


def who_is_erased(candidate: Candidate) -> Person:
    """The candidate and the own log-in; a log-in that is also for other work here stays."""
    user = candidate.user
    is_own = user is not None and user.role == UserRole.CANDIDATE and not user.is_superuser
    return person(user_id=candidate.user_id if is_own else None, candidate_id=candidate.pk)


def joined_ids(candidate_ids: Sequence[int]) -> list[int]:
    """Numbers of records that were joined to these candidates: rows without a foreign key may still hold them."""
    joined = CandidateMerge._base_manager.filter(kept__in=candidate_ids, undone_at__isnull=True)
    return sorted(set(joined.values_list("other_id", flat=True)))


def needs_archive(candidate: Candidate) -> bool:
    """Whether the installation has a duty to archive and keeps records of this candidate."""
    return bool(settings.ARCHIVE_DUTY) and has_records(who_is_erased(candidate))


def last_change(candidates: QuerySet[Candidate]) -> dt.datetime | None:
    """When anything that the matcher reads of these candidates last changed."""
    latest: dt.datetime | None = candidates.aggregate(latest=Max("changed_at"))["latest"]
    return latest


def standing_consents(candidate: Candidate) -> dict[tuple[str, str], ConsentEntry]:
    """
    The newest entry of the ledger for each (purpose, programme code), given or withdrawn. One query.

    What was said for one opportunity alone is left out, see `agrees_to_share`.
    """
    entries = ConsentEntry.objects.filter(candidate=candidate, opportunity_id=None).order_by("pk")
    return {(one.purpose, one.programme_code): one for one in entries}


def has_consent(candidate: Candidate, purpose: ConsentPurpose, programme_code: str = "") -> bool:
    """Whether the candidate agrees now. One query."""
    entries = ConsentEntry.objects.filter(candidate=candidate, purpose=purpose, programme_code=programme_code)
    latest = entries.filter(opportunity_id=None).order_by("pk").last()
    return latest is not None and latest.is_given


def agrees_to_share(candidate: Candidate, opportunity_id: int) -> bool:
    """
    Whether the company of an opportunity may get name, contact details and CV with an application. One query.

    What was said last counts, of this opportunity alone or of all.
    """
    entries = ConsentEntry.objects.filter(candidate=candidate, purpose=ConsentPurpose.SHARE_ON_APPLICATION)
    latest = entries.filter(Q(opportunity_id=None) | Q(opportunity_id=opportunity_id)).order_by("pk").last()
    return latest is not None and latest.is_given


def agreeing_candidates(purpose: ConsentPurpose) -> QuerySet[Candidate]:
    """Those who agree to a purpose now, whatever the programme, by id."""
    entries = ConsentEntry.objects.filter(candidate=OuterRef("pk"), purpose=purpose, programme_code="")
    latest = Subquery(entries.order_by("-pk").values("is_given")[:1])
    return Candidate.objects.annotate(agrees=latest).filter(agrees=True).order_by("pk")


def consent_history(candidate: Candidate) -> QuerySet[ConsentEntry]:
    """All that a candidate agreed to or withdrew, latest first."""
    return ConsentEntry.objects.filter(candidate=candidate).order_by("-pk")


def notice_seen_at(candidate: Candidate) -> dt.datetime | None:
    """
    When the candidate first read the notice about ranking in its current version; None: never.

    An answer that was brought along from elsewhere is none to this notice.
    """
    first = _seen_notices().filter(candidate=candidate).order_by("pk").first()
    return None if first is None else first.at


def who_saw_notice() -> QuerySet[ConsentEntry, int]:
    """Ids of all who have, for a query."""
    return _seen_notices().order_by().values_list("candidate", flat=True)


def _seen_notices() -> QuerySet[ConsentEntry]:
    return ConsentEntry.objects.filter(
        purpose=ConsentPurpose.MATCHING,
        channel=ConsentChannel.WEB,
        text_version=current_text(ConsentPurpose.MATCHING).version,
    )


def profile_facts(candidate: Candidate, facts: list[CandidateFact] | None = None) -> list[ProfileFact]:
    """What a CV says and its owner added, each thing once, surest quote first. One query, or none with `facts`."""
    found = facts_of(candidate) if facts is None else facts
    document = getattr(candidate, "document", None)
    groups: dict[tuple[str, str], list[CandidateFact]] = {}
    for fact in found:
        if fact.kind != "contact":
            groups.setdefault((fact.kind, fact.says), []).append(fact)
    return [_profile_fact(group, document) for group in groups.values()]


def _profile_fact(group: list[CandidateFact], document: CandidateDocument | None) -> ProfileFact:
    """Of several places in the text, the surest in force stands for all."""
    best = max(group, key=lambda one: (one.counts, one.state != FactState.READ, one.confidence, -one.pk))
    return ProfileFact(
        fact=best,
        places=sum(1 for one in group if one.span_start is not None),
        quote=_quote(best, document),
        is_decided=best.state != FactState.READ,
        is_rejected=not best.counts,
        is_unsure=best.state == FactState.READ and best.confidence < SURE,
    )


def _quote(fact: CandidateFact, document: CandidateDocument | None) -> tuple[str, str, str]:
    """The words of a fact between those around them in the same passage, cut to what a glance takes in."""
    if document is None or fact.span_start is None or fact.span_end is None:
        return "", "", ""
    text, start, end = document.text, fact.span_start, fact.span_end
    first, last = start, end
    for passage in document.passages:
        if passage[0] <= start < passage[1]:
            first, last = passage[0], max(end, passage[1])
    before, after = text[first:start], text[end:last]
    if len(before) > AROUND:
        before = "…" + before[-AROUND:].partition(" ")[2]
    if len(after) > AROUND:
        after = after[:AROUND].rpartition(" ")[0] + "…"
    return before.lstrip(), text[start:end], after.rstrip()


def candidate_entries() -> list[Entry]:
    """Every candidate whose name is known, as it is compared with others. One query."""
    columns = ("pk", "identity__name", "identity__email", "identity__phone", "preference__home_name")
    rows = Candidate.objects.filter(identity__isnull=False).order_by("pk")
    return [
        Entry(pk, name, place or "", country or "", email=email, phone=phone)
        for pk, name, email, phone, place, country in rows.values_list(*columns, "preference__home_country")
    ]


def likely_same_candidates() -> list[LikelyPair]:
    """Pairs that may be the same, without those of which somebody said that they are not. Two queries."""
    distinct = set(DistinctCandidates.objects.values_list("first", "second"))
    return [pair for pair in likely_pairs(candidate_entries()) if (pair.first, pair.second) not in distinct]


def candidates_by_id(ids: Iterable[int]) -> dict[int, Candidate]:
    """Candidates by their number, with who they are and what they look for. One query."""
    found = Candidate.objects.select_related("identity", "preference").filter(pk__in=set(ids))
    return {one.pk: one for one in found}


def candidate_pair(first: int, second: int) -> tuple[Candidate, Candidate] | None:
    """Two records, the one that is kept first; None if they are not there, or one."""
    found = candidates_by_id((first, second))
    return (found[first], found[second]) if len(found) == 2 else None


def compare_candidates(kept: Candidate, other: Candidate) -> list[Choice]:
    """Two records field by field."""
    return choices(kept, other, COMPARISON)


def merges_of_candidates() -> list[CandidateMerge]:
    """The latest joinings that have not been undone."""
    found = CandidateMerge.objects.select_related("kept", "merged_by").filter(undone_at=None)
    return list(found[:MOST_UNDOABLE])


def merge_of_candidates_by_id(pk: int) -> CandidateMerge | None:
    return CandidateMerge.objects.select_related("kept").filter(pk=pk).first()


def _whole_candidates(user: User) -> QuerySet[Candidate]:
    """Those of whom a user may read all that the CV says, see `people.view_identity`."""
    seen = visible_candidates(user)
    return seen.none() if user.role == UserRole.COMPANY else seen


def _name_ranges(text: str, name: str) -> list[tuple[int, int]]:
    """Where a person's name or a part of it stands in a text: the reader does not recognise every name."""
    parts = [part for part in (name, *name.split()) if len(part) >= SHORTEST_NAME]
    if not parts:
        return []
    either = "|".join(rf"\b{re.escape(part)}\b" for part in parts)
    return [match.span() for match in re.finditer(either, text)]


def _closed_ranges(
    passages: Iterable[list[object]], facts: Iterable[CandidateFact]
) -> Iterator[tuple[int, int]]:
    """Contact lines, and whatever a fact of these kinds covers."""
    for start, end, _language, _confidence, role in passages:
        if role in CLOSED_ROLES and isinstance(start, int) and isinstance(end, int):
            yield start, end
    for fact in facts:
        if fact.kind == "contact" and fact.span_start is not None and fact.span_end is not None:
            yield fact.span_start, fact.span_end


def _touches(mark: Mark, ranges: Iterable[tuple[int, int]]) -> bool:
    return any(start < mark.end and mark.start < end for start, end in ranges)


def _without(start: int, end: int, ranges: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of start:end outside of `ranges`."""
    result, position = [], start
    for first, last in sorted(ranges):
        if last <= position or first >= end:
            continue
        if first > position:
            result.append((position, first))
        position = last
    return [*result, (position, end)] if position < end else result

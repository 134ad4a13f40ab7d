"""Whom a mail to many reaches, and who is left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from django.db.models import Q, QuerySet

from brobygger.apps.base.enums import ContactWay, LegalBasis, MailTopic
from brobygger.apps.base.queries import bounced_addresses, choices_of_topic, declined_by
from brobygger.apps.outreach.enums import LeftOut
from brobygger.apps.outreach.models import Campaign, Student
from brobygger.apps.people.models import CandidateFact
from brobygger.apps.programmes.queries import candidates_of

if TYPE_CHECKING:
    from brobygger.apps.people.models import Candidate


@dataclass(frozen=True, slots=True)
class Segment:
    """
    Who is meant, by property; empty: any. Of several values one is enough.

    Args:
        intakes: like “2026-autumn”. Only students on the list have one.
        countries: where they study or live, ISO 3166-1.
        languages: that they are written to in.
        fields: of study, ISCED-F; “07” takes in all that begin with it.
        levels: of `StudyLevel`. Only students on the list have one.
    """

    intakes: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    fields: tuple[str, ...] = ()
    levels: tuple[str, ...] = ()

    @classmethod
    def of(cls, stored: Mapping[str, Iterable[str]]) -> Segment:
        return cls(**{name: tuple(stored.get(name, ())) for name in cls.__slots__})

    def stored(self) -> dict[str, list[str]]:
        return {name: list(values) for name, values in asdict(self).items() if values}


@dataclass(frozen=True, slots=True)
class Receiver:
    """
    Somebody whom a segment means. Address and name as the mail will use them.

    Args:
        basis: on which the row of the list allows to write; empty: it is a candidate.
    """

    address: str
    language: str
    name: str = ""
    user_id: int | None = None
    student_id: int | None = None
    basis: str = ""


@dataclass(frozen=True, slots=True)
class Audience:
    """
    Args:
        receivers: who gets the mail, each address once.
        left_out: how many do not, by reason.
    """

    receivers: tuple[Receiver, ...]
    left_out: Mapping[str, int]

    @property
    def languages(self) -> dict[str, int]:
        """How many read which language, the most frequent first."""
        return dict(Counter(one.language for one in self.receivers).most_common())


def audience_of(campaign: Campaign) -> Audience:
    """Whom a campaign would reach now. A fixed number of queries."""
    return audience(
        programme_id=campaign.programme_id,
        segment=Segment.of(campaign.segment),
        topic=MailTopic(campaign.topic),
        basis=LegalBasis(campaign.basis),
    )


def audience(
    *,
    programme_id: int | None,
    segment: Segment,
    topic: MailTopic,
    basis: LegalBasis,
    students: QuerySet[Student] | None = None,
) -> Audience:
    """
    Whom a mail would reach now, and how many it leaves out and why. A fixed number of queries.

    A student on the list is written to on the basis that the own row names, and on no other. A candidate is written to
    with consent alone: by having chosen this topic.

    Args:
        programme_id: of this programme; None: of all.
        students: of the list, these alone, and no candidates; None: all.
    """
    of_users, of_addresses = choices_of_topic(topic)
    silent_users, silent_addresses = declined_by(ContactWay.MAIL)
    dead = set(bounced_addresses().values_list("address", flat=True))
    meant = list(_students(students, programme_id, segment))
    if students is None:
        meant += _candidates(programme_id, segment)
    receivers: dict[str, Receiver] = {}
    reasons: dict[str, LeftOut] = {}
    without_address = 0
    for one in meant:
        if not one.address:
            without_address += 1
            continue
        chosen = of_addresses.get(one.address)
        if one.user_id is not None and one.user_id in of_users:
            chosen = of_users[one.user_id]
        is_silent = one.user_id in silent_users or one.address in silent_addresses
        reason = _left_out(
            one,
            chosen=chosen,
            basis=basis,
            is_dead=one.address in dead,
            # what the law asks us to tell goes to everybody, and says so
            is_silent=is_silent and basis is not LegalBasis.DUTY,
        )
        if reason is None:
            receivers.setdefault(one.address, one)
        else:
            reasons.setdefault(one.address, reason)
    # somebody may stand here twice, as a student and as a candidate: a no is never outvoted
    for address, reason in list(reasons.items()):
        if reason is LeftOut.NO_BASIS and address in receivers:
            del reasons[address]
        else:
            receivers.pop(address, None)
    left_out = Counter(reason.value for reason in reasons.values())
    if without_address:
        left_out[LeftOut.NO_ADDRESS.value] = without_address
    return Audience(tuple(receivers.values()), {one.value: left_out[one] for one in LeftOut if left_out[one]})


def _left_out(
    one: Receiver, *, chosen: bool | None, basis: LegalBasis, is_dead: bool, is_silent: bool
) -> LeftOut | None:
    if is_dead:
        return LeftOut.BOUNCED
    if is_silent:
        return LeftOut.NO_MAIL
    if chosen is False:
        return LeftOut.OPTED_OUT
    if basis is LegalBasis.CONSENT:
        return None if chosen or one.basis == LegalBasis.CONSENT else LeftOut.NO_BASIS
    return None if one.basis == basis else LeftOut.NO_BASIS


def _students(
    students: QuerySet[Student] | None, programme_id: int | None, segment: Segment
) -> Iterator[Receiver]:
    found = Student.objects.all() if students is None else students
    if programme_id is not None:
        found = found.filter(programme=programme_id)
    for column, values in (
        ("intake", segment.intakes),
        ("country", segment.countries),
        ("language", segment.languages),
        ("level", segment.levels),
    ):
        if values:
            found = found.filter(**{f"{column}__in": values})
    if segment.fields:
        found = found.filter(_begins("field", segment.fields))
    columns = ("pk", "email", "language", "name", "basis")
    for pk, email, language, name, basis in found.order_by("pk").values_list(*columns):
        yield Receiver(email, language, name, None, pk, basis)


def _candidates(programme_id: int | None, segment: Segment) -> Iterator[Receiver]:
    """Those who take part; of an intake or a level of study nothing is known of them."""
    if segment.intakes or segment.levels:
        return
    found = candidates_of(programme_id)
    if segment.countries:
        found = found.filter(preference__home_country__in=segment.countries)
    if segment.fields:
        facts = CandidateFact.objects.in_force().filter(kind="education")
        found = found.filter(pk__in=facts.filter(_begins("value__field", segment.fields)).values("candidate"))
    if programme_id is None:
        found = found.filter(programmes__isnull=False)
    rows = found.distinct().select_related("user", "identity", "document").order_by("pk")
    for one in rows:
        receiver = _receiver(one)
        if not segment.languages or receiver.language in segment.languages:
            yield receiver


def _receiver(candidate: Candidate) -> Receiver:
    identity, user = getattr(candidate, "identity", None), candidate.user
    email = user.email if user and user.is_active and user.email else identity.email if identity else ""
    document = getattr(candidate, "document", None)
    language = (user.language if user else "") or (document.language if document else "")
    is_user = user is not None and user.is_active and bool(user.email)
    return Receiver(
        email.lower(),
        language,
        identity.name if identity else "",
        user.pk if user is not None and is_user else None,
    )


def _begins(column: str, beginnings: Iterable[str]) -> Q:
    either = Q()
    for beginning in beginnings:
        either |= Q(**{f"{column}__startswith": beginning})
    return either


def known_values(programme_id: int | None = None) -> dict[str, list[Any]]:
    """What a segment can be narrowed to: the intakes, countries and languages of the list, in order. Three queries."""
    students = (
        Student.objects.all() if programme_id is None else Student.objects.filter(programme=programme_id)
    )
    return {
        name: list(
            students.exclude(**{column: ""}).order_by(column).values_list(column, flat=True).distinct()
        )
        for name, column in (("intakes", "intake"), ("countries", "country"), ("languages", "language"))
    }

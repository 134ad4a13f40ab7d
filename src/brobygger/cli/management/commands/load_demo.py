"""`manage.py load_demo`: fill an empty product with the invented people, companies and ads of the demo."""

from __future__ import annotations

import datetime as dt
import sys
from collections import Counter
from collections.abc import Mapping
from contextlib import suppress
from decimal import Decimal
from typing import Any, Final

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction
from django.utils import timezone

from brobygger.apps.base.actions import save_user
from brobygger.apps.base.enums import Role
from brobygger.apps.base.queries import DEMO_HOST, all_rows
from brobygger.apps.classifications.actions import load_vocabulary
from brobygger.apps.matching.actions import acknowledge_fairness, run_matching
from brobygger.apps.matching.queries import current_run, matches_of, needs_new_run
from brobygger.apps.opportunities.actions import (
    ImpossibleStep,
    NotOpen,
    answer_application,
    apply,
    invite,
    save_opportunity_from_text,
    save_translation,
)
from brobygger.apps.opportunities.enums import ApplicationState, OpportunityKind, OpportunityState
from brobygger.apps.opportunities.queries import application_of_pair, open_in
from brobygger.apps.organisations.actions import OrganisationDetails, save_organisation, set_contacts
from brobygger.apps.organisations.enums import Engagement, OrganisationKind, SizeClass
from brobygger.apps.organisations.queries import organisations_of_user
from brobygger.apps.people.actions import (
    Background,
    Identity,
    Preferences,
    give_consent,
    save_candidate_from_text,
)
from brobygger.apps.people.enums import Origin, Sex
from brobygger.apps.people.enums.consents import ConsentChannel, ConsentPurpose
from brobygger.apps.people.queries import candidate_of_user
from brobygger.apps.programmes.actions import (
    ProgrammeDetails,
    TargetDetails,
    add_members,
    save_programme,
    set_joining,
    set_partner,
)
from brobygger.apps.programmes.enums import ProgrammeKind
from brobygger.cli.demo import visits as demo_visits
from brobygger.cli.demo.advice import load_advice
from brobygger.cli.demo.channels import tell_channels
from brobygger.cli.demo.evening import EVENING_OF, load_evening
from brobygger.cli.demo.events import load_events
from brobygger.cli.demo.meetings import load_meetings
from brobygger.cli.demo.partnership import load_partnership
from brobygger.cli.demo.staying import load_staying
from brobygger.cli.demo.students import tell_outreach
from brobygger.cli.progress import Line
from brobygger.core.reading import Place
from brobygger.data.demo_files import (
    DAY,
    DemoCandidate,
    DemoCompany,
    DemoContent,
    DemoFileError,
    DemoOpportunity,
    DemoPartner,
    DemoProgramme,
    DemoTranslation,
    read_demo,
)
from brobygger.data.places import default_places

PASSWORD: Final = "demo"  # noqa: S105 (printed on the log-in page of a demo)
USERS: Final[Mapping[str, Role]] = {
    "manager": Role.MANAGER,
    "secretary": Role.SECRETARIAT,
    "partner": Role.PARTNER,
    "company": Role.COMPANY,
    "student": Role.CANDIDATE,
    "council": Role.COUNCIL,
    "agency": Role.AGENCY,
    "ambassador": Role.AMBASSADOR,
    "funder": Role.FUNDER,
}
OPEN_DAYS: Final = 16  # before anybody of the story applies
DEMO_CONSENTS: Final = (
    ConsentPurpose.MATCHING,
    ConsentPurpose.SHOWN_TO_COMPANIES,
    ConsentPurpose.FAIRNESS_GROUPS,
)


class Command(BaseCommand):
    help = "Load the demo: programmes, companies, ads, CVs, a log-in for each role, and one match run."

    def handle(self, *args: Any, **options: Any) -> None:
        if not settings.DEMO:
            raise CommandError(
                "The demo is loaded only where BROBYGGER_DEMO is on: it makes log-ins with a known password."
            )
        try:
            content = read_demo()
        except DemoFileError as error:
            raise CommandError(str(error)) from error
        with all_rows(), transaction.atomic(), Line(sys.stderr) as line:
            _Loader(content, timezone.now(), line).load()
        self.stdout.write(
            f"{len(content.candidates)} candidates, {len(content.companies)} companies and "
            f"{len(content.opportunities)} opportunities are there."
        )
        self.stdout.write(f"Log in as {', '.join(USERS)}; the password is “{PASSWORD}”.")


class _Loader:
    """Calls one action after another, as nobody in particular. What is there already stays as it is."""

    def __init__(self, content: DemoContent, at: dt.datetime, line: Line) -> None:
        self.content, self.at, self.line = content, at, line

    def load(self) -> None:
        self.line.show("vocabulary", 0)
        load_vocabulary(by=None, at=self.at)
        users = self._users()
        programmes = {one.code: self._programme(one) for one in self.content.programmes}
        organisations = {one.code: self._organisation(one) for one in self.content.companies}
        self._partnerships(programmes, organisations, users["partner"])
        speaks_for = most_ads(self.content)
        if speaks_for:
            set_contacts(
                organisation=organisations[speaks_for], users=[users["company"]], by=None, at=self.at
            )
        self._candidates(programmes, users["student"])
        ads = self._opportunities(programmes, organisations)
        self.line.show("matches", 0)
        if needs_new_run(None):
            run = run_matching(by=None, at=self.at)
            acknowledge_fairness(run=run, by=users["manager"], at=self.at)
        self._story(users)
        self._of_programmes(programmes, organisations, ads.get(speaks_for, []), users)
        load_partnership(programmes, list(organisations.values()), users, at=self.at)
        load_advice(users["secretary"], candidate_of_user(users["student"]), at=self.at)
        self.line.show("matches", 1)

    def _users(self) -> dict[str, Any]:
        return {
            name: save_user(
                username=name,
                password=PASSWORD,
                role=role,
                email=f"{name}@{DEMO_HOST}",
                by=None,
                at=self.at,
            )
            for name, role in USERS.items()
        }

    def _partnerships(
        self, programmes: Mapping[str, Any], organisations: Mapping[str, Any], partner_user: Any
    ) -> None:
        """Who carries a programme, and the companies in it; the demo's partner speaks for the first who leads one."""
        carriers = [
            (programmes[programme.code], one)
            for programme in self.content.programmes
            for one in programme.partners
        ]
        speaks = next((one for _, one in carriers if one.leads), None)
        for programme, partner in carriers:
            self._partner(partner, programme, partner_user if partner is speaks else None)
        for company in self.content.companies:
            for code in company.programmes:
                add_members(
                    programme=programmes[code],
                    organisations=[organisations[company.code]],
                    by=None,
                    at=self.at,
                )

    def _candidates(self, programmes: Mapping[str, Any], student_user: Any) -> None:
        """The demo's student is the first of them."""
        student = next(iter(self.content.candidates), None)
        for number, candidate in enumerate(self.content.candidates):
            self.line.show("CVs", number / len(self.content.candidates))
            saved = self._candidate(candidate, student_user if candidate is student else None)
            if candidate.programme:
                add_members(
                    programme=programmes[candidate.programme], candidates=[saved], by=None, at=self.at
                )

    def _opportunities(
        self, programmes: Mapping[str, Any], organisations: Mapping[str, Any]
    ) -> dict[str, list[Any]]:
        """What was saved, by the code of the company."""
        saved: dict[str, list[Any]] = {}
        for number, ad in enumerate(self.content.opportunities):
            self.line.show("ads", number / len(self.content.opportunities))
            opportunity = self._opportunity(ad, organisations[ad.company], programmes.get(ad.programme))
            saved.setdefault(ad.company, []).append(opportunity)
        return saved

    def _of_programmes(
        self,
        programmes: Mapping[str, Any],
        organisations: Mapping[str, Any],
        shown: list[Any],
        users: Mapping[str, Any],
    ) -> None:
        """What goes on in the programmes: an evening, events, mails, visits, and who stays; `shown` are the company's ads."""
        load_evening(programmes.get(EVENING_OF), users["company"], users["student"], at=self.at)
        load_events(programmes, users["student"], at=self.at)
        load_meetings(programmes, at=self.at)
        largest = programmes.get("interresource") or next(iter(programmes.values()), None)
        if largest is not None:
            tell_outreach(largest, users["ambassador"], self.at)
        if demo_visits.PROGRAMME in programmes:
            self._visits_and_stays(programmes[demo_visits.PROGRAMME], organisations, users)
        if largest is not None:
            tell_channels(largest, shown, users, self.at)

    def _visits_and_stays(
        self, programme: Any, organisations: Mapping[str, Any], users: Mapping[str, Any]
    ) -> None:
        visited = [
            organisations[one.code]
            for one in self.content.companies
            if demo_visits.PROGRAMME in one.programmes
        ]
        demo_visits.load_visits(programme, visited[: demo_visits.MOST_VISITS], users, at=self.at)
        own = {one.pk for one in organisations_of_user(users["company"])}
        places = [one for one in open_in(programme.pk).order_by("pk") if one.organisation_id not in own]
        load_staying(programme, places, users["secretary"], at=self.at)

    def _story(self, users: Mapping[str, Any]) -> None:
        """
        What has gone on between people and companies: somebody waits for an answer, another one waits too long, one
        talks already, the student has applied and is invited. Once: what is there is left alone.
        """
        run = current_run()
        student = candidate_of_user(users["student"])
        if run is None or student is None:
            return
        own = {one.pk for one in organisations_of_user(users["company"])}
        best: dict[int, list[Any]] = {}
        for match in matches_of(run):
            best.setdefault(match.opportunity_id, []).append(match)
        of_company = [rows for rows in best.values() if rows[0].opportunity.organisation_id in own]
        of_others = [rows for rows in best.values() if rows[0].opportunity.organisation_id not in own]
        mine = [row for rows in of_others for row in rows if row.candidate_id == student.pk]
        for match in sorted(mine, key=lambda row: (-row.score, row.pk))[:2]:  # the first of their page
            self._apply(match.opportunity, student, days_ago=2)
        for rows, days_ago in zip(of_company, (13, 3, 6), strict=False):
            self._apply(rows[0].opportunity, rows[0].candidate, days_ago=days_ago)
        for rows in of_company[1:2]:
            for match in rows[1:2]:
                self._apply(match.opportunity, match.candidate, days_ago=4, answered_by=users["company"])
        for rows in of_company[2:3]:
            with suppress(NotOpen, ImpossibleStep):
                invite(
                    opportunity=rows[0].opportunity,
                    candidate=student,
                    by=None,
                    at=self.at - dt.timedelta(days=1),
                )

    def _apply(self, opportunity: Any, candidate: Any, *, days_ago: int, answered_by: Any = None) -> None:
        if application_of_pair(candidate, opportunity) is not None:
            return
        at = self.at - dt.timedelta(days=days_ago)
        with suppress(NotOpen):
            application = apply(opportunity=opportunity, candidate=candidate, share=True, by=None, at=at)
            if answered_by is not None:
                answer_application(
                    application=application,
                    state=ApplicationState.TALKING,
                    by=answered_by,
                    at=at + dt.timedelta(days=1),
                )

    def _programme(self, one: DemoProgramme) -> Any:
        details = ProgrammeDetails(
            name=one.name,
            owner=one.owner,
            kind=ProgrammeKind(one.kind),
            start_date=one.start,
            end_date=one.end,
            description=one.description,
            targets=tuple(
                TargetDetails(
                    target.label, None if target.number is None else Decimal(str(target.number)), target.unit
                )
                for target in one.targets
            ),
        )
        programme = save_programme(code=one.code, details=details, by=None, at=self.at)
        if one.code == demo_visits.PROGRAMME:
            set_joining(programme=programme, is_open=True, by=None, at=self.at)
        return programme

    def _partner(self, one: DemoPartner, programme: Any, user: Any) -> None:
        place = place_of(one.place, one.country)
        details = OrganisationDetails(
            name=one.name,
            country=one.country,
            place_name=one.place,
            latitude=place.latitude if place else None,
            longitude=place.longitude if place else None,
            kind=OrganisationKind(one.kind),
            engagement=Engagement.PARTNER,
        )
        organisation = save_organisation(code=one.code, details=details, by=None, at=self.at)
        set_partner(programme=programme, organisation=organisation, is_lead=one.leads, by=None, at=self.at)
        if user:
            set_contacts(organisation=organisation, users=[user], by=None, at=self.at)

    def _organisation(self, one: DemoCompany) -> Any:
        place = place_of(one.place, one.country)
        details = OrganisationDetails(
            name=one.name,
            country=one.country,
            place_name=one.place,
            latitude=place.latitude if place else None,
            longitude=place.longitude if place else None,
            industry=one.industry,
            size_class=SizeClass(one.size),
            is_exporter=one.exporter,
            engagement=Engagement(one.engagement),
            about=one.about,
        )
        return save_organisation(code=one.code, details=details, by=None, at=self.at)

    def _candidate(self, one: DemoCandidate, user: Any) -> Any:
        candidate = save_candidate_from_text(
            alias=one.alias,
            text=one.text,
            published_date=DAY,
            identity=Identity(one.name),
            background=Background(Sex(one.sex), Origin(one.origin), one.native_language),
            preferences=preferences_of(one),
            user=user,
            by=None,
            at=self.at,
        )
        for purpose in DEMO_CONSENTS:
            give_consent(
                candidate=candidate, purpose=purpose, channel=ConsentChannel.IMPORTED, by=None, at=self.at
            )
        return candidate

    def _opportunity(self, one: DemoOpportunity, organisation: Any, programme: Any) -> Any:
        posted = dt.datetime.combine(one.published, dt.time(9), dt.UTC)
        saved = save_opportunity_from_text(
            organisation=organisation,
            text=one.text,
            code=one.code,
            kind=OpportunityKind(one.kind),
            programme=programme,
            date_posted=one.published,
            state=OpportunityState.OPEN,
            published_at=min(posted, self.at - dt.timedelta(days=OPEN_DAYS)),
            by=None,
            at=self.at,
        )
        for translation in self.content.translations:
            if translation.opportunity == one.code:
                self._translation(translation, saved)
        return saved

    def _translation(self, one: DemoTranslation, opportunity: Any) -> None:
        save_translation(
            opportunity=opportunity,
            language=one.language,
            title=one.text.partition("\n")[0],
            text=one.text,
            translator=one.translator,
            by=None,
            at=self.at,
        )


def preferences_of(one: DemoCandidate) -> Preferences:
    """What the fields of a demo CV say."""
    return Preferences(
        kinds=one.wants,
        available_from=one.available_from,
        available_months=one.months or None,
        hours=one.hours,
        home=place_of(*one.home) if one.home else None,
        commute_minutes=one.commute_minutes,
        moves_to=one.moves_to,
        remote=one.remote,
        work_right=one.work_right,
        markets=one.markets,
    )


def place_of(name: str, country: str) -> Place | None:
    """The place of this name in this country; None if the product does not know it."""
    entry = default_places().named(name, country)
    return entry.place if entry else None


def most_ads(content: DemoContent) -> str:
    """Code of the company with most ads; of equals the first by code."""
    ads = Counter(one.company for one in content.opportunities)
    return min(ads, key=lambda code: (-ads[code], code), default="")

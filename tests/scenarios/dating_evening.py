"""An evening of three companies and five students, with wishes of both sides; nothing is planned yet."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import User
from brobygger.apps.events.enums import WishSide
from brobygger.apps.events.models import DatingCompany, DatingEvening, DatingStudent
from tests.factories import (
    CandidateFactory,
    CandidateIdentityFactory,
    ContactFactory,
    DatingCompanyFactory,
    DatingEveningFactory,
    DatingStudentFactory,
    DatingWishFactory,
    OpportunityFactory,
    OrganisationFactory,
    PartnershipFactory,
    UserFactory,
)
from tests.factories.moments import NOW

COMPANIES = ("Bredal Pumper", "Nordlys Data", "Østerå Vind")
STUDENTS = 5
WISHES = {  # by student: companies with strengths
    0: {0: 3, 1: 1},
    1: {0: 3},
    2: {0: 2, 2: 1},
    3: {1: 2},
    4: {2: 3, 0: 1},
}
WANTED = {0: {0: 3, 2: 1}, 1: {3: 2}, 2: {4: 3, 1: 1}}  # by company: students with strengths


@dataclass(frozen=True)
class Evening:
    evening: DatingEvening
    organiser: User  # speaks for the lead of the programme
    companies: tuple[DatingCompany, ...]
    recruiters: tuple[User, ...]
    students: tuple[DatingStudent, ...]
    users: tuple[User, ...]

    @property
    def during(self) -> dt.datetime:
        """In the first round."""
        return self.evening.first_round_at + dt.timedelta(minutes=1)

    @property
    def after(self) -> dt.datetime:
        return self.evening.round_times()[-1][1]


def dating_evening(*, brings: bool = True) -> Evening:
    evening = DatingEveningFactory()
    programme = evening.event.programme
    lead, organiser = OrganisationFactory(), UserFactory(role=Role.PARTNER)
    PartnershipFactory(programme=programme, organisation=lead, is_lead=True)
    lead.contacts.add(organiser)
    companies, recruiters = [], []
    for name in COMPANIES:
        organisation = OrganisationFactory(name=name)
        programme.organisations.add(organisation)
        contact = ContactFactory(organisation=organisation, user__email=f"{organisation.code}@prove.example")
        company = DatingCompanyFactory(evening=evening, organisation=organisation)
        if brings:
            company.opportunities.add(OpportunityFactory(organisation=organisation, programme=programme))
        companies.append(company)
        recruiters.append(contact.user)
    students, users = [], []
    for number in range(STUDENTS):
        user = UserFactory(role=Role.CANDIDATE, email=f"student{number}@prove.example")
        candidate = CandidateFactory(user=user, alias=f"Candidate P{number}", visible_to_companies_at=NOW)
        CandidateIdentityFactory(candidate=candidate, name=f"Ida Prøvesen {number}")
        programme.candidates.add(candidate)
        students.append(DatingStudentFactory(evening=evening, candidate=candidate))
        users.append(user)
    for side, wishes in ((WishSide.STUDENT, WISHES), (WishSide.COMPANY, WANTED)):
        for own, others in wishes.items():
            for other, strength in others.items():
                student, company = (own, other) if side == WishSide.STUDENT else (other, own)
                DatingWishFactory(
                    student=students[student], company=companies[company], side=side, strength=strength
                )
    return Evening(evening, organiser, tuple(companies), tuple(recruiters), tuple(students), tuple(users))

"""Extracts, target lists and the no-call list: what is imported, who is on a list and who is left out, and why."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.exceptions import PermissionDenied

from brobygger.apps.base.enums import Role
from brobygger.apps.organisations.enums import Engagement
from brobygger.apps.outreach import actions, queries
from brobygger.apps.outreach.actions import NobodyToCall, NoCompanies, TablePlanChanged, Wanted
from brobygger.apps.outreach.enums import CallState, Exclusion, TableKind
from brobygger.apps.outreach.models import Call, NoCall, RegisteredCompany, TargetList, Visit
from brobygger.apps.programmes.models import Programme
from tests.factories import (
    CallFactory,
    OrganisationFactory,
    ProgrammeFactory,
    RegisteredCompanyFactory,
    UserFactory,
    VisitFactory,
)
from tests.factories.moments import DAY, LATER, NOW

pytestmark = pytest.mark.django_db
EXTRACT = (
    "CVR-nr;Navn;Branchekode;Antal ansatte;Kommune;Reklamebeskyttet\n"
    "12345674;Aadal Pumper A/S;281300;38;Horsens;nej\n12345675;Forkert A/S;281300;9;Horsens;nej\n"
)
HISTORY = (
    "Virksomhed;CVR;Dato;Bekymringer;Sprog sagt før;Sprog reelt nødvendigt\n"
    "Aadal Pumper A/S;12345674;14.05.2009;informal-talk;da meetings C1;da meetings\n"
    "Aadal Pumper A/S;12345674;03.09.2012;;;\nUden dag;;;;;\n"
)


def import_(kind: TableKind, text: str, programme: Programme | None = None) -> queries.TablePlan:
    table = actions.upload_outreach_table(
        kind=kind, file_name="a.csv", content=text.encode(), programme=programme, by=None, at=NOW
    )
    return actions.import_outreach_table(table=table, seen=None, language="en", by=None, at=NOW)


def a_list(programme: Programme, **wanted: object) -> TargetList:
    return actions.make_target_list(
        programme=programme,
        name="Efterår",
        wanted=Wanted(**wanted),
        by=None,
        at=NOW,  # type: ignore[arg-type]
    )


def test_extract_is_imported_and_a_later_one_changes_what_is_known() -> None:
    plan = import_(TableKind.REGISTER, EXTRACT)

    assert plan.counts == {"new": 1, "changed": 0, "unchanged": 0, "refused": 1}
    later = import_(TableKind.REGISTER, EXTRACT.replace("38", "61"))
    assert later.counts["changed"] == 1
    company = RegisteredCompany.objects.get()
    assert (company.employees, company.size_class, company.industry_code) == (61, "medium", "28.13.00")
    assert import_(TableKind.REGISTER, EXTRACT.replace("38", "61")).counts["unchanged"] == 1


def test_table_is_imported_as_it_was_seen_or_not_at_all() -> None:
    table = actions.upload_outreach_table(
        kind=TableKind.REGISTER, file_name="a.csv", content=EXTRACT.encode(), by=None, at=NOW
    )
    seen = queries.plan_of_table(table, language="en", today=DAY).digest
    RegisteredCompanyFactory(number="12345674", name="En anden")

    with pytest.raises(TablePlanChanged):
        actions.import_outreach_table(table=table, seen=seen, language="en", by=None, at=NOW)

    assert RegisteredCompany.objects.get().name == "En anden"


def test_visits_since_2009_are_imported_and_counted_once() -> None:
    programme = ProgrammeFactory()
    first = import_(TableKind.VISITS, HISTORY, programme)
    again = import_(TableKind.VISITS, HISTORY, programme)

    assert (first.counts["new"], first.counts["refused"]) == (2, 1)
    assert (again.counts["new"], again.counts["unchanged"]) == (0, 2)
    assert queries.visit_count(programme) == 2
    assert queries.counts_by_year(programme.pk) == [("2009", 1), ("2012", 1)]
    visit = Visit.objects.get(visited_on=dt.date(2009, 5, 14))
    need = visit.languages.get()
    assert (need.stated_level, need.is_real_said, need.real_level) == ("C1", True, "")
    assert visit.organisation.registered_number == "12345674"
    assert [one.code for one in visit.worries.all()] == ["informal-talk"]


def test_six_hundred_visits_take_few_queries_to_look_at(django_assert_max_num_queries: object) -> None:
    rows = "".join(f"Firma {number};;0{1 + number % 9}.05.2014;;;\n" for number in range(600))

    with django_assert_max_num_queries(4):  # type: ignore[operator]
        plan = queries.plan_content(
            TableKind.VISITS, (HISTORY.split("\n")[0] + "\n" + rows).encode(), language="en", today=DAY
        )

    assert plan.counts["new"] == 600


def test_list_says_of_each_company_why_it_is_there_or_left_out() -> None:
    programme = ProgrammeFactory()
    best = RegisteredCompanyFactory()
    unknown = RegisteredCompanyFactory(is_exporter=None, region="", municipality="")
    silent = RegisteredCompanyFactory()
    partner, visited = RegisteredCompanyFactory(), RegisteredCompanyFactory()
    tiny, shut = (
        RegisteredCompanyFactory(size_class="micro", employees=3),
        RegisteredCompanyFactory(is_active=False),
    )
    protected, called = RegisteredCompanyFactory(is_protected=True), CallFactory().company
    actions.note_no_call(country="DK", number=silent.number, name=silent.name, by=None, at=NOW)
    OrganisationFactory(registered_number=f"DK{partner.number}", engagement=Engagement.HOSTING)
    host = OrganisationFactory(registered_number=visited.number)
    VisitFactory(programme=programme, organisation=host, visited_on=DAY - dt.timedelta(days=100))

    made = a_list(programme, branches=("28", "45"), places=("Midtjylland",))

    on_list = list(queries.targets_of(made))
    assert [one.company for one in on_list] == [best, unknown]
    assert [one.score for one in on_list] == [100, 80]
    assert sum(points for _, _, points, _ in on_list[1].parts) == 80
    assert {one.company: one.excluded for one in queries.targets_of(made, excluded=True)} == {
        silent: Exclusion.NO_CALL,
        protected: Exclusion.PROTECTED,
        shut: Exclusion.CLOSED,
        partner: Exclusion.PARTNER,
        visited: Exclusion.RECENTLY_VISITED,
        called: Exclusion.IN_A_BATCH,
        tiny: Exclusion.TOO_SMALL,
    }
    assert made.warnings == ["45"]


def test_points_of_the_parts_can_be_turned() -> None:
    exporter = RegisteredCompanyFactory(size_class="")
    other = RegisteredCompanyFactory(is_exporter=False)

    made = a_list(ProgrammeFactory(), points={"export": 100, "size": 0})

    assert [one.company for one in queries.targets_of(made)] == [exporter, other]


def test_list_of_the_same_name_is_made_anew() -> None:
    programme = ProgrammeFactory()
    RegisteredCompanyFactory()
    first = a_list(programme)
    second = a_list(programme, countries=("DK",))

    assert first == second
    assert second.targets.count() == 1
    with pytest.raises(NoCompanies):
        a_list(programme, countries=("SE",))


def test_batch_takes_the_best_and_nobody_twice() -> None:
    programme, agent = ProgrammeFactory(), UserFactory(role=Role.AGENCY)
    for _ in range(3):
        RegisteredCompanyFactory()
    made = a_list(programme)

    def batch(size: int) -> object:
        return actions.make_batch(target_list=made, name="Bunke", agents=[agent], size=size, by=None, at=NOW)

    batch(2)
    batch(5)

    assert len({call.company_id for call in Call.objects.all()}) == Call.objects.count() == 3
    with pytest.raises(NobodyToCall):
        batch(5)


def test_company_that_is_never_called_leaves_every_batch() -> None:
    call = CallFactory()

    for _ in range(2):
        actions.note_no_call(
            country="DK", number=call.company.number, name=call.company.name, by=None, at=LATER
        )

    call.refresh_from_db()
    assert call.state == CallState.NO_CALL
    assert NoCall.objects.count() == 1


@pytest.mark.parametrize("role", [Role.AGENCY, Role.COMPANY, Role.COUNCIL, Role.CANDIDATE])
def test_others_neither_import_nor_make_lists(role: Role) -> None:
    by = UserFactory(role=role)
    with pytest.raises(PermissionDenied):
        actions.upload_outreach_table(kind=TableKind.REGISTER, file_name="a", content=b"a", by=by, at=NOW)
    with pytest.raises(PermissionDenied):
        actions.make_target_list(programme=ProgrammeFactory(), name="A", wanted=Wanted(), by=by, at=NOW)

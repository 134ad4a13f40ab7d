"""Tables become organisations and candidates: what is previewed is what is done, and the same table again does nothing."""

from __future__ import annotations

import csv
import io

import pytest
from django.core.exceptions import PermissionDenied
from django.db import transaction
from hypothesis import HealthCheck, given
from hypothesis import strategies as st

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.people.adapters import load_candidates
from brobygger.apps.people.models import Candidate, CandidateFact, CandidateIdentity
from brobygger.apps.programmes.actions import (
    ImportedAlready,
    PlanChanged,
    apply_import,
    choose_for_import,
    import_table,
    upload_table,
)
from brobygger.apps.programmes.enums import ImportKind, RowState
from brobygger.apps.programmes.models import TableImport
from brobygger.apps.programmes.queries import ImportPlan, plan_of, plan_table
from brobygger.data.tables import TableError, template_csv, write_csv
from brobygger.data.tables.organisations import ORGANISATIONS
from tests.apps.snapshot import snapshot
from tests.drawing import times
from tests.factories import (
    CandidateFactory,
    CandidateIdentityFactory,
    OrganisationFactory,
    ProgrammeFactory,
    UserFactory,
)
from tests.factories.moments import NOW

ORG, CAN = ImportKind.ORGANISATIONS, ImportKind.CANDIDATES
COMPANIES = """Navn;CVR;Land;By;Antal ansatte;Eksporterer;Programmer
Nordlys Robotics ApS;12345674;;Horsens;38;ja;pact
Fjordsvejs A/S;;DK;Aarhus;;;
"""
PEOPLE = """Name,Email,Home,Country,Languages,Skills,Level of education,Available from,Looks for,May work in
Ida Prøvesen,ida@example.com,Aarhus,DK,en C1; da A2,welding; Python; xyzzy plugh,master,01.02.2027,internship; thesis,EU
Erik Påhitt,,Halden,Norge,svenska C2,,,,,
"""


def done(kind: ImportKind, text: str) -> ImportPlan:
    return import_table(kind=kind, file_name="t.csv", content=text.encode(), language="en", by=None, at=NOW)


def plan(kind: ImportKind, text: str) -> ImportPlan:
    return plan_table(kind, text.encode(), language="en")


def keys(found: ImportPlan) -> set[str]:
    return {one.key for one in found.all_findings}


def test_organisations_are_added_with_what_the_row_says(db: None) -> None:
    programme = ProgrammeFactory(code="pact")

    assert done(ORG, COMPANIES).counts == {"new": 2, "changed": 0, "unchanged": 0, "refused": 0}

    one = Organisation.objects.get(registered_number="12345674")
    assert (one.name, one.code, one.country, one.size_class) == (
        "Nordlys Robotics ApS",
        "nordlys-robotics-aps",
        "DK",
        "small",
    )
    assert one.is_exporter and one.latitude is not None
    assert list(programme.organisations.all()) == [one]


def test_row_without_a_country_is_named(db: None) -> None:
    found = plan(ORG, "name;place\nNordlys;Horsens\n")

    assert [(row.state, one.row, one.key) for row in found.rows for one in row.findings] == [
        (RowState.REFUSED, 2, "no_country")
    ]


@pytest.mark.parametrize(("kind", "text"), [(ORG, COMPANIES), (CAN, PEOPLE)])
def test_the_same_table_again_changes_nothing(vocabulary: object, kind: ImportKind, text: str) -> None:
    ProgrammeFactory(code="pact")
    done(kind, text)
    before = snapshot()

    again = done(kind, text)

    assert again.counts["new"] == again.counts["changed"] == 0
    assert not again.is_ready
    assert snapshot() == before


def test_candidate_is_read_and_can_be_matched(vocabulary: object) -> None:
    CandidateFactory(alias="Talent 041")

    found = done(CAN, PEOPLE)

    assert found.counts["new"] == 2
    assert keys(found) & {"skill_unknown", "skill_taken_for"}
    ida = Candidate.objects.get(identity__email="ida@example.com")
    assert ida.alias == "Talent 042"
    assert set(CandidateFact.objects.filter(candidate=ida, state="added").values_list("kind", flat=True)) == {
        "skill",
        "language",
        "education",
    }
    (core,) = load_candidates(Candidate.objects.filter(pk=ida.pk))
    assert {skill.uri for skill in core.skills} >= {"skill:welding", "skill:python"}
    assert (core.place.name, str(core.available_from), core.work_right) == ("Aarhus", "2027-02-01", ("EU",))
    assert "ida@" not in ida.document.text


def test_change_is_shown_field_by_field_and_an_empty_cell_changes_nothing(db: None) -> None:
    OrganisationFactory(
        name="Nordlys ApS", registered_number="12345674", industry="Robots", website="https://a.example"
    )

    found = plan(ORG, "name;cvr;industry;website\nNordlys Robotics ApS;DK-12 34 56 74;;https://b.example\n")

    (row,) = found.rows
    assert row.state is RowState.CHANGED
    assert [(one.field, one.before, one.after) for one in row.changes] == [
        ("name", "Nordlys ApS", "Nordlys Robotics ApS"),
        ("website", "https://a.example", "https://b.example"),
    ]


def test_level_of_a_language_is_replaced(vocabulary: object) -> None:
    done(CAN, PEOPLE)
    found = done(CAN, PEOPLE.replace("en C1", "en C2"))

    assert [[one.field for one in row.changes] for row in found.rows] == [["languages", "cv"], []]
    values = CandidateFact.objects.filter(kind="language", state="added").values_list("value", flat=True)
    assert [value["level"] for value in values if value["code"] == "en"] == ["C2"]


def test_graduation_is_imported_and_replaced(vocabulary: object) -> None:
    table = "Navn;E-mail;Forventet færdig\nIda Prøvesen;ida@example.com;{}\n"
    done(CAN, table.format("juni 2027"))
    ida = Candidate.objects.get()
    assert (str(ida.graduates_from), str(ida.graduates_until)) == ("2027-06-01", "2027-06-30")

    found = done(CAN, table.format("31.01.2028"))

    (row,) = found.rows
    assert [(one.field, one.before, one.after) for one in row.changes] == [
        ("graduation", "2027-06", "2028-01-31")
    ]
    ida.refresh_from_db()
    assert (str(ida.graduates_from), str(ida.graduates_until)) == ("2028-01-31", "2028-01-31")
    assert CandidateFact.objects.in_force().filter(kind="graduation").count() == 1
    assert not done(CAN, table.format("")).counts["changed"]


def test_graduation_that_is_none_is_named(db: None) -> None:
    found = plan(CAN, "name;graduation\nIda Prøvesen;soon\n")

    (row,) = found.rows
    assert (row.state, [(one.key, one.column) for one in row.findings]) == (
        RowState.REFUSED,
        [("graduation", "graduation")],
    )


def test_similar_name_is_shown_and_chosen(db: None) -> None:
    known = OrganisationFactory(name="Nordlys Robotics", place_name="Horsens")
    text = "name;country;place\nNordlys Robotic;DK;Horsens\n"
    upload = upload_table(kind=ORG, file_name="a.csv", content=text.encode(), by=None, at=NOW)

    (row,) = plan_of(upload, language="en").rows
    assert (row.state, [one.id for one in row.likely], row.choice) == (RowState.NEW, [known.pk], "new")
    choose_for_import(upload=upload, rows={"2": str(known.pk)}, by=None, at=NOW)
    (row,) = plan_of(upload, language="en").rows

    assert (row.state, row.target) == (RowState.CHANGED, known.pk)


def test_same_number_said_to_be_another_is_added_and_found_again(db: None) -> None:
    OrganisationFactory(name="Nordlys", registered_number="12345674")
    text = "name;cvr\nNordlys Service;12345674\n"
    upload = upload_table(kind=ORG, file_name="a.csv", content=text.encode(), by=None, at=NOW)
    choose_for_import(upload=upload, rows={"2": "new"}, by=None, at=NOW)
    seen = plan_of(upload, language="en")

    apply_import(upload=upload, seen=seen.digest, language="en", by=None, at=NOW)

    assert Organisation.objects.count() == 2
    assert plan(ORG, text).counts["unchanged"] == 1


def test_rows_about_the_same_are_named(db: None) -> None:
    text = "name;cvr\nNordlys;12345674\nNordlys;12345674\nNordlys A/S;12345674\n"

    found = plan(ORG, text)

    assert [row.state for row in found.rows] == [RowState.NEW, RowState.UNCHANGED, RowState.REFUSED]
    assert [[one.key for one in row.findings] for row in found.rows] == [
        [],
        ["repeats_row"],
        ["conflicts_with_row"],
    ]


def test_records_changed_since_the_preview_stop_the_import(db: None) -> None:
    one = OrganisationFactory(name="Nordlys", registered_number="12345674")
    content = b"name;cvr;industry\nNordlys;12345674;Robots\n"
    upload = upload_table(kind=ORG, file_name="a.csv", content=content, by=None, at=NOW)
    seen = plan_of(upload, language="en").digest
    one.industry = "Robotter"
    one.save()
    before = snapshot()

    with pytest.raises(PlanChanged) as raised:
        apply_import(upload=upload, seen=seen, language="en", by=None, at=NOW)

    assert raised.value.plan.rows[0].changes[0].before == "Robotter"
    assert snapshot() == before


def test_table_is_imported_once(db: None) -> None:
    upload = upload_table(kind=ORG, file_name="a.csv", content=b"name;country\nA;DK\n", by=None, at=NOW)
    seen = plan_of(upload, language="en").digest
    apply_import(upload=upload, seen=seen, language="en", by=None, at=NOW)

    with pytest.raises(ImportedAlready):
        apply_import(upload=upload, seen=seen, language="en", by=None, at=NOW)


def test_nothing_is_half_written(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    from brobygger.apps.programmes.actions import imports

    calls: list[object] = []
    save = imports.organisations.save_organisation

    def stumble(**arguments: object) -> object:
        calls.append(arguments)
        if len(calls) == 2:
            raise RuntimeError("the disk is full")
        return save(**arguments)

    monkeypatch.setattr(imports.organisations, "save_organisation", stumble)
    with pytest.raises(RuntimeError):
        done(ORG, "name;country\nA;DK\nB;DK\n")

    assert not Organisation.objects.exists()
    assert not AuditEntry.objects.exists()


def test_every_record_and_the_import_leave_an_entry(db: None) -> None:
    content = b"name;country\nA;DK\nB;DK\n"
    manager = UserFactory(role=Role.SECRETARIAT)
    upload = upload_table(kind=ORG, file_name="a.csv", content=content, by=manager, at=NOW)
    apply_import(upload=upload, seen=plan_of(upload, language="en").digest, language="en", by=manager, at=NOW)

    actions = list(AuditEntry.objects.values_list("action", flat=True))
    assert actions.count("organisations.save_organisation") == 2
    assert actions.count("programmes.apply_import") == 1
    assert bytes(TableImport.objects.get().content) == b""


def test_only_those_who_may_import(db: None) -> None:
    for role in (Role.PARTNER, Role.COMPANY):
        with pytest.raises(PermissionDenied):
            upload_table(kind=CAN, file_name="a", content=b"x", by=UserFactory(role=role), at=NOW)


def test_two_people_of_one_name_stay_two(vocabulary: object) -> None:
    CandidateIdentityFactory(name="Anna Prøvesen", email="a@example.com")

    found = done(CAN, "name;email\nAnna Prøvesen;b@example.com\n")

    assert found.counts["new"] == 1
    assert CandidateIdentity.objects.count() == 2


def test_number_of_queries_does_not_grow(db: None, django_assert_max_num_queries: object) -> None:
    for number in range(3):
        OrganisationFactory(name=f"Fjord {number}")
    rows = "\n".join(f"Fjord {number};DK" for number in range(30))
    with django_assert_max_num_queries(6):  # type: ignore[operator]
        plan(ORG, f"name;country\n{rows}\n")


def test_exported_rows_are_imported_unchanged(db: None) -> None:
    done(ORG, template_csv(ORGANISATIONS, language="en"))
    rows = Organisation.objects.values_list(
        "name", "registered_number", "country", "place_name", "industry", "website"
    )
    exported = write_csv(("name", "number", "country", "place", "industry", "website"), rows)

    assert plan(ORG, exported).counts == {"new": 0, "changed": 0, "unchanged": 2, "refused": 0}


CELL = st.one_of(
    st.text(max_size=12),
    st.sampled_from(
        [
            "Nordlys",
            "Nordlys A/S",
            "12345674",
            "559999-0008",
            "DK",
            "Norge",
            "10-49",
            "ja",
            "Aarhus",
            "=1+1",
            "\x00",
            "🦊",
            "שלום",
            "a@example.com",
        ]
    ),
)


@given(rows=st.lists(st.lists(CELL, min_size=5, max_size=6), max_size=6))
@times(40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_table_is_done_as_previewed_and_once(db: None, rows: list[list[str]]) -> None:
    out = io.StringIO()
    csv.writer(out, delimiter=";").writerows([["name", "number", "country", "place", "size"], *rows])
    content = out.getvalue().encode("utf-8", "surrogatepass")
    with transaction.atomic():
        try:
            seen = plan_table(ORG, content, language="da")
        except TableError:
            pass
        else:
            upload = upload_table(kind=ORG, file_name="x", content=content, by=None, at=NOW)
            apply_import(upload=upload, seen=seen.digest, language="da", by=None, at=NOW)
            assert Organisation.objects.count() == seen.counts["new"]
            again = plan_table(ORG, content, language="da")
            assert again.counts["new"] == again.counts["changed"] == 0, again.rows
            assert again.counts["refused"] == seen.counts["refused"]
        transaction.set_rollback(True)

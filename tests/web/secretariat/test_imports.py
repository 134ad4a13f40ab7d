"""The pages of imports and duplicates: who may see them, what they show, how many queries they take."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from brobygger.apps.base.enums import Role
from brobygger.apps.organisations.models import Organisation
from brobygger.apps.people.models import Candidate
from brobygger.apps.programmes.models import KeptColumns, TableImport
from tests.factories import CandidateIdentityFactory, OrganisationFactory
from tests.web.conftest import Visitor

RUN_THE_PROGRAMME = {Role.MANAGER, Role.SECRETARIAT}
START = ("/import/organisations/", "/import/candidates/", "/duplicates/", "/duplicates/candidates/")
TABLE = "Firma;CVR;Land;By\nNordlys;12345674;;Horsens\nUden land;;;\n"


def upload(client: Client, text: str | bytes, kind: str = "organisations", name: str = "a.csv") -> str:
    content = text.encode() if isinstance(text, str) else text
    response = client.post(f"/import/{kind}/upload/", {"file": SimpleUploadedFile(name, content)})
    assert response.status_code == 302, response.content.decode()
    return response["location"]


def page(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200
    return response.content.decode()


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("address", START)
def test_pages_open_for_their_roles_only(visitor: Visitor, address: str, role: Role) -> None:
    assert visitor(role).get(address).status_code == (200 if role in RUN_THE_PROGRAMME else 403)


def test_table_is_shown_and_then_imported(visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)
    address = upload(client, TABLE)
    shown = page(client, address)
    assert "Import 1 row" in shown
    assert "The country is missing" in shown
    assert not Organisation.objects.exists()

    seen = shown.split('name="seen" value="')[1].split('"')[0]
    client.post(f"{address}apply/", {"seen": seen})

    assert Organisation.objects.get().name == "Nordlys"
    assert client.get(address).status_code == 404


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", ("an internship", "Norwegian C2", "Esbjerg, Denmark", "1 February 2027")),
        ("da", ("en praktikplads", "norsk C2", "Esbjerg, Danmark", "1. februar 2027")),
    ],
)
def test_preview_says_values_in_words(visitor: Visitor, language: str, said: tuple[str, ...]) -> None:
    client = visitor(Role.SECRETARIAT, language)
    table = "Alias;Kinds;Languages;Place;Available from;Work right\nTalent 7;internship;nb C2;Esbjerg;2027-02-01;DK\n"

    # the columns above show the cells as they stand in the file
    shown = page(client, upload(client, table, kind="candidates")).split('class="rows import-rows"')[1]

    assert [one for one in said if one not in shown] == []
    assert '<ins dir="auto">internship</ins>' not in shown
    assert "nb C2" not in shown


def test_error_list_and_template_are_downloaded(visitor: Visitor) -> None:
    client = visitor(Role.MANAGER, "da")
    address = upload(client, TABLE)

    errors = client.get(f"{address}errors/").content.decode("utf-8-sig").split("\r\n")
    template = client.get("/import/organisations/template/").content.decode("utf-8-sig")

    assert errors[0] == "Række;Kolonne;Hvad er galt;Række udeladt"
    assert errors[1].startswith("3;Land;Landet mangler.")
    assert template.startswith("Navn;CVR-nummer;Land;By;")


def test_unknown_column_is_said_and_chosen(visitor: Visitor) -> None:
    client = visitor(Role.MANAGER)
    address = upload(client, "Kaldenavn;Land\nNordlys;DK\n")
    assert "Columns are missing: Name. Found: Kaldenavn, Land." in page(client, address)

    client.post(f"{address}choose/", {"header": ["Kaldenavn", "Land"], "column": ["name", "country"]})

    assert "Import 1 row" in page(client, address)


UNKNOWN = "Betegnelse;Nr;Hjem\nNordlys Robotics ApS;12345674;Horsens\n"


def said_of_unknown(**more: str) -> dict[str, Any]:
    return {"header": ["Betegnelse", "Nr", "Hjem"], "column": ["name", "number", "place"], **more}


def test_columns_are_shown_with_first_rows_and_suggestions(visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT, "da")

    shown = page(client, upload(client, UNKNOWN))

    assert "Der mangler kolonner: Navn" in shown
    assert "Horsens" in shown
    first = shown.split('id="column-0"')[1].split("</select>")[0]
    assert '<option value="name" selected>' in first
    assert "Forslag" in shown
    assert "Import 1 row" not in shown  # a suggestion is not used before somebody agrees
    assert not Organisation.objects.exists()


@pytest.mark.parametrize(
    ("kind", "start"), [("organisations", "/import/organisations/"), ("register", "/registers/")]
)
def test_what_columns_are_is_kept_for_the_next_such_file_and_forgotten(
    visitor: Visitor, kind: str, start: str
) -> None:
    client = visitor(Role.SECRETARIAT)
    third = "place" if kind == "organisations" else "municipality"

    def preview(text: str) -> tuple[str, str]:
        sent = client.post(f"{start}upload/", {"file": SimpleUploadedFile("mine.csv", text.encode())})
        return sent["location"], page(client, sent["location"])

    address, _ = preview(UNKNOWN)
    said = {"header": ["Betegnelse", "Nr", "Hjem"], "column": ["name", "number", third], "keep": "1"}
    assert "Import 1 row" in client.post(f"{address}choose/", said, follow=True).content.decode()

    more = UNKNOWN.replace("Hjem", "Hjem;Note").replace("Horsens", "Horsens;x")  # another column has come
    _, again = preview(more)
    assert "Import 1 row" in again
    assert "Read as was said of mine.csv" in again
    assert "mine.csv" in page(client, start)

    kept = KeptColumns.objects.get()
    client.post(f"{start}columns/{kept.pk}/forget/")
    assert "Columns are missing" in preview(UNKNOWN)[1]
    assert "mine.csv" not in page(client, start)


def test_a_column_that_is_said_twice_is_told(visitor: Visitor) -> None:
    client = visitor(Role.MANAGER)
    address = upload(client, UNKNOWN)
    said = {"header": ["Betegnelse", "Nr", "Hjem"], "column": ["name", "number", "name"]}

    response = client.post(f"{address}choose/", said, follow=True)

    assert "Several columns are “Name”" in response.content.decode()


def test_kept_columns_hold_no_row_of_the_file(visitor: Visitor) -> None:
    client = visitor(Role.MANAGER)
    address = upload(client, UNKNOWN)

    client.post(f"{address}choose/", said_of_unknown(keep="1"))

    assert "Nordlys" not in str(vars(KeptColumns.objects.get()))


def test_choice_that_changes_the_plan_is_shown_first(visitor: Visitor) -> None:
    client = visitor(Role.MANAGER)
    known = OrganisationFactory(name="Nordlys Robotics", place_name="Horsens")
    address = upload(client, "name;country;place\nNordlys Robotic;DK;Horsens\n")
    shown = page(client, address)
    assert "similar name" in shown
    seen = shown.split('name="seen" value="')[1].split('"')[0]

    client.post(f"{address}apply/", {"seen": seen, "row-2": str(known.pk)})
    assert Organisation.objects.get().name == "Nordlys Robotics"
    seen = page(client, address).split('name="seen" value="')[1].split('"')[0]
    client.post(f"{address}apply/", {"seen": seen, "row-2": str(known.pk)})

    assert Organisation.objects.get().name == "Nordlys Robotic"


def test_proposed_choices_are_no_change(visitor: Visitor) -> None:
    client = visitor(Role.MANAGER)
    known = OrganisationFactory(name="Nordlys", registered_number="12345674")
    address = upload(client, "name;cvr;industry\nNordlys;12345674;Robots\n")
    seen = page(client, address).split('name="seen" value="')[1].split('"')[0]

    client.post(f"{address}apply/", {"seen": seen, "row-2": str(known.pk)})

    assert Organisation.objects.get().industry == "Robots"


def test_changed_record_stops_the_import(visitor: Visitor) -> None:
    client = visitor(Role.MANAGER)
    OrganisationFactory(name="Nordlys", registered_number="12345674")
    address = upload(client, "name;cvr;industry\nNordlys;12345674;Robots\n")
    seen = page(client, address).split('name="seen" value="')[1].split('"')[0]
    Organisation.objects.update(industry="Robotter")

    response = client.post(f"{address}apply/", {"seen": seen}, follow=True)

    assert "Records were changed since you saw this" in response.content.decode()
    assert Organisation.objects.get().industry == "Robotter"


@pytest.mark.parametrize(
    "content",
    [b"", b"%PDF-1.7 \x00\x01\x02\x03\x04\x05\x06\x07\x08\x0e", b"name;country\n", b"PK\x03\x04broken"],
)
def test_what_is_no_table_is_refused_in_words(visitor: Visitor, content: bytes) -> None:
    response = visitor(Role.MANAGER).post(
        "/import/candidates/upload/", {"file": SimpleUploadedFile("a.xlsx", content)}
    )

    assert response.status_code == 422
    assert "ds-alert" in response.content.decode() or "Choose a file." in response.content.decode()
    assert not TableImport.objects.exists()


def test_large_upload_is_refused_before_it_is_read(visitor: Visitor, settings: Any) -> None:
    settings.UPLOAD_BYTES = 1_000_000
    content = b"name\n" + b"x" * 50_000_000

    response = visitor(Role.MANAGER).post(
        "/import/candidates/upload/", {"file": SimpleUploadedFile("a.csv", content)}
    )

    assert response.status_code == 413
    assert "larger than 1 MB" in response.content.decode()


@pytest.mark.parametrize("rows", [1, 3])
def test_preview_takes_the_same_queries(
    visitor: Visitor, rows: int, django_assert_max_num_queries: object
) -> None:
    client = visitor(Role.MANAGER)
    address = upload(client, "name;country\n" + "".join(f"Fjord {number};DK\n" for number in range(rows)))
    with django_assert_max_num_queries(9):  # type: ignore[operator]
        client.get(address)


@pytest.mark.parametrize("count", [2, 4])
def test_duplicates_take_the_same_queries(
    visitor: Visitor, count: int, django_assert_max_num_queries: object
) -> None:
    client = visitor(Role.MANAGER)
    for _ in range(count):
        OrganisationFactory(name="Nordlys", registered_number="12345674")
        CandidateIdentityFactory(name="Ida Prøvesen", email="ida@example.com")
    for address in ("/duplicates/", "/duplicates/candidates/"):
        with django_assert_max_num_queries(9):  # type: ignore[operator]
            assert "Compare and join" in client.get(address).content.decode()


def test_two_records_are_joined_and_parted(visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)
    kept = OrganisationFactory(name="Nordlys", registered_number="12345674")
    other = OrganisationFactory(name="Nordlys A/S", registered_number="12345674", website="https://a.example")
    address = f"/duplicates/organisations/{kept.pk}/{other.pk}/"
    assert "https://a.example" in page(client, address)

    client.post(f"{address}join/", {"field-name": "other", "field-website": "other"})
    assert [one.name for one in Organisation.objects.all()] == ["Nordlys A/S"]
    assert client.get(address).status_code == 404
    undo = page(client, "/duplicates/").split('/undo/"')[0].rsplit('action="', 1)[1]
    client.post(f"{undo}/undo/")

    assert sorted(Organisation.objects.values_list("pk", "name")) == [
        (kept.pk, "Nordlys"),
        (other.pk, "Nordlys A/S"),
    ]


def test_candidates_are_joined(visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)
    first, second = (
        CandidateIdentityFactory(name="Ida Prøvesen", email="ida@example.com").candidate for _ in range(2)
    )

    page(client, f"/duplicates/candidates/{first.pk}/{second.pk}/")
    client.post(f"/duplicates/candidates/{first.pk}/{second.pk}/join/")

    assert list(Candidate.objects.all()) == [first]


def test_pair_said_to_differ_is_gone(visitor: Visitor) -> None:
    client = visitor(Role.SECRETARIAT)
    first, second = (OrganisationFactory(name="Nordlys", registered_number="12345674") for _ in range(2))

    client.post(f"/duplicates/organisations/{first.pk}/{second.pk}/distinct/")

    assert "No two records are alike" in page(client, "/duplicates/")

"""Channels of a programme: figures typed and imported, how they changed, and what is worth a second look."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils.timezone import localdate
from pytest_django import DjangoAssertNumQueries

from brobygger.apps.base.enums import Role
from brobygger.apps.base.models import AuditEntry
from brobygger.apps.outreach.models import Channel, ChannelReading
from tests.factories import ChannelFactory, ChannelReadingFactory, ProgrammeFactory
from tests.web.conftest import Visitor

pytestmark = pytest.mark.django_db


def test_channel_is_added_and_its_figures_are_noted(visitor: Visitor) -> None:
    programme, client, today = ProgrammeFactory(), visitor(Role.SECRETARIAT), localdate()
    client.post(
        f"/programmes/{programme.pk}/channels/add/",
        {"kind": "social", "name": "Siden", "link": "https://social.example/side"},
    )
    channel = Channel.objects.get()
    address = f"/channels/{channel.pk}/"
    earlier = today - dt.timedelta(days=30)

    def note(value: object, day: dt.date = today, measure: str = "followers") -> int:
        body = {"measure": measure, "day": day.isoformat(), "value": value}
        return int(client.post(f"{address}note/", body).status_code)

    assert note(1200, earlier) == 302
    assert note(1187) == 302
    assert note(1187) == 302  # the same again counts once
    html = client.get("/channels/").content.decode()
    assert "1187" in html
    assert "-13" in html
    assert "Lower than the time before" in html
    assert note(-1) == 422
    assert note(5, today + dt.timedelta(days=1)) == 422
    assert note("viele") == 422
    assert note(40, measure="views") == 302
    assert note(50, measure="clicks") == 302
    assert "More clicks than times shown" in client.get(address).content.decode()
    assert list(ChannelReading.objects.filter(measure="followers").values_list("value", flat=True)) == [
        1200,
        1187,
    ]
    wrong = ChannelReading.objects.get(measure="clicks")
    client.post(f"/channels/readings/{wrong.pk}/remove/")
    assert not ChannelReading.objects.filter(measure="clicks").exists()
    assert AuditEntry.objects.filter(action="outreach.note_reading").count() == 4
    client.post(f"{address}change/", {"kind": "social", "name": "Den gamle side", "link": ""})
    assert "no longer in use" in client.get("/channels/").content.decode()


def test_table_of_figures_is_looked_at_and_imported_once(visitor: Visitor) -> None:
    channel, client = ChannelFactory(name="Nyhedsbrevet", kind="newsletter"), visitor(Role.SECRETARIAT)
    ChannelReadingFactory(channel=channel, measure="subscribers", day=dt.date(2026, 8, 1), value=420)
    table = (
        "Kanal;Mål;Dato;Antal\n"
        "nyhedsbrevet;abonnenter;01.09.2026;412\n"
        "Nyhedsbrevet;abonnenter;01.09.2026;412\n"
        "Nyhedsbrevet;klik;01.09.2026;1.203\n"
        "Ukendt;klik;01.09.2026;3\n"
        "Nyhedsbrevet;klik;02.09.2026;-3\n"
        "Nyhedsbrevet;klik;01.01.2090;3\n"
        "Nyhedsbrevet;hjerter;02.09.2026;3\n"
    ).encode()

    def upload() -> str:
        body = {"programme": channel.programme_id, "file": SimpleUploadedFile("tal.csv", table)}
        return str(client.post("/channels/import/upload/", body).headers["Location"])

    preview = upload()
    html = client.get(preview).content.decode()
    for words in (
        "Import 2 rows",
        "4 rows are left out",
        "no channel “Ukendt”. Known: Nyhedsbrevet",
        "is below 0",
        "lies ahead",
        "is nothing that is counted here",
        "412 is lower than 420",
        "The same as row 2",
    ):
        assert words in html, words
    assert "tal" not in client.get(f"{preview}errors/").content.decode().splitlines()[0]
    seen = html.split('name="seen" value="')[1].split('"')[0]
    client.post(f"{preview}apply/", {"seen": seen})
    assert ChannelReading.objects.count() == 3
    assert "Import 0 rows" in client.get(upload()).content.decode()
    assert ChannelReading.objects.get(measure="clicks").value == 1203


@pytest.mark.parametrize("count", [1, 3])
def test_list_takes_a_fixed_number_of_queries(
    visitor: Visitor, django_assert_num_queries: DjangoAssertNumQueries, count: int
) -> None:
    for _ in range(count):
        channel = ChannelFactory()
        ChannelReadingFactory(channel=channel)
        ChannelReadingFactory(channel=channel, measure="clicks")
    client = visitor(Role.SECRETARIAT)
    client.get("/channels/")
    with django_assert_num_queries(8):
        client.get("/channels/")

"""
Links in mails to many: each leads over an address of ours that counts, and from there to where the mail says.

Counted is how often a link is opened, never by whom: see `CampaignLink`. Where a code leads is what stands in its row,
and rows are made of the campaign's own text alone, so nobody can make an address of ours that leads elsewhere.
"""

from __future__ import annotations

import datetime as dt
import re
import secrets
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Final

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.timezone import localdate

from brobygger.apps.base.actions.one_tap import absolute
from brobygger.apps.base.models import all_rows
from brobygger.apps.outreach.models import CampaignLink, CampaignLinkOpening
from brobygger.apps.outreach.models.campaign_link import LONGEST

if TYPE_CHECKING:
    from brobygger.apps.base.models import User
    from brobygger.apps.outreach.models import Campaign

CODE_BYTES: Final = 8
ADDRESS: Final = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)
AFTER: Final = ".,;:!?'’…*_"
"""What ends a sentence stands behind an address and is none of it."""


@transaction.atomic
def count_link_opening(*, link: CampaignLink, by: User | None, at: dt.datetime) -> None:
    """Count that a link was opened. Nothing is kept of who did; that is why there is no audit entry."""
    with all_rows():  # a visitor sees no numbers
        row, _is_new = CampaignLinkOpening.objects.get_or_create(link=link, day=localdate(at))
        CampaignLinkOpening.objects.filter(pk=row.pk).update(count=F("count") + 1)


def counted_links(campaign: Campaign) -> dict[str, str]:
    """By each address in the texts of a campaign, the one that counts and leads there. Repeating it makes none anew."""
    wanted = {one for said in campaign.texts.values() for one in _addresses(said["text"])}
    if not wanted:
        return {}
    rows = CampaignLink._base_manager.filter(campaign=campaign)
    known = set(rows.values_list("address", flat=True))
    new = (
        CampaignLink(campaign=campaign, address=one, code=secrets.token_hex(CODE_BYTES))
        for one in sorted(wanted - known)
    )
    CampaignLink._base_manager.bulk_create(
        new, ignore_conflicts=True
    )  # another process may make them now, too
    return {
        address: absolute(reverse("campaign-link", args=[code]))
        for address, code in rows.values_list("address", "code")
        if address in wanted
    }


def with_counted(text: str, links: Mapping[str, str]) -> str:
    """A text with the addresses that count in the place of its own."""

    def counted(found: re.Match[str]) -> str:
        address = _without_end(found[0])
        return links.get(address, address) + found[0][len(address) :]

    return ADDRESS.sub(counted, text)


def _addresses(text: str) -> Iterator[str]:
    """Those that can be counted. One with “{name}” in it is another one for each receiver: it stays as it is."""
    for found in ADDRESS.findall(text):
        address = _without_end(found)
        if "{" not in address and len(address) <= LONGEST:
            yield address


def _without_end(address: str) -> str:
    """Without the full stop of the sentence, and without a bracket that was opened before the address."""
    while address and (address[-1] in AFTER or (address[-1] in ")]" and not _closes(address))):
        address = address[:-1]
    return address


def _closes(address: str) -> bool:
    opening, closing = ("(", ")") if address[-1] == ")" else ("[", "]")
    return address.count(opening) >= address.count(closing)

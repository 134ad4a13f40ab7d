"""“No more mails about …”."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from brobygger.apps.base.actions import mute_topic
from brobygger.apps.base.enums import MailTopic
from brobygger.apps.people.actions import withdraw_consent
from brobygger.apps.people.enums.consents import ConsentPurpose
from brobygger.apps.people.queries import candidate_of_user, has_consent

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


def describe_mute(link: OneTapLink) -> str:
    return _("We write you no more mails about %(topic)s. All other mails come as before.") % {
        "topic": _topic(link).label
    }


def mute(link: OneTapLink, at: dt.datetime) -> str:
    topic = _topic(link)
    mute_topic(user=link.user, address=link.address, topic=topic, by=link.user, at=at)
    candidate = candidate_of_user(link.user) if link.user and topic == MailTopic.OPPORTUNITIES else None
    if candidate and has_consent(candidate, ConsentPurpose.OPPORTUNITY_MAILS):  # the ledger says what holds
        purpose, language = ConsentPurpose.OPPORTUNITY_MAILS, link.language
        withdraw_consent(candidate=candidate, purpose=purpose, language=language, by=link.user, at=at)
    return _("We write you no more mails about %(topic)s.") % {"topic": topic.label}


def _topic(link: OneTapLink) -> MailTopic:
    return MailTopic(link.arguments["topic"])

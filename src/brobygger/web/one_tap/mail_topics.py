"""“No more mails about …”."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from brobygger.apps.base.actions import mute_topic
from brobygger.apps.base.enums import MailTopic

if TYPE_CHECKING:
    from brobygger.apps.base.models import OneTapLink


def describe_mute(link: OneTapLink) -> str:
    return _("We write you no more mails about %(topic)s. All other mails come as before.") % {
        "topic": _topic(link).label
    }


def mute(link: OneTapLink, at: dt.datetime) -> str:
    topic = _topic(link)
    mute_topic(user=link.user, address=link.address, topic=topic, by=link.user, at=at)
    return _("We write you no more mails about %(topic)s.") % {"topic": topic.label}


def _topic(link: OneTapLink) -> MailTopic:
    return MailTopic(link.arguments["topic"])

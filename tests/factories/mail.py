from __future__ import annotations

import factory
from factory.django import DjangoModelFactory

from brobygger.apps.base.enums import MailTopic
from brobygger.apps.base.models import Message
from tests.factories.moments import NOW


class MessageFactory(DjangoModelFactory):
    class Meta:
        model = Message

    to_address = factory.LazyAttribute(
        lambda mail: mail.to_user.email if mail.to_user else "someone@mail.example"
    )
    to_user = None
    topic = MailTopic.APPLICATIONS
    language = "en"
    subject = "An answer"
    text = "Hello,\n\nthere is an answer.\n"
    created_at = NOW
    next_try_at = NOW

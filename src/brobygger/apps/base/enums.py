"""Who somebody is to the product, and what an access token may be used for."""

from __future__ import annotations

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Role(TextChoices):
    MANAGER = "manager", _("Programme manager")
    SECRETARIAT = "secretariat", _("Secretariat")
    PARTNER = "partner", _("Partner organisation")
    COMPANY = "company", _("Company contact")
    CANDIDATE = "candidate", _("Candidate")
    COUNCIL = "council", _("Council member")
    AGENCY = "agency", _("Booking agency")
    AMBASSADOR = "ambassador", _("Ambassador")
    FUNDER = "funder", _("Funder")


class Purpose(TextChoices):
    """What personal data is kept for (GDPR article 5 (1) b), in the order in which people read it."""

    CONTACT = "contact", _("to reach you")
    MATCHING = "matching", _("to find places and people that fit each other")
    APPLICATION = "application", _("to handle applications and their answers")
    PLACEMENT = "placement", _("to keep what was agreed about a place, and how it went")
    FOLLOW_UP = "follow_up", _("to count, not name, how many stay in the region")
    ADVICE = "advice", _("to help you with your CV, applications and the start of your studies")
    EVENT = "event", _("to hold events that you take part in")
    COOPERATION = "cooperation", _("to work together with companies and partners")
    FAIRNESS = "fairness", _("to check that nobody is treated unfairly")
    SAFETY = "safety", _("to look into what somebody reports as not right")
    EVALUATION = "evaluation", _("to measure how well texts are understood")
    ACCOUNT = "account", _("to let you log in")
    ACCOUNTABILITY = "accountability", _("to show who did what, and that it was allowed")


class LegalBasis(TextChoices):
    """Why the law allows it (GDPR articles 6 and 9)."""

    CONSENT = "consent", _("your consent, article 6 (1) a")
    AGREEMENT = "agreement", _("what you asked us to do for you, article 6 (1) b")
    DUTY = "duty", _("a legal duty, article 6 (1) c")
    PUBLIC_TASK = "public_task", _("a task in the public interest, article 6 (1) e")
    LEGITIMATE_INTEREST = "legitimate_interest", _("a legitimate interest, article 6 (1) f")
    EXPLICIT_CONSENT = "explicit_consent", _("your explicit consent, article 9 (2) a")


class Retention(TextChoices):
    """How long it is kept. The days stand in `RETENTION_DAYS`."""

    ACCOUNT = "account", _("as long as you have a log-in")
    ATTEMPT = "attempt", _("one day")
    PROFILE = "profile", _("two years after you were last here")
    APPLICATION = "application", _("six months after the answer")
    EVENT = "event", _("six months after the event")
    ADVICE = "advice", _("one year after it was last changed")
    PLACEMENT = "placement", _("three years after the placement")
    FOLLOW_UP = "follow_up", _("three years after the last question")
    COOPERATION = "cooperation", _("as long as the cooperation, and two years after it")
    MAIL = "mail", _("ninety days")
    RUN = "run", _("one year after the ranking")
    CONSENT = "consent", _("five years after the consent ended")
    ACCOUNTABILITY = "accountability", _("five years")


RETENTION_DAYS = {
    Retention.ATTEMPT: 1,
    Retention.PROFILE: 730,
    Retention.APPLICATION: 183,
    Retention.EVENT: 183,
    Retention.ADVICE: 365,
    Retention.PLACEMENT: 3 * 365,
    Retention.FOLLOW_UP: 3 * 365,
    Retention.COOPERATION: 730,
    Retention.MAIL: 90,
    Retention.RUN: 365,
    Retention.CONSENT: 5 * 365,
    Retention.ACCOUNTABILITY: 5 * 365,
}
"""Days after which data of a class goes. An account has no end of its own: it goes with the person."""


class MailTopic(TextChoices):
    """What a mail is about. Each can be switched off for itself, but for what keeps the log-in safe."""

    ACCOUNT = "account", _("log-in and safety")
    APPLICATIONS = "applications", _("answers to applications and invitations")
    REMINDERS = "reminders", _("reminders")
    EVENTS = "events", _("events that you registered for")
    OPPORTUNITIES = "opportunities", _("opportunities that fit you")
    NEWS = "news", _("news of the programme")
    STUDIES = "studies", _("start of studies, labour market and culture")
    REPORTS = "reports", _("answers to what you reported")

    @property
    def can_be_switched_off(self) -> bool:
        return self != MailTopic.ACCOUNT

    @property
    def is_service(self) -> bool:
        """Owed to the receiver, and so sent also to somebody who has said no to mail: the mail says that it is."""
        return self in {MailTopic.ACCOUNT, MailTopic.APPLICATIONS, MailTopic.EVENTS, MailTopic.REPORTS}

    @property
    def is_on_at_first(self) -> bool:
        """Sent to somebody who has chosen nothing yet."""
        return self in {
            MailTopic.ACCOUNT,
            MailTopic.APPLICATIONS,
            MailTopic.REMINDERS,
            MailTopic.EVENTS,
            MailTopic.REPORTS,
        }


class ContactWay(TextChoices):
    """How somebody can be reached. Each can be declined for itself."""

    MAIL = "mail", _("mail")
    PHONE = "phone", _("phone call")
    LETTER = "letter", _("letter")
    MESSAGE = "message", _("text message or message in a social network")


class BounceSource(TextChoices):
    """How we know that an address takes no mail."""

    SMTP = "smtp", _("the mail server refused it")
    REPORT = "report", _("a delivery report came back")
    PERSON = "person", _("a person said so")


class MailState(TextChoices):
    WAITING = "waiting", _("to be sent")
    SENT = "sent", _("sent")
    FAILED = "failed", _("could not be sent")
    KEPT = "kept", _("kept here, not sent")


class TokenScope(TextChoices):
    """What a program with a token may do, as far as its owner may do it too."""

    READ = "read", _("Read opportunities, organisations and programmes")
    WRITE = "write", _("Save and change opportunities and organisations")
    CANDIDATES_READ = "candidates:read", _("Read candidates, and who fits what")
    APPLICATIONS_READ = "applications:read", _("Read applications and invitations")
    APPLICATIONS_WRITE = "applications:write", _("Apply, invite candidates, and answer")

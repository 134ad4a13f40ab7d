"""The users of a demo, who are entered with one click."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base import queries
from brobygger.apps.base.enums import Role

if TYPE_CHECKING:
    from brobygger.apps.base.models import User

DEMO_PASSWORD = "demo"  # noqa: S105 - every user of a demo has it, and the log-in page says so
WHAT_THEY_SEE = {
    Role.MANAGER: _("Everything that the secretariat sees, and the weights of the match"),
    Role.SECRETARIAT: _("Opportunities, candidates and companies, and who fits whom"),
    Role.PARTNER: _("The candidates, companies and opportunities of the programmes you carry"),
    Role.COMPANY: _("Paste an ad and see whom you would reach"),
    Role.CANDIDATE: _("Your CV as it was read, and what fits you best"),
    Role.COUNCIL: _("The talent pool in numbers"),
    Role.AGENCY: _("The companies that you are to call, and nothing else"),
    Role.AMBASSADOR: _("Open opportunities to tell about"),
    Role.FUNDER: _("The talent pool in numbers, and whether matches are fair"),
}


def demo_users() -> list[tuple[User, str | Promise]]:
    """Each with what the role sees; none in an installation that is no demo."""
    return [(user, WHAT_THEY_SEE[Role(user.role)]) for user in queries.demo_users()] if settings.DEMO else []

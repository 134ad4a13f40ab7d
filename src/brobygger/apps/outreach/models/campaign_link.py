from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import Privacy, RowScope, ScopedManager

LONGEST: int = 1000
"""A longer address stays in the mail as it was written: databases put no longer ones into an index."""


class CampaignLink(models.Model):
    """
    An address that stands in the text of a mail to many, under the code by which it is opened and counted.

    The same code stands in every receiver's mail: it cannot tell who opens it. A code of each receiver would be a record
    of who reads what, for which there is no purpose that anybody agreed to (`Purpose`, `ConsentPurpose`), and the
    question that a campaign asks, whether its link is of use, a number answers.
    """

    scope = RowScope(through="campaign")
    privacy = Privacy(plain=("id", "campaign", "address", "code"))

    campaign = models.ForeignKey("outreach.Campaign", models.CASCADE, related_name="links")
    address = models.CharField(_("address"), max_length=LONGEST)
    code = models.SlugField(_("end of the link"), max_length=20, unique=True)

    objects = ScopedManager["CampaignLink"]()

    class Meta:
        verbose_name = _("link in a mail to many")
        verbose_name_plural = _("links in mails to many")
        ordering = ("campaign", "pk")
        constraints = [models.UniqueConstraint(name="campaign_link_once", fields=["campaign", "address"])]

    def __str__(self) -> str:
        return self.address


class CampaignLinkOpening(models.Model):
    """How often a link was opened on a day. Counts, of nobody in particular."""

    scope = RowScope(through="link")
    privacy = Privacy(plain=("id", "link", "day", "count"))

    link = models.ForeignKey("outreach.CampaignLink", models.CASCADE, related_name="openings")
    day = models.DateField(_("day"))
    count = models.PositiveIntegerField(_("times"), default=0)

    objects = ScopedManager["CampaignLinkOpening"]()

    class Meta:
        verbose_name = _("openings of a link")
        verbose_name_plural = _("openings of links")
        ordering = ("link", "day")
        constraints = [models.UniqueConstraint(name="link_opening_once_a_day", fields=["link", "day"])]

    def __str__(self) -> str:
        return f"{self.link_id} {self.day} {self.count}"

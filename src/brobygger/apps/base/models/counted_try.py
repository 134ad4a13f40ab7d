from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.enums import LegalBasis, Purpose, Retention
from brobygger.apps.base.models.privacy import Personal, Privacy


class CountedTry(models.Model):
    """
    How often something was tried of late, shared by all processes of the installation: a row of Django's cache.

    The columns are those that `django.core.cache.backends.db.DatabaseCache` reads and writes; nobody else does.
    """

    privacy = Privacy(
        personal=(
            Personal(
                _("from which network address, or for which address in disguise, a log-in was tried of late"),
                ("cache_key", "value", "expires"),
                Purpose.ACCOUNT,
                LegalBasis.LEGITIMATE_INTEREST,
                Retention.ATTEMPT,
                since=("expires",),
            ),
        ),
    )

    cache_key = models.CharField(_("what was tried, and from where"), max_length=255, primary_key=True)
    value = models.TextField(_("when"))
    expires = models.DateTimeField(_("counts until"), db_index=True)

    class Meta:
        verbose_name = _("counted try")
        verbose_name_plural = _("counted tries")
        db_table = "brobygger_cache"

    def __str__(self) -> str:
        return self.cache_key

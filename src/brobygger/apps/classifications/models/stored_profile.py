from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class StoredProfile(models.Model):
    """
    What the matcher sees of a text and of what people said, in one row, so that many are read in one go.

    A copy: it counts as long as `as_of` is the owner's last change and `form` is the code that reads it; else the
    facts are read. Nothing but the repeated `store_profiles` writes it.
    """

    as_of = models.DateTimeField(_("as of"), help_text=_("The change up to which it was made."))
    form = models.CharField(_("made by"), max_length=16, help_text=_("The code that it was made by."))
    content = models.TextField(_("what the matcher uses"))

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.pk} {self.as_of:%Y-%m-%d}"

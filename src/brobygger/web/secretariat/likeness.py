"""Why two records may be the same, in the reader's language."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from brobygger.core.duplicates import Sign

SIGNS: Mapping[Sign, str | Promise] = {
    Sign.NUMBER: gettext_lazy("same register number"),
    Sign.EMAIL: gettext_lazy("same e-mail address"),
    Sign.PHONE: gettext_lazy("same phone"),
    Sign.NAME: gettext_lazy("same name"),
    Sign.SIMILAR_NAME: gettext_lazy("similar name"),
    Sign.PLACE: gettext_lazy("same place"),
    Sign.OTHER_NUMBER: gettext_lazy("another register number"),
    Sign.OTHER_EMAIL: gettext_lazy("another e-mail address"),
    Sign.OTHER_PLACE: gettext_lazy("another place"),
}


def shown_signs(signs: Iterable[Sign]) -> list[tuple[str | Promise, str]]:
    """(words, kind of chip) of each sign."""
    return [(SIGNS[sign], "missing" if sign.speaks_against else "match") for sign in signs]

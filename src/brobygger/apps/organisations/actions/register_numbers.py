"""
Numbers of the Nordic company registers, with the check digit that each of them carries.

Sources: the Danish Business Authority on CVR numbers, the Brønnøysund Register Centre on organisasjonsnummer, the
Swedish Companies Registration Office on organisationsnummer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

if TYPE_CHECKING:
    from collections.abc import Sequence

    from django.utils.functional import Promise

CVR: Final = (2, 7, 6, 5, 4, 3, 2, 1)
ORGANISASJONSNUMMER: Final = (3, 2, 7, 6, 5, 4, 3, 2, 1)
NAMES: Final[dict[str, tuple[str | Promise, int]]] = {
    "DK": (gettext_lazy("CVR number"), 8),
    "NO": (gettext_lazy("organisasjonsnummer"), 9),
    "SE": (gettext_lazy("organisationsnummer"), 10),
}
"""What a number is called, and how many digits it has, by country (ISO 3166-1)."""
BETWEEN: Final = " .-–\u00a0"


def plain_number(country: str, number: str) -> str:
    """
    A register number as it is kept: digits alone. Of other countries it is kept as it is written.

    A country code in front and the Norwegian “MVA” behind are left out.

    Raises:
        ValidationError: it cannot be a number of that country's register; the message says why.
    """
    written = " ".join(number.upper().split())
    if country not in NAMES or not written:
        return written
    digits = "".join(letter for letter in written if letter not in BETWEEN)
    digits = digits.removeprefix(country).removeprefix("CVR").removesuffix("MVA").strip(": ")
    name, length = NAMES[country]
    if not (digits.isascii() and digits.isdigit()) or len(digits) != length:
        raise ValidationError(
            _("A %(name)s has %(count)d digits. Please look at it again.") % {"name": name, "count": length},
            code="length",
        )
    if not _is_right(country, [int(digit) for digit in digits]):
        raise ValidationError(
            _("This is no %(name)s: its check digit is wrong. Perhaps two digits are swapped.")
            % {"name": name},
            code="check_digit",
        )
    return digits


def _is_right(country: str, digits: Sequence[int]) -> bool:
    if country == "SE":
        return _luhn(digits)
    weights = CVR if country == "DK" else ORGANISASJONSNUMMER
    total = sum(weight * digit for weight, digit in zip(weights, digits, strict=True))
    return digits != [0] * len(digits) and total % 11 == 0


def _luhn(digits: Sequence[int]) -> bool:
    """ISO/IEC 7812-1, annex B: from the right, every second digit doubled, and its digits added."""
    doubled = [digit * 2 if place % 2 else digit for place, digit in enumerate(reversed(digits))]
    return any(digits) and sum(value - 9 if value > 9 else value for value in doubled) % 10 == 0

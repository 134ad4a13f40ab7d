"""How likely two records are about the same."""

from __future__ import annotations

from typing import Final

from brobygger.core.duplicates.data import Entry, Likeness, Sign
from brobygger.core.duplicates.names import SIMILAR, folded_name, similarity

SHOWN: Final = 0.5  # from here on a pair is worth a look
SAME: Final = 0.85  # from here on it is taken for the same, until somebody says otherwise
SHORTEST_PHONE, COMPARED_DIGITS = 6, 8

# Independent signs add up as 1 - (1 - a)(1 - b)…; signs against it multiply.
WEIGHTS: Final = {
    Sign.NUMBER: 0.97,
    Sign.EMAIL: 0.75,
    Sign.PHONE: 0.5,
    Sign.NAME: 0.65,
    Sign.SIMILAR_NAME: 0.45,
    Sign.PLACE: 0.25,  # with a name only: many live in one town
}
AGAINST: Final = {Sign.OTHER_NUMBER: 0.6, Sign.OTHER_EMAIL: 0.85, Sign.OTHER_PLACE: 0.75}
ALIKE_IN_ALL: Final = (
    0.9  # the same name, and nothing else known of the two, or the same place and nothing against it
)


def likeness(one: Entry, other: Entry) -> Likeness:
    """Compare two records; symmetric."""
    signs: list[Sign] = []
    same_number = _same(one.number, other.number, signs, Sign.NUMBER, Sign.OTHER_NUMBER)
    same_email = _same(one.email.casefold(), other.email.casefold(), signs, Sign.EMAIL, Sign.OTHER_EMAIL)
    if phone_key(one.phone) and phone_key(one.phone) == phone_key(other.phone):
        signs.append(Sign.PHONE)
    close = similarity(one.name, other.name)
    if close == 1.0:
        signs.append(Sign.NAME)
    elif close >= SIMILAR:
        signs.append(Sign.SIMILAR_NAME)
    if {Sign.NAME, Sign.SIMILAR_NAME} & set(signs):
        here, there = _place(one), _place(other)
        if one.country and other.country and one.country != other.country:
            signs.append(Sign.OTHER_PLACE)
        elif here and there:
            signs.append(Sign.PLACE if here == there else Sign.OTHER_PLACE)
    score = _score(signs)
    # one that has a place, and one that has none, may be two people
    is_alike = _place(one) == _place(other) and one.country == other.country
    if is_alike and Sign.NAME in signs and not any(sign.speaks_against for sign in signs):
        score = max(score, ALIKE_IN_ALL)
    if same_number is False and not same_email:
        score = min(score, SAME - 0.01)
    return Likeness(round(score, 4), tuple(signs))


def phone_key(phone: str) -> str:
    """The digits of a phone number without its country; empty for what is too short to tell anybody."""
    digits = "".join(sign for sign in phone if sign.isdigit())
    return digits[-COMPARED_DIGITS:] if len(digits) >= SHORTEST_PHONE else ""


def _same(one: str, other: str, signs: list[Sign], for_it: Sign, against: Sign) -> bool | None:
    if not one or not other:
        return None
    signs.append(for_it if one == other else against)
    return one == other


def _place(entry: Entry) -> str:
    return folded_name(entry.place) if entry.place else ""


def _score(signs: list[Sign]) -> float:
    remaining, factor = 1.0, 1.0
    for sign in signs:
        if sign.speaks_against:
            factor *= AGAINST[sign]
        else:
            remaining *= 1 - WEIGHTS[sign]
    return (1 - remaining) * factor

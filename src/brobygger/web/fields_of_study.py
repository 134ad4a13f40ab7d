"""Fields of study in words: the broad, narrow and, for technology, detailed fields of ISCED-F 2013 (UNESCO)."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FIELDS: Mapping[str, str | Promise] = {
    "05": _("Natural sciences, mathematics and statistics"),
    "0511": _("Biology"),
    "0512": _("Biochemistry and biotechnology"),
    "0521": _("Environmental sciences"),
    "0531": _("Chemistry"),
    "0532": _("Earth sciences"),
    "0533": _("Physics"),
    "0541": _("Mathematics"),
    "0542": _("Statistics"),
    "061": _("Information and communication technologies"),
    "0612": _("Databases and networks"),
    "0613": _("Software development"),
    "07": _("Engineering, manufacturing and construction"),
    "0711": _("Chemical engineering and processes"),
    "0712": _("Environmental technology"),
    "0713": _("Electricity and energy"),
    "0714": _("Electronics and automation"),
    "0715": _("Mechanics and metal trades"),
    "0716": _("Motor vehicles, ships and aircraft"),
    "0721": _("Food technology"),
    "0722": _("Materials: glass, paper, plastic and wood"),
    "0723": _("Textiles and clothes"),
    "0724": _("Mining and extraction"),
    "0731": _("Architecture and town planning"),
    "0732": _("Building and civil engineering"),
    "0788": _("Engineering across fields"),
    "01": _("Education"),
    "02": _("Arts and humanities"),
    "03": _("Social sciences and journalism"),
    "04": _("Business, administration and law"),
    "08": _("Agriculture, forestry, fisheries and veterinary"),
    "09": _("Health and welfare"),
    "0914": _("Medical technology and laboratory"),
    "0916": _("Pharmacy"),
    "10": _("Services, transport and security"),
}


def field_name(code: str) -> str:
    """The name of the narrowest known field that a code lies in; empty: none."""
    for length in range(len(code), 1, -1):
        if code[:length] in FIELDS:
            return str(FIELDS[code[:length]])
    return ""


def broad_field(code: str) -> str | Promise:
    """The broad field of two digits in words; one that has a single narrow field is called as that is."""
    return FIELDS.get(code) or FIELDS.get(f"{code}1") or code


def broad_fields() -> dict[str, str | Promise]:
    """Every broad field by its two digits, in their order."""
    return {code: broad_field(code) for code in sorted({known[:2] for known in FIELDS})}

"""Facts other than skills and occupations, each found by one module."""

from brobygger.core.reading.facets.contacts import find_contacts
from brobygger.core.reading.facets.dates import find_dates
from brobygger.core.reading.facets.education import find_education
from brobygger.core.reading.facets.experience import find_experience
from brobygger.core.reading.facets.facet import Facet
from brobygger.core.reading.facets.hours import find_hours
from brobygger.core.reading.facets.kind import find_kind
from brobygger.core.reading.facets.languages import find_languages
from brobygger.core.reading.facets.markets import find_markets
from brobygger.core.reading.facets.pay import find_pay
from brobygger.core.reading.facets.place_count import find_place_count
from brobygger.core.reading.facets.remote import find_remote
from brobygger.core.reading.facets.work_right import find_work_right

FACETS: tuple[Facet, ...] = (
    find_markets,
    find_experience,
    find_education,
    find_contacts,
    find_languages,
    find_remote,
    find_dates,
    find_hours,
    find_pay,
    find_work_right,
    find_kind,
    find_place_count,
)

__all__ = ["FACETS", "Facet"]

"""Facts other than skills and occupations, each found by one module."""

from brobygger.core.reading.facets import hours, markets, pay, payer, place_count, remote, work_right
from brobygger.core.reading.facets.contacts import find_contacts
from brobygger.core.reading.facets.dates import find_dates
from brobygger.core.reading.facets.education import find_education
from brobygger.core.reading.facets.experience import find_experience
from brobygger.core.reading.facets.facet import DocumentFinder, Facet
from brobygger.core.reading.facets.graduation import find_graduation
from brobygger.core.reading.facets.kind import find_kind
from brobygger.core.reading.facets.languages import find_languages

FACETS: tuple[Facet, ...] = (
    Facet(markets.find_markets, markets.SIGNS),
    Facet(find_experience),
    Facet(find_education),
    Facet(find_graduation),
    Facet(find_contacts),
    Facet(remote.find_remote, remote.SIGNS),
    Facet(find_dates),
    Facet(hours.find_hours, hours.SIGNS),
    Facet(pay.find_pay, pay.SIGNS),
    Facet(payer.find_payer, payer.SIGNS),
    Facet(work_right.find_work_right, work_right.SIGNS),
    Facet(find_kind),
    Facet(place_count.find_place_count, place_count.SIGNS),
)

# finders that look at all passages of a document at once
WHOLE: tuple[DocumentFinder, ...] = (find_languages,)

__all__ = ["FACETS", "WHOLE", "Facet"]

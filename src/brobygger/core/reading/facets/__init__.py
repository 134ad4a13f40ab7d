"""Facts other than skills and occupations, each found by one module."""

from brobygger.core.reading.facets.facet import Facet

FACETS: tuple[Facet, ...] = ()

__all__ = ["FACETS", "Facet"]

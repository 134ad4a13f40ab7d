from brobygger.apps.classifications.models.correction import Correction
from brobygger.apps.classifications.models.read_fact import ReadFact, ReadFactQuerySet, fact_indexes
from brobygger.apps.classifications.models.read_text import ReadText
from brobygger.apps.classifications.models.stored_profile import StoredProfile
from brobygger.apps.classifications.models.vocabulary import Vocabulary

__all__ = [
    "Correction",
    "ReadFact",
    "ReadFactQuerySet",
    "ReadText",
    "StoredProfile",
    "Vocabulary",
    "fact_indexes",
]

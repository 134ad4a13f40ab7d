from brobygger.apps.opportunities.models.application import Application, ApplicationQuerySet
from brobygger.apps.opportunities.models.language_need import LanguageNeed
from brobygger.apps.opportunities.models.opportunity import Opportunity, OpportunityQuerySet
from brobygger.apps.opportunities.models.opportunity_fact import OpportunityFact

__all__ = [
    "Application",
    "ApplicationQuerySet",
    "LanguageNeed",
    "Opportunity",
    "OpportunityFact",
    "OpportunityQuerySet",
]

from brobygger.apps.opportunities.models.language_need import LanguageNeed
from brobygger.apps.opportunities.models.opportunity import Opportunity, OpportunityQuerySet
from brobygger.apps.opportunities.models.opportunity_fact import OpportunityFact

__all__ = ["LanguageNeed", "Opportunity", "OpportunityFact", "OpportunityQuerySet"]

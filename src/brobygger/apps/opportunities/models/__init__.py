from brobygger.apps.opportunities.models.ad_fetch import AdFetch
from brobygger.apps.opportunities.models.ad_source import AdSource
from brobygger.apps.opportunities.models.application import Application, ApplicationQuerySet
from brobygger.apps.opportunities.models.fetched_ad import FetchedAd
from brobygger.apps.opportunities.models.language_need import LanguageNeed
from brobygger.apps.opportunities.models.opportunity import Opportunity, OpportunityQuerySet
from brobygger.apps.opportunities.models.opportunity_approval import OpportunityApproval
from brobygger.apps.opportunities.models.opportunity_fact import OpportunityFact
from brobygger.apps.opportunities.models.opportunity_opening import OpportunityOpening
from brobygger.apps.opportunities.models.opportunity_profile import OpportunityProfile
from brobygger.apps.opportunities.models.opportunity_translation import AdVersion, OpportunityTranslation
from brobygger.apps.opportunities.models.report import Report, ReportQuerySet

__all__ = [
    "AdFetch",
    "AdSource",
    "AdVersion",
    "Application",
    "ApplicationQuerySet",
    "FetchedAd",
    "LanguageNeed",
    "Opportunity",
    "OpportunityApproval",
    "OpportunityFact",
    "OpportunityOpening",
    "OpportunityProfile",
    "OpportunityQuerySet",
    "OpportunityTranslation",
    "Report",
    "ReportQuerySet",
]

from brobygger.apps.outreach.models.agent import Agent, AgentReach, AmbassadorBooking
from brobygger.apps.outreach.models.campaign import FALLBACK, Campaign, CampaignRecipient, MailSequence
from brobygger.apps.outreach.models.student import Student

__all__ = [
    "FALLBACK",
    "Agent",
    "AgentReach",
    "AmbassadorBooking",
    "Campaign",
    "CampaignRecipient",
    "MailSequence",
    "Student",
]

from brobygger.apps.outreach.models.agent import Agent, AgentReach, AmbassadorBooking
from brobygger.apps.outreach.models.call_batch import Call, CallAttempt, CallBatch
from brobygger.apps.outreach.models.campaign import FALLBACK, Campaign, CampaignRecipient, MailSequence
from brobygger.apps.outreach.models.campaign_link import CampaignLink, CampaignLinkOpening
from brobygger.apps.outreach.models.campaign_task import CampaignTask
from brobygger.apps.outreach.models.channel import Channel, ChannelReading
from brobygger.apps.outreach.models.cooperation import Cooperation, LevelEntry, MaterialSent, OutreachPlan
from brobygger.apps.outreach.models.grant import Grant, GrantCondition
from brobygger.apps.outreach.models.host_story import HostStory
from brobygger.apps.outreach.models.no_call import NoCall
from brobygger.apps.outreach.models.outreach_table import OutreachTable
from brobygger.apps.outreach.models.placement_door import PlacementDoor
from brobygger.apps.outreach.models.registered_company import RegisteredCompany
from brobygger.apps.outreach.models.student import Student
from brobygger.apps.outreach.models.target_list import Target, TargetList
from brobygger.apps.outreach.models.visit import Visit, VisitContact, VisitLanguage, VisitWorry
from brobygger.apps.outreach.models.visit_slot import VisitSlot

__all__ = [
    "FALLBACK",
    "Agent",
    "AgentReach",
    "AmbassadorBooking",
    "Call",
    "CallAttempt",
    "CallBatch",
    "Campaign",
    "CampaignLink",
    "CampaignLinkOpening",
    "CampaignRecipient",
    "CampaignTask",
    "Channel",
    "ChannelReading",
    "Cooperation",
    "Grant",
    "GrantCondition",
    "HostStory",
    "LevelEntry",
    "MailSequence",
    "MaterialSent",
    "NoCall",
    "OutreachPlan",
    "OutreachTable",
    "PlacementDoor",
    "RegisteredCompany",
    "Student",
    "Target",
    "TargetList",
    "Visit",
    "VisitContact",
    "VisitLanguage",
    "VisitSlot",
    "VisitWorry",
]

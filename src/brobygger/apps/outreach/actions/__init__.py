"""Mails to many, the list of students, and agents and ambassadors."""

from brobygger.apps.outreach.actions.agents import (
    ImpossibleBooking,
    answer_booking,
    book_ambassador,
    count_visit,
    save_agent,
    tell_pupils,
)
from brobygger.apps.outreach.actions.campaigns import (
    LEAVE,
    WHY,
    CampaignDetails,
    ImpossibleCampaign,
    move_campaign,
    save_campaign,
    settle_campaigns,
    start_campaign,
    write_campaign_mails,
)
from brobygger.apps.outreach.actions.sequences import Step, run_sequence, save_sequence
from brobygger.apps.outreach.actions.students import (
    JOIN,
    Imported,
    ImpossibleList,
    ask_to_join,
    forget_students,
    import_students,
    join_list,
    leave_list,
)

__all__ = [
    "JOIN",
    "LEAVE",
    "WHY",
    "CampaignDetails",
    "Imported",
    "ImpossibleBooking",
    "ImpossibleCampaign",
    "ImpossibleList",
    "Step",
    "answer_booking",
    "ask_to_join",
    "book_ambassador",
    "count_visit",
    "forget_students",
    "import_students",
    "join_list",
    "leave_list",
    "move_campaign",
    "run_sequence",
    "save_agent",
    "save_campaign",
    "save_sequence",
    "settle_campaigns",
    "start_campaign",
    "tell_pupils",
    "write_campaign_mails",
]

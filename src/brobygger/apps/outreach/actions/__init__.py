"""Target lists, calls of a booking agency, visits, levels of companies, stories of hosts, doors and grants."""

from brobygger.apps.outreach.actions.calls import (
    BookedAlready,
    Meets,
    NobodyToCall,
    NotAnOutcome,
    OnNoCallList,
    SlotTaken,
    book_visit,
    cancel_booking,
    close_batch,
    make_batch,
    note_attempt,
)
from brobygger.apps.outreach.actions.cooperations import (
    note_level,
    note_material,
    reach_level,
    set_awareness,
    set_start_up,
    settle_plan,
)
from brobygger.apps.outreach.actions.doors import (
    note_door,
)
from brobygger.apps.outreach.actions.grants import (
    GrantDetails,
    add_condition,
    add_grant,
    change_grant,
    meet_condition,
)
from brobygger.apps.outreach.actions.slots import (
    Overlaps,
    SlotBooked,
    offer_slots,
    withdraw_slot,
)
from brobygger.apps.outreach.actions.stories import (
    NotAgreed,
    StoryDetails,
    agree_to_story,
    publish_story,
    write_story,
)
from brobygger.apps.outreach.actions.tables import (
    TableGone,
    TablePlanChanged,
    import_outreach_table,
    upload_outreach_table,
)
from brobygger.apps.outreach.actions.targets import (
    NoCompanies,
    Wanted,
    make_target_list,
    note_no_call,
)
from brobygger.apps.outreach.actions.visits import (
    NeedAnswer,
    VisitNotes,
    add_visit,
    cancel_visit,
    finish_step,
    write_visit,
)

__all__ = [
    "BookedAlready",
    "GrantDetails",
    "Meets",
    "NeedAnswer",
    "NoCompanies",
    "NobodyToCall",
    "NotAgreed",
    "NotAnOutcome",
    "OnNoCallList",
    "Overlaps",
    "SlotBooked",
    "SlotTaken",
    "StoryDetails",
    "TableGone",
    "TablePlanChanged",
    "VisitNotes",
    "Wanted",
    "add_condition",
    "add_grant",
    "add_visit",
    "agree_to_story",
    "book_visit",
    "cancel_booking",
    "cancel_visit",
    "change_grant",
    "close_batch",
    "finish_step",
    "import_outreach_table",
    "make_batch",
    "make_target_list",
    "meet_condition",
    "note_attempt",
    "note_door",
    "note_level",
    "note_material",
    "note_no_call",
    "offer_slots",
    "publish_story",
    "reach_level",
    "set_awareness",
    "set_start_up",
    "settle_plan",
    "upload_outreach_table",
    "withdraw_slot",
    "write_story",
    "write_visit",
]

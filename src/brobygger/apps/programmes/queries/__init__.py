"""Reads of programmes and of who takes part, what each user may see, and what an import would do."""

from brobygger.apps.programmes.queries.candidate_import import CandidateWrite
from brobygger.apps.programmes.queries.import_plan import NEW, Change, ImportPlan, LikelyRecord, PlannedRow
from brobygger.apps.programmes.queries.organisation_import import OrganisationWrite
from brobygger.apps.programmes.queries.plans import COLUMNS, plan_of, plan_table, upload_by_id
from brobygger.apps.programmes.queries.programmes import (
    candidates_of,
    led_programme_of,
    matched_candidates_of,
    organisations_of,
    programme_by_code,
    programme_by_id,
    programmes,
    programmes_joined_by,
    programmes_of,
    programmes_run_by,
    scope_of,
)

__all__ = [
    "COLUMNS",
    "NEW",
    "CandidateWrite",
    "Change",
    "ImportPlan",
    "LikelyRecord",
    "OrganisationWrite",
    "PlannedRow",
    "candidates_of",
    "led_programme_of",
    "matched_candidates_of",
    "organisations_of",
    "plan_of",
    "plan_table",
    "programme_by_code",
    "programme_by_id",
    "programmes",
    "programmes_joined_by",
    "programmes_of",
    "programmes_run_by",
    "scope_of",
    "upload_by_id",
]

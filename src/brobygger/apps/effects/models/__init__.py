from brobygger.apps.effects.models.benchmark import Benchmark
from brobygger.apps.effects.models.cohort_member import CohortMember
from brobygger.apps.effects.models.follow_up import FollowUp

__all__ = ["Benchmark", "CohortMember", "FollowUp"]

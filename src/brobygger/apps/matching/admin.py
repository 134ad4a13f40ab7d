"""The back door for support: match runs and proposals of weights are read, never written by hand."""

from __future__ import annotations

from django.contrib import admin
from django.http import HttpRequest

from brobygger.apps.matching.models import MatchRun, WeightProposal


@admin.register(MatchRun)
class MatchRunAdmin(admin.ModelAdmin):
    list_display = ("started_at", "programme", "state", "candidate_count", "opportunity_count", "started_by")
    list_filter = ("state", "programme")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: MatchRun | None = None) -> bool:
        return False


@admin.register(WeightProposal)
class WeightProposalAdmin(admin.ModelAdmin):
    list_display = ("proposed_at", "programme", "state", "decided_by_name")
    list_filter = ("state", "programme")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: WeightProposal | None = None) -> bool:
        return False

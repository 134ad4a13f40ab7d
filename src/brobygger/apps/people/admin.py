"""The back door for support. Who a candidate is and its groups have no page here."""

from __future__ import annotations

from django.contrib import admin

from brobygger.apps.people.models import Candidate, CandidateDocument, CandidateFact, PositionPreference


class PositionPreferenceInline(admin.StackedInline):
    model = PositionPreference


@admin.register(Candidate)
class CandidateAdmin(admin.ModelAdmin):
    list_display = ("alias", "visible_to_companies_at", "changed_at")
    search_fields = ("alias",)
    raw_id_fields = ("user",)
    readonly_fields = ("visible_to_companies_at", "matching_agreed_at")  # these follow the consent ledger
    inlines = (PositionPreferenceInline,)


@admin.register(CandidateDocument)
class CandidateDocumentAdmin(admin.ModelAdmin):
    list_display = ("candidate", "language", "format", "published_date", "read_at")
    raw_id_fields = ("candidate",)


@admin.register(CandidateFact)
class CandidateFactAdmin(admin.ModelAdmin):
    list_display = ("candidate", "kind", "value", "confidence", "state")
    list_filter = ("kind", "state", "method")
    raw_id_fields = ("candidate", "corrected_by")

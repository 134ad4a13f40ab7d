"""The back door for support."""

from __future__ import annotations

from django.contrib import admin

from brobygger.apps.opportunities.models import LanguageNeed, Opportunity, OpportunityFact


class LanguageNeedInline(admin.TabularInline):
    model = LanguageNeed
    extra = 0
    raw_id_fields = ("set_by",)


@admin.register(Opportunity)
class OpportunityAdmin(admin.ModelAdmin):
    list_display = ("title", "organisation", "kind", "place_name", "country", "state", "date_posted")
    list_filter = ("state", "kind", "country", "language", "programme")
    search_fields = ("title", "organisation__name")
    raw_id_fields = ("organisation",)
    inlines = (LanguageNeedInline,)


@admin.register(OpportunityFact)
class OpportunityFactAdmin(admin.ModelAdmin):
    list_display = ("opportunity", "kind", "value", "confidence", "state")
    list_filter = ("kind", "state", "method")
    raw_id_fields = ("opportunity", "corrected_by")

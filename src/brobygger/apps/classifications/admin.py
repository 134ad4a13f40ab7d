"""The back door for support."""

from __future__ import annotations

from django.contrib import admin

from brobygger.apps.classifications.models import Vocabulary


@admin.register(Vocabulary)
class VocabularyAdmin(admin.ModelAdmin):
    list_display = ("name", "is_default", "skill_count", "occupation_count", "label_count", "loaded_at")
    readonly_fields = ("digest", "languages", "loaded_at", "loaded_by")

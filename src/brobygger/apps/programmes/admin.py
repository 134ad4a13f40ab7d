"""The back door for support."""

from __future__ import annotations

from django.contrib import admin

from brobygger.apps.programmes.models import Programme, ProgrammeTarget


class ProgrammeTargetInline(admin.TabularInline):
    model = ProgrammeTarget
    extra = 0


@admin.register(Programme)
class ProgrammeAdmin(admin.ModelAdmin):
    list_display = ("name", "kind", "owner", "start_date", "end_date")
    raw_id_fields = ("candidates", "organisations")
    inlines = (ProgrammeTargetInline,)

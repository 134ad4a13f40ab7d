"""The back door for support."""

from __future__ import annotations

from django.contrib import admin

from brobygger.apps.organisations.models import Contact, Organisation


class ContactInline(admin.TabularInline):
    model = Contact
    extra = 0
    raw_id_fields = ("user",)


@admin.register(Organisation)
class OrganisationAdmin(admin.ModelAdmin):
    list_display = ("name", "country", "place_name", "industry", "size_class", "engagement")
    list_filter = ("country", "size_class", "engagement", "is_exporter")
    search_fields = ("name", "code", "registered_number")
    inlines = (ContactInline,)

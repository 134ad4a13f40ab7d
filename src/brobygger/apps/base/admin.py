"""The back door for support."""

from __future__ import annotations

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.utils.translation import gettext_lazy as _

from brobygger.apps.base.models import ApiToken, AuditEntry, User


@admin.register(User)
class PersonAdmin(UserAdmin):
    """Without a password, somebody with an e-mail address logs in with a code."""

    fieldsets = (*UserAdmin.fieldsets, (_("Role and language"), {"fields": ("role", "language")}))
    add_fieldsets = (
        (None, {"fields": ("username", "email", "role", "usable_password", "password1", "password2")}),
    )
    list_display = ("username", "email", "role", "is_active", "is_staff")
    list_filter = ("role", *UserAdmin.list_filter)


@admin.register(AuditEntry)
class AuditEntryAdmin(admin.ModelAdmin):
    list_display = ("at", "action", "by_name", "subject_type", "subject_id")
    list_filter = ("action",)
    search_fields = ("by_name", "subject_id")

    def has_add_permission(self, request: object) -> bool:
        return False

    def has_change_permission(self, request: object, obj: object = None) -> bool:
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        return False


@admin.register(ApiToken)
class ApiTokenAdmin(admin.ModelAdmin):
    list_display = ("name", "user", "created_at", "expires_at", "last_used_at", "revoked_at")
    exclude = ("digest",)

    def has_add_permission(self, request: object) -> bool:
        return False

    def has_change_permission(self, request: object, obj: object = None) -> bool:
        return False

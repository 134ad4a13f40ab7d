"""Every address of the product."""

from allauth.account.decorators import secure_admin_login
from django.contrib import admin
from django.urls import include, path

# the log-in page of Django's admin would ask for no second factor
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("brobygger.api.urls")),
    path("", include("brobygger.web.urls")),
]
handler403 = "brobygger.web.errors.forbidden"
handler404 = "brobygger.web.errors.not_found"
handler429 = "brobygger.web.errors.too_many"  # asked for by allauth
handler500 = "brobygger.web.errors.broken"

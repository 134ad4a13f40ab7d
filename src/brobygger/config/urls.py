"""Every address of the product."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("brobygger.web.urls")),
]
handler403 = "brobygger.web.errors.forbidden"
handler404 = "brobygger.web.errors.not_found"
handler429 = "brobygger.web.errors.too_many"  # asked for by allauth
handler500 = "brobygger.web.errors.broken"

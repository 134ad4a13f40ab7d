"""Every address of the product."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("brobygger.api.urls")),
    path("", include("brobygger.web.urls")),
]
handler403 = "brobygger.web.errors.forbidden"
handler404 = "brobygger.web.errors.not_found"
handler500 = "brobygger.web.errors.broken"

from django.urls import path

from brobygger.api import pages
from brobygger.api.v1 import api

urlpatterns = [
    path("api/", pages.show_api, name="api"),
    path("api/v1/openapi.json", pages.show_document, name="openapi"),
    path("api/v1/", api.urls),
]

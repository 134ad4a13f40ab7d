from django.urls import path

from brobygger.web.catalogue import views

urlpatterns = [path("components/", views.components, name="components")]

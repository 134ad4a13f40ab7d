from django.urls import path

from brobygger.web.one_tap import views

urlpatterns = [
    path("t/<str:token>/", views.ask, name="one-tap"),
    path("t/<str:token>/do/", views.act, name="one-tap-do"),
    path("t/<str:token>/unsubscribe/", views.unsubscribe, name="one-tap-unsubscribe"),
]

from django.urls import path

from brobygger.web.account import link, tokens, views
from brobygger.web.account.entrances import addresses

urlpatterns = [
    path("", views.home, name="home"),
    path("account/", views.own_account, name="account"),
    path("log-in/demo/", views.log_in_to_demo, name="log-in-demo"),
    path("log-in/link/<str:token>/", link.ask, name="log-in-link"),
    path("log-in/link/<str:token>/enter/", link.enter, name="log-in-link-enter"),
    path("log-in/form-token/", views.tell_form_token, name="form-token"),
    path("settings/language/", views.set_language, name="set-language"),
    path("settings/scheme/", views.set_scheme, name="set-scheme"),
    path("account/tokens/", tokens.show_tokens, name="tokens"),
    path("account/tokens/create/", tokens.create_token, name="token-create"),
    path("account/tokens/<int:pk>/revoke/", tokens.revoke_token, name="token-revoke"),
    *addresses(),
]

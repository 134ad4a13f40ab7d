from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "brobygger.web"
    label = "web"

    def ready(self) -> None:
        from brobygger.web.account.trail import follow

        follow()

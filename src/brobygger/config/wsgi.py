"""The WSGI entrance for the web server."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
application = get_wsgi_application()

from django.conf import settings  # noqa: E402 (Django has to be set up before)

from brobygger.apps.matching.queries import warm_up  # noqa: E402

if settings.WARM_UP:
    warm_up()

"""One settings module; what differs between machines comes from the environment (docs/reference/settings.md)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import dj_database_url
from csp.constants import NONCE, SELF
from django.contrib.messages import constants as message_levels
from django.utils.translation import gettext_lazy as _

from brobygger.config import env

# --- where things are -------------------------------------------------------------------------------------
PACKAGE = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.text("BROBYGGER_DATA", "var")).resolve()

# --- what kind of installation -----------------------------------------------------------------------------
DEBUG = env.boolean("BROBYGGER_DEBUG", False)
DEMO = env.boolean("BROBYGGER_DEMO", False)
SECRET_KEY = env.text(
    "BROBYGGER_SECRET_KEY", "only-for-demo-and-tests-" + "x" * 40 if DEMO or DEBUG else None
)
ALLOWED_HOSTS = env.words("BROBYGGER_HOSTS", "localhost,127.0.0.1,[::1],testserver")
CSRF_TRUSTED_ORIGINS = env.words("BROBYGGER_ORIGINS")
if env.boolean("BROBYGGER_BEHIND_PROXY", False):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SESSION_COOKIE_SECURE = True

# --- parts -----------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django_htmx",
    "template_partials",
    "csp",
    "rules",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.usersessions",
    "brobygger.apps.base",
    "brobygger.apps.classifications",
    "brobygger.apps.people",
    "brobygger.apps.organisations",
    "brobygger.apps.programmes",
    "brobygger.apps.opportunities",
    "brobygger.apps.outreach",
    "brobygger.apps.matching",
    "brobygger.apps.events",
    "brobygger.apps.advice",
    "brobygger.apps.surveys",
    "brobygger.apps.placements",
    "brobygger.apps.effects",
    "brobygger.web",
    "brobygger.cli",
]
# the component that shows messages names its kinds as the design system does
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"  # no cookie of their own
MESSAGE_TAGS = {message_levels.ERROR: "danger", message_levels.DEBUG: "info"}
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "brobygger.web.account.language.ReaderLanguage",
    "django.middleware.common.CommonMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "brobygger.web.form_tokens.FormTokens",
    "brobygger.web.scope.EnterScope",
    "django.contrib.messages.middleware.MessageMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]
ROOT_URLCONF = "brobygger.config.urls"
WSGI_APPLICATION = "brobygger.config.wsgi.application"
TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE / "web" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "brobygger.web.shell.shell",
                "brobygger.web.account.context.what_account_pages_need",
            ],
            "builtins": ["brobygger.web.templatetags.components"],
        },
    }
]
FORM_RENDERER = "brobygger.web.lengths.FormRenderer"  # no field is cut by the browser

# --- database: embedded SQLite, or what DATABASE_URL names -----------------------------------------------------
DATABASES = {
    "default": dj_database_url.parse(env.text("DATABASE_URL", f"sqlite:///{DATA_DIR / 'brobygger.sqlite3'}"))
}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["OPTIONS"] = {
        # writers queue at once instead of failing half-way with "database is locked"
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON;"
        "PRAGMA temp_store=MEMORY; PRAGMA mmap_size=134217728; PRAGMA cache_size=-20000;",
    }
    # a file: the in-memory test database is shared between threads, which then meet locked tables
    DATABASES["default"]["TEST"] = {"NAME": str(DATA_DIR / "test.sqlite3")}
else:
    DATABASES["default"]["OPTIONS"] = {
        "pool": {
            "min_size": 1,
            "max_size": env.whole("BROBYGGER_DATABASE_POOL", 8, at_least=1),
            "timeout": 20,
        },
        "options": "-c jit=off",  # a page's questions are answered sooner than they are compiled
        **DATABASES["default"].get("OPTIONS", {}),  # what the address asks for, as `?sslmode=require`
    }
WARM_UP = env.boolean("BROBYGGER_WARM_UP", True)  # read what the matcher needs before a page asks for it
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
# what limits count: in a table that all processes share, in another server, or in each process for itself
CACHES = {"default": env.cache("BROBYGGER_CACHE", "database", table="brobygger_cache")}

# --- who answers for personal data (docs/how-to/privacy.md) ------------------------------------------------------
CONTROLLER = {
    "name": env.text("BROBYGGER_CONTROLLER_NAME", ""),
    "address": env.text("BROBYGGER_CONTROLLER_ADDRESS", ""),
    "contact": env.text("BROBYGGER_CONTROLLER_CONTACT", ""),
}
FETCH_FROM_LOOPBACK = False  # open ads from this machine itself: for tests alone, which set it
ARCHIVE_DUTY = env.boolean("BROBYGGER_ARCHIVE_DUTY", False)  # of a public authority; asked before erasure

# --- trust (docs/how-to/for-companies.md) ------------------------------------------------------------------------
INVITATIONS_PER_DAY = env.whole(
    "BROBYGGER_INVITATIONS_PER_DAY", 10, at_least=1
)  # of a company, for each opportunity

# --- people and rights ---------------------------------------------------------------------------------------
AUTH_USER_MODEL = "base.User"
AUTHENTICATION_BACKENDS = [
    "rules.permissions.ObjectPermissionBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "log-in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "home"

# --- accounts (django-allauth); how its pages are entered is in web/account/entrances.py -------------------------
ACCOUNT_ADAPTER = "brobygger.web.account.adapters.AccountAdapter"
ACCOUNT_LOGIN_METHODS = {"email", "username"}  # user names belong to those who were added by hand
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1"]  # without a password one logs in with a code or a passkey
ACCOUNT_SIGNUP_REDIRECT_URL = "home"
ACCOUNT_FORMS = {
    "login": "brobygger.web.account.forms.LogInForm",
    "signup": "brobygger.web.account.forms.SignUpForm",
    "request_login_code": "brobygger.web.account.forms.AskForCodeForm",
}
ACCOUNT_USER_DISPLAY = "brobygger.web.account.adapters.display_name"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_RESEND = True
ACCOUNT_EMAIL_VERIFICATION_SUPPORTS_CHANGE = (
    False  # it is offered for new addresses only, and would tell a stranger
)
ACCOUNT_LOGIN_BY_CODE_ENABLED = ACCOUNT_LOGIN_BY_CODE_SUPPORTS_RESEND = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_TIMEOUT = ACCOUNT_PASSWORD_RESET_BY_CODE_TIMEOUT = 15 * 60  # seconds; mail may be slow
ACCOUNT_CHANGE_EMAIL = True  # one address; another takes its place once it is verified
ACCOUNT_REAUTHENTICATION_REQUIRED = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = "Brobygger: "
ACCOUNT_SESSION_REMEMBER = True
# what a second factor is checked with is stored encrypted: the first key encrypts, each of them decrypts
ENCRYPTION_KEYS = env.words("BROBYGGER_ENCRYPTION_KEYS") or [SECRET_KEY]
MFA_ADAPTER = "brobygger.web.account.adapters.SecondFactorAdapter"
MFA_FORMS = {
    "add_webauthn": "brobygger.web.account.forms.AddPasskeyForm",
    "edit_webauthn": "brobygger.web.account.forms.RenamePasskeyForm",
}
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = DEBUG or DEMO  # http://localhost
MFA_TOTP_ISSUER = "Brobygger"
MFA_TOTP_TOLERANCE = 1  # steps of half a minute that a telephone's clock may be off
SOCIALACCOUNT_ADAPTER = "brobygger.web.account.adapters.ProviderAdapter"
# joined to the account with the same address, when the provider says that it has verified it
SOCIALACCOUNT_EMAIL_AUTHENTICATION = SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
OIDC_SERVER = env.text("BROBYGGER_OIDC_SERVER", "")
OIDC_APP = {
    "provider_id": "provider",  # part of the address that the provider sends people back to
    "name": env.text("BROBYGGER_OIDC_NAME", "OpenID Connect"),
    "client_id": env.text("BROBYGGER_OIDC_CLIENT_ID", ""),
    "secret": env.text("BROBYGGER_OIDC_CLIENT_SECRET", ""),
    "settings": {"server_url": OIDC_SERVER},
}
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {
    "openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [OIDC_APP] if OIDC_SERVER else []}
}
# limits per visitor count the address that the proxy saw, not the proxy's own
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if env.boolean("BROBYGGER_BEHIND_PROXY", False) else 0

# --- mail ----------------------------------------------------------------------------------------------------
EMAIL_HOST = env.text("BROBYGGER_MAIL_HOST", "")
EMAIL_PORT = env.whole("BROBYGGER_MAIL_PORT", 587, at_least=1)
EMAIL_HOST_USER = env.text("BROBYGGER_MAIL_USER", "")
EMAIL_HOST_PASSWORD = env.text("BROBYGGER_MAIL_PASSWORD", "")
MAIL_TLS = env.one_of("BROBYGGER_MAIL_TLS", "starttls", ["starttls", "tls", "off"])
EMAIL_USE_TLS, EMAIL_USE_SSL = MAIL_TLS == "starttls", MAIL_TLS == "tls"
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env.text("BROBYGGER_MAIL_FROM", "Brobygger <brobygger@localhost>")
# what links in mails begin with; mails that leave the machine need a real one
BROBYGGER_URL = env.text("BROBYGGER_URL", None if EMAIL_HOST else "http://localhost:8000").rstrip("/")
MAIL_IS_KEPT = not EMAIL_HOST  # without a mail server nothing leaves the machine; /mailbox/ shows it
MAIL_AT_ONCE = env.boolean("BROBYGGER_MAIL_AT_ONCE", DEMO)
EMAIL_BACKEND = (
    "brobygger.web.outbox.KeepsMail" if MAIL_IS_KEPT else "django.core.mail.backends.smtp.EmailBackend"
)

# --- words ---------------------------------------------------------------------------------------------------
LANGUAGES = [("da", _("Danish")), ("nb", _("Norwegian")), ("sv", _("Swedish")), ("en", _("English"))]
LANGUAGE_CODE = env.one_of("BROBYGGER_LANGUAGE", "da", [code for code, _name in LANGUAGES])
FORMAT_MODULE_PATH = ["brobygger.config.formats"]
LOCALE_PATHS = [PACKAGE / "locale"]
TIME_ZONE = env.time_zone("BROBYGGER_TIME_ZONE", "Europe/Copenhagen")
USE_TZ = True

# --- files that pages need --------------------------------------------------------------------------------------
STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATIC_ROOT.mkdir(parents=True, exist_ok=True)
HASHED_STATIC = env.boolean("BROBYGGER_HASHED_STATIC", False)  # after collectstatic
WHITENOISE_USE_FINDERS = not HASHED_STATIC
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if HASHED_STATIC
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 2**20  # a pasted ad of a million letters is refused politely, not here
UPLOAD_BYTES = env.whole("BROBYGGER_UPLOAD_MEGABYTES", 10, at_least=1) * 1_000_000
FILE_UPLOAD_HANDLERS = [
    "brobygger.web.uploads.RefuseLargeUploads",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
    "django.core.files.uploadhandler.TemporaryFileUploadHandler",
]

# --- safety ------------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "frame-ancestors": ["'none'"],
        "form-action": [SELF],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
    }
}
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_USE_SESSIONS = True  # no cookie but the session's
CSRF_FAILURE_VIEW = "brobygger.web.errors.form_token_refused"

# --- logs --------------------------------------------------------------------------------------------------------
LOG_LEVELS = ["DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"]
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {"out": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["out"], "level": env.one_of("BROBYGGER_LOG_LEVEL", "WARNING", LOG_LEVELS)},
}

"""Fields of forms that others wrote, in our design, and browsers by the names that people know."""

from __future__ import annotations

from django import template
from django.forms import BoundField
from django.utils.translation import gettext as _

register = template.Library()

# what a browser says of itself, first match counts: each also calls itself what came before it
BROWSERS = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser", "Samsung Internet"),
    ("Firefox", "Firefox"),
    ("FxiOS", "Firefox"),
    ("CriOS", "Chrome"),
    ("Chrome", "Chrome"),
    ("Safari", "Safari"),
)
SYSTEMS = (
    ("Windows", "Windows"),
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Mac OS", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


@register.filter
def as_ours(field: BoundField) -> BoundField:
    """The field with the class of our inputs, and without the placeholder that repeats its label."""
    attributes = field.field.widget.attrs
    attributes["class"] = "ds-input"
    attributes.pop("placeholder", None)
    return field


@register.filter
def browser_name(user_agent: str) -> str:
    """Like “Firefox on Windows”."""
    browser = next((name for sign, name in BROWSERS if sign in user_agent), "")
    system = next((name for sign, name in SYSTEMS if sign in user_agent), "")
    if browser and system:
        return _("%(browser)s on %(system)s") % {"browser": browser, "system": system}
    return browser or system or _("Another program")

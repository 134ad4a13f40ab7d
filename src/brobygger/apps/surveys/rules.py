"""How one tells whose a survey is; who may do what with it stands in `base.rules.permissions`."""

from __future__ import annotations

from brobygger.apps.base.rules import Extent, Thing, tell
from brobygger.apps.programmes.rules import is_of_led_programme, is_of_partners_programme

tell(Thing.SURVEY, Extent.PROGRAMMES, is_of_partners_programme)
tell(Thing.SURVEY, Extent.LED, is_of_led_programme)

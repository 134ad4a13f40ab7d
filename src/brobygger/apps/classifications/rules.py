"""Who may use and change the vocabulary, and look for what was read wrongly."""

from __future__ import annotations

import rules

from brobygger.apps.base.rules import runs_programme

rules.add_perm("classifications.view_vocabulary", rules.always_allow)
rules.add_perm("classifications.change_vocabulary", runs_programme)
rules.add_perm("classifications.correct_readings", runs_programme)

"""Who may see and change a programme."""

from __future__ import annotations

import rules

from brobygger.apps.base.rules import is_manager, runs_programme

rules.add_perm("programmes.view_programme", rules.always_allow)
rules.add_perm("programmes.change_programme", runs_programme)
rules.add_perm("programmes.change_weights", is_manager)

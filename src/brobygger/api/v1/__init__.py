"""Version 1: what it offers, in the order of its document."""

from __future__ import annotations

from typing import Final

from brobygger.api.build import Api
from brobygger.api.v1 import (
    applications,
    applying,
    candidates,
    me,
    opportunities,
    organisations,
    programmes,
    rankings,
    vocabulary,
)

ABOUT: Final = """\
Everything that the pages of Brobygger can read and do with opportunities, applications, candidates and
organisations, for programs.

Send a token in the header: `Authorization: Bearer brobygger_…`. Its owner makes it at `/account/tokens/`. It gives what the
owner may see and do, and of that only what its scopes name. Errors and reasons come in the language of
`Accept-Language`: da, nb, sv or en. Every error is a problem document (RFC 9457).
"""

api = Api(
    title="Brobygger",
    version="1",
    description=ABOUT,
    urls_namespace="api",
    openapi_extra={"info": {"license": {"name": "MPL-2.0", "identifier": "MPL-2.0"}}},
)
for module in (
    opportunities,
    rankings,
    applications,
    applying,
    candidates,
    organisations,
    programmes,
    vocabulary,
    me,
):
    api.add_router("", module.section)

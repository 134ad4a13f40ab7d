"""Load a vocabulary."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import TYPE_CHECKING

from django.db import transaction

from brobygger.apps.base.actions import record
from brobygger.apps.classifications.models import Vocabulary
from brobygger.apps.classifications.queries import file_digest
from brobygger.core.skills import ConceptKind
from brobygger.data.taxonomies import read_taxonomy
from brobygger.data.taxonomies.vocabulary import COMPILED

if TYPE_CHECKING:
    from brobygger.apps.base.models import User


@transaction.atomic
def load_vocabulary(*, path: Path | None = None, by: User | None, at: dt.datetime) -> Vocabulary:
    """
    Make a taxonomy file the vocabulary in use. A file that is in use already is left as it is.

    Args:
        path: the file; None for the vocabulary that comes with the product.

    Raises:
        TaxonomyFileError: the file is missing, of another kind or damaged. Nothing is changed.
    """
    file = path or COMPILED
    taxonomy = read_taxonomy(file).taxonomy
    digest, stored_path = file_digest(file), str(path.resolve()) if path else ""
    known = Vocabulary.objects.filter(digest=digest, path=stored_path, is_default=True).first()
    if known:
        return known
    Vocabulary.objects.filter(is_default=True).update(is_default=False)
    kinds = {kind: int((taxonomy.kinds == kind).sum()) for kind in ConceptKind}
    vocabulary, _ = Vocabulary.objects.update_or_create(
        digest=digest,
        defaults={
            "name": taxonomy.name,
            "path": stored_path,
            "languages": list(taxonomy.languages),
            "skill_count": kinds[ConceptKind.SKILL],
            "occupation_count": kinds[ConceptKind.OCCUPATION],
            "group_count": kinds[ConceptKind.GROUP],
            "label_count": len(taxonomy.labels),
            "is_default": True,
            "loaded_at": at,
            "loaded_by": by,
        },
    )
    record(
        action="classifications.load_vocabulary",
        subject=vocabulary,
        by=by,
        at=at,
        changes={"name": taxonomy.name, "digest": digest},
    )
    return vocabulary

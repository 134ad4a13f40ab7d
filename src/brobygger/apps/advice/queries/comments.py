"""A version sentence by sentence, with what was said of each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from brobygger.apps.advice.models import AdviceComment, AdviceVersion


@dataclass(frozen=True, slots=True)
class CommentedSentence:
    """
    A sentence and what was said of it, also at earlier versions where the same sentence stood.

    Args:
        gap: what stands between the sentence before and this one: a blank, or line breaks.
    """

    start: int
    text: str
    gap: str
    comments: tuple[AdviceComment, ...]

    @property
    def begins_line(self) -> bool:
        return "\n" in self.gap

    @property
    def begins_paragraph(self) -> bool:
        return self.gap.count("\n") > 1


@dataclass(frozen=True, slots=True)
class Carried:
    """A version to read: its sentences, and comments on sentences of earlier versions that are gone from it."""

    version: AdviceVersion
    sentences: tuple[CommentedSentence, ...]
    earlier: tuple[AdviceComment, ...]

    @property
    def waiting(self) -> int:
        """Comments that are not done."""
        everything = [one for each in self.sentences for one in each.comments]
        return sum(1 for one in (*everything, *self.earlier) if one.done_at is None)


def comment_by_id(pk: int) -> AdviceComment | None:
    found = AdviceComment.objects.select_related("version__case__candidate", "version__case__adviser")
    return found.filter(pk=pk).first()


def commented_version(version: AdviceVersion) -> Carried:
    """One query: comments of this version and of those before it, each where its sentence stands."""
    comments = (
        AdviceComment.objects.select_related("version", "written_by")
        .filter(version__case=version.case_id, version__number__lte=version.number)
        .order_by("written_at", "pk")
    )
    texts = [(start, version.text[start:end]) for start, end in version.passages]
    starts: dict[str, int] = {}
    for start, text in texts:
        starts.setdefault(text, start)
    placed: dict[int, list[AdviceComment]] = defaultdict(list)
    earlier = []
    for one in comments:
        start = one.start if one.version_id == version.pk else starts.get(one.quote, -1)
        if start < 0:
            earlier.append(one)
        else:
            placed[start].append(one)
    sentences, last = [], 0
    for start, text in texts:
        sentences.append(CommentedSentence(start, text, version.text[last:start], tuple(placed[start])))
        last = max(last, start + len(text))
    return Carried(version, tuple(sentences), tuple(earlier))

"""Free words for skills to the concepts of the vocabulary, with how sure that is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from brobygger.apps.classifications.queries.vocabulary import open_vocabulary

SURE_ENOUGH = 0.6  # of the linker: from here on words are taken for a skill
MOST_LINKED = 3_000  # words in one go that are no label; the rest counts as not understood


@dataclass(frozen=True, slots=True)
class SkillWord:
    """The skill that words are taken for; `confidence` 1 where they are one of its labels."""

    uri: str
    label: str
    confidence: float


def skills_of_words(words: Iterable[str], *, language: str) -> dict[str, SkillWord | None]:
    """
    For each of some words the skill they mean, None where that is not understood.

    Args:
        words: each a skill in somebody's own words.
        language: the language that labels are given in, and in which words that are no label are read.
    """
    vocabulary = open_vocabulary()
    taxonomy = vocabulary.taxonomy
    found: dict[str, SkillWord | None] = {}
    rest: list[str] = []
    for word in dict.fromkeys(words):
        concept = vocabulary.skill_of_label.get(word.strip().casefold())
        if concept is None:
            found[word] = None
            rest.append(word)
        else:
            found[word] = SkillWord(taxonomy.uris[concept], taxonomy.preferred(concept, language), 1.0)
    if rest:
        asked = rest[:MOST_LINKED]
        for word, linked in zip(
            asked, vocabulary.skill_linker.link(asked, language=language, top=1), strict=True
        ):
            if linked and linked[0].score >= SURE_ENOUGH:
                best = linked[0]
                found[word] = SkillWord(
                    taxonomy.uris[best.concept], taxonomy.preferred(best.concept, language), best.score
                )
    return found

"""Names of dials, steps and checks in the reader's language, for buttons, tables and ledgers."""

from __future__ import annotations

from brobygger.core.matching.dials import (
    Border,
    CoffeeTableOnly,
    Dial,
    EducationAsAdvantage,
    LanguageAsAdvantage,
    LowerLanguage,
    MoveStart,
    Neighbours,
    RaisePay,
    RemoteShare,
    SupportPermit,
)
from brobygger.core.matching.steps import (
    AcceptRemote,
    LearnSkill,
    LongerCommute,
    MoveTo,
    ReachLevel,
    StartEarlier,
    Step,
)
from brobygger.core.matching.verdict import Check, Rule
from brobygger.core.matching.words import Words, capitalised, words_in
from brobygger.core.skills.data import Taxonomy

__all__ = ["check_label", "dial_label", "step_label"]


def dial_label(dial: Dial | None, *, language: str) -> str:
    """What a dial does: "Danish at B1"; None is "as it is"."""
    words = words_in(language)
    key, values = _dial(words, dial)
    return capitalised(words.name(key).format(**values))


def _dial(words: Words, dial: Dial | None) -> tuple[str, dict[str, str]]:
    match dial:
        case None:
            return "dial.none", {}
        case LowerLanguage(codes, level):
            return "dial.language", {"language": words.language_choice(codes), "level": level.value}
        case CoffeeTableOnly(codes):
            return "dial.coffee", {"language": words.language_choice(codes)}
        case LanguageAsAdvantage(codes):
            return "dial.advantage", {"language": words.language_choice(codes)}
        case MoveStart(months):
            key = "dial.start_later" if months > 0 else "dial.start_earlier"
            return key, {"months": words.unit(abs(months), "month")}
        case Border(counts):
            return "dial.border_open" if counts else "dial.border_closed", {}
        case Neighbours(count):
            return "dial.neighbours_count" if count else "dial.neighbours_apart", {}
        case RemoteShare(share):
            return "dial.remote", {"percent": words.percent(round(share * 100))}
        case RaisePay(percent):
            return "dial.pay", {"percent": words.percent(percent)}
        case EducationAsAdvantage():
            return "dial.education", {}
        case SupportPermit():
            return "dial.permit", {}
    raise ValueError(f"no words for the dial {dial!r}")


def step_label(step: Step, *, taxonomy: Taxonomy, language: str) -> str:
    """What a step is: "Reach B2 in Danish", "Learn welding"."""
    words = words_in(language)
    key, values = _step(words, step, taxonomy)
    return capitalised(words.name(key).format(**values))


def _step(words: Words, step: Step, taxonomy: Taxonomy) -> tuple[str, dict[str, str]]:
    match step:
        case LearnSkill(uri):
            return "step.skill", {"skill": concept_label(uri, taxonomy, words.language)}
        case ReachLevel(code, level):
            return "step.language", {"language": words.language_name(code), "level": level.value}
        case LongerCommute(minutes):
            return "step.commute", {"minutes": words.travel(minutes)}
        case MoveTo(country):
            return "step.move", {"country": words.country(country)}
        case StartEarlier(months):
            return "step.start", {"months": words.unit(months, "month")}
        case AcceptRemote():
            return "step.remote", {}
    raise ValueError(f"no words for the step {step!r}")


def check_label(check: Check, *, language: str) -> str:
    """What a check is about: "Danish" for a language need, else the rule's name."""
    words = words_in(language)
    if check.rule is Rule.LANGUAGE and check.subject:
        return capitalised(words.language_choice(check.subject.split("|")))
    return capitalised(words.name(f"rule.{check.rule}"))


def concept_label(uri: str, taxonomy: Taxonomy, language: str) -> str:
    """Preferred label; the end of the URI for what the taxonomy does not know."""
    number = taxonomy.index.get(uri)
    return uri.rsplit("/", 1)[-1] if number is None else taxonomy.preferred(number, language)

"""Why a pair fits or not, in the reader's own language: chips to glance at, sentences to read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum

from brobygger.core.matching.conditions import Conditions
from brobygger.core.matching.credit import Link
from brobygger.core.matching.data import Candidate, Opportunity
from brobygger.core.matching.eligibility import judge
from brobygger.core.matching.eligibility.language import HARD
from brobygger.core.matching.languages import best_held, neighbour_of
from brobygger.core.matching.score import Cover, PairScore, PartScore, score_pair
from brobygger.core.matching.score.languages import counted_needs
from brobygger.core.matching.score.stage import wanted_days
from brobygger.core.matching.verdict import Check, Outcome, Rule, Verdict
from brobygger.core.matching.weights import Part, Side, Weights
from brobygger.core.matching.words import Words, words_in
from brobygger.core.matching.words.labels import concept_label
from brobygger.core.matching.words.values import Shown, part_values, verdict_values
from brobygger.core.reading import Level, Modality, Setting
from brobygger.core.skills.data import Taxonomy

__all__ = ["Explanation", "Reason", "Tone", "excluded_counts", "explain"]

MOST_CHIPS = 6


class Tone(StrEnum):
    """What a reason says about the pair, in the order in which reasons are shown."""

    STOP = "stop"  # excludes the pair
    GOOD = "good"
    PARTIAL = "partial"  # counts in part, through a related skill or occupation
    MISSING = "missing"  # asked for and not there, without excluding
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Reason:
    """
    One reason.

    Args:
        key: which reason: "link.narrower", "language.below".
        tone: what it says.
        text: a full sentence.
        chip: the same in two to four words; "" for reasons that are only read in full.
        subject: the part or check it belongs to: "skills", "language:da".

    """

    key: str
    tone: Tone
    text: str
    chip: str
    subject: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """
    Everything that can be said about a pair, for one side.

    Args:
        eligible: no rule excludes the pair.
        score: 0–1.
        reasons: those that exclude, then what matches, counts in part, is missing, cannot be told.

    """

    eligible: bool
    score: float
    reasons: tuple[Reason, ...]

    def of(self, *tones: Tone) -> tuple[Reason, ...]:
        return tuple(one for one in self.reasons if one.tone in tones)

    def chips(self, most: int = MOST_CHIPS) -> tuple[Reason, ...]:
        """The reasons to show as chips: what excludes, or may yet, before what matches."""
        shown = (Tone.STOP, Tone.UNKNOWN, Tone.GOOD, Tone.PARTIAL)
        return tuple(one for tone in shown for one in self.of(tone) if one.chip)[:most]


def explain(
    candidate: Candidate,
    opportunity: Opportunity,
    *,
    taxonomy: Taxonomy,
    language: str,
    side: Side,
    weights: Weights | None = None,
    conditions: Conditions | None = None,
) -> Explanation:
    """
    Why a pair fits or not, as the company or the candidate reads it.

    Args:
        language: "en", "da", "nb" or "sv".

    Raises:
        ValueError: another language.

    """
    read = conditions or Conditions()
    verdicts = judge(candidate, opportunity, read)
    pair = score_pair(candidate, opportunity, taxonomy=taxonomy, weights=weights, conditions=read)
    voice = _Voice(words_in(language), side, taxonomy)
    reasons = [
        *_of_verdicts(voice, verdicts, read),
        *_of_parts(voice, pair, verdicts),
        *_of_soft_languages(voice, candidate, opportunity, read),
        *_of_skills(voice, pair[Part.SKILLS].covers),
        *_of_usual_skills(voice, pair[Part.SKILLS]),
        *_of_unknown_parts(voice, pair, opportunity, verdicts),
    ]
    order = list(Tone)
    reasons.sort(key=lambda one: order.index(one.tone))  # stable: within a tone the order above
    eligible = all(read.lets_pass(one.rule, one.outcome) for one in verdicts)
    said: dict[tuple[Tone, str], Reason] = {}
    for one in reasons:  # two needs may be short of the same language: that is said once
        said.setdefault((one.tone, one.text), one)
    return Explanation(eligible, pair.score, tuple(said.values()))


def excluded_counts(excluded: Mapping[Check, int], *, language: str) -> tuple[Reason, ...]:
    """How many candidates each check of an opportunity excluded, for the company, most first."""
    words = words_in(language)
    rows = sorted(
        ((count, str(check), check) for check, count in excluded.items() if count),
        key=lambda row: (-row[0], row[1]),
    )
    return tuple(
        Reason(
            key=f"count.{check.rule}",
            tone=Tone.STOP,
            text=words.count(
                check.rule, count, {"language": words.language_choice(check.subject.split("|"))}
            ),
            chip=f"{words.name(f'rule.{check.rule}')}: {words.number(count)}",
            subject=name,
        )
        for count, name, check in rows
    )


@dataclass(frozen=True, slots=True)
class _Voice:
    """Who speaks to whom about which words."""

    words: Words
    side: Side
    taxonomy: Taxonomy

    def say(self, key: str, tone: Tone, values: Shown, subject: str) -> Reason:
        chip = self.words.chip(key, values.short) if key in self.words.chips else ""
        return Reason(key, tone, self.words.sentence(key, self.side, values.long), chip, subject)

    def label(self, uri: str) -> str:
        return concept_label(uri, self.taxonomy, self.words.language)


SHOWN_PASSES = frozenset({"language.met", "language.neighbour", "work_right.held", "work_right.supported"})


HALF_WAY = frozenset({"language.neighbour", "language.nearly", "language.neighbour_nearly"})


def _of_verdicts(voice: _Voice, verdicts: tuple[Verdict, ...], conditions: Conditions) -> Iterator[Reason]:
    for one in verdicts:
        if one.outcome is Outcome.PASSES and one.reason not in SHOWN_PASSES:
            continue
        tone = {Outcome.PASSES: Tone.GOOD, Outcome.UNKNOWN: Tone.UNKNOWN, Outcome.FAILS: Tone.STOP}[
            one.outcome
        ]
        if one.reason in HALF_WAY:
            tone = Tone.PARTIAL
        if not conditions.lets_pass(one.rule, one.outcome):
            tone = Tone.STOP
        yield voice.say(one.reason, tone, verdict_values(voice.words, one), str(one.check))


# Parts that have a sentence of their own, by the reason they give.
GOOD = frozenset({
    "skills.covered", "skills.partly", "stage.student", "stage.graduate", "occupation.same", "field.same", "level.met", "experience.met", "markets.known",
    "place.remote", "place.commute", "place.part_remote", "place.move", "time.met", "time.late", "time.late_usual",
    "time.late_notice", "wishes.met",
})  # fmt: skip
PARTIAL = frozenset({"occupation.close", "field.near"})
MISSING = frozenset(
    {
        "occupation.far",
        "field.far",
        "level.below",
        "experience.below",
        "markets.other",
        "wishes.missed",
        "stage.student_past",
        "stage.graduate_past",
        "stage.graduate_later",
    }
)


def _of_parts(voice: _Voice, pair: PairScore, verdicts: tuple[Verdict, ...]) -> Iterator[Reason]:
    failed = {one.rule for one in verdicts if one.outcome is Outcome.FAILS}
    for one in pair.parts:
        tone = _tone(one)
        said_by_rule = one.part is Part.LEVEL and Rule.EDUCATION in failed
        if tone is None or said_by_rule:
            continue
        key = one.reason
        if key == "place.commute" and not one.parameters["minutes"]:
            key = "place.same"  # places are towns: nothing is known of the way within one
        elif key == "place.commute" and one.parameters["over_border"]:
            key = "place.commute_border"
        reason = voice.say(key, tone, part_values(voice.words, one, voice.label), one.part.value)
        # "0 of 10 skills" at a glance looks like nothing at all: the sentence tells what it is close to
        yield (
            replace(reason, chip="") if one.part is Part.SKILLS and not one.parameters["covered"] else reason
        )


def _tone(one: PartScore) -> Tone | None:
    if one.reason == "skills.none_asked":
        return None
    if one.reason.startswith("skills.") and not one.parameters["covered"]:
        return Tone.PARTIAL if one.parameters["partly"] else None  # credit for related skills alone
    if one.reason.startswith("skills.") and (one.value or 0) < 50:
        return Tone.PARTIAL
    if one.reason.startswith("time.late") and not one.value:
        return None  # later than the start can wait: the rule says so
    for tone, reasons in ((Tone.GOOD, GOOD), (Tone.PARTIAL, PARTIAL), (Tone.MISSING, MISSING)):
        if one.reason in reasons:
            return tone
    return None


def _of_soft_languages(
    voice: _Voice, candidate: Candidate, opportunity: Opportunity, conditions: Conditions
) -> Iterator[Reason]:
    """The needs that never exclude: advantages and the coffee table."""
    for need, _ in counted_needs(opportunity):
        coffee = need.setting is Setting.INFORMAL
        if need.modality in HARD and not coffee:
            continue
        held = best_held(candidate.languages, need.codes, neighbours=conditions.neighbour_languages).sure
        met = held >= need.level.number
        other = neighbour_of(candidate.languages, need.codes) if conditions.neighbour_languages else None
        if met and other:
            key = "language.neighbour_welcome"
        elif coffee:
            key = "language.coffee_met" if met else "language.coffee_missing"
        else:
            key = "language.advantage_met" if met else "language.advantage"
        values = {
            "language": voice.words.language_choice(other.asked if met and other else need.codes),
            "needed": need.level.value,
            "held": list(Level)[held - 1].value if held else "",
            "other": voice.words.language_name(other.held) if other else "",
            "own": other.level.value if other else "",
        }
        tone = Tone.PARTIAL if met and other else Tone.GOOD if met else Tone.MISSING
        subject = f"language:{'|'.join(need.codes)}"
        yield voice.say(key, tone, Shown(values, values), subject)


LINK_KEYS: Mapping[Link, str] = {link: f"link.{link.name.lower()}" for link in Link if link is not Link.NONE}


def _of_skills(voice: _Voice, covers: tuple[Cover, ...]) -> Iterator[Reason]:
    """What each needed skill is met with, in the words of both texts; what is not met, together."""
    missing: dict[str, list[str]] = {"skills.missing": [], "skills.missing_advantage": []}
    for one in covers:
        needed = voice.label(one.needed.uri)
        if one.held is None:
            required = one.needed.modality is Modality.REQUIRED
            missing["skills.missing" if required else "skills.missing_advantage"].append(needed)
            continue
        values = {
            "needed": needed,
            "held": voice.label(one.held),
            "ad": one.needed.words or needed,
            "cv": one.words or voice.label(one.held),
            "percent": voice.words.percent(one.percent),
        }
        tone = Tone.GOOD if one.link is Link.SAME else Tone.PARTIAL
        yield voice.say(LINK_KEYS[one.link], tone, Shown(values, values), Part.SKILLS.value)
    for key, labels in missing.items():
        if labels:
            values = {"skills": voice.words.joined(labels)}
            yield voice.say(key, Tone.MISSING, Shown(values, values), Part.SKILLS.value)


FAIR = 50  # percent of what an occupation usually takes, from where on it speaks for somebody


def _of_usual_skills(voice: _Voice, part: PartScore) -> Iterator[Reason]:
    """How much somebody shows of what the occupation takes and the ad does not name."""
    percent, occupations = part.parameters.get("usual"), part.parameters.get("occupations")
    if not isinstance(percent, int) or not isinstance(occupations, tuple):
        return
    values = {
        "occupation": voice.words.joined([voice.label(uri) for uri in occupations]),
        "percent": voice.words.percent(percent),
    }
    tone = Tone.GOOD if percent >= FAIR else Tone.PARTIAL if percent else Tone.MISSING
    yield voice.say("skills.usual", tone, Shown(values, values), Part.SKILLS.value)


# Where a rule already tells that something is unknown.
TOLD_BY: Mapping[Part, Rule] = {
    Part.LEVEL: Rule.EDUCATION,
    Part.LANGUAGES: Rule.LANGUAGE,
    Part.PLACE: Rule.PLACE,
    Part.TIME: Rule.START,
}


def _of_unknown_parts(
    voice: _Voice, pair: PairScore, opportunity: Opportunity, verdicts: tuple[Verdict, ...]
) -> Iterator[Reason]:
    """One sentence for everything the opportunity states and the CV is silent about."""
    told = {one.rule for one in verdicts if one.outcome is not Outcome.PASSES}
    stated = {
        Part.OCCUPATION: bool(opportunity.occupations),
        Part.FIELD: bool(opportunity.fields),
        Part.LEVEL: opportunity.eqf is not None,
        Part.EXPERIENCE: opportunity.experience_years is not None,
        Part.STAGE: wanted_days(opportunity) is not None,
        Part.LANGUAGES: bool(counted_needs(opportunity)),
        Part.MARKETS: bool(opportunity.markets),
        Part.TIME: opportunity.start is not None,
    }
    unknown = [
        one.part
        for one in pair.parts
        if one.value is None and stated.get(one.part) and TOLD_BY.get(one.part) not in told
    ]
    if unknown:
        values = {"parts": voice.words.joined([voice.words.name(f"part.{part}") for part in unknown])}
        yield voice.say("unknown.parts", Tone.UNKNOWN, Shown(values, values), "")

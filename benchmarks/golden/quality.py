"""
Compare what the reader finds with the golden facts.

    python -m benchmarks.golden.quality [tune|test] [fresh|trained|held] [--errors KIND …]

A skill or an occupation counts by document and concept: right if one of the annotated alternatives is it, found if
one of the alternatives is among what was read. Skills that the vocabulary lacks are not counted as missed. Languages
are compared mention by mention. Of the whole texts to learn from, `trained` takes those that rules were made with, `held`
those with an even number of the widest file, of which only the figures are looked at.
"""

from __future__ import annotations

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Self, TypeAlias

from benchmarks.golden.golden import GoldDocument, GoldFact, fresh, golden, is_held, sentences, trained
from brobygger.core.reading import DocumentKind, Reading
from brobygger.core.reading.data import (
    Contact,
    Deadline,
    Education,
    Fact,
    Kind,
    Language,
    Modality,
    Occupation,
    Pay,
    Place,
    Setting,
    Skill,
    Start,
)
from brobygger.core.reading.solve import Reader
from brobygger.data.places import default_places
from brobygger.data.taxonomies.vocabulary import default_taxonomy

STRENGTH = (Modality.REQUIRED, Modality.WORKING_LANGUAGE, Modality.PREFERRED, Modality.NOT_REQUIRED)
UNNAMED = "?"  # a concept that the vocabulary lacks
LANGUAGES = ("da", "nb", "sv", "en")


@dataclass
class Tally:
    """Right and wrong findings, and what was found and missed of what is there."""

    right: int = 0
    wrong: int = 0
    found: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.found / max(1, self.found + self.missed)

    def __iadd__(self, other: Tally) -> Self:
        self.right += other.right
        self.wrong += other.wrong
        self.found += other.found
        self.missed += other.missed
        self.errors += other.errors
        return self


def default_reader() -> Reader:
    return Reader(default_taxonomy(), default_places())


def key(uri: str) -> str:
    return uri.rpartition(":")[2]


def concepts(gold: GoldDocument, reading: Reading, of: type, kind: str) -> Tally:
    """Concepts of one kind in one document."""
    annotated = [fact for fact in gold.facts if fact.kind == kind]
    accepted = {concept for fact in annotated for concept in fact.values[1]}
    read: dict[str, Fact] = {}
    for fact in reading.facts:
        if isinstance(fact.value, of):
            read.setdefault(key(fact.value.uri), fact)
    tally = Tally()
    for concept, fact in read.items():
        if concept in accepted:
            tally.right += 1
        else:
            tally.wrong += 1
            tally.errors.append(
                _shown(
                    "+",
                    gold,
                    concept,
                    fact.span.start,
                    fact.span.end,
                    f"{fact.method} {fact.confidence} {fact.role}",
                )
            )
    for fact in annotated:
        if set(fact.values[1]) == {UNNAMED}:
            continue
        if any(concept in read for concept in fact.values[1]):
            tally.found += 1
        else:
            tally.missed += 1
            tally.errors.append(
                _shown("-", gold, "|".join(fact.values[1]), fact.start, fact.end, fact.values[0])
            )
    return tally


def _shown(sign: str, gold: GoldDocument, what: str, start: int, end: int, how: str) -> str:
    text = gold.document.text
    around = text[max(0, start - 30) : start] + "[" + text[start:end] + "]" + text[end : end + 30]
    return f"{sign} {gold.document.id:10} {what:40} {how:28} {' '.join(around.split())}"


def modality(gold: GoldDocument, reading: Reading) -> Counter[bool]:
    """Whether skills that were found are essential or optional as annotated."""
    read: dict[str, list[Modality]] = defaultdict(list)
    for fact in reading.facts:
        if isinstance(fact.value, Skill):
            read[key(fact.value.uri)].append(fact.value.modality)
    names = {"essential": Modality.REQUIRED, "optional": Modality.PREFERRED, "held": Modality.HELD}
    counts: Counter[bool] = Counter()
    for fact in gold.facts:
        if fact.kind == "skill":
            for concept in fact.values[1]:
                if concept in read:
                    strongest = Modality.REQUIRED if Modality.REQUIRED in read[concept] else read[concept][0]
                    counts[names[fact.values[0]] is strongest] += 1
                    break
    return counts


def languages(gold: GoldDocument, reading: Reading) -> Counter[str]:
    """Counts: there, found, code, level, modality, setting (of those found), read, right (of those read)."""
    annotated = [fact for fact in gold.facts if fact.kind == "language"]
    read = [fact for fact in reading.facts if isinstance(fact.value, Language)]
    counts: Counter[str] = Counter(there=len(annotated), read=len(read))
    partner = _partners(annotated, read, reading)
    errors = []
    for number, fact in enumerate(annotated):
        near = [one for one in read if _in_one_sentence(reading, one, fact)]
        counts["found"] += bool(near)
        value = read[partner[number]].value if number in partner else None
        if value is None:
            sign, how = ("c", "code " + ",".join(one.value.code for one in near)) if near else ("-", "missed")
        else:
            _, level, modality, setting, _ = fact.values
            said = value.level.value if value.level else "-"
            counts["code"] += 1
            counts["level"] += said == level
            counts["modality"] += value.modality.value == modality
            counts["setting"] += (value.setting is Setting.INFORMAL) == (setting == "coffee")
            if said == level and value.modality.value == modality:
                continue
            sign, how = "~", f"read {said} {value.modality}"
        errors.append(_shown(sign, gold, " ".join(fact.values[:3]), fact.start, fact.end, how))
    codes = {fact.values[0] for fact in annotated}
    for one in read:
        counts["right"] += one.value.code in codes
        if one.value.code not in codes:
            how = f"{one.value.modality} {one.confidence}"
            errors.append(_shown("+", gold, one.value.code, one.span.start, one.span.end, how))
    counts.update({f"error {line}": 1 for line in errors})
    if gold.document.kind is DocumentKind.AD:
        counts.update(_of_whole_ad(annotated, read))
    return counts


def _of_whole_ad(annotated: Sequence[GoldFact], read: Sequence[Fact]) -> Counter[str]:
    """What an ad asks for in the end: of each language the strongest need, and the highest level that stands with it."""
    there = _strongest((fact.values[0], Modality(fact.values[2]), fact.values[1]) for fact in annotated)
    found = _strongest(
        (one.value.code, one.value.modality, one.value.level.value if one.value.level else "-")
        for one in read
    )
    both = there.keys() & found.keys()
    return Counter(
        {
            "asked there": len(there),
            "asked found": len(both),
            "asked level": sum(there[code][1] == found[code][1] for code in both),
            "asked modality": sum(there[code][0] is found[code][0] for code in both),
        }
    )


def _strongest(said: Iterable[tuple[str, Modality, str]]) -> dict[str, tuple[Modality, str]]:
    of: dict[str, list[tuple[Modality, str]]] = defaultdict(list)
    for code, need, level in said:
        of[code].append((need, level))
    strongest = {code: min((need for need, _ in each), key=STRENGTH.index) for code, each in of.items()}
    return {
        code: (need, max(level for other, level in of[code] if other is need))
        for code, need in strongest.items()
    }


def _partners(annotated: Sequence[GoldFact], read: Sequence[Fact], reading: Reading) -> dict[int, int]:
    """
    The reading (number) that each annotated fact (number) is compared with: one of its language in its sentence.

    Of several the nearest, whatever they say; one that another fact is nearer to only if none else is left.
    """
    pairs = sorted(
        (_apart(fact, one), abs(one.span.start - fact.start), number, n)
        for number, fact in enumerate(annotated)
        for n, one in enumerate(read)
        if one.value.code == fact.values[0] and _in_one_sentence(reading, one, fact)
    )
    partner: dict[int, int] = {}
    for _, _, number, n in pairs:
        if number not in partner and n not in partner.values():
            partner[number] = n
    for _, _, number, n in pairs:
        partner.setdefault(number, n)
    return partner


def _apart(fact: GoldFact, one: Fact) -> int:
    """Characters between the words of an annotated fact and those of a reading; 0 where they overlap."""
    return max(0, one.span.start - fact.end + 1, fact.start - one.span.end + 1)


def _in_one_sentence(reading: Reading, one: Fact, fact: GoldFact) -> bool:
    if one.span.start < fact.end and fact.start < one.span.end:
        return True
    passage = next((p for p in reading.passages if p.span.start <= fact.start < p.span.end), None)
    return passage is not None and passage.span.start <= one.span.start < passage.span.end


Studied: TypeAlias = tuple[tuple[str, ...], tuple[str, ...]]


def _read_education(value: Education) -> Studied:
    return (str(value.eqf or "-"),), (value.field or "-",)


def _education(fact: GoldFact) -> Studied:
    """Levels and fields that are right, the best first."""
    return tuple(fact.values[0].split("|")), tuple(fact.values[1].split("|"))


def _same_education(one: Studied, other: Studied) -> bool:
    """A level of both, and fields of which one is within the other."""
    return bool({*one[0]} & {*other[0]}) and any(
        a.startswith(b) or b.startswith(a) for a in one[1] for b in other[1]
    )


def is_right_education(value: Education, fact: GoldFact) -> bool:
    return _same_education(_read_education(value), _education(fact))


def _place(name: str) -> str:
    """The name that a place goes by in the gazetteer, of "Copenhagen" the Danish one; in lower case."""
    known = default_places().named(name)
    return (known.place.name if known else name).lower()


OTHERS: dict[str, tuple[type, Callable[[Any], Any], Callable[[GoldFact], Any], Callable[[Any, Any], bool]]] = {
    "education": (Education, _read_education, _education, _same_education),
    "start": (Start, lambda v: v.date.isoformat() if v.date else "asap", lambda f: f.values[0], lambda a, b: a == b),
    "deadline": (Deadline, lambda v: v.date.isoformat() if v.date else "rolling", lambda f: "rolling" if f.values[0] == "asap" else f.values[0], lambda a, b: a == b),
    "place": (Place, lambda v: v.name.lower(), lambda f: _place(f.values[0]), lambda a, b: a == b or a.split()[0] == b.split()[0]),
    "kind": (Kind, lambda v: v.kind.value, lambda f: f.values[0], lambda a, b: a == b),
    "pay": (Pay, lambda v: (v.minimum, v.maximum, v.currency, v.period.value), lambda f: f.values, lambda a, b: a[0] == float(b[0]) and a[2:] == b[2:]),
}  # fmt: skip


def others(gold: GoldDocument, reading: Reading, kind: str) -> Tally:
    """Facts of other kinds, by their value."""
    of, read_value, gold_value, same = OTHERS[kind]
    read: dict[Any, Fact] = {}
    for fact in reading.facts:
        if isinstance(fact.value, of):
            read.setdefault(read_value(fact.value), fact)
    if kind == "kind" and read:  # an ad has one: the surest
        best = max(read, key=lambda value: read[value].confidence)
        read = {best: read[best]}
    annotated = [(gold_value(fact), fact) for fact in gold.facts if fact.kind == kind]
    tally = Tally()
    for value, fact in read.items():
        if any(same(value, other) for other, _ in annotated):
            tally.right += 1
        else:
            tally.wrong += 1
            tally.errors.append(
                _shown("+", gold, str(value), fact.span.start, fact.span.end, str(fact.confidence))
            )
    for value, fact in annotated:
        if any(same(other, value) for other in read):
            tally.found += 1
        else:
            tally.missed += 1
            tally.errors.append(_shown("-", gold, str(value), fact.start, fact.end, ""))
    return tally


def contacts(gold: GoldDocument, reading: Reading) -> Tally:
    """Contacts by place: covered if any found contact overlaps."""
    read = [fact for fact in reading.facts if isinstance(fact.value, Contact)]
    annotated = [fact for fact in gold.facts if fact.kind == "contact"]
    tally = Tally()
    for one in read:
        if any(one.span.start < fact.end and fact.start < one.span.end for fact in annotated):
            tally.right += 1
        else:
            tally.wrong += 1
            tally.errors.append(_shown("+", gold, one.value.kind, one.span.start, one.span.end, ""))
    for fact in annotated:
        if any(one.span.start < fact.end and fact.start < one.span.end for one in read):
            tally.found += 1
        else:
            tally.missed += 1
            tally.errors.append(_shown("-", gold, fact.values[0], fact.start, fact.end, ""))
    return tally


SHORTEST_PASSAGE = 20  # characters: shorter ones are names and terms


def passages(gold: GoldDocument, reading: Reading) -> tuple[Counter[bool], list[str]]:
    """Whether the language of each passage of some length is right."""
    foreign = [(fact.start, fact.end, fact.values[0]) for fact in gold.facts if fact.kind == "passage"]
    counts: Counter[bool] = Counter()
    errors = []
    for passage in reading.passages:
        start, end = passage.span.start, passage.span.end
        if end - start < SHORTEST_PASSAGE:
            continue
        true = next((code for a, b, code in foreign if a < end and start < b), gold.language)
        counts[passage.language == true] += 1
        if passage.language != true:
            errors.append(_shown("l", gold, true, start, end, passage.language))
    return counts, errors


def readings(documents: Iterable[GoldDocument]) -> Iterator[tuple[GoldDocument, Reading]]:
    reader = default_reader()
    for gold in documents:
        yield gold, reader.read(gold.document)


Measured = tuple[dict[tuple[str, str], Tally], dict[str, Counter[str]], Counter[bool], Counter[bool]]


def measure(documents: Iterable[GoldDocument], *, show_passages: bool = False) -> Measured:
    """Facts by kind and group, languages by group, languages of passages, essential or optional."""
    by: dict[tuple[str, str], Tally] = defaultdict(Tally)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    right: Counter[bool] = Counter()
    kept: Counter[bool] = Counter()
    for gold, reading in readings(documents):
        for group in (gold.group, f"{gold.group} {gold.language}"):
            by["skill", group] += concepts(gold, reading, Skill, "skill")
            by["occupation", group] += concepts(gold, reading, Occupation, "occupation")
        for kind in OTHERS:
            by[kind, gold.group] += others(gold, reading, kind)
        by["contact", gold.group] += contacts(gold, reading)
        counts[gold.group].update(languages(gold, reading))
        found, errors = passages(gold, reading)
        right += found
        if show_passages:
            print("\n".join(errors))
        if gold.document.kind == "ad":
            kept += modality(gold, reading)
    return by, counts, right, kept


TEXTS = {"golden": golden, "fresh": fresh, "sentences": sentences}
TO_LEARN_FROM = {"trained": False, "held": True}


def main(arguments: Sequence[str]) -> None:
    test = {"tune": False, "test": True}.get(arguments[0]) if arguments else None
    shown = set(arguments[arguments.index("--errors") + 1 :]) if "--errors" in arguments else set()
    texts = next((name for name in TEXTS if name in arguments), "golden")
    documents = TEXTS[texts](test=test)
    for name, held in TO_LEARN_FROM.items():
        if name in arguments:
            documents = [one for one in trained() if is_held(one) is held]
    by, counts, right, kept = measure(documents, show_passages="passage" in shown)
    for (kind, group), tally in sorted(by.items()):
        print(
            f"{kind:11} {group:14} P {tally.precision:.3f} ({tally.right + tally.wrong:4})  R {tally.recall:.3f} ({tally.found + tally.missed:4})"
        )
        if kind in shown and group in ("real ads", "own ads", "CVs"):
            print("\n".join(sorted(tally.errors)))
    for group, count in sorted(counts.items()):
        there, code = max(1, count["there"]), max(1, count["code"])
        print(
            f"language {group}: there {count['there']} found {count['found'] / there:.3f} code {count['code'] / max(1, count['found']):.3f} level {count['level'] / code:.3f}"
            f" modality {count['modality'] / code:.3f} setting {count['setting'] / code:.3f}; read {count['read']} right {count['right'] / max(1, count['read']):.3f}"
        )
        if count["asked there"]:
            print(
                f"    by language and ad: there {count['asked there']} found {count['asked found'] / count['asked there']:.3f}"
                f" level {count['asked level'] / count['asked found']:.3f} modality {count['asked modality'] / count['asked found']:.3f}"
            )
        if "language" in shown:
            print("\n".join(sorted(line[6:] for line in count if line.startswith("error "))))
    print(
        f"passage language {right[True] / max(1, right.total()):.4f} of {right.total()}; skill modality {kept[True] / max(1, kept.total()):.3f} of {kept.total()}"
    )


if __name__ == "__main__":
    main(sys.argv[1:])

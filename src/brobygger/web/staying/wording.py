"""What the numbers of who stays say, in sentences that go no further than the evidence does."""

from __future__ import annotations

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from brobygger.apps.effects.adapters import Cohort
from brobygger.apps.effects.enums import Group
from brobygger.core.effects import FEWEST_SHOWN, Evidence, Share

Sentence = tuple[str, str]
"""(kind of alert or "", text)"""


def percent(share: float | None) -> str:
    """“83 %”; a dash where there is none."""
    return "–" if share is None else f"{round(100 * share)} %"


def between(lower: float | None, upper: float | None) -> str:
    """“70–90 %”."""
    return "–" if lower is None or upper is None else f"{round(100 * lower)}–{round(100 * upper)} %"


def group_name(group: Group) -> str:
    return str(group.label)


def says(cohort: Cohort) -> Iterator[Sentence]:
    """What a group's numbers say: about the latest question with enough answers, and how sure that is."""
    shares = [one for one in cohort.retention.shares if one.asked]
    if not shares:
        yield "", _("Nobody's first question is due yet.")
        return
    known = [one for one in shares if one.evidence is not Evidence.HIDDEN]
    if not known:
        yield (
            "",
            _("Fewer than %(few)d answers are known. No number is shown, because it could point at somebody.")
            % {"few": FEWEST_SHOWN},
        )
        return
    sure = [one for one in known if one.evidence.has_shares]
    if not sure:
        last = known[-1]
        yield (
            "",
            _(
                "After %(months)d months %(stayed)d of the %(answered)d people who answered are in the region. That is too "
                "few for a share: one person more or less would change it much."
            )
            % {"months": last.months, "stayed": last.stayed, "answered": last.answered},
        )
        return
    for one in sure[-1:]:
        yield "", _sentence(one)
    for one in sure:
        if one.evidence is Evidence.UNSURE:
            yield "warning", _low_rate(one)
    if known[-1] is not sure[-1]:
        yield (
            "",
            ngettext(
                "After %(months)d months too few have answered for a share: %(count)d person.",
                "After %(months)d months too few have answered for a share: %(count)d people.",
                known[-1].answered,
            )
            % {"months": known[-1].months, "count": known[-1].answered},
        )


def compares(placed: Cohort, others: Cohort) -> Iterator[Sentence]:
    """What can be said of two groups side by side, and what cannot."""
    both = [
        (one, other)
        for one, other in zip(placed.retention.shares, others.retention.shares, strict=True)
        if one.evidence.has_shares and other.evidence.has_shares
    ]
    if not both:
        yield "", _("One of the two groups is too small to be compared by shares.")
        return
    one, other = both[-1]
    yield (
        "",
        _(
            "After %(months)d months %(placed)s of those placed are in the region, and %(others)s of those who were not "
            "placed."
        )
        % {"months": one.months, "placed": percent(one.share), "others": percent(other.share)},
    )
    if (one.lower or 0) <= (other.upper or 0) and (other.lower or 0) <= (one.upper or 0):
        yield "", _("The intervals overlap: such a difference may well be chance.")
    yield (
        "info",
        _(
            "This is no proof that a placement makes people stay. Who is placed differs from who is not in other ways too: "
            "in wishes, languages and when the months begin to count."
        ),
    )


def _sentence(one: Share) -> str:
    return _(
        "After %(months)d months %(share)s of those who answered are in the region; with 95 %% confidence between %(range)s "
        "if those who answered are like those who did not. %(answered)d of %(asked)d answered (%(rate)s)."
    ) % {
        "months": one.months,
        "share": percent(one.share),
        "range": between(one.lower, one.upper),
        "answered": one.answered,
        "asked": one.asked,
        "rate": percent(one.answer_rate),
    }


def _low_rate(one: Share) -> str:
    return _(
        "After %(months)d months only %(rate)s have answered. Had everybody who is missing left, %(least)s would have "
        "stayed; had they all stayed, %(most)s. The truth lies between."
    ) % {
        "months": one.months,
        "rate": percent(one.answer_rate),
        "least": percent(one.least),
        "most": percent(one.most),
    }

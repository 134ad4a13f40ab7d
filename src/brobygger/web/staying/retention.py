"""How many stay: the curve, the shares, two groups side by side, and official figures; as a page and as a table."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate, now
from django.utils.translation import gettext as _

from brobygger.apps.effects import actions, queries
from brobygger.apps.effects.adapters import Cohort, cohort_of
from brobygger.apps.effects.enums import LEFT, MILESTONES, Group
from brobygger.apps.programmes.queries import programme_by_id, programmes_run_by
from brobygger.core.barometer.small_cells import rounded
from brobygger.core.effects import Answers, Evidence, share_of
from brobygger.data.places.labour_areas import region_name
from brobygger.data.tables.writing import write_csv
from brobygger.web import wording as words
from brobygger.web.page import PageRequest, page
from brobygger.web.sent import found_by_id
from brobygger.web.staying import wording
from brobygger.web.staying.forms import BenchmarkForm, CohortForm
from brobygger.web.visiting.forms import add_errors


@dataclass(frozen=True, slots=True)
class Choice:
    """
    What a reader looks at.

    Args:
        is_rounded: the reader sees no single person, so counts are rounded down to fives, and intakes are not told apart.
    """

    programme: Any
    intake: str
    group: Group
    is_rounded: bool


@page(may="effects.view_retention")
def show_retention(request: PageRequest) -> HttpResponse:
    return _retention(request)


@page(may="effects.view_retention")
def download_table(request: PageRequest) -> HttpResponse:
    """The shares and the steps of the curve that are chosen, for a spreadsheet."""
    chosen, _programmes = _chosen(request)
    if chosen is None:
        raise Http404
    header = [
        _("Group"),
        _("What"),
        _("Months"),
        _("Asked, or seen until then"),
        _("Answered"),
        _("In the region"),
        _("Percent"),
        _("Lower limit (95 %)"),
        _("Upper limit (95 %)"),
        _("If all missing had left"),
        _("If all missing had stayed"),
    ]
    rows: list[list[object]] = []
    for cohort in _cohorts(chosen).values():
        rows += [*_table_rows(cohort), *_table_steps(chosen, cohort)]
    headers = {"Content-Disposition": 'attachment; filename="who-stays.csv"', "Cache-Control": "no-store"}
    return HttpResponse(write_csv(header, rows), content_type="text/csv; charset=utf-8", headers=headers)


@page(may="effects.follow_cohort", of=programme_by_id, writes=True)
def follow_cohort(request: PageRequest, programme: Any) -> HttpResponse:
    form = CohortForm(request.POST)
    if form.is_valid():
        try:
            done = actions.follow_cohort(programme=programme, by=request.user, at=now(), **form.cleaned_data)
        except ValidationError as error:
            add_errors(form, error)
        else:
            said = _("%(added)d people are followed up from now on; %(not_agreed)d have not agreed to it.")
            messages.success(request, said % {"added": done.added, "not_agreed": done.not_agreed})
            return _back(programme)
    return _retention(request, programme, cohort_form=form, status=422)


@page(may="effects.note_benchmark", of=programme_by_id, writes=True)
def add_benchmark(request: PageRequest, programme: Any) -> HttpResponse:
    form = BenchmarkForm(request.POST)
    if form.is_valid():
        try:
            actions.add_benchmark(programme=programme, details=form.details(), by=request.user, at=now())
        except ValidationError as error:
            add_errors(form, error)
        else:
            messages.success(request, _("Added. It is shown beside your own figures."))
            return _back(programme)
    return _retention(request, programme, benchmark_form=form, status=422)


@page(may="effects.note_benchmark", of=programme_by_id, writes=True)
def remove_benchmark(request: PageRequest, programme: Any) -> HttpResponse:
    found = found_by_id(queries.benchmark_by_id, request.POST.get("benchmark"))
    if found is not None and found.programme_id == programme.pk:
        actions.remove_benchmark(benchmark=found, by=request.user, at=now())
        messages.success(request, _("Taken away."))
    return _back(programme)


def tabs(request: PageRequest, here: str) -> list[tuple[str, str, bool, None]]:
    """The views of who stays that the reader may open."""
    views = [("retention", _("In numbers"), "effects.view_retention")]
    views.append(("follow-ups", _("To ask"), "effects.view_follow_ups"))
    return [
        (str(label), reverse(name), name == here, None)
        for name, label, may in views
        if request.user.has_perm(may)
    ]


def _chosen(request: PageRequest, programme: Any = None) -> tuple[Choice | None, list[Any]]:
    programmes = list(queries.programmes_shown_to(request.user))
    asked = request.GET.get("programme", "")
    found = programme or next((one for one in programmes if str(one.pk) == asked), None)
    if found is None and not asked:
        with_people = queries.followed_programmes()
        found = next(
            (one for one in programmes if one.pk in with_people), programmes[0] if programmes else None
        )
    if found is None:
        return None, programmes
    is_rounded = not request.user.has_perm("effects.view_follow_ups")
    intake = "" if is_rounded else request.GET.get("intake", "").strip()
    group = request.GET.get("group", "")
    chosen = Group(group) if group in Group.values else Group.ALL
    return Choice(found, intake, chosen, is_rounded), programmes


def _cohorts(chosen: Choice) -> dict[Group, Cohort]:
    """
    The groups that are shown: the chosen one, and the two to compare where all is chosen. Where one of the two is too
    small, neither is shown: the other, taken from all, would tell of it.
    """
    day = localdate()

    def of(group: Group) -> Cohort:
        found = cohort_of(chosen.programme, group=group, intake=chosen.intake, day=day)
        return _rounded(found) if chosen.is_rounded else found

    found = {group: of(group) for group in Group}
    parts = [found[Group.PLACED], found[Group.OTHERS]]
    if any(_has_hidden(one) for one in parts):
        return {Group.ALL: found[Group.ALL]}
    if chosen.group is not Group.ALL:
        return {chosen.group: found[chosen.group]}
    return {group: one for group, one in found.items() if group is Group.ALL or not one.is_empty}


def _has_hidden(cohort: Cohort) -> bool:
    """A question with so few answers that they may not be told."""
    return any(one.answered > 0 and one.evidence is Evidence.HIDDEN for one in cohort.retention.shares)


def _rounded(cohort: Cohort) -> Cohort:
    """A group as somebody reads it who may see nothing of single people: made of counts that are rounded down to fives."""
    shares = tuple(
        share_of(Answers(one.months, *map(rounded, (one.asked, one.answered, one.stayed))))
        for one in cohort.retention.shares
    )
    jobs = {months: rounded(count) for months, count in cohort.in_a_job.items()}
    regions = tuple((code, rounded(count)) for code, count in cohort.regions)
    return replace(cohort, retention=replace(cohort.retention, shares=shares), in_a_job=jobs, regions=regions)


def _retention(
    request: PageRequest,
    programme: Any = None,
    *,
    cohort_form: CohortForm | None = None,
    benchmark_form: BenchmarkForm | None = None,
    status: int = 200,
) -> HttpResponse:
    chosen, programmes = _chosen(request, programme)
    context: dict[str, Any] = {"tabs": tabs(request, "retention"), "programmes": programmes, "chosen": chosen}
    if chosen is not None:
        cohorts = _cohorts(chosen)
        first = next(iter(cohorts.values()))
        may_change = chosen.programme in programmes_run_by(request.user)
        compared = Group.PLACED in cohorts and Group.OTHERS in cohorts
        query = request.GET.urlencode()
        context |= {
            "cohort": first,
            "says": list(wording.says(first)),
            "compares": list(wording.compares(cohorts[Group.PLACED], cohorts[Group.OTHERS]))
            if compared
            else [],
            "curves": _curves(chosen, cohorts),
            "gone": _gone(chosen, first),
            "groups": [(wording.group_name(group), _share_rows(one)) for group, one in cohorts.items()],
            "steps": _step_rows(chosen, first),
            "causes": [words.capital(str(one.label)) for one in LEFT],
            "regions": [(region_name(code) or _("Elsewhere"), count) for code, count in first.regions],
            "intakes": [] if chosen.is_rounded else queries.intakes_of(chosen.programme),
            "group_choices": Group.choices,
            "is_held_back": len(cohorts) == 1 and chosen.group is Group.ALL and not first.is_empty,
            "benchmarks": queries.benchmarks_of(chosen.programme),
            "cohort_form": (cohort_form or CohortForm()) if may_change else None,
            "benchmark_form": (benchmark_form or BenchmarkForm()) if may_change else None,
            "query": query or f"programme={chosen.programme.pk}",
            "today": localdate(),
        }
    return render(request, "staying/retention.html", context, status=status)


def _has_curve(cohort: Cohort) -> bool:
    return cohort.retention.evidence.has_shares and cohort.is_confirmed


def _places(chosen: Choice, cohort: Cohort) -> list[int]:
    """The steps of a curve that are shown: all, or those after the questions for who sees no single person."""
    curve = cohort.retention.curve
    if not chosen.is_rounded:
        return list(range(curve.months.size))
    found = [
        curve.at(months)
        for months in MILESTONES
        if any(s.months == months and s.asked for s in cohort.retention.shares)
    ]
    return [step for step in dict.fromkeys(found) if step is not None]


def _curves(chosen: Choice, cohorts: dict[Group, Cohort]) -> list[tuple[str, list[tuple[float, ...]], int]]:
    """Two groups where both have a curve, otherwise the one that was chosen."""
    pair = [cohorts[one] for one in (Group.PLACED, Group.OTHERS) if one in cohorts]
    shown = pair if len(pair) == 2 and all(map(_has_curve, pair)) else list(cohorts.values())[:1]
    found = []
    for cohort in shown:
        curve = cohort.retention.curve
        if _has_curve(cohort):
            steps: list[tuple[float, ...]] = [
                (
                    float(curve.months[one]),
                    float(curve.stays[one]),
                    float(curve.lower[one]),
                    float(curve.upper[one]),
                )
                for one in _places(chosen, cohort)
            ]
            found.append((words.capital(wording.group_name(cohort.group)), steps, 1))
    return found


def _gone(chosen: Choice, cohort: Cohort) -> list[tuple[str, list[tuple[float, ...]], int]]:
    if not _has_curve(cohort):
        return []
    curve = cohort.retention.curve
    return [
        (
            words.capital(str(cause.label)),
            [
                (
                    float(curve.months[one]),
                    float(curve.gone[one, kind]),
                    float(curve.gone_lower[one, kind]),
                    float(curve.gone_upper[one, kind]),
                )
                for one in _places(chosen, cohort)
            ],
            0,
        )
        for kind, cause in enumerate(LEFT)
    ]


def _share_rows(cohort: Cohort) -> list[dict[str, Any]]:
    found = []
    for one in cohort.retention.shares:
        is_shown, has_share = one.evidence is not Evidence.HIDDEN, one.evidence.has_shares
        found.append(
            {
                "months": one.months,
                "asked": one.asked if is_shown else "",
                "answered": one.answered if is_shown else "",
                "rate": wording.percent(one.answer_rate) if is_shown else "",
                "stayed": one.stayed if is_shown else "",
                "jobs": cohort.in_a_job[one.months] if is_shown else "",
                "share": wording.percent(one.share) if has_share else "",
                "range": wording.between(one.lower, one.upper) if has_share else "",
                "limits": wording.between(one.least, one.most) if has_share else "",
                "is_hidden": not is_shown,
                "nobody": not one.asked,
            }
        )
    return found


def _step_rows(chosen: Choice, cohort: Cohort) -> list[dict[str, Any]]:
    if not _has_curve(cohort):
        return []
    curve = cohort.retention.curve
    return [
        {
            "months": round(float(curve.months[one]), 1),
            "at_risk": int(curve.at_risk[one]) if not chosen.is_rounded else rounded(int(curve.at_risk[one])),
            "stays": wording.percent(float(curve.stays[one])),
            "range": wording.between(float(curve.lower[one]), float(curve.upper[one])),
            "gone": [wording.percent(float(share)) for share in curve.gone[one]],
        }
        for one in _places(chosen, cohort)
    ]


def _table_rows(cohort: Cohort) -> list[list[object]]:
    name = wording.group_name(cohort.group)
    rows: list[list[object]] = []
    for one in cohort.retention.shares:
        if one.evidence is Evidence.HIDDEN:
            few = _("fewer than five") if one.asked else 0
            rows.append([name, _("Share of those who answered"), one.months, "", few, "", "", "", "", "", ""])
            continue
        shares = (one.share, one.lower, one.upper, one.least, one.most)
        given = [f"{100 * share:.0f}" if share is not None else "" for share in shares]
        figures = given if one.evidence.has_shares else [""] * len(given)
        rows.append(
            [
                name,
                _("Share of those who answered"),
                one.months,
                one.asked,
                one.answered,
                one.stayed,
                *figures,
            ]
        )
    return rows


def _table_steps(chosen: Choice, cohort: Cohort) -> list[list[object]]:
    """The steps of the curve: who stays, and who has left by each way."""
    name, curve, rows = wording.group_name(cohort.group), cohort.retention.curve, []
    for row, one in zip(_step_rows(chosen, cohort), _places(chosen, cohort), strict=False):
        stays = [(_("Curve: stays"), curve.stays[one], curve.lower[one], curve.upper[one])]
        gone = [
            (cause.label, curve.gone[one, kind], curve.gone_lower[one, kind], curve.gone_upper[one, kind])
            for kind, cause in enumerate(LEFT)
        ]
        for what, *shares in (*stays, *gone):
            figures = [f"{100 * float(share):.0f}" for share in shares]
            rows.append([name, what, row["months"], row["at_risk"], "", "", *figures, "", ""])
    return rows


def _back(programme: Any) -> HttpResponse:
    return redirect(f"{reverse('retention')}?programme={programme.pk}")

"""
Pages of a country: 100,000 candidates, 10,000 organisations and 20,000 opportunities in the database.

    python -m benchmarks.web_scale [candidates] [organisations] [opportunities] [--only sqlite|postgresql]

The rows are made from the demo's read facts by recombination, with a fixed seed: no text is read. Each database is
filled in one process and measured in a fresh one, through Django's test client: the time of a page is the server's, from
the request to the last byte of the answer. PostgreSQL is a throw-away one (`deploy/with-postgres`).
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from benchmarks.report import publish, table

ROOT = Path(__file__).resolve().parent.parent
SIZES = (100_000, 10_000, 20_000)
SEED = 7
BATCH = 500  # candidates or opportunities whose rows are written together
REPEATS = 15
PATIENCE = 20  # seconds for the visits to one page
HIDDEN = 5  # one candidate in so many does not show themselves to companies
DAY = dt.date(2026, 11, 2)
OWN_TEXT = {
    "skill",
    "occupation",
    "experience",
}  # facts that keep their place in the text they were read from


# --- fill ---------------------------------------------------------------------------------------------------------


def fill(candidates: int, organisations: int, opportunities: int) -> dict[str, float]:
    """Fill the database that the settings name; seconds it took."""
    from django.core.management import call_command

    started = time.perf_counter()
    call_command("migrate", verbosity=0)
    call_command("load_demo")
    loaded = time.perf_counter()
    _Filler(random.Random(SEED)).fill(candidates, organisations, opportunities)
    filled = time.perf_counter()
    call_command("store_profiles")
    _analyse()
    return {
        "demo": loaded - started,
        "fill": filled - loaded,
        "store": time.perf_counter() - filled,
    }


def _analyse() -> None:
    """Both databases plan by what they know of the rows; PostgreSQL's own caretaker does both in time."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("VACUUM ANALYZE" if connection.vendor == "postgresql" else "ANALYZE")


Fact = tuple[str, str, Any, Any, Any, str, str, float, str]
FACT_COLUMNS = (
    "kind", "value", "span_start", "span_end", "sentence_start", "language", "role", "confidence", "method", "state",
)  # fmt: skip


class _Facts:
    """The facts of the demo's texts as plain rows, read once."""

    def __init__(self, model: Any, owner: str) -> None:
        self.owner = owner
        self.rows: dict[int, list[Fact]] = {}
        for pk, kind, value, *rest in model.objects.order_by("pk").values_list(owner, *FACT_COLUMNS[:-1]):
            self.rows.setdefault(pk, []).append((kind, json.dumps(value), *rest))

    def of(self, row: Any) -> list[Fact]:
        return self.rows.get(row.pk, [])


class _Filler:
    """People and ads that nobody is: each has the parts of several of the demo's."""

    def __init__(self, chance: random.Random) -> None:
        from django.utils import timezone

        from brobygger.apps.classifications.queries import taxonomy
        from brobygger.core.skills import ConceptKind
        from brobygger.data.places import default_places

        self.chance, self.at = chance, timezone.now() - dt.timedelta(days=30)
        concepts = taxonomy()
        self.skills = [
            (concepts.uris[number], concepts.preferred(number, "en"))
            for number in concepts.of_kind(ConceptKind.SKILL).tolist()
        ]
        from brobygger.apps.classifications.adapters import value_to_json

        self.towns = [
            entry.place for _, entry in default_places().names if entry.place.country in ("DK", "NO", "SE")
        ]
        self.town_values = [json.dumps(value_to_json(town)) for town in self.towns]

    def fill(self, candidates: int, organisations: int, opportunities: int) -> None:
        from brobygger.apps.opportunities.models import Opportunity
        from brobygger.apps.organisations.models import Organisation
        from brobygger.apps.people.models import Candidate

        self._organisations(organisations - Organisation.objects.count())
        self._candidates(candidates - Candidate.objects.count())
        self._opportunities(opportunities - Opportunity.objects.count())

    def _organisations(self, count: int) -> None:
        from brobygger.apps.organisations.models import Organisation

        known = list(Organisation.objects.order_by("pk"))
        rows = []
        for number in range(count):
            base = known[number % len(known)]
            rows.append(
                Organisation(
                    code=f"scale-{number}", name=f"{base.name} {number}", industry=base.industry,
                    size_class=base.size_class, is_exporter=base.is_exporter, engagement=base.engagement,
                    about=base.about, place_name=base.place_name, country=base.country,
                    latitude=base.latitude, longitude=base.longitude,
                )
            )  # fmt: skip
        Organisation.objects.bulk_create(rows, BATCH)

    def _candidates(self, count: int) -> None:
        from brobygger.apps.people.models import (
            Candidate,
            CandidateDocument,
            CandidateFact,
            CandidateIdentity,
            PositionPreference,
        )

        bases = list(Candidate.objects.select_related("document", "preference").order_by("pk"))
        source = _Facts(CandidateFact, "candidate_id")
        for first in range(0, count, BATCH):
            numbers = range(first, min(count, first + BATCH))
            people = [
                Candidate(
                    alias=f"Candidate S{number:06}", created_at=self.at, changed_at=self._moment(),
                    matching_agreed_at=self.at,
                    visible_to_companies_at=None if number % HIDDEN == 0 else self.at,
                )
                for number in numbers
            ]  # fmt: skip
            Candidate.objects.bulk_create(people)
            documents, parents, preferences, identities = [], [], [], []
            for one in people:
                own, other, third = self.chance.choices(bases, k=3)
                documents.append(_copy(CandidateDocument, own.document, candidate=one))
                parents.append((one, own, other))
                preferences.append(self._preference(PositionPreference, third.preference, one))
                identities.append(CandidateIdentity(candidate=one, name=f"Person {one.alias}"))
            CandidateDocument.objects.bulk_create(documents)
            CandidateIdentity.objects.bulk_create(identities)
            PositionPreference.objects.bulk_create(preferences)
            self._insert_facts(CandidateFact, parents, source)
            _tell("candidates", first, count)

    def _opportunities(self, count: int) -> None:
        from brobygger.apps.opportunities.models import Opportunity, OpportunityFact
        from brobygger.apps.organisations.models import Organisation

        bases = list(Opportunity.objects.order_by("pk"))
        source = _Facts(OpportunityFact, "opportunity_id")
        organisations = list(Organisation.objects.values_list("pk", flat=True))
        for first in range(0, count, BATCH):
            numbers = range(first, min(count, first + BATCH))
            ads, parents = [], []
            for number in numbers:
                own, other = self.chance.choices(bases, k=2)
                posted = DAY - dt.timedelta(days=self.chance.randrange(60))
                ads.append(
                    _copy(
                        Opportunity, own, code=f"scale-{number}", organisation_id=self.chance.choice(organisations),
                        date_posted=posted, valid_through=None, changed_at=self._moment(),
                    )
                )  # fmt: skip
                parents.append((ads[-1], own, other))
            Opportunity.objects.bulk_create(ads)
            self._insert_facts(OpportunityFact, parents, source)
            _tell("opportunities", first, count)

    def _insert_facts(self, model: Any, parents: Sequence[tuple[Any, Any, Any]], source: _Facts) -> None:
        """Facts of (new row, whose own text, whose other facts); plain rows, since there are millions of them."""
        from django.db import connection, transaction

        rows = [
            row
            for one, own, other in parents
            for row in self._facts(one.pk, source.of(own), source.of(other))
        ]
        names = ", ".join(connection.ops.quote_name(name) for name in (source.owner, *FACT_COLUMNS))
        marks = ", ".join(["%s"] * (1 + len(FACT_COLUMNS)))
        statement = f"INSERT INTO {model._meta.db_table} ({names}) VALUES ({marks})"
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.executemany(statement, rows)

    def _facts(self, owner: int, own: Sequence[Fact], other: Sequence[Fact]) -> Iterator[tuple[Any, ...]]:
        """Skills and occupations of one text, all else of another; a fifth of the skills from anywhere."""
        chance = self.chance.random
        for kind, value, start, end, sentence, language, role, sureness, method in own:
            if kind not in OWN_TEXT or chance() < 0.15:
                continue
            if kind == "skill" and chance() < 0.2:
                uri, label = self.chance.choice(self.skills)
                value = json.dumps({**json.loads(value), "uri": uri, "label": label})
            sureness = round(min(1.0, max(0.05, sureness - chance() * 0.2)), 3)
            yield owner, kind, value, start, end, sentence, language, role, sureness, method, "read"
        for kind, value, _start, _end, _sentence, language, role, sureness, method in other:
            if kind in OWN_TEXT or kind == "contact":
                continue
            if kind == "place" and chance() < 0.7:
                value = self.chance.choice(self.town_values)
            yield owner, kind, value, None, None, None, language, role, sureness, method, "read"

    def _preference(self, model: Any, base: Any, candidate: Any) -> Any:
        town = self.chance.choice(self.towns) if self.chance.random() < 0.7 else None
        changes: dict[str, Any] = {"candidate": candidate}
        if base.home_name and town:
            changes |= {
                "home_name": town.name, "home_country": town.country, "home_latitude": town.latitude,
                "home_longitude": town.longitude, "home_region": town.region or "", "home_land": town.land or "",
            }  # fmt: skip
        if base.available_from:
            changes["available_from"] = base.available_from + dt.timedelta(
                days=self.chance.randrange(-60, 60)
            )
        if self.chance.random() < 0.5:
            changes["commute_minutes"] = self.chance.choice([20, 30, 45, 60, 75, 90])
        if self.chance.random() < 0.3:
            changes |= {"pay_floor": float(self.chance.randrange(20, 60) * 1000), "pay_currency": "DKK"}
        return _copy(model, base, **changes)

    def _moment(self) -> dt.datetime:
        return self.at + dt.timedelta(
            seconds=self.chance.randrange(86_400 * 20), microseconds=self.chance.randrange(10**6)
        )


def _copy(model: Any, row: Any, **changes: Any) -> Any:
    """A new row that says the same as `row` but for the changes."""
    columns = {
        field.attname: getattr(row, field.attname)
        for field in model._meta.concrete_fields
        if not field.primary_key or field.remote_field
    }
    for name in changes:
        columns.pop(f"{name}_id", None)
    return model(**(columns | changes))


def _tell(what: str, done: int, count: int) -> None:
    if done // BATCH % 20 == 0:
        print(f"{what}: {done:,} of {count:,}", file=sys.stderr, flush=True)


# --- measure ------------------------------------------------------------------------------------------------------


def measure() -> dict[str, Any]:
    """Times in milliseconds, queries and memory of a fresh process."""
    from brobygger.apps.matching.queries import live_opportunities, live_pool
    from brobygger.apps.people.models import Candidate

    started = time.perf_counter()
    people = len(live_pool().pool)
    pool_read = time.perf_counter()
    assert people > 0.9 * Candidate.objects.count(), (
        f"only {people} candidates are matched: no measure of this size"
    )
    live_opportunities()
    ads_read = time.perf_counter()
    clients = _clients()
    own = _own_ad()
    rows = []
    for name, who, address in _pages(own):
        first, times, work, queries = _visited(clients[who], address)
        rows.append((name, first, statistics.median(times), max(times), statistics.median(work), queries))
        print(f"{name}: {statistics.median(times):.0f} ms, {queries} queries", file=sys.stderr, flush=True)
    changed, worked_on = _changed(clients["secretary"], own)
    return {
        "pool": pool_read - started,
        "ads": ads_read - pool_read,
        "rows": rows,
        "changed": (statistics.median(changed), max(changed), statistics.median(worked_on)),
        "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        "memory_now": _memory_now(),
    }


def _clients() -> dict[str, Any]:
    """Browsers of the demo's people, logged in."""
    from django.test import Client

    from brobygger.apps.base.models import User

    found = {name: Client(headers={"accept-language": "en"}) for name in ("secretary", "company", "student")}
    found["company on the page"] = Client(headers={"accept-language": "en", "hx-request": "true"})
    for name, client in found.items():
        client.force_login(User.objects.get(username=name.split()[0]))
    # the notice about ranking stands before the first ranked page
    found["student"].post("/my-page/privacy/answer/", {"purpose": "matching", "said": "yes", "next": "home"})
    return found


def _own_ad() -> str:
    """The page of an open ad of the demo's company."""
    from brobygger.apps.base.models import User
    from brobygger.apps.opportunities.models import Opportunity

    speaks_for = User.objects.get(username="company").organisations.first()
    found = Opportunity.objects.filter(organisation=speaks_for, state="open").order_by("pk").first()
    assert found
    return f"/opportunities/{found.pk}/"


def _pages(own: str) -> list[tuple[str, str, Callable[[int], str]]]:
    """Name of a page, who visits it, its address the nth time."""
    from brobygger.apps.opportunities.models import Opportunity

    made = Opportunity.objects.filter(code__startswith="scale-").order_by("pk")
    scale = list(made.values_list("pk", flat=True)[:REPEATS])
    return [
        ("ranked page, secretariat, each time another ad", "secretary", lambda n: f"/opportunities/{scale[n % len(scale)]}/"),
        ("ranked page, secretariat, the same ad", "secretary", lambda _: own),
        ("ranked page, company", "company", lambda _: own),
        ("ranked page, company, narrowed to a country", "company", lambda _: f"{own}?country=NO"),
        ("what-if: the list with a dial turned", "company on the page", lambda _: f"{own}what-if/?permit=permit:supported"),
        ("what-if: the same without a script, whole page", "company", lambda _: f"{own}what-if/?permit=permit:supported"),
        ("my page: best opportunities and steps", "student", lambda _: "/my-page/"),
        ("opportunities", "secretary", lambda _: "/opportunities/"),
        ("opportunities, page 500", "secretary", lambda _: "/opportunities/?page=500"),
        ("opportunities with a word", "secretary", lambda _: "/opportunities/?text=engineer"),
        ("candidates", "secretary", lambda _: "/candidates/"),
        ("candidates, page 3,000", "secretary", lambda _: "/candidates/?page=3000"),
        ("candidates of a country", "secretary", lambda _: "/candidates/?country=NO"),
        ("companies", "secretary", lambda _: "/companies/"),
        ("talent pool", "secretary", lambda _: "/pool/"),
        ("who knows a market", "secretary", lambda _: "/pool/markets/?text=welding, German"),
        ("corrections", "secretary", lambda _: "/reading/?source=cvs"),
        ("programmes", "secretary", lambda _: "/programmes/"),
    ]  # fmt: skip


def _changed(client: Any, page: str) -> tuple[list[float], list[float]]:
    """Milliseconds from a changed profile to its ranking, and their processor time."""
    from django.utils import timezone

    from brobygger.apps.people.actions import set_preferences
    from brobygger.apps.people.adapters import to_preferences
    from brobygger.apps.people.models import Candidate

    changed, worked_on = [], []
    for number in range(5):
        person = Candidate.objects.select_related("preference").order_by("pk")[number * 7]
        said = to_preferences(person.preference)
        begun, worked = time.perf_counter(), time.process_time()
        minutes = 10 + (said.commute_minutes or 0) % 50
        set_preferences(
            candidate=person, preferences=_with(said, commute_minutes=minutes), by=None, at=timezone.now()
        )
        client.get(page)
        changed.append(1000 * (time.perf_counter() - begun))
        worked_on.append(1000 * (time.process_time() - worked))
    return changed, worked_on


def _with(preferences: Any, **changes: Any) -> Any:
    import dataclasses

    return dataclasses.replace(preferences, **changes)


def _visited(client: Any, address: Callable[[int], str]) -> tuple[float, list[float], list[float], int]:
    """Milliseconds of the first visit, of the others, their processor time, and how many queries one took."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    times, work = [], []
    patience = time.perf_counter() + PATIENCE
    for number in range(REPEATS + 1):
        begun, worked = time.perf_counter(), time.process_time()
        answer = client.get(address(number))
        assert answer.status_code == 200, (address(number), answer.status_code)
        times.append(1000 * (time.perf_counter() - begun))
        work.append(1000 * (time.process_time() - worked))
        if time.perf_counter() > patience:
            break
    with CaptureQueriesContext(connection) as found:
        client.get(address(0))
    return times[0], times[1:] or times, work[1:] or work, len(found)


def _memory_now() -> float:
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * resource.getpagesize() / 2**20


# --- both databases, each in processes of its own -------------------------------------------------------------------


def run(database: str, sizes: Sequence[int], folder: Path, *, keep: bool = False) -> dict[str, Any]:
    out = folder / f"{database}.json"
    command = [sys.executable, "-m", "benchmarks.web_scale", *map(str, sizes), "--out", str(out)]
    environment = {**os.environ, "BROBYGGER_DEMO": "on", "BROBYGGER_DATA": str(folder / "data")}
    environment.pop("DATABASE_URL", None)
    if database == "sqlite":
        environment["DATABASE_URL"] = f"sqlite:///{folder / 'scale.sqlite3'}"
        if not (keep and (folder / "scale.sqlite3").exists()):
            subprocess.run([*command, "--step", "fill"], check=True, env=environment, cwd=ROOT)
        subprocess.run([*command, "--step", "measure"], check=True, env=environment, cwd=ROOT)
    else:
        both = [str(ROOT / "deploy" / "with-postgres"), *command, "--step", "both"]
        subprocess.run(both, check=True, env=environment, cwd=ROOT)
    found: dict[str, Any] = json.loads(out.read_text())
    return found


def step(name: str, sizes: Sequence[int], out: Path) -> None:
    """One step in this process; what it found goes into the file `out`."""
    if name == "both":
        here = [sys.executable, "-m", "benchmarks.web_scale", *map(str, sizes), "--out", str(out)]
        for one in ("fill", "measure"):
            subprocess.run([*here, "--step", one], check=True, cwd=ROOT)
        return
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "brobygger.config.settings")
    import django

    django.setup()
    from brobygger.apps.base.models import all_rows

    found = json.loads(out.read_text()) if out.exists() else {}
    with all_rows():
        found[name] = fill(*sizes) if name == "fill" else measure()
    out.write_text(json.dumps(found))


def report(sizes: Sequence[int], found: dict[str, dict[str, Any]]) -> str:
    names = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}
    header = [
        "page",
        *(f"{names[one]}: {what}" for one in found for what in ("median", "worst", "processor", "queries")),
    ]
    lines = []
    measured = [one["measure"] for one in found.values()]
    for rows in zip(*(one["rows"] for one in measured), strict=True):
        cells = [cell for row in rows for cell in (f"{row[2]:.0f}", f"{row[3]:.0f}", f"{row[4]:.0f}", row[5])]
        lines.append([rows[0][0], *cells])
    lines.append(["a profile changed, until its ranking is shown", *(
        cell for one in measured for cell in (f"{one['changed'][0]:.0f}", f"{one['changed'][1]:.0f}", f"{one['changed'][2]:.0f}", ""))])  # fmt: skip
    more = [
        ["reading the candidates after a start, seconds", *(f"{one['pool']:.1f}" for one in measured)],
        ["reading the opportunities after a start, seconds", *(f"{one['ads']:.1f}" for one in measured)],
        ["memory of the process, MB", *(f"{one['memory_now']:.0f}" for one in measured)],
        ["its highest, MB", *(f"{one['memory']:.0f}" for one in measured)],
    ]
    return (
        f"{sizes[0]:,} candidates, {sizes[1]:,} organisations, {sizes[2]:,} opportunities, made from the demo by "
        f"recombination; one process, two shared cores. Milliseconds from the request to the whole answer, over up to "
        f"{REPEATS} visits after the first; “processor” is the median of what this process itself worked, which other "
        f"work on the machine does not lengthen.\n\n{table(header, lines)}\n\n{table(['', *(names[one] for one in found)], more)}"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[1] if __doc__ else None)
    parser.add_argument("sizes", nargs="*", type=int, default=None)
    parser.add_argument("--only", choices=["sqlite", "postgresql"])
    parser.add_argument("--keep", type=Path, help="folder in which a filled SQLite stays for the next time")
    parser.add_argument("--step", choices=["fill", "measure", "both"])
    parser.add_argument("--out", type=Path)
    chosen = parser.parse_args()
    sizes = [*(chosen.sizes or []), *SIZES[len(chosen.sizes or []) :]]
    if chosen.step:
        step(chosen.step, sizes, chosen.out)
        return
    with tempfile.TemporaryDirectory() as name:
        folder = chosen.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        databases = [chosen.only] if chosen.only else ["sqlite", "postgresql"]
        found = {one: run(one, sizes, folder, keep=chosen.keep is not None) for one in databases}
    body = report(sizes, found)
    if chosen.only or tuple(sizes) != SIZES:
        print(body)
    else:
        publish("web-scale", "The web app at the size of a country", "python -m benchmarks.web_scale", body)


if __name__ == "__main__":
    main()

"""The commands that work on files: no Django, no database, the same bytes every time."""

import csv
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest

from brobygger.cli.main import main

AD_DA = """Maskiningeniør til pumper
Arbejdssted: Aarhus

Kvalifikationer
- erfaring med SolidWorks og FEM
- du taler flydende dansk
"""
AD_SV = """Svetsare sökes
Arbetsplats: Malmö

Krav
- erfarenhet av svetsning
- goda kunskaper i engelska
"""
CV_EN = """Ana, mechanical engineer
Lives in Aarhus

Skills
SolidWorks, finite element analysis, welding

Languages
English: fluent (C1)
Danish: native
"""
CV_NB = """Ola
Sveiser

Ferdigheter
sveising, TIG-sveising, platearbeid

Språk
Norsk: morsmål
Engelsk: B2
"""


@pytest.fixture
def files(tmp_path):
    for folder, name, text in [
        ("ads", "da.txt", AD_DA),
        ("ads", "sv.txt", AD_SV),
        ("cvs", "en.txt", CV_EN),
        ("cvs", "nb.txt", CV_NB),
    ]:
        (tmp_path / folder).mkdir(exist_ok=True)
        (tmp_path / folder / name).write_text(text, encoding="utf-8")
    return tmp_path


def match(files, out, *more):
    return main(
        [
            "match",
            "--opportunities",
            str(files / "ads"),
            "--candidates",
            str(files / "cvs"),
            "--out",
            str(out),
            *more,
        ]
    )


def test_match_ranks_across_languages_and_says_why(files, capsys):
    out = files / "matches.jsonl"

    assert match(files, out, "--language", "da") == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]

    best = {row["opportunity"]: row["candidate"] for row in rows if row["rank"] == 1}
    assert best["da.txt"] == "en.txt"
    assert best["sv.txt"] == "nb.txt"
    assert any(
        "SolidWorks" in reason for row in rows if row["candidate"] == "en.txt" for reason in row["matched"]
    )


@pytest.mark.parametrize("ending", ["csv", "jsonl", "xlsx", "parquet"])
def test_match_writes_the_same_bytes_twice(files, ending):
    first, second = files / f"a.{ending}", files / f"b.{ending}"

    assert match(files, first) == match(files, second) == 0
    assert first.read_bytes() == second.read_bytes()


def test_formats_hold_the_same_matches(files):
    match(files, files / "m.csv")
    match(files, files / "m.xlsx")

    with (files / "m.csv").open(encoding="utf-8-sig", newline="") as lines:
        from_csv = [(row["opportunity"], row["candidate"]) for row in csv.DictReader(lines)]
    sheet = openpyxl.load_workbook(files / "m.xlsx").active
    header, *rows = sheet.iter_rows(values_only=True)
    from_excel = [(row[header.index("opportunity")], row[header.index("candidate")]) for row in rows]
    assert from_csv == from_excel != []


def test_match_refuses_an_unknown_ending_before_reading(files, capsys):
    assert match(files, files / "m.doc") == 2
    assert ".csv, .jsonl, .xlsx, .parquet" in capsys.readouterr().err


def test_match_names_a_broken_file_and_goes_on(files, capsys):
    (files / "cvs" / "broken.pdf").write_bytes(b"%PDF-1.7 cut off")

    assert match(files, files / "m.csv") == 0
    assert "broken.pdf" in capsys.readouterr().err


def test_match_without_candidates_says_so(files, capsys):
    (files / "empty").mkdir()

    code = main(
        [
            "match",
            "--opportunities",
            str(files / "ads"),
            "--candidates",
            str(files / "empty"),
            "--out",
            str(files / "m.csv"),
        ]
    )

    assert code == 1
    assert "0 candidates and 2 opportunities" in capsys.readouterr().err
    assert not (files / "m.csv").exists()


def test_read_writes_facts_that_match_takes(files):
    for folder, kind in (("ads", "ad"), ("cvs", "cv")):
        assert (
            main(["read", str(files / folder), "--kind", kind, "--out", str(files / f"{folder}.jsonl")]) == 0
        )
    direct, through = files / "direct.csv", files / "through.csv"
    match(files, direct)

    code = main(
        [
            "match",
            "--opportunities",
            str(files / "ads.jsonl"),
            "--candidates",
            str(files / "cvs.jsonl"),
            "--out",
            str(through),
        ]
    )

    assert code == 0
    assert direct.read_bytes() == through.read_bytes()


def test_explain_says_what_excludes(files, capsys):
    code = main(
        [
            "explain",
            "--opportunities",
            str(files / "ads"),
            "--candidates",
            str(files / "cvs"),
            "--opportunity",
            "da.txt",
            "--candidate",
            "nb.txt",
            "--language",
            "nb",
        ]
    )

    assert code == 0
    assert "dansk" in capsys.readouterr().out


def test_neighbouring_languages_count_where_that_is_asked_for(files, capsys):
    call = ["explain", "--opportunities", str(files / "ads"), "--candidates", str(files / "cvs")]
    call += ["--opportunity", "da.txt", "--candidate", "nb.txt", "--language", "en"]

    assert main([*call, "--neighbours-count"]) == 0
    assert (
        "Norwegian at C2 counts as B2 in Danish, one level below the C1 you require."
        in capsys.readouterr().out
    )
    assert main(call) == 0
    assert "The candidate does not have Danish; you require C1." in capsys.readouterr().out


def test_what_if_turns_every_dial(files, capsys):
    code = main(
        [
            "what-if",
            "--opportunities",
            str(files / "ads"),
            "--candidates",
            str(files / "cvs"),
            "--opportunity",
            "da.txt",
        ]
    )
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]

    assert code == 0
    assert answers[0]["dial"] is None
    coffee = next(answer for answer in answers if answer["dial"] == "language:da:coffee")
    assert coffee["gained"] == ["nb.txt"]
    assert coffee["change"] == 1


def test_link_gives_concepts_per_line():
    lines = "Maskiningeniør\nsvejser\n"

    done = subprocess.run(
        [sys.executable, "-m", "brobygger.cli.main", "link", "--kind", "occupation", "--language", "da", "--top", "2"],
        input=lines, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2] / "src",
    )  # fmt: skip
    records = [json.loads(line) for line in done.stdout.splitlines()]

    assert [record["text"] for record in records] == ["Maskiningeniør", "svejser"]
    assert records[0]["concepts"][0]["uri"] == "urn:brobygger:occupation:mechanical-engineer"
    assert set(records[0]["concepts"][0]) == {"uri", "label", "score"}


def test_link_takes_labels_and_sentences_in_any_order():
    lines = "welding\nYou will write a lot of Python for our heat pumps\nSolidWorks\n"

    done = subprocess.run(
        [sys.executable, "-m", "brobygger.cli.main", "link", "--kind", "skill", "--language", "en", "--top", "3"],
        input=lines, capture_output=True, text=True, check=True, cwd=Path(__file__).parents[2] / "src",
    )  # fmt: skip
    records = [json.loads(line) for line in done.stdout.splitlines()]

    assert [record["text"] for record in records] == lines.splitlines()
    labels = [[concept["label"] for concept in record["concepts"]] for record in records]
    assert "Python" in labels[1]
    assert labels[0][0] == "welding"
    assert labels[2][0] == "SolidWorks"


def test_file_commands_do_not_need_django(files):
    code = (
        "import sys; sys.modules['django'] = None\n"
        "from brobygger.cli.main import main\n"
        f"sys.exit(main(['match', '--opportunities', r'{files / 'ads'}', '--candidates', r'{files / 'cvs'}', '--out', r'{files / 'm.csv'}']))"
    )

    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2] / "src")


def test_taxonomy_info_counts_the_built_in_vocabulary(capsys):
    assert main(["taxonomy", "info"]) == 0
    counts = dict(line.split("\t") for line in capsys.readouterr().out.splitlines())

    assert int(counts["skills"]) >= 900
    assert int(counts["labels nb"]) > 5_000


def test_a_file_that_is_no_taxonomy_is_named(files, capsys):
    assert match(files, files / "m.csv", "--taxonomy", str(files / "ads" / "da.txt")) == 1
    assert "da.txt: is not a taxonomy file" in capsys.readouterr().err


def test_real_ads_are_matched(files, shared_data):
    out = files / "real.jsonl"

    code = main(
        [
            "match",
            "--opportunities",
            str(shared_data / "job-ads-nordic" / "job-ads-nordic.jsonl.xz"),
            "--candidates",
            str(files / "cvs"),
            "--top",
            "3",
            "--language",
            "nb",
            "--out",
            str(out),
        ]
    )

    assert code == 0
    rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert len({row["opportunity"] for row in rows}) > 20
    assert all(row["matched"] or row["partly"] or row["missing"] or row["unknown"] for row in rows)


FINNISH = """Koneinsinööri
Haemme koneinsinööriä tuotekehitykseen. Sinulla on kokemusta SolidWorks- ja Python-ohjelmistoista sekä hyvä
englannin kielen taito. Tarjoamme vakituisen työn ja mukavat työkaverit.
"""


@pytest.mark.parametrize(
    ("language", "words"), [("en", "in Finnish"), ("da", "finsk"), ("nb", "finsk"), ("sv", "finska")]
)
def test_a_language_that_is_not_read_is_said_by_read_and_match(files, capsys, language, words):
    (files / "ads" / "fi.txt").write_text(FINNISH, encoding="utf-8")

    assert match(files, files / "m.csv", "--language", language) == 0
    assert words in capsys.readouterr().err
    main(["read", str(files / "ads"), "--out", str(files / "ads.jsonl"), "--language", language])
    said = capsys.readouterr().err
    assert words in said
    assert "fi.txt" in said


def test_a_cv_that_copies_an_ad_gains_nothing_and_it_is_said(files, capsys):
    ad = AD_DA + "- du arbejder selvstændigt og trives med at stå i spidsen for et projekt\n"
    (files / "ads" / "da.txt").write_text(ad, encoding="utf-8")
    for name, text in (
        ("plain", "Ola\nKok\n\nFerdigheter\nmatlaging\n"),
        ("copied", f"Ola\nKok\n\nFerdigheter\nmatlaging\n\n{ad}"),
    ):
        (files / "cvs" / f"{name}.txt").write_text(text, encoding="utf-8")
    main(["read", str(files / "cvs"), "--kind", "cv", "--out", str(files / "cvs.jsonl")])

    assert match(files, files / "m.jsonl") == 0
    assert "copied.txt" in (said := capsys.readouterr().err)
    assert "copied from an ad" in said
    for people in (files / "cvs", files / "cvs.jsonl"):
        out = files / "n.jsonl"
        main(["match", "--opportunities", str(files / "ads"), "--candidates", str(people), "--out", str(out)])
        rows = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
        scores = {(row["opportunity"], row["candidate"]): row["score"] for row in rows}
        for ad_name in ("da.txt", "sv.txt"):
            assert scores.get((ad_name, "copied.txt"), 0) <= scores.get((ad_name, "plain.txt"), 0)


def test_occupations_are_ranked_for_each_ad(files, capsys):
    assert main(["occupations", str(files / "ads"), "--top", "3", "--language", "da"]) == 0

    rows = [json.loads(line)["occupations"] for line in capsys.readouterr().out.splitlines()]
    assert [len(found) for found in rows] == [3, 3]
    assert {found[0]["label"] for found in rows} == {"maskiningeniør", "svejser"}


def test_occupations_says_what_it_cannot_read(files, capsys):
    (files / "bad").mkdir()
    (files / "bad" / "ad.pdf").write_bytes(b"%PDF-1.4 nothing")

    assert main(["occupations", str(files / "bad"), "--language", "da"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "ad.pdf" in said.err


def test_occupations_needs_a_number_above_zero(files, capsys):
    assert main(["occupations", str(files / "ads"), "--top", "0"]) == 2
    assert "--top" in capsys.readouterr().err

"""ESCO releases and label tables: every version, broken rows, and the real release where it lies beside us."""

from __future__ import annotations

import csv
import io
import zipfile

import numpy as np
import pytest

from brobygger.core.skills import ConceptKind, Settings, SkillType
from brobygger.data.taxonomies import ImportProblems, TaxonomyFileError, import_taxonomy, read_taxonomy
from brobygger.data.taxonomies.draft import TaxonomyDraft
from brobygger.data.taxonomies.esco import read_esco
from brobygger.data.taxonomies.file import write_taxonomy
from tests.core.skills.small import small

QUICK = Settings(dimensions=8, epochs=3, batch=8, seen_in=1)
ESCO = "http://data.europa.eu/esco/"
OLD_SKILLS = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,status,description"
NEW_SKILLS = "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels,hiddenLabels,status,modifiedDate,scopeNote,definition,inScheme,description"
OCCUPATIONS = "conceptType,conceptUri,iscoGroup,preferredLabel,altLabels,status,description"


def sheet(header, *rows):
    out = io.StringIO()
    writer = csv.DictWriter(out, header.split(","), restval="")
    writer.writeheader()
    writer.writerows(rows)
    return out.getvalue()


def skill(name, label, alternatives="", kind="knowledge", **more):
    return {
        "conceptType": "KnowledgeSkillCompetence",
        "conceptUri": f"{ESCO}skill/{name}",
        "skillType": kind,
        "preferredLabel": label,
        "altLabels": alternatives,
        **more,
    }


def occupation(name, label, alternatives="", isco="7212"):
    return {
        "conceptType": "Occupation",
        "conceptUri": f"{ESCO}occupation/{name}",
        "iscoGroup": isco,
        "preferredLabel": label,
        "altLabels": alternatives,
    }


@pytest.fixture
def release(tmp_path):
    """A release of two skills and two occupations in English, and a thinner Danish one."""
    english = tmp_path / "ESCO dataset - v1.1.1 - classification - en - csv"
    english.mkdir()
    (english / "skills_en.csv").write_text(
        sheet(
            NEW_SKILLS,
            skill("w", "welding", "weld\nwelds", description="Joining metal."),
            skill("p", "Python", "Python 3"),
        )
    )
    (english / "occupations_en.csv").write_text(
        sheet(
            OCCUPATIONS,
            occupation("w", "welder", "welding operator"),
            occupation("d", "developer", "programmer", "2512"),
        )
    )
    (english / "ISCOGroups_en.csv").write_text(
        sheet(
            "conceptType,conceptUri,code,preferredLabel,status,altLabels,inScheme,description",
            {
                "conceptType": "ISCOGroup",
                "conceptUri": f"{ESCO}isco/C7212",
                "code": "7212",
                "preferredLabel": "Welders and flame cutters",
            },
        )
    )
    (english / "broaderRelationsSkillPillar.csv").write_text(
        sheet(
            "conceptType,conceptUri,broaderType,broaderUri",
            {"conceptUri": f"{ESCO}skill/p", "broaderUri": f"{ESCO}skill/w"},
        )
    )
    (english / "occupationSkillRelations.csv").write_text(
        sheet(
            "occupationUri,relationType,skillType,skillUri",
            {
                "occupationUri": f"{ESCO}occupation/w",
                "relationType": "essential",
                "skillUri": f"{ESCO}skill/w",
            },
            {
                "occupationUri": f"{ESCO}occupation/w",
                "relationType": "optional",
                "skillUri": f"{ESCO}skill/p",
            },
        )
    )
    (english / "skillsHierarchy_en.csv").write_text(
        "Level 0 URI,Level 0 preferred term\nragged\n"
    )  # not needed: its faults are none of ours
    danish = tmp_path / "da.zip"
    with zipfile.ZipFile(danish, "w") as archive:
        archive.writestr(
            "csv/occupations_da.csv",
            sheet(OCCUPATIONS, occupation("w", "svejser", "klejnsmed"), occupation("d", "")),
        )
    return english, danish


def test_import_learns_from_sentences_and_says_so(release, tmp_path):
    plain, taught = tmp_path / "plain.taxonomy", tmp_path / "taught.taxonomy"
    table = tmp_path / "sentences.csv"
    table.write_text(f"text,uri\njoin steel all day,{ESCO}skill/w\n", encoding="utf-8")

    before = import_taxonomy(list(release), plain, settings=QUICK)
    after = import_taxonomy(list(release), taught, sentences=[table], settings=QUICK)

    assert [file["name"] for file in after.source["files"]][-1] == "sentences.csv"
    assert list(after.taxonomy.uris) == list(before.taxonomy.uris)
    assert not np.array_equal(before.encoder.weights, after.encoder.weights)


def test_import_names_faults_of_a_sentence_table_and_writes_nothing(release, tmp_path):
    out, table = tmp_path / "esco.taxonomy", tmp_path / "sentences.csv"
    table.write_text("text,uri\n,\n", encoding="utf-8")

    with pytest.raises(ImportProblems, match="text is missing"):
        import_taxonomy(list(release), out, sentences=[table], settings=QUICK)

    assert not out.exists()


def test_import_merges_languages_and_keeps_relations(release, tmp_path):
    out = tmp_path / "esco.taxonomy"

    import_taxonomy(list(release), out, settings=QUICK)
    taxonomy = read_taxonomy(out).taxonomy

    welder = taxonomy.index[f"{ESCO}occupation/w"]
    welding = taxonomy.index[f"{ESCO}skill/w"]
    assert taxonomy.languages == ("da", "en")
    assert taxonomy.labels_of(welder, "da") == ["svejser", "klejnsmed"]
    assert taxonomy.labels_of(welding) == ["welding", "weld", "welds"]
    assert (
        taxonomy.preferred(taxonomy.index[f"{ESCO}occupation/d"], "da") == "developer"
    )  # thinner: falls back to English
    assert list(taxonomy.essential[welder]) == [welding]
    assert list(taxonomy.optional[welder]) == [taxonomy.index[f"{ESCO}skill/p"]]
    assert list(taxonomy.broader[taxonomy.index[f"{ESCO}skill/p"]]) == [welding]
    assert taxonomy.kinds[taxonomy.index[f"{ESCO}isco/C7212"]] == ConceptKind.GROUP
    assert list(taxonomy.broader[welder]) == [taxonomy.index[f"{ESCO}isco/C7212"]]
    assert "1.1.1" in taxonomy.name


def test_import_reads_the_columns_of_an_older_version(tmp_path):
    folder = tmp_path / "v1.0.9"
    folder.mkdir()
    (folder / "skills_sv.csv").write_text(
        sheet(OLD_SKILLS, skill("w", "svetsning", "svetsa"), skill("x", "borttagen", status="obsolete"))
    )
    draft = TaxonomyDraft()

    assert read_esco(folder, draft) == []
    assert list(draft.concepts) == [f"{ESCO}skill/w"]
    assert draft.concepts[f"{ESCO}skill/w"].type == SkillType.KNOWLEDGE


def test_label_table_adds_languages_and_concepts(release, tmp_path):
    table = tmp_path / "labels.tsv"
    table.write_text(
        "kind\turi\tlang\trank\tlabel\n"
        f"occupation\t{ESCO}occupation/w\tno\t0\tsveiser\n"
        f'occupation\t{ESCO}occupation/w\tno\t1\tsveiseoperatør "TIG\n'
        f"occupation\t{ESCO}occupation/new\tno\t0\tlaserskjærer\n"
        "\t\tno\t\t\n"
    )
    out = tmp_path / "x.taxonomy"

    taxonomy = import_taxonomy([release[0], table], out, settings=QUICK).taxonomy

    assert taxonomy.labels_of(taxonomy.index[f"{ESCO}occupation/w"], "nb") == [
        "sveiser",
        'sveiseoperatør "TIG',
    ]
    assert taxonomy.preferred(taxonomy.index[f"{ESCO}occupation/new"], "da") == "laserskjærer"


@pytest.mark.parametrize(
    ("file", "content", "line", "words"),
    [
        ("skills_en.csv", "conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels\nx,no-uri,knowledge,,welding,\n", 2, "is not a URI"),
        ("skills_en.csv", f"conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels\nx,{ESCO}skill/w,knowledge\n", 2, "3 fields where the header has 6"),
        ("occupationSkillRelations.csv", "occupationUri,relationType,skillType,skillUri\na,maybe,x,b\n", 2, "neither essential nor optional"),
        ("skills_da.csv", b"conceptType,conceptUri,skillType,reuseLevel,preferredLabel,altLabels\nx,http://a,knowledge,,bl\xe5,\n", 2, "is not UTF-8"),
    ],
)  # fmt: skip
def test_broken_rows_are_listed_and_nothing_is_written(release, tmp_path, file, content, line, words):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / file).write_bytes(content if isinstance(content, bytes) else content.encode())
    out = tmp_path / "out.taxonomy"

    with pytest.raises(ImportProblems) as error:
        import_taxonomy([release[0], broken], out, settings=QUICK)

    (problem,) = error.value.problems
    assert problem.file.endswith(file)
    assert problem.line == line
    assert words in problem.message
    assert list(tmp_path.glob("out.taxonomy*")) == []


def test_a_folder_without_esco_says_so(tmp_path):
    (tmp_path / "empty").mkdir()

    with pytest.raises(ImportProblems, match="no CSV file of an ESCO release"):
        import_taxonomy([tmp_path / "empty"], tmp_path / "out", settings=QUICK)


def test_write_then_read_gives_the_same(tmp_path):
    content, path = small(), tmp_path / "small.taxonomy"

    write_taxonomy(path, content)
    again = read_taxonomy(path)

    assert list(again.taxonomy.labels) == list(content.taxonomy.labels)
    assert np.array_equal(again.encoder.weights, content.encoder.weights)
    np.testing.assert_allclose(
        again.encoder.encode(["svejsning"]), content.encoder.encode(["svejsning"]), atol=1e-6
    )
    assert np.array_equal(again.centroids, content.centroids)


@pytest.mark.parametrize("content", [b"", b"not a taxonomy at all", b"BROBYGGER TAXONOMY 1\n" + b"\xff" * 40])
def test_other_files_are_refused_by_name(tmp_path, content):
    path = tmp_path / "wrong.taxonomy"
    path.write_bytes(content)

    with pytest.raises(TaxonomyFileError, match=r"wrong\.taxonomy"):
        read_taxonomy(path)


def test_a_truncated_file_is_refused(tmp_path):
    path = tmp_path / "cut.taxonomy"
    write_taxonomy(path, small())
    path.write_bytes(path.read_bytes()[:-5_000])

    with pytest.raises(TaxonomyFileError, match="damaged"):
        read_taxonomy(path)


def test_the_real_release_is_read_whole(shared_data):
    draft = TaxonomyDraft()

    problems = read_esco(shared_data / "esco-1.1.1-en" / "esco-1.1.1-en-csv.tar.xz", draft)

    kinds = [concept.kind for concept in draft.concepts.values()]
    assert problems == []
    assert kinds.count(ConceptKind.OCCUPATION) == 3007
    assert kinds.count(ConceptKind.SKILL) == 13_896
    assert len(draft.essential) + len(draft.optional) == 123_855 + 5_899

"""Bad input gets a problem that names file and place; what is good beside it is read."""

from __future__ import annotations

import gzip
import io
import json
import lzma
import time
import tracemalloc
import zipfile

import pytest

from brobygger.core.reading import Document, DocumentKind
from brobygger.data.documents import Limits, Problem, read_bytes, read_documents
from tests.data.documents import made

SMALL = Limits(file_bytes=50_000, collection_bytes=60_000, unpacked_bytes=100_000, members=50)
AD = "Vi søger en smed til værkstedet. Du svejser rustfrit stål og læser tegninger."


def keys(items) -> list[str]:
    return [item.message_key if isinstance(item, Problem) else "document" for item in items]


def read(data: bytes, name: str, **options):
    return list(read_bytes(data, name=name, **options))


def test_truncated_pdf_is_reported_and_the_rest_goes_on(tmp_path):
    (tmp_path / "a.pdf").write_bytes(made.pdf_bytes()[:600])
    (tmp_path / "b.txt").write_text(AD, encoding="utf-8")
    problem, document = read_documents(tmp_path)
    assert problem.message_key == "broken_file"
    assert problem.source.endswith("a.pdf")
    assert document.text == AD


def test_large_file_is_refused_unread(tmp_path):
    path = tmp_path / "huge.pdf"
    with path.open("wb") as out:
        out.truncate(200_000_000)  # sparse: takes no space
    tracemalloc.start()
    (problem,) = read_documents(path)
    _now, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert problem.message_key == "too_large"
    assert "200 MB" in problem.message()
    assert "25 MB" in problem.message()
    assert most < 25_000_000


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("bomb.txt.gz", gzip.compress),
        ("bomb.txt.xz", lzma.compress),
        ("bomb.zip", lambda data: made.zip_bytes({"a.txt": data})),
        ("bomb.docx", lambda data: made.zip_bytes({"[Content_Types].xml": b"", "word/document.xml": data})),
    ],
)
def test_bomb_is_refused(name, pack):
    data = pack(b"a" * 20_000_000)
    items = read(data, name)
    assert len(items) == 1
    assert items[0].message_key in ("archive_ratio", "archive_total")


def test_bomb_that_lies_about_its_size_is_refused():
    data = bytearray(made.zip_bytes({"a.txt": b"a" * 3_000_000}))
    with zipfile.ZipFile(io.BytesIO(bytes(data))) as archive:
        true_size = archive.infolist()[0].file_size.to_bytes(4, "little")
    data = bytes(data).replace(true_size, (10).to_bytes(4, "little"))
    items = read(data, "liar.zip")
    assert keys(items) != []
    assert all(len(item.text) <= 10 for item in items if isinstance(item, Document))


def test_nested_archives_stop():
    data = made.zip_bytes({"a.txt": AD.encode()})
    for _ in range(4):
        data = made.zip_bytes({"inner.zip": data})
    assert keys(read(data, "nested.zip")) == ["archive_depth"]


def test_nested_bombs_share_one_budget():
    inner = made.zip_bytes({f"{number}.txt": b"a" * 30_000 for number in range(5)})
    assert "archive_total" in keys(read(inner, "many.zip", limits=SMALL))


def test_archive_of_too_many_files_is_refused():
    data = made.zip_bytes({f"{number}.txt": b"x" for number in range(51)})
    assert keys(read(data, "many.zip", limits=SMALL)) == ["archive_members"]


def test_encrypted_zip_member_is_reported():
    data = bytearray(made.zip_bytes({"a.txt": b"secret words"}))
    for start in (b"PK\x03\x04", b"PK\x01\x02"):  # the flag that says so, in both headers
        data[data.index(start) + (6 if start == b"PK\x03\x04" else 8)] |= 1
    (problem,) = read(bytes(data), "locked.zip")
    assert (problem.message_key, problem.source) == ("encrypted", "locked.zip/a.txt")


@pytest.mark.parametrize(
    ("data", "warning"),
    [
        (AD.encode("utf-8"), None),
        (AD.encode("utf-8-sig"), None),
        (AD.encode("utf-16"), None),
        (AD.encode("utf-16-le"), None),
        (AD.encode("utf-16-be"), None),
        (AD.encode("cp1252"), "encoding_guessed"),
        (AD.encode("latin-1") + b"\x81", "encoding_guessed"),
    ],
)
def test_encodings_are_found_and_guesses_reported(data, warning):
    *problems, document = read(data, "ad.txt")
    assert document.text == AD
    assert keys(problems) == ([warning] if warning else [])


def test_damaged_utf8_keeps_the_good_letters():
    data = (AD * 3).encode() + b"\xc3"
    problem, document = read(data, "ad.txt")
    assert problem.message_key == "encoding_damaged"
    assert "rustfrit stål" in document.text


def test_broken_json_names_line_and_column():
    (problem,) = read(b'{\n "title": "x",\n "text" "y"}', "ad.json")
    assert problem.message_key == "broken_json"
    assert str(problem) == "ad.json, line 3: not valid JSON at column 9"


def test_missing_field_names_entry_and_field():
    data = json.dumps([{"text": "Fint job her"}, {"title": "x"}]).encode()
    document, problem = read(data, "ads.json", kind=DocumentKind.AD)
    assert isinstance(document, Document)
    assert str(problem) == "ads.json, entry 2: Brobygger: the field text is missing or empty"


def test_deep_json_is_refused():
    assert keys(read(b'[{"a":' + b"[" * 100_000, "deep.json")) in (["too_deep"], ["broken_json"])


def test_number_of_thousands_of_digits_is_reported():
    assert keys(read(b'{"text": "a", "places": ' + b"9" * 6_000 + b"}", "a.json")) == ["broken_json"]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "cv.doc"),
        (b"{\\rtf1 Hej}", "cv.rtf"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "cv.png"),
        (bytes(range(256)) * 10, "cv.bin"),
    ],
)
def test_unsupported_format_is_named(data, name):
    (problem,) = read(data, name)
    assert problem.message_key == "unsupported"
    assert "PDF" in problem.message()


def test_protected_office_file_is_reported():
    data = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500) + "EncryptedPackage".encode("utf-16-le")
    assert keys(read(data, "cv.docx")) == ["encrypted"]


@pytest.mark.parametrize("data", [b"", b"  \n\t ", b"\xef\xbb\xbf", b"\0\0\0"])
def test_empty_file_is_reported(data):
    assert keys(read(data, "cv.txt")) == ["empty_file"]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"... --- ...", "cv.txt"),
        (b"<html><body><script>x</script></body></html>", "cv.html"),
        (
            b'<SkillsPassport xmlns="http://europass.cedefop.europa.eu/Europass"><LearnerInfo/></SkillsPassport>',
            "cv.xml",
        ),
        (b'{"basics": {}}', "cv.json"),
    ],
)
def test_empty_cv_is_reported(data, name):
    found = keys(read(data, name))
    assert found in (["empty_text"], ["missing_field"])


def test_one_word_a_million_times_is_cut_and_reported():
    started = time.perf_counter()
    problem, document = read(b"python " * 1_000_000, "cv.txt")
    assert problem.message_key == "repetition"
    assert len(document.text) <= 1_000
    assert time.perf_counter() - started < 10


def test_long_text_is_cut_and_reported():
    words = " ".join(f"ord{number}" for number in range(100_000))
    problem, document = read(words.encode(), "long.txt")
    assert problem.message_key == "text_cut"
    assert problem.parameters["length"] == len(words)
    assert len(document.text) <= 400_000


def test_control_characters_are_cleaned_away():
    (document,) = read("Sm\0ed\x07 s\u200bøges\u202e nu\r\nStra\u00adks".encode(), "ad.txt")
    assert document.text == "Smed søges nu\nStraks"


def test_decomposed_letters_are_composed():
    (document,) = read("A\u030angstro\u0308m".encode(), "ad.txt")
    assert document.text == "Ångström"


@pytest.mark.parametrize(
    "entities",
    [
        b'<!DOCTYPE SkillsPassport [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
        b'<!DOCTYPE SkillsPassport SYSTEM "file:///etc/passwd">',
    ],
)
def test_xml_entities_are_refused(entities):
    data = b'<?xml version="1.0"?>' + entities + b"<SkillsPassport>&b;</SkillsPassport>"
    assert keys(read(data, "cv.xml")) == ["xml_entities"]


def test_broken_xml_names_its_line():
    (problem,) = read(b'<?xml version="1.0"?>\n<SkillsPassport>\n<LearnerInfo>', "cv.xml")
    assert (problem.message_key, problem.where.number) == ("broken_xml", 3)


def test_unknown_xml_names_its_root():
    (problem,) = read(b'<?xml version="1.0"?><Rechnung/>', "x.xml")
    assert problem.parameters["root"] == "Rechnung"


def test_csv_row_with_too_many_fields_names_its_line():
    document, problem = read(b"id,text\n1,You weld steel\n2,a,b\n", "ads.csv", kind=DocumentKind.AD)
    assert document.id == "1"
    assert (problem.message_key, problem.where.number) == ("field_count", 3)
    assert str(problem) == "ads.csv, line 3: has 3 fields where the header has 2"


def test_csv_without_text_column_names_what_it_has():
    (problem,) = read(b"Stilling;Beskrivelse\nSmed;Du svejser\n", "ads.csv")
    assert problem.message_key == "missing_column"
    assert "Stilling, Beskrivelse" in problem.message()


def test_csv_columns_can_be_mapped(tmp_path):
    path = tmp_path / "ads.csv"
    path.write_text("Stilling;Beskrivelse\nSmed;Du svejser\n", encoding="utf-8")
    columns = {"Stilling": "title", "beskrivelse": "text"}
    (document,) = read_documents(path, kind=DocumentKind.AD, columns=columns)
    assert document.text == "Smed\n\nDu svejser"


def test_wrong_ending_of_binary_file_says_what_it_should_be():
    assert keys(read(bytes([0, 1, 2, 3, 4, 5, 6, 7]) * 50, "ads.csv")) == ["broken_file"]


def test_unreadable_file_in_a_folder_leaves_the_others(tmp_path):
    (tmp_path / "a.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "b.txt").write_text(AD, encoding="utf-8")
    assert "document" in keys(read_documents(tmp_path))


def test_empty_folder_is_reported(tmp_path):
    assert keys(read_documents(tmp_path)) == ["empty_folder"]


def test_same_id_twice_is_told_apart_and_reported():
    data = b'{"id": "a", "text": "Smed"}\n{"id": "a", "text": "Murer"}\n'
    first, problem, second = read(data, "ads.jsonl", kind=DocumentKind.AD)
    assert (first.id, second.id) == ("a", "a#2")
    assert problem.message_key == "duplicate_id"


@pytest.mark.parametrize("name", ["PositionHistory", "EmployerHistory", "SkillsPassport", "w:p", "w:tbl"])
def test_xml_without_bottom_is_refused_soon(name):
    started = time.perf_counter()
    inner = f"<{name}>" * 100_000 + f"</{name}>" * 100_000
    outer = f'<?xml version="1.0"?><Candidate xmlns:w="w"><CandidateProfile>{inner}</CandidateProfile></Candidate>'
    assert keys(read(outer.encode(), "cv.xml")) == ["too_deep"]
    assert time.perf_counter() - started < 20


def test_office_file_of_too_much_text_is_refused():
    names = {"[Content_Types].xml": b"", "word/document.xml": b"<a/>" + bytes(range(256)) * 300}
    assert keys(read(made.zip_bytes(names), "cv.docx", limits=Limits(office_bytes=60_000))) == [
        "archive_total"
    ]

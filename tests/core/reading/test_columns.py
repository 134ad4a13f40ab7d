"""CVs in two columns, as a PDF's layout leaves them."""

from brobygger.core.reading import Document, DocumentKind, Role
from brobygger.core.reading.columns import columns_of
from brobygger.core.reading.passages import find_passages

CV = """\
TESTA PRØVESEN                ERFARING
                              Maskiningeniør, Prøveværft A/S
KONTAKT                       2021 - nu
testa@prove.example           Beregner skrog i Ansys
Odense                        og tegner i Rhino.

TEKNOLOGI                     UDDANNELSE
Python     ●●●●○              Maskinteknik, SDU
Ansys      ●●●●●              2016 - 2021

SPROG                         FRITID
Dansk      modersmål          Sejler og maler
Tysk       B1                 på gamle både
"""
JOBS = "".join(f"20{year}-20{year + 1}          Svejser på Prøveværft {year}\n" for year in range(10, 22))


def roles(text):
    document = Document("x", text, DocumentKind.CV)
    return {text[one.span.start : one.span.end]: one.role for one in find_passages(document)}


def test_each_column_has_its_own_headings():
    found = roles(CV)

    assert found["Beregner skrog i Ansys"] is Role.WORK
    assert found["testa@prove.example"] is Role.CONTACT
    assert found["Maskinteknik, SDU"] is Role.EDUCATION
    assert found["Python     ●●●●○"] is Role.SKILLS
    assert found["Dansk      modersmål"] is Role.LANGUAGES


def test_passages_stand_in_the_order_of_the_text_and_cover_it():
    passages = find_passages(Document("x", CV, DocumentKind.CV))
    covered = set()
    for one in passages:
        covered.update(range(one.span.start, one.span.end))

    assert [one.span.start for one in passages] == sorted(one.span.start for one in passages)
    assert all(letter.isspace() for place, letter in enumerate(CV) if place not in covered)


def test_text_in_one_column_has_no_columns():
    assert columns_of("Jeg svejser.\nJeg tegner.\n" * 20) is None
    assert columns_of("") is None


def test_years_beside_jobs_are_one_table():
    """Both sides of such a line belong together: only one side has headings."""
    found = roles("ERFARING\n" + JOBS)

    assert found["2010-2011          Svejser på Prøveværft 10"] is Role.WORK


def test_lines_that_run_on_through_the_gap_belong_to_the_left():
    left, right = columns_of("En overskrift over begge spalter i dette CV\n" + CV)

    assert left[0].end == len("En overskrift over begge spalter i dette CV")
    assert len(right) == CV.count("\n") - 2  # two lines are empty

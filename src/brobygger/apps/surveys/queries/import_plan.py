"""What a table of answers would bring into a wave, row by row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brobygger.apps.surveys.models import SurveyWave
from brobygger.apps.surveys.queries.surveys import questions_of
from brobygger.data.tables import Finding, TableLimits, read_table, recognise
from brobygger.data.tables.survey_answers import AskedQuestion, answer_columns, read_answer_row


@dataclass(frozen=True, slots=True)
class AnswerPlan:
    """
    Args:
        rows: by question id, what each row answers; rows with an error are not among them.
        findings: what is wrong, and where.
    """

    rows: tuple[Mapping[int, int], ...]
    findings: tuple[Finding, ...] = ()

    @property
    def has_errors(self) -> bool:
        return any(not one.is_note for one in self.findings)


def plan_answers(wave: SurveyWave, content: bytes, *, limits: TableLimits = TableLimits()) -> AnswerPlan:
    """
    Read a table with a row for each person and a column for each question, called by its text or q1, q2 ….

    Raises:
        TableError: the table cannot be read as a whole.
    """
    questions = questions_of(wave.survey)
    asked = {one.name: AskedQuestion(one.text, one.kind, tuple(one.options)) for one in questions}
    columns = answer_columns(asked)
    table = read_table(content, columns, limits=limits)
    places = recognise(table.header, columns)
    ids = {one.name: one.pk for one in questions}
    if not places:
        known = ", ".join(f"{name}: {one.text}" for name, one in asked.items())[:300]
        parameters = {"missing": known, "found": ", ".join(filter(None, table.header))[:300]}
        return AnswerPlan((), (Finding("missing_columns", parameters=parameters),))
    rows, findings = [], list(table.findings)
    for row in table.rows:
        values, found = read_answer_row(row, table.header, places, columns, asked)
        findings += found
        if values and all(one.is_note for one in found):
            rows.append({ids[name]: value for name, value in values.items()})
    return AnswerPlan(tuple(rows), tuple(findings))

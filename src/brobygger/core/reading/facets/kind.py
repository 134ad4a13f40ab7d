"""What kind of opportunity an ad offers, or a person looks for."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import Document, DocumentKind, Fact, Kind, OpportunityKind, Passage, Role
from brobygger.core.reading.facets.facet import fact_at

SIGNS = (
    "prak", "intern", "trainee", "speciale", "exjobb", "examensarb", "master", "bachelor", "hovedoppg", "thesis", "student", "stud", "extrajobb", "sommer",
    "sommar", "summer", "graduate", "nyuddan", "nyutdan", "nyutex", "ph.d", "phd", "doktorand", "stipend", "postdo", "forsk", "research", "professor", "lektor",
    "undervis", "lärare", "lærer", "lärling", "teach", "lecturer", "lærling", "elevplads", "appren", "projekt", "prosjekt", "project", "case",
)  # fmt: skip
JOB_SIGNS = ("fast", "stilling", "vidare", "permanent", "full-time", "full time", "heltid", "fuldtid", "vikar", "anställning", "tjänst", "ansæt", "ansett", "job")  # fmt: skip

# Kinds by their words, the more particular first: a PhD student is no student job, a master's thesis no internship.
PATTERNS: tuple[tuple[OpportunityKind, re.Pattern[str]], ...] = tuple(
    (kind, re.compile(rf"(?<![\w/.])(?:{pattern})", re.IGNORECASE))
    for kind, pattern in (
        (OpportunityKind.RESEARCH, r"ph\.?\s?d\.?[- ]?(?:stipend\w*|student\w*|stilling\w*|projekt\w*|position|fellow\w*|stip\w*|studerende|candidate|tjänst\w*)?(?!\w)|"
         r"doktorand\w*|doctoral (?:student|candidate|position|fellow)\w*|postdo[ck]\w*|post-doc\w*|stipendiat(?:stilling)?\w*|forskningsassistent\w*|forskningsingeniør\w*|forsknings?ingenjör\w*|"
         r"research (?:assistant|associate|fellow|engineer|scientist|position)s?|forsker(?:stilling|e)?(?!\w)|forskare(?!\w)|videnskabelig assistent\w*"),
        (OpportunityKind.APPRENTICESHIP, r"lærling(?:e|er|en|eplads\w*|plass\w*|estilling\w*)?(?!\w)|lärling(?:ar|splats\w*|stjänst\w*)?(?!\w)|apprentice(?:s|ship\w*)?(?!\w)|elevplads\w*|elevstilling\w*"),
        (OpportunityKind.THESIS, r"speciale(?:studerende|projekt\w*|samarbejde\w*|skriv\w*|emne\w*|st\w*)?(?!\w)|afgangsprojekt\w*|bachelorprojekt\w*|bachelor(?:opgave|oppgave)\w*|kandidatspeciale\w*|masteroppg\w*|"
         r"masterprosjekt\w*|hovedoppgaven?(?!\w)|exjobb\w*|examensarbete\w*|examensjobb\w*|(?:master(?:['’]?s)?|bachelor(?:['’]?s)?|degree|diploma)[- ](?:thes[ie]s|project|dissertation)\w*|thesis (?:project|student|work|position|worker|proposal)s?|thesis(?!\w)"),
        (OpportunityKind.INTERNSHIP, r"praktik(?:ant\w*|plads\w*|plats\w*|ophold\w*|stilling\w*|forløb\w*|job|period\w*|tjänst\w*)?(?!\w)|ingeniørpraktik\w*|virksomhedspraktik\w*|studiepraktik\w*|LIA(?:[- ]?(?:praktik\w*|plats\w*|student\w*|period\w*))(?!\w)|"
         r"praksisplass\w*|praksisstudent\w*|internship(?:s|stilling\w*|plass\w*)?(?!\w)|interns?(?=\s*(?:$|[-–,:(/|!.?]|at\b|in\b|for\b|to\b|who\b|with\b))|(?:work|industrial) placement"),
        (OpportunityKind.STUDENT_JOB, r"studiejob\w*|studenterjob\w*|studentjobb?\w*|studentermedhjælper\w*|studentermedarbejder\w*|studiestilling\w*|studentmedarb\w*|ingeniørstuderende|studerende til|student(?:er)? til|"
         r"deltidsjobb? for student\w*|extrajobb\w*|ekstrajobb\w*|sommerjobb?\w*|sommarjobb\w*|sommervikar\w*|sommarvikar\w*|summer (?:job|student|position)s?|student (?:assistant|worker|helper|job|position|employee|developer|engineer)s?|studentassistent\w*|working student"),
        (OpportunityKind.GRADUATE_JOB, r"graduate(?:[- ]?(?:program\w*|stilling\w*|position|engineer|job|role|scheme|trainee|forløb\w*))|trainee(?:s|program\w*|stilling\w*|tjänst\w*|forløb\w*|plads\w*)?(?!\w)|"
         r"(?:nyuddannet|nyuddannede|nyutdannet|nyutdannede|nyutexaminerad|nyutexaminerade|newly graduated|recent graduate)s?(?!\w)"),
        (OpportunityKind.TEACHING, r"(?:adjunkt|lektor|undervis(?:er|ere|ningsassistent\w*)|lärare|lærere?|lærar|lecturers?|teach(?:er|ing assistant)s?|universitetslektor|universitetslærer|universitetsadjunkt|högskoleadjunkt|gästlärare|gæstelærer|yrkeslärare|faglærer|professor)(?!\w)"),
        (OpportunityKind.PROJECT, r"studenterprojekt\w*|studieprojekt\w*|studentprosjekt\w*|studentprojekt\w*|semesterprojekt\w*|prosjektoppgave\w*|projektarbete i kurs|student projects?|semester projects?|"
         r"projektsamarbejde med studerende|case[- ](?:samarbejde|competition|arbejde)\w*|capstone\w*"),
    )
)  # fmt: skip
JOB = re.compile(
    r"\b(?:fastansæt\w*|fast (?:stilling|ansettelse|ansættelse|anställning|jobb?)|faste stillinger|(?:fast|ledig) stilling|tillsvidare\w*|tills vidare|permanent (?:position|contract|employment|role|job)|"
    r"full[- ]time (?:position|job|role|employment)|fuldtids(?:stilling|job|ansæt\w*)|heltids(?:stilling|tjänst|anställning|jobb)|\d{1,3} ?% (?:fast )?stilling|vikariat\w*|visstidsanställning\w*)\b",
    re.IGNORECASE,
)
WANTED = re.compile(
    r"\b(?:søger|søges|søker|söker|sökes|søkes|seeks?|seeking|looking for|wanted|hiring|tilbyder|tilbyr|erbjuder|offers?|offering|open for|apply for|ansøg\w*|ledig\w*|opslår|"
    r"ønsker|önskar|want|would like|interested in|interesseret i|interessert i|intresserad av|vil gerne|ska göra|skal skrive|skal lave|stilling\w*|position|plads|plats|as an?|som|this|denne|dette|"
    r"den här|detta|du bliver|du blir|in your|i din|periode?|length|duration|varighed|varighet)\b",
    re.IGNORECASE,
)
SEEKS = re.compile(r"\b(?:søger|søker|söker|seeks?|seeking|looking for|hiring)\b", re.IGNORECASE)
ALSO = re.compile(r"\b(?:også|också|also|både|both|eller|or|erfar\w+|experienced)\b", re.IGNORECASE)
EXPERIENCE = re.compile(
    r"erfaring|erfarenhet|experience|uddannelse|utdanning|utbildning|education|degree|exam|grad (?:i|innen)|has been|har været|studied|vejlede|veilede|handleda|supervis|samarbejde med|together with|tidligere|tidigare|previous|cand\.|"
    r"master(?:'s)? (?:degree|in)|or (?:similar|equivalent)",
    re.IGNORECASE,
)
CV_ROLES = frozenset({Role.TITLE, Role.PERSONAL, Role.OTHER, Role.CONTACT})
AD_SILENT = frozenset({Role.COMPANY, Role.DIVERSITY, Role.CONTACT})
MENTION = {
    Role.OFFER: 0.5,
    Role.OTHER: 0.5,
    Role.TASK: 0.45,
    Role.APPLICATION: 0.45,
    Role.REQUIREMENT: 0.35,
}


def find_kind(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    The kind an ad offers, at most one a passage, or every kind that a person looks for.

    The title says it (.95); elsewhere a sentence that offers or seeks it (.8). An ad whose only sign is a
    form of employment is a job (.6); experience from an internship is none.
    """
    in_cv = document.kind is DocumentKind.CV
    if passage.role not in CV_ROLES if in_cv else passage.role in AD_SILENT:
        return
    lower = text.lower()
    named = _named(text, passage, in_cv=in_cv) if any(sign in lower for sign in SIGNS) else iter(())
    if in_cv:
        yield from named
        return
    first = next(named, None)
    job = JOB.search(text) if first is None and any(sign in lower for sign in JOB_SIGNS) else None
    if first:
        yield first
    elif job:
        yield fact_at(Kind(OpportunityKind.JOB), passage, job.start(), job.end(), 0.6)


def _named(text: str, passage: Passage, *, in_cv: bool) -> Iterator[Fact]:
    for kind, pattern in PATTERNS:
        match = pattern.search(text)
        sure = _sure(text, match, passage, kind, in_cv=in_cv) if match else 0.0
        if match and sure:
            yield fact_at(Kind(kind), passage, match.start(), match.end(), sure)


def _sure(text: str, match: re.Match[str], passage: Passage, kind: OpportunityKind, *, in_cv: bool) -> float:
    """Confidence that the kind is what is offered, not what somebody did before or works beside."""
    if in_cv:
        return (
            0.8
            if WANTED.search(text[max(0, match.start() - 60) : match.end()]) and not EXPERIENCE.search(text)
            else 0.0
        )
    if passage.role is Role.TITLE:
        return 0.95
    if EXPERIENCE.search(text[max(0, match.start() - 50) : match.end() + 40]):
        return 0.0
    before = text[max(0, match.start() - 50) : match.start()]
    if kind is OpportunityKind.TEACHING:  # other people's teachers are in many sentences
        return 0.55 if SEEKS.search(before) else 0.0
    if kind is OpportunityKind.GRADUATE_JOB and match[0].lower().startswith(("ny", "new", "recent")):
        return 0.45 if SEEKS.search(before) and not ALSO.search(text) else 0.0
    mentioned = MENTION.get(passage.role, 0.0)
    return (
        0.8 if mentioned and WANTED.search(text[max(0, match.start() - 50) : match.end() + 25]) else mentioned
    )

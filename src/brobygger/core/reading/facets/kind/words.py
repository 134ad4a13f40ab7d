"""Words that tell the kind of an opportunity, in Danish, Bokmål, Swedish and English."""

from __future__ import annotations

import re

from brobygger.core.reading.data import OpportunityKind
from brobygger.core.reading.folding import folded
from brobygger.core.reading.signs import Signs

# One of these (lower case) stands in every passage that names a kind, or a job: cheap tests before the patterns.
SIGNS = Signs((
    "prak", "intern", "trainee", "speciale", "exjobb", "examensarb", "master", "bachelor", "hovedoppg", "thesis", "student", "stud", "extrajobb", "sommer",
    "sommar", "summer", "graduate", "nyuddan", "nyutdan", "nyutex", "ph.d", "phd", "doktorand", "stipend", "postdo", "forsk", "research", "professor", "lektor",
    "undervis", "lärare", "lærer", "lärling", "teach", "lecturer", "lærling", "elevplads", "appren", "projekt", "prosjekt", "project", "case", "elev", "first job", "første job", "första job", "pedagog", "pædagog", "formidler", "vikarl", "challenge",
))  # fmt: skip
JOB_SIGNS = Signs((
    "fast", "stilling", "vidare", "permanent", "full-time", "full time", "heltid", "fuldtid", "vikar", "anställning", "tjänst", "ansæt", "ansett", "job",
    "tiltr", "tillträ", "overenskomst", "tariff", "kollektivavtal", "pension", "pensjon", "37", "40 tim", "40 hours",
))  # fmt: skip

# Kinds by their words, the more particular first: a PhD student is no student job, a master's thesis no internship.
PATTERNS: tuple[tuple[OpportunityKind, re.Pattern[str]], ...] = tuple(
    (kind, folded(rf"(?<![\w/.])(?:{pattern})"))
    for kind, pattern in (
        (OpportunityKind.RESEARCH, r"ph\.?\s?d\.?[- ]?(?:stipend\w*|student\w*|stilling\w*|projekt\w*|position|fellow\w*|stip\w*|studerende|candidate|tjänst\w*)?(?!\w)|"
         r"doktorand\w*|doctoral (?:student|candidate|position|fellow)\w*|postdo[ck]\w*|post-doc\w*|stipendiat(?:stilling)?\w*|forskningsassistent\w*|forskningsingeniør\w*|forsknings?ingenjör\w*|"
         r"research (?:assistant|associate|fellow|engineer|scientist|position)s?|forsker(?:stilling|e)?(?!\w)|forskare(?!\w)|videnskabelig assistent\w*"),
        (OpportunityKind.APPRENTICESHIP, r"\w*lærling(?:e|er|en|eplads\w*|plass\w*|estilling\w*)?(?!\w)|\w*lärling(?:ar|splats\w*|stjänst\w*)?(?!\w)|\w*(?:tekniker|mekaniker|montør|elektriker|laborant|operatør|montör|operatör)-?elev(?!\w)|apprentice(?:s|ship\w*)?(?!\w)|elevplads\w*|elevstilling\w*"),
        (OpportunityKind.THESIS, r"(?<!som )speciale(?:studerende|projekt\w*|samarbejde\w*|skriv\w*|emne\w*|st\w*)?(?!\w)|afgangsprojekt\w*|bachelorprojekt\w*|bachelor(?:opgave|oppgave)\w*|kandidatspeciale\w*|masteroppg\w*|"
         r"masterprosjekt\w*|hovedoppgaven?(?!\w)|exjobb\w*|examensarbete\w*|examensjobb\w*|(?:master(?:['’]?s)?|bachelor(?:['’]?s)?|degree|diploma)[- ](?:thes[ie]s|project|dissertation)\w*|thesis (?:project|student|work|position|worker|proposal)s?|thesis(?!\w)"),
        (OpportunityKind.INTERNSHIP, r"praktik(?:ant\w*|plads\w*|plats\w*|ophold\w*|stilling\w*|forløb\w*|job|period\w*|tjänst\w*)?(?!\w)|ingeniørpraktik\w*|virksomhedspraktik\w*|studiepraktik\w*|LIA(?:[- ]?(?:praktik\w*|plats\w*|student\w*|period\w*))(?!\w)|"
         r"praksis(?:plass|student|opphold|periode)\w*|(?:sommer|semester|bedrifts|ingeniør|studie)-?(?: og \w+)?praksis(?!\w)|internship(?:s|stilling\w*|plass\w*)?(?!\w)|interns?(?=\s*(?:$|[-–,:(/|!.?]|at\b|in\b|for\b|to\b|who\b|with\b))|(?:work|industrial) placement"),
        (OpportunityKind.STUDENT_JOB, r"studiejob\w*|studenter(?:job|medhjælp|medarbejd|udvikl|program|ingeniør|assisten)\w*|studentjobb?\w*|studiestilling\w*|studentmedarb\w*|ingeniørstuderende|studerende til|student(?:er)? til|"
         r"deltidsjobb? for student\w*|extrajobb\w*|ekstrajobb\w*|sommerjobb?\w*|sommarjobb\w*|sommervikar\w*|sommarvikar\w*|summer (?:job|student|position)s?|student (?:assistant|worker|helper|job|position|employee|developer|engineer)s?|studentassistent\w*|working student"),
        (OpportunityKind.GRADUATE_JOB, r"graduate(?=\s*[:–,-])|(?:first|første|första) (?:job|jobb|jobbet|ingeniørjobb?)(?!\w)|graduate(?: [\w&]+){1,3}?(?: (?:engineer|scientist|developer|analyst|consultant|designer|technician|manager|specialist))(?!\w)|graduate(?:[- ]?(?:program\w*|stilling\w*|position|engineer|job|role|scheme|trainee|forløb\w*))|trainee(?:s|program\w*|stilling\w*|tjänst\w*|forløb\w*|plads\w*)?(?!\w)|"
         r"(?:nyuddannet|nyuddannede|nyutdannet|nyutdannede|nyutexaminerad|nyutexaminerade|newly graduated|recent graduate)s?(?!\w)"),
        (OpportunityKind.TEACHING, r"(?:adjunkt|lektor|undervis(?:er|ere|ningsassistent\w*)|lärare|lærere?|lærar|lecturers?|teach(?:er|ing assistant)s?|universitetslektor|universitetslærer|universitetsadjunkt|högskoleadjunkt|gästlärare|gæstelærer|yrkeslärare|faglærer|professor|pedagog|pædagog|formidler i|lærervikar|vikarlærer)(?!\w)"),
        (OpportunityKind.PROJECT, r"studenterprojekt\w*|studieprojekt\w*|studentprosjekt\w*|studentprojekt\w*|semesterprojekt\w*|prosjektoppgave\w*|projektarbete i kurs|student projects?|semester projects?|"
         r"projektsamarbejde\w*|virksomhedsprojekt\w*|bedriftsprosjekt\w*|projektkurs\w*|studentoppdrag\w*|(?:challenge|project) for (?:\w+ )?students?|student (?:teams?|challenge)s?|case[- ](?:samarbejde|competition|arbejde)\w*|capstone\w*"),
    )
)  # fmt: skip
JOB = folded(
    r"\b(?:fastansæt\w*|fast (?:stilling|ansettelse|ansættelse|anställning|jobb?)|(?:faste|ledige) stillinger|lediga tjänster|(?:fast|ledig) stilling|tillsvidare\w*|tills vidare|permanent (?:position|contract|employment|role|job)|"
    r"full[- ]time (?:position|job|role|employment)|fuldtids(?:stilling|job|ansæt\w*)|heltids(?:stilling|tjänst|anställning|jobb)|\d{1,3} ?% (?:fast )?stilling|vikariat\w*|visstidsanställning\w*)\b",
)
LIKELY_JOB = folded(  # terms of ordinary employment; students' placements have them too, but name their kind
    r"\b(?:37(?:[.,]5)? (?:timer|hours)|40 (?:timmar|hours)|tiltrædelse|tiltredelse|tillträde|overenskomst\w*|tariffavtale\w*|kollektivavtal\w*|pension\w*|pensjon\w*|tjänstepension\w*|"
    r"stillingen er|tjänsten är|ansættelsesvilkår|ansettelsesvilkår|anställningsvillkor)\b",
)
WANTED = folded(
    r"\b(?:søger|søges|søker|söker|sökes|søkes|seeks?|seeking|looking for|wanted|hiring|tilbyder|tilbyr|erbjuder|offers?|offering|open for|apply for|ansøg\w*|ledig\w*|opslår|"
    r"ønsker|önskar|want|would like|interested in|interesseret i|interessert i|intresserad av|vil gerne|ska göra|skal skrive|skal lave|stilling\w*|position|plads|plats|as an?|som|this|denne|dette|"
    r"den här|detta|du bliver|du blir|in your|i din|periode?|length|duration|varighed|varighet)\b",
)
SEEKS = folded(r"\b(?:søger|søker|söker|seeks?|seeking|looking for|hiring)\b")
ALSO = folded(r"\b(?:også|också|also|både|both|eller|or|erfar\w+|experienced)\b")
EXPERIENCE = folded(
    r"erfaring|erfarenhet|experience|uddannelse|utdanning|utbildning|education|degree|exam|grad (?:i|innen)|ha[rd]?(?:de|ft)? (?:haft|hatt|had) |\bhade en|\bhaft en|had an? |\bmed (?:en )?(?:god|godt|relevant|relevante) |\b(?:ikke|inte|not) (?:\w+ )?(?:som|as) |has been|har været|studied|vejlede|veilede|handleda|supervis|samarbejde med|together with|tidligere|tidigare|previous|cand\.|"
    r"master(?:'s)? (?:degree|in)|or (?:similar|equivalent)",
)

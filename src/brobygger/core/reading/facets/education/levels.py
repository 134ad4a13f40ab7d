"""
Words for levels of education, as levels of the European Qualifications Framework.

The national qualifications are placed as the referencing reports of Denmark (2011), Norway (2014) and Sweden (2016)
place them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import telling

# The first that fits wins; the words of `LANGUAGE` mean a level in that language only.
TABLE: tuple[tuple[int, str], ...] = (
    (8, r"(?:erhvervs-?|industri-?)?\bph\.? ?d(?:['’]?s)?\b\.?(?:-grad\w*)?|eqf[- ]?(?:level |nivå |niveau )?8\b|doktorgrad\w*|doktorsexamen|doktorseksamen|doctorate|doctoral degree|doctor of \w+|doctorat\b|dottorato|dou?torado|doutoramento|dr\.-ing\.?|disputerad|licentiat\w*"),
    (6, r"kandidatexamen|kandidatprogram\w*"),  # Swedish: the first degree
    (5, r"kort(?:ere)? videregående|kvu\b"),
    (6, r"mellemlang(?:e)? videregående|mvu\b"),
    (7, r"lang(?:e|ere)? videregående|lvu\b"),
    (7, r"diplomingenjör\w*|diplom-?ingenieur(?:in)?\b(?! ?\(fh\))|diplomi-insinööri|(?:mgr|magister) inż\w*\.?|diplom-(?:physik|chemi|informatik|biolog|kauf|mathemati|geolog)\w*|staatsexamen|laurea specialistica"),
    (6, r"\w+ \(yh\)(?=,? [^\n]{0,60}yrkeshögskolan [a-zåäö])|yrkeshögskolan (?:novia|arcada|centria|metropolia|savonia|turku|haaga)|\bAMK\b|ammattikorkeakoulu\w*|diplom-?ingenieur(?:in)? ?\(fh\)|\binginer\b|insinööri\b"),
    (6, r"professionsbachelor\w*|\bpba\b|prof\.? ?bach\w*\.?|(?-i:B\.A\.|BA|BBA|B\. ?Com|HA)(?= (?:in|i|of|almen|\())|bacharel\w*|licencjat\w*|bakal[aá]\w+|\bgrado en\b|\blicențiat\w*|högskole-(?=\s?(?:eller|och|/))|høgskole-(?=\s?(?:eller|og|/))|diplom-(?=\s?(?:eller|og))|examen på grundnivå|dipl\.?-? ?ing\.? ?\(fh\)|(?-i:B\. ?E\.|B\. ?Tech|BTech|BEngg?)|\blicenciatura\b|\blaurea(?! magistrale)(?: triennale)?\b|\bingenier[oa](?! civil)\b|\bbacc\.|\binżynier\b|\binż\.|\blisans\b|\blicence\b(?= (?:en|de)\b)|eqf[- ]?(?:level |nivå |niveau )?6\b|(?:level|nivå|niveau) 6 (?:qnq|eqf|nqf|seqf)|bachelor(?!s?[- ]?(?:projekt|prosjekt|opgave|oppgave|thesis|uppsats))\w*(?:['’´`\x92]s)?|(?-i:B\.? ?[Ss]c|B\.? ?Eng)\b\.?"
        r"|diplomingeniør\w*|diplom-?ing\b|høgskoleingeniør\w*|høyskoleingeniør\w*|högskoleingenjör\w*|ingeniørhøgskole\w*"
        r"|högskoleexamen|bygningskonstruktør\w*|\w*vetenskaplig examen|teknisk examen|undergraduate degree|(?:3|tre)-årig høgskole\w*|treårig högskole\w*"),
    (7, r"examen på avancerad nivå|(?-i:M\.A\.|MA|MPhil)(?= (?:in|i|of|\())|mastersnivå|(?:integreret|integrert|integrated|integrerad) master\b|dipl\.?-? ?ing(?:enieur(?:in)?)?\b\.?(?! ?\(fh\))|\bmestrado\b(?: integrado)?|\bmaestr[ií]a\b|\bmáster\b|\blaurea magistrale\b|\bmgr\b\.?(?: inż\.?)?|\bingenier[oa] civil\b|(?-i:M\. ?E\.|M\. ?Tech|MTech)|\byüksek lisans\b|diplôme d['’]ingénieur|eqf[- ]?(?:level |nivå |niveau )?7\b|(?:level|nivå|niveau) 7 (?:qnq|eqf|nqf|seqf)|civil-(?=\s?(?:eller|og|och|or|/))|civilingeniør\w*|sivilingeniør\w*|civilingenjör\w*|siv\.? ?ing\b\.?|civ\.? ?ing\b\.?|cand\.? ?(?:scient|polyt|merc|mag|jur|med|oecon|soc|psych|pharm|agro|techn|it)\b\.?(?: ?(?:pol|vet|adm|soc|san|aud|ing)\b\.?)?|cand\. ?[a-zæøå]+\b\.?(?: ?[a-z]+\.)?|kandidatuddann\w+|kandidatgrad\w*|kandidatniveau|kandidatstuder\w+"
        r"|\Amaster(?=, )|magister\w*|hovedfag\w*|(?<=bachelor og )kandidat\b|(?<=bachelor eller )kandidat\b|(?<=bachelor- og )kandidat\b|masteruddann\w+|masterutdann\w+|mastergrad\w*|master(?:s)?(?:examen|eksamen|nivå|niveau|program\w*|stud\w+)"
        r"|(?<!scrum )(?<!web)\bmaster(?:['’´`\x92]s|s)?(?: degree| level| education| studies| programme?(?! manager)| i\b| in\b| of (?:science|engineering|technology|arts|business|laws?|philosophy|education|public|social|architecture|fine)| eller\b| or\b)|(?:bachelor\w*|bsc) (?:eller|or|og|and|/) (?:en )?master\b"
        r"|(?-i:M\.? ?[Ss]c|M\.? ?Eng)\b\.?|\bmba\b|(?:postgraduate|advanced|graduate) degree"),
    (5, r"eqf[- ]?(?:level |nivå |niveau )?5\b|(?:level|nivå|niveau) 5 (?:qnq|eqf|nqf|seqf)|erhvervsakadem\w*|akademiuddann\w+|\bap[- ](?:degree|graduate|grad\w*|uddannelse)|datamatiker\w*|produktionsteknolog(?!i)\w*|autoteknolog(?!i)\w*|el-?installatør\w*|yrkeshögskol\w*|\byh\b[- ]?\w*|fagskole\w*"
        r"|kolegija|\bbts\b|\bdut\b|técnico superior|tecnico superiore|staatlich geprüfter? \w+|meister(?:brief|prüfung)|kvalificerad yrkesutbildning|ky-utbildning\w*|higher national (?:diploma|certificate)|\bhnd\b|foundation degree|associate degree|eftergymnasial\w*|higher vocational|(?:bygge|maskin|laborato\w+)tekniker(?:uddannelse)?\b"),
    (4, r"eqf[- ]?(?:level |nivå |niveau )?4\b|(?:level|nivå|niveau) 4 (?:qnq|eqf|nqf|seqf)|\bvg ?3\b|montørsertifikat\w*|(?:industritekniska |el- och energi|bygg- och anläggnings|fordons- och transport|vvs- och fastighets|vård- och omsorgs|barn- och fritids)programmet|(?:fordons|industri|teknik|natur(?:vetenskaps?|bruks)|samhälls(?:vetenskaps?)?|ekonomi|el|bygg|omvårdnads|handels|hantverks|livsmedels|restaurang|barn- och fritids)program(?:met)?\b|(?:estetiska|humanistiska|naturvetenskapliga|samhällsvetenskapliga|tekniska) programmet|håndværksuddann\w+|håndverksutdann\w+|bacalaureat|baccalauréat|\bmatura\b|\blice(?:ul|um)\b|\btechnikum\b|szkoła zawodowa|\blyc[ée]e\b|bachillerato|gesellenbrief|berufsausbildung|facharbeiter\w*|yrkesskole\w*|vocational diploma|\beud\b|\beux\b|erhvervsuddann\w+|erhvervsfaglig\w*|sven(?:de|ne)brev\w*|svendeprøve\w*|faglært\w*|fagbrev\w*|fagutdann\w+|fagprøve\w*|yrkesfag\w*|yrkesbevis|yrkesexamen|gymnasie(?!l[äæe]|arb)\w*|gymnasial\w*"
        r"|gymnasium|studentereksamen|\b(?:htx|stx|hhx)\b|hf-eksamen|videregående (?:skole|opplæring)|videregåande|studiekompetanse|upper[- ]secondary|secondary school|high[- ]school"
        r"|vocational (?:training|education|qualifications?|degree|certificate|school)|a-levels?|\babitur\b|student(?:examen|en \d{4}|bevis)|studentspróf|ylioppilas\w*|lukio|studiespesialiser\w*|allmennfag\w*|studieforberedende|\bliceo(?: \w+)?|maturit[àa]\w*|gimna[sz]\w+|international baccalaureate|ensino médio|liceul?\b|ammattikoulu\w*|ammattitutkinto|(?:3|tre)[- ]?år(?:ig|s)? gymnasi\w+|hovedforløb\w*|lærlinge?udd\w*|\bausbildung(?: zum| zur| als)?\b|\btechnik (?=elektr|mechan|budow|inform|mechatr|ekonom)|berufsschule|\blehre als\b|técnico (?:em|en)\b|\bbac pro\b|(?-i:CAP|BEP)(?= )|\bnvq(?: level)? 3\b|city (?:&|and) guilds|\bmbo\b|technical (?:high|secondary|upper secondary) school|vocational (?:college|upper)|yrkesgymnas\w*|svenneprøve\w*|praksiskandidat(?:er)?\b|certificate of apprenticeship|journeyman\w*|trade certificate|craft certificate|skilled worker certificate|apprenticeship certificate"),
    (3, r"kvalifiseringsbevis|eqf[- ]?(?:level |nivå |niveau )?3\b"),
    (2, r"folkeskolen?s? (?:afgangs\w+|9\.|10\.)|grundskole|grunnskole\w*|grundskol(?:a|e\w*)|ungdomsskole|lower secondary|(?:9|10|ninth|tenth|niende|tiende)(?:\.|th)? ?(?:class|grade|klasse|klass)\b|årskurs 9|niårig\w* grund\w+|gcses?\b"),
    (6, r"university degree|college degree|academic degree|engineering degree|(?<!limited )(?<!high )(?<!higher )(?<!large )(?<!certain )(?<!some )(?<!of a )degree\b(?! of\b)|universitetsgrad|universitetsexamen|universitetsutdann\w+|universitetsuddann\w+|universitets- (?:og|eller|och) \w+"
        r"|høyere utdann\w+|högskoleutb\w+|høgskoleutd\w+|høyskoleutd\w+|akademisk (?:uddann|utdann|utbild|examen|grad)\w*"),
)  # fmt: skip
LANGUAGE: dict[str, tuple[tuple[int, str], ...]] = {
    "da": ((7, r"\Akandidat(?=, )|kandidat(?:en)?(?= (?:i|fra|inden|med en|eller)\b)|(?<=eller )kandidat\b|kandidat(?=/)"), (6, r"videregående uddann\w+"), (4, r"\bhf\b(?=[,. (]|$)")),
    "nb": ((4, r"videregående(?: utdann\w+)?\b"),),
}  # fmt: skip
TRAINED = folded(r"(?:uddannet|utdannet|utbildad|utdanna|examen som|eksamen som|uddannelse som|utdanning som|utbildning som)\s+(?:\w+\s+){0,2}?$")  # fmt: skip
ENGINEER = folded(r"\b\w*(?:ingeniør|ingenjör)\b")
ENROLLED = folded(
    r"\b(?:enrolled (?:in|on)|admitted to|(?:in|on) an? (?:relevant )?|studerar på|studerer på|går på|tatt opp på|optaget på)\s?(?:an?\s|the\s|en\s|et\s|ett\s)?$"
)
NOT_THE_APPLICANT = folded(  # who follows the word studies, writes, sits or is paid
    r"\s*[-’']?\s*(?:students?|studenter|studerende|positions?|stilling\w*|stipend\w*|fellow\w*|scholar\w*|research|candidates?|guide|school|stud(?:y|ies)\b|certificate|staff|supervis\w*|degree (?:students?|programme)|projekt\w*|project\w*|thesis|theses|kandidat(?:er|en)\b|programm?e?\b|opgave\w*|oppgave\w*)",
)


@dataclass(frozen=True, slots=True)
class LevelWord:
    eqf: int
    start: int
    end: int
    sure: float = 0.9
    field: str | None = None  # of a title that says it too: "socionomexamen"


def _compiled(table: tuple[tuple[int, str], ...]) -> re.Pattern[str]:
    groups = "|".join(rf"(?P<n{number}>{words})" for number, (_, words) in enumerate(table))
    # not folded: "MSc" and "MSC" differ
    return re.compile(rf"\b(?:{groups})(?: degree\b(?! of\b))?", re.IGNORECASE)


TABLES = {code: (*LANGUAGE.get(code, ()), *TABLE) for code in ("da", "nb", "")}
PATTERNS = {code: _compiled(table) for code, table in TABLES.items()}
CHEAP = {code: telling(words for _, words in table) for code, table in TABLES.items()}


def levels_in(text: str, language: str) -> list[LevelWord]:
    """Every level named in a passage, in order. "Kandidat" is a degree in Danish and a person elsewhere."""
    lower = fold(text)
    code = language if language in TABLES else ""
    signs, rest = CHEAP[code]
    found = [
        LevelWord(
            TABLES[code][int(match.lastgroup[1:])][0], match.start(), match.start() + len(match[0].rstrip())
        )
        for match in (PATTERNS[code].finditer(text) if signs.stand_in(lower) or rest.search(lower) else ())
        if match.lastgroup
        and (
            not NOT_THE_APPLICANT.match(lower, match.end())
            or ENROLLED.search(lower, max(0, match.start() - 30), match.start())
        )
    ]
    for match in ENGINEER.finditer(lower):
        trained = TRAINED.search(lower, max(0, match.start() - 40), match.start())
        if trained and not any(one.start <= match.start() < one.end for one in found):
            # an engineer of unnamed degree has three years of study at least
            found.append(LevelWord(6, match.start(), match.end(), 0.7))
    return sorted(found, key=lambda one: one.start)

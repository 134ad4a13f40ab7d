"""
Titles that one bears only after a certain education, as that education's level and field.

A title counts as an education where the text treats it so: "socionomexamen", "uddannet maskinmester", a list of
trainings of which one is enough. Else it is an occupation, and read as such elsewhere.
"""

from __future__ import annotations

import re

from brobygger.core.reading.data import DocumentKind, Role
from brobygger.core.reading.facets.education.levels import TRAINED, LevelWord
from brobygger.core.reading.folding import folded

# The degree that the title stands for in Denmark, Norway or Sweden; the first that fits wins.
TABLE: tuple[tuple[int, str, str], ...] = (
    (7, "0916", r"apotekar\w*|farmaceut\w*|farmasøyt\w*"),
    (7, "0912", r"läkar(?:e|ex\w+|utb\w+)|læge\w*|lege(?:utd\w+)?\b"),
    (7, "0313", r"psykolog\w*"),
    (6, "0914", r"bioingeniør\w*|biomedicinsk\w* analytiker\w*|bioanalytiker\w*|radiograf\w*|röntgensjuksköterske\w*"),
    (6, "0913", r"sjuksköterske\w*|sjuksköterska|sygeplejerske\w*|sykepleier\w*"),
    (6, "0915", r"fysioterapeut\w*|ergoterapeut\w*|arbetsterapeut\w*"),
    (6, "0923", r"socionom\w*|socialrådgiver\w*|sosionom\w*|barnevernspedagog\w*|vernepleier\w*"),
    (6, "0112", r"förskollärar\w*|barnehagelærer\w*|pædagoguddann\w+"),
    (6, "0114", r"yrkeslärar\w*|ämneslärar\w*|gymnasielärar\w*|faglærer\w*|yrkesfaglærer\w*"),
    (6, "0113", r"grundskollärar\w*|grunnskolelærer\w*|folkeskolelærer\w*|lärarex\w+|lærerutd\w+|læreruddann\w+"),
    (6, "0715", r"maskinmester\w*|maskiningeniør\w*|maskiningenjör\w*|maskinkonstruktør\w*"),
    (6, "0711", r"kemiingeniør\w*|kjemiingeniør\w*|kemiingenjör\w*|procesingeniør\w*|prosessingeniør\w*|processingenjör\w*"),
    (6, "0713", r"stærkstrømsingeniør\w*|elkraftingeniør\w*|elkraftsingenjör\w*|energiingeniør\w*|energiingenjör\w*|elektroingeniør\w*"),
    (6, "0714", r"svagstrømsingeniør\w*|elektronikingeniør\w*|elektronikkingeniør\w*|elektronikingenjör\w*|automasjonsingeniør\w*|automationsingenjör\w*"),
    (6, "0613", r"dataingeniør\w*|softwareingeniør\w*|dataingenjör\w*|systemvetar\w*"),
    (6, "0732", r"byggingeniør\w*|bygningsingeniør\w*|byggnadsingenjör\w*|byggingenjör\w*|bygningskonstruktør\w*"),
    (6, "07", r"eksportingeniør\w*|ingeniørutd\w+|ingeniøruddann\w+|ingenjörs(?:ex|utb)\w+"),
    (5, "0714", r"automationsteknolog(?!i)\w*|it-teknolog(?!i)\w*"),
    (5, "0711", r"procesteknolog(?!i)\w*|laborant\w*|laboratory technicians?|kemotekniker\w*"),
    (5, "0713", r"energiteknolog(?!i)\w*|(?:el-?)?installatør\w*"),
    (5, "0715", r"produktionsteknolog(?!i)\w*"),
    (4, "0922", r"barnskötar\w*|fritidsledar\w*|barne- og ungdomsarbeider\w*"),
    (4, "0921", r"undersköterske\w*|undersköterska|helsefagarbeider\w*|social- og sundhedsassistent\w*"),
    (4, "0713", r"elektriker(?:e|utd\w+|uddann\w+|utb\w+)?\b|energimontør\w*|elmontør\w*|elmontör\w*"),
    (4, "0714", r"automatiker(?:e)?\b|automatiktekniker\w*|elektroniktekniker\w*|mekatroniktekniker\w*|mekatroniker\w*"),
    (4, "0715", r"industrimekaniker\w*|industritekniker\w*|(?:klejn)?smed(?:e|euddann\w+)?\b|sveiser(?:e)?\b|svejser(?:e)?\b|svetsare\b|cnc-operat(?:ør|ör)\w*|platearbeider\w*"),
)  # fmt: skip
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
TITLE = folded(
    r"\b(?:" + "|".join(rf"(?P<n{number}>{words})" for number, (_, _, words) in enumerate(TABLE)) + ")"
)
TITLE_SIGNS = (  # one of these stands in every title of the table
    "apotek farmac farmas läkar læge lege psykolog ingeniør ingenjör analytiker radiograf sköterska sköterske plejer pleier terapeut socionom sosionom rådgiver"
    " pedagog pædagog lärar lærer mester konstruktør vetar teknolog laborant technician tekniker installatør skötar ledar arbeider assistent elektriker montør montör"
    " automatiker mekatron mekaniker smed sveiser svejser svetsare operatør operatör"
).split()
AS_STUDY = folded(r"\w*(?:examen|eksamen|utbildning|uddannelse|utdanning|utdannelse)\w*")
BECOMING = folded(  # right before a title, or the list that it stands in
    r"(?:\b(?:study(?:ing)? to become|studies to become|(?:läser|studerar|utbildar dig) till|læser til|utdanner deg til|uddanner dig til|examen som|eksamen som|år på|certificate as|sertifikat som|diploma as|certifikat som|brev som)"
    r"|(?:uddannelse|utdanning|utdannelse|utbildning|uddannet|utdannet|utbildad|examen|eksamen|education)(?: som| til| till| as)?\s?[:,]?(?:\s(?:exempelvis|eksempelvis|f\.eks\.|t\.ex\.|for eksempel|till exempel|e\.g\.|som))?)\s(?:an?\s|en\s|et\s|ett\s)?$"
)
LIKE = folded(
    r"\b(?:eller (?:lignende|liknande|tilsvarende|motsvarande|tilsv\.?|motsv\.?)|or (?:similar|equivalent)|m\.m\.|eller annen|eller anden|eller annan)\b"
)
BETWEEN = folded(
    r"\s?(?:\([^()]{0,25}\)\s?)?(?:,|/|eller|or|og|och|and|, eller|, or)\s(?:an?\s|en\s|et\s|ett\s)?"
)
WITH_CERTIFICATE = folded(r"[\s-]{0,2}(?:\w+\s)?(?:med|with|,)\s(?:fagbrev|svendebrev|svennebrev|fagskole)")
DEMANDS = frozenset((Role.REQUIREMENT, Role.ADVANTAGE, Role.OTHER))


def titles_in(text: str, role: Role, kind: DocumentKind) -> list[LevelWord]:
    """Titles in a passage (in lower case) that stand for an education, each with its field."""
    matches = list(TITLE.finditer(text))
    in_studies = kind is DocumentKind.CV and role is Role.EDUCATION and YEAR.search(text) is not None
    found: list[LevelWord] = []
    last: re.Match[str] | None = None  # the title before, if it was one that counted
    listed = role in DEMANDS and kind is DocumentKind.AD and LIKE.search(text) is not None
    for number, match in enumerate(matches):
        follows = last is not None and BETWEEN.fullmatch(text, last.end(), match.start()) is not None
        joined = follows or (
            number + 1 < len(matches) and BETWEEN.fullmatch(text, match.end(), matches[number + 1].start())
        )
        before = text[max(0, match.start() - 60) : match.start()]
        if (
            AS_STUDY.fullmatch(match[0])
            or BECOMING.search(before)
            or TRAINED.search(before)
            or follows
            or in_studies
            or (listed and (joined or LIKE.match(text, match.end() + 1)))
        ) and not WITH_CERTIFICATE.match(text, match.end()):
            eqf, field, _ = TABLE[int((match.lastgroup or "n0")[1:])]
            found.append(LevelWord(eqf, *match.span(), 0.8, field))
            last = match
        else:
            last = None
    return found

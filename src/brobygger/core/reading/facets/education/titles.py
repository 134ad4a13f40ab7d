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
from brobygger.core.reading.signs import Signs

# The degree that the title stands for in Denmark, Norway or Sweden; the first that fits wins.
TABLE: tuple[tuple[int, str, str], ...] = (
    (7, "0916", r"apotekar\w*|farmaceut\w*|farmasøyt\w*"),
    (7, "0911", r"tandlæge\w*|tandläkar\w*|tannlege\w*|dentist\b"),
    (7, "0841", r"dyrlæge\w*|veterinær\w*|veterinär\w*|veterinarian\b"),
    (7, "042", r"jurist\w*|advokat(?:er)?\b"),
    (7, "0731", r"arkitekt(?:er|utb\w+|udd\w+|utd\w+)?\b|architect\b"),
    (7, "04", r"siviløkonom\w*|civil[eø]konom\w*"),
    (7, "0912", r"läkar(?:e|ex\w+|utb\w+)|læge\w*|lege(?:utd\w+)?\b"),
    (7, "0313", r"psykolog(?!i)\w*"),
    (6, "0914", r"bioingeniør\w*|biomedicinsk\w* analytiker\w*|bioanalytiker\w*|radiograf(?!i)\w*|röntgensjuksköterske\w*"),
    (6, "0913", r"sjuksköterske\w*|sjuksköterska|sygeplejerske\w*|sykepleier\w*|sygeplejestud\w*|(?:registered |qualified )?nurse\b"),
    (6, "0915", r"fysioterapeut\w*|ergoterapeut\w*|physiotherapist\b|arbetsterapeut\w*"),
    (6, "0923", r"socionom\w*|socialrådgiver\w*|sosionom\w*|barnevernspedagog\w*|vernepleier\w*"),
    (6, "0112", r"förskollärar\w*|barnehagelærer\w*|pædagoguddann\w+"),
    (7, "0114", r"ämneslärar\w*|gymnasielärar\w*"),
    (6, "0114", r"yrkeslärar\w*|faglærer\w*|yrkesfaglærer\w*"),
    (6, "0113", r"grundskollärar\w*|grunnskolelærer\w*|folkeskolelærer\w*|lärarex\w+|lærerutd\w+|læreruddann\w+"),
    (6, "011", r"lærer(?:e|stud\w+)?\b|lärare\b|lärarstud\w+|teacher\b"),
    (6, "0112", r"pædagog(?:er|stud\w+)?\b"),
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
    (5, "0721", r"mejeritekni\w*"),
    (5, "0715", r"produktionsteknolog(?!i)\w*"),
    (4, "0716", r"(?:auto|bil|lastbils?|lastvogns?|personvogns?|landbru[gk]smaskin|lantbruksmaskin|fly|skibs|cykel|sykkel|motorcykel)mekanik\w*|fordonstekniker\w*|flytekniker\w*|bilskade\w*|(?:car|auto|vehicle|truck|motor|aircraft) mechanics?\b|automotive technicians?\b|motormand\b|motormann\b"),
    (4, "0732", r"tømre?r(?:e|svend\w*|udd\w+|fag\w*)?\b|tømmermand\b|snickare\b|byggnadssnickare\b|snekker\b|mure?r(?:e|svend)?\b|murare\b|malersvend\b|rørlegger(?:e)?\b|rørlægger(?:e)?\b|rörmokare\b|vvs-montör\w*|vvs-(?:mont|energi)\w*|stillasbygger\w*|betongarbe\w+|anleggsgartner\w*|carpenters?\b|bricklayers?\b|plumbers?\b|scaffolders?\b|joiners?\b|concrete workers?\b"),
    (4, "0721", r"bagere?\b|bagersvend\w*|bagare\b|bakers?\b|slagtere?\b|slaktere?\b|slaktare\b|butchers?\b|konditor\w*|mejerist\w*|industrislagter\w*"),
    (4, "1013", r"kokk?(?:er|ke)?\b|kock(?:ar)?\b|cooks?\b|servitør\w*"),
    (4, "1012", r"frisøre?r?\b|frisör(?:er)?\b|hairdressers?\b"),
    (4, "0722", r"(?:møbel|maskin)?snedkere?\b|möbelsnickare\b"),
    (4, "0812", r"gartner(?:e|ne)?\b|trädgårdsmästare\b"),
    (4, "0922", r"barnskötar\w*|fritidsledar\w*|barne- og ungdomsarbeider\w*"),
    (4, "0921", r"undersköterske\w*|undersköterska|helsefagarbeider\w*|social- og sundheds\w+|sosu-?(?:assistent|hjælper)\w*|hjelpepleier\w*|omsorgsarbeider\w*"),
    (4, "0713", r"elektriker(?:e|utd\w+|uddann\w+|utb\w+)?\b|energimontør\w*|elmontør\w*|elmontör\w*|electricians?\b|kuldemontør\w*|kølemontør\w*|kylmontör\w*|køletekniker\w*|kyltekniker\w*|vindmølletekn\w+"),
    (4, "0714", r"automatiker(?:e)?\b|(?:automatik|automasjons|automations|elektronik|mekatronik)tekniker\w*|elektronikfagtekn\w*|telekommunikasjonsmontør\w*|mechatroni(?:ker|cs technician)\w*|mekatroniker\w*"),
    (4, "0715", r"industrimekaniker\w*|industritekniker\w*|(?:klejn)?smed(?:e|euddann\w+)?\b|sveiser(?:e)?\b|svejser(?:e)?\b|svetsare\b|cnc-operat(?:ør|ör)\w*|platearbeider\w*|maskinarbe[ij]der\w*|cnc-tekniker\w*|værktøjsmager\w*|verktygsmakare\b|finmekaniker\w*|plåtslagare\b|industrirørlegger\w*|drejer\b|dreier\b|welders?\b|machinists?\b|toolmakers?\b|(?:pipe ?)?fitters?\b|millwrights?\b|industrial mechanics?\b|schlosser\b"),
)  # fmt: skip
DATED = folded(  # when or how long: a line that says it in a section on education is a study
    r"\b(?:19|20)\d\d\b|\b\d{2,3} ?(?:hp|ects|sp|stp|poäng|studiepoeng|credits)\b|\b[1-6] (?:år|years?)\b"
)
TITLE = folded(
    r"\b(?:" + "|".join(rf"(?P<n{number}>{words})" for number, (_, _, words) in enumerate(TABLE)) + ")"
)
TITLE_SIGNS = Signs(  # one of these stands in every title of the table
    """
    apotek farmac farmas läkar læge lege psykolog ingeniør ingenjör analytiker radiograf sköterska sköterske plejer pleier
    terapeut socionom sosionom rådgiver pedagog pædagog lärar lærer mester konstruktør vetar teknolog laborant technician tekniker
    installatør skötar ledar arbeider assistent elektriker montør montör tandl tannl dentist veterin jurist advokat arkitekt
    architect konom nurse terap therap teacher mekanik mechanic motorma tømr tømmer snick snekk mure murar malersv rørl rörm vvs
    stillas betong carpenter bricklayer plumber scaffolder joiner concrete bager bagar baker slagt slakt butcher konditor mejeri
    kok kock cook servit fris hairdress snedker gartner trädg electrician køle kulde kyl vindmølle mechatron cnc værkt verktyg
    plåt drejer dreier welder machinist toolmaker fitter millwright schlosser dyrlæge automatiker mekatron mekaniker maskinarb smed sveiser
    svejser svetsare operatør operatör
    """.split()
)
AS_STUDY = folded(r"\w*(?:stud(?:ent|er|y|ie)|examen|eksamen|utbildning|uddannelse|utdanning|utdannelse)\w*")
IN_TRAINING = folded(  # the same, of apprentices: in a CV only, for an ad seeks them
    r"\b(?:hovedforløb|i lære|lærling|lærlinge?tid|elevtid|(?:skole|school|skola|course) for|apprentice(?:ship)?|apprenticed|ausbildung|lehre)(?: (?:som|as|to|zum|zur|als))?[ :]\s?(?:an?\s|en\s|et\s|ett\s)?$"
)
BECOMING = folded(  # right before a title, or the list that it stands in
    r"(?:\b(?:(?:eller|or) (?:du|you) (?:er|är|are)|(?:fully |newly )?(?:qualified|trained|certified)(?: as)?|(?:ny)?(?:utexaminerad|uteksaminert)|study(?:ing)? to become|studies to become|(?:läser|studerar|utbildar dig) till|læser til|utdanner deg til|uddanner dig til|examen som|eksamen som|år på|certificate as|sertifikat som|diploma as|certifikat som|brev som)"
    r"|(?:uddannelse|utdanning|utdannelse|utbildning|uddannet|utdannet|utdanna|utbildad|examen|eksamen|education)(?: som| til| till| as)?\s?[:,]?(?:\s(?:exempelvis|eksempelvis|f\.eks\.|t\.ex\.|for eksempel|till exempel|e\.g\.|som))?)\s+(?:an?\s|en\s|et\s|ett\s)?$"
)
LIKE = folded(
    r"\b(?:eller (?:lignende|liknande|tilsvarende|motsvarande|tilsv\.?|motsv\.?)|or (?:similar|equivalent)|m\.m\.|eller annen|eller anden|eller annan)\b"
)
BETWEEN = folded(
    r"\s?(?:\([^()]{0,25}\)\s?)?(?:,|/|eller|or|og|och|and|, eller|, or)\s(?:an?\s|en\s|et\s|ett\s)?"
)
WITH_CERTIFICATE = folded(r"[\s-]{0,2}(?:\w+\s)?(?:med|with|,)\s(?:fagbrev|svendebrev|svennebrev|fagskole)")
FOR_OTHERS = folded(r"\b(?:för|for|till?|av|af|of|to|with|med|som|as)\s(?:\w+\s)?$")
DEMANDS = frozenset((Role.REQUIREMENT, Role.ADVANTAGE, Role.OTHER))


def says_trained(text: str, start: int, *, in_cv: bool) -> bool:
    """Whether the words before a title say that somebody is trained for it, or in training."""
    before = text[max(0, start - 60) : start]
    return bool(BECOMING.search(before) or TRAINED.search(before) or (in_cv and IN_TRAINING.search(before)))


def titles_in(text: str, role: Role, kind: DocumentKind) -> list[LevelWord]:
    """Titles in a passage (in lower case) that stand for an education, each with its field."""
    if not TITLE_SIGNS.stand_in(text):
        return []
    matches = list(TITLE.finditer(text))
    in_cv = kind is DocumentKind.CV
    in_studies = in_cv and role is Role.EDUCATION and DATED.search(text) is not None
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
            or says_trained(text, match.start(), in_cv=in_cv)
            or follows
            or (in_studies and not FOR_OTHERS.search(before))
            or (listed and (joined or LIKE.match(text, match.end() + 1)))
        ) and not WITH_CERTIFICATE.match(text, match.end()):
            eqf, field, _ = TABLE[int((match.lastgroup or "n0")[1:])]
            found.append(LevelWord(eqf, *match.span(), 0.8, field))
            last = match
        else:
            last = None
    return found

"""Words that tell the kind of an opportunity, in Danish, Bokmål, Swedish and English."""

from __future__ import annotations

import re

from brobygger.core.reading.data import OpportunityKind
from brobygger.core.reading.facets.phrases import any_of
from brobygger.core.reading.folding import folded
from brobygger.core.reading.signs import Signs

# What each kind is called. Of two that begin at the same word the first of this table counts: a PhD student has no
# student job, a master's thesis is no project.
NAMES: dict[OpportunityKind, str] = {
    OpportunityKind.RESEARCH: any_of(
        da="ph.d, ph.d.*, ph.d.-stipendi*, ph.d.-studerende, ph.d.-stilling*, ph.d.-projekt*, phd, phd-*, ph.d.stipend*, ph.d.studerende, ph.d.studieplads*, erhvervs-ph.d, erhvervsphd, forsker, forskere, forskerstilling*, seniorforsker*, juniorforsker*,"
        "videnskabelig assistent*, videnskabelige assistent*, videnskabelig medarbejder*, forskningsassistent*, forskningsmedarbejder*, forskningsingeniør*, forskningsstilling*, forskningsleder*",
        nb="stipendiat*, phd-stipendiat*, doktorgradsstipendiat*, doktorgradsstilling*, doktorgradskandidat*, doktorstipend*, rekrutteringsstilling*, vitenskapelig assistent*, vitenskapelige assistent*, vit.ass, forskertermin*, forskarstilling*, postdoktor*, nærings-phd",
        sv="doktorand*, industridoktorand*, licentiand*, forskarstuderande, forskare, forskartjänst*, forskarassistent*, vetenskaplig assistent*, forskningsingenjör*, forskningstekniker*, seniorforskare, biträdande forskare, förste forskningsingenjör*",
        en="phd student*, phd position*, phd fellow*, phd candidate*, phd scholarship*, phd project*, phd stud*, ph.d. student*, ph.d. position*, ph.d. fellow*, ph.d. candidate*, doctoral student*, doctoral candidate*, doctoral position*, doctoral fellow*, doctoral researcher*, doctoral scholarship*,"
        "postdoc*, post-doc*, postdoctoral*, research assistant*, research associate*, research fellow*, research engineer*, research scientist*, research position*, research technician*, research officer*, early stage researcher*, early-stage researcher*",
    ),
    OpportunityKind.APPRENTICESHIP: any_of(
        da="*lærling, *lærlinge, *lærlingen, lærlingeplads*, lærlingestilling*, læreplads*, lærekontrakt*, mesterlære*, elevplads*, elevstilling*, elevforløb*, elevuddannelse*, *tekniker-elev, *-elev",
        nb="*lærlinger, *lærlingar, lærlingplass*, lærlingstilling*, læreplass*, læretid*, lærekandidat*, lærekontrakter, fagbrev på jobb*",
        sv="*lärling, *lärlingar, lärlingsplats*, lärlingstjänst*, lärlingsanställning*, lärlingsutbildning*, lärlingstid*, lärlingsjobb*",
        en="apprentice, apprentices, apprenticeship*",
    ),
    OpportunityKind.THESIS: any_of(
        da="speciale, specialet, specialer, specialestuderende, specialeprojekt*, specialesamarbejde*, specialeskriv*, specialeemne*, specialest*, specialeforløb*, specialeplads*, kandidatspeciale*, masterspeciale*, afgangsprojekt*, afgangsopgave*, bachelorprojekt*, bacheloropgave*, kandidatprojekt*, diplomprojekt*, hovedopgave*, masterafhandling*",
        nb="masteroppg*, masterprosjekt*, masteravhandling*, bacheloroppg*, bachelorprosjekt*, hovedoppgave, hovedoppgaven, diplomoppgave*, avgangsprosjekt*",
        sv="exjobb*, examensarbete*, examensjobb*, examensprojekt*, kandidatuppsats*, masteruppsats*, magisteruppsats*, kandidatarbete*, masterarbete*, uppsatsämne*, uppsatssamarbete*",
        en="thesis, theses, thesis project*, thesis student*, thesis work*, thesis position*, thesis proposal*, thesis topic*, master's thes*, masters thes*, master’s thes*, bachelor's thes*, bachelor’s thes*, master thes*, bachelor thes*, degree project*, diploma project*, diploma thes*, master's project*, master’s project*, master project*, bachelor project*, bachelor's project*, master's dissertation*, dissertation project*, final-year project*, final year project*, graduation project*",
    ),
    OpportunityKind.INTERNSHIP: any_of(
        da="praktik, *praktikant, *praktikanter, *praktikanten, praktikplads*, praktikophold*, praktikstilling*, praktikforløb*, praktikperiode*, praktiksted*, ingeniørpraktik*, virksomhedspraktik*, studiepraktik*, studenterpraktik*, sommerpraktik*, kandidatpraktik*, bachelorpraktik*, erhvervspraktik*, udlandspraktik*, projektorienteret forløb, projektorienterede forløb, projektorienteret praktik*, semesterpraktik*, internship*",
        nb="praksisplass*, praksisstudent*, praksisopphold*, praksisperiode*, praksisstilling*, sommerpraksis, semesterpraksis, bedriftspraksis, ingeniørpraksis, studiepraksis, studentpraksis, arbeidspraksis for, sommerstudent*, sommerintern*, internshipstilling*, internshipplass*, hospitant*, hospitering*",
        sv="praktiktjänst*, praktikplats*, praktikperiod*, praktikjobb*, sommarpraktik*, studentpraktik*, högskolepraktik*, lia, lia-praktik*, lia-plats*, lia-student*, lia-period*, lia praktik*, lia plats*, lia student*, vfu, vfu-plats*, verksamhetsförlagd utbildning",
        en="internships, internship program*, traineeship*, work placement*, industrial placement*, student placement*, summer placement*, placement student*, placement year, year in industry, industrial year, sandwich placement*, co-op student*, co-op position*",
    )
    + r"|(?<!\w)(?<!i )praktikk?en(?!\w)|(?<!\w)(?:sommer|semester|bedrifts|ingeniør|studie)-?(?: og \w+)?praksis(?!\w)"
    r"|(?<!\w)interns?(?=\s*(?:$|[-–,:(/|!.?]|at\b|in\b|for\b|to\b|who\b|with\b|wanted\b|we\b|you\b))",
    OpportunityKind.STUDENT_JOB: any_of(
        da="studiejob*, studiemedhjælp*, studentermedhjælp*, studentermedarbejd*, studenterjob*, studenterudvikl*, studenterprogram*, studenteringeniør*, studenterassisten*, studenterinstruktor*, studenterundervis*, studentervikar*, studenterhjælp*, studenterkonsulent*, studenterdeltid*, studentarbejde*, ingeniørstuderende, studerende til, studerende søges, studenter til, student til,"
        "student søges, studenter søges, sommerjob, sommerjobs, feriejob*, sommervikar*, sommerafløser*, fritidsjob*, stud.jur*, stud.merc*, stud.polyt*, stud.med*, stud.scient*, stud.ing*, stud.psych*, stud.mag*, stud.oecon*, stud.it*, stud.pharm*, stud.odont*, stud. jur*, stud. merc*, stud. polyt*, stud. med*, stud. scient*, stud. ing*",
        nb="studentjobb*, studentmedarb*, studentassistent*, studentstilling*, studiestilling*, studentvikar*, studenthjelp*, studentvert*, læringsassistent*, deltidsjobb for student*, jobb for student*, for studenter, student søkes, studenter søkes, sommerjobb*, feriejobb*, ferievikar*, sommerhjelp*, sommervikarer, ekstrajobb*, ekstrahjelp for student*",
        sv="studentanställ*, studentmedarbet*, studentkonsult*, studentuppdrag, amanuens*, studerande sökes, student sökes, studenter sökes, för studenter, extrajobb*, extraarbete för student*, sommarjobb*, sommararbet*, sommarvikar*, sommarpersonal, feriejobb*, feriearbet*, ferieprakti*, semestervikar*",
        en="student assistant*, student worker*, student helper*, student job*, student position*, student employee*, student developer*, student engineer*, student programmer*, student analyst*, student tutor*, student ambassador*, student wanted, students wanted, students welcome, student part-time, part-time student*, student part time, working student*, summer job*, summer student*, summer position*, summer work, holiday job*, campus ambassador*, for students",
    ),
    OpportunityKind.GRADUATE_JOB: any_of(
        da="graduate-forløb*, graduateforløb*, graduatestilling*, nyuddannet, nyuddannede, dimittend*, dimittendstilling*, første job, første jobbet, traineeforløb*, traineeplads*, traineestilling*, dit første job",
        nb="nyutdannet, nyutdannede, nyutdanna, første jobb, første jobben, første ingeniørjobb*, traineeordning*",
        sv="nyutexaminerad, nyutexaminerade, nyexaminerad*, nyexad*, första jobb, första jobbet, första ingenjörsjobb*, traineetjänst*, traineeprogram*",
        en="graduate program*, graduate position*, graduate engineer*, graduate job*, graduate role*, graduate scheme*, graduate trainee*, graduate vacanc*, graduate opportunit*, graduate stilling*, graduate-program*, graduate-stilling*, graduate-role*, graduateprogram*, trainee, trainees, traineeprogram*, trainee program*, trainee position*, first job, newly graduated, recent graduate*, new graduate*, early career program*, early-career program*",
    )
    + r"|(?<!\w)graduate(?=\s*[:–,-])|(?<!\w)graduate(?: [\w&]+){1,3}? (?:engineer|scientist|developer|analyst|consultant|designer|technician|manager|specialist|architect|planner|surveyor|geologist)(?!\w)",
    OpportunityKind.TEACHING: any_of(
        da="lærer, lærere, gymnasielærer*, folkeskolelærer*, faglærer*, efterskolelærer*, højskolelærer*, friskolelærer*, sproglærer*, dansklærer*, engelsklærer*, fysiklærer*, matematiklærer*, kemilærer*, biologilærer*, naturfagslærer*, musiklærer*, idrætslærer*, håndværkslærer*, støttelærer*, klasselærer*, lærervikar*, vikarlærer*, gæstelærer*, underviser, undervisere, undervisningsassistent*,"
        "undervisningsadjunkt*, lektor, lektorer, lektorat*, adjunkt, adjunkter, studielektor*, gymnasielektor*, seminarielektor*, professor*, lærerstilling*, undervisningsstilling*, erhvervsskolelærer*, eud-lærer*, amu-underviser*",
        nb="faglærarar, kontaktlærer*, ungdomsskolelærer*, barneskolelærer*, grunnskolelærer*, yrkesfaglærer*, realfagslærer*, norsklærer*, mattelærer*, matematikklærer*, naturfaglærer*, kroppsøvingslærer*, timelærer*, spesiallærer*, spesialpedagog*, lærar, lærarar, førstelektor*, førsteamanuens*, høgskolelektor*, høyskolelektor*, universitetslektor*, universitetslærer*, høyskolelærer*, undervisningsvikar*, vikarlærar*, pedagog",
        sv="lärare, *lärare, *lärarna, lärarassistent*, lärarvikar*, lärartjänst*, biträdande lektor*, universitetsadjunkt*, högskoleadjunkt*, högskolelektor*, biträdande universitetslektor*, lektorstjänst*, gymnasielektor*, specialpedagog*, utbildare, sfi-lärare, yrkeslärare",
        en="lecturer*, senior lecturer*, teacher, teachers, teaching assistant*, teaching fellow*, teaching position*, teaching post*, assistant professor*, associate professor*, teaching associate*, school tutor*",
    )
    + r"|(?<!\w)formidler i(?!\w)",
    OpportunityKind.PROJECT: any_of(
        da="studenterprojekt*, studieprojekt*, semesterprojekt*, projektsamarbejde*, virksomhedsprojekt*, projekt for studerende, projekter for studerende, casesamarbejde*, case-samarbejde*, casekonkurrence*, case-konkurrence*, gruppeprojekt*, studentercase*, casearbejde*",
        nb="studentprosjekt*, semesterprosjekt*, prosjektoppgave*, semesteroppgave*, studentoppdrag*, bedriftsprosjekt*, prosjekt for student*, studentcase*, gruppeoppgave*, casekonkurranse*, prosjektsamarbeid med student*",
        sv="studentprojekt*, projektkurs*, kursprojekt*, projektarbete i kurs, projekt för studenter, projektgrupp av studenter, studentcase*, casetävling*, case-tävling*, grupprojekt*",
        en="student project*, semester project*, student team*, student challenge*, course project*, group project*, project for students, projects for students, challenge for students, case competition*, case challenge*, capstone*, student case*, innovation challenge*",
    )
    + r"|(?<!\w)(?:challenge|project) for (?:\w+ )?students?(?!\w)",
}
# "kontorelev" begins an apprenticeship, a "skoleelev" does not; a bare "elev" only where it is what is sought
PUPIL = r"(?!skole|folkeskole|gymnasie|hf|grundskole|realskole|efterskole)(?<!\w)[^\W\d_]{3,}elev(?!\w)|(?<!\w)elev(?:er)?(?= (?:søges|søkes|til|i|med|pr\.)\b)"
# that a student is sought says of what kind the post is only where nothing else does
SOUGHT_STUDENT = "sought_student"
STUDENT = r"(?<!\w)(?:søger|søges|mangler|brug for|søker|trenger|söker|behöver|need|seek|looking for|hire|hiring) (?:(?:vi|we) )?(?:(?:en|ei|et|ett|to|två|nån|någon|noen|några|nogle|a|an|two|some|\d) )?(?:[\w-]+ )?(?:studenter|student|studerende|studerande|students)(?!\w)"
KINDS = {kind.value: kind for kind in NAMES}
NAMED = folded(
    r"(?<![\w/.])(?:"
    + "|".join(
        f"(?P<{kind.value}>{pattern}{'|' + PUPIL if kind is OpportunityKind.APPRENTICESHIP else ''})"
        for kind, pattern in NAMES.items()
    )
    + f"|(?P<{SOUGHT_STUDENT}>{STUDENT}))"
)
SIGNS = Signs.of(NAMED)


def kind_of(match: re.Match[str]) -> OpportunityKind:
    """The kind that a match of `NAMED` stands for."""
    return KINDS.get(match.lastgroup or "", OpportunityKind.STUDENT_JOB)


def kind_named(lower: str) -> OpportunityKind | None:
    """The first kind that words in lower case name."""
    match = NAMED.search(lower)
    return kind_of(match) if match else None


JOB_SIGNS = Signs((
    "fast", "stilling", "vidare", "permanent", "full-time", "full time", "heltid", "fuldtid", "vikar", "anställning", "tjänst", "ansæt", "ansett", "job",
    "tiltr", "tillträ", "overenskomst", "tariff", "kollektivavtal", "pension", "pensjon", "37", "40 tim", "40 hours",
))  # fmt: skip
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
    r"ønsker|önskar|want|would like|interested in|interesseret i|interessert i|intresserad av|vil gerne|ska göra|skal skrive|skal lave|stilling\w*|position|plads|plats|this|denne|dette|"
    r"den här|detta|du bliver|du blir|in your|i din|periode?|length|duration|varighed|varighet)\b"
    r"|^\W*(?:som|as an?)\b|\b(?:job|jobb|arbejde|arbeid|arbete|work|plads|plats|plass|stilling|tjänst|anställning|ansættelse|ansettelse|employment) (?:som|as an?)\b",
)
SEEKS = folded(r"\b(?:søger|søker|söker|seeks?|seeking|looking for|hiring)\b")
STUDENTS = folded(
    r"\bstudents?\b(?!')|\bstuderende\b(?=\)|$)|\bstudenter\b(?=\)|$)"
)  # who is sought for a post in teaching
BESIDE = folded(  # colleagues, those whom one helps, and one who is welcome besides
    r"\b(?:også|också|also|supervis\w+|vejled\w+|veiled\w+|handled\w+|opplæring|oplæring|upplärning|från|from|fra|vores|våre|våra|vår|our|started as|began as|börja\w* som|begyn\w+ som|start\w+ som|good|strong|excellent|completed|finished|written|wrote|skrevet|skrev|skrivit|(?:og|och|and|samt|with|med|av|af|of|får) (?:en|et|ett|an?|to|två|two|tre|three))\s(?:[\w-]+\s){0,3}$"
    r"|(?:\d|\b(?:en|et|ett|to|två|tre|fire|fyra|fem|seks|sex|elleve|ni|ti))\s[\w-]+(?:, (?:[\w-]+\s){0,2}| (?:og|och|and) (?:[\w-]+\s){0,2})$"
)
ALSO = folded(r"\b(?:også|också|also|både|both|eller|or|erfar\w+|experienced)\b")
EXPERIENCE = folded(
    r"erfaring|erfarenhet|experience|uddannelse|utdanning|utbildning|education|degree|exam|grad (?:i|innen)|ha[rd]?(?:de|ft)? (?:haft|hatt|had) |\bhade en|\bhaft en|had an? |\bmed (?:en )?(?:god|godt|relevant|relevante) |\b(?:ikke|inte|not) (?:\w+ )?(?:som|as) |has been|har været|studied|vejlede|veilede|handleda|supervis|samarbejde med|together with|tidligere|tidigare|previous|cand\.|"
    r"master(?:'s)? (?:degree|in)|or (?:similar|equivalent)",
)

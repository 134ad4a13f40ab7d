"""What a sentence does in an ad or a CV: told by the heading above it and by its own words."""

from __future__ import annotations

import re

from brobygger.core.reading.data import DocumentKind, Role
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.heading_words import AD_HEADINGS, CV_HEADINGS
from brobygger.core.reading.signs import Signs, standing_in

LONGEST_HEADING = 70  # characters
LONGEST_OPENING = 160  # characters of a sentence that opens a list
SHORTEST_HEADING = 4  # letters: "CNC" alone is a list item
LOUD_WORDS = 4

# What an employer gives: behind "you get" other words are mostly what the work is about
GIVEN = (
    r"\W.{0,60}?(?:\b(?:oplær|opplær|lær|lära|prøve|pröva|prova|se\b|hjælp|hjelp|hjälp|støtte|stöd|support|sparring|feedback|veiled|vejled|handled|mentor|fadder|guidance|train|learn|"
    r"utbild|uddannelse|utdann|kurs|course|certifi|sertifi|introdu|onboard|mulighe|möjlighe|chance|sjanse|chans|opportun|possib|adgang|access|indsigt|innsikt|insikt|insight|erfaring|erfarenhet|experience|"
    r"løn|lønn|lön\b|lönen|salary|paid|pay\b|betal|betald|pension|tillæg|tillegg|tillägg|provision|bonus|aktier|rabat|ferie|semester|holiday|fri\b|frihed|frihet|freedom|flex|fleks|"
    r"kolleg|colleague|team\b|teamet|chef|leder\b|plads|plass|plats|desk|kontor|office|bil\b|telefon|phone|laptop|pc\b|dator\b|arbejdstøj|arbeidstøy|arbetskläder|mad\b|mat\b|lunch|lunsj|frokost|kaffe|coffee|"
    r"bolig|bostad|housing|rejse|reise|resor|ansættelse|ansettelse|anställning|kontrakt|contract|trygg|tryg\b|miljø|miljö|environment|karriere|karriär|career|udvikl|utvikl|utveckl|develop|"
    r"spændende|spennende|spännande|exciting|god[et]?\b|goda?\b|gode\b|bra\b|great\b|good\b)|\d)"
)

AD_CUES: list[tuple[Role, str]] = [
    (Role.CONTACT, r"\bkontakt(?:a|e|person)?\b.{0,60}(?:\d{2}[ .]?\d{2}|\d{3}[ .-]\d{2,3}|\+\d{2}|@|\btlf|\btel\b|\btelefon(?:en|nr|nummer)?\b|mail)|"
     r"\bkontakta\b(?! (?:kund|leverantör|patient|medlem|användar|företag|anhörig|gäst|myndighet|elev|köpar))|\bring til\b|\bring (?:oss|os)\b|contact .{0,40}(?:@|\+\d{2}|\d{2}[ .-]?\d{2})|spørgsmål .{0,40}kontakt|\[contact"),
    (Role.DIVERSITY, r"uanset (?:alder|køn|etnisk|baggrund)|uavhengig av (?:alder|kjønn)|oavsett (?:kön|ålder|bakgrund)|oberoende av kön|regardless of|all qualified|(?<!natur)(?<!biologisk )(?<!biologiske )mangfold(?!ighed)|(?<!biologisk )mångfald|\bdiversity|equal opportunit|"
     r"ligestilling|likestilling|jämställd|flerkulturell|(?:søker|sökande|søkjar|oavsett|uavhengig|oppfordre|alle med|velkomn|välkomn).{0,80}(?:nedsatt funksjon|funktionsned)|"
     r"(?:nedsatt funksjon|funktionsned).{0,80}(?:hull i|innvandrer|søke|söka|ålder|alder)|hull i cv|etnisk|inkluderende|"
     r"(?:\btro|kön|køn|kjønn|ålder|alder|gender|race|nationalit\w*|hudfar\w*|sexual\w*|seksual\w*)\b.{0,60}\breligion|\breligion\b.{0,60}(?:alder|ålder|kön|køn|kjønn|age\b|gender|sex)"),
    (Role.APPLICATION, r"ansøgning(?:en|er)?\b.{0,40}(?:sendes|senest|frist|modtag)|send (?:din|dit|os|oss|in|inn|your)|søknad(?:en)? (?:sendes|må|merkes)|ansökan|ansök |søk (?:på|nå)|"
     r"ansøgningsfrist|søknadsfrist|sista ansökningsdag|sista dag|(?:application|ansøgnings?|søknads?|ansöknings)\W?deadline|deadline(?:n|en)?(?:\W{1,3}\d|:| (?:for (?:applic|apply|ansøg|søk|at søge|å søke)|to apply|för ansök|is|er|är|den)\b)|apply (?:now|by|before|via|through)|please (?:send|apply|submit|upload)|samtaler? løbende|løbende samtaler|löpande urval|rekrytering(?:en|ar)?\b(?! (?:av|och|til)\b)|rekryteringsprocess|bakgrunnssjekk|"
     r"\breferenser\b|attester og|vitnemål|\bupload (?:your|a|the|all|cv|here)|\buploaded"),
    (Role.ADVANTAGE, r"en fordel|en stor fordel|et plus\b|et pluss|ett plus\b|meriterande|(?:is|are|be|as) (?:a|an) (?:plus|advantage|asset|bonus|merit)|\b(?:er|är|som|bli[rv]?|vore|vil være) (?:(?:en|ett?) )?(?:\w+ )?bonus\b|^\W*bonus: ?(?!\D{0,20}\d)|advantageous|nice to have|ønskelig|önskvärt|fortrinsvis|preferabl|desirable|"
     r"\bgerne (?:erfaring|kendskab|med)|gjerne (?:erfaring|kjennskap|med)|gärna (?:erfaren|kunskap|med|har)|vektlegges|vægtes|tillægges vægt|har du også|foretrekkes|foretrækkes|är ett plus|bonus if"),
    (Role.REQUIREMENT, r"\bdu (?:har|er|är|kan|må|skal ha|skal have|bør|bör|måste|ska ha|behersker|beherskar|behärskar|mestrer|kommer med|trives|trivs|taler|snakker|talar|besidder|besitter)\b|"
     r"vi (?:søger|søker|söker|forventer|kræver|krever|kräver|ser gerne|ser gjerne|ser helst|ser på|tror att du|leter etter|ønsker|önskar)\b|"
     r"(?:du|vi) ser (?:efter|etter)|kræves|kreves|krävs|krav(?:et)? (?:om|er|är|på|till)|er et krav|är ett krav|et krav\b|must (?:have|be)|you (?:have|are|should|must|bring|hold|possess|speak)\b|required|requirement|"
     r"we (?:expect|require|are looking for|seek|look for)|the (?:ideal )?candidate|applicants? (?:must|should)|\bhar du\b|\ber du\b|\bär du\b|års erfaring|års erfarenhet|years? of|years' experience|"
     r"uddannet som|utdannet|utbildad|utdanning|uddannelse (?:som|inden)|utbildning (?:inom|som)|fagbrev|erfaring (?:med|fra|inden|som|innen)|erfarenhet (?:av|från|inom)|kendskab til|kjennskap til|kännedom om|kunskap(?:er)? (?:i|om|inom)|"
     r"kunnskap om|kundskab|knowledge of|experience (?:with|in|from|of)|familiar with|proficien|fluent|degree in|god(?:e|a)? (?:muntlig|skriftlig|kommunikation|samarbe|norsk|svensk|dansk|engelsk|kjennskap|kendskab)"),
    (Role.OFFER, r"vi (?:tilbyder|tilbyr|erbjuder)|we offer|\b(?:du (?:vil |kommer att )?få[r]?|får du|you (?:will |['’]ll )?get|giver vi dig|gir vi deg|ger vi dig)\b(?! (?:også |också |altså |da )?(?:et |ett )?ansvar)" + GIVEN + r"|tilbydes|tilbys|"
     r"pension(?!är|ær|ist|era|ere)|(?:forsikring(?:er|en)?|försäkring(?:ar|en)?|insurance)\b(?! (?:compan|industr|sector|custom|claim|produc))|frokostordning|lunsjordning|kantine|konkurransedyktig|konkurrencedygtig|competitive|"
     r"friskvård|fitness|personalegoder|kollektivavtal|overenskomst|lønn etter|løn efter|lön enligt|bonus(?:ordning)?|firmabil|tjänstebil|hemmaarbete|hjemmearbejdsplads|hjemmekontor|fleksibel arbejdstid|fleksitid|flextid|"
     r"semester(?:dagar)|\bferie(?:fri)?(?:dage|dager)?\b|sociale? arrangement|firmafest|fredagsbar|stock options|parental"),
    (Role.TASK, r"\bdu (?:vil|kommer|skal|ska|bliver|blir|får ansvar|arbejder|arbeider|arbetar|jobber|deltar|bidrar|bidrager|indgår|inngår|ingår)\b|"
     r"(?:dine|dina) (?:primære |vigtigste |viktigste |huvudsakliga )?(?:opgaver|oppgaver|arbetsuppgifter|arbejdsopgaver)|opgaverne|oppgavene|arbetsuppgifter|you will\b|you'll\b|your (?:main )?(?:tasks|responsibilities)|"
     r"ansvar for|ansvar för|responsible for|i rollen|i jobbet|in this role|stillingen (?:indebærer|innebærer|omfatter)|tjänsten innebär|jobbet innebär|the (?:position|role|job|internship|project) (?:involves|includes|is about)"),
    (Role.COMPANY, r"\bvi er\b|\bwe are\b|\bvi är\b|\bvores (?:virksomhed|kunder|team|afdeling)|\bvåra (?:kunder|medarbetare)|\bvåre (?:kunder|ansatte)|grundlagt|etablert|grundades|founded|medarbejdere|ansatte|anställda|employees|"
     r"omsætning|omsetning|omsättning|turnover|hovedkontor|huvudkontor|headquarter|leverandør|leverantör|supplier|markedsleder|ledende|ledande|leading|kundene|verdens|world"),
]  # fmt: skip


def _compiled(headings: dict[Role, str]) -> list[tuple[Role, re.Pattern[str]]]:
    return [(role, folded(rf"\W{{0,4}}(?:{pattern})")) for role, pattern in headings.items()]


HEADINGS = {DocumentKind.AD: _compiled(AD_HEADINGS), DocumentKind.CV: _compiled(CV_HEADINGS)}
CUES = [
    (role, pattern, Signs.of(pattern))
    for role, pattern in ((role, folded(pattern)) for role, pattern in AD_CUES)
]
OVERRIDES = (
    Role.CONTACT,
    Role.DIVERSITY,
    Role.APPLICATION,
    Role.ADVANTAGE,
)  # say what they are in any section

LEAD = re.compile(r"[^:\t\n]{2,40}(?::|\t)")
WISH = dict(HEADINGS[DocumentKind.CV])[Role.WISH]
HANGING = folded(
    r"\b(?:du|dig|deg|you|som|som har|har|er|är|att|at|å|to|that|who|og|och|and|med|with)\W*$"
)  # it goes on in a list
OPENING = (Role.REQUIREMENT, Role.ADVANTAGE, Role.TASK, Role.OFFER)


def heading_role(line: str, kind: DocumentKind) -> Role | None:
    """The role that a heading gives to the lines below it; None for a line that is no known heading."""
    if len(line) > LONGEST_HEADING or line.rstrip().endswith((".", ",", ";")):
        return None
    words = line.split()
    lower = fold(line)
    if not line.rstrip().endswith((":", "?")) and len(words) > _longest(line):
        return None
    return next((role for role, pattern in HEADINGS[kind] if pattern.match(lower)), None)


def _longest(line: str) -> int:
    """How many words a heading without a colon or a question mark may have."""
    return 6 if line.isupper() or HANGING.search(fold(line)) else 4


def opening_role(line: str, kind: DocumentKind) -> Role | None:
    """The role that a sentence which ends in a colon gives to the list below it ("We hope that you:"); None without."""
    if kind is DocumentKind.CV or not line.rstrip().endswith(":") or len(line) > LONGEST_OPENING:
        return None
    role = sentence_role(line, None, kind)
    return role if role in OPENING else None


def says_what_is_wished(line: str) -> bool:
    """Whether a heading about wishes of a CV is the whole wish: "Seeks apprenticeship as an electrician"."""
    wish = WISH.match(fold(line))
    return wish is not None and len(line[wish.end() :].split()) > 1


def is_whole_contact(line: str, *, role: Role | None) -> bool:
    """Whether a line of a CV has beside the word for contacts also how to reach the person: "Contact: via the job centre"."""
    lead = LEAD.match(line)
    return role is Role.CONTACT and lead is not None and bool(line[lead.end() :].strip())


def is_unknown_heading(line: str) -> bool:
    """Whether a line of a CV is set as a heading that says nothing we know: what follows is of no known section."""
    words = line.split()
    loud = line.isupper() and len(words) <= LOUD_WORDS and not any(map(str.isdigit, line))
    return loud and sum(map(str.isalpha, line)) >= SHORTEST_HEADING


def sentence_role(sentence: str, section: Role | None, kind: DocumentKind) -> Role:
    """
    The role of a sentence in a section.

    Contact lines, diversity statements, how-to-apply lines and "an advantage" are recognised by their own words
    wherever they stand; otherwise the section decides, and the sentence's words only where there is no section.
    """
    if kind is DocumentKind.CV:
        return Role.WISH if _leads_to_a_wish(sentence) else section or Role.OTHER
    lower = fold(sentence)
    standing = standing_in(lower)
    matched = next(
        (role for role, pattern, signs in CUES if standing & signs.bit and pattern.search(lower)), None
    )
    if matched in OVERRIDES:
        return matched
    section = _named_first(sentence) or section
    if section in (None, Role.COMPANY, Role.OTHER) or (section is Role.OFFER and matched is Role.REQUIREMENT):
        return matched or section or Role.OTHER
    if section is Role.TASK and matched is Role.REQUIREMENT:
        return Role.REQUIREMENT
    return section


def _named_first(sentence: str) -> Role | None:
    """The role that a line of an ad names before a colon: "Personal qualities: curious, thorough"."""
    lead = LEAD.match(sentence)
    return heading_role(lead[0].strip(), DocumentKind.AD) if lead else None


def _leads_to_a_wish(sentence: str) -> bool:
    """Whether a line names first what it lists, and that is nothing held: "Not yet: Rust, Go"."""
    lead = LEAD.match(sentence)
    return lead is not None and bool(WISH.match(fold(lead[0])))

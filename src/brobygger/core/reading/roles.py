"""What a sentence does in an ad or a CV: told by the heading above it and by its own words."""

from __future__ import annotations

import re

from brobygger.core.reading.data import DocumentKind, Role
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs, standing_in

LONGEST_HEADING = 70  # characters
LONGEST_OPENING = 160  # characters of a sentence that opens a list
SHORTEST_HEADING = 4  # letters: "CNC" alone is a list item
LOUD_WORDS = 4

# Headings in Danish, Bokmål, Swedish and English; matched from the start of the line.
AD_HEADINGS: dict[Role, str] = {
    Role.CONTACT: r"kontakt|spørsmål om stillingen|spørgsmål|har du spørgsmål|frågor|contact|questions|facklig|fackliga",
    Role.APPLICATION: r"ansøgning|sådan søger|søg (?:stillingen|jobbet|nu)|søknad|slik søker|hvordan søke|ansökan|så ansöker|"
    r"sök (?:tjänsten|jobbet)|how to apply|application|apply|rekryteringsprocess|ansættelsesproces|frist|deadline|"
    r"søknadsfrist|ansøgningsfrist|urval|selection",
    Role.DIVERSITY: r"mangfold|diversity|equal opportunit|mångfald|ligestilling|likestilling|inkludering|inclusion",
    Role.ADVANTAGE: r"(?:det er )?(?:en |et )?(?:fordel|pluss|plus)\b|meriterande|merits?\b|nice.to.have|good to have|preferred|bonus|"
    r"ønskelig|önskvärt|advantage|desirable|extra plus|starkt meriterande|(?:det )?(?:er|är) (?:også )?(?:en fordel|meriterande)",
    Role.REQUIREMENT: r"kvalifika|qualifi|kvalifikas|kompetenc|kompetans|kompetens|krav|requirement|profil|din (?:profil|baggrund|bakgrund|bakgrunn|"
    r"erfaring|kompet)|dine (?:kvalif|kompet|personlige)|om dig|om deg|hvem er du|vem är du|who (?:you are|are you)|hvordan er du|hur är du|"
    r"(?:det (?:her|här) |dette |det )?(?:kigger|ser) vi (?:efter|etter)|det (?:her|här) (?:kommer|har) du (?:med|med dig)|you as a person|vi (?:ser efter|søger|søker|söker|forventer|ønsker)|what (?:we|you) (?:need|bring|are looking|expect)|you (?:have|are|bring)|du (?:har|er|är)\b|"
    r"your (?:profile|background|skills)|personlige egenskaber|personlige egenskaper|personliga egenskaper|egenskaper|"
    r"utdanning|uddannelse|utbildning|education|erfaring|erfarenhet|experience|skills|språk|sprog|language|faglige|"
    r"(?:must|need).to.have|ideal candidate|hvad du (?:skal kunne|kommer med)|forventninger|we expect|minimum|essential|"
    r"vi tror (?:at|att) du|vem söker vi|hvem ser vi efter|we (?:are looking|seek)",
    Role.TASK: r"arbejdsopgaver|arbeidsoppgaver|arbetsuppgifter|opgave|oppgave|uppgift|tasks?\b|responsibilit|ansvar|"
    r"du (?:kommer (?:att|til)|skal|får|vil få)\b|(?:om )?(?:stillingen|jobbet|rollen|tjänsten|tjenesten|rollen)|the (?:role|job|position|project)|about the (?:role|job|position|project)|"
    r"your (?:role|tasks|work|responsib)|hvad (?:skal du|du skal|kommer du til)|det (?:skal|vil) du|dette vil du|what you(?:'ll| will)|you will|"
    r"dine (?:primære |vigtigste )?(?:opgaver|ansvars|arbeids)|dina (?:arbets|uppgifter|huvud)|job ?description|project description|"
    r"projektbeskrivelse|jobbeskrivelse|arbejdsbeskrivelse|stillingsbeskrivelse|beskrivning|beskrivelse|hovedoppgaver|projektet|prosjektet",
    Role.OFFER: r"vi (?:tilbyder|tilbyr|erbjuder|kan tilby)|hvad (?:vi tilbyder|tilbyder vi|får du)|hva (?:vi tilbyr|tilbyr vi|får du)|vad (?:vi erbjuder|erbjuder vi|får du)|what we offer|we offer|"
    r"benefits?|fordele|förmåner|goder|perks|løn|lønn|lön|ansættelsesvilkår|vilkår|villkor|why (?:join|us)|hvorfor|varför|terms|"
    r"vores tilbud|vårt tilbud|derfor|du får|anställningsvillkor|anställningsform|vi lover|conditions|salary|compensation",
    Role.COMPANY: r"om (?:os|oss|virksomhed|selskapet|företaget|bedriften|arbeidsgiver|arbetsgivaren|afdeling|avdeling)|hvem er vi|vem är vi|who we are|about (?:us|the (?:company|team|department|group))|"
    r"vi er|we are|virksomheden|bedriften|företaget|arbejdspladsen|arbeidsplassen|arbetsplatsen|our (?:company|team)|company",
}
CV_HEADINGS: dict[Role, str] = {
    Role.WISH: r"(?:jeg |hva |hvad |det |vad )?(?:(?:jeg|eg|jag) )?(?:er |är )?(?:søger|søker|söker)\b|(?:hva|hvad|vad|det) (?:som |der |jeg |jag )?(?:frister|lokker|lockar|drømmer|ønsker|önskar|er ute etter)|"
    r"jeg (?:vil|vil gjerne|vil gerne|ønsker|søger|ser etter)|jag (?:vill|söker|önskar)|ønske[rt]?\b|ønsker (?:meg|mig)|önskemål|önskar|what i (?:search|seek|look|want)|(?:i am |i'm )?(?:looking for|seeking)|objective|career (?:goal|objective)|"
    r"mål(?:et|sætning|setting|sättning)?\b|wanted|next step|næste skridt|neste steg|nästa steg|drømmejob|"
    r"(?:jeg |jag |i )?(?:vil|vill|want to|would like to) (?:gerne |gjerne |gärna )?(?:lære|lära|learn)|to learn|not (?:yet|for me|my thing|interested)|(?:ikke|inte) (?:endnu|enda|ennå|än|meg|mig|jeg|jag|for)\b|"
    r"(?:det |hvad |hva |vad |what )?(?:jeg |jag |i )?(?:kan |can )?(?:ikke|inte|cannot|can['’]t|do not|don['’]t) (?:jeg |jag |i )?(?:kan|kann|know|do|har)\b|(?:har )?(?:kun |bare |bara |only )(?:hørt|hört|heard)",
    Role.CONTACT: r"referenc|referanse|referens|references?|referees|foremen to call|people to call|kontakt|contact",
    Role.LANGUAGES: r"sprog|språk|languages?|sprogkundskaber|språkkunskaper|språkkunnskaper|language skills",
    Role.SKILLS: r"(?:de )?(?:mest (?:relevante|anvendte|brugte)|viktigste|vigtigste|viktigaste|främsta|top|main|core|most relevant) (?:kompeten[csz]\w*|kunskaper|færdigheder|ferdigheter|färdigheter|skills)|kompetenc|kompetans|kompetens|competenc|skills|færdigheder|ferdigheter|färdigheter|technical|tekniske|tekniska|it\b|it-|tools|"
    r"værktøjer|verktøy|verktyg|software|programvar|programmer|program\b|programming|certifi|sertifi|kurser|kurs|courses|licen|kørekort|førerkort|körkort|key (?:skills|compet|qualif)|"
    r"nøkkelkompet|nøglekompet|kernekompet|nyckelkompet|kvalifika|qualifi|faglige|expertise|data(?:verktøy|kunnskap|kunskap|færdighed)|edb|digital|kan\b|i can\b|jeg kan\b|jag kan\b|teknik\b|metoder|methods|"
    r"system(?:er)?\b|behörighet|intyg|kursbevis|godkjenn|godkend|svejsecert|sveisesert|svetsar?(?:intyg|prøv|certif)|maskiner|machines|beviser|bevis\b|technologies|teknologi|lab(?:oratori)?",
    Role.EDUCATION: r"uddannelse|utdanning|utbildning|education|academic|studier|studies|degree|akademisk|skole|skola|school|examina|exam|training|eksamen|studiebaggrund|studie",
    Role.WORK: r"erhvervserfaring|arbejdserfaring|arbeidserfaring|arbetslivserfarenhet|arbetserfarenhet|arbejd|arbeid|arbet|arbete|work(?!shop)|experience|employ|erfaring|erfarenhet|praktik|praksis|"
    r"internship|projekte?r?|prosjekt|(?:selected |key )?projects?|studiejob|relevant|professional experience|career|karriere?|karriär|frivillig|volunt|anställning|ansættelse|ansettelse|yrkeserfarenhet|yrkeserfaring|job|where\b|stillinger|tjänster|positions|"
    r"undervisning\b|forskning\b|teaching\b|research\b|verv\b|tillidshverv|resultater|resultat|results|achievements|publikation|publication",
    Role.PERSONAL: r"availab|tilgængelig|tilgjengelig|tillgänglig|ledig fra|person|personlige? (?:oplysninger|data|opplysninger)|personuppgifter|about me|om mig|om meg|profil|summary|resumé|resume|sammendrag|sammanfattning|"
    r"interess|intresse|hobb|fritid|interests|født|date of birth|nationality|kort om|i korte træk|i korte trekk|i korthet|hvem er jeg|vem är jag|who i am|några ord|a few words|bakgrund\b|baggrund\b|bakgrunn\b|"
    r"øvrig|övrig|annet|andet|annat|other|additional|remarks|anmærkning|praktisk|villkor|vilkår|tider\b|family|familie|familj|vid sidan|utmärkels|awards|priser",
}

AD_CUES: list[tuple[Role, str]] = [
    (Role.CONTACT, r"kontakt(?:a|e|person)?\b.{0,60}(?:\d{2}|@|tlf|tel|mail)|\bkontakta\b|ring til|ring (?:oss|os)\b|contact .{0,40}(?:@|\+?\d{2})|spørgsmål .{0,40}kontakt|\[contact"),
    (Role.DIVERSITY, r"uanset (?:alder|køn|etnisk|baggrund)|uavhengig av (?:alder|kjønn)|oavsett (?:kön|ålder|bakgrund)|oberoende av kön|regardless of|all qualified|mangfold|mångfald|diversity|equal opportunit|"
     r"ligestilling|likestilling|jämställd|flerkulturell|nedsatt funksjons|funktionsnedsättning|hull i cv|etnisk|inkluderende|religion"),
    (Role.APPLICATION, r"ansøgning(?:en|er)?\b.{0,40}(?:sendes|senest|frist|modtag)|send (?:din|dit|os|oss|in|inn|your)|søknad(?:en)? (?:sendes|må|merkes)|ansökan|ansök |søk (?:på|nå)|"
     r"ansøgningsfrist|søknadsfrist|sista ansökningsdag|sista dag|deadline|apply (?:now|by|before|via|through)|please (?:send|apply|submit|upload)|samtaler? løbende|løbende samtaler|löpande urval|rekrytering|bakgrunnssjekk|"
     r"bakgrundskontroll|politiattest|referenser|attester og|vitnemål|upload"),
    (Role.ADVANTAGE, r"en fordel|en stor fordel|et plus\b|et pluss|ett plus\b|meriterande|(?:is|are|be|as) (?:a|an) (?:plus|advantage|asset|bonus|merit)|advantageous|nice to have|ønskelig|önskvärt|fortrinsvis|preferabl|desirable|"
     r"\bgerne (?:erfaring|kendskab|med)|gjerne (?:erfaring|kjennskap|med)|gärna (?:erfaren|kunskap|med|har)|vektlegges|vægtes|tillægges vægt|har du også|foretrekkes|foretrækkes|är ett plus|bonus if"),
    (Role.REQUIREMENT, r"\bdu (?:har|er|är|kan|må|skal ha|skal have|bør|bör|måste|ska ha|behersker|beherskar|behärskar|mestrer|kommer med|trives|trivs|taler|snakker|talar|besidder|besitter)\b|"
     r"vi (?:søger|søker|söker|forventer|kræver|krever|kräver|ser gerne|ser gjerne|ser helst|ser på|tror att du|leter etter|ønsker|önskar)\b|"
     r"(?:du|vi) ser (?:efter|etter)|kræves|kreves|krävs|krav(?:et)? (?:om|er|är|på|till)|er et krav|är ett krav|et krav\b|must (?:have|be)|you (?:have|are|should|must|bring|hold|possess|speak)\b|required|requirement|"
     r"we (?:expect|require|are looking for|seek|look for)|the (?:ideal )?candidate|applicants? (?:must|should)|\bhar du\b|\ber du\b|\bär du\b|års erfaring|års erfarenhet|years? of|years' experience|"
     r"uddannet som|utdannet|utbildad|utdanning|uddannelse (?:som|inden)|utbildning (?:inom|som)|fagbrev|erfaring (?:med|fra|inden|som|innen)|erfarenhet (?:av|från|inom)|kendskab til|kjennskap til|kännedom om|kunskap(?:er)? (?:i|om|inom)|"
     r"kunnskap om|kundskab|knowledge of|experience (?:with|in|from|of)|familiar with|proficien|fluent|degree in|god(?:e|a)? (?:muntlig|skriftlig|kommunikation|samarbe|norsk|svensk|dansk|engelsk|kjennskap|kendskab)"),
    (Role.OFFER, r"vi (?:tilbyder|tilbyr|erbjuder)|we offer|du får(?! (?:også |också |altså |da )?(?:ansvar|egne|dine egne|lov |skriva|skrive|arbeta|arbeide|jobbe|gjort|oppgave|opgave|uppgift|projektet|prosjektet|sparring))|du vil få(?! ansvar)|you (?:will )?get\b|tilbydes|tilbys|pension|forsikring|försäkring|insurance|frokostordning|lunsjordning|kantine|konkurransedyktig|konkurrencedygtig|competitive|"
     r"friskvård|fitness|personalegoder|kollektivavtal|overenskomst|lønn etter|løn efter|lön enligt|bonus(?:ordning)?|firmabil|tjänstebil|hemmaarbete|hjemmearbejdsplads|hjemmekontor|fleksibel arbejdstid|fleksitid|flextid|"
     r"semester(?:dagar)|ferie(?:dage)?|sociale? arrangement|firmafest|fredagsbar|stock options|parental"),
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
OPENING = (Role.REQUIREMENT, Role.ADVANTAGE, Role.TASK, Role.OFFER)


def heading_role(line: str, kind: DocumentKind) -> Role | None:
    """The role that a heading gives to the lines below it; None for a line that is no known heading."""
    if len(line) > LONGEST_HEADING or line.rstrip().endswith((".", ",", ";")):
        return None
    words = line.split()
    lower = fold(line)
    if not line.rstrip().endswith((":", "?")) and (len(words) > 6 or (len(words) > 4 and not line.isupper())):
        return None
    return next((role for role, pattern in HEADINGS[kind] if pattern.match(lower)), None)


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
    if section in (None, Role.COMPANY, Role.OTHER) or (section is Role.OFFER and matched is Role.REQUIREMENT):
        return matched or section or Role.OTHER
    if section is Role.TASK and matched is Role.REQUIREMENT:
        return Role.REQUIREMENT
    return section


def _leads_to_a_wish(sentence: str) -> bool:
    """Whether a line names first what it lists, and that is nothing held: "Not yet: Rust, Go"."""
    lead = LEAD.match(sentence)
    return lead is not None and bool(WISH.match(fold(lead[0])))

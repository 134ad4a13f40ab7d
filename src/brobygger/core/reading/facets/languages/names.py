"""Names of languages in English, Danish, Bokmål, Swedish and their own tongue, and where a text uses them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from brobygger.core.reading.folding import fold
from brobygger.core.reading.signs import grouped

# code → names in lower case. Codes are ISO 639-1; ISO 639-3 where 639-1 has none (Cantonese, sign languages, Meänkieli,
# Kven, Romani); "scandinavian" stands for any of Danish, Norwegian and Swedish.
TABLE = """
da danish dansk danska sønderjysk
nb norwegian norsk norska bokmål bokmålsnorsk nynorsk nynorska trøndersk sunnmørsk nordnorsk
sv swedish svensk svenska skånska
en english engelsk engelska engelskan
de german tysk tyska deutsch
nds plattysk plattyska plattdeutsch nedertysk nedertyska lavtysk lågtyska
lb luxembourgish luxembourgsk luxemburgiska
af afrikaans
fr french fransk franska français
es spanish spansk spanska español castellano
pt portuguese portugisisk portugisiska português
pt-BR brasiliansk brasilianska
it italian italiensk italienska italiano
nl dutch hollandsk nederlandsk holländska nederländska flamsk flamländska flemish nederlands
fi finnish finsk finska suomi
is icelandic islandsk isländska íslenska
fo faroese færøsk færøysk färöiska
kl greenlandic grønlandsk grönländska kalaallisut
se sami sámi samisk samiska nordsamisk nordsamiska
smj lulesamisk lulesamiska
sma sydsamisk sydsamiska sørsamisk
sju umesamisk umesamiska
sms skoltesamisk skoltsamiska
smn enaresamisk enaresamiska
fit meänkieli tornedalsfinska tornedalsfinsk
fkv kven kvensk
rom romani romanes
yi yiddish jiddisch jiddisk
et estonian estisk estniska
lv latvian lettisk lettiska
ltg latgalian
csb kashubian kasjubisk kasjubiska
szl silesian schlesisk schlesiska
lt lithuanian litauisk litauiska
pl polish polsk polska polski
cs czech tjekkisk tsjekkisk tjeckiska
sk slovak slovakisk slovakiska
sl slovene slovenian slovensk slovenska
hr croatian kroatisk kroatiska
sr serbian serbisk serbiska
sh serbokroatisk serbokroatiska serbocroatian
bs bosnian bosnisk bosniska
mk macedonian makedonsk makedonska
bg bulgarian bulgarsk bulgariska
ro romanian rumænsk rumensk rumänska română
hu hungarian ungarsk ungerska magyar
sq albanian albansk albanska
el greek græsk gresk grekiska
tr turkish tyrkisk turkiska türkçe
ru russian russisk ryska
uk ukrainian ukrainsk ukrainska
be belarusian hviderussisk belarusisk belarusiska
mn mongolian mongolsk mongoliska
uz uzbek usbekisk uzbekiska
tg tajik tadsjikisk tadzjikiska
ky kyrgyz kirgisisk kirgiziska
ka georgian georgisk georgiska
hy armenian armensk armeniska
az azerbaijani azeri aserbajdsjansk azerbajdzjanska
kk kazakh kasakhisk kazakiska
ar arabic arabisk arabiska
arc aramaic aramæisk arameisk arameiska syriac assyriska assyrisk syriska suryoyo
zgh tamazight berber berbisk berberisk berberiska
kab kabyle kabylisk kabyliska
rif tarifit
fa persian farsi persisk persiska dari hazaragi
ku kurdish kurdisk kurdiska kurmanji sorani
ps pashto pashtu
ur urdu
hi hindi
bn bengali bengalsk bengaliska bangla
pa punjabi panjabi
gu gujarati
mr marathi
ta tamil tamilsk tamilska
te telugu
ml malayalam
kn kannada
or odia
as assamese
sd sindhi
bo tibetan tibetansk tibetanska
my burmese burmesisk burmesiska
km khmer
lo lao laotisk laotiska
ug uyghur uigurisk uiguriska
tk turkmen turkmensk turkmeniska
tt tatar tatarisk tatariska
ce chechen tjetjensk tsjetsjensk tjetjenska
mai maithili
bho bhojpuri
kok konkani
tcy tulu
sa sanskrit
ne nepali nepalesisk nepalesiska
si sinhala singalesisk sinhalesisk
zh chinese mandarin kinesisk kinesiska putonghua
nan hokkien taiwanese taiwanesisk taiwanesiska minnan
hak hakka
yue cantonese kantonesisk kantonesiska
ja japanese japansk japanska
ko korean koreansk koreanska
vi vietnamese vietnamesisk vietnamesiska
th thai thailandsk thailändska
id indonesian indonesisk indonesiska
ms malay melayu malajisk malaysisk malajiska
ceb cebuano bisaya visaya
ilo ilocano ilokano
jv javanese javanesisk javanesiska
tl tagalog filipino
so somali somalisk somaliska
ti tigrinya tigrinja tigrinska
am amharic amharisk amhariska
sw swahili
ha hausa
ig igbo
wo wolof
ln lingala
rw kinyarwanda rwandisk
lg luganda
om oromo oromiska
sn shona
zu zulu isizulu
xh xhosa isixhosa
nd ndebele isindebele
st sesotho
tn setswana
ts xitsonga
ve tshivenda
bem bemba ichibemba
ny chichewa chinyanja
rn kirundi
mg malagasy gassisk
bm bambara
mnk mandinka mandingo
ff fulani fulfulde pulaar
pcm pidgin
jam patois
ht kreol kreyòl
qu quechua
gn guarani guaraní
mi maori
sm samoan samoansk samoanska
yo yoruba
ki kikuyu
tw twi
ak akan fante
he hebrew hebraisk hebreiska
ca catalan catalansk katalansk katalanska
eu basque baskisk baskiska
ga irish irsk
cy welsh walisisk
gd gaelic gælisk gaelisk gaeliska
fy frisian frisisk frisiska
mt maltese maltesisk maltesiska
br bretonsk bretonska
oc occitan occitansk occitanska
sc sardisk sardiska
gl galician galicisk galiciska
eo esperanto
la latin
sgn tegnsprog tegnspråk teckenspråk
scandinavian scandinavian skandinavisk skandinaviska
"""
# "the Nordic languages" are Scandinavian in an ad's mouth; alone, "Nordic" is no language
NORDIC = frozenset(("nordic", "nordisk", "nordiska", "nordiskt", "nordiske"))
# Adjectives that name a language only with the word for language, or a text to be read, after them.
INFLECTED = frozenset(("danske", "norske", "svenske", "engelske", "tyske", "franske", "spanske", "finske", "polske", "svenskt",
    "danskt", "norskt", "engelskt", "tyskt", "skandinaviske", "skandinaviskt", "islandske", "færøske", "samiske", "samiskt"))  # fmt: skip
SAMI = frozenset(("se", "smj", "sma", "sju", "sms", "smn"))
SIGN = {"da": "dsl", "nb": "nsl", "sv": "swl"}  # "Danish sign language"
# Tests and certificates that name their language: Danish, Norwegian and Swedish as second languages.
TESTS = {"studieprøven": "da", "bergenstest": "nb", "bergenstesten": "nb", "tisus": "sv", "norskprøven": "nb", "norskprøve": "nb",
    "norskprøver": "nb", "ielts": "en", "toefl": "en", "testdaf": "de", "delf": "fr", "dalf": "fr", "goethe": "de", "swedex": "sv", "sfi": "sv"}  # fmt: skip

# A name with one of these endings is about a person's command of the language ("norskspråklig", "danskkundskaber").
COMMAND = frozenset(
    "kundskab kundskaber kundskaberne kyndig kyndige talende sproget sprogede sproglig sproglige færdigheder niveau kompetencer"
    " kendskab kunnskap kunnskaper kunnskapene språklig språklige ferdigheter kompetanse nivå kunskap kunskaper kunskaperna"
    " talande språkig språkiga färdigheter kunnig kunniga kompetens".split()
)
COURSES = (
    "kurs",
    "undervis",
    "lektion",
    "opplæring",
    "oplæring",
)  # "norskkurs i arbeidstiden": the name alone is marked
COURSE = re.compile(
    r"\s*(?:courses?|classes|class\b|lessons?|training|kurs\w*|undervis\w*|lektion\w*|opplæring\w*|oplæring\w*|teacher|lærer|lärare)",
    re.IGNORECASE,
)
SFI_COURSE = re.compile(r"[- ](?:(?:kurs|course) )?[a-d]\b", re.IGNORECASE)  # elsewhere it is a school

INFORMAL_BEFORE = (
    "kaffe",
    "fika",
    "hverdags",
    "kvardags",
    "vardags",
    "skole",
    "skol",
    "bygge",
    "arbejds",
    "arbeids",
    "teknisk",
    "regnskabs",
    "riks",
    "turist",
    "ferie",
    "rejse",
    "reise",
    "restaurant",
    "restaurang",
    "køkken",
    "kjøkken",
    "köks",
    "butik",
    "værksteds",
    "verksteds",
    "verkstads",
    "fag",
    "fack",
    "forretnings",
    "affärs",
)  # "hverdagsdansk", "vardagssvenska", "turistspansk"

NAMES: dict[str, str] = {
    name: line.split()[0] for line in TABLE.strip().splitlines() for name in line.split()[1:]
}
# "Engelsken går greit", "danskan är bättre än tyskan"
NAMES |= {
    f"{name}{'en' if name.endswith('sk') else 'n'}": code
    for name, code in NAMES.items()
    if name.endswith(("sk", "ska"))
}
ADJECTIVES: dict[str, str] = {
    form: NAMES[base]
    for form in INFLECTED
    for base in (form[:-1], form[:-2], form[:-1] + "a")
    if base in NAMES
}
STEMS = frozenset(name[:4] for name in (*NAMES, *NORDIC, *TESTS)) | {"sign", "braz"}
CANDIDATE = re.compile(rf"(?<![^\W\d_])(?:{grouped((*STEMS, *INFORMAL_BEFORE))})[^\W\d_]*")
LANGUAGE_NOUN = re.compile(
    r"[-\s]*(?:sprog(?:et|ene|kundskaber|færdigheder|ligt?)?|språk(?:et|en|ene|kunskaper|kunnskaper|ferdigheter|färdigheter|lig)?"
    r"|languages?|tongues?|chib|language skills|tegnsprog|tegnspråk|teckenspråk|sign language)\b",
    re.IGNORECASE,
)
SIGN_NOUN = re.compile(r"[-\s]+(?:tegnsprog|tegnspråk|teckenspråk(?:et)?|sign language)\b", re.IGNORECASE)
TEXT_NOUN = re.compile(
    r"\s+(?:\w+\s+)?[^\W\d_]*(?:tekst|dokument|manual|instruk|tegning|text|handling|ritning|document|drawing|language|sprog|språk|tale\b|tal\b|skrift)[^\W\d_]*",
    re.IGNORECASE,
)
MINE = re.compile(r"\b(?:mit|mitt|dit|ditt|det)\s+$", re.IGNORECASE)
SAID_OF_IT = re.compile(  # "Mit engelske er godt nok"
    r"\s*(?:[.,;:–(]|$|\s(?:er|går|gikk|gik|rækker|rekker|holder|kommer|bliver|blir|klarer|fungerer|duger|duer|sidder|sitter|har|kan|skal|må|trenger|trænger)\b)",
    re.IGNORECASE,
)
READING = re.compile(
    r"\b(?:læse|læser|lese|leser|läsa|läser|read|forstå|förstå|understand|skrive|skriva|write)\s+(?:an?\s|en\s|et\s|ett\s)?(?:technical\s)?$",
    re.IGNORECASE,
)
PAPER_NOUN = re.compile(  # "read a Danish label"
    r"\s+(?:\w+\s+)?(?:labels?|manuals?|documents?|documentation|drawings?|texts?|instructions?|procedures?|standards?|etiket\w*|etikett\w*|manual\w*|dokument\w*|tegning\w*|ritning\w*|tekst\w*|instru\w*|prosedyr\w*|procedur\w*)\b",
    re.IGNORECASE,
)
SPEAKING = re.compile(r"[-\s]+(?:talende|talande|speaking|speakers?|språklig\w*|språkig\w*|sproget|sprogede|kun(?:d|n)?skaper?|kundskaber)\b", re.IGNORECASE)  # fmt: skip
NAMED = re.compile(  # "polish: of course", where the verb would have its object
    r"\s*(?:[:(]|[-–—]\s|(?:native|fluent|mother tongue|good|basic|a little|some)\b)", re.IGNORECASE
)
POLISHED = re.compile(
    r"\s+(?:the|an?|all|each|every|it|them|up|off|our|your)\b", re.IGNORECASE
)  # "Polish the surface"
# "DE native, EN fluent, NO B2": codes of countries and languages, only with a level behind them
ABBREVIATED = {"DE": "de", "EN": "en", "ENG": "en", "NO": "nb", "NB": "nb", "NOR": "nb", "SV": "sv", "SE": "sv", "SWE": "sv", "DA": "da", "DK": "da",
    "DAN": "da", "FR": "fr", "ES": "es", "PL": "pl", "RU": "ru", "FI": "fi", "NL": "nl", "PT": "pt", "IT": "it", "GER": "de", "TY": "de"}  # fmt: skip
ABBREVIATION = re.compile(
    rf"(?<![\w/.-])({'|'.join(ABBREVIATED)})(?=(?:\s*[:=(–—-]\s*|\s+)"
    r"(?:[ABC][12]\b|native|mother tongue|fluent|basic|intermediate|advanced|conversational|modersm|morsm|flyt|flyd|grundl|grunnl|begynder|nybörjar|nybegynner|lidt\b|litt\b|lite\b|little bit\b|a little\b|a bit\b|(?:read|reading|reads|passive|passiv)\b|[★●■█▮⬤◆▓]))"
)
BRAZIL = re.compile(r"[\s,(–-]{1,3}(?:fra |from |från |of )?(?:bra[sz]il\w*|BR\b)\)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Mention:
    """
    A language named in a passage.

    Args:
        start, end: characters in the passage; the ending or "speaking" after the name included.
        code: as in `TABLE`.
        speaks: the form itself says that someone uses the language ("norsktalende", "German-speaking").
        adjective: only a noun after it makes it a language ("norske dokumenter").
    """

    start: int
    end: int
    code: str
    speaks: bool
    adjective: bool = False


def find_mentions(text: str) -> Iterator[Mention]:
    """All names of languages in a text, also where they are adjectives of something else."""
    last: Mention | None = None
    for mention in _single(text):
        if last is None:
            last = mention
            continue
        gap = text[last.end : mention.start]
        if last.code == mention.code and fold(text[mention.start : mention.end]) in TESTS:
            last = replace(last, speaks=True)  # "Swedish: SFI D, TISUS" names one language
            continue
        is_kind = last.code == "se" and mention.code in SAMI and "(" in gap  # "samiska (umesamiska)"
        if (last.code == mention.code or is_kind) and gap and not gap.strip(" (") and len(gap) <= 2:
            # one name in two words: "Chinese (Mandarin)", "norsk bokmål"
            end = mention.end + (gap.strip() == "(" and text[mention.end : mention.end + 1] == ")")
            last = replace(last, end=end, speaks=last.speaks or mention.speaks)
            continue
        if last.code == "pt" and mention.code == "pt-BR":
            continue  # "Portuguese, mostly Brazilian"
        yield last
        last = mention
    if last:
        yield last


def _single(text: str) -> Iterator[Mention]:
    end = 0
    short = [
        Mention(*match.span(), ABBREVIATED[match[0]], speaks=False) for match in ABBREVIATION.finditer(text)
    ]
    long = (_mention(text, match) for match in CANDIDATE.finditer(fold(text)))
    for mention in sorted((*short, *filter(None, long)), key=lambda one: one.start) if short else long:
        if mention and mention.start >= end:
            end = mention.end
            yield mention


def _mention(text: str, match: re.Match[str]) -> Mention | None:
    word, (start, end) = match[0], match.span()
    if word == "sign" and text[end : end + 9].lower() == " language":
        return Mention(start, end + 9, "sgn", speaks=True)
    if word in TESTS:
        if word == "sfi" and not SFI_COURSE.match(text, end):
            return None
        return Mention(start, end, TESTS[word], speaks=True)
    if word in NORDIC:
        noun = LANGUAGE_NOUN.match(text, end)
        return Mention(start, noun.end(), "scandinavian", speaks=True) if noun else None
    if word in ADJECTIVES:
        if MINE.search(text, max(0, start - 12), start) and SAID_OF_IT.match(text, end):
            return Mention(start, end, ADJECTIVES[word], speaks=True)
        noun = TEXT_NOUN.match(text, end)
        return Mention(start, noun.end(), ADJECTIVES[word], speaks=bool(LANGUAGE_NOUN.match(text, end)), adjective=True) if noun else None  # fmt: skip
    if word == "polish" and (
        POLISHED.match(text, end) or (text[start] != "P" and not NAMED.match(text, end))
    ):
        return None
    found = _name(word)
    if found is None:
        return None
    paper = PAPER_NOUN.match(text, end) if READING.search(text, max(0, start - 30), start) else None
    if paper and word in NAMES:
        return Mention(start, paper.end(), NAMES[word], speaks=False, adjective=True)
    code, ending = found
    if ending in COURSES:
        size = next(
            size
            for size in range(len(word) - 1, 3, -1)
            if word[:size] in NAMES and word[size:].removeprefix("s").startswith(ending)
        )
        return Mention(start, start + size, code, speaks=False)
    if word == "brazilian" or (code == "pt-BR" and not ending):
        return _brazilian(text, start, end)
    return _extended(text, start, end, code, speaks=bool(ending) or code == "sgn")


@lru_cache(maxsize=20_000)  # the first letters of a name are those of many words
def _name(word: str) -> tuple[str, str] | None:
    """(code, ending) of a word that is a name of a language, alone or in a compound."""
    if word in NAMES:
        return NAMES[word], ""
    if word == "brazilian":
        return "pt-BR", ""
    for before in INFORMAL_BEFORE:
        rest = word.removeprefix(before)
        for name in (rest, rest.removeprefix("s")):
            if rest != word and name in NAMES:
                return NAMES[name], "niveau"
    for size in range(min(len(word) - 4, 14), 3, -1):
        ending = word[size:]
        if word[:size] in NAMES and (ending in COMMAND or ending.removeprefix("s") in COMMAND):
            return NAMES[word[:size]], ending
        course = next((one for one in COURSES if ending.removeprefix("s").startswith(one)), None)
        if word[:size] in NAMES and course:
            return NAMES[word[:size]], course
    return None


def _brazilian(text: str, start: int, end: int) -> Mention | None:
    """English "Brazilian" needs "Portuguese" behind it; Scandinavian "brasiliansk" is said of the language too."""
    following = re.compile(r"[-\s]+(portugu\w+|portugis\w+)", re.IGNORECASE).match(text, end)
    if following:
        return _extended(text, start, following.end(), "pt-BR", speaks=False)
    return (
        None if text[start:end].lower() == "brazilian" else _extended(text, start, end, "pt-BR", speaks=False)
    )


def _extended(text: str, start: int, end: int, code: str, *, speaks: bool) -> Mention:
    sign = SIGN_NOUN.match(text, end)
    if sign:
        return Mention(start, sign.end(), SIGN.get(code, "sgn"), speaks=True)
    if code == "pt":
        brazil = BRAZIL.match(text, end)
        if brazil:
            end, code = brazil.end(), "pt-BR"
    following = SPEAKING.match(text, end) or LANGUAGE_NOUN.match(text, end)
    return Mention(start, following.end() if following else end, code, speaks=speaks or bool(following))

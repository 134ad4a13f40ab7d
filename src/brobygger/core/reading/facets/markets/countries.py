"""Names of countries, and their adjectives, in English, Danish, Bokmål and Swedish: the markets of Nordic export."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from brobygger.core.reading.folding import fold, folded

# code: names | adjectives (beginnings; -e, -a, -t and -n may follow)
TABLE = """
DK: denmark, danmark | danish, dansk
NO: norway, norge, noreg | norwegian, norsk
SE: sweden, sverige | swedish, svensk
FI: finland | finnish, finsk
IS: iceland, island | icelandic, islandsk, isländsk
DE: germany, tyskland | german, tysk
AT: austria, østrig, østerrike, österrike | austrian, østrigsk, østerriksk, österrikisk
CH: switzerland, schweiz, sveits | swiss, schweizisk, sveitsisk
NL: netherlands, holland, nederlandene, nederland, nederländerna | dutch, hollandsk, nederlandsk, holländsk, nederländsk
BE: belgium, belgien, belgia | belgian, belgisk
LU: luxembourg, luxemburg | luxembourgish, luxembourgsk
FR: france, frankrig, frankrike | french, fransk
GB: united kingdom, great britain, uk, storbritannien, storbritannia, england | british, britisk, brittisk
IE: ireland, irland | irish, irsk, irländsk
ES: spain, spanien, spania | spanish, spansk
PT: portugal | portuguese, portugisisk
IT: italy, italien, italia | italian, italiensk
GR: greece, grækenland, hellas, grekland | greek, græsk, gresk, grekisk
PL: poland, polen | polish, polsk
CZ: czech republic, czechia, tjekkiet, tsjekkia, tjeckien | czech, tjekkisk, tsjekkisk, tjeckisk
SK: slovakia, slovakiet, slovakien | slovak, slovakisk
HU: hungary, ungarn, ungern | hungarian, ungarsk, ungersk
RO: romania, rumænien, rumänien | romanian, rumænsk, rumensk, rumänsk
BG: bulgaria, bulgarien | bulgarian, bulgarsk, bulgarisk
HR: croatia, kroatien, kroatia | croatian, kroatisk
RS: serbia, serbien | serbian, serbisk
SI: slovenia, slovenien | slovenian, slovensk
EE: estonia, estland | estonian, estisk, estnisk
LV: latvia, letland, lettland | latvian, lettisk
LT: lithuania, litauen | lithuanian, litauisk
UA: ukraine, ukraina | ukrainian, ukrainsk
TR: turkey, tyrkiet, tyrkia, turkiet | turkish, tyrkisk, turkisk
IL: israel | israeli, israelsk
AE: united arab emirates, uae, emiraterne, emiratene, emiraten | emirati
SA: saudi arabia, saudi-arabien, saudi-arabia, saudiarabien | saudi
EG: egypt, egypten | egyptian, egyptisk
MA: morocco, marokko, marocko | moroccan, marokkansk, marockansk
IR: iran | iranian, iransk
PK: pakistan | pakistani, pakistansk
IN: india, indien | indian, indisk
BD: bangladesh | bangladeshi
LK: sri lanka | sri lankan
CN: china, kina | chinese, kinesisk
JP: japan | japanese, japansk
KR: south korea, sydkorea, sør-korea, korea | korean, south korean, sydkoreansk, sørkoreansk, koreansk
TW: taiwan | taiwanese, taiwansk
VN: vietnam | vietnamese, vietnamesisk
TH: thailand | thai, thailandsk, thailändsk
MY: malaysia | malaysian, malaysisk
SG: singapore | singaporean, singaporsk
ID: indonesia, indonesien | indonesian, indonesisk
PH: philippines, filippinerne, filippinene, filippinerna | philippine, filippinsk
AU: australia, australien | australian, australsk, australisk, australiensisk
NZ: new zealand, nya zeeland | new zealand, newzealandsk, nyzeeländsk
US: united states, usa, u.s., us, the states | american, amerikansk
CA: canada, kanada | canadian, canadisk, kanadisk, kanadensisk
MX: mexico, mexiko | mexican, mexicansk, meksikansk, mexikansk
BR: brazil, brasilien, brasil | brazilian, brasiliansk
AR: argentina | argentine, argentinian, argentinsk
CL: chile | chilean, chilensk
CO: colombia | colombian, colombiansk
PE: peru | peruvian, peruansk
ZA: south africa, sydafrika, sør-afrika | south african, sydafrikansk, sørafrikansk
KE: kenya | kenyan, kenyansk
NG: nigeria | nigerian, nigeriansk
GH: ghana | ghanaian, ghanesisk
DK NO SE FI IS: the nordics, norden, nordic countries | nordic, nordisk
DK NO SE: scandinavia, skandinavien, skandinavia | scandinavian, skandinavisk
DE AT CH: dach | dach
BE NL LU: benelux | benelux
EE LV LT: the baltics, baltikum, baltics | baltic, baltisk
"""
CASED = frozenset(("us", "uk", "island"))  # ordinary words without their capitals: "us", "uk.", "island"


def _read(table: str) -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    names: dict[str, tuple[str, ...]] = {}
    adjectives: dict[str, tuple[str, ...]] = {}
    for line in table.strip().splitlines():
        codes, _, words = line.partition(": ")
        for target, part in zip((names, adjectives), words.split(" | "), strict=True):
            target.update(dict.fromkeys(part.split(", "), tuple(codes.split())))
    return names, adjectives


NAMES, ADJECTIVES = _read(TABLE)


def _alternatives(words: dict[str, tuple[str, ...]]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


COUNTRY = folded(
    rf"(?<![\w-])(?:(?P<name>{_alternatives(NAMES)})(?:s|'s)?(?!\w)|(?P<adjective>{_alternatives(ADJECTIVES)})(?:e|a|t|n|ne|na)?(?!\w))",
)


@dataclass(frozen=True, slots=True)
class CountryWord:
    """A country, or the countries of a region, named at start:end."""

    codes: tuple[str, ...]
    start: int
    end: int
    is_adjective: bool


def country_words(text: str) -> Iterator[CountryWord]:
    for match in COUNTRY.finditer(fold(text)):
        word = match["name"] or match["adjective"]
        if word in CASED and text[match.start() :].startswith(word):
            continue
        found = NAMES if match["name"] else ADJECTIVES
        yield CountryWord(found[word.lower()], *match.span(), match["name"] is None)

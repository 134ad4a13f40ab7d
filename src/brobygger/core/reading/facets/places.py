"""Where the work is, or where a person lives: towns beside a sign of it, not every town that is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from brobygger.core.reading.data import Document, DocumentKind, Fact, Passage, Place, Role
from brobygger.core.reading.facets.country import COUNTRY_OF_LANGUAGE, named_countries
from brobygger.core.reading.facets.facet import Finder, fact_at
from brobygger.core.reading.gazetteer import Gazetteer, Mention

LABEL = re.compile(  # "Arbejdssted: Aarhus"; may be a heading with the address in the lines below it
    r"\b(?:arbe(?:j|i)ds?sted|arbe(?:j|i)dsplads(?:en)?|tjenestested|arbetsort|tjänsteort|stationeringsort|placering(?:sort)?|"
    r"arbetsplats(?:en)?|arbeidsplass(?:en)?|lokation|beliggenhed|sted|ort|location|workplace|place of work|office|based|region|"
    r"bopæl|bosted|bostad(?:sort)?|adresse?|adress|address|home|by|city)"
    r"[ \t]*(?:[/(][^:\n]{0,25})?[:–\t][ \t]*",
    re.IGNORECASE,
)
LABEL_LINE = re.compile(  # the same, in the one or two lines before the passage
    r"(?:^|\n)[ \t]*(?:arbe(?:j|i)ds?sted|tjenestested|arbetsort|placering(?:sort)?|arbetsplats|lokation|location|workplace|"
    r"place of work|bopæl|bosted|adresse?|adress|address)[ \t]*:?[ \t]*\n\s*(?:\S[^\n]{0,60}\n)?\s*$",
    re.IGNORECASE,
)
SAID_LABEL = re.compile(  # "the place of employment is Odense", "Arbeidssted Moss"
    r"\b(?:arbe(?:j|i)ds?sted(?:et)?|tjenestested(?:et)?|arbetsort(?:en)?|place of (?:work|employment)|workplace|location|placering(?:en)?)"
    r"\s(?:(?:er|är|is|vil være|vil bli|will be|blir|bliver)\s[^.;\n]{0,40})?$",
    re.IGNORECASE,
)
CUE = re.compile(  # a workplace said in a sentence, before the town
    r"\b(?:sitter|sidder|holder til|håller till|kontor(?:et|er)?|huvudkontor(?:et)?|hovedkontor(?:et)?|office|headquarters|hq|site|plant|afdeling(?:en)?|avdeling(?:en)?|"
    r"avdelning(?:en)?|fabrik(?:ken|en)?|værksted(?:et)?|verksted(?:et)?|verkstad(?:en)?|laboratori(?:um|et)|lab|campus|anlæg(?:get)?|"
    r"anlegg(?:et)?|anläggning(?:en)?|lokaler|lager|terminal(?:en)?|skole(?:n)?|skola(?:n)?|ligger|based|baseret|basert|baserad|located|beliggende|lokali[sz]er(?:et|t|ad)|"
    r"placeret|plassert|placerad|placering|stationerad|stationeret|situated|arbejde(?:r)?|arbeide(?:r)?|arbeta(?:r)?|work(?:ing)?|"
    r"stilling(?:en)?|tjänst(?:en)?|job(?:bet|b)?|position|role|internship|praktik(?:plads)?|exjobb(?:et)?|speciale|projekt(?:et)?|team(?:et)?)\b"
    r"[^.,;\n]{0,50}?\b(?:i|in|ved|på|vid|at|near|nær|nära|outside|uden for|utenfor|utanför|til|till|to)\s+"
    r"(?:(?:og rundt|og omkring|och omkring|and around|rundt|omkring|centrala|centrum av|det centrale|sentrale|centrale|central|downtown|nærheden af|närheten av|nærheten av|the centre of)\s+)?$",
    re.IGNORECASE,
)
HOME_CUE = re.compile(
    r"\b(?:bor|bosat|bosatt|lives?|living|residing|resident|based|located|bopæl|bosted|hemort|home ?town|now in|nu i|nå i|\bår fra|\bår från|years old,? from)\b[^.;\n]{0,20}$",
    re.IGNORECASE,
)
RELOCATING = re.compile(r"\brelocat", re.IGNORECASE)
SEARCH = re.compile(
    r"\b(?:søger|søges|søker|söker|sökes|søkes|seeks?|looking for|wanted|hiring)\b", re.IGNORECASE
)
PREPOSITION = re.compile(
    r"\b(?:i|in|ved|vid|at|near|nær|nära)\s+(?:(?:og|och|and)\s(?:rundt|omkring|around)\s+|centrala\s+|centrale\s+|sentrale\s+)?$",
    re.IGNORECASE,
)
POSTCODE = re.compile(r"\b(?:(?:DK|N|SE?)-)?(?:\d{4}|\d{3}\s?\d{2})\s+$")
ELSEWHERE = re.compile(  # towns of customers, births, studies and travel are no workplaces
    r"\b(?:kunde(?:r|rne|rna)?\b|customers?|clients?|markede?t?|marknad(?:en)?|market|født|född|born|rejs|reis|resor|resa|travel|"
    r"flytte?r?|relocat\w*|grundlagt|grundad|founded|etablert|noterad|noteret|børs|börs|studie|studied|exam(?!ple)|skoleophold|skoleperiode|lärcentrum|messe|mässa|mandskabsskifte|mannskapsskifte|crew change|voksede op|vokset op|vokste op|oppvokst|opvokset|uppvuxen|växte upp|grew up|raised|læste|leste|läste|grad fra|degree from|"
    r"søsterselskab|dotterbolag|datterselskab|subsidiar\w*|kontorer i|offices in|kontor i (?:b(?:å|l)de|flera|flere))",
    re.IGNORECASE,
)
DWELLING = re.compile(  # where applicants may live, not where they work
    r"\b(?:bosat|bosatt|bopæl|bopel|bolig|bostad|bosted|housing|accommodation|(?:at|å|att) bo|och bo|og bo|bo i|bo in|to live|live in)\b",
    re.IGNORECASE,
)
BESIDE_NAME = re.compile(r"[\w.)][,(] ?\(?$|[–-] $|[/|·•] $")  # "Testverft AS, Halden", "Testverft (Halden)"
OF_PERSON = re.compile(  # "Navn: Testa Moss": a name like a town's
    r"\b(?:[Nn]avn|[Nn]amn|[Nn]ame|NAVN|NAMN|NAME)\b[\s:|]+[^\n,;|]*$"
)
MUNICIPALITY = re.compile(r"s?\s(?:[Kk]ommune?|[Mm]unicipality|[Uu]niversite[tT]|[Uu]niversity)\b")
WORK_OR_SCHOOL = re.compile(  # in a CV where somebody works, went to school or goes back to
    r"\b(?:arbe(?:j|i)d\w*|arbet\w*|jobb\w*|work(?:s|ed|ing)?|ansat|ansatt|anställd|employed|værksted\w*|verksted\w*|verkstad\w*|skole|skola|school|htx|stx|hhx|gymnasi\w+|college|ble utdannet|uddannet|utbildad|trained)\b[^.;\n]{0,40}$"
    r"|\b(?:hem|hjem|home|back|tilbage|tilbake|tillbaka)\s(?:till?|to)\s+$",
    re.IGNORECASE,
)
QUIET_HOME = re.compile(  # of people who write no capitals
    r"\b(?:bor (?:i|på)|lives? in|living in|based in|now in|nu i|nå i|\bår fra|\bår från|years old,? from)\s(?P<town>[^\W\d_]{2,})"
)
TABLE_ROW = re.compile(r"\s*\|[^|]*\|")
ORIGIN = re.compile(r"\b(?:from|fra|från|originally|oprindelig|opprinnelig|ursprungligen)\s+$", re.IGNORECASE)
COUNTY = re.compile(r"s?\s(?:län|fylke|[Cc]ounty|[Rr]egion)\b")
LISTED = re.compile(r"\s?(?:,|/|og|och|and|eller|or|,? (?:og|och|and))\s?(?:(?:i|in|på|at)\s)?")
BETWEEN = re.compile(r"\b(?:mellem|mellom|mellan|between)\s+$", re.IGNORECASE)
ORGANISATION = re.compile(
    r"s?[ ]+(?!(?:Universitet|University|Kommune?|Område|Area|City|Centrum|Sentrum|N|S|V|Ø|C|K)\b)[A-ZÆØÅÄÖ][\w&]{2,}"
)
LOUD = re.compile(r"[A-ZÆØÅÄÖ]{4,}")
HEADER = 400  # characters at the top in which a town is likelier the place: of a CV the home
SILENT = frozenset({Role.DIVERSITY})
SILENT_IN_CV = frozenset({Role.EDUCATION, Role.WORK, Role.SKILLS, Role.LANGUAGES})


def find_places(gazetteer: Gazetteer) -> Finder:
    """
    A finder of workplaces (ads) and homes (CVs) among the gazetteer's places.

    Confidence: a labelled line .95, the title or a workplace phrase .85, a bare "in Aarhus" .4.
    Towns without a sign, or beside a sign of something else (customers, birth), are left alone.
    """

    def find(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
        in_cv = document.kind is DocumentKind.CV
        if passage.role in SILENT or (in_cv and passage.role in SILENT_IN_CV):
            return
        loud, in_small_letters = LOUD.search(text) is not None, in_cv and text.islower()
        if not loud and not in_small_letters and next(gazetteer.mentions(text), None) is None:
            return
        before = document.text[max(0, passage.span.start - 100) : passage.span.start]
        labelled = bool(LABEL_LINE.search(before))
        at_home = labelled or passage.role is Role.TITLE or LABEL.search(text) is not None
        quiet = _quiet(text) if loud and at_home else text
        if in_small_letters:
            quiet = QUIET_HOME.sub(
                lambda match: match[0][: -len(match["town"])] + match["town"].capitalize(), text
            )
        last, sure = None, 0.0
        for mention in gazetteer.mentions(quiet):
            if COUNTY.match(quiet, mention.span.end):
                continue
            listed = last is not None and LISTED.fullmatch(quiet, last, mention.span.start) is not None
            if not listed:  # in a list every town is what the first one is
                sure = _home(quiet, mention, passage) if in_cv else _workplace(quiet, mention, passage)
            last = mention.span.end
            confidence = max(sure, 0.95 if labelled else 0.0)
            if confidence:
                place = _chosen(mention, text, passage)
                yield fact_at(place, passage, mention.span.start, mention.span.end, confidence)

    return find


def _quiet(text: str) -> str:
    """Words in capitals as names ("4313 SANDNES" → "4313 Sandnes"), every character in its place."""
    return LOUD.sub(lambda match: match[0].capitalize(), text)


def _workplace(text: str, mention: Mention, passage: Passage) -> float:
    """How sure it is that the work of an ad is there; 0 for a town that is only mentioned."""
    start, end = mention.span.start, mention.span.end
    label = next((one for one in reversed(list(LABEL.finditer(text, 0, start)))), None)
    if label and start - label.end() < 80 and "." not in text[label.end() : start]:
        return 0.95
    before = re.split(r"[.!?]\s", text[max(0, start - 90) : start])[-1]
    if ELSEWHERE.search(before) or DWELLING.search(before):
        return 0.0
    if SAID_LABEL.search(before):
        return 0.9
    if POSTCODE.search(before):
        return 0.8
    if ORGANISATION.match(text, end):
        return 0.0
    if passage.role is Role.TITLE or CUE.search(before):
        return 0.85 if passage.role is not Role.COMPANY else 0.6
    early = passage.span.start + start < HEADER
    if PREPOSITION.search(before) and (early or passage.role is not Role.COMPANY):
        return 0.85 if SEARCH.search(text) else 0.55 if early else 0.4
    if early and BESIDE_NAME.search(before):
        return 0.5
    return 0.5 if MUNICIPALITY.match(text, end) else 0.0  # "Krokoms kommun erbjuder": it employs at home


def _home(text: str, mention: Mention, passage: Passage) -> float:
    """How sure it is that the person of a CV lives there."""
    before = text[max(0, mention.span.start - 60) : mention.span.start]
    if not RELOCATING.search(before) and HOME_CUE.search(before):
        return 0.9
    if ELSEWHERE.search(before) or ORIGIN.search(before) or BETWEEN.search(before):
        return 0.0
    if POSTCODE.search(before) or LABEL.search(before):
        return 0.9
    if WORK_OR_SCHOOL.search(before) or OF_PERSON.search(before) or TABLE_ROW.match(text):
        return 0.0
    if passage.span.start + mention.span.start < HEADER and not ORGANISATION.match(text, mention.span.end):
        return 0.75
    return 0.0


def _chosen(mention: Mention, text: str, passage: Passage) -> Place:
    """Of places with the same name: the one in a country that is named, in the country of the language, the largest."""
    entries = mention.entries
    if len(entries) > 1:
        for country in (*named_countries(text), COUNTRY_OF_LANGUAGE.get(passage.language, "")):
            for entry in entries:
                if entry.place.country == country:
                    return entry.place
    return entries[0].place

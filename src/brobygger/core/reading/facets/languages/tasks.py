"""Words of an ad that name what a language may be used for: safety, customers, documentation, meetings, colleagues, coffee."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from brobygger.core.reading.data import LanguageTask
from brobygger.core.reading.folding import folded
from brobygger.core.reading.signs import Signs

_SAFE = r"(?<![\w-])(?:sikkerheds|sikkerhets|säkerhets|skydds|arbejdsmiljø|arbeidsmiljø|arbetsmiljö|hms|hse|apv|nød|beredskaps)[\s-]?"
_RULE = (
    r"(?:instru[kc]|introduk|anvisning|forskrift|föreskrift|regel|regle|rutin|proced|prosedyr|kurs|opl[æa]r|oppl[æa]r|utbildning|uddannels"
    r"|informa[ts]|bestemmels|bestämmels|skilt|skylt|datablad|manual|brief|gennemgang|gjennomgang|genomgång|møde|møte|möte|vejledning|veiledning)\w*"
)
SAFETY = folded(
    rf"{_SAFE}{_RULE}"
    r"|(?<!functional )(?<!food )\b(?:safety|hse|ehs|emergency)(?: and \w+)?[\s-](?:instruct\w*|rules?|regulations?|guidelines?|briefings?|procedures?|training|signs?"
    r"|information|inductions?|protocols?|talks?|meetings?|data sheets?|reasons)\b"
    r"|\b(?:af|av|for) (?:sikkerhedsmæssige|sikkerhetsmessige|säkerhetsmässiga)\b|\b(?:af|av) (?:sikkerhedsgrunde|sikkerhetsgrunner|säkerhetsskäl)\b"
    r"|\b(?:hensyn til|hänsyn till) (?:sikkerhed|sikkerhet|säkerhet)\w*|\bfor the sake of safety\b"
    r"|\binstru\w+ (?:om|for|on|about) (?:sikkerhed|sikkerhet|säkerhet|safety)\w*"
)
_CUSTOMERS = (
    r"(?:dialog|kontakt|servi[ck]e|tjänst|møde|møte|möte|support|besøg|besök|vendt|relation|relasjon|behandl|betjen|konsul|rådgiv"
    r"|henvend|samtal|vagt|opkald|mottag|mottak|cent|sent|ansvar|mail|forespør|spørgsmål|spørsmål|oppfølg|opfølg|uppfölj|projekt|prosjekt|bemöt|medar|kommuni|korrespond)"
)
CUSTOMERS = folded(
    rf"\b(?:slut|privat|erhvervs|bedrifts|företags|stor|nøgle|nøkkel|nyckel)?kund(?:er|en|erne|ene|erna|ers|ernes|enes|ernas|e?s?-?{_CUSTOMERS}\w*)?\b"
    r"|\b(?:customer|client|guest|patient)[\s-](?:dialogues?|contacts?|services?|support|calls?|meetings?|communication|relations?|relationships?|enquir\w+|inquir\w+|visits?|care|requests?)\b"
    r"|\b(?:customers?|clients?(?!\s?[-/]|\s(?:side|server|application))|guests|patients|(?<=the )patient)\b"
    r"|\b(?:klient(?:er|erne|ene|erna)?|borger(?:e|ne|ene|kontakt|service)?|pa[ts]ient(?:er|en|erne|ene|erna|kontakt\w*|dialog)|gæster(?:ne)?|gjester?(?:ne|ene)?|gäster(?:na)?)\b"
)
CUSTOMER = folded(r"\bkunde\b")  # in Swedish "could"
DOCUMENTATION = folded(
    r"\b\w*dokument(?:a[ts]i?on\w*|asjon\w*|er\w*|en|ene|et|s)?\b|\b\w*document(?:ation|s|ed|ing)?\b"
    r"|\b\w*rapport(?:er\w*|en|ene|s?skriv\w*|språk\w*|sprog\w*)?\b(?!\s+(?:til|till)\b)|(?:^[\W\d]*|\b(?:an?|the|your|each|every|clear|written|final|daily|weekly|project|test|service|annual|short)\s)report\b|\brepor(?:ts|ting)\b(?!\s+(?:directly\s+)?(?:to|into)\s+(?:the|our|a)\s+(?!auth|cust|client|board|manage))"
    r"|\bmanuals\b|\b(?:user|technical) manual\b|\bmanual(?:er|erne|ene|erna|en)\b"
    r"|\b\w*spe[cs]ifi[kc]a(?:tion|sjon)\w*|\b(?:brugervejledning|brukerveiledning|bruksanvisning|arbejdsbeskrivelse|arbeidsbeskrivelse|arbetsbeskrivning|arbejdsinstru|arbeidsinstru|arbetsinstru)\w*"
    r"|\bwork instructions?\b|\bproced(?:ur|yr)\w*|\bprosedyr\w*|\b(?:tegninger|tegningerne|tegningene|ritningar|ritningarna|drawings|data ?sheets?|datablade?\w*)\b"
    r"|\bjournal(?:er|ene|erne|erna|en|før\w*|notat\w*|skriv\w*)\b|\b(?:medical|patient|health) records?\b|\b(?:teknis[kt]e?a?|technical) te[kx](?:st|t)\w*"
)
_ACTS = r"(?:kunder|mange|dig|deg|os|oss|op|opp|in|ind|nye|nya|spændende|du|vi|customers|clients|the|our|you|deadline)"
MEETINGS = folded(
    r"(?<!\bat )(?<!\bdu )(?<!\bvi )(?<!\bjeg )(?<!\bman )(?<!\bkan )(?<!\bskal )(?<!\bvil )(?<!\bsom )(?<!\bder )(?<!\bå )"
    rf"\b(?!kund|klient|sikkerh|patient)\w*(?<!i)m(?:øde|øte)(?:r(?!\s{_ACTS}\b)|rne|ne|ene|t|ts|sprog\w*|språk\w*|deltag\w*|virksomhed\w*)?\b(?!\s{_ACTS}\b)"
    r"|\b(?!kund|skydds|säkerh)\w*möte(?:n|na|t|språk\w*)?\b|\bsammanträde\w*"
    rf"|\bmeetings?\b(?!\s{_ACTS}\b)|\bstand-?ups?\b|\bstå-op(?:-møder)?\b"
)
_SHOP = r"(?:værksted|verksted|verkstad|produktion|produksjon|fabrik|fabrikk|lager|byggeplads|byggeplass|arbejdsplads)"
FLOOR = folded(
    r"\bkolleg(?:er|aer|erne|aene|ene|or|orna|aerne|ers|ornas)\b|\b(?:colleagues|co-?workers|workmates|teammates)\b|\barbetskamrat\w*"
    rf"|\b(?:{_SHOP}s?-?)?(?:gulvet|golvet)\b|\b(?:på|i)\s(?:{_SHOP}(?:et|en|n|sen|erne)?|hallen)\b"
    r"|\bshop[- ]?floor\b|\bon (?:the|our) floor\b|\b(?:in|on) (?:the |our )?(?:production(?: line| hall)?|workshop|warehouse|factory|building site)\b"
    r"|\b(?:i|in|med|with|within|inden for|blandt|among)\s(?:the |our |vores |vårt |det )?team(?:et)?\b|\b(?:in|among) the crew\b|\bi (?:mandskabet|mannskapet|besætningen)\b"
)
COFFEE = folded(
    r"\bkaffe\w*|\bcoffee\w*|\blunsj\w*|\blunch\w*|\bfrokost\w*|\bfika\w*|\bkantin\w*|\bcanteen\b|\bpause(?:n|rne|ne|snak\w*)\b|\brasten\b|\bsmall[- ]?talk\b|\bsmåsnak\w*|\bsmåpra\w*|\bhyggesnak\w*|\bbreaks\b"
)
PATTERNS: Final[Mapping[LanguageTask, re.Pattern[str]]] = {
    LanguageTask.SAFETY: SAFETY,
    LanguageTask.CUSTOMERS: CUSTOMERS,
    LanguageTask.DOCUMENTATION: DOCUMENTATION,
    LanguageTask.MEETINGS: MEETINGS,
    LanguageTask.FLOOR: FLOOR,
    LanguageTask.COFFEE: COFFEE,
}
SIGNS = Signs(
    "sikkerh säkerh skydds arbejdsmiljø arbeidsmiljø arbetsmiljö hms hse apv nød beredskap safety emergency ehs kund custom client klient guest"
    " patient pasient borger gæst gjest gäst dokument document report rapport manual specif spesif vejledning veiledning anvisning beskrivel"
    " beskrivning instru proced prosedyr tegning ritning drawing data journal records tekst text møde møte möte sammanträde meeting stand stå-op"
    " kolleg colleague worker workmate teammate kamrat gulv golv floor værksted verksted verkstad produ fabrik lager bygge workshop warehouse"
    " factory team crew mandskab mannskap besætning kaffe coffee lunsj lunch frokost fika kantin canteen pause rasten talk småsnak småpra"
    " hyggesnak breaks hallen arbejdsplads".split()
)


@dataclass(frozen=True, slots=True)
class Named:
    """A task where a passage names it: half-open characters of the passage."""

    task: LanguageTask
    start: int
    end: int


def named_tasks(lower: str, language: str) -> Iterator[Named]:
    """
    Tasks that a passage names, in no order. Words that are part of a longer name of another task are none.

    Args:
        lower: the passage as `fold` gives it.
        language: of the passage.
    """
    found = [
        Named(task, *match.span()) for task, pattern in PATTERNS.items() for match in pattern.finditer(lower)
    ]
    if language != "sv":
        found += [Named(LanguageTask.CUSTOMERS, *match.span()) for match in CUSTOMER.finditer(lower)]
    for one in found:
        inside = any(
            other.start <= one.start
            and one.end <= other.end
            and (other.end - other.start) > one.end - one.start
            for other in found
        )
        same = next(other for other in found if (other.start, other.end) == (one.start, one.end))
        if not inside and same is one:
            yield one

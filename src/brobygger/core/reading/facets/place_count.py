"""How many people are wanted."""

from __future__ import annotations

from collections.abc import Iterator

from brobygger.core.reading.data import Document, DocumentKind, Fact, Passage, PlaceCount, Role
from brobygger.core.reading.facets.facet import fact_at
from brobygger.core.reading.facets.numerals import NUMBER, WORD, number
from brobygger.core.reading.folding import fold, folded
from brobygger.core.reading.signs import Signs

MOST = 500  # of one ad
SIGNS = Signs(("tilby", "mangl", "trenger", "behöv", "vil ha", "vill ha", "tar inn", "oppgaver", "erbjud", "offer", "antal", "number of", "søg", "søk", "sök", "seek", "looking for", "hiring", "recruit", "still", "tjänst", "plads", "plats", "plass", "position", "places", "openings", "vacanc", "anställ", "ansett", "ansæt", "rekr", "ansætter", "wanted"))  # fmt: skip
LABELLED = folded(
    r"\b(?:antall? (?:ledige |åpne |lediga )?(?:stillinger|pladser|platser|plasser|tjänster|befattningar|praktikpladser|personer)|antal stillinger|"
    r"number of (?:open |vacant )?(?:positions|places|openings|vacancies|posts|students|interns))\s*[:–-]?\s*(?P<count>\d{1,3})\b",
)
NOUN = (
    r"(?:(?:nye|nya|new|ledige|lediga|open|åpne|faste|fasta|vacant|dygtige|dyktige|duktiga|erfarne|erfarna|engagerede|engasjerte|engagerade|motivated|skilled|talented|experienced|"
    r"permanent|full-time|part-time|motiverede|ambitiøse|drivna|och|og|and|PhD|ph\.d\.-?)\s?,?\s?){0,4}"
)
OFFERED = folded(
    rf"\b(?:vi\s)?(?:søger|søker|söker|seeks?|seeking|are looking for|looking for|hiring|recruiting|ansætter|ansetter|anställer|rekrutterer|rekryterar|offers?|offering|tilbyder|tilbyr|erbjuder|mangler|trenger|behöver|vil ha|vill ha|tar inn|(?:plads|plass|plats|rum|room|places?) (?:til|till|for|för))\b"
    rf"(?P<gap>(?:\s(?:nu|nå|derfor|därför|just|now|currently|i øjeblikket|for tiden|altså|også|efter|etter|up to|op til|opp til|inntil|upp till|yderligere|ytterligare|ytterligere|further)){{0,3}})\s"
    rf"(?:(?P<low>{NUMBER})(?:\s?(?:-|–|til|till|to|eller|or)\s?(?P<high>{NUMBER}))?)\s(?P<noun>{NOUN}[^\W\d_][\w-]{{2,}})",
)
POSITIONS = folded(
    rf"(?<![\w.,-])(?P<low>{NUMBER})(?:\s?(?:-|–|til|till|to)\s?(?P<high>{NUMBER}))?\s{NOUN}"
    r"(?:stillinger|tjänster|positions|openings|vacancies|praktikpladser|praktikplatser|praksisplasser|studiejobs?|internships|lærlingepladser|læreplasser|elevpladser|plasser|pladser|platser|oppgaver ledige?|tillsvidareanställningar|places for)\b",
)
WANTED_AFTER = folded(
    rf"^\W*(?P<low>\d{{1,3}}|{WORD})\s{NOUN}[^\W\d_][\w-]{{2,}}(?:\s(?:og|och|and|/)\s[\w-]+)?\s(?:søges|søkes|sökes|wanted)\b",
)
NOT_PEOPLE = folded(
    r"^(?:års?|year|måned|månad|month|mdr|uge|uke|veck|week|dag|day|tim|hour|pct|procent|prosent|percent|kr|kroner|mio|mill|mia|gange|gånger|times|ting|things|of|av|af|kontor|offices|"
    r"fabrik|factor|projekt|prosjekt|project|område|områd|area|lande?|länder|countries|typer|types|sprog|språk|language|point|ects|stk|pieces|m2|kvm|way|ways)",
)
SILENT = frozenset({Role.COMPANY, Role.DIVERSITY})


def find_place_count(text: str, passage: Passage, document: Document) -> Iterator[Fact]:
    """
    The number of people an ad looks for; of a range ("2–3") the smaller, which is certain.

    "An engineer" is one anyway and "several" no number: both give nothing.
    """
    text = fold(text)
    if document.kind is DocumentKind.CV or passage.role in SILENT:
        return
    label = LABELLED.search(text)
    if label:
        count, start, end, sure = int(label["count"]), label.start("count"), label.end("count"), 0.95
    else:
        match = (
            OFFERED.search(text)
            or POSITIONS.search(text)
            or (WANTED_AFTER.search(text) if passage.role is Role.TITLE else None)
        )
        if not match or NOT_PEOPLE.match(match.groupdict().get("noun") or ""):
            return
        value = number(match["low"])
        if value != int(value) or (value == 1 and not match["low"].isdigit()):
            return
        count, start, end, sure = int(value), match.start("low"), match.end(), 0.85
    if 1 <= count <= MOST:
        yield fact_at(PlaceCount(count), passage, start, end, sure)

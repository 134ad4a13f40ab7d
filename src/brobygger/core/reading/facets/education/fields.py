"""
Words for fields of study, as ISCED-F 2013 codes.

The codes are those under which the alphabetical index of "ISCED Fields of Education and Training 2013: Detailed field
descriptions" (UNESCO Institute for Statistics, 2015) lists the subject; a broad word gets a broad code (two or three
digits). Danish, Bokmål, Swedish and English beginnings of words; order matters: the first that fits wins.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from brobygger.core.reading.folding import folded

TABLE: tuple[tuple[str, str], ...] = (
    # longer phrases first, where a part of them would say something else
    ("0711", r"kemiteknik|kemiingeni\w+|kemiteknologi|kjemiteknikk|kjemiingeni\w+|kjemisk prosess\w*|chemical (?:and process )?engineering|process engineering"
             r"|proces(?:s)?tekn\w+|prosesstekn\w+|processingenjör|prosessingeniør|procesingeniør|kemitekn\w+"),
    ("0732", r"bygg-? og miljøtekn\w+|väg- och vatten\w*"),
    ("0714", r"electronics (?:and|&) communications?"),
    ("0711", r"qu[ií]mico\b|ing\w+ qu[ií]mic\w+|verfahrenstechnik|prosess(?= (?:eller|og|eller|,)|,)|proces(?= (?:eller|og)|,)|biochemical engineering"),
    ("0512", r"genteknik\w*|genteknologi|gene technology|genetic engineering|kemisk biologi|kjemisk biologi|chemical biology|teknisk biologi|biokemi\w*|biokjemi\w*|biochemi\w*|biote[ck]\w*|molekylær\w*(?: biologi)?|molekyl\w*|molecular(?: biology)?|genomi\w+|genetik\w*|genetics"),
    ("0914", r"bioingeniør\w*|bioanaly\w+|biomedicinsk analy\w+|biomedical laboratory\w*|radiograf\w*|radiography|laborato\w*(?:tekn|analy)\w*"),
    ("0588", r"bioinformati\w*|bioinformatics|computational biology"),
    ("0712", r"miljøtekn\w+|miljötekn\w+|environmental (?:engineering|technology)|miljøingeniør|miljöingenjör|vandtekn\w+|vannteknikk|vattentekn\w+"),
    ("0521", r"miljøvi\w+|miljövetenskap\w*|environmental science\w*|økologi|ekologi|ecology|miljøkemi"),
    ("0788", r"industriel(?:l)? [øe]konomi|indøk|ingeniør og økonomi|industrial engineering and management|design og innovation"),
    ("0716", r"skepps\w+|sjötekni\w+|sjøtekni\w+|landbru[gk]smaskin\w*|lantbruksmaskin\w*|lastvogn\w*|køretøj\w*|fordon\w*|automotive|bilmekanik\w*|bilteknik\w*|flytekn\w+|flygtekn\w+|aerospace|aeronautic\w*|naval|skibs\w+|skips\w+|marinteknikk?|marine engineering"
             r"|maskinmester|maskinist\w*|vehicle engineering|rymdtekn\w+"),
    ("0533", r"teknisk fysik\w*|fysik\w*|physics|engineering physics|astronom\w*|nanotekn\w+|nanoscience|nanovidenskab|optik|fotonik|photonics|akusti\w*|acoustic\w*"),
    ("0714", r"electr[oó]ni\w+|eletr[oô]ni\w+|elektroni\w+|electroni\w+|automation\w*|automasjon\w*|automati\w+|robot\w*|me[kc][ah]tron\w*|mechatron\w*|kyberneti\w*|cyberneti\w*|regler\w+|regulering\w*"
             r"|styring\w*|styr- og|telekom\w*|telecom\w*|signalbehandling\w*|signal processing|embedded\w*|indlejre\w+|inbyggda system|computer engineering|datateknik\b|svakstrøm\w*|svagstrøm\w*"
             r"|instrumentering\w*|control engineering|systems? and control"),
    ("0713", r"elektrotechni\w+|el[eé]?ctric\w+|elétric\w+|elkraft\w*|elektro\w*|electric\w*|elektrisk\w*|elektrik\w*|el-?tekn\w+|el-?ingeni\w+|elinstall\w+|stærkstrøm\w*|sterkstrøm\w*|starkström\w*|energi\w*|energy\w*|power engineering|power systems?"
             r"|vedvarende|fornybar\w*|förnybar\w*|renewable\w*|vindkraft|vindenergi|wind energy|køletekn\w+|kuldetekn\w+|kyltekn\w+|vvs\w*|hvac|varmetekn\w+|elektriker\w*|gr\.? ?l\b|energimontør"),
    ("0732", r"bauingenieur\w*|budownictwo|bim-samordn\w+|bygg?(?!e[rt]?\b|ede|g?d[ea]?\b)\w*|bygning\w*|anlæg\w*|anlegg\w*|anläggning\w*|civil engineering|structural engineering|construction|konstruktionstekn\w+|geotekn\w+|väg- och vatten\w*|vei og\w*|vann og avløp"
             r"|samhällsbyggnad\w*|tømrer\w*|snickar\w*|murer\w*|murar\w*|betong\w*|brandingeni\w+|building (?:engineering|technology|services|construction)"),
    ("0731", r"arkite[ck]t\w*|architect\w*|byplan\w*|urban planning|samhällsplan\w*|landinspektør\w*|landmåling\w*|landskapsark\w*|geomati\w+|lantmäteri\w*|surveying|kartografi"),
    ("0715", r"maschinenbau\w*|mec[aâá]ni\w+|mécani\w+|\w*smed\b|ślusarz\w*|spawacz\w*|industriteknologi|product development|produktutvikling|produktudvikling|maskin(?!l[æä]r|inlär)\w*|mechani\w*|mekani\w*|industritekni\w*|produktionstekn\w+|produksjonstekn\w+|production engineering|manufacturing\w*|industriel produktion|smed\w*|sveis\w*|svejs\w*|svets\w*|weld\w*"
             r"|cnc\w*|spåntag\w*|værktøj\w*|verktøy\w*|verktyg\w*|platearbeider\w*|industrimekanik\w*|industrirør\w*"),
    ("0722", r"material\w*|plast\w*|polymer\w*|træteknik|træindustri|papir\w*|metallurg\w*"),
    ("0724", r"petroleum\w*|bergtekn\w+|mining|gruv\w*|råstof\w*|reservoar\w*"),
    ("0721", r"fødevare\w*|levnedsmiddel\w*|livsmedel\w*|næringsmiddel\w*|matteknologi|food (?:science|technology|engineering)|mejeri\w*|meieri\w*"),
    ("0612", r"netværkste\w+|nettverkste\w+|nätverkste\w+|network (?:engineer\w*|tech\w*|security|admin\w*)|computer networks?|databasete\w+|cyber\w*|it-sikkerhed|it-sikkerhet|it-säkerhet|information security|informasjonssikkerhet|informationssäkerhet|systemadmin\w*"),
    ("0613", r"web[b-]?\s?(?:utveckl|udvikl|utvikl|develop)\w*|inform[aá]ti[ck][ao]?\b|informatik\b|datalogi\w*|informati[kc]s?\b|informatikk|computer science|software\w*|datavetenskap\w*|datavitenskap\w*|datamatiker\w*|dataingeni\w+|datatekni\w+|systemutv\w+|systemudv\w+|systemvetar\w*"
             r"|systemvetenskap\w*|programvaru\w*|mjukvaru\w*|programmering\w*|programming|computational science|webudvikl\w*|webutv\w+|spiludv\w+|computing"),
    ("061", r"it\b|ict\b|ikt\b|information(?:s|al)? ?te[ck]\w+|informasjons(?:te|sy)\w+|information systems|informationssystem\w*|data ?(?:science|engineering|analytics)|datavidenskab|kunstig intelligens|artificial intelligence|machine learning|maskinlæring|maskininlärning"),
    ("0531", r"qu[ií]mica|kemi\w*|kjemi\w*|chemi\w*"),
    ("0511", r"(?:micro|mikro|agro|marin|marine |cell|celle)?biolog\w*|mikrobio\w*|microbio\w*|biovidenskab|bioscience\w*|life sciences?"),
    ("0532", r"geolog\w*|geofys\w*|geophys\w*|geovi\w+|geoscience\w*|geovetenskap\w*|meteorolog\w*|oceanogra\w*|hydrolog\w*|geogra\w*|earth sciences?"),
    ("0542", r"statisti\w*|biostat\w*|aktuar\w*|actuar\w*"),
    ("0541", r"matemati\w*|mathemati\w*|maths?\b"),
    ("0916", r"farma\w*|pharma\w*"),
    ("081", r"plantevitenskap|plant science|plantevidenskab|agronom\w*|jordbruk\w*|landbrug\w*|landbruk\w*|lantbruk\w*|agricultur\w*|husdyr\w*|horti\w*|gartner\w*"),
    ("0821", r"forst(?:brug|kand|vi|ing|tekn)\w*|forestry|skog\w*|skov\w*"),
    ("0831", r"akvakultur\w*|aquacultur\w*|fiskeri\w*|fisheries|vattenbruk\w*"),
    ("1041", r"nauti\w*|navigat\w*|skibsfører\w*|styrmand\w*|sjøkaptein\w*|logistik\w*|logistic\w*|transport\w*"),
    ("091", r"helsefag\w*|sundhedsfag\w*|vårdutb\w+|health care|healthcare"),
    ("0913", r"sygeplej\w*|sykeplei\w*|omvårdnad|nursing"),
    ("0912", r"medicine?\b|medisin\b"),
    ("0923", r"sosialfag\w*|socialfag\w*|socialt arbete|sosialt arbeid|social work"),
    ("0922", r"fritidsledar\w*|barn- och fritid\w*|barne- og ungdom\w*"),
    ("0314", r"sociolog\w*|sosiologi|genusvetenskap|kjønnsstudier|kulturgeografi"),
    ("0313", r"psykologi|psychology"),
    ("031", r"samhällsvetenskap\w*|samfunnsvitenskap\w*|samfundsvidenskab\w*|samfundsfag\w*|social sciences?|statsvetenskap|statsvitenskap|political science"),
    ("032", r"kommunikation\b|kommunikasjon\b|communications?\b(?! skill)|journalisti\w*|medievetenskap|medievitenskap"),
    ("023", r"lingvistik\w*|linguistic\w*|språkvetenskap|sprogvidenskab"),
    ("0232", r"literature|litteraturvi\w+"),
    ("011", r"pedagog\w*|pædagog\w*|lärarutb\w+|lærerutd\w+|læreruddann\w+|teacher education"),
    ("042", r"jur(?:idik|a|ist\w*)\b|law\b|rettsvitenskap|rättsvetenskap"),
    ("0311", r"economics|econometri\w*|nationalekonomi|nationaløkonomi|samfunnsøkonomi|økonometri"),
    ("0411", r"redovisning|regnskab|regnskap|accounting|revision"),
    ("0414", r"marketing|markedsføring|marknadsföring"),
    ("0413", r"business|ledelse|management|administration|supply chain|entrepren\w*"),
    ("04", r"[øe]konomi\w*"),
    ("05", r"naturvi\w*|naturvetenskap\w*|realfag\w*|natural sciences?|naturbruk\w*"),
    ("07", r"\w*ingenieur\w*|engenharia|ingenier[ií]a|ingénierie|tekni[sk]\w*|technical|technolog\w*|teknologi\w*|engineering|ingeni\w+|ingenjör\w*"),
)  # fmt: skip
GENERAL = frozenset(("05", "07"))
_GROUPS = "|".join(rf"(?P<n{number}>{words})" for number, (_, words) in enumerate(TABLE))
FIELD = folded(rf"\b(?:{_GROUPS})")


@dataclass(frozen=True, slots=True)
class FieldWord:
    code: str
    start: int
    end: int


INSTITUTION_BEHIND = folded(  # "Technical University of Denmark" is a place, not a field
    r"[\w-]*\s+(?:[\w-]+\s+)?(?:universit\w*|college|högskola\w*|høgskole\w*|høyskole\w*|institut\w*|school|academy|akademi\w*)",
)
OR_SIMILAR = folded(
    r"\b(?:similar|related|relevant|lignende|tilsvarende|liknande|motsvarande|annen|anden|annan)\s$"
)  # "or a related technical field"
INSTITUTION_BEFORE = folded(r"\b(?:universit\w*|college|institute|school) (?:of|for)\s+(?:[\w-]+\s+){0,2}$")


def fields_in(text: str, start: int, end: int) -> list[FieldWord]:
    """Every field named in text[start:end], in order; a broad one only where no narrow one of it is named."""
    found = [
        FieldWord(TABLE[int(match.lastgroup[1:])][0], *match.span())
        for match in FIELD.finditer(text, start, end)
        if match.lastgroup and not _names_institution(text, match)
    ]
    return [one for one in found if not _is_part_of(one, found, text)]


def _names_institution(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 50) : match.start()]
    return bool(INSTITUTION_BEHIND.match(text, match.end()) or INSTITUTION_BEFORE.search(before))


def _is_part_of(broad: FieldWord, others: list[FieldWord], text: str) -> bool:
    """Whether a broad word only repeats a narrower one, or stands beside one ("pharmaceutical technology")."""
    if broad.code in GENERAL and len(others) > 1 and OR_SIMILAR.search(text, 0, broad.start):
        return True
    for other in others:
        if other.code != broad.code and other.code.startswith(broad.code):
            return True
        between = text[min(other.end, broad.end) : max(other.start, broad.start)]
        if broad.code in GENERAL and other.code not in GENERAL and not between.strip(" -"):
            return True
    return False

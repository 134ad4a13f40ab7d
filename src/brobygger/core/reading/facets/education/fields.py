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
    ("0721", r"food (?:and process|process|and nutrition|and beverage) \w+|nutrition and food \w+|process?tekn\w+ (?:mejeri|livsmedel|fødevare|meieri)\w*|lebensmittel\w*|(?:ingenier[ií]a|tecnolog[ií]a|engenharia) (?:de|en|dos) alimentos|technologia żywności"),
    ("0732", r"(?:ingenier[ií]a|ingegneria|engenharia|génie) civile?|technika budowlana|concrete work\w*"),
    ("0841", r"dyrlæge\w*|veterin\w+|djursjuk\w*|djurvård\w*|dyrepleie\w*|tiermedizin"),
    ("0711", r"(?<=ingeniør i )kemi\b|(?<=ingenjör i )kemi\b|kemi og teknologi|kemi(?:sk)? och bio\w*tekn\w+"),
    ("0711", r"kemiteknik|kemiingeni\w+|kemiteknologi|kjemiteknikk|kjemiingeni\w+|kjemisk prosess\w*|chemical (?:and process )?engineering|process engineering"
             r"|proces(?:s)?tekn\w+|prosesstekn\w+|processingenjör|prosessingeniør|procesingeniør|kemitekn\w+"),
    ("0732", r"bygg-? og miljøtekn\w+|väg- och vatten\w*"),
    ("0714", r"electronics (?:and|&) communications?"),
    ("0711", r"qu[ií]mico\b|ing\w+ qu[ií]mic\w+|verfahrenstechnik|prosess(?= (?:eller|og|eller|,)|,)|proces(?= (?:eller|og)|,)|biochemical engineering"),
    ("0512", r"genteknik\w*|genteknologi|gene technology|genetic engineering|kemisk biologi|kjemisk biologi|chemical biology|teknisk biologi|biokemi\w*|biokjemi\w*|biochemi\w*|biote[ck]\w*|molek[uy]l[aä]?r?\w*biolog\w*|molekylær\w*|molekylær biologi|molekyl\w+ (?:biologi|genetik)|molecular (?:biology|life sciences?|genetics|medicine|biotechnology)|biokemia|toksikolog\w*|toxikolog\w*|toxicolog\w*|genomi\w+|genetik\w*|genetics"),
    ("0914", r"bioingeniør\w*|bioanaly\w+|biomedicinsk analy\w+|biomedical laboratory\w*|biomedicinsk laborator\w*|medicinsk laborator\w*|medical imaging|radiograf\w*|radiography|laborato\w*(?:tekn|analy)\w*"),
    ("0588", r"bioinformati\w*|bioinformatics|computational biology"),
    ("0712", r"miljøtekn\w+|miljötekn\w+|environmental (?:engineering|technology)|miljøingeniør|miljöingenjör|vandtekn\w+|vannteknikk|vattentekn\w+"),
    ("0521", r"miljøvi\w+|miljövetenskap\w*|environmental science\w*|økologi|ekologi|ecology|miljøkemi"),
    ("0788", r"industriel(?:l)? [øe]konomi|indøk|ingeniør og økonomi|industrial engineering and management|design og innovation"),
    ("0716", r"auto\b|auto(?:mekani|tekni|lakker|elektri)\w*|bilmek\w*|bilfag\w*|bilskade\w*|karosseri\w*|personbil\w*|personvogn\w*|lastbil\w*|kjøretøy\w*|tungbil\w*|tunge køretøj\w*|flymek\w*|aircraft\w*|(?:car|vehicle|truck|motor) (?:mechanic\w*|technician\w*|technology)|maskinoffi[sc]\w*|motormand\w*|motormann\w*|kfz-?\w*|båtbygg\w*|bådebygg\w*|shipbuild\w*|skepps\w+|sjötekni\w+|sjøtekni\w+|landbru[gk]smaskin\w*|lantbruksmaskin\w*|lastvogn\w*|køretøj\w*|fordon\w*|automotive|bilmekanik\w*|bilteknik\w*|flytekn\w+|flygtekn\w+|aerospace|aeronautic\w*|naval|skibs\w+|skips\w+|marinteknikk?|marine engineering"
             r"|maskinmester|maskinist\w*|vehicle engineering|rymdtekn\w+"),
    ("0533", r"teknisk fysik\w*|fysik\w*|physics|engineering physics|astronom\w*|nanotekn\w+|nanoscience|nanovidenskab|physik\w*|physique\b|f[ií]sica\b|fizyk\w*|optik|fotonik|photonics|akusti\w*|acoustic\w*"),
    ("061", r"datateknik\b|datateknologi\b"),
    ("0714", r"elektroteknologi\b|prosessregul\w*|processregl\w*|procesregul\w*|process control|elettroni\w+|électroni\w+|automazion\w*|automatyk\w*|autom[aá]tica\b|sensor\w*|mikroelektron\w*|microelectron\w*|electr[oó]ni\w+|eletr[oô]ni\w+|elektroni\w+|electroni\w+|automation\w*|automasjon\w*|automati\w+|robot\w*|me[kc][ah]tron\w*|mechatron\w*|kyberneti\w*|cyberneti\w*|regler\w+|regulering\w*"
             r"|styring\w*|styr- og|telekom\w*|telecom\w*|signalbehandling\w*|signal processing|embedded\w*|indlejre\w+|inbyggda system|computer engineering|datorteknik\b|svakstrøm\w*|svagstrøm\w*"
             r"|instrumentering\w*|control engineering|systems? and control"),
    ("0713", r"el(?:energi|fag|montø|montö|servi[cs]e|program|forsyning|distribu|anlæg|anlegg)\w*|elettr\w+|électri\w+|elektry\w+|el(?= (?:och|og)\b)|el- (?:og|och) energi\w*|ekom\b|kulde\w*|kylmont\w*|kølemont\w*|varmepump\w*|solenergi\w*|solar\b|kraftproduk\w*|elektrotechni\w+|el[eé]?ctric\w+|elétric\w+|elkraft\w*|elektro\w*|electric\w*|elektrisk\w*|elektrik\w*|el-?tekn\w+|el-?ingeni\w+|elinstall\w+|stærkstrøm\w*|sterkstrøm\w*|starkström\w*|energi\w*|energy\w*|power engineering|power systems?"
             r"|vedvarende|fornybar\w*|förnybar\w*|renewable\w*|vindkraft|vindenergi|wind energy|køletekn\w+|kuldetekn\w+|kyltekn\w+|vvs\w*|hvac|varmetekn\w+|elektriker\w*|gr\.? ?l\b|energimontør"),
    ("0732", r"bauingenieur\w*|budownictwo|bim-samordn\w+|bygg?(?!e[rt]?\b|ede|g?d[ea]?\b)\w*|bygning\w*|anlæg\w*|anlegg\w*|anläggning\w*|civil engineering|structural engineering|construction|konstruktionstekn\w+|geotekn\w+|väg- och vatten\w*|vei og\w*|vann og avløp"
             r"|samhällsbyggnad\w*|tøm(?:re|me)r\w*|snickar\w*|snekker\w*|carpent\w*|bricklay\w*|mason(?:ry)?\b|plumb\w*|rørleg\w*|rørlæg\w*|rörmont\w*|malersvend\w*|malerfag\w*|målar\w*|stillas\w*|scaffold\w*|taktekk\w*|tagdæk\w*|budowlan\w*|earthquake engineering|fire (?:safety|protection) engineering|brandtekn\w+|road (?:construction|engineering)|murer\w*|murar\w*|betong\w*|brandingeni\w+|building (?:engineering|technology|services|construction)"),
    ("0731", r"arkite[ck]t\w*|architect\w*|byplan\w*|urban planning|samhällsplan\w*|landinspektør\w*|landmåling\w*|landskapsark\w*|geomati\w+|lantmäteri\w*|surveying|kartografi"),
    ("0715", r"meccani\w+|metallbau\w*|schlosser\w*|fräser\b|tokarz\w*|hållfasthet\w*|holdfasthet\w*|styrkelære|solid mechanics|fluid (?:mechanics|dynamics)|strømningsmek\w*|finmek\w*|drejer\w*|dreier(?:fag)?\b|plåtslag\w*|industriemech\w*|budowa maszyn|industriprogram\w*|industrioper\w*|industrioperatør\w*|industriarbe\w*|industrial (?:mechanic\w*|technician\w*)|machinist\w*|machining|toolmak\w*|metal ?work\w*|metallfag\w*|konstruktionssmed\w*|vedlikeholdsmek\w*|underhållste[ck]\w*|maschinenbau\w*|mec[aâá]ni\w+|mécani\w+|\w*smed\b|ślusarz\w*|spawacz\w*|industriteknologi|product development|produktutvikling|produktudvikling|maskin(?!l[æä]r|inlär)\w*|mechani\w*|mekani\w*|industritekni\w*|produktionstekn\w+|produksjonstekn\w+|production engineering|manufacturing\w*|industriel produktion|smed\w*|sveis\w*|svejs\w*|svets\w*|weld\w*"
             r"|cnc\w*|spåntag\w*|værktøj\w*|rørsvei\w*|verktøy\w*|verktyg\w*|platearbeider\w*|industrimekanik\w*|industrirør\w*"),
    ("0722", r"snedker\w*|møbel\w*|möbel\w*|träteknik|treteknikk|wood (?:technology|science|working)\w*|furniture\w*|keramik\w*|ceramic\w*|werkstoff\w*|material\w*|plast\w*|polymer\w*|træteknik|træindustri|papir\w*|metallurg\w*"),
    ("0724", r"petroleum\w*|bergtekn\w+|mining|gruv\w*|råstof\w*|reservoar\w*"),
    ("0723", r"tekstil\w*|textil\w*|skredder\w*|skrædder\w*|tailor\w*|fashion technology"),
    ("0721", r"slagter\w*|slakter\w*|butcher\w*|bager(?:fag|lærling|svend|i|e)?\b|baker(?:fag|faget|y)?\b|bagare\w*|konditor\w*|bryggeri\w*|brygmester\w*|brewing|sjømat\w*|seafood|fiskeindustri|fish processing|kjøttskj\w*|dairy\w*|food technologist\w*|food production|fødevare\w*|levnedsmiddel\w*|livsmedel\w*|næringsmiddel\w*|matteknologi|food (?:science|technology|engineering)|livsmedelstek\w*|næringsmid\w*|mejeri\w*|meieri\w*"),
    ("0612", r"netværkste\w+|nettverkste\w+|nätverkste\w+|network (?:engineer\w*|tech\w*|security|admin\w*)|computer networks?|databasete\w+|cyber\w*|it-sikkerhed|it-sikkerhet|it-säkerhet|information security|informasjonssikkerhet|informationssäkerhet|systemadmin\w*|it-support\w*|it-drift\w*|driftsteknik\w*|drift(?:s|e)tekniker\w*|it-administrat\w*|cloud\b"),
    ("0613", r"(?:full|front|back)[- ]?(?:stack|end)\w*|spil(?:prog|design)\w*|game (?:dev|prog|tech)\w*|applikationsutv\w*|apputv\w*|informatique|informaty[ck]\w*|programmer(?:er|ing)?\b|web[b-]?\s?(?:utveckl|udvikl|utvikl|develop)\w*|inform[aá]ti[ck][ao]?\b|informatik\b|datalogi\w*|informati[kc]s?\b|informatikk|computer science|software\w*|datavetenskap\w*|datavitenskap\w*|datamatiker\w*|dataingeni\w+|datatekni\w+|systemutv\w+|systemudv\w+|systemvetar\w*"
             r"|systemvetenskap\w*|programvaru\w*|mjukvaru\w*|programmering\w*|programming|computational science|webudvikl\w*|webutv\w+|spiludv\w+|computing"),
    ("061", r"it-(?!sik|säk)\w+|it\b|ict\b|ikt\b|information(?:s|al)? ?te[ck]\w+|informasjons(?:te|sy)\w+|information systems|informationssystem\w*|data ?(?:science|engineering|analytics)|datavidenskab|kunstig intelligens|artificial intelligence|machine learning|maskinlæring|maskininlärning"),
    ("0531", r"chimi\w+|qu[ií]mica|kemi\w*|kjemi\w*|chemi\w*"),
    ("0511", r"biowissenschaft\w*|zoolog\w*|botani\w*|limnolog\w*|(?:micro|mikro|agro|marin|marine |cell|celle)?biolog\w*|mikrobio\w*|microbio\w*|biovidenskab|bioscience\w*|life sciences?"),
    ("0532", r"geowissenschaft\w*|hydrogeolog\w*|jordvidenskab\w*|geolog\w*|geofys\w*|geophys\w*|geovi\w+|geoscience\w*|geovetenskap\w*|meteorolog\w*|oceanogra\w*|hydrolog\w*|geogra\w*|earth sciences?"),
    ("0542", r"statisti\w*|biostat\w*|aktuar\w*|actuar\w*"),
    ("0541", r"mat[eh]+m[aá]ti\w*|mathémati\w*|maths?\b"),
    ("0916", r"farma\w*|pharma\w*|pharm(?=\.)"),
    ("081", r"plantevitenskap|plant science|plantevidenskab|agronom\w*|jordbruk\w*|landbrug\w*|landbruk\w*|lantbruk\w*|agricultur\w*|husdyr\w*|horti\w*|gartner\w*|trädgård\w*|hagebruk\w*|animal science|lantmästar\w*|jordbrug\w*|agro\b"),
    ("0821", r"forst(?:brug|kand|vi|ing|tekn)\w*|forestry|skog\w*|skov\w*"),
    ("0831", r"akvakultur\w*|aquacultur\w*|fiskeri\w*|fisheries|fiskefag\w*|fiske og fangst|vattenbruk\w*"),
    ("1041", r"nauti\w*|navigat\w*|skibsfører\w*|styrmand\w*|sjøkaptein\w*|logistik\w*|logistic\w*|transport\w*|yrkessjåfør\w*|chauffør\w*|yrkesförar\w*|spedit\w*|luftfart\w*|pilot\w*"),
    ("0911", r"tandlæge\w*|tandläkar\w*|tannlege\w*|odont\w*|dentist\w*|dental\w*|tandplej\w*|tannpleie\w*|tandhygien\w*|tandtekni\w*|tannhelse\w*"),
    ("0921", r"helsefagarbeid\w*|omsorgsarbeid\w*|vård- och omsorg\w*|social- og sundheds\w*|sosu-?\w*|undersköters\w*|äldreomsorg\w*|eldreomsorg|elderly care"),
    ("0915", r"fysioterap\w*|ergoterap\w*|arbetsterap\w*|physiotherap\w*|occupational therap\w*|logop\w*|audiolog\w*|kiropra\w*|ernæringsfysiolog\w*|dietist\w*|dietet\w*|kostvetar\w*|human nutrition"),
    ("0112", r"førskole\w*|förskol\w*|barnehagel\w*|early childhood|preschool"),
    ("0113", r"grundskollär\w*|grunnskolelær\w*|folkeskolelær\w*|primary (?:school )?(?:teach|educ)\w*"),
    ("0114", r"pædagogikum|praktisk[- ]pedagogisk\w*|ppu\b|ämneslärar\w*|gymnasielärar\w*|yrkeslärar\w*|lektorutd\w*|lektorprogram\w*|fagdidakti\w*|subject teach\w*|secondary (?:school )?teach\w*"),
    ("1012", r"frisør\w*|frisör\w*|hairdress\w*|kosmetolog\w*|hudpleie\w*"),
    ("1013", r"kokk?\b|kokke(?:fag|udd|lær)\w*|kock(?:utb\w*)?\b|culinary\w*|restaurant\w*|restaurang\w*|hotell?(?:fag|ledelse|drift|management)?\b|hotel- og\b|hospitality\w*|catering\w*|gastronom\w*|servitør\w*|tjenerudd\w*|matfag\w*"),
    ("1015", r"turis\w*|touris\w*|reiseliv\w*|rejseliv\w*"),
    ("1011", r"renhold\w*|lokalvård\w*|rengøringstekn\w*|serviceassist\w*"),
    ("1032", r"vekter\w*|väktar\w*|polit?isutb\w*|politi(?:høgskole|skole|udd)\w*|police\w*|brandmands?\w*|brannkonstab\w*|räddningstjänst\w*"),
    ("1014", r"idræt\w*|idrett\w*|idrott\w*|sports? science\w*|træner(?:udd\w*)?\b|sport management"),
    ("091", r"helsefag\w*|sundhedsfag\w*|vårdutb\w+|health care|healthcare"),
    ("0913", r"sjuksköters\w*|distriktssköters\w*|(?:akut|specialist|anestesi|operations|barn)(?:sjuksköters|sygeplej|sykeplei)\w*|intensivvård\w*|onkolog\w*|jordemoder\w*|jordmor\w*|barnmorske\w*|midwif\w*|krankenpfleg\w*|pielęgniar\w*|enfermer\w*|infirmi\w*|nurse\b|sygeplej\w*|sykeplei\w*|omvårdnad|nursing"),
    ("0912", r"medicine?\b|medisin\b|lægevidenskab\w*|humanmedizin|medicinstud\w*|medisinstud\w*|läkarprogram\w*"),
    ("0923", r"socionom\w*|sosionom\w*|barnevern\w*|vernepleie\w*|socialrådgiv\w*|sosialfag\w*|socialfag\w*|socialt arbete|sosialt arbeid|social work"),
    ("0922", r"fritidsledar\w*|barn- och fritid\w*|barne- og ungdom\w*"),
    ("0314", r"antropologi\w*|anthropolog\w*|etnolog\w*|kriminologi\w*|criminology|sociolog\w*|sosiologi|genusvetenskap|kjønnsstudier|kulturgeografi"),
    ("0313", r"psykologi\w*|psycholog\w*|psych(?=\.)"),
    ("0312", r"statskundskab\w*|international(?:e|a)? (?:relations|relasjoner|relationer|studier)|scient\. ?pol\b"),
    ("031", r"samhällsvetenskap\w*|samfunnsvitenskap\w*|samfundsvidenskab\w*|samfundsfag\w*|social sciences?|statsvetenskap|statsvitenskap|political science"),
    ("032", r"kommunikation\b|kommunikasjon\b|communications?\b(?! skill)|journalisti\w*|medievetenskap|medievitenskap"),
    ("0211", r"grafisk\w* (?:design|teknik|produktion)|graphic design|media?graf\w*|mediegrafik\w*|mediedesign\w*|medieteknik|mediateknik|multimedi[ae]\w*|animation\w*|film(?:produktion|vid|vit)\w*"),
    ("0212", r"industri(?:ell?|al)? ?design\w*|produktdesign\w*|product design|interi[øöo]r\w*|fashion design"),
    ("0215", r"musik\w*|musikk\w*|music\b|teater\w*|performing arts"),
    ("0222", r"historie\b|historia\b|history\b|ar[ck]h?a?eolog\w*|arkæolog\w*"),
    ("0223", r"filosofi\w*|philosophy"),
    ("0221", r"teologi\w*|theology|religionsvi\w*"),
    ("0231", r"translation\w*|translatør\w*|oversætterudd\w*|oversetterutd\w*|översättarutb\w*|tolkutb\w*|tolkeudd\w*|filologi\w*|philology|modern languages|germanistik\w*|anglistik\w*"),
    ("023", r"lingvistik\w*|linguistic\w*|språkvetenskap|sprogvidenskab"),
    ("0232", r"literature|litteraturvi\w+"),
    ("011", r"pedagog\w*|pædagog\w*|lärarutb\w+|lærerutd\w+|læreruddann\w+|teacher education"),
    ("042", r"jus\b|rettsvit\w*|retsvidenskab\w*|jur(?=\.)|jur(?:idik|a|ist\w*)\b|law\b|rettsvitenskap|rättsvetenskap"),
    ("0311", r"economics|econometri\w*|nationalekonomi|nationaløkonomi|samfunnsøkonomi|økonometri"),
    ("0411", r"redovisning\w*|regnskab\w*|regnskap\w*|accounting|accountanc\w*|revision|revisor\w*|bogholder\w*"),
    ("0412", r"finans(?:iering|økonom\w*|udd\w*)?\b|finance\b|banking|bankudd\w*|forsikring\w*|försäkring\w*"),
    ("0416", r"detailhandel\w*|butiks\w*|salgsfag\w*|salgsassist\w*|handelsassist\w*|retail\w*|service og samferdsel|varehandel\w*"),
    ("0415", r"kontorfag\w*|kontorudd\w*|kontorassist\w*|kontor- og adm\w*|secretar\w*|sekretær\w*|office administration"),
    ("0414", r"marketing|markedsføring\w*|marknadsföring\w*"),
    ("0413", r"merc(?=\.)|human resources|betriebswirt\w*|projektled\w*|prosjektled\w*|merkonom\w*|business|ledelse|management|administration|supply chain|entrepren\w*"),
    ("04", r"[øe]konomi\w*|siviløkonom\w*|civilekonom\w*"),
    ("05", r"naturvi\w*|naturvetenskap\w*|realfag\w*|natural sciences?|naturbruk\w*"),
    ("07", r"polyt(?=\.)|ingegneria|inżynieri\w*|\w*ingenieur\w*|engenharia|ingenier[ií]a|ingénierie|tekni[sk]\w*|technical|technolog\w*|teknologi\w*|engineering|ingeni\w+|ingenjör\w*"),
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
AND_SO = folded(r"[ -]*|\s?(?:sciences?\s)?(?:&|and)\s")  # "Computer Science & Engineering"
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
        if broad.code in GENERAL and other.code not in GENERAL and AND_SO.fullmatch(between):
            return True
    return False

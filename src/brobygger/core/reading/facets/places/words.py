"""Words beside a town that say what it is, in Danish, Bokmål, Swedish and English: alternatives of patterns, by meaning."""

from __future__ import annotations

PLACE_OF_WORK = (  # headings of forms
    r"arbe(?:j|i)ds?sted(?:et)?|arbe(?:j|i)dsplads(?:en)?|arbeidsplass(?:en)?|arbetsplats(?:en)?|arbetsort(?:en)?|tjenestested(?:et)?|"
    r"tjänsteort|tjänsteställe|stationeringsort|placering(?:en|sort)?|oppmøtested|mødested|lokation|lokasjon|lokalitet|beliggenhed|"
    r"location|workplace|place of (?:work|employment)|duty station"
)
HOME = (
    r"bopæl(?:skommune)?|bosted(?:skommune)?|bostad(?:sort)?|boende|bo(?:r|satt?)|hjemsted|hjemby|hemort|hemstad|home ?town|"
    r"home|liv(?:es in|ing)|residence|resident in|based in|current location|(?:present |current |home )?address|adresse?"
)
PLAIN_PLACE = r"sted|ort|plats|place|by|stad|city|town|region|kommune?|office|kontor|base|based|where|hvor|var|frem?møde|frammøte"

DIRECTLY = (  # a workplace that a town follows without a preposition: "avdeling Stavanger", "campus Tromsø"
    r"af?v?deling|avdelning|campus|kontor|lokalitet|plats|ort|base|stasjonering|stationering|placering|plassering|hospitalet|sygehus(?:et)?|"
    r"sykehuset|sjukhuset|fabrik|fabrikk|site|plant|depot|terminal|butikk?|filial|distrikt|station|stasjon|arbeidssted|arbejdssted|arbetsort"
)
WORKPLACE = (  # kinds of workplaces, as the last part of a compound too
    r"kontor(?:et)?|hovedsæde(?:t)?|hovedkvarter(?:et)?|huvudkvarter(?:et)?|office|headquarters|hq|premises|site|plant|factory|workshop|shop|store|"
    r"af?v?deling(?:en)?|avdelning(?:en)?|enhet(?:en)?|enhed(?:en)?|fabrikk?(?:en)?|værksted(?:et)?|verksted(?:et)?|verkstad(?:en)?|"
    r"laboratori(?:um|et)|lab|campus|anlæg(?:get)?|anlegg(?:et)?|anläggning(?:en)?|lokaler|lager(?:et)?|terminal(?:en)?|depot|"
    r"skole(?:n)?|skola(?:n)?|gymnasi(?:um|et)|rådhus(?:et)?|stadshus(?:et)?|sygehus(?:et)?|sykehus(?:et)?|sjukhus(?:et)?|hospital(?:et)?|"
    r"klinikk?(?:en)?|clinic|butikk?(?:en)?|hotell?(?:et)?|restaurant|barnehage(?:n)?|børnehave(?:n)?|förskola(?:n)?|plejecenter|sykehjem|"
    r"äldreboende|museum|museet|bibliotek(?:et)?|verft(?:et)?|værft(?:et)?|varv(?:et)?|shipyard|slakteri(?:et)?|mejeri(?:et)?|meieri(?:et)?|"
    r"bageri(?:et)?|bakeri(?:et)?|sagbruk(?:et)?|sågverk(?:et)?|firma(?:et)?|bedrift(?:en)?|selskap(?:et)?|selskab(?:et)?|bolag(?:et)?|"
    r"företag(?:et)?|virksomhed(?:en)?|company|start-?up|institutt?(?:et)?|institution(?:en)?|department|universitet(?:et)?|college|"
    r"team(?:et)?|smelteverk(?:et)?|havn(?:en)?|hamn(?:en)?|kai(?:a|en)|kaj(?:en)?"
)
BEHIND = (  # of a town: "our Moss site", "Vejle-afdelingen"
    r"sites?|office|plant|factory|hub|base|branch|team|campus|lab|kontor(?:et)?|af?v?deling(?:en)?|avdelning(?:en)?|fabrikk?(?:en)?"
)
WORKING = (  # what an employer or an applicant does at the place
    r"sitter|sidder|holder til|håller till|ligger|based|baseret|basert|baserad|located|beliggende|lokali[sz]er(?:et|t|ad)|base|"
    r"placeret|plassert|placerad|placering|plassering|stationerad|stationeret|stasjonert|situated|arbejde(?:r)?|arbeide(?:r)?|arbeta(?:r)?|"
    r"work(?:ing)?|oppmøte|fremmøde|stilling(?:en)?|tjänst(?:en)?|job(?:bet|b)?|position|role|internship|praktik(?:plads)?|exjobb(?:et)?|"
    r"speciale|projekt(?:et)?|utgår|udgår|foregår|optager|skal være|ska vara|need to be|on site|velkommen|välkommen|welcome|sejler|seiler|seglar|sails|kör ut|kører ud"
)
SEARCH = r"søger|søges|søker|söker|sökes|søkes|seeks?|looking for|wanted|hiring|ledig|vacant|anställer|ansetter|ansætter|trenger|behöver|mangler|opslår"
AT = (
    r"i|in|ved|på|vid|at|near|nær|nära|tæt på|close to|outside|uden for|utenfor|utanför|"
    r"(?:nord|syd|sør|øst|vest|norr|söder|öster|väster|north|south|east|west) (?:for|om|of)|"
    r"(?:udkanten|utkanten|hjertet|hjärtat|outskirts|heart|centre|center) (?:af|av|of)"
)
AROUND = (
    r"(?:og|och|and) (?:rundt|omkring|around)|rundt|omkring|centrala|centrum av|det centrale|det sentrale|sentrale|centrale|central|"
    r"downtown|nærheden af|nærheten av|närheten av|the centre of|midt i|mitt i"
)

ELSEWHERE = (  # towns of others, of studies, of travel, of gifts
    r"kunde(?:r|rne|rna)?\b|customers?|clients?|markede?t?\b|marknad(?:en)?\b|market(?:s|place)? in|partner\w*|leverandør\w*|leverantör\w*|suppliers?|"
    r"konkurrent\w*|competitors?|arkitekten|konstruktören|architect|rejs|reis|resor|resa|travel|flytte?r?|relocat\w*|ophold|opphold|"
    r"grundlagt|grundad|founded|etablert|noterad|noteret|børs|börs|studie(?:r|rne|tur)|studied|examen från|skoleophold|skoleperiode|lärcentrum|"
    r"messe|mässa|trade fair|konferen\w*|conference|seminar\w*|mandskabsskifte|mannskapsskifte|crew change|"
    r"(?:måneder|månader|months|uger|uker|veckor|weeks|period|periode) (?:i|in|hos|at|på)|"
    r"søsterselskab|søster\w*|syster\w*|sister|datterselskab|datterselskap|dotterbolag|subsidiar\w*|moderbolag|parent company|konsern\w*|"
    r"lanserar|lancerer|lanserer|launch\w*|levererar till|leverer til|"
    r"kontorer i|offices in|kontor i (?:b(?:å|l)de|flera|flere)|filialer|branches|"
    r"hytte\w*|\w*hytte(?:r|n)?|feriehus\w*|sommerhus\w*|\w*stuga|cabins?|säsongskort|sesongkort|liftkort"
)
PART = r"Torg|Torv|Havn|Hamn|Station|Stasjon|Park|Øst|Vest|Nord|Syd|Sør|Öst|Väst|Norra|Södra"  # of a town: "Moss Havn"
DISTANCE = r"minut\w*|minutes?|km|kilometer|mil|timer?|timmar|hours?|drive"
DWELLING = (  # where applicants may live, not where they work
    r"bosat|bosatt|bopæl|bopel|bolig|bostad|bosted|housing|accommodation|(?:at|å|att) bo|och bo|og bo|bo i|bo in|to live|live in|living in"
)
TOGETHER = r"ihop med|tillsammans med|samarbete\w*|samarbe(?:j|i)d\w*|sammen med|together with|collaborat\w*|joint\w*|utbildade|educated|uddannet"
LOCAL_BODY = (  # what is named by the town that it is in: "Skive Varmeværk", "Sundsvalls tekniska högskola"
    r"kommune?|kommunale?|municipality|(?:\w+ )?universitet(?:et)?|university(?: hospital)?|(?:\w+ )?(?:højskole|høgskole|högskola|handelsskole|erhvervsskole)|"
    r"(?:\w+ )?(?:skole|skola|gymnasi(?:um|et)|college|videregående)|"
    r"\w*(?:sygehus|sykehus|sjukhus|hospital|lasarett|plejecenter|sykehjem)|\w*(?:varme|forsyning|energi|kraft|vatten|vand|vann|værk|verk|verket|værker)|"
    r"\w*(?:smedie|mejeri|meieri|mejeriet|bryggeri|bageri|bakeri|værft|verft|varv|mølle|sagbruk|bruk|slakteri)|"
    r"zoo|stadion|\\w*klubb?|hotell?|camping|(?:luft)?havn|hamn|flygplats|lufthavn|airport|port|politi|bibliotek|museum|stift|teater|kirke|spare(?:kasse|bank)|avis|tidning|tidende"
)
WISH = (  # where somebody would go
    r"relocat\w*|flytt\w*|move to|pendl\w*|commut\w*|open to|åben for|åpen for|öppen för|gerne i|gärna i|gjerne i|helst|preferred|prefer\w*|"
    r"ønske\w*|önska\w*|søger|søker|söker|seeking|looking for|available in|via|distan(?:s|ce)"
)
BIRTH = r"født i|født:|föddes? i|född:|born(?: in)?|fødested|fødeby|födelseort|place of birth|birthplace"
YOUTH = (
    r"voksede op|vokset op|vokst opp|vokste op+|oppvokst|opvokset|uppvuxen|växte upp|grew up|raised|læste|leste|läste|grad fra|degree from|"
    r"studied|studerede|studerte|studerade"
)
SCHOOL = r"skole|skolen|skola|skolan|school|htx|stx|hhx|gymnasi\w+|college|universitet\w*|university|institut\w*|academy|akademi\w*|uddannet|utdannet|utbildad|trained"
MOVED = r"moved to|flyttede til|flyttet til|flyttade till|settled in|slo meg ned i|slog mig ned i|kom till?|came to"

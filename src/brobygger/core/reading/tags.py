"""
What the words around a language or a skill do, told alike in Danish, Bokmål, Swedish and English.

"Kræves", "kreves", "krävs" and "required" are all "need". What is learned of tags in one language holds in the others, and
for words that nobody has seen beside a language yet, as long as their stem is here.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from brobygger.core.reading.folding import fold

# tag → words and, with a star, beginnings of words; an underscore joins the words of a phrase
WORDS: dict[str, str] = {
    "not": "ikke ikkje inte icke ej not n't ingen inga inget intet no none nobody nor neither hverken verken varken never aldrig aldri cannot næppe neppe knappast hardly sällan sjældent sjelden seldom rarely ingenting intetsteds ingensteds ingenstans nothing nowhere zero nul null noll cant dont doesnt isnt slett slet",
    "without": "uden uten utan without mangle* mangla* sakna* lack* slipp* slipper undvær* undvara missing",
    "need": "krav* kræv* krev* kräv* requir* nødvendig* nödvändig* necess* need* behøv* behöv* behov trenger trengs trenge trengst forudsæt* forutset* förutsät* betingelse* vilkår* villkor* condition* mandatory essential"
    " obligator* prerequisite* demand* compulsory afgørende avgjørende avgörande crucial vital indispensable important viktig* vigtig* skallkrav must-have påkræv* påkrev* ufravi* kommer_ikke kommer_inte insist* strenge stränga stricte forlang* förlang* begär begära begärs asked_for ask_for asks_for asking_for frågar_efter fråga_efter frågas_efter spør_etter spørre_etter spørger_efter spørge_efter musts must-haves skal-krav må-krav minimumskrav grundkrav minstekrav",
    "must": "skal ska skall must måste må have_to has_to shall",
    "expect": "forvent* förvänt* expect* regner_med räknar_med assum* tager_for tar_for granted self-evident selvfølge selvfølge* självklar* selvklart sjølvsagt selvsagt givet given count_on counting_on venter_sig väntar_sig vente_sig vänta_sig förutsatt forudsat forutsatt",
    "plus": "fordel* fördel* plus pluss merit* advantag* asset* bonus* benefi* prefer* foretræk* foretrekk* föredra* appreciat* uppskatt* verdsett* værdsæt* värdesät* nice welcome velkom* välkom* styrk* strength* gevinst* tillgång* hjælp* hjelp* hjälp*"
    " help* vægt* vektl* optional* handy useful nytt* användbar* brugbar* tæller teller räknas count counts wonderful great populær* populär* popular underlätt* lettere lättare easier extra ekstra guld gull gave dröm* drøm* rart kjekt trevlig* hyggelig* fun sjovt kul"
    " fantast* underbar* skade* skada* hurt harm hinder smile pris favour win* love glæder gläder gleder delighted spar* saves saving increase* øger øker ökar chance* chans* sjanse* försprång forsprang forspring head_start edge nyttig* gavn gavnlig* til_gode",
    "wish": "gerne gjerne gärna helst preferably ideally ønsk* önsk* wish* desir* hope* håb* håp* hopp* fortrinnsvis willing* villig* nysgerrig* nyfik* curious vill like_to would_like we'd_love ser_gärna ser_gjerne ser_gerne gladly gladelig gladeligen hellere heller_vil efterspurgt etterspurt efterspørges etterspørres efterfrågas efterfrågad* eftertrakt* ettertrakt* sought keen lyst lust happily",
    "seek": "søger søker söker seek* looking_for leder_efter leter_etter letar_efter ansætter ansetter anställer hire hiring recruit* rekrutter* rekryter*",
    "interpreter": "tolk* interpret* oversæt* oversett* översätt* translat* ordbog* ordbok* dictionary app oversat* oversatt* översatt* simultantolk* subtitl* undertekst* textning",
    "if": "hvis dersom if såfremt ifall om_du om_ni når_du when_you hvorvidt",
    "work language": "working_language working_languages work_language corporate_language company_language office_language business_language official_language team_language common_language main_language everyday_language project_language meeting_language",
    "language": "sprog* språk* language languages tongue tongues",
    "we": "vi we os oss vores vår* our us team* holdet gruppe* grupp* group* kolleg* colleague* alle alla everyone everybody afdeling* avdeling* avdelning* department huset medarbejder* medarbetar* medarbeider* ansatte anställda staff crew firma* virksomhed*"
    " selskab* selskap* företag* company bedrift* koncern* konsern* kontor* office lab* personal* mandskab* mannskap* besætning* besättning* operatør* operatör* operator* verksted* værksted* verkstad* workshop butik* store stores lager* warehouse floor halvdelen hälften half most"
    " de_fleste de_flesta køkken* kjøkken* kök* kitchen fabrik* factory site people folk montør* montör* teknik* technician* gjengen gänget environment miljø* miljö* workplace arbejdsplads* arbeidsplass* arbetsplats* internt internal* indbyrdes imellan_oss university universitet* fakultet* faculty klinik* sykehus* sjukhus* hospital",
    "you": "du dig deg dej din dit ditt dine dina you your yours yourself selv själv you'll you've you're you'd",
    "candidate": "ansøger* søkere søker* sökande* applicant* candidate* kandidat* den_som den_der anyone person* vedkommende stipendiat* doktorand* fellow someone someone_who en_som en_der den_anställd* den_ansatte",
    "others": "kund* customer* client* patient* borger* bruker* user* guest* gæst* gjest* gäst* elev* pupil* student* barn* børn* child* parent* forældr* foreldr* föräldr* pårørende anhörig* relatives leverandør* leverantör* supplier* beboer* beboar* market* marked* marknad*"
    " turist* tourist* chauffør* sjåfør* chaufför* driver* myndighed* myndighet* authorit* chef* sjef* boss foreman formand* arbetsled* ejer* eier* ägar* owner* he hun hon han she they de partner* consultant* konsulent* konsult*",
    "paper": "manual* dokument* document* tegning* ritning* drawing* rapport* report* journal* instru* mail* mejl* e-mail epost* kode* kod koden code* system* procedure* prosedyre* procedur* protokol* artik* paper papers paperwork skilt* skylt* sign signs referat* note notes publi* log logs"
    " manuskript* manuscript* slides chat* papir* opskrift* oppskrift* recept* recipe* liste* lista list lists materi* teori* skjema* formul* form forms kontrakt* contract* mappe* database* website hjemmeside* hemsid* intranet* afrapport* avvik* afvig* post letter* brev* bestilling* order* avhandling* afhandling* thesis dissertation* beskjed* besked* notat* larm* alarm* kommentar* comment comments jira slack teams appen ticket* sagerne sager ärende* saksbehandl* sagsbehandl* faktura* invoice* pitch decks salgsmateriale* crm erp brukerveiled* varslene bestillingsl* kontrakter skærm* skjerm* skärm* screen* interface* menukort* meny*",
    "meeting": "møde* møte* möte* meeting* seminar* standup* stand-up* samtale* samtal* conversation* interview* intervju* undervis* teach* taught lecture* forelæs* foreles* föreläs* kommunika* communicat* radio* brief* opplæring* oplæring* utbildning* training presenta* præsenta* telefon* phone* support*"
    " snak praten kurs kurset kursen course class* vejled* veiled* handled* tutorial* dialog* talk session* workshop* møterne forhandl* förhandl* negotiat* retro opkald samtykke utspørr* briefing* konferanse* konference* konferens* forhandling* dialogen gjennomgang* genomgång* gennemgang*",
    "happens": "foregår går sker skjer happen* hålls holdes afholdes avholdes held conducted skrives skrivs written tales talas snakkes pratas spoken føres förs used bruges brukes används use uses using bruger bruker använder exist* findes finnes finns gives gis ges given done takes_place står hear høre hører hör höra afrapporteres"
    " runs run tas tages utførs udføres utføres kører kjører körs lyder låter skifter växlar veksler switch* alternat* taught kommer_i comes visas vises gäller gælder gjelder publiceras publiseres publiceres utarbeides udarbejdes föras filed shown displayed delivered leveres leveras fungerar_på",
    "be": "er är is are be være vara vore blir bliver bli blive var was were been lyder",
    "speak": "tale taler tala talar snakk* prat* speak* spoke talking",
    "write": "skriv* writ* formuler* udtryk* uttryk* uttryck* express*",
    "read": "læs* les* läs* read*",
    "understand": "forstå* förstå* understand* follow følge* følger följ* hänga_med skjønn* begrib*",
    "master": "behersk* behärsk* mestr* master* klare* klara* klarer begå manag* get_by gebærd* meg_forstått deg_forstått seg_forstått meg_forståelig deg_forståelig mig_forståelig dig_forståelig sig_forståelig mig_forstået dig_forstået mig_förstådd dig_förstådd sig_förstådd myself_understood yourself_understood handle* hantera* håndter* håndter* sitter sitte sitta sidder sidde sits råda rår mestrer begår",
    "know": "kan kunne kunna know* can able could kundskab* kunnskap* kunskap* kendskab* kjennskap* kännedom færdighed* ferdighet* färdighet* skill skills abilit* evne* förmåg* forstand* competen* kompeten*",
    "learn": "lær* lär lära lärt lärd* lärer learn* tilegn* tillägn* acquir* kurser kursus kursene courses lesson* classes study* studer* pick_up sprogkurs* språkkurs* norskkurs* danskkurs* danskundervis* sfi øve øva öva opnå* oppnå* uppnå* reach* attain* commit* forbedr* förbättr* improv* begynderkurs* begynnerkurs* nybörjarkurs* practise practising practice praktisera træne træner trene trener träna tränar intensivkurs* nordkurs* selvstudi* självstudi* tage_kurset ta_kurset",
    "offer": "tilby* erbjud* offer* betal* pay pays paid gratis free kostnadsfri* bekost* dækker dekker täcker funded fund finansier* betalt betald* covers cover lessons_paid",
    "time": "år years year month months måned* månad* inden_for innen inom inden within på_sigt på_sikt efterhånden etter_hvert efter_hand senere senare later over_time med_tiden prøvetid* provanställ* eventually until indtil fram_till day_one dag_én dag_ett first_day first_shift yet endnu ennå ännu starter startar begin* begynd* begynn* börja* semester underveis undervejs vänta vente wait snart soon once tiltræd* tiltred* tillträd* ansættelse* ansettels* tilsetting* anställning* appointment employment uger uker veckor weeks week uke uge",
    "coffee": "kaffe* coffee lunsj* lunch* frokost* fika* kantin* canteen* pause* rast rasten raster rasterna hyggesnak* småsnak* småprat* smalltalk small-talk uform* uform* informel* informell* informal* socialt sosialt sosiale sociale sociala socially messa messen matsal* fredag* friday* bord* biljard* øl öl beer kage kake",
    "but": "men but dog dock however derimod däremot derimot otherwise ellers annars resten rest undtagen unntatt utom except",
    "while": "mens medan while although selvom selv_om även_om though whereas",
    "so": "derfor so så därför therefore hence hvorfor varför thus altså alltså why betyder betyr means deraf så_att",
    "because": "fordi da siden since because as eftersom ettersom hensyn due for_at nemlig",
    "enough": "nok enough räck* rækk* rekk* sufficient tilstræk* tilstrekk* tillräck* fint fin fine ok okay works funger* funkar duger greit lige_godt lika_bra like_bra like_godt just_as godtages accept* holder håller",
    "any": "ligegyldig* likegyldig* likgiltig* regardless uanset uansett oavsett whether whatever rolle roll matter* difference sagtens irrelevant vælg* velg* välj* choose choice pick skämm* worry bekymr* perfekt* perfect* ligeglad* likeglad* bryr bry care cares cared spelar sake orsak",
    "also": "også också also desuden dessutom tillegg derudover addition* further* utöver yderligere ytterligare besides dertil endvidere likeså liksom även likeledes tillige",
    "or": "eller or enten antingen either",
    "and": "og och and samt",
    "both": "begge båda både bägge both",
    "one": "ét ett én one någon något nogen noget noen noe any",
    "in": "på in i",
    "have": "har have has having ha hav had besitt* besidd* possess* innehar inneha medbring* bring brings bringer bringe you'd_have got",
    "that": "at att that to å for för",
    "who": "som der who which där where hvor",
    "with": "med with",
    "of": "af av of til till",
    "refer": "sidstnævnte sistnevnte sistnämnda førstnævnte førstnevnte förstnämnda latter former förra det_sidste det_siste det_senare det it den them dem dessa disse these first second første sidste siste senare",
    "level": "a1 a2 b1 b2 c1 c2 flydende flyt* flytande fluen* god gode godt goda gott good bra well vel väl excellent* excellen* modersmål* morsmål* nativ* perfekt stærk* sterk* stark* strong* solid* lidt litt lite little some basic* grundl* grunnl* grundlägg* elementær* elementär* conversational samtaleniv* samtalsniv*"
    " forhandlingss* förhandlingss* professional profess* proficien* command obehindr* ubesvær* uhindr* fullgod* sikker* sikkert säker* høy* høj* hög* high advanced avanc* avans* niveau* nivå* level levels bilingual tospr* tvåspr* mother grei hyfs* rimelig* working ord words word begynder* nybegyn* nybörj* svært mycket_god meget fremragende fremragande framragande utmärkt* utmerket udmærke* superb outstanding enkel enkla enkle enkelt simple trygg* tryg tryghed confident comfortable bekväm* komfortabel* stø stødig* ledig* fejlfri* felfri* feilfri* feilfritt felfritt faultless* flawless* impeccabl* habil* hæderlig* hederlig* hjälplig* nødtørftig* nødtørft* decent fair passable korrekt* correct correctly tydelig* tydlig* klart clearly ease naturlig* naturally funktionel* funksjonell* functional ren rent rusty rusten rostig gebrok* broken knap knapp skole* skol* very",
    "should": "bør bör should ought",
    "least": "minimum* minst mindst lägst",
    "mode": "skrift skriftlig* skriftleg* tal muntlig* mundtlig* munnleg* oral orally verbal* uttal* framställning* fremstilling* framstilling* penn pen pen's",
    "would": "would vil ville skulle might may",
    "test": "prøve prøven prøver norskprøv* danskprøv* bestått bestået godkänd* godkänt betyg karakter* test tests tested testes testas bergenstest* studieprøv* tisus ielts toefl cefr icao certifika* certificate* eksamen* examen exam exams passed pass pd2 pd3",
    "everything": "alt allt everything alting allting all hele hela whole samtlig* øvrigt övrigt",
    "mostly": "mest mostly mainly främst primarily primært primärt hovedsakelig* huvudsaklig* hovedsagelig* oftest ofta ofte usually normalt normally daglig* daily vardags vardagen hverdag* everyday stort_sett stort_set",
    "same": "samme samma same tilsvarende motsvarande equivalent corresponding svarende similar ligeså likaså likewise lika like likadan* jævnbyrdig*",
    "do": "forklar* förklar* explain* svare svarar svarer svara answer* guide* guider* ringe ringer ringa call calls imot emot imod betjen* betjän* serve serves instruer* redigere* redigera* edit edits give_orders ta_emot",
    "value": "positivt positive positively værdi* verdi* värde* valuable glæde glad glada glade happy ideelt ideel* ideal* optimal* bagagen bagasjen bagaget særlig* särskilt yndling* stas oppfordr* opfordr* uppman* encourag* heroic hensigt* hensikt* weight priorit* företräde fortrin* måske kanske kanskje maybe perhaps"
    " eventuelt evt tillæg* tillegg* tillägg* lønstillæg* lønnstillegg* lönetillägg* doors døre dører dörrar användning anvendelse intresse* interesse* interest* trækker_op krydder* kronen guldkant attractive attraktiv* fint_å fint_att fint_at bra_att greit_å kjekt_å godt_at good_to bra_å jackpot pluspoäng plusspoeng pluspoint bør-krav börkrav skader skadar hinder merkbart mærkbart",
    "unneeded": "overflødig* unødvend* onödig* unnecess* valfri* valgfri* frivillig* voluntary overkurs överkurs betydning* betydelse* importance uviktig* oviktig* uvigtig* unimportant frafal* slopp* undantag* entirely_up",
    "yes": "ja yes jo",
    "no": "nej nei nope",
    "matter": "lov loven lovgivning* lovverk lag lagen lagstift* law laws legislation regulation* regel* regler forskrift* föreskrift* bekendtgør* standard* kultur* culture* legitimation* autorisasjon* autorisation* authorisation* authorization* licen* licens* behörighet* background bakgrund* baggrund* bakgrunn* citizen* statsborg* medborg* nationalit* nasjonalit* embassy ambassad* humour humor food mad mat maten cuisine køkkener vin wine wines bureau byrå byrået byråer byrån design patent* skat skatt tax gaap fagbrev svendebrev gesällbrev* flag flagg flagga school skole skolen skola skolan samfund* samfunn* samhäll* society pension* import* export* eksport* kunst art artists litterat* literatur* historie* histori* history",
    "apply": "apply applying application* applications ansökan ansökning* ansøgning* ansøgningen søge søgning søknad* søke ansöka ansøge bewerb* cv resume résumé",
}  # fmt: skip
ENDINGS = (("sproget", "work language"), ("språket", "work language"), ("sprog", "work language"), ("språk", "work language"), ("fordel", "plus"), ("fördel", "plus"), ("krav", "need"), ("dokumentation", "paper"),
    ("dokumentasjon", "paper"), ("rapport", "paper"), ("rapporter", "paper"), ("møder", "meeting"), ("møter", "meeting"), ("möten", "meeting"), ("møde", "meeting"), ("møte", "meeting"), ("mails", "paper"), ("kurs", "meeting"), ("kurset", "meeting"), ("undervisning", "meeting"),
    ("undervisningen", "meeting"), ("instrukser", "paper"), ("materiale", "paper"), ("material", "paper"), ("materialet", "paper"), ("meldinger", "paper"), ("meddelanden", "paper"), ("beskeder", "paper"), ("tekster", "paper"), ("texter", "paper"), ("dokumentene", "paper"), ("dokumenten", "paper"),
    ("dokumenterne", "paper"), ("rapporterna", "paper"), ("rapporterne", "paper"), ("rapportene", "paper"), ("rapportering", "paper"), ("bestillingene", "paper"), ("samtaler", "meeting"), ("samtal", "meeting"), ("samtale", "meeting"), ("møtene", "meeting"), ("møderne", "meeting"),
    ("mötena", "meeting"), ("forhandlinger", "meeting"), ("förhandlingar", "meeting"), ("språkene", "work language"), ("språken", "work language"), ("sprogene", "work language"), ("instruktioner", "paper"), ("prosedyrer", "paper"), ("dokumenter", "paper"))  # fmt: skip
PASSIVE = re.compile(  # "afrapporteres", "översätts"; "annotated"
    r"\w{3,}(?:[aeø]s|[dltnrv]ts|ts)|\w{4,}ed|\w+(?:itten|iven|ught)"
)
DONE, DONE_TO = (
    frozenset(("paper", "meeting", "write", "speak", "read")),
    re.compile(r"\w{3,}[ea]s"),
)  # "rapporteres"
TOKEN = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*|[.,;:!?()–—/+|\n-]")
EDGES = {
    ",": "comma",
    "(": "comma",
    ")": "comma",
    "/": "or",
    "|": "edge",
    "\n": "edge",
    "+": "and",
    ":": "colon",
}
EXACT: dict[str, str] = {}
STEMS: dict[str, str] = {}
PHRASES: dict[tuple[str, str], str] = {}
for _tag, _words in WORDS.items():
    for _word in _words.split():
        if "_" in _word:
            _one, _two = _word.rstrip("*").split("_")
            PHRASES.setdefault((_one, _two), _tag)
        elif _word.endswith("*"):
            STEMS.setdefault(_word[:-1], _tag)
        else:
            EXACT.setdefault(_word, _tag)
SHORTEST_STEM = min(map(len, STEMS))
PHRASE_STARTS = frozenset(one for one, _ in PHRASES)
EDGE, TARGET, OTHER = "edge", "TARGET", "LANGUAGE"


@dataclass(frozen=True, slots=True)
class Word:
    """A word at start:end of a passage; `tag` is empty if nothing is known of it."""

    word: str
    tag: str
    start: int
    end: int


@lru_cache(maxsize=20_000)
def tag_of(word: str) -> str:
    """The tag of a folded word; empty for one that says nothing here."""
    if word in EXACT:
        return EXACT[word]
    if word.endswith(("n't", "n’t")):
        return "not"
    for size in range(len(word), SHORTEST_STEM - 1, -1):
        tag = STEMS.get(word[:size])
        if tag:
            return "passive" if tag in DONE and DONE_TO.fullmatch(word) else tag
    for ending, tag in ENDINGS:
        if word.endswith(ending):
            return tag
    return "passive" if PASSIVE.fullmatch(word) else ""


def tagged(text: str, start: int = 0, end: int | None = None) -> list[Word]:
    """The words and borders in text[start:end], phrases of two words as one."""
    lower = fold(text)
    found: list[Word] = []
    for match in TOKEN.finditer(lower, start, len(text) if end is None else end):
        word = match[0]
        if len(word) == 1 and not word.isalnum():
            found.append(Word(word, EDGES.get(word, EDGE), *match.span()))
            continue
        if found and found[-1].word in PHRASE_STARTS:
            phrase = PHRASES.get((found[-1].word, word))
            if phrase:
                found[-1] = Word(f"{found[-1].word} {word}", phrase, found[-1].start, match.end())
                continue
        found.append(Word(word, tag_of(word), *match.span()))
    return found


def around(text: str, target: tuple[int, int], others: Sequence[tuple[int, int]]) -> list[Word]:
    """The words of a text, the language in question as one word `TARGET` and other languages as `OTHER`."""
    spans = [(one, TARGET if one == target else OTHER) for one in sorted({target, *others})]
    found: list[Word] = []
    position = 0
    for (start, end), tag in spans:
        if start < position or (tag == OTHER and start < target[1] and target[0] < end):
            continue
        found += tagged(text, position, start)
        found.append(Word(tag, tag, start, end))
        position = end
    return found + tagged(text, position)

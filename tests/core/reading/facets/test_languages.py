"""
Languages asked for and held: a hand-made set in four languages. Levels are those of docs/reference/annotation.md.
"""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import Document, DocumentKind, Fact, Language, Passage, Role, Setting, Span
from tests.core.reading.facets.one_passage import facts_in, languages_in, words_of


def needs(facts: list[Fact]) -> set[str]:
    """`"nb|da B2 required"` for every need; alternatives are joined with a bar, "informal" is said."""
    groups: dict[object, list[Language]] = {}
    for number, fact in enumerate(facts):
        language = fact.value
        assert isinstance(language, Language)
        key = ("alone", number) if language.alternative is None else language.alternative
        groups.setdefault(key, []).append(language)
    found = set()
    for group in groups.values():
        first = group[0]
        codes = "|".join(one.code for one in group)
        levels = {one.level for one in group}
        level = min(levels - {None}, default=None, key=lambda one: one.number if one else 0)
        informal = " informal" if first.setting is Setting.INFORMAL else ""
        found.add(f"{codes} {level or '-'} {first.modality}{informal}")
    return found


AD = [
    # Danish
    ("Du taler og skriver flydende engelsk, og dansk er en fordel.", "en C1 required; da - preferred"),
    ("Du behøver ikke at tale dansk, da vores arbejdssprog er engelsk.", "da - not_required; en - working_language"),
    ("Dansk på kaffebordsniveau er nok.", "da A2 required informal"),
    ("Tysk på forhandlingsniveau, engelsk på højt niveau.", "de C1 required; en C1 required"),
    ("Vi er en dansk virksomhed med norske kunder.", ""),
    ("Du er god til at kommunikere på dansk og engelsk.", "da B2 required; en B2 required"),
    ("Engelsk er et krav, dansk en fordel.", "en - required; da - preferred"),
    ("Dansk er ikke et krav, men en fordel.", "da - preferred"),
    ("Vi søger en dansktalende ingeniør.", "da - required"),
    ("Gode danskkundskaber i skrift og tale.", "da C1 required"),
    ("Du er villig til at lære dansk.", "da - preferred"),
    ("Kendskab til dansk lovgivning og danske standarder.", ""),
    ("Vi er medlem af Dansk Industri.", ""),
    ("Du mestrer norsk, svensk eller dansk på mindst B2-niveau.", "nb|sv|da B2 required"),
    ("Vi taler engelsk på kontoret, men over frokosten går snakken på dansk.", "en - working_language; da - working_language informal"),
    ("Koncernsproget er engelsk.", "en - working_language"),
    ("Dit dansk behøver ikke være perfekt.", "da - required"),
    ("Kendskab til dansk og international lovgivning er en fordel.", ""),
    ("Du taler brasiliansk portugisisk som modersmål.", "pt-BR C2 required"),
    ("Engelsk og gerne tysk.", "en - required; de - preferred"),
    ("Du kan begå dig på engelsk, og det er en fordel med erfaring i CAD.", "en B1 required"),
    ("Uden at kunne dansk kan du sagtens klare dig her.", "da - not_required"),
    ("Er du dansk statsborger, skal du ikke søge om tilladelse.", ""),
    ("Vi forventer, at du taler dansk, men det er ikke et krav fra dag ét.", "da - preferred"),
    ("Arbejdssproget er engelsk, men dansk er en fordel i det sociale.", "en - working_language; da - preferred informal"),
    ("Du taler flydende dansk (eller norsk/svensk) og engelsk.", "da|nb|sv C1 required; en C1 required"),
    ("Vi har en uformel tone og taler dansk til daglig.", "da - working_language"),
    ("Dansk tegnsprog på højt niveau", "dsl C1 required"),
    ("Taler du tysk, så sig det.", "de - preferred"),
    ("Svensk og norsk er lige så godt.", "sv - required; nb - required"),
    ("Svensktalende ansøgere er også velkomne.", "sv - preferred"),
    ("Sproget i laboratoriet er dansk.", "da - working_language"),
    ("Dokumentationen er på engelsk.", "en - working_language"),
    ("Dansk er kun nødvendigt, hvis du vil snakke med portøren.", "da - not_required"),
    ("Vores biolog er fra Chile og taler spansk.", ""),
    ("Instruktionen findes på dansk og polsk.", ""),
    ("Send din ansøgning på dansk eller engelsk.", ""),
    ("Mindst 02 i dansk og matematik", ""),
    ("Du skal kunne undervise på dansk.", "da - required"),
    ("Sprog: engelsk og enten dansk eller tysk.", "en - required; da|de - required"),
    # Bokmål
    ("Vi søker deg som har gode norskkunnskaper, både skriftlig og muntlig.", "nb C1 required"),
    ("God muntlig og skriftlig framstillingsevne på norsk og engelsk.", "nb C1 required; en C1 required"),
    ("Du behersker et skandinavisk språk på C1-nivå.", "scandinavian C1 required"),
    ("Kan kommunisere på Norsk eller Engelsk", "nb|en - required"),
    ("Gode norsk- og engelsk-kunnskaper", "nb B2 required; en B2 required"),
    ("Skandinavisk talende", "scandinavian - required"),
    ("Arbeidsspråk er norsk", "nb - working_language"),
    ("Kunne forstå, skrive og lese norske tekniske dokumenter er et krav.", "nb - required"),
    ("Må beherske norsk muntlig og skriftlig", "nb C1 required"),
    ("Stillingen krever norsk autorisasjon", ""),
    ("Stillingen krever gode ferdigheter i norsk språk, muntlig og skriftlig.", "nb C1 required"),
    ("Norsk er ikke et krav, men du bør være villig til å lære deg språket.", "nb - not_required"),
    ("Behersker et skandinavisk språk og engelsk", "scandinavian - required; en - required"),
    ("Norsk til lunsjpraten er nok, resten går på engelsk.", "nb A2 required informal; en - working_language"),
    ("Norsk eller et annet skandinavisk språk på høyt nivå", "nb|scandinavian C1 required"),
    ("Det er en fordel om du snakker tysk eller polsk.", "de|pl - preferred"),
    ("Krav om bestått norskprøve B2.", "nb B2 required"),
    ("Vi har norske eiere og kunder i hele Norge.", ""),
    ("Må kunne sikkerhetsklareres (norsk eller svensk statsborgerskap)", ""),
    ("Norsk eller svensk muntlig.", "nb|sv - required"),
    ("Tegnspråk eller polsk er en ekstra styrke.", "sgn|pl - preferred"),
    # Swedish
    ("Du talar och skriver svenska obehindrat.", "sv C1 required"),
    ("Kunskaper i tyska är meriterande.", "de - preferred"),
    ("Flytande engelska i tal och skrift är ett krav, svenska är inget krav.", "en C1 required; sv - not_required"),
    ("Grundläggande kunskaper i norska är en fördel.", "nb A2 preferred"),
    ("Du måste kunna läsa svenska på B1-nivå.", "sv B1 required"),
    ("Behärskar engelska väl, ytterligare språkkunskaper är meriterande", "en B2 required"),
    ("Flytande svenska och engelska i tal och skrift", "sv C1 required; en C1 required"),
    ("Är flytande i svenska och engelska, såväl i tal som skrift", "sv C1 required; en C1 required"),
    ("Behörighet att verka inom svensk sjukvård med språkkunskaper i svenska som lägst motsvarar nivå C1 enligt Europarådets nivåskala.", "sv C1 required"),
    ("För tjänsten krävs medlemskap i Svenska kyrkan, körkort och tillgång till egen bil.", ""),
    ("Svenska räcker på fikanivå, vårt arbetsspråk är engelska.", "sv A2 required informal; en - working_language"),
    ("Du behöver inte kunna svenska när du börjar.", "sv - not_required"),
    ("Svenska, norska eller danska, och gärna tyska.", "sv|nb|da - required; de - preferred"),
    ("Språk: Svenska (krav), Engelska (krav), Tyska (meriterande)", "sv - required; en - required; de - preferred"),
    ("Goda kunskaper i svenska språket och i svensk arbetsrätt", "sv B2 required"),
    ("Du är svensktalande eller beredd att lära dig svenska.", "sv - preferred; sv - not_required"),
    ("Då partnern är spansktalande är det meriterande att behärska det spanska språket.", "es - preferred"),
    ("Vi ser gärna att du talar något nordiskt språk.", "scandinavian - preferred"),
    # English
    ("We require fluent English; Danish is not required, but you should be willing to learn Danish.", "en C1 required; da - not_required"),
    ("Native-level Brazilian Portuguese and good English skills.", "pt-BR C2 required; en B2 required"),
    ("English is our corporate language.", "en - working_language"),
    ("Proficiency in Norwegian (B2) or another Scandinavian language.", "nb|scandinavian B2 required"),
    ("Fluency in German is a plus.", "de C1 preferred"),
    ("No Danish skills needed, we all speak English.", "da - not_required; en - working_language"),
    ("No Danish required", "da - not_required"),
    ("You speak fluent English and Danish would be a plus.", "en C1 required; da - preferred"),
    ("Danish is a plus, but not a requirement.", "da - preferred"),
    ("Coffee-table Danish is welcome.", "da A2 preferred informal"),
    ("We sell to the Norwegian market and Swedish customers.", ""),
    ("A proper English breakfast every Friday.", ""),
    ("Polish the surface until it shines.", ""),
    ("Strong written and verbal communication skills in English", "en C1 required"),
    ("Working knowledge of at least one of the following languages: German, French and Spanish.", "de|fr|es B2 required"),
    ("English (C1), German – basic", "en C1 required; de A2 required"),
    ("You work in an English-speaking environment.", "en - working_language"),
    ("You need not be fluent in Danish.", "da - required"),
    ("Swedish is not necessary but considered meriting.", "sv - preferred"),
    ("The position requires fluency in English, Swedish is meritorious.", "en C1 required; sv - preferred"),
    ("Free German language courses every week.", ""),
    ("Please attach all documents in English.", ""),
    ("The applicant must be fluent in written as well as spoken English.", "en C1 required"),
    ("English is needed for some tasks.", "en - required"),
    ("Swedish isn't needed.", "sv - not_required"),
    ("You won't need Danish.", "da - not_required"),
    ("No Danish needed – the robot itself speaks Danish.", "da - not_required"),
    ("English at professional level is a must (all documents are in English).", "en B2 required"),
    ("Technicians speak Danish and are patient.", "da - working_language"),
    ("Everyday language is English.", "en - working_language"),
    ("Norwegian?", ""),
    ("German-speaking customers will call you.", ""),
    ("Good understanding of Danish and European legislation.", ""),
    # A choice, what is learnt later, scales and people who are not asked
    ("Svenska eller engelska spelar ingen roll för oss.", "sv|en - not_required"),
    ("Dansk eller engelsk er lige meget for os.", "da|en - required"),
    ("English or Norwegian, must understand safety instructions.", "en|nb - required"),
    ("You are expected to learn Swedish within two years.", "sv - preferred"),
    ("Vi hoppas att du på sikt lär dig svenska.", "sv - preferred"),
    ("Over time you should learn Norwegian.", "nb - preferred"),
    ("Svenska är inget villkor men ett plus.", "sv - preferred"),
    ("Norsk er ikke noe vilkår.", "nb - not_required"),
    ("Du som kan tyska på minst B1 blir snabbt populär.", "de B1 preferred"),
    ("Engelska i tal och skrift krävs; gärna ett tredje språk, t.ex. tyska.", "en C1 required; de - required"),
    ("English ●●●●● | Swedish or Danish ●●●○○", "en C2 required; sv|da B2 required"),
    ("Du ska kunna prata svenska så vi förstår varann, Lotta kan lite ryska.", "sv - required"),
    ("Koncernspråket är engelska men fikaspråket är svenska.", "en - working_language; sv - working_language informal"),
    ("Fikaspråket skiftar mellan svenska och engelska.", "sv - working_language informal; en - working_language informal"),
    ("Vid lunchbordet blir det ofta svenska.", "sv - working_language informal"),
    ("Vi växlar mellan svenska och engelska.", "sv - working_language; en - working_language"),
    ("English is the language of the office.", "en - working_language"),
    ("Norsk- eller svenskspråklig", "nb|sv - required"),
    ("Svara gärna på engelska.", ""),
    ("Applications in English are welcome.", ""),
    ("Engelsken skal række til et leverandørmøde.", "en - required"),
    ("Dansk på restaurantniveau er fint.", "da A2 required"),
    ("Du kan gjøre deg forstått på norsk.", "nb B1 required"),
    ("Språk: norsk (må), engelsk (bør)", "nb - required; en - preferred"),
    ("The working language is English and some Danish will help you socially.", "en - working_language; da A2 preferred informal"),
]  # fmt: skip

CV = [
    ("English (C1), German – basic", "en C1 held; de A2 held"),
    ("Dansk: modersmål", "da C2 held"),
    ("Norsk - morsmål, engelsk - flytende, tysk - grunnleggende", "nb C2 held; en C1 held; de A2 held"),
    ("Mother tongue(s): Portuguese (Brazil)", "pt-BR C2 held"),
    ("English  C1  C1  B2  B2  C1", "en B2 held"),
    ("Svenska (modersmål), engelska (flytande i tal och skrift), spanska (nybörjare)", "sv C2 held; en C1 held; es A1 held"),
    ("Spanish: Native or bilingual proficiency", "es C2 held"),
    ("Danish: Limited working proficiency", "da B1 held"),
    ("Hindi, Urdu, English", "hi - held; ur - held; en - held"),
    ("Learning Danish (A2)", "da A2 held"),
    ("I do not speak Danish yet.", ""),
    ("Prøve i Dansk 3", "da B2 held"),
    ("Studieprøven (2024)", "da C1 held"),
    ("Danish: none yet", ""),
    ("Danish Driving licence B", ""),
    ("Needs Danish permit.", ""),
    ("Chinese (Mandarin): native", "zh C2 held"),
    ("Urdu og punjabi (modersmål), engelsk (C1)", "ur C2 held; pa C2 held; en C1 held"),
    ("Norsk, engelsk flytende", "nb - held; en C1 held"),
    ("Dansk godt, tysk lidt fra skolen", "da B2 held; de A2 held"),
    ("Engelsk, fransk og tysk: flydende", "en C1 held; fr C1 held; de C1 held"),
    ("Min dansk er ikke perfekt.", "da B1 held"),
    ("Deutsch: Muttersprache", "de C2 held"),
    ("Persisk (modersmål) · engelsk (C1) · dansk (B1)", "fa C2 held; en C1 held; da B1 held"),
    # What one does with a language, where it is from, and who hears it
    ("Engelsk helt ok", "en B1 held"),
    ("Tysk på restaurantniveau, engelsk på forretningsniveau", "de A2 held; en B2 held"),
    ("Engelsk – forhandler kontrakter på det", "en - held"),
    ("Italiensk: kan bestille kaffe og sige tak", "it A1 held"),
    ("Greek: a few words", "el A1 held"),
    ("Finska: några få ord", "fi A1 held"),
    ("a handful of Yoruba", "yo A1 held"),
    ("Svensk i dagligt brug", "sv B1 held"),
    ("Spanish   I manage     Schooling", "es B1 held"),
    ("norska pratar jag dagligen på jobbet", "nb - held"),
    ("Danish I speak all day, nobody hears the accent", "da C1 held"),
    ("Arabisk fra barndommen, dansk uden accent", "ar C2 held; da C1 held"),
    ("Danish with a strong accent", "da - held"),
    ("Norsk taler jeg så godt som dansk.", "nb C1 held"),
    ("Færøsk er mit første sprog, svenska är förstaspråket", "fo C2 held; sv C2 held"),
    ("Sprog: to modersmål, dansk og arabisk.", "da C2 held; ar C2 held"),
    ("English (official language at home, used since kindergarten)", "en C2 held"),
    ("Romanian I speak home", "ro - held"),
    ("Swedish at home with my wife", "sv - held"),
    ("Norsk (trønderdialekt)", "nb - held"),
    ("litauisk mor", "lt C2 held"),
    ("Urdu – talt i hjemmet, engelsk: forretningssprog", "ur - held; en B2 held"),
    ("Polsk nesten som morsmål", "pl C1 held"),
    ("Tysk: øvet, fransk: let øvet", "de B1 held; fr A2 held"),
    ("Danish: learning it now", "da A1 held"),
    ("Plattyska: förstår", "nds - held"),
    ("Norsk forstår jeg uden problemer", "nb - held"),
    ("Norsk: snakker flytende, skriver litt", "nb A2 held"),
    ("Danish: speak well, write a little", "da A2 held"),
    ("Fransk havde jeg i gymnasiet, men det er væk.", ""),
    ("Danska kan jag tyvärr inte.", ""),
    ("russian: from school, forgotten mostly", "ru - held"),
    ("polish: of course", "pl - held"),
    ("DE native, EN fluent, NO - B2", "de C2 held; en C1 held; nb B2 held"),
    ("English *****   Hindi *****   Swedish **", "en C2 held; hi C2 held; sv A2 held"),
    ("English 5/6, Danish 3/6, German 1/6", "en C1 held; da B1 held; de A1 held"),
    ("Svenska: SFI kurs D 2016, Tisus godkänd 2019", "sv C1 held"),
    ("Japanska: N5, kinesiska HSK 4", "ja A1 held; zh B2 held"),
    ("Engelska: Cambridge Advanced 2019", "en C1 held"),
    ("Engelsk (TOEFL iBT 104)", "en C1 held"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), AD, ids=[text[:40] for text, _ in AD])
def test_languages_asked_for_are_read_from_ads(text: str, expected: str) -> None:
    assert needs(facts_in(languages_in, text)) == {one for one in expected.split("; ") if one}


@pytest.mark.parametrize(("text", "expected"), CV, ids=[text[:40] for text, _ in CV])
def test_languages_held_are_read_from_cvs(text: str, expected: str) -> None:
    facts = facts_in(languages_in, text, role=Role.LANGUAGES, kind=DocumentKind.CV, language="nb")
    assert needs(facts) == {one for one in expected.split("; ") if one}


@pytest.mark.parametrize("role", [Role.WORK, Role.EDUCATION, Role.OTHER, Role.PERSONAL])
def test_a_line_that_says_it_lists_languages_does_so_in_any_section(role: Role) -> None:
    text = "Sprog: dansk (modersmål), engelsk ok, tysk lidt fra skolen"
    facts = facts_in(languages_in, text, role=role, kind=DocumentKind.CV, language="da")
    assert needs(facts) == {"da C2 held", "en B1 held", "de A2 held"}


def test_a_column_of_languages_beside_the_address_is_read() -> None:
    text = "Engelsk    C1"
    assert needs(facts_in(languages_in, text, role=Role.CONTACT, kind=DocumentKind.CV)) == {"en C1 held"}
    assert facts_in(languages_in, "Danish citizen", role=Role.CONTACT, kind=DocumentKind.CV) == []


@pytest.mark.parametrize(
    "text",
    [
        "Two years with a Danish supplier of pumps",
        "Nationality: Italian",
        "Finnish citizen",
        "Norsk fagbrev som elektriker",
    ],
)
def test_a_country_in_a_cv_is_no_language(text: str) -> None:
    for role in (Role.WORK, Role.PERSONAL, Role.OTHER):
        assert facts_in(languages_in, text, role=role, kind=DocumentKind.CV) == []


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Sprog: dansk, engelsk flydende", "da", {"da - held", "en C1 held"}),
        ("Sprog: engelsk, dansk", "da", {"en - held", "da - held"}),
        ("English, Danish (B1)", "en", {"en - held", "da B1 held"}),
    ],
)
def test_a_name_without_a_word_for_its_level_has_none_not_even_that_of_the_list(
    text: str, language: str, expected: set[str]
) -> None:
    facts = facts_in(languages_in, text, role=Role.LANGUAGES, kind=DocumentKind.CV, language=language)
    assert needs(facts) == expected


def test_languages_under_an_advantage_heading_are_preferred() -> None:
    assert needs(facts_in(languages_in, "Tysk eller fransk", role=Role.ADVANTAGE)) == {"de|fr - preferred"}


def test_languages_that_only_one_clause_calls_an_advantage_keep_their_own_modality() -> None:
    found = facts_in(languages_in, "Engelsk er et krav, dansk en fordel.", role=Role.ADVANTAGE)
    assert needs(found) == {"en - required", "da - preferred"}


@pytest.mark.parametrize(
    ("role", "text"),
    [
        (Role.COMPANY, "We have offices where people speak German and French."),
        (Role.OFFER, "Vi tilbyder undervisning i tysk."),
        (Role.COMPANY, "Vi holder norskkurs for bedrifter i hele landet."),
        (Role.APPLICATION, "Send your application in English."),
        (Role.REQUIREMENT, "Please write your application in English."),
        (Role.CONTACT, "Contact us in Danish or English."),
    ],
)
def test_languages_of_the_company_the_course_and_the_application_are_no_needs(role: Role, text: str) -> None:
    assert facts_in(languages_in, text, role=role) == []


def test_a_title_asks_for_the_language_behind_with() -> None:
    found = facts_in(languages_in, "Regulatory Specialist med fransk eller portugisisk", role=Role.TITLE)
    assert needs(found) == {"fr|pt - required"}


def test_working_language_is_read_from_the_company_section() -> None:
    found = facts_in(languages_in, "Our working language is English.", role=Role.COMPANY)
    assert needs(found) == {"en - working_language"}


def test_span_covers_the_name_and_the_words_of_its_level() -> None:
    text = "Du taler flydende engelsk og skriver rapporter."
    (fact,) = facts_in(languages_in, text, language="da")
    assert words_of(fact, text) == "flydende engelsk"


def test_alternatives_of_two_sentences_have_different_numbers() -> None:
    text = "Norsk eller svensk er et krav. Tysk eller fransk er et krav."
    document = Document("two", text, DocumentKind.AD)
    spans = Span(0, 30), Span(31, len(text))
    passages = [Passage(span, "nb", 1.0, Role.REQUIREMENT) for span in spans]
    numbers = {
        fact.value.alternative
        for passage in passages
        for fact in languages_in(text[passage.span.start : passage.span.end], passage, document)
        if isinstance(fact.value, Language)
    }
    assert len(numbers) == 2


@given(st.text(max_size=300), st.sampled_from(Role), st.sampled_from(DocumentKind))
def test_any_text_is_read_without_error(text: str, role: Role, kind: DocumentKind) -> None:
    if text:
        facts_in(languages_in, text, role=role, kind=kind)


PIECES = ["dansk", "English", " og ", ", ", "eller ", "flydende ", "ikke et krav ", "men ", "(C1)", "norsk", "- ", "på ", "is a plus ", "; ", "-talende "]  # fmt: skip


@given(st.lists(st.sampled_from(PIECES), min_size=1, max_size=40), st.sampled_from(DocumentKind))
def test_any_mix_of_language_words_is_read_without_error(pieces: list[str], kind: DocumentKind) -> None:
    facts_in(languages_in, "".join(pieces), kind=kind)


@pytest.mark.parametrize("piece", ["dansk og ", "not ", "engelsk, ", "men ", "( ", "flydende ", "uden "])
def test_repeated_words_do_not_hang(piece: str) -> None:
    text = "dansk " + piece * (600 // len(piece)) + "engelsk"
    begin = time.process_time()
    facts_in(languages_in, text)
    assert time.process_time() - begin < 5  # a hang, not a speed: see benchmarks/

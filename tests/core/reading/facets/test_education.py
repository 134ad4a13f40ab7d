"""Education asked for and held: level (EQF) and field (ISCED-F), hand-made before tuning."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brobygger.core.reading import Document, DocumentKind, Education, Fact, Passage, Role, Span
from brobygger.core.reading.facets.education import find_education
from tests.core.reading.facets.one_passage import facts_in, words_of


def described(facts: list[Fact]) -> set[str]:
    values = [fact.value for fact in facts if isinstance(fact.value, Education)]
    return {f"{one.eqf or '-'} {one.field or '-'} {one.modality}" for one in values}


AD = [
    # Danish
    ("da", "Du er uddannet civilingeniør inden for maskinteknik.", "7 0715 required"),
    ("da", "Diplomingeniør eller civilingeniør i elektronik eller tilsvarende", "6 0714 required; 7 0714 required"),
    ("da", "Du har en kandidatuddannelse i datalogi, gerne en ph.d.", "7 0613 required; 8 0613 preferred"),
    ("da", "Bachelor er et krav, kandidatgrad en fordel.", "6 - required; 7 - preferred"),
    ("da", "Du er datamatiker eller har tilsvarende erfaring.", "5 0613 preferred"),
    ("da", "Relevant teknisk uddannelse og erfaring med elektronik", "- 07 required"),
    ("da", "Svendebrev som industritekniker", "4 0715 required"),
    ("da", "Vi glæder os til at møde kandidater med forskellig baggrund.", ""),
    ("da", "Du læser på bachelor eller kandidat i kemi", "6 0531 required; 7 0531 required"),
    ("da", "Mellemlang videregående uddannelse", "6 - required"),
    ("da", "Du er civil- eller diplomingeniør i byggeri.", "7 0732 required; 6 0732 required"),
    ("da", "Du læser produktionsteknologi eller maskin.", "- 07 required; - 0715 required"),
    ("da", "Prøveby Gymnasium søger en vikar.", ""),
    ("da", "Energiteknolog, maskinmester eller lignende", "5 0713 required; 6 0715 required"),
    ("da", "Maskinmester til skibet Prøven", ""),
    ("da", "Autorisation som elinstallatør er ikke nødvendig.", ""),
    ("da", "Du er uddannet maskinmester.", "6 0715 required"),
    ("da", "Du læser tekniske tegninger.", ""),
    ("da", "Civilingeniør eller lignende", "7 07 required"),
    ("da", "En baggrund som miljø- eller kemiingeniør", "6 0712 required; 6 0711 required"),
    ("da", "Maskin- eller energiteknolog", "5 0715 required; 5 0713 required"),
    ("da", "Du går på materiale- eller maskinretningen.", "- 0722 required; - 0715 required"),
    ("da", "Du er på andet år af bygningskonstruktøruddannelsen.", "- 0732 required"),
    # Bokmål
    ("nb", "Elektriker med fagbrev", "4 0713 required"),
    ("nb", "Sosialfaglig utdanning på bachelornivå", "6 0923 required"),
    ("nb", "Ingeniørutdanning innen maskin eller kjemi", "6 0715 required; 6 0531 required"),
    ("nb", "Startlønn 510 000 kr for mastergrad", ""),
    ("nb", "Undervisning på bachelornivå", ""),
    ("nb", "Master i bygg- og miljøteknikk", "7 0732 required"),
    ("nb", "Du har minst to år på kjemi, biologi eller fysikk.", "- 0531 required; - 0511 required; - 0533 required"),
    ("nb", "Fast jobb etter fagbrev hvis du vil ha det.", ""),
    ("nb", "Fagbrev etter 2,5 år i bedrift.", ""),
    ("nb", "Vi hjelper med oppholdstillatelse som faglært.", ""),
    ("nb", "Fagbrev innen automasjon eller elektro.", "4 0714 required; 4 0713 required"),
    ("nb", "Sivilingeniør bygg eller tilsvarende", "7 0732 required"),
    ("nb", "Spesialpedagog eller annen pedagogisk utdanning – helst med mastergrad", "7 - preferred"),
    ("nb", "Fagbrev er en fordel, men ikke et krav", "4 - preferred"),
    ("nb", "Relevant utdanning på bachelornivå, relevant praksis kan kompensere", "6 - preferred"),
    ("nb", "Må ha fullført videregående skole", "4 - required"),
    ("nb", "Bachelor- eller mastergrad i kybernetikk", "6 0714 required; 7 0714 required"),
    ("nb", "Fagskoleutdanning innen maskin", "5 0715 required"),
    ("nb", "NAV oppfordrer alle kvalifiserte kandidater til å søke.", ""),
    ("nb", "Du er maskin- eller elektroingeniør.", "6 0715 required; 6 0713 required"),
    ("nb", "Du har minst ett år på bioingeniør eller biologi.", "- 0914 required; - 0511 required"),
    # Swedish
    ("sv", "Socionomexamen", "6 0923 required"),
    ("sv", "Utbildad sjuksköterska", "6 0913 required"),
    ("sv", "Du samarbetar med sjuksköterska och socionom.", ""),
    ("sv", "Högskole- eller civilingenjörsexamen inom elkraft", "6 0713 required; 7 0713 required"),
    ("sv", "Akademisk examen, exempelvis apotekare, biomedicinsk analytiker eller liknande", "7 0916 required; 6 0914 required"),
    ("sv", "Du har gått el- och energiprogrammet.", "4 0713 required"),
    ("sv", "Minst 60 högskolepoäng i statistik", "- 0542 required"),
    ("sv", "Efter två år får du yrkesbevis.", ""),
    ("sv", "Examen på avancerad nivå", "7 - required"),
    ("sv", "Civilingenjör eller högskoleingenjör inom elkraft", "7 0713 required; 6 0713 required"),
    ("sv", "Eftergymnasial utbildning inom ekonomi", "5 04 required"),
    ("sv", "Du har en kandidatexamen i datavetenskap eller motsvarande arbetslivserfarenhet.", "6 0613 preferred"),
    ("sv", "Gymnasieexamen från teknikprogrammet", "4 07 required"),
    ("sv", "YH-utbildning inom automation är meriterande", "5 0714 preferred"),
    ("sv", "Doktorsexamen i fysik", "8 0533 required"),
    ("sv", "Teknisk utbildning", "- 07 required"),
    ("sv", "Inga krav på utbildning, men högskoleexamen är ett plus", "6 - preferred"),
    ("sv", "Du har gått el- eller VVS-programmet.", "4 0713 required; 4 0732 required"),
    # English
    ("en", "Master's degree in chemistry, or a bachelor with very good grades", "7 0531 required; 6 0531 required"),
    ("en", "Enrolled in chemical engineering, physics or pharmaceutical science", "- 0711 required; - 0533 required; - 0916 required"),
    ("en", "You are in year 2–4 of a programme in statistics or computer science.", "- 0542 required; - 0613 required"),
    ("en", "An engineer by training", "6 07 required"),
    ("en", "Second year of nursing", "- 0913 required"),
    ("en", "In the last two years of a degree in physics", "6 0533 required"),
    ("en", "PhDs are welcome", "8 - required"),
    ("en", "You study to become a laboratory technician, or biology", "5 0711 required; - 0511 required"),
    ("en", "Degree in molecular biology or a related technical field", "6 0511 required"),
    ("en", "MSc or PhD in Chemical Engineering", "7 0711 required; 8 0711 required"),
    ("en", "Bachelor's degree in computer science or equivalent experience", "6 0613 preferred"),
    ("en", "You hold a degree in mechanical engineering.", "6 0715 required"),
    ("en", "Experience as Scrum Master and with master data", ""),
    ("en", "A Master's degree is preferred", "7 - preferred"),
    ("en", "No degree required", "6 - not_required"),
    ("en", "Vocational training as an electrician", "4 0713 required"),
    ("en", "You will supervise PhD students.", ""),
    ("en", "Master the art of welding", ""),
    ("en", "Each blade turns a few tenths of a degree.", ""),
    ("en", "Supervisor: a PhD from the University of Exampleby", ""),
    ("en", "Not needed: a degree", "6 - not_required"),
    ("en", "A high degree of independence and a large degree of freedom", ""),
    ("en", "A PhD scholarship in pharmaceutical technology is available.", ""),
    ("en", "Selskapet er MSC-sertifisert", ""),
    ("en", "You hold a bachelor’s or master’s degree in electrical or mechanical engineering.", "6 0713 required; 6 0715 required; 7 0713 required; 7 0715 required"),
    ("nb", "Relevant praksis kan kompensere for kravet om høgskoleutdanning", "6 - preferred"),
    ("nb", "Erfaring fra arbeid i grunnskolen", ""),
    ("nb", "Du har bestått fagbrev som rørlegger eller tømrer", "4 0732 required"),
    ("nb", "Går du Vg2 elenergi nå?", "- 0713 required"),
    ("da", "Du er uddannet frisør, kok eller lignende", "4 1012 required; 4 1013 required"),
    ("da", "Du er i gang med en bachelor i statskundskab.", "6 0312 required"),
    ("da", "Vi søger en lærling som tømrer.", ""),
    ("da", "Cand.merc. eller cand.jur.", "7 04 required; 7 042 required"),
    ("en", "Qualified electrician or plumber", "4 0713 required; 4 0732 required"),
    ("en", "Trade certificate as a carpenter (Danish svendebrev)", "4 0732 required"),
    ("en", "We offer education, insurance and lunch.", ""),
    ("sv", "Examen i elektroteknik, datateknik eller liknande", "6 0713 required; 6 061 required"),
    ("sv", "Läser du på civilingenjörsprogrammet, t.ex. maskin eller fysik?", "7 0715 required; 7 0533 required"),
    ("sv", "Du är sjuksköterskestudent på termin fem.", "6 0913 required"),
    ("nb", "Relevant bachelor, teknisk fagskole eller lignende", "6 - required; 5 07 required"),
    ("sv", "Har du gått bygg eller el på gymnasiet?", "4 0732 required; 4 0713 required"),
    ("sv", "Du läser sociologi eller statsvetenskap på högskola eller yrkeshögskola", "6 0314 required; 6 0312 required; 5 0314 required; 5 0312 required"),
    ("nb", "Autorisasjon som fysioterapeut", "6 0915 required"),
    ("nb", "Ingeniør eller fagskole innen geomatikk", "6 0731 required; 5 0731 required"),
    ("da", "Du er murer, stenhugger eller lignende", "4 0732 required; 4 0724 required"),
    ("da", "Du er agronom.", "7 0811 required"),
    ("nb", "Du er agronom.", "4 0811 required"),
    ("da", "De lærlinge, der består svendeprøven, bliver.", ""),
    ("da", "Om du er biolog eller selvlært betyder ikke noget.", ""),
    ("sv", "Handledare: tekn. dr Vendela Exempel", ""),
    ("en", "You are enrolled in a BSc or MSc programme in geology.", "6 0532 required; 7 0532 required"),
    ("en", "Bachelor in archaeology, theology or philosophy", "6 0222 required; 6 0221 required; 6 0223 required"),
    # titles at the head of a demand; what several degrees lead to has no level
    ("sv", "Legitimerad arbetsterapeut", "6 0915 required"),
    ("nb", "Elektriker eller heismontør", "4 0713 required"),
    ("sv", "Du är legitimerad sjuksköterska, gärna specialistsjuksköterska.", "6 0913 required; 7 0913 preferred"),
    ("sv", "Vi ser gärna en auktoriserad elektriker.", ""),
    ("sv", "Lärarlegitimation i matematik", "7 0114 required"),
    ("da", "En videregående uddannelse, fx som energiingeniør, fysiker eller maskintekniker", "6 0713 required; 7 0533 required; 5 0715 required"),
    ("en", "Higher education, for example in mechanics", "6 0715 required"),
    ("sv", "Examen inom materialteknik, alternativt yrkeshögskola", "6 0722 required; 5 0722 required"),
    ("en", "In the last year of a degree in statistics", "6 0542 required"),
    ("da", "Læser du statistik eller datalogi?", "- 0542 required; - 0613 required"),
    ("da", "Du læser til bioanalytiker, fysiker eller lignende", "6 0914 required; 7 0533 required"),
    ("da", "Kandidat i kemi og gerne pædagogikum", "7 0531 required; - 0114 preferred"),
    ("nb", "Du går Vg2 elenergi", "4 0713 required"),
    ("nb", "Bestått Vg2 elenergi", "- 0713 required"),
    ("en", "A technical background", "- 07 required"),
    ("da", "Vi ser gerne fysik-, kemi- eller biologistuderende.", "- 0533 required; - 0531 required; - 0511 required"),
    ("nb", "Ingeniør- eller fagskoleutdanning innen elkraft", "6 0713 required; 5 0713 required"),
    ("en", "We imagine a physicist.", "7 0533 required"),
    ("da", "Vi søger en fysiker.", ""),
    ("da", "Er du ingeniør, geolog eller noget tredje?", "6 07 required; 7 0532 required"),
    ("da", "Kandidat- eller diplomingeniørgrad inden for byggeri", "7 0732 required; 6 0732 required"),
    ("nb", "Høyere utdanning på minst bachelornivå, gjerne innen kjemi", "6 0531 required"),
    ("nb", "Utdanning i kjemi, biologi eller lignende, minst bachelor", "6 0531 required; 6 0511 required"),
    ("da", "Du læser matematik, økonomi eller fysik.", "- 0541 required; - 04 required; - 0533 required"),
    ("en", "You do not need a degree.", ""),
]  # fmt: skip

CV = [
    ("en", "MSc Mechanical Engineering, Universidade de Exemplo, 2015–2020", "7 0715 held"),
    ("da", "Diplomingeniør i byggeri, 2018", "6 0732 held"),
    ("nb", "Fagbrev som elektriker", "4 0713 held"),
    ("da", "Kandidat, energiteknologi, Prøve Universitet", "7 0713 held"),
    ("sv", "Master, elektronik, Provinge högskola", "7 0714 held"),
    ("sv", "Civilingenjör teknisk fysik, 300 hp", "7 0533 held"),
    ("en", "Bachelor of Science in Biotechnology", "6 0512 held"),
    ("da", "Cand.scient. i geologi", "7 0532 held"),
    ("da", "Studentereksamen (HTX)", "4 - held"),
    ("en", "PhD in Chemistry, Technical University of Exampleby", "8 0531 held"),
    ("en", "BSc Horticulture, Example University of Agriculture and Technology", "6 0812 held"),
    ("en", "Mechanical engineering, BSc, 2024", "6 0715 held"),
    ("sv", "Civilingenjör i teknisk matematik", "7 0541 held"),
    ("nb", "Masterstudent i informatikk (maskinlæring)", "7 061 held"),
    ("nb", "Fagbrev landbruksmaskinmekaniker", "4 0716 held"),
    ("es", "Ingeniero Químico, Universidad de Ejemplo, 2012", "6 0711 held"),
    ("pt", "Mestrado em Engenharia Mecânica, 2014", "7 0715 held"),
    ("de", "Dipl.-Ing. (FH) Maschinenbau, 2006", "6 0715 held"),
    ("de", "Dipl.-Ing. Elektrotechnik, 2006", "7 0713 held"),
    ("en", "B.E. in Electronics & Communication, 2016-2020", "6 0714 held"),
    ("pl", "Technikum Mechatroniczne, mekatroniktekniker, 2006", "4 0714 held"),
    ("da", "Energiteknolog (AK), 2019", "5 0713 held"),
    ("da", "HF, Prøveby, 2011", "4 - held"),
    ("da", "Klejnsmed, svendebrev 2001", "4 0715 held"),
    ("nb", "Automatiker med fagbrev, 2011", "4 0714 held"),
    ("sv", "Elektroteknik, ett år (ej avslutad), 2008", "- 0713 held"),
    ("sv", "MSc Gene Technology, thesis on polymer films", "7 0512 held"),
    ("nb", "Mastergraden er godkjent av NOKUT", ""),
    ("en", "Since my bachelor's I sail.", ""),
    ("sv", "Lektor på gymnasiet", ""),
    ("en", "EQF level 5 in automation", "5 0714 held"),
    ("nb", "Fagbrev som elektriker har jeg ikke", ""),
    ("en", "I am looking for an industrial PhD", ""),
    ("nb", "Veiledet fem masterstudenter", ""),
    ("sv", "Gymnasielärare i kemi", ""),
    ("da", "Cand.jur., Eksempelby Universitet 2020", "7 042 held"),
    ("da", "Er i lære som tømrer hos Prøvebyg", "4 0732 held"),
    ("da", "GF1 Mad, bageri og mejeri, 2022", "- 0721 held"),
    ("da", "PBA i sygepleje, afbrudt efter to år", "- 0913 held"),
    ("da", "STX med matematik og fysik, 2014", "4 - held"),
    ("da", "Efter min bachelor rejste jeg.", ""),
    ("nb", "Siviløkonom, Prøvehøyskolen, 2012", "7 04 held"),
    ("nb", "Studiespesialisering med realfag, Prøve vgs, 2019", "4 - held"),
    ("nb", "Lektorutdanning, avbrutt etter tre år", "- 0114 held"),
    ("nb", "Mekatronikk og robotikk (bachelor, 2. år), Prøvestad", "6 0714 held"),
    ("sv", "Biokemi, 4 år, universitetet i Exempelby", "6 0512 held"),
    ("sv", "Kurs i svetsmetallurgi, 7,5 hp", ""),
    ("sv", "Kurs i svetsmetallurgi, 30 hp", "- 0715 held"),
    ("sv", "Hoppade av masterprogrammet i fysik 2015", "- 0533 held"),
    ("sv", "Diplomingenjör, energiteknik, 2015", "7 0713 held"),
    ("sv", "Fordonsprogrammet, Provgymnasiet 2011", "4 0716 held"),
    ("sv", "Socionom, 210 hp, Exempelby universitet", "6 0923 held"),
    ("en", "B.Tech. Computer Science & Engineering, 2015-2019", "6 0613 held"),
    ("en", "NVQ Level 3 in carpentry", "4 0732 held"),
    ("en", "BA in History, University of Example, 2012", "6 0222 held"),
    ("en", "Ninth grade, Exampleton School, 2021, maths 10", "2 - held"),
    ("en", "Forklift course, 2019", ""),
    ("de", "Ausbildung zum Industriemechaniker, 2005-2008", "4 0715 held"),
    ("it", "Laurea magistrale in Ingegneria Meccanica, 2011", "7 0715 held"),
    ("pl", "Technik elektryk, 2004", "4 0713 held"),
    ("es", "Grado en Ingeniería Informática", "6 0613 held"),
    ("nb", "Årsstudium i psykologi, 60 stp, Universitetet i Eksempelby", "- 0313 held"),
    ("de", "Diplom-Ingenieur (FH) Elektrotechnik, 2001", "6 0713 held"),
    ("ro", "Inginer mecanic, Universitatea Exemplu, 2008", "6 0715 held"),
    ("sv", "Yrkeshögskoleexamen, mjukvaruutveckling", "5 0613 held"),
    ("da", "Udlært urmager i 1999", "4 0214 held"),
    ("da", "Cand.theol., Prøvekøbing Universitet, 2009", "7 0221 held"),
    ("da", "Bachelor i bæredygtig energiteknik", "6 0713 held"),
    ("da", "Jeg er ikke uddannet pædagog.", ""),
    ("nb", "Fagbrev: skogsoperatør (2011)", "4 0821 held"),
    ("nb", "Førerkort B og BE", ""),
    ("nb", "Tysk fra videregående, Prøveby 2003", "4 - held"),
    ("sv", "Trädgårdsmästare, yrkeshögskola, 2016", "5 0812 held"),
    ("sv", "Sjuksköterskeprogrammet, kandidatexamen, 2014", "6 0913 held"),
    ("sv", "Med. dr, Exempelby universitet, 2012", "8 0912 held"),
    ("sv", "Barn- och fritid, Provgymnasiet 2012", "4 0922 held"),
    ("en", "MBA, Exampleton Business School, 2015", "7 0413 held"),
    ("en", "BE Mechanical Engineering, 2013–2017", "6 0715 held"),
    ("en", "PhD student in oceanography", "8 0532 held"),
    ("en", "MSc. Economics, 2010", "7 0311 held"),
    ("en", "MSc in physics, courses in accounting", "7 0533 held"),
    # parts of studies, schools where a language was learnt, other people's studies
    ("da", "HF-enkeltfag: kemi B", ""),
    ("da", "Akademiuddannelse i kommunikation, enkelte moduler", "- 032 held"),
    ("nb", "Videreutdanning i hydrologi, 15 studiepoeng", ""),
    ("nb", "Fransk fra videregående", ""),
    ("nb", "Veileder for masterstudenter", ""),
    ("da", "Diplom i ledelse, Prøveby 2018", "6 0413 held"),
    ("nb", "Vg2 skogbruk, Prøveby", "4 0821 held"),
    ("en", "Two years of geology at the University of Example, no degree", "- 0532 held"),
    ("nb", "Fagbrev kuldemontør 2009 • Årsenhet i statistikk, Prøvestad 2012", "4 0713 held; - 0542 held"),
    ("en", "Master in physics and chemistry, Example University", "7 0533 held"),
    ("en", "Diploma in Civil Engineering, Exampleby Polytechnic", "5 0732 held"),
    ("en", "Diploma in Civil Engineering (5 years)", "7 0732 held"),
    ("da", "HD 1. del, Prøvekøbing", "- 04 held"),
    ("en", "School: technical secondary school, mechatronics, Exampleby", "4 0714 held"),
    ("da", "Uddannet bygningskonstruktør og dansk gift", "6 0732 held"),
    ("nb", "Ingeniør, kjemi, Høgskolen i Prøvestad", "6 0711 held"),
    ("nb", "Fagbrev elektriker og automatiker", "4 0713 held; 4 0714 held"),
    ("nb", "Bachelor i matematikk 2011, årsstudium i fransk, årsstudium i statistikk", "6 0541 held; - 0542 held"),
    ("da", "Lyddesign, aftenhold, akademiuddannelse", "5 0211 held"),
    ("en", "University of Technology, BSc Electrical Engineering", "6 0713 held"),
    ("en", "BBA Accounting, University of Testville", "6 0411 held"),
    ("da", "2014 | Geologi | Kandidat | Prøveby Universitet", "7 0532 held"),
    ("da", "Biologi, Master, Prøveby Universitet", "7 0511 held"),
    ("en", "Philosophy | Testville College | BA", "6 0223 held"),
    ("en", "Linguistics (MA), 2011", "7 0232 held"),
    ("da", "Fransk, bachelor, Prøveby Universitet", "6 0231 held"),
    ("sv", "2009 | Akustik | Civilingenjör | Provstads universitet", "7 0533 held"),
    ("nb", "Sivilingeniør (2003). Kjemi.", "7 0711 held"),
    ("da", "Geofysik, Cand.scient., Prøveby", "7 0532 held"),
    ("en", "MSc, Testville 2015. Courses in welding and law", "7 - held"),
    ("sv", "Keramik, folkhögskola, ett år", ""),
    ("sv", "Biologi, 180 hp, Provstads universitet", "6 0511 held"),
    ("sv", "Biologi, 60 hp, Provstads universitet", "- 0511 held"),
    ("en", "Doctor of Veterinary Medicine, Testville", "7 0841 held"),
    ("en", "Biology, undergraduate, Testville University", "6 0511 held"),
    ("en", "Candidate of Chemical Sciences, Testov", "8 0531 held"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "expected"), AD, ids=[text[:40] for _, text, _ in AD])
def test_education_asked_for_is_read_from_ads(language: str, text: str, expected: str) -> None:
    found = facts_in(find_education, text, language=language)
    assert described(found) == {one for one in expected.split("; ") if one}


@pytest.mark.parametrize(("language", "text", "expected"), CV, ids=[text[:40] for _, text, _ in CV])
def test_education_held_is_read_from_cvs(language: str, text: str, expected: str) -> None:
    found = facts_in(find_education, text, language=language, kind=DocumentKind.CV, role=Role.EDUCATION)
    assert described(found) == {one for one in expected.split("; ") if one}


def test_education_is_read_in_any_section_of_a_cv_if_level_and_field_are_said() -> None:
    text = "Fagbrev som industrimekaniker 2014"
    found = facts_in(find_education, text, language="nb", kind=DocumentKind.CV, role=Role.WORK)
    assert described(found) == {"4 0715 held"}
    assert facts_in(find_education, "To lærlinger tok fagbrev", kind=DocumentKind.CV, role=Role.WORK) == []


def test_a_certificate_as_a_heading_is_in_the_trade_below_it() -> None:
    text = "FAGBREV\nElektriker gruppe L, 2011"
    document = Document("cv", text, DocumentKind.CV)
    passage = Passage(Span(0, len("FAGBREV")), "nb", 1.0, Role.OTHER)
    assert described(list(find_education("FAGBREV", passage, document))) == {"4 0713 held"}


def test_a_certificate_that_names_no_trade_is_in_that_of_the_title() -> None:
    text = "Stillasbygger til Prøvøya\nDu må ha fagbrev."
    document = Document("ad", text, DocumentKind.AD)
    passage = Passage(Span(text.index("Du"), len(text)), "nb", 1.0, Role.REQUIREMENT)
    assert described(list(find_education("Du må ha fagbrev.", passage, document))) == {"4 0732 required"}


@pytest.mark.parametrize("before", ["Skole: ", "Papers: ", "PAPIRER\n", "Min utbildning – "])
def test_a_word_for_studies_before_an_entry_makes_it_one_of_studies(before: str) -> None:
    text = f"Ove Eksempel\n\n{before}Murer, Prøveby, 2011"
    document = Document("cv", text, DocumentKind.CV)
    start = text.rindex("\n") + 1
    passage = Passage(Span(start, len(text)), "da", 1.0, Role.OTHER)
    assert described(list(find_education(text[start:], passage, document))) == {"4 0732 held"}


def test_the_title_line_goes_before_the_rest_of_the_head() -> None:
    text = "Murer søges\nDu hjelper en elektriker.\nDu må ha fagbrev."
    document = Document("ad", text, DocumentKind.AD)
    passage = Passage(Span(text.rindex("Du"), len(text)), "nb", 1.0, Role.REQUIREMENT)
    assert described(list(find_education("Du må ha fagbrev.", passage, document))) == {"4 0732 required"}


def test_a_level_alone_that_a_line_before_names_is_not_read_again() -> None:
    text = "UDDANNELSE\nBachelor i teologi, 2014\nBachelor, Prøveby"
    document = Document("cv", text, DocumentKind.CV)
    passage = Passage(Span(text.rindex("Bachelor"), len(text)), "da", 1.0, Role.EDUCATION)
    assert list(find_education("Bachelor, Prøveby", passage, document)) == []


APART = [
    ("da", "Du læser statistik eller geologi.", "Du er i gang med din bacheloruddannelse.", "6 0542 required; 6 0532 required"),
    ("en", "Enrolled in geology", "An internship as part of your bachelor's or master's education", "6 0532 required; 7 0532 required"),
    ("sv", "Du studerar geologi.", "Vi firar varje fredag.", "- 0532 required"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "subject", "level", "expected"), APART, ids=[one[2][:30] for one in APART]
)
def test_subjects_take_the_levels_of_another_sentence(
    language: str, subject: str, level: str, expected: str
) -> None:
    text = f"{subject}\n{level}"
    document = Document("ad", text, DocumentKind.AD)
    spans = [Span(0, len(subject)), Span(len(subject) + 1, len(text))]
    passages = [Passage(span, language, 1.0, Role.OTHER) for span in spans]
    first, second = (
        list(find_education(text[one.span.start : one.span.end], one, document)) for one in passages
    )
    assert described(first) == {*expected.split("; ")}
    assert all(fact.value.field for fact in second if isinstance(fact.value, Education))


def test_a_sentence_broken_within_a_list_is_read_to_its_end() -> None:
    text = "Mastergrad i filosofi,\nteologi eller historie."
    document = Document("ad", text, DocumentKind.AD)
    passage = Passage(Span(0, text.index("\n")), "nb", 1.0, Role.REQUIREMENT)
    found = described(list(find_education(text[: text.index("\n")], passage, document)))
    assert found == {"7 0223 required", "7 0221 required", "7 0222 required"}


def test_degrees_at_the_same_place_are_in_the_same_field() -> None:
    text = "UDDANNELSE\nM.Sc. i geologi, Eksempelby Universitet, 2015\nSamme sted, B.Sc., 2013"
    start = text.index("Samme")
    document = Document("cv", text, DocumentKind.CV)
    passage = Passage(Span(start, len(text)), "da", 1.0, Role.EDUCATION)
    assert described(list(find_education(text[start:], passage, document))) == {"6 0532 held"}


def test_a_degree_cut_off_from_its_field_finds_it_in_the_same_line() -> None:
    text = "UTBILDNING\nDipl. Ing., Automation, Prov tekniska högskola"
    start, end = text.index("Dipl."), text.index(" Ing.")
    document = Document("cv", text, DocumentKind.CV)
    passage = Passage(Span(start, end), "sv", 1.0, Role.EDUCATION)
    (fact,) = find_education(text[start:end], passage, document)
    assert isinstance(fact.value, Education)
    assert (fact.value.eqf, fact.value.field, fact.span) == (7, "0714", passage.span)


@pytest.mark.parametrize("role", [Role.COMPANY, Role.DIVERSITY, Role.OFFER, Role.CONTACT, Role.APPLICATION])
def test_education_of_colleagues_and_of_offers_is_no_need(role: Role) -> None:
    assert facts_in(find_education, "En bachelor i kemi", role=role, language="da") == []


def test_education_under_an_advantage_heading_is_preferred() -> None:
    found = facts_in(find_education, "Master i fysikk", role=Role.ADVANTAGE, language="nb")
    assert described(found) == {"7 0533 preferred"}


def test_kandidat_is_a_level_in_danish_and_a_person_in_norwegian() -> None:
    text = "Du er kandidat i kemi"
    assert described(facts_in(find_education, text, language="da")) == {"7 0531 required"}
    assert facts_in(find_education, text, language="nb") == []


def test_span_covers_level_and_field() -> None:
    text = "Du har en bachelor i kemi og godt humør."
    (fact,) = facts_in(find_education, text, language="da")
    assert words_of(fact, text) == "bachelor i kemi"


@given(st.text(max_size=300), st.sampled_from(Role), st.sampled_from(DocumentKind))
def test_any_text_is_read_without_error(text: str, role: Role, kind: DocumentKind) -> None:
    if text:
        facts_in(find_education, text, role=role, kind=kind)


@pytest.mark.parametrize("piece", ["bachelor ", "master i ", "kemi ", "eller ", "uddannelse ", "ph.d. ", "x"])
def test_repeated_words_do_not_hang(piece: str) -> None:
    text = "bachelor " + piece * (600 // len(piece)) + "kemi"
    begin = time.process_time()
    facts_in(find_education, text, language="da")
    assert time.process_time() - begin < 5  # a hang, not a speed: see benchmarks/

"""
Words for levels of education, as levels of the European Qualifications Framework.

The national qualifications are placed as the referencing reports of Denmark (2011), Norway (2014) and Sweden (2016)
place them. How words are written is told in `lexicon`.
"""

from __future__ import annotations

LEVELS: dict[int, str] = {
    8: """
        candidate of sciences, kandidat nauk, kandydat nauk, doktorat, doktor nauk, ph.d, ph.d., ph.d'er, ph. d, ph d, phd, phds, phd's, ph.d-grad*, ph.d.-grad*, phd-grad*, ph.d.-uddann*,
        erhvervs-phd, erhvervsphd, erhvervs-ph.d, industri-phd, industriphd, doktorgrad*, doktorsgrad*, doktorsexamen*,
        doktorseksamen, doktorexamen, doctorate*, doctoral degree*, doctoral studies, doctorat, doctorado, dottorato,
        doutorado, doutoramento, dr. rer. nat, dr.scient, dr.philos, disputerad*, disputerat, licentiat*, filosofie
        doktor, fil. dr, fil.dr, DPhil, D.Phil
        """,
    7: """
        ingénieur d'état, ingénieur d’état, ingeniería industrial, ingeniería de caminos, ingeniero agrónomo, ingeniera agrónoma, engenheiro,
        MSc Eng., MSc Eng, MSc. Eng., M.Sc. Eng., MSc (Eng), MSc (Eng.), M.Sc. (Eng.), master 2, postgraduate diploma*, postgraduate certificate*, PGDip, specialist diploma*, laurea quinquennale, laurea
        specialistica, cand.mag, cand. mag, cand.mag., cand.phil, cand.philol, cand. philol, cand.musicae,
        civilingeniør*, sivilingeniør*, sivilingeniørstudi*, civilingenjör*, civilingenjörsprogram*, siv.ing, siv. ing,
        siving, civ.ing, civ. ing, civing, cand.polyt, kandidatuddann*, kandidatgrad*, kandidatniveau*, kandidatstuder*,
        magister*, magisterexamen*, hovedfag*, masteruddann*, masterutdann*, masterutbild*, mastergrad*, masterexamen*,
        masterseksamen, mastereksamen*, masternivå*, mastersnivå*, masterniveau*, masterprogram*, masterstud*, masteren,
        mastern, masterlinje*, master's, masters degree, masters-, masters level, master degree, master level, master's
        level, fil. mag, fil.mag, fil mag, filosofie magister, tekn. mag, integreret master, integrert master,
        integrated master, integrerad master, diplomingenjör*, dipl.-ing, dipl. ing, dipl. -ing, dipl.ing,
        diplom-ingenieur*, diplomingenieur*, diplomi-insinööri, diplom-physik*, diplom-chemi*, diplom-informatik*,
        diplom-biolog*, diplom-kauf*, diplom-mathemati*, diplom-geolog*, staatsexamen, mgr, mgr inż, mgr inż., magister
        inż*, maestría, maestria, mestrado, mestrado integrado, máster, laurea magistrale, ingeniero civil, ingeniera
        civil, yüksek lisans, diplôme d'ingénieur, diplôme d’ingénieur, MSci, MSc, Msc, M.Sc, M.Sc., M. Sc, M. Sc., MSC
        in, M.S, MEng, M.Eng, M. Eng, M.Eng., MEngg, MPhil, M.Phil, MTech, M.Tech, M. Tech, M.E., M. E., MRes, lang
        videregående, lange videregående, længere videregående, lvu, examen på avancerad nivå, avancerad nivå,
        postgraduate degree, advanced degree, graduate degree, specialist degree, magistrale, eqf level 7, eqf 7,
        eqf-level 7, eqf nivå 7, eqf niveau 7, level 7 eqf, nqf level 7, level 7 qnq, nivå 7
        """,
    6: """
        honours degree*, hons degree, first degree, B.Sc.(Hons), BSc(Hons), BA(Hons), akademisk bachelor*, bachelor*,
        bachelor's, bachelor’s, bachelor of*, bachelorgrad*, bacheloruddann*, bachelorutdann*, bachelornivå*,
        bachelorniveau*, professionsbachelor*, pba, prof.bach, prof. bach, prof.bach., diplomuddann*, diplomingeniør*,
        diplom-ing, akademiingeniør*, høgskoleingeniør*, høyskoleingeniør*, högskoleingenjör*, ingeniørhøgskole*,
        ingeniørhøyskole*, högskoleexamen*, høgskolekandidat*, høyskolekandidat*, bacharel*, licencjat*, bakalaureus,
        bakalář, bakalár*, bakalarz, bakkalaureat*, grado en, licenciado, licenciada, licenciatura, licențiat*, laurea,
        laurea triennale, ingeniero, ingeniera, ingegnere, inżynier, inż, inż., inginer, insinööri, ammattikorkeakoulu*,
        AMK, lisans, examen på grundnivå, grundnivå, kandidatexamen*, kandidatprogram*, kandidatnivå*, fil. kand,
        fil.kand, fil kand, ekonomie kandidat, filosofie kandidat, högskoleutbild*, høgskoleutd*, høyskoleutd*,
        høgskolegrad*, høyskolegrad*, högskolenivå, treårig høgskole*, 3-årig høgskole*, treårig högskole*, 3-årig
        högskole*, treårig høyskole*, BSc, Bsc, B.Sc, B.Sc., B. Sc, B. Sc., B.S, BEng, B.Eng, B. Eng, B.Eng., B.E., B.
        E., BEngg, BTech, B.Tech, B. Tech, Bc., bacc, bacc., Bacc., Bakk., dipl.-ing. (fh), dipl.-ing (fh), dipl.
        ing. (fh), dipl. ing (fh), diplom-ingenieur (fh), diplom-ingenieurin (fh), undergraduate degree*, university
        degree*, college degree*, academic degree*, engineering degree*, mellemlang videregående, mellemlange
        videregående, mvu, universitetsgrad*, universitetsexamen*, universitetsutd*, universitetsudd*, universitetsutb*,
        högskole- och universitets*, universitets- og høgskole*, universitets- og høyskole*, universitets- och
        högskole*, høyere utdann*, högre utbildning, higher education, tertiary education, university education,
        akademisk uddann*, akademisk utdann*, akademisk utbild*, akademisk examen*, akademisk grad*, akademisk bakgrunn,
        vetenskaplig examen, naturvetenskaplig examen, teknisk examen, humanistisk examen, samhällsvetenskaplig examen,
        eqf level 6, eqf 6, eqf nivå 6, eqf niveau 6, level 6 eqf, nqf level 6, level 6 qnq
        """,
    5: """
        technicien supérieur, fetac level 6*, qqi level 6, advanced certificate*, academy profession*, academy profession degree*, vocational academy*, national diploma*, higher diploma*, polytechnic diploma*, advanced diploma*, diploma of higher education, høyere
        yrkesfaglig*, yrkeshøgskole*, tvåårig högskole*, erhvervsakademi*, akademiuddann*, akademiudd*, akademigrad*, ap
        degree*, ap-degree*, ap graduate*, ap grad*, ap-grad*, ap-uddannelse*, ap uddannelse*, yrkeshögskol*,
        yrkeshögskoleexamen*, YH, yh, YH-*, yh-*, fagskole*, fagskoleutdann*, fagskoleingeniør*, høyere fagskole*,
        kolegija, BTS, DUT, técnico superior, tecnico superiore, técnica superior, staatlich geprüfter techniker,
        staatlich geprüfter*, meisterbrief, meisterprüfung, mesterbrev*, mästarbrev*, kvalificerad yrkesutbild*,
        ky-utbild*, ky-examen, higher national diploma*, higher national certificate*, HND, HNC, foundation degree*,
        associate degree*, associate's degree*, eftergymnasial*, higher vocational*, kvu, kort videregående, korte
        videregående, kortere videregående, eqf level 5, eqf 5, eqf nivå 5, eqf niveau 5, level 5 eqf, nqf level 5,
        level 5 qnq, vocational college diploma, technical vocational college*, vocational college*, technical college*
        """,
    4: """
        leaving cert*, senior school certificate*, senior secondary*, higher secondary*, secondary certificate*, WASSCE, WAEC,
        SSCE, HSC, matrikulasi, SPM, STPM, teknikum, technikum, szkoła średnia, lise, HAVO, VWO, fachabitur,
        fachhochschulreife, SVQ level 3, SVQ 3, *gymnasiet, *gymnasium, *gymnasieskola*, *katedralskole, *katedralskola*, katedralskole*, katedralskolan,
        gymnas, examen artium, artium, handelsstudent, BTEC, btec*, vocational gymnasium, fagopplæring*, lærebrev*,
        grønt bevis, landbrugsskole*, landbruksskole*, gymnasieprogram*, fagbrev*, svendebrev*, svennebrev*,
        sveinebrev*, svendeprøve*, svenneprøve*, fagprøve*, gesällbrev*, gesällprov*, faglært*, faglærd*, fagutdann*,
        yrkesfag*, yrkesbevis*, yrkesexamen*, yrkesvux, yrkesskole*, yrkesskola*, yrkesutbildad, yrkesgymnas*,
        montørsertifikat*, praksiskandidat*, lærlingeudd*, lærlinguddann*, erhvervsudd*, erhvervsfaglig*, eud, eux,
        hovedforløb*, håndværksudd*, håndverksutd*, håndværksmæssig*, gymnasie*, gymnasieexamen*, gymnasieutbild*,
        gymnasieingenjör*, gymnasial*, gymnasium, gymnasiet, vuxengymnasi*, studentereksamen*, studenterexamen*,
        studentexamen*, studenteksamen, studentbevis, studentspróf, htx, stx, hf-eksamen, hf-*, videregående skole*,
        videregående opplæring, videregåande*, studiekompetanse*, studiespesialiser*, allmennfag*, studieforberedende*,
        vg3, vk1, vk2, vki, vkii, upper secondary*, upper-secondary*, secondary school*, high school*, high-school*,
        international baccalaureate, vocational training*, vocational education*, vocational qualification*, vocational
        degree*, vocational certificate*, vocational school*, vocational upper*, vocational diploma*, technical high
        school*, technical secondary school*, technical upper secondary*, technical school*, trade school*, a-level*, a
        levels, abitur, matura, maturità, maturita*, liceum, liceul, liceu, liceo, liceo scientifico, liceo classico,
        technikum, szkoła zawodowa, lycée*, lycee*, bachillerato, bac pro, bacalaureat, baccalauréat, gimnazi*,
        gimnasi*, gimnaz*, gesellenbrief*, berufsausbildung*, ausbildung, ausbildung zum, ausbildung zur, facharbeiter*,
        berufsschule, lehre als, técnico em, técnico en, técnico de, ensino médio, lukio, ylioppilas*, ammattikoulu*,
        ammattitutkinto, apprenticeship certificate*, certificate of apprenticeship, trade certificate*, craft
        certificate*, journeyman*, journeyman's certificate, skilled worker*, certificate of completed apprenticeship,
        nvq level 3, nvq 3, nvq, city & guilds, city and guilds, mbo, tvåårig linje, teknisk skole, tekniske skole,
        erhvervsskole*, statsskole, eqf level 4, eqf 4, eqf nivå 4, eqf niveau 4, level 4 eqf, level 4 qnq, nqf level 4
        """,
    3: "kvalifiseringsbevis*, eqf level 3, eqf 3",
    2: """
        folkeskolens afgangs*, folkeskolens 9., folkeskolens 10., folkeskole 9., grundskole, grunnskole, grundskola,
        niårig grundskola, ungdomsskole, lower secondary, årskurs 9, gcse*, ninth grade, tenth grade, 9th grade, 10th
        grade, 9. klasse, 10. klasse, niende klasse, tiende klasse, 9. klass, 10. class, 9. class, 10. klassetrin
        """,
}
OWN: dict[int, str] = {
    8: "ph.d.-studerende, ph.d.-student, doktorand*, ph.d.-stipendiat*, phd-stipendiat*",
    7: "graduate studies, postgraduate studies, diploma of specialist, specialist diploma",
    6: "undergraduate, undergraduate studies",
}  # a place, for whoever seeks one
DANISH: dict[int, str] = {
    7: "kandidaten i, kandidaten inden for",
    6: "videregående uddann*, videregående teknisk*, videregående økonomisk*",
    4: "gymnasiel*",
}
NORWEGIAN: dict[int, str] = {4: "videregående utdann*, vgs, teknisk videregående"}
SWEDISH: dict[int, str] = {4: "verkstadsskola, lantbruksskola, skogsbruksskola, skogsskola"}

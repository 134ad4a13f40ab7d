"""
Subjects of study in Danish, Bokmål, Swedish and English, and the commonest in other languages, by ISCED-F 2013 code.

The codes are those under which the alphabetical index of "ISCED Fields of Education and Training 2013: Detailed field
descriptions" (UNESCO Institute for Statistics, 2015) lists the subject; a broad word gets a broad code (two or three
digits), and so does one that the index has between two fields. How words are written is told in `lexicon`.
"""

from __future__ import annotations

SUBJECTS: dict[str, str] = {
    "011": """
        pedagogía, pedagogia, pedagogiczn*, pädagogik*, erziehungswissenschaft*, sciences de l'éducation,
        ciencias de la educación, scienze dell'educazione, education sciences, instructional design, learning
        technolog*, ikt og læring, ikt og læring*, it-didaktisk design, it-didakti*, karrierevejledning*,
        karriererettleiing, utbildningsled*, skolledning*, skoleledelse*, skoleledelse, rektorutbild*,
        rektorprogram*, rektorutdann*,
        pædagogik*, pedagogik*, pedagogikk*, pedagogisk*, pædagogisk*, erhvervspædagogik*, specialpædagogik*,
        spesialpedagogikk*, specialpedagogik*, lärarutbildning*, lærerutdanning*, læreruddannelse*,
        lärarprogram*, didaktik*, *didaktik, *didaktikk, uddannelsesvidenskab*, utdanningsvitenskap*,
        utbildningsvetenskap*, education science*, educational science*, teacher teacher training, pedagogy,
        educational psychology, teaching qualification, TESOL, TEFL, special *pedagogik, *pedagogikk,
        *pædagogik, integrationspedagogik*, bildningsvetenskap*, barn- och ungdomsvetenskap*, special needs
        education, education studies, utdanningsledelse
        """,
    "0112": """
        educación infantil, elementarpädagogik*,
        førskole*, förskol*, barnehagelærer*, early childhood, preschool, pre-school, småbarnspedagogik*, førskolelærer*
        """,
    "0113": """
        grundskolelær*, primary education, educación primaria,
        grundskollär*, grunnskolelær*, folkeskolelær*, primary teacher*, primary school teach*, primary teach*, primary
        elementary GLU, grundlärar*, klasslärar*, speciallärar*, special needs speciallærer*
        """,
    "0114": """
        faglærer*,
        voksenpædagogik*, vuxenpedagogik*,
        pædagogikum*, praktisk pedagogisk utdanning, praktisk-pedagogisk*, PPU, ämneslärar*, gymnasielärar*,
        yrkeslärar*, lektorutdanning*, lektorprogram*, fagdidakti*, ämnesdidakti*, subject teach*, secondary school
        teach*, secondary teach*, secondary education teach*, faglærerutd*, yrkesfaglærer*, kompletterande pedagogisk*,
        KPU, pedagogikum, PGCE, lehramt*
        """,
    "021": "design",
    "0211": """
        grafikdesign*, diseño gráfico, graphic communication*, print media, typograf*, kommunikationsdesign*,
        kommunikasjonsdesign*, visuell design, visuel design, visual design, digital visual design,
        3D-design*, 3D-grafi*, 3D art, VFX, visual effects, spelgrafi*, spillgrafi*, experience design,
        oplevelsesdesign*, opplevelsesdesign*, filmvitenskap*, user experience*, human-centered design,
        illustration, illustrasjon, illustratør*, illustratör*, tegneserie*, karakteranimation*, grafisk
        fortælling, e-konceptudvikl*, diseño de interiores, media design,
        grafisk design*, grafisk kommunikation*, grafisk formgivning, grafiska, grafisk tekni*, grafisk
        graphic design*, graphic arts, mediegraf*, mediagraf*, mediedesign*, medieteknik*, mediateknik,
        medietekni*, multimedi*, animation*, animasjon*, filmproduktion*, film production, filmproduksjon*,
        film og tv, film och tv, lydtekni*, lyddesign*, ljudtekni*, ljuddesign*, sound engineering, sound
        audio engineering, fotografi*, photography, interaktionsdesign*, interaksjonsdesign*, interaction
        design, digital design*, UX, UX-design*, webdesign*, webbdesign*, web design*, spilldesign*, game art,
        speldesign*, speldesign, medier og medier og tv-produktion*, bogtryk*, boktryk*, tryktekni*,
        trykktekni*, visuel kommunikation, visuell kommunikasjon, visuell kommunikation, visual new digital
        media, digitale medier, interactive media, motion graphics, mediefag*, film, fotograf*, event- og
        sikkerhedstekn*, skiltetekn*, film- og tv*, film- og tv-produktion*, content production, tv og medier,
        spildesign*, game design*, animatør*, dataspel*, creative media, mediateknolog*, it-produktdesign*,
        medialog*, medieproduktion*, medieproduksjon*, media production, digital konceptudvikling, digital
        concept*, ljudprod*, lydprod*, grafiker*, grafisk prod*, lyd- og musik*, musikteknologi*,
        musikkteknologi*, media technolog*, musikprod*, musikkprod*
        """,
    "0212": """
        beklædningsdesign*, diseño industrial, design engineering, interior architect*, inredningsarkitekt*,
        smykkedesign, jewellery*, jewelry*, designledelse*, designledning*, visual merchandising,
        designer*, produktdesign*, product design*, industrial design*, industridesign*, industriel design*,
        industriell design*, interiørarkitekt*, indretning*, inredning*, interior design*, interior
        architecture, interiør*, fashion design*, modedesign*, motedesign*, møbeldesign*, möbeldesign*,
        furniture design*, tekstildesign*, textile design, tjenestedesign*, servicedesign*, service design,
        dekoratør*, dekoratör*, formgivning*, scenografi*, kostumedesign*, modevetenskap*, fashion, *design,
        møbelarkitekt*, produktudvikling og design, produktutvikling og design, ergonomidesign*
        """,
    "0213": """
        curating, curatorial*, bellas artes, belle arti, beaux-arts, sztuka, sztuki piękne, æstetik og kultur,
        æstetik, estetikk, estetik, estetisk*, arts and crafts,
        billedkunst*, bildkonst*, fri konst, fine art, fine arts, kunstfag*, kunstakademi*, visual arts, maleri og
        skulptur, skulptur*, kunsthistorie, kunsthistorisk*, konstvetenskap*, konsthistoria, art history, history of
        art, billedkunstner*, bildlärar*, bildpedagogik*, bildkunst*, billedskole*, skulptør*, kunst, konst, kunst og
        håndværk, kunst og håndverk
        """,
    "0214": """
        keramik og glas, tekstilkunst*, textilkonst*, silversmide, smykkekunst*, slöjd*,
        guldsmed*, gullsmed*, guldsmid*, goldsmith*, sølvsmed*, silversmed*, urmager*, urmaker*, urmakar*, watchmak*,
        keramiker*, pottemager*, kunsthåndværk*, kunsthåndverk*, konsthantverk*, handicraft*, instrumentbygg*,
        instrumentmak*, bogbinder*, bokbinder*, bokbindar*, bookbind*, glasblæs*, glassblås*, smykkedesign*,
        blomsterdekoratør*, florist*, dekoratørfag*, gravør*
        """,
    "0215": """
        musikproduktion*, dramatik*, dramatikk*, danselærer*, organist*, kantor*, música, muzyka,
         musikkterapi*, performance design*, performancedesign*, stage design, cirkus, musiklär*,
        musikklær*,
        musik, musikk, musikvidenskab*, musikkvitenskap*, musikvetenskap*, musikutøv*, musikkutøv*,
        musikpædagog*, musikkpedagog*, musikpedagog*, music, musicology, klassisk musik, kirkemusik*,
        kirkemusikk*, konservatori*, teater*, theatre, performing arts, skuespil*, skuespill*, skådespel*,
        acting, dans, dansk scenekunst, dance, scenekunst*, scenkonst*, sceneteknik*, scenetekni*, lydtekniker
        scene, dirigent*, opera, dramaturgi*, dramapedagogik*, dramapedagogikk*, dramapædagog*, dansekunst,
        rytmisk musik*, musiker*, sang, jazz
        """,
    "0221": """
        islamic studies, islamske studier, islamologi, kirkefag, bibelskol*, biblical studies, teología,
        teologia, theologie,
        teolog*, theolog*, religionsvi*, religionsvetenskap*, religious studies, kristendom*, kristendomskunnskap*,
        diakon*, divinity, religionshistori*, religion, religion*
        """,
    "0222": """
        geschichte, histoire, storia, história, egyptologi*, oldtidskundskab, antikens kultur*,
        kulturhistori*, cultural history, heritage studies, konservator*, konservator, kunstkonserv*, klassisk
        arkæologi,
        historie, historia, history, historisk*, arkæolog*, arkeolog*, archaeolog*, archeolog*, idéhistori*,
        idehistori*, museolog*, medieval studies, konservering*, conservation of cultural heritage, kulturarv*,
        kulturvård*, cultural heritage, middelalder*
        """,
    "0223": """
        idéhistorie, philosophie, filosofía, filozofia, filosofia,
        filosofi, filosofiske fag, philosophy, etik, etikk, ethics, logic, idé og lære, praktisk filosofi, teoretisk
        filosofi
        """,
    "023": """
        sprogvidenskab*, språkvitenskap*, språkvetenskap*, sprogfag*, språkfag*, languages, moderne språk
        """,
    "0231": """
        lingue straniere*, filología, traducción, traduzione, tradução, philologie, erhvervssprog*,
        korrespondent i engelsk, ling.merc, ling. merc, turkologi*, japanologi*, sinologi*, kinastudier,
        japanstudier, japanese studies, chinese studies, american studies, amerikanske studier,
        amerikanstudier, american literature, flersproget*, flerspråk*, multilingual*, tolk, tolker,
        oversetter*, oversætter*, sprog og internationale studier, iberoromanistik*, romance studies, slavic
        studies,
        language and culture, sprog og kultur, språk og kultur, språk och kultur,
        oversættelse*, oversettelse*, oversetting*, översätt*, translation, translator*, translatør*, tolkeuddannelse*,
        tolkeutdanning*, tolkutbildning*, tolkning, interpreting, engelsk, engelska, english, english studies, english
        language, anglistik*, tysk, tyska, german, germanistik*, germanic, fransk, franska, french, romanistik*, spansk,
        spanska, spanish, italiensk, italienska, italian, russisk, ryska, russian, slavisk*, polsk, polska, polish,
        arabisk, arabiska, arabic, kinesisk, kinesiska, chinese, japansk, japanska, japanese, portugisisk, finsk,
        finska, filologi*, philology, filologia, modern languages, foreign languages, fremmedsprog*, fremmedspråk*,
        dansk som andetsprog, norsk som andrespråk, svenska som andraspråk, tegnsprog*, tegnspråk*, teckenspråk*, sign
        language, lingua e letteratura, sprachwissenschaft*, applied linguistics, classics, latin, græsk, klassisk
        filologi
        """,
    "0232": """
        språkkonsult*, filologia polska, språkvetenskap och litteratur, kreativ skrivning, kreativ skriving,
        forfatterstudi*, retorik og litteratur,
        dansk, nordisk*, norsk, svenska, litteratur*, litteraturvidenskab*, litteraturvitenskap*, litteraturvetenskap*,
        literature, comparative literature, creative writing, forfatterskole*, lingvistik*, lingvistikk*, linguistic*,
        *lingvistik, nordic languages, scandinavian studies, skandinavistik*, speech communication, fonetik*, fonetikk*,
        phonetics, tekstforfatter*
        """,
    "031": """
        ciencias sociales, sozialwissenschaft*, sciences sociales, nauki społeczne, refugee studies, arctic
        studies, arktiske studier, afrikastudier, socialvidenskab*, sosialvitenskap*, urbane studier,
        international development studies,
        asienstudier, globala studier, globale studier, global studies, europastudier, european studies,
        utvecklingsstudi*, utviklingsstudi*, development studies, samfundsvidenskab*, samfunnsvitenskap*,
        samhällsvetenskap*, social science*, social studies, samfundsfag*, samfunnsfag*, samhällskunskap*,
        samfunnskunnskap*, scienze sociali
        """,
    "0311": """
        economia politica, sciences économiques, economic sciences, economic cybernetics, economics
        cybernetics, mikroøkonomi, makroøkonomi, economía,
        economics, econometrics, national economy, nationaløkonomi*, nationalekonomi*, samfunnsøkonomi*,
        samfundsøkonomi*, økonometri*, ekonometri*, volkswirtschaft*, political economy, oecon
        """,
    "0312": """
        scienze politiche, ciencias políticas, ciencia política, ciências políticas, sciences politiques,
        relaciones internacionales, relações internacionais, relations internationales, stosunki
        międzynarodowe, politolog*, internationale beziehungen, international politik*, internasjonal
        politikk, public governance, global governance, diplomacy, diplomati, diplomatic*,
        forvaltningsvetenskap*, förvaltningskunskap*, public affairs, sammenlignende politikk, nauki
        polityczne, politika,
        security studies, sikkerhedspolitik*, sikkerhetspolitikk*, säkerhetspolitik*, statskundskab*,
        statsvetenskap*, statsvitenskap*, statsvidenskab*, political science*, politics, politologi*,
        international relations, internationale relasjoner, internasjonale relasjoner, internationella
        relationer, internationale studier, internasjonale studier, international studies, public policy,
        offentlig politik*, offentlig politikk, peace and conflict*, freds- og konflikt*, freds- och
        konflikt*, fredsstudi*, menneskerettighed*, menneskerettighet*, human rights, mänskliga rättigheter,
        politikwissenschaft*, politik og administration, scient.pol, scient. pol, asiastudier, øst- og*,
        international development, peace studies, social policy, environmental policy, latinamerikastudier,
        mellemøststudier, midtøstenstudier, freds- og utviklingsstudier, public administration
        """,
    "0313": """
        beteendevetenskap*, beteendevetar*, adfærdsvidenskab*, atferdsvitenskap*, behavioural science*,
        behavioral science*, kognition, cognition,
        psykologi*, psycholog*, psykolog*, psicolog*, psicología, cognitive science, kognitionsvetenskap*,
        kognitionsvidenskab*, kognisjon*, psych, *psykologi, *psykolog, kognitiv vitenskap*, kognitiv
        videnskab*, cognitive neuroscience
        """,
    "0314": """
        soziologie, sociología, socjologia, sociologia, sociologie, teknoantropolog*, techno-anthropology,
        kulturantropologi*, migration studies, migrationsstudi*, migrasjonsstudi*, ethnograph*, etnografi*,
        samfundsgeografi*, kultur- og samfund*, kulturentrepr*, kulturstyring*, kulturpolitik*, folkloristi*,
        middle eastern studies, asian studies, african studies, sociologi*, sosiologi*, sociology,
        antropologi*, sosialantropologi*, socialantropologi*, anthropolog*, etnolog*, ethnolog*, kriminologi*,
        criminology, genusvetenskap*, kønsstudier, kjønnsstudier, gender studies, kulturstudier, cultural
        studies, kulturvetenskap*, kulturvidenskab*, kulturvitenskap*, kulturanalys*, kulturgeografi*,
        samfunnsgeografi*, samhällsgeografi*, human geography, demografi*, demography, area studies,
        kulturmøde*, kulturfag*, interkulturel*, arbeidslivsvitenskap*, arbejdslivsstudier, arbetsvetenskap*,
        arbetslivsvetenskap*
        """,
    "032": """
        media and communication*, medier og kommunikation, medier og kommunikasjon, medier och kommunikation,
        kommunikasjon og media, information and media, comunicación*, comunicazione, comunicação, komunikacja,
        virksomhedskommunikation*, virksomhetskommunikasjon, public relations, kommunikatør*, kommunikatör*,
        kommunikasjonsrådgiv*, interkulturel kommunikation, interkulturell kommunikasjon,
        medie- og kommunikasjon*, medie- och kommunikation*, informasjonsvitenskap*,
        professionel kommunikation, *kommunikasjon, *kommunikation, formidling*, media studies, mediestudier,
        media, strategisk kommunikation, communications, communication, kommunikasjonsvitenskap*,
        kommunikasjon, kommunikationsvidenskab*, kommunikationsvetenskap*, kommunikation, retorik*, retorikk*,
        rhetoric*, informationsdesign*, informasjonsdesign*
        """,
    "0321": """
        periodismo, giornalismo, jornalismo, dziennikarstwo, journalisme, fotojournalist*, photojournalis*,
        film science, journalist*, journalism*, communication studies, mass communication, medievidenskab*,
        medievitenskap*, medievetenskap*, medie- og kommunikation*,  publizistik*, film- og
        medie*, filmvetenskap*, filmvidenskab*, film studies,
        """,
    "0322": """
        informationsvidenskab*, biblioteconomía, bibliotekskunskap, information architecture, records
        management, arkivistik*, arkivar*,
        information studies, informationsforvaltning*,
        bibliotek*, biblioteks- och informationsvetenskap*, bibliotek- og informasjon*, bibliotekar*, library*,
        librarian*, arkivvetenskap*, arkivvitenskap*, arkivfag*, arkivkunskap*, arkivkundskab*, archival*, archive
        studies, information science, informationsvetenskap*, dokumentasjonsvitenskap*
        """,
    "04": """
        ekonomprogram*, ekonom, økonom, gestion, gestão, ekonomia, economia aziendale, negocios
        internacionales,
        økonomi, økonomisk*, økonomistudi*, ekonomi, ekonomisk*, ekonomiprogram*, siviløkonom*, civilekonom*,
        civiløkonom*, business and law, économie, handelsgymnasi*, handelsskole*, handelsfag*, merkantil*,
        hhx, økonomi og jura, business economics, erhvervsøkonom*, business studies, comercio, commerce,
        *økonomi, *ekonomi, företagsekonomi*, ekonomie, bedriftsøkonomi*, virksomhedsøkonomi*,
        handelsvidenskab*
        """,
    "041": "økonomi og administration, økonomi og administrasjon",
    "0411": """
        financial controller, steuerfachangestellt*, buchhalt*, buhgalter*, księgow*, ragionier*,
        lønbogholder*, økonomiassistent*, ekonomiassistent*, lønspecialist*,
        auditing,
        regnskab*, regnskap*, redovisning*, revision, revisjon*, revisor*, accounting*, accountan*, bogholder*,
        bokholder*, bokføring*, bokföring*, bogføring*, bookkeep*, skat, skatteret*, skatterett*, taxation, tax law,
        lønadministr*, lønnsadministr*, løneadministr*, lönespecialist*, lönekonsult*, løn, payroll, löneekonom*,
        controlling, controller*, redovisningsekonom*, contabilidad*, contabilidade, contabilità, comptabilit*,
        księgowoś*, rachunkowość, rechnungswesen, økonomistyring*, ekonomistyrning*, HD(R), HDR
        """,
    "0412": """
        bankwesen, finanzas, finanza, finanças, finanse, asset management, wealth management, finansrådgiv*,
        ejendomsøkonom*, eiendomsøkonom*, fintech, financial engineering, corporate finance,
        fastighetsekonom*,
        finans, finansiel*, finansiell*, finansøkonom*, finansbachelor*, finansvi*, finansfag*, finansiering,
        finance, financial*, bank, bankuddannelse*, bankudd*, banking, bankvirksomhed, forsikring*,
        försäkring*, insurance,  HD(F), ejendomshandel*, eiendomsmegl*, eiendomsmekl*,
        fastighetsmäklar*, ejendomsmægler*, real estate, bankkaufmann, bankkauffrau, finanzen, investment,
        investering, bankrådgiv*, fastighetsvetenskap*, eiendomsutvikl*, ejendomsudvikl*, eiendom,
        eiendomsfag*
        """,
    "0413": """
        HRM, arbeidslivsfag, arbejdsleder*, arbetsledar*, arbeidsleder*, arbetsledning*, arbejdsledelse*,
        teamledelse*, value chain*, værdikæde*, verdikjede*, dirección de empresas, direction des entreprises,
        technologieledelse, produktionsledar*, produktionsleder*, produksjonsled*, ledarutveckl*,
        lederutvikl*, lederudvikl*, organisationspsykologi og ledelse, organisationsteori, customer relations,
        relationsledelse, industriekonomi*, industriel økonomi, commercial management, strategisk innkjøp,
        indkøbsledelse, produktledelse*, product management, product owner*, produktchef*, agile coach*,
        verksamhetsutvecklare, ekonomi och ledarskap, administración y dirección*,
        verksamhetsledning*, idrettsledelse*, idrætsledelse*, kulturledelse*, havneledelse*, offentlig
        styring*, teknologiledelse*, technology management, industrial economics and technology management,
        management*, ledelse*, ledarskap*, lederskap*, lederudd*, leadership*, administrasjon*,
        administrator*, business, business international business, erhvervsøkonomi og ledelse, HR, human
        resource*, human ressource*, personalvetare*, personalvetar*, personalledelse*, personal- och
        arbetslivsvetenskap*, personaladministr*, projektled*, prosjektled*, project management,
        kvalitetsledelse*, kvalitetsstyring*, quality management, supply chain*, forsyningskæde*,
        forsyningskjede*, indkøb*, innkjøp*, inköp*, procurement, entrepren*, iværksæt*, innovation*,
        innovasjon*, merkonom*, markedsøkonom*, MBA, betriebswirt*, bwl, fastighetsförvalt*,
        ejendomsadministr*, ejendomsforvalt*, eiendomsforvalt*, facility management, facilities management,
        offentlig offentlig offentlig administrasjon, public industriel økonomi*, industriell økonomi*,
        industriell ekonomi*, indøk, industrial economics, industrial management, engineering management,
        sports management, innovationsledelse*, forretningsudvikl*, forretningsutvikl*, affärsutveckl*, HD(O),
        gestión, gestione, zarządzanie*, administración*, administração*, produktionsledning*,
        produktionsledelse*, drift og ledelse, transport management, merc, verksamhetsutveckl*, service
        management, organisation, organisasjon, administration, administrasjon, administrationsbach*,
        administrationsudd*, forvaltning, förvaltning, hospitality management, strategi, strategy, change
        management, *ledelse, serviceledelse*, helseledelse*, organisationsutveckl*, organisationsudvikl*,
        organisasjonsutvikl*, personalvetenskap*, leisure management*, operations management, administration
        og ledelse, oplevelsesøkonomi*, opplevelsesøkonomi*, wirtschaftsingenieur*, industrial economics and*,
        industrial economics &*, verksamhetsstyrning*, virksomhedsstyring*, virksomhetsstyring*, byggledelse*,
         organisationsteori*, servicemanagement
        """,
    "0414": """
        marknadsekonom*, mercadotecnia, consumer behavio*, forbrugeradfærd*, forbrukeratferd*, market
        research, försäljning och marknadsföring, e-commerce and marketing, international handel og
        markedsføring, handel og markedsføring, international sales and marketing, publicité, sociala medier,
        social media, content marketing,
        brand management, e-handel og marketing, marketing*, markedsføring*, marknadsföring*,
        marknadskommunikation*, markedskommunikation*, markedskommunikasjon*, reklame*, reklam, advertising,
        branding, digital marketing*, HD(A), markedsanalyse*, salg og markedsføring, PR og markedsføring,
        marketing management*, sales and marketing, marknadskommunikatör*, markedskommunikatør*, digital
        marknadsför*, digital markedsfør*, salgs- og markeds*
        """,
    "0415": """
        administrativ assistent*, advokatassistent*, bürokauf*, bürokommunikation*, administrativo,
        administrative assistant*,
        kontor*, kontoruddannelse*, kontorfag*, kontorassist*, kontor- og administrasjon*, kontor- og adm*,
        sekretær*, sekreterar*, secretar*, office office work, lægesekretær*, legesekretær*, medicinsk
        sekreterare, medicinska sekreterare, vårdadministr*, läkarsekreterar*, sundhedsadministrati*,
        helsesekretær*, advokatsekretær*, receptionist*, resepsjon*, korrespondent*, administrasjonsfag*,
        helseadministrasjon*, medical secretary, office administration
        """,
    "0416": """
        säljare, salgsledelse*, försäljningsled*, kundeservice, kundtjänst, innesäljar*, utesäljar*,
        e-handler*, industriekauf*, industriekaufmann*, industriekauffrau*, großhandel*,
        kjøpmannsskol*, key account*, eksportøkonom*, export sales, technical sales, teknisk salg*, teknisk
        försäljning,
        detailhandel*, detaljhandel*, butik*, butikk*, salgsfag*, salgsassist*, salgsudd*, handelsassist*,
        handels- och handelsprogram*, försäljning*, försäljnings*, retail*, service og samferdsel*,
        varehandel*, kjøpmann*, købmand*, wholesale*, innkjøper*, inköpare*, indkøber*, inköp och upphandling,
        dekoratør, engroshandel*, einzelhandel*, kaufmann*, kauffrau*, butiksuddann*, e-commerce, handel,
        salg, sales, handelsudd*, handelsutd*, handelslærling, international sales, internationell
        försäljning, exportmarknad*, eksport*, e-handel
        """,
    "042": """
        erhvervsret*, EU-ret, EU-rätt, folkeret, folkerett, folkrätt*, business law, patentret*, patenträtt*,
        immaterialret*, immaterialrätt*, immaterialrett*, HA(jur.), *rett,
        jura, jus, jur, juridik*, juridisk*, jurist*, rettsvitenskap*, rettsvit*, rättsvetenskap*,
        retsvidenskab*, law, laws, LLM, LL.M, LLB, LL.B, legal*, erhvervsjura*, kontraktsret*, kontraktsrett*,
        entrepriseret*, construction law, jurisprudence, derecho, direito, droit, giurisprudenza, prawo,
        rechtswissenschaft*, paralegal*, rättsliga, affärsjuridik*, handelsrätt*, *juridik, *jura, *rätt,
        rettsinformat*, miljörätt*, miljøret, miljørett
        """,
    "05": """
        scienze naturali, physical science*, ciencias exactas, nauki przyrodnicze, naturalistic, math and
        science,
        naturvidenskab*, naturvitenskap*, naturvetenskap*, naturfag*, realfag*, natural science*, science and
        mathematics, life science and engineering, naturwissenschaft*
        """,
    "051": """
        molecular life science*, biovidenskab*, biovitenskap*, biovetenskap*, bioscience*, life science*,
        biowissenschaft*, molecular science*
        """,
    "0511": """
        agrobiolog*, wildlife biolog*, mykolog*, mycolog*, biologi och kemi,
        biolog*, *biologi, *biologisk, marin biologi, marine biology, zoolog*, botani*, limnolog*,
        mikrobiolog*, microbiolog*, mikrobi*, genetik*, genetikk*, genetics, genetic, evolution*, entomolog*,
        parasitolog*, fysiologi*, physiolog*, neurovidenskab*, nevrovitenskap*, neuroscience*, biologia,
        biología, biologie, cellbiolog*, plantebiologi*, plant biology, havbiologi*, marinbiolog*, ornitolog*,
        bacteriolog*, human biology, biological science*, etologi*, ethology, molekylærbiolog*,
        molekylärbiolog*, molekylær biolog*, molekylär biolog*, molecular biolog*, molecular genetic*,
        molekylærgeneti*
        """,
    "0512": """
        life science technology, proteinkemi*, proteinkjemi*, biopharm*, biofarma*, drug discovery, drug
        development, lægemiddeludvikl*, legemiddelutvikl*, läkemedelsutveckl*, retsgenetik*, rettsgenetik*,
        biotekn*, biomedicin*, biomedisin*, biomedical science*,
        bioquímic*, biochimi*, nanobio*, molecular biomedicine, biokemi*, biokjemi*, biochemi*, biokemia, bioteknolog*, bioteknik*,
        bioteknikk*, biotechnolog*, biotech*, biotecn*, biotecnolog*, biotechnologie, genteknik*,
        genteknologi*, gene technology, genetic engineering, kemisk biologi, kjemisk biologi, chemical
        biology, teknisk biologi, toksikolog*, toxikolog*, toxicolog*, farmakolog*, pharmacolog*, virolog*,
        genomi*, molekylær biomedicin, molekylär bioteknik*, biomolecular*, biomolekyl*, molecular
        biotechnology, forensic science*, rättsgenetik*, molekylær medicin, molecular medicine, immunolog*,
        biomed*, structural biology, protein science*, medicinal biology, medicinalbiolog*
        """,
    "0521": """
        ciencias ambientales, ochrona środowiska, scienze ambientali, umweltwissenschaft*, miljøstudier,
        miljöstudier, grøn omstilling, grønn omstilling, grön omställning, green transition, grøn energi,
        humanøkologi*, humanekologi*, hållbar samhällsutveckl*, sustainable design, miljö- och hållbarhet*,
        miljø og naturressurser, environmental planning, life cycle assessment, livscyklus*, biodivers*,
        environmental systems analysis,
        klimavidenskab*, klimavitenskap*, klimatvetenskap*, circular economy, cirkulær økonomi, sirkulær
        økonomi, cirkulär ekonomi, miljøvidenskab*, miljøvitenskap*, miljövetenskap*, miljøfag*, environmental
        science*, environmental studies, økologi*, ekologi*, marin økologi, marine ecology, økosystem*,
        ekosystem*, bæredygtig*, bærekraft*, hållbar utveckling, hållbarhet*, sustainab*, klima, klimat*,
        climate*, miljø og natur, environmental management, miljöstrateg*, miljøplanlægning*, tekno-samfund,
        ecology, ecological*, miljö- och hälsoskydd*, hälsoskydd*, miljö- och hälsa, energi- og klima*, energy
        and climate, fornybar omstilling, miljø- og naturforvaltning
        """,
    "0522": """
        skov- og naturtekn*, park ranger*, landscape management, landskabspleje*, naturpleje*, naturguidning*,
        fiskevård och natur,
        natural resources management, naturforvaltning*, naturforvalter*, viltforvaltning*, naturvård*,
        naturvejleder*, naturveiled*, nature conservation, wildlife*, conservation biology, natural resource*,
        naturressurs*, utmarksforvaltning*, viltstell*, naturguide*, nationalpark*, nature management,
        naturresurs*, wildlife management, landskabsforvaltning*, landskapsforvaltning*
        """,
    "0531": """
        polymerkemi*, polymerkjemi*, polymer chemistry, kosmetikkemi*, kemian tekniikka,
        miljøkemi*, miljøkjemi*, miljökemi*, environmental chemistry, marine chemistry, industrial chemistry,
        medicinal chemistry, kemi, kjemi, kemist*, kemiker*, kjemiker*, *kemi, *kjemi, kemisk*, kjemisk*,
        chemi*, chemist*, *chemistry, química, quimica, chimica, chimie, chemie, chemia, kemian, analytisk
        kemi*, electrochemistry, elektrokemi*, lægemiddelkemi, legemiddelkjemi, läkemedelskemi, drug chemistry
        """,
    "0532": """
        geographie, geografía, geología, géologie, geotechnolog*, geographic information*, geographical
        information*, geografisk information*, geospatial*, atmospheric*, atmosfære*, petroleumsgeolog*,
        petroleum geolog*, jordens og*, polar studies, jordfag, vulkanolog*, volcanolog*, paleontolog*,
        palæontolog*, palaeontolog*, kartografi*, geomatics and*,
        geolog*, geofysi*, geophysic*, geovidenskab*, geovitenskap*, geovetenskap*, geoscience*,
        geowissenschaft*, geokemi*, geokjemi*, geochemi*, hydrogeolog*, jordvidenskab*, meteorolog*,
        oceanogra*, oseanogra*, havvitenskap*, havsvetenskap*, marine science*, marine geology, hydrolog*,
        hydrogra*, glaciolog*, geograf*, naturgeograf*, geografi, geography, geografia, physical geography,
        earth science*, earth observation, seismolog*, bergmekanikk*, ingeniørgeolog*, engineering geolog*,
        geodes*, GIS, fjernanalyse*, fjärranalys*, remote sensing, geoinformat*, polar science*, geofag*,
        *geologi, *geologisk, *geografi, *geology, natural hazards
        """,
    "0533": """
        kvanteteknolog*, kvantteknolog*, kvantumtek*, space physics, rumfysik*, romfysikk*, energifysik*,
        biofysi*, biophysic*, medisinsk fysikk, medicinsk fysik*,
        fysik, fysiker*, fysikk, fysikstud*, *fysik, *fysikk, teknisk fysik, teknisk fysikk, fysikalsk*,
        physics, physicist*, *physics, physik, physique, física, fisica, fizyka, fizică, astronom*,
        astrofysi*, nanovidenskab*, nanovetenskap*, nanoscience*, optik, optikk, optics, fotonik*, fotonikk*,
        photonic*, akusti*, acoustic*, engineering physics, applied physics, kvantemek*, quantum*,
        astrophysic*, complex adaptive systems, photonics engineering, electro-optics, nanotekn*,
        nanotechnolog*, materialfysik*, dark matter, mørk materie, mørkt stof, fusion*
        """,
    "0541": """
        beregningsmatemati*, beräkningsmatemati*, finansmatemati*, økonomimatemati*, algebra, optimization,
        optimering, optimeringsl*,
        matematik, matematikk, matematisk*, matematiker*, teknisk matematik*, anvendt matematik*, mathemati*,
        maths, math, matemática*, matematica, mathématiques, matematyka, mathematik, regneteknologi,
        operations research, operationsanalyse*, numerisk*
        """,
    "0542": """
        aktuarvidenskab*, econometrics and statistics, demografi og statistik,
        forsikringsvidenskab*,
        mathematical statistics, matematisk statistik, matematisk statistikk,
        statistik, statistikk, statistiker*, statistics, statistical*, statistisk*, statistica, estadística, statystyka,
        biostatisti*, aktuar*, actuar*, datametri*, statistikvidenskab*, försäkringsmatemati*, forsikringsmatemati*
        """,
    "06": "IKT-fag",
    "061": """
        erhvervsinformatik*, sundhed og informatik, cognitive computing, HCI, menneske-maskin*,
        menneske-datamaskin*, människa-dator*, robotics and AI, geoinformati*, geoinformatics, it-arkitekt*,
        IT-arkitekt*, enterprise architect*, ict engineering, it-teknolog*, ingeniería de sistemas, ingeniería
        en sistemas,     digital humaniora, digital humanities, digitale teknologier, digital forvaltning,
        information management, digital strateg*, digital ledelse*, data warehous*, business analytics og
        data, technische informatik, technical informatics, dataverarbeit*, AI-udvikl*, AI-utveckl*, NLP,
        BI-utveckl*, data scientist, datateknolog, computerteknik*, computerteknolog*, BIM og data,
        e-government,
        digital transformation, e-business, IT management, it-ledelse*, digital economics, business and IT,
        business & IT, economics and IT, IT og medie*, IT and media*, data og kommunikation, data- og
        kommunikation*, IT, ICT, IKT, EDB, ADB, it-udvikl*, it-utvikl*, it-utveckl*, it-teknologi*, it-fag*,
        it-uddann*, it-utdann*, it-utbild*, it-studi*, it-linje*, it-ingeni*, it-ingenj*, it-program*,
        it-teknik*, it-forens*, it-kandidat*, it-akadem*, it-vidensk*, it-vitensk*, ikt-*, edb-*, digital
        innovation, information technology, information technologies, informationstekn*, informasjonstekn*,
        informationssystem*, informasjonssystem*, information system*, datateknik*, datateknikk*,
        datateknologi*, datorteknik*, dataingeniør*, dataingenjör*, data science, data scientist*,
        datavidenskab*, data engineer*, data analytics, dataanaly*, datafag*, data, kunstig intelligens,
        artificiell intelligens, artificial intelligence, AI, machine learning, maskinlæring*,
        maskininlärning*, helseinformatik*, sundhedsinformatik*, hälsoinformatik*, health informatics,
        språkteknologi*, sprogteknologi*, language technology, computational linguistics, datalingvistik*,
        systemvetenskap*, systemvetar*, systemvitenskap*, systemvitar*, computer engineering, computer and*,
        computer, computers, interaktive systemer, digital digitalisering*, informationsteknologi*,
        informationsarkitekt*, wirtschaftsinformatik, system science*, computer technolog*, human-computer
        interaction, informatik*, informatikk*, informati*, bioinformati*, computational biology, business
        intelligence, it og økonomi, digitalisering*, digitalization, e-sundhed*, e-hälsa,
        intelligent systems, intelligente systemer, digitala tjänster, web intelligence
        """,
    "0611": "computer use, kontorprogram*, datakort*, ECDL, it-brugervejl*",
    "0612": """
        systemtekniker*, it-tekniker*, telematik*, telematics*, redes, ikt-drift*, ikt driftsfag*,
        systemdrift*, serverdrift*, sieci komputerow*, digital forensics, it-forensik*, fachinformatiker
        systemintegration, IT-sikkerhed, driftstekniker it, etisk hack*, ethical hack*, informationssäk*,
        database administration, netværkste*, netværk*, nettverkste*, nettverk, nätverkste*, nätverk*,
        network*, computer network*, databas*, cybersi*, cybersecur*, cybersäk*, cyber security,
        cyber-security, information security, informasjonssikkerhet*, informationssäkerhet*,
        informationssikkerhed*, systemadmin*, sysadmin*, it-drift*, it-administrat*, ikt-servicefag*,
        it-servicefag*, cloud*, devops*, it-infrastruktur*, datatekniker med speciale i infrastruktur,
        molnteknik*, driftsstøtte*, it-supporter*, it-support*, it-sikkerhed*, it-sikkerhet*, it-säkerhet*,
        system administration, cyberteknolog*
        """,
    "0613": """
        ingeniería de software, ingeniería del software, engenharia de software, mobile development,
        mobilapp*, mobile app*, applikationsudvikl*, applikationsutveckl*, computervidenskab*, computer games,
        desarrollo de aplicaciones*, desarrollo web, spillteknologi*, spelteknologi*, game technology,
        distributed systems, distribuerede systemer, algoritmer, algorithms, computer graphics, datagrafik*,
        software design, anwendungsentwickl*, fachinformatiker*, programista*, desarrollador*, développ*,
        utvecklare, bootcamp web, .net-utveck*, webbprogram*, webprogram*,
        applikasjonsutvikling*, applikationsudvikling*, it-produktudvikl*, datalogi*, datalog*,
        datavetenskap*, datavitenskap*, datavetar*, informatique, informática, informatica, informatyka,
        informatyk*, informatică, computer science*, computer scientist*, computing*, computational science*,
        software*, softwareteknologi*, softwareudvikl*, programmering*, programming, programmer*,
        programmeur*, programutveck*, programvar*, programvaru*, mjukvaru*, mjukvar*, systemutveck*,
        systemutvik*, systemudvik*, webudvikl*, webutvikl*, webbutveckl*, webutveckl*, web development*, web
        developer*, frontend*, front-end*, backend*, back-end*, fullstack*, full-stack*, full stack*,
        apputveckl*, app-udvikl*, app development, applikationsutveck*, spiludvikl*, spillutvikl*,
        spelutveckl*, spelprogram*, spillprogram*, game development*, game programming, datamatiker*,
        javautveck*, java-utveck*, python-utveck*, .net, mobilutvikl*, mjukvarutest*, testautomat*, testare,
        spilprogram*, *programmering, visual computing, applikationsutvikl*, app-utveckl*, app-utvikl*, CS
        """,
    "07": """
        technischer zeichner*, technische zeichner*, draughts*, teknisk tegner*, teknisk tegning*, strategisk
        analyse og systemdesign, polyteknisk*, polytechnical, fysik og teknologi, TIP, teknikk og
        industriell*, proces og innovation, integreret produktudvikling, produksjonsledelse teknisk, lean
        production, ingénieur, ingenieur, tecnico industriale, técnico industrial,
        industrial engineering*, reliability*, teknik, teknikk, tekniker, teknisk, teknisk-*, tekniske,
        tekniska, technical, technolog*, teknolog*, teknologi*, engineering, engineer*, *ingeniør, *ingenjör,
        ingeniør*, ingenjör*, ingenier*, ingénier*, ingegner*, engenhari*, inżynieri*, ingenieurwesen*,
        ingenieurwissenschaft*, industrioperatør*, industrioperatör*, inginer*, inženýr*, *ingenieur,
        produktionsoperatør*, design og innovation, systems engineering, applied science*, industri,
        *teknologi, *teknik, *teknikk, *tekniker, drifttekniker*, driftstekniker*, driftsteknik*,
        undervannstekn*, kvalitetstekn*, *engineering, industriel produktion, manufacturing*, produktion,
        production technolog*, produksjonstekn*, produktionstekn*, production engineering, teknisk designer*,
        global business engineering, eksport og teknologi, eksport- og teknologi*, integrated design,
        engineering design, industridesign og teknik
        """,
    "071": """
        ingeniería biomédica, ingegneria biomedica, engenharia biomédica, inżynieria biomedyczna, génie
        biomédical, biomedizinische technik, medizintechnik*, medicinal technology, rehabilitation
        engineering, medisinsk teknologi, medicinsk udstyr, medical device*, clinical engineering, sundheds-
        og velfærdstekn*, neural engineering, hospitalstekn*, tissue engineering, biomekanik*, biomechanic*,
        medicinsk teknik*, medisinsk teknik*, biomedicinsk teknik*, medicintekni*, medisintekni*, biomedical
        engineering, medical engineering, medicoteknik*, medikoteknik*, sundhedsteknolog*, velfærdsteknolog*,
        helseteknolog*, health technolog*, medical technology, bioengineering, medicinteknik*, medicinsk
        teknologi, medicin og teknologi, medicin- og teknologi, medical sciences and technology, fagskole
        medisintekn*, medisinteknikk
        """,
    "0711": """
        technologia chemiczna, chemical technologies, polymer engineering, chemielaborant*, chemikant*,
        kemilaborant*, papirteknolog*, pulp technolog*, biotechnological engineering, membrane technolog*,
        catalysis, katalyse, farmateknolog*, pharmaceutical production, procesanlæg*, bioraffin*, biorefin*,
        biochemical process*, proceskemi*, prosesskjemi*, processkemi*, colloid*, kemi- og procestekn*,
        bioprocess*, bioprosess*, bioproces*, kemiteknik*, kemitekn*, kjemitekn*, kemiteknologi*,
        kjemiteknologi*, kemiingeniør*, kjemiingeniør*, kemiingenjör*, kjemisk prosess*, kemisk proces*,
        kjemiprosess*, kemi- og bioteknolog*, kjemi- og prosess*, kjemi og prosess*, kemi og teknologi, kemi-
        och bioteknik*, chemical engineering*, chemical process*, chemical and*, chemical or*, chemical
        technolog*, process engineering, process technology, process operator*, processingeniør*,
        procesingeniør*, prosessingeniør*, processingenjör*, procesteknolog*, procesteknik*, procestekn*,
        prosesstekn*, prosessfag*, prosessindustri*, prosess, processtekn*, processindustri*, process- och*,
        procesoperatør*, prosessoperatør*, processoperatör*, procesarbejder*, kemitekniker*, biochemical
        engineering, verfahrenstechnik*, chemieingenieur*, ingeniería química, engenharia química, ingegneria
        chimica, génie chimique, inżynieria chemiczna, químico, químic*, laborant*, laboratorieteknik*,
        laboratorietekni*, laboratory techni*, lab techni*, kjemi/laboratorium, laboratoriefag*, laborator*,
        raffinaderi*, farmaceutisk produktion, kemisk teknik*, kemiprocess*, proces, process, kemi og
        bioteknologi, kemi- og bioteknologi, kemisk og biokemisk*, fermenter*, fermentation, pharmaceutical
        engineering, papermaking
        """,
    "0712": """
        ingeniería ambiental, ingegneria ambientale, ingegneria per l'ambiente, engenharia ambiental,
        engenharia do ambiente, génie de l'environnement, umwelttechnik*, umweltingenieur*, inżynieria
        środowiska, bioressourcer*, water supply*, drikkevand*, drikkevann*, dricksvatten*, drinking water,
        renseanlæg*, reningsverk*, renseteknik*, renseteknikk*, air pollution, air quality, luftforurening*,
        hydroteknik*, wastewater*, sanitary engineering, spillvann*, sanitär*, spildevandsop*,
        water and environment*, waste technology, waste engineering, miljøtekn*, miljötekn*, miljøteknolog*,
        miljøingeniør*, miljöingenjör*, environmental engineering*, environmental technolog*, environmental
        and*, environmental or*, vandtekn*, vannteknik*, vann- og miljø*, vatten- och miljö*, vattentekn*,
        vattenmiljötekn*, va-tekni*, VA, va-ingenjör*, vandforsyning*, vannforsyning*, water engineering,
        water technology, water treatment, miljø, miljö, miljø- og*, affald*, avfall*, avløp*, spildevand*,
        waste management, genvinding*, gjenvinning*, miljøvern*, miljøoperatør*, recycling, environmental
        protection*, vannbehandl*, vandbehandl*, water resources, vandressourc*, miljøteknikk*, vand, vann,
        vatten
        """,
    "0713": """
        kraftteknik*, kraftværk*, kraftvarme*, district heating, forsyningsoperat*, energetyk*, elprojekt*,
        installationstekn*, installasjonstekn*, kältetechnik*, kälteanlagen*, electromechanical*,
        photovoltaic*, fotovolt*, soltekni*, brintteknolog*, hydrogen technolog*, battery technolog*,
        batterytek*, bioenergi*, bioenergy, nuclear, kernekraft*, kjernekraft*, kärnkraft*, elektromontør*,
        elektromontör*, linjemontør*, linjemontör*, thermal engineering, thermal energy, varmeteknik*,
        värmeteknik*, heat and power*, termisk energi*, termoenerg*, elektroniker für betriebstechnik,
        elektroniker für energie*, ingeniería eléctrica, ingeniería energética, ingegneria energetica,
        engenharia eletrotécnica, drivhus, mechanical and energy, high voltage, højspænding*, høyspent*,
        högspänning*, smart energy, gasteknik*, gas technology, fuel cell*, brændselscelle*, batteritekn*,
        batteriteknolog*, batteriteknik*,
        smart grid*, energi og miljø, energi- og miljø*, energy and environment*, el- eller*, el, el-,
        el-teknik*, elteknik*, eltekni*, elfag*, elkraft*, elektro, elektro-*, elektroteknik*,
        elektroteknikk*, elektrotekn*, elektrofag*, elektroingeniør*, elektroinstall*, elektriker*,
        elektrisk*, elektriske*, electrical*, electrician*, electric*, electrotechn*, elektrotechn*,
        elenergi*, elinstall*, elinstallatør*, elmontør*, elmontör*, elprogram*, el- og energi*, el- og
        automa*, el- och energi*, el- o energi*, el og energi*, elkonstrukt*, elingenjör*, elforsyning*,
        eldistribution*, elnät*, elnett*, energi, energi-*, energi*, energy*, ekom, energimontør*,
        energitekn*, energisystem*, energioperatør*, vindkraft*, vindenerg*, vindmølle*, solenergi*, solar*,
        solcelle*, renewable*, vedvarende*, fornybar*, förnybar*, power engineering, kraftproduksjon*,
        kraftsystem*, kraftverk*, kulde*, kuldemontør*, kuldetekn*, køle*, kølemontør*, køletekn*, kyl-*,
        kylmontör*, kyltekn*, refrigerat*, varmepump*, värmepump*, varmetekn*, stærkstrøm*, sterkstrøm*,
        starkström*, fjernvarme*, fjärrvärme*, hvac*, ventilation*, ventilasjon*, gr. l, distributionslinje*,
        togelektrik*, elettri*, eléctric*, elétric*, électri*, elektry*, elektrik*, energetik*, energía,
        nuclear engineering, klimatekn*, sähkö*, drifttekniker energi, power, wind, wind energy*, wind power,
        windmill*, tavlemontør*, viklerfag*, vikler, *elektriker, signalmontør*, signaltekn*,
        distributionselektr*, heismontør*, hissmontör*, elevatormontør*, elevatortekn*, energi- och miljö*,
        energi och miljö*, elektroteknologi*, eldrift*, miljø- og energi*
        """,
    "0714": """
        mechatronika, avionic*, nanoelectronic*, VLSI, integrated circuits, semiconductor*, halvleder*,
        halvledarteknik*, control theory, mikroteknolog*, MEMS, ingeniería mecatrónica, ingeniería
        electrónica, engenharia eletrónica, kommunikationsteknolog*, kommunikationsteknik*,
        kommunikasjonsteknolog*, elektroakust*, electroacoustic*, radioelectronic*, radio electronics,
        radiophysic*, radiofysik*, computer hardware, satellite technology, satellit*, digital electronics,
        telecomunic*, télécom*, telekomunik*, styringsteknik*, styresystem*, målestyring, måleteknik*,
        mätteknik, measurement technology, fjärrstyrning, elektronikingeni*, elektronikingenj*, it og
        elektronik, cyber-physical*, cyberfysisk*, machine vision, computer vision systems,
        RF engineering, radio engineering, system-on-chip, nätprojekt*, rumteknolog*, microsystems, electronic
        systems design*, systems design, elektronik*, elektronikk*, elektronisk*, electronic*, elettronic*,
        electrónic*, électroni*, eletrôni*, elektroni*, mikroelektron*, microelectron*, automation*,
        automasjon*, automatik*, automatikk*, automati*, automatiser*, automatyk*, automazion*, robot*,
        mekatronik*, mekatronikk*, mekatron*, mechatron*, mechatroni*, kybernetik*, kybernetikk*, kyberneti*,
        cyberneti*, reglerteknik*, reguleringstekn*, reguleringsteknik*, styr- och reglertekn*, styr- och
        regler*, styr- og regulering*, styring*, process control, control engineering, systems and control,
        systems control, control systems, telekom*, telekommunik*, telecom*, teleteknik*, signalbehandling*,
        signal processing, embedded*, indlejrede systemer, innebygde systemer, inbyggda system*, svagstrøm*,
        svakstrøm*, svagström*, instrumentering*, instrumentation*, avionikk*, avionik*, serviceelektron*,
        electronics and communication*, electronics & communication*, electronics and telecom*, electronics &
        telecom*, elektronikfag*, kommunikationssystem*, radiotekn*, datorsystem*, prosessregul*,
        processregl*, procesregul*, communication systems, communications engineering, dronetekn*,
        droneteknologi*, drone*, autonomous systems, elektromekanik*, sensor systems, sensortekn*, sensors,
        dataelektronik*, optronik*, styr- och övervakn*, styr- og overvåkn*, larmtekn*, power electronics,
        kraftelektronik*, effektelektronik*, communication engineering, elektronisk systemdesign, wireless
        communication*, IoT, internet of things, autonom*
        """,
    "0715": """
        machine building, machine engineering, driftsmekanik*, driftmekanik*, thermomechanic*, termomekanik*,
        additive manufactur*, additiv tillverkning, additiv fremstilling, 3D-print*, materialeteknik metal,
        manufacturing technolog*, zerspanung*, schweißer*, schweiss*, konstruktionsmechanik*,
        industriemechanik*, anlagenmechaniker, machine operator*, maskinförare*, mekanisk design, mekanisk
        konstruktion, tillverkningstekn*, fremstillingstekn*, produkt- og produktion*, structural integrity,
        bearbetning*, forming technolog*, sheet metal, formverktøy*, metallbearbeid*, tooling, materials and
        manufacturing, industriteknisk*, ingeniero mecánico, hydromechanic*, ventilmek*, rotating equipment,
        robotsvets*, pipe fitting, rørtekn*, rørfag*,
        tribolog*, mechanical design, machine technology, materials engineering, metallurgical and materials*,
        métallurgie, maskin, maskin-, maskinteknik*, maskintekn*, maskiningeniør*, maskiningenjör*,
        maskinkonstrukt*, maskinarbej*, maskinarbeid*, maskinoperatør*, maskinoperatör*, maskinfag*,
        maskinsnedkeri, maskinbygg*, maskinmester*, mekanik, mekanikk, mekanisk*, mekaniker*, mekanikutbild*,
        mechanical*, mechanic*, mechanics, mechani*, meccani*, mecánic*, mecânic*, mécani*, maschinenbau*,
        budowa maszyn,  metal*, metall*, metallfag*, metal trade*, metalwork*, metal work*,
        smed*, *smed, smedefag*, smedje*, schmied*, *schlosser, metallbau*, sveis*, svejs*, svets*, svetsar*,
        svetsteknik*, weld*, spawacz*, tokar*, ślusar*, cnc*, cnc-*, spåntag*, spontagende, skärande
        bearbetning, verktøy*, verktyg*, værktøj*, industritekn*, industritekniska, industrimekanik*,
        industrimontør*, industriell industriell mekanik, industrirør*, industriprogram*, industriarbe*,
        industrial mechanic*, mecanic, industrial technician*, industriell teknik, industriinriktning*,
        verkstad*, verksteds*, verkstadstekn*, værksted*, produktutvikling*, produktudvikling*,
        produktutveckling*, product development, maintenance*, drejer*, dreier*, dreierfag*, fræser*, freser*,
        plåtslag*, platearbeid*, kleinsmed*, klejnsmed*, finmekani*, fin mekanik*, hydraulik*, hydraulikk*,
        boremask*, låsesmed*, machinist*, machining*, toolmak*, tool and die, millwright*, pipefitt*, fitter*,
        metallurg*, holdfasthet*, hållfasthet*, solid mechanics, fluid mechanics, fluid dynamics, strömning*,
        beregningsteknik, konstruktionsteknik maskin, rørsvei*, rørlægger industriell design og teknologi,
        NDT, overfladebehandl*, overflatebehandl*, ytbehandl*, støberi*, støper*, gjutar*, gjuteri*, foundry,
        mechanik*, ajustador, tornero, fresador, soldador*, mecánico, maskinkonstruktion*, machine design,
        drift och underhåll, vedlikehold, vedligehold*, underhållstekn*, underhållsmek*, vedlikeholdsmek*,
        industrial maintenance, montørlær*, industrimaler*, tool design, cad-konstruktör*, cad-tekn*,
        cad-design*, industrioppmål*, modelbygg*, vareproduksjon*, våpenmek*, børsemak*, industriteknologi*,
        strukturmekanik*, styrkeberegning*, structural mechanics
        """,
    "0716": """
        mekaniker personvogn*, mekaniker lastvogn*, mekaniker tunge*, mekaniker lette*, fahrzeugtechnik*,
        fahrzeugbau*, marine technolog*, marine systems, marine structures, offshore engineering*, offshore
        technolog*, offshoretekn*, railway vehicles, rolling stock, luft- und raumfahrt*, flugzeug*,
        lotnictw*, budowa okrętów, okręt*, samochod*, ingeniería aeronáutica, ingeniería aeroespacial,
        ingegneria aerospaziale, engenharia aeroespacial, ingeniería naval, génie naval, flysystem*, satellite
        engineering, fordonsmek*, bilteknik*, vehicle engineering*, hovercraft, space systems, spacecraft*,
        raketteknik*, motortekn*,
        space engineering, space technology, ocean technology, havteknologi*, maritime technology, maritim
        teknologi, rumfartsteknologi*, maskinist*, naval architect*, ocean engineering, automekanik*,
        autotekn*, autoteknolog*, autolakk*, autoelektr*, automotive*, bilmek*, bilfag*, bilskade*, biltekn*,
        bilmekanik*, billakk*, bilelektr*, karosseri*, personbil*, personvogn*, lastbil*, lastvogn*, lette
        kjøretøy*, tunge kjøretøy*, kjøretøy*, køretøj*, tungbil*, tunge køretøj*, fordon*, fordonstekn*,
        fordons- och transport*, farkost*, flymekanik*, flymek*, flytekn*, flytekniker*, flygtekn*,
        flygmekanik*, flyfag*, aircraft*, aerospace*, aeronaut*, aviation tech*, aviation maint*, rymdtekn*,
        romtekn*, car mechanic*, auto mechanic*, truck mech*, motor mechanic*, motor motormand*, motormann*,
        kfz*, kraftfahrzeug*, båtbygg*, bådebygg*, boat build*, boatbuild*, shipbuild*, ship skibsbyg*,
        skipsbygg*, skeppsbygg*, skibstekn*, skipstekn*, skeppstekn*, sjötekn*, sjøtekn*, sjöingenjör*, marin
        teknik*, marin teknikk, marinteknik*, marinteknikk*, maritim tekni*, maritim og maskintekn*, naval*,
        marine engineering, marine engineer*, ship technology, maskinoffi*, skibsmaskin*, landbrugsmaskin*,
        landbruksmaskin*, lantbruksmaskin*, anleggsmaskinmek*, anleggsmaskinrep*, entreprenørmaskin*,
        maskinrep*, cykelmekanik*, sykkelmekanik*, mc-mekanik*, motorcykel*, motorsykkel*, railway rolling
        stock, togtekn*, tågtekn*, spårfordon*, dækmont*, auto, motor vehicle*, skibsingeni*, skipsingeni*,
        skibsmont*, skipsmont*, skepps*, vehicle technolog*, vehicle techn*, vehicle engineer*, bådmekanik*,
        båtmekanik*, hjulutrust*, dekkmontør*, landbruksmekanik*, lantbruksmekanik*, besiktningstekn*,
        motormekanik*, *bilmekaniker, skibsmontør*, skipsmontør*, trebåtbygg*, skipsdesign, skibsdesign, ship
        design
        """,
    "0721": """
        gastronomi og fødevarer, tecnologia degli alimenti, scienze e tecnologie alimentari, scienze
        alimentari, tecnología de los alimentos, food quality*, food chemistry, agro-food, agri-food,
        agroalimentar*, kødteknolog*, brygge*, brewer, destiller*, ost*ysteri, ysteri*, osteri*, sensorik*,
        levnedsmid*, food innovation*, food process engineering*,
        food process*, fødevare*, fødevareteknolog*, levnedsmiddel*, livsmedel*, næringsmiddel*, næringsmid*, mattekn*,
        matteknolog*, matvitenskap*, matproduksjon*, industriell matproduksjon*, matfag, food science*, food technolog*,
        food engineering, food processing, food and process*, food production, food and nutrition, food industry, food
        safety, nutrition and food*, bager*, baker, bakerfag*, bakeri*, bageri*, bagare, bagar*, bakery, baking,
        konditor*, pastry*, slagter*, slakter*, slaktar*, slagteri*, butcher*, kjøttskj*, charcut*, pølsemak*, mejeri*,
        mejerist*, mejeritekn*, meieri*, meierist*, meieritekn*, dairy*, dairyman, bryggeri*, brygmester*, bryggerfag*,
        bryggmester*, brewing*, brewer*, sjømat*, sjømatprod*, seafood*, fiskeindustri*, fish processing,
        ernæringsteknolog*, mejeriingeniør*, lebensmittel*, tecnología de alimentos, ingeniería de alimentos, ingeniería
        alimentaria, engenharia de alimentos, engenharia alimentar, technologia żywności, mad, bageri og mejeri,
        livsmedelstekn*, kødindustri*, winemak*, enolog*, oenolog*, gourmetslagt*, *slagter, *bageri, ølbrygg*, brygger*
        """,
    "0722": """
        inżynieria materiałowa, ingeniería de materiales, ingegneria dei materiali, engenharia de materiais,
        science des matériaux, scienza dei materiali, glasteknolog*, nanomaterial*, composite*, schreiner*,
        tischler*, stolarz*, trefag*, träteknik*, møbelfag*, møbelproduk*, byggmateriallær*, rubber
        technolog*, gummitekn*,
        materialevidenskab*, materialeteknolog*, materialeteknik*, snedker*, møbelsned*, møbelsnek*,
        møbelsnedk*, møbeltapet*, möbelsnick*, möbel*, møbel*, finsnick*, trætekn*, treteknik*, trätekn*,
        træindustri*, treindustri*, träindustri*, trevare*, wood technolog*, wood science*, woodwork*, cabinet
        mak*, cabinetmak*, furniture*, materialtekn*, materialteknologi*, materialvidenskab*,
        materialvitenskap*, materialvetenskap*, materialer, materiale-, material-, materials*, material science*, byggnadsmaterial*,
        werkstoff*, plast, plastindustri*, plasttekn*, plastmager*, plastmekanik*, polymer*, komposit*,
        kompositt*, glasindustri*, glarmester*, glassfag*, keramik, keramikk, keramisk*, ceramic*, ceramics,
        papir*, papirindustri*, papirtekn*, papperstekn*, pappers*, paper technolog*, pulp and paper*, massa-
        och papper*, skogsindustri*, sagbruk*, sågverk*, trelast*, wood industry, orgelbygg*, modelsnedk*,
        industrisnekk*, boligmonter*, *snedker, *snickare, *snickeri, polymer science, material
        """,
    "0723": """
        garment technolog*, odzież*, ingeniería textil, textilekonom*,
        textile chemistry, textile engineering, tekstilteknologi*,
        tekstil*, textil*, textile*, skrædder*, skredder*, skräddar*, tailor*, sytekn*, sømfag*, syer*, beklædning*,
        beklædningshåndv*, konfektion*, kostume*, kostymes*, fashion technolog*, skomager*, skomaker*, skomakar*,
        shoemak*, lædervare*, salmaker*, sadelmager*, sadelmakar*, buntmager*, strikk*, vævning, vevning, garveri*,
        tapetserer*, møbelpolst*, møbeltapets*
        """,
    "0724": """
        ingeniería de minas, inżynieria górnicza, inżynieria naftowa, ingeniería petrol*, ingegneria
        mineraria, well engineering, well technology, brønnfag*, underjord*, tunnelborr*,
        petroleum*, petroleumstekn*, oil and gas*, oil & gas*, olje og gass*, olje- og gass*, brønntekn*,
        brønnoperatør*, boretekn*, boreoperatør*, boring, drilling*, bergtekn*, berg- og*, bergutbild*, bergskol*,
        bergverk*, bergfag*, gruv*, gruvedrift*, mining*, minerals*, mineral*, råstof*, reservoar*, reservoir*,
        stenhugger*, steinhogger*, stenhuggar*, quarry*, górnictwo, minería
        """,
    "073": "samhällsbyggnadsprogrammet",
    "0731": """
        kommunalplan*, bygningsarkitektur, bydesign*, urbanism*, urbanisme*, urbanistik*, urbanistyka,
        regional development, regional planning, have- og park*, landscape planning, landskapsplan*,
        landskabsplan*, gospodarka przestrzenna, geodætisk*, boligplan*,
        arkitekt*, arkitektur*, architect*, arquitectur*, arquitetura, architettura, architektur*,
        architektura, byplan*, byplanlæg*, byplanlegg*, urban planning, urban design, urban studies, by- og
        region*, city planning, samhällsplan*, samfunnsplan*, fysisk planering, planlegging*, planlægning*,
        planning, spatial planning, town planning, arealplan*, landinspektør*, landmåler*, landmåling*,
        landmätning*, kort- og landmåling*, kart og oppmåling*, geodata*, lantmät*, lantmäteri*,
        mätningstekn*, mättekni*, stikning*, surveying*, surveyor*, kartograf*, cartograf*,
        landskapsarkitekt*, landskabsarkitekt*, landscape architect*, raumplanung, byutvikl*, byudvikl*,
        stadsbyggnad*, stadsplaner*, bygdeutvikl*, regionplan*, eiendom og kart, kart og eiendom, areal- og
        eiendom*, geomati*
        """,
    "0732": """
        veiteknikk*, vejteknik*, vägteknik*, arctic technology*, arktisk teknologi*, byggeledelse*,
        byggeledere, byggekoordinator*, banarbejd*, banearbejd*, banarbet*, betonteknolog*, betongteknolog*,
        betongteknik*, byggeøkonom*, byggekonom*, bauleitung*, bauzeichner*, rakennus*, bridge*,
        brokonstrukt*, building energy, energi i bygninger, bygningsenergi*, ventilation og vvs, havnebyg*,
        hydraulik budowlany, murarz, ingeniero civil obras, caminos, quantity survey*, byggefag*,
        bygningsarbejd*, håndværksfag byg, fastighetstekn*, bygningsdrift*, entreprenørskol*, sanitarn*,
        hydraulik budowlana, bygningsmal*, anlægsstrukt*, brandteknik, constructions,
        bygningsstrukt*, anlægsstruktør*, struktør,
        construction management, vej og trafik, vej- og trafik*, building physics, bygningsfysik*,
        bygningsfysikk*, byggnadsfysik*, transport engineering, bridge engineering, energy-efficient
        building*, architectural engineering, byggeteknologi*, bygningsdesign*, bygningsteknik*, indoor
        climate, indeklima, railway construction, building restoration, bygningsrestaurering*,
        konstruktionsingeniør*, byg, bygg, bygg-, bygg- og anlegg*, bygg- og miljøtekn*, bygg- og tømrer*, bygg og
        anlegg, bygg- och anläggning*, bygg och anläggning, byggtekn*, byggeteknik*, byggetekn*, byggeri*,
        byggfag*, byggingeniør*, bygge- og*, byggingenjör*, byggnads*, byggnadstekn*, byggnadsingenjör*,
        byggmästar*, byggmester*, bygning*, bygningsingeniør*, bygningskonstrukt*, byggarbete*, byggprod*,
        byggled*, byggprogram*, byggproduk*, civil engineering*, civil and structural*, civil and
        environmental*, civil or*, civil and*, civil engineer*, Civil, civilbygg*, ingeniería civil,
        ingegneria civile, engenharia civil, génie civil, bauingenieur*, bauwesen, budownictw*, budowlan*,
        structural, structural engineering*, structural or*, structural and*, konstruktion, konstruksjon,
        konstruksjonstekn*, konstruktionstekn*, construction*, building engineering, building construction*,
        building technolog*, building services*, building services engineering, geoteknik*, geoteknikk*,
        geotekn*, geotechnical*, geotechnic*, hydraulic engineering, hydraulic, coastal*, väg och vatten*,
        väg- och vatten*, väg- och bro*, vei og*, vei og anlegg, vejbyg*, anlæg*, anlegg*, anleggsfag*,
        anleggstekn*, anleggsmaskinf*, anleggsmaskin, anläggning*, anläggnings*, vann og avløp*, vann- og
        avløp*, vassdrag*, samhällsbyggnad*, samhällsbyggnadstekn*, tømrer*, tømrar*, tømre*, tømmermand*,
        byggnadssnick*, snickar*, snickeri*, snekker*, carpent*, joiner*, joinery, bricklay*, mason*, mur,
        murer*, murar*, murfag*, betong*, betonfag*, concrete*, stillas*, stilladsbyg*, scaffold*, maler*,
        malerfag*, målar*, måleri*, house painter*, painter*, taktekk*, taklegger*, tagdæk*, roofer*, roofing,
        rørlegg*, rørlæg*, rörmont*, rörläggar*, plumb*, vvs*, vvs-*, vvs- og energi*, vvs- och fastighet*,
        gulvlæg*, gulvlegg*, golvlägg*, isolatør*, isolatör*, glarmest*, glassmest*, blikkenslager*,
        blikkenslag*, brolægger*, brolegger*, stenlægger*, asfalt*, road construction*, road engineering*,
        highway*, railway engineering, jernbane, bim, bim-*, brandtekn*, brandingenjör*, branningeni*, fire
        safety engineering, fire protection engineering, earthquake engineering, transportation engineering,
        quantity surveying, interiørsnek*, zimmer*, maurer, dachdecker, elektro- og vvs, husbygg*,
        fastighetsskötar*, byggdrift*, byggøkonom*, fasad*, steinfag*, banemontør*, bantekn*, järnvägstekn*,
        ferdigbetong*, torvtak*, tækkemand*, ejendomsservice*, teknisk isolatør*, *snekker, *tømrer, *murer,
        brobygg*, tunnelbygg*, fire engineering, brannsikkerhet*, brandsikkerhed*, fire safety, railway
        systems, jernbaneteknik*, transport infrastructure, kloakmester*, trafik og transport*, trafikplan*,
        banmontör*
        """,
    "0788": "produktion/logistik, industriel design og teknologi, teknisk design",
    "08": "naturbruk*, naturbruks*, naturbrug*, grønn utdanning, naturressource*, naturresource*",
    "0811": """
        planteproduktion*, planteproduksjon*, växtodling*, växtproduktion*, agricultural engineering,
        ingeniería agrícola, ingeniero agrónomo, husdyrprodu*, kvægbrug*, svinebrug*, mælkeproduk*,
        mjölkprod*, økologisk produktion, agroekolog*, agroøkolog*, agroecolog*, hestefag, planteværn*,
        planteforædl*, växtförädl*, plant breeding, plant protection, plant pathology, weterynaria i
        rolnictwo,
        agrónom*, phytopatholog*, fytopatolog*, husdyrvidenskab*,
        agronom*, agronomi*, agro*, jordbrug*, jordbruk*, jordbruks*, jordbrugsteknolog*, landbrug*, landbruk*,
        lantbruk*, lantbruks*, lantmästar*, agricultur*, agricoltur*, agrar*, agrarøkonom*, agrara, landwirt*,
        landmand*, landmann*, husdyr*, husdjur*, plantevitenskap*, plantevidenskab*, plant science*, plant production,
        crop science*, crop*, animal science*, animal husbandry, animal production, kvæg*, svineprod*, fjerkræ*, heste*,
        hästskötar*, hästhållning*, hästsport*, equine*, melkeprod*, rolnictw*, rolnik*, agricultura, zootech*,
        driftsleder jordbrug*, økologisk jordbrug*, agro, hestehold*, hästhushåll*, plantesko*, landsbygdsutveckl*, soil
        science, agribusiness, jordbrugsøkonom*, hovslager*, hovslagar*, hovsmed*
        """,
    "0812": """
        produktionsgartn*, gartenbau*, vinavl*, parktekn*, grönyte*, ogrodnictw*, haveteknik*,
        trädgårds*,
        gartner*, gartneri*, anlægsgartn*, anleggsgartn*, trädgård*, hagebruk*, horti*, horticultur*,
        greenkeep*, parkarbeid*, væksthusgartn*, planteskole*, florikultur*, trädgårdsmästar*, landscap*,
        landscape gardener*, gardener*, gardening, viticultur*, vinodling*, havebrug*
        """,
    "0821": """
        skogmester*, skogsmästar*, skogvitenskap*, skogforvalt*, skogsvetenskap*, skovvidenskab*, wood science
        and forest*, arboricultur*, træpleje*, trädvård*,
        skogbruk*, skogbruks*, skogsbruk*, skogs*, skog, skogfag*, skogsoperat*, skogsmaskin*, skovbrug*, skovtekn*,
        skov- og*, skovarbej*, skovfog*, jägmästar*, forstkand*, forst, forstbotan*, forstvi*, forstingen*, forstwi*,
        forestry*, forest*, silvicultur*, arborist*, hogst*, leśnictw*, ingeniería forestal
        """,
    "0831": """
        fishing, marinfisk*, oppdrett*, fish farming, fischerei*, rybactwo,
        akvatisk*, aquatic science*, akvamedisin*, akvakultur*, aquacultur*, acuicultura, fiskeri*,
        fisheries*, fishery*, fiske, fiske og fangst*, fiskefag*, fisker, fiskerfag*, havbruk*, havbrug*,
        vattenbruk*, fiskeoppdrett*, dambrug*, fiskehelse*, fiskevård*, marin ressursforvaltning, fish health
        """,
    "0841": """
        dyrevelfærd*, dyrevelferd*, djurskydd*, animal welfare, animal health, dyrefag*, djuromvårdnad*,
        hundetræn*, kennel*,
        veterinary*, veterin*, veterinær*, veterinär*, dyrlæge*, dyrepleie*, dyrepleier*, djursjuk*,
        djurvård*, djurskötar*, djurskötare*, dyrepasser*, animal care, animal nurs*, veterinärmedicin*,
        tiermedizin, medicina veterinaria, medicina veterinária, försöksdjur*, forsøksdyr*, forsøgsdyr*,
        weterynar*, veterinary medicine
        """,
    "091": """
        klinisk videnskab*, klinisk vitenskap*, salute pubblica, santé publique, saúde pública, zdrowie
        publiczne, sundhedsformidl*, sundhedskommunikation*, helsefremm*, klinisk forskning, clinical
        research*, clinical trial*, sundhedsteknik, e-helse, sundhed og kvalitet, patient safety,
        patientsikkerhed, hälsoveten*,
        folkesundhed*, folkehelse*, folkhälso*, public health*, global health, helsefag*, helsefaglig*,
        sundhedsfag*, sundhedsvidenskab*, helsevitenskap*, hälsovetenskap*, hälsofrämj*, vårdvetenskap*,
        vårdutbild*, health science*, health care, healthcare, health, medicinsk vetenskap*, medisinsk
        vitenskap*, medical science*, medicinsk videnskab, sundhed, helse, salud pública, sundhedsfremme*
        """,
    "0911": """
        dental hygienist*,
        odontolog*, tandlæge*, tannlege*, tandläkar*, dentist*, dental*, tandpleje*, tannpleie*, tandplejer*,
        tandhygien*, tandskötersk*, tandteknik*, tandtekniker*, tanntekni*, tannhelse*, tannhelsesekretær*,
        tandsköterska*, klinikassistent*, stomatolog*, dentistry, zahnmedizin, tandvård*
        """,
    "0912": """
        kardiolog*, cardiolog*, surgery, medicinsk genetik, medical genetic*, anæstesiolog*,
        anestesiolog*, dermatolog*, neurologi*, neurolog*, gynækolog*, gynekolog*, translational medicine,
        translationel medicin, allmänmedicin*, almen medicin*, allmennmedisin*, patologi*, patholog*, médecin,
        oncolog*,
        medicin, medisin, medicine, medicina, médecine, medizin, humanmedizin, lægevidenskab*, lægestud*, legestud*,
        läkarprogram*, läkarexamen, läkarutbild*, medicinstud*, medisinstud*, lækarlinje*, epidemiolog*, general
        surgery, kirurgi*, cardiology, pediatri*, medicinsk embedseksamen, medycyna, lekarz*
        """,
    "0913": """
        infermieristic*, helsesøster*, sundhedsplejerske*, palliat*, geriatrisk*, onkologisk sygepleje,
        kreftsykepleie*, demensomsorg*, pielęgniarka, psykiatrisk sygepleje*, psykiatrisk sykepleie*,
        psykiatri*, sårpleje*, intensivpleje*, intensivsyg*, anæstesisyg*,
        sygepleje*, sygeplejersk*, sykepleie*, sykepleier*, sjukskötersk*, sjuksköterskeprogram*, *sygepleje,
        *sykepleie, *sygeplejerske, *sykepleier, *sjuksköterska, *sjuksköterske, distriktssköter*,
        specialistsköter*, omvårdnad*, omvårdnadsprogram*, nursing*, nurse*, krankenpfleg*, pflege*,
        pielęgniar*, enfermer*, infirmi*, enfermagem, jordemoder*, jordmor*, jordmorfag*, barnmorsk*, midwif*,
        helsesykepleie*, hälsosköter*, intensivvård*, anestesi*, akuttsykepl*, kreftsykepl*,
        operationssköter*, social- og sundhedsassist*, sosu-assist*, sosu assist*, SSA, undersköters*,
        specialistundersköters*, helsefagarbeid*, helsearbeiderfag*, hjelpepleier*, vård- och omsorg*, vård
        och omsorg*, vårdprogram*, care assistant*, health care assistant*, healthcare assistant*, nursing
        assistant*, assistant nurse*, akutsjukvård*, onkolog*, geriatri*, helse- og oppvekst*, helse og
        oppvekst*, social- og sundheds*, social- og sundhedshjælp*, sosu, sosu-*, sosuhjælp*, SSH
        """,
    "0914": """
        diagnostik*, bildediagnosti*, billeddiagnosti*, bilddiagnosti*, diagnostic imaging,
        laboratoriemedisin*, bandagist*, tecnico di laboratorio biomedico, MTA, cytolog*, histolog*, clinical
        laborator*, klinisk laborator*, klinisk kemi, clinical chemistry, klinisk biokemi*, medical physics
        technologist, laboratory scientist*,
        bioanaly*, bioanalytiker*, bioingeniør*, biomedicinsk analy*, biomedicinska analy*, biomedical
        laboratory*, biomedicinsk laborator*, medicinsk laborator*, medical laboratory*, medical imaging,
        radiograf*, radiography*, röntgensjuk*, røntgen*, röntgen*, laboratoriemedicin*, optometri*,
        optometr*, optiker*, optician*, ortopeditekni*, ortopedtekn*, ortopediingeni*, ortosi*, prosthetics*,
        ambulance*, ambulans*, paramedic*, paramedicin*, perfusionist*, nukleærmedicin*, sonograf*, ultralyd*,
        stråleterapi*, høreapparat*, hørsels*, hearing aid*, audionom*, fotterapi*, fodterap*, audiograf*,
        behandlertekn*, steriltekn*, steriliseringstekn*, paramedisin*, ortopædi*, ortopedi*, radiolog*,
        radiology, redder, ambulanceassist*, audiolog*
        """,
    "0915": """
        logopædi*, audiologopæd*, kostvejled*, kosthold*, nutriól*, nutrición, ergotherapie*, physiotherapie*,
        psychotherap*, psykoterap*, terapia*, manuellterapi*, klinisk ernær*, nutrizion*, dietetyk*, sund
        livsstil,
        speech and language*, talepæd*, talpedagog*,
        fysioterapi*, fysioterap*, ergoterapi*, ergoterap*, arbetsterapi*, arbetsterap*, physiotherap*, physical
        therap*, occupational therap*, logoped*, speech therap*, speech patholog*, næringslære*, klinisk
        ernæringsfysiolog*, dietist*, dietet*, diætist*, kostvetar*, kostekonom*, nutrition*, human nutrition, kiropra*,
        chiropract*, naprapat*, osteopat*, massør*, massör*, afspænd*, rehabiliter*, psykomotorisk*, psykomotorik*,
        musikterapi*, rörelse*, fizjoterap*, fisioterap*, ernæring*, massage, klinisk biomekanik*, kinesiolog*, *terapi
        """,
    "0916": """
        drug science*, farmacevt*, chimica farmaceutica, pharmacien*,
        farmaci*, farmasi*, farmaceut*, farmasøyt*, farmakonom*, apotek*, apotekar*, apotektekn*, pharma*, pharmac*,
        pharmaceutical*, pharmaceutics, farmacia, farmácia, farmacja, receptarie*, reseptar*, lægemiddel*, legemiddel*,
        läkemedel*, pharm, medicinal product*, klinisk farmaci
        """,
    "0917": """
        akupunkt*, acupunct*, zoneterap*, homøopat*, homeopat*, traditional medicine, naturterap*, alternativ behandl*
        """,
    "092": """
        socialomsorg*, socialt utviklingsarb*,
        social linje, sociala linjen, velfærd, velferd*, omsorgsfag*, welfare*,
        """,
    "0921": """
        omsorgsarbeid*, äldreomsorg*, eldreomsorg*, ældrepleje*, elderly care, stödassistent*, stödpedagog*,
        funktionsstöd*, boendestöd*, personlig assistent*, vårdbiträde*, altenpfleg*, demens*, care of the
        elderly
        """,
    "0922": """
        ungdomsled*, fritidsarbejd*, klubpæd*, skolefritid*,
        barne- og ungdomsarbeid*, barne- og ungdom*, barn- og ungdomsarbeid*, barn- och fritid*, barn och fritid*,
        barnskötar*, fritidsled*, fritidspedagog*, pædagogisk assistent*, pædagogmedhjælp*, PAU, child care*,
        childcare*, child and youth*, youth work*, elevassist*, lärarassist*, elevcoach*, oppvekst*, kinderpfleg*
        """,
    "0923": """
        socialpsykiatri*, socialpsykiatri, social pedagog*, praca socjalna, rusbehandl*, misbrugsbehandl*,
        miljøterap*, socialarbetar*, servizio sociale, travail social, familiebehandl*, vejledning og
        rådgivning, veiledning og rådgivning,
        socionom*, socionomprogram*, sosionom*, socialrådgiver*, socialrådgivning*, sosialfag*, sosialfaglig*,
        socialfag*, socialfaglig*, sosialt arbeid, socialt arbejde, socialt arbete, social work*, vernepleie*,
        vernepleier*, barnevern*, barnevernspedagog*, barnverns*, socialpædagog*, socialpedagog*, sosialpedagog*,
        socialformidl*, counsel*, studievägl*, karriereveil*, studie- och yrkesväg*, missbruk*, alkohol- og drog*,
        rusomsorg*, psykisk helse*, psykisk helsearbeid*, psykosocial*, soziale arbeit, trabajo social, serviço social,
        familieterapi*, familjeterapi*, behandlingspedagog*, behandlingsassist*
        """,
    "101": "servicefag*, husholdning*",
    "1011": """
        renhold*, renholdsoperat*, renholder*, lokalvård*, lokalvårdar*, rengøring*, rengøringstekn*, serviceassist*,
        cleaning*, vaskeri*, renseri*, tvätteri*, skorstensfejer*, skorsteinsfeier*, feier*, feierfag*, sotar*, chimney
        sweep*, husassistent*, sanitør*
        """,
    "1012": """
        peluquer*, beauty therap*, negledesign*, massage og spa,
        frisør*, frisörsk*, frisör*, frisørfag*, hairdress*, barber*, kosmetolog*, kosmetiker*, hudpleie*,
        hudpleier*, hudterapeut*, hudvård*, makeup*, make-up*, sminkø*, makeupart*, negletekn*, spaterap*,
        spa-terap*, friseur*, skønhedspleje*, fryzjer*, cosmetology
        """,
    "1013": """
        køkkenassist*, kjøkkenassist*, restaurant management, cuisine, cucina, koch, cocinero, cozinh*,
        institutionskok*, kostøkonom*, køkkenledelse*, barmester*, kökschef*, kjøkkensjef*, gastronomía,
        hotel management, kulinarisk*,
        kok, kokk, kokke*, kokkefag*, kokkelær*, kock, kockar, kockutb*, kocklinje*, cook*, culinary*, gastronom*,
        gastronomi*, restaurant*, restaurang*, restaurang- och livsmedel*, restaurant- og matfag*, hotel*, hotell*,
        hotell- och turism*, hospitality*, catering*, servitør*, servitris*, servering*, tjener*, tjenerudd*,
        tjenerfag*, waiter*, matfag*, institusjonskok*, storkok*, köksmästar*, ernæringsassist*, ernæringshjælper*,
        ernæringskokk*, sommelier*, barista*, bartender*, köchin, kucharz*, cocina, receptionist hotel*, husøkonom*,
        ernæring og husholdning, smørrebrøds*, kostfag*, måltid*, storhushåll*
        """,
    "1014": """
        sportwissenschaft*, fitnessinstr*, fitness*, physical education, idrottsledar*, fysisk aktivitet,
        wychowanie fizyczne, træningsvejl*,
        idræt*, idrætsvidenskab*, idrett*, idrettsvitenskap*, idrettsfag*, idrott*, idrottsvetenskap*,
        gymnastik*, sports*, sport science*, sports science*, kroppsøving*, trenerutd*, tränarutbild*, fysisk
        træning*, personlig træn*, personlig tren*, personal trainer*, physical fitness*, educación física,
        hälsopedagog*, friluftsliv*, outdoor*, kropsøv*, sport, trænerudd*, sportsvi*, coaching
        """,
    "1015": """
        turystyk*, turismo, rejseleder*, reiseleder*, natur- og kulturformidl*, kulturformidl*, travel
        management, eventled*, event og*, destinationsudv*, destinasjonsutv*,
        hospitality and tourism,
        tourism management, oplevelsesledelse*,
        turisme*, turism*, turist*, tourism*, tourisme, reiseliv*, rejseliv*, resebyrå*, reiselivsfag*, reisebyrå*,
        opplevelse*, oplevelses*, event management, serviceøkonom*, international tourism, eventkoordinat*,
        eventkoordinator*
        """,
    "1022": """
        safety engineering, process safety, sikkerhedsledelse*, sikkerhetsledelse*, skyddsingenj*, brand- och
        arbetsmiljö*, arbejdsmiljøledelse*,
        hms-ledelse*, human factors*,
        arbeidsmiljø*, arbejdsmiljø*, arbetsmiljö*, occupational health*, occupational safety*, work environment*, HMS,
        HSE, EHS, health and safety, hse-*, hms-*, miljø og sikkerhet*, sikkerhedsingeni*, sikkerhetsingeni*,
        arbetshälso*, ergonomi*, ergonomics
        """,
    "1031": """
        krigsvidenskab*, military academy, forsvarsledelse*, militärhögskol*, sjøkrigsskol*, luftkrigsskol*,
        militær*, military*, offiser*, officersudd*, officersutb*, krigsskole*, krigsvetenskap*, befalsskole*,
        befalsutd*, sergent*, sersjant*, forsvar*, försvars*, defence*, defense*, officer, officerer,
        krigsvitenskap*
        """,
    "1032": """
        fire and rescue*, kriseledelse*, security management, tollfag*, safety and security*,
        katastrofeledelse*, räddningsled*, redningstjen*, brandvæsen*, brandskydd*, feuerwehr*, fengselsfag*,
        kriminalteknik*,
        crisis management, politi, politiskole*, politibetjent*, polisutbild*, polis, polisprogram*,
        politihøgskole*, politiutd*, politiudd*, politistud*, police*, brandmand*, brandmann*, brannkonstab*,
        brannfag*, brandman*, räddning*, räddningstjänst*, beredskab*, beredskaps*, beredskap*, risiko- og*,
        samfundssikkerhed*, samfunnssikkerhet*, krisehåndt*, krishantering*, fire fight*, firefight*, vekter*,
        väktar*, vagtuddan*, ordningsvakt*, security guard*, sikkerhedsvagt*, sikkerhetsfag*, skyddsvakt*,
        fængselsbetj*, fengselsbetj*, kriminalvård*, kriminalomsorg*, toldudd*, tolluddann*, tollskole*,
        risikostyring*, risk management, emergency management, säkerhetsled*, katastrofe*, polisiärt arbete,
        kustbevak*, tullspecialist*, brannvern, brandværn, societal safety
        """,
    "1041": """
        spedycj*, aviation management, lufthavnsudd*, havne- og terminal*, godstransport*, port management,
        trafikledelse*, transport og spedition, transport and logistics, luchtvaart, deck officer*, navigatør,
        spedition*, lagerlogistik*, transportledelse*, sjøtransport*, søtransport*, supply and transport,
        trafikflyg*, berufskraftfahrer*, postfag, persontransport*,
        shipping management, flight operations, maritime logistics, logistik*, logistikk*, logistic*,
        logistyka, spedit*, spedisj*, port logistics, nauti*, nautikk*, nautisk*, navigat*, navigatør*,
        skibsfører*, styrmand*, styrmann*, skipsfører*, sjøkaptein*, sjökapten*, styrman*, dekksoffiser*,
        dæksoff*, deck nautical*, maritime studies, matros*, matrosfag*, skibsassist*, seafar*, seaman*, able
        seaman, boatswain, logistikfag*, logistikkfag*, logistik och transport*, transport, transport og
        logistik*, transportfag*, transportledar*, transportlog*, lager*, lager og lagermedarb*, warehouse*,
        yrkessjåfør*, yrkessjåførfag*, sjåfør*, chauffør*, chaufför*, yrkesförar*, yrkesförarutb*,
        lastbilförar*, lastbilschauff*, professional driver*, truck driver*, bus driver*, buschauff*,
        bussjåfør*, bussförar*, kranfører*, kranførar*, kranförar*, crane operat*, flygled*, flyveled*,
        flygeleder*, pilot*, trafikflyver*, luftfart*, aviation, air traffic*, lokomotiv*, lokfører*,
        lokförar*, togfører*, lokoføre*, train driver*, fordon och transport*, shipping*, schiffahrt,
        marynarz*, navegación, trafikkfly*, truckfør*, trafik, transportation, fartygsbefäl*, kustbefäl*,
        trafikledar*, bus- og letbane*, *chauffør, *chaufför, *sjåfør, havneterminal*, kran- og løft*,
        togklargør*, sjøfart*, søfart*, sjöfart*, maritim*, maritime, skipper, skippere, skipperutd*,
        skipperudd*, flytrafik*, transportekonomi*, transportøkonomi*
        """,
}
CRAFTS: dict[
    tuple[str, str], str
] = {  # a field and how its word begins: the trade, in a vocational education
    ("0531", "kemi"): "0711",
    ("0531", "kjemi"): "0711",
    ("0531", "chem"): "0711",
}

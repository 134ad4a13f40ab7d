"""
Subjects of study in Danish, Bokmål, Swedish and English, and the commonest in other languages, by ISCED-F 2013 code.

The codes are those under which the alphabetical index of "ISCED Fields of Education and Training 2013: Detailed field
descriptions" (UNESCO Institute for Statistics, 2015) lists the subject; a broad word gets a broad code (two or three
digits), and so does one that the index has between two fields. How words are written is told in `lexicon`.
"""

from __future__ import annotations

SUBJECTS: dict[str, str] = {
    "011": """
        pædagogik*, pedagogik*, pedagogikk*, pedagogisk*, pædagogisk*, erhvervspædagogik*, specialpædagogik*,
        spesialpedagogikk*, specialpedagogik*, lärarutbildning*, lærerutdanning*, læreruddannelse*,
        lärarprogram*, didaktik*, *didaktik, *didaktikk, uddannelsesvidenskab*, utdanningsvitenskap*,
        utbildningsvetenskap*, education science*, educational science*, teacher teacher training, pedagogy,
        educational psychology, teaching qualification, TESOL, TEFL, special *pedagogik, *pedagogikk,
        *pædagogik, integrationspedagogik*, bildningsvetenskap*, barn- och ungdomsvetenskap*, special needs
        education, education studies, utdanningsledelse
        """,
    "0112": """
        førskole*, förskol*, barnehagelærer*, early childhood, preschool, pre-school, småbarnspedagogik*, førskolelærer*
        """,
    "0113": """
        grundskollär*, grunnskolelær*, folkeskolelær*, primary teacher*, primary school teach*, primary teach*, primary
        elementary GLU, grundlärar*, klasslärar*, speciallärar*, special needs speciallærer*
        """,
    "0114": """
        voksenpædagogik*, vuxenpedagogik*,
        pædagogikum*, praktisk pedagogisk utdanning, praktisk-pedagogisk*, PPU, ämneslärar*, gymnasielärar*,
        yrkeslärar*, lektorutdanning*, lektorprogram*, fagdidakti*, ämnesdidakti*, subject teach*, secondary school
        teach*, secondary teach*, secondary education teach*, faglærerutd*, yrkesfaglærer*, kompletterande pedagogisk*,
        KPU, pedagogikum, PGCE, lehramt*
        """,
    "021": "design",
    "0211": """
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
        designer*, produktdesign*, product design*, industrial design*, industridesign*, industriel design*,
        industriell design*, interiørarkitekt*, indretning*, inredning*, interior design*, interior
        architecture, interiør*, fashion design*, modedesign*, motedesign*, møbeldesign*, möbeldesign*,
        furniture design*, tekstildesign*, textile design, tjenestedesign*, servicedesign*, service design,
        dekoratør*, dekoratör*, formgivning*, scenografi*, kostumedesign*, modevetenskap*, fashion, *design,
        møbelarkitekt*, produktudvikling og design, produktutvikling og design, ergonomidesign*
        """,
    "0213": """
        billedkunst*, bildkonst*, fri konst, fine art, fine arts, kunstfag*, kunstakademi*, visual arts, maleri og
        skulptur, skulptur*, kunsthistorie, kunsthistorisk*, konstvetenskap*, konsthistoria, art history, history of
        art, billedkunstner*, bildlärar*, bildpedagogik*, bildkunst*, billedskole*, skulptør*, kunst, konst, kunst og
        håndværk, kunst og håndverk
        """,
    "0214": """
        guldsmed*, gullsmed*, guldsmid*, goldsmith*, sølvsmed*, silversmed*, urmager*, urmaker*, urmakar*, watchmak*,
        keramiker*, pottemager*, kunsthåndværk*, kunsthåndverk*, konsthantverk*, handicraft*, instrumentbygg*,
        instrumentmak*, bogbinder*, bokbinder*, bokbindar*, bookbind*, glasblæs*, glassblås*, smykkedesign*,
        blomsterdekoratør*, florist*, dekoratørfag*, gravør*
        """,
    "0215": """
        musik, musikk, musikvidenskab*, musikkvitenskap*, musikvetenskap*, musikutøv*, musikkutøv*,
        musikpædagog*, musikkpedagog*, musikpedagog*, music, musicology, klassisk musik, kirkemusik*,
        kirkemusikk*, konservatori*, teater*, theatre, performing arts, skuespil*, skuespill*, skådespel*,
        acting, dans, dansk scenekunst, dance, scenekunst*, scenkonst*, sceneteknik*, scenetekni*, lydtekniker
        scene, dirigent*, opera, dramaturgi*, dramapedagogik*, dramapedagogikk*, dramapædagog*, dansekunst,
        rytmisk musik*, musiker*, sang, jazz
        """,
    "0221": """
        teolog*, theolog*, religionsvi*, religionsvetenskap*, religious studies, kristendom*, kristendomskunnskap*,
        diakon*, divinity, religionshistori*, religion, religion*
        """,
    "0222": """
        historie, historia, history, historisk*, arkæolog*, arkeolog*, archaeolog*, archeolog*, idéhistori*,
        idehistori*, museolog*, medieval studies, konservering*, conservation of cultural heritage, kulturarv*,
        kulturvård*, cultural heritage, middelalder*
        """,
    "0223": """
        filosofi, filosofiske fag, philosophy, etik, etikk, ethics, logic, idé og lære, praktisk filosofi, teoretisk
        filosofi
        """,
    "023": """
        sprogvidenskab*, språkvitenskap*, språkvetenskap*, sprogfag*, språkfag*, languages, moderne språk
        """,
    "0231": """
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
        dansk, nordisk*, norsk, svenska, litteratur*, litteraturvidenskab*, litteraturvitenskap*, litteraturvetenskap*,
        literature, comparative literature, creative writing, forfatterskole*, lingvistik*, lingvistikk*, linguistic*,
        *lingvistik, nordic languages, scandinavian studies, skandinavistik*, speech communication, fonetik*, fonetikk*,
        phonetics, tekstforfatter*
        """,
    "031": """
        asienstudier, globala studier, globale studier, global studies, europastudier, european studies,
        utvecklingsstudi*, utviklingsstudi*, development studies, samfundsvidenskab*, samfunnsvitenskap*,
        samhällsvetenskap*, social science*, social studies, samfundsfag*, samfunnsfag*, samhällskunskap*,
        samfunnskunnskap*, scienze sociali
        """,
    "0311": """
        economics, econometrics, national economy, nationaløkonomi*, nationalekonomi*, samfunnsøkonomi*,
        samfundsøkonomi*, økonometri*, ekonometri*, volkswirtschaft*, political economy, oecon
        """,
    "0312": """
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
        psykologi*, psycholog*, psykolog*, psicolog*, psicología, cognitive science, kognitionsvetenskap*,
        kognitionsvidenskab*, kognisjon*, psych, *psykologi, *psykolog, kognitiv vitenskap*, kognitiv
        videnskab*, cognitive neuroscience
        """,
    "0314": """
        middle eastern studies, asian studies, african studies, sociologi*, sosiologi*, sociology,
        antropologi*, sosialantropologi*, socialantropologi*, anthropolog*, etnolog*, ethnolog*, kriminologi*,
        criminology, genusvetenskap*, kønsstudier, kjønnsstudier, gender studies, kulturstudier, cultural
        studies, kulturvetenskap*, kulturvidenskab*, kulturvitenskap*, kulturanalys*, kulturgeografi*,
        samfunnsgeografi*, samhällsgeografi*, human geography, demografi*, demography, area studies,
        kulturmøde*, kulturfag*, interkulturel*, arbeidslivsvitenskap*, arbejdslivsstudier, arbetsvetenskap*,
        arbetslivsvetenskap*
        """,
    "032": """
        medie- og kommunikasjon*, medie- och kommunikation*, informasjonsvitenskap*, informationsvidenskab*,
        professionel kommunikation, *kommunikasjon, *kommunikation, formidling*, media studies, mediestudier,
        media, strategisk kommunikation, communications, communication, kommunikasjonsvitenskap*,
        kommunikasjon, kommunikationsvidenskab*, kommunikationsvetenskap*, kommunikation, retorik*, retorikk*,
        rhetoric*, informationsdesign*, informasjonsdesign*
        """,
    "0321": """
        film science, journalist*, journalism*, communication studies, mass communication, medievidenskab*,
        medievitenskap*, medievetenskap*, medie- og kommunikation*, public relations, publizistik*, film- og
        medie*, filmvetenskap*, filmvidenskab*, film studies, virksomhedskommunikation*
        """,
    "0322": """
        information studies, informationsforvaltning*,
        bibliotek*, biblioteks- och informationsvetenskap*, bibliotek- og informasjon*, bibliotekar*, library*,
        librarian*, arkivvetenskap*, arkivvitenskap*, arkivfag*, arkivkunskap*, arkivkundskab*, archival*, archive
        studies, information science, informationsvetenskap*, dokumentasjonsvitenskap*
        """,
    "04": """
        økonomi, økonomisk*, økonomistudi*, ekonomi, ekonomisk*, ekonomiprogram*, siviløkonom*, civilekonom*,
        civiløkonom*, business and law, économie, handelsgymnasi*, handelsskole*, handelsfag*, merkantil*,
        hhx, økonomi og jura, business economics, erhvervsøkonom*, business studies, comercio, commerce,
        *økonomi, *ekonomi, företagsekonomi*, ekonomie, bedriftsøkonomi*, virksomhedsøkonomi*,
        handelsvidenskab*
        """,
    "041": "økonomi og administration, økonomi og administrasjon",
    "0411": """
        auditing,
        regnskab*, regnskap*, redovisning*, revision, revisjon*, revisor*, accounting*, accountan*, bogholder*,
        bokholder*, bokføring*, bokföring*, bogføring*, bookkeep*, skat, skatteret*, skatterett*, taxation, tax law,
        lønadministr*, lønnsadministr*, løneadministr*, lönespecialist*, lönekonsult*, løn, payroll, löneekonom*,
        controlling, controller*, redovisningsekonom*, contabilidad*, contabilidade, contabilità, comptabilit*,
        księgowoś*, rachunkowość, rechnungswesen, økonomistyring*, ekonomistyrning*, HD(R), HDR
        """,
    "0412": """
        finans, finansiel*, finansiell*, finansøkonom*, finansbachelor*, finansvi*, finansfag*, finansiering,
        finance, financial*, bank, bankuddannelse*, bankudd*, banking, bankvirksomhed, forsikring*,
        försäkring*, insurance, aktuarvidenskab*, HD(F), ejendomshandel*, eiendomsmegl*, eiendomsmekl*,
        fastighetsmäklar*, ejendomsmægler*, real estate, bankkaufmann, bankkauffrau, finanzen, investment,
        investering, bankrådgiv*, fastighetsvetenskap*, eiendomsutvikl*, ejendomsudvikl*, eiendom,
        eiendomsfag*
        """,
    "0413": """
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
        byggeledelse*, organisationsteori*, servicemanagement
        """,
    "0414": """
        brand management, e-handel og marketing, marketing*, markedsføring*, marknadsföring*,
        marknadskommunikation*, markedskommunikation*, markedskommunikasjon*, reklame*, reklam, advertising,
        branding, digital marketing*, HD(A), markedsanalyse*, salg og markedsføring, PR og markedsføring,
        marketing management*, sales and marketing, marknadskommunikatör*, markedskommunikatør*, digital
        marknadsför*, digital markedsfør*, salgs- og markeds*
        """,
    "0415": """
        kontor*, kontoruddannelse*, kontorfag*, kontorassist*, kontor- og administrasjon*, kontor- og adm*,
        sekretær*, sekreterar*, secretar*, office office work, lægesekretær*, legesekretær*, medicinsk
        sekreterare, medicinska sekreterare, vårdadministr*, läkarsekreterar*, sundhedsadministrati*,
        helsesekretær*, advokatsekretær*, receptionist*, resepsjon*, korrespondent*, administrasjonsfag*,
        helseadministrasjon*, medical secretary, office administration
        """,
    "0416": """
        detailhandel*, detaljhandel*, butik*, butikk*, salgsfag*, salgsassist*, salgsudd*, handelsassist*,
        handels- och handelsprogram*, försäljning*, försäljnings*, retail*, service og samferdsel*,
        varehandel*, kjøpmann*, købmand*, wholesale*, innkjøper*, inköpare*, indkøber*, inköp och upphandling,
        dekoratør, engroshandel*, einzelhandel*, kaufmann*, kauffrau*, butiksuddann*, e-commerce, handel,
        salg, sales, handelsudd*, handelsutd*, handelslærling, international sales, internationell
        försäljning, exportmarknad*, eksport*, e-handel
        """,
    "042": """
        jura, jus, jur, juridik*, juridisk*, jurist*, rettsvitenskap*, rettsvit*, rättsvetenskap*,
        retsvidenskab*, law, laws, LLM, LL.M, LLB, LL.B, legal*, erhvervsjura*, kontraktsret*, kontraktsrett*,
        entrepriseret*, construction law, jurisprudence, derecho, direito, droit, giurisprudenza, prawo,
        rechtswissenschaft*, paralegal*, rättsliga, affärsjuridik*, handelsrätt*, *juridik, *jura, *rätt,
        rettsinformat*, miljörätt*, miljøret, miljørett
        """,
    "05": """
        naturvidenskab*, naturvitenskap*, naturvetenskap*, naturfag*, realfag*, natural science*, science and
        mathematics, life science and engineering, naturwissenschaft*
        """,
    "051": """
        molecular life science*, biovidenskab*, biovitenskap*, biovetenskap*, bioscience*, life science*,
        biowissenschaft*, molecular science*
        """,
    "0511": """
        biolog*, *biologi, *biologisk, marin biologi, marine biology, zoolog*, botani*, limnolog*,
        mikrobiolog*, microbiolog*, mikrobi*, genetik*, genetikk*, genetics, genetic, evolution*, entomolog*,
        parasitolog*, fysiologi*, physiolog*, neurovidenskab*, nevrovitenskap*, neuroscience*, biologia,
        biología, biologie, cellbiolog*, plantebiologi*, plant biology, havbiologi*, marinbiolog*, ornitolog*,
        bacteriolog*, human biology, biological science*, etologi*, ethology, molekylærbiolog*,
        molekylärbiolog*, molekylær biolog*, molekylär biolog*, molecular biolog*, molecular genetic*,
        molekylærgeneti*
        """,
    "0512": """
        nanobio*, molecular biomedicine, biokemi*, biokjemi*, biochemi*, biokemia, bioteknolog*, bioteknik*,
        bioteknikk*, biotechnolog*, biotech*, biotecn*, biotecnolog*, biotechnologie, genteknik*,
        genteknologi*, gene technology, genetic engineering, kemisk biologi, kjemisk biologi, chemical
        biology, teknisk biologi, toksikolog*, toxikolog*, toxicolog*, farmakolog*, pharmacolog*, virolog*,
        genomi*, molekylær biomedicin, molekylär bioteknik*, biomolecular*, biomolekyl*, molecular
        biotechnology, forensic science*, rättsgenetik*, molekylær medicin, molecular medicine, immunolog*,
        biomed*, structural biology, protein science*, medicinal biology, medicinalbiolog*
        """,
    "0521": """
        klimavidenskab*, klimavitenskap*, klimatvetenskap*, circular economy, cirkulær økonomi, sirkulær
        økonomi, cirkulär ekonomi, miljøvidenskab*, miljøvitenskap*, miljövetenskap*, miljøfag*, environmental
        science*, environmental studies, økologi*, ekologi*, marin økologi, marine ecology, økosystem*,
        ekosystem*, bæredygtig*, bærekraft*, hållbar utveckling, hållbarhet*, sustainab*, klima, klimat*,
        climate*, miljø og natur, environmental management, miljöstrateg*, miljøplanlægning*, tekno-samfund,
        ecology, ecological*, miljö- och hälsoskydd*, hälsoskydd*, miljö- och hälsa, energi- og klima*, energy
        and climate, fornybar omstilling, miljø- og naturforvaltning
        """,
    "0522": """
        natural resources management, naturforvaltning*, naturforvalter*, viltforvaltning*, naturvård*,
        naturvejleder*, naturveiled*, nature conservation, wildlife*, conservation biology, natural resource*,
        naturressurs*, utmarksforvaltning*, viltstell*, naturguide*, nationalpark*, nature management,
        naturresurs*, wildlife management, landskabsforvaltning*, landskapsforvaltning*
        """,
    "0531": """
        miljøkemi*, miljøkjemi*, miljökemi*, environmental chemistry, marine chemistry, industrial chemistry,
        medicinal chemistry, kemi, kjemi, kemist*, kemiker*, kjemiker*, *kemi, *kjemi, kemisk*, kjemisk*,
        chemi*, chemist*, *chemistry, química, quimica, chimica, chimie, chemie, chemia, kemian, analytisk
        kemi*, electrochemistry, elektrokemi*, lægemiddelkemi, legemiddelkjemi, läkemedelskemi, drug chemistry
        """,
    "0532": """
        geolog*, geofysi*, geophysic*, geovidenskab*, geovitenskap*, geovetenskap*, geoscience*,
        geowissenschaft*, geokemi*, geokjemi*, geochemi*, hydrogeolog*, jordvidenskab*, meteorolog*,
        oceanogra*, oseanogra*, havvitenskap*, havsvetenskap*, marine science*, marine geology, hydrolog*,
        hydrogra*, glaciolog*, geograf*, naturgeograf*, geografi, geography, geografia, physical geography,
        earth science*, earth observation, seismolog*, bergmekanikk*, ingeniørgeolog*, engineering geolog*,
        geodes*, GIS, fjernanalyse*, fjärranalys*, remote sensing, geoinformat*, polar science*, geofag*,
        *geologi, *geologisk, *geografi, *geology, natural hazards
        """,
    "0533": """
        fysik, fysiker*, fysikk, fysikstud*, *fysik, *fysikk, teknisk fysik, teknisk fysikk, fysikalsk*,
        physics, physicist*, *physics, physik, physique, física, fisica, fizyka, fizică, astronom*,
        astrofysi*, nanovidenskab*, nanovetenskap*, nanoscience*, optik, optikk, optics, fotonik*, fotonikk*,
        photonic*, akusti*, acoustic*, engineering physics, applied physics, kvantemek*, quantum*,
        astrophysic*, complex adaptive systems, photonics engineering, electro-optics, nanotekn*,
        nanotechnolog*, materialfysik*, dark matter, mørk materie, mørkt stof, fusion*
        """,
    "0541": """
        matematik, matematikk, matematisk*, matematiker*, teknisk matematik*, anvendt matematik*, mathemati*,
        maths, math, matemática*, matematica, mathématiques, matematyka, mathematik, regneteknologi,
        operations research, operationsanalyse*, numerisk*
        """,
    "0542": """
        forsikringsvidenskab*,
        mathematical statistics, matematisk statistik, matematisk statistikk,
        statistik, statistikk, statistiker*, statistics, statistical*, statistisk*, statistica, estadística, statystyka,
        biostatisti*, aktuar*, actuar*, datametri*, statistikvidenskab*, försäkringsmatemati*, forsikringsmatemati*
        """,
    "06": "IKT-fag",
    "061": """
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
        intelligence, it og økonomi, digitalisering*, digitalization, e-sundhed*, e-hälsa, e-helse,
        intelligent systems, intelligente systemer, digitala tjänster, web intelligence
        """,
    "0611": "computer use, kontorprogram*, datakort*, ECDL, it-brugervejl*",
    "0612": """
        database administration, netværkste*, netværk*, nettverkste*, nettverk, nätverkste*, nätverk*,
        network*, computer network*, databas*, cybersi*, cybersecur*, cybersäk*, cyber security,
        cyber-security, information security, informasjonssikkerhet*, informationssäkerhet*,
        informationssikkerhed*, systemadmin*, sysadmin*, it-drift*, it-administrat*, ikt-servicefag*,
        it-servicefag*, cloud*, devops*, it-infrastruktur*, datatekniker med speciale i infrastruktur,
        molnteknik*, driftsstøtte*, it-supporter*, it-support*, it-sikkerhed*, it-sikkerhet*, it-säkerhet*,
        system administration, cyberteknolog*
        """,
    "0613": """
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
        medicinsk teknik*, medisinsk teknik*, biomedicinsk teknik*, medicintekni*, medisintekni*, biomedical
        engineering, medical engineering, medicoteknik*, medikoteknik*, sundhedsteknolog*, velfærdsteknolog*,
        helseteknolog*, health technolog*, medical technology, bioengineering, medicinteknik*, medicinsk
        teknologi, medicin og teknologi, medicin- og teknologi, medical sciences and technology, fagskole
        medisintekn*, medisinteknikk
        """,
    "0711": """
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
        tribolog*, mechanical design, machine technology, materials engineering, metallurgical and materials*,
        métallurgie, maskin, maskin-, maskinteknik*, maskintekn*, maskiningeniør*, maskiningenjör*,
        maskinkonstrukt*, maskinarbej*, maskinarbeid*, maskinoperatør*, maskinoperatör*, maskinfag*,
        maskinsnedkeri, maskinbygg*, maskinmester*, mekanik, mekanikk, mekanisk*, mekaniker*, mekanikutbild*,
        mechanical*, mechanic*, mechanics, mechani*, meccani*, mecánic*, mecânic*, mécani*, maschinenbau*,
        budowa maszyn, mechatronika, metal*, metall*, metallfag*, metal trade*, metalwork*, metal work*,
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
        materialevidenskab*, materialeteknolog*, materialeteknik*, snedker*, møbelsned*, møbelsnek*,
        møbelsnedk*, møbeltapet*, möbelsnick*, möbel*, møbel*, finsnick*, trætekn*, treteknik*, trätekn*,
        træindustri*, treindustri*, träindustri*, trevare*, wood technolog*, wood science*, woodwork*, cabinet
        mak*, cabinetmak*, furniture*, materialtekn*, materialteknologi*, materialvidenskab*,
        materialvitenskap*, materialvetenskap*, materialer, materials*, material science*, byggnadsmaterial*,
        werkstoff*, plast, plastindustri*, plasttekn*, plastmager*, plastmekanik*, polymer*, komposit*,
        kompositt*, glasindustri*, glarmester*, glassfag*, keramik, keramikk, keramisk*, ceramic*, ceramics,
        papir*, papirindustri*, papirtekn*, papperstekn*, pappers*, paper technolog*, pulp and paper*, massa-
        och papper*, skogsindustri*, sagbruk*, sågverk*, trelast*, wood industry, orgelbygg*, modelsnedk*,
        industrisnekk*, boligmonter*, *snedker, *snickare, *snickeri, polymer science, material
        """,
    "0723": """
        textile chemistry, textile engineering, tekstilteknologi*,
        tekstil*, textil*, textile*, skrædder*, skredder*, skräddar*, tailor*, sytekn*, sømfag*, syer*, beklædning*,
        beklædningshåndv*, konfektion*, kostume*, kostymes*, fashion technolog*, skomager*, skomaker*, skomakar*,
        shoemak*, lædervare*, salmaker*, sadelmager*, sadelmakar*, buntmager*, strikk*, vævning, vevning, garveri*,
        tapetserer*, møbelpolst*, møbeltapets*
        """,
    "0724": """
        petroleum*, petroleumstekn*, oil and gas*, oil & gas*, olje og gass*, olje- og gass*, brønntekn*,
        brønnoperatør*, boretekn*, boreoperatør*, boring, drilling*, bergtekn*, berg- og*, bergutbild*, bergskol*,
        bergverk*, bergfag*, gruv*, gruvedrift*, mining*, minerals*, mineral*, råstof*, reservoar*, reservoir*,
        stenhugger*, steinhogger*, stenhuggar*, quarry*, górnictwo, minería
        """,
    "073": "samhällsbyggnadsprogrammet",
    "0731": """
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
        gartner*, gartneri*, anlægsgartn*, anleggsgartn*, trädgård*, hagebruk*, horti*, horticultur*,
        greenkeep*, parkarbeid*, væksthusgartn*, planteskole*, florikultur*, trädgårdsmästar*, landscap*,
        landscape gardener*, gardener*, gardening, viticultur*, vinodling*, havebrug*
        """,
    "0821": """
        skogbruk*, skogbruks*, skogsbruk*, skogs*, skog, skogfag*, skogsoperat*, skogsmaskin*, skovbrug*, skovtekn*,
        skov- og*, skovarbej*, skovfog*, jägmästar*, forstkand*, forst, forstbotan*, forstvi*, forstingen*, forstwi*,
        forestry*, forest*, silvicultur*, arborist*, hogst*, leśnictw*, ingeniería forestal
        """,
    "0831": """
        akvatisk*, aquatic science*, akvamedisin*, akvakultur*, aquacultur*, acuicultura, fiskeri*,
        fisheries*, fishery*, fiske, fiske og fangst*, fiskefag*, fisker, fiskerfag*, havbruk*, havbrug*,
        vattenbruk*, fiskeoppdrett*, dambrug*, fiskehelse*, fiskevård*, marin ressursforvaltning, fish health
        """,
    "0841": """
        veterinary*, veterin*, veterinær*, veterinär*, dyrlæge*, dyrepleie*, dyrepleier*, djursjuk*,
        djurvård*, djurskötar*, djurskötare*, dyrepasser*, animal care, animal nurs*, veterinärmedicin*,
        tiermedizin, medicina veterinaria, medicina veterinária, försöksdjur*, forsøksdyr*, forsøgsdyr*,
        weterynar*, veterinary medicine
        """,
    "091": """
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
        medicin, medisin, medicine, medicina, médecine, medizin, humanmedizin, lægevidenskab*, lægestud*, legestud*,
        läkarprogram*, läkarexamen, läkarutbild*, medicinstud*, medisinstud*, lækarlinje*, epidemiolog*, general
        surgery, kirurgi*, cardiology, pediatri*, medicinsk embedseksamen, medycyna, lekarz*
        """,
    "0913": """
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
        speech and language*, talepæd*, talpedagog*,
        fysioterapi*, fysioterap*, ergoterapi*, ergoterap*, arbetsterapi*, arbetsterap*, physiotherap*, physical
        therap*, occupational therap*, logoped*, speech therap*, speech patholog*, næringslære*, klinisk
        ernæringsfysiolog*, dietist*, dietet*, diætist*, kostvetar*, kostekonom*, nutrition*, human nutrition, kiropra*,
        chiropract*, naprapat*, osteopat*, massør*, massör*, afspænd*, rehabiliter*, psykomotorisk*, psykomotorik*,
        musikterapi*, rörelse*, fizjoterap*, fisioterap*, ernæring*, massage, klinisk biomekanik*, kinesiolog*, *terapi
        """,
    "0916": """
        farmaci*, farmasi*, farmaceut*, farmasøyt*, farmakonom*, apotek*, apotekar*, apotektekn*, pharma*, pharmac*,
        pharmaceutical*, pharmaceutics, farmacia, farmácia, farmacja, receptarie*, reseptar*, lægemiddel*, legemiddel*,
        läkemedel*, pharm, medicinal product*, klinisk farmaci
        """,
    "0917": """
        akupunkt*, acupunct*, zoneterap*, homøopat*, homeopat*, traditional medicine, naturterap*, alternativ behandl*
        """,
    "092": "social linje, sociala linjen, velfærd, velferd*, omsorgsfag*, welfare*",
    "0921": """
        omsorgsarbeid*, äldreomsorg*, eldreomsorg*, ældrepleje*, elderly care, stödassistent*, stödpedagog*,
        funktionsstöd*, boendestöd*, personlig assistent*, vårdbiträde*, altenpfleg*, demens*, care of the
        elderly
        """,
    "0922": """
        barne- og ungdomsarbeid*, barne- og ungdom*, barn- og ungdomsarbeid*, barn- och fritid*, barn och fritid*,
        barnskötar*, fritidsled*, fritidspedagog*, pædagogisk assistent*, pædagogmedhjælp*, PAU, child care*,
        childcare*, child and youth*, youth work*, elevassist*, lärarassist*, elevcoach*, oppvekst*, kinderpfleg*
        """,
    "0923": """
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
        frisør*, frisörsk*, frisör*, frisørfag*, hairdress*, barber*, kosmetolog*, kosmetiker*, hudpleie*,
        hudpleier*, hudterapeut*, hudvård*, makeup*, make-up*, sminkø*, makeupart*, negletekn*, spaterap*,
        spa-terap*, friseur*, skønhedspleje*, fryzjer*, cosmetology
        """,
    "1013": """
        hotel management, kulinarisk*,
        kok, kokk, kokke*, kokkefag*, kokkelær*, kock, kockar, kockutb*, kocklinje*, cook*, culinary*, gastronom*,
        gastronomi*, restaurant*, restaurang*, restaurang- och livsmedel*, restaurant- og matfag*, hotel*, hotell*,
        hotell- och turism*, hospitality*, catering*, servitør*, servitris*, servering*, tjener*, tjenerudd*,
        tjenerfag*, waiter*, matfag*, institusjonskok*, storkok*, köksmästar*, ernæringsassist*, ernæringshjælper*,
        ernæringskokk*, sommelier*, barista*, bartender*, köchin, kucharz*, cocina, receptionist hotel*, husøkonom*,
        ernæring og husholdning, smørrebrøds*, kostfag*, måltid*, storhushåll*
        """,
    "1014": """
        idræt*, idrætsvidenskab*, idrett*, idrettsvitenskap*, idrettsfag*, idrott*, idrottsvetenskap*,
        gymnastik*, sports*, sport science*, sports science*, kroppsøving*, trenerutd*, tränarutbild*, fysisk
        træning*, personlig træn*, personlig tren*, personal trainer*, physical fitness*, educación física,
        hälsopedagog*, friluftsliv*, outdoor*, kropsøv*, sport, trænerudd*, sportsvi*, coaching
        """,
    "1015": """
        hospitality and tourism,
        tourism management, oplevelsesledelse*,
        turisme*, turism*, turist*, tourism*, tourisme, reiseliv*, rejseliv*, resebyrå*, reiselivsfag*, reisebyrå*,
        opplevelse*, oplevelses*, event management, serviceøkonom*, international tourism, eventkoordinat*,
        eventkoordinator*
        """,
    "1022": """
        hms-ledelse*, human factors*,
        arbeidsmiljø*, arbejdsmiljø*, arbetsmiljö*, occupational health*, occupational safety*, work environment*, HMS,
        HSE, EHS, health and safety, hse-*, hms-*, miljø og sikkerhet*, sikkerhedsingeni*, sikkerhetsingeni*,
        arbetshälso*, ergonomi*, ergonomics
        """,
    "1031": """
        militær*, military*, offiser*, officersudd*, officersutb*, krigsskole*, krigsvetenskap*, befalsskole*,
        befalsutd*, sergent*, sersjant*, forsvar*, försvars*, defence*, defense*, officer, officerer,
        krigsvitenskap*
        """,
    "1032": """
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

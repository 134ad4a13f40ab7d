"""
Titles that one bears only after a certain education, by that education's level (EQF) and field (ISCED-F 2013).

The level is that of the education that the title stands for in Denmark, Norway or Sweden. How words are written is
told in `lexicon`.
"""

from __future__ import annotations

TITLES: dict[tuple[int, str], str] = {
    (4, "0613"): "webudvikler, webintegrator*",
    (4, "0412"): "finansassist*, bankassist*",
    (4, "1015"): "eventkoordinator*, reiselivsmedarb*, reselivs*",
    (4, "1014"): "fitnessinstrukt*",
    (4, "0916"): "pharmacy technician*",
    (6, "0211"): "grafisk designer*, mediegrafisk bachelor*",
    (7, "0223"): "filosof, filosoffer, filosofer, philosopher",
    (7, "0232"): "lingvist, lingvister",
    (7, "0212"): "interiørarkitekt*",
    (7, "0114"): "ämneslärar*, gymnasielärar*, gymnasielærer*, lektorutd*, lektorprogram*, speciallärar*",
    (7, "0221"): "teolog, teologer, theologian*, sognepræst*, kyrkoherde*",
    (7, "0313"): "psykolog, psykologer, psykologex*, psykologprogram*, psykologstud*, psychologist*",
    (7, "04"): "siviløkonom*, civilekonom*, civiløkonom*",
    (7, "042"): "jurist*, juristutd*, juristex*, juristprogram*, advokat, advokater, lawyer*",
    (7, "0511"): """
        biolog, biologer, mikrobiolog, marinbiolog, molekylærbiolog, molekylærbiologer, molekylärbiolog,
        molekylärbiologer, mikrobiologer, marinbiologer, biologist, biologists, microbiologist,
        microbiologists
        """,
    (7, "0531"): "kemiker, kemikere, kjemiker*, chemist, chemists, kemist",
    (7, "0532"): """
        geograf, geografer, naturgeograf, geolog, geologer, geofysiker*, geophysicist*, meteorolog,
        meteorologer, hydrolog, hydrologer, hydrogeologist*, hydrogeolog, hydrogeologer, geovetare,
        oceanographer*, oceanograf, oceanografer, geologist, geologists, meteorologist, meteorologists,
        hydrologist, hydrologists
        """,
    (7, "0533"): "sjukhusfysik*, fysiker*, physicist*, astronom, astronomer",
    (7, "0541"): "matematiker*, mathematician*",
    (7, "0613"): "datalog, dataloger, datavetare, computer scientist*",
    (7, "0731"): """
        jordskiftekandidat*, sivilarkitekt*,
        arkitekt, arkitekter, arkitektutb*, arkitektudd*, arkitektutd*, arkitektstud*, architects,
        landinspektør*, landskapsarkitekt*, landskabsarkitekt*, sivilarkitekt*, architect
        """,
    (7, "0811"): "sivilagronom*, agronomprogrammet, agronomexamen, agronomist*",
    (7, "0821"): "jägmästar*, forstkandidat*",
    (7, "0841"): "dyrlæge*, veterinær*, veterinär*, veterinarian*, veterinary surgeon*",
    (7, "0911"): "tandlæge*, tandläkar*, tannlege*, dentist*",
    (7, "0912"): """
        læge, lægen, læger, lægestud*, lægeudd*, lægevidenskabelig embedseksamen, overlæge, lege, leger, legestud*,
        legeutd*, läkare, läkarex*, läkarutb*, läkarprogram*, läkarstud*, overlege, överläkare, medical doctor*,
        physician*
        """,
    (7, "0916"): "apotekar*, farmaceut*, farmasøyt*, pharmacist*, provisorfarmasøyt*",
    (6, "011"): """
        klasselærer*, adjunkt, meritlærer*, lærer, lærere, lærerstud*, lærerutd*, læreruddann*, læreruddannet,
        lærerudd*, lärare, lärarstud*, lärarex*, lärarutb*, lärarprogram*, teacher, teachers, yrkeslärar*,
        faglærer*, yrkesfaglærer*, speciallærer*
        """,
    (6, "0112"): """
        meritpædagog*, förskollärar*, barnehagelærer*, førskolelærer*, pædagoguddann*, pædagogudd*, preschool teacher*,
        kindergarten teacher*, pædagogisk bachelor*, pædagog, pædagoger, pædagogstud*
        """,
    (6, "0113"): """
        grundskollärar*, grunnskolelærer*, folkeskolelærer*, grundlärar*, grundlärarprogram*, klasslärar*, GLU
        """,
    (6, "0321"): """
        journalist, journalister, journalistutb*, journalistutd*, journalistudd*, journalistprogram*,
        journalisthøjskole*, journalisthøgskole*
        """,
    (6, "0322"): "bibliotekar*, librarian*",
    (6, "0412"): "finansbachelor*",
    (6, "0413"): "administrationsbachelor*, personalvetar*",
    (6, "061"): "dataingenjör*, systemvetar*, it-ingeniør*, it-ingenjör*, computer engineer",
    (6, "0613"): """
        dataingeniør*, softwareingeniør*, programvaruingenjör*, mjukvaruingenjör*, software engineer
        """,
    (6, "07"): """
        *ingeniør, *ingenjör, ingeniør, ingeniører, ingenjör, ingenjörer, eksportingeniør*, ingeniørstud*,
        ingenjörsstud*, ingeniørutd*, ingeniøruddann*, ingenjörsex*, ingenjörsutb*, ingenjörsprogram*,
        produktionsingeniør*, engineer, production engineer, industrial engineer
        """,
    (6, "0711"): """
        kemiingeniør*, kjemiingeniør*, kemiingenjör*, procesingeniør*, prosessingeniør*, processingenjör*, chemical
        engineer, process engineer
        """,
    (6, "0712"): "miljøingeniør*, miljöingenjör*, environmental engineer",
    (6, "0713"): """
        stærkstrømsingeniør*, elkraftingeniør*, elkraftsingenjör*, energiingeniør*, energiingenjör*,
        elektroingeniør*, elingenjör*, elektroingenjör*, electrical engineer, energy engineer
        """,
    (6, "0714"): """
        svagstrømsingeniør*, elektronikingeniør*, elektronikkingeniør*, elektronikingenjör*, automasjonsingeniør*,
        automationsingeniør*, automationsingenjör*, electronics engineer, automation engineer
        """,
    (6, "0715"): "maskinmester*, maskinmestre*, maskiningeniør*, maskiningenjör*, mechanical engineer",
    (6, "0716"): """
        skibsingeniør*, skipsingeniør*, sjöingenjör*, marine engineer, flyingeniør*, naval architect*
        """,
    (6, "0721"): "mejeriingeniør*, livsmedelsingenjör*, matteknolog, matteknologer, fødevareingeniør*",
    (6, "0732"): """
        brandingenjör*, byggnadsingenjör*,
        byggingeniør*, bygningsingeniør*, byggnadsingenjör*, byggingenjör*, bygningskonstruktør*, konstruktør
        bygg, civil engineer, construction engineer, structural engineer, constructing architect*
        """,
    (6, "0911"): "tandplejer*, tannpleier*, tandhygienist*, dental hygienist*",
    (6, "0913"): """
        sygeplejerske*, sygeplejestud*, sykepleier*, sjuksköterske*, sjuksköterska*, sjukskötersk*, nurse,
        nurses, registered nurse*, jordemoder*, midwife*, midwives
        """,
    (6, "0914"): """
        bioingeniør*, biomedicinsk analytiker*, biomedicinska analytiker*, bioanalytiker*, radiograf,
        radiografer, røntgensygeplejerske*, röntgensjuksköterske*, röntgensjuksköterska, optometrist*,
        optiker, optikerexamen, ortopedingenjör*, ortopediingeniør*, audionom*, audiograf*,
        audiologiassistent*, radiographer*, biomedical laboratory scientist*, medical laboratory scientist*
        """,
    (6, "0915"): """
        afspændingspædagog*, psykomotorisk terapeut*,
        fysioterapeut*, ergoterapeut*, arbetsterapeut*, physiotherapist*, occupational therapist*, logoped,
        logopeder, logopedprogram*, kiropraktor*, dietist*, ernæringsfysiolog*, psykomotorisk terapeut*,
        ernæring og sundhed
        """,
    (6, "0923"): """
        studie- och yrkesväg*,
        socionom*, sosionom*, socialrådgiver*, barnevernspedagog*, vernepleier*, social worker*, behandlingspedagog*
        """,
    (6, "1032"): """
        katastrofe- og risikomanager*,
        politiskole*, politihøgskole*, politihøyskole*, polisutbild*, polisprogram*, politistud*,
        politibetjent*
        """,
    (6, "1041"): """
        sjökapten*, sjøkaptein*, skibsfører*, skipsfører*, sjökaptensprogram*, styrmand*, styrmann*, styrman, navigatør*
        """,
    (
        5,
        "0211",
    ): "e-designer*, multimediedesigner*, multimediedesign, multimediadesigner*, multimedia designer*",
    (5, "0212"): "designteknolog*",
    (5, "04"): "akademiøkonom*",
    (5, "0411"): "revisorassistent*, redovisningsekonom*, löneekonom*, lönekonsult*",
    (5, "0412"): "finansøkonom*",
    (5, "0413"): "administrationsøkonom*, merkonom*",
    (5, "0414"): "markedsføringsøkonom*, markedsøkonom*",
    (5, "0416"): "handelsøkonom*",
    (5, "061"): "edb-assistent*",
    (5, "0512"): "biotekniker*",
    (5, "0613"): "datamatiker*",
    (5, "0711"): """
        laboratorieingenjör*, laboratorieassistent*, procesteknolog*, procesteknologi, laborant, laboranter,
        laborantudd*, laboratory technician*, kemotekniker*, lab technician*, laboratorietekniker*,
        processtekniker*
        """,
    (5, "0712"): """
        miljøteknolog, miljøteknologer, miljøtekniker*, miljötekniker*, vattenmiljötekniker*, environmental
        technologist*
        """,
    (5, "0713"): """
        energiteknolog, energiteknologer, el-installatør*, elinstallatør*, installatør*, vindmølleteknolog*,
        elektroteknolog*, energy technologist*, energitekniker*, vindkrafttekniker*
        """,
    (5, "0714"): "automationsteknolog*, automatikteknolog*, it-teknolog*",
    (5, "0715"): "maskintekniker*, maskinteknolog*",
    (5, "0716"): "autoteknolog*, maskinoffiser*, maskinist, maskinister, maskinisten",
    (5, "0721"): """
        mejeritekniker*, mejeritekn*, ernæringsteknolog*, fødevareteknolog, procesteknolog fødevare,
        livsmedelstekniker*
        """,
    (5, "0731"): "kort- og landmålingstekniker*, landmålingstekniker*, mätningstekniker*, landmåler*",
    (5, "0732"): """
        byggekoordinator*,
        byggetekniker*, byggtekniker*, byggnadsingenjör yh, bygningstekniker*, vvs-installatør*, kloakmester*
        """,
    (5, "0811"): "jordbrugsteknolog*, agrarøkonom*, lantmästar*, driftstekniker jordbruk",
    (5, "0916"): "farmakonom*, apotekteknik*, apotekstekniker*",
    (5, "1015"): "serviceøkonom*",
    (4, "021"): "estetiska programmet",
    (
        4,
        "0211",
    ): "grafisk tekniker*, fotograf, fotografer, typograf, typografer, bogtrykker*, lydtekniker*, lydteknikker*, mediegrafiker*, medieprogram*, skiltetekniker*",
    (
        4,
        "0214",
    ): "florist, florister, watchmaker*, guldsmed, gullsmed, guldsmedje, urmager*, urmaker*, urmakar*, goldsmith*, bogbinder*",
    (4, "0215"): "musikprogrammet",
    (4, "03"): """
        samhällsvetenskapsprogram*, samhällsprogram*, samhällsvetenskapliga programmet, humanistiska programmet,
        humanistiska
        """,
    (4, "04"): """
        ekonomiprogram*, ekonomiska programmet, HHX, hhx, hhx*, handelsgymnasi*, höhere handelsschule
        """,
    (4, "041"): "spedisjon",
    (4, "0411"): "bogholder*",
    (4, "0415"): """
        kontormedarbeid*, office assistant*, medicinsk sekreterare, medicinska sekreterare,
        kontorassistent*, kontorassistant*, lægesekretær*, legesekretær*, helsesekretær*, kontoruddannet, kontoruddannelse*, kontorelev*
        """,
    (4, "0416"): """
        butikselev*,
        detailhandelsassist*, detailhandelsudd*, reservedelsmann, salgsmedarbeider,
        handelsprogram*, handels- och administrationsprogram*, butiksassistent*, butiksuddann*, salgsassistent*,
        handelsassistent*, kaufmann im einzelhandel, kontors- och handels*
        """,
    (4, "05"): "naturvetenskapsprogram*, naturvetenskapliga programmet, naturprogrammet",
    (4, "07"): """
        teknisk assistent*, teknisk designer*, teknisk tegner*, teknikprogram*, tekniska programmet, teknisk
        linje, industrioperatør*, industrioperatör*, produktionsoperatør*, produksjonstekniker*
        """,
    (4, "0711"): """
        procesoperatør*, prosessoperatør*, processoperatör*, kjemiprosessoperatør*, process operator*,
        processteknisk linje, kemiteknisk linje, laboratoriefagarbeider*, procesarbejder*
        """,
    (4, "0712"): "kloakoperatør*, gjenvinningsoperatør*",
    (4, "0713"): """
        forsyningsoperat*, ventilasjonstekn*, ventilationsmont*, ventilationstekn*, tavlemontør*, skipselektrik*, skibselektrik*, electrical technician*, driftelektriker*,
        elektriker, elektrikere, elektrikern, elektrikeren, elektrikerlærling*, elektrikeruddann*,
        elektrikerutd*, elektrikerudd*, elektrikerfag*, elprogram*, el- och energiprogram*, el- o
        energiprogram*, eltekniska programmet, energimontør*, heismontør*, hissmontör*, elmontør*, elmontör*,
        electrician*, kuldemontør*, kølemontør*, kylmontör*, køletekniker*, kyltekniker*, kuldetekniker*,
        vindmølletekn*, vindmølleoperatør*, togelektriker*, eltekniker, elreparatör*, elteknisk linje,
        värmepumpsteknik*, energioperatør*, refrigeration technician*, refrigeration mechanic*,
        distributionslinje*, starkströmselektriker*, installationselektriker*, ventilationstekniker*,
        elevatormontør*, elektroreparatør*, signalmontør*, HVAC technician*, wind turbine technician*, lift
        mechanic*, distributionselektriker*
        """,
    (4, "0714"): """
        elektromekanik*, teletekniker*, radiotekniker*, fjernstyringsmont*, romteknolog, dataelektronik*,
        automatiker*, automatiktekniker*, automatikkmekaniker*, automasjonstekniker*, automationstekniker*,
        elektroniktekniker*, mekatroniktekniker*, elektronikfagtekn*, elektronikkfagtekn*,
        elektronikmekaniker*, telekommunikasjonsmontør*, telemontør*, telemontör*, mekatroniker*,
        mechatroniker*, mechatronics technician*, avioniker*, serviceelektroniker*, instrumenttekniker*,
        automation technician*, electronics technician*, elektronikfagteknikere, dataelektroniker*,
        larmtekniker*
        """,
    (4, "0715"): """
        metalsmed*, maskinsmed*, industrilakerer*, industrioppmål*, industrimaler*, maskinoperatör*, cnc operator*, locksmith*, mechanical technician*, modellbygg*, børsemaker*, våpenmekanik*, vedlikeholdsmekanik*,
        industriprogram*, industritekniska programmet, industritekniska, verkstadsteknisk linje,
        verkstadstekniska linjen, verkstadslinje*, verkstadsmekaniker*, industrimekaniker*, industritekniker*,
        smed, smede, smeden, klejnsmed*, kleinsmed*, smedeuddann*, smedeudd*, grovsmed*, sveiser, sveisere,
        svejser, svejsere, svetsare, svetsar*, welder*, cnc-operatør*, cnc-operatör*, cnc-tekniker*,
        cnc-maskinist*, platearbeider*, maskinarbejder*, maskinarbeider*, maskinbetjener*, værktøjsmager*,
        verktøymaker*, verktygsmakare*, finmekaniker*, plåtslagare*, industrirørlegger*, drejer, drejere,
        dreier, dreiere, machinist*, toolmaker*, fitter, fitters, pipefitter*, millwright*, industrial
        mechanic*, industrial technician*, schlosser*, industriemechaniker*, låsesmed*, boremaskinoperat*,
        industrimontør*, montører industri, spåntager*, maskinreparatør*, maskinreparatör*, formstøber*,
        kunstsmed*, beslagsmed*, overfladebehandler*, metalworker*, sheet metal worker*, industrimaler*,
        støberitekniker*, hydraulikkmekaniker*, underhållsmekaniker*, gjutare, blacksmith*, laserskærer*
        """,
    (4, "0716"): """
        skibstømrer*, skipstømrer*, autolakerer*, billackerar*, karosseritekn*, landbruksmekanik*, lantbruksmekanik*, shipwright*, karosserimakar*,
        fordonsprogram*, fordons- och transportprogram*, fordonstekniska programmet, fordonsteknisk linje,
        automekanik*, bilmekanik*, lastbilmekanik*, lastbilsmekanik*, lastvognsmekanik*, personvognsmekanik*,
        landbrugsmaskinmekanik*, landbruksmaskinmekanik*, lantbruksmaskinmekanik*, flymekanik*, flygmekanik*,
        flytekniker*, flygtekniker*, skibsmekanik*, skipsmekanik*, cykelmekanik*, sykkelmekanik*,
        motorcykelmekanik*, motorsykkelmekanik*, fordonstekniker*, fordonsmekanik*, bilskadereparatør*,
        bilskade*, billakk*, bilelektriker*, autolakk*, karrosseritekniker*, karosserismed*, kranmekanik*,
        anleggsmaskinmekanik*, anleggsmaskinreparatør*, entreprenørmaskinmekanik*, hjulutrustningsmek*, car
        mechanic*, auto mechanic*, vehicle mechanic*, truck mechanic*, motor mechanic*, aircraft mechanic*,
        automotive technician*, vehicle technician*, motormand*, motormann*, skibsbygger*, skipsbygger*,
        bådebygger*, båtbygger*, båtbyggare, boatbuilder*, boat builder*, dækmontør, mekaniker, mekanikere,
        mekanikern, skibsmontør*, skipsmontør*, lastebilmekanik*, marine mechanic*, båtmekaniker*,
        bådmekaniker*
        """,
    (4, "0721"): """
        butikkslakt*, butiksslagter*, tarmrenser*,
        livsmedelsprogram*, bager, bagere, bagersvend*, bagerlærling*, baker, bakere, bakers, bagare,
        konditor*, slagter, slagtere, slagtersvend*, slakter, slaktere, slaktare, butcher*, mejerist*,
        meierist*, dairyman, dairymen, dairy worker*, industrislagter*, bryggerioperatør*, kjøttskjærer*,
        pølsemaker*, fiskehandler*, sjømathandler*, tarmrenser*, charkuterist*
        """,
    (4, "0722"): """
        boligmonter*, modelsnedker*,
        møbelsnedker*, møbelsnekker*, maskinsnedker*, möbelsnickare*, snedker, snedkere, snedkersvend*, glarmester*,
        plastmager*, trevaresnekker*, orgelbygger*, cabinetmaker*, cabinet maker*, finsnickare
        """,
    (4, "0723"): """
        møbelpolstr*, tapetserar*,
        skrædder*, skredder*, skräddare*, tailor*, skomager*, skomaker*, skomakare*, møbeltapetserer*, salmaker*,
        seamstress*
        """,
    (
        4,
        "0724",
    ): "bergverksarbeid*, fjellspreng*, fjell- og bergverk*, boreoperatør*, brønnoperatør*, stenhugger*, gruvearbeider*",
    (4, "0732"): """
        anlægsstruktør*, bygningsstruktør*, glassfagarbeid*, asfaltør*, veiarbeid*, vegarbeid*, byggdrifter*, träarbetare, byggnadsplåtslag*, isolerare, takmontör*, fastighetsskötar*, fastighetstekn*, järnvägstekn*, bantekniker*, stonemason*, glazier*, plasterer*, insulator, tiler, tilers, steinfagarbeid*, sanitärmont*, bygningshåndværker*,
        byggprogram*, bygg- och anläggningsprogram*, vvs- och fastighetsprogram*, vvs-programmet, byggteknisk
        linje, tømrer, tømrere, tømreren, tømrersvend*, tømreruddann*, tømrerudd*, tømrerlærling*, tømrerfag*,
        tømmermand*, tømrermester*, byggnadssnickare, snickare, snickaren, snekker, snekkere,
        bygningssnedker*, murer, murere, murersvend*, murermester*, murare, maler, malere, malersvend*,
        bygningsmaler*, målare, rørlegger*, rørlægger*, rörmokare*, rörläggare*, rörmontör*, vvs-montör*,
        vvs-mont*, vvs-tekniker*, vvs-energitekn*, vvs- og energi*, vvs'er*, vvs’er*, vvs-smed*,
        stillasbygger*, stilladsmontør*, ställningsbyggare*, ställningsmontör*, betongarbe*, betonarbejder*,
        blikkenslager*, taktekker*, taklegger*, tagdækker*, takläggare*, gulvlægger*, gulvlegger*,
        golvläggare*, isolatør*, isolatör*, brolægger*, brolegger*, stenlægger*, struktør*, strukturør*,
        anleggsmaskinfører*, maskinfører*, anleggsarbeider*, anläggningsarbetare*, anleggsrørlegger*,
        glassmester*, glasmästare*, carpenter*, joiner*, bricklayer*, mason, masons, plumber*, scaffolder*,
        concrete worker*, roofer*, house painter*, fastighetstekniker*, plattsättare*, flislegger*,
        håndværker, håndværkere, vvs-energispecialist*, ejendomsservicetekniker*, industrirörmontör*,
        stukkatør*, betongfagarbeider*, banemontør*, banmontör*
        """,
    (4, "08"): "naturbruksgymnasi*, naturbrukslinje*, naturbruksprogram*",
    (
        4,
        "0811",
    ): "beslagsmed*, hovslager*, hovslagar*, landmand, landmænd, faglært landmand, lantbrukare, agrotekniker*, hestepasser*",
    (4, "0812"): """
        gartner, gartnere, gartnersvend*, anlægsgartner*, anleggsgartner*, væksthusgartner*, trädgårdsmästare*,
        trädgårdsarbetare, greenkeeper*, gardener*
        """,
    (4, "0821"): "skogsmaskinför*, skogsoperatør*, skovtekniker*, skogsarbetare, skogbruksskole*",
    (
        4,
        "0831",
    ): "fiskeoppdrett*, erhvervsfisker*, yrkesfisker*, akvakulturtekniker*, akvatekniker*, havbruksteknikker*, fiskere, fiskerlærling*",
    (
        4,
        "0841",
    ): "djurvårdar*, veterinærsygeplejerske*, dyrepleier*, djurskötare*, dyrepasser*, djursjukskötare*",
    (4, "0911"): """
        tannhelsesekretær*, tandklinikassistent*, klinikassistent*, tandsköterska*, dental assistant*, dental nurse*
        """,
    (4, "0913"): """
        healthcare assistant*, health care worker*,
        undersköterske*, undersköterska*, specialistundersköterska*, helsefagarbeider*, helsefagarbeidar*,
        social- og sundhedsassistent*, sosu-assistent*, sosu assistent*, ssa, hjelpepleier*,
        omvårdnadsprogram*, vård- och omsorgsprogram*, sygehjælper*, assistant nurse*, nursing assistant*,
        social- og sundhedshjælper*, sosu-hjælper*, care assistant*
        """,
    (4, "0914"): """
        redder, ambulanceredder*,
        ambulansearbeider*, ambulancebehandler*, ambulancefagarbejder*, ambulansfagarbeider*, ambulanssjukvårdare*,
        fotterapeut*, fodterapeut*, portør*
        """,
    (4, "0921"): "omsorgsarbeider*, aktivitør*, aktivitetsmedarbejder*, stödassistent*",
    (4, "0922"): """
        elevassist*,
        barnskötare*, barnskötar*, fritidsledare*, fritidsledar*, barne- og ungdomsarbeider*, pædagogisk assistent*,
        barn- och fritidsprogram*, child and youth worker*, barnepleier*
        """,
    (4, "1011"): """
        tekstilrens*, skorsteinsfei*,
        renholdsoperatør*, rengøringstekniker*, serviceassistent*, skorstensfejer*, feiersvenn*, sotare,
        erhvervsrengøring*
        """,
    (4, "1012"): """
        frisør, frisører, frisörer, frisör, frisørsvend*, frisørlærling*, hairdresser*, kosmetiker*, kosmetolog,
        hudpleier*, hudterapeut*, hantverksprogram*, barber, barberer
        """,
    (4, "1013"): """
        receptionist*, resepsjonist*, pastry chef*,
        restaurangprogram*, restaurang- och livsmedelsprogram*, hotell- och turismprogram*, hotell- och
        restaurangprogram*, kok, kokke, kokken, kokk, kokker, kokkelærling*, kokkeelev*, kock, kockar, cook, cooks, chef
        de partie, servitør*, tjener, tjenere, skibskok*, skipskokk*, ernæringsassistent*, institusjonskokk*,
        ernæringskokk*, gastronom, gastronomer, smørrebrødsjomfru*
        """,
    (4, "1032"): "sikkerhetsvekter*, brandmand*, brannkonstabel*, sikkerhedsvagt*, vekterfag*",
    (4, "1041"): """
        lagerassist*, lagermedarbeider*, lager- og terminal*, godschauffør*, turistbuschauffør*, lastbilschauff*, lastbilschaufför*, crane operator*, truck driver*, freight forwarder*, train driver*,
        speditør, speditører, speditøruddann*, lager- og terminalmedarbejder*, lager- og transportoperatør*,
        matros, matroser, befaren skibsassistent*, skibsassistent*, transportprogram*, yrkessjåfør*,
        yrkesförare*, yrkeschaufför*, logistikkoperatør*, kranfører*, lokomotivfører*, lokfører*, lokförare*,
        able seaman, skilled seaman, lager- og logistikoperatør*
        """,
    (6, "0521"): "miljö- och hälsoskyddsinspektör*, miljövetar*, miljöinspektör*",
    (5, "1041"): "logistikøkonom*",
    (5, "07"): """
        kvalitetsteknolog*,
        produktionsteknolog, produktionsteknologer, driftsteknolog*, production technologist*,
        kvalitetstekniker*
        """,
    (6, "0916"): "reseptarfarmasøyt*, receptarie*",
    (4, "0612"): """
        it supporter*,
        datatekniker*, it-supporter*, datafagtekniker*, ikt-driftsfag*, ikt-servicemedarbeider*, IT supporter*
        """,
    (7, "0913"): """
        jordmor*, barnmorsk*, helsesykepleier*, specialistsjukskötersk*, distriktssköter*, specialsykepleier*,
        spesialsykepleier*, intensivsykepleier*, anestesisykepleier*, operasjonssykepleier*, kreftsykepleier*,
        akuttsykepleier*, intensivsjukskötersk*, anestesisjukskötersk*, operationssjukskötersk*,
        intensivvårdssjukskötersk*
        """,
    (5, "071"): "sundhedsteknolog*, velfærdsteknolog*",
    (5, "0612"): "it-tekniker*",
    (6, "0821"): "skov- og landskabsing*, skovfoged*, skogsmästar*",
    (6, "0312"): "statsvetar*",
    (6, "0212"): "industrial designer*, industridesigner*",
    (7, "0542"): "statistiker*, statistician*, aktuar, aktuarer, actuary",
    (7, "0411"): "statsautoriseret revisor*, statsautorisert revisor*",
    (7, "0512"): """
        biokemiker*, biokjemiker*, biokemist*, biochemist, biochemists, bioteknolog, bioteknologer,
        toksikolog, toksikologer, toxikolog, toxikologer, toxicologist*, farmakolog, farmakologer,
        ekotoxikolog*, biofysiker*
        """,
    (7, "061"): "bioinformatiker*, bioinformatician*, data scientist*, informatiker*",
    (
        7,
        "0314",
    ): "etnolog, etnologer, kriminolog, kriminologer, antropolog, antropologer, sociolog, sociologer, sosiolog",
    (7, "0222"): "arkæolog, arkæologer, arkeolog, arkeologer, archaeologist*, historiker*",
    (7, "0311"): """
        samfunnsøkonom*, sosialøkonom*, nationaløkonom, nationaløkonomer, nationalekonom, nationalekonomer
        """,
    (7, "0521"): "økolog, økologer, ekolog, ekologer, ecologist*",
    (7, "0721"): "livsmedelsvetar*",
    (7, "0722"): "materials scientist*",
    (7, "0831"): "fiskerikandidat*, fiskehelsebiolog*",
    (7, "0724"): "bergsingenjör*",
    (7, "0812"): "hortonom*",
}
DEGREES: dict[tuple[int, str], str] = {  # no occupation, but an education with its field
    (8, "04"): "ekonomie doktor, ekon. dr, dr.oecon",
    (8, "042"): "juris doktor, jur. dr, dr.jur",
    (8, "0531"): "candidate of chemical sciences",
    (8, "0511"): "candidate of biological sciences",
    (8, "05"): "dr.scient, dr. scient, dr. rer. nat",
    (8, "07"): """
        teknologie doktor, tekn. dr, tekn.dr, tekn. lic, tekn.lic, teknologie licentiat, dr.-ing, dr.techn, dr.ing
        """,
    (8, "0912"): "medicine doktor, med. dr, med.dr, dr.med, dr. med, dr.med.",
    (8, "0916"): "farmacie doktor, farm. dr, farm.dr",
    (7, "011"): "MEd, M.Ed, master of education, PGCE, cand.pæd, cand. pæd, cand.pæd., cand.paed.psych",
    (7, "0213"): "MFA, master of fine arts",
    (7, "0215"): "MMus",
    (7, "0221"): "cand.theol, cand. theol, cand.theol.",
    (7, "0231"): "cand.ling.merc, cand. ling. merc",
    (7, "031"): "cand.soc, cand. soc, cand.soc., cand.rer.soc, cand.sociol, cand.scient.adm",
    (7, "0311"): "cand.oecon, cand. oecon, cand.oecon., cand.polit, cand. polit",
    (
        7,
        "0312",
    ): "statsviter*, politolog, politologer, statskundskaber*, cand.scient.pol, cand. scient. pol, cand.scient.pol.",
    (7, "0313"): "cand.psych, cand. psych, cand.psych., cand.psychol, cand. psychol",
    (7, "0314"): "cand.scient.soc, cand. scient. soc, cand.scient.anth, cand. scient. anth",
    (7, "0321"): "cand.comm",
    (7, "04"): "ekonomie magister, ekon. mag, cand.merc, cand. merc, cand.merc., cand.negot, cand. negot",
    (7, "0411"): "cand.merc.aud, cand. merc. aud, cand.merc.aud.",
    (7, "0413"): "MBA, EMBA, E-MBA, MPA, executive MBA, master of business administration",
    (7, "042"): """
        master of laws, juridicum, cand.jur, cand. jur, cand.jur., jur. kand, jur.kand, juris kandidat, LLM, LL.M, LL.M.
        """,
    (7, "05"): "cand.scient, cand. scient, cand.scient., cand.real, cand. real",
    (7, "061"): "cand.it, cand. it, cand.it., cand.scient.med",
    (7, "0542"): "cand.act, cand. act, cand.act.",
    (7, "07"): "cand.polyt, cand. polyt, cand.polyt., cand.techn, cand.geom",
    (7, "0721"): "cand.techn.al",
    (7, "0731"): "MArch, M.Arch, cand.arch, cand. arch, cand.arch.",
    (7, "0811"): "cand.agro, cand. agro, cand.agro., cand.agric, cand. agric, cand.hort",
    (
        7,
        "0841",
    ): "doctor of veterinary medicine, doctor in veterinary medicine, cand.med.vet, cand. med. vet, cand.med.vet., DVM, BVSc, BVetMed",
    (7, "091"): "MPH, master of public health, cand.scient.san, cand. scient. san, cand.san",
    (7, "0911"): "doctor of dental*, BDS, DDS, cand.odont, cand. odont, cand.odont.",
    (
        7,
        "0912",
    ): "doctor of medicine, medical degree, bachelor of medicine and*, bachelor of medicine, MBBS, MBChB, MB ChB, M.B.B.S, cand. med. et chir, cand.med, cand. med, cand.med.",
    (7, "0913"): "cand.cur, cand.san.sygepleje",
    (7, "0916"): """
        master of pharmacy, doctor of pharmacy, MPharm, M.Pharm, PharmD, farmacie magister, apotekarexamen, cand.pharm, cand. pharm, cand.pharm.
        """,
    (7, "0923"): "MSW, master of social work",
    (7, "1014"): "cand.scient.idr",
    (6, "011"): "BEd, B.Ed, bachelor of education",
    (6, "0213"): "BFA, bachelor of fine arts",
    (6, "0215"): "BMus, B.Mus, konservatorieuddannet",
    (6, "031"): "politices kandidat, pol. kand, pol.kand",
    (6, "04"): """
        BCom, B.Com, B. Com, bachelor of commerce, HA(jur), HA(kom), HA(it), HA(fil), HA almen, HD, HD(O)
        """,
    (6, "0411"): "HD(R), HDR",
    (6, "0412"): "HD(F)",
    (6, "0413"): "BBA, bachelor of business administration",
    (6, "0414"): "HD(A)",
    (6, "042"): "bachelor of laws, LLB, LL.B",
    (6, "07"): "teknologie kandidat, tekn. kand, tekn.kand",
    (6, "0731"): "have- og parking*, lantmätare, lantmätarex*, BArch, B.Arch",
    (6, "0732"): "bygningskonstruktør*",
    (6, "0912"): "medicine kandidat, med. kand",
    (6, "0913"): "BSN, B.Sc.N, bachelor of nursing",
    (6, "0916"): "BPharm, B.Pharm, farmaceutisk kandidat",
    (6, "0923"): "BSW, bachelor of social work",
    (4, "04"): "handelsstudent*",
    (7, "0114"): "lärarlegitimation*, lärarlegitimerad*",
}
LOCAL_TITLES: dict[
    str, dict[tuple[int, str], str]
] = {  # the same title stands for other educations elsewhere
    "da": {(7, "0811"): "agronom, agronomer", (4, "0911"): "tandtekniker*"},
    "nb": {
        (4, "0811"): "grønt bevis, faglært landmand, agronom, agronomer, agronomutd*",
        (4, "0911"): "tanntekniker*",
    },
    "sv": {(7, "0811"): "agronom, agronomer", (6, "0911"): "tandtekniker*"},
}

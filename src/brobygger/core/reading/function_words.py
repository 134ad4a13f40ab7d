"""The commonest words of running text per language: they tell a language apart and never name a skill alone."""

from __future__ import annotations

FUNCTION_WORDS: dict[str, frozenset[str]] = {
    language: frozenset(words.split())
    for language, words in {
        "da": """
        af alle alt altid anden andet andre at bare begge bl.a blandt blev blive bliver blevet både da de deg dem den
        denne der deres derfor des det dette dig din dine dit du eget egen eller en end endnu er et fik flere for fordi
        fra fri får få før gennem gerne giv give giver godt gå går gør gøre hans har have havde hen hende hendes her
        hinanden hjælpe hos hvad hver hvis hvilke hvilken hvor hvordan hvorfor ham han hun i igen ikke ind indenfor
        inden ingen ja jeg jer jeres jo kan kender kom komme kommer kun kunne lidt lige løbende man mange med meget
        mellem men mere mest mig mindst min mine mit mod må måde nej nemt nogen noget nogle nok nu nye ny nær når og
        også om omkring op os over ofte på sammen samt selv sig sin sine sit skal skulle som stor store stort søger
        så således sådan tage tager til tilbyder trives ud uden under ved vi vil ville virksomhed vores være været
        arbejde arbejder arbejdet opgaver erfaring uddannelse kendskab spændende mulighed kollegaer kolleger hverdag
        stilling stillingen ansøgning løn ansættelse medarbejdere udvikling ansvar dygtig gode god gør bidrage
        efter egne egenskaber kvalifikationer personlige var ønsker
        """,
        "nb": """
        alle alt alltid annen annet andre at av bare begge ble bli blir blitt blant både da de deg dem den denne der
        deres derfor det dette din dine ditt du eller en enn ennå er et ett fikk flere for fordi fra fri få får før
        gjennom gjerne gi gir godt gå går gjør gjøre ham han hans har ha hadde hun henne hennes her hos hva hver hvis
        hvilke hvilken hvor hvordan hvorfor i igjen ikke inn innen innenfor ingen ja jeg jo kan kjenner kom komme
        kommer kun kunne litt løpende man mange med meg meget mellom men mer mest min mine mitt minst mot må måte nei
        noe noen nok ny nye nå når nær og også om omkring opp oss over ofte på sammen samt selv seg sin sine sitt skal
        skulle som stor store stort søker så slik ta tar til tilbyr trives ut uten under ved vi vil ville virksomhet vår
        våre vårt være vært arbeid arbeider arbeidet oppgaver erfaring utdanning kjennskap spennende mulighet mulighetene
        kollegaer kolleger hverdag stilling stillingen søknad lønn ansettelse medarbeidere utvikling ansvar
        dyktig gode god bidra dere ønsker kunnskap arbeidsoppgaver kvalifikasjoner personlige egenskaper
        egen eget egne etter var
        """,
        "sv": """
        alla allt alltid annan annat andra att av bara bland blev bli blir blivit både de dem den denna dess dessa det
        detta dig din dina ditt du där därför då efter eller en er era ert ett fick flera fler för förutom från få får
        före genom ge ger gärna går göra gör ha hade han hans har henne hennes hon honom hos hur här i igen in inför
        ingen inget inom inte innan ja jag ju kan kom komma kommer kunde kunna känner lite löpande man med mellan men
        mer mest mig min mina mitt minst mot mycket måste många måsta nej ni någon något några när nu ny nya och också
        ofta om oss på samt sedan sig sin sina sitt ska skall skulle som stor stora stort söker så sådan ta tar till
        tillsammans trivs under upp ut utan vad var vara varit varje vem vi vid vilka vilken vill vår våra vårt är över
        arbete arbeta arbetar arbetet arbetsuppgifter erfarenhet utbildning kunskap kunskaper spännande möjlighet
        möjligheter kollegor vardag tjänst tjänsten ansökan lön anställning medarbetare utveckling ansvar
        duktig god goda bidra erbjuder önskar kvalifikationer egenskaper meriterande själv även eftersom
        egen eget egna
        """,
        "en": """
        a about across after all also an and any are as at be because been before being between both but by can could
        do does each for from get give good great had has have he her him his how i if in into is it its just know like
        looking make many may more most must my new no not of on one only or other our out over own part people
        please role she should so some such team than that the their them then there these they this those through to
        under up us use using very was we well were what when where which while who will with within without work
        working would you your years experience skills knowledge ability strong excellent opportunity join
        """,
        "de": """
        aber alle als am an auch auf aus bei bis bist das dass dein deine dem den der des die dir du durch ein eine
        einem einen einer es für haben hat ich ihr im in ist mit nach nicht noch nur oder sich sie sind so über um und
        uns unser unsere unter von vor war was werden wie wir wird zu zum zur erfahrung kenntnisse arbeiten bieten
        """,
        "fi": """
        ja on ei se että en oli ovat hän me te he mutta tai jos kun niin myös sekä olet olemme sinun meidän kanssa
        työ työn haemme tarjoamme kokemusta osaamista hyvä hyvät voit mukaan joka jotka tämä
        """,
        "pl": """
        i w na z do się nie to jest o jak za od po dla oraz przez lub który która które są być praca pracy oferujemy
        doświadczenie wymagania znajomość umiejętność mile widziane poszukujemy obsługi języka firmy naszej
        """,
        "nl": """
        de het een en van ik te dat die in is niet zijn op aan met als voor er maar om hem dan zou of wat mijn dit zo
        door over ze zich bij ook tot je uit kan naar heeft werk ervaring wij jij ons onze
        """,
        "fr": """
        le la les un une des et est en que qui dans pour pas sur au aux avec ce cette il elle nous vous ils sont par
        plus ou mais votre notre nos vos être avoir expérience travail poste entreprise
        """,
        "es": """
        el la los las un una y es en que de con por para no se su sus al del como más pero o nos este esta son ser
        experiencia trabajo empresa conocimientos nuestro
        """,
        "pt": """
        o os as um uma e é em que de do da dos das com por para não se sua seu ao como mais mas ou este esta são ser
        experiência trabalho empresa conhecimentos nosso
        """,
        "nn": """
        ikkje eit ein dei me vere vert verte kva korleis kvar noko nokon nokre berre meir saman heimeside søkjar
        arbeidsgivar stillinga utdanninga frå òg gjere gjev korkje
        """,
        "is": """
        og að er ekki sem við það þú ert með fyrir um eða hún hann þess vera hefur starf reynslu þekking
        """,
    }.items()
}

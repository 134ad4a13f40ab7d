"""Invented CVs in four languages, each with sentences, positions, a list of skills, and languages."""

CVS = {
    "da": """Svejser og maskinarbejder

Profil
Jeg har arbejdet med pumper og rør i seks år og kan lide at løse problemer sammen med andre.

Erhvervserfaring
2018-2024 Svejser på et værft i Aarhus. Jeg svejsede rustfrit stål og læste tegninger.

Kompetencer
Svejsning, SolidWorks, projektledelse

Sprog
Dansk: flydende (C1). Engelsk: B2.
""",
    "nb": """Sveiser og mekaniker

Profil
Jeg har jobbet med pumper og rør i seks år og liker å løse problemer sammen med andre.

Arbeidserfaring
2018-2024 Sveiser på et verft i Halden. Jeg sveiset rustfritt stål og leste tegninger.

Kompetanse
Sveising, SolidWorks, prosjektledelse

Språk
Norsk: flytende (C1). Engelsk: B2.
""",
    "sv": """Svetsare och mekaniker

Profil
Jag har arbetat med pumpar och rör i sex år och tycker om att lösa problem tillsammans med andra.

Arbetslivserfarenhet
2018-2024 Svetsare på ett varv i Uddevalla. Jag svetsade rostfritt stål och läste ritningar.

Kompetenser
Svetsning, SolidWorks, projektledning

Språk
Svenska: flytande (C1). Engelska: B2.
""",
    "en": """Welder and mechanic

Profile
I have worked with pumps and pipes for six years and I like to solve problems together with others.

Work experience
2018-2024 Welder at a shipyard in Aarhus. I welded stainless steel and read drawings.

Skills
Welding, SolidWorks, project management

Languages
English: fluent (C1). Danish: B2.
""",
}

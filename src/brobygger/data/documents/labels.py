"""Names of fields and sections, written into the text before values that a source states apart from its text."""

from __future__ import annotations

from typing import NamedTuple


class Label(NamedTuple):
    en: str
    da: str
    nb: str
    sv: str


LABELS = {
    "place": Label("Place of work", "Arbejdssted", "Arbeidssted", "Arbetsort"),
    "home": Label("Lives in", "Bopæl", "Bosted", "Bostadsort"),
    "country": Label("Country", "Land", "Land", "Land"),
    "remote": Label("Remote work", "Hjemmearbejde", "Hjemmekontor", "Distansarbete"),
    "start": Label("Start", "Start", "Oppstart", "Tillträde"),
    "deadline": Label("Application deadline", "Ansøgningsfrist", "Søknadsfrist", "Sista ansökningsdag"),
    "hours": Label("Hours a week", "Timer pr. uge", "Timer per uke", "Timmar per vecka"),
    "extent": Label("Working hours", "Arbejdstid", "Arbeidstid", "Arbetstid"),
    "employment": Label("Type of employment", "Ansættelsesform", "Ansettelsesform", "Anställningsform"),
    "kind": Label("Kind of position", "Stillingstype", "Stillingstype", "Typ av tjänst"),
    "duration": Label("Duration", "Varighed", "Varighet", "Varaktighet"),
    "months": Label(
        "Duration in months", "Varighed i måneder", "Varighet i måneder", "Varaktighet i månader"
    ),
    "pay": Label("Pay", "Løn", "Lønn", "Lön"),
    "paid_by": Label("Paid by", "Betales af", "Betales av", "Betalas av"),
    "places": Label("Number of positions", "Antal stillinger", "Antall stillinger", "Antal platser"),
    "occupation": Label("Job title", "Stillingsbetegnelse", "Stillingstittel", "Yrke"),
    "requirement": Label("Requirement", "Krav", "Krav", "Krav"),
    "advantage": Label("Advantage", "Fordel", "Fordel", "Meriterande"),
    "language_needed": Label("Language", "Sprog", "Språk", "Språk"),
    "education_needed": Label("Education", "Uddannelse", "Utdanning", "Utbildning"),
    "experience_needed": Label("Experience", "Erfaring", "Erfaring", "Erfarenhet"),
    "driving_licence": Label("Driving licence", "Kørekort", "Førerkort", "Körkort"),
    "work_right": Label("Right to work", "Arbejdstilladelse", "Arbeidstillatelse", "Arbetstillstånd"),
    "benefits": Label("We offer", "Vi tilbyder", "Vi tilbyr", "Vi erbjuder"),
    "tasks": Label("Tasks", "Arbejdsopgaver", "Arbeidsoppgaver", "Arbetsuppgifter"),
    "skills": Label("Skills", "Kompetencer", "Kompetanse", "Kompetenser"),
    "profile": Label("Profile", "Profil", "Profil", "Profil"),
    "work": Label("Work experience", "Erhvervserfaring", "Arbeidserfaring", "Arbetslivserfarenhet"),
    "volunteering": Label("Volunteering", "Frivilligt arbejde", "Frivillig arbeid", "Frivilligt arbete"),
    "projects": Label("Projects", "Projekter", "Prosjekter", "Projekt"),
    "education": Label("Education", "Uddannelse", "Utdanning", "Utbildning"),
    "languages": Label("Languages", "Sprog", "Språk", "Språk"),
    "certificates": Label("Certificates", "Certifikater", "Sertifikater", "Certifikat"),
    "publications": Label("Publications", "Publikationer", "Publikasjoner", "Publikationer"),
    "achievements": Label(
        "Courses and achievements", "Kurser og resultater", "Kurs og resultater", "Kurser och meriter"
    ),
    "interests": Label("Interests", "Interesser", "Interesser", "Intressen"),
    "eqf": Label("EQF level", "EQF-niveau", "EQF-nivå", "EQF-nivå"),
    "graduation": Label("Graduation", "Færdiguddannet", "Ferdig utdannet", "Examensdatum"),
    "mother_tongue": Label("mother tongue", "modersmål", "morsmål", "modersmål"),
    "month_count": Label("months", "måneder", "måneder", "månader"),
    "now": Label("now", "nu", "nå", "nu"),
}


def label(key: str, language: str) -> str:
    """A field's name in da, nb or sv; English for any other language."""
    found = LABELS[key]
    match language:
        case "da" | "nb" | "sv":
            return str(getattr(found, language))
    return found.en

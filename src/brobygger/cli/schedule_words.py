"""What `brobygger schedule` says of how it was called, in English, Danish, Bokmål and Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from brobygger.core.scheduling.words import Words

# fmt: off
SENTENCES: Final[Mapping[str, Words]] = {
    "out_needed": Words("--out FOLDER is needed", "--out MAPPE mangler", "--out MAPPE mangler", "--out MAPP saknas"),
    "out_or_dial": Words("--out FOLDER is needed, or --dial MOST", "--out MAPPE eller --dial HØJST mangler", "--out MAPPE eller --dial HØYST mangler", "--out MAPP eller --dial HÖGST saknas"),
    "for_wishes": Words("--dial, --repair, --participants and --resource are for tables of wishes", "--dial, --repair, --participants og --resource er til tabeller med ønsker", "--dial, --repair, --participants og --resource er for tabeller med ønsker", "--dial, --repair, --participants och --resource är till för tabeller med önskemål"),
    "effort_or_spread": Words("--effort is 0 or more, --spread -1 or more", "--effort er 0 eller mere, --spread -1 eller mere", "--effort er 0 eller mer, --spread -1 eller mer", "--effort är 0 eller mer, --spread -1 eller mer"),
    "other_slots": Words("--rounds is {rounds}, but {path} has {slots} slots", "--rounds er {rounds}, men {path} har {slots} tider", "--rounds er {rounds}, men {path} har {slots} tider", "--rounds är {rounds}, men {path} har {slots} tider"),
    "not_negative": Words("--floor, --dial, --moves, --mutual and --effort are 0 or more", "--floor, --dial, --moves, --mutual og --effort er 0 eller mere", "--floor, --dial, --moves, --mutual og --effort er 0 eller mer", "--floor, --dial, --moves, --mutual och --effort är 0 eller mer"),
    "rounds_needed": Words("--rounds N is needed", "--rounds ANTAL mangler", "--rounds ANTALL mangler", "--rounds ANTAL saknas"),
    "rounds_range": Words("--rounds must be from 1 to {most}, got {given}", "--rounds skal være fra 1 til {most}, ikke {given}", "--rounds må være fra 1 til {most}, ikke {given}", "--rounds ska vara från 1 till {most}, inte {given}"),
    "minutes_range": Words("--minutes must be 1 or more and --pause 0 or more, within a day", "--minutes skal være 1 eller mere og --pause 0 eller mere, højst et døgn", "--minutes må være 1 eller mer og --pause 0 eller mer, høyst et døgn", "--minutes ska vara 1 eller mer och --pause 0 eller mer, högst ett dygn"),
    "start_form": Words("--start is written as 2027-03-04T17:00, got “{given}”", "--start skrives som 2027-03-04T17:00, ikke »{given}«", "--start skrives som 2027-03-04T17:00, ikke «{given}»", "--start skrivs som 2027-03-04T17:00, inte ”{given}”"),
    "resource_form": Words("--resource is written as interpreter=2, got “{given}”", "--resource skrives som tolk=2, ikke »{given}«", "--resource skrives som tolk=2, ikke «{given}»", "--resource skrivs som tolk=2, inte ”{given}”"),
    "after_range": Words("--after-round must be from 0 to {most}, got {given}", "--after-round skal være fra 0 til {most}, ikke {given}", "--after-round må være fra 0 til {most}, ikke {given}", "--after-round ska vara från 0 till {most}, inte {given}"),
    "away_outside": Words("--away {who}: there are {rounds} rounds", "--away {who}: der er {rounds} runder", "--away {who}: det er {rounds} runder", "--away {who}: det finns {rounds} omgångar"),
    "name_value": Words("write NAME=VALUE, got “{given}”", "skriv NAVN=VÆRDI, ikke »{given}«", "skriv NAVN=VERDI, ikke «{given}»", "skriv NAMN=VÄRDE, inte ”{given}”"),
    "as_said": Words("{said}", "{said}", "{said}", "{said}"),
    # --- files ---
    "FileNotFoundError": Words("No such file", "Filen findes ikke", "Filen finnes ikke", "Filen finns inte"),
    "IsADirectoryError": Words("This is a folder, not a file", "Det er en mappe, ikke en fil", "Dette er en mappe, ikke en fil", "Det är en mapp, inte en fil"),
    "PermissionError": Words("The file may not be read", "Filen må ikke læses", "Filen kan ikke leses: mangler tilgang", "Filen får inte läsas"),
    # --- the dial ---
    "dial": Words("floor\tvalue\tprice %\twithout\tsmallest share %", "mindst\tværdi\tpris %\tuden møde\tmindste andel %", "minst\tverdi\tpris %\tuten møte\tminste andel %", "minst\tvärde\tpris %\tutan möte\tminsta andel %"),
}
# fmt: on

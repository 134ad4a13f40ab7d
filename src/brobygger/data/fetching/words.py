"""Everything that fetching says, in English, Danish, Bokmål and Swedish."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from brobygger.data.tables.words import Words

# fmt: off
MESSAGES: Final[Mapping[str, Words]] = {
    "address": Words("“{value}” is no address on the web. Write it with https://.", "»{value}« er ikke en adresse på nettet. Skriv den med https://.", "«{value}» er ikke en nettadresse. Skriv den med https://.", "”{value}” är ingen webbadress. Skriv den med https://."),
    "not_https": Words("Only addresses that begin with https:// are fetched, not {value}.", "Der hentes kun fra adresser, som begynder med https://, ikke fra {value}.", "Det hentes bare fra adresser som begynner med https://, ikke fra {value}.", "Bara adresser som börjar med https:// hämtas, inte {value}."),
    "user_in_address": Words("An address with a user name or password in it is not fetched.", "Der hentes ikke fra en adresse med brugernavn eller adgangskode i.", "Det hentes ikke fra en adresse med brukernavn eller passord i.", "En adress med användarnamn eller lösenord i hämtas inte."),
    "private_address": Words("{host} leads into a private network. Only public services are fetched.", "{host} fører ind i et privat netværk. Der hentes kun fra offentlige tjenester.", "{host} fører inn i et privat nettverk. Det hentes bare fra offentlige tjenester.", "{host} leder in i ett privat nätverk. Bara offentliga tjänster hämtas."),
    "unknown_host": Words("There is no {host}. Look at the address.", "{host} findes ikke. Se på adressen.", "{host} finnes ikke. Se på adressen.", "{host} finns inte. Titta på adressen."),
    "no_answer": Words("{host} does not answer. It is tried again next time.", "{host} svarer ikke. Der prøves igen næste gang.", "{host} svarer ikke. Det prøves igjen neste gang.", "{host} svarar inte. Det prövas igen nästa gång."),
    "broken_off": Words("{host} broke off in the middle of its answer. It is tried again next time.", "{host} afbrød midt i svaret. Der prøves igen næste gang.", "{host} brøt av midt i svaret. Det prøves igjen neste gang.", "{host} avbröt mitt i svaret. Det prövas igen nästa gång."),
    "too_slow": Words("{host} took longer than {limit} seconds. It is tried again next time.", "{host} brugte mere end {limit} sekunder. Der prøves igen næste gang.", "{host} brukte mer enn {limit} sekunder. Det prøves igjen neste gang.", "{host} tog mer än {limit} sekunder. Det prövas igen nästa gång."),
    "too_large": Words("The answer of {host} is larger than {limit} MB. Ask for less, with words or a place.", "Svaret fra {host} er større end {limit} MB. Spørg efter mindre med ord eller sted.", "Svaret fra {host} er større enn {limit} MB. Spør etter mindre med ord eller sted.", "Svaret från {host} är större än {limit} MB. Fråga efter mindre med ord eller ort."),
    "too_many_redirects": Words("{host} sends on from address to address without end.", "{host} sender videre fra adresse til adresse uden ende.", "{host} sender videre fra adresse til adresse uten ende.", "{host} skickar vidare från adress till adress utan slut."),
    "busy": Words("{host} asks us to wait. It is tried again next time.", "{host} beder os om at vente. Der prøves igen næste gang.", "{host} ber oss om å vente. Det prøves igjen neste gang.", "{host} ber oss att vänta. Det prövas igen nästa gång."),
    "refused": Words("{host} does not let us in ({status}). Look at the key of the service.", "{host} lukker os ikke ind ({status}). Se på tjenestens nøgle.", "{host} slipper oss ikke inn ({status}). Se på nøkkelen til tjenesten.", "{host} släpper inte in oss ({status}). Titta på tjänstens nyckel."),
    "gone": Words("{host} has no such page ({status}). Look at the address.", "{host} har ikke den side ({status}). Se på adressen.", "{host} har ikke den siden ({status}). Se på adressen.", "{host} har ingen sådan sida ({status}). Titta på adressen."),
    "status": Words("{host} answers with an error ({status}). It is tried again next time.", "{host} svarer med en fejl ({status}). Der prøves igen næste gang.", "{host} svarer med en feil ({status}). Det prøves igjen neste gang.", "{host} svarar med ett fel ({status}). Det prövas igen nästa gång."),
    "broken_json": Words("The answer of {host} is broken: no JSON. It is tried again next time.", "Svaret fra {host} er i stykker: ikke JSON. Der prøves igen næste gang.", "Svaret fra {host} er ødelagt: ikke JSON. Det prøves igjen neste gang.", "Svaret från {host} är trasigt: ingen JSON. Det prövas igen nästa gång."),
    "unexpected": Words("The answer of {host} is not in the form of {service}. Look at the address and the kind.", "Svaret fra {host} har ikke {service}s form. Se på adressen og typen.", "Svaret fra {host} har ikke formen til {service}. Se på adressen og typen.", "Svaret från {host} har inte {service}s form. Titta på adressen och typen."),
    "empty": Words("{host} answers that it has nothing at all. That may be a mistake, so nothing was removed.", "{host} svarer, at der slet ikke er noget. Det kan være en fejl, så intet er fjernet.", "{host} svarer at det ikke finnes noe i det hele tatt. Det kan være en feil, så ingenting er fjernet.", "{host} svarar att det inte finns något alls. Det kan vara ett fel, så inget har tagits bort."),
    "no_employer": Words("The ad names no employer.", "Annoncen nævner ingen arbejdsgiver.", "Annonsen nevner ingen arbeidsgiver.", "Annonsen nämner ingen arbetsgivare."),
    "no_key": Words("The ad has no name of its own, so it could not be told from others.", "Annoncen har intet eget navn, så den kan ikke skelnes fra andre.", "Annonsen har ikke noe eget navn, så den kan ikke skilles fra andre.", "Annonsen har inget eget namn, så den går inte att skilja från andra."),
    "not_accepted": Words("{organisation} is suspended or was not accepted here.", "{organisation} er suspenderet eller blev ikke godkendt her.", "{organisation} er suspendert eller ble ikke godkjent her.", "{organisation} är avstängd eller blev inte godkänd här."),
    "no_text": Words("There is no text to read in the ad.", "Der er ingen tekst at læse i annoncen.", "Det er ingen tekst å lese i annonsen.", "Det finns ingen text att läsa i annonsen."),
    "enough": Words("The source has as many ads as it may have here ({limit}).", "Kilden har så mange annoncer, som den må have her ({limit}).", "Kilden har så mange annonser som den kan ha her ({limit}).", "Källan har så många annonser som den får ha här ({limit})."),
    "crashed": Words("The fetch ended unexpectedly. It is tried again next time.", "Hentningen stoppede uventet. Der prøves igen næste gang.", "Hentingen stoppet uventet. Det prøves igjen neste gang.", "Hämtningen slutade oväntat. Det prövas igen nästa gång."),
    "no_token": Words("The service asks for a key: write it where the source is set.", "Tjenesten kræver en nøgle: skriv den, hvor kilden er sat op.", "Tjenesten krever en nøkkel: skriv den der kilden er satt opp.", "Tjänsten kräver en nyckel: skriv den där källan är inställd."),
    "too_many_pages": Words("{host} has more than {limit} pages; the rest is fetched next time.", "{host} har mere end {limit} sider; resten hentes næste gang.", "{host} har mer enn {limit} sider; resten hentes neste gang.", "{host} har mer än {limit} sidor; resten hämtas nästa gång."),
    "circle": Words("{host} leads from its pages back to one that was fetched already.", "{host} fører fra sine sider tilbage til en, der allerede er hentet.", "{host} fører fra sidene sine tilbake til en som alt er hentet.", "{host} leder från sina sidor tillbaka till en som redan är hämtad."),
}
# fmt: on

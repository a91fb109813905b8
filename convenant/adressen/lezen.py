"""What somebody typed to find an address, as far as a register must know it."""

import re
import unicodedata
from dataclasses import dataclass

HOOGSTENS_TEKENS = 100
MINSTENS_TEKENS = 3
BAG_ID = re.compile(r"[0-9]{16}")
MET_POSTCODE = re.compile(r"([1-9][0-9]{3}) ?([A-Za-z]{2})[ ,]*([0-9]{1,5})")
MET_STRAAT = re.compile(r".*?\D\s\d{1,5}")
GEEN_ZOEKTEKEN = re.compile(r"[^\w\s'.,-]+")
HUIS = re.compile(r"(?<=\d)\s*-?\s*huis\b", re.IGNORECASE)


@dataclass(frozen=True, repr=False)
class Zoektekst:
    """`tekst` is all that was typed, `tot_nummer` the same up to the house number: what comes after it registers and people
    write in many ways, so that is compared here. Never repeated in a log."""

    tekst: str
    tot_nummer: str
    postcode: str = ""
    huisnummer: str = ""

    @property
    def is_bag_id(self) -> bool:
        return bool(BAG_ID.fullmatch(self.tekst))

    @property
    def genoeg(self) -> bool:
        return len(self.tekst) >= MINSTENS_TEKENS


def lees(getypt: str) -> Zoektekst:
    """Read it as people write it: "2101ab12", "12 A-2", "12 huis", "Plein 1944 3", "ĳ" for "ij"."""
    heel = unicodedata.normalize("NFKC", getypt[:HOOGSTENS_TEKENS])
    heel = HUIS.sub(" hs", " ".join(GEEN_ZOEKTEKEN.sub(" ", heel).split()))
    if gevonden := MET_POSTCODE.match(heel):
        postcode, nummer = (gevonden[1] + gevonden[2]).upper(), str(int(gevonden[3]))
        return Zoektekst(heel, f"{postcode} {nummer}", postcode, nummer)
    straat = MET_STRAAT.match(heel)
    return Zoektekst(heel, straat[0] if straat else heel)

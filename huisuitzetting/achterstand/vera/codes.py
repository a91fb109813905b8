"""What the lists, codes and fields of VERA 4.3 mean here. Where a system says it otherwise, this file changes, and nothing else.

Every code of the lists named is in a table (Referentiedata of 26 June 2026); one that is not is a fault in the file.
"""

from collections.abc import Iterable, Mapping

from .waarden import Ding, Vervallen

# The lists of the file, by the name of their service (BOG, BFG, INC, BRG, BVG), and how a field of that kind is called.
OVEREENKOMSTEN, BOEKINGEN, REGELINGEN, INCASSOS, RELATIES, EENHEDEN = DELEN = (
    "overeenkomsten",
    "boekingen",
    "betalingsregelingen",
    "externe-incassos",
    "relaties",
    "eenheden",
)
DEEL = {naam: naam for naam in DELEN} | {"huurovereenkomsten": OVEREENKOMSTEN, "externeIncassos": INCASSOS}
VERPLICHT = (OVEREENKOMSTEN, BOEKINGEN)
# Of these lists an agreement may have the id only; this is what of them is kept, and an id that was used for two.
NODIG = {
    RELATIES: (
        "soort",
        "achternaam",
        "tussenvoegsels",
        "voorletters",
        "initialen",
        "voornaam",
        "geboortedatum",
        "overlijdensdatum",
        "contactgegevens",
    ),
    EENHEDEN: ("soort", "adres"),
}
DUBBEL: Ding = {"dubbel": True}


def _alle(codes: str, betekenis: bool) -> dict[str, bool]:
    return dict.fromkeys(codes.split(), betekenis)


# OVEREENKOMSTSOORT: is it a tenancy? OVEREENKOMSTSTATUS: does it run, until its end date?
SOORT = _alle("HUU", True) | _alle("ARB BET INH INS KOO LEA MON OND SER", False)
STATUS = _alle("LOP OPG VOP ONT", True) | _alle("VOO GOE GEA BEE VER", False)
LOPEND = "LOP"
# BOEKINGSOORT: a claim counts with its sign, a receipt not yet matched is in the tenant's favour, other books do not count.
VORDERING, ONTVANGST, ANDERS = "vordering", "ontvangst", "anders"
BOEKINGSOORT = {"VOR": VORDERING, "MEM": VORDERING, "ONT": ONTVANGST} | dict.fromkeys(
    ("BEP", "BUD", "CON", "CVO", "OHD", "PRJ", "SAL", "SKS", "UIT"), ANDERS
)
# BOEKINGDETAILSOORT: is it rent? The sum and the instalments of an arrangement (BET, BRT) stand beside the claims it is about.
HUUR = _alle("PRO EVN STO", True) | _alle("AAN AFB BAN BET BOR BRT CRE EIN FAC TER VOU", False)
# BOEKINGSTATUS: a provisional one may still vanish.
BOEKINGSTATUS = _alle("FIA HIS", True) | _alle("VRL", False)
# BETALINGSREGELINGSTATUS: frozen (BEV) is for who cannot pay as agreed. What ended is no arrangement any more, whatever the reason:
# none of BETALINGSREGELINGEINDEREDEN says that the tenant did not keep it. ONI is that the debt proved uncollectable (oninbaar).
LOOPT, VERBROKEN, GEEN, EINDE = "loopt", "verbroken", "geen", "einde"
REGELING = {"AAN": GEEN, "ACT": LOOPT, "BEV": VERBROKEN, "BEE": EINDE, "ANN": EINDE, "VER": GEEN}
EINDEREDEN = dict.fromkeys(("ONI", "VOL", "AFB", "SAN"), GEEN)
# How long lies between two payments of an arrangement (ISO 8601).
PER_MAAND = "P1M"
# EXTERNEINCASSOSOORT: is it a bailiff? EXTERNEINCASSOSTATUS.
DEURWAARDER = _alle("DEU", True) | _alle("INC", False)
NOG_NIET, BIJ_DEURWAARDER = "nog niet", "bij deurwaarder"
INCASSOSTATUS = {"NIE": NOG_NIET, "ACT": BIJ_DEURWAARDER, "EIN": EINDE}
# RELATIESOORT: who is it? EENHEIDSOORT: is it a dwelling?
PERSOON, ORGANISATIE, GROEP = "persoon", "organisatie", "groep"
RELATIESOORT = {"NAT": PERSOON, "REC": ORGANISATIE, "GRO": GROEP}
WONING = _alle("WOO", True) | _alle("BED INT MOG OVE PAR REC", False)
# RELATIEROLSOORT: who rents, who lives there, and who keeps the tenant's money.
HUURDER, BEWINDVOERDER, BEWONERS = "HUU", "BWI", frozenset(("HUU", "MDH", "BEW", "MBW"))
ZONDER_BETEKENIS = (
    "AMA AMB ASS BED BEH BET BSL BUD COL COO CPE CUR DEU EIG ERF FIA GAR GEB GEL HME INS KOP LEV MDW MED MEL NOT OPD OPN OPZ "
    "OWI PEN PRO SEC VER VMA VOO VVE VVL WON WOO ZEK"
)


def _zichzelf(codes: Iterable[str]) -> dict[str, str]:
    return {code: code for code in codes}


ROL: Mapping[str, str] = (
    _zichzelf(BEWONERS | {BEWINDVOERDER})
    | _zichzelf(ZONDER_BETEKENIS.split())
    | {
        "AAN": Vervallen("Woningzoekende (WON)"),
        "AFW": Vervallen("Betaler (BET)"),
        "BES": Vervallen("Bestuurslid (BSL)"),
        "CON": Vervallen("Huurder (HUU)"),
        "HOO": Vervallen("Bewoner (BEW)"),
        "HUI": Vervallen("de detailsoort van de relatie"),
        "KIN": Vervallen("Medebewoner (MBW)"),
        "KLA": Vervallen("Huurder (HUU)"),
        "TEA": Vervallen("een andere rol"),
        "VOL": Vervallen("Medebewoner (MBW)"),
    }
)
# CONTACTGEGEVENSOORT, -STATUS, -VOORKEUR and VERTROUWELIJKHEID: which numbers may be called.
TELEFOON, ONGELDIG, EERSTE, GEHEIM = ("TEL", "MOB"), "ONG", "EER", "GEH"

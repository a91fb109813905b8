"""A small invented convenant: schools report absence to leerplicht. It exists to prove the exchange itself.

Two functies of one party (docent, directeur), a set whose reason goes only with consent, an answer, and a directeur who
sees nothing of it. Its facts are what the act says they are.
"""

from convenant.beleid.register import register
from convenant.beleid.taal import (
    BEGIN,
    INZIEN,
    Beleid,
    Bevoegdheid,
    Doel,
    Feit,
    Functie,
    Gegevensset,
    Grondslag,
    Kant,
    Overgang,
    Veldgrens,
    Waarden,
)
from convenant.partijen import inrichting, rechten
from convenant.partijen.models import Account, Groep, Partij
from convenant.poort import feiten
from tests.tables import once
from tests.wereld import BEGIN as SINDS
from tests.wereld import Wereld

DOCENT, DIRECTEUR = Kant("school", "docent"), Kant("school", "directeur")
LEERPLICHT, WIJKTEAM = Kant("gemeente", "leerplicht"), Kant("gemeente", "wijkteam")
OPEN = ("gemeld", "in_behandeling")
INGETROKKEN: list[str] = []  # not empty: the parent took consent back after the report was sent

PROEF = Beleid(
    code="proef",
    versie=1,
    naam="Verzuim",
    functies=tuple(
        Functie(kant.soort, kant.functie, "Een functie.", "P-1")
        for kant in (DOCENT, DIRECTEUR, LEERPLICHT, WIJKTEAM)
    ),
    bevoegdheden=(
        Bevoegdheid("docent", "school", ("verzuim_melden", "tip_geven", INZIEN), "P-2"),
        Bevoegdheid("directeur", "school", (INZIEN,), "P-2"),
        Bevoegdheid("leerplicht", "gemeente", ("oppakken", "antwoorden", INZIEN), "P-3"),
        Bevoegdheid("wijkteam", "gemeente", (INZIEN,), "P-3"),
    ),
    doelen=(Doel("schoolgang", "Leerlingen gaan naar school.", "P-4"),),
    grondslagen=(Grondslag("leerplichtwet", "De Leerplichtwet.", "P-5"),),
    feiten=(
        Feit("convenant_actief", "convenant", "Van kracht.", "Niet van kracht.", "P-0"),
        Feit("niet_anoniem", "aanvraag", "Met naam.", "Zonder naam.", "P-10"),
        Feit("toestemming", "betrokkene", "De ouder stemt in.", "De ouder stemt niet in.", "P-6"),
    ),
    gegevenssets=(
        Gegevensset(
            "verzuimmelding",
            ("leerling", "dagen", "reden", "kleur"),
            (DOCENT,),
            (LEERPLICHT, WIJKTEAM),
            "verzuim_melden",
            ("schoolgang",),
            ("leerplichtwet",),
            "P-7",
            optioneel=("reden", "kleur"),
            verzenden_in=(BEGIN, "gemeld"),
            inzage_in=OPEN,
            grenzen=(Veldgrens(("reden",), "P-6", vereist=("toestemming",)),),
            waarden=(Waarden("kleur", ("rood", "groen")),),
        ),
        Gegevensset(
            "tip",
            ("tekst",),
            (DOCENT,),
            (LEERPLICHT,),
            "tip_geven",
            ("schoolgang",),
            ("leerplichtwet",),
            "P-10",
            tijdstip_mits="niet_anoniem",
        ),
        Gegevensset(
            "antwoord",
            ("status",),
            (LEERPLICHT,),
            (DOCENT,),
            "antwoorden",
            ("schoolgang",),
            ("leerplichtwet",),
            "P-8",
            verzenden_in=("in_behandeling",),
            inzage_in=("beantwoord",),
        ),
    ),
    overgangen=(
        Overgang(BEGIN, "verzuim_melden", "gemeld", (DOCENT,), "P-7"),
        Overgang("gemeld", "verzuim_melden", "gemeld", (DOCENT,), "P-7"),
        Overgang("gemeld", "oppakken", "in_behandeling", (LEERPLICHT,), "P-3"),
        Overgang("in_behandeling", "antwoorden", "beantwoord", (LEERPLICHT,), "P-8"),
    ),
    altijd_vereist=("convenant_actief",),
    altijd_bij_inzage=("convenant_actief",),
)


@once
def maak_proef(code: str = "proef", beleid: Beleid = PROEF) -> Wereld:
    """Kees (docent), Dora (directeur), Lies (leerplicht) and Wim (wijkteam) in a convenant of this policy."""
    if beleid not in list(register):
        register.voeg_toe(beleid)
        feiten.registreer(
            beleid.code,
            {"convenant_actief": feiten.convenant_actief, "toestemming": lambda _: not INGETROKKEN},
        )
    convenant = inrichting.maak_convenant(
        code=code,
        naam="Verzuim",
        gemeente="Voorbeeldstad",
        beleid_code=beleid.code,
        beleid_versie=1,
        ingang=SINDS,
        instellingen={},
    )
    wereld = Wereld(convenant)
    for sleutel, soort in (("school", "school"), ("gemeente", "gemeente")):
        partij = Partij.objects.create(naam=sleutel.capitalize())
        wereld.deelnames[sleutel] = inrichting.sluit_aan(convenant, partij, soort, getekend_op=SINDS)
    _neem_aan(wereld)
    return wereld


def _neem_aan(wereld: Wereld) -> None:
    for naam, deelname in {"kees": "school", "dora": "school", "lies": "gemeente", "wim": "gemeente"}.items():
        account = Account.objects.create_user(f"{naam}@{wereld.convenant.code}.voorbeeld.nl", naam=naam)
        partij = wereld.deelnames[deelname].partij
        wereld.mensen[naam] = inrichting.neem_in_dienst(account, partij, van=SINDS)
    for naam, kant, collega in (
        ("kees", DOCENT, "dora"),
        ("dora", DIRECTEUR, "kees"),
        ("lies", LEERPLICHT, "wim"),
        ("wim", WIJKTEAM, "lies"),
    ):
        groep = Groep.objects.get(deelname=wereld.deelnames[kant.soort], functie=kant.functie)
        autorisatie = rechten.meld_aan(wereld.mensen[naam], groep, door=wereld.mensen[collega])
        ander = wereld.mensen["lies" if kant.soort == "school" else "kees"]
        wereld.autorisaties[naam] = rechten.verleen(autorisatie, door=ander, van=SINDS)

"""Activities E and F: prevention and the anonymous figures. Nothing here is about a person."""

from convenant.beleid.taal import Feit, Gegevensset, Instelling

from .grondslagen import FRAUDE
from .kanten import BEHEERDERS, PARTIJEN, SECRETARIAAT, STUURGROEP, bevoegd

FEITEN = (
    Feit(
        "zaken_gesloten_en_geteld",
        "aanvraag",
        "De aantallen komen uit gesloten zaken, zonder namen, adressen en zaaknummers.",
        "In de aantallen staan namen, adressen of zaaknummers. Lever alleen aantallen uit gesloten zaken.",
        "ZOE-B1.F",
    ),
)

_BEHEERDERS = tuple(kant for kant in BEHEERDERS if kant.soort != "gemeente")

GEGEVENSSETS = (
    Gegevensset(
        "resultaten",
        (
            "aantal_lopende_woonfraudezaken",
            "aantal_afgehandelde_woonfraudezaken",
            "aantal_vrijgekomen_huurwoningen_en_vastgoed",
            "aantal_correcties_brp",
            "aantal_beeindigde_uitkeringen",
            "aantal_ongewijzigd_voortgezette_uitkeringen",
            "aantal_gewijzigd_voortgezette_uitkeringen",
            "overige_bijzonderheden",
        ),
        van=_BEHEERDERS,
        aan=(*STUURGROEP, SECRETARIAAT, *PARTIJEN),
        handeling="resultaten_leveren",
        doelen=FRAUDE,
        grondslagen=("geen_persoonsgegevens",),
        optioneel=("overige_bijzonderheden",),
        vereist=("zaken_gesloten_en_geteld",),
        persoonsgegeven=False,
        eis="ZOE-4.F.rapportage",
    ),
)

BEVOEGDHEDEN = (
    *bevoegd(_BEHEERDERS, ("resultaten_leveren",), "ZOE-4.F"),
    *bevoegd(PARTIJEN, ("preventieactie_vastleggen",), "ZOE-B1.E"),
)

INSTELLINGEN = (
    Instelling(
        "kleinste_aantal",
        "getal",
        "convenant",
        "",
        "onder welk aantal het rapport geen getal toont.",
        "ZOE-4.F",
        standaard=5,
    ),
)

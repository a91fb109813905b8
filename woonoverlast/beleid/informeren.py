"""What overlastgever and melder are told unasked (articles 4.2, 11.2 and 11.3)."""

from convenant.beleid.taal import Feit, Gegevensset, Kant, Termijn, Waarden

from .partijen import BURGEMEESTER, OVERLEG, bevoegd
from .zaak import ZES_STAPPEN

OVERLASTGEVER = Kant("betrokkene", "overlastgever")
MELDER = Kant("betrokkene", "melder")

FEITEN = (
    Feit(
        "uitzonderingsgrond_vermeld",
        "aanvraag",
        "De grond en de datum van herziening staan erbij.",
        "Noem de uitzondering (artikel 14 lid 5 AVG of artikel 41 UAVG), de reden en wanneer u opnieuw kijkt.",
        "KRI-11.3",
    ),
    Feit(
        "overlastgever_uitgezonderd",
        "zaak",
        "Er geldt een vastgelegde uitzondering op het informeren.",
        "Er is geen uitzondering op het informeren vastgelegd.",
        "KRI-11.3",
    ),
)

GEGEVENSSETS = (
    Gegevensset(
        "brief_overlastgever",
        (
            "naam",
            "adres",
            "verantwoordelijken",
            "doelen_verwerking",
            "soorten_gegevens",
            "herkomst_gegevens",
            "rechten_en_loket",
            "wijze_bezorging",
        ),
        van=(BURGEMEESTER,),
        aan=(OVERLASTGEVER,),
        handeling="overlastgever_informeren",
        doelen=("informatieplicht",),
        grondslagen=("avg_14",),
        verzenden_in=ZES_STAPPEN,
        inzage_in=ZES_STAPPEN,
        waarden=(Waarden("wijze_bezorging", ("uitgereikt", "verstuurd")),),
        eis="KRI-4.2.brief",
    ),
    Gegevensset(
        "brief_melder",
        (
            "naam",
            "adres",
            "verantwoordelijken",
            "doelen_verwerking",
            "soorten_gegevens",
            "herkomst_gegevens",
            "rechten_en_loket",
        ),
        van=OVERLEG,
        aan=(MELDER,),
        handeling="melder_informeren",
        doelen=("informatieplicht",),
        grondslagen=("avg_14",),
        verzenden_in=ZES_STAPPEN,
        inzage_in=ZES_STAPPEN,
        eis="KRI-11.2.brief",
    ),
)

BEVOEGDHEDEN = (
    *bevoegd((BURGEMEESTER,), ("overlastgever_informeren",), "KRI-4.2"),
    *bevoegd(
        (BURGEMEESTER,),
        ("uitzondering_informeren_vastleggen",),
        "KRI-11.3",
        vereist=("uitzonderingsgrond_vermeld",),
    ),
    *bevoegd(OVERLEG, ("melder_informeren",), "KRI-11.2"),
    *bevoegd(
        OVERLEG,
        ("uitzondering_melder_vastleggen",),
        "KRI-11.2",
        vereist=("uitzonderingsgrond_vermeld",),
    ),
)

TERMIJNEN = (
    Termijn(
        "informeren_overlastgever",
        "zaak",
        "eerste_vastlegging_in_samenwerking",
        1,
        "maanden",
        "informeren_overlastgever",
        "KRI-11.3",
        verantwoordelijk=BURGEMEESTER,
        waarschuw=(7,),
        opgeschort_door=("overlastgever_uitgezonderd",),
        bron="AVG",
    ),
)

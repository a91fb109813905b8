"""Amendment, clocks, retention and what the text of Maassluis leaves open (articles 6, 10, 12 to 23)."""

from convenant.beleid.taal import BEGIN, Bewaartermijn, Instelling, Overgang, Termijn, Verbod

from .partijen import CONVENANTBEHEERDER, KLOK, REGISSEUR, TEKENINGSBEVOEGDEN, VERANTWOORDELIJKE
from .zaak import BIJLAGE_MAASDELTA, BIJLAGE_MAGAZIJN

OVERGANGEN = (
    Overgang(BEGIN, "wijziging_voorstellen", "wijziging_voorgesteld", TEKENINGSBEVOEGDEN, "MAA-17.2"),
    Overgang(
        "wijziging_voorgesteld",
        "wijziging_vaststellen",
        "wijziging_vastgesteld",
        (CONVENANTBEHEERDER,),
        "MAA-17.2",
        ("alle_partijen_stemmen_in",),
    ),
    Overgang(
        "wijziging_vastgesteld",
        "wijziging_in_werking_stellen",
        "wijziging_in_werking",
        (KLOK,),
        "MAA-17.4",
        ("maand_na_vaststelling", "register_bijgewerkt"),
    ),
)

TERMIJNEN = (
    Termijn(
        "vooraf_informeren",
        "verstrekking",
        "verkrijging_van_betrokkene",
        0,
        "direct",
        "betrokkene_informeren",
        "MAA-12.2",
        richting="voor",
    ),
    Termijn(
        "informeren",
        "verstrekking",
        "eerste_vastlegging",
        0,
        "direct",
        "betrokkene_informeren",
        "MAA-12.3",
        verantwoordelijk=VERANTWOORDELIJKE,
    ),
    Termijn(
        "antwoord_inzage",
        "verzoek",
        "ontvangst_inzageverzoek",
        4,
        "weken",
        "schriftelijk_antwoord",
        "MAA-14.2",
        verantwoordelijk=VERANTWOORDELIJKE,
        waarschuw=(14, 7),
    ),
    Termijn(
        "beslissing_correctie",
        "verzoek",
        "ontvangst_correctieverzoek",
        4,
        "weken",
        "beslissing_correctie",
        "MAA-15.2",
        verantwoordelijk=VERANTWOORDELIJKE,
        waarschuw=(14, 7),
    ),
    Termijn(
        "uitvoering_correctie",
        "verzoek",
        "beslissing_correctie",
        4,
        "weken",
        "uitvoering_correctie",
        "MAA-15.3",
        verantwoordelijk=VERANTWOORDELIJKE,
        waarschuw=(14, 7),
    ),
    Termijn(
        "weigering_correctie",
        "verzoek",
        "ontvangst_correctieverzoek",
        4,
        "weken",
        "gemotiveerde_schriftelijke_weigering",
        "MAA-15.4",
        verantwoordelijk=VERANTWOORDELIJKE,
        waarschuw=(14, 7),
    ),
    Termijn(
        "beoordeling_verzet",
        "verzoek",
        "ontvangst_verzet",
        4,
        "weken",
        "beoordeling_verzet",
        "MAA-16.2",
        verantwoordelijk=VERANTWOORDELIJKE,
        waarschuw=(14, 7),
    ),
    # A moment at which something begins: the midnight that opens the day, not the one that closes it.
    Termijn(
        "wijziging_werkt",
        "convenant",
        "vaststelling_wijziging",
        1,
        "maanden",
        "inwerkingtreding_wijziging",
        "MAA-17.2",
        verantwoordelijk=CONVENANTBEHEERDER,
        eerste_dag_telt=True,
    ),
    Termijn(
        "evaluatie",
        "convenant",
        "kalenderjaar_vierde_kwartaal",
        1,
        "jaren",
        "evaluatie",
        "MAA-19",
        richting="elke",
        verantwoordelijk=REGISSEUR,
        waarschuw=(91,),  # counted back from 31 December: 1 October, when the last quarter opens
    ),
    Termijn(
        "inwerkingtreding",
        "convenant",
        "laatste_ondertekening",
        1,
        "dagen",
        "inwerkingtreding",
        "MAA-21",
        eerste_dag_telt=True,
    ),
    Termijn(
        "publicatie",
        "convenant",
        "ondertekening",
        1,
        "maanden",
        "publicatie_staatscourant",
        "MAA-23",
        verantwoordelijk=CONVENANTBEHEERDER,
        waarschuw=(7,),
    ),
)


def _bewaar(naam, onderwerp, na, behoud_als=()) -> Bewaartermijn:
    """The text says 'not longer than necessary': the number is a setting per kind (decision 6)."""
    return Bewaartermijn(
        naam,
        onderwerp,
        na,
        "vernietigen",
        "MAA-10.1",
        instelling=f"bewaartermijn_{naam}",
        behoud_als=behoud_als,
    )


BEWAARTERMIJNEN = (
    _bewaar("geen_afwijking", "zaak", "gesloten_geen_afwijking", ("onderzoeksbesluit",)),
    _bewaar("verbeterd", "zaak", "gesloten_registratie_verbeterd", ("onderzoeksbesluit",)),
    _bewaar("woonfraude", "zaak", "gesloten_woonfraude_vermoed", ("onderzoeksbesluit",)),
    _bewaar("verzoek", "zaak", "verzoek_afgehandeld"),
    _bewaar("derde", "zaak", "derdenverzoek_afgehandeld"),
    _bewaar("logboek", "logregel", "logregel"),
)

_WAT_BEWAARD_WORDT = {
    "geen_afwijking": "een zaak zonder afwijking",
    "verbeterd": "een zaak waarin een registratie is verbeterd",
    "woonfraude": "een zaak waarin woonfraude wordt vermoed",
    "verzoek": "een verzoek van een betrokkene",
    "derde": "een verzoek van een derde of om ander gebruik",
    "logboek": "een regel van het logboek",
}

INSTELLINGEN = (
    Instelling(
        BIJLAGE_MAASDELTA,
        "velden",
        "convenant",
        "levering_maasdelta",
        "welke gegevens Maasdelta mag leveren (bijlage bij artikel 6.3).",
        "MAA-6.3",
    ),
    Instelling(
        BIJLAGE_MAGAZIJN,
        "velden",
        "convenant",
        "gegevensmagazijn",
        "welke gegevens in het gegevensmagazijn mogen (bijlage bij artikel 6.4).",
        "MAA-6.4",
    ),
    Instelling(
        "identiteit_verantwoordelijke",
        "tekst",
        "convenant",
        "convenant",
        "wie de verantwoordelijke is en hoe die te bereiken is, voor de brief aan de betrokkene.",
        "MAA-12.1",
    ),
    *(
        Instelling(
            f"bewaartermijn_{naam}",
            "duur",
            "convenant",
            "convenant",
            f"hoe lang {wat} wordt bewaard.",
            "MAA-10.1",
        )
        for naam, wat in _WAT_BEWAARD_WORDT.items()
    ),
)

VERBODEN = (
    Verbod(("burgerservicenummer",), "corporatie", "MAA-OW.5"),
    Verbod(("burgerservicenummer",), "derde", "MAA-OW.5"),
)

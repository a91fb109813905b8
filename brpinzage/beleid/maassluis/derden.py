"""Outside the purpose or outside the parties: further processing and third parties (articles 5.3 and 7)."""

from convenant.beleid.taal import BEGIN, Gegevensset, Overgang, Waarden

from .gronden import (
    AAN_DERDE,
    DERDE_BELANG,
    DERDE_PLICHT,
    DERDE_TAAK,
    DERDE_TOESTEMMING,
    GERECHTVAARDIGD_BELANG,
    PUBLIEKE_TAAK,
    VERDERE_VERWERKING,
)
from .partijen import DERDE, HOUDERS, MEDEWERKERS, REGISSEUR, VERANTWOORDELIJKE
from .zaak import BIJLAGE_MAASDELTA, BIJLAGE_MAGAZIJN, VELDEN_MAASDELTA, VELDEN_MAGAZIJN

_COLLEGE = (VERANTWOORDELIJKE,)
VERDER = ("verder_gevraagd", "verder_toegestaan", "verder_geweigerd")
DERDENVERZOEK = ("derde_gevraagd", "derde_toegestaan", "derde_verstrekt", "derde_geweigerd")


def _aan_derde(naam, velden, grondslagen, velden_uit, eis) -> Gegevensset:
    """What the college decided that a third party gets; ground e never carries data of the municipality
    (decision 4)."""
    return Gegevensset(
        naam,
        velden,
        van=(REGISSEUR,),
        aan=(DERDE,),
        handeling="verstrekken_aan_derde",
        doelen=(AAN_DERDE,),
        grondslagen=grondslagen,
        optioneel=velden,
        verzenden_in=("derde_toegestaan",),
        inzage_in=("derde_toegestaan", "derde_verstrekt"),
        vereist=("geen_beroepsgeheim",),
        velden_uit=velden_uit,
        verantwoordelijke="college",
        eis=eis,
    )


GEGEVENSSETS = (
    Gegevensset(
        "verzoek_verdere_verwerking",
        ("verstrekking_kenmerk", "gegevens", "ander_doel", "motivering_verenigbaarheid"),
        van=MEDEWERKERS,
        aan=_COLLEGE,
        handeling="verdere_verwerking_vragen",
        doelen=(VERDERE_VERWERKING,),
        grondslagen=(PUBLIEKE_TAAK, GERECHTVAARDIGD_BELANG),
        verzenden_in=(BEGIN,),
        inzage_in=VERDER,
        verantwoordelijke="college",
        eis="MAA-5.3.verzoek",
    ),
    Gegevensset(
        "besluit_verdere_verwerking",
        ("besluit_verder", "motivering_besluit"),
        van=_COLLEGE,
        aan=MEDEWERKERS,
        handeling="verdere_verwerking_berichten",
        doelen=(VERDERE_VERWERKING,),
        grondslagen=(PUBLIEKE_TAAK,),
        verzenden_in=("verder_toegestaan", "verder_geweigerd"),
        inzage_in=("verder_toegestaan", "verder_geweigerd"),
        vereist=("ontvanger_aangesloten",),
        waarden=(Waarden("besluit_verder", ("toegestaan", "geweigerd")),),
        verantwoordelijke="college",
        eis="MAA-5.3.besluit",
    ),
    Gegevensset(
        "derdenverzoek",
        ("naam_derde", "doel_derde", "gevraagde_gegevens_derde", "aangevoerde_grond"),
        van=(*HOUDERS, VERANTWOORDELIJKE),
        aan=_COLLEGE,
        handeling="derdenverzoek_registreren",
        doelen=(AAN_DERDE,),
        grondslagen=(PUBLIEKE_TAAK, GERECHTVAARDIGD_BELANG),
        verzenden_in=(BEGIN,),
        inzage_in=DERDENVERZOEK,
        verantwoordelijke="college",
        eis="MAA-7.verzoek",
    ),
    _aan_derde(
        "derde_magazijn",
        VELDEN_MAGAZIJN,
        (DERDE_TOESTEMMING, DERDE_PLICHT, DERDE_TAAK),
        BIJLAGE_MAGAZIJN,
        "MAA-7.magazijn",
    ),
    _aan_derde(
        "derde_maasdelta",
        VELDEN_MAASDELTA,
        (DERDE_TOESTEMMING, DERDE_PLICHT, DERDE_TAAK, DERDE_BELANG),
        BIJLAGE_MAASDELTA,
        "MAA-7.nccw",
    ),
)

OVERGANGEN = (
    Overgang(BEGIN, "verdere_verwerking_vragen", "verder_gevraagd", MEDEWERKERS, "MAA-5.3"),
    Overgang("verder_gevraagd", "verdere_verwerking_toestaan", "verder_toegestaan", _COLLEGE, "MAA-5.3"),
    Overgang("verder_gevraagd", "verdere_verwerking_weigeren", "verder_geweigerd", _COLLEGE, "MAA-5.3"),
    Overgang(BEGIN, "derdenverzoek_registreren", "derde_gevraagd", (*HOUDERS, *_COLLEGE), "MAA-7"),
    Overgang("derde_gevraagd", "derdenverzoek_toestaan", "derde_toegestaan", _COLLEGE, "MAA-7"),
    Overgang("derde_gevraagd", "derdenverzoek_weigeren", "derde_geweigerd", _COLLEGE, "MAA-7"),
    Overgang(
        "derde_toegestaan",
        "derdenverzoek_afronden",
        "derde_verstrekt",
        (REGISSEUR,),
        "MAA-7",
        ("derdenbesluit_uitgevoerd",),
    ),
)

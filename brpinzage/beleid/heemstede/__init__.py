"""Heemstede: corporaties consult name and address at their own addresses (docs/eisen/heemstede.yaml)."""

from convenant.beleid.taal import Beleid

from . import beheer, gegevens, stappen
from .feiten import FEITEN
from .functies import BEVOEGDHEDEN, FUNCTIES, PARTIJSOORTEN
from .gegevens import VERBODEN
from .gronden import DOELEN, GRONDSLAGEN
from .tijd import BEWAARTERMIJNEN, INSTELLINGEN, TERMIJNEN

HEEMSTEDE = Beleid(
    code="heemstede",
    versie=1,
    naam="Gegevensuitwisseling gemeente Heemstede en woningcorporaties",
    functies=FUNCTIES,
    partijsoorten=PARTIJSOORTEN,
    bevoegdheden=BEVOEGDHEDEN,
    doelen=DOELEN,
    grondslagen=GRONDSLAGEN,
    feiten=FEITEN,
    gegevenssets=gegevens.GEGEVENSSETS + beheer.GEGEVENSSETS,
    overgangen=stappen.OVERGANGEN + beheer.OVERGANGEN,
    termijnen=TERMIJNEN,
    bewaartermijnen=BEWAARTERMIJNEN,
    instellingen=INSTELLINGEN,
    verboden=VERBODEN,
    altijd_vereist=("convenant_actief", "niet_vervallen"),
    altijd_bij_inzage=("convenant_actief", "niet_vervallen"),
    ook_na_afloop=(
        "logboek_lezen",
        "logboek_uitvoeren",
        "eigen_logboek_lezen",
        "steekproef_trekken",
        "steekproef_beoordelen",
        "steekproef_inzien",
        "verwerkingsregister_inzien",
        "signalen_inzien",
        "cijfers_inzien",
    ),
    neutraal="Dit adres is niet te raadplegen. Vraag het schriftelijk aan de gemeente.",
)

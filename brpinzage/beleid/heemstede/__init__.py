"""Heemstede: corporaties consult name and address at their own addresses (docs/eisen/heemstede.yaml)."""

from convenant.beleid.taal import Beleid

from .feiten import FEITEN
from .functies import BEVOEGDHEDEN, FUNCTIES
from .gegevens import GEGEVENSSETS, VERBODEN
from .gronden import DOELEN, GRONDSLAGEN
from .stappen import OVERGANGEN
from .tijd import BEWAARTERMIJNEN, INSTELLINGEN, TERMIJNEN

HEEMSTEDE = Beleid(
    code="heemstede",
    versie=1,
    naam="Gegevensuitwisseling gemeente Heemstede en woningcorporaties",
    functies=FUNCTIES,
    bevoegdheden=BEVOEGDHEDEN,
    doelen=DOELEN,
    grondslagen=GRONDSLAGEN,
    feiten=FEITEN,
    gegevenssets=GEGEVENSSETS,
    overgangen=OVERGANGEN,
    termijnen=TERMIJNEN,
    bewaartermijnen=BEWAARTERMIJNEN,
    instellingen=INSTELLINGEN,
    verboden=VERBODEN,
    altijd_vereist=("convenant_actief", "niet_vervallen"),
    altijd_bij_inzage=("convenant_actief", "niet_vervallen"),
    ook_na_afloop=("logboek_lezen", "eigen_logboek_lezen", "steekproef_trekken"),
    neutraal="Dit adres is niet te raadplegen. Vraag het schriftelijk aan de gemeente.",
)

"""The verbs of the console, the same in every convenant: who may do what, and what the convenant itself needs to run."""

# `Functie.registreert` performs the first kind, `Functie.verleent` the second, for that functie.
AANMELDEN = (
    "medewerker_aanmelden",
    "medewerker_afmelden",
    "autorisaties_bevestigen",
    "autorisatie_schorsen",
    "factor_herstel_vragen",
)
VERLENEN = (
    "autorisatie_verlenen",
    "autorisatie_weigeren",
    "autorisatie_intrekken",
    "autorisatie_schorsen",
    "autorisatie_hervatten",
    "factor_herstel_toestaan",
)
RECHTEN_INZIEN = "rechten_inzien"
INRICHTEN = "convenant_inrichten"
# They exchange nothing: there is work for them before the convenant is in force and after its end, and settings that
# are still empty do not stop who must fill them in.
BEHEER = frozenset({*AANMELDEN, *VERLENEN, RECHTEN_INZIEN, INRICHTEN})

from typing import Any

from django.apps import AppConfig

from brpinzage.beleid.heemstede import HEEMSTEDE
from brpinzage.beleid.maassluis import MAASSLUIS
from brpinzage.demo_tips import TIPS
from convenant.beleid.beslissing import Reden
from convenant.beleid.register import register


class BrpinzageConfig(AppConfig):
    name = "brpinzage"
    verbose_name = "BRP-inzage"
    werkruimte = "brpinzage.urls"
    menu = {
        "heemstede": (
            (
                ("raadplegen",),
                "search",
                "Raadplegen",
                "raadplegen",
                "Wie staat ingeschreven op een eigen adres?",
            ),
            (
                ("uittreksel_laden",),
                "database",
                "Uittreksel van de BRP",
                "uittreksels",
                "Laad een nieuw uittreksel en neem het in gebruik.",
            ),
            (
                ("bezit_bijhouden",),
                "house",
                "Bezit",
                "bezit",
                "Welke woningen zijn van ons, en sinds wanneer?",
            ),
            (
                ("beveiliging_verklaren",),
                "shield-check",
                "Beveiliging",
                "beveiliging",
                "Welke maatregelen neemt uw corporatie? U verklaart dat elk jaar.",
            ),
            (
                ("handreiking_bevestigen", "handreiking_plaatsen"),
                "book-open",
                "Handreiking",
                "handreiking",
                "Zo werkt het raadplegen, voor contactpersonen.",
            ),
            (
                ("onderhoud_aankondigen",),
                "wrench",
                "Onderhoud",
                "onderhoud",
                "Kondig onderhoud aan op elke pagina.",
            ),
            (
                ("beveiligingsprobleem_melden",),
                "shield-alert",
                "Beveiligingsprobleem melden",
                "beveiligingsprobleem",
                "Werkt iets van de beveiliging niet? Meld het direct.",
            ),
        ),
    }
    zaakhandelingen = {"heemstede": "brpinzage.zaakformulieren.HANDELINGEN"}
    overal = {"heemstede": "brpinzage.views.overal.heemstede"}
    begin = {"heemstede": "brpinzage.views.begin.heemstede"}
    demo_tips = TIPS
    bewaren = {
        "brpinzage_bezit": "the corporatie's own register; history stays as long as it takes part",
        "brpinzage_bezitvoorstel": "destroyed when confirmed or thrown away, else after a day",
        "brpinzage_bezitvoorstelrij": "with its proposal",
        "brpinzage_afwijking": "destroyed when the deviation is reported or withdrawn",
        "brpinzage_aankondiging": "stays: what was announced when, no person",
        "brpinzage_handreiking": "stays: every version, no person",
        "brpinzage_handreikingbevestiging": "stays as long as the medewerker does: staff by id",
        "brpinzage_beveiligingsmaatregelen": "stays with its Verklaring: an organisation's own words",
        "brpinzage_uittreksel": "stays: dates and numbers, no person",
        "brpinzage_ingeschrevene": "destroyed when the next extract is put into use",
        "brpinzage_ophaling": "stays: dates and numbers, and in whose name it was made",
        "brpinzage_ophaaladres": "deleted when its extract is whole or stopped, else after a week",
    }

    def ready(self) -> None:
        # A policy that contradicts itself stops the start here.
        register.voeg_toe(HEEMSTEDE)
        register.voeg_toe(MAASSLUIS)

        # Facts ask models, which exist only now.
        from convenant.poort.feiten import registreer

        from . import feiten

        registreer(HEEMSTEDE.code, feiten.HEEMSTEDE)
        registreer(MAASSLUIS.code, feiten.MAASSLUIS, alleen_toegang=True)

    def laad_demo(self, wachtwoord: str) -> None:
        """The demo of this app, through its own handelingen."""
        from . import demo_convenant

        demo_convenant.laad(wachtwoord)

    def demo_personen(self) -> list[dict[str, Any]]:
        """Whom the BRP of the demo knows, in its own shape."""
        from . import demo_personen

        return demo_personen.personen()

    def zoeksleutel(self, beleid_code: str, tekst: str) -> str:
        """What a copy about this address is found by, or "" when it is no address."""
        from convenant.brp.adres import lees_regel

        adres = lees_regel(tekst) if beleid_code == HEEMSTEDE.code else None
        return adres.sleutel if adres else ""

    def leg_adres_uit(self, beleid_code: str, tekst: str) -> list[tuple[str, bool, tuple[Reden, ...]]]:
        """Why the actor may consult this address or not: (question, answer, reasons)."""
        if beleid_code != HEEMSTEDE.code:
            return []
        from . import handelingen

        return handelingen.leg_uit(tekst)

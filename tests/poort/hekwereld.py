"""Two convenanten with rows in every fenced table, for the tests of the fence."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.test import override_settings

from brpinzage import afwijkingen, beveiliging, handreiking, onderhoud, ophalen, voorstel
from brpinzage.afwijkingen import Bevinding
from brpinzage.onderhoud import Aankondigen
from brpinzage.rijen import Bezitrij, Persoonsrij
from convenant.agenda import adres as agenda_adres
from convenant.berichten.models import Post, Postfout, Postkeuze
from convenant.console import inrichting, vrije_dagen
from convenant.looptijd import beeindigen
from convenant.looptijd.beeindigen import Invoer
from convenant.looptijd.models import Eindverslag, Feit
from convenant.partijen.models import Factorherstel
from convenant.poort import berichten, bijlagen, filters, poort
from convenant.poort.grens import als_systeem
from convenant.poort.handeling import Geweigerd
from convenant.poort.logboek_filter import Filter
from convenant.tijd import stel_in
from convenant.toezicht import steekproef, uitvoer
from tests.bijlagen.bestanden import geladen, maak_pdf
from tests.huisuitzetting.evalueren import ADVISEUR, evalueer
from tests.huisuitzetting.huur import ANDER, MELDER, vul_huren
from tests.huisuitzetting.vastleggen import EIGEN as PRIVACY
from tests.huisuitzetting.vastleggen import leg_vast as leg_norm_vast
from tests.huisuitzetting.verhaal import gemeld_met_toestemming
from tests.huisuitzetting.verhaal_geld import SCHULDHULP, vul_betaling
from tests.huisuitzetting.wijkteam import SWT, vul_wijkteam
from tests.looptijd.samen import stel_voor, teken
from tests.proef import maak_proef
from tests.tables import once
from tests.wereld import (
    BEGIN,
    KADE_3,
    LINDELAAN_12,
    LINDELAAN_14A,
    NU,
    Wereld,
    laad,
    maak_wereld,
    neem_fgs_aan,
)
from tests.werelden import maak as maak_haarlem


def bevind(wereld: Wereld, ontvangst: UUID, versturen: bool) -> None:
    """A deviation that anna keeps, or sends too."""
    with wereld.als("anna"):
        namen = poort.lees(ontvangst).waarde("naam_bewoner")
        zaak = afwijkingen.wijkt_af(ontvangst, Bevinding(["mist"] * len(namen), "anders", "Onbekend."))
        if versturen:
            afwijkingen.meld(zaak, "anders", "Onbekend.", uuid4())


def _sluit_waterkant(wereld: Wereld) -> None:
    """A participation that ended long ago has its report; its people work on, for what is looked at here."""
    with als_systeem("looptijd"):
        Eindverslag.objects.create(
            convenant=wereld.convenant,
            deelname=wereld.deelnames["waterkant"],
            einde=BEGIN,
            gemaakt_op=NU,
            autorisaties=[],
            zaken=[],
        )
        Feit.objects.create(convenant=wereld.convenant, soort=Feit.VERLENGD, dag=BEGIN, moment=NU)


def _laat_mail_terugkomen(wereld: Wereld) -> None:
    """Anna hears once a day, and her mail comes back."""
    with wereld.als("anna"):
        berichten.kies(Postkeuze.DAG)
        agenda_adres.maak()
    account = wereld.mensen["anna"].account
    with als_systeem("berichten"):
        Post.objects.create(convenant=wereld.convenant, account=account, gemaakt_op=NU, na=NU)
        Postfout.objects.create(
            account=account, adres=account.email, soort=Postfout.HARD, eerste_op=NU, laatste_op=NU
        )


@once
def maak_werelden() -> dict[str, tuple[Wereld, str]]:
    with stel_in(NU):
        heemstede, proef = maak_wereld(), maak_proef()
        neem_fgs_aan(heemstede)
        bevind(heemstede, heemstede.raadpleeg("anna", LINDELAAN_12), versturen=True)
        bevind(heemstede, heemstede.raadpleeg("anna", LINDELAAN_14A), versturen=False)
        heemstede.raadpleeg("carla", KADE_3)
        laad(
            heemstede,
            Persoonsrij(LINDELAAN_12, "", "p9", afgeschermd=True),
            Persoonsrij(KADE_3, "Sjaak", "p4"),
        )
        with pytest.raises(Geweigerd):
            heemstede.raadpleeg("anna", LINDELAAN_12)
        with heemstede.als("ina"):
            voorstel.leg_voor([Bezitrij(LINDELAAN_12, BEGIN)], heel=False)
        with override_settings(BRP={"0397": {"url": "http://127.0.0.1:1/"}}), heemstede.als("eva"):
            ophalen.begin()
        with heemstede.als("hugo"):
            onderhoud.kondig_aan(Aankondigen("Onderhoud", "Morgen.", NU, NU + timedelta(days=1)))
            handreiking.plaats("Zo werkt het.")
            inrichting.stel_in("maximum_bewoners", 30, gezien=None)
            vrije_dagen.voeg_toe(NU.date() + timedelta(days=1), "Brugdag.")
        with heemstede.als("anna"):
            handreiking.bevestig(1)
        with heemstede.als("ina"):
            beveiliging.verklaar("Sterke wachtwoorden.")
            anna, ina = heemstede.mensen["anna"], heemstede.mensen["ina"]
            Factorherstel.objects.create(
                medewerker=anna,
                convenant=heemstede.convenant,
                gevraagd_door=ina,
                gevraagd_op=NU,
                reden="Telefoon kwijt.",
            )
        with stel_in(NU + timedelta(days=20)), heemstede.als("frits"):
            steekproef.trek()
            uitvoer.voer_uit(Filter(), uitvoer.CSV, "Controle van artikel 4.", ())
        with heemstede.als("ina"):
            papier = bijlagen.concept(bijlagen.neem_aan(geladen("opzegging.pdf", maak_pdf())))
            beeindigen.leg_vast(Invoer("opzeggen", NU.date(), brief=papier.waarde))
        teken(heemstede, stel_voor(heemstede, "ina", "wijziging_voorstellen"), "ina")
        haarlem = maak_haarlem("haarlem")
        vul_huren(haarlem)
        for wie in (MELDER, ANDER):
            gemeld_met_toestemming(haarlem, wie)
        vul_betaling(haarlem)
        vul_wijkteam(haarlem)
        leg_norm_vast(haarlem, PRIVACY)
        evalueer(haarlem)
        _sluit_waterkant(heemstede)
        _laat_mail_terugkomen(heemstede)
        for naam in ("anna", "bert"):  # of one group: each sees the own one
            with heemstede.als(naam):
                filters.bewaar("Wat te laat is", {"stand": "open", "termijn": "verlopen"})
        with proef.als("kees"):
            poort.verstrek(
                "verzuimmelding", {"leerling": "Noor", "dagen": "3"}, [proef.groep("gemeente", "leerplicht")]
            )
        with proef.als("kees"):
            poort.verstrek(
                "verzuimmelding", {"leerling": "Sem", "dagen": "1"}, [proef.groep("gemeente", "wijkteam")]
            )
        with proef.als("kees"):
            brief = bijlagen.concept(bijlagen.neem_aan(geladen("brief.pdf", maak_pdf())))
            poort.verstrek(
                "verzuimmelding",
                {"leerling": "Sem", "dagen": "2", "reden": brief.waarde},
                [proef.groep("gemeente", "wijkteam")],
                gegeven={"toestemming": True},
            )
            bijlagen.neem_aan(geladen("concept.pdf", maak_pdf()))
    return {
        **{naam: (heemstede, naam) for naam in ("anna", "carla", "ina", "eva", "lotte", "otto")},
        **{naam: (proef, naam) for naam in ("kees", "lies", "wim", "dora")},
        "melder": (haarlem, MELDER),
        "sdv": (haarlem, SCHULDHULP),
        "wijkteam": (haarlem, SWT),
        "adviseur": (haarlem, ADVISEUR),
        "privacy": (haarlem, PRIVACY),
    }

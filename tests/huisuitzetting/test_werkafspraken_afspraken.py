"""Annexes per corporatie: added by the beleidsadviseur, read by that corporatie and the gemeente, named by the setting."""

from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from convenant.partijen.models import InstellingWaarde
from convenant.poort.handeling import Geweigerd, NietGevonden, Ongeldig
from huisuitzetting.models import AanvullendeAfspraak
from huisuitzetting.werkafspraken import afspraken
from tests.bijlagen.bestanden import geladen, maak_pdf
from tests.huisuitzetting.evalueren import ADVISEUR, voeg_afspraak_toe
from tests.schermen.klant import log_in
from tests.wereld import Wereld

LEEST = ("corporatie/melder", "corporatie/manager", "gemeente/swt", "gemeente/sdv", ADVISEUR)
LEEST_NIET = ("corporatie/melder@ander", "corporatie/manager@ander", "corporatie/privacycoordinator@ander")


def adres(naam: str, *delen: object) -> str:
    return reverse(naam, args=["haarlem", *delen])


@pytest.mark.eis("HAA-OW.6")
def test_de_eigen_corporatie_en_de_gemeente_lezen_de_afspraak(haarlem: Wereld) -> None:
    voeg_afspraak_toe(haarlem, "corporatie", tot=date(2027, 12, 31))
    for wie in LEEST:
        with haarlem.als(wie):
            (afspraak,) = afspraken.overzicht()
            assert (afspraak.titel, afspraak.tot) == ("Vroegsignalering", date(2027, 12, 31))
            assert afspraken.lees(afspraak.id).inhoud.startswith(b"%PDF")
        assert log_in(haarlem, wie).get(adres("afspraak", afspraak.id)).status_code == 200
    for wie in LEEST_NIET:
        with haarlem.als(wie):
            assert not afspraken.overzicht()
            with pytest.raises(NietGevonden):
                afspraken.lees(afspraak.id)
        assert log_in(haarlem, wie).get(adres("afspraak", afspraak.id)).status_code == 404
        assert "Vroegsignalering" not in log_in(haarlem, wie).get(adres("afspraken")).content.decode()


@pytest.mark.eis("HAA-OW.6")
def test_de_instelling_van_de_corporatie_noemt_de_afspraken(haarlem: Wereld) -> None:
    kenmerk = uuid4()
    for _ in range(2):
        voeg_afspraak_toe(haarlem, "corporatie", kenmerk)
    voeg_afspraak_toe(haarlem, "corporatie", titel="Later", vanaf=date(2027, 1, 1))
    rijen = InstellingWaarde.objects.filter(naam="aanvullende_afspraken", deelname__isnull=False)
    assert {rij.deelname: rij.waarde for rij in rijen} == {
        haarlem.deelnames["corporatie"]: "Vroegsignalering; Later"
    }
    with haarlem.als(ADVISEUR):
        assert AanvullendeAfspraak.objects.count() == 2
        assert [afspraak.geldt for afspraak in afspraken.overzicht()] == [False, True]


@pytest.mark.eis("HAA-OW.6")
@pytest.mark.parametrize("wie", [*LEEST[:-1], *LEEST_NIET])
def test_alleen_de_beleidsadviseur_voegt_toe(haarlem: Wereld, wie: str) -> None:
    deelname = haarlem.deelnames["corporatie"].pk
    nieuw = afspraken.Nieuw(deelname, "Iets", date(2026, 12, 1), None, {"bijlage": str(uuid4())})
    with haarlem.als(wie), pytest.raises(Geweigerd):
        afspraken.voeg_toe(nieuw, uuid4())
    assert log_in(haarlem, wie).get(adres("afspraak_nieuw")).status_code == 403


def test_wat_niet_kan(haarlem: Wereld) -> None:
    with pytest.raises(Ongeldig):
        voeg_afspraak_toe(haarlem, "gemeente")
    with pytest.raises(Ongeldig):
        voeg_afspraak_toe(haarlem, "corporatie", tot=date(2020, 1, 1))


@pytest.mark.eis("HAA-OW.6")
def test_toevoegen_op_het_scherm(haarlem: Wereld) -> None:
    adviseur = log_in(haarlem, ADVISEUR)
    assert "Er zijn geen aanvullende afspraken" in adviseur.get(adres("afspraken")).content.decode()
    velden = {
        "kenmerk": str(uuid4()),
        "deelname": str(haarlem.deelnames["corporatie"].pk),
        "titel": "Pilot",
        "vanaf": "morgen",
        "document": geladen("pilot.pdf", maak_pdf()),
    }
    fout = adviseur.post(adres("afspraak_nieuw"), velden)
    assert "Vul de datum in als dag-maand-jaar" in fout.content.decode()
    assert 'value="Pilot"' in fout.content.decode()
    klaar = fout.context["form"]["document"].field.widget.klaar.id  # the file is not lost
    velden |= {"vanaf": "01-12-2026", "document_klaar": str(klaar)}
    del velden["document"]
    gedaan = adviseur.post(adres("afspraak_nieuw"), velden, follow=True).content.decode()
    assert "De afspraak is toegevoegd." in gedaan
    assert "1 december 2026" in gedaan

"""The privacyreglement as annex of the convenant: nothing goes without it, and who answers for what stands in the register."""

import csv
import io

import pytest

from convenant.partijen.models import InstellingWaarde
from convenant.web.templatetags.woorden import woord
from tests.schermen.klant import log_in

from .toneel import SETS, doe, weigering


@pytest.mark.eis("HAA-10.1")
def test_zonder_reglement_gaat_er_niets(wereld, gesteld):
    InstellingWaarde.objects.filter(convenant=wereld.convenant, naam="privacyreglement").delete()
    with wereld.als("corporatie/melder"):
        assert weigering(lambda: doe("achterstand_vastleggen", None)) == (("", "HAA-10.1"),)


@pytest.mark.eis("HAA-PR.OW.2")
def test_ieder_voor_het_eigen_werk_en_samen_voor_wat_samen_is(wereld):
    """AVG 26: the frame of a case and the last meeting are of all; everything else is of who sends it."""
    antwoord = log_in(wereld, "gemeente/beleidsadviseur").get("/haarlem/verwerkingsregister/csv/")
    rijen = csv.DictReader(io.StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";")
    samen = {rij["Verwerking"] for rij in rijen if "samen verantwoordelijk" in rij["Verantwoordelijk"]}
    assert samen == {
        woord(regel.naam)
        for regel in SETS.values()
        if regel.verantwoordelijke == "gezamenlijk" and regel.persoonsgegeven
    }

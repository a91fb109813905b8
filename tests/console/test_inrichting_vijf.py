"""Setting up in all five convenanten: who may, which soorten of party there are, and every page of it."""

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse

from convenant.console import inrichting
from convenant.partijen.models import Deelname, Groep
from convenant.poort.handeling import Geweigerd, Ongeldig
from convenant.tijd import stel_in
from tests.schermen.klant import BACKEND
from tests.wereld import NU, Wereld
from tests.werelden import maak

# Who sets up, and which soorten of party the text knows.
TEKST = {
    "heemstede": ("gemeente/convenantbeheerder", {"corporatie", "gemeente"}),
    "maassluis": ("college/convenantbeheerder", {"dienstverlening", "rovm", "corporatie", "college"}),
    "zoeklicht": (
        "gemeente/secretariaat_stuurgroep",
        {"directie_wonen", "directie_inkomen", "directie_basisinformatie", "corporatie", "gemeente"},
    ),
    "haarlem": ("gemeente/beleidsadviseur", {"corporatie", "gemeente"}),
    "krimpen": ("gemeente/beheerder", {"politie", "gemeente", "corporatie", "particuliere_verhuurder"}),
}


@pytest.fixture(params=TEKST)
def vijf(request: pytest.FixtureRequest, db: None) -> Iterator[tuple[Wereld, str, set[str]]]:
    wie, soorten = TEKST[request.param]
    with stel_in(NU):
        yield maak(request.param), wie, soorten


Vijf = tuple[Wereld, str, set[str]]


@pytest.mark.eis(
    "HEE-PAR.2", "MAA-PAR.1", "MAA-PAR.2", "MAA-PAR.3", "ZOE-PAR.1", "ZOE-PAR.2", "HAA-PAR.1", "HAA-PAR.2",
    "KRI-PAR.1", "KRI-PAR.2", "KRI-PAR.3", "KRI-PAR.4",
)  # fmt: skip
def test_elke_soort_die_de_tekst_kent_en_geen_andere(vijf: Vijf) -> None:
    """Each joins with the functies of its soort, for its own people only, and stays closed until it signed."""
    wereld, wie, soorten = vijf
    with wereld.als(wie):
        assert set(inrichting.soorten()) == soorten
    for soort in sorted(soorten):
        if wie.startswith(f"{soort}/"):
            continue  # a text knows one of these, and its desk is the one that sets up
        Deelname.objects.filter(convenant=wereld.convenant, soort=soort).update(einde=NU.date())
        with wereld.als(wie):
            deelname = inrichting.sluit_aan(soort, naam=f"Nieuw {soort}")
            te_doen = [g.plek for g in inrichting.te_doen()[1] if g.partij == deelname]
        assert "ondertekening" in te_doen
        functies = {f.naam for f in wereld.convenant.beleid.functies if f.soort == soort}
        groepen = Groep.objects.filter(deelname=deelname)
        assert {groep.functie for groep in groepen} == functies
        assert not any(groep.autorisaties.exists() for groep in groepen)
    with pytest.raises(Ongeldig), wereld.als(wie):
        inrichting.sluit_aan("zwembad", naam="Nieuw zwembad")


@pytest.mark.eis("HEE-PAR.2", "MAA-2.2", "ZOE-PAR.2", "HAA-9.1", "KRI-PAR.2")
def test_alleen_wie_de_tekst_noemt(vijf: Vijf) -> None:
    wereld, inrichter, _ = vijf
    voor = Deelname.objects.count()
    for wie in wereld.autorisaties:
        if wie.partition("@")[0] == inrichter:
            continue
        with pytest.raises(Geweigerd), wereld.als(wie):
            inrichting.sluit_aan("corporatie", naam="Nieuw")
    assert Deelname.objects.count() == voor


def test_elke_bladzijde_gaat_open(vijf: Vijf) -> None:
    wereld, wie, _ = vijf
    client = Client()
    client.force_login(wereld.mensen[wie].account, backend=BACKEND)
    code = wereld.convenant.code
    deelname = next(iter(wereld.deelnames.values())).pk
    paden = [reverse("inrichting", args=[code]), reverse("inrichting_partij", args=[code, deelname])]
    paden.append(reverse("inrichting_ingang", args=[code]))
    for rij in wereld.convenant.beleid.instellingen:
        if rij.van == "convenant":
            paden.append(reverse("inrichting_instelling", args=[code, rij.naam]))
        else:
            paden.append(reverse("inrichting_instelling_partij", args=[code, deelname, rij.naam]))
    assert {pad: client.get(pad).status_code for pad in paden} == dict.fromkeys(paden, 200)


def test_wat_er_in_de_kleine_wereld_nog_te_doen_is(vijf: Vijf) -> None:
    """Every soort takes part, everyone has signed, all is filled in: nothing keeps a convenant closed.

    One corporatie is fewer than the three and nine that two texts name.
    """
    wereld, wie, _ = vijf
    with wereld.als(wie):
        _, lijst = inrichting.te_doen()
    assert [g for g in lijst if g.sluit == "convenant"] == []
    assert {g.plek for g in lijst} <= {"keten", "partijen"}
    assert {g.naam for g in lijst if g.plek == "partijen"} <= {"corporatie"}

"""The published test persons as extract: an own address gives exactly the names that a search on it gives.

What is expected is read from the JSON here, apart from the product: its own names, its own idea of one dwelling.
"""

import json
import random
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.core.management import call_command

from brpinzage import laden
from brpinzage.models import Ingeschrevene
from brpinzage.rijen import Bezitrij
from convenant.brp.adres import maak_adres
from convenant.partijen.models import InstellingWaarde
from convenant.poort import poort
from convenant.poort.handeling import Geweigerd
from tests.wereld import BEGIN

BESTAND = Path(__file__).resolve().parents[3] / "shared/standaarden/brp-personen/testset/test-data.json"
STEEKPROEF = 30  # of some 250 addresses, besides the special ones; all of them in make test-volledig
MAXIMUM = 20
NEUTRAAL = "Dit adres is niet te raadplegen. Vraag het schriftelijk aan de gemeente."
VROUWELIJK = {
    "prins": "prinses",
    "graaf": "gravin",
    "baron": "barones",
    "hertog": "hertogin",
    "markies": "markiezin",
}
MANNELIJK = {vrouw: man for man, vrouw in VROUWELIJK.items()}

pytestmark = pytest.mark.skipif(
    not BESTAND.exists(), reason=f"the published test persons are not at ../shared ({BESTAND.name})"
)


@dataclass(frozen=True)
class Woning:
    """A dwelling as the persons' own records write it."""

    postcode: str
    nummer: str
    letter: str
    toevoeging: str
    bag: str

    @property
    def plek(self) -> tuple[str, ...]:
        kaal = "".join(teken for teken in self.toevoeging.upper() if teken.isalnum())
        return self.postcode, self.nummer, self.letter.upper(), kaal

    def is_ook(self, ander: "Woning") -> bool:
        if self.bag and ander.bag:
            return self.bag == ander.bag
        return self.plek == ander.plek


LEEG = Woning("9999ZZ", "1", "", "", "")


def woning(persoon) -> Woning | None:
    verblijf = persoon["verblijfplaats"]
    if "postcode" not in verblijf:
        return None
    bag = verblijf.get("adresseerbaarObjectIdentificatie", "")
    erbij = (verblijf.get("aanduidingBijHuisnummer", {}).get("code"), verblijf.get("huisnummertoevoeging"))
    return Woning(
        verblijf["postcode"],
        verblijf["huisnummer"],
        verblijf.get("huisletter", ""),
        " ".join(deel for deel in erbij if deel),
        bag if len(bag.strip()) == 16 else "",
    )


def naam(persoon) -> str:
    delen = persoon["naam"]
    rang = delen.get("adellijkeTitelPredicaat", {})
    woord = rang.get("omschrijving", "")
    anders = {"V": VROUWELIJK, "M": MANNELIJK}.get(persoon.get("geslacht", {}).get("code"), {})
    woord = anders.get(woord, woord)
    ervoor, erna = (woord, "") if rang.get("soort") == "predicaat" else ("", woord)
    achternaam = delen.get("geslachtsnaam", "").replace(".", "", delen.get("geslachtsnaam") == ".")
    heel = f"{ervoor} {delen.get('voornamen', '')} {erna} {delen.get('voorvoegsel', '')} {achternaam}"
    return " ".join(heel.split())


@pytest.fixture(scope="module")
def personen() -> list[dict]:
    return json.loads(BESTAND.read_bytes())


@pytest.fixture(scope="module")
def woningen(personen) -> list[Woning]:
    """Every dwelling somebody's record names, and an empty one; without a BAG id only where nobody knows it."""
    alle = {plaats for persoon in personen if (plaats := woning(persoon))}
    met_bag = {plaats.plek for plaats in alle if plaats.bag}
    uniek = {(plaats.plek, plaats.bag): plaats for plaats in sorted(alle, key=repr)}
    return [LEEG, *(plaats for plaats in uniek.values() if plaats.bag or plaats.plek not in met_bag)]


def eigenaar(plaats: Woning) -> str:
    """The stock split over two corporaties; two dwellings under one number go to different ones."""
    return ("anna", "carla")[int((plaats.bag or plaats.nummer)[-1]) % 2]


@pytest.fixture
def geladen(wereld, woningen):
    for beheerder, medewerker in (("ina", "anna"), ("jan", "carla")):
        eigen = [Bezitrij(adres(plaats), BEGIN) for plaats in woningen if eigenaar(plaats) == medewerker]
        with wereld.als(beheerder):
            assert laden.werk_bezit_bij(eigen) == len(eigen)
    call_command(
        "brp_extract",
        "--convenant=heemstede",
        "--als=eva@voorbeeld.nl",
        f"--personen={BESTAND}",
        "--activeer",
    )
    return wereld


def adres(plaats: Woning):
    return maak_adres(
        plaats.postcode, plaats.nummer, plaats.letter, plaats.toevoeging, "Straat", "Plaats", plaats.bag
    )


def verwacht(plaats: Woning, personen) -> list[dict]:
    return [
        persoon
        for persoon in personen
        if "opschortingBijhouding" not in persoon
        and (waar := woning(persoon)) is not None
        and plaats.is_ook(waar)
    ]


def soort(plaats: Woning, personen) -> str:
    bewoners = verwacht(plaats, personen)
    if any(persoon.get("geheimhoudingPersoonsgegevens", "0") != "0" for persoon in bewoners):
        return "verborgen"
    return "te vol" if len(bewoners) > MAXIMUM else "open"


def controleer(wereld, plaats: Woning, personen) -> None:
    mijn = eigenaar(plaats)
    ander = {"anna": "carla", "carla": "anna"}[mijn]
    with pytest.raises(Geweigerd) as weigering:
        wereld.raadpleeg(ander, adres(plaats))
    assert "HEE-2.3" in [reden.eis for reden in weigering.value.redenen]
    if soort(plaats, personen) != "open":
        with pytest.raises(Geweigerd) as weigering:
            wereld.raadpleeg(mijn, adres(plaats))
        assert [reden.tekst for reden in weigering.value.redenen] == [NEUTRAAL]
        return
    ontvangst = wereld.raadpleeg(mijn, adres(plaats))
    with wereld.als(mijn):
        gelezen = {veld.naam: veld.waarde for veld in poort.lees(ontvangst).velden}
    assert Counter(gelezen["naam_bewoner"]) == Counter(naam(p) for p in verwacht(plaats, personen))


def test_de_verwachting_zelf_kent_alle_soorten_adressen(personen, woningen):
    soorten = Counter(soort(plaats, personen) for plaats in woningen)
    assert soorten["open"] > 200
    assert soorten["verborgen"] > 20
    assert any(len(verwacht(plaats, personen)) > MAXIMUM for plaats in woningen)
    assert any(not verwacht(plaats, personen) for plaats in woningen)
    assert sum(len(verwacht(plaats, personen)) > 9 for plaats in woningen) > 3


@pytest.mark.eis("HEE-2.3", "HEE-2.5", "HEE-3.3", "HEE-OW.6", "HEE-OW.8")
def test_eigen_adres_geeft_precies_de_namen_van_een_zoekvraag(geladen, personen, woningen):
    """The addresses of every special kind, and a sample of the others."""
    bijzonder = {soort(plaats, personen): plaats for plaats in woningen}
    bijzonder |= {f"{len(verwacht(plaats, personen))} bewoners": plaats for plaats in woningen}
    dubbel = Counter(plaats.plek for plaats in woningen)
    keuze = {*bijzonder.values(), *(plaats for plaats in woningen if dubbel[plaats.plek] > 1)}
    keuze |= set(random.Random(2026).sample(woningen, STEEKPROEF))
    for plaats in sorted(keuze, key=repr):
        controleer(geladen, plaats, personen)


@pytest.mark.volledig
@pytest.mark.eis("HEE-2.3", "HEE-2.5", "HEE-3.3", "HEE-OW.6", "HEE-OW.8")
def test_elk_eigen_adres_geeft_precies_de_namen_van_een_zoekvraag(geladen, personen, woningen):
    InstellingWaarde.objects.create(
        convenant=geladen.convenant, naam="daglimiet_raadplegingen", waarde=2 * len(woningen)
    )
    for plaats in woningen:
        controleer(geladen, plaats, personen)


@pytest.mark.eis("HEE-OW.6", "HEE-2.5")
def test_in_de_tabel_staat_geen_bsn_en_van_geheimen_geen_naam(geladen, personen, als_eigenaar):
    with als_eigenaar():
        rijen = list(Ingeschrevene.objects.values("naam", "persoon_sleutel", "afgeschermd", "bag_id"))
    ingeschreven = [p for p in personen if "opschortingBijhouding" not in p and woning(p)]
    assert len(rijen) == len(ingeschreven)
    geheim = [p for p in ingeschreven if p.get("geheimhoudingPersoonsgegevens", "0") != "0"]
    assert sum(rij["afgeschermd"] for rij in rijen) == len(geheim) > 30
    assert not any(rij["naam"] for rij in rijen if rij["afgeschermd"])
    nummers = {persoon["burgerservicenummer"] for persoon in personen}
    assert not {rij["persoon_sleutel"] for rij in rijen} & nummers
    assert all(len(rij["persoon_sleutel"]) == 64 for rij in rijen)

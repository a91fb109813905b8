"""How many questions a page asks the database: few, and as many for a long list as for a short one.

Counted is who acts and as what, the page itself and the lines for the log; not the transaction (BEGIN, SAVEPOINT),
the session with its account, the context (`set_config`, once at the start and once at the end), and the number at the bell,
one question on each page (tests/berichten/test_scherm.py).
"""

import re
from collections.abc import Callable
from uuid import uuid4

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from brpinzage import afwijkingen
from brpinzage.afwijkingen import Bevinding
from convenant.brp.adres import Adres
from convenant.poort import filters, poort
from tests.schermen.klant import ADRES, DOEL, IDENTITEIT, Formulieren
from tests.wereld import LINDELAAN_12, LINDELAAN_14A, Wereld

Klant = Callable[[str], Client]
BIJZAAK = re.compile(
    r"BEGIN|COMMIT|SAVEPOINT|RELEASE|ROLLBACK|select set_config|"
    r'SELECT "django_session"|UPDATE "django_session"|SELECT "partijen_account"|'
    r'SELECT COUNT\(\*\) AS "__count" FROM "berichten_bericht"'
)


def vragen(client: Client, methode: str, pad: str, velden: dict[str, str] | None = None) -> list[str]:
    with CaptureQueriesContext(connection) as gevangen:
        assert getattr(client, methode)(pad, velden or {}).status_code in (200, 302)
    return [vraag["sql"] for vraag in gevangen if not BIJZAAK.match(vraag["sql"])]


def hoogstens(aantal: int, gesteld: list[str]) -> None:
    assert len(gesteld) <= aantal, "\n".join([f"{len(gesteld)} vragen, hoogstens {aantal}:", *gesteld])


GRENS = {"anna": 18, "frits": 20, "eva": 18, "ina": 21, "hugo": 20, "dirk": 5}


@pytest.mark.parametrize("wie", GRENS)
def test_begin(klant: Klant, wereld: Wereld, wie: str) -> None:
    client = klant(wie)
    kort = vragen(client, "get", "/heemstede/")
    for adres in (LINDELAAN_12, LINDELAAN_14A) * 3:
        wereld.raadpleeg("anna", adres)
    assert len(vragen(client, "get", "/heemstede/")) == len(kort)
    hoogstens(GRENS[wie], kort)


def test_overzicht_en_resultaat(klant: Klant, wereld: Wereld) -> None:
    anna = klant("anna")
    kort = vragen(anna, "get", "/heemstede/raadplegen/")
    ontvangsten = [wereld.raadpleeg("anna", LINDELAAN_12) for _ in range(6)]
    assert len(vragen(anna, "get", "/heemstede/raadplegen/")) == len(kort)
    hoogstens(12, kort)
    hoogstens(11, vragen(anna, "get", f"/heemstede/raadpleging/{ontvangsten[0]}/"))


def test_elke_stap(klant: Klant) -> None:
    formulieren = Formulieren(klant("anna"))
    for stap, velden, lezen, sturen in (
        ("adres", ADRES, 4, 13),
        ("doel", DOEL, 6, 6),
        ("identiteit", IDENTITEIT, 5, 14),
        ("controle", {}, 7, 26),
    ):
        hoogstens(lezen, vragen(formulieren.client, "get", formulieren.url(stap)))
        gestuurd = formulieren.velden(stap, velden)
        hoogstens(sturen, vragen(formulieren.client, "post", formulieren.url(stap), gestuurd))


def test_zaken(klant: Klant, wereld: Wereld) -> None:
    """As many questions for a long list and a long case as for short ones."""
    lijst, anna, eva = "/heemstede/zaken/?stand=open", klant("anna"), klant("eva")
    zaak = meld(wereld, LINDELAAN_12)
    gelezen = [vragen(wie, "get", f"/heemstede/zaken/{zaak}/") for wie in (anna, eva) for _ in range(2)]
    kort = [vragen(wie, "get", lijst) for wie in (anna, eva)]
    meld(wereld, LINDELAAN_14A)
    for toelichting in ("Anders.", "Weer anders."):
        with wereld.als("anna"):
            afwijkingen.meld(zaak, "anders", toelichting, uuid4())
    for wie, lang, geopend in zip((anna, eva), kort, gelezen[1::2], strict=True):
        assert len(vragen(wie, "get", lijst)) == len(lang)
        vragen(wie, "get", f"/heemstede/zaken/{zaak}/")  # each copy's first opening is kept
        assert len(vragen(wie, "get", f"/heemstede/zaken/{zaak}/")) == len(geopend)
        hoogstens(12, lang)
        hoogstens(25, geopend)


def test_werkverdeling_en_filters(klant: Klant, wereld: Wereld) -> None:
    """As many questions for a group with work as for one without, and for many filters as for none."""
    anna, paden = klant("anna"), ("/heemstede/zaken/verdeling/", "/heemstede/zaken/filters/")
    leeg = [vragen(anna, "get", pad) for pad in paden]
    for adres in (LINDELAAN_12, LINDELAAN_14A):
        meld(wereld, adres)
    with wereld.als("anna"):
        for naam in "abc":
            filters.bewaar(naam, {"stand": "open"})
    for pad, gesteld, grens in zip(paden, leeg, (11, 6), strict=True):
        assert len(vragen(anna, "get", pad)) == len(gesteld)
        hoogstens(grens, gesteld)


def meld(wereld: Wereld, adres: Adres) -> int:
    """A deviation that went to the municipality."""
    ontvangst = wereld.raadpleeg("anna", adres)
    with wereld.als("anna"):
        namen = poort.lees(ontvangst).waarde("naam_bewoner")
        zaak = afwijkingen.wijkt_af(ontvangst, Bevinding(["mist"] * len(namen), "anders", "Onbekend."))
        return afwijkingen.meld(zaak, "anders", "Onbekend.", uuid4())


def test_logboek(klant: Klant, wereld: Wereld) -> None:
    frits = klant("frits")
    wereld.raadpleeg("anna", LINDELAAN_12)
    kort = vragen(frits, "get", "/heemstede/logboek/")
    for wie in ("anna", "bert") * 30:
        wereld.raadpleeg(wie, LINDELAAN_12)
    assert len(vragen(frits, "get", "/heemstede/logboek/")) == len(kort)
    hoogstens(10, kort)


def test_een_zaak_met_veel_nieuwe_stukken_kost_evenveel(klant: Klant, wereld: Wereld) -> None:
    """The first look too, which leaves a receipt of every copy."""
    gesteld = []
    for nummer, adres in enumerate((LINDELAAN_12, LINDELAAN_14A)):
        ontvangst = wereld.raadpleeg("anna", adres)
        with wereld.als("anna"):
            oordelen = ["wijkt_af"] * len(poort.lees(ontvangst).waarde("naam_bewoner"))
            zaak = afwijkingen.wijkt_af(ontvangst, Bevinding(oordelen, "anders", "Anders."))
        for keer in range(1 + 8 * nummer):
            with wereld.als("anna"):
                afwijkingen.meld(zaak, "anders", f"Versie {keer}.", uuid4())
        gesteld.append(vragen(klant("eva"), "get", f"/heemstede/zaken/{zaak}/"))
    assert len(gesteld[0]) == len(gesteld[1])
    hoogstens(25, gesteld[1])

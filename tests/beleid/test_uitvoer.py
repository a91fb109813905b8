"""What `manage.py beleid` prints: readable text that hides nothing, and the JSON others read."""

import json
import re
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from brpinzage.beleid.heemstede import HEEMSTEDE
from convenant.beleid.register import register
from convenant.beleid.taal import Beleid, Bevoegdheid, Gegevensset, Kant, Overgang
from convenant.beleid.uitvoer import als_json, als_tekst
from tools.mutatie.proef import steekproef

SLEUTELS = {
    "gegevenssets": "naam velden optioneel van aan doelen grondslagen verzenden_in inzage_in vereist wijze "
    "verantwoordelijke eis",
    "bevoegdheden": "functie soort handelingen eis",
    "overgangen": "van handeling naar door vereist eis",
    "termijnen": "naam onderwerp na duur eenheid richting actie eis",
    "bewaartermijnen": "naam onderwerp na duur eenheid daarna eis",
    "instellingen": "naam soort van blokkeert eis",
}


def beleid(*opties):
    uit = StringIO()
    call_command("beleid", *opties, stdout=uit)
    return uit.getvalue()


@pytest.mark.parametrize("policy", list(register), ids=lambda policy: policy.code)
def test_no_change_of_a_policy_is_invisible_in_its_text(policy):
    """Every mutant of the first policy, a tenth of those of the others, reads differently."""
    tekst = als_tekst(policy)
    for mutant in steekproef(policy, 100 if policy is HEEMSTEDE else 10):
        assert als_tekst(mutant.beleid) != tekst, f"{mutant.rij}: {mutant.wat}"


def test_articles_stand_in_the_order_of_the_text():
    nummers = [
        "B1.A3",
        "10.1",
        "OND",
        "OW.10",
        "2.10",
        "PAR.1",
        "2.2",
        "OW.9",
        "2",
        "DEF.woning",
        "2.2.b",
        "2.2.a",
    ]
    rijen = tuple(Bevoegdheid("lezer", "gemeente", ("lezen",), f"X-{nummer}") for nummer in nummers)
    tekst = als_tekst(Beleid("x", 1, "X", (), rijen))
    assert re.findall(r"^X-(.*)$", tekst, re.MULTILINE) == [
        *("PAR.1", "OW.9", "OW.10", "DEF.woning"),
        *("2", "2.2", "2.2.a", "2.2.b", "2.10", "10.1"),
        *("B1.A3", "OND"),
    ]


KAN_ALTIJD = (
    "Kan altijd, ook als niet geldt wat altijd nodig is of als instellingen leeg zijn. "
    "Alleen wat de functie of de bevoegdheid zelf nodig heeft, moet gelden:\n"
)


def test_what_the_console_does_not_ask_is_said_of_the_verbs_somebody_has():
    rijen = (
        Bevoegdheid("lezer", "gemeente", ("lezen", "rechten_inzien"), "X-1"),
        Bevoegdheid("baas", "gemeente", ("convenant_inrichten", "rechten_inzien"), "X-1"),
    )
    kop, _ = als_tekst(Beleid("x", 1, "X", (), rijen)).split("\n\n")
    assert f"{KAN_ALTIJD}  - rechten_inzien\n  - convenant_inrichten\nAls de reden" in kop
    assert KAN_ALTIJD not in als_tekst(Beleid("x", 1, "X", (), ()))


def test_the_command_prints_one_policy_or_all():
    assert beleid("heemstede") == als_tekst(HEEMSTEDE)
    assert beleid() == "\n\n".join(als_tekst(policy) for policy in register)
    with pytest.raises(CommandError, match="heemstede"):
        beleid("onbekend")


def test_the_json_has_the_documented_keys():
    convenanten = json.loads(beleid("--json"))["convenanten"]
    assert [c["code"] for c in convenanten] == [policy.code for policy in register]
    for convenant in convenanten:
        assert {"code", "versie", "naam"} <= set(convenant)
        for deel, sleutels in SLEUTELS.items():
            for rij in convenant[deel]:
                assert set(sleutels.split()) <= set(rij), (convenant["code"], deel)


def test_an_end_is_a_string_and_its_condition_stands_beside_it():
    eigenaar, gemeente = Kant("corporatie", "behandelaar", mits="is_eigenaar"), Kant("gemeente", "lezer")
    gegevensset = Gegevensset("s", ("veld",), (eigenaar,), (gemeente,), "sturen", ("d",), ("g",), "HEE-1")
    stap = Overgang("begin", "sturen", "gestuurd", (eigenaar,), "HEE-1")
    policy = Beleid("x", 1, "X", (), (), gegevenssets=(gegevensset,), overgangen=(stap,))
    (convenant,) = als_json([policy])["convenanten"]
    (rij,), (overgang,) = convenant["gegevenssets"], convenant["overgangen"]
    assert (rij["van"], rij["aan"]) == (["corporatie/behandelaar"], ["gemeente/lezer"])
    assert (rij["van_mits"], rij["aan_mits"]) == ({"corporatie/behandelaar": "is_eigenaar"}, {})
    assert overgang["door_mits"] == {"corporatie/behandelaar": "is_eigenaar"}
    assert overgang["van"] == "begin"

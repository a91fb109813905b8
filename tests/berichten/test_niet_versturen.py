"""Mail that does not go: to who does not work here any more, or because there is no mail to be made of it."""

from datetime import timedelta

import pytest

from convenant.berichten.models import Bericht, Post, Postkeuze
from convenant.partijen.models import Account, Autorisatie
from convenant.poort import post
from convenant.poort.grens import als_systeem
from tests.wereld import NU

from .conftest import MINUUT, kies, later, schrijf


def weg(wereld, naam: str, **anders) -> None:
    Autorisatie.objects.filter(medewerker=wereld.mensen[naam]).update(**anders)


@pytest.mark.parametrize("anders", [{"tot": NU.date()}, {"geschorst_op": NU}])
def test_wie_hier_niet_meer_werkt_krijgt_geen_mail_meer_over_het_werk(
    wereld, postbus, als_eigenaar, standen, anders
):
    """Written while anna still had her functie, sent when she has it no more; at once and in the mail of the day."""
    kies(wereld, "bert", Postkeuze.DAG)
    schrijf(wereld)
    with als_eigenaar():
        weg(wereld, "anna", **anders)
    assert post.verstuur() == 0
    with als_eigenaar():
        weg(wereld, "bert", **anders)
    assert later(timedelta(hours=21)) == 0
    assert standen() == [Post.MISLUKT, Post.MISLUKT]
    assert schrijf(wereld, "gemeente", "convenantbeheerder") == post.verstuur() == 1


def test_wat_de_eigen_rechten_raakt_komt_ook_bij_wie_hier_niet_meer_werkt(wereld, postbus, als_eigenaar):
    schrijf(wereld, dringend=True)
    with als_eigenaar():
        weg(wereld, "anna", tot=NU.date())
    assert post.verstuur() == 2
    assert postbus.aan == ["anna", "bert"]


@pytest.mark.parametrize("stuk", ["adres", "bericht"])
def test_een_mail_die_niet_te_maken_is_mislukt_alleen(wereld, postbus, als_eigenaar, standen, caplog, stuk):
    schrijf(wereld)
    with als_eigenaar():
        if stuk == "adres":
            Account.objects.filter(naam="Anna").update(email="anna@voorbeeld.nl\nbcc: bert@voorbeeld.nl")
        else:
            with als_systeem(post.TAAK) as moment:
                post._verdeel(moment)
            Bericht.objects.filter(account__naam="Anna").delete()
    assert post.verstuur() == 1
    assert postbus.aan == ["bert"]
    assert standen() == [Post.MISLUKT, Post.VERSTUURD]
    assert "Een mail is niet te maken" in caplog.text
    assert "voorbeeld.nl" not in caplog.text, "the log names nobody"


def bezwijk(*_):
    raise MemoryError


def test_een_mail_waar_de_verzender_aan_bezwijkt_is_daarna_niet_weer_de_eerste(
    wereld, postbus, als_eigenaar, monkeypatch
):
    schrijf(wereld)
    monkeypatch.setattr(post, "PER_KEER", 1)
    with monkeypatch.context() as bezwijkt:
        bezwijkt.setattr(post, "maak_mail", bezwijk)
        with pytest.raises(MemoryError):
            post.verstuur()
    assert later(6 * MINUUT) == 1
    with als_eigenaar():
        assert sorted(Post.objects.values_list("stand", "pogingen")) == [("verstuurd", 1), ("wacht", 1)]

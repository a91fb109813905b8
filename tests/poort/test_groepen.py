"""What the fence knows of the Beleid follows a new version of the program, by the owner's hand alone."""

import pytest
from django.core.management import call_command
from django.db import DatabaseError, transaction

from convenant.partijen.inrichting import werk_groepen_bij
from convenant.partijen.models import Groep
from tests.wereld import Wereld


def test_groepen_krijgen_wat_het_beleid_nu_noemt(wereld: Wereld, als_eigenaar, capsys):
    groep = wereld.groep("gemeente", "toezichthouder")
    with als_eigenaar():
        Groep.objects.filter(pk=groep.pk).update(handelingen=["oud"], leest_logboek=False)
        call_command("groepen")
        assert capsys.readouterr().out == "1 groepen bijgewerkt.\n"
        assert werk_groepen_bij() == 0
    nieuw = wereld.groep("gemeente", "toezichthouder")
    assert "steekproef_trekken" in nieuw.handelingen
    assert nieuw.leest_logboek


def test_de_toepassing_zelf_kan_het_niet(wereld: Wereld):
    groep = wereld.groep("linde", "contactpersoon")
    with pytest.raises(DatabaseError), transaction.atomic():
        Groep.objects.filter(pk=groep.pk).update(handelingen=["logboek_lezen"])

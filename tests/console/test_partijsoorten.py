"""How many parties of each soort the five texts know: nobody can let in one more, and too few stand on the checklist."""

import pytest

from convenant.console import inrichting
from convenant.partijen.models import Deelname
from convenant.poort.handeling import Ongeldig
from convenant.tijd import stel_in
from tests import werelden
from tests.wereld import NU

from .test_inrichting_vijf import TEKST

# convenant, soort, clause, at least, at most (None: as many as sign)
AANTALLEN = [
    ("heemstede", "gemeente", "HEE-PAR.1", 1, 1),
    ("heemstede", "corporatie", "HEE-PAR.2", 1, None),
    ("maassluis", "dienstverlening", "MAA-2.2", 1, 1),
    ("maassluis", "rovm", "MAA-2.2", 1, 1),
    ("maassluis", "corporatie", "MAA-2.2", 1, 1),
    ("maassluis", "college", "MAA-1.7", 1, 1),
    ("zoeklicht", "directie_wonen", "ZOE-PAR.1", 1, 1),
    ("zoeklicht", "directie_inkomen", "ZOE-PAR.1", 1, 1),
    ("zoeklicht", "directie_basisinformatie", "ZOE-PAR.1", 1, 1),
    ("zoeklicht", "gemeente", "ZOE-PAR.1", 1, 1),
    ("zoeklicht", "corporatie", "ZOE-PAR.2", 9, 9),
    ("haarlem", "gemeente", "HAA-PAR.1", 1, 1),
    ("haarlem", "corporatie", "HAA-PAR.2", 3, 3),
    ("krimpen", "politie", "KRI-PAR.1", 1, 1),
    ("krimpen", "gemeente", "KRI-PAR.2", 1, 1),
    ("krimpen", "corporatie", "KRI-PAR.3", 0, None),
    ("krimpen", "particuliere_verhuurder", "KRI-PAR.4", 0, None),
]
MEER_DAN_GENOEG = 11


@pytest.mark.parametrize(
    ("code", "soort", "eis", "minstens", "hoogstens"),
    [pytest.param(*rij, marks=pytest.mark.eis(rij[2]), id=f"{rij[0]}-{rij[1]}") for rij in AANTALLEN],
)
def test_zoveel_partijen_als_de_tekst_kent(
    db: None, code: str, soort: str, eis: str, minstens: int, hoogstens: int | None
) -> None:
    """Who left makes room; two of those here sit at one desk, so the others of the soort are made to leave first."""
    wie = TEKST[code][0]
    with stel_in(NU):
        wereld = werelden.maak(code)
        aantal = 1 if wie.startswith(f"{soort}/") else 0
        weg = Deelname.objects.filter(convenant=wereld.convenant, soort=soort)
        if aantal:
            weg = weg.exclude(pk=wereld.deelnames[soort].pk)
        weg.update(einde=NU.date())
        te_weinig = {}
        while aantal < MEER_DAN_GENOEG:
            with wereld.als(wie):
                te_weinig[aantal] = {
                    gebrek.eis
                    for gebrek in inrichting.te_doen()[1]
                    if gebrek.plek == "partijen" and gebrek.naam == soort
                }
            if aantal == hoogstens:
                with pytest.raises(Ongeldig) as fout, wereld.als(wie):
                    inrichting.sluit_aan(soort, naam="Een te veel")
                assert f"{hoogstens} van de soort" in fout.value.fouten[""]
                assert eis in fout.value.fouten[""]
                break
            with wereld.als(wie):
                inrichting.sluit_aan(soort, naam=f"{soort} nummer {aantal}")
            aantal += 1
    assert aantal == (hoogstens or MEER_DAN_GENOEG)
    assert te_weinig == {n: {eis} if n < minstens else set() for n in te_weinig}


@pytest.mark.vergelijking
@pytest.mark.parametrize("code", werelden.CODES)
def test_elke_soort_staat_in_de_tabel(code: str) -> None:
    from convenant.beleid.register import register

    beleid = register.geef(code, 1)
    soorten = {soort for rij, soort, *_ in AANTALLEN if rij == code}
    assert (
        soorten == {functie.soort for functie in beleid.functies} == {p.soort for p in beleid.partijsoorten}
    )

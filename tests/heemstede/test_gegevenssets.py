"""Every set of Heemstede, sent and read through the gate: exactly what its row says, and nothing besides."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from convenant.beleid.taal import BEGIN
from convenant.partijen.models import Groep
from convenant.poort import poort
from convenant.poort.handeling import NietGevonden, Ongeldig
from convenant.poort.zaken import Zaak
from convenant.verstrekkingen.models import Ontvangst
from tests.beleid.heemstede import SETS, STAPPEN
from tests.beleid.heemstede.feiten import FEITEN
from tests.beleid.heemstede.kanten import ALS, VIJF_DOELEN
from tests.beleid.tabel import SetRegel
from tests.wereld import Wereld

from .toneel import (
    BUREN,
    IEDEREEN,
    OP_VERZOEK,
    SPELER,
    STAPPEN_VAN_ZAKEN,
    als_eigenaar,
    gezegd,
    groep,
    kopie_van,
    lees,
    ongedaan,
    onwaar,
    verstrek,
    verzoek_in,
    waarden_van,
    weigering,
    zaak_in,
    zet_stap,
)

GRONDSLAGEN = ("wet_brp_3_9", "avg_6_1_f", "avg_6_1_e", "wet_brp_3_8", "machtiging_huurder")
GEBRACHT = [regel for regel in SETS if not regel.haalt]


def params(regels):
    """A row proves its own clause, and that of each condition of its own."""
    return [
        pytest.param(regel, marks=pytest.mark.eis(*dict.fromkeys(eisen_van(regel))), id=regel.naam)
        for regel in regels
    ]


def eisen_van(regel: SetRegel) -> Iterator[str]:
    yield regel.eis
    wie = regel.aan[0] if regel.haalt else regel.van[0]
    yield from (FEITEN[feit] for feit in regel.vereist if feit not in ALS[wie])


class Zending:
    """One row on the stage: who sends, who receives, in which step; the first of each, unless said otherwise.

    A set that goes from functie to functie of one soort goes to the neighbours.
    """

    def __init__(self, wereld: Wereld, regel: SetRegel, van: str = "", aan: str = ""):
        self.wereld, self.regel = wereld, regel
        self.van, self.aan = van or regel.van[0], aan or regel.aan[-1]
        self.afzender = SPELER[self.van]
        self.ontvanger = (BUREN if self.van == self.aan else SPELER)[self.aan]

    def groep(self, functie: str = "") -> Groep:
        functie = functie or self.aan
        return groep(self.wereld, functie, buren=functie in BUREN and functie == self.van)

    def zaak(self, wie: str = "", stap: str = "") -> Zaak | None:
        """The case it is sent in; none yet where sending opens it."""
        stap = stap or self.regel.stappen[0]
        if stap == BEGIN:
            return None
        maak = verzoek_in if self.regel.naam in OP_VERZOEK else zaak_in
        return maak(self.wereld, stap, wie or self.afzender)

    def stuur(self) -> poort.Verstrekt:
        zaak = self.zaak()
        with self.wereld.als(self.afzender):
            return verstrek(self.regel, [self.groep()], zaak)

    @contextmanager
    def klaar(self) -> Iterator["Klaar"]:
        """The sender at work, with a case in the right step."""
        zaak = self.zaak()
        with self.wereld.als(self.afzender):
            yield Klaar(self, zaak)


class Klaar:
    """Everything at hand to send, again and again: what one try does is undone before the next."""

    def __init__(self, zending: Zending, zaak: Zaak | None):
        self.regel, self.zaak, self.aan = zending.regel, zaak, zending.groep()

    def weigert(self, **anders) -> tuple[tuple[str, str], ...]:
        return weigering(lambda: verstrek(self.regel, [self.aan], self.zaak, **anders))

    def fouten(self, **anders) -> dict[str, str]:
        with pytest.raises(Ongeldig) as fout, ongedaan():
            verstrek(self.regel, [self.aan], self.zaak, **anders)
        return fout.value.fouten

    def eigen_kopie(self, **anders) -> poort.Gelezen:
        """As the sender reads it afterwards."""
        with ongedaan():
            verstrekt = verstrek(self.regel, [self.aan], self.zaak, **anders)
            assert verstrekt.zaak
            zet_stap(verstrekt.zaak, self.regel.leesbaar[0])
            kopie = poort.eigen_kopie(verstrekt.id)
            assert kopie
            return poort.lees(kopie)


@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_komt_precies_aan_bij_wie_het_krijgt(wereld, regel):
    """The values as sent, with doel and article, in the copies of sender and receiver; nobody else has or opens one."""
    for van in regel.van:
        for aan in regel.aan:
            if van == aan and van not in BUREN:
                continue  # there is one municipality
            zending = Zending(wereld, regel, van, aan)
            verstrekt = zending.stuur()
            houders = {zending.afzender, zending.ontvanger}
            assert verstrekt.zaak
            zet_stap(verstrekt.zaak, regel.leesbaar[0])
            for naam in houders:
                gelezen = lees(wereld, naam, kopie_van(wereld, naam, verstrekt.id))
                assert {veld.naam: veld.waarde for veld in gelezen.velden} == waarden_van(regel)
                assert (gelezen.eis, gelezen.doel) == (regel.eis, (*regel.doelen, "")[0])
                assert gelezen.grondslag == (*regel.grondslagen, "")[0]
            _niemand_anders_leest(wereld, verstrekt.id, houders)


def _niemand_anders_leest(wereld, verstrekking, houders):
    with als_eigenaar():
        kopieen = list(Ontvangst.objects.filter(verstrekking_id=verstrekking))
    assert len(kopieen) == len(houders)
    for naam in set(IEDEREEN) - houders:
        with wereld.als(naam):
            for kopie in kopieen:
                with pytest.raises(NietGevonden):
                    poort.lees(kopie.pk)


@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_niemand_anders_stuurt_of_krijgt(wereld, regel):
    zending = Zending(wereld, regel)
    with zending.klaar() as klaar:
        assert klaar.weigert() == ()
        for functie in SPELER:
            if functie not in regel.aan:
                assert weigering(lambda f=functie: verstrek(regel, [zending.groep(f)], klaar.zaak)), (
                    f"{functie} krijgt"
                )
    for functie, naam in SPELER.items():
        if functie not in regel.van:
            zaak = zending.zaak(naam)
            with wereld.als(naam):
                assert weigering(lambda z=zaak: verstrek(regel, [zending.groep()], z)), f"{naam} stuurt"


@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_alleen_in_haar_stappen(wereld, regel):
    """Sent in the steps the row names, from there to where the case goes; in every other step refused."""
    zending = Zending(wereld, regel)
    naar = {stap.van: stap.naar for stap in STAPPEN if stap.handeling == regel.handeling}
    in_een_stap = zending.zaak(stap=STAPPEN_VAN_ZAKEN[0])
    assert in_een_stap
    with wereld.als(zending.afzender):
        for stap in (BEGIN, *STAPPEN_VAN_ZAKEN):
            zet_stap(in_een_stap, stap)
            zaak = None if stap == BEGIN else in_een_stap
            if stap not in regel.stappen:
                assert weigering(lambda z=zaak: verstrek(regel, [zending.groep()], z)), f"verzonden in {stap}"
                continue
            with ongedaan():
                verplaatst = verstrek(regel, [zending.groep()], zaak).zaak
                assert verplaatst
                assert verplaatst.stap == naar[stap]


@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_alleen_te_lezen_in_haar_stappen(wereld, regel):
    zending = Zending(wereld, regel)
    verstrekt = zending.stuur()
    assert verstrekt.zaak
    for naam in (zending.ontvanger, zending.afzender):
        kopie = kopie_van(wereld, naam, verstrekt.id)
        with wereld.als(naam):
            for stap in STAPPEN_VAN_ZAKEN:
                zet_stap(verstrekt.zaak, stap)
                geweigerd = bool(weigering(lambda k=kopie: poort.lees(k)))
                assert geweigerd is (stap not in regel.leesbaar), f"{naam} leest in {stap}"


@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_alleen_voor_haar_doelen_en_op_haar_grondslagen(wereld, regel):
    with Zending(wereld, regel).klaar() as klaar:
        for doel in VIJF_DOELEN:
            if regel.doelen and doel not in regel.doelen:
                assert klaar.weigert(doel=doel), f"voor {doel}"
            else:
                assert klaar.eigen_kopie(doel=doel).doel == (doel if regel.doelen else "")
        for grondslag in GRONDSLAGEN:
            if regel.grondslagen and grondslag not in regel.grondslagen:
                assert klaar.weigert(grondslag=grondslag), f"op {grondslag}"
            else:
                gelezen = klaar.eigen_kopie(grondslag=grondslag)
                assert gelezen.grondslag == (grondslag if regel.grondslagen else "")


@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_alleen_haar_velden_en_waarden(wereld, regel):
    """One field more is refused with the article; one less is refused unless it is optional; a list is closed."""
    alle = waarden_van(regel)
    with Zending(wereld, regel).klaar() as klaar:
        assert klaar.weigert(waarden=alle | {"burgerservicenummer": "999990019"}) == (("", regel.eis),)
        for veld in regel.velden:
            zonder = {naam: waarde for naam, waarde in alle.items() if naam != veld}
            if veld in regel.optioneel:
                assert klaar.eigen_kopie(waarden=zonder)
                continue
            if zonder:
                assert klaar.fouten(waarden=zonder) == {veld: "Vul dit gegeven in."}
            else:
                assert klaar.weigert(waarden=zonder) == (("", regel.eis),)
            assert set(klaar.fouten(waarden=alle | {veld: ""})) == {veld}
        for veld, lijst in regel.waarden:
            for waarde in lijst:
                assert klaar.eigen_kopie(waarden=alle | {veld: waarde}).waarde(veld) == waarde
            assert klaar.fouten(waarden=alle | {veld: "iets anders"}) == {
                veld: f"Kies uit: {', '.join(lijst)}."
            }


@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_zonder_voorwaarde_geweigerd_met_reden_en_artikel(wereld, regel):
    zending = Zending(wereld, regel)
    zaak = zending.zaak()
    for feit in (*regel.vereist, "convenant_actief", "niet_vervallen"):
        with onwaar(wereld, feit, zending.afzender), wereld.als(zending.afzender):
            redenen = weigering(lambda f=feit: verstrek(regel, [zending.groep()], zaak, zonder=f))
            assert redenen == gezegd(feit), f"zonder {feit}"


@pytest.mark.parametrize("regel", params(GEBRACHT))
def test_zonder_voorwaarde_niet_te_lezen(wereld, regel):
    """What acting in the functie takes, reading takes too: what was received closes with it."""
    zending = Zending(wereld, regel)
    verstrekt = zending.stuur()
    assert verstrekt.zaak
    zet_stap(verstrekt.zaak, regel.leesbaar[0])
    kopie = kopie_van(wereld, zending.ontvanger, verstrekt.id)
    for feit in (*ALS[zending.aan], "convenant_actief", "niet_vervallen"):
        with onwaar(wereld, feit, zending.ontvanger):
            redenen = weigering(lambda: lees(wereld, zending.ontvanger, kopie))
            assert redenen == gezegd(feit), f"zonder {feit}"


@pytest.mark.parametrize(
    ("doel", "feit"),
    [
        pytest.param("woningtoewijzing", "mandaat_aanwezig", marks=pytest.mark.eis("HEE-1.c")),
        pytest.param("dienstverlening_huurder", "identiteit_vastgesteld", marks=pytest.mark.eis("HEE-1.e")),
    ],
)
def test_doel_met_een_eigen_voorwaarde(wereld, doel, feit):
    """Asked by the purpose itself, also of a set that does not ask it; the other purposes go on without."""
    zending = Zending(wereld, next(regel for regel in SETS if regel.naam == "afwijkingsmelding"))
    zaak = zending.zaak()
    with onwaar(wereld, feit, zending.afzender), wereld.als(zending.afzender):
        for ander in VIJF_DOELEN:
            redenen = weigering(
                lambda d=ander: verstrek(zending.regel, [zending.groep()], zaak, zonder=feit, doel=d)
            )
            assert redenen == (gezegd(feit) if ander == doel else ())

"""Maassluis, who may do what and who holds which functie: written from docs/eisen/maassluis.yaml."""

import pytest

from brpinzage.beleid.maassluis import MAASSLUIS
from convenant.beleid.beslissing import Vraag, beslis
from convenant.beleid.taal import INZIEN

from .maassluis import (
    ALS_COLLEGE,
    ALS_MEDEWERKER,
    ALS_REGISSEUR,
    BEHEER,
    COLLEGE,
    DIENST,
    FGS,
    HOUDERS,
    KLOK,
    MAASDELTA,
    MEDEWERKERS,
    REGISSEUR,
    ROVM,
    STEUN,
    TEKENAARS,
)
from .tabel import (
    AANMELDEN,
    INRICHTEN,
    RECHTEN,
    REGISTER,
    SCHORSEN,
    VERLENEN,
    Als,
    Mag,
    controleer_functie,
    controleer_mag,
    elk,
    kant,
    params,
    reikt,
    stand,
)

ELK = (*HOUDERS, COLLEGE)
LEZERS = (*HOUDERS, STEUN, COLLEGE)

BEVOEGDHEDEN = [
    Mag("MAA-INL.3", "aanmelden", MEDEWERKERS),
    Mag("MAA-9.2", INZIEN, LEZERS),
    Mag("MAA-PAR.3", INZIEN, LEZERS),
    Mag("MAA-1.7", INZIEN, LEZERS),
    Mag("MAA-6.2", "beantwoorden", (DIENST, MAASDELTA)),
    Mag("MAA-6.3", "beantwoorden", (DIENST, MAASDELTA)),
    Mag("MAA-6.6", "mondeling_verstrekken_vastleggen", (DIENST, MAASDELTA, REGISSEUR)),
    Mag("MAA-2.3", "agenderen", MEDEWERKERS),
    Mag("MAA-11.1", "twijfel_melden", MEDEWERKERS),
    Mag("MAA-5.3", "verdere_verwerking_vragen", MEDEWERKERS),
    Mag("MAA-12.2", "gegeven_van_betrokkene_vastleggen", HOUDERS, ("vooraf_geinformeerd",)),
    Mag("MAA-14.1", "inzageverzoek_registreren", ELK),
    Mag("MAA-15.1", "correctieverzoek_registreren", ELK),
    Mag("MAA-16.1", "verzet_registreren", ELK),
    Mag("MAA-7", "derdenverzoek_registreren", ELK),
    Mag("MAA-14.3", "opgave_doen", HOUDERS),
    Mag("MAA-15.3", "correctie_melden", HOUDERS),
    Mag("MAA-3", "in_regie_nemen", (REGISSEUR,)),
    Mag("MAA-3", "uitvragen", (REGISSEUR,)),
    Mag("MAA-1.8", "terugsturen", (REGISSEUR,), ("reden_vermeld",)),
    Mag("MAA-1.8", "vrijgeven", (REGISSEUR,)),
    Mag("MAA-9.3", "vergelijken", (REGISSEUR,)),
    Mag("MAA-2.3", "in_overleg_brengen", (REGISSEUR,)),
    Mag("MAA-2.3", "overleg_verslaan", (REGISSEUR, STEUN)),
    Mag("MAA-INL.3", "sluiten", (REGISSEUR,), ("uitkomst_gekozen", "correctie_vermeld")),
    Mag("MAA-2.1", "sluiten", (REGISSEUR,), ("correctie_vermeld",)),
    Mag("MAA-11.1", "controle_vragen", (REGISSEUR,)),
    Mag("MAA-7", "verstrekken_aan_derde", (REGISSEUR,)),
    Mag("MAA-7", "derdenverzoek_afronden", (REGISSEUR,), ("derdenbesluit_uitgevoerd",)),
    Mag("MAA-19", "evaluatie_vastleggen", (REGISSEUR,)),
    Mag(
        "MAA-11.2",
        "logboek_lezen",
        (REGISSEUR, COLLEGE),
        bereik=((REGISSEUR, "convenant"), (COLLEGE, "convenant")),
    ),
    Mag("MAA-11.2", "toezicht_exporteren", (REGISSEUR,), bereik=((REGISSEUR, "convenant"),)),
    Mag("MAA-9.2", "toegang_bepalen", (COLLEGE,)),
    *elk("MAA-9.3", (COLLEGE,), *VERLENEN),
    *elk("MAA-9.3", (BEHEER,), *AANMELDEN),
    Mag("MAA-9.3", SCHORSEN, (COLLEGE, BEHEER)),
    *elk(
        "MAA-OW.6",
        FGS,
        "eigen_logboek_lezen",
        "signalen_inzien",
        "steekproef_inzien",
        bereik=reikt("partij", *FGS),
    ),
    *(
        Mag(
            eis,
            RECHTEN,
            (COLLEGE, BEHEER, *FGS),
            bereik=(*reikt("convenant", COLLEGE, BEHEER), *reikt("partij", *FGS)),
        )
        for eis in ("MAA-9.2", "MAA-OW.6")
    ),
    Mag("MAA-2.2", REGISTER, (BEHEER, *FGS), bereik=reikt("partij", *FGS)),
    Mag("MAA-OW.6", REGISTER, (BEHEER, *FGS), bereik=reikt("partij", *FGS)),
    Mag("MAA-2.2", INRICHTEN, (BEHEER,)),
    Mag("MAA-9.4", "richtlijnen_vaststellen", (COLLEGE,)),
    Mag("MAA-10.2", "onderzoek_bestemmen", (COLLEGE,), ("onderzoeksbesluit",)),
    Mag("MAA-6.4", "veldenlijst_voorstellen", (BEHEER,), ("wijziging_verbonden",)),
    Mag("MAA-6.4", "veldenlijst_vaststellen", (COLLEGE,), ("tweede_persoon",)),
    Mag("MAA-5.3", "verdere_verwerking_toestaan", (COLLEGE,), ("verder_verenigbaar",)),
    Mag("MAA-5.3", "verdere_verwerking_weigeren", (COLLEGE,), ("reden_vermeld",)),
    Mag("MAA-5.3", "verdere_verwerking_berichten", (COLLEGE,)),
    Mag("MAA-7", "derdenverzoek_toestaan", (COLLEGE,), ("derdentoets_vastgelegd",)),
    Mag("MAA-7", "derdenverzoek_weigeren", (COLLEGE,), ("reden_vermeld",)),
    Mag("MAA-12.1", "informeren", (COLLEGE,)),
    Mag("MAA-12.1", "informeren_afronden", (COLLEGE,), ("brief_verstuurd", "vertegenwoordiger_ingelicht")),
    Mag("MAA-12.3", "uitzondering_vastleggen", (COLLEGE,), ("uitzondering_gemotiveerd",)),
    Mag("MAA-12.3", "informeren_hervatten", (COLLEGE, KLOK)),
    Mag("MAA-12.3", "informatietaak_openen", (KLOK,)),
    Mag("MAA-13.4", "ontvangst_bevestigen", (COLLEGE,)),
    Mag("MAA-14.2", "inzage_beantwoorden", (COLLEGE,)),
    Mag("MAA-14.5", "inzage_weigeren", (COLLEGE,), ("weigeringsgrond_gekozen",)),
    Mag("MAA-15.1", "aanvulling_vragen", (COLLEGE,)),
    Mag("MAA-15.1", "correctie_aanvullen", (COLLEGE,), ("wijzigingen_genoemd",)),
    Mag("MAA-15.2", "correctie_toewijzen", (COLLEGE,), ("correctiegrond_gekozen", "wijzigingen_genoemd")),
    Mag("MAA-15.3", "correctie_opdragen", (COLLEGE,)),
    Mag("MAA-15.3", "correctie_afronden", (COLLEGE,), ("alle_houders_klaar",)),
    Mag("MAA-15.4", "correctie_weigeren", (COLLEGE,), ("weigering_gemotiveerd",)),
    Mag("MAA-16.2", "verzet_gegrond_verklaren", (COLLEGE,)),
    Mag("MAA-16.2", "verzet_ongegrond_verklaren", (COLLEGE,), ("verzet_gemotiveerd",)),
    Mag("MAA-16.2", "verzet_beantwoorden", (COLLEGE,)),
    Mag("MAA-16.2", "verzet_doorvoeren", (COLLEGE,)),
    Mag("MAA-OW.6", "register_vastleggen", (BEHEER,)),
    Mag("MAA-OW.4", "grondslag_vastleggen", (BEHEER,)),
    Mag("MAA-4", "geheimhouding_vastleggen", (BEHEER,)),
    Mag("MAA-17.1", "inrichting_wijzigen", (BEHEER,), ("wijziging_verbonden",)),
    Mag("MAA-17.2", "wijziging_vaststellen", (BEHEER,), ("alle_partijen_stemmen_in",)),
    Mag("MAA-23", "publicatie_vastleggen", (BEHEER,)),
    Mag("MAA-17.2", "wijziging_voorstellen", TEKENAARS),
    Mag("MAA-17.2", "wijziging_instemmen", TEKENAARS),
    Mag("MAA-17.3", "wijziging_niet_instemmen", TEKENAARS),
    Mag("MAA-20", "beeindigen", TEKENAARS, ("einddatum_niet_voorbij",)),
    Mag(
        "MAA-17.2",
        "wijziging_in_werking_stellen",
        (KLOK,),
        ("maand_na_vaststelling", "register_bijgewerkt"),
    ),
    Mag("MAA-10.1", "vernietigen", (KLOK,), ("bewaartermijn_verstreken",)),
    Mag("MAA-10.2", "anonimiseren", (KLOK,), ("bewaartermijn_verstreken", "anonimiseren_gekozen")),
]


@pytest.mark.parametrize("regel", params(BEVOEGDHEDEN))
def test_bevoegdheid(regel):
    controleer_mag(MAASSLUIS, regel)


def test_elke_handeling_heeft_een_rij():
    verwacht = {handeling for rij in MAASSLUIS.bevoegdheden for handeling in rij.handelingen}
    assert {regel.handeling for regel in BEVOEGDHEDEN} == verwacht


def functie(eis, naam, vereist, onverenigbaar=()):
    """Every person is registered by the convenantbeheerder and granted by the verantwoordelijke (decision 69)."""
    return Als(eis, naam, BEHEER, COLLEGE, vereist, onverenigbaar=onverenigbaar)


FUNCTIES = [
    functie("MAA-PAR.1", DIENST, ALS_MEDEWERKER),
    functie("MAA-PAR.2", ROVM, ALS_MEDEWERKER),
    functie("MAA-PAR.3", MAASDELTA, ALS_MEDEWERKER),
    functie("MAA-1.8", REGISSEUR, ALS_REGISSEUR),
    functie("MAA-11.3", STEUN, ALS_REGISSEUR, ("regisseur",)),
    *(functie("MAA-17.2", naam, ("convenant_getekend", "partij_aangesloten")) for naam in TEKENAARS),
    functie("MAA-1.7", COLLEGE, ALS_COLLEGE, ("convenantbeheerder", "regisseur")),
    functie("MAA-1.7", BEHEER, ALS_COLLEGE, ("verantwoordelijke",)),
    *(
        functie("MAA-OW.6", naam, ALS_COLLEGE, collegas)
        for naam, collegas in zip(
            FGS,
            (
                ("medewerker", "tekeningsbevoegde"),
                ("medewerker", "regisseur", "ondersteuning", "tekeningsbevoegde"),
                ("medewerker", "tekeningsbevoegde"),
                ("verantwoordelijke", "convenantbeheerder"),
            ),
            strict=True,
        )
    ),
]


@pytest.mark.parametrize("regel", params(FUNCTIES))
def test_functie(regel):
    controleer_functie(MAASSLUIS, regel)


@pytest.mark.eis("MAA-2.2", "MAA-1.3", "MAA-PAR.2")
def test_er_zijn_drie_partijen_en_het_college():
    """A fourth party joins by amendment only (MAA-17.2); the regisseur is of ROVM."""
    assert {f"{f.soort}/{f.naam}" for f in MAASSLUIS.functies} == {regel.functie for regel in FUNCTIES}
    assert [f.soort for f in MAASSLUIS.functies if f.naam == "regisseur"] == ["rovm"]


@pytest.mark.eis("MAA-9.2")
@pytest.mark.parametrize("wie", LEZERS)
def test_personeel_van_de_gemeente_leest_alleen_toegewezen_zaken(wie):
    """Limited is the rule; unlimited makes the fact hold for every case."""
    mag = beslis(MAASSLUIS, Vraag(kant(wie), INZIEN), stand(MAASSLUIS, ("toegang_tot_zaak",))).mag
    assert mag is (wie in (MAASDELTA, COLLEGE))


@pytest.mark.eis("MAA-11.3", "MAA-1.8")
def test_ondersteuning_geeft_niets_vrij():
    verbs = {v for b in MAASSLUIS.bevoegdheden if kant(STEUN).functie == b.functie for v in b.handelingen}
    assert verbs == {INZIEN, "overleg_verslaan"}

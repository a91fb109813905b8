"""The second fence, table by table: without context nothing, with one group's context its own rows, for writes too."""

from collections.abc import Iterator

import pytest
from django.db import DatabaseError, connection, transaction

from convenant.poort import poort, zaken
from convenant.poort.grens import Beurt
from convenant.poort.tabellen import ZONDER_HEK, gehekt
from convenant.tijd import stel_in
from tests.wereld import (
    LINDELAAN_12,
    NU,
    Wereld,
)

from .hekwereld import maak_werelden

# What one group may see of each fenced table, said independently of the policies: conditions for the owner, with the
# group id as %(groep)s, its convenant as %(convenant)s and the account as %(account)s. None: nothing, ever.
VOORSTEL = """deelname_id = (
    select deelname_id from partijen_groep where group_id = %(groep)s and functie = 'beheerder')"""
MAG = "exists (select from partijen_groep where group_id = %(groep)s and '{}' = any(handelingen))"
EIGEN_PARTIJ = """select deelname_id from partijen_groep
    where group_id = %(groep)s and functie in ('beheerder', 'privacycoordinator', 'functionaris_gegevensbescherming')"""
EIGEN_ACCOUNT = "account_id = %(account)s and convenant_id = %(convenant)s"
POSTFOUT_VAN_BEHEER = f"""({MAG.format("medewerker_aanmelden")} and account_id in (
    select m.account_id from partijen_medewerker m join partijen_deelname d on d.partij_id = m.partij_id
    where d.convenant_id = %(convenant)s))"""
KLOK = """(groep_id = %(groep)s or %(groep)s = any(zien)) and convenant_id = %(convenant)s and (
    zaak_id is null or zaak_id in (select zaak_id from zaken_toegang where group_id = %(groep)s))"""
EIGEN = {
    "agenda_adres": "account_id = %(account)s and convenant_id = %(convenant)s",
    "termijnen_klok": KLOK,
    "termijnen_vrijedag": "convenant_id = %(convenant)s",
    "termijnen_klokfeit": f"klok_id in (select id from termijnen_klok where {KLOK})",
    "brpinzage_bezit": "deelname_id = (select deelname_id from partijen_groep where group_id = %(groep)s)",
    "brpinzage_bezitvoorstel": VOORSTEL,
    "brpinzage_bezitvoorstelrij": f"voorstel_id in (select id from brpinzage_bezitvoorstel where {VOORSTEL})",
    "brpinzage_uittreksel": "convenant_id = %(convenant)s",
    "brpinzage_ingeschrevene": None,
    "brpinzage_ophaling": "groep_id = %(groep)s",
    "brpinzage_ophaaladres": None,
    "brpinzage_aankondiging": "convenant_id = %(convenant)s",
    "brpinzage_handreiking": "convenant_id = %(convenant)s and vervallen_op is null",
    "brpinzage_handreikingbevestiging": "groep_id = %(groep)s",
    "brpinzage_beveiligingsmaatregelen": VOORSTEL,
    "berichten_bericht": EIGEN_ACCOUNT,
    "berichten_post": None,
    "berichten_postkeuze": EIGEN_ACCOUNT,
    "berichten_postfout": f"account_id = %(account)s or {POSTFOUT_VAN_BEHEER}",
    "bijlagen_bijlage": "id in (select bijlage_id from bijlagen_bijlagesleutel where groep_id = %(groep)s)",
    "bijlagen_bijlagesleutel": "groep_id = %(groep)s",
    # A beheerder reads the log of the whole own party (HEE-4), an FG too (decision 79).
    "poort_logregel": f"groep_id = %(groep)s or deelname_id in ({EIGEN_PARTIJ})",
    "poort_logverborgen": None,
    "poort_logbetrokkene": None,
    "poort_logkop": None,
    "verstrekkingen_verstrekking": """door_groep_id = %(groep)s or id in (
        select verstrekking_id from verstrekkingen_ontvangst where groep_id = %(groep)s)""",
    "verstrekkingen_ontvangst": "groep_id = %(groep)s",
    "verstrekkingen_raadpleging": "groep_id = %(groep)s",
    # Supervision, and of the own party its FG; who does supervise may see them in tests/toezicht.
    "toezicht_steekproef": f"convenant_id = %(convenant)s and {MAG.format('steekproef_inzien')}",
    "toezicht_steekproefregel": f"""{MAG.format("steekproef_inzien")} and volg in (
        select volg from poort_logregel where convenant_id = %(convenant)s and deelname_id in ({EIGEN_PARTIJ}))""",
    "toezicht_uitvoer": None,
    "looptijd_beeindiging": "convenant_id = %(convenant)s",
    "looptijd_brief": f"""convenant_id = %(convenant)s and {MAG.format("opzeggen")}""",
    **dict.fromkeys(("looptijd_voorstel", "looptijd_akkoord"), "convenant_id = %(convenant)s"),
    "looptijd_stuk": f"""convenant_id = %(convenant)s and {MAG.format("wijziging_instemmen")}""",
    "looptijd_feit": "convenant_id = %(convenant)s",
    # For who sets the convenant up; tests/looptijd.
    "looptijd_eindverslag": None,
    "zaken_zaak": "id in (select zaak_id from zaken_toegang where group_id = %(groep)s)",
    "zaken_zaakteller": None,
    "zaken_toegang": "group_id = %(groep)s",
    "zaken_toegangsgrond": "groep_id = %(groep)s",
    # Of others' acts as far as the policy shows steps (ADR 43).
    "zaken_gebeurtenis": """zaak_id in (select zaak_id from zaken_toegang t where t.group_id = %(groep)s
        and (t.ziet_spoor or zaken_gebeurtenis.groep_id = %(groep)s))""",
    "zaken_gezien": "groep_id = %(groep)s",
    "zaken_werkfilter": """groep_id = %(groep)s and medewerker_id in (
        select id from partijen_medewerker where account_id = %(account)s)""",
    "zaken_telling": """convenant_id = %(convenant)s and exists (select from partijen_groep
        where group_id = %(groep)s and functie in ('burgerzaken', 'toezichthouder', 'convenantbeheerder'))""",
    "brpinzage_afwijking": "groep_id = %(groep)s",
    "huisuitzetting_huurovereenkomst": "groep_id = %(groep)s",
    "huisuitzetting_contactpoging": "groep_id = %(groep)s",
    "huisuitzetting_herinneringsbrief": "groep_id = %(groep)s",
    "huisuitzetting_procedure": "groep_id = %(groep)s",
    "huisuitzetting_afwijking": "groep_id = %(groep)s",
    "huisuitzetting_opschorting": "groep_id = %(groep)s",
    "huisuitzetting_beoordeling": "groep_id = %(groep)s",
    **dict.fromkeys(
        (
            "huisuitzetting_wachtlijstplek",
            "huisuitzetting_regie",
            "huisuitzetting_interventie",
            "huisuitzetting_bewijsstuk",
        ),
        "groep_id = %(groep)s",
    ),
    "huisuitzetting_inlezing": "groep_id = %(groep)s",
    # The own corporatie's, and to everybody at the gemeente.
    "huisuitzetting_aanvullendeafspraak": """convenant_id = %(convenant)s and exists (
        select from partijen_groep g join partijen_deelname d on d.id = g.deelname_id
        where g.group_id = %(groep)s and (d.soort = 'gemeente'
            or d.id = huisuitzetting_aanvullendeafspraak.deelname_id))""",
    **dict.fromkeys(
        ("huisuitzetting_evaluatie", "huisuitzetting_overleg"),
        """convenant_id = %(convenant)s and exists (select from partijen_groep where group_id = %(groep)s
            and functie in ('manager', 'teamleider', 'beleidsadviseur'))""",
    ),
    "huisuitzetting_vastlegging": f"convenant_id = %(convenant)s and {MAG.format('norm_vastleggen')}",
    "huisuitzetting_toestemming": "groep_id = %(groep)s",
    **dict.fromkeys(
        ("huisuitzetting_inleesrij", "huisuitzetting_inleesfout"),
        "inlezing_id in (select id from huisuitzetting_inlezing where groep_id = %(groep)s)",
    ),
    "partijen_autorisatiegebeurtenis": f"""{MAG.format("rechten_inzien")} and autorisatie_id in (
        select a.id from partijen_autorisatie a join partijen_groep g on g.group_id = a.groep_id
        where g.convenant_id = %(convenant)s)""",
    "partijen_inrichtingsgebeurtenis": f"""{MAG.format("convenant_inrichten")} and convenant_id = %(convenant)s""",
    "partijen_factorherstel": f"""{MAG.format("factor_herstel_vragen")} and convenant_id = %(convenant)s""",
}


@pytest.fixture
def werelden(db: None) -> Iterator[dict[str, tuple[Wereld, str]]]:
    """Two convenanten with rows in every fenced table; persona by name of who looks."""
    with stel_in(NU):
        yield maak_werelden()


def aantal(tabel: str, waar: str = "true", **waarden: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(f"select count(*) from {tabel} where {waar}", waarden)
        return cursor.fetchone()[0]


def wie_is(beurt: Beurt) -> dict[str, int]:
    wie = beurt.wie
    return {
        "groep": wie.groep or 0,
        "convenant": wie.convenant.pk,
        "account": wie.medewerker.account_id,
    }


def tabellen() -> dict[str, bool]:
    """Every table there is, and whether row-level security is on and forced."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select relname, relrowsecurity and relforcerowsecurity from pg_class where relkind in ('r', 'p')"
            " and relnamespace = 'public'::regnamespace"
        )
        return dict(cursor.fetchall())


def test_elke_tabel_heeft_een_hek_of_een_reden(db):
    bestaand = tabellen()
    assert {tabel for tabel, dicht in bestaand.items() if dicht} == set(gehekt()) == set(EIGEN)
    assert {tabel for tabel, dicht in bestaand.items() if not dicht} == set(ZONDER_HEK)


@pytest.mark.parametrize("tabel", sorted(EIGEN))
def test_met_rijen_zonder_context_niets(werelden, als_eigenaar, tabel):
    with als_eigenaar():
        assert aantal(tabel) > 0, "the fixture must put rows in every fenced table"
    try:
        with transaction.atomic():
            zonder = aantal(tabel)
    except DatabaseError:  # no right to read it at all
        zonder = 0
    assert zonder == 0


@pytest.mark.parametrize("tabel", sorted(EIGEN))
def test_een_groep_ziet_haar_eigen_rijen(werelden, als_eigenaar, tabel):
    verschillend = set()
    for wereld, naam in werelden.values():
        with wereld.als(naam) as beurt:
            try:
                with transaction.atomic():
                    gezien = aantal(tabel)
            except DatabaseError:
                gezien = 0
            with als_eigenaar():
                waar = EIGEN[tabel] or "false"
                eigen = aantal(tabel, waar, **wie_is(beurt))
        assert gezien == eigen, f"{naam} in {tabel}"
        verschillend.add(gezien)
    assert EIGEN[tabel] is None or len(verschillend) > 1, "the fixture must tell the personas apart"


def schrijf(opdracht: str) -> int:
    """Rows touched by a write, 0 when the database refuses it."""
    try:
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(opdracht)
            return cursor.rowcount
    except DatabaseError:
        return 0


SCHRIJFBAAR = {
    "agenda_adres": "update agenda_adres set gemaakt_op = gemaakt_op",
    "berichten_bericht": "update berichten_bericht set gelezen_op = gelezen_op",
    "berichten_postkeuze": "update berichten_postkeuze set wijze = wijze",
    "berichten_postfout": "update berichten_postfout set vrijgegeven_op = vrijgegeven_op",
    "brpinzage_bezit": "update brpinzage_bezit set straatnaam = straatnaam",
    "brpinzage_uittreksel": "update brpinzage_uittreksel set aantal = aantal",
    "brpinzage_ophaling": "update brpinzage_ophaling set status = status",
    "verstrekkingen_ontvangst": "update verstrekkingen_ontvangst set geopend_op = geopend_op",
    "zaken_zaak": "update zaken_zaak set stap = stap",
    "zaken_toegang": "update zaken_toegang set kenmerk = 'x'",
    "zaken_gezien": "update zaken_gezien set wijziging = 0",
    "zaken_werkfilter": "update zaken_werkfilter set standaard = false",
    "brpinzage_afwijking": "update brpinzage_afwijking set toelichting = ''",
    "huisuitzetting_huurovereenkomst": "update huisuitzetting_huurovereenkomst set naam = naam",
    "huisuitzetting_procedure": "update huisuitzetting_procedure set vonnis_op = vonnis_op",
    "huisuitzetting_afwijking": "update huisuitzetting_afwijking set verstuurd_op = verstuurd_op",
    "huisuitzetting_wachtlijstplek": "update huisuitzetting_wachtlijstplek set reden_vermeld = true",
    "huisuitzetting_regie": "update huisuitzetting_regie set overlegd_op = null",
    "huisuitzetting_inlezing": "update huisuitzetting_inlezing set rijen = rijen",
    "huisuitzetting_evaluatie": "update huisuitzetting_evaluatie set verslag = verslag",
    "huisuitzetting_toestemming": "update huisuitzetting_toestemming set ingetrokken_op = ingetrokken_op",
}
# A concept is the group's to throw away, a saved filter and an address of a calendar their person's.
VERWIJDERBAAR = {
    "brpinzage_afwijking",
    "zaken_werkfilter",
    "agenda_adres",
    "huisuitzetting_inlezing",
    "huisuitzetting_inleesrij",
    "huisuitzetting_inleesfout",
    "huisuitzetting_bewijsstuk",
}


# Where one may write less than one sees: the verb is asked too.
EIGEN_OM_TE_SCHRIJVEN = {
    "berichten_postfout": POSTFOUT_VAN_BEHEER,
    "brpinzage_uittreksel": "groep_id = %(groep)s",
    "brpinzage_bezit": EIGEN["brpinzage_bezit"]
    + " and exists (select from partijen_groep where group_id = %(groep)s and functie = 'beheerder')",
}


@pytest.mark.parametrize("tabel", sorted(EIGEN))
def test_schrijven_alleen_in_eigen_rijen(werelden, als_eigenaar, tabel):
    assert schrijf(f"delete from {tabel}") == 0
    for wereld, naam in werelden.values():
        with wereld.als(naam) as beurt:
            if tabel not in VERWIJDERBAAR:
                assert schrijf(f"delete from {tabel}") == 0, f"{naam} deletes from {tabel}"
            assert schrijf(f"insert into {tabel} select * from {tabel} limit 1") == 0
            if tabel not in SCHRIJFBAAR:
                continue
            geraakt = schrijf(SCHRIJFBAAR[tabel])
            eigen = EIGEN_OM_TE_SCHRIJVEN.get(tabel, EIGEN[tabel])
            with als_eigenaar():
                assert geraakt == aantal(tabel, str(eigen), **wie_is(beurt))
    if tabel in SCHRIJFBAAR:
        assert schrijf(SCHRIJFBAAR[tabel]) == 0, "without context"


def test_toegang_is_niet_rechtstreeks_te_schrijven(werelden):
    wereld, naam = werelden["wim"]
    with wereld.als(naam) as beurt:
        opdracht = f"""insert into zaken_toegang (group_id, permission_id, zaak_id, convenant_id, open, label)
            select {beurt.wie.groep}, permission_id, zaak_id, convenant_id, true, '' from zaken_toegang"""
        assert schrijf(opdracht) == 0


def test_rijen_van_een_ander_adres_blijven_dicht_tijdens_een_raadpleging(werelden):
    """The context opens the one own address, and only if it is own stock."""
    from brpinzage.models import Bezit, Ingeschrevene
    from convenant.poort.grens import zet_context

    wereld, _ = werelden["anna"]
    with wereld.als("carla"):
        van_carla = Bezit.objects.get().pk
    with wereld.als("anna"):
        zet_context(woning=van_carla)
        assert not Ingeschrevene.objects.exists()
        zet_context(woning=Bezit.objects.get(adres_sleutel=LINDELAAN_12.sleutel).pk)
        assert Ingeschrevene.objects.count() == 1


def test_context_blijft_niet_achter(werelden):
    wereld, _ = werelden["anna"]
    with wereld.als("anna"):
        pass
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('app.convenant', true), current_setting('app.groepen', true)")
        assert set(cursor.fetchone()) <= {"", None}


def test_geen_account_is_superuser(werelden):
    wereld, _ = werelden["anna"]
    account = wereld.mensen["anna"].account
    account.is_superuser = True
    with pytest.raises(DatabaseError), transaction.atomic():
        account.save()


def test_werklijst_toont_wat_opent(werelden):
    for naam in ("anna", "eva", "kees", "lies", "wim", "dora"):
        wereld, _ = werelden[naam]
        with wereld.als(naam):
            for regel in poort.werklijst():
                assert zaken.zaak_van(regel.zaak_id).nummer == regel.nummer

"""Rows by the hundred thousand, written by the owner in SQL: zaken with their access, copies and log, stock and extract.

Past the gate on purpose, and here alone: what is measured is the gate over them. The signatures of the log are random and
the copies are not sealed, but for those that a measurement opens (`seal`).
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager

import psycopg

from convenant.verstrekkingen import kluis

from .people import Party

PLACES = 10_000
# How fast parties grow smaller: the first has a quarter of all zaken, the last some hundreds of a million.
SKEW = 1.3
LARGEST_STOCK = 20_000
VALUES = {
    "naam_huurder": "A. Proefpersoon",
    "oud_adres": "Oude Laan 1, 2101 AB Heemstede",
    "nieuw_adres": "Nieuwe Laan 2, 2102 CD Heemstede",
    "verhuisdatum": "2026-11-01",
    "machtiging_document": "machtiging",
    "machtiging_datum": "2026-10-30",
    "machtiging_ondertekenaar": "A. Proefpersoon",
}

ADDRESS = "(1000 + {n} % 9000) || chr(65 + {n} / 9000 % 26) || chr(65 + {n} / 234000 % 26)"
CASES = """
create temp table nieuw on commit drop as
select n, p.*, md5('v' || n)::uuid as v, (n / %(places)s + n) %% 10 < 3 as is_open,
  timestamptz '2026-11-22 12:00+01' + (hashint4(n) %% 1440) * interval '1 hour' as termijn,
  timestamptz '2026-11-22 12:00+01' - (n %% 8760) * interval '1 hour' as moment
from generate_series(%(first)s::int, %(last)s::int) n join bench_place p on p.place = n::bigint * 7919 %% %(places)s;

insert into zaken_zaak (id, convenant_id, beleid_versie, nummer, stap, geopend_op)
select n, convenant, 1, '2026-' || lpad(n::text, 8, '0'), 'verhuizing_ontvangen', moment from nieuw;

insert into zaken_toegang (id, group_id, permission_id, zaak_id, convenant_id, open, termijn, label, label_van, kenmerk,
  behandelaar_id, aan_zet, wijziging, stap, sinds, gesloten_op)
select 2 * n + is_gemeente::int, g.group_id, p.id, n, convenant, is_open, termijn,
  'Proefstraat ' || n %% 20000 + 1 || ', 2101 AB Heemstede', md5(g.group_id || 'o' || n)::uuid,
  case when is_gemeente or n %% 5 > 0 then '' else 'K' || n end, case when not is_gemeente and n %% 3 > 0 then medewerker end,
  is_open and is_gemeente, 1, 'verhuizing_ontvangen', moment::date, case when not is_open then moment::date + 20 end
from nieuw cross join lateral (values (corporatie, false), (gemeente, true)) g(group_id, is_gemeente), auth_permission p
join django_content_type c on c.id = p.content_type_id where c.app_label = 'zaken' and p.codename = 'view_zaak';

insert into zaken_gezien (toegang_id, groep_id, medewerker_id, wijziging) select 2 * n, corporatie, medewerker, 1 from nieuw where n %% 20 > 0;

insert into zaken_gebeurtenis (zaak_id, convenant_id, groep_id, medewerker_id, handeling, stap, eis, moment)
select n, convenant, corporatie, medewerker, 'verhuizing_doorgeven', 'verhuizing_ontvangen', 'HEE-5.9', moment from nieuw;

insert into zaken_toegangsgrond (id, toegang_id, groep_id, grond, eis, van)
select 2 * n + (g.group_id = gemeente)::int, 2 * n + (g.group_id = gemeente)::int, g.group_id, 'verhuizing', 'HEE-5.9', moment
from nieuw cross join lateral (values (corporatie), (gemeente)) g(group_id);

insert into verstrekkingen_verstrekking (id, convenant_id, beleid_versie, zaak_id, gegevensset, eis, doel, grondslag,
  redenen, van_groep_id, door_groep_id, moment, bron, intrekreden)
select v, convenant, 1, n, 'verhuizing', 'HEE-5.9', 'dienstverlening_brp', 'machtiging_huurder',
  '[["De huurder gaf een schriftelijke machtiging.", "HEE-3.8"]]', corporatie, corporatie, moment, '', ''
from nieuw;

insert into verstrekkingen_ontvangst (id, verstrekking_id, convenant_id, groep_id, velden, waarden, sleutel, adres_sleutel)
select md5(g.group_id || 'o' || n)::uuid, v, convenant, g.group_id, %(fields)s, decode(repeat(md5(n::text), 8), 'hex'),
  decode(repeat(md5(n::text), 4), 'hex'), '2101AB|' || n %% 20000 + 1 || '||'
from nieuw cross join lateral (values (corporatie), (gemeente)) g(group_id);

insert into poort_logregel (convenant_id, volg, moment, medewerker_id, groep_id, deelname_id, soort, functie, handeling,
  gegevensset, doel, grondslag, eis, object, uitkomst, redenen, betrokkenen, vorige, hash)
select convenant, coalesce((select k.volg from poort_logkop k where k.convenant_id = convenant), 0)
    + row_number() over (partition by convenant order by n),
  moment, medewerker, corporatie, deelname, 'corporatie', 'contactpersoon', 'verhuizing_doorgeven', 'verhuizing',
  'dienstverlening_brp', 'machtiging_huurder', 'HEE-5.9', v::text, 'toegestaan', '[]', '{}', sha256(n::text::bytea),
  sha256(v::text::bytea)
from nieuw;

insert into poort_logkop (convenant_id, volg, hash) select convenant_id, max(volg), '' from poort_logregel group by 1
on conflict (convenant_id) do update set volg = excluded.volg;
"""
STOCK = f"""
insert into brpinzage_bezit (convenant_id, deelname_id, adres_sleutel, bag_id, straatnaam, huisnummer, huisletter,
  huisnummertoevoeging, postcode, woonplaats, van)
select convenant, deelname, code || '|' || number || '||', lpad((rank * 1000000 + n)::text, 16, '0'), 'Proefstraat', number,
  '', '', substr(code, 1, 4) || ' ' || substr(code, 5), 'Heemstede', date '2020-06-01'
from (select distinct on (rank) * from bench_place) p,
  lateral (select n, {ADDRESS.format(n="(rank * 20011 + n)")} as code, (n % 300 + 1)::text as number
    from generate_series(1, greatest(20, {LARGEST_STOCK} * p.size / (select max(size) from bench_place))::int) n) a;

insert into brpinzage_uittreksel (id, convenant_id, groep_id, peilmoment, geladen_op, status, aantal, buiten_bezit)
select distinct on (convenant) md5('u' || convenant)::uuid, convenant, gemeente, now(), now(), 'actief', 0, 0 from bench_place;

insert into brpinzage_ingeschrevene (uittreksel_id, convenant_id, adres_sleutel, bag_id, naam, persoon_sleutel, afgeschermd)
select md5('u' || convenant_id)::uuid, convenant_id, adres_sleutel, bag_id, 'Bewoner ' || k, b.id || '-' || k, false
from brpinzage_bezit b cross join generate_series(1, 2) k;
"""
# One clock per zaak, that of the corporatie; of every twenty one ran out in the week before.
CLOCKS = """
insert into termijnen_klok (id, convenant_id, beleid_versie, termijn, eis, onderwerp, sleutel, zaak_id, groep_id, zien, na,
  vervalt_op, volgende, stand)
select n, convenant_id, 1, 'herinnering_afwijking', 'HEE-2.6', 'zaak', n::text, n, group_id, '{}', om - interval '7 days', om,
  case when open then om - interval '2 days' end, case when open then 'loopt' else 'vervallen' end
from (select t.zaak_id as n, t.convenant_id, t.group_id, t.open or t.zaak_id % 20 = 0 as open, now() + case
    when t.zaak_id % 20 = 0 then -(1 + t.zaak_id % 167) * interval '1 hour' else (72 + t.zaak_id % 2000) * interval '1 hour'
  end as om from zaken_toegang t where t.id % 2 = 0) eigen;
"""
MAKE_DUE = """
update termijnen_klok set volgende = vervalt_op - interval '2 days', verlopen_op = null where id % 20 = 0
"""
CASE_TABLES = (
    *("zaken_zaak", "zaken_toegang", "zaken_toegangsgrond", "zaken_gezien", "zaken_gebeurtenis"),
    *("verstrekkingen_verstrekking", "verstrekkingen_ontvangst", "poort_logregel"),
)
INDEXES = """
select i.indexname, i.indexdef from pg_indexes i where i.tablename = any(%s)
  and not exists (select 1 from pg_constraint c where c.conname = i.indexname)
"""
OWN_ROWS = """
select z.id, o.id from zaken_toegang t join zaken_zaak z on z.id = t.zaak_id
  join verstrekkingen_verstrekking v on v.zaak_id = z.id
  join verstrekkingen_ontvangst o on o.verstrekking_id = v.id and o.groep_id = t.group_id
where t.group_id = %s and t.open order by t.termijn, t.zaak_id limit %s
"""


class Filler:
    """The owner's connection. Foreign keys are not checked: every key is made here."""

    def __init__(self, connection: psycopg.Connection, parties: Sequence[Party]):
        self._owner = connection
        self._filled = 0
        self._owner.execute(
            "create temp table bench_place (place int, rank int, size int, convenant bigint, gemeente int, corporatie int,"
            " deelname bigint, medewerker bigint)"
        )
        with self._owner.cursor().copy("copy bench_place from stdin") as copy:
            for row in _places(parties):
                copy.write_row(row)

    def clocks(self) -> None:
        """One per zaak."""
        self._owner.execute("truncate termijnen_klok, termijnen_klokfeit, berichten_bericht")
        with self._owner.transaction(), self._without_indexes("termijnen_klok"):
            self._owner.execute(CLOCKS)
        self.make_due()
        self._owner.execute("analyze")

    def make_due(self) -> int:
        """As if nobody had looked since they ran out; how many."""
        self._owner.execute("truncate termijnen_klokfeit, berichten_bericht")
        return self._owner.execute(MAKE_DUE).rowcount

    def still_due(self) -> int:
        return self._count("termijnen_klok where stand = 'loopt' and volgende <= now()")

    def told(self) -> int:
        return self._count("berichten_bericht")

    def _count(self, rows: str) -> int:
        found = self._owner.execute(f"select count(*) from {rows}").fetchone()
        assert found
        return found[0]

    def stock(self) -> None:
        """Stock of every party and one extract per convenant with two people at each address."""
        self._owner.execute(STOCK)
        self._finish()

    def cases(self, total: int) -> None:
        """Add zaken until there are so many."""
        values = {"first": self._filled + 1, "last": total, "places": PLACES, "fields": list(VALUES)}
        with (
            self._owner.transaction(),
            self._without_indexes(*CASE_TABLES),
            psycopg.ClientCursor(self._owner) as cursor,
        ):
            cursor.execute(CASES, values)
        self._filled = total
        self._finish()

    @contextmanager
    def _without_indexes(self, *tables: str) -> Iterator[None]:
        """Made again afterwards, each in one go: row by row they take most of the time."""
        indexes = self._owner.execute(INDEXES, [list(tables)]).fetchall()
        for name, _ in indexes:
            self._owner.execute(f"drop index {name}")
        yield
        for _, definition in indexes:
            self._owner.execute(definition)

    def seal(self, party: Party, number: int) -> Sequence[int]:
        """The most urgent own zaken of a party, with copies that really open."""
        rows = self._owner.execute(OWN_ROWS, [party.group, number]).fetchall()
        for _, copy in rows:
            sealed, key = kluis.verzegel(VALUES, str(copy))
            self._owner.execute(
                "update verstrekkingen_ontvangst set waarden = %s, sleutel = %s where id = %s",
                [sealed, key, copy],
            )
        return [case for case, _ in rows]

    def addresses(self, party: Party, number: int) -> Sequence[tuple[str, str]]:
        """Postcode and huisnummer of own stock."""
        return self._owner.execute(
            "select postcode, huisnummer from brpinzage_bezit where deelname_id = %s order by id limit %s",
            [party.deelname, number],
        ).fetchall()

    def _finish(self) -> None:
        for table in ("zaken_zaak", "zaken_toegang", "zaken_toegangsgrond"):
            self._owner.execute(
                f"select setval(pg_get_serial_sequence('{table}', 'id'), greatest(max(id), 1)) from {table}"
            )
        self._owner.execute("analyze")


@contextmanager
def filler(parties: Sequence[Party]) -> Iterator[Filler]:
    """Rows are there at once for everyone: each statement is its own transaction."""
    with psycopg.connect(os.environ["DATABASE_OWNER_URL"], autocommit=True) as owner:
        owner.execute("set session_replication_role = replica")
        owner.execute("set work_mem = '256MB'")
        owner.execute("set maintenance_work_mem = '1GB'")
        yield Filler(owner, parties)


def _places(parties: Sequence[Party]) -> Iterator[tuple[int, ...]]:
    """Ten thousand places for a zaak, of which each party has its share and at least one."""
    sizes = _sizes(len(parties))
    place = 0
    for party in parties:
        for _ in range(sizes[party.rank]):
            ids = (party.convenant.pk, party.gemeente, party.group, party.deelname, party.medewerker)
            yield (place, party.rank, sizes[party.rank], *ids)
            place += 1


def _sizes(parties: int) -> Mapping[int, int]:
    weights = {rank: (rank + 1) ** -SKEW for rank in range(parties)}
    unit = PLACES / sum(weights.values())
    sizes = {rank: max(1, int(weight * unit)) for rank, weight in weights.items()}
    sizes[0] += PLACES - sum(sizes.values())
    return sizes

"""The log: writing lines, reading them back through the fence, signing its heads and checking it."""

import base64
import fcntl
import hashlib
import hmac
import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connection
from django.db.backends.utils import CursorWrapper

from convenant.tijd import begin_van_de_dag, nu

TOEGESTAAN, GEWEIGERD, MISLUKT = "toegestaan", "geweigerd", "mislukt"
# Lines that are looked at again and again; the whole chain is for `manage.py controleer_logboek`.
EINDE = 500


@dataclass(frozen=True)
class Regel:
    """One act as it goes into the log.

    `redenen` are (text, article) pairs the actor may hear, `verborgen` those only who supervises may. `sleutels`
    are the pseudonymous keys of the data subjects (`pseudoniem`). `object` is the id of what was acted on. With
    `alleen_datum` the line keeps no time of day (decision 68).
    """

    medewerker_id: int | None
    groep_id: int | None
    deelname_id: int | None
    soort: str
    functie: str
    handeling: str
    uitkomst: str
    gegevensset: str = ""
    doel: str = ""
    grondslag: str = ""
    eis: str = ""
    object: str = ""
    redenen: tuple[tuple[str, str], ...] = ()
    verborgen: tuple[tuple[str, str], ...] = ()
    sleutels: tuple[str, ...] = ()
    alleen_datum: bool = False


def schrijf(regels: list[Regel]) -> None:
    """Write the lines and empty the list. The last statement of a transaction: its chain is locked until commit."""
    with connection.cursor() as cursor:
        for regel in regels:
            rij = asdict(regel)
            sleutels, verborgen = rij.pop("sleutels"), rij.pop("verborgen")
            rij["moment"] = (begin_van_de_dag(nu()) if rij.pop("alleen_datum") else nu()).isoformat()
            cursor.execute(
                "select logboek_schrijf(%s::jsonb, %s::text[], %s::jsonb)",
                [json.dumps(rij), list(sleutels), json.dumps(verborgen)],
            )
    regels.clear()


def van_taak(handeling: str, object: str, *, deelname_id: int | None = None, eis: str = "") -> Regel:
    """A line about what the clock did: nobody's act. Needs the context of a task and of the convenant."""
    return Regel(None, None, deelname_id, "systeem", "klok", handeling, TOEGESTAAN, object=object, eis=eis)


def pseudoniem(convenant_id: int, persoon_sleutel: str) -> str:
    """The key of a data subject in the log of one convenant, as hex: the same person elsewhere has another."""
    bericht = f"{convenant_id}|{persoon_sleutel}".encode()
    return hmac.new(settings.PSEUDONIEM_SLEUTEL.encode(), bericht, hashlib.sha256).hexdigest()


def eerste_breuk(convenant_id: int) -> str:
    """The first line that does not fit, in words, or "" when the chain holds and agrees with its signed heads."""
    with connection.cursor() as cursor:
        cursor.execute("select logboek_eerste_breuk(%s)", [convenant_id])
        breuk = cursor.fetchone()[0]
        return breuk or _breuk_met_koppen(cursor, convenant_id)


def heel_aan_het_einde() -> bool:
    """Whether the last lines and the last signed head of every chain hold: little enough to ask every five minutes."""
    pad = Path(settings.LOGBOEK_KOPPEN)
    koppen = _koppen(pad.read_text(encoding="utf-8")) if pad.exists() else ()
    laatste = {kop.convenant: kop for kop in koppen if kop is not None}
    with connection.cursor() as cursor:
        return all(
            _houdt_aan_het_einde(cursor, convenant_id, volg, laatste.get(convenant_id))
            for convenant_id, volg, _ in _ketens()
        )


@dataclass(frozen=True)
class Kop:
    """A line of the file outside the database: the end of a chain at a moment, and the hash of the head before it."""

    convenant: int
    volg: int
    hash: str
    moment: str
    vorige: str
    handtekening: str = ""

    def te_tekenen(self) -> bytes:
        return f"{self.convenant}|{self.volg}|{self.hash}|{self.moment}|{self.vorige}".encode()

    def vingerafdruk(self) -> str:
        return hashlib.sha256(self.te_tekenen()).hexdigest()


def teken_koppen() -> int:
    """Sign the present head of every chain into the file outside the database; the number of new heads."""
    sleutel = _sleutel()
    with Path(settings.LOGBOEK_KOPPEN).open("a+", encoding="utf-8") as bestand:
        fcntl.flock(bestand, fcntl.LOCK_EX)  # two at once would fork the chain of heads
        bestand.seek(0)
        geschreven = bestand.read()
        laatste = {kop.convenant: kop for kop in _koppen(geschreven) if kop is not None}
        nieuw = [_kop(sleutel, rij, laatste.get(rij[0])) for rij in _ketens()]
        regels = [json.dumps(asdict(kop)) + "\n" for kop in nieuw if kop is not None]
        if regels and geschreven and not geschreven.endswith("\n"):
            regels.insert(0, "\n")  # after a line that was cut short
        bestand.write("".join(regels))
    return sum(kop is not None for kop in nieuw)


def _ketens() -> list[tuple[int, int, bytes]]:
    with connection.cursor() as cursor:
        cursor.execute("select convenant_id, volg, hash from logboek_koppen()")
        return cursor.fetchall()


def _kop(sleutel: Ed25519PrivateKey, keten: tuple[int, int, bytes], laatste: Kop | None) -> Kop | None:
    """The signed head after `laatste`, or None when the chain has not grown."""
    convenant_id, volg, hash_ = keten
    if laatste is not None and laatste.volg == volg:
        return None
    vorige = laatste.vingerafdruk() if laatste else ""
    kop = Kop(convenant_id, volg, bytes(hash_).hex(), nu().isoformat(), vorige)
    return replace(kop, handtekening=base64.b64encode(sleutel.sign(kop.te_tekenen())).decode())


def _breuk_met_koppen(cursor: CursorWrapper, convenant_id: int) -> str:
    pad = Path(settings.LOGBOEK_KOPPEN)
    koppen = list(_koppen(pad.read_text(encoding="utf-8"))) if pad.exists() else []
    vorige = ""
    for kop in koppen:
        if kop is None or kop.convenant != convenant_id:
            continue
        if fout := _fout_in_kop(kop, vorige) or _fout_bij_kop(cursor, kop):
            return fout
        vorige = kop.vingerafdruk()
    if None in koppen:
        return f"regel {koppen.index(None) + 1} van het bestand met koppen is niet te lezen"
    return ""


def _houdt_aan_het_einde(cursor: CursorWrapper, convenant_id: int, volg: int, kop: Kop | None) -> bool:
    if kop is not None and (_fout_in_kop(kop, kop.vorige) or _fout_bij_kop(cursor, kop)):
        return False
    cursor.execute("select logboek_breuk_na(%s, %s)", [convenant_id, max(0, volg - EINDE)])
    return cursor.fetchone()[0] is None


def _fout_in_kop(kop: Kop, vorige: str) -> str:
    try:
        _sleutel().public_key().verify(base64.b64decode(kop.handtekening), kop.te_tekenen())
    except (InvalidSignature, ValueError):
        return f"de getekende kop van regel {kop.volg} is vervalst"
    return "" if kop.vorige == vorige else f"een getekende kop voor die van regel {kop.volg} is weg"


def _fout_bij_kop(cursor: CursorWrapper, kop: Kop) -> str:
    cursor.execute("select logboek_hash_op(%s, %s)", [kop.convenant, kop.volg])
    hash_ = cursor.fetchone()[0]
    if hash_ is None:
        return f"regel {kop.volg} is weg, terwijl haar kop is getekend"
    if bytes(hash_).hex() != kop.hash:
        return f"regel {kop.volg} of een regel ervoor is herschreven na het tekenen"
    return ""


def _koppen(tekst: str) -> Iterator[Kop | None]:
    """Per line its head, or None for one that cannot be read."""
    for regel in tekst.splitlines():
        try:
            yield Kop(**json.loads(regel))
        except (ValueError, TypeError):
            yield None


def _sleutel() -> Ed25519PrivateKey:
    if not settings.LOGBOEK_SLEUTEL:
        raise ImproperlyConfigured(
            "LOGBOEK_SLEUTEL ontbreekt: teken en controleer het logboek waar de sleutel is."
        )
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(settings.LOGBOEK_SLEUTEL))

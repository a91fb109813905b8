"""The log: writing lines, reading them back through the fence, signing its heads and checking it."""

import base64
import hashlib
import hmac
import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.conf import settings
from django.db import connection

from convenant.tijd import begin_van_de_dag, nu

TOEGESTAAN, GEWEIGERD = "toegestaan", "geweigerd"


@dataclass(frozen=True)
class Regel:
    """One act as it goes into the log.

    `redenen` are (text, article) pairs the actor may hear, `verborgen` those only who supervises may. `sleutels`
    are the pseudonymous keys of the data subjects (`pseudoniem`). `object` is the id of what was acted on. With
    `alleen_datum` the line keeps no time of day (decision 68).
    """

    medewerker_id: int
    groep_id: int | None
    deelname_id: int
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


def teken_koppen() -> int:
    """Sign the present head of every chain into the file outside the database; the number of new heads."""
    sleutel = _sleutel()
    pad = Path(settings.LOGBOEK_KOPPEN)
    laatste = {kop["convenant"]: kop["volg"] for kop in _koppen(pad)}
    with connection.cursor() as cursor:
        cursor.execute("select convenant_id, volg, hash from logboek_koppen()")
        nieuw = [rij for rij in cursor.fetchall() if laatste.get(rij[0]) != rij[1]]
    with pad.open("a", encoding="utf-8") as bestand:
        for convenant_id, volg, hash_ in nieuw:
            kop = {
                "convenant": convenant_id,
                "volg": volg,
                "hash": bytes(hash_).hex(),
                "moment": nu().isoformat(),
            }
            kop["handtekening"] = base64.b64encode(sleutel.sign(_te_tekenen(kop))).decode()
            bestand.write(json.dumps(kop) + "\n")
    return len(nieuw)


def _breuk_met_koppen(cursor, convenant_id: int) -> str:
    publiek = _sleutel().public_key()
    for kop in _koppen(Path(settings.LOGBOEK_KOPPEN)):
        if kop["convenant"] != convenant_id:
            continue
        try:
            publiek.verify(base64.b64decode(kop.pop("handtekening")), _te_tekenen(kop))
        except InvalidSignature:
            return f"de getekende kop van regel {kop['volg']} is vervalst"
        cursor.execute("select logboek_hash_op(%s, %s)", [convenant_id, kop["volg"]])
        hash_ = cursor.fetchone()[0]
        if hash_ is None:
            return f"regel {kop['volg']} is weg, terwijl haar kop is getekend"
        if bytes(hash_).hex() != kop["hash"]:
            return f"regel {kop['volg']} of een regel ervoor is herschreven na het tekenen"
    return ""


def _koppen(pad: Path) -> Iterator[dict]:
    if pad.exists():
        yield from (json.loads(regel) for regel in pad.read_text(encoding="utf-8").splitlines() if regel)


def _te_tekenen(kop: dict) -> bytes:
    velden: Iterable[str] = ("convenant", "volg", "hash", "moment")
    return "|".join(str(kop[veld]) for veld in velden).encode()


def _sleutel() -> Ed25519PrivateKey:
    return Ed25519PrivateKey.from_private_bytes(base64.b64decode(settings.LOGBOEK_SLEUTEL))

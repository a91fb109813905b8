"""Both sides show a certificate, and a gateway that cannot show a good one hears nothing."""

import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path
from threading import Thread
from wsgiref.simple_server import make_server

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from brpinzage.management.commands.brp_simulator import LOOPBACK, Server, Stil
from brpinzage.simulator.bron import Bron
from brpinzage.simulator.server import toepassing
from convenant.brp import BrpClient, KoppelingMislukt
from convenant.brp.koppeling import Koppeling

from .test_vijandige_gateway import BAG, NAAM


def certificaat(map_: Path, naam: str) -> Path:
    """A certificate that vouches for itself, with its key in one file."""
    sleutel = ec.generate_private_key(ec.SECP256R1())
    wie = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, naam)])
    begin = datetime(2020, 1, 1, tzinfo=UTC)
    gemaakt = (
        x509.CertificateBuilder()
        .subject_name(wie)
        .issuer_name(wie)
        .public_key(sleutel.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(begin)
        .not_valid_after(begin + timedelta(days=36500))
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address(LOOPBACK))]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(sleutel, hashes.SHA256())
    )
    bestand = map_ / f"{naam}.pem"
    bestand.write_bytes(
        gemaakt.public_bytes(serialization.Encoding.PEM)
        + sleutel.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
    )
    return bestand


@pytest.fixture
def gemeente(tmp_path: Path) -> Path:
    return certificaat(tmp_path, "gemeente")


@pytest.fixture
def gateway_met_tls(tmp_path: Path, gemeente: Path) -> Iterator[tuple[str, Path]]:
    eigen = certificaat(tmp_path, "gateway")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH, cafile=str(gemeente))
    context.verify_mode = ssl.CERT_REQUIRED
    context.load_cert_chain(eigen)
    with make_server(LOOPBACK, 0, toepassing(Bron([])), Server, Stil) as server:
        server.handle_error = lambda *_: None  # type: ignore[method-assign]
        server.socket = context.wrap_socket(server.socket, server_side=True)
        thread = Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        yield f"https://{LOOPBACK}:{server.server_port}/personen", eigen
        server.shutdown()
        thread.join()


def test_both_sides_show_a_certificate(gateway_met_tls: tuple[str, Path], gemeente: Path) -> None:
    url, ca = gateway_met_tls
    koppeling = Koppeling("0397", url, certificaat=str(gemeente), ca=str(ca), seconden=5)
    assert BrpClient(koppeling).zoek_op_adres(BAG, velden=NAAM).personen == ()


def test_without_a_certificate_there_is_no_answer(gateway_met_tls: tuple[str, Path]) -> None:
    url, ca = gateway_met_tls
    with pytest.raises(KoppelingMislukt) as fout:
        BrpClient(Koppeling("0397", url, ca=str(ca), seconden=5)).zoek_op_adres(BAG, velden=NAAM)
    assert fout.value.code == "geen_verbinding"


def test_a_gateway_that_nobody_vouches_for_is_not_asked(
    gateway_met_tls: tuple[str, Path], gemeente: Path
) -> None:
    url, _ = gateway_met_tls
    with pytest.raises(KoppelingMislukt) as fout:
        BrpClient(Koppeling("0397", url, certificaat=str(gemeente), seconden=5)).zoek_op_adres(
            BAG, velden=NAAM
        )
    assert fout.value.code == "geen_verbinding"

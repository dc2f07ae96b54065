"""An authority of the tests' own that signs timestamps, and proofs of OpenTimestamps written by hand."""

import hashlib
from datetime import UTC, datetime, timedelta
from functools import cache

from asn1crypto import algos, cms, core, tsp
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import ExtendedKeyUsageOID

MOMENT = datetime(2022, 3, 12, 10, 0, tzinfo=UTC)
NAME = "A timestamping authority"


@cache
def authority(name: str = NAME) -> tuple[ec.EllipticCurvePrivateKey, x509.Certificate, x509.Certificate]:
    """A key, its certificate for timestamps, and that of the root that signed it."""
    root_key, key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
    root_name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, f"Root of {name}")])
    root = _begun(root_name, root_name, root_key).add_extension(x509.BasicConstraints(True, None), True)
    usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
    own_name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, name)])
    own = _begun(own_name, root_name, key).add_extension(usage, True)
    return key, own.sign(root_key, hashes.SHA256()), root.sign(root_key, hashes.SHA256())


def _begun(subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey) -> x509.CertificateBuilder:
    begun = x509.CertificateBuilder().subject_name(subject).issuer_name(issuer).public_key(key.public_key())
    valid = begun.not_valid_before(MOMENT - timedelta(days=9)).not_valid_after(MOMENT + timedelta(days=9))
    return valid.serial_number(x509.random_serial_number())


def certificates(name: str = NAME) -> bytes:
    """The root of an authority, as a file in PEM."""
    return authority(name)[2].public_bytes(serialization.Encoding.PEM)


def token(data: bytes, algorithm: str = "sha256", name: str = NAME, moment: datetime = MOMENT) -> bytes:
    """A token alone, as files that end in .tst hold it."""
    key, own, _ = authority(name)
    signer = asn1_x509.Certificate.load(own.public_bytes(serialization.Encoding.DER))
    imprint = {"hash_algorithm": {"algorithm": algorithm}, "hashed_message": hashlib.new(algorithm, data).digest()}
    said = tsp.TSTInfo(
        {"version": "v1", "policy": "1.2.3", "message_imprint": imprint, "serial_number": 1, "gen_time": moment}
    )
    attributes = cms.CMSAttributes(
        [
            {"type": "content_type", "values": ["tst_info"]},
            {"type": "message_digest", "values": [hashlib.sha256(said.dump()).digest()]},
            {"type": "signing_certificate_v2", "values": [_certificate_named(own)]},
        ]
    )
    signature = key.sign(attributes.dump(), ec.ECDSA(hashes.SHA256()))
    info = {
        "version": "v1",
        "sid": {"issuer_and_serial_number": {"issuer": signer.issuer, "serial_number": signer.serial_number}},
        "digest_algorithm": {"algorithm": "sha256"},
        "signed_attrs": attributes,
        "signature_algorithm": {"algorithm": "sha256_ecdsa"},
        "signature": signature,
    }
    content = {"content_type": "tst_info", "content": core.ParsableOctetString(said.dump())}
    signed = {
        "version": "v3",
        "digest_algorithms": [algos.DigestAlgorithm({"algorithm": "sha256"})],
        "encap_content_info": content,
        "certificates": [signer],
        "signer_infos": [info],
    }
    return bytes(cms.ContentInfo({"content_type": "signed_data", "content": cms.SignedData(signed)}).dump())


def _certificate_named(certificate: x509.Certificate) -> tsp.SigningCertificateV2:
    digest = hashlib.sha256(certificate.public_bytes(serialization.Encoding.DER)).digest()
    return tsp.SigningCertificateV2({"certs": [{"cert_hash": digest}]})


def answer(to: bytes) -> bytes:
    """The token in the answer in which authorities send it, as files that end in .tsr hold it."""
    return bytes(
        tsp.TimeStampResp({"status": {"status": "granted"}, "time_stamp_token": cms.ContentInfo.load(to)}).dump()
    )


_MAGIC = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94\x01"
_SHA256 = b"\x08"


def proof(data: bytes, *steps: bytes) -> bytes:
    """A proof for some bits: its steps and attestations as they are written."""
    return _MAGIC + _SHA256 + hashlib.sha256(data).digest() + b"".join(steps)


def append(more: bytes) -> bytes:
    return b"\xf0" + bytes([len(more)]) + more


def prepend(more: bytes) -> bytes:
    return b"\xf1" + bytes([len(more)]) + more


def in_calendar(address: str) -> bytes:
    payload = bytes([len(address)]) + address.encode()
    return b"\x00" + bytes.fromhex("83dfe30d2ef90c8e") + bytes([len(payload)]) + payload


def in_block(number: int) -> bytes:
    """Numbers below 128 only, which take one byte."""
    return b"\x00" + bytes.fromhex("0588960d73d71901") + b"\x01" + bytes([number])


def block(root: bytes, moment: datetime = MOMENT, bits: bytes = b"\xff\xff\x7f\x20") -> str:
    """The header of a block that holds a root; so easy a target is met after a few tries."""
    head = bytes(36) + root + int(moment.timestamp()).to_bytes(4, "little") + bits
    for nonce in range(1000):
        header = head + nonce.to_bytes(4, "little")
        if int.from_bytes(hashlib.sha256(hashlib.sha256(header).digest()).digest(), "little") < 0x7FFFFF << 232:
            return header.hex()
    raise AssertionError("no such nonce")

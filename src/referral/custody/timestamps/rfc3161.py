"""Timestamp tokens of an authority (RFC 3161), verified with the certificates that lie in the case folder."""

import importlib.util
from typing import TYPE_CHECKING

from referral.custody.digests import Digests
from referral.custody.timestamps.proven import (
    AnotherFileError,
    NotInstalledError,
    NotTrustedError,
    Proven,
    Standing,
    UnreadableError,
)

if TYPE_CHECKING:
    from cryptography.x509 import Certificate
    from rfc3161_client import MessageImprint, TimeStampResponse

LARGEST = 1024 * 1024  # bytes
NOT_INSTALLED = 'the package that verifies timestamps is not installed; run: pip install "referral[timestamps]"'
_ALGORITHMS = {"2.16.840.1.101.3.4.2.1": "sha256", "2.16.840.1.101.3.4.2.3": "sha512"}
_SEQUENCE, _IDENTIFIER = 0x30, 0x06
_GRANTED = bytes.fromhex("3003020100")
# A request (version 1, asking for the certificate) up to the digest, and behind it.
_REQUEST, _REQUEST_END = bytes.fromhex("30390201013031300d060960864801650304020105000420"), bytes.fromhex("0101ff")


def can_verify() -> bool:
    """Whether the package is there that verifies tokens."""
    return importlib.util.find_spec("rfc3161_client") is not None


def request_for(digests: Digests) -> bytes:
    """What is sent to an authority: the SHA-256 of the file, and nothing of the file itself."""
    return _REQUEST + bytes.fromhex(digests.sha256) + _REQUEST_END


def verify(data: bytes, digests: Digests, certificates: bytes | None = None) -> Proven:
    """What a token shows of a file with these digests; nothing is verified of it without certificates.

    UnreadableError, AnotherFileError, NotTrustedError or NotInstalledError if it shows nothing.
    """
    try:
        import rfc3161_client  # an extra: whoever has no timestamps does without
    except ImportError as failure:
        raise NotInstalledError(NOT_INSTALLED) from failure
    try:
        response = rfc3161_client.decode_timestamp_response(_response(data))
        imprint, moment, signer = response.tst_info.message_imprint, response.tst_info.gen_time, _signer(response)
    except ValueError as failure:
        raise UnreadableError("it is no timestamp token, or a damaged one") from failure
    _require_imprint(imprint, digests)
    if certificates is None:
        return Proven(Standing.UNCHECKED, moment, signer)
    verifier = rfc3161_client.VerifierBuilder(roots=_read(certificates)).build()
    try:
        verifier.verify(response, imprint.message)
    except (rfc3161_client.VerificationError, ValueError) as failure:
        raise NotTrustedError(
            f"it is not signed by the authority whose certificates are given ({failure})"
        ) from failure
    return Proven(Standing.VERIFIED, moment, signer)


def _response(data: bytes) -> bytes:
    """A token that stands alone, put into the answer in which authorities send it, which the library reads."""
    if data[:1] != bytes([_SEQUENCE]) or _first_inside(data) != _IDENTIFIER:
        return data
    inside = _GRANTED + data
    size = len(inside).to_bytes((len(inside).bit_length() + 7) // 8, "big")
    head = bytes([len(inside)]) if len(inside) < 0x80 else bytes([0x80 | len(size)]) + size
    return bytes([_SEQUENCE]) + head + inside


def _first_inside(data: bytes) -> int | None:
    """The kind of the first thing inside, as ASN.1 numbers it."""
    length = data[1] if len(data) > 1 else 0
    at = 2 + (length & 0x7F if length & 0x80 else 0)
    return data[at] if len(data) > at else None


def _require_imprint(imprint: "MessageImprint", digests: Digests) -> None:
    """UnreadableError or AnotherFileError, unless it is the digest of the file."""
    algorithm = _ALGORITHMS.get(imprint.hash_algorithm.dotted_string)
    if algorithm is None:
        raise UnreadableError("it is of another digest than SHA-256 or SHA-512")
    if imprint.message.hex() != digests.by(algorithm):
        raise AnotherFileError(f"it is a timestamp of the file whose {algorithm} is {imprint.message.hex()}")


def _signer(response: "TimeStampResponse") -> str:
    """The name in the certificate of who signed, as far as the token carries it."""
    from cryptography import x509

    signers = {(info.issuer, info.serial_number) for info in response.signed_data.signer_infos}
    for der in sorted(response.signed_data.certificates):
        certificate = x509.load_der_x509_certificate(der)
        if (certificate.issuer, certificate.serial_number) in signers:
            names = certificate.subject.get_attributes_for_oid(x509.NameOID.COMMON_NAME)
            return str(names[0].value) if names else certificate.subject.rfc4514_string()
    return ""


def _read(certificates: bytes) -> "list[Certificate]":
    from cryptography import x509

    try:
        return x509.load_pem_x509_certificates(certificates)
    except ValueError as failure:
        raise UnreadableError("the file of certificates holds none that can be read (PEM)") from failure

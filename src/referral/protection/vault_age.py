"""An encrypted vault, opened in memory: nothing of what was in it is written, kept, or quoted by a message."""

import importlib.util
from pathlib import Path

from referral.diagnostics import Diagnostic, Position, error
from referral.yaml_reader import MAX_BYTES

_ARMOUR = 2  # the text form of an encrypted file is a third longer than the bytes; its head names the recipients
_MOST_READ = _ARMOUR * MAX_BYTES
_MOST_KEYS = 64 * 1024
_NO_KEY = (
    "it holds no key, or one that cannot be read; a key is a line AGE-SECRET-KEY-1…, as age-keygen writes it, "
    "without a passphrase"
)
_NO_KEY_MATCHES = "No matching keys found"  # what the library says if none of the keys is a recipient's
NOT_INSTALLED = 'the package that decrypts is not installed; run: pip install "referral[age]"'


def can_decrypt() -> bool:
    """Whether the package is there that opens a vault."""
    return importlib.util.find_spec("pyrage") is not None


def decrypted(path: Path, key_file: Path) -> bytes | Diagnostic:
    """The bytes of the vault at `path`, opened by one of the keys in `key_file`; or why it cannot be opened.

    Both are read no further than shows that they are too large.
    """
    try:
        sealed, told = _read(path, _MOST_READ), _read(key_file, _MOST_KEYS)
    except OSError as failure:
        return _refusal(Path(failure.filename or path), f"the file cannot be opened: {failure.strerror}")
    if len(sealed) > _MOST_READ:
        return _refusal(path, f"the file is larger than {_MOST_READ} bytes, which no vault is")
    if len(told) > _MOST_KEYS:
        return _refusal(key_file, "the file is too large for a file of keys")
    return _opened(path, sealed, key_file, told)


def _opened(path: Path, sealed: bytes, key_file: Path, told: bytes) -> bytes | Diagnostic:
    """Failures of the library are answered here and not raised on, so that no traceback leads into the vault."""
    try:
        import pyrage  # an extra: whoever encrypts nothing does without
    except ImportError:
        return _refusal(path, NOT_INSTALLED)
    try:
        keys = [pyrage.x25519.Identity.from_str(line) for line in _lines(told)]
        return bytes(pyrage.decrypt(sealed, keys)) if keys else _refusal(key_file, _NO_KEY)
    except (pyrage.IdentityError, UnicodeDecodeError):
        return _refusal(key_file, _NO_KEY)
    except pyrage.DecryptError as failure:
        return _refusal(path, _why_not(str(failure), key_file))


def _lines(told: bytes) -> list[str]:
    """The lines of a file of keys, without remarks."""
    lines = (line.strip() for line in told.decode("utf-8").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def _why_not(failure: str, key_file: Path) -> str:
    if failure == _NO_KEY_MATCHES:
        return f"no key in {key_file} opens the vault; it was encrypted for others, or with a passphrase"
    return "the vault is damaged, cut off, or no file that age has written; take a sound copy"


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as stream:
        return stream.read(most + 1)


def _refusal(path: Path, message: str) -> Diagnostic:
    return error(Position(str(path)), "vault-not-decrypted", message)

"""An encrypted vault is opened in memory by the key of any recipient, and nothing of it reaches a message."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

import pyrage
import pytest

from referral.diagnostics import Diagnostic, to_text
from referral.protection.vault_age import decrypted
from referral.protection.vault_file import LoadedVault, read_vault
from referral.yaml_reader import MAX_BYTES

SECRET = "Таємничий"
TEXT = f"identities:\n  - {{person: PER-001, names: [{{last: {SECRET}}}]}}\n"
Key = pyrage.x25519.Identity
OURS, THEIRS, STRANGER = (Key.generate() for _ in range(3))


def sealed(text: str = TEXT, armored: bool = False) -> bytes:
    return bytes(pyrage.encrypt(text.encode(), [OURS.to_public(), THEIRS.to_public()], armored=armored))


def key_file(folder: Path, text: str) -> Path:
    (folder / "key.txt").write_text(text)
    return folder / "key.txt"


def opened(folder: Path, vault: bytes, keys: str) -> tuple[LoadedVault, list[Diagnostic]]:
    (folder / "vault.yaml.age").write_bytes(vault)
    return read_vault(folder, key_file(folder, keys))


@pytest.mark.parametrize("armored", [False, True])
@pytest.mark.parametrize("key", [OURS, THEIRS], ids=["ours", "theirs"])
def test_each_recipient_opens_the_vault(tmp_path: Path, key: pyrage.x25519.Identity, armored: bool):
    loaded, findings = opened(tmp_path, sealed(armored=armored), f"# created: today\n# public key: …\n{key}\n")

    assert ([], SECRET) == (findings, loaded.identities["PER-001"].names[0].last)


def test_a_file_of_several_keys_opens_the_vault_with_any_of_them(tmp_path: Path):
    assert ["PER-001"] == list(opened(tmp_path, sealed(), f"{STRANGER}\n{OURS}\n")[0].identities)


def flipped(data: bytes, from_end: int) -> bytes:
    at = len(data) - from_end
    return data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :]


# Keys and what they seal differ from run to run, so that cases are told apart by number.
FAULTS: list[tuple[bytes, str, str]] = [
    (sealed(), str(STRANGER), "encrypted for others"),
    (bytes(pyrage.passphrase.encrypt(TEXT.encode(), "word")), str(OURS), "with a passphrase"),
    (sealed()[:-5], str(OURS), "damaged"),
    (flipped(sealed(), 30), str(OURS), "damaged"),
    (b"", str(OURS), "damaged"),
    (TEXT.encode(), str(OURS), "damaged"),
    (sealed(), "", "holds no key"),
    (sealed(), "# only a remark", "holds no key"),
    (sealed(), f"{OURS}x", "holds no key"),
    (sealed(), str(OURS.to_public()), "holds no key"),
    (sealed(), "x" * (64 * 1024 + 1), "too large"),
]


@pytest.mark.parametrize(("vault", "keys", "words"), FAULTS, ids=map(str, range(len(FAULTS))))
def test_what_does_not_open_is_said_in_plain_words(tmp_path: Path, vault: bytes, keys: str, words: str):
    loaded, (finding,) = opened(tmp_path, vault, keys)

    assert ("vault-not-decrypted", True, []) == (finding.rule, finding.is_error, list(loaded.identities))
    assert words in finding.message
    assert SECRET not in to_text(finding)
    assert not keys.strip() or keys not in to_text(finding)


def test_a_key_that_is_not_there_is_a_finding(tmp_path: Path):
    (tmp_path / "vault.yaml.age").write_bytes(sealed())
    _, (finding,) = read_vault(tmp_path, tmp_path / "gone.txt")

    assert ("vault-not-decrypted", "gone.txt") == (finding.rule, Path(finding.position.path).name)


def test_an_encrypted_file_too_large_is_not_read_to_its_end(tmp_path: Path):
    with (tmp_path / "vault.yaml.age").open("wb") as stream:
        stream.truncate(100 * MAX_BYTES)
    found = decrypted(tmp_path / "vault.yaml.age", key_file(tmp_path, str(OURS)))

    assert isinstance(found, Diagnostic)
    assert "larger than" in found.message


def test_a_vault_that_is_too_large_when_opened_is_a_finding(tmp_path: Path):
    _, findings = opened(tmp_path, sealed("#" * (MAX_BYTES + 1)), str(OURS))

    assert ["file-too-large"] == [finding.rule for finding in findings]


@pytest.mark.parametrize(
    "text",
    [
        f"identities: [{{person: {SECRET}}}]",
        f"identities: [{{person: PER-001, {SECRET}: x}}]",
        f"{SECRET}: 1\n{SECRET}: 2",
        f'a: "{SECRET}',
        f"a: {SECRET}\u200b",
    ],
)
def test_no_finding_about_what_was_opened_quotes_it(tmp_path: Path, text: str):
    _, findings = opened(tmp_path, sealed(text), str(OURS))

    assert findings
    assert not [f for f in findings if SECRET in to_text(f)]


def test_without_the_package_the_finding_says_how_to_install_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setitem(sys.modules, "pyrage", None)
    _, (finding,) = opened(tmp_path, sealed(), str(OURS))

    assert 'pip install "referral[age]"' in finding.message


def test_opening_writes_no_file(tmp_path: Path, audited: Callable[[], list[str]]):
    opened(tmp_path, sealed(), str(OURS))
    before = len(audited())
    assert [] == read_vault(tmp_path, tmp_path / "key.txt")[1]

    assert before > 0  # what was written above was seen
    assert [] == audited()[before:]


@pytest.fixture
def audited() -> Callable[[], list[str]]:
    """Every file opened to be written from here on; a hook cannot be taken off, so that it only stops listening."""
    written: list[str] = []

    def hook(event: str, arguments: tuple[object, ...]) -> None:
        if event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
            written.append(str(arguments[0]))

    sys.addaudithook(hook)
    return lambda: written


def test_nothing_of_an_opened_vault_shows_in_how_it_prints_itself(tmp_path: Path):
    assert SECRET not in repr(opened(tmp_path, sealed(), str(OURS))[0])

"""What holds for every test: no connection leaves the process, and a missing tool is no silent pass in CI."""

import gc
import os
import shutil
import socket
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
AXE = ROOT / "tests/tools/node_modules/axe-core/axe.min.js"
VALIDATOR = ROOT / "tests/tools/node_modules/.bin/ooxml-validator"
LOOPBACK = {"127.0.0.1", "::1", "localhost"}
CONNECTS = {"socket.connect", "socket.sendto", "socket.sendmsg", "socket.bind"}  # (socket, address)
LOOKS_UP = {"socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"}  # (host, …)

_loopback_allowed = False


def _tools() -> dict[str, bool]:
    """Whether the tools of each marker are there."""
    return {
        "libreoffice": bool(shutil.which("soffice") and shutil.which("pdftotext")),
        "validator": VALIDATOR.exists() and bool(shutil.which("node")),
        "browser": bool(shutil.which("chromium")) and AXE.exists(),
    }


TOOLS = _tools()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Open the loopback to tests that say so; skip a test whose tool is missing, but fail it in CI."""
    global _loopback_allowed  # because an audit hook can be given no argument
    _loopback_allowed = any(item.get_closest_marker(marker) for marker in ("browser", "loopback"))
    for marker, is_there in TOOLS.items():
        if item.get_closest_marker(marker) and not is_there:
            stop = pytest.fail if os.environ.get("CI") == "true" else pytest.skip
            stop(f"the tools of marker {marker!r} are missing; CONTRIBUTING.md says how to install them")


@pytest.fixture(scope="session", autouse=True)
def _digests_are_kept_apart(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test leaves digests on the machine, or believes those of another run."""
    os.environ["REFERRAL_CACHE"] = str(tmp_path_factory.mktemp("digests"))


@pytest.fixture(scope="module", autouse=True)
def _only_what_a_module_makes_is_searched_for_garbage() -> None:
    """The Word writer asks for a collection with every file; going through what other modules keep takes most of it."""
    gc.collect()
    gc.freeze()


def _refuse_connections(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook, and not a patched `socket`, because C code and asyncio pass through it too.

    `pytest.fail` raises what `except Exception` does not catch, so no code can swallow the refusal.
    Child processes are not covered.
    """
    if event in CONNECTS:
        connection, address = arguments[:2]
        if isinstance(connection, socket.socket) and connection.family == socket.AF_UNIX:
            return
        host = address[0] if isinstance(address, tuple) else address
    elif event in LOOKS_UP:
        host = arguments[0]
    else:
        return
    if not (_loopback_allowed and host in LOOPBACK):
        pytest.fail(f"{event} to {host!r}: tests are offline, and only those marked `browser` may use the loopback")


sys.addaudithook(_refuse_connections)

"""`referral timestamp`: verified offline; a request goes out only when asked for, and here to a server of the test."""

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pytest
from asn1crypto import tsp
from click.testing import CliRunner, Result

from referral.cli.timestamp import command
from referral.errors import ReferralError, UsageError
from tests.unit.custody.authority import NAME, answer, append, certificates, in_block, in_calendar, proof, token

BITS = b"the recording"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "x.mp4").write_bytes(BITS)
    (tmp_path / "x.tst").write_bytes(token(BITS))
    (tmp_path / "x.ots").write_bytes(
        proof(BITS, b"\xff", append(b"\x01"), in_calendar("https://c.example"), in_block(9))
    )
    (tmp_path / "root.pem").write_bytes(certificates())
    return tmp_path / "x.mp4"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [*map(str, arguments)], catch_exceptions=False)


def test_what_a_token_proves_is_said_in_words(file: Path):
    said = run(file, "--proof", file.with_suffix(".tst"), "--certificates", file.with_name("root.pem")).output

    assert f"verified: these bits were there on 2022-03-12 10:00:00 UTC; vouched for by {NAME}\n" == said


def test_what_is_not_verified_is_said_to_be_so(file: Path):
    assert run(file, "--proof", file.with_suffix(".tst")).output.startswith("not verified: it names A timestamping")
    lines = run(file, "--proof", file.with_suffix(".ots")).output.splitlines()
    assert ["not verified: it names b", "promised only: https:"] == [
        line.rpartition("//")[0] or line[:24] for line in lines
    ]


def test_a_timestamp_of_another_file_is_refused(file: Path):
    file.write_bytes(b"other")

    with pytest.raises(ReferralError, match="sha256"):
        run(file, "--proof", file.with_suffix(".tst"))


@pytest.mark.parametrize(
    "arguments", [[], ["--proof", "x.tst", "--request", "https://a"], ["--request", "https://a"], ["-o", "y"]]
)
def test_one_thing_is_asked_at_a_time(file: Path, arguments: list[str], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(file.parent)

    with pytest.raises(UsageError):
        run(file, *arguments)


@pytest.mark.parametrize("header", ["", "00", "xy" * 80])
def test_a_header_that_can_be_none_is_refused(file: Path, header: str):
    with pytest.raises(UsageError, match="160"):
        run(file, "--proof", file.with_suffix(".ots"), "--block-header", header)


class Authority(BaseHTTPRequestHandler):
    """Signs what it is asked to sign; at another address it answers with a token of other bits."""

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"]))
        asked = tsp.TimeStampReq.load(body)["message_imprint"]["hashed_message"].native
        self.server.asked.append((self.headers["Content-Type"], asked))  # type: ignore[attr-defined]
        data = {"/good": answer(token(BITS)), "/other": answer(token(b"other")), "/large": bytes(2**21)}.get(self.path)
        self.send_response(200 if data else 404)
        self.end_headers()
        self.wfile.write(data or b"")

    def log_request(self, code: object = "-", size: object = "-") -> None:
        """Nothing is printed."""


@pytest.fixture
def authority() -> Iterator[HTTPServer]:
    server = HTTPServer(("127.0.0.1", 0), Authority)
    server.asked = []  # type: ignore[attr-defined]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)  # noqa: TID251 - a service, which writes no document
    thread.start()
    yield server
    server.shutdown()
    server.server_close()
    thread.join()


def address(server: HTTPServer, path: str) -> str:
    return f"http://127.0.0.1:{server.server_address[1]}{path}"


@pytest.mark.loopback
def test_an_authority_is_told_the_digest_and_its_token_is_kept(file: Path, authority: HTTPServer):
    out = file.with_suffix(".tsr")
    said = run(file, "--request", address(authority, "/good"), "-o", out).output

    assert said.startswith("not verified: it names A timestamping authority and 2022-03-12")
    assert "vouched for" in run(file, "--proof", out, "--certificates", file.with_name("root.pem")).output
    ((kind, digest),) = authority.asked  # type: ignore[attr-defined]
    assert ("application/timestamp-query", 32) == (kind, len(digest))


@pytest.mark.loopback
@pytest.mark.parametrize("path", ["/other", "/large", "/nothing"])
def test_an_answer_that_is_no_timestamp_of_the_file_is_not_kept(file: Path, authority: HTTPServer, path: str):
    out = file.with_suffix(".tsr")

    with pytest.raises(ReferralError):
        run(file, "--request", address(authority, path), "-o", out)
    assert not out.exists()


def test_what_is_there_is_not_replaced_and_other_addresses_are_refused(file: Path):
    with pytest.raises(UsageError, match="there already"):
        run(file, "--request", "https://a.example", "-o", file)
    with pytest.raises(UsageError, match="no address"):
        run(file, "--request", "file:///etc/passwd", "-o", file.with_suffix(".tsr"))

"""The guard in conftest.py holds: without it, nothing would notice a program that phones home."""

import asyncio
import socket
import urllib.request
from contextlib import suppress
from pathlib import Path

import pytest

REFUSED = "tests are offline"
ELSEWHERE = ("192.0.2.1", 9)  # an address reserved for documentation


def test_no_connection_leaves_the_process():
    with socket.socket() as stream, pytest.raises(pytest.fail.Exception, match=REFUSED):
        stream.connect(ELSEWHERE)


def test_no_datagram_leaves_the_process():
    with socket.socket(type=socket.SOCK_DGRAM) as datagram, pytest.raises(pytest.fail.Exception, match=REFUSED):
        datagram.sendto(b"x", ELSEWHERE)


def test_no_name_is_looked_up():
    with pytest.raises(pytest.fail.Exception, match=REFUSED):
        urllib.request.urlopen("http://example.org/")


def test_the_loopback_is_closed_too():
    with socket.socket() as stream, pytest.raises(pytest.fail.Exception, match=REFUSED):
        stream.connect(("127.0.0.1", 9))


def test_a_refusal_is_not_swallowed():
    with pytest.raises(pytest.fail.Exception, match=REFUSED):
        connect_carelessly()


def connect_carelessly() -> None:
    with suppress(Exception):
        socket.create_connection(ELSEWHERE)


def test_local_sockets_stay_open(tmp_path: Path):
    with socket.socket(socket.AF_UNIX) as local:
        local.bind(str(tmp_path / "socket"))
    assert asyncio.run(asyncio.sleep(0, result="done")) == "done"

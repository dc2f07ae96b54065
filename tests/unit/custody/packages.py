"""Packages and sidecars as the programs write them, made in the tests; each part can be given otherwise."""

import base64
import hashlib
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

ADDRESS = "https://example.org/x"
MOMENT = "2022-03-10T21:30:00Z"
BITS = b"the recording"
DIGEST = hashlib.sha256(BITS).hexdigest()


def wacz(path: Path, **changed: bytes | None) -> Path:
    """A package of one page; `changed` replaces or leaves out a part after the digests were reckoned."""
    page = {"id": "1", "url": ADDRESS, "ts": MOMENT, "title": "A page"}
    parts = {
        "archive/data.warc.gz": b"\x1f\x8b...",
        "indexes/index.cdx": b"org,example)/x 2022",
        "pages/pages.jsonl": b'{"format": "json-pages-1.0", "id": "pages", "title": "All"}\n'
        + json.dumps(page).encode(),
    }
    head = {
        "profile": "data-package",
        "resources": [_resource(name, data) for name, data in parts.items()],
        "wacz_version": "1.1.1",
        "software": "a browser 1.0",
        "mainPageUrl": ADDRESS,
        "mainPageDate": MOMENT,
    }
    parts["datapackage.json"] = json.dumps(head).encode()
    digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(parts['datapackage.json']).hexdigest()}"}
    parts["datapackage-digest.json"] = json.dumps(digest).encode()
    with zipfile.ZipFile(path, "w") as package:
        for name, data in parts.items():
            new = changed.get(name, data)
            if new is not None:
                package.writestr(name, new)
    return path


def _resource(name: str, data: bytes) -> dict[str, object]:
    return {
        "name": name.rpartition("/")[2],
        "path": name,
        "hash": f"sha256:{hashlib.sha256(data).hexdigest()}",
        "bytes": len(data),
    }


def auto_archiver(**changed: Any) -> bytes:
    media = {
        "filename": "work/x/film.mp4",
        "key": "a/film.mp4",
        "urls": [],
        "properties": {"hash": f"SHA-256:{DIGEST}"},
    }
    told = {"_processed_at": "2022-03-10 21:30:00.123456+00:00", "url": ADDRESS, "title": "A page"}
    return json.dumps({"status": "twitter: success", "metadata": told, "media": [media], **changed}).encode()


PROOF = {
    "File Hash SHA256": DIGEST,
    "File Modified": "2022-03-10T21:29Z",
    "Proof Generated": "2022-03-10T21:30Z",
    "DeviceID": "0000",
    "Location.Latitude": "0.0",
    "Location.Longitude": "0.0",
}


def proof_json(**changed: Any) -> bytes:
    return json.dumps({**PROOF, **changed}).encode()


def proof_csv(**changed: Any) -> bytes:
    told = {**PROOF, **changed}
    return (",".join(told) + "\n" + ",".join(f'"{value}"' for value in told.values()) + "\n").encode()


def c2pa_report(**changed: Any) -> bytes:
    """The report of a manifest that stands beside its file, as `c2patool --detailed` prints it."""
    binding = {"alg": "sha256", "hash": base64.b64encode(hashlib.sha256(BITS).digest()).decode(), "name": "whole"}
    manifest: Mapping[str, Any] = {
        "claim": {"claim_generator_info": [{"name": "A camera", "version": "2"}]},
        "assertion_store": {"c2pa.hash.data": binding, "c2pa.actions": {"actions": [{"action": "c2pa.created"}]}},
        "signature": {"alg": "es256", "issuer": "A maker", "time": "2022-03-10T21:30:00+00:00"},
    }
    return json.dumps({"active_manifest": "urn:1", "manifests": {"urn:1": manifest}, **changed}).encode()

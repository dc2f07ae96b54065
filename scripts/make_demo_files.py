#!/usr/bin/env python3
"""Write the invented evidence files of the demonstration cases and print their digests.

Usage: scripts/make_demo_files.py [CASE_ID...]. The texts stand in `scripts/demo_files/<case id>.py`, one dictionary
`FILES` of path below the case folder to content. Every file says in its first line that it is invented.
"""

import hashlib
import importlib.util
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARK = "ВИГАДАНО ДЛЯ ДЕМОНСТРАЦІЇ · INVENTED FOR A DEMONSTRATION\n\n"


def texts_of(case_id: str) -> dict[str, str]:
    source = ROOT / "scripts" / "demo_files" / f"{case_id}.py"
    spec = importlib.util.spec_from_file_location(case_id, source)
    assert spec, source
    assert spec.loader, source
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return dict(module.FILES)


def write_case(case_id: str) -> None:
    for path, text in sorted(texts_of(case_id).items()):
        data = (MARK + text).encode()
        target = ROOT / "cases" / case_id / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)
        print(f"{hashlib.sha256(data).hexdigest()}  {len(data):7d}  {case_id}/{path}")


if __name__ == "__main__":
    names = sys.argv[1:] or sorted(p.stem for p in (ROOT / "scripts" / "demo_files").glob("*.py"))
    for name in names:
        write_case(name)

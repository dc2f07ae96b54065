"""The digests of the wording in a folder of law files, written beside them."""

from pathlib import Path

from referral.errors import InvalidLawError, UsageError
from referral.law.load import read_folders, type_files
from referral.law.pins import pin_file


def pin_folder(target: Path) -> int:
    """Pin every verified wording of the law files beside the target; the number of pins. Raises InvalidLawError."""
    if target.suffix != ".yaml":
        raise UsageError(f"{target}: the file of pins stands beside the law files and ends in .yaml")
    files, findings = read_folders([target.parent])
    loaded, more = type_files(files)
    if findings or more:
        raise InvalidLawError([*findings, *more])
    text = pin_file(target.stem, loaded.files)
    target.write_text(text, encoding="utf-8")
    return sum(line.startswith("  ") for line in text.splitlines())

"""The digests of what is verified in a folder of law files, written beside them."""

from pathlib import Path

from referral.durable import replace_file
from referral.errors import InvalidLawError
from referral.law.load import read_folders, type_files
from referral.law.pins import NAME, pin_file


def pin_folder(folder: Path) -> tuple[Path, int]:
    """Pin all that is verified in the law files of a folder: the file written, how many pins. Or InvalidLawError."""
    files, findings = read_folders([folder])
    loaded, more = type_files(file for file in files if file.name != NAME)
    if findings or more:
        raise InvalidLawError([*findings, *more])
    text = pin_file(loaded.files)
    replace_file(folder / NAME, text.encode())
    return folder / NAME, sum(line.startswith("  ") for line in text.splitlines())

"""The wheel holds all that the program reads, and works away from the repository. Built offline."""

import os
import subprocess
import sys
import sysconfig
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PIP = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--quiet")
OFFLINE = ("--no-deps", "--no-index")


def run(*command: str | Path, cwd: Path) -> str:
    """Standard output of a command; what it wrote to either stream is shown when it fails."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    done = subprocess.run(command, cwd=cwd, env=environment, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    run(*PIP, "wheel", *OFFLINE, "--no-build-isolation", "--wheel-dir", folder, ROOT, cwd=folder)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of commands of an environment that has the wheel, and borrows the dependencies of this one.

    A .pth line comes after the environment's own packages, so the wheel is found first; this environment's editable
    install is not found at all, because the .pth files of a borrowed folder are not read.
    """
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False, symlinks=os.name != "nt")
    paths = sysconfig.get_paths(vars={"base": str(home), "platbase": str(home)}, scheme="venv")
    (Path(paths["purelib"]) / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")
    python = Path(paths["scripts"]) / Path(sys.executable).name
    run(*PIP, f"--python={python}", "install", *OFFLINE, "--ignore-installed", wheel, cwd=home)
    return Path(paths["scripts"])


def files_under(folder: Path) -> set[str]:
    """Without what Python and the program compile beside their sources."""
    found = (path for path in folder.rglob("*") if path.is_file() and path.parent.name != "__pycache__")
    return {str(path.relative_to(ROOT)) for path in found}


def test_the_wheel_holds_the_law_the_templates_and_the_fonts(wheel: Path):
    packed = set(zipfile.ZipFile(wheel).namelist())
    top = {f"referral/_data/{name}" for name in files_under(ROOT / "legal_refs") | files_under(ROOT / "templates")}
    fonts = {name.removeprefix("src/") for name in files_under(ROOT / "src/referral/writers/fonts")}
    assert top
    assert any(name.endswith(".ttf") for name in fonts)
    assert set() == (top | fonts) - packed


def test_the_wheel_holds_every_file_of_the_package_and_nothing_else(wheel: Path):
    source = {name.removeprefix("src/") for name in files_under(ROOT / "src/referral") if "__pycache__" not in name}
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("referral/")}
    assert source == {name for name in packed if not name.startswith("referral/_data/")}


def test_the_installed_command_runs_away_from_the_repository(installed: Path, tmp_path: Path):
    where = run(installed / "python", "-c", "import referral; print(referral.__file__)", cwd=tmp_path)
    assert Path(where).is_relative_to(installed.parent)
    assert "0.1.0" in run(installed / "referral", "--version", cwd=tmp_path)
    assert run(installed / "referral", "law", "list", cwd=tmp_path).strip()

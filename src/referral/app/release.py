"""Finished files let out: searched for what their recipient may not know, and written only if nothing is found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from referral.app.output import OutputFolder
from referral.app.project import Project
from referral.app.scan import Leak, NotSearched, searched, sought_for
from referral.app.withdrawn import persons_in
from referral.errors import ProtectedDataError, WriteError
from referral.protection.view import View


@dataclass(frozen=True)
class Finished:
    """One file before it is written; `part_of` is the main file of an annex that has its own, `hint` an option."""

    name: str
    data: bytes
    inputs: str
    part_of: str
    open_points: int
    hint: str = ""


class Release:
    """The files of one build. On a find none of them stays, those that were clean and older ones included."""

    def __init__(self, project: Project, force: bool) -> None:
        self._project = project
        self.force = force
        self._let_out: list[tuple[OutputFolder, str]] = []

    def let_out(self, folder: OutputFolder, files: Sequence[Finished], view: View) -> Iterator[Finished]:
        """Writes the files of one document, each when it is asked for.

        Raises ProtectedDataError, which says where and whose code, never the words; WriteError for a file that could
        not be searched.
        """
        findings = self._found_in(files, view)
        if findings:
            self._take_back([*self._let_out, *((folder, file.name) for file in files)])
            refuse(findings, view)
        persons = persons_in(view.case)
        for file in files:
            folder.write(file.name, file.data, file.inputs, self.force, file.part_of, persons)
            self._let_out.append((folder, file.name))
            yield file

    def _found_in(self, files: Sequence[Finished], view: View) -> list[Leak | NotSearched]:
        """Nothing where the vault stayed closed: then only those build who draw up the case, and no name was read."""
        sought = None if self._project.vault.sealed else sought_for(self._project, view)
        return [finding for file in files for finding in searched(file.data, file.name, sought)] if sought else []

    def _take_back(self, files: Sequence[tuple[OutputFolder, str]]) -> None:
        for folder, name in files:
            folder.take_back(name)


def refuse(findings: Sequence[Leak | NotSearched], view: View) -> None:
    """Raises ProtectedDataError if one of them is a leak, else WriteError."""
    leaks = [finding for finding in findings if isinstance(finding, Leak)]
    if leaks:
        told = "\n".join(map(str, leaks))
        why = f"the profile “{view.profile.name}” may not know it; nothing was written"
        raise ProtectedDataError(f"{told}\n{why}. Write the code where the case names the person")
    why = "a file that cannot be searched for protected data is not let out, so that nothing was written:"
    raise WriteError("\n".join((why, *map(str, findings))))

"""Documents that a person files himself, known by the names of their files: he is named in his own, and in no other."""

from dataclasses import dataclass, field

from referral.app.project import Project
from referral.composition.requests import may_file
from referral.protection.view import View


@dataclass
class FiledViews:
    """The views that documents for one profile are composed from: each filer has his own, all others the plain one."""

    project: Project
    profile: str
    _by_start: dict[str, tuple[str | None, str]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        case, codes = self.project.loaded.case, self.project.codes(self.profile)
        filed = [kind for kind in self.project.templates.kinds.values() if self.profile in kind.profiles]
        self._by_start = {
            f"{kind.id}-{codes.of(person)}".lower(): (kind.use, person)
            for kind in filed
            for person in may_file(kind, case)
        }

    def start(self, name: str) -> str:
        """What the name of a file begins with if somebody files such a document himself, else nothing."""
        start = name.partition(".")[0]
        return start if start in self._by_start else ""

    def of(self, start: str) -> View:
        """The view for files whose names begin so."""
        found = self._by_start.get(start)
        return self.project.view(self.profile, *found) if found else self.project.view(self.profile)

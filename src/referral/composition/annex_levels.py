"""What is settled of the annexes of one document: how confidential each is, and which have nothing to hold."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from referral.case.model import Confidentiality, DocumentRequest
from referral.composition.kinds import DocumentKind
from referral.composition.shown import Shown
from referral.protection.profiles import higher

MAIN = ""  # stands in the place of a letter for the main text


@dataclass(frozen=True)
class AnnexLevels:
    """Known before a template is rendered, and better after it; then it is rendered again.

    `levels` are those of the main text and of the annexes that the recipient gets, `left_out` says of an annex why it
    would be empty, `raised` names the entries for which a level is higher than was asked for, `shown` is what the
    annexes may say of the main text.
    """

    levels: Mapping[str, Confidentiality]
    left_out: Mapping[str, str] = field(default_factory=dict)
    raised: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    shown: Shown = field(default_factory=Shown)

    @property
    def main(self) -> Confidentiality:
        return self.levels[MAIN]

    def is_included(self, letter: str) -> bool:
        return letter in self.levels and letter not in self.left_out

    def is_apart(self, letter: str) -> bool:
        """Whether the annex becomes a file of its own."""
        return self.levels[letter] is not self.main


def asked_for(kind: DocumentKind, request: DocumentRequest) -> AnnexLevels:
    """The levels that the kind declares for the recipient, and those that the request raises."""
    wanted = {annex.id: annex.level for annex in request.annexes}
    declared = {annex.id: annex.level[request.profile] for annex in kind.annexes if request.profile in annex.level}
    levels = {letter: max(level, wanted.get(letter, level), key=higher) for letter, level in declared.items()}
    return AnnexLevels({MAIN: kind.level_for(request.profile), **levels})

"""The annexes of the document: the list of them, references to them, leaving out one that would be empty."""

from typing import Any

from markupsafe import Markup

from referral.composition import inline
from referral.composition.annex_kinds import AnnexKind
from referral.composition.kinds import SOURCE_SUFFIX
from referral.composition.requests import annex_stem, stem_of
from referral.composition.scene import Scene
from referral.errors import TemplateError


class AnnexFunctions:
    """What a document says of its annexes; which there are, and for whom, is in its `document.yaml`."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self._phrases = scene, scene.phrases

    def annexes(self) -> list[dict[str, Any]]:
        """Every annex of this kind of document, in order, included in this version or not.

        `id`, `label`, `title`, `level` and `level_words`; `is_included`, and if not `why`; `file`, the name of a file
        of its own without its ending; `source`, the template to include.
        """
        return [self._told(annex) for annex in self._scene.kind.annexes]

    def annex(self, letter: str) -> Markup:
        """«Annex A», a reference to it; of one that is not there, with the remark that it is not."""
        if letter not in {annex.id for annex in self._scene.kind.annexes}:
            raise TemplateError(f'document.yaml declares no annex "{letter}"')
        if self._scene.annexes.is_included(letter):
            return inline.reference(letter)
        return inline.text(self._phrases("annexes.not_here", annex=self._scene.annex_label(letter)))

    def leave_out_annex(self, letter: str, sentence: str) -> Markup:
        """To be called in an annex that would be empty: it is left out, and the list of annexes has the sentence."""
        self._scene.left_out[letter] = sentence
        return Markup('<p kind="plain">{}</p>').format(sentence)

    def classification(self) -> str:
        """How confidential the main text is, in the words of its header."""
        return self._scene.level_words()

    def _told(self, annex: AnnexKind) -> dict[str, Any]:
        scene, settled = self._scene, self._scene.annexes
        is_included = settled.is_included(annex.id)
        title = annex.title.get(scene.lang)
        if title is None:
            raise TemplateError(f'document.yaml has no title of the annex "{annex.id}" in “{scene.lang}”; add it')
        return {
            "id": annex.id,
            "label": scene.annex_label(annex.id),
            "title": title,
            "level": settled.levels.get(annex.id, annex.lowest).value,
            "level_words": self._level_words(annex),
            "is_included": is_included,
            "why": "" if is_included else settled.left_out.get(annex.id) or self._phrases("annexes.not_for_recipient"),
            "file": self._file(annex.id) if is_included and settled.is_apart(annex.id) else "",
            "source": f"{scene.kind.id}/annexes/{annex.id.lower()}.{scene.lang}{SOURCE_SUFFIX}",
        }

    def _level_words(self, annex: AnnexKind) -> str:
        if annex.id in self._scene.annexes.levels:
            return self._scene.level_words(annex.id)
        return self._scene.level_name(annex.lowest)

    def _file(self, letter: str) -> str:
        scene = self._scene
        return annex_stem(stem_of(scene.request, scene.view.case, scene.kind), letter)

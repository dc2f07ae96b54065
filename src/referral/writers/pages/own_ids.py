"""The ids of tags, made each chunk's own: a cell names its heads by them, and every chunk counts from the beginning."""

from pikepdf import Array, Dictionary, Object, Pdf, String


def make_own(part: Pdf, number: int) -> None:
    """Puts the number of the chunk before every id, where its tags are and where they are named."""
    prefix = f"{number}-".encode()
    for element in part.objects:
        if isinstance(element, Dictionary) and "/S" in element:
            if "/ID" in element:
                element.ID = String(prefix + bytes(element.ID))
            _rename_heads(element.get("/A"), prefix)


def _rename_heads(attributes: Object | None, prefix: bytes) -> None:
    """Typst gives a cell a list of attributes; the heads are named in one of them."""
    for one in attributes if isinstance(attributes, Array) else ():
        if (heads := one.get("/Headers")) is not None:
            one.Headers = Array([String(prefix + bytes(head)) for head in heads])

"""How images are decoded: any bytes in; out comes a picture of our own making, or a reason in plain words."""

import io
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, cast

from PIL import Image, ImageOps, UnidentifiedImageError
from PIL import ImageFile as Loader

from referral.document.drawings import Picture, PictureFormat

KINDS = ("JPEG", "PNG", "TIFF", "WEBP")
LARGEST_PICTURE = 80_000_000  # pixels; a file of a few kilobytes can claim as many, and has to be held in memory whole
_LONGEST_SIDE = 1600  # pixels: on a page of A4 as much as print shows
_LARGEST_PNG = 1_000_000  # bytes; what is larger is no drawing and no page of text
_QUALITY = 88


class PictureError(Exception):
    """Why a file cannot be shown, in plain words."""


@dataclass(frozen=True)
class Decoded:
    """What one file gives: the picture, what its bytes are, how many pages or frames there were."""

    picture: Picture
    kind: str
    frames: int


def decoded(data: bytes) -> Decoded:
    """The picture in the bytes of a file. Raises PictureError and nothing else."""
    try:
        with _strictly():
            image = Image.open(io.BytesIO(data), formats=KINDS)
            return Decoded(_encoded(_upright(image)), *_named(image))
    except PictureError:
        raise
    except Exception as failure:  # decoders of broken files raise whatever their last step raises
        raise PictureError(_in_words(failure)) from failure


@contextmanager
def _strictly() -> Iterator[None]:
    """Pillow, for which a cut file is an error, and a bomb too; another library may have told it otherwise."""
    before, Loader.LOAD_TRUNCATED_IMAGES = Loader.LOAD_TRUNCATED_IMAGES, False
    try:
        with warnings.catch_warnings(action="ignore"):  # what matters of them is counted and refused here
            yield
    finally:
        Loader.LOAD_TRUNCATED_IMAGES = before


def _named(image: Image.Image) -> tuple[str, int]:
    """Its kind and number of frames; what telephones put behind a photograph is no further page of it."""
    return ("JPEG", 1) if image.format == "MPO" else (str(image.format), getattr(image, "n_frames", 1))


def _upright(image: Image.Image) -> Image.Image:
    """The pixels as the camera was held; reduced, without transparency, in grey or in red, green and blue."""
    if image.width * image.height > LARGEST_PICTURE:
        raise PictureError(f"it has {image.width} × {image.height} pixels; put a smaller working copy beside it")
    if not image.width or not image.height:
        raise PictureError("it has no pixels")
    image.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
    image.load()
    upright = _opaque(ImageOps.exif_transpose(image))
    upright.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    return upright


def _opaque(image: Image.Image) -> Image.Image:
    if image.mode in ("1", "L"):
        return image.convert("L")
    if image.mode.startswith(("I", "F")):
        return _of_many_greys(image)
    if not image.has_transparency_data:
        return image.convert("RGB")
    shown = image.convert("RGBA")
    return Image.alpha_composite(Image.new("RGBA", shown.size, "white"), shown).convert("RGB")


def _of_many_greys(image: Image.Image) -> Image.Image:
    """Sixteen bits and more become eight, the darkest black and the lightest white."""
    real = image.convert("F")
    low, high = cast(tuple[float, float], real.getextrema())  # one band
    scale = 255 / ((high - low) or 1)
    return real.point(lambda grey: grey * scale - low * scale).convert("L")


def _encoded(image: Image.Image) -> Picture:
    """As PNG, which loses nothing; as JPEG where that would be large."""
    bare = Image.frombytes(image.mode, image.size, image.tobytes())
    data, form = _saved(bare, format="PNG"), PictureFormat.PNG
    if len(data) > _LARGEST_PNG:
        data, form = _saved(bare, format="JPEG", quality=_QUALITY), PictureFormat.JPEG
    return Picture(data, form, bare.width, bare.height)


def _saved(image: Image.Image, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, **options)
    return stream.getvalue()


def _in_words(failure: Exception) -> str:
    if isinstance(failure, UnidentifiedImageError):
        return f"it is none of: {', '.join(KINDS)}"
    if isinstance(failure, Image.DecompressionBombError):
        return "it claims more pixels than any camera takes"
    return "it is broken or cut off"

"""Whatever bytes come in: a picture of our own making goes out, or a reason in plain words."""

import io
from contextlib import suppress

import pytest
from PIL import Image, ImageFile

from referral.document.drawings import PictureFormat
from referral.pictures.decode import PictureError, decoded
from referral.writers.pixels import extras
from tests.unit.images import claiming, image_bytes

MODES = [("PNG", mode) for mode in ("1", "L", "LA", "P", "RGB", "RGBA", "I;16")]
MODES += [("JPEG", "L"), ("JPEG", "CMYK"), ("TIFF", "F"), ("TIFF", "CMYK"), ("TIFF", "LAB"), ("WEBP", "RGBA")]


def with_secrets() -> bytes:
    exif = Image.Exif()
    exif[0x010F] = "maker of the camera"
    exif[0x0112] = 6  # held upright: the right side of the pixels is the top
    return image_bytes("JPEG", exif=exif, comment=b"taken by a witness") + b"a second picture behind the first"


@pytest.mark.parametrize(("kind", "mode"), MODES)
def test_every_kind_of_pixels_becomes_grey_or_colour_without_anything_beside(kind: str, mode: str):
    found = decoded(image_bytes(kind, mode))

    assert kind == found.kind
    assert [] == list(extras(found.picture.data))
    assert Image.open(io.BytesIO(found.picture.data)).mode in ("L", "RGB")


def test_nothing_but_pixels_is_left_of_a_photograph():
    raw = with_secrets()
    data = decoded(raw).picture.data

    assert b"witness" in raw
    assert b"maker" in raw
    assert [False, False, False] == [word in data for word in (b"witness", b"maker", b"second picture")]


def test_a_photograph_stands_as_the_camera_was_held():
    found = decoded(with_secrets()).picture
    assert (30, 40) == (found.width, found.height)


def test_a_large_picture_is_reduced_to_what_print_shows():
    found = decoded(image_bytes(size=(4000, 1000))).picture
    assert (1600, 400) == (found.width, found.height)


def test_what_would_be_large_as_png_becomes_a_jpeg_without_anything_beside():
    noise = io.BytesIO()
    Image.effect_noise((1500, 1500), 90).save(noise, "PNG")
    found = decoded(noise.getvalue()).picture

    assert PictureFormat.JPEG == found.format
    assert [] == list(extras(found.data))


def test_what_is_transparent_becomes_white_paper():
    found = decoded(image_bytes(mode="RGBA", color=(0, 0, 0, 0))).picture
    assert (255, 255, 255) == Image.open(io.BytesIO(found.data)).getpixel((5, 5))


def test_the_same_bytes_give_the_same_bytes():
    assert decoded(with_secrets()) == decoded(with_secrets())


def test_pages_are_counted_and_the_first_is_shown():
    pages = [Image.new("L", (40, 30), shade) for shade in (0, 255)]
    stream = io.BytesIO()
    pages[0].save(stream, "TIFF", save_all=True, append_images=pages[1:])
    found = decoded(stream.getvalue())

    assert 2 == found.frames
    assert 0 == Image.open(io.BytesIO(found.picture.data)).getpixel((5, 5))


REFUSED = {
    "nothing": (b"", "it is none of: JPEG, PNG, TIFF, WEBP"),
    "words": (b"no image at all", "it is none of: JPEG, PNG, TIFF, WEBP"),
    "another kind of image": (image_bytes("GIF", "P"), "it is none of: JPEG, PNG, TIFF, WEBP"),
    "a cut photograph": (image_bytes("JPEG", size=(400, 300))[:900], "it is broken or cut off"),
    "a cut drawing": (image_bytes(size=(400, 300))[:90], "it is broken or cut off"),
    "too many pixels": (claiming(10_000, 10_000), "it has 10000 × 10000 pixels; put a smaller working copy beside it"),
    "a bomb": (claiming(60_000, 60_000), "it claims more pixels than any camera takes"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_shown_is_refused_in_plain_words(name: str):
    data, words = REFUSED[name]
    with pytest.raises(PictureError) as caught:
        decoded(data)
    assert words == str(caught.value)


@pytest.mark.parametrize("at", range(8, 200, 7))
def test_a_file_with_one_changed_byte_gives_a_picture_or_a_reason_and_never_another_failure(at: int):
    data = bytearray(image_bytes("JPEG"))
    data[at] ^= 0xFF
    with suppress(PictureError):
        assert [] == list(extras(decoded(bytes(data)).picture.data))


def test_a_cut_file_is_refused_even_if_another_library_has_allowed_it(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)
    with pytest.raises(PictureError, match="broken or cut off"):
        decoded(image_bytes("JPEG", size=(400, 300))[:900])
    assert ImageFile.LOAD_TRUNCATED_IMAGES

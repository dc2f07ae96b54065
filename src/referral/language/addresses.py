"""The one seam to words that tell nothing by themselves beside names and numbers: street, house, No., in short too."""

from functools import cache
from importlib.resources import files

from referral.language.load import known_languages
from referral.yaml_reader import read_yaml

_FILE = "addresses.yaml"  # in the folder of each language that has one


@cache
def address_words() -> frozenset[str]:
    """Those of every language, in small letters and every form that an address, the number of a paper or a day has."""
    paths = (files("referral.language") / code / _FILE for code in known_languages())
    texts = (read_yaml(path.read_bytes(), _FILE).data["words"] for path in paths if path.is_file())
    return frozenset(word for text in texts for word in text.split())

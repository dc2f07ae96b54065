"""Words of human languages: dates, quantities, states. One folder of data per language; knows no case and no law."""

from referral.language.load import Language, known_languages, load_language

DEFAULT_LANGUAGE = "uk"  # in which a new case is written unless another is asked for

__all__ = ["DEFAULT_LANGUAGE", "Language", "known_languages", "load_language"]

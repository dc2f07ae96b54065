"""What a language can do by rules of its own: a function in a module of its folder, found by their names."""

from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from referral.language.load import known_languages


@cache
def own_rule(code: str, module: str, function: str) -> Any:
    """The function; None if the language has none, or if we have no words of it."""
    package = f"referral.language.{code}"
    if code not in known_languages() or not find_spec(package) or not find_spec(f"{package}.{module}"):
        return None
    return getattr(import_module(f"{package}.{module}"), function, None)

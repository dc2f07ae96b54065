"""How a class becomes functions of templates: its public methods, each under its own name."""

from collections.abc import Callable
from typing import Any


def named(functions: object) -> dict[str, Callable[..., Any]]:
    """The public methods of an object by name, as its class lists them; whatever else it has begins with «_»."""
    return {name: getattr(functions, name) for name in vars(type(functions)) if not name.startswith("_")}

"""The parser of YAML events, and the few signs that mean nothing."""

try:  # libyaml is missing where PyYAML was installed without a wheel; the pure parser gives the same events
    from yaml import CSafeLoader as Parser
except ImportError:
    from yaml import SafeLoader as Parser  # type: ignore[assignment]

__all__ = ["MAX_DEPTH", "NULLS", "Parser"]

MAX_DEPTH = 40
NULLS = frozenset({"", "~", "null", "Null", "NULL"})

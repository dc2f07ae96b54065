"""The names that a `document.yaml` may use: of profiles, of uses of an account, of roles. Others are refused."""

from collections.abc import Collection
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from referral.case.model.people import RoleName, Uses
from referral.protection.profiles import PROFILES
from referral.schema_errors import nearest


def _known_profiles(names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(_known(name, "profile", PROFILES) for name in names)


def _known_use(name: str) -> str:
    return _known(name, "use of an account", Uses.model_fields)


def _known(name: str, what: str, known: Collection[str]) -> str:
    if name not in known:
        raise ValueError(f'there is no {what} "{name}"; {nearest(name, known) or ", ".join(known)}')
    return name


def _person_of(value: object) -> object:
    """`true` and `false` as such, a role by its name."""
    if value in (True, False, "true", "false"):
        return value in (True, "true")
    return RoleName(_known(str(value), "role", [role.value for role in RoleName]))


KnownProfiles = Annotated[tuple[str, ...], Field(min_length=1), AfterValidator(_known_profiles)]
KnownUse = Annotated[str, AfterValidator(_known_use)]
PersonMeant = Annotated[bool | RoleName, BeforeValidator(_person_of)]
KnownProfile = Annotated[str, AfterValidator(lambda name: _known(name, "profile", PROFILES))]

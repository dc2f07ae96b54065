"""How material is come by, and who must leave which of it to others. Our own words; never law."""

from enum import StrEnum

from pydantic import Field

from referral.law.model.base import Flag, Texts
from referral.law.model.remark import Remark


class Method(StrEnum):
    """`official_request`: what an authority asks for in its proceedings; `forensic`: traces, devices and files."""

    INTERVIEW = "interview"
    DOCUMENT = "document"
    OPEN_SOURCE = "open_source"
    OFFICIAL_REQUEST = "official_request"
    EXPERT = "expert"
    FORENSIC = "forensic"


class Party(StrEnum):
    """Who prepares a case."""

    PROSECUTION = "prosecution"
    CIVIL_SOCIETY = "civil_society"
    COUNSEL = "counsel"
    OTHER = "other"


class Whom(StrEnum):
    """Whom a limit protects; `survivor`: of sexual violence, `heard_before`: who already gave an account."""

    ANYONE = "anyone"
    IN_CUSTODY = "in_custody"
    MINOR = "minor"
    SURVIVOR = "survivor"
    HEARD_BEFORE = "heard_before"


class Limit(Remark):
    """A way of collecting that is not open to some of those who prepare cases; `text` gives the reason."""

    parties: tuple[Party, ...] = Field(min_length=1, description="for whom; of whom nothing is said, for him too")
    methods: tuple[Method, ...] = Field(min_length=1)
    whom: Whom = Field(Whom.ANYONE, description="with regard to which persons")
    bars: Flag = Field(True, description="false: it may be done, within what the text says")
    instead: Texts = Field(min_length=1, description="what to do in its place, as it follows “instead:”")

"""No shipped source asks for the name of a wide profile: there are several, and another would be told too much."""

import re

from referral.app.project import Sources
from referral.composition.kinds import SOURCE_SUFFIX
from referral.protection.profiles import PROFILES

WIDE = [name for name, profile in PROFILES.items() if profile.is_wide]


def test_no_source_names_a_wide_profile():
    sources = [path for folder in Sources.of().templates for path in folder.rglob(f"*{SOURCE_SUFFIX}")]
    named = [
        path.name for path in sources if re.search(rf"profile\b[^%}}]*\"({'|'.join(WIDE)})\"", path.read_text("utf-8"))
    ]

    assert len(sources) > 20
    assert [] == named

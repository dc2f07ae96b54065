"""The rule over the names of posts, which every reader of a document may see.

`name-in-post`: a word of a post looks like a person's name or initials; write the post alone, names are in the vault.
"""

from collections.abc import Iterator

from referral.case.load import LoadedCase
from referral.case.model import Person
from referral.diagnostics import Diagnostic, warning
from referral.language.declension import Gender, name_in_post


def posts_name_nobody(loaded: LoadedCase) -> Iterator[Diagnostic]:
    """`name-in-post`. The message names the person's code, never the word."""
    for index, posting in loaded.entries("postings"):
        holder = loaded.case.by_id.get(posting.person)
        gender = Gender.of(holder.sex) if isinstance(holder, Person) else None
        for lang, text in posting.title.by_lang.items():
            if name_in_post(lang or loaded.case.case.language, text, gender):
                at = loaded.where("postings", index, *filter(None, ("title", lang)))
                message = f"a word of this post of {posting.person} looks like a person’s name; write the post alone"
                yield warning(at, "name-in-post", message, "the name of who holds it stands in the vault")

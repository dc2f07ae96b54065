"""Everything that a finished file carries, searched for what its recipient may not know."""

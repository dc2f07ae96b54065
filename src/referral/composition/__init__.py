"""Which documents there are, and how one is composed: template + view + law + coverage → document tree."""

"""The recipient's view of a case and of its coverage; the vault of identities; the profiles."""

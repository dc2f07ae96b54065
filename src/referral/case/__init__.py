"""What a case contains, how it is read, and the rules over the whole of it. Knows no law and no document."""

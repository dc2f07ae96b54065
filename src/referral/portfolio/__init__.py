"""An index over many cases in one SQLite file, and what is asked of it. It is filled from views, never from a vault."""

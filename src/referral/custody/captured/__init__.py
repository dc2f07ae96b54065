"""What capture packages and sidecars say, read as they come, beside what the case says. None is changed."""

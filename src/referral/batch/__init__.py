"""Many cases at once: each is worked on by a process that can be stopped, and an engine hands the cases out."""

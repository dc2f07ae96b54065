"""The verbs of the program: the order of the steps, and no rule of its own."""

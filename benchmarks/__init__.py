"""What the program is measured by. Cases are made from a seed, and no test reads the clock."""

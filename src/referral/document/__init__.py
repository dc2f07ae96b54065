"""The document tree: its nodes, what a template may write, numbering, and the ways to walk and change it."""

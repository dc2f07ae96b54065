"""From a sentence of a document back to what it rests on: entries, places in evidence, elements, law.

All of it is made from the recipient's view, so that it holds nothing that the document may not.
"""

"""The document tree in one format each: text, HTML, PDF, DOCX. Nothing here knows a case or a law."""

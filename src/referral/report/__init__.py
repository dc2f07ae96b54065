"""What is no document: coverage as JSON, as a table for the terminal, as a workbook, as a page to work in."""

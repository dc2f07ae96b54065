"""Pictures of a case: image files in, their pixels out. Nothing else of a file goes on to a document."""

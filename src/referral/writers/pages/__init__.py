"""Pages laid out by any engine, put together to one file: numbers, bookmarks, links and tags."""

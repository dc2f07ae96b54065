"""What is handed over: a sealed package whose recipient can check, offline, that nothing in it has changed."""

"""Ukrainian: words and rules are the YAML files of this folder, the modules apply them."""

"""The warehouse: a star schema and its loaders."""

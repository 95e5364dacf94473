"""``extract --redact``: what a run leaves without the names and numbers of persons (UU 27/2022)."""

"""Contradictions planted on drafts: what is printed and what the truth states change together, and every slip is listed."""

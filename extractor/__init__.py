"""lkj-extractor: Indonesian government performance reports (LKj) as validated data."""

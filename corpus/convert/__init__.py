"""Texts of reports: made by real converters from the made PDFs, and imitated from the blocks with planted harm."""

"""Makes the three small sample reports: each as PDF and as text, with what a reader should find in them as JSON.

Each report is written once, as data. Its pages, its text and its expected JSON are three views of the same data, so the
expected JSON owes nothing to the extractor.
"""

"""Scanned versions of PDFs: pictures of pages, without a text layer."""

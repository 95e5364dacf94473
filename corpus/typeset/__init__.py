"""Turns a report (corpus.naskah) into pages. Every writer takes a report and a look, and draws nothing at random itself."""

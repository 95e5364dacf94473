"""Figures stated in prose: a spaCy pipeline for Indonesian with components of its own, no trained model."""

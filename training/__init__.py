"""Corpora, training and evaluation. Needs the `train` extra; nothing here is shipped in the extension."""

"""The layout corpus: one loader for each source, all into the records of `records`."""

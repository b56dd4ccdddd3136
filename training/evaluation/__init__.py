"""Evaluation: generated worlds judged symbolically against what people wrote, and all figures of the benchmarks.

The judge reads the finished scene graph and the geometry of its assets, never the brief, and holds its own definitions of
the relations, so that a mistake of the generator cannot excuse itself.
"""

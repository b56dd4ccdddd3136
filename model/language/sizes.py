"""How big a thing is likely to be whose name the catalogue lacks: from the meaning of the noun.

Half a ridge regression on the noun's vector, half the catalogue's things nearest in meaning, in logarithms of metres.
`training/tagger_sizes.py` fits and cross-validates it.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .. import safetensors
from ..catalogue import categories
from ..errors import WorkError
from .encoder import WEIGHTS, Encoder
from .linker import index

Floats = NDArray[np.float32]
NEIGHBOURS: Final = 12
WARMTH: Final = 0.05  # cosine by which a neighbour counts e times less
_FILE: Final = "tagger.sizes.safetensors"
_SMALLEST, _LARGEST = 0.03, 3.5  # metres, of a side


def neighbours(vectors: Floats, known: Floats, sizes: Floats) -> Floats:
    """(Q, D) and (K, D) unit vectors, (K, 3) log sizes -> (Q, 3) log sizes, the mean of the nearest by closeness."""
    score = vectors @ known.T
    k = min(NEIGHBOURS, score.shape[1] - 1)
    near = np.argpartition(-score, k, axis=1)[:, :k]
    close = np.take_along_axis(score, near, 1)
    weight = np.exp((close - close.max(1, keepdims=True)) / WARMTH)
    return np.asarray((weight[..., None] * sizes[near]).sum(1) / weight.sum(1, keepdims=True), np.float32)


def catalogue_sizes() -> tuple[Floats, Floats]:
    """Vectors (K, D) of the catalogue's phrases and the log sizes (K, 3) of their categories."""
    at, known = index(), categories()
    counts = np.diff([*at.thing_starts, len(at.things)])
    sizes = np.log(np.array([known[c].size for c in at.thing_categories], np.float32))
    return at.thing_vectors, np.repeat(sizes, counts, axis=0)


@lru_cache(maxsize=1)
def _fit() -> tuple[Floats, Floats]:
    tensors, _ = safetensors.read(WEIGHTS / _FILE)
    try:
        return tensors["weight"].astype(np.float32), tensors["bias"].astype(np.float32)
    except KeyError as e:
        raise WorkError("The weights of the size estimate are incomplete.", "Install the extension again.") from e


@lru_cache(maxsize=1024)
def likely_size(noun: str) -> tuple[float, float, float]:
    """Width, depth and height in metres that a thing of this name is likely to have."""
    vector = Encoder.load().encode([noun])
    weight, bias = _fit()
    log = 0.5 * (vector @ weight + bias) + 0.5 * neighbours(vector, *catalogue_sizes())
    w, d, h = np.clip(np.exp(log[0]), _SMALLEST, _LARGEST)
    return round(float(w), 3), round(float(d), 3), round(float(h), 3)

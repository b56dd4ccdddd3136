"""How big a thing is likely to be whose name the catalogue lacks: from the noun.

A table knows the kind of some thousand nouns (a kayak is a boat) and the usual size of each kind. Any other noun: a ridge
regression on its vector and the catalogue's things nearest in meaning, the more of these the closer they are; in logarithms
of metres. `training/tagger_sizes.py` fits and cross-validates it.
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
_ALIKE: Final = np.log(2.0)  # of the longest side; further off, one thing does not pass for another
_SMALLEST, _LARGEST = 0.03, 3.5  # metres, of a side


def blend(vectors: Floats, weight: Floats, bias: Floats, known: Floats, sizes: Floats) -> Floats:
    """(Q, D) and (K, D) unit vectors, (K, 3) log sizes -> (Q, 3) log sizes, from the regression and the nearest known."""
    score = vectors @ known.T
    k = min(NEIGHBOURS, score.shape[1] - 1)
    near = np.argpartition(-score, k, axis=1)[:, :k]
    close = np.take_along_axis(score, near, 1)
    top = close.max(1, keepdims=True)
    share = np.exp((close - top) / WARMTH)
    nearest = (share[..., None] * sizes[near]).sum(1) / share.sum(1, keepdims=True)
    trust = np.clip((top - 0.5) / 0.4, 0.0, 0.6)
    return np.asarray((1 - trust) * (vectors @ weight + bias) + trust * nearest, np.float32)


def catalogue_sizes() -> tuple[Floats, Floats]:
    """Vectors (K, D) of the catalogue's phrases and the log sizes (K, 3) of their categories."""
    at, known = index(), categories()
    counts = np.diff([*at.thing_starts, len(at.things)])
    sizes = np.log(np.array([known[c].size for c in at.thing_categories], np.float32))
    return at.thing_vectors, np.repeat(sizes, counts, axis=0)


@lru_cache(maxsize=1)
def _fit() -> tuple[Floats, Floats, dict[str, Floats]]:
    """Weight and bias of the regression; noun -> log size of its kind."""
    tensors, _ = safetensors.read(WEIGHTS / _FILE)
    try:
        nouns = tensors["nouns"].tobytes().decode("utf-8").split("\n")
        kinds = dict(zip(nouns, tensors["kind_sizes"].astype(np.float32)[tensors["kinds"]], strict=True))
        return tensors["weight"].astype(np.float32), tensors["bias"].astype(np.float32), kinds
    except KeyError as e:
        raise WorkError("The weights of the size estimate are incomplete.", "Install the extension again.") from e


def resembles(noun: str, category: str) -> bool:
    """Whether a category has about the size of a noun whose kind is known; True of any other noun."""
    kinds = _fit()[2]
    log = next((kinds[n] for n in (noun, noun.split()[-1]) if n in kinds), None)
    return log is None or abs(float(log.max()) - float(np.log(max(categories()[category].size)))) < _ALIKE


@lru_cache(maxsize=1024)
def likely_size(noun: str) -> tuple[float, float, float]:
    """Width, depth and height in metres that a thing of this name is likely to have."""
    weight, bias, kinds = _fit()
    log = next((kinds[n] for n in (noun, noun.split()[-1]) if n in kinds), None)
    if log is None:
        log = blend(Encoder.load().encode([noun]), weight, bias, *catalogue_sizes())[0]
    w, d, h = np.clip(np.exp(log), _SMALLEST, _LARGEST)
    return round(float(w), 3), round(float(d), 3), round(float(h), 3)

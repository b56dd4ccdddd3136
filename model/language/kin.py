"""Of what kind a noun is that the catalogue lacks: a harpsichord is of the pianos' kind, a forklift of none in the catalogue.

The table is WordNet's (`training/texts_kin.py`); which of the kin comes nearest in meaning is the sentence encoder's to say.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from .. import safetensors
from ..errors import WorkError
from .encoder import WEIGHTS
from .linker import nearest_thing

_FILE: Final = "kin.nouns.safetensors"
CERTAIN: Final = 0.85  # cosine from which an unknown word counts as a category that is not of its kind
_FEW, _DISTANT = 3, 0.25  # of more kin than this, one nearer in meaning than this is wanted


class Closest(NamedTuple):
    """The category to which an unknown noun comes closest, how close (cosine), and whether the two are of one kind."""

    category: str
    score: float
    akin: bool


@lru_cache(maxsize=1)
def _table() -> dict[str, tuple[str, ...]]:
    tensors, _ = safetensors.read(WEIGHTS / _FILE)
    try:
        nouns = tensors["nouns"].tobytes().decode("ascii").split("\n")
        kinds = [tuple(line.split()) for line in tensors["categories"].tobytes().decode("ascii").split("\n")]
        return {n: kinds[k] for n, k in zip(nouns, tensors["kinds"].tolist(), strict=True)}
    except (KeyError, IndexError, ValueError) as e:
        raise WorkError("The table of kinds is incomplete.", "Install the extension again.") from e


def kin(noun: str) -> tuple[str, ...] | None:
    """The categories of a noun's kind, of the whole phrase or else of its last word; None when the noun is not known."""
    table = _table()
    return table.get(noun, table.get(noun.split()[-1]) if noun else None)


@lru_cache(maxsize=4096)
def closest(noun: str) -> Closest:
    """What an unknown noun comes closest to: one of its own kind where that is known, at cosine 0 if the catalogue has none."""
    category, score = nearest_thing(noun)
    mine = kin(noun)
    if mine is None or score >= CERTAIN:
        return Closest(category, score, False)
    if not mine:
        return Closest(category, 0.0, False)
    category, score = nearest_thing(noun, mine)
    return Closest(category, score, len(mine) <= _FEW or score >= _DISTANT)

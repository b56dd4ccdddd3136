"""Fit the size estimate for unknown nouns: `python -m diorama.training.tagger_sizes SIZE_PRIORS.csv`.

Names and boxes of thousands of 3D models, the catalogue's own, and nouns of WordNet with the usual size of their kind (a third of
them, with twice the weight; without WordNet's files, none). Ten folds by head noun (no name is judged by another of the
same head), against the nearest category's size and the global median; then all of it is fitted and written.
"""

from __future__ import annotations

import argparse
import csv
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

from ..model.language.encoder import WEIGHTS, Encoder
from ..model.language.linker import index, singular
from ..model.language.sizes import blend, catalogue_sizes
from .texts_wordnet import typical_sizes

RIDGE: Final = 3.0
FOLDS: Final = 10
WEIGHTS_OF: Final = (1.0, 1.0, 2.0)  # of the models, the catalogue, WordNet's kinds
BIG: Final = 0.35  # metres; things whose longest side is more are also judged apart
Floats = NDArray[np.float32]


def load(path: Path) -> tuple[list[str], Floats]:
    """Names in words and their log sizes (N, 3): the mean over sources, weighted by how many models each has (20 at most)."""
    found: dict[str, list[tuple[Floats, float]]] = defaultdict(list)
    with path.open(encoding="utf-8", newline="") as f:
        for row in csv.DictReader(f):
            size = np.array([float(row[k]) for k in ("w_med", "d_med", "h_med")], np.float32)
            words = re.sub(r"([a-z])([A-Z])", r"\1 \2", row["category"]).replace("_", " ").lower()
            name = " ".join(re.sub(r"\d+", "", words).split())
            if size.min() > 0 and name:
                found[name].append((np.log(size), min(float(row["n"]), 20.0)))
    names = sorted(found)
    return names, np.array(
        [np.average([s for s, _ in found[n]], axis=0, weights=[w for _, w in found[n]]) for n in names], np.float32
    )


def ridge(vectors: Sequence[Floats], sizes: Sequence[Floats], weights: Sequence[float]) -> tuple[Floats, Floats]:
    """Weight (D, 3) and bias (3,) of log sizes on vectors; each source with its weight."""
    x, y = np.concatenate(vectors), np.concatenate(sizes)
    w = np.repeat(weights, [len(v) for v in vectors])[:, None]
    x = np.concatenate([x, np.ones((len(x), 1), np.float32)], 1)
    fit = np.linalg.solve((x * w).T @ x + RIDGE * np.eye(x.shape[1]), (x * w).T @ y)
    return fit[:-1].astype(np.float32), fit[-1].astype(np.float32)


def figures(guess: Floats, true: Floats) -> dict[str, float]:
    """By what factor the mean side (geometric) is off: the median and the 90th percentile, of all and of big things."""
    off = np.abs((guess - true).mean(1))
    big = np.exp(true).max(1) > BIG
    out = {
        "median": np.median(off),
        "90%": np.quantile(off, 0.9),
        "big median": np.median(off[big]),
        "big 90%": np.quantile(off[big], 0.9),
    }
    return {k: round(float(np.exp(v)), 2) for k, v in out.items()}


def kinds() -> tuple[list[str], Floats, Floats]:
    """Nouns of WordNet, their vectors and the log sizes of their kinds."""
    some = typical_sizes()[::3]
    names = [n for n, _ in some]
    return names, Encoder.load().encode(names), np.log(np.array([s for _, s in some], np.float32).reshape(-1, 3))


def compare(names: list[str], sizes: Floats, vectors: Floats, taught: tuple[list[str], Floats, Floats]) -> dict[str, Any]:
    """Cross-validated figures of the estimate and of the two simple ones."""
    known, known_sizes = catalogue_sizes()
    heads = np.array([singular(n.split()[-1]) for n in names])
    terms = np.array([singular(t.split()[-1]) for t in index().things])
    nouns = np.array([singular(n.split()[-1]) for n in taught[0]])
    folds = {
        h: int(k) for h, k in zip(sorted(set(heads)), np.random.default_rng(0).integers(FOLDS, size=len(set(heads))), strict=True)
    }
    fold = np.array([folds[h] for h in heads])
    ours, nearest = np.zeros_like(sizes), np.zeros_like(sizes)
    for k in range(FOLDS):
        test = fold == k
        free = ~np.isin(terms, heads[test])
        other = ~np.isin(nouns, heads[test])
        fit = ridge(
            (vectors[~test], known[free], taught[1][other]), (sizes[~test], known_sizes[free], taught[2][other]), WEIGHTS_OF
        )
        ours[test] = blend(vectors[test], *fit, known[free], known_sizes[free])
        nearest[test] = known_sizes[free][(vectors[test] @ known[free].T).argmax(1)]
    return {
        "estimate": figures(ours, sizes), "nearest category": figures(nearest, sizes),
        "global median": figures(np.tile(np.median(sizes, 0), (len(sizes), 1)), sizes),
    }  # fmt: skip


def pack(weight: Floats, bias: Floats) -> dict[str, NDArray[Any]]:
    """The tensors of the weights file: the regression, and the kind of each noun with the kinds' log sizes."""
    every = typical_sizes()
    sizes = sorted({s for _, s in every})
    text = "\n".join(n for n, _ in every).encode("utf-8")
    return {
        "weight": weight.astype(np.float16), "bias": bias.astype(np.float16),
        "nouns": np.frombuffer(text, np.uint8), "kinds": np.array([sizes.index(s) for _, s in every], np.uint8),
        "kind_sizes": np.log(np.array(sizes, np.float32)).astype(np.float16),
    }  # fmt: skip


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("priors", type=Path)
    args = parser.parse_args()
    names, sizes = load(args.priors)
    vectors = Encoder.load().encode(names)
    taught = kinds()
    for name, row in compare(names, sizes, vectors, taught).items():
        sys.stdout.write(f"{name:18s} {row}\n")
    known, known_sizes = catalogue_sizes()
    weight, bias = ridge((vectors, known, taught[1]), (sizes, known_sizes, taught[2]), WEIGHTS_OF)
    save_file(pack(weight, bias), WEIGHTS / "tagger.sizes.safetensors")
    sys.stdout.write(f"{len(names)} names, {len(known)} phrases of the catalogue; written\n")


if __name__ == "__main__":
    main()

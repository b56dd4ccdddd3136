"""Plans in the manner of the corpus: rooms that grow over a coarse grid, doors and windows by the learned tables.

For comparison with held-out plans of the corpus; the product's plans are those of `subdivide`. Growth after Lopes et al. 2010
("A constrained growth method for procedural floor plan generation"): rectangles first, then their free sides.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..geometry import Floats
from .cells import Cells, Ints, measure
from .learned import KINDS, Abstract, PlanPrior

Bools = NDArray[np.bool_]
CANDIDATES = 24
TRIES = 40
GROWTHS = 5
OUTLINES = 4


@dataclass(frozen=True, slots=True)
class Sketch:
    """A plan on the grid: its cells in metres, without wall thickness, and what the network sees of it."""

    cells: Cells
    abstract: Abstract


def sample_plan(kinds: Sequence[int], prior: PlanPrior, rng: np.random.Generator, candidates: int = CANDIDATES) -> Sketch:
    """A plan of these kinds of rooms: one of several grown ones, drawn by their odds of being real."""
    sketches = [grown_plan(kinds, prior, rng) for _ in range(candidates)]
    odds = np.array([prior.score(s.abstract) for s in sketches])
    p = np.exp(odds - odds.max())
    return sketches[int(rng.choice(len(sketches), p=p / p.sum()))]


def grown_plan(kinds: Sequence[int], prior: PlanPrior, rng: np.random.Generator) -> Sketch:
    """One plan, without choice."""
    n = len(kinds)
    for _ in range(TRIES):
        full, unit = outline(n, prior, rng)
        if full.sum() < 2 * n:
            continue
        labels = _grown(full, kinds, _shares(kinds, prior, rng), rng)
        if labels is None:
            continue
        cells = Cells(np.arange(full.shape[1] + 1) * unit, np.arange(full.shape[0] + 1) * unit, labels)
        sketch = furnished(cells, kinds, prior, rng)
        if sketch is not None:
            return sketch
    raise ValueError(f"no plan of {n} rooms was found in {TRIES} tries")


# --------------------------------------------------------------------------------------------- outline


def _quantile(table: Sequence[float], rng: np.random.Generator) -> float:
    """A draw from a distribution that is given by evenly spaced quantiles."""
    return float(np.interp(rng.random(), np.linspace(0, 1, len(table)), table))


def outline(n: int, prior: PlanPrior, rng: np.random.Generator) -> tuple[Bools, float]:
    """Cells of a floor (ny, nx) and their side in metres: a rectangle with some of its corners cut away."""
    t = prior.tables["outline"][str(n)]
    floor = _quantile(t["floor"], rng)
    drawn = [_outline(t, rng) for _ in range(OUTLINES)]
    return min(drawn, key=lambda full: abs(float(full.sum()) - floor)), _quantile(t["unit"], rng)


def _outline(t: dict[str, Any], rng: np.random.Generator) -> Bools:
    count, ratio = _quantile(t["cells"], rng), np.exp(_quantile(t["aspect"], rng))
    nx, ny = (max(2, round(np.sqrt(count * f))) for f in (ratio, 1 / ratio))
    full = np.ones((ny, nx), bool)
    for flip_y in (False, True):
        for flip_x in (False, True):
            if rng.random() < t["cut"]:
                view = full[:: -1 if flip_y else 1, :: -1 if flip_x else 1]
                w, h = (max(1, round(_quantile(t["cut_size"], rng) * k)) for k in (nx, ny))
                view[: min(h, ny - 1), : min(w, nx - 1)] = False
    return full


def _shares(kinds: Sequence[int], prior: PlanPrior, rng: np.random.Generator) -> Floats:
    t = prior.tables["share"][str(len(kinds))]
    raw = np.array([np.exp(rng.normal(t["mean"][k], t["std"][k])) for k in kinds])
    out: Floats = raw / raw.sum()
    return out


# --------------------------------------------------------------------------------------------- growth


def _grown(full: Bools, kinds: Sequence[int], shares: Floats, rng: np.random.Generator) -> Ints | None:
    """Labels (ny, nx) of the rooms, -1 outside. Homes of four rooms and more first part into a public and a private half."""
    labels = np.where(full, -2, -1)
    groups = [list(range(len(kinds)))]
    if len(kinds) >= 4 and rng.random() < 0.7:
        public = [r for r, k in enumerate(kinds) if k in (1, 2)]
        private = [r for r in groups[0] if r not in public]
        groups = [g for g in (public, private) if g]
    if len(groups) > 1:
        zones = _evenly(np.where(full, -2, -1), np.array([shares[g].sum() for g in groups]), rng)
    else:
        zones = np.where(full, 0, -1)
    if zones is None:
        return None
    for z, members in enumerate(groups):
        part = _evenly(np.where(zones == z, -2, -1), shares[members] / shares[members].sum(), rng)
        if part is None:
            return None
        labels = np.where(part >= 0, np.array(members)[np.maximum(part, 0)], labels)
    return None if (labels == -2).any() else labels


def _evenly(free: Ints, shares: Floats, rng: np.random.Generator) -> Ints | None:
    """Of several growths into the free cells (-2), the one that comes nearest to the wished shares."""
    best: tuple[float, Ints] | None = None
    for _ in range(GROWTHS):
        labels = free.copy()
        if _grow(labels, shares, rng):
            sizes = np.bincount(labels[labels >= 0], minlength=len(shares))
            off = float(np.abs(np.log(sizes / sizes.sum() / shares)).sum())
            if best is None or off < best[0]:
                best = (off, labels)
    return best[1] if best else None


def _grow(labels: Ints, shares: Floats, rng: np.random.Generator) -> bool:
    """Fill the free cells (-2) with rooms of about these shares, in place; False when there are too few."""
    free = np.argwhere(labels == -2)
    n = len(shares)
    if len(free) < 2 * n and len(free) < n:
        return False
    target = shares * len(free)
    boxes = []
    for r, k in enumerate(rng.choice(len(free), n, replace=False)):
        y, x = (int(v) for v in free[k])
        labels[y, x] = r
        boxes.append([x, y, x + 1, y + 1])
    for whole in (True, False):
        growing = list(range(n))
        while growing:
            sizes = np.array([(labels == r).sum() for r in growing])
            need = np.maximum(target[growing] - sizes, 0.0 if whole else 0.05)
            if need.sum() <= 0:
                break
            r = growing[int(rng.choice(len(growing), p=need / need.sum()))]
            if not (_extend(labels, boxes[r], r, rng) if whole else _spread(labels, r, rng)):
                growing.remove(r)
    return not (labels == -2).any()


def _extend(labels: Ints, box: list[int], r: int, rng: np.random.Generator) -> bool:
    """Move a free side of the room's rectangle outwards by one line, the longest first."""
    x0, y0, x1, y1 = box
    ny, nx = labels.shape
    sides = (
        (x0 > 0, (slice(y0, y1), slice(x0 - 1, x0)), 0, -1),
        (x1 < nx, (slice(y0, y1), slice(x1, x1 + 1)), 2, 1),
        (y0 > 0, (slice(y0 - 1, y0), slice(x0, x1)), 1, -1),
        (y1 < ny, (slice(y1, y1 + 1), slice(x0, x1)), 3, 1),
    )
    open_ = [(labels[s].size + rng.random(), s, k, by) for ok, s, k, by in sides if ok and (labels[s] == -2).all()]
    if not open_:
        return False
    _, s, k, by = max(open_, key=lambda o: o[0])
    labels[s] = r
    box[k] += by
    return True


def _spread(labels: Ints, r: int, rng: np.random.Generator) -> bool:
    """Take the longest straight run of free cells along the room."""
    mine, free = labels == r, labels == -2
    best: tuple[float, tuple[Ints, Ints]] | None = None
    for axis, by in ((0, 1), (0, -1), (1, 1), (1, -1)):
        moved = np.zeros_like(mine)
        if axis == 0:
            moved[max(by, 0) : len(mine) + min(by, 0)] = mine[max(-by, 0) : len(mine) - max(by, 0)]
        else:
            moved[:, max(by, 0) : mine.shape[1] + min(by, 0)] = mine[:, max(-by, 0) : mine.shape[1] - max(by, 0)]
        lines = moved & free
        for line, row in enumerate(lines if axis == 0 else lines.T):
            edge = np.flatnonzero(np.diff(np.concatenate([[0], row.astype(int), [0]])))
            for a, b in zip(edge[::2], edge[1::2], strict=True):
                rank = b - a + rng.random()
                if best is None or rank > best[0]:
                    run = np.arange(a, b)
                    fixed = np.full(b - a, line)
                    best = (rank, (fixed, run) if axis == 0 else (run, fixed))
    if best is None:
        return False
    labels[best[1]] = r
    return True


# --------------------------------------------------------------------------------------------- doors and windows


def furnished(cells: Cells, kinds: Sequence[int], prior: PlanPrior, rng: np.random.Generator) -> Sketch | None:
    """Doors between and windows in the rooms, by the learned tables; None when a room cannot be reached."""
    n = len(kinds)
    m = measure(cells, n, 0, 0.0)
    if not m.whole:
        return None
    doors = np.zeros((n + 1, n + 1))
    odds = np.full((n, n), -np.inf)
    for a in range(n):
        for b in range(n):
            if a != b and m.shared[a, b] > 0:
                odds[a, b] = prior.door_log_odds(kinds[a], kinds[b], float(m.shared[a, b]), n)
    noise = rng.gumbel(size=(n, n))
    rank = odds + np.tril(noise) + np.tril(noise, -1).T
    inside = {0}
    while len(inside) < n:
        ways = [(rank[a, b], a, b) for a in inside for b in range(n) if b not in inside]
        best = max(ways)
        if not np.isfinite(best[0]):
            return None
        doors[best[1], best[2]] = doors[best[2], best[1]] = 1
        inside.add(best[2])
    front = np.where(m.shared[:n, n] > 0, np.array(prior.tables["entrance"])[list(kinds)] + rng.gumbel(size=n), -np.inf)
    e = int(front.argmax())
    doors[e, n] = doors[n, e] = 1
    open_ = np.zeros((n, n))
    for a, b in np.argwhere(np.triu(doors[:n, :n])).tolist():
        open_[a, b] = open_[b, a] = rng.random() < prior.open_share(kinds[a], kinds[b])
    windows = np.array([_windows(k, float(m.shared[r, n]), prior, rng) for r, k in enumerate(kinds)])
    return Sketch(cells, Abstract(tuple(kinds), m, doors, open_, windows))


def _windows(kind: int, outside: float, prior: PlanPrior, rng: np.random.Generator) -> float:
    """How many windows a room with that much outer wall has."""
    if outside <= 0:
        return 0.0
    t = prior.tables["windows"]
    p = np.array(t["count"][kind][int(np.searchsorted(t["length"], outside))])
    return float(rng.choice(len(p), p=p / p.sum()))


def kinds_of(types: Sequence[str]) -> tuple[int, ...]:
    """Kinds of the corpus' own room types."""
    return tuple(KINDS.index(t) for t in types)

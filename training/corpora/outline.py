"""The outline of a floor that is laid from rectangles."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

GRID = 0.01  # metres to which corners are rounded
CRACK = 0.12  # metres; narrower gaps between rectangles are closed


def _levels(values: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Sorted distinct values, those closer than CRACK taken for one, and the index of each value among them."""
    order = np.unique(np.round(values / GRID) * GRID)
    groups = np.concatenate([[0], np.cumsum(np.diff(order) > CRACK)])
    level = np.array([order[groups == g].mean() for g in range(groups[-1] + 1)])
    return level, np.abs(values[:, None] - level).argmin(1)


def outline(rectangles: Sequence[tuple[float, float, float, float]]) -> tuple[tuple[float, float], ...]:
    """The counter-clockwise outline of the largest connected part of rectangles (x0, y0, x1, y1); holes are filled."""
    r = np.asarray(rectangles, float)
    xs, xi = _levels(r[:, [0, 2]].ravel())
    ys, yi = _levels(r[:, [1, 3]].ravel())
    floor = np.zeros((len(xs) + 1, len(ys) + 1), bool)  # a cell of margin all round
    for (x0, x1), (y0, y1) in zip(xi.reshape(-1, 2), yi.reshape(-1, 2), strict=True):
        floor[x0 + 1 : x1 + 1, y0 + 1 : y1 + 1] = True
    area = np.pad(np.outer(np.diff(xs), np.diff(ys)), 1)
    floor = _largest(floor, area)
    after: dict[tuple[int, int], list[tuple[int, int]]] = {}  # edges with the floor on their left
    for i, j in np.argwhere(floor):
        for (di, dj), a, b in (((0, -1), (i - 1, j - 1), (i, j - 1)), ((1, 0), (i, j - 1), (i, j)),
                               ((0, 1), (i, j), (i - 1, j)), ((-1, 0), (i - 1, j), (i - 1, j - 1))):  # fmt: skip
            if not floor[i + di, j + dj]:
                after.setdefault(a, []).append(b)
    start = min(after)
    loop = [start, after[start].pop()]
    while loop[-1] != start:
        loop.append(after[loop[-1]].pop())
    p = np.array([(xs[i], ys[j]) for i, j in loop[:-1]])
    along, back = np.roll(p, -1, 0) - p, p - np.roll(p, 1, 0)
    turns = np.abs(along[:, 0] * back[:, 1] - along[:, 1] * back[:, 0]) > 1e-9
    return tuple((float(x), float(y)) for x, y in np.round(p[turns], 3))


def _largest(floor: np.ndarray, area: np.ndarray) -> np.ndarray:
    """The largest 4-connected part of a mask of cells, each with its area, and whatever that part encloses."""
    from scipy.ndimage import binary_fill_holes, label

    parts, n = label(floor)
    if n == 0:
        return floor
    best = 1 + int(np.argmax([area[parts == k + 1].sum() for k in range(n)]))
    out: np.ndarray = binary_fill_holes(parts == best)
    return out

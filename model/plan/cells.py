"""A subdivided floor as labelled cells of an uneven grid, and what can be measured on it. Lengths in metres."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..geometry import Floats, inside

Ints = NDArray[np.int64]
SNAP = 0.4  # metres; a wall that ends so close to a corner of the outline makes a nook
Window = tuple[float, float, float, float]  # x0, y0, x1, y1


@dataclass(frozen=True, slots=True)
class Shell:
    """The floor to divide, bounded by the centre lines of the outer walls, as disjoint upright rectangles. rects (k, 4)"""

    rects: Floats
    box: Window

    @classmethod
    def of(cls, polygon: Sequence[tuple[float, float]]) -> Shell:
        """The shell of a rectilinear polygon."""
        p = np.asarray(polygon, float)
        xs, ys = np.unique(p[:, 0].round(4)), np.unique(p[:, 1].round(4))
        cx, cy = (xs[1:] + xs[:-1]) / 2, (ys[1:] + ys[:-1]) / 2
        full = inside(p, np.stack(np.meshgrid(cx, cy), -1))  # (ny, nx)
        rects = [(xs[i], ys[a], xs[i + 1], ys[b]) for i in range(len(cx)) for a, b in _runs(full[:, i])]
        return cls(np.array(rects), (float(xs[0]), float(ys[0]), float(xs[-1]), float(ys[-1])))

    @property
    def plain(self) -> bool:
        """Whether it is one rectangle."""
        return len(self.rects) == 1

    def area(self, w: Window) -> float:
        """Floor inside a window."""
        if self.plain:
            x0, y0, x1, y1 = self.box
            return max(min(x1, w[2]) - max(x0, w[0]), 0.0) * max(min(y1, w[3]) - max(y0, w[1]), 0.0)
        r = self.rects
        wide = np.minimum(r[:, 2], w[2]) - np.maximum(r[:, 0], w[0])
        deep = np.minimum(r[:, 3], w[3]) - np.maximum(r[:, 1], w[1])
        return float((np.maximum(wide, 0) * np.maximum(deep, 0)).sum())

    def cut(self, w: Window, axis: int, share: float) -> float:
        """Where a cut across `axis` leaves `share` of the window's floor before it; at a corner of the outline if one is near."""
        if self.plain:
            return w[axis] + share * (w[2 + axis] - w[axis])
        at = np.unique(np.clip(self.rects[:, [axis, 2 + axis]].ravel(), w[axis], w[2 + axis]))
        before = [self.area((w[0], w[1], x, w[3]) if axis == 0 else (w[0], w[1], w[2], x)) for x in at]
        if before[-1] <= 0:
            return w[axis] + share * (w[2 + axis] - w[axis])
        x = float(np.interp(share * before[-1], before, at))
        corner = float(at[np.abs(at - x).argmin()])
        return corner if abs(corner - x) < SNAP else x


def _runs(flags: NDArray[np.bool_]) -> list[tuple[int, int]]:
    """Half-open runs of True."""
    edge = np.flatnonzero(np.diff(np.concatenate([[0], flags.astype(int), [0]])))
    return [(int(a), int(b)) for a, b in zip(edge[::2], edge[1::2], strict=True)]


@dataclass(frozen=True, slots=True)
class Cells:
    """Labels (ny, nx) between grid lines xs (nx + 1,) and ys (ny + 1,); -1 is outside."""

    xs: Floats
    ys: Floats
    labels: Ints

    @classmethod
    def paint(cls, windows: Sequence[tuple[int, Window]], shell: Shell) -> Cells:
        """Rooms' windows laid over one another in order, within the shell."""
        w = np.array([b for _, b in windows]).round(4)
        r = shell.rects.round(4)
        xs = np.unique(np.concatenate([w[:, 0], w[:, 2], r[:, 0], r[:, 2]]))
        ys = np.unique(np.concatenate([w[:, 1], w[:, 3], r[:, 1], r[:, 3]]))
        labels = np.full((len(ys) - 1, len(xs) - 1), -1)
        columns, lines = np.searchsorted(xs, w[:, ::2]).tolist(), np.searchsorted(ys, w[:, 1::2]).tolist()
        for (room, _), (x0, x1), (y0, y1) in zip(windows, columns, lines, strict=True):
            labels[y0:y1, x0:x1] = room
        if not shell.plain:
            full = np.zeros(labels.shape, bool)
            for a, b, c, d in r:
                full[np.searchsorted(ys, b) : np.searchsorted(ys, d), np.searchsorted(xs, a) : np.searchsorted(xs, c)] = True
            labels[~full] = -1
        return cls(xs, ys, labels)

    def polygon(self, room: int) -> tuple[tuple[float, float], ...] | None:
        """The room's outline, counter-clockwise; None unless it is one piece without a hole."""
        full = np.pad(self.labels == room, 1)
        step: dict[tuple[int, int], list[tuple[int, int]]] = {}
        for j, i in np.argwhere(full).tolist():
            x, y = i - 1, j - 1
            for other, a, b in (
                ((j - 1, i), (x, y), (x + 1, y)),
                ((j, i + 1), (x + 1, y), (x + 1, y + 1)),
                ((j + 1, i), (x + 1, y + 1), (x, y + 1)),
                ((j, i - 1), (x, y + 1), (x, y)),
            ):
                if not full[other]:
                    step.setdefault(a, []).append(b)
        if not step or any(len(v) > 1 for v in step.values()):
            return None
        start = min(step)
        loop, at = [start], step[start][0]
        while at != start:
            loop.append(at)
            at = step[at][0]
        if len(loop) != len(step):
            return None
        keep = [
            p
            for k, p in enumerate(loop)
            if not (
                loop[k - 1][0] == p[0] == loop[(k + 1) % len(loop)][0] or loop[k - 1][1] == p[1] == loop[(k + 1) % len(loop)][1]
            )
        ]
        return tuple((float(self.xs[i]), float(self.ys[j])) for i, j in keep)


@dataclass(frozen=True, slots=True)
class Measures:
    """What a subdivision measures. `shared[a, b]` is the length of wall between two rooms; the last index is outside."""

    area: Floats  # (n,) clear of walls
    wide: Floats  # (n,) clear width of the bounding box
    deep: Floats  # (n,)
    fill: Floats  # (n,) floor as a share of its bounding box
    corners: Floats  # (n, 4) bounding box between centre lines: x0, y0, x1, y1
    shared: Floats  # (n + 1, n + 1)
    doorsteps: Floats  # (2, 2) the hub's first and last stretch of outer wall, where an entrance may be; nan without one
    whole: bool  # every room is there and in one piece

    @property
    def centre(self) -> Floats:
        """Middles of the bounding boxes, (n, 2)."""
        return (self.corners[:, :2] + self.corners[:, 2:]) / 2


def measure(cells: Cells, n: int, hub: int, wall: float, connected: bool = False) -> Measures:
    """Measures of n rooms; `wall` is the thickness of walls, which take half of it from each
    side; `connected` says that every room is known to be in one piece."""
    dx, dy, labels = np.diff(cells.xs), np.diff(cells.ys), cells.labels
    masks = labels[None] == np.arange(n)[:, None, None]  # (n, ny, nx)
    in_x, in_y = masks.any(1), masks.any(2)
    x0, x1 = cells.xs[in_x.argmax(1)], cells.xs[labels.shape[1] - in_x[:, ::-1].argmax(1)]
    y0, y1 = cells.ys[in_y.argmax(1)], cells.ys[labels.shape[0] - in_y[:, ::-1].argmax(1)]
    gross = np.einsum("nyx,y,x->n", masks, dy, dx)
    padded = np.full((labels.shape[0] + 2, labels.shape[1] + 2), n)
    padded[1:-1, 1:-1] = np.where(labels < 0, n, labels)
    a = np.concatenate([padded[1:-1, :-1].ravel(), padded[:-1, 1:-1].ravel()])
    b = np.concatenate([padded[1:-1, 1:].ravel(), padded[1:, 1:-1].ravel()])
    length = np.concatenate([np.repeat(dy, len(dx) + 1), np.tile(dx, len(dy) + 1)])
    walls = np.bincount(a * (n + 1) + b, np.where(a == b, 0.0, length), (n + 1) ** 2).reshape(n + 1, n + 1)
    shared: Floats = np.asarray(walls + walls.T, float)
    whole = bool((gross > 0).all()) and (connected or _connected(masks))
    area = gross - wall / 2 * shared[:n].sum(1) + wall**2  # an offset polygon has four more convex than reflex corners
    wide, deep = x1 - x0 - wall, y1 - y0 - wall
    fill: Floats = gross / np.maximum((x1 - x0) * (y1 - y0), 1e-9)
    return Measures(
        area, wide, deep, fill, np.stack([x0, y0, x1, y1], -1), shared, _doorsteps(cells, masks[hub], padded, n), whole
    )


def _doorsteps(cells: Cells, hub: NDArray[np.bool_], padded: Ints, outside: int) -> Floats:
    """Middles of the first and the last of the hub's cells (ny, nx) that lie at the outside, (2, 2)."""
    out = padded == outside
    y, x = np.nonzero(hub & (out[:-2, 1:-1] | out[2:, 1:-1] | out[1:-1, :-2] | out[1:-1, 2:]))
    if not len(x):
        return np.full((2, 2), np.nan)
    at = np.stack([cells.xs[x] + cells.xs[x + 1], cells.ys[y] + cells.ys[y + 1]], -1) / 2
    order = at.sum(1)
    ends: Floats = at[[order.argmin(), order.argmax()]]
    return ends


def _connected(masks: NDArray[np.bool_]) -> bool:
    """Whether each mask (n, ny, nx) is one piece, by flooding all of them together."""
    n, ny, nx = masks.shape
    flood = np.zeros((n, ny + 2, nx + 2), bool)
    flat = masks.reshape(n, -1)
    first = flat.argmax(1)
    flood[np.arange(n), first // nx + 1, first % nx + 1] = flat.any(1)
    count = -1
    while (now := int(flood.sum())) != count:
        count = now
        near = flood[:, :-2, 1:-1] | flood[:, 2:, 1:-1] | flood[:, 1:-1, :-2] | flood[:, 1:-1, 2:]
        flood[:, 1:-1, 1:-1] |= near & masks
    return count == int(masks.sum())


def inset(polygon: Sequence[tuple[float, float]], by: float) -> tuple[tuple[float, float], ...]:
    """A counter-clockwise polygon moved inwards by `by` (outwards when negative), corner by corner."""
    p = np.asarray(polygon, float)
    d = np.roll(p, -1, 0) - p
    d = d / np.linalg.norm(d, axis=1, keepdims=True)
    normal = np.stack([-d[:, 1], d[:, 0]], -1)
    before, after = np.roll(normal, 1, 0), normal
    move = (before + after) / (1 + (before * after).sum(1, keepdims=True))
    return tuple((float(x), float(y)) for x, y in (p + by * move).round(4))

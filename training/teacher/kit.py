"""The kit: sizes, chances and the smallest moves of building groups, drawn from one generator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np

from ...model.catalogue import category
from .pieces import GAP, Group, Patch, Piece

PI = float(np.pi)


class Kit:
    """What a room's program needs: its type and sides (metres), how full it shall be, and chance."""

    def __init__(self, rng: np.random.Generator, room_type: str, width: float, depth: float, density: float) -> None:
        self.rng, self.type, self.width, self.depth, self.density = rng, room_type, width, depth, density

    @property
    def area(self) -> float:
        """Of the floor's bounding rectangle, m2."""
        return self.width * self.depth

    def chance(self, p: float) -> bool:
        """True with a chance that grows with the density."""
        return bool(self.rng.random() < min(p * self.density, 0.97))

    def pick(self, *options: Any) -> Any:
        """One of the options."""
        return options[int(self.rng.integers(len(options)))]

    def between(self, low: float, high: float) -> float:
        """A number between two."""
        return float(self.rng.uniform(low, high))

    def many(self, low: int, high: int) -> int:
        """A whole number, both ends included."""
        return int(self.rng.integers(low, high + 1))

    def size(self, name: str, w: float = 0.0, d: float = 0.0, h: float = 0.0) -> tuple[float, float, float]:
        """A size for a category: about its usual one, within its limits; stated values are kept."""
        c = category(name)
        common = float(self.rng.normal(0, 0.05))
        f = np.exp(common + self.rng.normal(0, 0.03, 3))
        usual = np.clip(np.array(c.size) * f, np.minimum(c.smallest, c.size), np.maximum(c.largest, c.size))
        return tuple(round(float(given or v), 3) for given, v in zip((w, d, h), usual, strict=True))  # type: ignore[return-value]

    def at(self, name: str, x: float, y: float, yaw: float = 0.0, size: Sequence[float] | None = None, **rest: Any) -> Piece:
        """A piece with its centre at x, y."""
        w, d, h = size if size is not None else self.size(name)
        return Piece(name, x, y, rest.pop("z", 0.0), w, d, h, yaw, **rest)

    def back(self, name: str, x: float = 0.0, wall: float = 0.0, size: Sequence[float] | None = None) -> Piece:
        """A piece with its back on the line y = `wall`."""
        s = size if size is not None else self.size(name)
        return self.at(name, x, wall - s[1] / 2, 0.0, s)

    def on(
        self, parent: int, host: Piece, name: str, u: float = 0.0, v: float = 0.0, yaw: float = 0.0, top: float = 0.0
    ) -> Piece:
        """A piece on top of a host, shifted from its middle by shares u, v of the host's half size."""
        w, d, h = self.size(name)
        w, d = min(w, host.w * 0.96), min(d, host.d * 0.96)
        room_x, room_y = max(host.w - w, 0) / 2, max(host.d - d, 0) / 2
        x, y = u * room_x, v * room_y
        c, s = float(np.cos(host.yaw)), float(np.sin(host.yaw))
        z = host.z + (top or host.h)
        return Piece(name, host.x + c * x - s * y, host.y + s * x + c * y, z, w, d, h, host.yaw + yaw, "on", parent)

    def hung(self, name: str, x: float, centre: float, size: Sequence[float] | None = None) -> Piece:
        """A piece on the wall behind the group, its middle at a height."""
        w, d, h = size if size is not None else self.size(name)
        return Piece(name, x, -d / 2, max(centre - h / 2, 0.05), w, d, h, 0.0, "hung_on")

    def overhead(self, name: str, x: float, y: float, below: float) -> Piece:
        """A piece that hangs from the ceiling; `below` is the height of its lower edge (the finish hangs it up)."""
        w, d, h = self.size(name)
        return Piece(name, x, y, below, w, d, h, 0.0, "from_ceiling")

    def rug(self, x: float, y: float, w: float, d: float, name: str = "rug") -> Piece:
        """A rug of a size; one that no loom makes is cut to what one does."""
        c = category(name)
        w, d = (float(np.clip(v, lo, hi)) for v, lo, hi in zip((w, d), c.smallest, c.largest, strict=False))
        return Piece(name, x, y, 0.0, w, d, c.size[2], 0.0)

    def alone(self, what: str, /, law: str = "wall", **rest: Any) -> Group:
        """A group of one piece."""
        size = rest.pop("size", None)
        p = self.back(what, size=size) if law in ("wall", "corner") else self.at(what, 0.0, 0.0, 0.0, size)
        return Group(rest.pop("name", what), [p], law, **rest)  # type: ignore[arg-type]

    def row(
        self, names: Sequence[str], gap: float = GAP, wall: float = 0.0, sizes: Sequence[Sequence[float]] = ()
    ) -> list[Piece]:
        """Pieces side by side with their backs on one line, centred on x = 0."""
        dims = list(sizes) or [self.size(n) for n in names]
        total = sum(s[0] for s in dims) + gap * (len(dims) - 1)
        x, out = -total / 2, []
        for n, s in zip(names, dims, strict=True):
            out.append(self.back(n, x + s[0] / 2, wall, s))
            x += s[0] + gap
        return out


def box(x0: float, x1: float, y0: float, y1: float, z1: float = 1.6, z0: float = 0.0) -> Patch:
    """A patch from its edges."""
    return Patch((x0 + x1) / 2, (y0 + y1) / 2, (x1 - x0) / 2, (y1 - y0) / 2, 0.0, z0, z1)


def turned(p: Piece, x: float, y: float, yaw: float) -> Piece:
    """A piece carried from a frame that stands at x, y, yaw into the frame around it."""
    c, s = float(np.cos(yaw)), float(np.sin(yaw))
    return p._replace(x=x + c * p.x - s * p.y, y=y + s * p.x + c * p.y, yaw=p.yaw + yaw)

"""What was learned of floor plans: a network that tells real plans from made ones, and tables of doors, windows and outlines.

Learned from the ProcTHOR plans by `training/plans.py`. The network sees a plan as a graph without scale: rooms with their
proportions, walls shared between them, doors and windows; its output is the log-odds of the plan being a real one.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import WorkError
from ..geometry import Floats
from ..safetensors import read
from .cells import Measures
from .rooms import ROOMS

KINDS = ("bedroom", "living_room", "kitchen", "bathroom")  # of the corpus; every other type of room is the fifth kind
FEATURES = 23
CLIP = 4.0  # standard deviations; rooms of the product may lie far outside the corpus
WEIGHTS = Path(__file__).resolve().parent.parent / "weights"


def kind_of(room_type: str) -> int:
    """The corpus' kind of a room type, by what it is most like; halls and storage are like none of them."""
    if room_type in KINDS:
        return KINDS.index(room_type)
    spec = ROOMS.get(room_type)
    return KINDS.index(spec.like) if spec and spec.windows else len(KINDS)


@dataclass(frozen=True, slots=True)
class Abstract:
    """A plan as the network sees it."""

    kinds: tuple[int, ...]  # (n,)
    measures: Measures
    doors: Floats  # (n + 1, n + 1) 1 where a door or a wide opening joins two rooms; the last index is outside
    open: Floats  # (n, n) 1 where it is a wide opening
    windows: Floats  # (n,) count

    @property
    def size(self) -> int:
        return len(self.kinds)


def reach(doors: Floats) -> Floats:
    """Doors to pass from outside to each room, (n,); n + 1 where there is no way."""
    n = len(doors) - 1
    far = np.full(n + 1, float(n + 1))
    far[n] = 0
    for _ in range(n):
        far = np.minimum(far, np.where(doors > 0, far[None], n + 1).min(1) + 1)
    return np.minimum(far[:n], n + 1)


def features(a: Abstract) -> tuple[Floats, Floats, Floats]:
    """Rooms (n, FEATURES), and for each room how its inner walls (n, n) and its doors (n, n) are shared among the others."""
    m, n = a.measures, a.size
    kinds = np.eye(len(KINDS) + 1)[list(a.kinds)]
    border = m.shared[:n].sum(1)
    small, large = np.minimum(m.wide, m.deep), np.maximum(m.wide, m.deep)
    inner = m.shared[:n, :n]
    near = inner / np.maximum(inner.sum(1, keepdims=True), 1e-9)
    doors = a.doors[:n, :n] / np.maximum(a.doors[:n, :n].sum(1, keepdims=True), 1.0)
    outside = m.shared[:n, n]
    low, high = m.corners[:, :2].min(0), m.corners[:, 2:].max(0)
    box = float((high - low).prod())
    x = np.column_stack(
        [
            kinds,
            np.log(np.maximum(m.area, 0.1) / m.area.mean()),
            m.area / m.area.sum(),
            np.log(np.maximum(large, 0.1) / np.maximum(small, 0.1)),
            m.fill,
            border**2 / (16 * np.maximum(m.area, 0.1)) - 1,
            outside / np.maximum(border, 1e-9),
            (outside > 0).astype(float),
            (inner > 0).sum(1) / 4,
            a.doors[:n].sum(1) / 3,
            a.doors[:n, n],
            a.open.sum(1),
            a.doors[:n].sum(1) / np.maximum((inner > 0).sum(1), 1),
            a.windows / 2,
            (a.windows == 0) * (outside > 0),
            reach(a.doors) / 3,
            np.full(n, n / 5),
            np.full(n, m.area.sum() / max(box, 1e-9)),
            np.full(n, a.doors[:n, :n].sum() / 2 / n),
        ]
    )
    return x, near, doors


class PlanPrior:
    """The learned tables and network. All arrays float64, from half precision."""

    def __init__(self, tensors: dict[str, Any], config: dict[str, Any]) -> None:
        self.w = {k: np.asarray(v, np.float64) for k, v in tensors.items()}
        self.tables: dict[str, Any] = config["tables"]

    @classmethod
    def load(cls, folder: Path = WEIGHTS) -> PlanPrior:
        """From plans.json and plans.safetensors. WorkError when they are missing or damaged."""
        path = folder / "plans.json"
        try:
            config = json.loads(path.read_text(encoding="utf-8"))
            sha, _ = config["sha256"], config["tables"]
        except (OSError, ValueError, KeyError, TypeError) as e:
            raise WorkError(f"The weights file {path.name} cannot be read.", "Install the extension again.") from e
        tensors, _ = read(folder / "plans.safetensors", sha)
        return cls(tensors, config)

    def score(self, a: Abstract) -> float:
        """Log-odds that the plan is a real one rather than made."""
        x, near, doors = features(a)
        w = self.w
        x = np.clip((x - w["mean"]) / w["std"], -CLIP, CLIP)
        h = np.maximum(x @ w["in.w"] + w["in.b"], 0)  # (n, H)
        h = np.maximum(h @ w["self.w"] + near @ h @ w["near.w"] + doors @ h @ w["door.w"] + w["mix.b"], 0)
        pooled = np.concatenate([h.mean(0), h.max(0)])
        return float(np.maximum(pooled @ w["pool.w"] + w["pool.b"], 0) @ w["out.w"][:, 0] + w["out.b"][0])

    def door_log_odds(self, a: int, b: int, length: float, n: int) -> float:
        """Log-odds of a door between adjacent rooms of two kinds that share `length` metres of wall, of n rooms."""
        t = self.tables["doors"]
        pair = t["pair"][min(a, b)][max(a, b)]
        return float(pair + t["length"] * np.log(max(length, 0.1)) + t["rooms"] * n)

    def open_share(self, a: int, b: int) -> float:
        """How often two joined rooms of these kinds are one space, without a wall between them."""
        return float(self.tables["open"][min(a, b)][max(a, b)])


@lru_cache(maxsize=1)
def prior() -> PlanPrior:
    """The shipped prior, read once."""
    return PlanPrior.load()

"""The design score of layout records, and how it takes to rooms of each source as they are, jittered and scattered.

python -m diorama.training.teacher.appraise --corpus runs/corpus
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np

from ...model.geometry import Floats, inside
from ...model.layout.design import Design, DesignOpening, design, things_of
from ..corpora.records import LayoutRoom, load

FEWEST = 3  # things on the floor of a room worth judging
MOST = 300  # rooms of a source
JITTER = 0.3  # metres, standard deviation


def design_of_layout(room: LayoutRoom) -> Design:
    """Score a record; ValueError if its source gives it no outline."""
    openings = [DesignOpening(o.kind, (o.x0, o.y0), (o.x1, o.y1), o.sill, o.sill + o.height) for o in room.openings]
    rows = [(o.category, o.x, o.y, o.z, o.w, o.d, o.h, o.yaw, o.support) for o in room.objects]
    return design(room.polygon, openings, things_of(rows), room.type, room.height)


def moved(room: LayoutRoom, place: Callable[[Floats, float], tuple[Floats, float]]) -> LayoutRoom:
    """The room with each thing on the floor put elsewhere by `place(centre, yaw)`; what stands on it goes along."""
    shifts: dict[int, Floats] = {}
    objects = []
    for i, o in enumerate(room.objects):
        at, yaw = np.array([o.x, o.y]), o.yaw
        if o.support == "floor":
            to, yaw = place(at, yaw)
            shifts[i] = to - at
        elif o.parent in shifts:
            shifts[i] = shifts[o.parent]
        at = at + shifts.get(i, 0.0)
        objects.append(replace(o, x=float(at[0]), y=float(at[1]), yaw=float(yaw)))
    return replace(room, objects=tuple(objects))


def jittered(room: LayoutRoom, rng: np.random.Generator) -> LayoutRoom:
    """Every thing on the floor a little elsewhere."""
    return moved(room, lambda at, yaw: (at + rng.normal(0, JITTER, 2), yaw))


def scattered(room: LayoutRoom, rng: np.random.Generator) -> LayoutRoom:
    """Every thing on the floor anywhere, turned by some right angle."""
    p = np.asarray(room.polygon)

    def anywhere(_: Floats, __: float) -> tuple[Floats, float]:
        at: Floats = rng.uniform(p.min(0), p.max(0))
        while not inside(p, at):
            at = rng.uniform(p.min(0), p.max(0))
        return at, float(rng.integers(4)) * np.pi / 2

    return moved(room, anywhere)


def medians(scores: Iterable[Design]) -> list[str]:
    """The median of each term over the rooms where it applies, as cells of a table."""
    columns = zip(*scores, strict=True)
    present = [[v for v in column if v is not None] for column in columns]
    return [f"{np.median(v):.2f}" if v else "–" for v in present]


def table(corpus: Path, rng: np.random.Generator) -> str:
    """Markdown: medians per source as it is, jittered and scattered."""
    lines = ["| rooms | n | " + " | ".join(Design._fields) + " |", "|---|" + "--:|" * (len(Design._fields) + 1)]

    def row(name: str, rooms: Sequence[LayoutRoom]) -> None:
        lines.append(f"| {name} | {len(rooms)} | " + " | ".join(medians([design_of_layout(r) for r in rooms])) + " |")

    for path in sorted(corpus.glob("*.jsonl.gz")):
        rooms = [r for r in load(path) if len(r.polygon) > 2 and sum(o.support == "floor" for o in r.objects) >= FEWEST]
        rooms = [rooms[i] for i in sorted(rng.permutation(len(rooms))[:MOST])]
        if rooms:
            name = path.name.split(".")[0]
            row(name, rooms)
            row(f"{name}, jittered", [jittered(r, rng) for r in rooms])
            row(f"{name}, scattered", [scattered(r, rng) for r in rooms])
    return "\n".join(lines) + "\n"


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--corpus", type=Path, required=True, help="folder of layout records")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    sys.stdout.write(table(options.corpus, np.random.default_rng(options.seed)))


if __name__ == "__main__":
    main()

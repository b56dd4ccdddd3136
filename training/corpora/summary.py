"""Counts of the layout records as Markdown tables, and a picture of them.

python -m diorama.training.corpora.summary --corpus runs/corpus --picture docs/images/data.png
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from ...model.geometry import polygon_area
from .records import SOURCES, LayoutRoom, load

COLOURS = dict(zip(SOURCES, ("#4c78a8", "#f58518", "#54a24b", "#b279a2", "#9d9d9d", "#e45756"), strict=True))
Rooms = dict[str, list[LayoutRoom]]


def read(folder: Path) -> Rooms:
    """The rooms by source."""
    files = {s: folder / f"{s}.jsonl.gz" for s in SOURCES}
    return {s: list(load(path)) for s, path in files.items() if path.exists()}


def table(head: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(f"{v:,}" if isinstance(v, int) else str(v) for v in row) + " |" for row in lines) + "\n"


def by_source(rooms: Rooms) -> str:
    """Houses, rooms by split, things by the way they are held."""
    rows = []
    for source, some in rooms.items():
        splits = Counter(r.split for r in some)
        held = Counter(o.support for r in some for o in r.objects)
        kept = sum(o.parent >= 0 for r in some for o in r.objects)
        rows.append([source, len({r.house for r in some}), len(some), *(splits[s] for s in ("train", "val", "test")),
                     held["floor"], kept, held["hung_on"] + held["from_ceiling"]])  # fmt: skip
    return table(
        ("source", "houses", "rooms", "training", "validation", "test", "on the floor", "on or in another", "hung"), rows
    )


def by_type(rooms: Rooms) -> str:
    """Rooms by type and source."""
    counts = {s: Counter(r.type for r in some) for s, some in rooms.items()}
    types = sorted({t for c in counts.values() for t in c})
    return table(("room type", *counts), [[t, *(c[t] or "" for c in counts.values())] for t in types])


def covered(room: LayoutRoom) -> float:
    """The share of the floor under what stands on it."""
    return sum(o.w * o.d for o in room.objects if o.support == "floor" and o.h > 0.05) / polygon_area(room.polygon)


def draw(rooms: Rooms, path: Path) -> None:
    """Rooms by type, floor areas, and how much of the floor is covered, by source."""
    import matplotlib

    matplotlib.use("Agg")
    from matplotlib import pyplot as plt

    figure, (types, areas, shares) = plt.subplots(1, 3, figsize=(12, 6.4), width_ratios=(1.5, 1, 1), layout="constrained")
    counts = {s: Counter(r.type for r in some) for s, some in rooms.items()}
    names = sorted({t for c in counts.values() for t in c}, key=lambda t: sum(c[t] for c in counts.values()))
    left = np.zeros(len(names))
    for source, c in counts.items():
        n = np.array([c[t] for t in names])
        share = np.log10(left + n + 1) - np.log10(left + 1)
        types.barh(names, share, left=np.log10(left + 1), color=COLOURS[source], label=source)
        left += n
    types.set_xticks([0, 1, 2, 3], ["0", "10", "100", "1,000"])
    types.tick_params(axis="y", labelsize=7)
    types.set_title("rooms by type (stacked, logarithmic)")
    types.legend(loc="lower right", fontsize=8)
    for axis, title, of, bins in (
        (areas, "floor area, m²", lambda r: polygon_area(r.polygon), np.linspace(0, 100, 41)),
        (shares, "share of the floor covered", covered, np.linspace(0, 0.7, 36)),
    ):
        for source, some in rooms.items():
            values = [of(r) for r in some if r.polygon]
            if values:
                axis.hist(values, bins, density=True, histtype="step", color=COLOURS[source], linewidth=1.4)
        axis.set_yticks([])
        axis.set_title(title)
    path.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(path, dpi=90)
    plt.close(figure)


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, default=Path("runs/corpus"))
    parser.add_argument("--picture", type=Path, default=Path("docs/images/data.png"))
    options = parser.parse_args(argv)
    rooms = read(options.corpus)
    sys.stdout.write(by_source(rooms) + "\n" + by_type(rooms))
    draw(rooms, options.picture)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

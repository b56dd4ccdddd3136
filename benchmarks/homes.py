"""How fast a home of ten rooms is made, and how the time grows with the number of things: `python benchmarks/homes.py`.

Warm: a live session that has made a home before. Seconds are those of the process (one thread), which other work on the machine
does not lengthen; the wall clock is reported beside them. A straight line is
fitted to homes of the same rooms at several densities; a parabola that explains no more than it says that growth is linear.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import numpy as np

ROOMS = (
    "hallway",
    "living_room",
    "kitchen",
    "dining_room",
    "bedroom",
    "bedroom",
    "childrens_room",
    "home_office",
    "bathroom",
    "bathroom",
)
DENSITIES = (0.0, 0.15, 0.3, 0.5, 0.7, 1.0)


def timed(seed: int, density: float, rooms: Sequence[str] = ROOMS) -> tuple[float, float, int, float]:
    """Process seconds, wall seconds, objects, and the share of the process seconds that the model took (no Blender)."""
    import bpy
    import diorama.api as api

    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    cpu, wall = time.process_time(), time.perf_counter()
    steps = api.generate_steps(api.Request(rooms=tuple(rooms), seed=seed, density=density))
    model = 0.0
    while True:
        try:
            if next(steps).message == "Building":
                model = model or time.process_time() - cpu
        except StopIteration as stop:
            result = stop.value
            break
    seconds = time.process_time() - cpu
    return seconds, time.perf_counter() - wall, len(result.world.nodes), model / seconds


def measure(runs: int) -> dict[str, object]:
    """Times of homes of ten rooms, those of about 300 objects apart, and how they grow."""
    timed(999, 0.5)  # loads weights and fills caches that any session fills once
    rows = np.array([timed(k, density) for k in range(runs) for density in DENSITIES])
    seconds, objects = rows[:, 0], rows[:, 2]
    slope, fixed = np.polyfit(objects, seconds, 1)
    linear = fixed + slope * objects
    bent = np.polyval(np.polyfit(objects, seconds, 2), objects)
    spread = ((seconds - seconds.mean()) ** 2).sum()
    near = rows[(objects > 220) & (objects < 380)]
    return {
        "rooms": len(ROOMS),
        "homes": len(rows),
        "objects": [int(objects.min()), int(objects.max())],
        "seconds_at_300_objects": float(fixed + slope * 300),
        "worst_seconds_of_220_to_380_objects": float(near[:, 0].max()) if len(near) else None,
        "worst_wall_seconds_of_220_to_380_objects": float(near[:, 1].max()) if len(near) else None,
        "fixed_seconds": float(fixed),
        "seconds_per_100_objects": float(100 * slope),
        "r2_linear": float(1 - ((seconds - linear) ** 2).sum() / spread),
        "r2_quadratic": float(1 - ((seconds - bent) ** 2).sum() / spread),
        "share_of_the_model": float(rows[:, 3].mean()),
    }


def main() -> None:
    """Run the benchmark."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--runs", type=int, default=4)
    ap.add_argument("-o", "--output", default="docs/bench_homes.json")
    a = ap.parse_args()
    report = measure(a.runs)
    Path(a.output).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    sys.stdout.write("\n".join(f"{k}: {v}" for k, v in report.items()) + "\n")


if __name__ == "__main__":
    main()

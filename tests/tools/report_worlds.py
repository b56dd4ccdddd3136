"""Build worlds in Blender and sum up the reports on their meshes.

`python tests/tools/report_worlds.py LIST OUT.json`: LIST names a kept world of the evaluation a line (gzipped: seconds, then the
graph). OUT gets totals and single figures; the evaluation calls this, because training/ runs without Blender.
"""

from __future__ import annotations

import gzip
import json
import statistics
import sys
import time
from pathlib import Path

import bpy
from diorama.model.graph import loads
from diorama.scene.build import build_steps
from diorama.scene.report import check


def report(path: Path) -> dict[str, object]:
    """Figures and findings of one world."""
    with gzip.open(path, "rt", encoding="utf-8") as f:
        world = loads(f.read().split("\n", 1)[1])
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    start = time.perf_counter()
    steps = build_steps(world)
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            collection = stop.value
            break
    built = time.perf_counter()
    found = check(collection)
    checked = time.perf_counter()
    doors = sum(i.kind == "OPC" and any("/door" in x for x in i.ids) for i in found.issues)
    seconds = {"build_seconds": round(built - start, 2), "check_seconds": round(checked - built, 2)}
    issues = [f"{i.kind}: {i.text}" for i in found.issues]
    return {"key": path.name.split(".")[0], "doors": doors, "issues": issues, **seconds, **found.figures}


def main() -> None:
    """Run over the list."""
    listing, target = Path(sys.argv[1]), Path(sys.argv[2])
    rows = [report(Path(line)) for line in listing.read_text(encoding="utf-8").split("\n") if line]
    things = sum(r["objects"] for r in rows)
    totals = {
        "worlds": len(rows), "things": int(things), "worlds with any collision": sum(r["COL"] > 0 for r in rows),
        "worlds with a thing out of bounds": sum(r["OOB"] > 0 for r in rows),
        "things supported, %": round(sum(r["SUP"] * r["objects"] for r in rows) / max(things, 1), 2),
        "floor reachable (NAV), mean %": round(statistics.mean(r["NAV"] for r in rows), 1),
        "openings clear (OPC), mean %": round(statistics.mean(r["OPC"] for r in rows), 1),
        "doors blocked": sum(r["doors"] for r in rows),
    }  # fmt: skip
    target.write_text(json.dumps({"totals": totals, "worlds": rows}, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

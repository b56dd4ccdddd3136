"""Speed and memory, measured: `make bench`. Writes docs/bench.json and prints a table.

Warm: prompt to finished room in a live session. Cold: a new process to a saved .blend. Baseline, in the same run: the bare
cost in bpy of creating the same meshes and objects (no model, no materials, no checks).
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROMPT = (
    "A living room with a large sofa, two armchairs, a coffee table with three books, a bookshelf full of books, "
    "a TV on a TV stand, "
    "a rug and a floor lamp."
)
PROMPTS = (
    PROMPT,
    "A bedroom with a double bed, two nightstands with lamps, a wardrobe, a desk with a laptop, "
    "a monitor, three books and a mug, a shelf "
    "with six boxes and eight books, and a rug.",
    "A dining room with a table set for six people. Each setting has a plate, a glass, a fork and a knife.",
    "A home office with a desk, two monitors, a bookshelf with fourteen books and two vases, "
    "a shelf with five boxes and an armchair.",
)


def warm(runs: int) -> dict[str, object]:
    """Median seconds of generation in a live session, by stage, and the ratio to bare bpy."""
    import bpy
    import diorama.api as api
    from diorama.scene.assets.library import asset
    from diorama.scene.meshes import new_mesh

    def fresh() -> None:
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)

    fresh()
    api.generate(PROMPT, seed=99, density=1.0)  # loads weights and fills caches that any session fills once
    rows, ratios, counts = [], [], []
    for k in range(runs):
        prompt = PROMPTS[k % len(PROMPTS)]
        fresh()
        start = time.perf_counter()
        result = api.generate(prompt, seed=k, density=1.0)
        rows.append(time.perf_counter() - start)
        counts.append(len(result.world.nodes))
        fresh()
        made = {(n.generator, tuple(sorted(n.params.items()))): asset(n.generator, n.params) for n in result.world.nodes}
        start = time.perf_counter()
        meshes = {key: new_mesh("m", a.mesh) for key, a in made.items()}
        for n in result.world.nodes:
            o = bpy.data.objects.new(n.name, meshes[(n.generator, tuple(sorted(n.params.items())))])
            o.location = n.position
            bpy.context.scene.collection.objects.link(o)
        bpy.context.view_layer.update()
        bare = time.perf_counter() - start
        ratios.append(rows[-1] / bare)
    return {
        "runs": runs,
        "median_s": statistics.median(rows),
        "median_s_of_30_objects_and_more": statistics.median(
            [t for t, n in zip(rows, counts, strict=True) if n >= 30] or [float("nan")]
        ),
        "worst_s": max(rows),
        "median_objects": statistics.median(counts),
        "fewest_objects": min(counts),
        "ratio_to_bare_bpy": statistics.median(ratios),
    }


def look(runs: int) -> dict[str, object]:
    """Median and worst seconds of another light and another style for a furnished room in a live session."""
    import bpy
    import diorama.api as api
    from diorama.model.look import styles
    from diorama.model.look.moods import MOODS

    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    objects = len(api.generate(PROMPT, seed=3, density=1.0).world.nodes)
    light, style = [], []
    for k in range(runs):
        start = time.perf_counter()
        api.relight(list(MOODS)[k % len(MOODS)])
        light.append(time.perf_counter() - start)
        start = time.perf_counter()
        api.restyle(list(styles())[k % len(styles())], seed=k)
        style.append(time.perf_counter() - start)
    return {
        "runs": runs,
        "objects": objects,
        "relight_median_s": statistics.median(light),
        "relight_worst_s": max(light),
        "restyle_median_s": statistics.median(style),
        "restyle_worst_s": max(style),
    }


def cold(runs: int) -> dict[str, object]:
    """Median seconds and peak memory of a new process that generates and saves."""
    rows, peaks = [], []
    with tempfile.TemporaryDirectory() as folder:
        for k in range(runs):
            out = str(Path(folder) / f"{k}.blend")
            start = time.perf_counter()
            subprocess.run(
                [sys.executable, "-m", "diorama", "generate", PROMPT, "--seed", str(k), "-o", out],
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                cwd=folder,
            )
            rows.append(time.perf_counter() - start)
            peaks.append(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024)
    return {"runs": runs, "median_s": statistics.median(rows), "worst_s": max(rows), "peak_mb": max(peaks)}


def main() -> None:
    """Run all benchmarks."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--runs", type=int, default=12)
    ap.add_argument("-o", "--output", default="docs/bench.json")
    a = ap.parse_args()
    report = {
        "machine": f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}",
        "cold": cold(max(a.runs // 4, 2)),
        "warm": warm(a.runs),
        "look": look(a.runs),
    }
    Path(a.output).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    for name in ("cold", "warm", "look"):
        sys.stdout.write(
            name
            + "  "
            + "  ".join(f"{k} {v:.3g}" if isinstance(v, float) else f"{k} {v}" for k, v in report[name].items())
            + "\n"
        )


if __name__ == "__main__":
    main()

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
from collections.abc import Callable
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


def build(runs: int) -> dict[str, object]:
    """Milliseconds of the process to make a thing of each category (no Blender), and the ratio to making its bare bpy mesh."""
    import bpy
    import numpy as np
    from diorama.model.catalogue import categories
    from diorama.scene.assets.library import Library, asset
    from diorama.scene.assets.manifest import generators
    from diorama.scene.meshes import new_mesh

    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    rows: list[tuple[float, float, str, int]] = []
    for seed in range(min(runs, 3)):
        for name in sorted(categories()):
            b = Library().sample(name, np.random.default_rng(seed))
            made = asset(b.generator, b.params)
            start = time.process_time()
            generators()[b.generator].make(made.params)
            middle = time.process_time()
            mesh = new_mesh("m", made.mesh)
            rows.append((middle - start, time.process_time() - middle, b.generator, len(mesh.polygons)))
            bpy.data.meshes.remove(mesh)
    slowest = max(rows)
    return {
        "things": len(rows),
        "generators": len({r[2] for r in rows}),
        "median_ms": 1000 * statistics.median(r[0] for r in rows),
        "p99_ms": 1000 * statistics.quantiles((r[0] for r in rows), n=100)[-1],
        "worst_ms": 1000 * slowest[0],
        "slowest": slowest[2],
        "median_faces": statistics.median(r[3] for r in rows),
        "ratio_to_bare_bpy": sum(r[0] for r in rows) / sum(r[1] for r in rows),
    }


def room(runs: int) -> dict[str, object]:
    """Process seconds to instantiate a room of about sixty objects from its graph, its meshes, levels of detail and files."""
    import bpy
    import diorama.api as api
    from diorama.cli import save_blend
    from diorama.scene.build import build_steps
    from diorama.scene.detail import LEVELS, detail_of, set_detail

    def fresh() -> None:
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)

    fresh()
    found = (api.generate(p, seed=s, density=0.5).world for s in range(3) for p in PROMPTS)
    world = min(found, key=lambda w: abs(len(w.nodes) - 60))
    seconds = []
    for _ in range(max(runs // 2, 3)):
        fresh()
        start = time.process_time()
        collection = api.run(build_steps(world))
        bpy.context.view_layer.update()
        seconds.append(time.process_time() - start)
    seen = [o for o in collection.all_objects if o.type == "MESH"]
    out: dict[str, object] = {
        "objects": len(world.nodes),
        "median_s": statistics.median(seconds),
        "worst_s": max(seconds),
        "mesh_objects": len(seen),
        "meshes": len({o.data.name for o in seen}),
    }
    with tempfile.TemporaryDirectory() as folder:
        for level in (*list(LEVELS)[1:], detail_of(collection)):
            start = time.process_time()
            done = set_detail(collection, level)
            out[f"{level}_s"] = time.process_time() - start
            out[f"{level}_triangles"] = done.after
            save_blend(Path(folder) / f"{level}.blend")
            out[f"{level}_file_mb"] = (Path(folder) / f"{level}.blend").stat().st_size / 2**20
    return out


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


SECTIONS: dict[str, Callable[[int], dict[str, object]]] = {
    "cold": lambda runs: cold(max(runs // 4, 2)),
    "warm": warm,
    "look": look,
    "build": build,
    "room": room,
}


def main() -> None:
    """Run all benchmarks."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("--runs", type=int, default=12)
    ap.add_argument("--only", nargs="*", choices=list(SECTIONS), default=list(SECTIONS), help="measure these anew")
    ap.add_argument("-o", "--output", default="docs/bench.json")
    a = ap.parse_args()
    kept = json.loads(Path(a.output).read_text(encoding="utf-8")) if Path(a.output).is_file() else {}
    report = {**kept, "machine": f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}"}
    for name in a.only:
        report[name] = SECTIONS[name](a.runs)
    Path(a.output).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    for name in a.only:
        sys.stdout.write(
            name
            + "  "
            + "  ".join(f"{k} {v:.3g}" if isinstance(v, float) else f"{k} {v}" for k, v in report[name].items())
            + "\n"
        )


if __name__ == "__main__":
    main()

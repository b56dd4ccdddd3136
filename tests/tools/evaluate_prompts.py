"""Generate a world for each prompt of a CSV (column `Description`) and sum up the reports.

`python tests/tools/evaluate_prompts.py PROMPTS.csv --out docs/prompts.json [--renders FOLDER --every 5]`

The prompts are for evaluation only; the output holds figures by prompt id, no prompt text.
"""

from __future__ import annotations

import argparse
import csv
import json
import statistics
import sys
import time
from pathlib import Path

import bpy
import diorama.api as api


def main() -> None:
    """Run the evaluation."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("prompts")
    ap.add_argument("--out", required=True)
    ap.add_argument("--renders", default="")
    ap.add_argument("--every", type=int, default=5)
    ap.add_argument("--samples", type=int, default=24)
    a = ap.parse_args()
    rows = list(csv.DictReader(Path(a.prompts).read_text(encoding="utf-8").splitlines(keepends=True)))
    out, failed = [], []
    for k, row in enumerate(rows):
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
        start = time.perf_counter()
        try:
            result = api.generate(row["Description"], seed=int(row["ID"]))
        except Exception as e:
            failed.append({"id": row["ID"], "error": f"{type(e).__name__}: {e}"})
            continue
        seconds = time.perf_counter() - start
        doors = [i for i in result.report.issues if i.kind == "OPC" and any("/door" in x for x in i.ids)]
        out.append(
            {"id": row["ID"], "room": result.world.rooms[0].type, "seconds": round(seconds, 2), **result.report.figures,
             "doors_blocked": len(doors), "issues": [f"{i.kind}: {i.text}" for i in result.report.issues],
             "lacking": len(result.report.lacking)}
        )  # fmt: skip
        if a.renders and k % a.every == 0:
            from diorama.scene.render import render

            render(bpy.context.scene, Path(a.renders) / f"{row['ID']}.png", samples=a.samples, resolution=(480, 270))
    total = sum(r["objects"] for r in out)
    summary = {
        "prompts": len(rows), "failed": len(failed), "objects": total, "scenes_with_collision": sum(r["COL"] > 0 for r in out),
        "out_of_bounds": sum(r["OOB"] > 0 for r in out),
        "supported_percent": round(sum(r["SUP"] * r["objects"] for r in out) / max(total, 1), 2),
        "doors_blocked": sum(r["doors_blocked"] for r in out), "seconds_median": statistics.median(r["seconds"] for r in out),
        **{k: round(statistics.mean(r[k] for r in out if k in r), 2) for k in ("COL", "NAV", "OPC", "CNT", "OOR", "OAR")},
    }  # fmt: skip
    Path(a.out).write_text(
        json.dumps({"summary": summary, "failed": failed, "scenes": out}, indent=1) + "\n", encoding="utf-8"
    )
    sys.stdout.write(json.dumps(summary, indent=1) + "\n")


if __name__ == "__main__":
    main()

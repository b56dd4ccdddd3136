"""All figures of the benchmarks, one command.

    python -m diorama.training.evaluation --data DATA [--quick] [--only given,new] [--seeds 5] [--processes 2]

DATA is the folder with `prompts/scene_prompts_dev.csv` and `prompts/layout_tasks_dev.json`; our own prompts are in tests/data.
Worlds are kept under OUT/worlds by version of the code, so a run that was broken off goes on, and a change of the judge alone
costs a minute. Writes docs/evaluation.json, the tables in docs/benchmarks.md, and pictures; --quick writes to OUT only.
"""

from __future__ import annotations

import argparse
import json
import logging
import subprocess
import sys
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from ..corpora.records import load as load_records
from ..teacher.appraise import design_of_layout
from . import figures, pictures, tables, timing, understanding
from .cases import Case, home_cases, prompt_cases, room_cases, task_cases
from .constraints import Prompt, load_prompts
from .run import ROOT, Job, code_version, run_all, write_lines

log = logging.getLogger(__name__)
GROUPS = ("given", "own", "new", "first", "tasks", "rooms", "homes")
OWN_SEEDS = 2  # of our own prompts and of the tasks; the given prompts get all seeds
ON_MESHES = {"given": 59, "rooms": 500, "homes": 50}  # worlds of a set that are also checked in Blender; prompts: the first seed
HANDMADE = ("virtualhome", "tdw", "robocasa")


def prompt_files(data: Path) -> dict[str, Path]:
    """The sets of prompts by name."""
    own = ROOT / "tests" / "data"
    return {
        "given": data / "prompts" / "scene_prompts_dev.csv",
        "own": own / "prompts_own.json",
        "new": own / "prompts_new.json",
        "first": own / "prompts_first_sight.json",
    }


def jobs_of(options: argparse.Namespace, groups: Sequence[str], folder: Path) -> list[Job]:
    """Everything to generate and judge."""
    quick = options.quick
    seeds = 1 if quick else options.seeds
    jobs: list[Job] = []
    files = prompt_files(options.data)
    for group in groups:
        cases: list[Case] = []
        prompts: dict[str, Prompt] = {}
        if group in files:
            listed = load_prompts(files[group])
            prompts = {p.id: p for p in listed}
            cases = list(prompt_cases(group, listed, seeds if group == "given" else min(seeds, OWN_SEEDS)))
        elif group == "tasks":
            cases = list(task_cases(options.data / "prompts" / "layout_tasks_dev.json", min(seeds, OWN_SEEDS)))
        elif group == "rooms":
            cases = list(room_cases(60 if quick else options.rooms))
        else:
            cases = list(home_cases(6 if quick else options.homes))
        jobs += [Job(c, prompts.get(c.id), folder) for c in cases]
    return jobs


def real_designs(corpus: Path) -> dict[str, dict[str, Any]]:
    """Design scores of hand-made rooms and of ProcTHOR's, from the built corpus; empty if it was not built."""
    out: dict[str, dict[str, Any]] = {}
    for name, sources in (("hand-made", HANDMADE), ("ProcTHOR", ("procthor",))):
        scores = []
        for source in sources:
            path = corpus / f"{source}.jsonl.gz"
            rooms = [r for r in load_records(path) if r.polygon][:400] if path.exists() else []
            scores += [design_of_layout(r)._asdict() for r in rooms]
        if scores:
            out[name] = figures.designs(scores)
    return out


def summary_of(rows: list[dict[str, Any]], options: argparse.Namespace) -> dict[str, Any]:
    """Everything that is published, as JSON."""
    groups = [g for g in GROUPS if any(r["group"] == g for r in rows)]
    by_group = {g: [r for r in rows if r["group"] == g] for g in groups}
    files = prompt_files(options.data)
    product = [d for g in ("rooms", "given", "new", "own", "first") for r in by_group.get(g, ()) for d in r.get("design", ())]
    reading = {}
    for g in (g for g in groups if g in files):
        reading[g] = {k: round(v, 4) for k, v in understanding.evaluate(understanding.load(files[g])).figures().items()}
    return {
        "code": code_version(),
        "following": {g: figures.following(by_group[g]) for g in groups if g in files or g == "homes"},
        "understanding": reading,
        "physical": {g: figures.physical(by_group[g]) for g in groups},
        "design": {"product": figures.designs(product), **real_designs(options.corpus)},
    }


def write_tables(summary: dict[str, Any], doc: Path) -> None:
    """The tables of docs/benchmarks.md."""
    parts = {
        "following": tables.following_table(summary["following"]),
        "understanding": tables.understanding_table(summary["understanding"]),
        "physical": tables.physical_table(summary["physical"]),
        "design": tables.design_table(summary["design"]),
    }
    if "timing" in summary:
        parts["timing"] = tables.timing_table(summary["timing"])
    if "meshes" in summary:
        parts["meshes"] = tables.meshes_table(summary["meshes"])
    tables.insert(doc, parts)


def on_meshes(worlds: Sequence[Path], target: Path) -> dict[str, Any]:
    """The report on the Blender scene of kept worlds, by Blender's own interpreter: totals, and single ones in `worlds`."""
    listing = target.with_suffix(".txt")
    listing.write_text("\n".join(str(p) for p in worlds if p.exists()), encoding="utf-8")
    subprocess.run([sys.executable, str(ROOT / "tests" / "tools" / "report_worlds.py"), str(listing), str(target)], check=True)
    found: dict[str, Any] = json.loads(target.read_text(encoding="utf-8"))
    return found


def meshes_of(jobs: Sequence[Job], options: argparse.Namespace) -> dict[str, dict[str, Any]]:
    """Totals on the meshes by set; random rooms are taken at even steps, so that every type comes."""
    chosen: dict[str, list[Path]] = {}
    for group, n in ON_MESHES.items():
        mine = [j.path for j in jobs if j.case.group == group and (j.case.seed == 0 or group != "given")]
        if mine:
            chosen[group] = [mine[i] for i in np.linspace(0, len(mine) - 1, min(n, len(mine))).astype(int)]
    with ThreadPoolExecutor(options.processes) as pool:
        runs = {g: pool.submit(on_meshes, worlds, options.out / f"meshes_{g}.json") for g, worlds in chosen.items()}
        return {g: run.result()["totals"] for g, run in runs.items()}


def timing_of(folder: Path, out: Path, meshes: bool) -> dict[str, Any]:
    """Seconds of the model, and of building and checking the ten-room home in Blender."""
    found = timing.timings(folder)
    if meshes:
        world = on_meshes([folder / f"{timing.TEN}.json.gz"], out / "ten.json")["worlds"][0]
        found["ten_rooms"] |= {"build_seconds": world["build_seconds"], "check_seconds": world["check_seconds"]}
    return found


def main() -> None:
    """Run, judge, write."""
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--data", type=Path, required=True, help="folder of the evaluation data")
    ap.add_argument("--out", type=Path, default=ROOT / "runs" / "evaluation")
    ap.add_argument("--corpus", type=Path, default=ROOT / "runs" / "corpus", help="built layout records, for their design scores")
    ap.add_argument("--only", default=",".join(GROUPS), help="which sets")
    ap.add_argument("--seeds", type=int, default=5)
    ap.add_argument("--rooms", type=int, default=500, help="how many random rooms")
    ap.add_argument("--homes", type=int, default=50, help="how many random homes")
    ap.add_argument("--processes", type=int, default=2)
    ap.add_argument("--quick", action="store_true", help="one seed, 60 rooms, 6 homes; docs are left alone")
    ap.add_argument("--no-meshes", action="store_true", help="leave out the check on Blender's meshes")
    options = ap.parse_args()
    logging.basicConfig(level=logging.WARNING, format="%(message)s")
    groups = [g for g in options.only.split(",") if g]
    folder = options.out / "worlds" / code_version()
    folder.mkdir(parents=True, exist_ok=True)
    jobs = jobs_of(options, groups, folder)
    rows = []
    start = time.perf_counter()
    for k, row in enumerate(run_all(jobs, options.processes), 1):
        rows.append(row)
        if k % 20 == 0 or k == len(jobs):
            sys.stderr.write(f"\r{k} of {len(jobs)}, {time.perf_counter() - start:.0f} s")
    sys.stderr.write("\n")
    write_lines(options.out / "results.jsonl", rows)
    summary = summary_of(rows, options)
    meshes = not options.no_meshes and not options.quick
    if meshes:
        summary["meshes"] = meshes_of(jobs, options)
    if not options.quick:
        summary["timing"] = timing_of(folder, options.out, meshes)
    (options.out / "summary.json").write_text(json.dumps(summary, indent=1) + "\n", encoding="utf-8")
    lines = figures.failures(rows)
    (options.out / "failures.json").write_text(json.dumps(lines, indent=0) + "\n", encoding="utf-8")
    images = ROOT / "docs" / "images" if not options.quick and set(groups) == set(GROUPS) else options.out
    pictures.sheets(rows, folder, images, options.out)
    if images != options.out:
        (ROOT / "docs" / "evaluation.json").write_text(json.dumps(summary, indent=1) + "\n", encoding="utf-8")
        write_tables(summary, ROOT / "docs" / "benchmarks.md")
    show(summary, lines)


def show(summary: dict[str, Any], lines: list[tuple[str, str, int, int, list[str]]]) -> None:
    """The figures on standard output."""
    out = sys.stdout.write
    for title, make, part in (
        ("Following", tables.following_table, "following"),
        ("Understanding", tables.understanding_table, "understanding"),
        ("Physical", tables.physical_table, "physical"),
        ("Design", tables.design_table, "design"),
    ):
        if summary[part]:
            out(f"\n{title}\n{make(summary[part])}\n")
    out("\nFailures, most often first: kind, what, failed of asked, worlds\n")
    for kind, about, n, asked, keys in lines[:40]:
        out(f"{kind} {about}: {n} of {asked} ({', '.join(keys)})\n")


if __name__ == "__main__":
    main()

"""Generating the cases and judging them: resumable, in a few processes, worlds kept for pictures and for a second look."""

from __future__ import annotations

import gzip
import hashlib
import json
import logging
import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import lru_cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from ... import api
from ...model.errors import DioramaError
from ...model.graph import dumps, loads
from ...model.graph.types import World
from ...model.layout.design import design_of_world
from .cases import Case, asked_rooms
from .constraints import Prompt
from .judge import judge
from .physics import physics
from .scene import scene_of

log = logging.getLogger(__name__)
ROOT = Path(__file__).parent.parent.parent


@lru_cache(maxsize=1)
def code_version() -> str:
    """A hash over everything that decides what is generated."""
    h = hashlib.sha256()
    files = [ROOT / "api.py", *(ROOT / "model").rglob("*"), *(ROOT / "scene" / "assets").rglob("*")]
    for f in sorted(f for f in files if f.is_file() and "__pycache__" not in f.parts):
        h.update(str(f.relative_to(ROOT)).encode())
        h.update(f.read_bytes())
    return h.hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Job:
    """A case, the constraints it is judged by, and the folder its world is kept in."""

    case: Case
    prompt: Prompt | None
    folder: Path

    @property
    def path(self) -> Path:
        """Where the world is kept."""
        return self.folder / f"{self.case.key}.json.gz"


def keep(path: Path, world: World, seconds: float) -> None:
    """Write a world, atomically, with the time it took."""
    partial = path.with_name(f"{path.name}.{os.getpid()}")
    with gzip.open(partial, "wt", encoding="utf-8", compresslevel=3) as f:
        f.write(f"{seconds:.4f}\n{dumps(world)}")
    os.replace(partial, path)


def kept(path: Path) -> tuple[World, float]:
    """A kept world and the seconds it took."""
    with gzip.open(path, "rt", encoding="utf-8") as f:
        seconds, text = f.read().split("\n", 1)
    return loads(text), float(seconds)


def generate(job: Job) -> tuple[World, float]:
    """The job's world, from the folder if it was made before by the same code."""
    if job.path.exists():
        return kept(job.path)
    start = time.perf_counter()
    world: World = api.run(api.imagine(job.case.request()))
    seconds = time.perf_counter() - start
    keep(job.path, world, seconds)
    return world, seconds


def work(job: Job) -> dict[str, Any]:
    """Generate and judge one case; what comes out is plain JSON."""
    case = job.case
    out: dict[str, Any] = {"group": case.group, "id": case.id, "seed": case.seed, "key": case.key}
    try:
        world, seconds = generate(job)
    except (DioramaError, ValueError, KeyError, IndexError, ArithmeticError, RuntimeError, AttributeError, TypeError) as e:
        log.exception("%s", case.key)
        nothing = judge(job.prompt, scene_of(World("none", "None", ()))) if job.prompt else []
        verdicts = [{**v.plain(), "met": False, "reason": "no world"} for v in nothing]
        return {**out, "error": f"{type(e).__name__}: {e}", "verdicts": verdicts}
    scene = scene_of(world)
    found = physics(scene)
    out.update(
        seconds=seconds, things=found.things, rooms=[r.type for r in world.rooms], notes=len(world.notes),
        figures=found.figures(), colliding=found.colliding, outside=found.outside, floating=found.floating, blocked=found.blocked,
        doors=found.doors, windows=found.windows, design=[design_of_world(world, r)._asdict() for r in world.rooms],
    )  # fmt: skip
    wanted = asked_rooms(case) if case.group == "homes" else job.prompt.rooms if job.prompt else ()
    if wanted:
        have = Counter(r.type for r in world.rooms)
        out["rooms_asked"] = len(wanted)
        out["rooms_made"] = sum(min(n, have[w]) for w, n in Counter(wanted).items())
    if job.prompt is not None:
        out["verdicts"] = [v.plain() for v in judge(job.prompt, scene)]
    return out


def _quiet() -> None:
    """One thread for each process: the cases themselves are what runs side by side."""
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
        os.environ[name] = "1"


def run_all(jobs: Sequence[Job], processes: int) -> Iterator[dict[str, Any]]:
    """Results in the order of the jobs."""
    _quiet()
    if processes <= 1:
        yield from map(work, jobs)
        return
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn"), initializer=_quiet) as pool:
        yield from pool.map(work, jobs, chunksize=4)


def write_lines(path: Path, rows: Iterable[dict[str, Any]]) -> None:
    """JSON lines, atomically."""
    partial = path.with_name(path.name + ".partial")
    partial.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    os.replace(partial, path)

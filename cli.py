"""The command line: `blender --background --command diorama ...` and `python -m diorama ...` share this parser.

Exit codes: 0 done, 1 failed, 2 bad input. With `--json`, standard output holds one JSON object (`batch`: one line a result).
"""

from __future__ import annotations

import argparse
import contextlib
import csv
import ctypes
import io
import json
import logging
import math
import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NoReturn

from .model.errors import DioramaError, InputError, WorkError

DONE, FAILED, BAD_INPUT = 0, 1, 2
LARGEST_BATCH = 100_000
LARGEST_PICTURE = 16384  # pixels a side
log = logging.getLogger(__name__)


class _Output:
    """Standard output for results alone: while it is open, whatever Blender itself prints there goes to standard error.

    Blender writes from Python's side (`Info: Saved ...`) and from C, so both `sys.stdout` and the file descriptor are turned.
    """

    def __init__(self) -> None:
        self._kept: int | None = None
        self._stdout = sys.stdout

    def __enter__(self) -> _Output:
        self._stdout = sys.stdout
        with contextlib.suppress(OSError, ValueError, AttributeError):
            sys.stdout.flush()
            kept = os.dup(1)
            os.dup2(2, 1)
            self._kept = kept
        sys.stdout = sys.stderr
        return self

    def __exit__(self, *_: object) -> None:
        self._back()

    def _back(self) -> None:
        sys.stdout = self._stdout
        if self._kept is None:
            return
        with contextlib.suppress(OSError, ValueError, AttributeError):
            sys.stdout.flush()
        # what C holds back in its own buffer must leave before the descriptor is turned again
        with contextlib.suppress(Exception):
            (ctypes.cdll.ucrtbase if os.name == "nt" else ctypes.CDLL(None)).fflush(None)
        with contextlib.suppress(OSError):
            os.dup2(self._kept, 1)
            os.close(self._kept)
        self._kept = None

    def write(self, text: str) -> None:
        """One line on the real standard output."""
        self._back()
        try:
            sys.stdout.write(text + "\n")
            sys.stdout.flush()
        finally:
            self.__enter__()


class _Parser(argparse.ArgumentParser):
    """Reports a wrong command line as bad input, in one sentence."""

    def error(self, message: str) -> NoReturn:
        raise InputError(f"{self.prog}: {message}", f"See `{self.prog} --help`.")


# ---------------------------------------------------------------------------------------------- reading options


def _size(text: str) -> tuple[float, float]:
    m = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*[xX×]\s*(\d+(?:\.\d+)?)\s*m?\s*", text)
    if not m:
        raise argparse.ArgumentTypeError(f"{text!r} is not a size such as 4x5")
    return float(m[1]), float(m[2])


def _area(text: str) -> float:
    m = re.fullmatch(r"\s*(\d+(?:\.\d+)?)\s*(?:m2|m²)?\s*", text)
    if not m:
        raise argparse.ArgumentTypeError(f"{text!r} is not an area in square metres such as 70")
    return float(m[1])


def _rooms(text: str) -> tuple[str, ...]:
    """`2 bedroom, kitchen` -> bedroom, bedroom, kitchen."""
    out: list[str] = []
    for part in text.split(","):
        m = re.fullmatch(r"\s*(?:(\d{1,2})\s*[x×]?\s*)?([a-z][a-z_ -]*?)\s*", part.lower())
        if not m:
            raise argparse.ArgumentTypeError(f"{text!r} is not a list of room types such as “2 bedroom, kitchen, bathroom”")
        out += [re.sub(r"[ -]", "_", m[2])] * int(m[1] or 1)
    return tuple(out)


def _hour(text: str) -> float:
    m = re.fullmatch(r"(\d{1,2})(?::(\d{2}))?", text.strip())
    if not m or int(m[1]) > 24 or int(m[2] or 0) > 59 or int(m[1]) + int(m[2] or 0) / 60 > 24:
        raise argparse.ArgumentTypeError(f"{text!r} is not a time such as 17:30")
    return int(m[1]) + int(m[2] or 0) / 60


def _density(text: str) -> float:
    try:
        value = float(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1") from None
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 0 to 1")
    return value


def _seed(text: str) -> int:
    if not re.fullmatch(r"\d{1,18}", text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number from 0 on")
    return int(text)


def _resolution(text: str) -> tuple[int, int]:
    m = re.fullmatch(r"(\d{2,5})[xX×](\d{2,5})", text)
    if not m or max(int(m[1]), int(m[2])) > LARGEST_PICTURE:
        raise argparse.ArgumentTypeError(f"{text!r} is not a resolution such as 960x540 ({LARGEST_PICTURE} at most)")
    return int(m[1]), int(m[2])


def _samples(text: str) -> int:
    if not re.fullmatch(r"\d{1,6}", text) or not int(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a number of samples, 1 or more")
    return int(text)


def _room_options(p: argparse.ArgumentParser) -> None:
    p.add_argument("--seed", type=_seed, default=0, help="same seed, same world (default 0)")
    p.add_argument("--room-type", default="", metavar="T", help="see `list`; taken from the prompt if left out")
    p.add_argument("--rooms", type=_rooms, default=(), metavar="LIST", help="a home: “2 bedroom, kitchen, bathroom”")
    p.add_argument("--area", type=_area, metavar="M2", help="floor of the room or the home in square metres, such as 70")
    p.add_argument("--size", type=_size, metavar="WxD", help="width and depth in metres, such as 4x5")
    p.add_argument("--density", type=_density, metavar="0..1", help="0 bare, 1 lived-in")
    p.add_argument("--style", default="", metavar="S", help="see `list`")
    p.add_argument("--time", type=_hour, dest="hour", metavar="HH:MM", help="time of day")
    p.add_argument("--detail", choices=("full", "medium", "low"), default="full", help="how finely things are shown")
    p.add_argument("--plan", metavar="PLAN.json", help="a graph with rooms and openings and no objects, all to be furnished")
    p.add_argument("--studio", action="append", default=[], metavar="PATH", help="a folder of assets to use; can be repeated")
    p.add_argument(
        "--studio-policy", action="append", default=[], type=_policy, metavar="CATEGORY=POLICY",
        help="sofa=prefer, chair=mix, all=exclude; can be repeated. Of the assets scanned in Blender where --studio is left out "
        "(default with --studio: all=prefer)",
    )  # fmt: skip


def _policy(text: str) -> tuple[str, str]:
    """`sofa=prefer` -> sofa, prefer; `all` stands for the categories that have no policy of their own."""
    m = re.fullmatch(r"\s*([a-z][a-z_ ]*?)\s*=\s*([a-z]+)\s*", text.lower())
    if not m:
        raise argparse.ArgumentTypeError(f"{text!r} is not a policy such as sofa=prefer")
    return "" if m[1] == "all" else m[1].replace(" ", "_"), m[2]


def _render_options(p: argparse.ArgumentParser) -> None:
    p.add_argument("--samples", type=_samples, default=64, help="Cycles samples (default 64)")
    p.add_argument("--resolution", type=_resolution, default=(960, 540), metavar="WxH", help="pixels (default 960x540)")
    p.add_argument("--engine", choices=("cycles", "eevee"), default="cycles")


def parser() -> argparse.ArgumentParser:
    """The one parser of both command lines."""
    top = _Parser(prog="diorama", description="From a prompt to an editable 3D room or home made of native Blender objects.")
    sub = top.add_subparsers(dest="verb", required=True, metavar="COMMAND", parser_class=_Parser)

    def verb(name: str, run: Callable[[argparse.Namespace], dict[str, Any]], text: str) -> argparse.ArgumentParser:
        p = sub.add_parser(name, help=text, description=text)
        p.add_argument("--json", action="store_true", help="write one JSON object to standard output")
        p.set_defaults(run=run)
        return p

    p = verb("generate", _generate, "Generate a room or a home from a prompt and save it.")
    p.add_argument("prompt", nargs="?", default="", metavar="PROMPT")
    _room_options(p)
    p.add_argument("-o", "--output", required=True, metavar="OUT.blend")
    p.add_argument("--graph", metavar="OUT.json", help="also write the scene graph")
    p.add_argument("--render", metavar="OUT.png", help="also render the active camera")
    p.add_argument("--report", metavar="OUT.json", help="also write the report")
    _render_options(p)

    p = verb("thing", _thing, "Make the one thing that a prompt names and save it.")
    p.add_argument("prompt", metavar="PROMPT")
    p.add_argument("--seed", type=_seed, default=0, help="same seed, same thing (default 0)")
    p.add_argument("--style", default="", metavar="S", help="see `list`")
    p.add_argument("-o", "--output", required=True, metavar="OUT.blend")
    p.add_argument("--graph", metavar="OUT.json", help="also write the scene graph")

    p = verb("relight", _relight, "Change the light of a saved world; nothing else changes.")
    p.add_argument("world", metavar="WORLD.blend")
    p.add_argument(
        "--mood", default="", metavar="M", help="bright morning, overcast, golden hour, dusk, night, candle-lit, studio"
    )
    p.add_argument("--time", type=_hour, dest="hour", metavar="HH:MM", help="time of day")
    p.add_argument("--weather", default="", metavar="W", help="clear, cloudy, overcast, rain, fog, snow or storm")
    p.add_argument("--north", type=float, metavar="DEGREES", help="where north is, counter-clockwise from the Y axis")
    p.add_argument("--lamps", choices=("on", "off"), help="switch the lamps (default: as the light asks for)")
    p.add_argument("-o", "--output", required=True, metavar="OUT.blend")

    p = verb("restyle", _restyle, "Give a saved world other materials and colours; nothing moves.")
    p.add_argument("world", metavar="WORLD.blend")
    p.add_argument("--style", default="", metavar="S", help="see `list` (default: as it is)")
    p.add_argument(
        "--palette", default="", metavar="LIST", help="colours, such as “navy, cream” (default: the prompt's, or the style's)"
    )
    p.add_argument("--seed", type=_seed, default=0, help="same seed, same colours (default 0)")
    p.add_argument("-o", "--output", required=True, metavar="OUT.blend")

    p = verb("detail", _detail, "Show a saved world's things with fewer faces, or all of them again.")
    p.add_argument("world", metavar="WORLD.blend")
    p.add_argument("level", choices=("full", "medium", "low"), metavar="LEVEL", help="full, medium or low")
    p.add_argument("-o", "--output", required=True, metavar="OUT.blend")

    p = verb("render", _render, "Render a saved world.")
    p.add_argument("world", metavar="WORLD.blend")
    p.add_argument("-o", "--output", required=True, metavar="OUT.png")
    p.add_argument("--camera", default="", metavar="NAME", help="a camera of the world (default: the active one)")
    _render_options(p)

    p = verb("report", _report, "Check a saved world independently.")
    p.add_argument("world", metavar="WORLD.blend")
    p.add_argument("-o", "--output", metavar="OUT.json")

    p = verb("validate", _validate, "Check a scene graph or plan against the format.")
    p.add_argument("graph", metavar="GRAPH.json")

    p = verb("batch", _batch, "Generate a world for each prompt of a file; continues where it was stopped.")
    p.add_argument("prompts", metavar="PROMPTS", help="a text file, one prompt a line, or a CSV file")
    p.add_argument("-o", "--output", required=True, metavar="FOLDER")
    p.add_argument("--column", default="", help="the CSV column that holds the prompts (default: found by its name)")
    p.add_argument("--renders", action="store_true", help="also render each world")
    p.add_argument("--limit", type=int, default=0, help="stop after so many prompts")
    _room_options(p)
    _render_options(p)

    verb("list", _list, "List categories, generators, materials, styles and room types.")
    return top


# ---------------------------------------------------------------------------------------------- files


def _write(path: str | Path, text: str) -> None:
    """Write text so that the file is either whole or untouched."""
    target = Path(path)
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_text(text, encoding="utf-8")
        os.replace(temporary, target)
    except OSError as e:
        with contextlib.suppress(OSError):
            temporary.unlink()
        raise WorkError(f"{target} cannot be written: {e.strerror or e}.", "Choose another folder, or free some space.") from e


def _read_text(path: str, what: str) -> str:
    try:
        return Path(path).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise InputError(f"{what} {path} does not exist.", "Check the path.") from None
    except UnicodeDecodeError:
        raise InputError(f"{what} {path} is not UTF-8 text.", "Save it as UTF-8.") from None
    except (OSError, ValueError) as e:
        raise InputError(f"{what} {path} cannot be read: {getattr(e, 'strerror', None) or e}.", "Check the path.") from None


def _writable(*paths: str | None) -> None:
    """Fail before the work, not after it, if an output cannot be written."""
    for path in paths:
        if not path:
            continue
        folder = Path(path).absolute().parent
        try:
            if Path(path).is_dir():
                raise WorkError(f"{path} is a folder.", "Give the name of a file.")
            folder.mkdir(parents=True, exist_ok=True)
            probe = folder / f".{Path(path).name}.{os.getpid()}.probe"
            probe.write_bytes(b"")
            probe.unlink()
        except OSError as e:
            raise WorkError(f"{path} cannot be written: {e.strerror or e}.", "Choose another folder.") from e


def save_blend(path: str | Path) -> None:
    """Save the file under a temporary name, then put it in place."""
    import bpy

    target = Path(path).absolute()
    temporary = target.with_name(f".{target.stem}.{os.getpid()}.blend")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        bpy.ops.wm.save_as_mainfile(filepath=str(temporary), copy=True, check_existing=False, compress=True)
        os.replace(temporary, target)
    except (OSError, RuntimeError) as e:
        with contextlib.suppress(OSError):
            temporary.unlink()
        reason = getattr(e, "strerror", None) or str(e).strip().removeprefix("Error: ").splitlines()[0]
        raise WorkError(f"{target} cannot be saved: {reason}.", "Choose another folder, or free some space.") from e


def _open(path: str) -> Any:
    """Open a .blend and return its first world."""
    import bpy

    from .scene.worlds import worlds

    try:
        there = Path(path).is_file()
    except (OSError, ValueError):
        there = False
    if not there:
        raise InputError(f"{path} does not exist.", "Check the path.")
    try:
        bpy.ops.wm.open_mainfile(filepath=str(Path(path).absolute()), load_ui=False, use_scripts=False)
    except RuntimeError as e:
        raise InputError(f"{path} is not a Blender file that can be opened.", "Give a .blend that Diorama saved.") from e
    found = worlds(bpy.context.scene)
    if not found:
        raise InputError(f"{path} holds no Diorama world.", "Give a .blend that Diorama saved.")
    return found[0]


# ---------------------------------------------------------------------------------------------- verbs


def _studio(a: argparse.Namespace) -> Any:
    """The assets that a command line names; None without a word of them."""
    if not a.studio and not a.studio_policy:
        return None
    from .api import studio

    return studio(a.studio, dict(a.studio_policy))


def _request(a: argparse.Namespace, prompt: str, studio: Any) -> Any:
    from .api import Request
    from .model.graph import loads

    plan = loads(_read_text(a.plan, "The plan")) if a.plan else None
    return Request(
        prompt=prompt,
        seed=a.seed,
        room_type=a.room_type,
        size=a.size,
        density=a.density,
        style=a.style,
        hour=a.hour,
        plan=plan,
        rooms=a.rooms,
        area=a.area,
        studio=studio,
        detail=a.detail,
    )


def _fresh() -> None:
    import bpy

    if bpy.app.background or not hasattr(bpy.app, "background"):
        bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=False)


def _one(
    request: Any,
    a: argparse.Namespace,
    output: str,
    graph: str | None,
    picture: str | None,
    report: str | None,
    tick: Callable[[float, str], None],
) -> dict[str, Any]:
    """Generate one world and write what was asked for; returns its summary."""
    from .api import check, generate_steps
    from .model.graph import dumps
    from .model.homes import main_room
    from .scene.render import check_picture

    check(request)
    if picture:
        check_picture(picture)
    _writable(output, graph, picture, report)
    _fresh()
    start = time.perf_counter()
    steps = generate_steps(request)
    while True:
        try:
            p = next(steps)
            tick(p.fraction, p.message)
        except StopIteration as stop:
            result = stop.value
            break
    seconds = time.perf_counter() - start
    save_blend(output)
    if graph:
        _write(graph, dumps(result.world, indent=1))
    if report:
        _write(report, json.dumps(result.report.plain(), indent=1, ensure_ascii=False))
    if picture:
        tick(0.95, "Rendering")
        _picture(picture, a)
    tick(1.0, "Done")
    return {
        "ok": True,
        "prompt": request.prompt,
        "seed": request.seed,
        "output": str(output),
        "room_type": main_room(result.world.rooms).type,
        "rooms": {r.id: r.type for r in result.world.rooms},
        "style": result.world.style,
        "objects": len(result.world.nodes),
        "seconds": round(seconds, 3),
        "figures": result.report.figures,
        "issues": [i.text for i in result.report.issues],
        "lacking": list(result.report.lacking),
        "assets": len({n.asset for n in result.world.nodes if n.asset}),
        "notes": [*result.report.notes, *(request.studio.problems if request.studio else ())],
    }


def _picture(path: str, a: argparse.Namespace) -> None:
    import bpy

    from .scene.render import render

    render(bpy.context.scene, path, engine=a.engine, samples=a.samples, resolution=a.resolution)


def _progress(quiet: bool) -> Callable[[float, str], None]:
    """A progress line on standard error, where a person is watching."""
    if quiet or not sys.stderr.isatty():
        return lambda fraction, message: None

    def tick(fraction: float, message: str) -> None:
        bar = "█" * int(24 * fraction) + "·" * (24 - int(24 * fraction))
        sys.stderr.write(f"\r{bar} {100 * fraction:3.0f} %  {message[:46]:<46}" + ("\n" if fraction >= 1 else ""))
        sys.stderr.flush()

    return tick


def _generate(a: argparse.Namespace) -> dict[str, Any]:
    return _one(_request(a, a.prompt, _studio(a)), a, a.output, a.graph, a.render, a.report, _progress(a.json))


def _thing(a: argparse.Namespace) -> dict[str, Any]:
    from .api import thing
    from .model.graph import dumps
    from .scene.graphs import node_of, stored, world_of

    _writable(a.output, a.graph)
    _fresh()
    obj = thing(a.prompt, a.seed, style=a.style)
    collection, node = world_of(obj), node_of(obj)
    assert collection is not None and node is not None  # it was made just now
    save_blend(a.output)
    if a.graph:
        _write(a.graph, dumps(stored(collection), indent=1))
    return {
        "ok": True,
        "prompt": a.prompt,
        "seed": a.seed,
        "output": str(a.output),
        "category": node.category,
        "params": node.params,
        "materials": node.materials,
        "size": list(node.size),
    }


def _relight(a: argparse.Namespace) -> dict[str, Any]:
    _writable(a.output)
    world = _open(a.world)
    from .scene.relight import relight  # after bpy, which brings mathutils

    done = relight(
        world,
        a.mood,
        hour=a.hour,
        weather=a.weather,
        north=None if a.north is None else math.radians(a.north),
        fixtures=None if a.lamps is None else a.lamps == "on",
    )
    save_blend(a.output)
    e = done.environment
    facts = {"mood": e.mood, "hour": e.hour, "weather": e.weather, "fixtures_on": e.fixtures_on, "exposure": e.exposure}
    return {"ok": True, "output": str(a.output), **facts, "notes": list(done.notes)}


def _restyle(a: argparse.Namespace) -> dict[str, Any]:
    _writable(a.output)
    world = _open(a.world)
    from .scene.restyle import restyle  # after bpy, which brings mathutils

    words = tuple(w.strip() for w in a.palette.split(",") if w.strip())
    done = restyle(world, a.style, words or None, a.seed)
    save_blend(a.output)
    return {"ok": True, "output": str(a.output), "style": done.style, "palette": list(done.palette), "changed": done.changed}


def _detail(a: argparse.Namespace) -> dict[str, Any]:
    _writable(a.output)
    world = _open(a.world)
    from .scene.detail import set_detail

    done = set_detail(world, a.level)
    save_blend(a.output)
    return {"ok": True, "output": str(a.output), "detail": done.level, "before": done.before, "after": done.after}


def _render(a: argparse.Namespace) -> dict[str, Any]:
    import bpy

    from .scene.render import check_picture

    check_picture(a.output)
    _writable(a.output)
    world = _open(a.world)
    if a.camera:
        cameras = {o.name: o for o in world.all_objects if o.type == "CAMERA"}
        if a.camera not in cameras:
            raise InputError(f"There is no camera {a.camera!r}.", f"Cameras: {', '.join(sorted(cameras))}.")
        bpy.context.scene.camera = cameras[a.camera]
    _picture(a.output, a)
    return {"ok": True, "output": a.output}


def _report(a: argparse.Namespace) -> dict[str, Any]:
    world = _open(a.world)
    from .scene.report import check  # after bpy, which brings bmesh

    report = check(world).plain()
    if a.output:
        _write(a.output, json.dumps(report, indent=1, ensure_ascii=False))
    return {"ok": True, **report}


def _validate(a: argparse.Namespace) -> dict[str, Any]:
    from .model.graph import loads

    world = loads(_read_text(a.graph, "The graph"))
    kind = "world" if world.nodes else "plan"
    return {"ok": True, "kind": kind, "format": world.format, "rooms": len(world.rooms), "nodes": len(world.nodes)}


def _prompts(a: argparse.Namespace) -> list[tuple[str, str]]:
    """(key, prompt) pairs of a batch file."""
    text = _read_text(a.prompts, "The prompt file")
    if Path(a.prompts).suffix.lower() != ".csv":
        return [(f"{k + 1:04d}", line.strip()) for k, line in enumerate(text.splitlines()) if line.strip()]
    try:
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
    except csv.Error as e:
        raise InputError(f"{a.prompts} is not a CSV file that can be read: {e}.", "Save it again as CSV.") from e
    if not rows:
        return []
    names = {str(n).strip().lower(): n for n in rows[0] if n is not None}
    column = (
        names.get(a.column.lower())
        if a.column
        else next((names[n] for n in ("prompt", "description", "text") if n in names), None)
    )
    if column is None:
        raise InputError(f"{a.prompts} has no column of prompts.", f"Name it with --column; there are: {', '.join(names)}.")
    label = next((names[n] for n in ("id", "key", "name") if n in names), None)
    out, taken = [], {""}
    for k, row in enumerate(rows):
        key = (
            re.sub(r"[^A-Za-z0-9_.-]+", "_", str(row.get(label) or f"{k + 1:04d}")).strip("._")[:60] if label else f"{k + 1:04d}"
        )
        if key in taken:  # two rows of one name must not write to one file
            key = f"{key}_{k + 1:04d}".lstrip("_")
        if (row.get(column) or "").strip():
            taken.add(key)
            out.append((key, str(row[column]).strip()))
    return out


def _batch(a: argparse.Namespace) -> dict[str, Any]:
    prompts = _prompts(a)
    if not prompts:
        raise InputError(f"{a.prompts} holds no prompts.", "Write one prompt a line, or a CSV with a column `prompt`.")
    if len(prompts) > LARGEST_BATCH:
        raise InputError(f"{a.prompts} holds {len(prompts)} prompts; {LARGEST_BATCH} is the most.", "Split it.")
    if a.limit > 0:
        prompts = prompts[: a.limit]
    folder = Path(a.output)
    _writable(str(folder / "results.jsonl"))
    results = folder / "results.jsonl"
    done = _finished(results)
    failed = 0
    studio = _studio(a)
    tick = _progress(False)
    for k, (key, prompt) in enumerate(prompts):
        tick(k / len(prompts), f"{k + 1}/{len(prompts)}  {prompt}")
        if (key, prompt, a.seed) in done:
            continue
        line = _attempt(key, prompt, a, folder, studio)
        failed += not line["ok"]
        _append(results, json.dumps(line, ensure_ascii=False))
        a.out.write(json.dumps(line, ensure_ascii=False))
    tick(1.0, f"{len(prompts)} prompts")
    if failed:
        raise WorkError(
            f"{failed} of {len(prompts)} prompts failed; see {results}.", "Run the same command again to try those once more."
        )
    return {}


def _attempt(key: str, prompt: str, a: argparse.Namespace, folder: Path, studio: Any) -> dict[str, Any]:
    """One prompt of a batch; an error becomes a line of the results and the batch goes on."""
    base = folder / key
    try:
        return {
            "key": key,
            **_one(
                _request(a, prompt, studio),
                a,
                f"{base}.blend",
                f"{base}.json",
                f"{base}.png" if a.renders else None,
                f"{base}.report.json",
                _progress(True),
            ),
        }
    except DioramaError as e:
        return {"key": key, "ok": False, "prompt": prompt, "seed": a.seed, "error": str(e), "remedy": e.remedy}
    except Exception as e:
        log.exception("unexpected error for prompt %s", key)
        return {
            "key": key,
            "ok": False,
            "prompt": prompt,
            "seed": a.seed,
            "error": f"{type(e).__name__}: {e}",
            "remedy": "Please report this.",
        }


def _append(path: Path, line: str) -> None:
    """Add a line to a text file, on a line of its own even where an interrupted run left half a line."""
    try:
        with path.open("ab+") as f:
            torn = False
            if f.tell():
                f.seek(-1, os.SEEK_END)
                torn = f.read(1) != b"\n"
            f.write((("\n" if torn else "") + line + "\n").encode())
    except OSError as e:
        raise WorkError(f"{path} cannot be written: {e.strerror or e}.", "Free some space and run the same command again.") from e


def _finished(results: Path) -> set[tuple[str, str, int]]:
    """What an earlier run of the batch has completed; damaged lines are passed over and done again."""
    out: set[tuple[str, str, int]] = set()
    if results.is_file():
        for line in results.read_text(encoding="utf-8", errors="replace").splitlines():
            try:
                r = json.loads(line)
                if r.get("ok") and Path(r["output"]).is_file():
                    out.add((r["key"], r["prompt"], r["seed"]))
            except (ValueError, KeyError, TypeError, AttributeError):
                continue
    return out


def _list(a: argparse.Namespace) -> dict[str, Any]:
    from .model.catalogue import categories
    from .model.look import styles
    from .model.look.materials import materials
    from .model.plan.rooms import ROOM_TYPES
    from .scene.assets.manifest import generators

    return {
        "categories": sorted(categories()),
        "generators": sorted(generators()),
        "materials": sorted(materials()),
        "styles": sorted(styles()),
        "room_types": sorted(ROOM_TYPES),
    }


# ---------------------------------------------------------------------------------------------- entry


def _human(verb: str, result: dict[str, Any]) -> str:
    if verb == "generate":
        rooms = result["room_type"] if len(result["rooms"]) == 1 else f"{len(result['rooms'])} rooms"
        lines = [f"{result['output']}: {result['objects']} objects, {rooms}, {result['style']}, {result['seconds']:.1f} s"]
        lines += ["  " + "  ".join(f"{k} {v:g}" for k, v in result["figures"].items())]
        lines += [f"  {t}" for t in (*result["issues"], *result["lacking"], *result["notes"])]
        return "\n".join(lines)
    if verb == "report":
        lines = ["  ".join(f"{k} {v:g}" for k, v in result["figures"].items())]
        lines += [f"  {room}:  " + "  ".join(f"{k} {v:g}" for k, v in own.items()) for room, own in result["rooms"].items()]
        return "\n".join([*lines, *(f"  {i['text']}" for i in result["issues"]), *(f"  {t}" for t in result["lacking"])])
    if verb == "list":
        return "\n".join(f"{name} ({len(values)}): {', '.join(values)}" for name, values in result.items())
    return "  ".join(f"{k}: {v}" for k, v in result.items() if k != "ok")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    argv = list(sys.argv[1:] if argv is None else argv)
    as_json = "--json" in argv
    try:
        a = parser().parse_args(argv)
        with _Output() as a.out:
            result = a.run(a)
            if result:
                a.out.write(json.dumps(result, ensure_ascii=False) if a.json else _human(a.verb, result))
        return DONE
    except SystemExit as e:  # --help
        return int(e.code or 0)
    except DioramaError as e:
        _complain(as_json, str(e), e.remedy)
        return BAD_INPUT if isinstance(e, InputError) else FAILED
    except (KeyboardInterrupt, BrokenPipeError):
        _complain(as_json, "Stopped.", "")
        return FAILED
    except Exception as e:
        log.exception("unexpected error")
        _complain(as_json, f"Something went wrong: {type(e).__name__}: {e}", "Please report this with the command you ran.")
        return FAILED


def run_process() -> int:
    """The command line as a process of its own: what Blender prints while it ends does not reach standard output either."""
    code = main()
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
        os.dup2(2, 1)
    return code


def _complain(as_json: bool, text: str, remedy: str) -> None:
    text, remedy = (" ".join(t.split()) for t in (text, remedy))  # one line, whatever went into it
    with contextlib.suppress(BrokenPipeError):
        if as_json:
            sys.stdout.write(json.dumps({"ok": False, "error": text, "remedy": remedy}, ensure_ascii=False) + "\n")
            sys.stdout.flush()
        sys.stderr.write(f"diorama: {text}{' ' + remedy if remedy else ''}\n")

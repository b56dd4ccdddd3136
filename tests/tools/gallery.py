"""Make the gallery: `python tests/tools/gallery.py [things materials worlds page] [--only KEY …]`; without names, all of it.

Sheets of every category and every material, and sixteen worlds, as JPEG in docs/images/gallery, and the page that shows them,
docs/gallery.md. A picture carries a checksum of what it was made from, so that only what has changed is made again.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
import time
import zlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import bpy
import numpy as np
from contact_sheet import Thing, digest, sheet, things_of
from diorama import api
from diorama.model.catalogue import categories
from diorama.model.graph import World
from diorama.model.look.materials import materials
from diorama.scene.assets.library import asset
from diorama.scene.build import build_steps
from diorama.scene.render import render
from faults import faults_of
from PIL import Image
from swatches import references
from swatches import sheet as swatch_sheet

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "docs/images/gallery"
PAGE = 40  # categories of a sheet
SEEDS = 3
THINGS_CELL, THINGS_SAMPLES = 128, 5
SWATCH_CELL, SWATCH_SAMPLES = 128, 16
FINE, DRAFT = ((960, 540), 128), ((640, 360), 24)  # size and samples of the worlds' pictures
MATERIALS = ("scene/materials", "model/look/materials.json", "model/look/styles.json")
SHEETS = (*MATERIALS, "tests/tools/contact_sheet.py", "tests/tools/swatches.py")
SURROUNDINGS = (*MATERIALS, "scene/architecture.py", "scene/lighting.py", "scene/render.py", "model/look/daylight.py")
CHECK = """Before the pictures become JPEG, their scene-linear pixels are searched for what a renderer does wrong: values that are
no numbers, fireflies (spots of at most three pixels, four times as bright as all about them, that are neither a lamp nor the
glint of one), black regions, and light beyond what the view transform can show."""


@dataclass(frozen=True)
class Scene:
    """A world of the gallery: its file's name, and what it is made from."""

    key: str
    prompt: str
    seed: int


def scenes() -> list[Scene]:
    """The worlds that the gallery shows."""
    return [Scene(**r) for r in json.loads(Path(__file__).with_suffix(".json").read_text(encoding="utf-8"))]


def source_sum(paths: Sequence[str]) -> int:
    """A checksum of files, or of all files below folders."""
    value = 0
    for path in paths:
        whole = ROOT / path
        for file in sorted(whole.rglob("*.py")) if whole.is_dir() else [whole]:
            value = zlib.crc32(file.read_bytes(), value)
    return value


def record_of(path: Path) -> dict[str, Any]:
    """What a picture of the gallery says of itself; empty if there is none."""
    if not path.exists():
        return {}
    with Image.open(path) as image:
        comment = image.info.get("comment", b"{}")
    return dict(json.loads(comment))


def keep(image: Path, path: Path, record: dict[str, Any], quality: int = 82) -> None:
    """Write a picture as JPEG with its record."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with Image.open(image) as picture:
        picture.convert("RGB").save(path, quality=quality, optimize=True, progressive=True, comment=json.dumps(record).encode())


def fresh(path: Path, made_of: int, make: Callable[[Path], dict[str, Any]], quality: int = 82) -> None:
    """Make a picture with `make`, which writes a file and says what is worth recording, unless it is there already."""
    if record_of(path).get("of") == made_of:
        return
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        image = Path(folder) / "picture.png"
        record = make(image)
        keep(image, path, {"of": made_of, **record}, quality)
    sys.stdout.write(f"{path.name}: {time.perf_counter() - start:.0f} s\n")
    sys.stdout.flush()


def pages() -> Iterator[tuple[Path, list[str]]]:
    """The sheets of things: file, categories."""
    names = list(categories())
    for k in range(0, len(names), PAGE):
        yield FOLDER / f"things_{k // PAGE + 1:02d}.jpg", names[k : k + PAGE]


def make_things(only: Sequence[str]) -> None:
    """Contact sheets of all categories."""
    look = source_sum(SHEETS)
    for path, names in pages():
        if only and path.stem not in only:
            continue
        things = list(things_of(names, SEEDS))

        def make(image: Path, things: Any = things) -> dict[str, Any]:
            sheet(things, 4 * SEEDS, THINGS_CELL, THINGS_SAMPLES, image)
            return {}

        fresh(path, zlib.crc32(f"{digest(things)} {look}".encode()), make, 80)


def make_materials() -> None:
    """The swatch sheet."""
    names = references()

    def make(image: Path) -> dict[str, Any]:
        swatch_sheet(names, 12, SWATCH_CELL, SWATCH_SAMPLES, image)
        return {}

    fresh(FOLDER / "materials.jpg", zlib.crc32(f"{names} {source_sum(SHEETS)}".encode()), make)


def make_world(image: Path, world: World, size: tuple[int, int], samples: int) -> dict[str, Any]:
    """Render a world's active camera; what it holds, and its faults."""
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)
    scene = bpy.context.scene
    api.run(build_steps(world))
    linear = image.with_suffix(".exr")
    start = time.perf_counter()
    render(scene, linear, "cycles", samples, size)
    seconds = time.perf_counter() - start
    loaded = bpy.data.images.load(str(linear))
    pixels = np.empty(size[0] * size[1] * 4, np.float32)
    loaded.pixels.foreach_get(pixels)
    scene.render.image_settings.file_format = "PNG"
    loaded.save_render(str(image), scene=scene)
    exposed = pixels.reshape(size[1], size[0], 4)[::-1, :, :3] * np.float32(2**scene.view_settings.exposure)
    made = {"things": len(world.nodes), "size": size, "samples": samples, "seconds": round(seconds)}
    return {**made, **asdict(faults_of(exposed, scene))}


def make_worlds(only: Sequence[str], draft: bool = False) -> None:
    """The worlds, each from its prompt."""
    size, samples = DRAFT if draft else FINE
    surroundings = source_sum(SURROUNDINGS)
    for scene in scenes():
        if only and scene.key not in only:
            continue
        world = api.run(api.imagine(api.Request(prompt=scene.prompt, seed=scene.seed)))
        shapes = digest([Thing(n.id, asset(n.generator, n.params), tuple(n.materials.values()), "") for n in world.nodes])
        made_of = zlib.crc32(f"{api.fingerprint(world)} {shapes} {surroundings} {size} {samples}".encode())
        fresh(world_path(scene), made_of, lambda image, world=world: make_world(image, world, size, samples), 88)


def world_path(scene: Scene) -> Path:
    """The file of a world's picture."""
    return FOLDER / f"world_{scene.key}.jpg"


def write_page(page: Path) -> None:
    """The page that shows what there is."""
    made = {scene: record_of(world_path(scene)) for scene in scenes()}
    lines = [
        "# Gallery",
        "",
        "Made by `make gallery`, which makes again only what has changed. Nothing is retouched.",
        "",
        f"## {len(made)} worlds",
        "",
        "Each by its active camera, in Cycles, denoised.",
        "",
    ]
    for scene, record in made.items():
        if record:
            size = " × ".join(map(str, record["size"]))
            lines += [f"![{scene.prompt}]({world_path(scene).relative_to(page.parent)})", ""]
            lines += [
                f"*{scene.prompt}.* Seed {scene.seed}, {record['things']} things; {size} at {record['samples']} samples.",
                "",
            ]
    lines += ["### What the check found", "", CHECK, "", *_checks(made), ""]
    lines += [f"## {len(materials())} materials", "", "On a ball and on a cloth in folds; then pictures and rugs.", ""]
    sheets = [(FOLDER / "materials.jpg", "Swatches"), *((path, f"{names[0]} to {names[-1]}") for path, names in pages())]
    for k, (path, text) in enumerate(sheets):
        if k == 1:
            lines += [f"## {len(categories())} categories", "", f"{SEEDS} seeds of each, every seed in a style of its own.", ""]
        if path.exists():
            lines += [f"![{text}]({path.relative_to(page.parent)})", ""]
    page.write_text("\n".join(lines), encoding="utf-8")


def _checks(made: Mapping[Scene, dict[str, Any]]) -> Iterator[str]:
    yield "| world | things | not a number | fireflies | black | clipped |"
    yield "|---|---|---|---|---|---|"
    for scene, r in made.items():
        if r:
            found = r["things"], r["broken"], r["fireflies"], f"{r['black']:.2%}", f"{r['clipped']:.2%}"
            yield " | ".join(("", scene.key.replace("_", " "), *map(str, found), "")).strip()


def main() -> None:
    """Make what is asked for."""
    ap = argparse.ArgumentParser(description=__doc__)
    ap.add_argument("parts", nargs="*", metavar="PART", help="things, materials, worlds, page; all of them when none is named")
    ap.add_argument("--only", nargs="*", default=[], metavar="KEY", help="of things and worlds only these, for example things_03")
    ap.add_argument("--draft", action="store_true", help="worlds small and of few samples, to judge layout, cameras and light")
    a = ap.parse_args()
    parts = a.parts or ["things", "materials", "worlds", "page"]
    if "things" in parts:
        make_things(a.only)
    if "materials" in parts:
        make_materials()
    if "worlds" in parts:
        make_worlds(a.only, a.draft)
    if "page" in parts:
        write_page(ROOT / "docs/gallery.md")


if __name__ == "__main__":
    main()

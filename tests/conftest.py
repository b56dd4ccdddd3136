"""What the tests share: fresh files, a handful of generated worlds, and a library of boxes."""

from __future__ import annotations

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Made:
    """A generated world on disk: its .blend, its graph, and what its report said."""

    name: str
    blend: Path
    graph: Path
    options: dict[str, Any]
    figures: dict[str, float]
    lacking: tuple[str, ...] = ()
    text: str = field(default="", repr=False)


# Wordings of our own; between them a house's usual rooms, an outline with a corner, a given size, and night.
WORLDS: dict[str, dict[str, Any]] = {
    "bedroom": {
        "prompt": "A calm bedroom with a double bed between two nightstands, a wardrobe and a desk with a chair by the window",
        "seed": 11,
    },
    "corner": {
        "prompt": "L-shaped living room: a sofa facing a coffee table, two armchairs, a bookshelf and a floor lamp in the corner",
        "seed": 5,
    },
    "kitchen": {
        "prompt": "A bright farmhouse kitchen with a dining table and four chairs around it",
        "seed": 2,
        "size": (4.4, 3.8),
    },
    "night": {
        "prompt": "A small library at night with two bookshelves, a reading chair, a side table with a lamp on it and a rug",
        "seed": 8,
        "hour": 22.0,
    },
    "bare": {"room_type": "home_office", "seed": 1, "density": 0.1, "style": ""},
}


def fresh_file() -> None:
    """An empty file with factory settings."""
    import bpy

    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)


@pytest.fixture
def fresh() -> None:
    """Start the test in an empty file."""
    pytest.importorskip("bpy")
    fresh_file()


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Made]:
    """The generated worlds, by name, made once in a test run."""
    pytest.importorskip("bpy")
    from diorama import api
    from diorama.cli import save_blend
    from diorama.model.graph import dumps

    folder = tmp_path_factory.mktemp("worlds")
    out = {}
    for name, options in WORLDS.items():
        fresh_file()
        result = api.generate(**options)
        blend, graph = folder / f"{name}.blend", folder / f"{name}.json"
        save_blend(blend)
        text = dumps(result.world)
        graph.write_text(text, encoding="utf-8")
        out[name] = Made(name, blend, graph, options, result.report.figures, result.report.lacking, text)
    return out


@pytest.fixture(params=list(WORLDS))
def made(request: pytest.FixtureRequest, worlds: dict[str, Made]) -> Made:
    """Each generated world in turn."""
    return worlds[request.param]


@pytest.fixture
def reopen() -> Callable[[Made], Any]:
    """A function that opens a generated .blend and returns its collection."""
    import bpy
    from diorama.scene.worlds import worlds as found

    def open_(made: Made) -> Any:
        bpy.ops.wm.open_mainfile(filepath=str(made.blend))
        (collection,) = found(bpy.context.scene)
        return collection

    return open_


@pytest.fixture(scope="session")
def box_library() -> Any:
    """An asset library of plain boxes."""
    spec = importlib.util.spec_from_file_location("diorama_test_boxes", HERE / "tools" / "boxes.py")
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.BoxLibrary()


def datablocks() -> dict[str, dict[str, int]]:
    """Every datablock of the file by kind and name, with its number of users."""
    import bpy

    out: dict[str, dict[str, int]] = {}
    for p in bpy.data.bl_rna.properties:
        if p.type == "COLLECTION" and p.identifier != "all_ids":  # all of the others once more
            out[p.identifier] = {d.name_full: d.users for d in getattr(bpy.data, p.identifier) if hasattr(d, "users")}
    return out


@pytest.fixture
def inventory() -> Callable[[], dict[str, dict[str, int]]]:
    """A function that lists all datablocks."""
    return datablocks

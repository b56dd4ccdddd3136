"""The main job in a real window: prompt, Generate by mouse, cancel, undo, redo, save, reopen, disable, enable.

`start(folder)` runs inside Blender; it writes log.json and screenshots into the folder.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import bpy

sys.path.insert(0, str(Path(__file__).parent))

from drive import Driver, Scenario, run

PACKAGE = "bl_ext.user_default.diorama"
PROMPT = "A cosy bedroom with a double bed, two nightstands with lamps and a wardrobe."
KINDS = ("objects", "meshes", "materials", "lights", "cameras", "collections", "worlds", "images", "node_groups", "texts")


def settings() -> Any:
    return bpy.context.scene.diorama


def session() -> Any:
    return bpy.context.window_manager.diorama


def everything() -> dict[str, list[str]]:
    """Names of the datablocks a world could leave behind."""
    return {k: sorted(d.name for d in getattr(bpy.data, k)) for k in KINDS}


def view() -> dict[str, str]:
    """What else of the scene a world could change."""
    s = bpy.context.scene
    return {
        "camera": s.camera.name if s.camera else "",
        "world": s.world.name if s.world else "",
        "engine": s.render.engine,
        "size": f"{s.render.resolution_x} x {s.render.resolution_y}",
        "transform": s.view_settings.view_transform,
        "look": s.view_settings.look,
        "exposure": f"{s.view_settings.exposure:.4f}",
    }


def graph() -> str:
    world = settings().world
    return "" if world is None else str(world["diorama"])


def install_stub(steps: int = 40) -> None:
    """For work on the interface alone: boxes instead of the model."""
    import importlib

    from stub_api import Stub

    stub = Stub(importlib.import_module(f"{PACKAGE}.model.brief"), steps=steps, pause=0.04)
    sys.modules[f"{PACKAGE}.api"] = stub  # type: ignore[assignment]
    sys.modules[PACKAGE].api = stub  # type: ignore[attr-defined]


def main_job(d: Driver) -> Scenario:
    d.note("enabled", PACKAGE in bpy.context.preferences.addons, version=bpy.app.version_string)
    # With overlap, every move over the sidebar draws the whole viewport again: minutes with a software renderer.
    bpy.context.preferences.system.use_region_overlap = False
    yield from open_sidebar(d)
    yield from write_prompt(d)
    yield from read_prompt(d)
    yield from cancel(d)
    yield from generate(d)
    yield from undo_redo(d)
    yield from outline_and_report(d)
    if not stubbed():
        yield from change_thing(d)
    yield from save_and_reopen(d)
    yield from disable_and_enable(d)


def to_viewport(d: Driver) -> None:
    region = d.region("WINDOW")
    d.move(region.x + region.width // 3, region.y + region.height // 3)


def open_sidebar(d: Driver) -> Scenario:
    to_viewport(d)
    yield 0.5
    if not d.area().spaces.active.show_region_ui:
        d.key("n")
        yield 1.0
    d.note("sidebar open", d.area().spaces.active.show_region_ui)
    yield 0.5
    d.region().active_panel_category = "Diorama"
    yield 0.5
    d.shot("1_sidebar")
    yield from d.toggle_panel("Settings")
    yield from d.find(fractions=(0.45,))
    wanted = ("diorama.prompt", "diorama.seed", "diorama.generate", "diorama.room_type", "diorama.style", "diorama.use_size")
    missing = [w for w in wanted if not any(w in found for found in d.widgets)]
    d.note("tab shows its fields", not missing, missing=missing)
    yield from d.toggle_panel("Settings")


def write_prompt(d: Driver) -> Scenario:
    yield from d.click("diorama.prompt")
    d.key("ctrl+a")
    d.type(PROMPT)
    yield 1.0
    d.key("Return")
    yield 0.5
    d.note("prompt typed", settings().prompt == PROMPT, prompt=settings().prompt)


def read_prompt(d: Driver) -> Scenario:
    yield from d.toggle_panel("Brief")
    yield from d.click("diorama.read_prompt")
    yield from d.wait_for(lambda: settings().brief.read, 20)
    brief = settings().brief
    d.note("brief read", brief.read and len(brief.requests) >= 3, things=[f"{r.count_text()} {r.thing}" for r in brief.requests])
    yield 0.5
    d.shot("2_brief")
    yield from d.toggle_panel("Brief")


def cancel(d: Driver) -> Scenario:
    names, looks, seed = everything(), view(), settings().seed
    yield from d.click("diorama.generate")
    seen = session().running
    yield 0.2
    d.shot("3_running")
    d.key("Escape")
    yield from d.wait_for(lambda: not session().running, 30)
    yield 0.5
    d.note("running was shown", seen)
    changed = [k for k, v in everything().items() if v != names[k]]
    d.note("cancel leaves the data", not changed and settings().world is None and settings().seed == seed, changed=changed)
    d.note("cancel leaves the scene", view() == looks, before=looks, after=view())


def generate(d: Driver) -> Scenario:
    yield from d.click("diorama.generate")
    yield from d.wait_for(lambda: session().running, 5)
    yield from d.wait_for(lambda: not session().running, 120)
    yield 1.5
    world = settings().world
    d.note("generated", world is not None, error=session().error, remedy=session().remedy)
    d.note("objects", world is not None and len(world.all_objects) > 10, count=len(world.all_objects) if world else 0)
    d.shot("4_generated")


def undo_redo(d: Driver) -> Scenario:
    names, text = everything(), graph()
    to_viewport(d)
    yield 0.3
    d.key("ctrl+z")
    yield 1.5
    left = [
        k for k in ("objects", "collections") if any(n not in ("Camera", "Cube", "Light", "Collection") for n in everything()[k])
    ]
    d.note("undo is one step", settings().world is None and not left and settings().prompt == PROMPT, left=left)
    d.shot("5_undone")
    d.key("ctrl+shift+z")
    yield 1.5
    d.note("redo brings it back", graph() == text and everything()["objects"] == names["objects"])
    d.shot("6_redone")


def outline_and_report(d: Driver) -> Scenario:
    yield from d.click("diorama.select")
    chosen = [o.name for o in bpy.context.selected_objects]
    d.note(
        "a click in the outline selects",
        bool(chosen) and all(o in settings().world.all_objects[:] for o in bpy.context.selected_objects),
        chosen=chosen,
    )
    yield from d.toggle_panel("Thing")  # closed: the panels below come into sight
    if not stubbed():
        yield from d.click("diorama.check")
        yield 2.0
    d.note("checked again", not session().error, error=session().error)
    yield from d.click("diorama.hide_strangers")
    d.note("the startup cube is hidden", bpy.data.objects["Cube"].hide_get() and not session().error)
    d.shot("7_outline")


def stubbed() -> bool:
    return "Stub" in type(sys.modules[f"{PACKAGE}.api"]).__name__


def change_thing(d: Driver) -> Scenario:
    """Select the bed, drag its width, choose a material; undo both."""
    world = settings().world
    name = next(o.name for o in world.all_objects if o.get("diorama_category", "").endswith("bed"))
    with d.override():
        bpy.ops.diorama.select("EXEC_DEFAULT", True, ids=name)
    yield 0.5
    yield from d.toggle_panel("Thing")
    yield from d.toggle_panel("Create")
    text, width = graph(), bpy.data.objects[name].diorama.bed.width
    yield from d.find("diorama.bed.width")
    d.move(*d.widgets["diorama.bed.width"])
    yield 0.2
    d.xdo("mousedown", 1)
    yield 0.2
    for _ in range(8):
        d.xdo("mousemove_relative", "--", 3, 0)
        yield 0.06
    d.xdo("mouseup", 1)
    yield 1.0
    bed = bpy.data.objects[name]
    d.note("a drag rebuilds", bed.diorama.bed.width > width + 0.005 and abs(bed.dimensions.x - bed.diorama.bed.width) < 1e-3)
    yield from d.click("diorama.material_0")
    d.type("velvet")
    yield 1.5
    d.key("Return")
    yield 1.0
    d.note("a material is chosen", bpy.data.objects[name].diorama.material_0 == "Velvet")
    d.shot("11_thing")
    to_viewport(d)
    yield 0.3
    for _ in range(2):
        d.key("ctrl+z")
        yield 1.5
    yield from d.toggle_panel("Create")
    d.note("a change is one undo step", graph() == text and abs(bpy.data.objects[name].diorama.bed.width - width) < 1e-4)


def save_and_reopen(d: Driver) -> Scenario:
    path, text = str(d.folder / "room.blend"), graph()
    count = len(settings().world.all_objects)
    bpy.ops.wm.save_as_mainfile(filepath=path)
    yield 0.5
    bpy.ops.wm.read_homefile(use_empty=True)
    yield 0.5
    d.note("another file is open", not hasattr(bpy.data.filepath, "x") and not bpy.data.objects)
    bpy.ops.wm.open_mainfile(filepath=path)
    yield 1.5
    world = settings().world
    d.note("reopened", world is not None and graph() == text and len(world.all_objects) == count and settings().prompt == PROMPT)
    d.area().spaces.active.show_region_ui = True
    yield 0.5
    d.region().active_panel_category = "Diorama"
    yield 1.0
    d.shot("8_reopened")


def disable_and_enable(d: Driver) -> Scenario:
    text = settings().world["diorama"]
    name = settings().world.name
    bpy.ops.preferences.addon_disable(module=PACKAGE)
    yield 1.0
    gone = not hasattr(bpy.types, "DIORAMA_PT_create") and not hasattr(bpy.types.Scene, "diorama")
    d.note("disabled", gone and bpy.data.collections[name]["diorama"] == text)
    d.shot("9_disabled")
    bpy.ops.preferences.addon_enable(module=PACKAGE)
    yield 1.0
    d.note("enabled again", hasattr(bpy.types, "DIORAMA_PT_create") and settings().prompt == PROMPT and graph() == text)
    d.region().active_panel_category = "Diorama"
    yield 0.5
    yield from d.find("diorama.generate")
    d.note("panel is back", any("diorama.generate" in w for w in d.widgets))
    d.shot("10_enabled")


def start(folder: str) -> None:
    """Play the scenario; `folder` holds options.json."""
    options = json.loads((Path(folder) / "options.json").read_text(encoding="utf-8"))
    if options.get("stub"):
        install_stub()
    driver = Driver(folder)
    run(driver, main_job(driver))

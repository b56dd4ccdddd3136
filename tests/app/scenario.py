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
        yield from local_view(d)
        yield from mark_as_asset(d)
        yield from change_look(d)
        yield from damaged_weights(d)
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


def bed() -> Any:
    return next(o for o in settings().world.all_objects if o.get("diorama_category", "").endswith("bed"))


def choose(d: Driver, obj: Any) -> Scenario:
    with d.override():
        bpy.ops.diorama.select("EXEC_DEFAULT", True, ids=obj.name)
    yield 0.5


def local_view(d: Driver) -> Scenario:
    """A thing that is looked at alone stays in sight, whole, when it is made anew."""
    with d.override():
        bpy.ops.diorama.select("EXEC_DEFAULT", True, ids=next(o.name for o in with_parts()))
    yield 0.5
    thing = bpy.context.active_object
    to_viewport(d)
    yield 0.3
    d.key("slash")
    yield 1.0
    space = d.area().spaces.active
    d.note("local view is on", space.local_view is not None and thing.local_view_get(space))
    with d.override():
        bpy.ops.diorama.another_like_it("INVOKE_DEFAULT", True)
    yield 1.5
    thing = bpy.context.active_object
    whole = [thing, *(c for c in thing.children_recursive if c.get("diorama_role") == "part" and c.type == "MESH")]
    d.note("a thing stays in local view", all(o.local_view_get(space) for o in whole), things=[o.name for o in whole])
    d.shot("12_local_view")
    to_viewport(d)
    yield 0.3
    d.key("slash")
    yield 1.0
    d.key("ctrl+z")
    yield 1.5


def with_parts() -> list[Any]:
    """Things that have parts of their own, such as a wardrobe's doors."""
    roots = (o for o in settings().world.all_objects if o.get("diorama_role") == "object")
    return [o for o in roots if any(c.get("diorama_role") == "part" and c.type == "MESH" for c in o.children)]


def mark_as_asset(d: Driver) -> Scenario:
    yield from choose(d, bed())
    yield from d.toggle_panel("Create")
    yield 1.0  # the panels below have moved up
    yield from d.click("diorama.mark_as_asset")
    yield 1.0
    marked = [b for b in (*bpy.data.objects, *bpy.data.collections) if b.asset_data is not None]
    yield from d.wait_for(lambda: bool(marked) and marked[0].preview is not None and any(marked[0].preview.image_size), 20)
    asset = marked[0] if marked else None
    d.note(
        "marked as asset", len(marked) == 1 and bool(asset.asset_data.tags), names=[b.name for b in marked], error=session().error
    )
    d.note("the asset has a thumbnail", asset is not None and any(asset.preview.image_pixels_float[:]))
    d.shot("13_asset")
    yield from d.toggle_panel("Thing")
    yield from d.toggle_panel("Studio Assets")
    d.shot("14_studio")
    yield from d.find("diorama.scan_assets")
    d.note("the studio's panel can scan", any("diorama.scan_assets" in w for w in d.widgets))
    yield from d.toggle_panel("Studio Assets")


def change_look(d: Driver) -> Scenario:
    """A mood and another draw of the style, by mouse; both undone."""
    yield from d.toggle_panel("Look")
    text, places = graph(), {o.name: tuple(o.location) for o in settings().world.all_objects if o.type == "MESH"}
    d.shot("15_look")
    yield from d.click("diorama.relight")
    yield 2.0
    relit = graph()
    d.note("a mood changes the light", relit != text and not session().error, mood=json.loads(relit)["environment"].get("mood"))
    d.shot("16_relit")
    yield from d.click("diorama.restyle")
    d.shot("17_styles")
    if graph() == relit:  # a menu has opened: its third style
        d.key("Down")
        d.key("Down")
        d.key("Return")
    yield 3.0
    moved = [n for n, p in places.items() if n in bpy.data.objects and tuple(bpy.data.objects[n].location) != p]
    d.note("another style moves nothing", graph() != relit and not moved and not session().error, moved=moved)
    d.shot("18_restyled")
    to_viewport(d)
    yield 0.3
    for _ in range(2):
        d.key("ctrl+z")
        yield 2.0
    d.note("a look is one undo step", graph() == text)
    yield from d.toggle_panel("Look")


def damaged_weights(d: Driver) -> Scenario:
    """Weights that are not whole: one sentence with a remedy, and the scene as it was."""
    package = sys.modules[PACKAGE]
    weights = Path(str(package.__file__)).parent / "model" / "weights" / "layout.safetensors"
    whole, text, names = weights.read_bytes(), graph(), everything()
    package.api._prior.clear()
    weights.write_bytes(whole[: len(whole) // 2])
    try:
        yield from d.toggle_panel("Create")
        yield from d.click("diorama.generate")
        yield from d.wait_for(lambda: session().running, 3)
        yield from d.wait_for(lambda: not session().running, 60)
        yield 1.0
    finally:
        weights.write_bytes(whole)
    said = session().error
    d.note("damaged weights are told", said.count(".") <= 3 and "layout" in said and bool(session().remedy), error=said)
    d.note("damaged weights leave the scene", graph() == text and everything() == names)
    d.shot("19_damaged")


def save_and_reopen(d: Driver) -> Scenario:
    path, text = str(d.folder / "room.blend"), graph()
    count = len(settings().world.all_objects)
    bpy.ops.wm.save_as_mainfile(filepath=path)
    yield 0.5
    marked = [b.asset_data.catalog_id for b in (*bpy.data.objects, *bpy.data.collections) if b.asset_data is not None]
    catalogs = d.folder / "blender_assets.cats.txt"
    text_of_catalogs = catalogs.read_text(encoding="utf-8") if catalogs.is_file() else ""
    d.note("the asset's catalog is beside the file", all(c in text_of_catalogs for c in marked), catalogs=marked)
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

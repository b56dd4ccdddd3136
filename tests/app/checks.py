"""Checks of the enabled extension, run by test_extension.py in a process of its own."""

from __future__ import annotations

import dataclasses
import importlib
import json
import os
import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import bpy

sys.path.insert(0, str(Path(__file__).parent))

from stub_api import Stub

PACKAGE = "bl_ext.user_default.diorama"
CHECKS: list[Callable[[], str | None]] = []
PROMPT = "A cosy bedroom with a double bed and two nightstands."


def check(function: Callable[[], str | None]) -> Callable[[], str | None]:
    CHECKS.append(function)
    return function


def part(name: str) -> Any:
    return importlib.import_module(f"{PACKAGE}.{name}")


def reset() -> None:
    bpy.ops.wm.read_homefile(use_empty=True, use_factory_startup=True)


def use_stub(**options: Any) -> Stub:
    stub = Stub(part("model.brief"), **options)
    sys.modules[f"{PACKAGE}.api"] = stub  # type: ignore[assignment]
    sys.modules[PACKAGE].api = stub  # type: ignore[attr-defined]
    return stub


def drop_stub() -> None:
    sys.modules.pop(f"{PACKAGE}.api", None)
    if hasattr(sys.modules[PACKAGE], "api"):
        del sys.modules[PACKAGE].api  # type: ignore[attr-defined]


def real_api() -> Any:
    drop_stub()
    return part("api") if (Path(sys.modules[PACKAGE].__file__).parent / "api.py").is_file() else None  # type: ignore[arg-type]


def everything() -> dict[str, list[str]]:
    """Names of all datablocks, by kind."""
    return {
        p.identifier: sorted(d.name_full for d in getattr(bpy.data, p.identifier))
        for p in bpy.data.bl_rna.properties
        if p.type == "COLLECTION"
        and p.identifier not in {"all_ids", "screens", "workspaces", "window_managers", "brushes", "palettes", "linestyles"}
    }


def scene_state() -> dict[str, str]:
    """Plain settings of the scene, its render and its colour management."""
    scene = bpy.context.scene
    found = {"camera": str(scene.camera), "world": str(scene.world)}
    for owner in (scene.render, scene.view_settings, scene.display_settings, getattr(scene, "cycles", None), scene.eevee):
        for p in owner.bl_rna.properties if owner else ():
            if p.type in {"INT", "FLOAT", "BOOLEAN", "ENUM", "STRING"}:
                value = getattr(owner, p.identifier)
                found[f"{owner.bl_rna.identifier}.{p.identifier}"] = str(value[:] if getattr(p, "is_array", False) else value)
    return found


def settings() -> Any:
    return bpy.context.scene.diorama


def session() -> Any:
    return bpy.context.window_manager.diorama


def why(operator: Any) -> str:
    try:
        operator()
    except RuntimeError as error:
        return str(error)
    return ""


@check
def registers_everything() -> None:
    assert hasattr(bpy.types.Scene, "diorama") and hasattr(bpy.types.WindowManager, "diorama")
    verbs = set(dir(bpy.ops.diorama))
    assert {"generate", "read_prompt", "select", "check", "render", "switch_world", "delete_world"} <= verbs, verbs
    for panel in ("create", "settings", "brief", "world", "outline", "report"):
        assert hasattr(bpy.types, f"DIORAMA_PT_{panel}"), panel
    for name in verbs:
        rna = getattr(bpy.ops.diorama, name).get_rna_type()
        assert rna.description, f"{name} has no tooltip"
        for p in rna.properties:
            assert (
                p.is_hidden
                or p.identifier in {"rna_type", "camera", "name", "prompt", "topic"}
                or p.description
                or p.type == "ENUM"
            ), (name, p.identifier)
    for p in bpy.types.Scene.bl_rna.properties["diorama"].fixed_type.properties:
        assert p.identifier in {"rna_type", "name", "brief"} or p.description, p.identifier


@check
def package_loads_late() -> None:
    loaded = [
        m for m in LOADED_BY_REGISTER if m.split(".")[0] in {"torch", "safetensors", "scipy"} or m.startswith(f"{PACKAGE}.api")
    ]
    assert not loaded, loaded
    assert REGISTER_SECONDS < 0.5, REGISTER_SECONDS  # 0.2 s on an idle machine; shared ones are slower


@check
def manual_has_every_topic() -> None:
    help_module = part("operators.help")
    sources = "".join(p.read_text() for p in (Path(help_module.__file__).parent.parent / "panels").glob("*.py"))
    import re

    topics = re.findall(r'help_button\(self\.layout, "(.+?)"\)', sources)
    assert len(topics) >= 6 and set(topics) <= set(help_module.sections()), topics


@check
def preset_prompts_are_twelve() -> None:
    found = part("panels.create").presets()
    assert len(found) == 12 and len(dict(found)) == 12
    for _, prompt in found:
        bpy.ops.diorama.use_prompt(prompt=prompt)
        assert settings().full_prompt() == prompt


@check
def polls_say_why() -> None:
    reset()
    use_stub()
    assert "Write a prompt" in why(bpy.ops.diorama.generate)
    assert "Write a prompt" in why(bpy.ops.diorama.read_prompt)
    assert "no world yet" in why(bpy.ops.diorama.select)
    assert "no world yet" in why(bpy.ops.diorama.check)
    assert "Read Prompt" in why(bpy.ops.diorama.add_request)
    assert "not being edited" in why(bpy.ops.diorama.finish_prompt)
    assert "Python program" in why(bpy.ops.diorama.test_interpreter)
    settings().prompt = PROMPT
    session().running = True
    assert "being generated" in why(bpy.ops.diorama.generate)
    session().running = False


@check
def brief_round_trip() -> None:
    reset()
    stub = use_stub()
    settings().prompt = PROMPT
    bpy.ops.diorama.read_prompt()
    brief = stub.understand(stub.Request(prompt=PROMPT))
    found = settings().brief.to_brief()
    for f in dataclasses.fields(brief):
        was, now = getattr(brief, f.name), getattr(found, f.name)
        assert was == now or f.name in {"size", "hour"}, (f.name, was, now)
    assert [round(v, 4) for v in found.size] == list(brief.size)


@check
def brief_edits_reach_the_request() -> None:
    reset()
    stub = use_stub()
    settings().prompt = PROMPT
    bpy.ops.diorama.read_prompt()
    rows = settings().brief.requests
    rows[0].op, rows[0].value = "ge", 3
    rows[1].thing = "Armchair"
    settings().brief.active_request = 3
    bpy.ops.diorama.remove_request()  # the lamp, with the relation that it stood in
    bpy.ops.diorama.add_request(thing="bookshelf")
    bpy.ops.diorama.add_relation(subject=rows[0].key, kind="in_corner", target="@corner")
    assert "does not go" in why(lambda: bpy.ops.diorama.add_relation(subject=rows[0].key, kind="in_corner", target=rows[1].key))
    bpy.ops.diorama.generate()
    brief = stub.requests[-1].brief
    assert brief.requests[0].count.op == "ge" and brief.requests[0].count.value == 3
    assert brief.requests[1].category == "armchair"
    assert brief.requests[-1].category == "bookshelf"
    assert all(q.subject != "lamp" for q in brief.relations) and len(brief.relations) == 3
    assert brief.relations[-1].architecture == "corner"


@check
def brief_is_dropped_when_the_prompt_changes() -> None:
    reset()
    stub = use_stub()
    settings().prompt = PROMPT
    bpy.ops.diorama.read_prompt()
    settings().prompt = "A kitchen."
    bpy.ops.diorama.generate()
    assert stub.requests[-1].brief is None


@check
def generate_with_stub() -> None:
    reset()
    stub = use_stub()
    s = settings()
    s.prompt, s.seed, s.seed_locked = PROMPT, 7, True
    s.use_size, s.width, s.depth, s.use_hour, s.hour, s.room_type = True, 6.0, 3.0, True, 9.5, "kitchen"
    assert bpy.ops.diorama.generate() == {"FINISHED"}
    request = stub.requests[-1]
    assert (request.seed, request.room_type, request.size, request.hour, request.density) == (7, "kitchen", (6.0, 3.0), 9.5, None)
    assert s.world is not None and bpy.context.scene.camera is not None
    s.seed_locked = False
    bpy.ops.diorama.generate()
    assert s.seed != 7 and stub.requests[-1].seed == s.seed
    assert not session().running


@check
def generate_error_leaves_everything() -> None:
    reset()
    errors = part("model.errors")
    stub = use_stub(error=errors.InputError("The room is too small.", "Give it at least 2 m."))
    settings().prompt = PROMPT
    before = everything()
    assert "The room is too small." in why(bpy.ops.diorama.generate)
    assert (session().error, session().remedy, session().running) == ("The room is too small.", "Give it at least 2 m.", False)
    assert everything() == before
    stub.error = ZeroDivisionError("oops")
    assert "ZeroDivisionError" in why(bpy.ops.diorama.generate) and everything() == before


class Event:
    """What modal() looks at."""

    value = "PRESS"

    def __init__(self, kind: str) -> None:
        self.type = kind


def modal_like(steps: int) -> Any:
    """Run the modal operator's own methods by hand for some steps, then cancel: there is no event loop in background."""
    from types import SimpleNamespace

    cls = part("operators.generate").DIORAMA_OT_generate
    operator = SimpleNamespace(seed=3, properties=SimpleNamespace(is_property_set=lambda name: True), report=lambda *a: None)
    operator._timer, operator._steps = None, None
    for name in ("_begin", "_advance", "_clean", "_show", "cancel"):
        setattr(operator, name, getattr(cls, name).__get__(operator))
    operator._begin(bpy.context)
    alive = True
    for _ in range(steps):
        alive = alive and operator._advance(bpy.context, 0.0)
    if alive:
        assert cls.modal(operator, bpy.context, Event("ESC")) == {"CANCELLED"}
    return alive


@check
def cancel_leaves_everything() -> None:
    reset()
    use_stub()
    settings().prompt = PROMPT
    before, seed = everything(), settings().seed
    for steps in (0, 1, 2, 7, 12):
        assert modal_like(steps)
        assert everything() == before, steps
        assert not session().running and settings().seed == seed


@check
def undo_is_one_step() -> None:
    reset()
    use_stub()
    settings().prompt = PROMPT
    bpy.ops.ed.undo_push(message="before")
    before = everything()
    bpy.ops.diorama.generate("EXEC_DEFAULT", True, seed=5)
    after = everything()
    assert after != before
    bpy.ops.ed.undo()
    assert everything() == before, "one undo must take all of it back"
    assert settings().prompt == PROMPT and settings().world is None
    bpy.ops.ed.redo()
    assert everything() == after and settings().world is not None


@check
def worlds_switch_and_delete() -> None:
    reset()
    use_stub()
    settings().prompt = PROMPT
    before = everything()
    bpy.ops.diorama.generate()
    first = settings().world
    bpy.ops.diorama.generate()
    second = settings().world
    layers = bpy.context.view_layer.layer_collection.children
    assert layers[first.name].exclude and not layers[second.name].exclude
    bpy.ops.diorama.switch_world(name=first.name)
    assert not layers[first.name].exclude and layers[second.name].exclude
    assert bpy.context.scene.camera.name in {o.name for o in first.all_objects}
    bpy.ops.diorama.delete_world()
    assert settings().world == second and not layers[second.name].exclude
    settings().replace = True
    bpy.ops.diorama.generate()
    found = part("scene.worlds").worlds(bpy.context.scene)
    assert len(found) == 1 and found[0] == settings().world
    bpy.ops.diorama.delete_world()
    assert everything() == before


@check
def select_and_report() -> None:
    reset()
    use_stub()
    settings().prompt = PROMPT
    bpy.ops.diorama.generate()
    data = part("panels.data")
    world = settings().world
    shown = data.report(world)
    assert shown.issues[0][2] == ("bedroom/chair_1", "bedroom/bed_0") and shown.lacking == ("a third nightstand",)
    outline = data.outline(world)
    assert outline is data.outline(world), "cached"
    chairs = next(r for r in outline.rows.values() if r.kind == "Chair").alike
    assert len(chairs) > 1 and {r.kind for r in outline.rows.values() if r.built} == {"Door", "Wall"}
    assert set(outline.rows) == {o.name for o in part("scene.worlds").roots(world)} - set(outline.cameras)
    bpy.ops.diorama.select(ids="\n".join(chairs))
    assert {o.name for o in bpy.context.selected_objects} == set(chairs)
    bpy.ops.diorama.select(ids=next(iter(outline.rows)), extend=True)
    assert len(bpy.context.selected_objects) == len(chairs) + 1
    session().outlined = world.all_objects.find(chairs[0])
    assert [o.name for o in bpy.context.selected_objects] == [chairs[0]], "a click beside the name selects as well"
    assert session().outlined == world.all_objects.find(chairs[0])
    bpy.data.objects.remove(bpy.data.objects[chairs[0]])
    assert data.outline(world) is not outline, "read anew after a change"
    assert bpy.ops.diorama.select(ids="nothing") == {"CANCELLED"}


@check
def strangers_are_found_and_hidden() -> None:
    bpy.ops.wm.read_homefile(use_factory_startup=True)
    use_stub(steps=20)
    settings().prompt = PROMPT
    bpy.ops.diorama.generate()
    assert session().strangers == "Cube", session().strangers
    bpy.ops.diorama.hide_strangers()
    cube = bpy.data.objects["Cube"]
    assert cube.hide_get() and cube.hide_render


@check
def sizes_in_feet() -> None:
    reset()
    s = settings()
    s.width_ft = 10.0
    assert abs(s.width - 3.048) < 1e-4 and abs(s.width_m - 3.048) < 1e-4


@check
def edit_prompt_as_text() -> None:
    reset()
    s = settings()
    s.prompt = "One."
    bpy.ops.diorama.edit_prompt()
    s.text.write("\nTwo.")
    assert s.full_prompt() == "One.\nTwo."
    bpy.ops.diorama.finish_prompt()
    assert s.prompt == "One. Two." and s.text is None and not bpy.data.texts


@check
def test_interpreter_says_what_it_finds() -> None:
    prefs = bpy.context.preferences.addons[PACKAGE].preferences
    prefs.torch_python = "/nowhere/python"
    bpy.ops.diorama.test_interpreter()
    assert "no file" in prefs.torch_found
    prefs.torch_python = os.environ.get("DIORAMA_TEST_PYTHON", sys.executable)
    bpy.ops.diorama.test_interpreter()
    assert prefs.torch_found.startswith("PyTorch") or "no PyTorch" in prefs.torch_found, prefs.torch_found
    prefs.torch_python = ""


@check
def generate_equals_api() -> str | None:
    reset()
    api = real_api()
    if api is None:
        return "the api is not there"
    s = settings()
    s.prompt, s.seed, s.seed_locked = PROMPT, 11, True
    bpy.ops.diorama.generate()
    by_button = json.loads(s.world["diorama"])
    reset()
    by_script = json.loads(api.generate(PROMPT, seed=11).collection["diorama"])
    assert by_button == by_script
    return None


@check
def cancel_real_generation_at_every_stage() -> str | None:
    reset()
    if real_api() is None:
        return "the api is not there"
    settings().prompt = PROMPT
    total = sum(1 for _ in part("api").generate_steps(settings().to_request(3)))
    reset()
    settings().prompt = PROMPT
    assert total > 5, total
    before, scene = everything(), scene_state()
    for steps in range(total + 1):
        assert modal_like(steps), (steps, total)
        assert everything() == before, steps
        changed = {k: (v, scene[k]) for k, v in scene_state().items() if v != scene[k]}
        assert not changed, (steps, changed)
    return None


@check
def unregister_leaves_nothing() -> None:
    import addon_utils

    reset()
    addon_utils.disable(PACKAGE)
    assert not hasattr(bpy.types.Scene, "diorama") and not hasattr(bpy.types.WindowManager, "diorama")
    assert registered() == BEFORE, registered() ^ BEFORE
    for _ in range(2):
        addon_utils.enable(PACKAGE, default_set=True)
        assert hasattr(bpy.types.Scene, "diorama")
        addon_utils.disable(PACKAGE)
        assert registered() == BEFORE


def registered() -> set[str]:
    """Classes and handlers that are there now."""
    t, handlers = bpy.types, bpy.app.handlers
    bases = (t.Panel, t.Operator, t.PropertyGroup, t.Menu, t.UIList, t.AddonPreferences)
    found = {c.__name__ for base in bases for c in base.__subclasses__() if getattr(c, "is_registered", False)}
    for name in ("undo_post", "redo_post", "load_post"):
        found |= {f"{name}:{h.__module__}.{h.__name__}" for h in getattr(handlers, name)}
    return found


def main() -> None:
    for function in CHECKS:
        try:
            found = function() or ""
        except Exception:  # whatever breaks is that check's result, and the others still run
            found = traceback.format_exc()
        sys.stdout.write("= " + json.dumps([function.__name__, found]) + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    import addon_utils

    BEFORE = registered()
    modules = set(sys.modules)
    start = time.perf_counter()
    assert addon_utils.enable(PACKAGE, default_set=True) is not None, "cannot be enabled"
    REGISTER_SECONDS = time.perf_counter() - start
    LOADED_BY_REGISTER = set(sys.modules) - modules
    sys.stdout.write(f"register: {REGISTER_SECONDS:.3f} s\n")
    main()

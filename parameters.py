"""The parameters of generated things as Blender properties: `obj.diorama.sofa.seats`, with limits, units and descriptions.

They store nothing: reading asks the world's graph, writing makes the thing anew. The properties of a generator are registered
when the first thing of it is shown, which keeps enabling the extension quick.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import Field, fields
from functools import lru_cache
from typing import Any

import bpy
from bpy.props import BoolProperty, EnumProperty, FloatProperty, FloatVectorProperty, IntProperty, PointerProperty, StringProperty

from .model.errors import DioramaError
from .scene.worlds import KEY, is_world

SIZE = ("width", "depth", "height")
SLOTS = 16  # materials of one thing that the sidebar shows; the generators have 15 at most
# The families of materials that suit a slot beside its own.
SUITS = {
    "fabric": ("leather", "carpet"),
    "leather": ("fabric",),
    "carpet": ("fabric",),
    "wood": ("metal", "plastic", "paint", "wicker", "stone"),
    "metal": ("plastic", "wood", "paint"),
    "plastic": ("metal", "wood", "rubber", "paint"),
    "paint": ("wood", "metal", "plastic"),
    "stone": ("ceramic", "wood"),
    "ceramic": ("stone", "glass", "plastic", "metal"),
    "glass": ("ceramic", "plastic"),
    "wicker": ("wood", "fabric"),
    "rubber": ("plastic",),
}

_classes: dict[str, list[type]] = {}  # generator -> its property group and its operator


# -- reading and writing -----------------------------------------------------------------------------------------------


def values_of(obj: bpy.types.Object) -> dict[str, Any]:
    """All parameters of a thing as they are now; empty for other objects."""
    from .scene.assets.asset import params_of
    from .scene.assets.library import asset
    from .scene.graphs import OF_THE_WALL, OPENINGS, node_of, root_of

    root = root_of(obj)
    node = node_of(root)
    if node is None:
        return {}
    fixed = OF_THE_WALL if root["diorama_role"] in OPENINGS else ()
    return {k: v for k, v in params_of(asset(node.generator, node.params).params).items() if k not in fixed}


def change(obj: bpy.types.Object, params: dict[str, Any] | None = None, materials: dict[str, str] | None = None) -> None:
    """Rebuild a thing, with all that are just like it if the session says so; what goes wrong is said in the panel."""
    from .scene.rebuild import rebuild

    session = bpy.context.window_manager.diorama
    try:
        done = rebuild(obj, params, materials, together=session.together)
    except DioramaError as error:
        session.thing_note = f"{error} {error.remedy}".strip()
        return
    session.thing_note = "\n".join(done.notes)


def _tidy(f: Field[Any], value: Any) -> Any:
    """A value as the generator takes it: within its limits, without the noise of single precision."""
    meta = f.metadata
    if "options" in meta:
        return meta["options"][value] if isinstance(value, int) else value
    if "lower" not in meta:
        return bool(value)
    value = min(max(value, meta["lower"]), meta["upper"])
    return round(float(value), 4) if isinstance(f.default, float) else int(value)


def _getter(f: Field[Any]) -> Callable[[Any], Any]:
    options = f.metadata.get("options")

    def get(owner: Any) -> Any:
        value = values_of(owner.id_data).get(f.name, f.default)
        return options.index(value) if options else value

    return get


def _setter(f: Field[Any]) -> Callable[[Any, Any], None]:
    def put(owner: Any, value: Any) -> None:
        change(owner.id_data, {f.name: _tidy(f, value)})

    return put


# -- classes -----------------------------------------------------------------------------------------------------------


def label(name: str) -> str:
    """`seat_height` -> `Seat Height`."""
    return name.replace("_", " ").title()


def _property(f: Field[Any], thing: str, callbacks: dict[str, Any]) -> Any:
    """A parameter as a Blender property."""
    meta = f.metadata
    text = meta.get("text") or f"{label(f.name).capitalize()} of the {thing}"
    common: dict[str, Any] = {"name": label(f.name), "description": text[0].upper() + text[1:], "options": set(), **callbacks}
    if "options" in meta:
        items = tuple((o, label(o), label(o), "NONE", k) for k, o in enumerate(meta["options"]))
        return EnumProperty(items=items, default=f.default, **common)
    if "lower" not in meta:
        return BoolProperty(default=f.default, **common)
    limits = {"min": meta["lower"], "max": meta["upper"], "default": f.default}
    if isinstance(f.default, float):
        unit = "LENGTH" if meta["unit"] == "LENGTH" else "NONE"
        return FloatProperty(unit=unit, precision=3, step=1, **limits, **common)
    return IntProperty(**limits, **common)


def _make(generator: str) -> list[type]:
    from .operators.set_parameters import SetParameters
    from .scene.assets.manifest import generators

    thing = generator.replace("_", " ")
    kind = generators()[generator].params
    shown = {f.name: _property(f, thing, {"get": _getter(f), "set": _setter(f)}) for f in fields(kind)}
    asked = {f.name: _property(f, thing, {}) for f in fields(kind)}
    group = type(
        f"DIORAMA_PG_{generator}", (bpy.types.PropertyGroup,), {"__annotations__": shown, "__doc__": f"Parameters of a {thing}"}
    )
    verb = type(
        f"DIORAMA_OT_set_{generator}",
        (SetParameters, bpy.types.Operator),
        {
            "__annotations__": {**asked, "together": SetParameters.together_property()},
            "__doc__": f"Change the parameters of the active {thing}",
            "bl_idname": f"diorama.set_{generator}",
            "bl_label": f"Change {label(generator)}",
            "bl_options": {"REGISTER", "UNDO", "INTERNAL"},
            "generator": generator,
        },
    )
    return [group, verb]


def ensure(names: Iterable[str]) -> None:
    """Register the properties of these generators; not while Blender draws."""
    from .scene.assets.manifest import generators

    for name in sorted({n for n in names if n not in _classes and n in generators()}):
        _classes[name] = _make(name)
        for c in _classes[name]:
            bpy.utils.register_class(c)
        setattr(DioramaThing, name, PointerProperty(type=_classes[name][0], name=label(name)))


def ready(generator: str) -> bool:
    """Whether a generator's properties are there."""
    return generator in _classes


def ensure_all_used() -> None:
    """Register what the worlds of the file are made with. Nothing happens where the extension is not enabled."""
    if not hasattr(bpy.types.Object, "diorama"):
        return
    used: set[str] = set()
    for c in bpy.data.collections:
        if is_world(c):
            used |= _generators(c[KEY])
    if used:
        ensure(used)


def _generators(text: str) -> set[str]:
    try:
        return {"door", "window", *(str(n.get("generator", "")) for n in json.loads(text).get("nodes", ()))}
    except (ValueError, AttributeError):
        return set()


def ensure_soon(names: Iterable[str]) -> None:
    """Register from within a draw: as soon as Blender allows it."""
    wanted = tuple(names)

    def now() -> None:
        ensure(wanted)
        for window in bpy.context.window_manager.windows:
            for area in window.screen.areas:
                if area.type == "VIEW_3D":
                    area.tag_redraw()

    if not bpy.app.background:
        bpy.app.timers.register(now, first_interval=0.0)


# -- materials ---------------------------------------------------------------------------------------------------------


@lru_cache(maxsize=64)
def choices(family: str) -> tuple[tuple[str, str], ...]:
    """(label, name) of the materials for a slot of a family, or of a material's family: its own first."""
    from .model.look.materials import families, materials

    own = family.partition(":")[0]
    own = own if own in families() else materials()[own].family if own in materials() else ""
    order = [own, *SUITS.get(own, ())] if own else sorted(families())
    return tuple((materials()[m].label, m) for f in order for m in families().get(f, ()))


def slots_of(obj: bpy.types.Object) -> list[tuple[str, str, str]]:
    """(slot, family, reference) of the materials of a thing, in order."""
    from .scene.assets.library import asset
    from .scene.graphs import node_of, root_of

    node = node_of(root_of(obj))
    if node is None:
        return []
    return [(s, f, node.materials.get(s, f)) for s, f in asset(node.generator, node.params).slots.items()]


def own_material(obj: bpy.types.Object, index: int) -> str:
    """Name of the material that the artist put in a slot by hand; empty when it is the generated one."""
    from .scene.graphs import root_of
    from .scene.materials import existing

    root = root_of(obj)
    if index >= len(root.material_slots):
        return ""
    m = root.material_slots[index].material
    return m.name if m is not None and m != existing(slots_of(obj)[index][2]) else ""


def _get_material(index: int) -> Callable[[Any], str]:
    def get(owner: Any) -> str:
        from .model.look.materials import label_of, parse

        slots = slots_of(owner.id_data)
        if index >= len(slots):
            return ""
        stuff = parse(slots[index][2]).stuff
        return own_material(owner.id_data, index) or (stuff.label if stuff else label_of(slots[index][2]))

    return get


def _set_material(index: int) -> Callable[[Any, str], None]:
    def put(owner: Any, text: str) -> None:
        from .model.look.materials import materials, parse

        slot, family, now = slots_of(owner.id_data)[index]
        name = next((n for shown, n in choices(family) if text in (shown, n)), text if text in materials() else "")
        if not name:
            return
        was = parse(now)
        keeps = was.colour and was.stuff is not None and was.stuff.family == materials()[name].family
        change(owner.id_data, materials={slot: f"{name}:{was.colour}" if keeps else name})

    return put


def _search(index: int) -> Callable[[Any, Any, str], Iterable[str]]:
    def search(owner: Any, context: Any, text: str) -> Iterable[str]:
        slots = slots_of(owner.id_data)
        return [shown for shown, _ in choices(slots[index][1])] if index < len(slots) else []

    return search


def _get_colour(index: int) -> Callable[[Any], tuple[float, float, float]]:
    def get(owner: Any) -> tuple[float, float, float]:
        from .model.look.materials import linear_colour

        slots = slots_of(owner.id_data)
        return linear_colour(slots[index][2]) if index < len(slots) else (0.5, 0.5, 0.5)

    return get


def _set_colour(index: int) -> Callable[[Any, Any], None]:
    def put(owner: Any, value: Any) -> None:
        from .model.look.colour import linear_to_hex
        from .model.look.materials import parse

        slot, _, now = slots_of(owner.id_data)[index]
        was, colour = parse(now), linear_to_hex(tuple(value))
        name = was.stuff.name if was.stuff else f"{was.pattern}:{was.kind}:{was.seed}"
        change(owner.id_data, materials={slot: f"{name}:{colour}"})

    return put


class DioramaThing(bpy.types.PropertyGroup):
    """What can be changed of a generated thing: `material_0` … and `colour_0` … by slot, and a group for its generator."""

    __annotations__ = {  # Blender reads the annotations of the class
        **{
            f"material_{k}": StringProperty(
                name="Material",
                description="What it is made of; only materials that suit are listed",
                get=_get_material(k),
                set=_set_material(k),
                search=_search(k),
                options=set(),
            )
            for k in range(SLOTS)
        },
        **{
            f"colour_{k}": FloatVectorProperty(
                name="Colour",
                description="Colour of this material",
                subtype="COLOR",
                size=3,
                min=0,
                max=1,
                get=_get_colour(k),
                set=_set_colour(k),
                options=set(),
            )
            for k in range(SLOTS)
        },
    }


@bpy.app.handlers.persistent
def _loaded(*_: Any) -> None:
    if bpy.app.background:
        ensure_all_used()
    else:  # show the file first: the shapes' modules take most of a second to load
        bpy.app.timers.register(ensure_all_used, first_interval=0.2)


def register() -> None:
    bpy.utils.register_class(DioramaThing)
    bpy.types.Object.diorama = PointerProperty(type=DioramaThing, name="Diorama", description="Parameters of a generated thing")
    bpy.app.handlers.load_post.append(_loaded)


def unregister() -> None:
    if _loaded in bpy.app.handlers.load_post:
        bpy.app.handlers.load_post.remove(_loaded)
    del bpy.types.Object.diorama
    for name in reversed(_classes):
        if hasattr(DioramaThing, name):
            delattr(DioramaThing, name)
        for c in reversed(_classes[name]):
            bpy.utils.unregister_class(c)
    _classes.clear()
    bpy.utils.unregister_class(DioramaThing)

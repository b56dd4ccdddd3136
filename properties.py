"""What the sidebar edits. The settings live on the scene, so that files keep them and undo covers them; what only this
session knows (progress, errors) lives on the window manager.
"""

from __future__ import annotations

import json
import re
import zlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import bpy
from bpy.props import (
    BoolProperty,
    CollectionProperty,
    EnumProperty,
    FloatProperty,
    IntProperty,
    PointerProperty,
    StringProperty,
)

if TYPE_CHECKING:
    from .api import Request
    from .model.brief import Brief

FOOT = 0.3048
AUTO = ("AUTO", "Auto", "Choose well", "NONE", 0)
OPS = (
    ("eq", "Exactly", "Exactly this many; 0 means none at all"),
    ("ge", "At least", "This many or more"),
    ("gt", "More than", "More than this many"),
    ("le", "At most", "This many or fewer"),
    ("lt", "Fewer than", "Fewer than this many"),
)
SIGNS = {"eq": "", "ge": "≥ ", "gt": "> ", "le": "≤ ", "lt": "< "}

MAKES = (
    ("AUTO", "Auto", "One thing if the prompt names just one and no room; a world otherwise"),
    ("WORLD", "World", "A room or a home"),
    ("THING", "Thing", "One thing, at the 3D cursor, on the surface under it"),
)

Item = tuple[str, str, str, str, int]


def _item(name: str, label: str, description: str = "") -> Item:
    # A number made from the name keeps saved files right when the list grows.
    return (name, label, description or label, "NONE", zlib.crc32(name.encode()) & 0x7FFFFFFF)


@lru_cache(maxsize=1)
def room_types() -> tuple[Item, ...]:
    """Enum items of the room types. Cached: Blender keeps no reference to the strings."""
    from .model.plan.rooms import ROOM_TYPES

    return (AUTO, *(_item(name, label) for name, label in sorted(ROOM_TYPES.items(), key=lambda r: r[1])))


@lru_cache(maxsize=1)
def styles() -> tuple[Item, ...]:
    """Enum items of the styles."""
    path = Path(__file__).parent / "model" / "look" / "styles.json"
    found: list[Item] = []
    if path.is_file():
        data = json.loads(path.read_text(encoding="utf-8"))
        data = data.get("styles", data) if isinstance(data, dict) else data
        records = data.items() if isinstance(data, dict) else ((r["name"], r) for r in data)
        for name, record in records:
            label = record.get("label") if isinstance(record, dict) else None
            found.append(_item(name, label or name.replace("_", " ").capitalize()))
    return (AUTO, *sorted(found, key=lambda r: r[1]))


def room_type_items(owner: Any, context: bpy.types.Context | None) -> tuple[Item, ...]:
    return room_types()


def style_items(owner: Any, context: bpy.types.Context | None) -> tuple[Item, ...]:
    return styles()


@lru_cache(maxsize=1)
def thing_labels() -> tuple[tuple[str, str], ...]:
    """(label, family) of every category, for the search list."""
    from .model.catalogue import categories

    return tuple(sorted((c.label, c.family.replace("_", " ")) for c in categories().values()))


def search_things(owner: Any, context: bpy.types.Context, text: str) -> Iterator[tuple[str, str]]:
    yield from thing_labels()


def category_label(name: str) -> str:
    """What a person calls the category."""
    from .model.catalogue import categories

    known = categories().get(name)
    return known.label if known else name.replace("_", " ").capitalize()


def category_named(text: str) -> str:
    """The category that a label, name or synonym stands for; empty when the catalogue does not know the word."""
    from .model.catalogue import vocabulary

    words = vocabulary()
    text = text.strip().lower().replace("_", " ")
    return words.get(text) or (words.get(text[:-1], "") if text.endswith("s") else "")


def world_poll(owner: Any, collection: bpy.types.Collection) -> bool:
    from .scene.worlds import is_world

    return is_world(collection)


# -- the brief, as rows that can be edited -----------------------------------------------------------------------------


class DioramaRequest(bpy.types.PropertyGroup):
    """One kind of thing that is asked for."""

    key: StringProperty()  # type: ignore[valid-type]
    label: StringProperty()  # type: ignore[valid-type]
    category: StringProperty()  # type: ignore[valid-type]
    stand_in: BoolProperty()  # type: ignore[valid-type]
    kinds: StringProperty()  # type: ignore[valid-type]  # attribute value -> kind, JSON
    size: StringProperty()  # type: ignore[valid-type]  # guessed size of a stand-in, m, JSON
    thing: StringProperty(  # type: ignore[valid-type]
        name="Thing",
        description="What it is: search the catalogue, or type any noun",
        search=search_things,
        search_options={"SUGGESTION"},
    )
    op: EnumProperty(name="Count", description="How the number is meant", items=OPS)  # type: ignore[valid-type]
    value: IntProperty(name="Number", description="How many; exactly 0 means none at all", default=1, min=0, max=500)  # type: ignore[valid-type]
    attributes: StringProperty(  # type: ignore[valid-type]
        name="Wishes",
        description="Colour, material, shape, size or style, separated by commas: “red, oak”",
    )
    room: StringProperty()  # type: ignore[valid-type]  # key of its room, in a home
    place: StringProperty(  # type: ignore[valid-type]
        name="Room",
        description="Room of the home that it stands in; empty: where it is at home",
        get=_get_room,
        set=_set_room,
        search=search_rooms,
    )

    def count_text(self) -> str:
        """“2”, “≥ 4”, “no”."""
        return "no" if self.op == "eq" and self.value == 0 else f"{SIGNS[self.op]}{self.value}"


def room_name(row: Any) -> str:
    """What a person would call a room of the brief."""
    from .model.plan.rooms import ROOM_TYPES

    number = row.key.rsplit("_", 1)[-1]
    label: str = row.label or ROOM_TYPES.get(row.type, row.type)
    return f"{label} {number}" if not row.label and number.isdigit() else label


def home_room_items(owner: Any, context: bpy.types.Context | None) -> tuple[Item, ...]:
    return room_types()[1:]


def search_rooms(owner: Any, context: bpy.types.Context, text: str) -> Iterator[str]:
    yield from (room_name(r) for r in context.scene.diorama.brief.rooms)


def _get_room(owner: Any) -> str:
    return next((room_name(r) for r in owner.id_data.diorama.brief.rooms if r.key == owner.room), "")


def _set_room(owner: Any, text: str) -> None:
    owner.room = next((r.key for r in owner.id_data.diorama.brief.rooms if room_name(r) == text), "")


class DioramaRoom(bpy.types.PropertyGroup):
    """One room of a home that is asked for."""

    key: StringProperty()  # type: ignore[valid-type]
    type: EnumProperty(name="Room", description="Type of room", items=home_room_items)  # type: ignore[valid-type]
    label: StringProperty(name="Name", description="What to call the room; empty: as its type is called")  # type: ignore[valid-type]
    area: FloatProperty(  # type: ignore[valid-type]
        name="Area", description="Floor of the room; 0: as large as usual", min=0, soft_max=60, max=1000, unit="AREA", step=50
    )
    rest: StringProperty()  # type: ignore[valid-type]  # size, size word, style and neighbours as understood, JSON


class DioramaRelation(bpy.types.PropertyGroup):
    """One relation between things, or to the room."""

    subject: StringProperty()  # type: ignore[valid-type]
    kind: StringProperty()  # type: ignore[valid-type]
    objects: StringProperty()  # type: ignore[valid-type]  # keys, comma separated
    architecture: StringProperty()  # type: ignore[valid-type]
    op: StringProperty()  # type: ignore[valid-type]  # empty: all of them
    value: IntProperty(default=1, min=0)  # type: ignore[valid-type]
    each: BoolProperty()  # type: ignore[valid-type]

    def names(self) -> list[str]:
        return [k for k in self.objects.split(",") if k]


def clock_text(hour: float) -> str:
    """18.5 -> “18:30”."""
    minutes = min(round(hour * 60), 24 * 60 - 1)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def clock_hours(text: str) -> float | None:
    """“18:30”, “18.5”, “6:30 pm” -> 18.5; None when it is no time of day."""
    found = re.fullmatch(r"(\d{1,2})(?:[:h](\d{2})|(\.\d+))?(am|pm)?h?", text.lower().replace(" ", ""))
    if found is None:
        return None
    whole, minutes, part, half = found.groups()
    hour = int(whole) + int(minutes or 0) / 60 + float(part or 0)
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    return hour if hour <= 24 and int(minutes or 0) < 60 else None


def _put_clock(owner: Any, text: str) -> None:
    hour = clock_hours(text)
    if hour is not None:  # anything else leaves the time as it was
        owner.hour = hour


def _clock() -> Any:
    return StringProperty(
        name="Time of day",
        description="Solar time: 12:00 is noon",
        get=lambda owner: clock_text(owner.hour),
        set=_put_clock,
    )


def _get(axis: str, unit: float) -> Any:
    return lambda self: getattr(self, axis) / unit


def _set(axis: str, unit: float) -> Any:
    return lambda self, value: setattr(self, axis, value * unit)


def _length(axis: str, unit: float, name: str) -> Any:
    """A side of the room, in the scene's units (unit 0), or the same side in a fixed unit of so many metres."""
    text = f"{name} of the room ({'X' if axis == 'width' else 'Y'})"
    if not unit:
        usual = 5.0 if axis == "width" else 4.0
        return FloatProperty(name=name, description=text, default=usual, min=0.5, soft_max=20, max=100, unit="LENGTH", step=10)
    return FloatProperty(
        name=name,
        description=f"{text} in {'feet' if unit == FOOT else 'metres'}",
        get=_get(axis, unit),
        set=_set(axis, unit),
        min=0.5 / unit,
        max=100 / unit,
        soft_max=20 / unit,
        precision=2,
        step=10,
    )


class Wanted:
    """Size and time of day, each with a switch: what the settings and the brief have in common."""

    use_size: BoolProperty(name="Size", description="Fix the room's size. Off: as the prompt says, or usual for such a room")  # type: ignore[valid-type]
    width: _length("width", 0.0, "Width")  # type: ignore[valid-type]
    depth: _length("depth", 0.0, "Depth")  # type: ignore[valid-type]
    width_m: _length("width", 1.0, "Width")  # type: ignore[valid-type]
    depth_m: _length("depth", 1.0, "Depth")  # type: ignore[valid-type]
    width_ft: _length("width", FOOT, "Width")  # type: ignore[valid-type]
    depth_ft: _length("depth", FOOT, "Depth")  # type: ignore[valid-type]
    use_hour: BoolProperty(name="Time", description="Fix the time of day. Off: as the prompt says, or late morning")  # type: ignore[valid-type]
    hour: FloatProperty(name="Hour", default=11, min=0, max=24, description="Solar time in hours")  # type: ignore[valid-type]
    clock: _clock()  # type: ignore[valid-type]


class DioramaBrief(Wanted, bpy.types.PropertyGroup):
    """What was understood. Numbers that are 0 and empty words mean: not stated."""

    read: BoolProperty()  # type: ignore[valid-type]
    prompt: StringProperty()  # type: ignore[valid-type]
    room_type: EnumProperty(name="Room", description="Type of room", items=room_type_items)  # type: ignore[valid-type]
    room_type_stated: BoolProperty()  # type: ignore[valid-type]
    area: FloatProperty(  # type: ignore[valid-type]
        name="Area",
        description="Floor of the home; 0: as its rooms need",
        min=0,
        soft_max=300,
        max=2000,
        unit="AREA",
        step=100,
    )
    height: FloatProperty()  # type: ignore[valid-type]
    size_word: StringProperty()  # type: ignore[valid-type]
    shape: StringProperty()  # type: ignore[valid-type]
    style: EnumProperty(name="Style", description="Style of furniture, materials and colours", items=style_items)  # type: ignore[valid-type]
    palette: StringProperty(name="Colours", description="Colour words for the whole room, separated by commas")  # type: ignore[valid-type]
    mood: StringProperty(name="Mood", description="Mood of the light: cosy, bright, moody")  # type: ignore[valid-type]
    density: FloatProperty(default=-1)  # type: ignore[valid-type]
    notes: StringProperty()  # type: ignore[valid-type]  # one a line
    home: StringProperty()  # type: ignore[valid-type]  # flat, house ...; empty: one room
    rooms: CollectionProperty(type=DioramaRoom)  # type: ignore[valid-type]
    active_room: IntProperty(name="Room of the home")  # type: ignore[valid-type]
    requests: CollectionProperty(type=DioramaRequest)  # type: ignore[valid-type]
    relations: CollectionProperty(type=DioramaRelation)  # type: ignore[valid-type]
    active_request: IntProperty(name="Thing asked for")  # type: ignore[valid-type]
    active_relation: IntProperty(name="Relation asked for")  # type: ignore[valid-type]

    def fill(self, brief: Brief) -> None:
        """Show a brief."""
        self.clear()
        self.read, self.prompt = True, brief.prompt
        self.room_type = _known(brief.room_type, room_types())
        self.room_type_stated = brief.room_type_stated
        self.use_size = brief.size is not None
        self.width, self.depth = brief.size or (5.0, 4.0)
        self.area, self.height = brief.area or 0.0, brief.height or 0.0
        self.size_word, self.shape, self.mood = brief.size_word, brief.shape, brief.mood
        self.style = _known(brief.style, styles())
        self.palette = ", ".join(brief.palette)
        self.use_hour = brief.hour is not None
        self.hour = 11.0 if brief.hour is None else brief.hour
        self.density = -1.0 if brief.density is None else brief.density
        self.notes = "\n".join(brief.notes)
        self.home = brief.home
        for room in brief.rooms:
            row = self.rooms.add()
            row.key, row.type, row.label, row.area = room.key, room.type, room.label, room.area or 0.0
            rest = {"size": room.size, "size_word": room.size_word, "style": room.style}
            row.rest = json.dumps({**rest, "open_to": room.open_to, "next_to": room.next_to})
        for r in brief.requests:
            row = self.requests.add()
            row.key, row.label, row.category, row.stand_in, row.room = r.key, r.label, r.category, r.stand_in, r.room
            row.thing, row.op, row.value = category_label(r.category), r.count.op, r.count.value
            row.attributes = ", ".join(a.value for a in r.attributes)
            row.kinds = json.dumps({a.value: a.kind for a in r.attributes})
            row.size = json.dumps(r.size) if r.size else ""
        for q in brief.relations:
            row = self.relations.add()
            row.subject, row.kind, row.objects, row.architecture, row.each = (
                q.subject,
                q.kind,
                ",".join(q.objects),
                q.architecture,
                q.each,
            )
            if q.count is not None:
                row.op, row.value = q.count.op, q.count.value

    def add_room(self, room_type: str) -> DioramaRoom:
        """One more room of a type, under a key of its own."""
        keys = {r.key for r in self.rooms}
        row = self.rooms.add()
        row.key = next(k for k in (room_type, *(f"{room_type}_{i}" for i in range(2, 99))) if k not in keys)
        row.type = room_type
        return row

    def clear(self) -> None:
        """Forget everything."""
        for name in self.bl_rna.properties.keys():
            if name not in {"rna_type", "name"}:
                self.property_unset(name)

    def to_brief(self) -> Brief:
        """The brief as edited. Words that nobody has classified yet go through understanding, as in a prompt."""
        from .model.brief import Brief, RelationRequest

        keys = {r.key for r in self.requests}
        relations = tuple(
            RelationRequest(q.subject, q.kind, tuple(q.names()), q.architecture, _count(q) if q.op else None, q.each)
            for q in self.relations
            if q.subject in keys and keys.issuperset(q.names())
        )
        return Brief(
            prompt=self.prompt,
            room_type=_chosen(self.room_type),
            room_type_stated=self.room_type_stated,
            size=(self.width, self.depth) if self.use_size else None,
            area=self.area or None,
            height=self.height or None,
            size_word=self.size_word,
            shape=self.shape,
            style=_chosen(self.style),
            palette=tuple(w.strip() for w in self.palette.split(",") if w.strip()),
            hour=self.hour if self.use_hour else None,
            mood=self.mood,
            density=self.density if self.density >= 0 else None,
            home=self.home,
            rooms=_rooms(self.rooms),
            requests=tuple(_request(r) for r in self.requests if r.thing.strip()),
            relations=relations,
            notes=tuple(n for n in self.notes.split("\n") if n),
        )


def _known(name: str, items: tuple[Item, ...]) -> str:
    return name if any(i[0] == name for i in items) else "AUTO"


def _chosen(value: str) -> str:
    return "" if value == "AUTO" else value


def _count(row: DioramaRequest | DioramaRelation) -> Any:
    from .model.brief import Count

    return Count(row.op, row.value)


def _request(row: DioramaRequest) -> Any:
    from .model.brief import Attribute, Request

    wishes = [w.strip() for w in row.attributes.split(",") if w.strip()]
    kinds: dict[str, Any] = json.loads(row.kinds) if row.kinds else {}
    thing = row.thing.strip()
    same = thing == category_label(row.category)
    category = row.category if same else category_named(thing)
    stand_in = row.stand_in if same else False
    understood = None
    if not category or any(w not in kinds for w in wishes):
        understood = _understand_words(thing, [w for w in wishes if w not in kinds])
        kinds = {**{a.value: a.kind for a in understood.attributes}, **kinds} if understood else kinds
        if not category and understood:
            category, stand_in = understood.category, True
    attributes = tuple(Attribute(kinds.get(w, "style"), w) for w in wishes)
    label = row.label if same else thing.lower()
    size = json.loads(row.size) if same and row.size else understood.size if understood and stand_in else None
    return Request(
        row.key, category or row.category, label, _count(row), attributes, stand_in, row.room, tuple(size) if size else None
    )


def _rooms(rows: Any) -> tuple[Any, ...]:
    """The rooms of a home as edited; what was said of a room that has gone is dropped."""
    from .model.brief import RoomRequest

    keys = {r.key for r in rows}
    out = []
    for r in rows:
        rest: dict[str, Any] = json.loads(r.rest) if r.rest else {}
        out.append(
            RoomRequest(
                r.key,
                r.type,
                r.label.strip(),
                r.area or None,
                tuple(rest["size"]) if rest.get("size") and not r.area else None,
                rest.get("size_word", ""),
                rest.get("style", ""),
                rest["open_to"] if rest.get("open_to") in keys else "",
                tuple(k for k in rest.get("next_to", ()) if k in keys),
            )
        )
    return tuple(out)


def _understand_words(thing: str, wishes: list[str]) -> Any:
    """The request that understanding reads out of “a red oak chair”; None if it finds nothing."""
    from . import api

    found = api.understand(api.Request(prompt=f"a room with one {' '.join([*wishes, thing.lower()])}")).requests
    return found[0] if found else None


# -- the settings ------------------------------------------------------------------------------------------------------


class DioramaSettings(Wanted, bpy.types.PropertyGroup):
    """What the next world shall be."""

    prompt: StringProperty(  # type: ignore[valid-type]
        name="Prompt",
        description="What the room is, what stands in it and how it feels. Any length; whole sentences work best",
        options={"TEXTEDIT_UPDATE"},
    )
    text: PointerProperty(  # type: ignore[valid-type]
        name="Prompt text", description="The text that holds the prompt while it is edited in a text editor", type=bpy.types.Text
    )
    room_type: EnumProperty(name="Room", description="Type of room. Auto: as the prompt says", items=room_type_items)  # type: ignore[valid-type]
    use_density: BoolProperty(name="Density", description="Fix how full the room is. Off: as the prompt says")  # type: ignore[valid-type]
    density: FloatProperty(name="Density", description="From bare to lived-in", default=0.5, min=0, max=1, subtype="FACTOR")  # type: ignore[valid-type]
    style: EnumProperty(
        name="Style", description="Style of furniture, materials and colours. Auto: as the prompt says", items=style_items
    )  # type: ignore[valid-type]
    make: EnumProperty(name="Make", description="What Generate makes of the prompt", items=MAKES)  # type: ignore[valid-type]
    seed: IntProperty(name="Seed", description="The same prompt, settings and seed give the same world", min=0)  # type: ignore[valid-type]
    seed_locked: BoolProperty(name="Lock seed", description="Keep this seed. Unlocked, each Generate takes a new one")  # type: ignore[valid-type]
    replace: BoolProperty(  # type: ignore[valid-type]
        name="Replace current world",
        description="Delete the current world once the new one is done. Off: keep it in the file, hidden",
    )
    world: PointerProperty(
        name="World", description="The world that the panels below are about", type=bpy.types.Collection, poll=world_poll
    )  # type: ignore[valid-type]
    brief: PointerProperty(type=DioramaBrief)  # type: ignore[valid-type]

    def full_prompt(self) -> str:
        """The prompt: the field, or the text while one is being edited."""
        return (self.text.as_string() if self.text is not None else self.prompt).strip()

    def brief_is_current(self) -> bool:
        """Whether the brief was read from the prompt as it is now."""
        return self.brief.read and self.brief.prompt.strip() == self.full_prompt()

    def to_request(self, seed: int, style: str = "") -> Request:
        """The request for these settings. `style` is used when neither the settings nor the brief name one."""
        from dataclasses import replace

        from . import api

        request = api.Request(
            prompt=self.full_prompt(),
            seed=seed,
            room_type=_chosen(self.room_type),
            size=(self.width, self.depth) if self.use_size else None,
            density=self.density if self.use_density else None,
            style=_chosen(self.style),
            hour=self.hour if self.use_hour else None,
        )
        if self.brief_is_current():
            request = replace(request, brief=self.brief.to_brief())
        if style and not request.style:
            brief = request.brief or api.understand(request)
            if not brief.style:
                request = replace(request, brief=replace(brief, style=style))
        return request


def _get_outlined(owner: Any) -> int:
    """Index of the active object among the current world's; -1 when it is not one of them."""
    from .operators.common import current_world

    world, active = current_world(bpy.context), bpy.context.view_layer.objects.active
    return world.all_objects.find(active.name) if world and active else -1


def _set_outlined(owner: Any, index: int) -> None:
    """A click beside the name selects as well."""
    from .operators.common import current_world

    world = current_world(bpy.context)
    if world and bpy.ops.diorama.select.poll():
        bpy.ops.diorama.select(ids=world.all_objects[index].name)


class DioramaSession(bpy.types.PropertyGroup):
    """What only this session knows."""

    running: BoolProperty()  # type: ignore[valid-type]
    fraction: FloatProperty()  # type: ignore[valid-type]
    message: StringProperty()  # type: ignore[valid-type]
    error: StringProperty()  # type: ignore[valid-type]
    remedy: StringProperty()  # type: ignore[valid-type]
    strangers: StringProperty()  # type: ignore[valid-type]  # names of the artist's own objects within the new world, one a line
    together: BoolProperty(  # type: ignore[valid-type]
        name="Change All Alike", description="A change also goes to all things of the world that are just like this one"
    )
    thing_note: StringProperty()  # type: ignore[valid-type]  # what the last change of a thing led to, one a line
    thing_filter: StringProperty(  # type: ignore[valid-type]
        name="Search", description="Show only parameters and materials with this in their name", options={"TEXTEDIT_UPDATE"}
    )
    outlined: IntProperty(get=_get_outlined, set=_set_outlined, options={"HIDDEN"})  # type: ignore[valid-type]  # row of the outline

    def begin(self) -> None:
        self.running, self.fraction, self.message, self.error, self.remedy = True, 0.0, "Starting", "", ""

    def end(self, error: str = "", remedy: str = "") -> None:
        self.running, self.fraction, self.message, self.error, self.remedy = False, 0.0, "", error, remedy


CLASSES = (DioramaRoom, DioramaRequest, DioramaRelation, DioramaBrief, DioramaSettings, DioramaSession)
_register, _unregister = bpy.utils.register_classes_factory(CLASSES)


def register() -> None:
    _register()
    bpy.types.Scene.diorama = PointerProperty(type=DioramaSettings, name="Diorama")
    bpy.types.WindowManager.diorama = PointerProperty(type=DioramaSession, name="Diorama", options={"SKIP_SAVE"})


def unregister() -> None:
    del bpy.types.WindowManager.diorama
    del bpy.types.Scene.diorama
    _unregister()
    for cached in (room_types, styles, thing_labels):
        cached.cache_clear()

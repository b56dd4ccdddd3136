"""The brief: what a prompt asks for, as a value that an artist can read and edit before anything is built.

It is the only thing that passes from understanding to planning and layout, and it is stored in the world so that the
report can be made against it later.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CountOp = Literal["eq", "ge", "gt", "le", "lt"]
AttributeKind = Literal["colour", "material", "size", "shape", "style", "kind", "theme"]

# Relations between objects, as in the evaluation rules. `a left_of b`: on b's left for somebody who looks at b's front.
OBJECT_RELATIONS = (
    "next_to",
    "near",
    "across_from",
    "far_from",
    "faces",
    "left_of",
    "right_of",
    "in_front_of",
    "behind",
    "on",
    "above",
    "under",
    "inside",
    "middle_of",
    "around",
    "flank",
    "long_side",
    "short_side",
    "outside",
    "between",
    "each_side",
    "stacked_on",
)
# Relations to architecture: the object of the relation is one of the targets below.
ROOM_RELATIONS = (
    "against_wall",
    "on_wall",
    "in_corner",
    "middle_of_room",
    "hang_from_ceiling",
    "next_to",
    "near",
    "far_from",
    "across_from",
    "under",
    "faces",
    "at_back",
    "flank",
    "each_side",
    "in_front_of",
    "along_wall",
)
ARCHITECTURE = ("wall", "corner", "window", "door", "ceiling", "room", "floor")


@dataclass(frozen=True, slots=True)
class Count:
    """How many: `eq 2`, `ge 4`; `eq 0` is an absence. `value` is the number named in the text."""

    op: CountOp = "eq"
    value: int = 1

    @property
    def wanted(self) -> int:
        """The number to build."""
        return {"eq": self.value, "ge": self.value, "gt": self.value + 1, "le": self.value, "lt": max(self.value - 1, 0)}[self.op]

    def met_by(self, n: int) -> bool:
        """Whether n things satisfy the count."""
        v = self.value
        return {"eq": n == v, "ge": n >= v, "gt": n > v, "le": n <= v, "lt": n < v}[self.op]


@dataclass(frozen=True, slots=True)
class Attribute:
    """One wish about an object: kind and normalised value (`material`, `oak`)."""

    kind: AttributeKind
    value: str


@dataclass(frozen=True, slots=True)
class Request:
    """A kind of thing that is asked for. `key` is unique in the brief (`sofa`, `lamp`, `lamp_2`).

    `category` is from the catalogue; `label` is what the prompt called it. `stand_in` says that no category fits well.
    `generic` marks requests that only name the setting and may be met by a part of the room.
    """

    key: str
    category: str
    label: str
    count: Count = Count()
    attributes: tuple[Attribute, ...] = ()
    stand_in: bool = False
    room: str = ""  # key of the room it belongs to, in a home; empty: wherever it is at home
    size: tuple[float, float, float] | None = None  # m, of a stand-in, guessed from the noun


@dataclass(frozen=True, slots=True)
class RoomRequest:
    """A room of a home that is asked for. `key` is unique in the brief (`bedroom`, `bedroom_2`)."""

    key: str
    type: str
    label: str = ""  # what the prompt called it
    area: float | None = None  # m2
    size: tuple[float, float] | None = None
    size_word: str = ""
    style: str = ""
    open_to: str = ""  # key of the room it is one space with (`an open kitchen`), joined by a wide opening without a door
    next_to: tuple[str, ...] = ()  # keys of rooms it must have a door to
    density: float | None = None  # as of the brief, where it is stated of this room


@dataclass(frozen=True, slots=True)
class RelationRequest:
    """`subject` (a request key) stands in `kind` to `objects` (request keys) or to `architecture` (`wall`, `window` ...).

    `count` is how many of the subject must: None means all of them. `each` means once for every instance of the object
    (`each desk has a monitor`; the subject's Request.count then already holds the product).
    """

    subject: str
    kind: str
    objects: tuple[str, ...] = ()
    architecture: str = ""
    count: Count | None = None
    each: bool = False


@dataclass(frozen=True, slots=True)
class Brief:
    """The whole wish. Empty strings and None mean: not stated, choose well."""

    prompt: str = ""
    room_type: str = ""
    room_type_stated: bool = False  # False when inferred from the objects or the default
    size: tuple[float, float] | None = None  # width (X) and depth (Y) in metres
    area: float | None = None  # square metres, when only an area was given
    height: float | None = None
    size_word: str = ""  # small, large ...
    shape: str = ""  # "", rectangle, L
    style: str = ""
    palette: tuple[str, ...] = ()  # colour words
    hour: float | None = None  # solar time
    mood: str = ""
    density: float | None = None  # 0 bare .. 1 lived-in
    home: str = ""  # flat, house ...: what the rooms below make up; empty when the brief is of one room
    rooms: tuple[RoomRequest, ...] = ()  # of a home; empty when the brief is of one room (`room_type`); then `area` is the home's
    requests: tuple[Request, ...] = ()
    relations: tuple[RelationRequest, ...] = ()
    notes: tuple[str, ...] = ()  # what was mapped, guessed or not understood, in words

    def request(self, key: str) -> Request:
        """The request named `key`; KeyError if there is none."""
        for r in self.requests:
            if r.key == key:
                return r
        raise KeyError(key)

"""A stand-in for `api`, for tests of the interface alone: a few boxes, in steps, with the same contract."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import bpy


class Progress(NamedTuple):
    fraction: float
    message: str


class Issue(NamedTuple):
    kind: str
    text: str
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Report:
    figures: dict[str, float]
    issues: tuple[Issue, ...] = ()
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True)
class Request:
    prompt: str = ""
    seed: int = 0
    room_type: str = ""
    size: tuple[float, float] | None = None
    density: float | None = None
    style: str = ""
    hour: float | None = None
    plan: Any = None
    brief: Any = None
    studio: Any = None


@dataclass(frozen=True)
class Result:
    world: Any
    collection: Any
    report: Report


@dataclass
class Stub:
    """Put in the place of the module `api`. `steps` and `pause` say how long it takes, `error` what it raises."""

    brief_module: Any
    steps: int = 12
    pause: float = 0.0
    error: Exception | None = None
    requests: list[Request] = field(default_factory=list)
    Request = Request

    def understand(self, request: Request) -> Any:
        b = self.brief_module
        if self.error:
            raise self.error
        things = (
            b.Request("bed", "bed", "double bed", b.Count(), (b.Attribute("size", "double"),)),
            b.Request("nightstand", "nightstand", "nightstand", b.Count("eq", 2)),
            b.Request(
                "chair", "chair", "chairs", b.Count("ge", 4), (b.Attribute("colour", "red"), b.Attribute("material", "oak"))
            ),
            b.Request("lamp", "table_lamp", "lava lamp", b.Count("eq", 2), (), True),
            b.Request("tv", "tv", "television", b.Count("eq", 0)),
        )
        places = (
            b.RelationRequest("nightstand", "next_to", ("bed",)),
            b.RelationRequest("lamp", "on", ("nightstand",), "", None, True),
            b.RelationRequest("bed", "against_wall", (), "wall"),
        )
        return b.Brief(
            prompt=request.prompt, room_type="bedroom", size=(4.5, 4.0), hour=18.5, mood="cosy", palette=("beige",),
            requests=things, relations=places, notes=("“lava lamp” is not in the catalogue: a table lamp stands in.",),
        )  # fmt: skip

    def one_thing(self, request: Request) -> bool:
        return False

    def generate_steps(self, request: Request, context: Any = None) -> Iterator[Progress]:
        self.requests.append(request)
        made: list[Any] = []
        done = False
        try:
            yield Progress(0.02, "Reading the prompt")
            world = bpy.data.collections.new("Bedroom")
            made.append(world)
            for i in range(self.steps):
                time.sleep(self.pause)
                made += self._thing(world, i)
                if self.error and i == self.steps // 2:
                    raise self.error
                yield Progress(0.05 + 0.9 * i / self.steps, ("Laying out", "Building", "Lighting")[3 * i // self.steps])
            world["diorama"] = json.dumps(
                {
                    "format": "diorama/1",
                    "style": "scandinavian",
                    "rooms": [{"id": "bedroom", "label": "Bedroom"}],
                    "provenance": {"prompt": request.prompt, "seed": request.seed},
                    "notes": [],
                }
            )
            bpy.context.scene.collection.children.link(world)
            done = True
        finally:
            if not done:
                bpy.data.batch_remove([m.data for m in made if isinstance(m, bpy.types.Object)] + made)
        report = Report(
            {"COL": 2.0, "OOB": 0.0, "SUP": 100.0, "NAV": 96.0, "OPC": 100.0, "CNT": 80.0},
            (Issue("COL", "Chair 2 touches Bed", ("bedroom/chair_1", "bedroom/bed_0")),),
            ("a third nightstand",),
        )
        return Result(None, world, report)

    @staticmethod
    def _thing(world: Any, i: int) -> list[Any]:
        name = ("Bed", "Chair", "Chair", "Wardrobe", "Wall", "Door", "Table lamp")[i % 7] if i else "Room camera"
        category = name.lower().replace(" ", "_")
        role = {"Wall": "wall", "Door": "door", "Room camera": "camera"}.get(name, "object")
        data = bpy.data.cameras.new(name) if role == "camera" else bpy.data.meshes.new(name)
        if role != "camera":
            data.from_pydata([(0, 0, 0), (1, 0, 0), (1, 1, 0), (0, 0, 1)], [], [(0, 1, 2), (0, 1, 3), (1, 2, 3), (2, 0, 3)])
        obj = bpy.data.objects.new(name, data)
        obj.location = (i % 4 - 2, i // 4 - 2, 0)
        obj["diorama_id"], obj["diorama_category"], obj["diorama_role"] = f"bedroom/{category}_{i}", category, role
        obj["diorama_room"], obj["diorama_label"] = "bedroom", ""
        world.objects.link(obj)
        return [obj]

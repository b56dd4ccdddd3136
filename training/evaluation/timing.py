"""How long it takes, one case after the other on an otherwise quiet machine: rooms, and homes of more and more rooms."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import numpy as np

from ... import api
from ...model.graph.types import World
from .run import keep

ROOMS = ("bedroom", "living_room", "kitchen", "bathroom", "home_office", "classroom", "restaurant", "library")
HOMES = (  # of two, four, six, eight and ten rooms that are asked for
    "A studio flat with an open kitchen and a bathroom, 35 m².",
    "A one-bedroom flat with a kitchen, a living room and a bathroom, 55 m².",
    "A two-bedroom flat with a kitchen, a living room, a bathroom and a hallway, 85 m².",
    "A three-bedroom house with a kitchen, a living room, a dining room, a bathroom and a hallway, 120 m².",
    "A four-bedroom house with two bathrooms, a kitchen, a living room, a dining room and a hallway, 160 m².",
)
TEN = "timing-ten"


def timed(request: api.Request) -> tuple[World, float]:
    """A world and its seconds."""
    start = time.perf_counter()
    world: World = api.run(api.imagine(request))
    return world, time.perf_counter() - start


def timings(folder: Path) -> dict[str, Any]:
    """Median seconds a room; seconds of homes by number of things, with the fit of a straight line through them."""
    api.run(api.imagine(api.Request("a bedroom")))  # loads the models
    rooms = [timed(api.Request(room_type=kind, seed=k))[1] for k, kind in enumerate(ROOMS)]
    homes = []
    for k, text in enumerate(HOMES):
        world, seconds = timed(api.Request(text, k))
        homes.append({"rooms": len(world.rooms), "things": len(world.nodes), "seconds": round(seconds, 2)})
    dense, seconds = timed(api.Request(HOMES[-1], 1, density=0.6))
    keep(folder / f"{TEN}.json.gz", dense, seconds)
    n, s = np.array([h["things"] for h in homes], float), np.array([h["seconds"] for h in homes])
    return {
        "room_median": round(float(np.median(rooms)), 2),
        "homes": homes,
        "straight_line_r2": round(float(np.corrcoef(n, s)[0, 1] ** 2), 3),
        "ten_rooms": {"rooms": len(dense.rooms), "things": len(dense.nodes), "model_seconds": round(seconds, 2)},
    }

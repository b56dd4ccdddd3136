"""What is generated for the evaluation: prompts, layout tasks with a given floor, random rooms of every type, homes."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...api import Request
from ...model.graph.types import Room, World
from ...model.plan.rooms import ROOMS
from .constraints import Prompt

RANDOM_SEED = 20260  # of the random rooms' types, sizes and densities
LOWEST_CEILING = 2.3  # the tasks' walls are cut down for a view from above
HOME_KINDS = ("flat", "apartment", "house", "bungalow", "cottage")
EXTRAS = (
    "a home office",
    "a laundry",
    "a dining room",
    "a walk-in closet",
    "a library",
    "a home gym",
    "a garage",
    "a playroom",
    "a nursery",
)


@dataclass(frozen=True, slots=True)
class Case:
    """One world to generate. `group` is the set it belongs to, `id` its name in it."""

    group: str
    id: str
    seed: int
    text: str = ""
    room_type: str = ""
    size: tuple[float, float] | None = None
    density: float | None = None
    floor: tuple[tuple[float, float], ...] = ()
    height: float = 2.6

    @property
    def key(self) -> str:
        """A name for files."""
        return f"{self.group}-{self.id}-{self.seed}"

    def request(self) -> Request:
        """What the product is asked."""
        plan = None
        if self.floor:
            plan = World("task", "Task", (Room("room", self.room_type or "room", "Room", self.floor, self.height),))
        return Request(self.text, self.seed, "" if plan else self.room_type, self.size, self.density, plan=plan)


def prompt_cases(group: str, prompts: Sequence[Prompt], seeds: int) -> Iterator[Case]:
    """Every prompt with every seed."""
    for seed in range(seeds):
        for p in prompts:
            yield Case(group, p.id, seed, p.text)


def task_cases(path: Path, seeds: int) -> Iterator[Case]:
    """Layout tasks: a text and the floor's outline."""
    for seed in range(seeds):
        for task in json.loads(path.read_text(encoding="utf-8")):
            outline = tuple((float(x), float(y)) for x, y, *_ in task["boundary"]["floor_vertices"])
            height = max(float(task["boundary"]["wall_height"]), LOWEST_CEILING)
            yield Case(
                "tasks", str(task["id"]), seed, f"{task['task']}. {task['criteria'].strip()}", floor=outline, height=height
            )


def room_cases(n: int) -> Iterator[Case]:
    """Random rooms: every type in turn, any density, half of them of a given size about what is usual."""
    rng = np.random.default_rng(RANDOM_SEED)
    names = list(ROOMS)
    for k in range(n):
        kind = names[k % len(names)]
        size = None
        if rng.random() < 0.5:
            area = rng.uniform(0.8, 1.25) * rng.uniform(*ROOMS[kind].area)
            aspect = rng.uniform(1.0, 1.7)
            width, depth = np.round([np.sqrt(area * aspect), np.sqrt(area / aspect)], 2)
            size = (float(width), float(depth)) if rng.random() < 0.5 else (float(depth), float(width))
        yield Case("rooms", f"{k:03d}-{kind}", k, room_type=kind, size=size, density=round(float(rng.random()), 2))


def home_cases(n: int) -> Iterator[Case]:
    """Random homes of one to five bedrooms, some with further rooms, most with a total area."""
    rng = np.random.default_rng(RANDOM_SEED + 1)
    for k in range(n):
        beds = int(rng.integers(1, 6))
        baths = 1 + int(rng.integers(0, 2)) * (beds > 1) + (beds > 3)
        extras = rng.permutation(EXTRAS)[: int(rng.integers(0, 3))]
        parts = [f"A {('one', 'two', 'three', 'four', 'five')[beds - 1]}-bedroom {rng.choice(HOME_KINDS)}"]
        parts.append(f"with {('a bathroom', 'two bathrooms', 'three bathrooms')[baths - 1]}")
        parts.append("an open kitchen" if rng.random() < 0.5 else "a kitchen")
        parts += [str(e) for e in extras]
        area = round(float((38 + 17 * beds + 8 * baths + 12 * len(extras)) * rng.uniform(0.9, 1.3)))
        text = f"{parts[0]} {', '.join(parts[1:-1])} and {parts[-1]}" + (f", {area} m²." if rng.random() < 0.7 else ".")
        yield Case("homes", f"{k:02d}", k, text)


def asked_rooms(case: Case) -> tuple[str, ...]:
    """Room types that the text of a random home asks for."""
    numbers = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5}
    head = case.text.split("-bedroom")[0].split(" ")[-1]
    baths = 2 if "two bathrooms" in case.text else 3 if "three bathrooms" in case.text else 1
    extras = tuple(e.removeprefix("a ").replace("-", "_").replace(" ", "_") for e in EXTRAS if e in case.text)
    return ("bedroom",) * numbers[head] + ("bathroom",) * baths + ("kitchen", "living_room") + extras

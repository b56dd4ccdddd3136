"""One room of the teacher: a shell, a program of groups, annealing from several starts, and the best by design score."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from ...model.plan.rooms import ROOMS
from ..corpora.records import LayoutRoom, split_of
from .anneal import Annealer, Room
from .appraise import design_of_layout
from .finish import CURTAINS, ceiling_light, curtains, faults, objects_of, radiators, record, switches
from .kit import Kit
from .programs import PROGRAMS
from .shells import shell

TYPES = tuple(sorted(ROOMS))
DENSITIES = (0.75, 1.0, 1.0, 1.25)  # sparse, usual, usual, full
HEATED = 0.35  # share of rooms with radiators
STARTS, SWEEPS = 3, 12
GOOD = 0.95  # a design score that needs no other start
TRIES = 6  # shells and programs drawn before a number is given up


def room(number: int, seed: int) -> LayoutRoom | None:
    """The room of a number: the same for the same seed, whatever else is made. None if no try gave a valid one."""
    rng = np.random.default_rng((seed, number))
    kind = TYPES[number % len(TYPES)]
    house = f"teacher-{seed}-{number}"
    for _ in range(TRIES):
        made = _attempt(kind, house, rng)
        if made is not None:
            return made
    return None


def _attempt(kind: str, house: str, rng: np.random.Generator) -> LayoutRoom | None:
    empty = shell(kind, rng)
    space = Room(empty)
    kit = Kit(rng, kind, *empty.sides, float(rng.choice(DENSITIES)))
    groups = PROGRAMS[kind](kit)
    heated = kind != "balcony" and bool(rng.random() < HEATED)
    best, best_score = None, -np.inf
    for _ in range(STARTS):
        annealer = Annealer(space, groups, rng)
        annealer.run(SWEEPS)
        if not annealer.settle():
            continue
        things = objects_of(annealer, empty)
        if kind in CURTAINS:
            things += curtains(empty, things)
        if heated:
            things += radiators(empty, things)
        things += ceiling_light(empty, things)
        things += switches(empty, things)
        made = record(empty, things, house, split_of(house))
        score = design_of_layout(made).total + 0.01 * len(annealer.placed)
        if score > best_score and not faults(made):
            best, best_score = made, score
        if best_score > GOOD:
            break
    return best


def rooms(count: int, seed: int) -> Iterator[LayoutRoom]:
    """`count` rooms or a little fewer, the types in turn."""
    for number in range(count):
        made = room(number, seed)
        if made is not None:
            yield made

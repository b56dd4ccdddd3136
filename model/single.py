"""One thing by itself: whether a brief asks for just that, and the node that it becomes."""

from __future__ import annotations

import re
from dataclasses import replace

import numpy as np

from .assets import AssetLibrary
from .brief import Brief, Count, Request
from .catalogue import category
from .errors import InputError
from .graph.types import Node, Support
from .look import Look, wishes_by_slot


def single(brief: Brief) -> Request | None:
    """The one thing that a brief asks for, if it asks for nothing else: no room, no place in one, no time or mood.

    A room's name within the thing's own (`an office chair`) does not count.
    """
    if len(brief.requests) != 1 or brief.requests[0].count != Count():
        return None
    (request,) = brief.requests
    if _plain(brief.prompt) == _plain(request.label):
        return request
    unstated = replace(
        Brief(), prompt=brief.prompt, room_type=brief.room_type, style=brief.style, palette=brief.palette, notes=brief.notes
    )
    return request if replace(brief, requests=()) == unstated else None


def _plain(text: str) -> str:
    """Words without article and punctuation."""
    return re.sub(r"^(?:an?|the|one) ", "", re.sub(r"[^a-z0-9]+", " ", text.lower()).strip())


def single_style(request: Request, brief: Brief) -> str:
    """The style word that a single thing is wished in; '' for none."""
    return next((a.value for a in request.attributes if a.kind == "style"), brief.style)


def requested(brief: Brief) -> Request:
    """The thing that a brief asks for, whatever else it says. InputError if it asks for none, or for several."""
    wanted = [r for r in brief.requests if r.count.wanted]
    if len(wanted) != 1 or wanted[0].count.wanted > 1:
        named = ", ".join(f"{r.count.wanted} {r.label or r.category}" for r in wanted[:4]) or "nothing that is known"
        raise InputError(f"One thing is to be made, and the prompt names {named}.", "Name one, such as: a walnut armchair.")
    return wanted[0]


def node_for(request: Request, room: str, look: Look, library: AssetLibrary, rng: np.random.Generator) -> Node:
    """The thing as a node at the origin of a room, with its materials. KeyError for an unknown category."""
    c = category(request.category)
    words = tuple(a.value for a in request.attributes)
    made = library.sample(c.name, rng, request.size or (None, None, None), look.style, [*words, f"mount_{c.supports[0]}"])
    wishes = wishes_by_slot(made.slots, request.attributes)
    return Node(
        id=f"{room}/{c.name}_1",
        category=c.name,
        name=c.label,
        room=room,
        size=made.size,
        position=(0.0, 0.0, 0.0),
        yaw=0.0,
        support=Support("floor", room),
        generator=made.generator,
        params=dict(made.params),
        label=request.label,
        materials={
            slot: look.resolve(family, key=f"{request.label or c.name}/{slot}", attributes=wishes[slot])
            for slot, family in made.slots.items()
        },
        attributes=words,
        author="prompt",
    )

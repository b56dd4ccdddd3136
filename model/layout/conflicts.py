"""Wishes that cannot all be had, found before anything is placed, and settled by the priority of docs/decisions/0014.

Physical validity > clear doors > presence of what is asked for > counts > places in the room > relations among things > custom >
design. Of two wishes of one rank the one said first stays. Every settlement is one sentence for `World.notes`.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from .program import Item, Program, Tie

# Places in the room of which a thing can have only one.
PLACES = ("in_corner", "middle_of_room", "on_wall", "hang_from_ceiling", "against_wall", "along_wall", "at_back")
TOGETHER = ({"in_corner", "against_wall"}, {"in_corner", "along_wall"}, {"against_wall", "along_wall"}, {"in_corner", "at_back"},
            {"against_wall", "at_back"}, {"along_wall", "at_back"}, {"on_wall", "at_back"}, {"on_wall", "in_corner"},
            {"on_wall", "against_wall"}, {"hang_from_ceiling", "in_corner"}, {"hang_from_ceiling", "middle_of_room"},
            {"hang_from_ceiling", "at_back"})  # fmt: skip
CLOSE = ("next_to", "near", "on", "inside", "stacked_on", "under", "above", "around", "flank", "each_side", "middle_of")
# Relations to one and the same thing that exclude each other.
OPPOSED = (
    *(({a, "far_from"}) for a in CLOSE),
    {"next_to", "across_from"},
    {"left_of", "right_of"},
    {"in_front_of", "behind"},
    {"on", "under"},
    {"above", "under"},
    {"inside", "outside"},
    {"on", "next_to"},
    {"inside", "next_to"},
)
HOLDING = ("on", "inside", "stacked_on", "middle_of")
FURNITURE = 8.0  # kg; heavier things that stand on the floor do not stand on beds and seats
HEAVY = 25.0  # kg; hangs on no ceiling unless it is made for it


def settle(program: Program) -> list[str]:
    """Drop ties that contradict one said before them, or that nothing could meet; in words, what was dropped."""
    notes: list[str] = []
    for item in program.items.values():
        kept: list[Tie] = []
        for tie in item.ties:
            reason = _against(item, tie, kept, program) if tie.required else ""
            if reason:
                notes.append(reason)
            else:
                kept.append(tie)
        if len(kept) < len(item.ties):
            item.ties[:] = kept
            program.support_again(item)
    notes += _circles(program)
    return list(dict.fromkeys(notes))


def _against(item: Item, tie: Tie, kept: Sequence[Tie], program: Program) -> str:
    """Why a tie cannot be had with those kept before it; empty if it can."""
    name = said(item)
    for other in kept:
        if not other.required:
            continue
        if tie.architecture and other.architecture:
            if _two_places(tie.kind, other.kind):
                return f"The {name} cannot be both {place(other)} and {place(tie)}; it was put {place(other)}."
            if tie.architecture == other.architecture and {tie.kind, other.kind} in OPPOSED:
                return f"The {name} cannot be both {place(other)} and {place(tie)}; it was put {place(other)}."
        elif tie.targets and set(tie.targets) == set(other.targets) and {tie.kind, other.kind} in OPPOSED:
            one, two = words(other.kind), words(tie.kind)
            return f"The {name} cannot be both {one} and {two} the {targets_said(tie, program)}; it was put {one} it."
    return _impossible(item, tie, program)


def _two_places(a: str, b: str) -> bool:
    return a != b and a in PLACES and b in PLACES and {a, b} not in TOGETHER


def _impossible(item: Item, tie: Tie, program: Program) -> str:
    """Why nothing could meet a tie; empty if something could."""
    c = item.category
    name = said(item)
    if tie.kind == "hang_from_ceiling" and "from_ceiling" not in c.supports and c.mass > HEAVY:
        return f"The {name} is too heavy to hang from the ceiling; it stands on the floor."
    if tie.kind == "on_wall" and "hung_on" not in c.supports and c.mass > HEAVY:
        item.ties.append(Tie("against_wall", (), "wall", required=False))
        return f"The {name} is too heavy to hang on the wall; it stands against it."
    if tie.kind not in HOLDING or len(tie.targets) != 1 or tie.targets[0] == item.id:
        return ""
    host = program.items.get(tie.targets[0])
    if host is None or host.category.walkable:
        return ""
    small, broad = np.sort(c.smallest[:2]), np.sort(host.category.largest[:2])
    if (small > 1.15 * broad).all() or (small[0] > 2.0 * broad[1]):
        item.ties.append(Tie("next_to", (host.id,), required=False))
        return f"The {name} is too large to be {words(tie.kind)} the {said(host)}; it was put next to it."
    furniture = "on" not in c.supports and "in" not in c.supports and c.mass > FURNITURE
    if furniture and host.category.family in ("beds", "seating"):
        item.ties.append(Tie("next_to", (host.id,), required=False))
        return f"The {name} does not stand on the {said(host)}; it was put next to it."
    return ""


def _circles(program: Program) -> list[str]:
    """Things that are to hold each other up: the tie said last is dropped."""
    notes = []
    for item in program.items.values():
        tie = item.tied(*HOLDING)
        if tie is None or len(tie.targets) != 1:
            continue
        seen, at = {item.id}, tie.targets[0]
        while at not in seen:
            seen.add(at)
            above = program.items[at].tied(*HOLDING) if at in program.items else None
            if above is None or len(above.targets) != 1:
                break
            at = above.targets[0]
        else:
            if at == item.id:
                host = program.items[tie.targets[0]]
                upper, lower = sorted((item, host), key=lambda i: i.area)  # the larger can only be below
                lower.ties[:] = [t for t in lower.ties if t is not lower.tied(*HOLDING)]
                program.support_again(lower)
                notes.append(f"The {said(upper)} and the {said(lower)} cannot hold each other up; the {said(upper)} is on top.")
    return notes


# ---------------------------------------------------------------------------------------------- after placing


def shortage(name: str, asked: int, placed: int, area: float, too_large: bool) -> str:
    """What to say when fewer of a thing were placed than were asked for."""
    many = plural(name)
    if too_large:
        return f"The {name if asked == 1 else many} {'is' if asked == 1 else 'are'} too large for a room of this size."
    if asked == 1:
        return f"There was no room for the {name}."
    left = asked - placed
    if placed == 0:
        return f"There was no room for the {number(asked)} {many}."
    verb = "does" if left == 1 else "do"
    were = "was" if placed == 1 else "were"
    of = f"{number(left).capitalize()} of the {number(asked)} {many}"
    return f"{of} {verb} not fit into {area:.0f} m²; {number(placed)} {were} placed."


def failure(item: Item, tie: Tie, program: Program, reach: float) -> str:
    """What to say of a tie that does not hold. `reach` is the longest distance in the room."""
    name = said(item)
    if tie.architecture:
        return f"The {name} could not be placed {place(tie)}."
    what = targets_said(tie, program)
    if tie.kind == "far_from" and reach < 6.5:
        return f"The room is too small for the {name} to be far from the {what} (4 m)."
    return f"The {name} could not be placed {words(tie.kind)} the {what}."


def said(item: Item) -> str:
    """What the prompt called a thing, or what a person would."""
    return (item.label or item.category.label.lower()).replace("_", " ")


def targets_said(tie: Tie, program: Program) -> str:
    """The targets of a tie in words."""
    return " or ".join(sorted({said(program.items[i]) for i in tie.targets if i in program.items}))


def words(kind: str) -> str:
    """A relation in words that fit before `the sofa`."""
    return {
        "in_front_of": "in front of",
        "left_of": "left of",
        "right_of": "right of",
        "middle_of": "in the middle of",
        "each_side": "on each side of",
        "flank": "beside",
        "long_side": "along the long side of",
        "short_side": "along the short side of",
        "stacked_on": "stacked on",
        "faces": "facing",
    }.get(kind, kind.replace("_", " "))


def place(tie: Tie) -> str:
    """A place in the room in words."""
    fixed = {
        "in_corner": "in a corner",
        "middle_of_room": "in the middle of the room",
        "on_wall": "on a wall",
        "against_wall": "against a wall",
        "along_wall": "along a wall",
        "hang_from_ceiling": "under the ceiling",
        "at_back": "at the back of the room",
    }
    return fixed.get(tie.kind) or f"{words(tie.kind)} the {tie.architecture}"


def plural(name: str) -> str:
    """The plural of a thing's name, which may be plural already."""
    if name.endswith("s") and not name.endswith("ss"):
        return name
    if name.endswith(("ss", "x", "ch", "sh")):
        return name + "es"
    if name.endswith("y") and name[-2:-1] not in "aeiou":
        return name[:-1] + "ies"
    if name.endswith("shelf"):
        return name[:-1] + "ves"
    return name + "s"


def number(n: int) -> str:
    """A count in words up to twelve."""
    small = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
    return small[n] if n < len(small) else str(n)

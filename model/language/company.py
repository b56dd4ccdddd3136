"""Company: how many seats, places at table, desks or beds the people need of whom a prompt speaks.

`a table for six`, `a bedroom that two teenagers share`, `a hostel room that sleeps eight`: what is counted in the prompt
itself is left as it is; only what it leaves open is filled in.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from ..catalogue import categories, is_a
from . import lexicon as lx
from .linker import noun, plain, singular
from .members import Draft, Link, free_key
from .rooms import room_words

_MOST: Final = 200  # people in one room
_YOUNG: Final = frozenset(
    "children kids teenagers teens girls boys siblings sisters brothers twins triplets quadruplets toddlers".split()
)
_AT_WORK: Final = frozenset("pupils students colleagues employees workers staff coworkers".split())
_PEOPLE: Final = (
    "people|persons|guests|diners|adults|patients|visitors|players|friends|roommates|flatmates|travellers|travelers|customers|clients|"
    "members|eaters|" + "|".join(sorted(_YOUNG | _AT_WORK))
)
_SEVERAL: Final = {"a couple": 2, "twins": 2, "triplets": 3, "quadruplets": 4}
_NUMBER: Final = "|".join(
    [r"\d{1,3}", *sorted((w for w, n in lx.NUMBERS.items() if n > 1 and w != "double"), key=len, reverse=True)]
)
_WHO: Final = (
    r"(?:(?:up to|about|around|at least|some)\s+)?(?:(?:a|the)\s+)?"
    r"(?P<party>(?:\w+\s+)?(?:family|party|group|team|class)\s+of\s+)?(?:my\s+|our\s+|the\s+)?"
    rf"(?P<n>{_NUMBER}|a couple(?!\s+of)|twins|triplets|quadruplets)(?:\s+(?:\w+\s+)?(?P<who>{_PEOPLE})\b)?"
)
_ENDS: Final = r"(?=\s*(?:$|[.,;:!?)\n]|(?:with|and|in|at|by|on|near|under|that|which|who|to|beside|next|there|each)\b))"
_FOR: Final = re.compile(rf"\b(?P<how>(?:laid |set |set up |ready )?for)\s+{_WHO}{_ENDS}", re.I)
_CUT: Final = (  # what is said with words that would be read as things
    re.compile(
        r"\s*(?:\b(?:with|and|has|have|having)\s+|\b(?=enough))(?P<how>(?:\w+ )?(?:seating|places|space|room) for)"
        rf"\s+{_WHO}{_ENDS}",
        re.I,
    ),
    re.compile(
        r"\s*\b(?:that |which )?(?:can |will |must |should |comfortably )*"
        rf"(?P<how>seats?|seating|sleeps?|sleeping|hosts?|accommodates?)\s+{_WHO}{_ENDS}",
        re.I,
    ),
    re.compile(rf"\s*\b(?P<how>shared by)\s+{_WHO}{_ENDS}", re.I),
    re.compile(rf"\s*\b(?:that |which |where )?{_WHO}\s+(?P<how>shares?|sleep|will share|will sleep){_ENDS}", re.I),
    re.compile(rf"(?<=tables)\s+(?P<how>of)\s+{_WHO}{_ENDS}", re.I),
)
_SEATS: Final = ("chair", "stool", "armchair", "sofa", "bench", "floor_cushion", "bean_bag", "pouf", "ottoman")
_NO_DINING: Final = ("coffee_table", "side_table", "console_table", "nightstand", "dressing_table")
_CHAIRS: Final = {
    "dining_table": "dining_chair",
    "desk": "office_chair",
    "conference_table": "office_chair",
    **dict.fromkeys(("bar_counter", "kitchen_island", "bar_table", "counter"), "bar_stool"),
}
_DINING: Final = {"dining_room": "dining_table", "meeting_room": "conference_table"}
_BEDROOMS: Final = frozenset({"bedroom", "childrens_room", "hotel_room", "nursery"})
_OFFICES: Final = frozenset({"home_office", "private_office", "open_office", "classroom"})
_PUBLIC: Final = frozenset({"cafe", "restaurant", "bar"})


@dataclass(frozen=True, slots=True)
class Company:
    """Some people and what is for them: `head` is the last noun said before, "" for the room."""

    n: int
    head: str
    how: str
    who: str  # what they are called, "" when only counted
    party: bool = False


def company(text: str) -> tuple[tuple[Company, ...], str]:
    """The people a text speaks of, and the text without the words that would be read as things."""
    found: list[Company] = []
    if "setting" in text:  # `set for four; each setting has ...`: the reader counts by these words
        found = [_company(m, text) for m in _FOR.finditer(text)]
    for pattern in _CUT if found else (*_CUT, _FOR):
        while (m := pattern.search(text)) is not None:
            found.append(_company(m, text))
            text = text[: m.start()] + text[m.end() :]
    return tuple(dict.fromkeys(c for c in found if 1 < c.n <= _MOST)), text


def _company(m: re.Match[str], text: str) -> Company:
    said = m["n"].lower()
    n = _SEVERAL.get(said) or lx.NUMBERS.get(said) or (int(said) if said.isdigit() else 0)
    before = re.split(r"[.;!?\n]", text[: m.start()])[-1]
    who = (m["who"] or (said if said in _SEVERAL else "")).lower()
    return Company(n, _last_noun(plain(before).split()), m["how"].lower(), who, bool(m["party"]))


def _last_noun(words: list[str]) -> str:
    """The last thing named in some words, "" when a room is named after it."""
    for i in range(len(words), 0, -1):
        for n in (3, 2, 1):
            phrase = " ".join(words[max(i - n, 0) : i])
            if phrase in room_words():
                return ""
            if n == 1 and noun(phrase):
                return singular(phrase)
    return ""


def provide(parties: tuple[Company, ...], drafts: dict[str, Draft], links: list[Link], room: str) -> list[str]:
    """Add to the drafts what the people need; notes that say so."""
    notes = []
    for c in parties:
        told = [d for d in drafts.values() if c.head and d.head == c.head and d.value]
        before = {k: d.number for k, d in drafts.items()}
        if told:
            _at(c, told[-1], drafts, links)
        elif not c.head:
            _in_room(c, drafts, links, room)
        new = [d for k, d in drafts.items() if d.number != before.get(k)]
        if new:
            listed = ", ".join(f"{d.number} x {categories()[d.category].label.lower()}" for d in new)
            notes.append(f"For {c.n} people: {listed}.")
    return notes


def asleep(parties: tuple[Company, ...], drafts: dict[str, Draft], links: list[Link], room: str) -> str:
    """The room type, when people sleep in the room: an attic is a bedroom then, and a loft no loft bed."""
    if not any(c.how.startswith("sleep") and not c.head for c in parties):
        return room
    for key in [k for k, d in drafts.items() if d.label in room_words()]:
        del drafts[key]
        links[:] = [x for x in links if key not in (x.subject, *x.objects)]
    return "bedroom" if room == "basement" else room


def _add(drafts: dict[str, Draft], category: str, n: int) -> str:
    key = free_key(drafts, category)
    label = categories()[category].label.lower()
    drafts[key] = Draft(key, category, label, "eq", n, head=label.split()[-1])
    return key


def _open(drafts: dict[str, Draft], *kinds: str) -> tuple[list[Draft], bool]:
    """Drafts of some kinds, and whether none of them has a number of its own."""
    found = [d for d in drafts.values() if d.value and any(is_a(d.category, k) for k in kinds)]
    return found, all(d.plain_plural for d in found)


def _fill(drafts: dict[str, Draft], category: str, n: int, *kinds: str, apart: frozenset[str] = frozenset()) -> str:
    """The key of n things: those of the kinds that have no number yet, or new ones; "" when they are counted already.

    What has the keys `apart` does not count.
    """
    found, free = _open({k: d for k, d in drafts.items() if k not in apart}, *kinds)
    if not free:
        return ""
    if found:
        _count(found[0], n)
        return found[0].key
    return _add(drafts, category, n)


def _count(d: Draft, people: int) -> None:
    """Give a plural its number: one for each, a bunk for two."""
    if d.plain_plural:
        n = max(-(-people // 2), 2) if is_a(d.category, "bunk_bed") else people
        d.op, d.value, d.plain_plural = "eq", n, False


def _at(c: Company, d: Draft, drafts: dict[str, Draft], links: list[Link]) -> None:
    """People at a thing: seats around a table, or as many of an uncounted kind of seat or bed."""
    if any(is_a(d.category, s) for s in (*_SEATS, "bed")):
        _count(d, c.n)
        return
    if d.category in _NO_DINING or not any(is_a(d.category, k) for k in ("table", *_CHAIRS)):
        return
    each = d.number > 1 and not c.who
    theirs = {x.subject for x in links if d.key in x.objects}
    elsewhere = {x.subject for x in links if x.objects} - theirs
    lounge = {k for k, x in drafts.items() if any(is_a(x.category, a) for a in ("armchair", "sofa", "bench"))} - theirs
    n = c.n * d.number if each else c.n
    seats = _fill(drafts, _CHAIRS.get(d.category, "chair"), n, *_SEATS, apart=frozenset(elsewhere | lounge))
    if seats and not any(x.subject == seats for x in links):
        links.append(Link(seats, "near" if is_a(d.category, "desk") else "around", (d.key,), each=each))
    if c.how.startswith(("laid", "set for")) and not d.settings and not _open(drafts, "plate", "place_setting")[0]:
        key = _add(drafts, "place_setting", n)
        links.append(Link(key, "on", (d.key,), each=each))


def _in_room(c: Company, drafts: dict[str, Draft], links: list[Link], room: str) -> None:
    """People in a room that is named alone."""
    sleeps = c.how.startswith("sleep")
    if (room in _BEDROOMS or sleeps) and not c.party:
        pair = c.n == 2 and c.who not in _YOUNG and not sleeps and room in ("bedroom", "hotel_room") and "share" not in c.how
        bed = "crib" if room == "nursery" else "bed" if pair else "single_bed"
        _fill(drafts, bed, 1 if pair else c.n, "bed", "crib")
    elif room in _OFFICES:
        desks = _fill(drafts, "desk", c.n, "desk")
        seats = _fill(drafts, "chair" if room == "classroom" else "office_chair", c.n, *_SEATS)
        if desks and seats:
            links.append(Link(seats, "near", (desks,), each=True))
    elif room in _DINING:
        tables, _ = _open(drafts, "table")
        table = tables[0].key if tables else _add(drafts, _DINING[room], 1)
        _at(c, drafts[table], drafts, links)
    elif room in _PUBLIC or "seat" in c.how or "places" in c.how:
        if room == "living_room" and c.n < 13 and not _open(drafts, *_SEATS)[0]:
            for category, n in (("sofa", c.n // 3), ("armchair", c.n % 3)):
                if n:
                    _add(drafts, category, n)
        else:
            _fill(drafts, "waiting_chair" if room == "reception" else "chair", c.n, *_SEATS)

"""Two readings of one text made into one: the grammar's and the trained reader's.

The grammar knows the catalogue and the wordings of its tables, the network which words belong together in any wording. So
where the grammar related as many things as the network did, it is left alone. Elsewhere what both say stands; what only
the network saw is added when it is sure enough, and what it is sure of replaces what contradicts it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from ..catalogue import categories, is_a
from .clauses import Draft, Link, Reader
from .linker import noun
from .reading import Actor

NEW_THING: Final = 0.97  # the network's probability from which a thing that the grammar missed is taken
NO_THING: Final = 0.995  # ... from which a word that the grammar took for a thing is none
ABSENT: Final = 0.8
COUNTED: Final = 0.8
QUALITY: Final = 0.8
TOLD: Final = 0.7  # ... from which a relation of the network's counts when it is asked whether the grammar missed some
NEW_LINK: Final = 0.6
UNPLACED: Final = 0.95  # ... from which it places a thing of which the grammar said nothing, though it related as many
AGAINST: Final = 0.85  # ... from which its account of a thing's place replaces the grammar's
# Kinds of relation that say the same of two things, roughly: of these the grammar's word is kept.
_ALIKE: Final = (
    frozenset("next_to near flank each_side left_of right_of around long_side short_side".split()),
    frozenset("on inside middle_of stacked_on above".split()),
    frozenset("faces across_from in_front_of".split()),
    frozenset({"against_wall", "next_to", "along_wall", "near"}),
)
_CARRIED: Final = frozenset({"on", "inside", "stacked_on"})
_UPRIGHT: Final = _CARRIED | {"above", "under"}
_BESIDE: Final = frozenset("left_of right_of in_front_of behind next_to near around across_from between each_side".split())
_WIDER: Final = 1.5  # how many times as long as its carrier a thing may be that lies on it


def combine(rules: Reader, net: Actor) -> None:
    """Bring the network's reading into the grammar's."""
    pairs = _pairs(rules, net)
    if _explained(rules, net):
        _place_the_rest(rules, net, pairs)
        return
    adopted: set[str] = set()
    _drop(rules, net, set(pairs.values()))
    for key, d in net.reader.drafts.items():
        mine = pairs.get(key)
        if mine is None or mine not in rules.drafts:
            if net.sure.get(key, 0.0) >= NEW_THING and noun(d.label) and not _said(rules, d):
                pairs[key] = _adopt(rules, d)
                adopted.add(key)
        else:
            _settle(rules.drafts[mine], d, net, key)
    _relations(rules, net, pairs)
    rules.notes += [n for n in net.reader.notes if any(f"“{net.reader.drafts[k].label}”" in n for k in adopted)]


def _explained(rules: Reader, net: Actor) -> bool:
    """Whether the grammar related as many things as the network did: then it knows the wording."""
    told = {key[:1] + key[2:] for key, sure in net.link_sure.items() if sure >= TOLD}
    return len({(x.subject, x.objects, x.architecture) for x in rules.links}) >= len(told)


def _kin(a: Draft, b: Draft) -> bool:
    return a.head == b.head or is_a(a.category, b.category) or is_a(b.category, a.category)


def _pairs(rules: Reader, net: Actor) -> dict[str, str]:
    """The network's keys -> the grammar's keys of the same thing, first come first matched, the same label before its kin."""
    out: dict[str, str] = {}
    free = dict(rules.drafts)
    for test in (lambda a, b: a.label == b.label, lambda a, b: a.category == b.category, _kin):
        for key, d in net.reader.drafts.items():
            if key not in out:
                found = next((k for k, r in free.items() if test(r, d)), None)
                if found is not None:
                    out[key] = found
                    del free[found]
    return out


def _said(rules: Reader, d: Draft) -> bool:
    """Whether the grammar has such a thing already, under whatever name: a second mention is no second thing."""
    return any(r.category == d.category for r in rules.drafts.values())


def _adopt(rules: Reader, d: Draft) -> str:
    """Take over a thing; its key in the grammar's reading."""
    key, n = d.category, 2
    while key in rules.drafts:
        key, n = f"{d.category}_{n}", n + 1
    rules.drafts[key] = replace(d, key=key, attributes=list(d.attributes))
    return key


def _drop(rules: Reader, net: Actor, matched: set[str]) -> None:
    """Things of the grammar that the network is sure are none."""
    for key, d in list(rules.drafts.items()):
        if key not in matched and d.value and net.doubt(d.head) >= (NO_THING if noun(d.label) else NO_THING / 2):
            del rules.drafts[key]
            rules.links = [x for x in rules.links if x.subject != key and key not in x.objects]
            rules.notes = [n for n in rules.notes if f"“{d.label}”" not in n]


def _settle(mine: Draft, other: Draft, net: Actor, key: str) -> None:
    """Number and qualities of a thing that both saw."""
    if (other.value == 0) != (mine.value == 0) and net.sure.get(key, 0.0) >= ABSENT:
        mine.op, mine.value = other.op, other.value
    elif other.value and mine.value and net.counted.get(key, 0.0) >= COUNTED and _uncounted(mine, other):
        mine.op, mine.value = other.op, other.value
    for kind, value in other.attributes:
        if net.said.get((key, value), 0.0) >= QUALITY and all(v != value for _, v in mine.attributes):
            mine.attributes.append((kind, value))


def _uncounted(mine: Draft, other: Draft) -> bool:
    """Whether the grammar saw no number, and the network one that fits: `a chair` is never several without a number."""
    return (mine.op, mine.value) == ("ge", 2) or ((mine.op, mine.value) == ("eq", 1) and other.op == "eq")


def _place_the_rest(rules: Reader, net: Actor, pairs: dict[str, str]) -> None:
    """Relations of things of which the grammar related nothing."""
    busy = {k for x in rules.links for k in (x.subject, *x.objects)}
    rules.links += [
        x for x, sure in _found(rules, net, pairs) if sure >= UNPLACED and x.subject not in busy and rules.drafts[x.subject].value
    ]


def _found(rules: Reader, net: Actor, pairs: dict[str, str]) -> list[tuple[Link, float]]:
    """The network's relations in the grammar's keys, and how sure it is of each."""
    found: list[tuple[Link, float]] = []
    for x in net.reader.links:
        if x.subject in pairs and all(k in pairs for k in x.objects):
            mine = replace(x, subject=pairs[x.subject], objects=tuple(pairs[k] for k in x.objects))
            if mine.subject in rules.drafts and all(k in rules.drafts for k in mine.objects) and _possible(rules, mine):
                found.append((mine, net.link_sure.get((x.subject, x.kind, x.objects, x.architecture), 0.5)))
    return found


def _possible(rules: Reader, x: Link) -> bool:
    """Whether a relation of the network's can hold with the grammar's: a lamp on a desk is not under it, nor beside the sofa."""
    if (x.subject, x.kind) in rules.denied_places:
        return False
    if any(y.kind in _UPRIGHT and x.kind != y.kind and set(_pair(x)) == set(_pair(y)) for y in rules.links if y.objects):
        return False
    if x.kind in _BESIDE and any(y.subject == x.subject and y.kind in _CARRIED and y.objects for y in rules.links):
        if all(_stands(rules.drafts[k]) for k in x.objects):
            return False
    return x.kind not in _CARRIED or all(_length(rules.drafts[x.subject]) <= _WIDER * _length(rules.drafts[k]) for k in x.objects)


def _pair(x: Link) -> tuple[str, ...]:
    return (x.subject, *x.objects)


def _stands(d: Draft) -> bool:
    return categories()[d.category].supports[0] == "floor"


def _length(d: Draft) -> float:
    """The longer side of a thing of its kind, metres."""
    return max(categories()[d.category].size[:2])


def _relations(rules: Reader, net: Actor, pairs: dict[str, str]) -> None:
    found = _found(rules, net, pairs)
    agreed = {id(y) for x, _ in found for y in rules.links if _same(x, y)}
    certain = [x for x, sure in found if sure >= AGAINST]
    rules.links = [y for y in rules.links if id(y) in agreed or not any(_against(x, y) for x in certain)]
    for x, sure in found:
        if sure >= NEW_LINK and not any(_same(x, y) for y in rules.links):
            rules.links.append(x)


def _same(a: Link, b: Link) -> bool:
    """Whether two links say much the same of the same things."""
    if a.architecture != b.architecture:
        return False
    if a.subject == b.subject and (set(a.objects) & set(b.objects) or not a.objects):
        return a.kind == b.kind or any(a.kind in g and b.kind in g for g in _ALIKE)
    return (
        a.objects == (b.subject,)
        and b.objects == (a.subject,)
        and a.kind == b.kind
        and a.kind in ("next_to", "near", "across_from")
    )


def _against(x: Link, y: Link) -> bool:
    """Whether two links exclude each other: one relation of or to different things, or two relations of one pair."""
    if y.count is not None:
        return False  # `two of the chairs`: the others may be elsewhere
    alike = x.kind == y.kind or any(x.kind in g and y.kind in g for g in _ALIKE)
    target = x.architecture == y.architecture and bool(set(x.objects) & set(y.objects) or (x.architecture and not y.objects))
    if x.subject == y.subject:
        return alike != target
    return alike and target

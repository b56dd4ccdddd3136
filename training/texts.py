"""Descriptions of rooms written from scene graphs, with the labels that the tagger and linker learn from.

A small scene (things with counts and attributes, relations among them and to the room) is drawn, then told in one of many
wordings: lists, prose, passive and inverted sentences, relative clauses, commands, telegraphic notes, with pronouns,
definite phrases and distractions in between. Every text carries word tags, arcs and the constraints that it states.
Words come from the catalogue, from the grammar's tables and, when its files are there, from WordNet.
"""

# ruff: noqa: E501 - tables of words read better in long lines
from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import numpy as np

from ..model.catalogue import categories
from ..model.language import lexicon as lx
from ..model.language.linker import noun, plain, quality, singular
from ..model.language.rooms import room_words
from ..model.language.tagger import WORD
from ..model.plan.rooms import ROOM_TYPES
from . import texts_tables as tt
from .texts_wordnet import nouns as wordnet_nouns

Rng = np.random.Generator
ATTRIBUTES: Final = ("size", "style", "kind", "shape", "colour", "material")  # in the order in which English lines them up
_PART: Final = re.compile(r"\{\w+\}|\[[^\]]*\]|[^\s\[\]{}]+")
# Relation kinds -> words of the constraints that people write down.
_SAID: Final = {
    "next_to": "next", "across_from": "across", "far_from": "far", "faces": "face", "left_of": "left", "right_of": "right",
    "in_front_of": "front", "middle_of": "middle",
}  # fmt: skip
_SAID_AT: Final = {
    "against": "against", "on": "on", "inside": "corner", "near": "near", "next_to": "next", "under": "under", "faces": "face",
    "in_front_of": "front", "across_from": "across", "far_from": "far", "flank": "flank", "from": "hang", "middle_of": "middle",
    "at_back": "back", "on_wall": "on",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Noun:
    """A word for a kind of thing: its plural, where it usually is (floor, on, wall, ceiling), the rooms it is at home in."""

    one: str
    many: str
    place: str
    rooms: tuple[str, ...] = ()


@dataclass(slots=True)
class Thing:
    """A kind of thing in a scene, and where it was last named on the page (word index; -1: not yet)."""

    noun: Noun
    op: str = "eq"
    value: int = 1
    attributes: list[tuple[str, str, str]] = field(default_factory=list)  # kind, value, words
    anchor: int = -1
    count_words: str = ""

    @property
    def many(self) -> bool:
        """Whether it is spoken of in the plural."""
        return self.op != "eq" or self.value != 1

    @property
    def wanted(self) -> int:
        """The number to build."""
        return {"gt": self.value + 1, "lt": self.value - 1}.get(self.op, self.value)


@dataclass(frozen=True, slots=True)
class Text:
    """One description: word spans (characters), BIO tags, arcs (kind, from word, to word), and its constraints."""

    text: str
    words: tuple[tuple[int, int], ...]
    tags: tuple[str, ...]
    arcs: tuple[tuple[str, int, int], ...]
    row: dict[str, str]


def plural(phrase: str) -> str:
    """The plural of a noun phrase."""
    head, of, rest = phrase.partition(" of ")
    if of:
        return f"{plural(head)}{of}{rest}"
    first, _, last = phrase.rpartition(" ")
    if last.endswith(("shelf", "loaf", "leaf", "knife", "scarf")):
        last = re.sub("fe?$", "ves", last)
    elif last.endswith("y") and last[-2:-1] not in "aeiou":
        last = last[:-1] + "ies"
    elif last.endswith(("s", "x", "ch", "sh", "z")):
        last += "es"
    else:
        last += "s"
    return f"{first} {last}".strip()


@lru_cache(maxsize=1)
def catalogue_nouns() -> tuple[Noun, ...]:
    """Every countable phrase of the catalogue whose first words are no attribute."""
    out: dict[str, Noun] = {}
    for c in categories().values():
        place = {"hung_on": "wall", "from_ceiling": "ceiling", "on": "on", "in": "on"}.get(c.supports[0], "floor")
        for phrase in (plain(c.name), *map(plain, c.synonyms)):
            term = noun(phrase)
            last = phrase.split()[-1]
            if not term or term.category != c.name or term.attributes or singular(last) != last or not phrase.isascii():
                continue
            if phrase in lx.VOID or phrase in lx.VERBS or phrase in lx.ARCHITECTURE or len(phrase) < 3 or c.family == "openings":
                continue
            out.setdefault(phrase, Noun(phrase, plural(phrase), place, c.rooms))
    return tuple(out[k] for k in sorted(out))


@lru_cache(maxsize=1)
def strange_nouns() -> tuple[Noun, ...]:
    """Things that the catalogue may lack, from WordNet; empty without its files."""
    return tuple(Noun(w, plural(w), "on" if small else "floor") for w, small in wordnet_nouns())


@lru_cache(maxsize=1)
def _by_room() -> dict[str, tuple[Noun, ...]]:
    return {t: tuple(n for n in catalogue_nouns() if t in n.rooms) for t in ROOM_TYPES}


@lru_cache(maxsize=1)
def qualities() -> dict[str, tuple[tuple[str, str], ...]]:
    """Attribute kind -> (words, value)."""
    tables = {
        "colour": lx.COLOURS,
        "material": lx.MATERIALS,
        "size": lx.SIZES,
        "shape": lx.SHAPES,
        "style": lx.STYLES,
        "kind": lx.KINDS,
    }
    return {k: tuple(sorted((w, v) for w, v in t.items() if w.isascii() and quality(w) == (k, v))) for k, t in tables.items()}


@lru_cache(maxsize=4096)
def options(text: str, mark: str, held_out: bool) -> tuple[str, ...]:
    """The entries of a table line for training, or those held out (all of them when none is)."""
    every = [x.strip() for x in text.split(mark) if x.strip()]
    mine = [x.lstrip("#") for x in every if x.startswith("#") == held_out]
    return tuple(mine or [x.lstrip("#") for x in every])


class Page:
    """A text under construction."""

    def __init__(self) -> None:
        self.words: list[str] = []
        self.glued: list[bool] = []
        self.tags: list[str] = []
        self.arcs: list[tuple[str, int, int]] = []
        self.starts: list[int] = []  # first words of sentences

    def say(self, text: str, tag: str = "") -> int:
        """Append words; the index of the last one, by which arcs know the span."""
        first = True
        for chunk in text.split():
            for n, m in enumerate(WORD.finditer(chunk)):
                w = m.group()
                self.words.append(w)
                self.glued.append(n > 0 or w in ".,;:?!)" or (len(self.words) > 1 and self.words[-2] == "("))
                self.tags.append((f"B-{tag}" if first else f"I-{tag}") if tag else "O")
                first = False
        return len(self.words) - 1

    def link(self, kind: str, of: int, to: int) -> None:
        """An arc between the last words of two spans."""
        if of >= 0 and to >= 0:
            self.arcs.append((kind, of, to))


class Writer:
    """Tells one scene. `held_out` uses the wordings that training never sees."""

    def __init__(self, rng: Rng, held_out: bool) -> None:
        self.rng, self.held_out = rng, held_out
        self.page = Page()
        self.things: list[Thing] = []
        self.counts: list[str] = []
        self.attributes: list[str] = []
        self.relations: list[str] = []
        self.places: list[str] = []
        self.room = ""
        self.room_at = -1
        self.terse = rng.random() < 0.12
        self.last: Thing | None = None  # what the sentence before was about

    # choosing ----------------------------------------------------------------------------------------------------
    def pick(self, text: str, mark: str = ";") -> str:
        """One entry of a table line, choices in it made."""
        held = self.held_out and self.rng.random() < 0.75
        pool = options(text, mark, held)
        return self.choose(pool[int(self.rng.integers(len(pool)))])

    def choose(self, text: str) -> str:
        """`<a|b>` -> one of them."""
        text = re.sub(r"<([^<>]*)>", lambda m: str(self.rng.choice(m.group(1).split("|"))), text)
        verbs = options(tt.POSTURES, ",", False)
        return re.sub(r"\bV\b", lambda _: verbs[int(self.rng.integers(len(verbs)))], text)

    def chance(self, p: float) -> bool:
        """True with probability p."""
        return bool(self.rng.random() < p)

    def thing(self, place: str = "") -> Thing:
        """A new thing of the scene, with count and attributes."""
        home = _by_room().get(self.room, ())
        draw = self.rng.random()
        pool: Sequence[Noun] = (
            home if home and draw < 0.5 else catalogue_nouns() if draw < 0.72 else strange_nouns() or catalogue_nouns()
        )
        taken = {w for t in self.things for w in t.noun.one.split()}
        for _ in range(30):
            word = pool[int(self.rng.integers(len(pool)))]
            if taken.isdisjoint(word.one.split()) and (not place or word.place == place):
                break
        t = Thing(word)
        if self.chance(0.4):
            self._count(t)
        for kind in ATTRIBUTES:
            if self.chance({"size": 0.12, "colour": 0.14, "material": 0.12}.get(kind, 0.05)):
                words, value = qualities()[kind][int(self.rng.integers(len(qualities()[kind])))]
                t.attributes.append((kind, value, words))
        self.things.append(t)
        return t

    def _count(self, t: Thing) -> None:
        # plain numbers are the commonest
        row = 0 if self.chance(0.5) else int(self.rng.integers(len(tt.COUNTS)))
        op, value, phrases = tt.COUNTS[row]
        n = int(value) if value != "n" else int(self.rng.choice([2, 2, 2, 3, 3, 4, 4, 5, 6, 7, 8, 9, 10, 12, 15, 20]))
        names = [w for w, v in lx.NUMBERS.items() if v == n and w not in ("double", "lone", "single", "solitary")]
        said = names[0] if names and self.chance(0.7) else str(n)
        t.op, t.value = op, n
        t.count_words = re.sub(r"\bN\b", said, self.pick(phrases, ","))

    # phrases -----------------------------------------------------------------------------------------------------
    def phrase(self, t: Thing, bare: bool = False) -> int:
        """A thing's phrase; the index of its last word. The second time, definite or short."""
        if t.anchor >= 0:
            return self._again(t)
        p = self.page
        marks: list[int] = []
        if t.many:
            marks.append(p.say(t.count_words, "COUNT"))
        elif not bare and not (self.terse and self.chance(0.7)):
            if self.chance(0.08):
                marks.append(p.say(str(self.rng.choice(["one", "a single", "1", "one", "just one", "exactly one"])), "COUNT"))
            else:
                p.say(
                    str(
                        self.rng.choice(
                            ["a", "a", "a", "a", "a", "a", "a", "the", "my", "our", "another", "some kind of", "this"]
                        )
                    )
                )
        after: list[tuple[str, str, str]] = []
        said = 0
        for a in t.attributes:
            if a[0] in tt.AFTER and self.chance(0.2):
                after.append(a)
                continue
            if said and self.chance(0.25):
                p.say("," if self.chance(0.7) else "and")
            elif not said and self.chance(0.05):
                p.say(str(self.rng.choice(["very", "really", "beautiful", "lovely", "rather", "nice", "quite", "certain"])))
            marks.append(p.say(a[2].replace(" ", "-") if self.chance(0.4) else a[2], a[0].upper()))
            said += 1
        self._name(t)
        if after:
            for a in after:
                words = self.pick(tt.AFTER[a[0]], ",").split()
                for w in words:
                    mark = p.say(a[2], a[0].upper()) if w == "A" else p.say(w)
                    if w == "A":
                        marks.append(mark)
        elif self.chance(0.04):
            marks.append(self._part())
        for m in marks:
            p.link("of", m, t.anchor)
        self._note(t)
        return t.anchor

    def _name(self, t: Thing) -> None:
        t.anchor = self.page.say(t.noun.many if t.many else t.noun.one, "THING")
        if self.room_at >= 0:
            self.page.link("room", t.anchor, self.room_at)

    def _part(self) -> int:
        self.page.say("with")
        parts = [w for w in sorted(lx.PARTS) if singular(w) != w or w in ("canopy", "headboard", "shade", "lid")]
        number = str(self.rng.choice(["", "", "two ", "three ", "four ", "several ", "long ", "carved "]))
        return self.page.say(number + parts[int(self.rng.integers(len(parts)))], "PART")

    def _note(self, t: Thing) -> None:
        self.counts.append(f"{t.op},{t.value},{t.noun.one}")
        self.attributes += [f"eq,{t.value},{t.noun.one},{v}" for _, v, _ in t.attributes]

    def _again(self, t: Thing) -> int:
        name = t.noun.many if t.many else t.noun.one
        if " " in name and " of " not in name and self.chance(0.4):
            name = name.split()[-1]
        self.page.say(str(self.rng.choice(["the", "the", "the", "that", "this", "said"])) if not t.many else "the")
        old, t.anchor = t.anchor, self.page.say(name, "THING")
        self.page.link("same", t.anchor, old)
        return t.anchor

    def pronoun(self, t: Thing, word: str = "") -> int:
        """`it`, `them`, linked to what it means."""
        at = self.page.say(word or ("them" if t.many else "it"), "REF")
        self.page.link("same", at, t.anchor)
        return at

    def several(self, things: Sequence[Thing], bare: bool = False) -> list[int]:
        """`a, b and c`."""
        at = []
        for n, t in enumerate(things):
            if n:
                last = n == len(things) - 1
                self.page.say(
                    str(self.rng.choice(["and", "and", "and", "plus", ", and", "&", ",", "as well as"])) if last else ","
                )
            at.append(self.phrase(t, bare))
        return at

    # clauses -----------------------------------------------------------------------------------------------------
    def clause(self, template: str, kind: str, s: Sequence[Thing], o: Sequence[Thing] | str, words: str = "") -> None:
        """Realise a template; arcs from the words of the relation to its ends. `o` is a place's target when it is a string."""
        p = self.page
        ends: dict[str, list[int]] = {"subject": [], "object": []}
        marks: list[int] = []
        many = {"s": len(s) > 1 or s[0].many, "o": not isinstance(o, str) and (len(o) > 1 or any(t.many for t in o))}
        for part in _PART.findall(template):
            if part == "{s}":
                ends["subject"] += self.several(s, bare=self.terse)
            elif part == "{o}":
                ends["object"] += [self._place(o)] if isinstance(o, str) else self.several(o)
            elif part == "{it}" and not isinstance(o, str):
                ends["object"] = [self.pronoun(o[0])]
            elif part.startswith("["):
                said = self._agree(words if part == "[R]" else part[1:-1], many)
                about = said.endswith(" it") and not isinstance(o, str)
                marks.append(p.say(said.removesuffix(" it") if about else said, f"REL-{kind}"))
                if about and not isinstance(o, str):
                    ends["object"] = [self.pronoun(o[0])]
            else:
                p.say(self._agree(part, many))
        for m in marks:
            for a in dict.fromkeys(ends["subject"]):
                p.link("subject", m, a)
            for a in dict.fromkeys(ends["object"]):
                p.link("object", m, a)

    @staticmethod
    def _agree(words: str, many: dict[str, bool]) -> str:
        out = []
        for w in words.split():
            base, _, who = w.partition("@")
            one, _, more = base.partition("/")
            out.append(more if more and many[who or "s"] else one)
        return " ".join(out)

    def _place(self, target: str) -> int:
        word = self.pick(tt.PLACES[target], ",")
        parts = word.split()
        for i, w in enumerate(parts):
            if w.rstrip("s") in (
                "wall",
                "corner",
                "window",
                "skylight",
                "door",
                "entrance",
                "doorway",
                "exit",
                "entry",
                "entryway",
                "ceiling",
                "beam",
            ) or (target == "room" and i == len(parts) - 1):
                lead = parts[1:i] if parts[0] in ("the", "a", "one", "each") else []
                self.page.say(" ".join(parts[:1] if lead or i else []))
                if i > 1:
                    self.page.say(" ".join(parts[1:i]))
                at = self.page.say(w, target.upper())
                self.page.say(" ".join(parts[i + 1 :]))
                return at
        return self.page.say(word, target.upper())

    def relate(self, s: Sequence[Thing], kind: str, o: Sequence[Thing]) -> None:
        """A sentence about how things stand to each other, and its constraint."""
        if kind in tt.VERBS and (kind not in tt.PREPOSITIONS or self.chance(0.3)):
            self.clause(self.pick(tt.VERBS[kind]), kind, s, o)
        else:
            self.clause(self._family(), kind, s, o, self.pick(tt.PREPOSITIONS[kind], ","))
        self.state(s, kind, o)

    def relate_place(self, s: Sequence[Thing], target: str, kind: str) -> None:
        """The same for walls, windows and the room."""
        if (target, kind) in tt.AT_VERBS and self.chance(0.3):
            self.clause(self.pick(tt.AT_VERBS[target, kind]), kind, s, target)
        else:
            self.clause(self._family(of_place=True), kind, s, target, self.pick(tt.AT[target, kind], ","))
        self.state_place(s, kind, target)

    def _family(self, of_place: bool = False) -> str:
        """A template of one of the families; those with a pronoun for the object only where the object is a thing."""
        while True:
            template = self._any_family()
            if not (of_place and "{it}" in template):
                return template

    def _any_family(self) -> str:
        unseen = self.held_out and self.chance(0.6)
        names = [n for n in tt.CLAUSES if n.startswith("#") == unseen]
        if self.terse and not self.held_out:
            names = ["telegraph", "telegraph", "stands", "inverted"]
        return self.pick(tt.CLAUSES[names[int(self.rng.integers(len(names)))]])

    def state(self, s: Sequence[Thing], kind: str, o: Sequence[Thing]) -> None:
        """Note the constraint."""
        name = "on" if kind == "with" else _SAID.get(kind, kind)
        for t in s:
            for x in o if kind != "between" else o[:1]:
                self.relations.append(f"{t.op},{t.value},{name},0,{x.noun.one},{t.noun.one}")

    def state_place(self, s: Sequence[Thing], kind: str, target: str) -> None:
        """Note the constraint."""
        where = "room" if target in ("corner", "room") else target
        self.places += [f"{t.op},{t.value},{_SAID_AT[kind]},{t.noun.one},{where}" for t in s]


# units: one or two sentences each -----------------------------------------------------------------------------------
def _end(w: Writer) -> None:
    """End a sentence."""
    if w.page.words and w.page.words[-1] not in ".;:?!\n":
        w.page.say(
            str(w.rng.choice([".", ".", ".", ".", ".", ".", ";", "!"])) if not w.terse else str(w.rng.choice([".", ";", ","]))
        )
    w.page.starts.append(len(w.page.words))


def _fitting(w: Writer, s: Thing, o: Thing) -> str:
    """A relation that two things may well have."""
    if w.chance(0.1):
        kinds = list(tt.PREPOSITIONS)
    elif s.noun.place == "on":
        kinds = ["on", "on", "on", "inside", "inside", "with", "with", "near", "next_to", "left_of", "in_front_of", "middle_of"]
    elif s.noun.place in ("wall", "ceiling"):
        kinds = ["above", "above", "above", "next_to", "near", "behind", "across_from"]
    else:
        kinds = "next_to next_to near near across_from far_from faces faces left_of right_of in_front_of in_front_of behind under with".split()
        kinds += ["around", "around", "flank", "around"] if s.many else []
        kinds += ["flank", "flank", "each_of_two"] if (s.op, s.value) == ("eq", 2) else []
    kind = str(w.rng.choice(kinds))
    return "flank" if kind == "each_of_two" else kind


def _known(w: Writer) -> Thing | None:
    """A thing that has been named."""
    named = [t for t in w.things if t.anchor >= 0]
    return named[int(w.rng.integers(len(named)))] if named else None


def opening(w: Writer) -> None:
    """The room and some of its things."""
    names = [n for n, t in room_words().items() if t == w.room and n.isascii()] or [plain(ROOM_TYPES[w.room])]
    things = [w.thing() for _ in range(int(w.rng.integers(1, 5)))]
    name = str(w.rng.choice(names))
    for part in w.pick(tt.OPENINGS).split():
        word = part.rstrip(".")
        if word == "P":
            if w.chance(0.4):
                w.page.say(w.pick(tt.ROOM_WORDS, ","))
            w.room_at = w.page.say(name, "ROOM")
        elif word == "L":
            _listing(w, things)
        elif word:
            w.page.say(word)
        if part.endswith(".") and part != ".":
            w.page.say(".")
    w.last = things[0]
    _end(w)


def listing(w: Writer) -> None:
    """A list of things."""
    things = [w.thing() for _ in range(int(w.rng.integers(1, 5)))]
    many = {"s": len(things) > 1 or things[0].many, "o": False}
    for part in w.pick(tt.LISTS).split():
        word = part.rstrip(".")
        if word == "L":
            _listing(w, things)
        elif word:
            w.page.say(w._agree(word, many))
    w.last = things[-1] if len(things) == 1 else None
    _end(w)


def _listing(w: Writer, things: Sequence[Thing]) -> None:
    """Items, some with what they hold or where they stand."""
    marks = str(w.rng.choice([",", ",", ",", ",", ";", "and"]))
    for n, t in enumerate(things):
        if n:
            w.page.say(str(w.rng.choice(["and", ", and", "and", "plus", "as well as", marks])) if n == len(things) - 1 else marks)
        draw = w.rng.random()
        if draw < 0.18:
            _placed(w, t)
        elif draw < 0.34:
            s = w.thing("on")
            kind = str(w.rng.choice(["with", "with", "with", "on", "inside"]))
            if kind == "with":
                w.clause(
                    str(
                        w.rng.choice(
                            [
                                "{o} [with] {s}",
                                "{o} [with] {s} on it",
                                "{o} [holding] {s}",
                                "{o} [that has] {s}",
                                "{o} [topped with] {s}",
                            ]
                        )
                    ),
                    "with",
                    [s],
                    [t],
                )
            else:
                w.clause("{s} [R] {o}", kind, [s], [t], w.pick(tt.PREPOSITIONS[kind], ","))
            w.state([s], kind, [t])
        else:
            w.phrase(t, bare=w.terse)


def _placed(w: Writer, t: Thing) -> None:
    """`a bed against the wall`, `a lamp beside the bed`."""
    other = _known(w)
    if other is not None and w.chance(0.5):
        kind = _fitting(w, t, other)
        if kind != "with":
            w.clause("{s} [R] {o}", kind, [t], [other], w.pick(tt.PREPOSITIONS[kind], ","))
            w.state([t], kind, [other])
            return
    target, kind = _place_for(w, t)
    w.clause("{s} [R] {o}", kind, [t], target, w.pick(tt.AT[target, kind], ","))
    w.state_place([t], kind, target)


def _place_for(w: Writer, t: Thing) -> tuple[str, str]:
    every = list(tt.AT)
    if t.noun.place == "wall" and w.chance(0.85):
        return "wall", "on"
    if t.noun.place == "ceiling" and w.chance(0.85):
        return "ceiling", "from"
    pool = (
        [k for k in every if k not in (("wall", "on"), ("ceiling", "from"))]
        + [("wall", "against")] * 4
        + [("corner", "inside")] * 3
        + [("room", "middle_of")] * 2
    )
    return pool[int(w.rng.integers(len(pool)))]


def placing(w: Writer) -> None:
    """A thing and its place in the room; at times two in one sentence."""
    old = _known(w)
    s = old if old is not None and w.chance(0.4) else w.thing("wall" if w.chance(0.15) else "ceiling" if w.chance(0.08) else "")
    both = [s, w.thing()] if w.chance(0.12) and s.anchor < 0 else [s]
    w.relate_place(both, *_place_for(w, s))
    if w.chance(0.2):
        w.page.say(str(w.rng.choice([", and", "and", ", while", ";", ", whereas"])))
        t = w.thing()
        w.relate_place([t], *_place_for(w, t))
    w.last = s if len(both) == 1 else None
    _end(w)


def relating(w: Writer) -> None:
    """How one thing stands to another; at times a second relation in the same sentence."""
    old = _known(w)
    o = old if old is not None and w.chance(0.6) else w.thing("floor" if w.chance(0.6) else "")
    s = w.thing(str(w.rng.choice(["", "on", "floor", "on"])))
    both = [s, w.thing(s.noun.place)] if w.chance(0.15) else [s]
    fresh = o.anchor < 0
    w.relate(both, _fitting(w, s, o), [o])
    if fresh and w.page.tags[-1].endswith("THING") and w.chance(0.3):
        _nested(w, o)
    draw = w.rng.random()
    if draw < 0.18:
        w.page.say(str(w.rng.choice([", and", "and", ", while", ";", ", with"])))
        t = w.thing()
        w.relate([t], _fitting(w, t, o), [o])
    elif draw < 0.3:
        w.page.say(str(w.rng.choice(["and", ", and", ","])))
        target, kind = _place_for(w, s)
        w.clause("[R] {o}", kind, both, target, w.pick(tt.AT[target, kind], ","))
        _arcs_to(w, both)
        w.state_place(both, kind, target)
    w.last = o if w.chance(0.5) else s if len(both) == 1 else None
    _end(w)


def _nested(w: Writer, o: Thing) -> None:
    """`... on a cabinet by the door`: the place is the last thing's."""
    if w.chance(0.5):
        other = w.thing("floor")
        kind = str(w.rng.choice(["next_to", "near", "in_front_of", "behind", "across_from", "left_of", "right_of"]))
        w.clause("[R] {o}", kind, [o], [other], w.pick(tt.PREPOSITIONS[kind], ","))
        w.state([o], kind, [other])
    else:
        target, kind = _place_for(w, o)
        w.clause("[R] {o}", kind, [o], target, w.pick(tt.AT[target, kind], ","))
        w.state_place([o], kind, target)
    _arcs_to(w, [o])


def notes(w: Writer) -> None:
    """Short notes one after the other: `bed against the wall, lamp next to the bed, ...`."""
    mark = str(w.rng.choice([",", ",", ";", "and", ".", "-"]))
    for n in range(int(w.rng.integers(2, 5))):
        if n:
            w.page.say(mark)
        t = w.thing("wall" if w.chance(0.12) else "ceiling" if w.chance(0.06) else "on" if w.chance(0.2) and n else "floor")
        other = _known(w)
        kind = _fitting(w, t, other) if other is not None else "with"
        front = w.chance(0.2)
        template = "[R] {o} <||is/are|V|,> {s}" if front else "{s} <|||is/are|V> [R] {o}"
        if kind != "with" and other is not None and w.chance(0.55):
            w.clause(w.choose(template), kind, [t], [other], w.pick(tt.PREPOSITIONS[kind], ","))
            w.state([t], kind, [other])
        else:
            target, kind = _place_for(w, t)
            w.clause(w.choose(template), kind, [t], target, w.pick(tt.AT[target, kind], ","))
            w.state_place([t], kind, target)
        w.last = t
    _end(w)


def _arcs_to(w: Writer, things: Sequence[Thing]) -> None:
    """The subject of a second place in the same sentence is what was named before."""
    at = max(i for i, tag in enumerate(w.page.tags) if tag.startswith(("B-REL", "I-REL")))
    for t in things:
        w.page.link("subject", at, t.anchor)


def between(w: Writer) -> None:
    """Something between two others."""
    s = w.thing()
    if w.chance(0.5):
        o = w.thing()
        o.op, o.value, o.count_words = "eq", 2, str(w.rng.choice(["two", "two", "the two", "a pair of", "2", "both"]))
        others = [o]
        template = str(
            w.rng.choice(
                ["{s} V [R] {o}", "[R] {o} <is/are|V|there is/are> {s}", "{o} with {s} [R] {it}", "{o} and {s} [R] {it}"]
            )
        )
    else:
        others = [w.thing(), w.thing()]
        template = str(
            w.rng.choice(["{s} V [R] {o}", "[R] {o} <is/are|V|there is/are> {s}", "{s} [R] {o}", "{s} [divides/divide] {o}"])
        )
    if w.chance(0.35):
        template = w.pick(tt.VERBS["between"])
    w.clause(w.choose(template), "between", [s], others, w.pick(tt.PREPOSITIONS["between"], ","))
    w.state([s], "between", others)
    w.last = s
    _end(w)


def each(w: Writer) -> None:
    """The same for every one of several."""
    o, s = w.thing("floor"), w.thing("on" if w.chance(0.7) else "")
    if o.op != "eq" or o.value < 2 or o.value > 12:
        o.op, o.value, o.count_words = "eq", int(w.rng.integers(2, 7)), ""
        o.count_words = next(n for n, v in lx.NUMBERS.items() if v == o.value)
    if s.op != "eq" or s.value > 4:
        s.op, s.value, s.count_words = "eq", 1, ""
    s.attributes = s.attributes[:1]
    share = s.value
    w.page.say(str(w.rng.choice(["There are", "We need", "", "The room has", "Put in", "I want"])))
    w.phrase(o)
    template = w.pick(tt.EACH)
    if w.chance(0.3):
        w.page.say(str(w.rng.choice([",", ", and", "and"])))
        if w.chance(0.5):
            template = (
                w.choose("<each|every one> <[with]|[holding]|[topped with]|has|having> {s}")
                .replace(" has ", " [has] ")
                .replace(" having ", " [has] ")
            )
    else:
        _end(w)
    _each_clause(w, template, s, o)
    w.counts[-1] = f"eq,{share * o.value},{s.noun.one}"
    w.relations.append(f"eq,{share * o.value},near,0,{o.noun.one},{s.noun.one}" if "next to" in template or "beside" in template or "front" in template
                       else f"eq,{share * o.value},on,0,{o.noun.one},{s.noun.one}")  # fmt: skip
    _end(w)


def _each_clause(w: Writer, template: str, s: Thing, o: Thing) -> None:
    p, subject, target, spread, marks = w.page, -1, -1, -1, []
    kind = {"next": "next_to", "beside": "next_to", "in": "in_front_of", "on": "on"}
    named = "{o}" in template.lower()
    for part in _PART.findall(template):
        if part.lower() in ("each", "every", "all") and named:
            spread = p.say(part, "EACH")
        elif part in ("each", "every") and subject < 0 and target < 0:
            target = w.pronoun(o, "every one" if part == "every" else part)
        elif part == "one" and not named:
            continue
        elif part == "{s}":
            subject = w.phrase(s)
        elif part in ("{o}", "{O}"):
            old = o.anchor
            o.anchor = target = p.say(o.noun.many if part == "{O}" else o.noun.one, "THING")
            p.link("same", target, old)
            p.link("of", spread, target)
        elif part.startswith("["):
            words = part[1:-1]
            about = words.endswith(" it")
            name = kind.get(words.split()[0], "with") if words != "on top" else "on"
            marks.append(p.say(words.removesuffix(" it"), f"REL-{name}"))
            if about:
                p.link("same", p.say("it", "REF"), target)
        else:
            p.say(part)
    for m in marks:
        p.link("subject", m, subject)
        p.link("object", m, target)


def nearby(w: Writer) -> None:
    """`Beside it stands ...`: a place about what was said before."""
    o = w.last or _known(w)
    if o is None or o.many:
        relating(w)
        return
    kind = str(w.rng.choice(list(tt.NEARBY)))
    s = w.thing({"above": "wall", "on": "on", "inside": "on"}.get(kind, ""))
    if kind == "flank":
        s.op, s.value, s.count_words = "eq", 2, str(w.rng.choice(["two", "a pair of", "two", "2"]))
    if kind == "around" and not s.many:
        s.op, s.value, s.count_words = "eq", 4, "four"
    words = w.pick(tt.NEARBY[kind], ",")
    front = w.chance(0.6)
    if not front:
        at = w.phrase(s)
        w.page.say(w._agree(w.choose("<is/are|stands/stand|sits/sit||hangs/hang|goes/go>"), {"s": s.many, "o": False}))
    mark = w.page.say(words.removesuffix(" it"), f"REL-{kind}")
    target = w.pronoun(o) if words.endswith(" it") else o.anchor
    if front:
        w.page.say(
            w._agree(
                w.choose("<is/are|stands/stand|sits/sit|there is/are|,|, there is/are|hangs/hang|I want|we have|put|place>"),
                {"s": s.many, "o": False},
            )
        )
        at = w.phrase(s)
    w.page.link("subject", mark, at)
    w.page.link("object", mark, target)
    w.state([s], kind, [o])
    w.last = s if w.chance(0.4) else o
    _end(w)


def follow(w: Writer) -> None:
    """`It stands ...`: more about what was said before."""
    t = w.last or _known(w)
    if t is None:
        return
    target, kind = _place_for(w, t)
    at = w.pronoun(t, "They" if t.many else "It")
    w.page.say(
        w._agree(
            w.choose("<is/are|stands/stand|sits/sit|should be|goes/go|must be placed|is/are placed|hangs/hang|belongs/belong>"),
            {"s": t.many, "o": False},
        )
    )
    if w.chance(0.5):
        mark = w.page.say(w.pick(tt.AT[target, kind], ","), f"REL-{kind}")
        w.page.link("object", mark, w._place(target))
        w.state_place([t], kind, target)
    else:
        o = w.thing()
        kind = _fitting(w, t, o)
        kind = "near" if kind == "with" else kind
        mark = w.page.say(w.pick(tt.PREPOSITIONS[kind], ","), f"REL-{kind}")
        w.page.link("object", mark, w.phrase(o))
        w.state([t], kind, [o])
    w.page.link("subject", mark, at)
    _end(w)


def loose(w: Writer) -> None:
    """`In the middle, there is ...`: a place that names no object."""
    kind = str(w.rng.choice(["middle_of", "middle_of", "on_wall", "at_back", "from"]))
    s = w.thing({"on_wall": "wall", "from": "ceiling"}.get(kind, "floor"))
    words = w.pick(tt.LOOSE[kind], ",")
    template = (
        "[R] <,|is/are|stands/stand|there is/are|:|I want|, put|we have> {s}"
        if w.chance(0.55)
        else "{s} <is/are|stands/stand||,|goes/go|placed> [R]"
    )
    w.clause(w.choose(template), kind, [s], [], words)
    w.state_place([s], kind, {"on_wall": "wall", "from": "ceiling"}.get(kind, "room"))
    w.last = s
    _end(w)


def absent(w: Writer) -> None:
    """What must not be there."""
    t = w.thing()
    t.attributes, t.op, t.value = [], "eq", 1
    name = t.noun.many if w.chance(0.4) else t.noun.one
    for part in _PART.findall(w.pick(tt.ABSENT)):
        if part == "{s}":
            w.page.say(name, "ABSENT")
        else:
            w.page.say(w._agree(part, {"s": name == t.noun.many, "o": False}))
    w.things.remove(t)
    w.counts.append(f"eq,0,{t.noun.one}")
    if w.chance(0.25):
        w.page.say(str(w.rng.choice(["or", "and no", "nor", ", no"])))
        other = w.thing()
        w.things.remove(other)
        w.page.say(other.noun.many if w.chance(0.4) else other.noun.one, "ABSENT")
        w.counts.append(f"eq,0,{other.noun.one}")
    _end(w)


def predicate(w: Writer) -> None:
    """A quality said in a sentence of its own."""
    t = w.last or _known(w)
    if t is None:
        return
    kind = str(w.rng.choice(["colour", "colour", "material", "shape", "size"]))
    words, value = qualities()[kind][int(w.rng.integers(len(qualities()[kind])))]
    it, marks, at = w.chance(0.4), [], -1
    for part in _PART.findall(w.pick(tt.PREDICATES)):
        if part == "{s}":
            at = w.pronoun(t, "they" if t.many else "it") if it else w.phrase(t)
        elif part == "A":
            if kind == "material" and w.chance(0.6):
                w.page.say("made of")
            marks.append(w.page.say(words, kind.upper()))
        else:
            w.page.say(w._agree(part, {"s": t.many, "o": False}))
    for m in marks:
        w.page.link("of", m, at)
    w.attributes.append(f"eq,{t.value},{t.noun.one},{value}")
    _end(w)


def some_of(w: Writer) -> None:
    """`One stands by the window, the other in the corner.`"""
    t = w.thing("floor")
    t.op, t.value, t.count_words = "eq", int(w.rng.choice([2, 2, 2, 3, 4])), ""
    t.count_words = next(n for n, v in lx.NUMBERS.items() if v == t.value)
    w.page.say(str(w.rng.choice(["There are", "We have", "I want", "The room has", "Add"])))
    w.phrase(t)
    _end(w)
    first, second = _place_for(w, t), _place_for(w, t)
    number = str(w.rng.choice(["one", "two"])) if t.value > 2 else "one"
    o: Thing | None = w.thing() if w.chance(0.5) else None
    subject, marks = t.anchor, []
    for part in w.pick(tt.PARTS_OF).split():
        if part in ("N", "One", "one", "second", "other", "rest", "first"):
            subject = w.page.say(number if part == "N" else part, "REF")
            w.page.link("same", subject, t.anchor)
        elif part == "{s}":
            w.page.say(t.noun.many)
        elif part in ("[R]", "[T]"):
            if part == "[R]" and o is not None:
                kind = "near" if (found := _fitting(w, t, o)) in ("with", "around", "flank") else found
                mark = w.page.say(w.pick(tt.PREPOSITIONS[kind], ","), f"REL-{kind}")
                w.state([t], kind, [o])
            else:
                at, kind = first if part == "[R]" else second
                mark = w.page.say(w.pick(tt.AT[at, kind], ","), f"REL-{kind}")
                w.state_place([t], kind, at)
            w.page.link("subject", mark, subject)
            marks.append(mark)
        elif part in ("{o}", "{p}"):
            there = w.phrase(o) if part == "{o}" and o is not None else w._place((first if part == "{o}" else second)[0])
            w.page.link("object", marks[-1], there)
        else:
            w.page.say(w._agree(part, {"s": number != "one", "o": False}))
    _end(w)


def distraction(w: Writer) -> None:
    """A sentence about no thing."""
    for part in w.pick(tt.DISTRACTIONS).split():
        word = part.strip(",")
        if word == "M":
            w.page.say(w.pick(tt.MOODS, ","))
        elif word in ("C", "W"):
            pool = qualities()["colour" if word == "C" else "material"]
            w.page.say(pool[int(w.rng.integers(len(pool)))][0])
        elif word == "N":
            w.page.say(str(w.rng.integers(2, 9)))
        else:
            w.page.say(part)
    w.last = None
    _end(w)


def other_room(w: Writer) -> None:
    """The next room of a home and its things."""
    w.room = str(w.rng.choice(list(ROOM_TYPES)))
    names = [n for n, t in room_words().items() if t == w.room and n.isascii()]
    w.page.say(str(w.rng.choice(["In the", "The", "the", "For the", "Next door , the", "Beyond it lies the", "In its"])))
    w.room_at = w.page.say(str(w.rng.choice(names)), "ROOM")
    w.page.say(str(w.rng.choice(["there is", "has", "with", ":", "gets", "I want", ", we need", "holds"])))
    _listing(w, [w.thing() for _ in range(int(w.rng.integers(1, 4)))])
    w.last = None
    _end(w)


UNITS: Final[tuple[tuple[Callable[[Writer], None], float], ...]] = (
    (listing, 1.2), (relating, 4.2), (placing, 2.4), (notes, 1.3), (between, 0.6), (each, 0.9), (nearby, 1.6), (follow, 0.7), (loose, 0.6),
    (absent, 0.8), (predicate, 0.7), (some_of, 0.6), (distraction, 1.1), (other_room, 0.25),
)  # fmt: skip


def write(rng: Rng, held_out: bool = False) -> Text:
    """One description."""
    w = Writer(rng, held_out)
    w.room = str(rng.choice(list(ROOM_TYPES)))
    stated = rng.random() < 0.5
    room = w.room if stated else ""
    w.page.starts.append(0)
    if stated:
        opening(w)
    weights = np.array([x for _, x in UNITS])
    for n in rng.choice(
        len(UNITS), int(rng.choice([1, 1, 2, 2, 3, 4])) - (1 if stated and rng.random() < 0.4 else 0), p=weights / weights.sum()
    ):
        UNITS[int(n)][0](w)
    if not w.page.words:
        listing(w)
    return _finish(w, room)


def _finish(w: Writer, room: str) -> Text:
    """Letters, spaces and slips of the pen."""
    p, rng = w.page, w.rng
    words = [("an" if x == "a" and i + 1 < len(p.words) and p.words[i + 1][0] in "aeiou" else x) for i, x in enumerate(p.words)]
    style = rng.random()
    for i in p.starts:
        if i < len(words) and style > 0.12:
            words[i] = words[i][:1].upper() + words[i][1:]
    if style < 0.12:
        words = [x.lower() for x in words]
    if rng.random() < 0.08:
        words = [_slip(x, rng) if x.isalpha() and len(x) > 4 and rng.random() < 0.06 else x for x in words]
    out, spans, at = [], [], 0
    for x, glued in zip(words, p.glued, strict=True):
        if out and not glued:
            out.append(" ")
            at += 1
        spans.append((at, at + len(x)))
        out.append(x)
        at += len(x)
    row = {
        "Room": room, "Description": "".join(out), "ObjCount": "; ".join(w.counts), "ObjAttr": "; ".join(w.attributes),
        "OORel": "; ".join(w.relations), "OARel": "; ".join(w.places),
    }  # fmt: skip
    return Text(row["Description"], tuple(spans), tuple(p.tags), tuple(p.arcs), row)


def _slip(word: str, rng: Rng) -> str:
    """Two letters swapped, or one left out."""
    i = int(rng.integers(1, len(word) - 2))
    return word[:i] + word[i + 1] + word[i] + word[i + 2 :] if rng.random() < 0.5 else word[:i] + word[i + 1 :]

"""What the trained reader found, acted out on a `Reader`: the grammar and the network share one set of actions.

Things become drafts, arcs their counts and qualities, relation words links. What a number phrase means and which category
a noun is stay with the grammar's tables; the network says which words belong together.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import Final

from ..catalogue import is_a
from . import lexicon as lx
from .chunk import Mention, chunk
from .clauses import Reader, Thing
from .linker import Term, noun, plain, quality, singular
from .tagger import PLACES, QUALITIES, Arc, Reading, Span

_LOOSE: Final = {"middle_of": ("middle_of", "room"), "at_back": ("at_back", "room"), "on_wall": ("on_wall", "wall"),
                 "from": ("from", "ceiling"), "above": ("from", "ceiling")}  # fmt: skip
_EACH: Final = frozenset("each every apiece".split())
_SIDES: Final = re.compile(r"\b(each|either|both|two) (of the )?(hand )?sides?\b|\bleft and right\b")
_MUTUAL: Final = frozenset({"next_to", "faces", "near", "across_from"})


class Actor:
    """One reading on its way to drafts and links."""

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.reader = Reader()
        self.spans = {s.at: s for s in reading.spans}
        self.arcs: dict[tuple[str, int], list[Arc]] = defaultdict(list)  # by kind and source
        self.into: dict[tuple[str, int], list[Arc]] = defaultdict(list)  # by kind and target
        for a in reading.arcs:
            self.arcs[a.kind, a.source].append(a)
            self.into[a.kind, a.target].append(a)
        self.things: dict[int, Thing] = {}  # by the last word of a span
        self.sure: dict[str, float] = {}  # of each draft
        self.counted: dict[str, float] = {}  # of the number of each draft that has one
        self.said: dict[tuple[str, str], float] = {}  # of each draft's qualities
        self.link_sure: dict[tuple[str, str, tuple[str, ...], str], float] = {}

    def act(self) -> Actor:
        """All of it, in the order of the text."""
        for s in self.reading.spans:
            if s.tag in ("THING", "ABSENT") and self.words(s) and self.words(s) not in lx.VOID:
                self._thing(s)
            elif s.tag == "REF" and self.words(s):
                self._refer(s)
        for s in self.reading.spans:
            if s.tag in QUALITIES or s.tag == "PART":
                self._describe(s)
        for s in self.reading.spans:
            if s.tag.startswith("REL-"):
                self._relation(s)
        return self

    def words(self, s: Span) -> str:
        """The words of a span, as the tables have them."""
        return plain(re.sub(r" ?['’] ?s\b", "s", " ".join(self.reading.words[s.start : s.end])))

    def doubt(self, word: str) -> float:
        """How sure the network is that a word (in the singular) names no thing of its own anywhere in the text."""
        least = 1.0
        for i, w in enumerate(self.reading.words):
            if singular(w.lower()) == word:
                least = min(least, 0.0 if i in self.things else 1.0 - self.reading.thing[i])
        return least

    # things ------------------------------------------------------------------------------------------------------
    def _thing(self, s: Span) -> None:
        old = self._before(s)
        name = self.words(s)
        counted = any(self.spans[a.source].tag == "COUNT" for a in self.into["of", s.at])
        if old is not None and s.tag == "THING" and not counted and self._alike(old, name):
            each = any(self.spans[a.source].tag == "EACH" for a in self.into["of", s.at])
            self.things[s.at] = Thing(old.keys, each=each, plural=old.plural)
            return
        mention = self._mention(s, name)
        category, stand_in, _ = self.reader._category(mention)
        if not category:
            return
        self.reader.negated = s.tag == "ABSENT"
        thing = self.reader._new(mention, category, stand_in)
        self.reader.negated = False
        self.things[s.at] = thing
        key = thing.keys[0]
        self.sure[key] = s.sure
        number = [a for a in self.into["of", s.at] if self.spans[a.source].tag == "COUNT"]
        if number:
            self.counted[key] = min(min(a.sure, self.spans[a.source].sure) for a in number)

    def _before(self, s: Span) -> Thing | None:
        found = self.arcs["same", s.at]
        return self.things.get(found[0].target) if found else None

    def _alike(self, old: Thing, name: str) -> bool:
        """Whether a second name can be of the same thing: its category, or its last word."""
        d = self.reader.drafts[old.keys[-1]]
        term = noun(name)
        return d.head == singular(name.split()[-1]) or bool(
            term and (is_a(d.category, term.category) or is_a(term.category, d.category))
        )

    def _mention(self, s: Span, name: str) -> Mention:
        """A noun phrase as the grammar has it."""
        number = sorted(
            (self.spans[a.source] for a in self.into["of", s.at] if self.spans[a.source].tag == "COUNT"), key=lambda x: x.start
        )
        mention = Mention("thing", name, det="indefinite", head=name)
        said = " ".join(self.words(c) for c in number)
        counted = [m for m in chunk([(w, False) for w in f"{said} vases".split()]) if isinstance(m, Mention)] if said else []
        last = singular(name.split()[-1])
        mention.plural = last != name.split()[-1]
        if counted:
            c = counted[-1]
            mention.op, mention.value, mention.factor, mention.numbered = c.op, c.value, c.factor, c.numbered
            mention.plural = c.plural
        elif mention.plural:
            mention.det = "bare"
        term, lead = _term(name)
        if term is None:
            mention.kind, mention.category = "unknown", name
            return mention
        mention.category = term.category
        mention.attributes = [*lead, *term.attributes]
        mention.head = name
        return mention

    def _refer(self, s: Span) -> None:
        old = self._before(s)
        if old is None:
            return
        word = self.words(s)
        counted = [m for m in chunk([(w, False) for w in f"{word} vases".split()]) if isinstance(m, Mention)]
        number = counted[-1].value if counted and counted[-1].numbered else 0
        total = sum(self.reader.drafts[k].number for k in old.keys)
        part = (
            number
            if 0 < number < total
            else 1
            if word in ("other", "the other", "first", "second", "another") and total > 1
            else 0
        )
        self.things[s.at] = Thing(old.keys, part=part, each=word.split()[0] in _EACH, plural=old.plural)

    def _describe(self, s: Span) -> None:
        for a in self.arcs["of", s.at]:
            thing = self.things.get(a.target)
            if thing is None:
                continue
            words = self.words(s)
            found = quality(words) or (
                (s.tag.lower(), words.replace(" ", "_")) if s.tag in QUALITIES else ("kind", f"with_{words}".replace(" ", "_"))
            )
            for k in thing.keys:
                self.reader._add(self.reader.drafts[k], [found])
                self.said[k, found[1]] = min(a.sure, s.sure)

    # relations ---------------------------------------------------------------------------------------------------
    def _relation(self, s: Span) -> None:
        kind = s.tag.removeprefix("REL-")
        if kind == "flank" and _SIDES.search(self.words(s)):
            kind = "each_side"  # then one on each side, if one is spoken of
        subjects = [(self.things[a.target], a.sure) for a in self.arcs["subject", s.at] if a.target in self.things]
        objects = [
            a for a in self.arcs["object", s.at] if self.spans[a.target].tag in (*PLACES, "ROOM") or a.target in self.things
        ]
        before = {(x.subject, x.kind, x.objects, x.architecture) for x in self.reader.links}
        sure = s.sure
        places = [a for a in objects if a.target not in self.things]
        others = [(self.things[a.target], a.sure) for a in objects if a.target in self.things]
        for t, p in subjects:
            sure = min(sure, p)
            for a in places:
                self.reader._architecture(
                    t, kind, {"ROOM": "room"}.get(self.spans[a.target].tag, self.spans[a.target].tag.lower())
                )
                sure = min(sure, a.sure)
            if not objects and kind in _LOOSE:
                self.reader._architecture(t, *_LOOSE[kind])
        if kind == "between" and len(others) > 1:
            others = [(Thing(tuple(k for o, _ in others for k in o.keys)), min(p for _, p in others))]
        for t, _ in subjects:
            for o, p in others:
                self._relate(kind, t, o)
                sure = min(sure, p)
        if not objects and len(subjects) > 1 and kind in _MUTUAL:
            self._relate(kind, subjects[-1][0], subjects[0][0])
        for x in self.reader.links:
            key = (x.subject, x.kind, x.objects, x.architecture)
            if key not in before:
                self.link_sure[key] = sure

    def _relate(self, kind: str, t: Thing, o: Thing) -> None:
        if set(t.keys) & set(o.keys) and kind != "faces":
            return
        reader = self.reader
        if kind != "with":
            reader._relate(kind, t, o)
            return
        reader.how = "with"
        o.part = 0
        reader._multiply(t, o)
        found = reader._hold(t, o)
        if found:
            reader._emit(found, t, o, weak=True, each=o.each)


def _term(name: str) -> tuple[Term | None, list[tuple[str, str]]]:
    """The term of a noun phrase, or of its last words; what stands before them says what kind it is."""
    parts = name.split()
    for n in range(len(parts)):
        term = noun(" ".join(parts[n:]))
        if term and (n == 0 or not re.fullmatch(r"\d+", parts[n])):
            lead = " ".join(parts[:n])
            return term, [quality(lead) or ("kind", lead.replace(" ", "_"))] if lead else []
    return None, []

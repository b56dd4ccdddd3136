"""A prompt -> a brief. Deterministic; grammar and tables first, the sentence encoder for words that no table knows."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache
from typing import Any, Final

from ..brief import (
    ARCHITECTURE,
    OBJECT_RELATIONS,
    ROOM_RELATIONS,
    Attribute,
    AttributeKind,
    Brief,
    Count,
    CountOp,
    RelationRequest,
    Request,
)
from ..catalogue import categories, is_a
from ..errors import InputError
from ..plan.rooms import ROOM_TYPES, ROOMS
from . import lexicon as lx
from .chunk import Mention, chunk, sentences
from .clauses import Draft, Link, Reader, refine
from .combine import combine
from .company import asleep, company, provide
from .homes import read_home
from .linker import PLAIN, SURE, nearest_room, nearest_thing, noun, plain
from .measures import measure, phrase_in, time_of_day
from .reading import Actor
from .rooms import KINDRED, room_words
from .shorthand import spelt_out
from .sizes import likely_size
from .tagger import Tagger

LONGEST: Final = 4000  # characters that are read; a description of one room is far shorter
_PLACE: Final = 0.3  # cosine from which an unknown word for the place counts as a room type
_MOST: Final = 2000  # of one thing
_FOREIGN: Final = 0.3  # share of known words under which a prompt is not read as English
_COMMON: Final = frozenset(
    "a an the of and or in on at to with by for from is are it its there room that this which as be has have not no into up "
    "out".split()
)
_NOTHING: Final = re.compile(  # besides what is asked for, if anything is
    r" (?:unfurnished|(?:without|no)(?: any)? furniture|nothing (?:else|in it)|(?:nothing|without anything)(?: at all)?(?= $)) "
)
_KINDRED: Final = re.compile(rf"\b(?:{'|'.join(sorted(KINDRED, key=len, reverse=True))})\b", re.I)
_OPENS_KINDRED: Final = re.compile(  # `Cinema: six rows of seats`
    rf" (?:(?:a|an|the|my|our|this) )?((?:\w+ )?{_KINDRED.pattern} )"
    rf"(?=$|(?:with|has|having|for|where|a|an|the|\d+|{'|'.join(lx.NUMBERS)}) )"
)
_SAYS_NO_KIND: Final = (
    _COMMON | lx.ROOM_WORDS | set(lx.ROOM_SIZES) | set(lx.DENSITIES) | {"nothing", "anything", "unfurnished", "almost"}
)


def understand(
    prompt: str,
    *,
    room_type: str = "",
    size: tuple[float, float] | None = None,
    area: float | None = None,
    height: float | None = None,
    style: str = "",
    hour: float | None = None,
    density: float | None = None,
    reader: str = "both",
) -> Brief:
    """The brief of a prompt; keyword arguments override what the text says.

    `reader` is `grammar` or `network` when one of the two readers is to be measured alone.

    InputError when there is nothing to read, or an override is unknown or out of range.
    """
    text = _clean(prompt)
    _check(room_type, style, hour, density)
    brief = _read(text, reader)
    changes = {
        "room_type": room_type,
        "size": size,
        "area": area,
        "height": height,
        "style": style,
        "hour": hour,
        "density": density,
    }
    given: dict[str, Any] = {k: v for k, v in changes.items() if v not in ("", None)}
    if room_type:
        given["room_type_stated"] = True
    return replace(brief, prompt=prompt, **given) if given else replace(brief, prompt=prompt)


def _clean(prompt: str) -> str:
    text = unicodedata.normalize("NFKC", prompt) if not prompt.isascii() else prompt
    text = "".join(_spoken(c) if ord(c) > 0x2000 else c if c.isprintable() or c in "\n\t" else " " for c in text)
    if not any(c.isalnum() for c in text):
        raise InputError(
            "The prompt is empty: describe a room in a sentence.", "For example: a bedroom with a bed and a desk by the window."
        )
    return text.replace("²", "²").replace("m2", "m²")


@lru_cache(maxsize=512)
def _spoken(char: str) -> str:
    """A pictogram's things in words (U+1F6CB is called `couch and lamp`); other characters as they are."""
    if unicodedata.category(char) not in ("So", "Cf", "Mn", "Cn", "Co", "Cs", "Cc"):
        return char
    name = unicodedata.name(char, "").lower()
    things = [part for part in name.split(" and ") if noun(part)]
    return f", {', '.join(things)}, " if things else " "


def _check(room_type: str, style: str, hour: float | None, density: float | None) -> None:
    if room_type and room_type not in ROOM_TYPES:
        raise InputError(f"The room type {room_type[:40]!r} is unknown.", "See `diorama list`.")
    if style and style not in set(lx.STYLES.values()):
        raise InputError(f"The style {style[:40]!r} is unknown.", "See `diorama list`.")
    if hour is not None and not 0 <= hour <= 24:
        raise InputError("The hour must lie between 0 and 24.")
    if density is not None and not 0 <= density <= 1:
        raise InputError("The density must lie between 0 and 1.")


@lru_cache(maxsize=64)
def _read(text: str, which: str) -> Brief:
    """The brief of one room, or of a home whose rooms are read one by one."""
    return read_home(text[:LONGEST], lambda part: _read_room(part, which)) or _read_room(text, which)


def _read_room(text: str, which: str) -> Brief:
    notes: list[str] = []
    if len(text) > LONGEST:
        cut = max(text.rfind(".", 0, LONGEST), text.rfind(" ", 0, LONGEST), LONGEST // 2) + 1
        text = text[:cut]
        notes.append(f"The prompt is long; only its first {cut} characters were read.")
    numbers, rest = measure(text)
    parties, rest = company(spelt_out(rest))
    words = f" {re.sub(r'[^a-z0-9 ]+', ' ', plain(re.sub(r'[,;.!?()]', ' ', rest)))} "
    words = re.sub(r" +", " ", words)
    if _OPENS_KINDRED.match(words):  # its seats are no parts of a thing
        rest = _KINDRED.sub("room", rest, count=1)
    reader = Reader()
    known = _known_share(words)
    if known < _FOREIGN:
        _read_foreign(rest, reader, notes)
    else:
        for sentence in sentences(rest):
            reader.read(chunk(sentence))
        if which != "grammar":
            learned = Actor(Tagger.load().read(rest)).act()
            if which == "both":
                combine(reader, learned)
            else:
                reader.drafts, reader.links, reader.notes = learned.reader.drafts, learned.reader.links, learned.reader.notes
    requests = tuple(_request(d) for d in reader.drafts.values())
    room, stated = _room(reader, requests, words, notes, known >= _FOREIGN)
    room = asleep(parties, reader.drafts, reader.links, room)
    notes += provide(parties, reader.drafts, reader.links, room)
    refine(reader.drafts, reader.links, room if stated else "")
    links = [x for x in reader.links if x.subject in reader.drafts]
    requests = tuple(_request(d) for d in reader.drafts.values())
    others = dict.fromkeys(
        m.category for m in reader.rooms if m.kind == "room" and m.category in ROOM_TYPES and m.category != room
    )
    if len(others) > 1 or (others and re.search(r"\b(house|apartment|flat|home|two rooms|three rooms)\b", words)):
        listed = ", ".join(ROOM_TYPES[t].lower() for t in others)
        notes.append(f"Other rooms were named too ({listed}); a brief is for one room: {ROOM_TYPES[room].lower()}.")
    style = _style(reader, words)
    hour = numbers.hour if numbers.hour is not None else time_of_day(words)
    mood_word = phrase_in(words, lx.MOODS)
    mood = lx.MOODS[mood_word] if mood_word else ""
    return Brief(
        room_type=room,
        room_type_stated=stated,
        size=numbers.size,
        area=numbers.area,
        height=numbers.height,
        size_word=_size_word(reader),
        shape="L" if any(("shape", "l_shaped") in m.attributes for m in reader.rooms) else "",
        style=style,
        palette=_palette(reader),
        hour=hour,
        mood=mood,
        density=_density(reader, words),
        requests=requests,
        relations=tuple(r for r in (_relation(x) for x in links) if r is not None),
        notes=tuple(dict.fromkeys([*notes, *reader.notes])),
    )


def _request(d: Draft) -> Request:
    kinds = ("colour", "material", "size", "shape", "style", "kind", "theme")
    found: dict[tuple[str, str], None] = dict.fromkeys((k, v) for k, v in d.attributes if k in kinds and v)
    op: CountOp = d.op if d.op in ("eq", "ge", "gt", "le", "lt") else "eq"  # type: ignore[assignment]
    wishes = tuple(Attribute(_kind(k), v) for k, v in found)
    size = likely_size(d.label) if d.category == PLAIN else None
    return Request(d.key, d.category, d.label, Count(op, min(d.value, _MOST)), wishes, d.stand_in, size=size)


def _kind(name: str) -> AttributeKind:
    return name  # type: ignore[return-value]


def _relation(x: Link) -> RelationRequest | None:
    names = ROOM_RELATIONS if x.architecture else OBJECT_RELATIONS
    kind = {"along": "near", "against": "next_to"}.get(x.kind, x.kind)
    if kind not in names or (x.architecture and x.architecture not in ARCHITECTURE):
        return None
    op: CountOp = x.count[0] if x.count else "eq"  # type: ignore[assignment]
    return RelationRequest(x.subject, kind, x.objects, x.architecture, Count(op, x.count[1]) if x.count else None, x.each)


# the room ------------------------------------------------------------------------------------------------------------
def _room(reader: Reader, requests: tuple[Request, ...], words: str, notes: list[str], english: bool) -> tuple[str, bool]:
    """(room type, whether it was stated)."""
    for m in reader.rooms:
        if m.kind == "room" and m.category in ROOM_TYPES:
            return m.category, True
    named = [(words.find(f" {p} "), -len(p), t) for p, t in room_words().items() if f" {p} " in words and not noun(p)]
    if named:
        return min(named)[2], True
    if english:
        if _OPENS_KINDRED.match(words) and (strange := _strange_room(reader, words, notes)):
            return strange, True
        for m in reader.rooms:
            if (
                m.category == "room"
                and m.text not in ("room", "space", "interior", "area")
                and m.text.split()[-1] in lx.ROOM_WORDS
            ):
                kind, score = nearest_room(m.text)
                if score > 0.8:
                    notes.append(f"“{m.text}” is taken for: {ROOM_TYPES[kind].lower()}.")
                    return kind, True
    if english and (strange := _strange_room(reader, words, notes)):
        return strange, True
    best = _home(requests)
    if best:
        notes.append(f"No kind of room was named; from what stands in it, it is taken for: {ROOM_TYPES[best].lower()}.")
        return best, False
    if english and set(words.split()) - _SAYS_NO_KIND:
        kind, score = nearest_room(" ".join(words.split()[:40]))
        if score > 0.35:
            notes.append(f"No known kind of room was named; the nearest is: {ROOM_TYPES[kind].lower()}.")
            return kind, False
    notes.append("No kind of room was understood; it becomes a living room.")
    return "living_room", False


def _strange_room(reader: Reader, words: str, notes: list[str]) -> str:
    """The room type nearest to an unknown place that opens the text (`a darkroom with ...`); "" when it opens otherwise."""
    found = _OPENS_KINDRED.match(words) or re.match(
        r" (?:a|an|the|my|our|this) ((?:\w+ ){1,3}?)(?:with|has|having|that|where|containing|featuring|full) ", words
    )
    name = found.group(1).strip() if found else ""
    if not set(name.split()) - _SAYS_NO_KIND:
        return ""
    kind = KINDRED.get(name) or KINDRED.get(name.split()[-1], "")
    if not kind:
        if not name or noun(name) or noun(name.split()[-1]) or nearest_room(name)[1] < max(_PLACE, nearest_thing(name)[1]):
            return ""
        kind = nearest_room(name)[0]
    for key in [k for k, d in reader.drafts.items() if d.label and d.label in name]:
        del reader.drafts[key]
        reader.links = [x for x in reader.links if x.subject != key and key not in x.objects]
        reader.notes = [n for n in reader.notes if f"“{name.split()[-1]}”" not in n and f"“{name}”" not in n]
    notes.append(f"“{name}” is no kind of room that is known; the nearest is: {ROOM_TYPES[kind].lower()}.")
    return kind


def _home(requests: Iterable[Request]) -> str:
    """The room type where the things asked for are at home; "" when they say nothing."""
    votes: dict[str, float] = {}
    for r in requests:
        if not r.count.wanted or r.stand_in or r.category not in categories():
            continue
        homes = [h for h in categories()[r.category].rooms if h in ROOM_TYPES]
        starts = [t for t, room in ROOMS.items() if any(is_a(r.category, s) for s in room.starter)]
        for h in homes:
            votes[h] = votes.get(h, 0.0) + 1.0 / (2 + len(homes))
        for h in starts:  # what such a room cannot do without says more
            votes[h] = votes.get(h, 0.0) + 1.0 / (1 + len(starts))
    for common in ("bedroom", "living_room", "kitchen", "bathroom", "dining_room"):
        if common in votes:
            votes[common] *= 1.25
    order = list(ROOM_TYPES)
    return max(votes, key=lambda k: (votes[k], -order.index(k))) if votes else ""


def _room_attributes(reader: Reader, kind: str) -> list[str]:
    return [v for m in reader.rooms for k, v in m.attributes if k == kind]


def _size_word(reader: Reader) -> str:
    for m in reader.rooms:
        lead = m.text.split()
        for n in (3, 2, 1):
            for i in range(len(lead) - n + 1):
                word = " ".join(lead[i : i + n])
                if word in lx.ROOM_SIZES and word not in ("cosy little", "snug", "grand", "airy"):
                    return lx.ROOM_SIZES[word]
    return ""


def _style(reader: Reader, words: str) -> str:
    """Of the room if it is said of the room, else the one that most things have."""
    own = _room_attributes(reader, "style")
    if own:
        return own[0]
    for phrase in sorted(lx.STYLES, key=len, reverse=True):
        if any(
            f" {phrase} {w} " in words
            for w in (
                "style",
                "styled",
                "interior",
                "design",
                "decor",
                "aesthetic",
                "vibe",
                "feel",
                "look",
                "theme",
                "room",
                "atmosphere",
                "furniture",
            )
        ):
            return lx.STYLES[phrase]
    seen = [v for d in reader.drafts.values() for k, v in d.attributes if k == "style"]
    best = max(set(seen), key=lambda s: (seen.count(s), s)) if seen else ""
    return best if seen.count(best) >= 3 else ""


def _palette(reader: Reader) -> tuple[str, ...]:
    skip = ("light", "dark", "colourful", "neutral")
    colours = [*reader.palette, *_room_attributes(reader, "colour")]
    return tuple(dict.fromkeys(c for c in colours if c not in skip or len(colours) == 1))[:5]


def _density(reader: Reader, words: str) -> float | None:
    said = " " + " ".join(m.text for m in [*reader.rooms, *reader.places]) + " "
    if _NOTHING.search(words) or (" empty " in said and " almost empty " not in words):
        return 0.0
    word = phrase_in(said, lx.DENSITIES)
    if not word:
        loud = {
            k: v
            for k, v in lx.DENSITIES.items()
            if " " in k
            or k in ("cluttered", "messy", "crowded", "minimalist", "minimalistic", "sparse", "uncluttered", "cosy", "cozy")
        }
        word = phrase_in(words, loud)
    return lx.DENSITIES[word] if word else None


# other languages -----------------------------------------------------------------------------------------------------
def _known_share(words: str) -> float:
    """Share of the words that some table knows."""
    every = [w for w in words.split() if not w.isdigit()][:200]
    if not every:
        return 0.0
    tables = (lx.COLOURS, lx.MATERIALS, lx.SIZES, lx.SHAPES, lx.NUMBERS, lx.VERBS, lx.RELATIONS, lx.ARCHITECTURE, lx.LOOSE)
    rooms = {w for p in room_words() for w in p.split()}
    return sum(
        w in _COMMON or noun(w) is not None or w in rooms or w in lx.VOID or any(w in t for t in tables) for w in every
    ) / len(every)


def _read_foreign(text: str, reader: Reader, notes: list[str]) -> None:
    """Nouns alone, each word by its meaning; what the encoder cannot place is listed in the notes."""
    notes.append("The prompt does not read as English; only single words could be made out.")
    lost: list[str] = []
    for w in list(dict.fromkeys(re.findall(r"[^\W\d_]{3,}", text.lower())))[:60]:
        term = noun(w)
        if term:
            category = term.category
        else:
            if any(w in t for t in (lx.MOODS, lx.COLOURS, lx.SIZES, lx.STYLES)):
                continue
            category, score = nearest_thing(w)
            if score < SURE:
                lost.append(w)
                continue
        if not any(is_a(d.category, category) for d in reader.drafts.values()):
            reader.drafts[category] = Draft(category, category, w, "eq", 1)
    if lost:
        notes.append("Not understood: " + _listed(lost[:12]) + ".")


def _listed(words: Iterable[str]) -> str:
    return ", ".join(f"“{w}”" for w in words)


__all__ = ["Mention", "understand"]

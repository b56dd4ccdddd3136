"""Prompts of several rooms: which rooms a home has, and what is said of each.

The text is cut into stretches that speak of one room each (`In the kitchen ...`, `a bedroom with ...`, `Bathroom: ...`), and each
stretch is read by the reader of single rooms. Whether a prompt is of a home at all is decided first, and strictly: rooms that
are only mentioned (`the door to the hall`, `a dining corner`) do not make one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Final

from ..brief import Brief, RelationRequest, Request, RoomRequest
from ..plan.room import SIZE_WORDS
from ..plan.rooms import ROOM_TYPES
from . import lexicon as lx
from .linker import noun, singular
from .measures import measure
from .rooms import room_words

Read = Callable[[str], Brief]
MOST: Final = 16  # rooms of one kind that a number may ask for

_WORD: Final = re.compile(r"\d+(?:[.,]\d+)?|[^\W\d_][^\W_]*(?:['’][^\W_]+)?['’]?|[²]")
_AREA: Final = re.compile(
    r"\d+(?:[.,]\d+)?\s*-?\s*(?:m²|m2|sqm|sq\.?\s?m(?:et(?:er|re)s?)?|square[\s-]?(?:met(?:er|re)s?|m|feet|foot)|sq\.?\s?(?:ft|feet)|ft²|ft2)(?![a-z])",
    re.I,
)
_LENGTH: Final = r"(?:\s|-)*(?:mm|cm|m|met(?:re|er)s?|ft|feet|foot)(?![a-z²2])"
_BY: Final = re.compile(rf"(\d(?:{_LENGTH})?)[\s-]*(?:wide\s*)?(?:x|×|\*|by)[\s-]*(?=\d)", re.I)
_WIDE: Final = re.compile(
    rf"(\d(?:{_LENGTH})?)[\s-]*(?:wide|in width)\s*(?:and|,|by|x|×)?\s*"
    rf"(\d+(?:[.,]\d+)?{_LENGTH})[\s-]*(?:deep|long|in depth|in length)\b",
    re.I,
)
_SIDES: Final = re.compile(rf"\d+(?:[.,]\d+)?(?:{_LENGTH})? x \d+(?:[.,]\d+)?{_LENGTH}", re.I)  # as `_plain` writes them
_MEASURE: Final = re.compile(rf"{_AREA.pattern}|{_SIDES.pattern}", re.I)
_AREA_OF: Final = re.compile(
    r"\s*(?:\(|:|[-–]|of|with|(?:is|that is|which is)?\s*measuring|measures|(?:that |which )?(?:is|are))?"
    r"\s*(?:about|around|approximately|ca\.?|roughly)?\s*",
    re.I,
)
_MEASURED: Final = re.compile(rf"{_AREA_OF.pattern}(?:{_MEASURE.pattern})", re.I)
_SHARE: Final = (
    r"(?:(?P<n{0}>one|two|three|another|both|each|all|(?:the )?(?:first|second|third|others?|rest|larger|smaller|bigger|main))"
    r"\s+(?:room\s+)?(?:(?:is|are|of|at|with|measuring|about|around|roughly)\s+)*)?"
    rf"(?P<what{{0}}>{_MEASURE.pattern}|\d+(?:[.,]\d+)? x \d+(?:[.,]\d+)?|{'|'.join(SIZE_WORDS)})(?:\s+(?:each|one))?"
)
_BETWEEN: Final = r"\s*(?:,|;|/|&|\band\b)+\s*(?:and\s+)?"
_SHARES: Final = re.compile(  # `two bedrooms, one 3 x 4 m and one 4 x 5 m`
    r"\s*(?:,|:|\(|;|[-–]|(?:of|with|measuring|that are|which are)\b)?\s*"
    rf"{_SHARE.format(0)}(?:{_BETWEEN}{_SHARE.format(1)})?(?:{_BETWEEN}{_SHARE.format(2)})?(?:{_BETWEEN}{_SHARE.format(3)})?"
    r"\s*\)?(?=\s*(?:[.,;:)]|$|(?:and|with|plus|as well|both|each)\b))",
    re.I,
)
_EMPTY: Final = re.compile(r"\b(?:empty|unfurnished)\b", re.I)
_HOMES: Final = {
    w: w
    for w in "flat apartment house home bungalow cottage villa townhouse maisonette penthouse duplex farmhouse mansion chalet "
    "residence dwelling condo loft".split()
} | {
    "apt": "apartment",
    "condominium": "condo",
    "bedsit": "studio",
    "studio": "studio",
    "row house": "house",
    "town house": "townhouse",
}
_ONLY_NAMED: Final = frozenset({"loft", "studio"})  # also the name of one room: `a loft`, `an artist's studio`
_DWELLING_PART: Final = frozenset("apartment flat apt".split())
_OF_OFFICES: Final = ("reception", "meeting_room", "open_office", "server_room")
_NOT_ROOMS: Final = frozenset(
    "closet cabin cell barracks chamber boudoir loft attic bar market bank store club deck porch shed bunker warehouse archive "
    "studio gallery museum ward suite canteen landing snug galley laundry den kitchenette gym spa library lounge sauna".split()
) | {"fitting room", "changing room", "locker room"}
_NEVER: Final = ("apartment", "bar", "cloakroom")
_ALSO: Final = {
    "office": "home_office", "study": "home_office", "home office": "home_office", "wc": "bathroom",
    "separate toilet": "bathroom",
    "guest wc": "bathroom", "en suite bathroom": "bathroom", "ensuite bathroom": "bathroom", "ensuite": "bathroom",
    "en suite": "bathroom", "spare room": "bedroom", "spare bedroom": "bedroom", "parents room": "bedroom", "hall": "hallway",
    "parents bedroom": "bedroom", "library": "library", "lounge": "living_room", "den": "living_room", "laundry": "laundry",
    "salon": "living_room", "gym": "home_gym",
    "porch": "balcony", "deck": "balcony", "living dining room": "living_room", "kitchen diner": "kitchen",
}  # fmt: skip
_SLEEPING: Final = ("bedroom", "childrens_room", "nursery")
_APART: Final = frozenset("bedroom childrens_room nursery bathroom walk_in_closet laundry garage basement".split())
_OPEN: Final = ("kitchen", "dining_room", "living_room")
_DETERMINERS: Final = frozenset("a an the my our your their his her its this that each every both all another no".split())
_GROUP: Final = frozenset("each every both all".split())
_OWN: Final = frozenset("a an another one".split())
_ORDER: Final = {
    "first": 0, "main": 0, "master": 0, "principal": 0, "larger": 0, "largest": 0, "bigger": 0, "biggest": 0, "second": 1,
    "other": 1, "third": 2, "fourth": 3, "fifth": 4, "smaller": -1, "smallest": -1, "last": -1,
    "1": 0, "2": 1, "3": 2, "4": 3, "5": 4,
}  # fmt: skip
_UNITS: Final = frozenset("m m² m2 sqm sq square ft feet metre metres meter meters x by cm".split())
_PART: Final = frozenset("area corner nook space zone section end side half niche alcove part".split())
_WHOLES: Final = ("hotel suite", "guest suite", "clinic", "dental clinic", "medical clinic", "vet clinic", "veterinary clinic")
_AREAS: Final = ("living_room", "kitchen", "bedroom")  # of a home, even when it is called a living area
_ADJOINING: Final = (
    "next to", "next door to", "adjacent to", "adjoining", "beside", "off", "connected to", "attached to", "opening onto",
    "opens onto", "leading to", "leads to", "with access to", "accessible from", "with a door to", "joined to", "linked to",
)  # fmt: skip
_MERGED: Final = ("open to", "opens to", "opening to", "opening into", "opens into", "flows into", "flowing into", "merges with")
_PASSING: Final = frozenset(
    "to into onto from near opposite behind towards toward overlooking like through via by as outside between across of or than "
    "without for beyond past at".split()
)
_INSIDE: Final = frozenset("in inside within".split())
_STOP: Final = frozenset(
    "and or with in inside within of to into onto from for at on by near off as is are has have had contains contain includes "
    "include features feature gets get needs need should must will can holds hold plus but while whereas there where which that "
    "than without via opposite behind beside next adjacent comprising consisting including featuring having containing boasts "
    "design designs create make build draw generate imagine furnish it i we want wants would like then also please both".split()
) - {"both", "that"}
_VERBS: Final = frozenset(
    "has have contains contain is are was were includes include features feature gets get needs need should must will can holds "
    "hold boasts comes come offers offer doubles serves sits stands feels looks houses".split()
)
_CONTENT: Final = re.compile(
    r"^\s*,?\s*(?:(?:each|all|both)\s+)?(?:\(|:|(?:with|has|have|having|where|which|that|featuring|containing|including|furnished|fitted|holding|boasting|full|filled|lined|equipped|decorated|painted)\b)",
    re.I,
)
_OVERALL: Final = re.compile(
    r"\b(?:everything|everywhere|throughout|overall|all (?:the )?rooms|every room|each room|whole)\b", re.I
)
_IS: Final = re.compile(r"\s*(?:is|becomes|will be|should be|serves as)\s*", re.I)
_STOREYS: Final = re.compile(
    r"\b(?:upstairs|downstairs|(?:two|three|four|several|multiple|multi|split|double|2|3|4)[\s-](?:stor(?:e?y|ies|eyed|ied|eys)|floors?|levels?)"
    r"|(?:first|second|upper|top) floor|duplex|maisonette)\b",
    re.I,
)
_DROPPED: Final = ("No kind of room", "No known kind of room", "Other rooms were named", "“upstair", "“downstair")


@lru_cache(maxsize=1)
def _rooms() -> dict[str, str]:
    """Phrase -> room type, of words that name a room of its own."""
    known = {p: t for p, t in room_words().items() if p not in _NOT_ROOMS and p.split()[-1] not in _NEVER}
    return known | _ALSO


@dataclass(frozen=True, slots=True)
class Word:
    """A word in plain form, where it stands, and what stands between it and the word before."""

    text: str
    start: int
    end: int
    gap: str


@dataclass(slots=True)
class Mention:
    """A phrase that names a room, from its determiner to its noun."""

    type: str
    phrase: str
    start: int
    noun: int  # where the noun begins
    end: int
    before: tuple[str, ...]  # determiner, numbers and qualities, in plain form
    lead: str = ""  # preposition before it
    lead_start: int = 0
    kind: str = "list"  # list, subject, inside, header, passing, joined, merged, part, negated
    count: int = 1
    plural: bool = False
    own: bool = False  # with a determiner or number of its own
    content: bool = False  # followed by what it has


@dataclass(slots=True)
class Draft:
    """A room of the home in the making."""

    type: str
    label: str = ""
    texts: list[str] = field(default_factory=list)
    at: int = 0  # where the text first names it
    open_to: Draft | None = None
    next_to: list[Draft] = field(default_factory=list)


# words and phrases ---------------------------------------------------------------------------------------------------
def _words(text: str) -> list[Word]:
    out: list[Word] = []
    at = 0
    for m in _WORD.finditer(text):
        plain = re.sub(r"['’]", "", m.group().lower())
        out.append(Word(plain, m.start(), m.end(), text[at : m.start()] if out else text[: m.start()]))
        at = m.end()
    return out


def _sentences(words: Sequence[Word]) -> Iterator[list[Word]]:
    at = 0
    for k, w in enumerate(words):
        if k > at and re.search(r"[.!?;\n]", w.gap):
            yield list(words[at:k])
            at = k
    if at < len(words):
        yield list(words[at:])


def _joined(w: Word) -> bool:
    """Whether nothing but space or a hyphen parts the word from the one before."""
    return not w.gap.strip(" -")


def _phrase(words: Sequence[Word], i: int, table: dict[str, str]) -> int:
    """How many words from i on make the longest phrase of the table; 0 for none."""
    for n in range(min(4, len(words) - i), 0, -1):
        if all(_joined(w) for w in words[i + 1 : i + n]):
            p = " ".join(w.text for w in words[i : i + n])
            if p in table or _one(p) in table:
                return n
    return 0


def _one(phrase: str) -> str:
    head, _, last = phrase.rpartition(" ")
    return f"{head} {singular(last)}".strip()


def _number(words: Sequence[Word], i: int) -> int:
    """The count that word i states; 0 if it is none, or counts something else (`20 m²`)."""
    w = words[i].text
    n = int(w) if w.isdigit() and len(w) < 3 else {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
        "eight": 8, "nine": 9, "ten": 10}.get(w, 0)  # fmt: skip
    following = words[i + 1].text if i + 1 < len(words) else ""
    return 0 if following in _UNITS or n > MOST else n


def _mention(words: Sequence[Word], i: int, n: int, text: str) -> Mention | None:
    """The mention whose noun is words i to i+n; None when the words only qualify a thing (`kitchen island`)."""
    phrase = " ".join(w.text for w in words[i : i + n])
    after = words[i + n] if i + n < len(words) else None
    close = after is not None and _joined(after)
    kind_of = _rooms().get(phrase) or _rooms()[_one(phrase)]
    part = phrase.split()[-1] in _PART
    if close and after is not None:
        if ("-" in after.gap) == (not _phrase(words, i + n, _rooms())) and after.text not in _HOMES:
            return None  # `a gym-purpose basement`, `a library reading room`
        part = part or after.text in _PART
        if not part and (noun(after.text) or noun(f"{words[i + n - 1].text} {after.text}") or after.text in lx.ARCHITECTURE):
            return None
        if after.text in ("furniture", "set", "style", "theme", "themed", "decor"):
            return None
    first = i
    numbered = False
    while first > 0 and i - first < 6 and _joined(words[first]):
        w = words[first - 1]
        if (
            w.text in _STOP
            or w.text in _HOMES
            or (noun(w.text) and w.text not in _ORDER)
            or (numbered and w.text not in _DETERMINERS)
        ):
            break
        if noun(f"{w.text} {phrase}"):
            return None
        first -= 1
        numbered = numbered or (bool(_number(words, first)) and words[first].text not in _UNITS)
        if w.text in _DETERMINERS:
            break
    before = tuple(w.text for w in words[first:i])
    count = max((_number(words, k) for k in range(first, i)), default=0)
    plural = phrase not in _rooms() and _one(phrase) in _rooms()
    m = Mention(kind_of, _one(phrase) if plural else phrase, words[first].start, words[i].start, words[i + n - 1].end, before)
    m.count, m.plural = max(count, 1), plural or count > 1
    measured = _MEASURED.match(text, m.end) is not None
    m.own = measured or bool(count or (_OWN | _DETERMINERS) & set(before))
    m.lead, m.lead_start = _lead(words, first)
    if close and after is not None and after.text in _ORDER and after.text.isdigit() and not measured:  # `Bedroom 2: ...`
        m.before, m.end, n = (*m.before, after.text), after.end, n + 1
    m.content = bool(_CONTENT.match(text[m.end :]))
    m.kind = _kind(m, words, i + n, first, part)
    return m


def _lead(words: Sequence[Word], first: int) -> tuple[str, int]:
    """The preposition right before word `first` and where it begins."""
    if first == 0 or not _joined(words[first]):
        return "", words[first].start
    for n in (3, 2):
        if first >= n:
            p = " ".join(w.text for w in words[first - n : first])
            if p in _ADJOINING or p in _MERGED:
                return p, words[first - n].start
    last = words[first - 1]
    if last.text == "like" and first > 1 and words[first - 2].text in ("id", "would", "i", "we", "wed"):
        return "", words[first].start
    return (last.text, last.start) if last.text in _PASSING | _INSIDE or last.text in _ADJOINING else ("", words[first].start)


def _kind(m: Mention, words: Sequence[Word], after: int, first: int, part: bool) -> str:
    following = words[after] if after < len(words) else None
    if "no" in m.before or m.lead == "without":
        return "negated"
    if part:
        return "part"
    if m.lead in _ADJOINING:
        return "joined"
    if m.lead in _MERGED:
        return "merged"
    if m.lead in _PASSING and not (m.lead == "for" and first == 1):
        return "passing"
    if first == 0 and following is not None and re.match(r"\s*(?::|[-–—]\s)", following.gap):
        return "header"
    if m.lead in _INSIDE:
        return "inside"
    if following is not None and _joined(following) and following.text in _VERBS and not _OWN & set(m.before):
        return "subject"
    if (first == 0 or not _joined(words[first])) and {"the", "each", "every", "both", "all"} & set(m.before) and m.content:
        return "subject"
    return "list"


def mentions(words: Sequence[Word], text: str) -> list[Mention]:
    """The rooms that a sentence names."""
    out: list[Mention] = []
    i = 0
    while i < len(words):
        n = _phrase(words, i, _rooms())
        m = _mention(words, i, n, text) if n else None
        if (
            m is None
            and i
            and words[i].text in ("bath", "baths")
            and (_number(words, i - 1) or (len(out) > 1 and _bare(words[i])))
        ):
            n = 1
            number = _number(words, i - 1)
            first = words[i - 1 if number else i].start
            m = Mention("bathroom", "bathroom", first, words[i].start, words[i].end, (words[i - 1].text,) if number else ())
            m.count, m.plural, m.own = max(number, 1), number > 1, bool(number)
        if m is not None:
            out.append(m)
        i += max(n, 1)
    return out


def _bare(w: Word) -> bool:
    return "," in w.gap


# is it a home? -------------------------------------------------------------------------------------------------------
@dataclass(frozen=True, slots=True)
class Dwelling:
    """A word for a home: which, where its phrase stands, how many bedrooms and rooms it says, and whether it only says where."""

    home: str
    start: int
    end: int
    bedrooms: int = 0
    where: bool = False


_BEDROOMS: Final = re.compile(
    r"\b(\d{1,2}|one|two|three|four|five|six|seven|eight)[\s-]*(?:bed(?:room)?s?|br|bd|bdrm|bhk)\b", re.I
)
_BEDS: Final = re.compile(
    rf"{_BEDROOMS.pattern}(?=[\s,/&-]*(?:and\s)?(?:\d|one|two|three|four)[\s-]*bath)", re.I
)  # 3 bed, 2 bath
_COUNTS: Final = {w: n for n, w in enumerate("zero one two three four five six seven eight".split())}


def _dwelling(words: Sequence[Word], seen: Sequence[Mention]) -> Dwelling | None:
    """The sentence's word for a home, if it has one that stands for itself (not `house plant`, `farmhouse kitchen`)."""
    for i, w in enumerate(words):
        if w.text not in _HOMES and not (w.text == "office" and any(m.type in _OF_OFFICES and m.end != w.end for m in seen)):
            continue
        before = words[i - 1].text if i and _joined(w) else ""
        after = words[i + 1].text if i + 1 < len(words) and _joined(words[i + 1]) else ""
        if after and (after in _HOMES or after in ("style", "styled", "office", "feel", "vibe", "warming")):
            continue
        if f"{w.text} {after}" in room_words():
            continue
        if after and (noun(after) or noun(f"{w.text} {after}") or _phrase(words, i + 1, _rooms()) or after in lx.ARCHITECTURE):
            continue
        named = f"{before} {w.text}"
        if before and (noun(named) or (named in room_words() and w.text not in _DWELLING_PART)):
            continue
        if w.text in _ONLY_NAMED or (w.text == "home" and not (before in _DETERMINERS or (before and before not in _STOP))):
            continue
        first = i
        while first > 0 and i - first < 6 and _joined(words[first]) and words[first - 1].text not in _STOP:
            first -= 1
            if words[first].text in _DETERMINERS:
                break
        lead = words[first - 1].text if first else ""
        said = " ".join(x.text for x in words[first : i + 1])
        rooms = _BEDROOMS.search(said)
        home = "studio" if before in ("studio", "bachelor") else "loft" if before == "loft" else _HOMES.get(w.text, w.text)
        where = lead in ("in", "of", "inside", "within", "for", "at", "from", "to") and (
            any(m.end <= words[first].start for m in seen) or lead in _INSIDE
        )
        n = int(rooms[1]) if rooms and rooms[1].isdigit() else _COUNTS.get(rooms[1].lower(), 0) if rooms else 0
        return Dwelling(home, words[first].start, w.end, n, where)
    return None


def _several(sentence: Sequence[Sequence[Mention]], text: str) -> bool:
    """Whether rooms are named, without a word for a home, so that more than one must be meant."""
    listed = [[m for m in ms if m.kind == "list" and m.own] for ms in sentence]
    if any(m.count > 1 for ms in listed for m in ms):
        return True
    firm = {(m.type, _rank(m)) for ms in sentence for m in ms if m.kind in ("header", "subject", "inside")}
    if len(firm) > 1:
        return True
    for ms in listed:
        for a, b in zip(ms, ms[1:], strict=False):
            between = text[a.end : b.start].lower()
            if re.search(r"\bor\b", between) or (a.type == b.type and a.phrase == b.phrase):
                continue
            if b.type in _APART or b.content or re.fullmatch(r"\s*(?:,|and|plus|&|as well as|together with|\s)*", between):
                return b.type not in ("balcony", "hallway")
    return False


def _rank(m: Mention) -> int:
    return next((_ORDER[w] for w in (*m.before, *m.phrase.split()) if w in _ORDER), 0)


# the rooms -----------------------------------------------------------------------------------------------------------
_GENERIC: Final = frozenset("bedroom bathroom kitchen hallway hall study office home office".split()) | {
    "living room",
    "dining room",
}


class Book:
    """The rooms so far, and which of them a phrase means."""

    def __init__(self) -> None:
        self.rooms: list[Draft] = []

    def add(self, m: Mention) -> list[Draft]:
        """New rooms for a mention that introduces them."""
        label = _label(m)
        if m.count == 1 and m.type in _SLEEPING:  # of three bedrooms, one is the nursery
            free = [r for r in self.rooms if r.type == "bedroom" and not r.label]
            if label and len(free) > 1:
                chosen = free[0 if {"main", "master"} & {*m.before, *m.phrase.split()} else -1]
                chosen.type, chosen.label = m.type, label
                return [chosen]
        made = [Draft(m.type, label if m.count == 1 else "", at=m.start) for _ in range(min(m.count, MOST))]
        self.rooms += made
        return made

    def find(self, m: Mention) -> list[Draft]:
        """The rooms that a mention refers to; it is added when there is none."""
        kin = [r for r in self.rooms if r.type == m.type or (m.phrase == "bedroom" and m.plural and r.type in _SLEEPING)]
        if kin and (_GROUP & set(m.before) or (m.plural and m.count in (1, len(kin)))):
            return kin
        label = _label(m)
        while 0 < _rank(m) < MOST and m.phrase in ("bedroom", "bathroom") and len(kin) <= _rank(m):
            kin.append(Draft(m.type, at=m.start))
            self.rooms.append(kin[-1])
        if not label and kin:
            return [kin[min(_rank(m), len(kin) - 1)]]
        same = [r for r in kin if r.label.lower() == label.lower()]
        if same:
            return same[:1]
        if kin and any(w in _ORDER for w in m.before) and m.phrase == "bedroom":
            at = min(_rank(m), len(kin) - 1)
            kin[at].label = kin[at].label or label
            return [kin[at]]
        if kin and m.type not in _SLEEPING:
            return [kin[min(_rank(m), len(kin) - 1)]]
        return self.add(m)


def _label(m: Mention) -> str:
    """What the prompt calls the room, when that says more than its type."""
    if any(w in ("main", "master") for w in m.before) and m.phrase == "bedroom":
        return "Main bedroom"
    if m.phrase in _GENERIC or m.phrase == _name(m.type).replace("-", " "):
        return ""
    words = {"childrens": "children’s", "kids": "kids’", "girls": "girl’s", "boys": "boy’s", "parents": "parents’", "wc": "WC"}
    text = " ".join(words.get(w, w) for w in m.phrase.split())
    return text[:1].upper() + text[1:]


# what is said of each ------------------------------------------------------------------------------------------------
class Splitter:
    """Gives every stretch of the text to the rooms, or to the home, that it speaks of."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.book = Book()
        self.home: list[str] = []  # what is said of the home as a whole
        self.scope: list[Draft] = []  # whose sentence it was
        self.counted: dict[int, list[Draft]] = {}  # rooms that a number has made, by the mention's place

    def said(self, m: Mention, rooms: Sequence[Draft], start: int, end: int) -> None:
        """Note that text[start:end] speaks of the rooms; the mention in it becomes the plain name of each."""
        drop = "|".join(w for w in m.before if w in _DETERMINERS | set(_ORDER) | _IGNORED or _count_word(w))
        raw = self.text[m.start : m.noun]
        qualities = re.sub(rf"\b(?:{drop})\b(?!\s*[x×.,]?\s*\d|\s*m)[\s-]*", "", raw, flags=re.I) if drop else raw
        for r in rooms:
            name = f"the {qualities}{_name(r.type)}"
            r.texts.append(f"{self.text[start : m.start]}{name}{self.text[m.end : end]}".strip(" ,;:.("))

    def overview(self, ms: list[Mention], dwelling: Dwelling | None, start: int, end: int) -> None:
        """A sentence that lists rooms, some with what is in them; what remains is said of the home."""
        listed = [m for m in ms if m.kind in ("list", "subject", "part", "header", "inside")]
        cut: list[tuple[int, int, str]] = []
        if dwelling:
            empty = _EMPTY.search(self.text[dwelling.start : dwelling.end])
            cut = [(dwelling.start, dwelling.end, "an empty room" if empty else "a room")]
        for k, m in enumerate(listed):
            new = m.start in self.counted or (m.kind == "list" and not ({"the", *_GROUP} & set(m.before) and self.known(m)))
            rooms = (self.counted.get(m.start) or self.book.add(m)) if new else self.book.find(m)
            stop = listed[k + 1].start if k + 1 < len(listed) else end
            has = self.text[m.end : stop]
            floor = listed[k - 1].end if k else dwelling.end if dwelling and dwelling.end <= m.start else start
            at = self.clause(m.lead_start, floor)
            if m.kind == "inside" and _things(self.text[at : m.lead_start]):
                self.said(m, rooms, at, m.end)
                cut.append((at, m.end, ""))
            elif (m.content and (m.kind != "list" or _things(has))) or m.kind in ("header", "subject", "inside"):
                has = re.sub(r"(?:[\s,;]|\b(?:and|plus|a|an|the|in))*$", "", has)
                self.said(m, rooms, m.start, m.end + len(has))
                cut.append((m.lead_start, m.end + len(has), ""))
            else:
                area = re.match(rf"\s*(?:\(|of|:|-)?\s*(?:{_MEASURE.pattern})", has, re.I)  # `bedroom 12 m²`
                after = m.end + (area.end() if area else 0)
                self.said(m, rooms, m.start, after)
                cut.append((m.start, after, ""))
            self.scope = rooms if len(listed) == 1 and dwelling is None else []
        rest, at = "", start
        for a, b, instead in sorted(cut):
            rest += self.text[at:a] + instead if a >= at else ""
            at = max(at, b)
        rest += self.text[at:end]
        self.home.append(re.sub(r"\s*,(?:\s|,|and\b)*", ", ", rest))

    def known(self, m: Mention) -> bool:
        """Whether the book has a room of the mention's type."""
        return any(r.type == m.type for r in self.book.rooms)

    def clause(self, at: int, floor: int) -> int:
        """Where the clause begins that ends at `at`: after the last `and`, comma or `while` beyond `floor`."""
        found = list(re.finditer(r",|\b(?:and|while|whereas|but|plus)\b|(?=\bthere\s+(?:is|are)\b)", self.text[floor:at]))
        there = [m for m in found if m.group() == "" and m.start() > 3]
        last = (there or found)[-1:]
        return floor + last[0].end() if last else floor

    def dedicated(self, ms: list[Mention], start: int, end: int) -> None:
        """A sentence about one room, or about several one after the other."""
        first = ms[0]
        absent = re.match(r"\s*(?:without|with no|but no)\b[^,;]*[,;]", self.text[start : first.start], re.I)
        if absent:  # `without a TV, with ...` is said of the whole home
            self.home.append(f"a room {absent[0]}")
            start += absent.end()
        things_first = first.kind == "inside" and _things(self.text[start : first.lead_start])
        at = start
        for k, m in enumerate(ms):
            rooms = self.book.find(m)
            if k + 1 == len(ms):
                stop = end
            elif things_first:
                tail = re.match(r"[^,;]*?(?=,|;|\band\b|\bwhile\b|\bbut\b|$)", self.text[m.end : ms[k + 1].start])
                stop = m.end + (len(tail[0]) if tail else 0)
            else:
                n = ms[k + 1]
                direct = n.kind != "inside" or re.search(
                    r"(?:,|\b(?:and|while|whereas|but|plus))\s*$", self.text[m.end : n.lead_start]
                )
                stop = n.lead_start if direct else self.clause(n.lead_start, m.end)
            piece = re.sub(r"(?:[\s,;]|\b(?:and|while|whereas|but|plus))*$", "", self.text[at:stop])
            self.said(m, rooms, at, max(at + len(piece), m.end))
            at = stop
            self.scope = rooms

    def relate(self, ms: Sequence[Mention]) -> None:
        """Doors and openings between rooms that the sentence states."""
        for k, m in enumerate(ms):
            held = next((x for x in reversed(ms[:k]) if x.kind not in ("passing", "part", "negated")), None)
            if m.kind in ("joined", "merged") and held is not None:
                for a in self.book.find(held):
                    for b in self.book.find(m)[:1]:
                        if a is not b and m.kind == "merged":
                            a.open_to = b
                        elif a is not b and b not in a.next_to:
                            a.next_to.append(b)
            private = {"suite", "ensuite", "attached", "adjoining", "private", "own"} & {*m.before, *m.phrase.split()}
            if m.type in ("bathroom", "walk_in_closet") and m.kind == "list" and (private or m.type == "walk_in_closet"):
                beds = [r for x in reversed(ms[:k]) if x.type in _SLEEPING for r in self.book.find(x)] or [
                    r for r in self.book.rooms if r.type == "bedroom"
                ]
                for room in self.book.find(m)[:1] if beds else []:
                    room.next_to = room.next_to or beds[:1]
            if m.type in _OPEN and "open" in m.before and m.kind == "list":
                self.merge(m, ms[k + 1] if k + 1 < len(ms) else None)

    def merge(self, m: Mention, following: Mention | None) -> None:
        """An open kitchen is one space with the living room, or with the room named together with it."""
        for room in self.book.find(m)[:1]:
            partner = None
            if following is not None and following.type in _OPEN and not following.own:
                partner = self.book.find(following)[0]
            elif room.type != "living_room":
                partner = next((r for r in self.book.rooms if r.type == "living_room"), None)
                if partner is None:
                    partner = Draft("living_room", at=m.start)
                    self.book.rooms.append(partner)
            if partner is not None and partner is not room:
                if room.type == "living_room":
                    room, partner = partner, room
                room.open_to = partner


_IGNORED: Final = frozenset(
    "open plan separate guest spare own private attached adjoining en suite ensuite remaining same".split()
)


def _name(room_type: str) -> str:
    """What to call a room in a sentence."""
    return {"laundry": "laundry room", "balcony": "balcony", "studio": "art studio"}.get(room_type, ROOM_TYPES[room_type].lower())


def _count_word(w: str) -> bool:
    return w in _COUNTS or w in ("nine", "ten") or (w.isdigit() and len(w) < 2)


def _things(text: str) -> bool:
    """Whether a stretch of text names things."""
    words = _words(text)
    return any(noun(" ".join(w.text for w in words[i : i + n])) for i in range(len(words)) for n in (1, 2) if i + n <= len(words))


def _plain(text: str) -> str:
    """The text with stated sides in one form: `4 × 5 m`, `4-by-5-metre` and `4 m wide and 5 m deep` become `4 x 5 m`."""
    return _BY.sub(r"\1 x ", _WIDE.sub(r"\1 x \2", text))


def _of_home(text: str, a: re.Match[str], spans: Sequence[tuple[int, int, int]]) -> bool:
    """Whether stated sides are those of a dwelling: named within its phrase, right after it, or apart at its sentence's end.

    `spans` holds where each dwelling's phrase begins and ends, and where its sentence does.
    """
    for start, end, stop in spans:
        if start <= a.start() < end or (end <= a.start() and _AREA_OF.fullmatch(text[end : a.start()].replace(",", " "))):
            return True
        if end <= a.start() < stop and re.search(r"[,(]\s*$", text[: a.start()]) and not re.search(r"\w", text[a.end() : stop]):
            return True
    return False


@dataclass(frozen=True, slots=True)
class _Extent:
    """What is stated of a home as a whole: width and depth in metres, and area in m2."""

    size: tuple[float, float] | None = None
    area: float | None = None


def _extent(text: str, every: Sequence[Mention], spans: Sequence[tuple[int, int, int]]) -> tuple[str, _Extent]:
    """The text without the measures that are the home's, and the first of each. A room's stay: `a 12 m² bedroom`."""
    size: tuple[float, float] | None = None
    area: float | None = None
    for a in _MEASURE.finditer(text):
        of_room = any(
            m.start <= a.start() < m.noun or (m.end <= a.start() and _AREA_OF.fullmatch(text[m.end : a.start()])) for m in every
        )
        sides = _SIDES.fullmatch(a.group()) is not None
        if of_room or (sides and not _of_home(text, a, spans)):
            continue
        found = measure(a.group())[0]
        size, area = size or found.size, area or found.area
        text = text[: a.start()] + " " * len(a.group()) + text[a.end() :]
    return text, _Extent(size, area)


def _shares(text: str) -> tuple[str, dict[int, list[str]]]:
    """The text without what is said of each of several rooms (`one 3 x 4 m and one 4 x 5 m`), and that by the mention's place."""
    found: dict[int, list[str]] = {}
    for m in (m for s in _sentences(_words(text)) for m in mentions(s, text) if m.count > 1):
        said = _SHARES.match(text, m.end)
        if said is None or not (said["what1"] or (said["n0"] or "").lower() in _GROUP):
            continue
        own: list[str] = []
        for k in (k for k in range(4) if said[f"what{k}"]):
            what, which = said[f"what{k}"], (said[f"n{k}"] or "one").lower()
            what = f"the {what} {_name(m.type)}" if what in SIZE_WORDS else f"the {_name(m.type)} of {what}"
            rest = which.endswith(("others", "rest")) or which in _GROUP
            own += [what if re.search(r"[a-z²]$", what) else f"{what} m"] * (m.count if rest else _COUNTS.get(which, 1))
        found[m.start] = own
        text = text[: m.end] + " " * (said.end() - m.end) + text[said.end() :]
    return text, found


def read_home(text: str, read: Read) -> Brief | None:
    """The brief of a prompt about a home, each part read by `read`; None when the prompt is about one room."""
    text, shares = _shares(_plain(_BEDS.sub(r"\1 bedroom", text)))
    words = _words(text)
    parts = [(s, mentions(s, text)) for s in _sentences(words)]
    homes = [_dwelling(s, ms) for s, ms in parts]
    named = [d for d in homes if d is not None]
    firm = [d for d in named if not d.where]
    if not firm and not _several([ms for _, ms in parts], text):
        return None
    spans = [(d.start, d.end, sentence[-1].end) for (sentence, _), d in zip(parts, homes, strict=True) if d is not None]
    text, extent = _extent(text, [m for _, ms in parts for m in ms], spans)
    split = Splitter(text)
    for d in homes:
        split.book.rooms += [Draft("bedroom", "", ["the bedroom"], d.start) for _ in range(min(d.bedrooms, MOST))] if d else []
    for (_, ms), d in zip(parts, homes, strict=True):
        for m in ms:
            apart = d is None or not d.start <= m.start < d.end or m.type != "bedroom"
            if m.kind == "list" and m.count > 1 and apart and not {"the", *_GROUP} & set(m.before):
                split.counted[m.start] = split.book.add(m)
                for room, said in zip(split.counted[m.start], shares.get(m.start, ()), strict=False):
                    room.texts.append(said)
    for (sentence, ms), d in zip(parts, homes, strict=True):
        start, end = sentence[0].start, sentence[-1].end
        _take(split, sentence, ms, d, start, end + len(re.match(r"[^\w\n]*", text[end:])[0]))  # type: ignore[index]
    if firm and firm[0].home == "studio" and not any(r.type in ("living_room", *_SLEEPING) for r in split.book.rooms):
        split.book.rooms.insert(0, Draft("living_room", "Studio", ["the living room"]))
        for r in split.book.rooms:
            r.open_to = split.book.rooms[0] if r.type == "kitchen" else r.open_to
    return _brief(text, split, next(iter((*firm, *named)), None), extent, read)


def _take(split: Splitter, sentence: list[Word], ms: list[Mention], d: Dwelling | None, start: int, end: int) -> None:
    """One sentence."""
    ms = _become(split, ms)
    real = [
        m
        for m in ms
        if m.kind in ("list", "subject", "header", "inside") or (m.kind == "part" and d is not None and m.type in _AREAS)
    ]
    if d is not None:  # `a two-bedroom flat`, `an office`
        own = [m for m in ms if d.start <= m.start < d.end and (m.type == "bedroom" or d.home == "office")]
        real, ms = [m for m in real if m not in own], [m for m in ms if m not in own]
    whole = real and (real[0].kind == "header" or (real[0].phrase in _WHOLES and real[0].content))
    if len(real) > 2 and whole and all(m.kind == "list" for m in real[1:]):  # `Hotel suite: a bedroom, ...`
        real = real[1:]
    lists = [m for m in real if m.kind == "list" and not ({"the", *_GROUP} & set(m.before) and split.known(m))]
    if (d is not None and (lists or not real)) or len(lists) > 1 or (lists and not any(m.kind != "list" for m in real)):
        split.overview(real, d, start, end)
    elif real:
        split.dedicated(real, d.end if d is not None and d.end <= real[0].start else start, end)
    elif split.scope and not _OVERALL.search(split.text[start:end]):
        for r in split.scope:
            r.texts.append(split.text[start:end].strip())
    else:
        split.home.append(split.text[start:end])
    split.relate(ms)


def _become(split: Splitter, ms: list[Mention]) -> list[Mention]:
    """The mentions, where `the second bedroom is a nursery` names one room and not two."""
    out: list[Mention] = []
    for m in ms:
        a = out[-1] if out else None
        if a is not None and a.kind == "subject" and m.kind == "list" and _IS.fullmatch(split.text[a.end : m.start]):
            room = split.book.find(a)[0]
            room.type, room.label = m.type, _label(m)
            split.counted[m.start] = [room]
            out.pop()
            m.kind = "subject"
        out.append(m)
    return out


def _brief(text: str, split: Splitter, d: Dwelling | None, extent: _Extent, read: Read) -> Brief:
    """Each room's texts read by themselves, and put together under keys of their own."""
    whole, home = read(text), read(". ".join(s for s in split.home if re.search(r"\w", s)) or "a room")
    rooms = sorted(split.book.rooms, key=lambda r: r.at)
    for r in rooms:
        if d is not None and d.home == "office" and r.type == "home_office":
            r.type = "private_office"
    keys: dict[int, str] = {}
    for r in rooms:
        n = 1 + sum(o.type == r.type and id(o) in keys for o in rooms)
        keys[id(r)] = r.type if n == 1 else f"{r.type}_{n}"
    requests: list[Request] = []
    relations: list[RelationRequest] = []
    notes: list[str] = [*home.notes]
    found: list[RoomRequest] = []
    taken: set[str] = set()

    def adopt(brief: Brief, room: str) -> None:
        names: dict[str, str] = {}
        for q in brief.requests:
            n, key = 1, q.key
            while key in taken:
                n += 1
                key = f"{q.key}_{n}"
            taken.add(key)
            names[q.key] = key
            requests.append(replace(q, key=key, room=room))
        relations.extend(
            replace(x, subject=names[x.subject], objects=tuple(names[o] for o in x.objects)) for x in brief.relations
        )

    for r in rooms:
        own = read(". ".join(r.texts) or f"the {_name(r.type)}")
        adopt(own, keys[id(r)])
        notes += own.notes
        found.append(
            RoomRequest(
                keys[id(r)],
                r.type,
                r.label,
                own.area,
                own.size,
                own.size_word,
                own.style if own.style != home.style else "",
                keys[id(r.open_to)] if r.open_to is not None else "",
                tuple(keys[id(o)] for o in r.next_to),
                own.density,
            )
        )
    adopt(home, "")
    if _STOREYS.search(text):
        notes.append("All rooms are planned on one floor.")
    main = next((r.type for r in rooms if r.type == "living_room"), rooms[0].type if rooms and d is None else "living_room")
    return replace(
        home,
        room_type=main,
        room_type_stated=True,
        size=extent.size or home.size,
        area=extent.area,
        hour=whole.hour,
        mood=home.mood or whole.mood,
        height=whole.height,
        home=d.home if d is not None else "",
        rooms=tuple(found),
        requests=tuple(requests),
        relations=tuple(relations),
        notes=tuple(dict.fromkeys(n for n in notes if not n.startswith(_DROPPED))),
    )

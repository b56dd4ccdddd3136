"""Sentences -> phrases: tokens, the longest match of each word run in the tables, then noun phrases between marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, Final

from . import lexicon as lx
from .linker import Term, abstract, noun, quality, singular
from .rooms import room_words

_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)?(?![^\W_])|[^\W_]+|[.!?;:…\n]|[,()&/\-–—]|[^\w\s]")
_LONGEST: Final = 7  # words of the longest phrase in the tables
_SKIP: Final = frozenset(
    "very quite also too there then here just even really rather somewhat so both perhaps maybe please today still already "
    "yet well almost along "
    "together apart instead altogether anywhere everywhere else again as at to for from into during than about off out up "
    "down away back not t s re ll ve"
    " all most whole entire full own same main overall central additional extra respective several-many once upon what how "
    "why who be it's there's".split()
)
_NOT_ADVERB: Final = frozenset(
    "family early assembly jelly friendly homely lovely lively cuddly ugly curly silly holy fly ply belly trolley".split()
)
_THEMED: Final = frozenset(
    "themed theme style styled inspired type like shaped motif patterned colored coloured toned sized topped".split()
)
_UNITS: Final = frozenset(
    "pound pounds lb lbs kg inch inches cm m mm ft foot feet meter metre meters metres litre liter gallon piece pc year tier "
    "door drawer seat person panel arm".split()
)


_IN_ALL: Final = frozenset("in all total altogether of them overall exactly".split()) | {
    "in all",
    "in total",
    "of them",
    "all told",
}
_ORDERS: Final = frozenset("rows row lines line columns column groups group ranks grid cluster semicircle".split())
# Parts that stand for the whole: what is on its top shelf is on it, and who says "whose drawers hold" says "which holds".
_PART: Final = (
    r"(?:\w+\s+){0,2}?(?:shelf|shelves|top|tabletop|surface|seat|mantel|mantelpiece|lid|drawers?|back|backrest|arms?|armrests?|"
    r"headboard|rungs?|branches|hooks?|ledge|rim|doors?|compartments?|tiers?)"
)
_WHOSE: Final = re.compile(rf"\bwhose\s+{_PART}(?=\s+(?:{'|'.join(lx.VERBS)})\b)", re.IGNORECASE)
_ITS_PART: Final = re.compile(rf"\b(on|in|inside|across|over|along|above|under|beneath|below)\s+its\s+{_PART}\b", re.IGNORECASE)
_ON_THE_PART: Final = re.compile(
    r"\bon the (?:lid|top|tabletop|seat|backrest|armrests?)(?=\s*(?:$|[,.;]|and\b|is\b|are\b|stands?\b|sits?\b|lies?\b))",
    re.IGNORECASE,
)  # of what was spoken of
_OVER_ITS_PART: Final = re.compile(
    r"\b(?:over|across)\s+(?:its|the) (?:back|backrest|arms?|armrests?|seat)\b(?! of)", re.IGNORECASE
)
_AT_ITS_ELBOW: Final = re.compile(r"\b(?:over|at|by|beside)\s+its\s+(?:\w+\s+)?(?:shoulder|elbow|hip)\b", re.IGNORECASE)
# Turns of phrase -> what they come to in words that the tables know.
_SAYS_AS_MUCH: Final = tuple(
    (re.compile(rf"\b{a}", re.IGNORECASE), b)
    for a, b in (
        (r"(?:look|point|gaze|peer)(?:s|ing)? (?:straight )?out (?:of|over|on|onto|at|through)\b", "facing"),
        (
            r"(?:overlook(?:s|ing)?|(?:look|gaze)(?:s|ing)? (?:at|over|on|onto|into)) the \w+(?: \w+)? (?:through|from) "
            r"(?=(?:an?|the)\b)",
            "facing ",
        ),
        (r"(?:looks?|looking|gives?|giving|opens?|opening) (?:on to|onto)\b", "facing"),
        (r"(?:backs?|backing) (?:on to|onto|up to|up against)\b", "against"),
        (r"lean(?:s|ing|t|ed)? on (?=(?:an?|the|one) (?:[\w-]+ )?walls?\b)", "leaning against "),
        (
            r"(?:fixed|attached|bolted|fastened|secured|screwed|mounted|nailed) (?:on )?to "
            r"(?=(?:an?|the|one) (?:[\w-]+ )?(?:wall|ceiling)s?\b)",
            "on ",
        ),
        (r"strung across (?=(?:an?|the|one) (?:[\w-]+ )?corner\b)", "hung in "),
        (r"(?:takes?|taking|took) up\b", "occupies"),
        (r"(?:takes?|taking|in) cent(?:er|re) (?:stage|position)\b", "in the centre of the room"),
        (
            r"(makes?|making|has|have|is|are|enough|leaves?|finds?) (?:room|space) for (?=(?:an?|the|two|three|four|\d+)\b)",
            r"\1 ",
        ),
        (r"(?:angled|turned|leaning|tilted) towards? (?=(?:each other|one another)\b)", "facing "),
        (r"at (foot|head|end|side) of\b", r"at the \1 of"),
        (r"(pulled|drawn|pushed|moved|rolled|slid) (?:up )?to (?=(?:an?|the|its|it|them|each)\b)", r"\1 next to "),
        (r"(tucked|pushed|slid|pulled) in(?=\s*(?:$|[,.;]|and\b))", r"\1 underneath"),
    )
)
_NO_PLACE: Final = frozenset("with of_with about for as than to at from of".split())
_STANDS: Final = frozenset("stands stand sits sit hangs hang rests lies".split())  # verbs, after `in the corner`
_DEGREES: Final = frozenset("right just straight".split())
_ALONE: Final = frozenset("under above behind in_front_of next_to".split())  # places that may go without an object
_POINTING: Final = {"that": "it", "this": "it", "these": "them", "those": "them"}
_AFTER_SIDE: Final = frozenset({*lx.ARCHITECTURE, "one", "ones"})


@dataclass(slots=True)
class Token:
    """One run of words with everything the tables say of it (`tags`: class -> meaning)."""

    text: str  # lower case, spaces
    raw: str
    tags: dict[str, Any]
    first: bool = False  # opens the sentence
    glued: bool = False  # joined to the word before by a hyphen
    capital: bool = False


@dataclass(slots=True)
class Mention:
    """A noun phrase."""

    kind: str  # thing, room, arch, void, pron, quality, unknown; done when it was read ahead
    text: str
    category: str = ""
    det: str = "bare"  # bare, indefinite, definite, each, part (`two of the beds`)
    op: str = ""
    value: int = 0
    factor: int = 1  # pairs
    attributes: list[tuple[str, str]] = field(default_factory=list)
    plural: bool = False
    negated: bool = False
    numbered: bool = False
    people: int = 0
    keys: list[str] = field(default_factory=list)  # filled when resolved
    heap: bool = False
    head: str = ""  # the head noun as written
    own: bool = False  # `its`, `their`

    @property
    def wants(self) -> tuple[str, int]:
        """Operator and number, from what was said or from singular and plural."""
        if self.value or self.numbered:
            return self.op or "eq", max(self.value, 0) * self.factor
        if self.head.split()[-1:] == ["scales"]:
            return "eq", 1  # one pair of scales
        if self.op and not self.plural:
            return self.op, 1
        return ("ge", 2) if self.plural else ("eq", 1)


@dataclass(slots=True)
class Mark:
    """Anything between noun phrases: relation, loose place, verb, comma, and, negation, denial of a place, bound."""

    kind: str
    value: str = ""
    text: str = ""


Item = Mention | Mark


def sentences(text: str) -> Iterator[list[tuple[str, bool]]]:
    """Lists of (word or mark, joined to the word before by a hyphen)."""
    text = text.replace("’", "'").replace("`", "'")
    text = re.sub(
        r"\b(?:on|to|at)\s+((?:the|its|his|her|their)\s+\w+)'s?\s+(left|right|foot|head)\b(?!\s+(?:wall|corner|side))",
        r"to the \2 of \1",
        text,
    )
    text = _ON_THE_PART.sub("on it", _OVER_ITS_PART.sub("on it", text))
    text = _AT_ITS_ELBOW.sub("beside it", _ITS_PART.sub(r"\1 it", _WHOSE.sub("which", text)))
    for wording, plain in _SAYS_AS_MUCH:
        text = wording.sub(plain, text)
    text = re.sub(r"\((centre|center|middle)\)", r"(in the \1)", text)
    text = re.sub(r"\b(do|does|did|is|are|was|were|could|should|must|need|has|have|ca|wo)n't\b", r"\1 not", text)
    text = re.sub(r"\b(left|right)[ -]hand(?= (?:one|side|corner)\b)", r"\1", text)
    text = re.sub(r"'s\b", "s", text)
    text = re.sub(r"s'(?=\s)", "s", text)
    text = re.sub(r"(\d)\s*(?:x|×)\s*(?=\d)", r"\1 x ", text)
    out: list[tuple[str, bool]] = []
    last_end, dash = -1, False
    for m in _TOKEN.finditer(text):
        w = m.group()
        if w == ":" and _places(out):
            out.append((",", False))  # `Beside the bed: a lamp`
        elif w in ".!?;:…\n":
            if out:
                yield out
            out, dash = [], False
        elif w == "-":
            dash = m.start() == last_end
            if not dash and out and text[m.end() : m.end() + 1] == " ":
                out.append((",", False))  # `the chairs - six in all - ...`
        elif w in ",()–—/&":
            out.append(("and" if w == "&" else ",", False))
            dash = False
        elif w[0].isalnum():
            out.append((w, dash and m.start() == last_end))
            dash = False
        last_end = m.end()
    if out:
        yield out


def _places(words: list[tuple[str, bool]]) -> bool:
    """Whether the words so far are a place, to which what comes after a colon is put."""
    if not 0 < len(words) < 8 or (",", False) in words:
        return False
    n, tags = _best(words, 0)
    return bool({"loose", "rel"} & set(tags)) and tags.get("rel") not in _NO_PLACE and (n < len(words) or "loose" in tags)


@lru_cache(maxsize=32768)
def _tags(phrase: str, single: bool) -> dict[str, Any]:
    """Everything the tables say of a phrase of lower-case words."""
    tags: dict[str, Any] = {}
    found = noun(phrase)
    if found:
        tags["noun"] = found
    for name, table in (("room", room_words()), ("rel", lx.RELATIONS), ("loose", lx.LOOSE), ("quant", lx.QUANTIFIERS),
                        ("bound", lx.BOUNDS), ("arch", lx.ARCHITECTURE), ("pron", lx.THE_REST)):  # fmt: skip
        if phrase in table:
            tags[name] = table[phrase]
    if phrase in lx.NEGATIONS:
        tags["neg"] = True
    if phrase in lx.VOID or phrase in lx.HOURS:
        tags["void"] = True
    if phrase in lx.PARTS:
        tags["part"] = True
    about = quality(phrase) or (("mood", lx.MOODS[phrase]) if phrase in lx.MOODS and not tags else None)
    if about:
        tags["quality"] = about
    if single:
        if phrase in lx.VERBS:
            tags["verb"] = lx.VERBS[phrase]
        if phrase in lx.NUMBERS and phrase != "double":
            tags["num"] = lx.NUMBERS[phrase]
        elif phrase.isdigit():
            tags["num"] = min(int(phrase[:7]), 100_000)
        for name, words in (("indef", lx.INDEFINITE), ("def", lx.DEFINITE), ("each", lx.EACH), ("pron", lx.PRONOUNS)):
            if phrase in words:
                tags[name] = True
        one = singular(phrase)
        if one in lx.COLLECTIVES or phrase in lx.PAIRS:
            tags["heap"] = one
    return tags


def _best(words: list[tuple[str, bool]], i: int) -> tuple[int, dict[str, Any]]:
    """(how many words, tags) of the longest phrase in the tables that starts at i."""
    most = 1
    while most < _LONGEST and i + most < len(words) and words[i + most][0] != ",":
        most += 1
    for n in range(most, 0, -1):
        phrase = " ".join(w.lower() for w, _ in words[i : i + n])
        tags = _tags(phrase, n == 1)
        after = words[i + n][0].lower() if i + n < len(words) else ""
        if (
            "loose" in tags
            and "rel" not in tags
            and n > 1
            and (after in _AFTER_SIDE or (after == "of" and tags["loose"] == "against_wall"))
        ):
            continue  # `in the back corner` is not `in the back`, nor `on the left one` on the left
        if tags:
            return n, tags
    return 1, {}


def tag(words: list[tuple[str, bool]]) -> list[Token]:
    """Tokens of a sentence."""
    out: list[Token] = []
    i = 0
    while i < len(words):
        if words[i][0] == ",":
            out.append(Token(",", ",", {"comma": True}))
            i += 1
            continue
        n, tags = _best(words, i)
        raw = " ".join(w for w, _ in words[i : i + n])
        if raw.lower() in ("and", "or", "plus", "as well as"):
            tags = {"and": True}
        out.append(
            Token(
                raw.lower(),
                raw,
                tags,
                i == 0,
                words[i][1],
                (raw[:1].isupper() and not raw.isupper()) or (raw.isupper() and len(raw) > 1),
            )
        )
        i += n
    return out


class Chunker:
    """One sentence's tokens -> noun phrases and marks."""

    def __init__(self, tokens: list[Token]) -> None:
        self.tokens = tokens
        self.items: list[Item] = []
        self.i = 0
        self._reset()

    def _reset(self) -> None:
        self.det = ""
        self.op, self.value, self.factor, self.numbered, self.heap, self.own = "", 0, 1, False, False, False
        self.mods: list[tuple[str, Any, Token]] = []  # (class, meaning, token)
        self.head: tuple[str, Any, Token] | None = None
        self.open = False

    def run(self) -> list[Item]:
        """All items in order."""
        while self.i < len(self.tokens):
            self._step(self.tokens[self.i])
            self.i += 1
        self.flush()
        return self.items

    def _next(self, n: int = 1) -> Token | None:
        return self.tokens[self.i + n] if self.i + n < len(self.tokens) else None

    def _step(self, t: Token) -> None:
        tags = t.tags
        if self._rows(t) or self._afterthought(t) or self._degree(t):
            return
        if "comma" in tags or "and" in tags:
            self._separator(t)
        elif t.text in _THEMED and (self.mods or self.head) and not (self.head and self.det and self.head[0] != "noun"):
            self._theme(t)
        elif t.text == "not" and (nxt := self._next()) is not None and {"verb", "rel"} & set(nxt.tags):
            self._mark("deny", "", t)
        elif not tags:
            self._unknown(t)
        elif "neg" in tags:
            self._mark("neg", "", t)
        elif t.text in ("left", "right") and self.open and self._sided(self._next()):
            self.mods.append(("word", t.text, t))
        elif self._counts(t) or self._place(t):
            return
        elif "num" in tags:
            self._pronoun(t)
        elif "verb" in tags and self._verb(t):
            return
        elif "noun" in tags or "room" in tags or "arch" in tags or "void" in tags or "part" in tags or "quality" in tags:
            self._nominal(t)
        elif "def" in tags or "indef" in tags or "each" in tags or "pron" in tags:
            self._determiner(t)
        elif t.text not in _SKIP:
            self._unknown(t)

    def _mark(self, kind: str, value: str, t: Token) -> None:
        self.flush()
        self.items.append(Mark(kind, value, t.text))

    def _separator(self, t: Token) -> None:
        nxt = self._next()
        # `a large, comfortable sofa`, `an old and heavy desk`: the phrase goes on
        if self.head is None and self.mods and nxt and not self._ends_here(nxt):
            return
        if self.head is None and self.numbered and t.text == "or" and nxt and "num" in nxt.tags:
            self.op = "ge"
            self.i += 1
            return
        self._mark("comma" if "comma" in t.tags else "and", "", t)

    def _ends_here(self, t: Token) -> bool:
        """Whether a qualities-only phrase before a separator is complete (predicate: `it is round, and ...`)."""
        if self.items and isinstance(self.items[-1], Mark) and self.items[-1].kind == "verb" and not self.det:
            return True
        return (
            bool({"def", "indef", "num", "rel", "verb", "each", "pron", "neg", "comma"} & set(t.tags)) and "quality" not in t.tags
        )

    # counting ----------------------------------------------------------------------------------------------------
    def _rows(self, t: Token) -> bool:
        """`in two rows of six`: an order, no things; it counts what has no number of its own."""
        ahead = self.tokens[self.i + 1 : self.i + 5]
        if t.text not in ("in", "into") or len(ahead) < 2:
            return False
        rows = 1 if ahead[0].text in _ORDERS else 2
        said = [x.tags.get("num", 0) for x in ahead]
        if ahead[rows - 1].text not in _ORDERS or (rows < len(ahead) and ahead[rows].text == "of" and not said[-1:]):
            return False
        self.flush()
        deep = len(ahead) > rows + 1 and ahead[rows].text == "of" and said[rows + 1]
        last = self.items[-1] if self.items else None
        if deep and isinstance(last, Mention) and last.kind == "thing" and not last.numbered:
            last.value, last.numbered = (said[0] or 1) * said[rows + 1], True
        self.i += rows + (2 if deep else 0)
        return True

    @staticmethod
    def _sided(after: Token | None) -> bool:
        """Whether `left` and `right` before this word tell which one: `the left one`, `the left wall`."""
        return after is not None and (after.text in ("one", "ones") or "arch" in after.tags)

    def _degree(self, t: Token) -> bool:
        """`right beside it`, `just under the window`: a word that only says how close the place is."""
        nxt = self._next()
        return t.text in _DEGREES and nxt is not None and bool({"rel", "loose"} & set(nxt.tags)) and nxt.text != "of"

    def _afterthought(self, t: Token) -> bool:
        """`the chairs - twenty-eight in all - ...`: a number said after its noun."""
        if "comma" not in t.tags:
            return False
        self_head = self.head
        j = self.i + 1
        op = ""
        if j < len(self.tokens) and "bound" in self.tokens[j].tags:
            op = self.tokens[j].tags["bound"]
            j += 1
        if self_head is None or self_head[0] != "noun" or self.numbered or not self_head[1].plural:
            return False
        if j >= len(self.tokens) or "num" not in self.tokens[j].tags:
            return False
        n = self.tokens[j].tags["num"]
        j += 1
        if n >= 20 and j < len(self.tokens) and self.tokens[j].glued and self.tokens[j].tags.get("num", 10) < 10:
            n += self.tokens[j].tags["num"]
            j += 1
        told = j
        while j < len(self.tokens) and self.tokens[j].text in _IN_ALL:
            j += 1
        if (
            j < len(self.tokens)
            and "comma" not in self.tokens[j].tags
            and not (j > told and self.tokens[j].tags.keys() & {"rel", "loose", "verb"})
        ):
            return False
        self.value, self.numbered, self.op = n, True, op
        self.flush()
        self.i = j if j < len(self.tokens) and "comma" in self.tokens[j].tags else j - 1
        return True

    def _counts(self, t: Token) -> bool:
        """Numbers, quantifiers, bounds and heaps; True when the token was one."""
        tags, nxt = t.tags, self._next()
        if (
            "bound" in tags
            and nxt
            and ("num" in nxt.tags or "indef" in nxt.tags or "quant" in nxt.tags)
            and not (self.head and "rel" in tags)
        ):
            if t.text in ("over", "under", "about", "around", "some") and not (self.items and self._after_with()):
                return False
            self.flush()
            self.op, self.open = tags["bound"], True
            return True
        if "num" in tags and not self._is_pronoun(t, nxt):
            return self._number(t, nxt)
        if (
            "quant" in tags
            and self.head is None
            and "noun" not in tags
            and not (t.text == "twin" or (t.text == "few" and self.numbered))
        ):
            if nxt is None or ("rel" in nxt.tags and nxt.text != "of"):
                return False
            op, value = tags["quant"]
            self.op, self.value, self.open, self.numbered = self.op or op, value, True, True
            self._skip_of()
            return True
        if "heap" in tags and nxt and nxt.text == "of":
            return self._heap(t)
        return False

    def _after_with(self) -> bool:
        last = self.items[-1]
        return isinstance(last, Mark) and last.kind in ("rel", "verb") and last.value in ("with", "have", "filled", "topped")

    def _skip_of(self) -> None:
        nxt = self._next()
        if nxt and nxt.text == "of":
            self.i += 1

    def _is_pronoun(self, t: Token, nxt: Token | None) -> bool:
        """`one on a short side`, `one near the door`, `two more are ...`: the number stands for a noun."""
        after = self._next(2)
        if nxt is not None and nxt.text == "more" and (after is None or not self._opens_phrase(after) or "rel" in after.tags):
            self.i += 1
            return True
        return (
            nxt is None
            or "comma" in nxt.tags
            or ("indef" in nxt.tags and nxt.text not in lx.NUMBERS and self.det == "definite")
            or (
                "heap" not in nxt.tags
                and (
                    ("rel" in nxt.tags or "loose" in nxt.tags or "verb" in nxt.tags)
                    and not ("noun" in nxt.tags or "quality" in nxt.tags or nxt.text == "of" or nxt.text == "to")
                )
            )
        )

    def _number(self, t: Token, nxt: Token | None) -> bool:
        n = t.tags["num"]
        if t.text in ("single", "lone", "solitary") and self.numbered:
            return True  # `sixteen single desks`
        if (nxt and nxt.glued and "num" not in nxt.tags) or (
            nxt and nxt.text in _UNITS and nxt.text not in ("door", "seat", "person", "piece", "panel")
        ):
            # `45-pound plates`, `two-door wardrobe`
            self.mods.append(("quality", ("kind", f"{t.text}_{nxt.text}".replace(" ", "_")), t))
            self.open = True
            self.i += 1
            return True
        if self.head is not None:
            self.flush()
        if nxt and "num" in nxt.tags and (nxt.glued or t.text in ("twenty", "thirty", "forty", "fifty")):
            n2 = nxt.tags["num"]
            if n >= 20 and n2 < 10:
                n += n2
            else:
                self.op = "ge"
            self.i += 1
        elif nxt and nxt.text == "to" and self._next(2) and "num" in (self._next(2) or t).tags:
            self.op = "ge"
            self.i += 2
        elif nxt and nxt.text == "hundred":
            n *= 100
            self.i += 1
        elif nxt and nxt.text == "dozen":
            n *= 12
            self.i += 1
        self.value, self.numbered, self.open = n, True, True
        nxt = self._next()
        if nxt and nxt.text == "of" and self._next(2) is not None:
            after = self._next(2)
            if after and ("def" in after.tags or "pron" in after.tags):
                self.det = "part"
                self.i += 1
        return True

    def _heap(self, t: Token) -> bool:
        kind = t.tags["heap"]
        after = self._next(2)
        said = self.value if self.numbered else 1
        if after is None or "def" in after.tags:
            return False
        self.i += 1
        self.mods = [m for m in self.mods if m[0] == "quality" and m[1][0] != "size"]
        self.heap = kind not in ("pair", "pairs", "couple", "couples", "duo")
        if not self.heap:
            self.value, self.factor, self.numbered = said, 2, True
        else:
            self.op, self.value = "ge", lx.COLLECTIVES.get(kind, 2) * said
            if after and ("num" in after.tags or "bound" in after.tags):
                self.op, self.value, self.numbered, self.factor = "", 0, False, said  # `two rows of four seats`
        self.open = True
        return True

    # places and verbs --------------------------------------------------------------------------------------------
    def _place(self, t: Token) -> bool:
        """Relations and loose places; True when the token was one."""
        tags, nxt = t.tags, self._next()
        if not ({"rel", "loose"} & set(tags)):
            return False
        if "noun" in tags and self.open and self.head is None:
            return False  # `a round table`
        if t.text == "faces":
            return False
        if (
            "quality" in tags
            and nxt
            and ({"noun", "quality"} & set(nxt.tags))
            and "rel" not in nxt.tags
            and (self.open or t.text == "round")
        ):
            return False
        if (
            "loose" in tags
            and nxt
            and ("noun" in nxt.tags or nxt.tags.get("quality"))
            and self.open
            and self.head is None
            and " " not in t.text
        ):
            return False  # `an adjacent nightstand`: handled as a modifier below
        needs = nxt is not None and self._opens_phrase(nxt)
        if tags.get("rel") in _ALONE and " " in t.text and (nxt is None or "comma" in nxt.tags):
            self._mark("loose", tags["rel"], t)  # `its bench tucked under, ...`
            return True
        if "loose" in tags and (not needs or "rel" not in tags):
            if self.open and self.head is None and nxt is not None and " " not in t.text:
                self.mods.append(("loose", tags["loose"], t))
            else:
                self._mark("loose", tags["loose"], t)
            return True
        if t.text == "opposite" and self.open and self.det and self.head is None and nxt is not None and "arch" in nxt.tags:
            self.mods.append(("word", t.text, t))
            return True  # `along the opposite wall`
        if (
            t.text == "opposite"
            and self.head is None
            and not self.open
            and self.items
            and isinstance(self.items[-1], Mark)
            and self.items[-1].kind == "rel"
        ):
            return True  # `on opposite walls`
        if "rel" in tags:
            if t.text == "to" and self.numbered and self.head is None:
                return True
            self._mark("rel", tags["rel"], t)
            return True
        return False

    @staticmethod
    def _opens_phrase(t: Token) -> bool:
        return bool(
            {"noun", "def", "indef", "num", "each", "quant", "arch", "room", "pron", "quality", "void", "heap", "part"}
            & set(t.tags)
        ) or (not t.tags and t.text not in _SKIP)

    def _verb(self, t: Token) -> bool:
        """A verb or participle that ends the phrase; False when it is part of a noun phrase (`a folding table`)."""
        nxt = self._next()
        if self._named_by_verb(t, nxt):
            self.mods.append(("word", t.text, t))
            self.flush()
            return True
        nominal = (
            nxt is not None
            and bool({"noun", "quality", "room"} & set(nxt.tags))
            and not ({"def", "indef"} & set(nxt.tags))
            and "rel" not in nxt.tags
        )
        if self.open and self.head is None and t.text not in ("is", "are", "has", "have"):
            if "noun" in t.tags and not nominal:
                return False
            if nxt is None or nominal or not nxt.tags or "void" in nxt.tags or "part" in nxt.tags or "verb" in nxt.tags:
                if "noun" not in t.tags and "quality" not in t.tags:
                    self.mods.append(("word", t.text, t))
                    return True
                return False
            if "noun" in t.tags or "room" in t.tags or "arch" in t.tags:
                return False
        before = self.items[-1] if self.items else None
        after_noun = self.head is not None or (not self.open and isinstance(before, Mention) and self.head is None)
        if not after_noun and not self.open and nominal and t.text in lx.NOUN_OR_VERB and not t.first:
            self.open = True
            if "quality" not in t.tags and "noun" not in t.tags:
                self.mods.append(("word", t.text, t))
                return True
            return False
        if "noun" in t.tags and not after_noun and not self.open and (nxt is None or "comma" in nxt.tags or "and" in nxt.tags):
            return False
        self._mark("verb", t.tags["verb"], t)
        return True

    def _named_by_verb(self, t: Token, nxt: Token | None) -> bool:
        """`on a stand in the corner`: a noun that looks like a verb, right after its article."""
        alone = self.open and self.head is None and not self.mods and self.det in ("indefinite", "definite")
        ends = nxt is None or bool({"comma", "and", "rel"} & set(nxt.tags))
        return alone and ends and t.text in ("stand", "stands", "display", "support") and "noun" not in t.tags

    # nouns -------------------------------------------------------------------------------------------------------
    def _determiner(self, t: Token) -> None:
        tags, nxt = t.tags, self._next()
        follows = (
            nxt is not None
            and (self._opens_phrase(nxt) or ("verb" in nxt.tags and t.text in ("the", "a", "an")))
            and nxt.text != "of"
        )
        if t.text in lx.THE_REST:
            self._pronoun(t)
            return
        if "each" in tags and nxt is not None and nxt.text == "of" and (of := self._next(2)) and "def" in of.tags:
            self.flush()
            self.det, self.open = "each", True
            self.i += 2
            return
        if t.text in ("which", "whom") and self._after_place():
            self._pronoun(t)
            return
        if not follows and t.text in _POINTING and self._after_place():
            self.flush()
            self.items.append(Mention("pron", _POINTING[t.text], det="definite"))
            return
        if (t.text in ("that", "which", "who", "whose", "where") and (self.head is not None or self._last_is_mention())) or (
            "pron" in tags and (not follows or t.text in ("it", "them", "they"))
        ):
            self._pronoun(t)
            return
        if "each" in tags and not follows:
            self._pronoun(t)
            return
        if self.det != "part":
            if self.head is not None or self.mods or (self.det and not self.op):
                self.flush()
            self.det = "each" if "each" in tags else "definite" if "def" in tags else "indefinite"
            self.own = t.text in ("its", "their", "his", "her")
        self.open = True
        if t.text == "both":
            self.value, self.numbered = 2, True

    def _after_place(self) -> bool:
        """Whether a preposition of place stands right before: `next to that` points, `the lamp that` relates."""
        last = self.items[-1] if self.items and not self.open else None
        return isinstance(last, Mark) and last.kind == "rel" and last.value not in ("about", "for", "as", "than")

    def _last_is_mention(self) -> bool:
        return bool(self.items) and isinstance(self.items[-1], Mention)

    def _pronoun(self, t: Token) -> None:
        if t.text in ("one", "ones") and self.head is None and self.det in ("definite", "indefinite"):
            # `a yellow one`, `the one by the door`
            about = [m[1] for m in self.mods if m[0] == "quality"]
            value, numbered = (self.value, self.numbered) if t.text == "ones" else (1, True)
            self.items.append(Mention("pron", t.text, det=f"{self.det} one", value=value, numbered=numbered, attributes=about))
            self._reset()
            return
        if self.det == "part" or (self.open and self.numbered and self.head is None):
            self.items.append(Mention("pron", t.text, det="part", value=self.value, numbered=True))
            self._reset()
            return
        self.flush()
        n = t.tags.get("num", 0)
        self.items.append(Mention("pron", t.text, det="each" if t.text == "each" else "definite", value=n, numbered=bool(n)))

    def _nominal(self, t: Token) -> None:
        tags, nxt = t.tags, self._next()
        if (
            "quality" in tags
            and "pron" not in tags
            and not ("arch" in tags and nxt is not None and nxt.text in _STANDS)
            and (
                (nxt is not None and self._continues(nxt))
                or self._predicate(t, nxt)
                or not ({"noun", "void", "part", "room", "arch"} & set(tags))
            )
        ):
            if self.head is not None:
                if not (nxt is not None and self._continues(nxt)):
                    self._mark("post", "", t)
                    self.items.append(Mention("quality", t.text, attributes=[tags["quality"]]))
                    return
                self.flush()
            self.mods.append(("quality", tags["quality"], t))
            self.open = True
            return
        if "quality" in tags and tags["quality"][0] == "colour" and not self.det and not self.numbered and self._colours_so_far():
            self.mods.append(("quality", tags["quality"], t))  # `in navy and mustard`
            self.open = True
            return
        kind = self._kind_of(t)
        if self.head is not None:
            self._demote()
        self.head = (kind, tags.get(kind), t)
        self.open = True

    def _predicate(self, t: Token, nxt: Token | None) -> bool:
        """`one of them is orange, ...`: a colour, no fruit."""
        last = self.items[-1] if self.items else None
        ends = nxt is None or bool({"comma", "and"} & set(nxt.tags))
        said = isinstance(last, Mark) and last.kind == "verb" and last.text in ("is", "are", "be") and not self.open
        some = any(isinstance(x, Mention) and x.kind == "thing" and x.wants[1] > max(self.value, 1) for x in self.items)
        of_them = (
            not self.mods
            and self.head is None
            and some
            and (self.numbered or (isinstance(last, Mention) and last.kind == "pron"))
        )
        return ends and (said or of_them) and t.tags["quality"][0] == "colour"

    def _colours_so_far(self) -> bool:
        """Whether the phrase under way, or the one joined to it, names colours and nothing else."""
        if self.mods:
            return (
                all(m[0] == "quality" and m[1][0] == "colour" for m in self.mods)
                and self.head is None
                and self.tokens[self.i - 1].tags.keys() & {"and", "comma"} != set()
            )
        last = self.items[-2:] if len(self.items) > 1 else []
        return (
            len(last) == 2
            and isinstance(last[0], Mention)
            and last[0].kind == "quality"
            and isinstance(last[1], Mark)
            and last[1].kind in ("and", "comma")
        )

    def _kind_of(self, t: Token) -> str:
        tags, nxt = t.tags, self._next()
        if "room" in tags and nxt and (nxt.glued or nxt.text in _THEMED):
            return "void"  # `gym-purpose basement`
        opening = not self.items and (t.first or self.i <= 4)
        if "room" in tags and ("noun" not in tags or (opening and self.det != "definite")):
            return "room"
        if "arch" in tags:
            return "arch"
        if "void" in tags and ("noun" not in tags or (" " not in t.text and self.det in ("", "definite") and not self.numbered)):
            return "void"
        if "void" in tags and self.numbered and self.op == "ge" and not tags["noun"].plural:
            return "void"  # `plenty of light`
        if "part" in tags and "noun" not in tags:
            return "part"
        return "noun" if "noun" in tags else "void"

    def _continues(self, t: Token) -> bool:
        """Whether the phrase goes on after a quality word."""
        if "comma" in t.tags or "and" in t.tags:
            return False
        if {"rel", "loose"} & set(t.tags) and not ({"noun", "quality"} & set(t.tags)):
            return False
        if "verb" in t.tags and not ({"noun", "quality", "void"} & set(t.tags)):
            return t.text in lx.NOUN_OR_VERB and t.text not in ("is", "set")
        if {"noun", "quality", "room", "arch", "void", "part"} & set(t.tags):
            return True
        return not t.tags and t.text not in _SKIP and not t.text.endswith("ly")

    def _demote(self) -> None:
        """The head so far turns out to modify a later noun."""
        if self.head is not None:
            self.mods.append(("noun", self.head[1], self.head[2]))
            self.head = None

    def _unknown(self, t: Token) -> None:
        w = t.text
        if w in _SKIP or (w.endswith("ly") and w not in _NOT_ADVERB) or (len(w) < 2 and not w.isalnum()):
            return
        nxt = self._next()
        if self.head is not None:
            ends = w.endswith(("ed", "ing")) or (
                w.endswith("s") and nxt is not None and ({"def", "indef", "rel", "num"} & set(nxt.tags))
            )
            if ends and not t.glued:
                self._mark("verb", "be" if w.endswith(("ed", "ing")) else "other", t)
                return
            if self.head[0] == "noun" and not t.glued and not (nxt and {"noun", "part", "room"} & set(nxt.tags)):
                if nxt is None or "comma" in nxt.tags or "and" in nxt.tags or "rel" in nxt.tags:
                    self._demote()  # `piano tuner`: an unknown compound
                else:
                    self.flush()
            else:
                self._demote()
        said = self.open and self.head is None and not self.det and self.mods and self.mods[-1][0] == "word"
        if said and w.endswith("ed") and not t.glued and nxt is not None and "rel" in nxt.tags:
            self._mark("verb", "be", t)  # `bowls of porridge steamed on the table`
            return
        if not self.open and w.endswith(("ed", "ing")) and nxt is not None and ({"def", "indef", "rel"} & set(nxt.tags)):
            self._mark("verb", "be" if w.endswith("ed") and self._after_be() else "other", t)
            return
        self.mods.append(("word", w, t))
        self.open = True

    def _after_be(self) -> bool:
        """`the chairs are ranged along ...`: any participle that is followed by a place."""
        nxt, last = self._next(), self.items[-1] if self.items else None
        return isinstance(last, Mark) and last.value == "be" and nxt is not None and "rel" in nxt.tags

    def _theme(self, t: Token) -> None:
        """`Jurassic Park themed`, `Pop Art style`: what stands before becomes one attribute."""
        if self.head is not None:
            self._demote()
        words: list[Token] = []
        while self.mods and (self.mods[-1][0] in ("word", "noun") or self.mods[-1][1][0] in ("style", "colour")):
            words.insert(0, self.mods.pop()[2])
        if not words:
            return
        name = " ".join(x.text for x in words).removeprefix("the ")
        about = quality(name)
        words[0] = Token(name, name, {})
        if t.text in ("shaped", "colored", "coloured", "toned", "sized", "topped", "patterned"):
            self.mods.append(("quality", about or ("kind", f"{name} {t.text}".replace(" ", "_")), words[0]))
        elif about and about[0] == "style":
            self.mods.append(("quality", about, words[0]))
        else:
            self.mods.append(("quality", ("theme", name.replace(" ", "_")), words[0]))

    def flush(self) -> None:
        """Close the noun phrase under way, if any."""
        if not self.open:
            return
        if self.head is None and any(m[0] == "noun" for m in self.mods):
            # the last noun was taken for a modifier of something that never came: an unknown compound (`piano tuner`)
            last = self.mods[-1]
            if last[0] == "noun":
                self.mods.pop()
                self.head = (self._kind_of(last[2]), last[1], last[2])
        mention = self._mention()
        self._reset()
        if mention is not None:
            self.items.append(mention)

    def _attributes(self, skip_last_word: bool) -> list[tuple[str, str]]:
        out: list[tuple[str, str]] = []
        mods = self.mods[:-1] if skip_last_word else self.mods
        run: list[Token] = []

        def close() -> None:
            if run:
                name = "_".join(x.text.replace(" ", "_") for x in run)
                proper = run[0].capital and not run[0].first
                out.append(("theme" if proper or "noun" in run[0].tags else "kind", name))
                run.clear()

        for kind, value, t in mods:
            if kind == "quality":
                close()
                out.append(value)
            elif kind == "word" or (kind == "noun" and isinstance(value, Term)):
                run.append(t)
        close()
        return out

    def _mention(self) -> Mention | None:
        loose = [m[1] for m in self.mods if m[0] == "loose"]
        text = " ".join([m[2].text for m in self.mods] + ([self.head[2].text] if self.head else []))
        base: dict[str, Any] = {
            "det": self.det or "bare",
            "op": self.op,
            "value": self.value,
            "factor": self.factor,
            "numbered": self.numbered,
            "heap": self.heap,
            "own": self.own,
        }
        if self.head is None:
            words = [m for m in self.mods if m[0] == "word"]
            if not words:
                found = self._attributes(False)
                if found:
                    return Mention("quality", text, attributes=found, **base)
                return Mention("pron", "it", **base) if self.det == "part" else None
            return self._unknown_head(text, base, words[-1][2])
        kind, value, t = self.head
        if kind == "noun":
            term: Term = value
            own = list(term.attributes)
            mention = Mention(
                "thing", text, term.category, attributes=[*self._attributes(False), *own], plural=term.plural, head=t.text, **base
            )
            if loose:
                mention.attributes += [("loose", x) for x in loose]
            return mention
        rooms = [m[1] for m in self.mods if m[0] == "noun" and "room" in m[2].tags and m[1] == m[2].tags["room"]]
        if kind == "void" and rooms and self.det != "definite":
            kind, value = "room", rooms[0]  # `a supermarket aisle`, `a kitchen setup`
        name = value if kind in ("room", "arch") else t.text
        plural = singular(t.text.split()[-1]) != t.text.split()[-1]
        return Mention(kind, text, name or t.text, attributes=self._attributes(False), plural=plural, **base)

    def _unknown_head(self, text: str, base: dict[str, Any], t: Token) -> Mention:
        plural = singular(t.text) != t.text
        last = self.mods[-1][2] is t
        keep = [m for m in self.mods if m[2] is not t]
        if abstract(t.text):
            return Mention("void", text, t.text, attributes=[m[1] for m in keep if m[0] == "quality"], plural=plural, **base)
        if not last:  # `a teal something wooden`: qualities after the last unknown word
            self.mods = [*keep, ("word", t.text, t)]
        phrase = " ".join([m[2].text for m in self.mods[-3:] if m[0] in ("word", "noun")])
        return Mention("unknown", text, phrase, attributes=[m[1] for m in self.mods if m[0] == "quality"], plural=plural, **base)


def _filled(items: list[Item]) -> list[Item]:
    """`two red and three blue cushions`, `a red, a green and a blue chair`: the noun that the first ones leave out."""
    noun_at: Mention | None = None
    joined = False
    for item in reversed(items):
        if isinstance(item, Mark):
            joined = joined or item.kind == "and"
            noun_at = noun_at if item.kind in ("comma", "and") else None
            continue
        counted = item.numbered or item.det == "indefinite"
        if item.kind == "thing" and counted and item.attributes and item.det != "part":
            noun_at, joined = item, False
        elif item.kind == "quality" and counted and noun_at is not None and joined and item.det != "part":
            kinds = {k for k, _ in item.attributes}
            shared = [a for a in noun_at.attributes if a[0] not in kinds]
            item.kind, item.category, item.head = "thing", noun_at.category, noun_at.head
            item.text, item.plural = f"{item.text} {noun_at.head}", noun_at.plural and item.value != 1
            item.attributes += shared
        else:
            noun_at = None
    return items


def chunk(words: list[tuple[str, bool]]) -> list[Item]:
    """Noun phrases and marks of one sentence."""
    return _filled(Chunker(tag(words)).run())

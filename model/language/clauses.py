"""Phrases -> requests and relations: who stands how to whom, what a pronoun means, what is there already.

A sentence is read once, left to right, with a little state: the clause's subject, the phrase that a preposition would
attach to, the owner of a `with` or `holds`, and a place that was said first (`In the corner, there is ...`).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from ..catalogue import categories, is_a
from . import lexicon as lx
from .chunk import Item, Mark, Mention
from .kin import closest
from .linker import NEAR, PLAIN, SURE, at_home, broad, noun, plain, singular
from .members import Draft, Link, another, counted, divide, free_key, left_over
from .rooms import room_words
from .sizes import likely_size, resembles

_CONTAINERS: Final = frozenset(
    "box crate basket laundry_basket laundry_hamper toy_chest chest vase floor_vase sink washbasin bathtub bin garbage_can "
    "bucket bowl cage crib aquarium "
    "wardrobe armoire cup pen_cup mailbox_cubbies storage_box_lidded bag backpack suitcase refrigerator display_fridge "
    "pastry_case display_case jar dishwasher washing_machine "
    "dryer drawer_pedestal umbrella_stand planter_box fruit_bowl bread_basket shopping_cart shopping_basket ball_pit toolbox "
    "locker decorative_bowl pot glass mug "
    "fireplace wine_rack wine_cabinet magazine_rack oven microwave kennel duffel_bag handbag terrarium fishbowl cube_shelf "
    "bookshelf spa_tub medicine_cabinet".split()
)
_SHELVED: Final = frozenset({"bookshelf", "shelf", "cube_shelf"})  # both `in` and `on` are said of these
_SIGHTS: Final = frozenset("tv projector_screen fireplace desk piano chalkboard whiteboard".split())
_SEATS: Final = frozenset("chair sofa stool bench armchair".split())
_HUNG_ART: Final = frozenset({"painting", "poster", "photo_frame", "framed_print", "sculpture", "map"})
_PEOPLE: Final = frozenset("people persons person guests guest diners diner adults visitors".split())
_FINITE: Final = frozenset(
    "is are was were has have sits stands rests lies leans hangs occupies runs goes holds contains features includes displays "
    "carries houses stores supports bears boasts "
    "offers showcases faces face surrounds surround flanks flank illuminates covers overlooks hang sit stand rest lie lean "
    "run line lines brackets frames accommodates "
    "provides hosts separates share shares "
    "circles encircles nestles perches dangles remains should must can will would could shows hides "
    "crowns hold contain cover stood lay sat slept sleeps waits waited leant glow glows gleams shines hung held carried".split()
)
_PLURAL: Final = frozenset(
    "are were have stand sit rest lie hang hold contain flank surround face cover line share run lean".split()
)
_SINGULAR: Final = frozenset(
    "is was has sits stands rests lies leans hangs occupies holds contains displays carries supports faces covers "
    "overlooks".split()
)
_HOLDING: Final = frozenset(
    "holds hold holding contains contain containing displays display displaying carries carry carrying supports support "
    "supporting bears bearing showcases showcase showcasing".split()
)
_ABSTRACT: Final = frozenset(
    "indicating indicates suggest suggests suggesting creates create creating evokes evoking reflects reflect adds add adding "
    "gives give giving brings bring bringing "
    "makes making enhances enhancing serves serve serving allows allow allowing lets ensures ensuring".split()
)
_NEW_CLAUSE: Final = frozenset("while whereas but yet when where then although though because since so".split())
_BESIDE: Final = frozenset("left_of right_of in_front_of behind next_to near around each_side across_from".split())
_SKIN: Final = frozenset(
    "upholstery cover covers finish seat seats top cushioning".split()
)  # parts whose stuff is the thing's stuff
_CARRIERS: Final = frozenset(
    "tray plate cake_stand cutting_board placemat candle_holder candelabra book_stack tablecloth baking_tray place_setting "
    "knife_block dish_rack shoe_rack towel_rack spice_rack".split()
)
_SITES: Final = frozenset({"window", "door", "wall", "corner"})
_FILLING: Final = frozenset("occupies occupy occupying fills fill filling hugs hug hugging line lines lining".split())  # no `on`
_OPPOSITE: Final = {
    "behind": "in_front_of", "in_front_of": "behind", "left_of": "right_of", "right_of": "left_of", "on": "under",
    "above": "under",
}  # fmt: skip
# Where a window or a door is, seen from a thing -> where the thing is.
_SEEN_FROM: Final = {"above": "under", "behind": "in_front_of", "next_to": "next_to", "near": "near", "left_of": "next_to",
                     "right_of": "next_to", "across_from": "across_from"}  # fmt: skip
_PLACES: Final = _BESIDE | frozenset("on inside above under between flank".split())
_MORE: Final = frozenset("one two three four five six another ones others some".split())
_SIDES: Final = frozenset({"left_of", "right_of", "in_front_of", "behind"})
_OWN_LOOK: Final = ("colour", "material", "size", "shape")  # what makes some of several things a kind of their own
_ROOM: Final = "room"

_ON_ARCHITECTURE: Final[dict[str, dict[str, str]]] = {
    "wall": {"on": "on_wall", "against": "against_wall", "along": "against_wall", "next_to": "against_wall",
    "near": "against_wall", "inside": "on_wall", "above": "on_wall",
             "from": "on_wall", "middle_of": "on_wall", "across_from": "across_from", "far_from": "far_from", "faces": "faces",
             "on_wall": "on_wall", "flank": "flank", "under": "", "behind": ""},
    "corner": {k: "in_corner" for k in ("on", "inside", "near", "next_to", "against", "at", "middle_of", "along", "into",
    "to", "short_side")} | {"far_from": "far_from", "across_from": "across_from", "faces": "faces"},
    "ceiling": {k: "hang_from_ceiling" for k in ("from", "on", "above", "near", "along", "against", "under", "at", "inside",
    "across_from")},
    "room": {"middle_of": "middle_of_room", "behind": "at_back", "at_back": "at_back", "along": "against_wall", "around": ""},
    "floor": {"middle_of": "middle_of_room"},
    "window": {"next_to": "next_to", "near": "near", "under": "under", "faces": "faces", "across_from": "across_from",
    "far_from": "far_from", "in_front_of": "in_front_of",
               "flank": "flank", "each_side": "each_side", "on": "near", "inside": "near", "behind": "near",
               "against": "next_to", "along": "next_to", "left_of": "next_to", "right_of": "next_to",
               "above": "near", "outside": "near", "at": "near", "between": "flank", "around": "flank", "middle_of": "near"},
}  # fmt: skip
_ON_ARCHITECTURE["door"] = _ON_ARCHITECTURE["window"]


@dataclass(slots=True)
class Thing:
    """What a phrase refers to: request keys (or the room), how many of them, once for each."""

    keys: tuple[str, ...]
    part: int = 0  # `two of the beds`
    each: bool = False
    fresh: bool = False  # introduced by this very phrase
    room: bool = False
    owner: Thing | None = None  # the thing it came `with`
    plural: bool = False
    linked: bool = False
    mention: Mention | None = None


_THE_ROOM: Final = Thing((), room=True)


class Reader:
    """Reads sentence after sentence; `drafts`, `links`, `rooms`, `palette` and `notes` are the result."""

    def __init__(self) -> None:
        self.drafts: dict[str, Draft] = {}
        self.links: list[Link] = []
        self.seen: list[Thing] = []
        self.site: Mention | None = None
        self.rooms: list[Mention] = []
        self.places: list[Mention] = []  # architecture and void phrases, for palette and mood
        self.denied_places: set[tuple[str, str]] = set()  # (key, relation) of what must not be somewhere
        self.palette: list[str] = []
        self.notes: list[str] = []
        self.opened: tuple[str, Thing] | None = None  # the last place that was said first
        self.topic: Thing = _THE_ROOM  # main subject of the sentence before
        self._sentence()

    def _sentence(self) -> None:
        self.subject: Thing | None = None  # of the clause
        self.head: Thing | None = None  # what a preposition attaches to
        self.item: list[Thing] = []  # the list item: coordinated things
        self.before: Thing | None = None  # the item before this one
        self.object: Thing | None = None  # the last object of a preposition, when it is a new thing
        self.owner: Thing | None = None  # whose `with` or `holds` list is open
        self.how = ""  # how that list was opened
        self.each = False
        self.front: list[tuple[str, Thing | str]] = []  # places said first
        self.placed_at: tuple[str, list[Thing]] | None = None  # the relation to the last wall, window ...
        self.site: Mention | None = None  # a wall, a window ... that the clause is about
        self.front_at: Mention | None = None  # the wall, corner ... said first
        self.pending: tuple[str, list[Thing]] | None = None  # relation that waits for its object
        self.waiting: list[str] = []  # fronted relation that waits for its object
        self.negated = False
        self.denied = False  # `not` was said of the place that follows
        self.listop = ""
        self.comma = False
        self.joined = False
        self.verb = ""
        self.finite_list = False
        self.outer: list[tuple[Thing, str, bool]] = []  # open lists, the innermost last
        self.hanging: list[Thing] = []
        self.hangs = False  # `between the windows hangs a portrait`: the next thing does
        self.seen: list[Thing] = []  # items of this sentence, in order
        self.apposed = False
        self.closed = False  # the last item came after `and`
        self.listed = False  # the last item came after a comma, in a list
        self.side_of: Thing | None = getattr(self, "side_of", None)  # what the last `left of`, `behind` ... was about
        self.new_keys: list[str] = []  # introduced in this sentence
        self.also_which = False  # `around which ... and on which ...`: the same thing
        self.aside: Thing | None = None  # what the clause was about before `, with a lamp on it,`
        self.stage: Thing | None = None  # the thing of a place said first
        self.last_subjects: list[Thing] = []
        self.skip = ""  # `for`, `as`: what follows is no object
        self.last_rel: tuple[str, Thing | str] | None = None
        self.both_ends = False  # the place named last is one of two: `at either end`
        self.ahead: list[Item] = []  # what is still to be read of the sentence
        self.group = ""  # several things, of which some were given qualities of their own
        self.mate: Thing | None = None  # the single thing that `and` joined the last one to

    def read(self, items: list[Item]) -> None:
        """One sentence."""
        site = self.site if not self.seen else None
        self._sentence()
        self.site = site
        for n, item in enumerate(items):
            nxt = items[n + 1] if n + 1 < len(items) else None
            self.ahead = items[n + 1 :]
            if isinstance(item, Mark):
                if self._turns(items, n):
                    self._new_clause()
                self._mark(item, nxt)
            else:
                self._mention(item, nxt, items[n + 2] if n + 2 < len(items) else None)
        for t in self.hanging:
            self._hang(t)
        if self.stage is not None and self.item and not self.item[0].room and self._small(self.item[0]):
            self.topic = self.stage  # `On the piano stand two photos. Behind it ...`
        elif self.subject is not None and not self.subject.room:
            self.topic = self.subject
        elif self.item:
            first = self.seen[0] if self.seen and not self.item[0].room and self._small(self.item[0]) else self.item[0]
            self.topic = first if first.room or self._stands(first) else self.item[0]  # `A piano, a metronome on it.`

    @staticmethod
    def _turns(items: list[Item], n: int) -> bool:
        """`..., and on it are two books`, `... and, across from it, a sofa`: a clause that begins with its place."""
        mark, before, rest = items[n], items[n - 1] if n else None, items[n + 1 : n + 4]
        if isinstance(mark, Mark) and mark.kind == "loose" and mark.value in _SIDES and isinstance(before, Mark) and rest:
            after = rest[1] if isinstance(rest[0], Mark) and rest[0].kind in ("comma", "verb") and len(rest) > 1 else rest[0]
            opens = isinstance(after, Mention) and (after.det == "indefinite" or after.numbered)
            return before.kind in ("comma", "and") and opens and after.kind in ("thing", "unknown")
        if not (isinstance(mark, Mark) and mark.kind == "rel" and mark.value in _PLACES and isinstance(before, Mark)):
            return False
        if before.kind not in ("comma", "and") or len(rest) < 2 or not isinstance(rest[0], Mention) or rest[0].text == "which":
            return False
        if not (rest[0].kind in ("pron", "arch") or (rest[0].kind == "thing" and rest[0].det == "definite")):
            return False
        if isinstance(rest[1], Mark) and rest[1].kind == "verb" and rest[1].text in _FINITE and rest[1].value == "be":
            rest.pop(1)
        elif isinstance(rest[1], Mark) and rest[1].kind == "comma" and rest[0].kind == "pron":
            # `on it, to one side, a lamp`
            rest[1:] = [x for x in items[n + 3 :] if isinstance(x, Mention) and x.kind not in ("void", "arch")][:1]
        elif isinstance(rest[1], Mark) and rest[1].kind == "comma" and rest[0].kind != "thing":
            rest.pop(1)
        return len(rest) > 1 and isinstance(rest[1], Mention) and (rest[1].det == "indefinite" or rest[1].numbered)

    def _hang(self, t: Thing) -> None:
        """What hangs without a word on where: on the wall, or from the ceiling."""
        for k in t.keys:
            held = categories()[self.drafts[k].category].supports[0]
            if not any(
                x.subject == k and x.kind in ("on_wall", "hang_from_ceiling", "on", "inside", "above") for x in self.links
            ):
                self._architecture(t, *{"hung_on": ("on_wall", "wall"), "from_ceiling": ("from", "ceiling")}.get(held, ("", "")))

    def _new_clause(self) -> None:
        """Forget the clause so far, but not what it was about."""
        if self.item and not self.item[0].room:
            self.before = self.item[0]
        self.subject, self.head, self.object, self.owner, self.pending = None, None, None, None, None
        self.item, self.front, self.waiting, self.verb, self.last_rel, self.joined = [], [], [], "", None, False

    # marks -------------------------------------------------------------------------------------------------------
    def _mark(self, m: Mark, nxt: Item | None) -> None:
        if m.kind == "comma":
            self.denied = False
            self.comma, self.joined, self.pending = True, False, self.pending if self.pending and not self.pending[1] else None
            if self.skip != "list":
                self.skip = ""
        elif m.kind == "and":
            self.joined = True
            if self.pending is not None and self.pending[0] == "inside":
                self.pending = None  # `folded in and ...`
            self.skip = "" if self.skip not in ("for", "list") else self.skip
        elif m.kind == "neg":
            self.negated = True
        elif m.kind == "deny":
            self.denied = True
        elif self.denied and m.kind in ("rel", "loose"):
            self.denied, self.pending, self.skip = False, None, "not"  # `must not stand under the window`
            self.denied_places |= {(k, m.value) for t in self.item for k in t.keys}
        elif m.kind == "verb":
            self._verb(m, nxt)
        elif m.kind == "loose":
            self.both_ends = bool({"each", "either", "both"} & set(m.text.split()))
            self._loose(m.value)
        elif m.kind == "rel" and not (self.skip == "not" and m.text == "but"):  # `not on the desk but on the shelf`
            self._relation(m, nxt)
        if m.kind not in ("and", "comma"):
            self.placed_at = None
        if m.kind not in ("comma", "and"):
            self.comma = self.comma and m.kind == "neg"
            self.joined = False

    def _run(self) -> list[Thing]:
        """The things of the list that ends here (`a mug, a laptop and a lamp`), when it is closed by `and`."""
        last = self.item[-1] if self.item else None
        if not self.closed or last is None or last not in self.seen:
            return list(self.item)
        run: list[Thing] = []
        for t in reversed(self.seen[: self.seen.index(last) + 1]):
            if t.linked or t.room or not t.fresh or t.owner is not None:
                break
            run.insert(0, t)
        return run if len(run) > len(self.item) else list(self.item)

    def _agree(self, verb: str) -> None:
        """A finite verb in the singular or plural says how much of what was named its subject is."""
        if self.subject is not None or not self.item or self.verb or (self.comma and self.closed):
            return
        last = self.item[-1]
        heap = last.mention is not None and last.mention.heap  # `a stack of books lies`, `lie`
        many = len(self.item) > 1 or (self._many(last) and not (heap and verb in _SINGULAR))
        if verb in _PLURAL and not many:
            self.item = self._run()
        elif verb in _SINGULAR and many:
            one = [t for t in self.seen if not t.room and not self._many(t)]
            self.item = one[-1:] or self.item

    def _target(self, finite: bool = False) -> list[Thing]:
        """What the next verb or preposition says something about."""
        if finite and self.joined and self.subject is not None:
            return [self.subject]
        if finite:
            if self.subject is None and self.item:
                self.subject = self.item[0]
            if self.item and self.verb == "" and self.item[0] is self.subject:
                return list(self.item)
            return [self.subject] if self.subject is not None else list(self.item)
        if self.comma:  # `..., topped with`, `..., facing`
            if self.item and (self.subject is None or self.subject.room or self.verb == "have"):
                return list(self.item)
            return [self.subject] if self.subject is not None else list(self.item)
        if self.object is not None:
            return [self.object]
        if self.head is not None and self.head.owner is None and self.item and self.head is self.item[-1]:
            return list(self.item)
        return [self.head] if self.head is not None else list(self.item)

    def _verb(self, m: Mark, nxt: Item | None) -> None:
        finite = m.text in _FINITE
        self.skip = ""
        if finite:
            self._resumes(m.text)
            self._agree(m.text)
        if m.value == "other":
            self.owner, self.how, self.pending = None, "", None
            self.verb = self.verb or "other"
            self.skip = "verb" if m.text in _ABSTRACT else ""
            return
        if (
            isinstance(nxt, Mark)
            and nxt.kind == "verb"
            and m.text in ("is", "are", "was", "were", "be", "been", "being", "should", "must")
        ):
            if finite and self.subject is None and self.item:
                self.subject = self.item[0]
            if finite and self.subject is not None and self.head is not None and self.head.owner is self.subject:
                self.head, self.object = self.subject, None  # `a stand with a TV is placed ...`: the stand is
            self.verb = self.verb or "be"
            return
        if m.value == "have" and self.site is not None and self.site.category in ("wall", "corner") and self._told_of_site("on"):
            self.verb = "have"
            return
        who = self._target(finite)
        if m.text in _FILLING and isinstance(nxt, Mention) and nxt.kind in ("arch", "void"):
            self._fills([t for t in who if not t.room], nxt)
        elif m.value == "be":
            self._placed(m, who, finite)
        elif m.value == "have":
            self.front = [] if self.item else self.front
            self._open_list(who, "hold" if m.text in _HOLDING else "have", finite)
        elif m.value == "illuminate":
            self.pending = ("above", [t for t in who if not t.room])
        elif m.value in ("face", "around", "flank", "cover", "next_to", "above", "inside"):
            if m.value == "cover" and m.text in ("frame", "frames"):
                return
            who = [t for t in who if not t.room]
            shared = m.text in ("share", "shares", "sharing")
            self.pending = (self._shared(who) if shared else {"face": "faces"}.get(m.value, m.value), who)
        if finite:
            self.verb = m.value
            if self.subject is None and self.item:
                self.subject = self.item[0]

    def _shared(self, who: list[Thing]) -> str:
        """What sharing a table means: lamps are on it, two seats have it between them."""
        if all(self._small(t) for t in who):
            return "cover"
        return "separated" if sum(self.drafts[k].number for t in who for k in t.keys) == 2 else "near"

    def _fills(self, who: list[Thing], place: Mention) -> None:
        """`X occupies the corner`, `... the centre`: a place without a preposition."""
        self.pending = ("on", who)
        for t in who if place.text.split()[-1] in ("middle", "centre", "center") else ():
            self._architecture(t, "middle_of", _ROOM)

    def _resumes(self, verb: str) -> None:
        """A finite verb that goes on with what the clause was about before an aside, or with a wall, a window ..."""
        if self.comma and self.aside is not None and self.subject is None:
            self.subject, self.item, self.head, self.object = self.aside, [self.aside], self.aside, None
        if self.joined and self.site is not None and self.front and verb in _SINGULAR:
            self._new_clause()  # `The window is flanked by shelves and has a bench beneath it`

    def _placed(self, m: Mark, who: list[Thing], finite: bool) -> None:
        self.owner, self.how = (self.owner, self.how) if not finite and who and who[0].owner is self.owner else (None, "")
        if finite and self.item:
            self.front = []
        self.placed = who
        if who:
            self.head = who[-1]
            self.object = None
            self.item = who if who[-1].owner is None else self.item
        if m.text.startswith("hang") or m.text in ("hung", "suspended", "dangling", "dangles"):
            self.hanging, self.hangs = who, not who

    def _holder(self, who: list[Thing]) -> Thing:
        """Of `a desk and a chair` that have things on them, the one that can carry them."""
        able = [t for t in who if all(categories()[self.drafts[k].category].family in ("tables", "storage") for k in t.keys)]
        return (able or who)[-1]

    def _open_list(self, who: list[Thing], how: str, finite: bool = False) -> None:
        self.owner, self.pending = None, None
        who = [t for t in who if not t.room]
        if not who:
            return
        new = self._holder(who)
        outer = self.outer if new.owner is not None and self.outer and self.outer[-1][0] is new.owner else []
        self.outer = [*outer, (new, how, finite)]
        self.owner, self.how, self.finite_list = new, how, finite
        self.listop = ""

    # relations ---------------------------------------------------------------------------------------------------
    def _relation(self, m: Mark, nxt: Item | None) -> None:
        kind = m.value
        self.also_which = self.joined and isinstance(nxt, Mention) and nxt.text == "which"
        if kind == "short_side" and isinstance(nxt, Mention) and nxt.kind == "thing" and not is_a(nxt.category, "table"):
            kind = "each_side" if set(m.text.split()) & {"each", "either", "both"} else kind
        self.both_ends = bool({"each", "either", "both"} & set(m.text.split()))
        self.skip = ""
        if kind == "at" and isinstance(nxt, Mention) and (nxt.kind in ("thing", "pron") or nxt.category in ("window", "door")):
            kind = "near"
        if kind in ("for", "as", "about", "than", "during", "to", "at") or (kind == "into"):
            if kind == "about":
                self.owner = None
                if m.text in _NEW_CLAUSE:
                    self._new_clause()
                return
            self.skip = kind
            return
        if kind in ("of",):
            self._of()
            return
        if kind == "made_of":
            return
        if kind in ("filled", "topped", "surrounded", "flanked") or (m.text == "by" and self.verb in ("be", "inside")):
            if self._told_of_site("flank" if kind in ("surrounded", "flanked") else "on"):
                return
        if kind in ("with", "of_with", "filled", "topped"):
            self._with(kind)
            return
        if kind in ("surrounded", "flanked", "faced", "lit_by"):
            self.pending = (kind, [t for t in self._target() if not t.room])
            return
        if kind in ("stacked_on", "stacked_next"):
            kind = "on" if kind == "stacked_on" else "next_to"
        at_start = (not self.item and self.head is None) or (self.head is not None and self.head.room and self.comma)
        if at_start and self.verb in ("", "other"):
            self.waiting.append(kind)
            self.pending = (kind, [])
            return
        who = self._attach(kind, nxt)
        if not who and self.verb == "":
            self.pending = (kind, [])
            return
        self.pending = (kind, [t for t in who if not t.room])

    def _attach(self, kind: str, nxt: Item | None) -> list[Thing]:
        """The things that a preposition speaks of."""
        if self.object is not None and self.object.fresh:
            if kind == "on" and isinstance(nxt, Mention) and nxt.kind == "arch":
                return [self.object]
            if (
                self.last_rel is not None
                and self.last_rel[0] in ("on", "inside")
                and self.head is not None
                and self._small(self.head)
                and not self.comma
            ):
                return [self.object]  # `books on a shelf above it`: where the shelf is
        if (
            self.head is not None
            and self.head.owner is not None
            and isinstance(nxt, Mention)
            and nxt.kind == "arch"
            and self._small(self.head)
            and kind not in ("near", "from")
        ):
            outer = self.head.owner
            return [outer]
        if not self.item and self.verb == "be" and self.last_rel is not None and self.stage is not None and self.stage.fresh:
            return [self.stage]  # `a guard sits on a crate by the door`: the crate is by the door
        own = self.head.owner if self.head is not None else None
        if own is not None and kind in _BESIDE and self.before is not None and isinstance(nxt, Mention) and nxt.text == "it":
            if own.fresh and self._stands(own) and self._small(self.head or own) and self._stands(self.before):
                return [own]  # `a bathtub, a table with candles next to it`: the table is
        if self.comma and self.subject is not None and not self.subject.room and self.verb:
            return [self.subject]
        if self.comma and self.item and not self.item[-1].room:
            return list(self.item)
        if self.head is None:
            return list(self.item)
        if self.item and self.head is self.item[-1]:
            return list(self.item)
        return [self.head]

    def _small(self, t: Thing) -> bool:
        """Whether a thing usually stands on or in another."""
        for k in t.keys:
            c = categories()[self.drafts[k].category]
            if c.supports[0] not in ("on", "in") and not ({"on", "in"} & set(c.supports) and max(c.size) < 0.6):
                return False
        return True

    def _with(self, kind: str) -> None:
        self.negated = False  # `without a rug, with a bed`
        theirs = bool(self.ahead) and isinstance(self.ahead[0], Mention) and self.ahead[0].own
        if (
            kind == "with"
            and self.comma
            and not theirs  # `a bar, with its three stools`
            and (self.subject is not None or len(self.item) > 0)
            and not (self.head is not None and self.head.each)
        ):
            # `..., with a cart placed nearby`: another item, loosely tied to what was said
            self.owner, self.how, self.front = None, "", []
            self.before = self.subject or (self.item[0] if self.item else None) or self.before
            self.aside = self.subject or self.item[0]
            self.item, self.head, self.object = [], None, None
            return
        about = self.subject or (self.item[0] if self.item else None)
        if kind == "with" and theirs and self.comma and about is not None and not about.room:
            who = [about]  # `a desk stands by the bed, with its chair tucked in`
        elif kind == "with" and self.object is not None and self.object.fresh:
            who = [self.object]
        else:
            who = self._target() if kind != "with" or self.head is None else [self.head]
        if kind != "with" and self.verb == "be" and self.head is not None and not self.comma:
            who = [self.head]
        self.front = [] if self.item else self.front
        self._open_list(who, kind)

    def _of(self) -> None:
        if (
            self.head is not None
            and not self.head.room
            and self.head.mention is not None
            and self.object is None
            and self.pending is None
            and self.head.mention.kind == "thing"
        ):
            if any(self.drafts[k].category in _HUNG_ART for k in self.head.keys):
                self.skip = "of"
            else:
                self._open_list([self.head], "of")
        else:
            self.skip = "of"

    def _loose(self, kind: str) -> None:
        """A place without an object of its own."""
        if not self.item and self.head is None:
            other: Thing | str = self.topic if not self.topic.room else _ROOM
            if kind in _SIDES and self.seen and (mate := self.side_of or self.before) is not None:
                other = mate  # `to the left of the bed a desk and to the right a wardrobe`
            self.front.append((kind, other))
            return
        who = self._target() if not self.comma or self.verb != "be" else [self.subject or self.item[0]]
        if self.object is not None and self.object.fresh and kind == "on_wall":
            who = [self.object]
        elif self.object is not None:
            who = [self.head] if self.head is not None else who
        who = [t for t in who if not t.room]
        if self.site is not None and self.site.category != "wall" and self.subject is None:
            for t in who:
                self._architecture(t, kind, self.site.category)
            return
        if kind == "next_to" and len(who) > 1:
            for a, b in itertools.pairwise(who):
                self._emit(kind, b, a)
            return
        for t in who:
            self._loose_for(t, kind, who)

    def _loose_for(self, t: Thing, kind: str, who: list[Thing]) -> None:
        if kind in ("on_wall", "against_wall"):
            self._architecture(t, kind if kind == "on_wall" else "against", "wall")
        elif kind == "faces_each":
            others = who if len(who) > 1 else [t]
            self._emit("faces", t, others[0] if others[0] is not t or len(who) == 1 else others[-1])
        elif kind == "pairs":
            return
        else:
            other = t.owner or (
                self.last_rel[1]
                if self.last_rel and isinstance(self.last_rel[1], Thing) and kind in ("each_side", "inside")
                else None
            )
            if other is None:
                other = self._companion(t, kind)
            if kind == "middle_of" and t.owner is None and (other is None or other is not self.subject or not self._small(t)):
                held = self.last_rel is not None and self.last_rel[0] in ("on", "inside") and self._small(t)
                stand = self.object if held and self.object is not None and self._stands(self.object) else None
                for x in (stand,) if stand is not None else (t, self.object):
                    if x is not None and (x is t or x.fresh):
                        self._architecture(x, "middle_of", "room")
                return
            if kind == "above" and any("from_ceiling" in categories()[self.drafts[k].category].supports for k in t.keys):
                self._architecture(t, "from", "ceiling")
                if t.owner is None:
                    return
            if kind == "behind" and t.owner is None and (other is None or self.subject is t):
                self._architecture(t, "at_back", "room")
            elif other is not None and other is not t:
                self._emit(kind, t, other)

    def _companion(self, t: Thing, kind: str = "") -> Thing | None:
        """The thing that `nearby` or `in front` is about when nothing is named."""
        pool = [self.subject if self.subject not in self.item else None, self.before, *reversed(self.seen), self.topic]
        able = [x for x in pool if x is not None and x is not t and not x.room and x.keys != t.keys]
        if kind == "on":
            pool += [Thing((d.key,)) for d in reversed(self.drafts.values()) if d.value]
            able = [x for x in pool if x is not None and x.keys != t.keys and x not in self.item and self._bears(x)] or able
        able = [x for x in able if self._level(t, x, kind)]
        if kind in _SIDES and self.side_of is not None and self.side_of is not t and self.side_of.keys != t.keys:
            able.insert(0, self.side_of)  # `a cart on the left of the table and a pole on its right`
        if kind in ("short_side", "long_side"):
            able.sort(key=lambda x: not any(is_a(self.drafts[k].category, c) for k in x.keys for c in ("table", "bed")))
        if kind == "on":  # what stands under another thing has nothing on top
            low = {x.subject for x in self.links if x.kind == "under"}
            able.sort(key=lambda x: bool(low & set(x.keys)))
        if kind == "under":
            able.sort(key=lambda x: categories()[self.drafts[x.keys[0]].category].family not in ("tables", "beds", "fixtures"))
        return able[0] if able else None

    def _bears(self, t: Thing) -> bool:
        """Whether a thing has a top to put things on: furniture that is no seat."""
        families = ("tables", "storage", "beds", "appliances")
        return not t.room and all(categories()[self.drafts[k].category].family in families for k in t.keys)

    def _level(self, t: Thing, other: Thing, kind: str) -> bool:
        """Whether two things can stand side by side: not a chair and a picture."""
        if kind not in _BESIDE or not self._stands(t):
            return True
        return self._stands(other)

    def _stands(self, t: Thing) -> bool:
        return all(categories()[self.drafts[k].category].supports[0] == "floor" for k in t.keys if k in self.drafts)

    # mentions ----------------------------------------------------------------------------------------------------
    def _mention(self, m: Mention, nxt: Item | None, after: Item | None) -> None:
        if m.kind == "done":
            return
        if m.kind == "quality":
            self._describe(m)
            return
        self._reclassify(m)
        if m.kind in ("room", "arch", "void", "part"):
            self._no_object(m)
            self.negated = False
            return
        if m.kind == "unknown" and singular(m.category.split()[-1]) in ("setting", "settings"):
            self._settings(m)
            return
        if self.skip and m.kind != "pron" and not (m.det == "indefinite" and self.joined and m.kind == "thing"):
            if self.skip != "for" or m.det != "definite":
                self.pending = None
                return
        if self._part_of_owner(m):
            return
        if (
            self.how == "of"
            and self.owner is not None
            and m.det == "bare"
            and not m.numbered
            and not m.plural
            and singular(m.text.split()[-1]) == m.text.split()[-1]
        ):
            return  # `a jug of milk`, `a basket of firewood`: a full jug, a full basket
        if (
            (self.comma or self.joined)
            and (self.verb or self.last_rel is not None)
            and self.pending is None
            and (m.kind == "thing" or (m.kind == "unknown" and m.det == "indefinite"))
            and isinstance(nxt, Mark)
            and nxt.kind == "verb"
            and nxt.text in _FINITE
            and (self.item or not self.front)  # `at each end stands a lamp, and a picture hangs ...`: the place is the lamp's
        ):
            self._new_clause()
        if (
            m.heap
            and isinstance(nxt, Mark)
            and nxt.value in ("with", "of_with")
            and isinstance(after, Mention)
            and after.kind == "thing"
            and after.numbered
        ):
            return  # `a mess of dishes with five plates`: the list says what it is
        self._put(m, nxt)
        thing = self._resolve(m, nxt)
        if thing is None:
            return
        if self.negated:
            self._absent(thing, nxt)
            return
        self._join(thing, m, nxt)
        self.placed_at = None
        self.comma = self.joined = False

    def _noted(self, m: Mention, nxt: Item | None) -> bool:
        """`..., metronome on the lid`: a thing without an article, as notes have them, that is given a place."""
        placed = isinstance(nxt, Mark) and nxt.kind == "rel" and nxt.value in (_PLACES | {"against", "middle_of"}) - {"inside"}
        placed = placed and not any(isinstance(x, Mark) and x.kind == "verb" for x in self.ahead)
        begins = self.comma or not (self.item or self.front or self.waiting or self.verb)
        return placed and begins and m.det == "bare" and len(m.text.split()) < 3 and self.pending is None

    def _put(self, m: Mention, nxt: Item | None) -> None:
        """`no paintings, one bench`: a number ends what a `no` denies; what notes give a place is a thing."""
        if m.kind == "unknown" and self._noted(m, nxt):
            m.det = "indefinite"
        if m.kind == "thing" and m.numbered and m.value and not m.op and (self.comma or self.joined):
            self.negated = False

    def _reclassify(self, m: Mention) -> None:
        """Parts, voids and things that the sentence makes something else."""
        if m.kind == "part" and self.owner is None and (m.det == "indefinite" or m.numbered) and " " in m.text and not self.skip:
            m.kind, m.category = "unknown", m.text  # `a control panel` that is part of nothing
        if m.kind == "void" and m.det in ("definite", "each") and any(d.head == m.text for d in self.drafts.values()):
            m.kind = "unknown"  # `the case`, after a display case
        if m.kind == "thing" and m.det == "definite" and self.pending is not None and self.pending[0] == "inside":
            if m.text in room_words() and m.category not in _CONTAINERS:
                m.kind, m.category = "room", room_words()[m.text]  # `four stools in the bar`

    def _describe(self, m: Mention) -> None:
        """`it is round`, `in green velvet`, `made of oak`."""
        who = [self.head] if self.head is not None else self.item
        if self.verb == "be" and self.subject is not None and self.pending is None:
            who = [self.subject]
        if m.numbered and m.value and (group := self._group(m)) is not None:
            who = [Thing((group,), part=m.value)]  # `four chairs, one orange`
        for t in who:
            if t.part > 0 and len(t.keys) == 1 and any(k in _OWN_LOOK for k, _ in m.attributes):
                self.group = t.keys[0]
                t.keys, t.part = (divide(self.drafts, self.links, t.keys[0], t.part),), 0
            for k in t.keys:
                self._add(self.drafts[k], m.attributes)
        if not who or all(t.room for t in who):
            self.palette += [v for k, v in m.attributes if k == "colour"]
            self.places.append(m)
        self.pending = None

    def _group(self, m: Mention) -> str | None:
        """The things that `one grey` is one of."""
        if self.group and self.drafts[self.group].number >= m.value:
            return self.group
        base = self._antecedent(m)
        return base.keys[0] if base is not None and len(base.keys) == 1 and self.drafts[base.keys[0]].number > m.value else None

    @staticmethod
    def _add(d: Draft, found: Iterable[tuple[str, str]]) -> None:
        for a in found:
            if a not in d.attributes and a[0] != "loose":
                d.attributes.append(a)

    def _settings(self, m: Mention) -> None:
        for d in reversed(self.drafts.values()):
            if d.settings:
                owner = Thing((d.key,), mention=Mention("thing", d.label, d.category))
                self.item, self.head, self.subject = [owner], owner, owner
                owner.part = -d.settings  # once for each setting
                return

    def _no_object(self, m: Mention) -> None:
        """A room, a wall, a window or something that is no thing."""
        if m.kind == "room" and self.negated:
            return
        people = m.text.split()[-1] if m.text else ""
        if self.skip == "for" and people in _PEOPLE and m.numbered and self.head is not None:
            for k in self.head.keys:
                self.drafts[k].settings = m.value
            return
        if self.skip:
            return
        if m.kind == "room" or (m.kind == "arch" and m.category == "room"):
            self.rooms.append(m)
        else:
            self.places.append(m)
        colours = [v for k, v in m.attributes if k == "colour"]
        self.palette += colours if m.kind != "part" else []
        if m.kind == "part" and self.head is not None:
            self._part_of_owner(m)
            return
        if m.kind == "void" and self.how == "with" and self.pending is None:
            self.owner = None
        if m.kind == "arch" and m.category in ("window", "door") and m.det == "indefinite" and self._told_by_site(m):
            return
        if m.kind in ("void", "arch") and self.pending is None and self.comma and m.det == "indefinite":
            # `..., a reading corner with two bean bags`: a place like the room
            self.owner, self.subject, self.object, self.last_rel = None, None, None, None
            self.head, self.item = _THE_ROOM, [_THE_ROOM]
            return
        if self.pending is None and m.kind == "arch" and self._second_place():
            self.pending = self.placed_at  # `between the window and the door`
        if self.pending is not None:
            self._place_object(m, *self.pending)
            return
        if m.kind == "arch" and m.category in _SITES and not self.item and self._is_site(m):
            self.site = m
            return
        if m.kind in ("room", "arch") and (not self.item or m.category == "room"):
            if m.category == "room" or m.kind == "room":
                self.head, self.item, self.subject = _THE_ROOM, [_THE_ROOM], self.subject
            return

    def _told_by_site(self, m: Mention) -> bool:
        """`a window over the sink`, `behind the sofa is a window`: what a window or a door says of a thing's place."""
        if self.pending is None and not self.item and len(self.front) == 1 and isinstance(self.front[0][1], Thing):
            (kind, thing), self.front = self.front[0], []
            self._architecture(thing, _SEEN_FROM.get(kind, ""), m.category, m)
            return True
        if self.pending is not None or self.front or self.waiting or len(self.ahead) < 2:
            return False
        place, what = self.ahead[:2]
        if not (isinstance(place, Mark) and place.kind == "rel" and place.value in _SEEN_FROM and isinstance(what, Mention)):
            return False
        if what.kind not in ("thing", "pron") or what.det != "definite":
            return False
        thing = self._resolve(what, None)
        if thing is not None and not thing.room:
            self._architecture(thing, _SEEN_FROM[place.value], m.category, m)
            place.kind = what.kind = "done"
        return thing is not None

    def _second_place(self) -> bool:
        """Whether a wall, a window ... after `and` is one more place of what was placed before it."""
        if self.placed_at is None or not self.joined or self.comma:
            return False
        nxt = self.ahead[0] if self.ahead else None
        return not self.placed_at[1] or not (isinstance(nxt, Mark) and nxt.kind == "verb")

    def _is_site(self, m: Mention) -> bool:
        """Whether a wall, a window ... is what the clause is about: `The window is flanked by ...`, `There is a window`."""
        nxt = self.ahead[0] if self.ahead else None
        if self.front or self.waiting:
            return False
        if isinstance(nxt, Mark) and nxt.kind == "rel" and m.category == "wall" and len(self.ahead) > 2:
            nxt = self.ahead[2]  # `the wall opposite the bed carries a screen`
            return isinstance(nxt, Mark) and nxt.value == "have"
        return (isinstance(nxt, Mark) and nxt.kind == "verb") or (m.det == "indefinite" and self.verb == "be")

    def _told_of_site(self, kind: str) -> bool:
        """Put what follows to the wall, window ... that the clause is about, if it is about one."""
        if self.site is None or (self.item and not self.item[0].room) or self.waiting:
            return False
        self.front, self.front_at = [*(x for x in self.front if x[0] == "across_from"), (kind, self.site.category)], self.site
        return True

    def _place_object(self, m: Mention, kind: str, who: list[Thing]) -> None:
        """A wall, a window, the room as the object of a preposition."""
        target = m.category if m.kind == "arch" else _ROOM if m.kind == "room" else ""
        self.placed_at = (kind, who) if target else None
        if target and who:
            for t in who:
                self._architecture(t, kind, target, m)
        elif target and (not self.item or self.waiting or self.joined):
            self.front.append((kind, target))
            self.front_at = m
        self.pending = None
        self.waiting = []

    def _part_of_owner(self, m: Mention) -> bool:
        """`with four drawers`: a part describes its owner; True when it did."""
        last = m.text.split()[-1] if m.text else ""
        owner = self.owner if self.owner is not None else None
        if owner is None or self.how not in ("with", "have", "hold", "of_with", "filled", "topped", "of"):
            return m.kind == "part"
        two = " ".join(m.text.split()[-2:])
        if m.kind == "thing" and " " in m.head and m.head not in lx.PARTS:
            return False
        if not (m.kind == "part" or last in lx.PARTS or two in lx.PARTS) or self._introduced(m):
            if not (last in ("bedding", "sheets") and any(is_a(self.drafts[k].category, "bed") for k in owner.keys)):
                return False
        if (
            m.kind == "thing"
            and last in ("shelf", "shelves", "door", "doors", "frame", "mirror", "cushion", "cushions", "shade")
            and " " not in m.text
            and not m.numbered
        ):
            return False
        number = "multiple_" if m.op == "ge" else f"{_word(m.value)}_" if m.numbered and m.value > 1 else ""
        stuff = "".join(f"{v}_" for k, v in m.attributes if k in ("material", "colour") and last not in _SKIN)
        name = (
            "storage_space"
            if "storage" in m.text
            else f"with_{number}{stuff}{m.category.replace(' ', '_') if m.kind == 'part' else last}"
        )
        for k in owner.keys:
            d = self.drafts[k]
            self._add(d, [("kind", name)])
            whole = ("theme", "style", "material", "colour") if last in _SKIN else ("theme", "style")
            self._add(d, [a for a in m.attributes if a[0] in whole])
        return True

    def _introduced(self, m: Mention) -> bool:
        return m.kind == "thing" and m.det == "definite" and any(d.category == m.category for d in self.drafts.values())

    # resolving ---------------------------------------------------------------------------------------------------
    def _resolve(self, m: Mention, nxt: Item | None) -> Thing | None:
        if m.kind == "pron":
            return self._pronoun(m, nxt)
        if m.kind == "unknown" and m.det in ("definite", "each", "part") and not self.negated:
            last = singular(m.category.split()[-1])
            known = [d.key for d in self.drafts.values() if d.head == last and d.value]
            if known:
                return self._again(m, known if m.plural else known[-1:])
        category, stand_in, sure = self._category(m)
        if not category:
            return None
        if m.numbered and m.value and not self.negated and (whole := self._some_of(m, category, nxt)):
            return self._again(m, [whole])
        note = m.det == "bare" and not m.numbered and self.pending is not None and not m.attributes  # `rug under table`
        if (m.det in ("definite", "each", "part") or (note and self.drafts)) and not self.negated:
            aim = {k for t in self.pending[1] for k in t.keys} if self.pending else set()
            known = self._known(m, category)
            known = [k for k in known if k not in aim] or known
            known = [k for k in known if self.drafts[k].category == category] if note else known
            if known:
                return self._again(m, known)
        if not sure and m.det == "bare" and not m.plural and not m.numbered and self.owner is None:
            return None
        return self._new(m, category, stand_in)

    def _some_of(self, m: Mention, category: str, nxt: Item | None) -> str:
        """The key of the things of which `one armchair is blue` speaks; "" when it names a new thing."""
        told = next((x for x in self.ahead[1:] if not (isinstance(x, Mark) and x.kind == "verb")), None)
        if not (isinstance(nxt, Mark) and nxt.value == "be" and isinstance(told, Mention) and told.kind == "quality"):
            return ""
        fit = (d for d in reversed(self.drafts.values()) if d.category == category and d.op == "eq" and d.number > m.value)
        return next((d.key for d in fit if not d.plain_plural), "")

    def _again(self, m: Mention, known: list[str]) -> Thing:
        part = m.value if m.det == "part" or (m.numbered and 0 < m.value < sum(self.drafts[k].number for k in known)) else 0
        for k in known[-1:]:
            self._add(self.drafts[k], [a for a in m.attributes if a[0] in ("material", "shape", "theme")])
        return Thing(tuple(known), part=part, each=m.det == "each", plural=m.plural, mention=m)

    def _category(self, m: Mention) -> tuple[str, bool, bool]:
        """(category, stand-in, known for sure) of a phrase."""
        if m.kind == "thing":
            return m.category, False, True
        words = plain(m.category)
        if not words or len(words) < 3 or words.isdigit():
            return "", False, False
        one = " ".join([*words.split()[:-1], singular(words.split()[-1])])
        category, score, akin = closest(one)
        if m.det == "bare" and not m.plural and not m.numbered and score < SURE:
            return "", False, False
        label = categories()[category].label.lower()
        if score >= SURE and not broad(one):
            self.notes.append(f"“{one}” is taken for: {label}.")
            return category, False, False
        if score < NEAR and not (akin and m.plural) and m.det != "indefinite" and not m.numbered:
            self.notes.append(f"“{one}” was not understood.")
            return "", False, False
        if not (akin or score >= NEAR) or not resembles(one, category):
            w, d, h = likely_size(one)
            self.notes.append(
                f"“{one}” is not in the catalogue; a plain block of {w:.1f} x {d:.1f} x {h:.1f} m stands in for it."
            )
            return PLAIN, True, False
        self.notes.append(f"“{one}” is not in the catalogue; a {label} stands in for it.")
        return category, True, False

    def _known(self, m: Mention, category: str) -> list[str]:
        """Keys of what a definite phrase refers back to; empty when nothing fits."""
        head = singular(m.text.split()[-1]) if m.text else ""
        drafts = [d for d in self.drafts.values() if d.value or d.op != "eq"]
        exact = [d for d in drafts if d.category == category]
        if not exact:
            exact = [d for d in drafts if is_a(d.category, category)] or [
                d for d in drafts if d.head == head and m.kind == "thing"
            ]
        if " " in m.head:  # `the teacher's desk` is none of the school desks
            exact = [d for d in exact if d.category == category or plain(d.label).split()[0] in m.head.split()]
        strange = [v for k, v in m.attributes if k in ("kind", "theme") and v not in lx.KINDS.values()]
        if strange and any(d.category != category for d in exact):
            exact = [d for d in exact if any(v in plain(d.label).replace(" ", "_") for v in strange)]
        if not exact:
            return []
        wanted = [a for a in m.attributes if a[0] in ("colour", "material", "size")]
        better = [d for d in exact if wanted and all(a in d.attributes for a in wanted)]
        exact = better or exact
        if m.det == "each" and len(exact) > 1:
            return [([d for d in exact if d.number > 1] or exact)[-1].key]
        if m.plural:
            return [d.key for d in exact]
        return [exact[-1].key]

    def _pronoun(self, m: Mention, nxt: Item | None) -> Thing | None:
        if self.pending is not None and len(self.pending[1]) > 1 and m.text in ("it", "them"):
            # `a desk and a chair facing it`: the two are no pair, the first is what the second faces
            *rest, last = self.pending[1]
            self.pending, self.item, self.before = (self.pending[0], [last]), [last], rest[-1]
        if m.text in ("that", "which", "who") and m.det != "part":
            t = self.object if self.object is not None and self.object.fresh else self.head
            if self.pending is not None and t is not None and m.text != "that":
                kind = self.pending[0]  # `a counter, above which hang four lamps`
                t = self.aside if self.also_which and self.aside is not None else t
                self._new_clause()
                self.front, self.aside = [(kind, t)], t
                return None
            if t is not None and isinstance(nxt, Mark) and nxt.kind == "verb":
                self.subject, self.item, self.head, self.verb, self.object = t, [t], t, "", None
            return None
        if m.text == "it" and self.site is not None and self.site.category != "wall" and self.subject is None:
            self._place_object(self.site, *(self.pending or ("", [])))
            return None
        base = self._like_place() if m.text == "another" and self.pending is not None else None
        base = base or self._antecedent(m)
        if base is None or base.room:
            if self.pending is not None and base is not None and base.room:
                kind, who = self.pending
                for t in who:
                    self._architecture(t, kind, _ROOM)
                self.pending = None
            return None
        return self._refer(m, base, nxt)

    def _like_place(self) -> Thing | None:
        """`a tulip in a vase, a rose in another`: what `another` is one more of."""
        kind = self.pending[0] if self.pending is not None else ""
        link = next((x for x in reversed(self.links) if x.kind == kind and x.objects), None)
        return Thing(link.objects[-1:]) if link is not None else None

    def _refer(self, m: Mention, base: Thing, nxt: Item | None) -> Thing:
        """What a pronoun makes of the thing it stands for: all, each, one, some, the rest, one more of it."""
        if m.det == "each" or m.text == "each":
            return Thing(base.keys, each=True, plural=False, mention=m)
        if m.text == "them":
            pair = self._two(base)
            if pair:
                return Thing(pair, plural=True, mention=m)
        begins = not (self.item or self.front) and 0 < m.value < sum(self.drafts[k].number for k in base.keys)
        if m.numbered and (self.comma or begins) and not self.joined and m.det != "part" and self._many(base):
            self.apposed = True  # `six chairs: two here, four there`
        if self.apposed and m.numbered:
            return Thing(base.keys, part=m.value, mention=m)
        if (m.det.endswith("one") or m.text == "another") and (own := self._one_more(m, base)) is not None:
            return own
        if m.text in _MORE and m.det != "part" and self.joined and self.head is not None and not self.head.room:
            return self._more(m, self.head)
        self._counted_later(m, base, nxt)
        part = m.value if m.det == "part" or m.text == "one" else 0
        if m.text in ("one", "another", "the other") and not part:
            part = 1
        if m.text in lx.THE_REST:
            key = self.group or base.keys[0]
            return Thing((key,), part=left_over(self.drafts, self.links, key), plural=True, mention=m)
        return Thing(base.keys, part=part, plural=m.text in ("them", "they", "both"), mention=m)

    def _one_more(self, m: Mention, base: Thing) -> Thing | None:
        """`a yellow one`, `the one by the window`: one more of the same kind; None when it is one of those spoken of."""
        single = not self._many(base)
        if m.det.startswith("definite") and not single:
            return None
        if m.det.startswith("indefinite") and not m.attributes:
            return None
        if m.det.startswith("definite") and (self.pending is not None or self.joined) and m.text != "another":
            return None
        key = another(self.drafts, base.keys[-1], m.attributes)
        self.new_keys.append(key)
        return Thing((key,), fresh=True, owner=base.owner, mention=m)

    def _counted_later(self, m: Mention, base: Thing, nxt: Item | None) -> None:
        """`teddy bears: thirty of them on three shelves`."""
        d = self.drafts[base.keys[0]]
        if d.presumed and m.numbered and m.value > 1 and len(base.keys) == 1 and self.verb == "be" and self.pending is None:
            counted(self.drafts, self.links, d.key, m.op or "eq", m.value)  # `every table, there are five, has a vase`
        elif m.det == "part" and m.value > 1 and len(base.keys) == 1 and d.plain_plural:
            d.op, d.value, d.plain_plural = "ge" if isinstance(nxt, Mark) and nxt.kind == "verb" else "eq", m.value, False

    def _more(self, m: Mention, head: Thing) -> Thing:
        """`four chairs on the long side and one on a short side`: more of the same."""
        d = self.drafts[head.keys[0]]
        more = m.value or 1
        d.value += more
        for link in self.links:
            if link.subject == d.key and link.count is None:
                link.count = (d.op, d.value - more)
        return Thing((d.key,), part=more, fresh=True, owner=head.owner, mention=m)

    def _two(self, base: Thing) -> tuple[str, ...]:
        """Two single things that `them` may mean together; empty when it means several of one kind."""
        aim = {k for t in self.pending[1] for k in t.keys} if self.pending else set()
        fresh = [k for k in self.drafts if k in self.new_keys and k not in aim]
        if len(fresh) > 1 and all(self.drafts[k].number == 1 for k in fresh[-2:]):
            return tuple(fresh[-2:])
        if not self._many(base):
            return (*[k for k in self.drafts if self.drafts[k].value and k not in base.keys and k not in aim][-1:], *base.keys)
        return ()

    def _antecedent(self, m: Mention) -> Thing | None:
        many = (
            m.text
            in (
                "them",
                "they",
                "both",
                "each",
                "all",
                "these",
                "those",
                "one",
                "which",
                "another",
                "others",
                "some",
                "two",
                "three",
                "most",
                "either",
                *lx.THE_REST,
            )
            or m.det in ("part", "each")
            or m.numbered
        )
        aim = self.pending[1] if self.pending is not None else []
        if (
            self.opened
            and not many
            and not self.item
            and len(self.waiting) == 1
            and self._other_side(*self.opened, self.waiting[0])
        ):
            return self.opened[1]  # `Behind the sofa runs a bookcase; in front of it ...`
        head = self.head
        pool: list[Thing | None] = [
            head.owner if head is not None and (self.pending is not None or self.waiting) else None,
            self.head if self.pending is None else None,
            self.object if self.pending is None else None,
            self.subject, self.before, *reversed(self.item),
            *[Thing((k,)) for k in reversed(self.new_keys) if many and not any(k in t.keys for t in aim)],
            self.topic, self.object, self.head,
        ]  # fmt: skip
        kind = self.pending[0] if self.pending is not None else ""
        pool = [t for t in pool if t is not None and t not in aim and (t.room or all(self._level(a, t, kind) for a in aim))]
        large = [t for t in (*pool, *reversed(self.seen)) if not t.room and not self._small(t)]
        if kind == "on" and large and self.closed and aim and all(self._small(a) for a in aim):
            pool = large  # `desk, a bottle and two glasses on it`
        for t in pool:
            if t is not None and not t.room and (self._many(t) == many or (t.each and not many)):
                return t if aim or kind != "on" else self._table_of(t)
        for d in reversed(self.drafts.values()):
            found = Thing((d.key,))
            if (
                (d.number != 1) == many
                and d.value
                and not any(d.key in t.keys for t in aim)
                and all(self._level(a, found, kind) for a in aim)
            ):
                return found
        if (many and self.waiting == ["between"]) or kind == "between":
            return next(
                (Thing((d.key,)) for d in reversed(self.drafts.values()) if d.value and not any(d.key in t.keys for t in aim)),
                None,
            )
        return next((t for t in pool if t is not None and not t.room), None) or (_THE_ROOM if not many else None)

    def _table_of(self, seat: Thing) -> Thing:
        """Of a chair at a desk, the desk: `and on it a lamp`."""
        if all(any(is_a(self.drafts[k].category, c) for c in ("chair", "stool")) for k in seat.keys):
            at = [k for x in self.links if x.subject in seat.keys for k in x.objects if self._bears(Thing((k,)))]
            return Thing((at[-1],)) if at else seat
        return seat

    def _other_side(self, first: str, of: Thing, then: str) -> bool:
        """Whether two places said first are two sides of one thing, which stands on the floor."""
        return _OPPOSITE.get(first) == then or ({first, then} <= _SIDES and first != then and self._stands(of))

    def _many(self, t: Thing) -> bool:
        return not t.part == 1 and (len(t.keys) > 1 or any(self.drafts[k].number != 1 for k in t.keys))

    def _new(self, m: Mention, category: str, stand_in: bool) -> Thing:
        op, value = m.wants
        if m.det == "each" and not m.numbered:
            op, value = ("ge", 2)
        if m.numbered and not m.op and self.listop and self.owner is not None:
            op = self.listop
        if m.numbered and m.op in ("ge", "gt", "le", "lt"):
            self.listop = m.op
        elif not m.numbered:
            self.listop = self.listop if m.det == "bare" else ""
        if self.negated:
            op, value = "eq", 0
        room, said = next(((r.category, r.text) for r in self.rooms if r.kind == "room"), ("", ""))
        category = at_home(category, singular(m.head) if " " not in m.head else m.head, room, said)
        known = next((d for d in self.drafts.values() if d.category == category and (d.presumed or self._uncounted(d))), None)
        if known is not None and m.numbered and m.value and m.det != "part" and not self.negated:
            times = 1 if known.presumed or self.owner is None else sum(self.drafts[k].number for k in self.owner.keys)
            counted(self.drafts, self.links, known.key, op, value * times)
            self._add(known, m.attributes)
            return Thing((known.key,), plural=m.plural, mention=m)
        key = free_key(self.drafts, category)
        label = m.text if m.kind == "thing" else m.category
        d = Draft(
            key,
            category,
            label,
            op,
            value,
            stand_in=stand_in,
            head=singular(m.text.split()[-1]) if m.text else "",
            plain_plural=not m.numbered and not m.op and m.plural,
            presumed=m.det == "each" or m.text.startswith("both ") or (m.det == "definite" and m.plural),
        )
        self._add(d, m.attributes)
        self.drafts[key] = d
        self.new_keys.append(key)
        return Thing((key,), fresh=True, plural=m.plural, each=m.det == "each", mention=m)

    def _uncounted(self, d: Draft) -> bool:
        """`shelves with books; each shelf holds ten books`: whether the owner of the open list was said to have some of it."""
        owner = self.owner if self.owner is not None and self.owner.each and self.pending is None else None
        return owner is not None and d.plain_plural and any(x.subject == d.key and x.objects == owner.keys for x in self.links)

    def _absent(self, thing: Thing, nxt: Item | None) -> None:
        self.pending = None
        if not (isinstance(nxt, Mark) and nxt.kind in ("and", "comma")):
            self.negated = False

    # joining -----------------------------------------------------------------------------------------------------
    def _join(self, t: Thing, m: Mention, nxt: Item | None) -> None:
        """Put a thing into the sentence: object of a relation, part of a list, or a new item."""
        if self.pending is not None:
            self._as_object(t)
        elif self.joined and not self.comma and self.last_rel is not None and self._second_object(t, nxt):
            kind, _ = self.last_rel
            if not self.last_subjects:
                self.front.append((kind, t))
            for s in self.last_subjects:
                self._relate(kind, s, t, also=kind == "between")
            self.object = t if t.fresh else None
        elif m.kind == "pron" and t.each and self.owner is None:
            self.before = self.item[0] if self.item else self.before
            self.item, self.head, self.object, self.comma = [t], t, None, False
        elif t.fresh and (self._list_of(t, nxt) or self._theirs(t, nxt)):
            self._into_list(t, nxt)
        else:
            self._as_item(t)
        for kind in [v for k, v in m.attributes if k == "loose"]:
            other = t.owner or self._companion(t)
            if other is not None:
                self._drop_weak(t)
                self._emit(kind, t, other)
        if t.fresh:
            for k in t.keys:
                d = self.drafts[k]
                if "wall" in d.label.split() and d.value and "hung_on" in categories()[d.category].supports:
                    self._architecture(t, "on_wall", "wall")
                if ("kind", "wall_mounted") in self.drafts[k].attributes:
                    self._architecture(t, "on_wall", "wall")

    def _second_object(self, t: Thing, nxt: Item | None) -> bool:
        """`next to a large TV and a couch`: whether the thing after `and` is one more object of the relation."""
        if not self.last_subjects and self.front and not self.verb:
            return True
        if isinstance(nxt, Mark) and (nxt.kind in ("verb", "loose") or (nxt.kind == "rel" and nxt.value != "of")):
            return False
        kind, first = self.last_rel or ("", "")
        if not isinstance(first, Thing):
            return False
        if kind in ("surrounded", "flanked", "between"):
            return True
        return ((first.fresh and t.fresh) or (not first.fresh and not t.fresh)) and kind in (
            "next_to",
            "near",
            "around",
            "between",
            "faces",
        )

    def _as_object(self, t: Thing) -> None:
        kind, who = self.pending or ("", [])
        self.pending = None
        if not who:
            self.front.append((kind, t))
            self.stage, self.opened = t, (kind, t)
            self.side_of = t if kind in _SIDES else self.side_of
            self.waiting = []
            self.last_rel, self.last_subjects = (kind, t), []
            return
        if not any(x.objects == who[-1].owner.keys for x in self.links if x.subject in t.keys and who[-1].owner is not None):
            self._drop_weak(who[-1])  # but a plate next to the bowl on the table is on the table too
        who = self._sharing(kind, who, t)
        if t.each and kind in ("on", "inside") and len(who) == 1 and self.mate is not None and who[0].fresh:
            who = [self.mate, *who]  # `one sheet and one pencil on every desk`
        for s in who:
            self._share(kind, s, t)
            self._relate(kind, s, t)
        self.last_rel, self.last_subjects = (kind, t), who
        self.side_of = t if kind in _SIDES else self.side_of
        self.object = t if t.fresh else None

    def _sharing(self, kind: str, who: list[Thing], o: Thing) -> list[Thing]:
        """All of a list where its last one's place suits them all: `a mug, a laptop and a lamp on the desk`."""
        run = self._run() if who and self.item and who[-1] is self.item[-1] and len(who) == 1 else []
        small = list(itertools.takewhile(self._small, reversed(run)))[::-1]
        if kind == "on" and len(small) > 1 and not o.fresh and o.mention is not None and o.mention.kind == "pron":
            return small  # `a desk, a bottle and two glasses on it`
        seats = all(any(is_a(self.drafts[k].category, c) for c in _SEATS) for t in run for k in t.keys)
        if len(run) < 3 or not ((kind == "on" and all(self._small(t) for t in run)) or (kind == "around" and seats)):
            return who
        return run if self._stands(o) or kind == "around" else who

    def _list_of(self, t: Thing, nxt: Item | None) -> bool:
        """Whether a thing continues the open list, or the one around it, which is then the open one."""
        if self.owner is None:
            return False
        while self.outer:
            self.owner, self.how, self.finite_list = self.outer[-1]
            if self._belongs(t, nxt):
                return True
            self.outer.pop()
        self.owner = None
        return False

    def _theirs(self, t: Thing, nxt: Item | None) -> bool:
        """`ten tables, four chairs each`: what follows several things after a comma is theirs; their list is then open."""
        whose = self.item[-1] if self.comma and self.item and not self.item[-1].room else None
        if whose is None or not self._many(whose) or not (isinstance(nxt, Mention) and nxt.kind == "pron" and nxt.text == "each"):
            return False
        if t.mention is None or not t.mention.numbered:
            return False
        self._open_list([whose], "with")
        return self.owner is not None

    def _share(self, kind: str, s: Thing, t: Thing) -> None:
        """Numbers that spread over a relation: `two chairs facing mirrors`, `each has a cup on a saucer`."""
        if not t.fresh or t.mention is None:
            return
        if s.each and not s.owner and t.mention.det == "indefinite" and kind in ("faces", "in_front_of", "behind", "on", "under"):
            self._once_for_each(t, s, kind)  # `three chairs, each facing a mirror`
        elif kind == "faces" and len(s.keys) == 1 and self.drafts[s.keys[0]].number > 1:
            for k in t.keys:
                d = self.drafts[k]
                if d.plain_plural:
                    d.op, d.value, d.plain_plural = "eq", self.drafts[s.keys[0]].number, False
        elif kind == "between" and s.owner is not None and s.owner.each and s.fresh:
            self._multiply(t, s.owner)  # `each booth has a table between two benches`
        elif kind in ("on", "inside", "under") and s.owner is not None and s.fresh:
            if s.owner.each or s.owner.part < 0:
                self._multiply(t, s.owner)
            if kind == "inside":
                self.links = [x for x in self.links if not (x.subject in s.keys and x.kind == "on" and x.objects == s.owner.keys)]
            if kind != "under":
                self._emit("on", t, s.owner)

    def _belongs(self, t: Thing, nxt: Item | None) -> bool:
        """Whether a thing in an open `with`/`holds` list is still of the owner."""
        if isinstance(nxt, Mark) and nxt.kind == "verb" and nxt.text in _FINITE and (self.comma or (self.joined and self.verb)):
            return False  # but `a stand with a lamp and a clock sits by the bed`
        if self.how == "of" and (self.comma or self.joined):
            return not self.comma and t.mention is not None and t.mention.det == "bare"
        if self.joined and self.owner is not None and not self.owner.each and self._stands_alone(t):
            return False  # `a shelf full of books and a floor lamp`
        if not self.comma or self.finite_list:
            return True
        own_place = isinstance(nxt, Mark) and nxt.kind in ("rel", "loose", "verb") and nxt.value not in ("of", "with", "for")
        if self.owner is not None and self.owner.each:
            return not own_place
        return self._small(t) and not own_place

    def _stands_alone(self, t: Thing) -> bool:
        """Whether a thing can only stand on the floor, and is no seat that may belong to a table."""
        c = categories()[self.drafts[t.keys[0]].category]
        loose = {"on", "in", "hung_on", "from_ceiling"} & set(c.supports)
        return not loose and max(c.size) > 0.8 and not any(is_a(c.name, s) for s in _SEATS)

    def _into_list(self, t: Thing, nxt: Item | None) -> None:
        owner = self.owner
        if owner is None:
            return
        t.owner = owner
        shared = not owner.each and self._between_them()  # `two beds with a table between them`
        each = isinstance(nxt, Mention) and nxt.kind == "pron" and nxt.text == "each"  # `five tables with four chairs each`
        if not shared:
            self._multiply(t, owner, each)
        kind = self._hold(t, owner)
        if kind and not shared:
            self._emit(kind, t, owner, weak=self.how not in ("filled", "topped", "hold"), each=owner.each)
        if each and isinstance(nxt, Mention):
            nxt.kind = "done"
        if self.how != "of":  # `jars of brushes on a table`: the jars are on the table
            self.head = t
        self.object, self.last_rel = None, None

    def _between_them(self) -> bool:
        """Whether the list that follows ends with a place between."""
        for item in self.ahead:
            if isinstance(item, Mark) and item.kind not in ("comma", "and"):
                return item.value == "between"
            if isinstance(item, Mention) and item.kind != "thing":
                return False
        return False

    def _multiply(self, t: Thing, owner: Thing, each: bool = False) -> None:
        """`each desk has a monitor`: as many as there are owners."""
        n = sum(self.drafts[k].number for k in owner.keys) or 1
        if owner.part < 0:
            n = -owner.part
        elif owner.part:
            n = owner.part
        one = t.mention is not None and t.mention.det == "indefinite" and not t.plural
        if not (
            each or owner.each or owner.part < 0 or (one and n > 1 and self.how in ("with", "have", "hold", "of_with", "topped"))
        ):
            return
        for k in t.keys:
            d = self.drafts[k]
            if d.plain_plural and owner.part >= 0:
                d.op, d.value = "ge", 2 * n
            else:
                d.value *= n
        if owner.part >= 0:
            owner.each = True

    def _hold(self, t: Thing, owner: Thing) -> str:
        """The relation that `X with Y` or `X holds Y` means for these two."""
        outer = self.drafts[owner.keys[-1]].category
        inner = self.drafts[t.keys[0]].category
        known = categories()
        small = self._small(t)
        if self.how == "of":
            return "inside" if small else ""
        if self.how == "with" and self._small(owner) and outer not in _CONTAINERS and outer not in _CARRIERS:
            return "next_to"  # a pitcher with glasses
        if small or self.how in ("filled", "hold") or (self.how == "topped" and known[inner].supports[0] != "hung_on"):
            if outer in _SHELVED:
                return "inside"
            if outer in _CONTAINERS:
                return "inside" if known[inner].supports[0] != "floor" or self.how == "filled" else "on"
            return "on"
        if any(is_a(inner, s) for s in _SEATS) and (is_a(outer, "table") or is_a(outer, "counter")) and not is_a(outer, "desk"):
            return "around" if sum(self.drafts[k].number for k in t.keys) >= 3 and is_a(outer, "table") else "near"
        if "on" in known[inner].supports and known[outer].family in ("tables", "storage"):
            return "on"
        if known[inner].supports[0] == "hung_on" and "on" in known[inner].supports:
            return "on"
        if (
            known[inner].supports[0] == "floor"
            and known[inner].size[2] < 0.6
            and max(known[inner].size) < 0.6
            and not any(is_a(inner, s) for s in _SEATS)
        ):
            return "on" if outer not in _CONTAINERS else "inside"
        return "near" if known[inner].supports[0] == "floor" else ""

    def _as_item(self, t: Thing) -> None:
        lists = (
            self.joined
            and not self.comma
            and self.item
            and self.last_rel is None
            and self.owner is None
            and not self.item[-1].room
            and not self.item[-1].linked
        )
        if self.comma or self.joined:
            self.owner = None
        prior = self.item[-1] if self.item else None
        joined = self.joined and prior is not None and prior.fresh and t.fresh and not prior.linked
        alike = joined and prior is not None and all(self.drafts[k].number == 1 for k in (*prior.keys, *t.keys))
        self.mate = prior if alike and not lists else None
        bare = t.mention is not None and t.mention.det == "bare" and not t.mention.numbered and not t.plural
        if lists and self.listed and not bare:
            lists = False  # of three or more, a place at the end is the last one's
            self.mate = prior if alike else None
        self.closed = self.joined
        self.listed = self.comma and bool(self.seen)
        if lists:
            self.item = [*self.item, t]
        else:
            if self.item and not self.item[-1].room:
                self.before = self.item[-1]
            self.item = [t]
        if t.fresh or not self.seen:
            self.seen.append(t)
        if self.hangs:
            self.hanging, self.hangs = [t], False
        if (
            (self.comma or self.joined)
            and self.verb in ("be", "face", "around", "flank", "cover", "illuminate")
            and not lists
            and not self.front
        ):
            self.subject, self.verb = None, ""  # a new clause: `..., and two lamps flank it`
        self.head, self.object, self.last_rel = t, None, None
        for kind, other in self.front:
            if isinstance(other, str):
                self._architecture(t, kind, other, self.front_at)
            else:
                self._relate(kind, t, other)
                for x in self.links if len(self.seen) > 1 else ():
                    x.weak = x.weak or (x.subject in t.keys and x.kind == kind and set(x.objects) == set(other.keys))

    def _drop_weak(self, t: Thing) -> None:
        self.links = [x for x in self.links if not (x.weak and x.subject in t.keys)]

    # emitting ----------------------------------------------------------------------------------------------------
    def _relate(self, kind: str, s: Thing, o: Thing, also: bool = False) -> None:
        """A relation whose wording may turn subject and object around; `also`: of one more object of the last such relation."""
        last = next((x for x in reversed(self.links) if also and x.subject in s.keys and x.kind == kind), None)
        if last is not None:
            last.objects += tuple(k for k in o.keys if k not in last.objects and k not in s.keys)
            return
        if kind == "separated":
            kind, s, o = "between", o, s
        if kind in ("surrounded", "flanked", "faced", "lit_by"):
            o_, s_ = s, o
            if s.each and o.fresh:
                self.how = "with"
                self._multiply(o, s)
            self._emit(
                {"surrounded": "around", "flanked": "flank", "faced": "faces", "lit_by": "above"}[kind], s_, o_, each=s.each
            )
        elif kind == "cover":
            self._emit("on", s, o)
        elif kind in ("against", "along"):
            self._emit("next_to", s, o)
        elif kind == "from":
            self._emit("on" if self._small(s) and not self._small(o) else "near", s, o)  # `pans hang from a rack`
        else:
            self._emit(kind, s, o)

    def _emit(self, kind: str, s: Thing, o: Thing, weak: bool = False, each: bool = False) -> None:
        if not s.keys or not o.keys or (set(s.keys) & set(o.keys) and kind != "faces"):
            return
        hung = {x.subject for x in self.links if x.kind in ("hang_from_ceiling", "on_wall")}
        if kind == "above" and all(
            k not in hung
            and not ({"hung_on", "from_ceiling"} & set(categories()[self.drafts[k].category].supports))
            and self._small(Thing((k,)))
            for k in s.keys
        ):
            kind = "on"  # a blanket over a chair
        loose = all("floor" not in categories()[self.drafts[k].category].supports for k in s.keys)
        if kind in ("short_side", "long_side") and loose and self._small(s) and self._stands(o):
            kind = "on"  # a candle at each end of a table
        if not weak:
            for t in (s,):
                self.links = [x for x in self.links if not (x.weak and x.subject in t.keys and set(x.objects) & set(o.keys))]
        named = s.mention is not None and s.mention.det == "definite" and s.mention.numbered  # `the chairs, 28 in all`
        if o.each and s.fresh and not each and s.owner is not o and not named:
            self._once_for_each(s, o, kind)
            each = True
        if (
            (kind == "each_side" or (kind == "short_side" and self.both_ends))
            and s.fresh
            and s.mention is not None
            and s.mention.det == "indefinite"
            and not s.plural
        ):
            for k in s.keys:
                self.drafts[k].value *= 2
        s.linked = True
        count = ("eq", s.part) if s.part > 0 else None
        for k in s.keys:
            link = Link(k, kind, tuple(o.keys), count=count, each=each or o.each, weak=weak)
            if not any(x.subject == k and x.kind == kind and x.objects == link.objects and x.count == count for x in self.links):
                self.links.append(link)
        self._implied(kind, s, o)

    def _once_for_each(self, s: Thing, o: Thing, kind: str) -> None:
        n = sum(self.drafts[k].number for k in o.keys) - (kind == "between")
        for k in s.keys:
            d = self.drafts[k]
            if d.plain_plural:
                d.op, d.value, d.plain_plural = "eq", n, False
            elif n > 1:
                d.value *= n

    def _implied(self, kind: str, s: Thing, o: Thing) -> None:
        """What a wording also says: a seat in front of a screen faces it; what stands on a stand faces where the stand does."""
        seat = all(any(is_a(self.drafts[k].category, c) for c in _SEATS) for k in s.keys)
        if kind == "in_front_of" and seat and any(self.drafts[k].category in _SIGHTS for k in o.keys):
            self.links.append(Link(s.keys[0], "faces", tuple(o.keys)))
        elif kind == "faces":
            stands = [
                x for x in self.links if x.subject in s.keys and x.kind == "on" and x.objects and not set(x.objects) & set(o.keys)
            ]
            self.links += [
                Link(x.objects[0], "faces", tuple(o.keys))
                for x in stands
                if x.subject in self.drafts and self.drafts[x.subject].category in ("tv", "monitor")
            ]
            for x in [
                x
                for x in self.links
                if x.kind == "on"
                and set(x.objects) & set(s.keys)
                and x.subject not in o.keys
                and self.drafts[x.subject].category in ("tv", "monitor")
            ]:
                self.links.append(Link(x.subject, "faces", tuple(o.keys)))
        elif kind == "above" and all(
            is_a(self.drafts[k].category, "lamp") and categories()[self.drafts[k].category].supports[0] != "hung_on"
            for k in s.keys
        ):
            self._architecture(s, "from", "ceiling")

    def _architecture(self, t: Thing, kind: str, target: str, m: Mention | None = None) -> None:
        table = _ON_ARCHITECTURE.get(target, {})
        name = table.get(kind, kind if target == "wall" and kind == "cover" else "")
        if kind == "cover" and target == "wall":
            name = "on_wall"
        if not name or t.room:
            return
        if (
            name == "on_wall"
            and all("hung_on" not in categories()[self.drafts[k].category].supports and self._stands(Thing((k,))) for k in t.keys)
            and kind != "on_wall"
        ):
            name = "against_wall"  # beds on opposite walls
        if name == "in_corner" and m is not None and m.det == "each" and t.fresh:
            for k in t.keys:
                self.drafts[k].value *= 4 if self.drafts[k].value == 1 else 1  # `a plant in every corner`
        t.linked = True
        self._drop_weak(t) if name == "on_wall" else None
        count = ("eq", t.part) if t.part > 0 else None
        for k in t.keys:
            link = Link(k, name, (), target if name not in ("middle_of_room",) else "room", count)
            if not any(
                x.subject == k and x.kind == name and x.architecture == link.architecture and x.count == count for x in self.links
            ):
                self.links.append(link)


def _word(n: int) -> str:
    return next((w for w, v in lx.NUMBERS.items() if v == n), str(n))


def refine(drafts: dict[str, Draft], links: list[Link], room: str = "") -> None:
    """Narrow a category where its qualities or its place say more: `lamp` from the ceiling is a pendant light.

    A word with several meanings takes the one that is at home in the room: a mobile over a crib, a mobile on a desk.
    """
    known = categories()
    for d in drafts.values():
        if d.category in known and d.label:
            d.category = at_home(d.category, " ".join([*d.label.split()[:-1], singular(d.label.split()[-1])]), room)
        for _, value in d.attributes:
            found = noun(f"{value.replace('_', ' ')} {singular(d.label.split()[-1]) if d.label else ''}".strip())
            if found and found.category != d.category and is_a(found.category, d.category) and not d.stand_in:
                d.category = found.category
        if d.category not in known:
            continue
        mine = [x for x in links if x.subject == d.key]
        need = ""
        if any(x.kind == "on_wall" for x in mine):
            need = "hung_on"
        elif any(x.kind == "hang_from_ceiling" for x in mine):
            need = "from_ceiling"
        elif any(x.kind == "on" and x.objects for x in mine):
            need = "on"
        if need and need not in known[d.category].supports:
            fit = [c for c in known.values() if is_a(c.name, d.category) and c.supports[0] == need]
            fit += [c for c in known.values() if is_a(d.category, c.name) and c.supports[0] == need]
            if fit:
                d.category = fit[0].name

"""From words to catalogue categories: exact vocabulary first (plurals handled), then nearest by sentence embedding."""

from __future__ import annotations

import logging
from functools import lru_cache
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
from numpy.typing import NDArray

from .. import safetensors
from ..catalogue import categories, vocabulary
from ..errors import WorkError
from .encoder import WEIGHTS, Encoder
from .lexicon import COLLECTIVES, COLOURS, KINDS, MATERIALS, PAIRS, SHAPES, SIZES, STYLES
from .rooms import room_words

log = logging.getLogger(__name__)

SURE: Final = 0.72  # cosine from which an unknown word counts as the category
NEAR: Final = 0.5  # below SURE, from here: a stand-in that resembles it; lower still, a plain block of the likely size
PLAIN: Final = "stand_in"
_SEVERAL: Final = 2
_TERMS_FILE: Final = "minilm.terms.safetensors"
_ABSTRACT_FILE: Final = "abstract.nouns.safetensors"
_IRREGULAR: Final = {
    "shelves": "shelf", "bookshelves": "bookshelf", "knives": "knife", "loaves": "loaf", "leaves": "leaf", "mice": "mouse",
    "children": "child",
    "people": "person", "men": "man", "women": "woman", "feet": "foot", "teeth": "tooth", "cacti": "cactus",
    "scarves": "scarf", "dice": "die",
    "wolves": "wolf", "wives": "wife", "fungi": "fungus", "geese": "goose", "stairs": "stair", "potatoes": "potato",
    "tomatoes": "tomato", "busts": "bust",
    "easels": "easel", "curtains": "curtain", "loudspeakers": "loudspeaker", "matrices": "matrix", "trophies": "trophy",
    "couches": "couch",
}  # fmt: skip
_SINGULAR_IN_S: Final = frozenset("glass canvas chess bus gas lens compass cactus mattress dress ottomans_ press brass grass "
"moss iris atlas abacus ficus citrus octopus "
                                  "walrus cross mess boss class pass chaise swiss series species tennis bonsai stainless "
                                  "christmas less dais aquarius harness circus sous hibiscus virus apparatus wireless "
                                  "eucalyptus terrarius asparagus business fitness loss process access address bass princess "
                                  "trellis".split())  # fmt: skip
_BARE_SIZES: Final = frozenset("small large big tall long tiny little huge giant short".split())


def singular(word: str) -> str:
    """The singular of a lower-case word; the word itself when it is not a plural."""
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4 or not word.endswith("s") or word in _SINGULAR_IN_S or word.endswith(("ss", "us", "is")):
        return word
    if (
        word.endswith("ies")
        and len(word) > 4
        and word not in ("movies", "cookies", "hoodies", "brownies", "pies", "ties", "smoothies")
    ):
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes", "zes", "oes")) and word not in ("shoes", "toes", "canoes"):
        return word[:-2]
    return word[:-1]


def plain(text: str) -> str:
    """Lower case, possessives and hyphens as the vocabulary's keys have them."""
    text = (
        text.lower()
        .replace("’", "'")
        .replace("'s ", "s ")
        .replace("s' ", "s ")
        .replace("'", " ")
        .replace("-", " ")
        .replace("_", " ")
    )
    return " ".join(text.split())


class Term(NamedTuple):
    """A noun of the vocabulary: its category, what its first words say (attributes), whether the words are plural."""

    category: str
    attributes: tuple[tuple[str, str], ...] = ()
    plural: bool = False


def quality(words: str) -> tuple[str, str] | None:
    """(kind, value) of an adjective or material phrase; None if it is none."""
    for kind, table in (
        ("colour", COLOURS),
        ("material", MATERIALS),
        ("size", SIZES),
        ("shape", SHAPES),
        ("style", STYLES),
        ("kind", KINDS),
    ):
        if words in table:
            return kind, table[words]
    return None


def _lead(key: str, words: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Attributes that the first words of a vocabulary phrase state, when the rest is a noun of its own."""
    parts = key.split()
    for n in range(len(parts) - 1, 0, -1):
        found = quality(" ".join(parts[:n]))
        if found and " ".join(parts[n:]) in words:
            return (found,)
    return ()


@lru_cache(maxsize=1)
def nouns() -> dict[str, Term]:
    """Phrase -> term, for every name and synonym of the catalogue and its plural."""
    words = {plain(k): v for k, v in vocabulary().items()}
    for c in categories().values():  # the names win over anything a synonym says
        words[plain(c.name)] = c.name
    words.pop(plain(PLAIN))  # `two chairs stand in the corners`
    out: dict[str, Term] = {}
    for key, category in words.items():
        parts = key.split()
        if not parts:
            continue
        rest = " ".join(parts[1:])
        if parts[0] in _BARE_SIZES and (rest in words or singular(parts[-1]) in words):
            continue  # `large mirror` is a mirror that is large: size is an attribute, not a category
        if (
            len(parts) > 2
            and parts[1] == "of"
            and (parts[0] in COLLECTIVES or parts[0] in PAIRS or singular(parts[0]) in COLLECTIVES)
        ):
            continue  # `stack of books` is counted by the grammar
        one = " ".join([*parts[:-1], singular(parts[-1])])
        if len(parts) > 1 and one != key and quality(" ".join(parts[:-1])) and singular(parts[-1]) in words:
            continue  # `fresh flowers` are flowers that are fresh
        plural = one != key and (one in words or category != words[key])
        if one != key and one in words and words[one] != category and len(parts) <= 2:
            category = words[one]  # `books` are several of `book`, whatever heap the catalogue offers for the plural
        out[key] = Term(category, _lead(key, words), plural and plain(category) != key)
    return out


@lru_cache(maxsize=1)
def ambiguous() -> dict[str, tuple[str, ...]]:
    """Phrases that are a word for more than one category."""
    every: dict[str, dict[str, None]] = {}
    for c in categories().values():
        for w in (c.name, *c.synonyms):
            every.setdefault(plain(w), {})[c.name] = None
    return {w: tuple(names) for w, names in every.items() if len(names) > 1}


def at_home(category: str, phrase: str, room: str, said: str = "") -> str:
    """The category that a phrase (in the singular) means in a type of room: of its meanings, one that is at home there.

    A plain noun that stands for a narrower one (`mat` for a door mat) may mean any that ends with it, first of all one with a
    word of what the room is called (`yoga studio`).
    """
    known = categories()
    if not room or room in known[category].rooms:
        return category
    meanings: tuple[str, ...] = ambiguous().get(phrase, ())
    if category not in meanings:
        meanings = tuple(c for c in known if c.endswith(f"_{phrase}")) if category.endswith(f"_{phrase}") else ()
    fit = [c for c in meanings if room in known[c].rooms]
    return next((c for c in fit if c.split("_")[0] in said.split()), fit[0] if fit else category)


def broad(phrase: str) -> bool:
    """Whether a plain noun that is in no vocabulary ends the names of several categories: `stand`."""
    return sum(c.endswith(f"_{phrase}") for c in categories()) > _SEVERAL


def noun(phrase: str) -> Term | None:
    """The vocabulary's term for a phrase, in the singular or the plural."""
    known = nouns()
    found = known.get(phrase)
    if found:
        return found
    many, of, what = phrase.partition(" of ")
    if of and singular(many) != many:
        found = known.get(f"{singular(many)} of {what}")
        if found:
            return found._replace(plural=True)
    head, _, last = phrase.rpartition(" ")
    one = singular(last)
    if one != last:
        found = known.get(f"{head} {one}".strip())
        if found and plain(found.category) != phrase:
            return found._replace(plural=True)
    return None


@lru_cache(maxsize=1)
def _abstract_nouns() -> frozenset[str]:
    """Common nouns for qualities, acts, feelings, people, land and water (`training/texts_abstract.py`)."""
    try:
        return frozenset(safetensors.read(WEIGHTS / _ABSTRACT_FILE)[0]["nouns"].tobytes().decode("ascii").split("\n"))
    except (WorkError, KeyError) as e:
        raise WorkError("The list of abstract nouns is incomplete.", "Install the extension again.") from e


def abstract(word: str) -> bool:
    """Whether an unknown lower-case noun, singular or plural, names nothing that can be placed: `view`, `laughter`, `lake`."""
    return word in _abstract_nouns() or singular(word) in _abstract_nouns()


def all_terms() -> list[str]:
    """Every phrase that has an embedding: the catalogue's vocabulary and the room words, sorted."""
    return sorted({plain(k) for k in vocabulary()} | {plain(c.name) for c in categories().values()} | set(room_words()))


class Index:
    """Embeddings of the vocabulary, shipped ones where they exist, made here where not."""

    def __init__(self, path: Path) -> None:
        known = _shipped(path)
        terms = all_terms()
        if not known:  # no file: names alone, so that the first use stays quick
            terms = sorted({plain(c.name) for c in categories().values()} | set(room_words()))
        missing = [t for t in terms if t not in known]
        if missing:
            log.info("embedding %d terms that have no shipped vector", len(missing))
            for t, v in zip(missing, Encoder.load().encode(missing), strict=True):
                known[t] = v
        words = {plain(k): v for k, v in vocabulary().items()} | {plain(c.name): c.name for c in categories().values()}
        places = room_words()
        self.things = sorted((t for t in terms if t in words and words[t] != PLAIN), key=lambda t: (words[t], t))
        owners = [words[t] for t in self.things]
        self.thing_starts = [i for i, c in enumerate(owners) if i == 0 or owners[i - 1] != c]
        self.thing_categories = [owners[i] for i in self.thing_starts]
        self.thing_vectors: NDArray[np.float32] = np.stack([known[t] for t in self.things])
        self.rooms = [t for t in terms if t in places]
        self.room_types = [places[t] for t in self.rooms]
        self.room_vectors: NDArray[np.float32] = np.stack([known[t] for t in self.rooms])


def _shipped(path: Path) -> dict[str, NDArray[np.float32]]:
    try:
        tensors, _ = safetensors.read(path)
        terms = tensors["terms"].tobytes().decode("utf-8").split("\n")
        vectors = tensors["vectors"].astype(np.float32) * tensors["vectors.scale"][:, None]
    except (WorkError, KeyError, ValueError) as e:
        log.info("no shipped term vectors: %s", e)
        return {}
    return dict(zip(terms, vectors, strict=False))


@lru_cache(maxsize=1)
def index() -> Index:
    """The embeddings of the vocabulary (loaded on first use)."""
    return Index(WEIGHTS / _TERMS_FILE)


@lru_cache(maxsize=4096)
def nearest_thing(phrase: str, among: tuple[str, ...] = ()) -> tuple[str, float]:
    """(category, cosine) nearest in meaning to a noun phrase; of some categories only, when any are given."""
    at = index()
    scores = at.thing_vectors @ Encoder.load().encode([phrase])[0]
    # the mean of a category's two best terms: one odd synonym that looks alike does not decide
    first = np.maximum.reduceat(scores, at.thing_starts)
    counts = np.diff([*at.thing_starts, len(scores)])
    rest = np.where(scores == np.repeat(first, counts), -1.0, scores)
    second = np.maximum.reduceat(rest, at.thing_starts)
    both = np.where(counts > 1, 0.5 * (first + second), first)
    if among:
        both = np.where(np.isin(at.thing_categories, among), both, -1.0)
    best = int(both.argmax())
    return at.thing_categories[best], float(both[best])


@lru_cache(maxsize=1024)
def nearest_room(phrase: str) -> tuple[str, float]:
    """(room type, cosine) nearest in meaning to a phrase."""
    at = index()
    scores = at.room_vectors @ Encoder.load().encode([phrase])[0]
    best = int(scores.argmax())
    return at.room_types[best], float(scores[best])

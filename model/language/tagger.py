"""The trained reader's network: words -> tags and arcs, in numpy. `training/tagger.py` makes its weights.

The encoder's states of a text's word pieces (after two of its layers, frozen) are averaged over each word and go through
one convolution and two attention layers. Every word gets a tag: a thing, a number, a quality, words that state a relation,
a wall ... An arc joins the last words of two spans: a quality `of` a thing, the `subject` and `object` of a relation, the
`same` thing named before, the `room` a thing is in. An arc's score is biaffine (Dozat & Manning 2017) with a term for distance.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from .. import safetensors
from ..errors import WorkError
from .encoder import WEIGHTS, Encoder, Floats, gelu, layer_norm

WORD: Final = re.compile(r"[^\W_]+|[^\w\s]|_")
ARCS: Final = ("of", "subject", "object", "same", "room")
ONE_ENDED: Final = frozenset({"of", "same", "room"})  # a word has one such arc at most
QUALITIES: Final = ("SIZE", "STYLE", "KIND", "SHAPE", "COLOUR", "MATERIAL")
PLACES: Final = ("WALL", "CORNER", "WINDOW", "DOOR", "CEILING")
NEAR_WORDS: Final = 24  # distances beyond count as this
_REMEDY: Final = "Install the extension again, or run training/tagger.py."
_LONGEST: Final = 200  # pieces of a window
_EPSILON: Final = 1e-5


@dataclass(frozen=True, slots=True)
class TaggerConfig:
    """What stands in tagger.json."""

    sha256: str
    tags: tuple[str, ...]
    layers: tuple[int, ...]  # of the encoder
    width: int
    heads: int
    blocks: int
    encoder_sha256: str = ""

    @classmethod
    def read(cls, path: Path) -> TaggerConfig:
        """From a JSON file; WorkError when missing or malformed."""
        try:
            record = json.loads(path.read_text(encoding="utf-8"))
            known = {f.name: record[f.name] for f in fields(cls) if f.name in record}
            return cls(**known | {"tags": tuple(known["tags"]), "layers": tuple(known["layers"])})
        except OSError as e:
            raise WorkError(f"The tagger's config {path.name} cannot be read: {e.strerror or e}.", _REMEDY) from e
        except (ValueError, TypeError, KeyError) as e:
            raise WorkError(f"The tagger's config {path.name} is damaged.", _REMEDY) from e


@dataclass(frozen=True, slots=True)
class Span:
    """Words that got one tag. `start`, `end` are word indices (end exclusive); arcs know a span by its last word."""

    tag: str
    start: int
    end: int
    sure: float  # probability of the tag, the least over its words

    @property
    def at(self) -> int:
        """The last word."""
        return self.end - 1


@dataclass(frozen=True, slots=True)
class Arc:
    """From the last word of one span to that of another."""

    kind: str
    source: int
    target: int
    sure: float


@dataclass(frozen=True, slots=True)
class Reading:
    """A text's words (as written), spans and arcs."""

    words: tuple[str, ...]
    spans: tuple[Span, ...]
    arcs: tuple[Arc, ...]
    thing: tuple[float, ...]  # of each word, the probability that it is part of a thing's name


def sources(kind: str, tag: str) -> bool:
    """Whether an arc of a kind may start at a span with this tag."""
    if kind == "of":
        return tag in QUALITIES or tag in ("COUNT", "PART", "EACH")
    if kind in ("subject", "object"):
        return tag.startswith("REL-")
    return tag in ("REF", "THING") if kind == "same" else tag == "THING"


def targets(kind: str, tag: str) -> bool:
    """Whether an arc of a kind may end at a span with this tag."""
    if kind == "object":
        return tag in ("THING", "REF", "ROOM") or tag in PLACES
    if kind == "room":
        return tag == "ROOM"
    return tag == "THING" or (tag == "REF" and kind in ("of", "subject"))


def pieces(encoder: Encoder, words: list[str]) -> list[list[int]]:
    """The encoder's piece ids of each word."""
    at = encoder.tokenizer
    return [at.encode(w, 102)[1:-1] or [at.unk] for w in words]


def word_states(encoder: Encoder, batch: list[list[list[int]]], layers: tuple[int, ...]) -> list[Floats]:
    """Piece ids by word of several texts -> for each text (words, D * layers), the mean over a word's pieces."""
    rows = [[encoder.tokenizer.cls, *(p for w in text for p in w), encoder.tokenizer.sep] for text in batch]
    longest = max(map(len, rows))
    ids = np.full((len(rows), longest), encoder.tokenizer.pad, np.int64)
    mask = np.zeros((len(rows), longest), np.float32)
    for k, row in enumerate(rows):
        ids[k, : len(row)] = row
        mask[k, : len(row)] = 1.0
    states = encoder.states(ids, mask, layers)
    out = []
    for k, text in enumerate(batch):
        lengths = np.array([len(w) for w in text])
        starts = np.concatenate([[0], np.cumsum(lengths)[:-1]]) + 1
        out.append(np.add.reduceat(states[k, : len(rows[k]) - 1], starts, axis=0) / lengths[:, None].astype(np.float32))
    return out


class Tagger:
    """Use `Tagger.load`, which caches by path."""

    def __init__(self, config: TaggerConfig, tensors: dict[str, NDArray[Any]]) -> None:
        self.config = config
        self.tensors: dict[str, Floats] = {k: v.astype(np.float32) for k, v in tensors.items()}
        self._names = [i for i, t in enumerate(config.tags) if t[2:] in ("THING", "ABSENT")]
        self._check()

    @staticmethod
    def load(path: str | Path | None = None) -> Tagger:
        """The tagger whose config is `path` (default: the one that ships). WorkError when missing or tampered with."""
        return _load(str(path or WEIGHTS / "tagger.json"))

    def _check(self) -> None:
        c, t = self.config, self.tensors
        try:
            fits = (
                t["tag.weight"].shape == (c.width, len(c.tags)) and t["arc.from"].shape[0] == len(ARCS) and c.width % c.heads == 0
            )
            fits = (
                fits
                and all(f"block.{i}.qkv" in t for i in range(c.blocks))
                and t["arc.far"].shape == (len(ARCS), 2 * NEAR_WORDS + 1)
            )
        except (KeyError, IndexError, ZeroDivisionError) as e:
            raise WorkError("The tagger's weights do not fit its config.", _REMEDY) from e
        if not fits:
            raise WorkError("The tagger's weights do not fit its config.", _REMEDY)

    def hidden(self, states: Floats) -> Floats:
        """(words, D * layers) -> (words, width)."""
        t, c = self.tensors, self.config
        x = layer_norm(gelu(states @ t["in.weight"] + t["in.bias"]), t["in.gain"], t["in.shift"], _EPSILON)
        near = np.pad(x, ((1, 1), (0, 0)))
        wide = np.concatenate([near[:-2], near[1:-1], near[2:]], axis=1)  # (words, 3 * width)
        x = layer_norm(x + gelu(wide @ t["conv.weight"] + t["conv.bias"]), t["conv.gain"], t["conv.shift"], _EPSILON)
        n = len(x)
        far = _distances(n)
        for i in range(c.blocks):
            at = f"block.{i}."
            qkv = (x @ t[at + "qkv"] + t[at + "qkv.bias"]).reshape(n, 3, c.heads, -1).transpose(1, 2, 0, 3)
            score = qkv[0] @ qkv[1].swapaxes(-1, -2) * np.float32((c.width // c.heads) ** -0.5) + t[at + "far"][:, far]
            score = np.exp(score - score.max(-1, keepdims=True))
            score /= score.sum(-1, keepdims=True)
            mixed = (score @ qkv[2]).transpose(1, 0, 2).reshape(n, c.width)
            x = layer_norm(x + mixed @ t[at + "out"] + t[at + "out.bias"], t[at + "gain1"], t[at + "shift1"], _EPSILON)
            f = gelu(x @ t[at + "up"] + t[at + "up.bias"]) @ t[at + "down"] + t[at + "down.bias"]
            x = layer_norm(x + f, t[at + "gain2"], t[at + "shift2"], _EPSILON)
        return x

    def scores(self, states: Floats) -> tuple[Floats, Floats]:
        """(words, D * layers) -> tag logits (words, tags) and arc logits (arcs, words from, words to)."""
        t = self.tensors
        x = self.hidden(states)
        tags = x @ t["tag.weight"] + t["tag.bias"]
        a = x @ t["arc.from"] + t["arc.from.bias"][:, None]  # (arcs, words, 48)
        b = x @ t["arc.to"] + t["arc.to.bias"][:, None]
        arcs = a @ t["arc.between"] @ b.swapaxes(-1, -2) + (b @ t["arc.alone"][..., None]).swapaxes(-1, -2)
        return tags, np.asarray(arcs + t["arc.far"][:, _distances(len(x))], np.float32)

    def read(self, text: str) -> Reading:
        """Tags and arcs of a text, window by window."""
        encoder = Encoder.load()
        words: list[str] = []
        spans: list[Span] = []
        arcs: list[Arc] = []
        thing: list[float] = []
        for window in _windows(encoder, text):
            states = word_states(encoder, [pieces(encoder, window)], self.config.layers)[0]
            tags, links = self.scores(states)
            share = np.exp(tags - tags.max(1, keepdims=True))
            share /= share.sum(1, keepdims=True)
            found = self._spans(share)
            thing += share[:, self._names].sum(1).tolist()
            spans += [Span(s.tag, s.start + len(words), s.end + len(words), s.sure) for s in found]
            arcs += [Arc(a.kind, a.source + len(words), a.target + len(words), a.sure) for a in _arcs(found, links)]
            words += window
        return Reading(tuple(words), tuple(spans), tuple(arcs), tuple(thing))

    def _spans(self, share: Floats) -> list[Span]:
        out: list[Span] = []
        for i, k in enumerate(share.argmax(1)):
            begin, _, tag = self.config.tags[int(k)].partition("-")
            sure = float(share[i, k])
            if begin == "I" and out and out[-1].tag == tag and out[-1].end == i:
                out[-1] = Span(tag, out[-1].start, i + 1, min(sure, out[-1].sure))
            elif begin != "O":
                out.append(Span(tag, i, i + 1, sure))
        return out


def _distances(n: int) -> NDArray[np.int64]:
    """(n, n): where in a table of distances the step from each word to each other stands."""
    at = np.arange(n)
    return np.asarray(np.clip(at[None, :] - at[:, None], -NEAR_WORDS, NEAR_WORDS) + NEAR_WORDS)


def _arcs(spans: list[Span], logits: Floats) -> Iterator[Arc]:
    """The arcs that the scores state between spans."""
    for k, kind in enumerate(ARCS):
        ends = [s.at for s in spans if targets(kind, s.tag)]
        for s in spans:
            if not sources(kind, s.tag):
                continue
            pool = [e for e in ends if e != s.at and (kind != "same" or e < s.at)]
            if not pool:
                continue
            row = logits[k, s.at, pool]
            if kind in ONE_ENDED:
                share = np.exp(row - max(float(row.max()), 0.0))
                best = int(row.argmax())
                if row[best] > 0:
                    yield Arc(kind, s.at, pool[best], float(share[best] / (share.sum() + np.exp(-max(float(row.max()), 0.0)))))
            else:
                for e, score in zip(pool, row, strict=True):
                    if score > 0:
                        yield Arc(kind, s.at, e, float(1.0 / (1.0 + np.exp(-score))))


def _windows(encoder: Encoder, text: str) -> Iterator[list[str]]:
    """The words of a text, as many whole sentences at a time as the network reads at once."""
    window: list[str] = []
    size = 0
    sentence: list[str] = []
    length = 0
    for m in WORD.finditer(text):
        w = m.group()
        sentence.append(w)
        length += len(pieces(encoder, [w])[0])
        if w in ".!?;" or length >= _LONGEST:
            if window and size + length > _LONGEST:
                yield window
                window, size = [], 0
            window, size = window + sentence, size + length
            sentence, length = [], 0
    if window and sentence and size + length > _LONGEST:
        yield window
        window = []
    if window or sentence:
        yield window + sentence


@lru_cache(maxsize=4)
def _load(path: str) -> Tagger:
    config = TaggerConfig.read(Path(path))
    tensors, _ = safetensors.read(Path(path).with_suffix(".safetensors"), config.sha256)
    return Tagger(config, tensors)

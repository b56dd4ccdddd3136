"""Uncased BERT tokenisation: clean, lower-case, strip accents, split on punctuation and CJK, then greedy word pieces.

Source of the rules: Devlin et al. 2018, the reference tokenisation of BERT (uncased).
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache

PAD, UNK, CLS, SEP = "[PAD]", "[UNK]", "[CLS]", "[SEP]"
_LONGEST_WORD = 100  # characters; longer words become one unknown piece
_CJK = (
    (0x4E00, 0x9FFF), (0x3400, 0x4DBF), (0x20000, 0x2A6DF), (0x2A700, 0x2B73F), (0x2B740, 0x2B81F),
    (0x2B920, 0x2CEAF), (0xF900, 0xFAFF), (0x2F800, 0x2FA1F),
)  # fmt: skip


def _is_cjk(char: str) -> bool:
    code = ord(char)
    return code >= 0x3400 and any(a <= code <= b for a, b in _CJK)


def _is_punctuation(char: str) -> bool:
    code = ord(char)
    if 33 <= code <= 47 or 58 <= code <= 64 or 91 <= code <= 96 or 123 <= code <= 126:
        return True
    return code > 127 and unicodedata.category(char).startswith("P")


def _is_control(char: str) -> bool:
    return char not in "\t\n\r" and unicodedata.category(char) in ("Cc", "Cf", "Co")


def _normalise(text: str) -> str:
    """Clean, space out CJK, lower-case and strip accents."""
    if text.isascii():
        return "".join(" " if c.isspace() else c for c in text if (c >= " " and c != "\x7f") or c in "\t\n\r").lower()
    out: list[str] = []
    for c in text:
        if c == "\x00" or c == "\ufffd" or _is_control(c):
            continue
        if c.isspace():
            out.append(" ")
        elif _is_cjk(c):
            out.append(f" {c} ")
        else:
            out.append(c)
    bare = (c for c in unicodedata.normalize("NFD", "".join(out)) if unicodedata.category(c) != "Mn")
    return "".join(c.lower() for c in bare)


def _words(text: str) -> Iterator[str]:
    for chunk in text.split():
        word: list[str] = []
        for c in chunk:
            if _is_punctuation(c):
                if word:
                    yield "".join(word)
                    word = []
                yield c
            else:
                word.append(c)
        if word:
            yield "".join(word)


class Tokenizer:
    """Text -> ids of the vocabulary given as a list of pieces in order."""

    def __init__(self, pieces: Iterable[str]) -> None:
        self.ids: dict[str, int] = {p: i for i, p in enumerate(pieces)}
        self.pad, self.unk, self.cls, self.sep = (self.ids[p] for p in (PAD, UNK, CLS, SEP))
        self._pieces = lru_cache(maxsize=8192)(self._split)

    def _split(self, word: str) -> tuple[int, ...]:
        if len(word) > _LONGEST_WORD:
            return (self.unk,)
        ids: list[int] = []
        start = 0
        while start < len(word):
            head = "##" if start else ""
            for end in range(len(word), start, -1):
                found = self.ids.get(head + word[start:end])
                if found is not None:
                    ids.append(found)
                    start = end
                    break
            else:
                return (self.unk,)
        return tuple(ids)

    def encode(self, text: str, limit: int) -> list[int]:
        """Ids between the class and separator marks, `limit` at most in all."""
        ids: list[int] = [self.cls]
        for word in _words(_normalise(text)):
            ids.extend(self._pieces(word))
            if len(ids) >= limit:
                break
        return [*ids[: limit - 1], self.sep]

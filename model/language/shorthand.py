"""Note form spelt out: `chairs x3`, `2 no. stools`, `desk + chair`, `lamps: 4`, `w/ rug` become words that the readers know."""

from __future__ import annotations

import re
from typing import Final

from . import lexicon as lx
from .linker import noun, plain

_WORD: Final = r"(?:\d-)?[A-Za-z][\w'’-]*"
_PHRASE: Final = rf"(?P<what>{_WORD}(?: {_WORD}){{0,3}})"
_NUMBER: Final = rf"(?P<n>\d{{1,4}}|{'|'.join(w for w, n in lx.NUMBERS.items() if 0 < n <= 20)})"
_ENDS: Final = r"(?=\s*(?:$|[,;.)\n&]|\band\b))"
_CUT: Final = re.compile(
    r"^(?:.*\b(?:and|with|of|has|have|or|plus|includes?|including|needs?|wants?)\s+)?(?:an?\s+|the\s+)?", re.I
)
_BEFORE: Final = (  # the number and its sign stand before the noun
    (re.compile(r"(?<![\w.,])(\d{1,4})\s?[x×]\s+(?=[A-Za-z])|(?<![\w.,])(\d{1,4})[x×](?=[A-Za-z]{3})"), r"\1\2 "),
    (re.compile(r"(?<![\w.,])(\d{1,4})\s?(?:nos?\.|nr\.?|pcs?\b\.?|off\b|units? of|pieces of)\s+(?=[A-Za-z])", re.I), r"\1 "),
    (re.compile(r"(?<![\w.,])(\d{1,4})no\.?\s+(?=[A-Za-z])", re.I), r"\1 "),
    (re.compile(r"\bqty[.:]?\s*(\d{1,4})\s+(?=[A-Za-z])", re.I), r"\1 "),
)
_AFTER: Final = (  # after it: with a sign that can only count, or in brackets or after a colon, when the noun is a known one
    (
        re.compile(rf"\b{_PHRASE},?\s*\(?\s*(?:[x×]\s?|qty[.:]?\s*)(?P<n>\d{{1,4}})\b(?!\s*(?:[mx×]|cm|ft|in)\b)\)?", re.I),
        False,
    ),
    (re.compile(rf"\b{_PHRASE}\s*\(\s*{_NUMBER}(?: (?:of them|in all|in total|pcs|pieces|off))?\s*\)", re.I), True),
    (re.compile(rf"\b{_PHRASE}\s*[:=]\s*{_NUMBER}{_ENDS}", re.I), True),
)
_SIGNS: Final = (
    (re.compile(r"\bw/o\b\s*", re.I), "without "),
    (re.compile(r"\bw/\s*", re.I), "with "),
    (re.compile(r"\s\+\s|(?<=[a-z])\+(?=[a-z])", re.I), ", "),
    (re.compile(r"(?m)^\s*(?:[•*·▪‣]|\d{1,2}[.)])\s+"), ""),
)


def spelt_out(text: str) -> str:
    """The text with its note form in words; a number that follows its noun stands before it."""
    for pattern, words in (*_SIGNS, *_BEFORE):
        text = pattern.sub(words, text)
    for pattern, known in _AFTER:
        text = pattern.sub(lambda m, k=known: _before(m, k), text)  # type: ignore[misc]
    return text


def _before(m: re.Match[str], known: bool) -> str:
    """`chairs x3` -> `3 chairs`, with what stands before the noun phrase left where it is."""
    phrase = m["what"]
    start = _CUT.match(phrase)
    lead, what = (phrase[: start.end()], phrase[start.end() :]) if start else ("", phrase)
    if not what or what.lower().split()[0] in lx.NUMBERS or (known and not _thing(what)):
        return m[0]
    lead = re.sub(r"\b(?:an?|the)\s+$", "", lead, flags=re.I)
    return f"{lead}{m['n']} {what}"


def _thing(words: str) -> bool:
    """Whether a phrase ends with a noun of the catalogue."""
    parts = plain(words).split()
    return any(noun(" ".join(parts[i:])) for i in range(len(parts)))

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
# What announces a list of things is none of them: `a sofa set: two sofas and an armchair`, `a collection of plants: a fern`.
_HEADING: Final = re.compile(
    r"(?<![\w'’-])(?:an?|the|one)\s+(?:[\w-]+ ){0,2}?"
    r"(?:(?P<what>[\w-]+(?: [\w-]+)?)\s+(?:set|suite|ensemble|combination|trio)"
    r"|(?:set|suite|collection|group|grouping|array|assortment|selection|variety|arrangement|row|mix)\s+of\s+"
    r"(?:[\w-]+ ){0,2}?[\w-]+)"
    r"\s*:\s*(?=(?P<list>[^.;:!?\n]+))",
    re.I,
)
_TWO: Final = re.compile(
    r"\ba pair(?=\s+(?:by|at|on|in|beside|near|under|facing|flanking|along|against|opposite|behind|next|each)\b)", re.I
)


def spelt_out(text: str) -> str:
    """The text with its note form in words; a number that follows its noun stands before it."""
    for pattern, words in (*_SIGNS, *_BEFORE):
        text = pattern.sub(words, text)
    text = _TWO.sub("two", _HEADING.sub(_announced, text))
    for pattern, known in _AFTER:
        text = pattern.sub(lambda m, k=known: _before(m, k), text)  # type: ignore[misc]
    return text


def _announced(m: re.Match[str]) -> str:
    """Nothing, where a heading of known things is followed by its members; else as it stands."""
    if m["what"] and not _thing(m["what"]):
        return m[0]
    listed = [p for p in re.split(r",|\band\b", m["list"]) if _thing(p)]
    return "" if len(listed) > 1 else m[0]


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

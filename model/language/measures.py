"""Room measures, time of day and other numbers with units, read from the raw text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from . import lexicon as lx
from .linker import noun

_N: Final = r"(\d+(?:[.,]\d+)?)"
_UNIT: Final = r"(?:\s|-)*(mm|cm|m|metres?|meters?|ft|feet|foot|inches|inch|in|'|′|\")(?![a-z²2])"
_PAIR: Final = re.compile(rf"{_N}(?:{_UNIT})?\s*(?:x|×|by|\*)\s*{_N}{_UNIT}", re.I)
_AREA: Final = re.compile(
    rf"{_N}\s*(?:-\s*)?(m²|m2|sqm|sq\.?\s?m(?:et(?:er|re)s?)?|square[\s-]?(?:met(?:er|re)s?|m)|sq\.?\s?(?:ft|feet)|square[\s-]?(?:feet|foot)|ft²|ft2)(?![a-z])",
    re.I,
)
_HIGH: Final = re.compile(
    rf"(?:{_N}{_UNIT}[\s-]*(?:high|tall)?\s*ceilings?|ceilings?\s+(?:height\s+)?(?:of|at|that\s+is|are|is)?\s*(?:about\s+)?{_N}{_UNIT})",
    re.I,
)
_CLOCK: Final = re.compile(r"\bat\s+(\d{1,2})(?:[:.h](\d{2}))?\s*(am|pm|a\.m\.|p\.m\.|o'?clock|h)?(?![\w%])", re.I)
_TO_METRES: Final = {
    "mm": 0.001,
    "cm": 0.01,
    "m": 1.0,
    "ft": 0.3048,
    "fe": 0.3048,
    "fo": 0.3048,
    "in": 0.0254,
    "'": 0.3048,
    "′": 0.3048,
    '"': 0.0254,
    "me": 1.0,
}


@dataclass(slots=True)
class Measures:
    """What the numbers say of the room. Metres, square metres, hours."""

    size: tuple[float, float] | None = None
    area: float | None = None
    height: float | None = None
    hour: float | None = None


def _metres(number: str, unit: str | None, other: str | None = None) -> float:
    unit = (unit or other or "m").lower()
    return float(number.replace(",", ".")) * _TO_METRES.get(unit, _TO_METRES.get(unit[:2], 1.0))


def _of_a_thing(text: str, end: int) -> bool:
    """Whether a measure belongs to the noun right after it: `a 2 x 3 m rug`."""
    words = re.findall(r"[a-z]+", re.split(r"[.,;:!?]|\b(?:with|in|on|and|for|room)\b", text[end:].lower())[0])[:4]
    return any(noun(" ".join(words[i:j])) for i in range(len(words)) for j in range(i + 1, len(words) + 1))


def measure(text: str) -> tuple[Measures, str]:
    """The measures, and the text without them."""
    found = Measures()

    def take_pair(m: re.Match[str]) -> str:
        if not _of_a_thing(text, m.end()) and found.size is None:
            found.size = (_metres(m[1], m[2], m[4]), _metres(m[3], m[4]))
        return " "

    def take_area(m: re.Match[str]) -> str:
        factor = 0.0929 if "f" in m[2].lower() else 1.0
        found.area = found.area or float(m[1].replace(",", ".")) * factor
        return " "

    def take_height(m: re.Match[str]) -> str:
        found.height = _metres(m[1] or m[3], m[2] or m[4])
        return " ceiling "

    def take_clock(m: re.Match[str]) -> str:
        half = (m[3] or "").lower()[:1]
        hour = int(m[1])
        if hour > 24 or (not m[2] and not half):
            return m[0]
        if half == "p" and hour < 12:
            hour += 12
        elif half == "a" and hour == 12:
            hour = 0
        found.hour = (hour % 24) + int(m[2] or 0) / 60
        return " "

    for pattern, take in ((_HIGH, take_height), (_AREA, take_area), (_PAIR, take_pair), (_CLOCK, take_clock)):
        text = pattern.sub(take, text)
    return found, text


def phrase_in(text: str, table: dict[str, str] | dict[str, float]) -> str:
    """The first phrase of a table that stands in a text, the longest there (plain words, single spaces, space at both ends)."""
    hits = [(text.find(f" {p} "), -len(p), p) for p in table if f" {p} " in text]
    return min(hits)[2] if hits else ""


def time_of_day(text: str) -> float | None:
    """Solar hour named by a word (`at dusk`)."""
    word = phrase_in(text, lx.HOURS)
    return lx.HOURS[word] if word else None

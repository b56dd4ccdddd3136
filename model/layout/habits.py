"""What usually stands on what: the learned tables of `weights/dressing.json` (made by training/dressing.py)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from ..catalogue import categories
from ..errors import WorkError
from ..weights import FOLDER

FORMAT = "diorama-dressing/2"
LIFT = 1.0  # how strongly the room type bends what stands on a host; chosen on the validation houses
Table = dict[str, dict[str, float]]


class Habitat(NamedTuple):
    """Where on a host something usually is: mean and deviation of its centre, -1 left or front edge .. 1 right or back."""

    u: float
    spread_u: float
    v: float
    spread_v: float
    aligned: float  # share that looks the way the host does


@dataclass(frozen=True, slots=True)
class Habits:
    """`on` P(child | host); `room` how much more usual a child is there; `beside` what stands together; `places` where."""

    on: Table
    room: Table
    beside: Table
    places: dict[str, dict[str, Habitat]]

    def guests(self, host: str, room_type: str) -> dict[str, float]:
        """P(child | host, room type) of the likeliest children, by name; empty for a host that carries nothing."""
        lifts = self.room.get(room_type, {})
        raw = {c: p * lifts.get(c, 1.0) ** LIFT for c, p in self.on.get(host, {}).items()}
        total = sum(raw.values())
        return {c: p / total for c, p in raw.items()} if total else {}

    def place(self, host: str, guest: str) -> Habitat | None:
        """Where on the host the guest usually is; None if nothing is known."""
        return self.places.get(host, {}).get(guest)

    def together(self, guest: str, others: set[str]) -> float:
        """How much the presence of others speaks for a guest: above 1 for what usually stands with one of them."""
        mates = self.beside.get(guest, {})
        return max((mates.get(o, 1.0) for o in sorted(others)), default=1.0)


@lru_cache(maxsize=1)
def habits() -> Habits:
    """The tables that ship, loaded once."""
    return load(FOLDER / "dressing.json")


def load(path: Path) -> Habits:
    """Read the tables. WorkError in one sentence if the file is missing, damaged or speaks of things nobody knows."""
    remedy = "Reinstall the extension, or make the tables anew with training/dressing.py."
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
    except OSError as e:
        raise WorkError(f"The dressing tables {path.name} cannot be read: {e.strerror}.", remedy) from e
    except ValueError as e:
        raise WorkError(f"The dressing tables {path.name} are damaged: not valid JSON.", remedy) from e
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise WorkError(f"The dressing tables {path.name} are damaged: not of the format {FORMAT}.", remedy)
    try:
        places = {h: {c: Habitat(*map(float, row)) for c, row in of.items()} for h, of in data["place"].items()}
        tables = Habits(_table(data, "on"), _table(data, "room"), _table(data, "beside"), places)
    except (KeyError, TypeError, ValueError, AttributeError) as e:
        raise WorkError(f"The dressing tables {path.name} are damaged: {e}.", remedy) from e
    return tables


def _table(data: dict[str, Any], key: str) -> Table:
    """One table of positive numbers whose inner keys are categories of the catalogue."""
    known = categories()
    out: Table = {}
    for host, of in data[key].items():
        out[host] = {c: float(p) for c, p in of.items()}
        for c, p in out[host].items():
            if c not in known:
                raise ValueError(f"{key}.{host} names {c!r}, which the catalogue does not know")
            if not 0 < p < 1e6:
                raise ValueError(f"{key}.{host}.{c} is {p}")
    return out


__all__ = ["Habitat", "Habits", "habits", "load"]

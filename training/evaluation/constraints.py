"""What people wrote down that a correct scene meets: rows of prompts with their constraints, parsed.

Constraints are separated by `;`, fields by `,`: counts `eq,2,nightstand`, attributes `eq,1,bed,king_size`, relations among
things `eq,1,near,0,bed,fridge` (quantifier, number, relation, index of the anchor among the names that follow, names) and to
architecture `eq,1,against,desk,wall`.
"""

from __future__ import annotations

import csv
import json
from dataclasses import dataclass
from pathlib import Path

OPS = ("eq", "ge", "gt", "le", "lt")


@dataclass(frozen=True, slots=True)
class Quantity:
    """`eq 2`, `ge 4` ..."""

    op: str
    value: int

    def met_by(self, n: int) -> bool:
        """Whether n satisfies it."""
        v = self.value
        return {"eq": n == v, "ge": n >= v, "gt": n > v, "le": n <= v, "lt": n < v}[self.op]


@dataclass(frozen=True, slots=True)
class Counted:
    """So many of a thing."""

    quantity: Quantity
    word: str


@dataclass(frozen=True, slots=True)
class Described:
    """So many of a thing are as the value says."""

    quantity: Quantity
    word: str
    value: str


@dataclass(frozen=True, slots=True)
class Related:
    """So many of `others` stand in `relation` to an `anchor`. Several others (`chair`, `chair`) form one group around it."""

    quantity: Quantity
    relation: str
    anchor: str
    others: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Placed:
    """So many of a thing stand in `relation` to architecture (`wall`, `door`, `room` ...)."""

    quantity: Quantity
    relation: str
    word: str
    target: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """A text and what a correct scene meets. `rooms` are the room types it asks for, where the row says so."""

    id: str
    text: str
    counts: tuple[Counted, ...] = ()
    attributes: tuple[Described, ...] = ()
    relations: tuple[Related, ...] = ()
    places: tuple[Placed, ...] = ()
    rooms: tuple[str, ...] = ()

    def words(self) -> tuple[str, ...]:
        """Every thing named by any constraint, once each, in order."""
        named = [c.word for c in self.counts] + [a.word for a in self.attributes]
        named += [w for r in self.relations for w in (r.anchor, *r.others)] + [p.word for p in self.places]
        return tuple(dict.fromkeys(named))


def _fields(text: str | None) -> list[list[str]]:
    return [[f.strip() for f in part.split(",")] for part in (text or "").split(";") if part.strip()]


def _quantity(f: list[str]) -> Quantity:
    if f[0] not in OPS:
        raise ValueError(f"{','.join(f)!r}: {f[0]!r} is no quantifier")
    return Quantity(f[0], int(f[1]))


def _related(f: list[str]) -> Related:
    names = [n.split(":")[0] for n in f[4:]]
    k = int(f[3])
    return Related(_quantity(f), f[2], names[k], tuple(names[:k] + names[k + 1 :]) or (names[k],))


def prompt_of(row: dict[str, str]) -> Prompt:
    """One row. ValueError naming the row if a constraint cannot be read."""
    try:
        return Prompt(
            row["ID"],
            row["Description"],
            tuple(Counted(_quantity(f), f[2]) for f in _fields(row.get("ObjCount"))),
            tuple(Described(_quantity(f), f[2], v) for f in _fields(row.get("ObjAttr")) for v in f[3:]),
            tuple(_related(f) for f in _fields(row.get("OORel"))),
            tuple(Placed(_quantity(f), f[2], f[3].split(":")[0], f[4]) for f in _fields(row.get("OARel"))),
            tuple(r.strip() for r in row.get("Room", "").split(";") if r.strip()),
        )
    except (IndexError, ValueError, KeyError) as e:
        raise ValueError(f"prompt {row.get('ID', '?')}: {e}") from e


def load_prompts(path: Path) -> list[Prompt]:
    """Prompts of a CSV or JSON file."""
    if path.suffix == ".json":
        return [prompt_of(r) for r in json.loads(path.read_text(encoding="utf-8"))]
    with path.open(encoding="utf-8", newline="") as f:
        return [prompt_of(r) for r in csv.DictReader(f)]

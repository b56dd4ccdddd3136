"""What the studio's libraries hold, as a small JSON file in the user's folder; policies and turned fronts are remembered in it.

Blender files give what is marked as an asset in them; of glTF and USD files each is one asset, called as the file is.
"""

from __future__ import annotations

import json
import math
import os
from collections.abc import Generator, Iterable
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any, Literal, get_args

import bpy

from ...model.catalogue import categories, is_a
from ...model.errors import DioramaError, InputError, WorkError
from .catalogs import read_catalogs
from .load import FILES, Found, contents
from .recognise import SURE, facing, misfit, recognise

FORMAT = "diorama-studio/1"
Policy = Literal["prefer", "mix", "exclude"]
POLICIES: tuple[Policy, ...] = get_args(Policy)
Vec3 = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Entry:
    """One asset. `reference` is what a graph calls it: `Chairs/eames.blend#Object/Lounge chair`."""

    reference: str
    file: str
    kind: str  # Object, Collection or File
    name: str
    stamp: int  # when the file was last changed, ns
    category: str = ""
    confidence: float = 0.0
    size: Vec3 = (0.0, 0.0, 0.0)  # as modelled: width X, depth Y, height Z
    tags: tuple[str, ...] = ()
    catalog: str = ""
    yaw: float = 0.0  # turns its front to -Y, radians; the artist's, kept when scanned again


@dataclass(frozen=True)
class Studio:
    """All assets that were found, what was wrong with files, and per category how assets are used in new worlds."""

    entries: tuple[Entry, ...] = ()
    policies: dict[str, Policy] = field(default_factory=dict)  # "" stands for all other categories
    problems: tuple[str, ...] = ()

    def policy(self, category: str) -> Policy:
        """How assets are used for a category: as for itself, for the nearest broader one (a dining chair is a chair), for all
        others; without a word they are only used by hand."""
        broader = [c for c in self.policies if c and is_a(category, c)]
        nearest = next((c for c in broader if all(is_a(c, other) for other in broader)), "")
        return self.policies.get(nearest, self.policies.get("", "exclude"))

    def candidates(self, category: str) -> tuple[Entry, ...]:
        """The assets that may stand for a category, the surest first."""
        fit = [e for e in self.entries if e.confidence >= SURE and is_a(e.category, category)]
        return tuple(sorted(fit, key=lambda e: (-e.confidence, e.reference)))

    def entry(self, reference: str) -> Entry:
        """The asset of that reference. InputError if it is not known."""
        for e in self.entries:
            if e.reference == reference:
                return e
        raise InputError(f"There is no studio asset {reference[:80]!r}.", "Scan the asset folders again.")

    def turned(self, reference: str, by: float) -> Studio:
        """With one asset's front turned by an angle, counter-clockwise from above."""
        old = self.entry(reference)
        new = replace(old, yaw=round(math.remainder(old.yaw + by, 2 * math.pi), 6))
        return replace(self, entries=tuple(new if e is old else e for e in self.entries))

    def with_policy(self, category: str, policy: Policy | None) -> Studio:
        """With another policy for a category ("" for all others), or with none of its own."""
        rest = {c: p for c, p in self.policies.items() if c != category}
        return replace(self, policies=rest if policy is None else {**rest, category: policy})


# ---------------------------------------------------------------------------------------------- the file


def place() -> Path:
    """Where the index is kept. Run without being installed, in Blender's folder for data files."""
    package = (__package__ or "").rpartition(".scene.")[0]
    try:
        folder = bpy.utils.extension_path_user(package)
    except ValueError:
        folder = bpy.utils.user_resource("DATAFILES", path="diorama")
    return Path(folder) / "studio.json"


_kept: dict[tuple[Path, int], Studio] = {}  # the last one read, by its file and when that was changed


def current() -> Studio:
    """The user's index, read again only when its file has changed. InputError if it is damaged."""
    path = place()
    key = (path, path.stat().st_mtime_ns if path.exists() else 0)
    if key not in _kept:
        studio = load(path)
        _kept.clear()
        _kept[key] = studio
    return _kept[key]


def load(path: Path) -> Studio:
    """The index of a file; an empty one if there is none. InputError if it is damaged."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise ValueError(data["format"])
        entries = tuple(_entry(e) for e in data["entries"])
        policies = {str(k): v for k, v in data["policies"].items() if v in POLICIES}
        return Studio(entries, policies, tuple(str(p) for p in data["problems"]))
    except FileNotFoundError:
        return Studio()
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as e:
        raise InputError("The list of studio assets cannot be read.", f"Delete {path} and scan the folders again.") from e


def _entry(record: dict[str, Any]) -> Entry:
    width, depth, height = (float(v) for v in record["size"])
    e = Entry(**{**record, "size": (width, depth, height), "tags": tuple(str(t) for t in record["tags"])})
    if not all(math.isfinite(v) for v in (*e.size, e.yaw, e.confidence)) or (e.category and e.category not in categories()):
        raise ValueError(e.reference)
    return e


def save(studio: Studio, path: Path) -> None:
    """Write the index, atomically. WorkError if that cannot be done."""
    partial = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        partial.write_text(json.dumps({"format": FORMAT, **asdict(studio)}, indent=1), encoding="utf-8")
        os.replace(partial, path)
    except OSError as e:
        raise WorkError(f"The list of studio assets cannot be written: {e.strerror}.", f"Make room at {path.parent}.") from e
    finally:
        partial.unlink(missing_ok=True)


# ---------------------------------------------------------------------------------------------- scanning


def scan(folders: Iterable[Path], before: Studio) -> Generator[float, None, Studio]:
    """Read all libraries, yielding the share done. Files that have not changed are not read again; policies and fronts stay."""
    known: dict[str, list[Entry]] = {}
    for e in before.entries:
        known.setdefault(e.file, []).append(e)
    fronts = {e.reference: e.yaw for e in before.entries}
    files, problems = _files(folders)
    entries: dict[str, Entry] = {}
    for k, (root, file) in enumerate(files):
        yield k / len(files)
        try:
            stamp = file.stat().st_mtime_ns
            old = known.get(str(file), [])
            if old and all(e.stamp == stamp for e in old):
                found = old
            else:
                found = [_indexed(root, file, stamp, f) for f in contents(file)]
        except (DioramaError, OSError) as e:
            problems.append(str(e) if isinstance(e, DioramaError) else f"{file.name} cannot be read: {e.strerror}.")
            continue
        if any(e.reference in entries for e in found):
            problems.append(f"{file.name} is in two asset folders called {root.name}; rename one of them.")
            continue
        entries.update({e.reference: replace(e, yaw=fronts.get(e.reference, e.yaw)) for e in found})
        problems += [
            f"{e.name} in {file.name} is {max(e.size):.3g} m large, which no {categories()[e.category].label.lower()} is: "
            "check its scale."
            for e in found
            if misfit(e.category, e.size)
        ]
    return Studio(tuple(entries[r] for r in sorted(entries)), before.policies, tuple(problems))


def _files(folders: Iterable[Path]) -> tuple[list[tuple[Path, Path]], list[str]]:
    """(library folder, file) of all files that may hold assets, and which folders are not there."""
    out: dict[Path, Path] = {}
    problems = []
    for root in folders:
        if not root.is_dir():
            problems.append(f"The asset folder {root} is not there.")
            continue
        for file in sorted(root.rglob("*")):
            if file.suffix.lower() in FILES and file.is_file() and not file.name.startswith("."):
                out.setdefault(file, root)
    return [(root, file) for file, root in out.items()], problems


def _indexed(root: Path, file: Path, stamp: int, found: Found) -> Entry:
    catalog = read_catalogs(root).get(found.catalog_id, "") or read_catalogs(file.parent).get(found.catalog_id, "")
    if not catalog and file.parent != root:
        catalog = file.parent.relative_to(root).as_posix()  # folders say as much as catalogs
    if found.category in categories():
        category, confidence = found.category, 1.0
    else:
        category, confidence = recognise(found.name, found.tags, catalog, found.size)
    reference = f"{root.name}/{file.relative_to(root).as_posix()}#{found.kind}/{found.name}"
    return Entry(
        reference, str(file), found.kind, found.name, stamp, category, confidence, found.size, tuple(sorted(found.tags)), catalog,
        0.0 if found.category else round(facing(category, found.size, found.top), 6),
    )  # fmt: skip

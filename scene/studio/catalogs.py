"""Catalogs of the asset browser: the file `blender_assets.cats.txt` at the root of an asset library."""

from __future__ import annotations

import os
import uuid
from collections.abc import Iterable
from pathlib import Path

FILE = "blender_assets.cats.txt"
ROOT = "Diorama"
HEADER = """# This is an Asset Catalog Definition file for Blender.
#
# Empty lines and lines starting with `#` will be ignored.
# The first non-ignored line should be the version indicator.
# Other lines are of the format "UUID:catalog/path/for/assets:simple catalog name"

VERSION 1

"""
_NAMESPACE = uuid.UUID("6d0f1b0c-3d0a-5c36-9f0e-0f0a5d1a7c11")  # catalogs of the same path are the same in every file


def catalog_path(family: str) -> str:
    """The catalog of a family of the catalogue: `Diorama/Seating`."""
    return f"{ROOT}/{family.replace('_', ' ').capitalize()}"


def catalog_id(path: str) -> str:
    """The identifier of one of our catalogs."""
    return str(uuid.uuid5(_NAMESPACE, path))


def read_catalogs(folder: Path) -> dict[str, str]:
    """Identifier -> path of the catalogs of a library's folder; empty if it has none or they cannot be read."""
    try:
        text = (folder / FILE).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return {}
    fields = (line.strip().split(":") for line in text.splitlines() if not line.lstrip().startswith("#"))
    return {f[0].lower(): f[1].strip() for f in fields if len(f) >= 2}


def root_of_library(file: Path, libraries: Iterable[Path]) -> Path:
    """Where a file's catalogs are kept: the root of the asset library that it is in, else its own folder."""
    inside = [root for root in libraries if file.is_relative_to(root)]
    return max(inside, key=lambda p: len(p.parts), default=file.parent)


def add_catalogs(folder: Path, paths: Iterable[str]) -> bool:
    """Add what is missing of our catalogs to a folder's file, atomically; what is there stays. True if it changed. OSError."""
    known = read_catalogs(folder)
    missing = [p for p in sorted(set(paths)) if catalog_id(p) not in known]
    if not missing:
        return False
    target = folder / FILE
    before = target.read_bytes().decode("utf-8", "surrogateescape") if target.exists() else HEADER
    lines = "".join(f"{catalog_id(p)}:{p}:{p.replace('/', '-')}\n" for p in missing)
    partial = target.with_name(f".{FILE}.{os.getpid()}")
    try:
        partial.write_bytes((before + ("" if before.endswith("\n") else "\n") + lines).encode("utf-8", "surrogateescape"))
        os.replace(partial, target)
    finally:
        partial.unlink(missing_ok=True)
    return True

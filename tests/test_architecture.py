"""The import rules of the house that a linter cannot see, because they concern relative imports."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# folder -> folders of the package it must not import from
FORBIDDEN = {
    "model": {"scene", "operators", "panels", "training", "worker", "api", "cli"},
    "scene": {"operators", "panels", "training", "worker", "api", "cli"},
    "panels": {"training", "worker"},
    "operators": {"training"},
    "training": {"scene", "operators", "panels", "api", "cli"},
}
WRITERS_OF_DATA = {"scene", "operators", "cli.py"}  # who may touch bpy.data for writing


def imported(path: Path) -> set[str]:
    """Top-level folders of the package that a file imports from, relative imports resolved."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    out = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            base = parts[: len(parts) - node.level]
            full = (*base, *(node.module or "").split(".")) if node.module else base
            names = [full] if node.module else [(*full, a.name) for a in node.names]
            out.update(n[0] for n in names if n and n[0])
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("diorama."):
            out.add((node.module or "").split(".")[1])
    return out


@pytest.mark.parametrize("folder", sorted(FORBIDDEN))
def test_layers(folder: str) -> None:
    bad = []
    for path in sorted((ROOT / folder).rglob("*.py")):
        crossed = imported(path) & FORBIDDEN[folder]
        if path.is_relative_to(ROOT / "training" / "evaluation"):
            crossed -= {"api", "scene"}  # it judges the finished product
        bad += [f"{path.relative_to(ROOT)} imports {name}" for name in sorted(crossed)]
    assert not bad, "\n".join(bad)


def test_nothing_is_executed_from_data_and_nothing_global_is_random() -> None:
    bad = []
    for folder in ("model", "scene", "operators", "panels", "worker"):
        for path in (ROOT / folder).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
                if (
                    isinstance(node, ast.Call)
                    and isinstance(node.func, ast.Name)
                    and node.func.id in ("eval", "exec", "__import__")
                ):
                    bad.append(f"{path.relative_to(ROOT)}:{node.lineno} calls {node.func.id}")
                if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Attribute) and node.value.attr == "random":
                    if node.attr not in ("default_rng", "Generator", "SeedSequence"):
                        bad.append(f"{path.relative_to(ROOT)}:{node.lineno} uses numpy.random.{node.attr}")
                if isinstance(node, ast.Import) and any(a.name in ("random", "pickle") for a in node.names):
                    bad.append(f"{path.relative_to(ROOT)}:{node.lineno} imports random or pickle")
    assert not bad, "\n".join(bad)

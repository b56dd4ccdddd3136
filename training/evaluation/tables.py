"""The tables of docs/benchmarks.md: written between markers, so that the prose around them is a person's."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ...model.layout.design import WEIGHTS

# Published SceneEval figures, %: the best of all systems on each.
PUBLISHED = {
    "CNT": "35.6 (LayoutVLM)", "ATR": "28.5 (Holodeck)", "OOR": "11.5 (Holodeck)", "OAR": "37.3 (Holodeck)",
    "COL": "11.5 (LayoutGPT)", "SUP": "90.9 (ATISS)",
}  # fmt: skip
NAMES = {
    "CNT": "counts met (CNT)", "ATR": "attributes met (ATR)", "OOR": "relations among objects met (OOR)",
    "OAR": "relations to architecture met (OAR)",
}  # fmt: skip
SETS = {"given": "59 prompts by others", "own": "60 own", "new": "60 own, new", "first": "60 own, at first sight"}
PLACES = {
    "given": "59 prompts",
    "own": "own prompts",
    "new": "new prompts",
    "first": "at first sight",
    "tasks": "layout tasks",
    "rooms": "random rooms",
    "homes": "homes",
}


def table(head: Sequence[str], rows: Sequence[Sequence[Any]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(str(c) for c in line) + " |" for line in lines)


def following_table(sets: Mapping[str, dict[str, Any]]) -> str:
    """Constraints met by set of prompts, against what is published."""
    names = [s for s in SETS if s in sets]
    rows = []
    for kind, name in NAMES.items():
        cells = [f"{sets[s][kind]} ± {sets[s][f'{kind}_spread']} of {sets[s][f'{kind}_asked']}" for s in names]
        rows.append([name, *cells, PUBLISHED[kind]])
    rows.append(["rooms of the right type, of those asked for", *(sets[s].get("rooms_made", "–") for s in names), "–"])
    rows.append(["worlds, failed", *(f"{sets[s]['worlds']}, {sets[s]['failed']}" for s in names), "–"])
    return table(["%", *(SETS[s] for s in names), "best published"], rows)


def physical_table(sets: Mapping[str, dict[str, Any]]) -> str:
    """Collisions, bounds, support, free floor by set."""
    names = [s for s in PLACES if s in sets]
    lines = {
        "worlds": "worlds", "things": "things", "things a room": "things_per_room",
        "worlds with any collision": "worlds_with_collision",
        "things colliding, %": "COL", "things out of bounds": "out_of_bounds", "things supported, %": "SUP",
        "floor reachable (NAV), mean %": "NAV", "NAV, least %": "NAV_least", "things accessible (ACC), %": "ACC",
        "openings clear (OPC), %": "OPC", "doors blocked": "doors_blocked", "seconds a world, median": "seconds_median",
        "seconds, 95 %": "seconds_95",
    }  # fmt: skip
    return table(["", *(PLACES[s] for s in names)], [[name, *(sets[s][key] for s in names)] for name, key in lines.items()])


def design_table(sets: Mapping[str, dict[str, Any]]) -> str:
    """Median design score and terms, by where the rooms come from."""
    names = list(sets)
    rows = [[term, *("–" if sets[s][term] is None else f"{sets[s][term]:.2f}" for s in names)] for term in ("total", *WEIGHTS)]
    return table(["median", *(f"{s} ({sets[s]['rooms']})" for s in names)], rows)


def understanding_table(sets: Mapping[str, dict[str, float]]) -> str:
    """What is read out of the text, before anything is built."""
    names = [s for s in SETS if s in sets]
    wanted = {
        "objects F1": "objects_f1", "objects precision": "objects_precision", "objects recall": "objects_recall",
        "relations F1": "relations_f1", "relations precision": "relations_precision", "relations recall": "relations_recall",
        "counts": "counts", "attributes": "attributes", "room type": "rooms",
    }  # fmt: skip
    rows = [[name, *(f"{100 * sets[s][key]:.1f}" if key in sets[s] else "–" for s in names)] for name, key in wanted.items()]
    return table(["%", *(SETS[s] for s in names)], rows)


def timing_table(timing: Mapping[str, Any]) -> str:
    """Seconds, warm, one case at a time."""
    ten = timing["ten_rooms"]
    rows = [["a room, model only, median", "", timing["room_median"]]]
    rows += [[f"a home of {h['rooms']} rooms, model only", h["things"], h["seconds"]] for h in timing["homes"]]
    rows.append([f"a home of {ten['rooms']} rooms, dense, model", ten["things"], ten["model_seconds"]])
    if "build_seconds" in ten:
        rows.append(["its building in Blender, and its report", "", f"{ten['build_seconds']} + {ten['check_seconds']}"])
    return table(["", "things", "seconds"], rows)


def meshes_table(sets: Mapping[str, dict[str, Any]]) -> str:
    """The report on Blender's meshes by set."""
    names = list(sets)
    return table(
        ["on the meshes", *(PLACES[s] for s in names)], [[line, *(sets[s][line] for s in names)] for line in sets[names[0]]]
    )


def insert(path: Path, parts: Mapping[str, str]) -> None:
    """Replace what stands between `<!-- begin NAME -->` and `<!-- end NAME -->`. ValueError if a marker is missing."""
    text = path.read_text(encoding="utf-8")
    for name, body in parts.items():
        pattern = re.compile(rf"(<!-- begin {name} -->\n).*?(<!-- end {name} -->)", re.S)
        if not pattern.search(text):
            raise ValueError(f"{path.name} has no place for the table {name!r}")
        text = pattern.sub(lambda m, body=body: f"{m[1]}{body}\n{m[2]}", text)  # type: ignore[misc]
    path.write_text(text, encoding="utf-8")

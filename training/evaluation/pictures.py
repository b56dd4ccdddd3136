"""Contact sheets of the best, the median and the worst worlds of an evaluation."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PIL import Image

from ..pictures import contact_sheet, draw_plan
from .figures import score
from .run import kept

COLUMNS, ROWS = 4, 2
WIDTH = 1200  # pixels of a sheet that goes into the documents


def title_of(row: dict[str, Any]) -> str:
    """What stands over a plan: the case, constraints met, design score."""
    verdicts = row.get("verdicts", [])
    met = f", {sum(v['met'] for v in verdicts)} of {len(verdicts)} met" if verdicts else ""
    design = sum(d["total"] for d in row["design"]) / max(len(row["design"]), 1)
    return f"{row['key']}{met}, design {design:.2f}"


def sheet(rows: Sequence[dict[str, Any]], folder: Path, columns: int = COLUMNS) -> Image.Image:
    """Plans of these worlds."""
    return contact_sheet([draw_plan(kept(folder / f"{r['key']}.json.gz")[0], 720, title=title_of(r)) for r in rows], columns)


def sheets(rows: Sequence[dict[str, Any]], folder: Path, images: Path, out: Path) -> None:
    """`eval_best.png`, `eval_median.png`, `eval_worst.png` of prompts, homes of the median; larger ones in `out`."""
    good = [r for r in rows if "figures" in r]
    n = COLUMNS * ROWS
    images.mkdir(parents=True, exist_ok=True)
    groups = {"": [r for r in good if "verdicts" in r and r["seed"] == 0], "_homes": [r for r in good if r["group"] == "homes"]}
    rooms = [r for r in good if r["group"] == "rooms"]
    for name, key in (("nav", lambda r: r["figures"]["NAV"]), ("design", lambda r: r["design"][0]["total"])):
        if rooms:
            sheet(sorted(rooms, key=key)[:n], folder).save(out / f"eval_worst_rooms_{name}.png")
    for name, mine in groups.items():
        ordered = sorted(mine, key=score, reverse=True)
        middle = max(len(ordered) // 2 - n // 2, 0)
        for which, some in (("best", ordered[:n]), ("median", ordered[middle : middle + n]), ("worst", ordered[-n:])):
            if not some:
                continue
            picture = sheet(some, folder)
            picture.save(out / f"eval_{which}{name}.png")
            if not name or which == "median":
                size = (WIDTH, round(picture.height * WIDTH / picture.width))
                small = picture.resize(size, Image.Resampling.LANCZOS).quantize(64)
                small.save(images / f"eval_{which}{name}.png", optimize=True)

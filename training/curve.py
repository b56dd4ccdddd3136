"""Draw a training curve as SVG.

python -m diorama.training.curve --curve runs/layout/curve.json --out docs/layout_curve.svg
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path

WIDTH, HEIGHT, PAD = 760, 300, 46
COLOURS = {"pose": "#b5542f", "next": "#2f6db5", "size": "#4d8a3d"}
NAMES = {"pose": "pose, nats (m², rad)", "next": "next kind, nats", "size": "size, nats (normalised)"}


def svg(rows: list[dict[str, float]]) -> str:
    """Training losses as thin lines, validation losses as dots, over steps."""
    last = rows[-1]["step"]
    values = [r[k] for r in rows for k in COLOURS]
    low, high = min(*values, -2.0), min(max(values), 3.2)

    def at(step: float, value: float) -> str:
        x = PAD + step / last * (WIDTH - 2 * PAD)
        y = HEIGHT - PAD - (min(value, high) - low) / (high - low) * (HEIGHT - 2 * PAD)
        return f"{x:.1f},{y:.1f}"

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">']
    out.append(f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>')
    for tick in range(int(low), int(high) + 1):
        y = at(0, tick).split(",")[1]
        out.append(f'<line x1="{PAD}" x2="{WIDTH - PAD}" y1="{y}" y2="{y}" stroke="#ddd"/>')
        out.append(f'<text x="{PAD - 24}" y="{y}">{tick}</text>')
    for i, (key, colour) in enumerate(COLOURS.items()):
        points = " ".join(at(r["step"], r[key]) for r in rows)
        out.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="1.2" opacity="0.6"/>')
        for r in rows:
            if f"val_{key}" in r:
                x, y = at(r["step"], r[f"val_{key}"]).split(",")
                out.append(f'<circle cx="{x}" cy="{y}" r="3" fill="{colour}"/>')
        out.append(f'<text x="{WIDTH - 230}" y="{24 + 16 * i}" fill="{colour}">{NAMES[key]}</text>')
    note = f"steps (0 to {last:.0f}); lines: training views, dots: validation rooms"
    out.append(f'<text x="{PAD}" y="{HEIGHT - 12}">{note}</text></svg>')
    return "\n".join(out) + "\n"


def main(argv: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--curve", type=Path, default=Path("runs/layout/curve.json"))
    parser.add_argument("--out", type=Path, default=Path("docs/layout_curve.svg"))
    options = parser.parse_args(argv)
    options.out.write_text(svg(json.loads(options.curve.read_text(encoding="utf-8"))), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

"""Pets: a cat and a dog, sitting."""

from __future__ import annotations

from ._things import Any, Asset, Floats, Generator, Pieces, kit, np, pick, solid, thing, turn
from .props import chance, done, fit

_ALL: list[Generator] = []

COATS = {
    "cat": (
        ("#2a2725", "#2a2725"),
        ("#8b8680", "#e8e3da"),
        ("#c27a3c", "#ecd9bd"),
        ("#e9e4da", "#f3efe8"),
        ("#6d655c", "#b9ab97"),
    ),
    "dog": (
        ("#c99a5b", "#ead3ab"),
        ("#5b3d29", "#a87b52"),
        ("#2b2827", "#a06a3c"),
        ("#e8dcc6", "#f2ebdf"),
        ("#8d7a66", "#d9cbb5"),
    ),
}


def _limb(points: Any, radii: Any, slot: str = "coat", segments: int = 12) -> Pieces:
    """A soft limb along a curve, its ends rounded by balls."""
    path = kit.smooth_path(points, 5)
    r: Floats = np.interp(np.linspace(0, 1, len(path)), np.linspace(0, 1, len(radii)), radii)
    ends = [kit.ellipsoid((2 * q, 2 * q, 2 * q), tuple(at), slot, segments, 8) for q, at in ((r[0], path[0]), (r[-1], path[-1]))]
    return [kit.tube(path, r, slot, segments), *ends]


def _body(long: float) -> Pieces:
    """What a sitting cat and a sitting dog have in common; `long` lengthens the legs. About one unit high, facing -Y."""
    ball = kit.ellipsoid
    out: Pieces = [
        ball((0.44, 0.5, 0.42), (0, 0.15, 0.21), "coat", 20, 14),
        *_limb([(0, 0.16, 0.24), (0, 0.05, 0.42), (0, -0.07, 0.6), (0, -0.1, 0.72)], (0.2, 0.185, 0.14, 0.1)),
        ball((0.2, 0.16, 0.3), (0, -0.13, 0.52), "pale", 14, 10),
    ]
    for s in (-1, 1):
        out += _limb([(s * 0.09, -0.09, 0.46), (s * 0.085, -0.16, 0.24), (s * 0.085, -0.17, 0.05)], (0.075, 0.05, 0.042))
        out.append(ball((0.1, 0.15 + 0.04 * long, 0.07), (s * 0.087, -0.2, 0.035), "pale", 10, 7))
        out.append(ball((0.17, 0.36, 0.3), (s * 0.17, 0.1, 0.17), "coat", 14, 10))
        out.append(ball((0.11, 0.27, 0.08), (s * 0.2, -0.06, 0.04), "pale", 12, 7))
    return out


def _cat() -> Pieces:
    ball = kit.ellipsoid
    out = _body(0.0)
    out += [
        ball((0.28, 0.25, 0.24), (0, -0.14, 0.8), "coat", 18, 12),
        ball((0.13, 0.1, 0.085), (0, -0.245, 0.765), "pale", 12, 8),
    ]
    out.append(ball((0.03, 0.02, 0.02), (0, -0.292, 0.782), "nose", 8, 6))
    out += _limb([(0, 0.36, 0.06), (0.2, 0.32, 0.05), (0.31, 0.12, 0.045), (0.27, -0.12, 0.04)], (0.045, 0.045, 0.04, 0.03))
    for s in (-1, 1):
        out += turn(solid([(0.07, 0), (0.045, 0.07), (0.005, 0.15)], "coat", 10), y=s * 0.3, at=(s * 0.085, -0.12, 0.87))
        out.append(ball((0.04, 0.02, 0.045), (s * 0.065, -0.252, 0.82), "eye", 10, 8))
        out.append(ball((0.012, 0.012, 0.034), (s * 0.065, -0.26, 0.82), "pupil", 8, 6))
    return out


def _dog() -> Pieces:
    ball = kit.ellipsoid
    out = _body(1.0)
    out += [ball((0.26, 0.28, 0.24), (0, -0.13, 0.84), "coat", 18, 12)]
    out += _limb([(0, -0.2, 0.8), (0, -0.28, 0.785), (0, -0.36, 0.78)], (0.085, 0.075, 0.06), "pale")
    out.append(ball((0.06, 0.045, 0.045), (0, -0.415, 0.805), "nose", 10, 8))
    out += _limb([(0, 0.38, 0.07), (0.05, 0.5, 0.06), (0.14, 0.56, 0.1)], (0.045, 0.035, 0.02))
    for s in (-1, 1):
        out += turn(ball((0.06, 0.13, 0.25), (0, 0, 0), "ear", 12, 9), y=s * -0.25, at=(s * 0.145, -0.1, 0.8))
        out.append(ball((0.035, 0.025, 0.035), (s * 0.06, -0.25, 0.87), "pupil", 10, 8))
    return out


@thing(_ALL, {"cat": (0.24, 0.3, 0.36), "dog": (0.3, 0.5, 0.56)}, tint=range(0, 5))
def pet(p: Any) -> Asset:
    """A sitting cat with its tail about its feet, or a sitting dog with hanging ears."""
    coat, pale = COATS[p.kind][p.tint]
    iris = pick(chance(p), ("#c8a238", "#7fa05a", "#6f93a8"))
    slots = {
        "coat": f"fabric:{coat}",
        "pale": f"fabric:{pale}",
        "ear": f"fabric:{coat}",
        "nose": "plastic:#5c3f3a" if p.kind == "cat" else "plastic:#1c1a19",
        "eye": f"plastic:{iris}",
        "pupil": "plastic:#0f0e0d",
    }
    made = _cat() if p.kind == "cat" else _dog()
    return done("pet", p, fit(made, (p.width, p.depth, p.height)), slots)


GENERATORS = tuple(_ALL)

"""Fronts that stand open: doors turned on their hinges and slid aside, so that what is behind them is seen."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ....model.assets import Box, Surface
from ..asset import Asset, Motion, Part, Vec3
from ..kit import Floats

AJAR = np.pi / 2  # of a door that stands open; square to the case, so that its bins stay level rectangles


def opened(made: Asset, names: Sequence[str] = ()) -> Asset:
    """A closed thing with the doors named (all if none are) standing open; drawers stay in.

    The thing grows by its open doors, its origin stays that of the contract, and its motions keep their range.
    """
    parts = [_open(p) if _is_door(p) and (not names or p.name in names) else p for p in made.parts]
    moved = [p for p, was in zip(parts, made.parts, strict=True) if p is not was]
    if not moved:
        return made
    still = [made.mesh.vertices, *(p.mesh.vertices + p.origin for p in parts if all(p is not q for q in moved))]
    lo, hi = (f(np.concatenate(still), axis=0) for f in (np.min, np.max))
    solids = [Box(_vec(np.maximum(b.lower, lo)), _vec(np.minimum(b.upper, hi))) for b in made.solids]
    solids = [b for b in solids if all(u > l for l, u in zip(b.lower, b.upper, strict=True))]
    leaves = [p.mesh.vertices + p.origin for p in moved]
    solids += [Box(_vec(v.min(0)), _vec(v.max(0))) for v in leaves]
    lo, hi = np.minimum(lo, np.min([v.min(0) for v in leaves], 0)), np.maximum(hi, np.max([v.max(0) for v in leaves], 0))
    shift = np.array([-(lo[0] + hi[0]) / 2, -(lo[1] + hi[1]) / 2, 0.0])
    if np.isclose(made.mesh.vertices[:, 1].max(), 0.0, atol=1e-6):  # hung on a wall
        shift[1:] = -hi[1], 0.0

    def at(v: Sequence[float] | Floats) -> Vec3:
        return _vec(np.asarray(v) + shift)

    return made._replace(
        mesh=made.mesh._replace(vertices=made.mesh.vertices + shift),
        size=_vec(hi - lo),
        surfaces=tuple(_carried(s, made.parts, parts, shift) for s in made.surfaces),
        solids=tuple(Box(at(b.lower), at(b.upper)) for b in solids),
        emitters=tuple(e._replace(position=at(e.position)) for e in made.emitters),
        parts=tuple(p._replace(origin=at(p.origin)) for p in parts),
    )


def _carried(s: Surface, closed: Sequence[Part], parts: Sequence[Part], shift: Floats) -> Surface:
    """A surface in the opened thing: those named after a door (`door 1 bin 2`) are on it and turn with it."""
    ends = np.array([[s.x0, s.y0, s.z], [s.x1, s.y1, s.z]])
    for was, now in zip(closed, parts, strict=True):
        if was is not now and s.name.startswith(f"{was.name} ") and was.motion is not None and now.motion is not None:
            ends = (ends - was.origin) @ _about(was.motion.axis, was.motion.lower - now.motion.lower).T + now.origin
    (x0, y0, z), (x1, y1, _) = ends.min(0) + shift, ends.max(0) + shift
    return s._replace(x0=float(x0), y0=float(y0), x1=float(x1), y1=float(y1), z=float(z), hidden=False)


def _is_door(p: Part) -> bool:
    return p.motion is not None and (p.motion.kind == "hinge" or abs(p.motion.axis[0]) > 0.5)


def _open(p: Part) -> Part:
    """A door at its open place: square to where it was, or slid aside; its limits are seen from there."""
    assert p.motion is not None
    kind, axis, lower, upper = p.motion
    far = upper if upper > -lower else lower
    amount = float(np.sign(far) * min(abs(far), AJAR))
    v, n = p.mesh.vertices, p.mesh.normals
    origin = np.asarray(p.origin)
    if kind == "hinge":
        turn = _about(axis, amount)
        v, n = v @ turn.T, n @ turn.T
    else:
        origin = origin + np.asarray(axis) * amount
    return Part(p.name, p.mesh._replace(vertices=v, normals=n), _vec(origin), Motion(kind, axis, lower - amount, upper - amount))


def _about(axis: Vec3, angle: float) -> Floats:
    """Rotation by an angle (radians) about a unit axis. (3, 3)"""
    x, y, z = axis
    k = np.array([[0.0, -z, y], [z, 0.0, -x], [-y, x, 0.0]])
    return np.asarray(np.eye(3) + np.sin(angle) * k + (1.0 - np.cos(angle)) * k @ k)


def _vec(v: Sequence[float] | Floats) -> Vec3:
    x, y, z = (float(c) for c in v)
    return (x, y, z)


__all__ = ["opened"]

"""The design score of layout records."""

from __future__ import annotations

from ...model.layout.design import Design, DesignOpening, design, things_of
from ..corpora.records import LayoutRoom


def design_of_layout(room: LayoutRoom) -> Design:
    """Score a record; ValueError if its source gives it no outline."""
    openings = [DesignOpening(o.kind, (o.x0, o.y0), (o.x1, o.y1), o.sill, o.sill + o.height) for o in room.openings]
    rows = [(o.category, o.x, o.y, o.z, o.w, o.d, o.h, o.yaw, o.support) for o in room.objects]
    return design(room.polygon, openings, things_of(rows), room.type, room.height)

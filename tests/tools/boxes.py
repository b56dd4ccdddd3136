"""An asset library of plain boxes with a top to stand on: lets layout be tested without any generator."""

from __future__ import annotations

from diorama.model.assets import Blueprint, Box, Surface
from diorama.model.catalogue import category, is_a


class BoxLibrary:
    """Every category is a box of its typical size; tables have room for knees."""

    def sample(self, category_name, rng, size=(None, None, None), style="", attributes=()):
        c = category(category_name)
        w, d, h = (float(s if s is not None else t) for s, t in zip(size, c.size, strict=True))
        return self._made(category_name, (w, d, h), "mount_hung_on" in attributes, "mount_from_ceiling" in attributes)

    def blueprint(self, generator, params):
        return self._made(generator, (params["w"], params["d"], params["h"]), params["hung"], params["ceiling"])

    def _made(self, name, size, hung, ceiling):
        w, d, h = size
        y0, z0 = (-d, -h / 2) if hung else ((-d / 2, -h) if ceiling else (-d / 2, 0.0))
        whole = Box((-w / 2, y0, z0), (w / 2, y0 + d, z0 + h))
        solids = (whole,)
        if is_a(name, "table") or is_a(name, "dining_table"):
            solids = (Box((-w / 2, -d / 2, h - 0.1), (w / 2, d / 2, h)), Box((-0.05, -0.05, 0), (0.05, 0.05, h - 0.1)))
        surfaces = (Surface("top", "on", -w / 2 + 0.02, y0 + 0.02, w / 2 - 0.02, y0 + d - 0.02, z0 + h),)
        return Blueprint(
            name, {"w": w, "d": d, "h": h, "hung": hung, "ceiling": ceiling}, size, solids, surfaces, {"body": "wood"}
        )

"""Things to sit on: the chairs with frames (`_chairs`) and the upholstered ones (`_sofas`)."""

from __future__ import annotations

from . import _chairs, _sofas

GENERATORS = (*_chairs.GENERATORS, *_sofas.GENERATORS)

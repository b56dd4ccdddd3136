"""Layout: from a brief and an empty room to things at poses."""

from .arrange import Draft, lay_out

__all__ = ["Draft", "lay_out"]

"""Named moods of the light: a height of the sun with weather, lamps and exposure that go together."""

from __future__ import annotations

from dataclasses import dataclass

FLAME_KELVIN = 2000.0  # a lamp at or below this is a flame, which nobody dims


@dataclass(frozen=True, slots=True)
class Mood:
    """`elevation` is the sun's, in degrees, before noon or after; `fixtures` None lets the daylight decide.

    `level` and `kelvin` dim and warm all lamps but flames, `panel_lux` is the light of soft panels under the ceiling, `stops`
    is added to the exposure that fits the room, and daylight of `white` kelvin looks white.
    """

    label: str
    text: str
    elevation: float
    evening: bool = False
    weather: str = "clear"
    fixtures: bool | None = None
    level: float = 1.0
    kelvin: float = 10000.0
    panel_lux: float = 0.0
    stops: float = 0.0
    white: float = 6500.0


MOODS = {
    "bright_morning": Mood(
        "Bright Morning", "Clear sky, the sun through the window, lamps off", 32.0, fixtures=False, stops=-0.35, white=6000.0
    ),
    "overcast": Mood("Overcast", "Soft grey daylight without shadows", 40.0, weather="overcast", stops=-0.4, white=5300.0),
    "golden_hour": Mood("Golden Hour", "Low warm sun through the window, an hour before sunset", 8.0, True, white=6900.0),
    "dusk": Mood("Dusk", "Blue light outside after sunset, lamps on", -6.0, True, fixtures=True),
    "night": Mood("Night", "Lamps alone", -18.0, True, fixtures=True),
    "candle_lit": Mood(
        "Candle-Lit",
        "Night; candles lead, all other lamps are all but out",
        -18.0,
        True,
        fixtures=True,
        level=0.015,
        kelvin=2000.0,
        stops=0.4,
    ),
    "studio": Mood(
        "Studio",
        "Neutral soft panels under the ceiling, as for a catalogue",
        50.0,
        weather="overcast",
        fixtures=False,
        panel_lux=900.0,
        stops=0.6,
        white=5000.0,
    ),
}


def mood_named(text: str) -> str:
    """The mood that words mean (`golden hour`, `candle-lit`); '' if there is no such."""
    key = text.strip().lower().replace("-", "_").replace(" ", "_")
    plain = {name.replace("_", ""): name for name in MOODS}
    return plain.get(key.replace("_", ""), "")


def dimmed(mood: str, lumen: float, kelvin: float) -> tuple[float, float]:
    """What a lamp of so many lumens and kelvin gives in a mood."""
    m = MOODS.get(mood)
    if m is None or m.level == 1.0 or kelvin <= FLAME_KELVIN:
        return lumen, kelvin
    return lumen * m.level, min(kelvin, m.kelvin)


def lamp_level(mood: str) -> float:
    """The share of their light that lamps give in a mood."""
    return MOODS[mood].level if mood in MOODS else 1.0


def panel_lux(mood: str) -> float:
    """The light of a mood's soft panels."""
    return MOODS[mood].panel_lux if mood in MOODS else 0.0

"""Sun, sky, lamps and exposure for a time of day, without bpy.

Blender's watts are counted as 683 lm each throughout (lamps, sun, sky): the peak luminous efficacy that defines the lumen, and
the factor with which Blender's own glTF exporter turns watts into lumens, candelas and lux. Since sun and lamps use the same
factor, their balance is right, and an exported scene carries true photometric values.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import NamedTuple

import numpy as np

from ..geometry import polygon_area
from ..graph.types import Environment, Light, Opening, Room, Vec2, Vec3
from .moods import MOODS, lamp_level, panel_lux

LUMEN_PER_WATT = 683.0
DAY_OF_YEAR = 121  # first of May: the sun neither high nor low
FILL = 3.0  # times less daylight in rooms without windows than in the main room
ADAPTATION, ADAPT_MOST = 0.8, 2.5  # share of the difference between rooms that exposure evens out, and stops at most
LOW_SUN = 1.9  # stops by which a low sun is held back: its patches, exposed for the walls beside them, would be white
CURTAINED = 0.7  # share of a window's light that drawn-back curtains let in

WEATHERS = ("clear", "cloudy", "overcast", "rain", "fog", "snow", "storm")
_WEATHER_WORDS = {
    "sunny": "clear",
    "bright": "clear",
    "fair": "clear",
    "partly cloudy": "cloudy",
    "hazy": "cloudy",
    "grey": "overcast",
    "gray": "overcast",
    "dull": "overcast",
    "gloomy": "overcast",
    "rainy": "rain",
    "raining": "rain",
    "stormy": "storm",
    "thunderstorm": "storm",
    "foggy": "fog",
    "misty": "fog",
    "snowy": "snow",
    "snowing": "snow",
}
# Moods that want lamplight, and moods that want plenty of light.
_DIM = (
    "cosy",
    "cozy",
    "romantic",
    "intimate",
    "dim",
    "moody",
    "candlelit",
    "dark",
    "mysterious",
    "spooky",
    "dramatic",
    "noir",
    "gloomy",
)
_BRIGHT = ("bright", "airy", "fresh", "sunny", "cheerful", "clean", "light")


def solar_position(hour: float, latitude: float, day: int = DAY_OF_YEAR) -> tuple[float, float]:
    """Elevation and azimuth (clockwise from north) of the sun, radians, at solar time `hour` and `latitude` in degrees.

    Declination by Cooper (1969); good to about half a degree.
    """
    declination = math.radians(23.45) * math.sin(2 * math.pi * (284 + day) / 365)
    lat, angle = math.radians(latitude), math.radians(15 * (hour - 12))
    s = math.sin(lat) * math.sin(declination) + math.cos(lat) * math.cos(declination) * math.cos(angle)
    elevation = math.asin(min(max(s, -1.0), 1.0))
    azimuth = math.atan2(math.sin(angle), math.cos(angle) * math.sin(lat) - math.tan(declination) * math.cos(lat)) + math.pi
    return elevation, azimuth % (2 * math.pi)


def hour_at(elevation: float, latitude: float, evening: bool) -> float:
    """The solar time at which the sun has an elevation (radians) before or after noon; noon or midnight where it never has."""
    low, high = 0.0, 12.0  # hours from noon, in which the sun only sinks
    for _ in range(40):
        middle = (low + high) / 2
        low, high = (middle, high) if solar_position(12 + middle, latitude)[0] > elevation else (low, middle)
    return round(12 + low if evening else 12 - low, 2) % 24


def sun_vector(elevation: float, azimuth: float, north: float = 0.0) -> Vec3:
    """Unit vector towards the sun. `north` is the world's north, counter-clockwise from +Y."""
    a = math.pi / 2 + north - azimuth
    return (math.cos(elevation) * math.cos(a), math.cos(elevation) * math.sin(a), math.sin(elevation))


def north_for(outward: Vec2, hour: float, latitude: float = 45.0, aside: float = 0.7) -> float:
    """The north that puts the sun `aside` radians beside the direction in which a window looks out, so that it shines in."""
    _, azimuth = solar_position(hour, latitude)
    wanted = math.atan2(outward[1], outward[0]) + aside
    return (wanted + azimuth - math.pi / 2 + math.pi) % (2 * math.pi) - math.pi


def sky_illuminance(elevation: float, weather: str = "clear") -> float:
    """Horizontal lux from the sky without the sun. Daylight after the IES formulas (RP-21), twilight from usual tables."""
    s = math.sin(max(elevation, 0.0))
    day = {
        "clear": 800 + 15500 * math.sqrt(s),
        "cloudy": 300 + 36000 * s,
        "overcast": 300 + 21000 * s,
        "fog": 300 + 18000 * s,
        "snow": 300 + 24000 * s,
        "rain": 250 + 12000 * s,
        "storm": 150 + 6000 * s,
    }[weather]
    if elevation >= 0:
        return day
    # log-linear down to the end of nautical twilight, and on to a town's night sky
    degrees, logs = (-18.0, -9.0, 0.0), (math.log(0.08), math.log(3.0), math.log(day))
    return float(math.exp(np.interp(math.degrees(elevation), degrees, logs)))


def sun_illuminance(elevation: float, weather: str = "clear") -> float:
    """Lux on a surface facing the sun (RP-21: extinction 0.21 clear, 0.80 partly cloudy)."""
    if elevation <= math.radians(0.5) or weather not in ("clear", "cloudy"):
        return 0.0
    extinction = 0.21 if weather == "clear" else 0.8
    return 127500.0 * math.exp(-extinction / math.sin(elevation))


def sun_kelvin(elevation: float) -> float:
    """Correlated colour temperature of direct sun: about 2200 K at the horizon, 5500 K high up."""
    return 2200.0 + 3300.0 * (1 - math.exp(-max(elevation, 0.0) / 0.21))


def low_sun(environment: Environment) -> float:
    """How much the light is that of a golden hour, 0 to 1: a clear sky and a sun so low that its warm patches are the picture."""
    if environment.weather != "clear" or environment.sun_elevation <= 0:
        return 0.0
    return float(np.interp(math.degrees(environment.sun_elevation), (0.0, 3.0, 9.0, 16.0), (0.5, 1.0, 1.0, 0.0)))


def read_weather(text: str) -> str:
    """The weather that a word means; `clear` if it says nothing."""
    w = text.strip().lower()
    return w if w in WEATHERS else _WEATHER_WORDS.get(w, "clear")


def indoor_illuminance(environment: Environment, glazing: float = 0.15) -> float:
    """Rough mean lux of daylight in a room whose glass is `glazing` of its floor area.

    What the window's face receives (an overcast sky is three times darker at the horizon than above; the ground returns a
    fifth), times glazing and a factor fitted to renders of furnished rooms; and the sun's patches on the floor.
    """
    e, weather = environment.sun_elevation, environment.weather
    sky, sun = sky_illuminance(e, weather), sun_illuminance(e, weather)
    face = (0.8 if weather in ("clear", "cloudy") else 0.42) * sky + 0.1 * (sky + sun * max(math.sin(e), 0.0))
    return glazing * (0.116 * face + 0.02 * sun * max(math.cos(e), 0.0))


def fixture_illuminance(lumen: float, area: float) -> float:
    """Mean lux of lamps of so many lumens together in a room of `area` square metres (utilisation 0.4, as of shaded lamps)."""
    return 0.4 * lumen / max(area, 1.0)


def exposure_for(environment: Environment, glazing: float = 0.15, fixture_lux: float = 90.0, albedo: float = 0.6) -> float:
    """Exposure in stops that puts a room's pale walls a little above middle grey in the view.

    Dark rooms (`albedo` is the mean reflectance of the surfaces) are opened up half way, so that they stay dark rooms.
    """
    lamps = fixture_lux * lamp_level(environment.mood) if environment.fixtures_on else 0.0
    lux = indoor_illuminance(environment, glazing) + lamps + panel_lux(environment.mood)
    radiance = max(lux, 4.0) * 0.65 / math.pi / LUMEN_PER_WATT
    stops = math.log2(0.2 / radiance)
    dark = min(max(albedo, 0.05), 0.9)
    stops += 0.55 * math.log2((0.6 / (1 - 0.6 * 0.6)) / (dark / (1 - 0.6 * dark)))
    mood = environment.mood.lower()
    if mood in MOODS:
        stops += MOODS[mood].stops
    elif any(w in mood for w in _DIM):
        stops -= 0.4
    elif any(w in mood for w in _BRIGHT):
        stops += 0.3
    stops -= LOW_SUN * low_sun(environment)
    if environment.sun_elevation < 0:
        stops += 0.15  # lamps leave pools of shadow
    return round(min(max(stops, -4.0), 8.0), 2)


def environment_for(
    hour: float | None = None,
    latitude: float = 45.0,
    weather: str = "",
    mood: str = "",
    north: float = 0.0,
    glazing: float = 0.15,
    fixture_lux: float = 90.0,
    fixtures: bool | None = None,
    albedo: float = 0.6,
) -> Environment:
    """The environment of an hour (solar time; None means late morning, or evening for a mood that wants lamplight).

    `glazing` is window area over floor area, `fixture_lux` the mean light of the lamps when on, `albedo` the room's mean
    reflectance (`Look.albedo`): with them the exposure fits the room. `fixtures` forces lamps on or off; otherwise they are
    on at dusk, at night, in dull weather and dim moods.
    """
    dim = any(w in mood.lower() for w in _DIM)
    hour = (20.5 if dim else 10.5) if hour is None else hour % 24
    elevation, azimuth = solar_position(hour, latitude)
    e = Environment(hour, latitude, north, elevation, azimuth, read_weather(weather), mood)
    on = fixtures if fixtures is not None else dim or indoor_illuminance(e, glazing) < 3.0 * fixture_lux
    e = replace(e, fixtures_on=on)
    return replace(e, exposure=exposure_for(e, glazing, fixture_lux, albedo))


def flames_burn(environment: Environment) -> bool:
    """Whether candles are lit: with the lamps after sunset, or by day where the mood asks for them."""
    mood = environment.mood.lower()
    return environment.fixtures_on and (environment.sun_elevation < 0 or "candle" in mood or any(w in mood for w in _DIM))


class Fit(NamedTuple):
    """What of a room decides its exposure: window over floor area, the lux of its lamps when on, and its mean reflectance."""

    glazing: float
    fixture_lux: float
    albedo: float


def fit_of(room: Room, lumen: float, curtained: bool, albedo: float) -> Fit:
    """The fit of a room whose lamps give so many lumens together."""
    lux = fixture_illuminance(lumen, polygon_area(room.polygon))
    return Fit(glazing_of(room) * (CURTAINED if curtained else 1.0), max(lux, 20.0), albedo)


class Adapted(NamedTuple):
    """By how much a room's view differs from the main room's: stops of exposure, and kelvin of the light that looks white."""

    stops: float = 0.0
    kelvin: float = 0.0


def adapted(environment: Environment, room: Room, fit: Fit, main: Fit) -> Adapted:
    """How a picture of a room of a home is taken otherwise than one of the main room: most of the difference of their light is
    evened out, since a hall should look a little darker than a living room.

    A room without windows has the light of its fill and of its lamps, which burn all day.
    """
    e = environment
    if not any(o.kind == "window" for o in room.openings):
        e, fit = replace(e, fixtures_on=True), fit._replace(glazing=main.glazing / FILL)
    stops = ADAPTATION * (exposure_for(e, *fit) - exposure_for(environment, *main))
    kelvin = white_kelvin(e, *fit[:2]) - white_kelvin(environment, *main[:2])
    return Adapted(round(min(max(stops, -ADAPT_MOST), ADAPT_MOST), 2), round(kelvin))


def outlook(room: Room) -> Vec2 | None:
    """The direction in which the largest window looks out."""
    windows = [o for o in room.openings if o.kind == "window"]
    if not windows:
        return None
    o = max(windows, key=lambda w: w.width * w.height)
    a, b = room.polygon[o.wall], room.polygon[(o.wall + 1) % len(room.polygon)]
    return (b[1] - a[1], a[0] - b[0])


def relit(
    now: Environment,
    room: Room,
    fit: Fit,
    mood: str = "",
    *,
    hour: float | None = None,
    weather: str = "",
    north: float | None = None,
    latitude: float | None = None,
    fixtures: bool | None = None,
) -> Environment:
    """The environment with some of it changed, exposed for the room. A mood's sun shines in unless `north` is given.

    Another hour or weather ends a named mood; lamps follow the light unless `fixtures` says otherwise or only the sun turns.
    """
    latitude = now.latitude if latitude is None else latitude
    if mood:
        m = MOODS[mood]
        hour = hour_at(math.radians(m.elevation), latitude, m.evening) if hour is None else hour
        weather = weather or m.weather
        out = outlook(room)
        if north is None and out is not None and m.elevation > 0:
            north = north_for(out, hour, latitude)
        if fixtures is None and m.fixtures is not None:
            fixtures = m.fixtures or fit.glazing == 0
    else:
        same = hour is None and not weather
        mood = now.mood if same or now.mood not in MOODS else ""
        if fixtures is None and same and latitude == now.latitude:
            fixtures = now.fixtures_on
    return environment_for(
        now.hour if hour is None else hour,
        latitude,
        weather or now.weather,
        mood,
        now.north if north is None else north,
        fixtures=fixtures,
        **fit._asdict(),
    )


def white_kelvin(environment: Environment, glazing: float = 0.15, fixture_lux: float = 90.0) -> float:
    """The light that should look nearly white: daylight, or half way to the lamps as far as they light the room."""
    m = MOODS.get(environment.mood)
    noon = m.white if m is not None else 6500.0
    if not environment.fixtures_on:
        return noon
    day = indoor_illuminance(environment, glazing)
    lamps = fixture_lux * lamp_level(environment.mood)
    share = lamps / (lamps + day)
    warm = min(2850.0, 1.1 * m.kelvin) if m is not None else 2850.0
    mired = (1 - 0.7 * share) * 1e6 / noon + 0.7 * share * 1e6 / warm  # leave lamplight warm
    return 1e6 / mired


def glazing_of(room: Room) -> float:
    """Window area over floor area."""
    p = room.polygon
    area = abs(sum(p[i][0] * p[(i + 1) % len(p)][1] - p[(i + 1) % len(p)][0] * p[i][1] for i in range(len(p)))) / 2
    return sum(o.width * o.height for o in room.openings if o.kind == "window") / max(area, 0.1)


def lights_for(environment: Environment, rooms: Sequence[Room]) -> tuple[Light, ...]:
    """The lights without a body: the sun, when it is up, and a portal in front of every window."""
    out: list[Light] = []
    e = environment
    power = sun_illuminance(e.sun_elevation, e.weather) / LUMEN_PER_WATT
    if power > 0:
        to_sun = sun_vector(e.sun_elevation, e.sun_azimuth, e.north)
        at = (20 * to_sun[0], 20 * to_sun[1], 20 * to_sun[2])
        soft = 0.0093 if e.weather == "clear" else 0.06
        out.append(
            Light("sun", "Sun", "sun", at, (-to_sun[0], -to_sun[1], -to_sun[2]), power, sun_kelvin(e.sun_elevation), (soft, soft))
        )
    for room in rooms:
        windows = [o for o in room.openings if o.kind == "window"]
        out += [_portal(room, o, k + 1) for k, o in enumerate(windows)]
    return tuple(out)


def all_lights(environment: Environment, rooms: Sequence[Room], glazing: float) -> tuple[Light, ...]:
    """Every light without a body of one room or a home; `glazing` is that of its main room."""
    fills = fill_lights(environment, rooms, glazing) if len(rooms) > 1 else ()
    return (*lights_for(environment, rooms), *fills, *studio_lights(environment, rooms))


def studio_lights(environment: Environment, rooms: Sequence[Room]) -> tuple[Light, ...]:
    """Two soft panels under each ceiling, the key twice as strong as the fill, where the mood has such."""
    lux = panel_lux(environment.mood)
    out = []
    for room in rooms if lux else ():
        area, depth, place = _panel_place(room)
        for name, u, v, share in (("key", 0.3, 0.3, 2 / 3), ("fill", 0.7, 0.7, 1 / 3)):
            at = place(u, v)
            lean = tuple(0.5 * (b - a) / depth for a, b in zip(at, place(0.5, 0.5), strict=True))
            size = (0.4 * depth, 0.4 * depth)
            power = share * lux * area / 0.6 / LUMEN_PER_WATT
            out.append(
                Light(
                    f"{room.id}/studio_{name}",
                    f"{room.label} studio {name}",
                    "fill",
                    (*at, room.level + room.height - 0.05 - 0.15 * size[0]),
                    _unit((lean[0], lean[1], -1.0)),
                    power,
                    5600.0,
                    size,
                    room.id,
                )
            )
    return tuple(out)


def _unit(v: Vec3) -> Vec3:
    length = math.hypot(*v)
    return (v[0] / length, v[1] / length, v[2] / length)


def _panel_place(room: Room) -> tuple[float, float, Callable[[float, float], Vec2]]:
    """Area, depth, and a map from 0..1 along and away from the longest wall to a point of the room along it."""
    p = room.polygon
    area = polygon_area(p)
    k = max(range(len(p)), key=lambda i: math.dist(p[i], p[(i + 1) % len(p)]))
    a, b = p[k], p[(k + 1) % len(p)]
    length = math.dist(a, b)
    depth = min(area / length, length)  # of the part of the room along its longest wall
    d = ((b[0] - a[0]) / length, (b[1] - a[1]) / length)

    def place(u: float, v: float) -> Vec2:
        return (a[0] + u * length * d[0] - v * depth * d[1], a[1] + u * length * d[1] + v * depth * d[0])

    return area, depth, place


def fill_lights(environment: Environment, rooms: Sequence[Room], glazing: float) -> tuple[Light, ...]:
    """A soft light under the ceiling of every room without windows: what comes in by open doors, so that cameras see it too.

    It gives `1 / FILL` of the daylight of a room whose glass is `glazing` of its floor.
    """
    lux = indoor_illuminance(environment, glazing) / FILL
    out = []
    for room in rooms:
        if lux < 5 or any(o.kind == "window" for o in room.openings):
            continue
        area, depth, place = _panel_place(room)
        at = (*place(0.5, 0.5), room.level + room.height - 0.05)
        power = lux * area / 0.6 / LUMEN_PER_WATT
        size = (0.5 * depth, 0.5 * depth)
        out.append(Light(f"{room.id}/fill", f"{room.label} fill", "fill", at, (0.0, 0.0, -1.0), power, 5000.0, size, room.id))
    return tuple(out)


def _portal(room: Room, o: Opening, number: int) -> Light:
    a, b = room.polygon[o.wall], room.polygon[(o.wall + 1) % len(room.polygon)]
    length = math.hypot(b[0] - a[0], b[1] - a[1])
    d = ((b[0] - a[0]) / length, (b[1] - a[1]) / length)
    n = (d[1], -d[0])
    along, out = o.offset + o.width / 2, room.wall_thickness + 0.01
    at = (a[0] + along * d[0] + out * n[0], a[1] + along * d[1] + out * n[1], room.level + o.sill + o.height / 2)
    return Light(
        f"{room.id}/portal_{number}",
        f"Portal {number}",
        "portal",
        at,
        (-n[0], -n[1], 0.0),
        0.001,
        6500.0,
        (o.width, o.height),
        room.id,
    )

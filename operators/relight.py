"""Change the light of the current world: a mood, or hour, weather, north and lamps."""

from __future__ import annotations

import bpy
from bpy.props import BoolProperty, EnumProperty, FloatProperty

from ..model.errors import DioramaError
from ..model.look.moods import MOODS
from . import common

CUSTOM = "CUSTOM"
MOOD_ITEMS = (
    (CUSTOM, "By Time and Weather", "The hour and the weather below", "NONE", 0),
    *((name, m.label, m.text, "NONE", k + 1) for k, (name, m) in enumerate(MOODS.items())),
)
WEATHER_ITEMS = (
    ("clear", "Clear", "Sun and blue sky"),
    ("cloudy", "Partly Cloudy", "Hazy sun and white clouds"),
    ("overcast", "Overcast", "Grey sky without sun"),
    ("fog", "Fog", "Soft light, no sun"),
    ("rain", "Rain", "Dark grey sky"),
    ("snow", "Snow", "Grey sky over white ground"),
    ("storm", "Storm", "Very dark sky"),
)
LAMP_ITEMS = (
    ("AUTO", "Auto", "On when the daylight, or the mood, asks for them"),
    ("ON", "On", "Lamps on"),
    ("OFF", "Off", "Lamps off, but for those of rooms without windows"),
)
LAMPS = {"AUTO": None, "ON": True, "OFF": False}
HOUR = "Solar time; at 12 the sun is highest"
NORTH = "Where north is, counter-clockwise from the Y axis seen from above"


class DIORAMA_OT_relight(bpy.types.Operator):
    """Change sun, sky, lamps and exposure of the current world; lights that you moved, changed or locked stay"""

    bl_idname = "diorama.relight"
    bl_label = "Relight"
    bl_options = {"REGISTER", "UNDO"}

    mood: EnumProperty(name="Mood", description="Light that goes together", items=MOOD_ITEMS, options={"SKIP_SAVE"})  # type: ignore[valid-type]
    hour: FloatProperty(name="Time", description=HOUR, min=0, max=24, default=11, step=25, precision=2, options={"SKIP_SAVE"})  # type: ignore[valid-type]
    weather: EnumProperty(name="Weather", description="What the sky is like", items=WEATHER_ITEMS, options={"SKIP_SAVE"})  # type: ignore[valid-type]
    latitude: FloatProperty(
        name="Latitude", description="Degrees north of the equator", min=-90, max=90, default=45, options={"SKIP_SAVE"}
    )  # type: ignore[valid-type]
    turn: BoolProperty(  # type: ignore[valid-type]
        name="Sun Through the Window",
        description="A mood with sun turns north so that it shines in",
        default=True,
        options={"SKIP_SAVE"},
    )
    north: FloatProperty(
        name="North", description=NORTH, subtype="ANGLE", soft_min=-3.1416, soft_max=3.1416, options={"SKIP_SAVE"}
    )  # type: ignore[valid-type]
    lamps: EnumProperty(name="Lamps", description="Whether the lamps are on", items=LAMP_ITEMS, options={"SKIP_SAVE"})  # type: ignore[valid-type]

    @classmethod
    def description(cls, context: bpy.types.Context, properties: bpy.types.OperatorProperties) -> str:
        return MOODS[properties.mood].text if properties.mood in MOODS else str(cls.__doc__)

    @classmethod
    def poll(cls, context: bpy.types.Context) -> bool:
        return common.has_world(cls, context)

    def execute(self, context: bpy.types.Context) -> set[str]:
        from ..scene.relight import relight

        given = {n: getattr(self, n) for n in ("hour", "weather", "latitude", "north") if self.properties.is_property_set(n)}
        mood = "" if self.mood == CUSTOM else self.mood
        if mood:
            given = {n: v for n, v in given.items() if n == "latitude" or (n == "north" and not self.turn)}
        try:
            done = relight(common.current_world(context), mood, fixtures=LAMPS[self.lamps], **given)
        except DioramaError as error:
            return common.fail(self, context, error)
        e = done.environment  # the redo panel starts from what is there now
        self.hour, self.weather, self.latitude, self.north = e.hour, e.weather, e.latitude, e.north
        if done.notes:
            self.report({"INFO"}, " ".join(done.notes))
        return {"FINISHED"}

    def draw(self, context: bpy.types.Context) -> None:
        layout = self.layout
        layout.use_property_split = True
        layout.prop(self, "mood")
        if self.mood == CUSTOM:
            layout.prop(self, "hour", slider=True)
            layout.prop(self, "weather")
        else:
            layout.prop(self, "turn")
        row = layout.row()
        row.enabled = self.mood == CUSTOM or not self.turn
        row.prop(self, "north")
        layout.prop(self, "latitude")
        layout.prop(self, "lamps")


register, unregister = bpy.utils.register_classes_factory((DIORAMA_OT_relight,))

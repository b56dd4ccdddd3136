"""Colour arithmetic and colour words. Linear values are Rec. 709 with a D65 white, as Blender's default scene colours."""

from __future__ import annotations

import math
from functools import lru_cache

Rgb = tuple[float, float, float]

# What people call colours, as sRGB. Picked for paint and cloth that looks right indoors, not as screen primaries.
WORDS: dict[str, str] = {
    "white": "#f2f0eb",
    "off-white": "#ece7dc",
    "ivory": "#ece4d0",
    "cream": "#ebe0c8",
    "eggshell": "#e9e2d2",
    "alabaster": "#ede9e2",
    "black": "#1c1b1b",
    "charcoal": "#36383b",
    "graphite": "#43464a",
    "grey": "#8c8c8a",
    "gray": "#8c8c8a",
    "light grey": "#c4c3bf",
    "dark grey": "#55565a",
    "silver": "#b9bbbe",
    "slate": "#5c6670",
    "greige": "#b5aa9a",
    "taupe": "#8b7d70",
    "stone": "#b9b0a2",
    "beige": "#cdbda2",
    "sand": "#d2bf9c",
    "tan": "#b8946a",
    "camel": "#b48554",
    "khaki": "#9c9068",
    "oatmeal": "#d9cdb8",
    "brown": "#6b4a33",
    "light brown": "#a07a58",
    "dark brown": "#452d20",
    "chocolate": "#4a2e20",
    "coffee": "#54392a",
    "chestnut": "#74402a",
    "cognac": "#94522c",
    "caramel": "#ad6f3a",
    "bronze": "#83633d",
    "copper": "#b06a48",
    "rust": "#a34a28",
    "terracotta": "#b8603f",
    "brick": "#94432f",
    "red": "#b3261f",
    "dark red": "#6e1a1a",
    "crimson": "#9c1a2e",
    "burgundy": "#5f1b28",
    "maroon": "#5a1c20",
    "wine": "#5e1f30",
    "scarlet": "#c22a1c",
    "cherry": "#8e1d26",
    "coral": "#e0735c",
    "salmon": "#e39180",
    "peach": "#efb694",
    "apricot": "#eaae78",
    "orange": "#d96a1e",
    "burnt orange": "#b5531f",
    "amber": "#d28d26",
    "mustard": "#c1912a",
    "ochre": "#b98438",
    "gold": "#bf9440",
    "golden": "#bf9440",
    "yellow": "#e3b93a",
    "pale yellow": "#efe0a0",
    "lemon": "#ecdd6a",
    "lime": "#9cb53c",
    "chartreuse": "#a9ba3e",
    "olive": "#6b6b3a",
    "moss": "#67713d",
    "sage": "#9aa58a",
    "mint": "#b4d3bf",
    "pistachio": "#b3c490",
    "green": "#4b7a45",
    "light green": "#a3c293",
    "dark green": "#21412f",
    "forest green": "#2a4a31",
    "emerald": "#16674c",
    "hunter green": "#2b4634",
    "teal": "#1f6b6e",
    "turquoise": "#46aaa6",
    "aqua": "#7cc4c4",
    "cyan": "#52aebf",
    "sky blue": "#94bfdb",
    "light blue": "#a9c6d8",
    "baby blue": "#b3d0e2",
    "powder blue": "#b5cad6",
    "duck egg": "#b4ccc6",
    "blue": "#2f5b93",
    "royal blue": "#27469a",
    "cobalt": "#23499c",
    "navy": "#1f2c47",
    "dark blue": "#22345a",
    "midnight blue": "#1c2440",
    "denim": "#4b6584",
    "indigo": "#39356f",
    "periwinkle": "#9aa3d4",
    "lavender": "#b9aed0",
    "lilac": "#c3aacb",
    "violet": "#6f4a94",
    "purple": "#633b80",
    "dark purple": "#3f2654",
    "plum": "#5f3150",
    "aubergine": "#41243c",
    "mauve": "#a58396",
    "magenta": "#a62b70",
    "fuchsia": "#bb3579",
    "pink": "#dc9aa6",
    "light pink": "#ebc4c6",
    "blush": "#e0bdb2",
    "dusty pink": "#cda09a",
    "rose": "#c67a80",
    "hot pink": "#d84a86",
    "neon pink": "#ff4fa3",
    "neon green": "#5ee65a",
    "neon blue": "#3ea2ff",
    "honey": "#c48a3c",
    "walnut": "#5b3d2a",
    "linen": "#dacfbd",
    "champagne": "#dccaa8",
    "pewter": "#86888a",
}

# Words for a mood of colours rather than for one.
SCHEMES: dict[str, tuple[str, ...]] = {
    "colourful": ("#d96a1e", "#e3b93a", "#2f7d78", "#b8324f", "#2f5b93", "#6f9a44"),
    "neutral": ("#d9cdb8", "#b5aa9a", "#8b7d70", "#ece7dc"),
    "earth tones": ("#b8603f", "#b98438", "#6b6b3a", "#8b6a4c"),
    "earthy": ("#b8603f", "#b98438", "#6b6b3a", "#8b6a4c"),
    "pastel": ("#b5cad6", "#ebc4c6", "#b4d3bf", "#efe0a0", "#c3aacb"),
    "monochrome": ("#1c1b1b", "#55565a", "#8c8c8a", "#c4c3bf"),
    "warm": ("#b8603f", "#c1912a", "#94522c", "#ebe0c8"),
    "cool": ("#5c6670", "#94bfdb", "#1f6b6e", "#c4c3bf"),
    "dark": ("#1c1b1b", "#36383b", "#22345a", "#452d20"),
    "bright": ("#e3b93a", "#d96a1e", "#46aaa6", "#dc9aa6"),
    "neon": ("#ff4fa3", "#3ea2ff", "#7a3cff", "#1c1b1b"),
    "light": ("#ece7dc", "#d9cdb8", "#c4c3bf", "#dacfbd"),
    "jewel tones": ("#16674c", "#27469a", "#5f1b28", "#633b80"),
}
for _other, _word in {
    "colorful": "colourful",
    "multicoloured": "colourful",
    "multicolored": "colourful",
    "rainbow": "colourful",
    "vibrant": "colourful",
    "pastels": "pastel",
    "monochromatic": "monochrome",
    "black and white": "monochrome",
    "muted": "neutral",
}.items():
    SCHEMES[_other] = SCHEMES[_word]


def hex_to_srgb(text: str) -> Rgb:
    """`#rrggbb` or `#rgb` -> sRGB 0..1. ValueError otherwise."""
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(c * 2 for c in digits)
    if len(digits) != 6 or not text.startswith("#"):
        raise ValueError(f"{text!r} is not a colour of the form #rrggbb")
    try:
        r, g, b = (int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4))
    except ValueError:
        raise ValueError(f"{text!r} is not a colour of the form #rrggbb") from None
    return (r, g, b)


def srgb_to_linear(c: Rgb) -> Rgb:
    """Undo the sRGB transfer curve (IEC 61966-2-1)."""
    r, g, b = (x / 12.92 if x <= 0.04045 else ((x + 0.055) / 1.055) ** 2.4 for x in c)
    return (r, g, b)


def linear_to_srgb(c: Rgb) -> Rgb:
    """Apply the sRGB transfer curve, clipped to 0..1."""
    r, g, b = (min(max(12.92 * x if x <= 0.0031308 else 1.055 * x ** (1 / 2.4) - 0.055, 0.0), 1.0) for x in c)
    return (r, g, b)


def hex_to_linear(text: str) -> Rgb:
    """`#rrggbb` -> linear."""
    return srgb_to_linear(hex_to_srgb(text))


def linear_to_hex(c: Rgb) -> str:
    """Linear -> `#rrggbb`."""
    return "#" + "".join(f"{round(255 * x):02x}" for x in linear_to_srgb(c))


def oklab(c: Rgb) -> Rgb:
    """Linear -> Oklab (Ottosson 2020), in which distances and mixes look even."""
    r, g, b = c
    l = (0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b) ** (1 / 3)
    m = (0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b) ** (1 / 3)
    s = (0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b) ** (1 / 3)
    return (
        0.2104542553 * l + 0.7936177850 * m - 0.0040720468 * s,
        1.9779984951 * l - 2.4285922050 * m + 0.4505937099 * s,
        0.0259040371 * l + 0.7827717662 * m - 0.8086757660 * s,
    )


def oklab_to_linear(c: Rgb) -> Rgb:
    """Oklab -> linear, clipped to 0..1."""
    lightness, a, b = c
    l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
    m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
    s = (lightness - 0.0894841775 * a - 1.2914855480 * b) ** 3
    r, g, bl = (
        4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
        -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
        -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s,
    )
    return (min(max(r, 0.0), 1.0), min(max(g, 0.0), 1.0), min(max(bl, 0.0), 1.0))


def shift(text: str, lighter: float = 0.0, chroma: float = 1.0) -> str:
    """A hex colour made lighter (Oklab lightness added) and more or less saturated (chroma factor)."""
    l, a, b = oklab(hex_to_linear(text))
    return linear_to_hex(oklab_to_linear((min(max(l + lighter, 0.02), 0.98), a * chroma, b * chroma)))


@lru_cache(maxsize=512)
def colour_of(word: str) -> str | None:
    """The hex of a colour word, a two-word shade (`pale blue`, `dark teal`) or a hex; None if it is no colour."""
    w = word.strip().lower().replace("_", " ").replace("colour", "").replace("color", "").strip()
    if w.startswith("#"):
        try:
            hex_to_srgb(w)
        except ValueError:
            return None
        return w
    if w in WORDS:
        return WORDS[w]
    for prefix, lighter, chroma in (
        ("dark ", -0.16, 0.9),
        ("deep ", -0.12, 1.1),
        ("light ", 0.14, 0.7),
        ("pale ", 0.18, 0.5),
        ("soft ", 0.08, 0.6),
        ("bright ", 0.06, 1.25),
        ("dusty ", 0.02, 0.55),
        ("muted ", 0.0, 0.55),
        ("warm ", 0.02, 1.0),
        ("cool ", 0.0, 1.0),
    ):
        if w.startswith(prefix) and w.removeprefix(prefix) in WORDS:
            return shift(WORDS[w.removeprefix(prefix)], lighter, chroma)
    if w.endswith("ish") and w.removesuffix("ish") in WORDS:
        return WORDS[w.removesuffix("ish")]
    return None


@lru_cache(maxsize=512)
def word_of(text: str) -> str:
    """The colour word nearest to a hex, for names: `dark green`."""
    target = oklab(hex_to_linear(text))
    return min(WORDS, key=lambda w: sum((x - y) ** 2 for x, y in zip(target, oklab(hex_to_linear(WORDS[w])), strict=True)))


def colours_of(words: object) -> tuple[str, ...]:
    """All colours that a sequence of colour words and schemes stands for, in order, once each."""
    out: list[str] = []
    for word in words:  # type: ignore[attr-defined]
        one = colour_of(str(word))
        for c in (one,) if one else SCHEMES.get(str(word).strip().lower(), ()):
            if c not in out:
                out.append(c)
    return tuple(out)


@lru_cache(maxsize=64)
def kelvin_to_linear(kelvin: float) -> Rgb:
    """Colour of a black body, linear, luminance 1 against white at 6504 K. 1000 to 20000 K.

    Chromaticity by the cubic fit of Kim et al. (2002) to the Planckian locus.
    """
    t = min(max(kelvin, 1667.0), 25000.0)
    k = 1000.0 / t
    x = (
        (-0.2661239 * k**3 - 0.2343589 * k**2 + 0.8776956 * k + 0.179910)
        if t <= 4000
        else (-3.0258469 * k**3 + 2.1070379 * k**2 + 0.2226347 * k + 0.240390)
    )
    if t <= 2222:
        y = -1.1063814 * x**3 - 1.34811020 * x**2 + 2.18555832 * x - 0.20219683
    elif t <= 4000:
        y = -0.9549476 * x**3 - 1.37418593 * x**2 + 2.09137015 * x - 0.16748867
    else:
        y = 3.0817580 * x**3 - 5.87338670 * x**2 + 3.75112997 * x - 0.37001483
    cx, cz = x / y, (1 - x - y) / y
    r = 3.2404542 * cx - 1.5371385 - 0.4985314 * cz
    g = -0.9692660 * cx + 1.8760108 + 0.0415560 * cz
    b = 0.0556434 * cx - 0.2040259 + 1.0572252 * cz
    r, g, b = max(r, 0.0), max(g, 0.0), max(b, 0.0)
    luminance = 0.2126 * r + 0.7152 * g + 0.0722 * b
    assert luminance > 0 and math.isfinite(luminance)
    return (r / luminance, g / luminance, b / luminance)

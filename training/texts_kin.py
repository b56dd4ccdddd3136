"""Which categories are of one kind with a noun that the catalogue lacks, from WordNet: `python -m diorama.training.texts_kin`.

A spinet is a piano; a harpsichord is a keyboard instrument, and so are the pianos. Of every noun for an artefact, an animal, a
plant or food: the category that is the nearest sense above it, or all categories under that sense, but for senses that say
nothing of form or use.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import save_file

from ..model.catalogue import categories
from ..model.language.encoder import WEIGHTS
from ..model.language.linker import PLAIN, noun, plain
from .texts_abstract import THINGS, synsets
from .texts_wordnet import FILE

_VAGUE: Final = frozenset(
    "entity physical_entity object whole artifact instrumentality device implement equipment covering container structure "
    "conveyance vehicle wheeled_vehicle self-propelled_vehicle craft machine mechanism instrument article commodity "
    "consumer_goods support sheet block creation way facility building area material product organism living_thing animal "
    "chordate vertebrate mammal placental substance matter food nutriment foodstuff thing surface strip rod stick piece unit "
    "assembly system part rig gear tool restraint protective_covering excavation barrier obstruction passage opening "
    "construction shelter housing dwelling apparatus attachment bar layer line mechanical_device tube cylinder electrical_device "
    "electronic_device ware board invertebrate arthropod solid causal_agent cloth_covering decoration woody_plant fastener "
    "plant_part plant_organ natural_object reproductive_structure dish course nonsteroid fixture partition supporting_structure "
    "framework shape weapon vascular_plant spermatophyte structural_member beam upright component stand herb ring "
    "hoop band".split()
)
_SENSES: Final = 2  # of a noun that are looked at; the first of which there are kin counts
_GROWN: Final = frozenset({"03", "20"})  # lexicographer files: the highest senses, plants
_REACH: Final = 4  # senses above a noun of which the categories are its kin
_MOST: Final = 24  # categories of one kind; what has more is no kind


def kin(folder: Path = FILE.parent) -> dict[str, tuple[str, ...]]:
    """Noun -> the categories of its kind, sorted; empty when the catalogue has nothing of the kind."""
    kind, above, words = synsets(folder / FILE.name)
    told = {f[0] for f in _rows(folder / "index.adj")}
    senses: dict[str, list[str]] = {}
    grown: dict[str, list[str]] = {}  # a `plant` is no factory
    usual: dict[str, list[str]] = {}
    for f in _rows(folder / "index.noun"):
        every, common = f[6 + int(f[3]) :], int(f[5 + int(f[3])]) > 0
        senses[f[0]] = [s for s in every if kind[s] in THINGS]
        grown[f[0]] = [s for s in every if kind[s] in _GROWN]
        usual[f[0]] = [s for s in every[:_SENSES] if kind[s] in THINGS and (common or f[0] not in told)]

    def over(sense: str) -> list[str]:
        """The sense and those above it, the nearest first."""
        seen: dict[str, None] = {}
        edge = [sense]
        while edge:
            seen |= dict.fromkeys(edge)
            edge = [a for s in edge for a in above.get(s, []) if a not in seen]
        return list(seen)

    under: dict[str, set[str]] = defaultdict(set)
    names: dict[str, set[str]] = defaultdict(set)
    for c in categories().values():
        if c.name != PLAIN and c.family != "openings":
            meant = senses if c.family != "plants" else grown
            for s in meant.get(c.name, [])[:1]:
                names[s].add(c.name)
            for a in {a for s in _own(c.name, c.synonyms, meant) for a in over(s) if words[a][0] not in _VAGUE}:
                under[a].add(c.name)

    def nearest(sense: str) -> set[str]:
        for i, a in enumerate(over(sense)):
            found = names.get(a) or (under.get(a) if i <= _REACH else None)
            if found and len(found) <= _MOST:
                return found
        return set()

    out: dict[str, tuple[str, ...]] = {}
    for word, mine in usual.items():
        text = word.replace("_", " ")
        lower = mine and any(word in words[s] for s in mine)  # no proper name
        if lower and word not in _VAGUE and text.replace(" ", "").isalpha() and 3 <= len(text) <= 18 and not noun(text):
            out[text] = tuple(sorted(next((found for s in mine if (found := nearest(s))), ())))
    return out


def _rows(path: Path) -> list[list[str]]:
    """The lines of an index, split."""
    lines = path.read_text(encoding="ascii", errors="ignore").splitlines()
    return [line.split() for line in lines if not line.startswith("  ")]


def _own(name: str, synonyms: tuple[str, ...], senses: dict[str, list[str]]) -> list[str]:
    """The senses of a category: of its name, else of the name's last word, and of the synonyms that are single nouns."""
    first = senses.get(name) or senses.get(name.split("_")[-1]) or []
    other = [senses.get(plain(w).replace(" ", "_"), []) for w in synonyms]
    return [s[0] for s in (first, *other) if s]


def main() -> None:
    """Write the table beside the weights."""
    found = kin()
    sets = sorted(set(found.values()))
    at = {s: i for i, s in enumerate(sets)}
    names = sorted(found)
    tensors: dict[str, NDArray[Any]] = {
        "nouns": np.frombuffer("\n".join(names).encode("ascii"), np.uint8),
        "kinds": np.array([at[found[n]] for n in names], np.uint16),
        "categories": np.frombuffer("\n".join(" ".join(s) for s in sets).encode("ascii"), np.uint8),
    }
    save_file(tensors, WEIGHTS / "kin.nouns.safetensors")
    sys.stdout.write(f"{len(names)} nouns of {len(sets)} kinds; written\n")


if __name__ == "__main__":
    main()

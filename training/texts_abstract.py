"""Nouns that name no thing that can be placed, from WordNet: `python -m diorama.training.texts_abstract`.

Qualities, acts, feelings, events, people, times, land and water: a common noun whose first sense is one of these and none of
whose senses is an artefact, an animal, a plant or food. What the catalogue knows is left out.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import numpy as np
from safetensors.numpy import save_file

from ..model.language.encoder import WEIGHTS
from ..model.language.linker import noun
from .texts_wordnet import FILE

_INDEX: Final = FILE.with_name("index.noun")
THINGS: Final = frozenset({"05", "06", "13", "20"})  # lexicographer files: animal, artefact, food, plant
# act, attribute, cognition, event, feeling, location, motive, person, phenomenon, possession, process, quantity, relation,
# state, time
_NO_THINGS: Final = frozenset("04 07 09 11 12 15 16 18 19 21 22 23 24 26 28".split())
_UNDER: Final = {  # of groups and of natural objects only those below these
    "14": frozenset({"social_group", "gathering"}),
    "17": frozenset({"geological_formation", "body_of_water", "land", "celestial_body"}),
}
_WRITTEN: Final = frozenset("written_communication visual_communication symbol publication document print_media signal".split())


def synsets(path: Path) -> tuple[dict[str, str], dict[str, list[str]], dict[str, tuple[str, ...]]]:
    """Of every sense: its file, the senses above it, its words."""
    kind: dict[str, str] = {}
    above: dict[str, list[str]] = {}
    words: dict[str, tuple[str, ...]] = {}
    for line in path.read_text(encoding="ascii", errors="ignore").splitlines():
        if line.startswith("  "):
            continue
        f = line.split(" | ")[0].split()
        n = int(f[3], 16)
        kind[f[0]], words[f[0]] = f[1], tuple(f[4 : 4 + 2 * n : 2])
        above[f[0]] = [f[i + 1] for i in range(5 + 2 * n, len(f) - 2) if f[i] in ("@", "@i") and f[i + 2] == "n"]
    return kind, above, words


def abstract_nouns(folder: Path = FILE.parent) -> list[str]:
    """The nouns, sorted."""
    kind, above, words = synsets(folder / FILE.name)

    def over(sense: str) -> set[str]:
        seen, edge = set(), [sense]
        while edge:
            at = edge.pop()
            if at not in seen:
                seen.add(at)
                edge += above.get(at, [])
        return {w for s in seen for w in words[s]}

    out = []
    for line in (folder / _INDEX.name).read_text(encoding="ascii", errors="ignore").splitlines():
        f = line.split()
        if line.startswith("  ") or not f[0].isalpha() or not 3 <= len(f[0]) <= 14:
            continue
        pointers = int(f[3])
        senses, common = f[6 + pointers :], int(f[5 + pointers]) > 0
        if not common or THINGS & {kind[s] for s in senses} or noun(f[0]):
            continue
        first = kind[senses[0]]
        spoken = first == "10" and not over(senses[0]) & _WRITTEN
        if first in _NO_THINGS or spoken or over(senses[0]) & _UNDER.get(first, frozenset()):
            out.append(f[0])
    return sorted(out)


def main() -> None:
    """Write the list beside the weights."""
    found = abstract_nouns()
    save_file({"nouns": np.frombuffer("\n".join(found).encode(), np.uint8)}, WEIGHTS / "abstract.nouns.safetensors")
    sys.stdout.write(f"{len(found)} nouns; written\n")


if __name__ == "__main__":
    main()

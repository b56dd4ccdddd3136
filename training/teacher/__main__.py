"""Write the teacher's corpus.

python -m diorama.training.teacher --out runs/corpus/teacher.jsonl.gz --rooms 6150 --seed 0
python -m diorama.training.teacher --sheet docs/images/teacher.png
"""

from __future__ import annotations

import argparse
import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ..corpora.records import LayoutRoom, save
from ..pictures import contact_sheet, draw_plan
from .teach import TYPES, rooms

log = logging.getLogger(__name__)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, help="write the corpus here")
    parser.add_argument("--sheet", type=Path, help="draw one room of each type instead")
    parser.add_argument("--rooms", type=int, default=6150)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    if (options.out is None) == (options.sheet is None):
        parser.error("give either --out or --sheet")
    if options.sheet is not None:
        sheet(options.sheet, options.seed)
    else:
        write(options.out, options.rooms, options.seed)


def sheet(path: Path, seed: int) -> None:
    """A contact sheet of plans, one of each room type."""
    plans = [draw_plan(room, 460, title="") for room in rooms(len(TYPES), seed)]
    image = contact_sheet(plans, 7, (250, 230)).quantize(64)
    path.parent.mkdir(parents=True, exist_ok=True)
    image.save(path, optimize=True)


def write(path: Path, count: int, seed: int) -> None:
    """The corpus, with a line of progress every 200 rooms."""
    counts: Counter[str] = Counter()

    def counted() -> Iterator[LayoutRoom]:
        for room in rooms(count, seed):
            counts[room.type] += 1
            if sum(counts.values()) % 200 == 0:
                log.info("%d rooms", sum(counts.values()))
            yield room

    n = save(path, counted())
    log.info("%d of %d rooms valid; fewest: %s", n, count, counts.most_common()[-3:])


if __name__ == "__main__":
    main()

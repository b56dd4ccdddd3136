"""Write the teacher's corpus.

python -m diorama.training.teacher --out runs/corpus/teacher.jsonl.gz --rooms 6000 --seed 0
"""

from __future__ import annotations

import argparse
import logging
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from ..corpora.records import LayoutRoom, save
from .teach import rooms

log = logging.getLogger(__name__)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--rooms", type=int, default=6000)
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    logging.basicConfig(level=logging.INFO, format="%(asctime)s %(message)s")
    counts: Counter[str] = Counter()

    def counted() -> Iterator[LayoutRoom]:
        for room in rooms(options.rooms, options.seed):
            counts[room.type] += 1
            if sum(counts.values()) % 200 == 0:
                log.info("%d rooms", sum(counts.values()))
            yield room

    n = save(options.out, counted())
    log.info("%d of %d rooms valid; fewest: %s", n, options.rooms, counts.most_common()[-3:])


if __name__ == "__main__":
    main()

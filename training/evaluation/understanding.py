"""Compare briefs with the constraints that people wrote down for prompts.

`python -m diorama.training.evaluation.understanding PROMPTS [--misses]`: PROMPTS is a CSV with the columns Description, ObjCount,
ObjAttr, OORel and OARel (constraints separated by `;`), or the JSON file of our own prompts with the same fields. Figures:
objects precision, recall and F1, counts met, attributes met, relations F1. Words are matched tolerantly: categories
through the catalogue, relations by families of meaning.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ...model.brief import Brief, Count, RelationRequest, Request
from ...model.catalogue import categories, is_a
from ...model.language import lexicon as lx
from ...model.language.linker import noun, plain, quality, singular
from ...model.language.understand import understand

# Relation words of the constraints -> the brief's relations that say as much.
OBJECT_WORDS = {
    "front": {"in_front_of", "faces", "across_from"}, "face": {"faces", "in_front_of", "across_from"}, "behind": {"behind"},
    "near": {"near", "next_to", "around", "each_side", "stacked_on", "long_side", "short_side", "flank", "left_of",
    "right_of", "faces", "in_front_of"},
    "across": {"across_from", "faces"}, "far": {"far_from"}, "short_side": {"short_side", "each_side"},
    "long_side": {"long_side", "each_side"}, "above": {"above"}, "under": {"under"},
    "left": {"left_of", "each_side", "flank", "near", "next_to"}, "right": {"right_of", "each_side", "flank", "near", "next_to"},
    "outside": {"outside", "near", "next_to"}, "on": {"on", "inside", "stacked_on", "middle_of"}, "within": {"inside", "on"},
    "surround": {"around"},
    "middle": {"middle_of"}, "between": {"between", "each_side"}, "flank": {"flank", "each_side"},
}  # fmt: skip
ROOM_WORDS = {
    "on": {"on_wall"}, "corner": {"in_corner"}, "against": {"against_wall", "along_wall"}, "middle": {"middle_of_room"},
    "far": {"far_from"},
    "hang": {"hang_from_ceiling"}, "near": {"near", "next_to", "flank", "in_front_of", "each_side", "under"},
    "next": {"next_to", "near", "flank", "under"}, "across": {"across_from"}, "back": {"at_back"},
    "under": {"under"}, "face": {"faces"}, "front": {"in_front_of", "next_to"}, "flank": {"flank", "each_side"},
}  # fmt: skip
SAME = {
    "next": "near", "next_to": "near", "nearby": "near", "adjacent": "near", "beside": "near", "inside": "within",
    "in": "within", "around": "surround", "center": "middle",
    "middle_of": "middle", "in_front_of": "front", "facing": "face", "across_from": "across", "opposite": "across",
    "below": "under", "each_side": "left",
}  # fmt: skip
SAME_ROOM = {
    "next_to": "next",
    "beside": "next",
    "adjacent": "next",
    "nearby": "near",
    "center": "middle",
    "middle_of": "middle",
    "in_front_of": "front",
    "facing": "face",
    "across_from": "across",
}


@dataclass(slots=True)
class Score:
    """Counts of hits over all prompts."""

    n: int = 0
    found: int = 0
    extra: int = 0
    wanted: int = 0
    counts: list[bool] = field(default_factory=list)
    attributes: list[bool] = field(default_factory=list)
    relations_found: int = 0
    relations_wanted: int = 0
    relations_said: int = 0
    relations_right: int = 0
    rooms: list[bool] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)

    def figures(self) -> dict[str, float]:
        """The figures, 0..1."""
        precision, recall = self.found / max(self.found + self.extra, 1), self.found / max(self.wanted, 1)
        r_recall = self.relations_found / max(self.relations_wanted, 1)
        r_precision = self.relations_right / max(self.relations_said, 1)
        return {
            "objects_precision": precision, "objects_recall": recall,
            "objects_f1": 2 * precision * recall / max(precision + recall, 1e-9),
            "counts": sum(self.counts) / max(len(self.counts), 1),
            "attributes": sum(self.attributes) / max(len(self.attributes), 1),
            "relations_precision": r_precision, "relations_recall": r_recall,
            "relations_f1": 2 * r_precision * r_recall / max(r_precision + r_recall, 1e-9),
            **({"rooms": sum(self.rooms) / len(self.rooms)} if self.rooms else {}),
        }  # fmt: skip


def split(text: str) -> list[list[str]]:
    """`eq,1,sofa; ...` -> lists of fields."""
    return [[f.strip() for f in part.split(",")] for part in (text or "").split(";") if part.strip()]


def category_of(word: str) -> str:
    """The catalogue's category for a constraint's word; the word itself when there is none."""
    term = noun(plain(word))
    if term:
        return term.category
    term = noun(plain(word).split()[-1])
    return term.category if term else plain(word).replace(" ", "_")


def _one(words: str) -> str:
    """In the singular, as the vocabulary writes it."""
    head, _, last = plain(words).rpartition(" ")
    return f"{head} {singular(last)}".strip()


def fits(r: Request, word: str) -> bool:
    """Whether a request is the thing that the constraint names."""
    return (
        is_a(r.category, word)
        or is_a(word, r.category)
        or is_a(r.category, category_of(word))
        or is_a(category_of(word), r.category)
        or plain(word) == plain(r.label)
    )


def best(brief: Brief, word: str) -> list[Request]:
    """All requests that are the thing named; the exact category alone when it is there (`table` next to `coffee_table`)."""
    every = [r for r in brief.requests if fits(r, word)]
    exact = [r for r in every if r.category in (word, category_of(word)) or is_a(r.category, category_of(word))]
    label = [r for r in every if _one(r.label) == _one(word)]
    named = [r for r in every if _one(r.label).endswith(_one(word))]
    return named or label or exact or every


def count_met(brief: Brief, op: str, value: int, word: str) -> bool:
    """The requests, taken together, promise what the constraint demands."""
    every = [r for r in brief.requests if fits(r, word)]
    for pool in ([r for r in every if r.category == category_of(word)], best(brief, word), every):
        live = [r for r in pool if r.count.wanted]
        if op == "eq" and value == 0:
            return not [r for r in every if r.count.wanted]
        total = sum(r.count.wanted for r in live)
        loose = any(r.count.op != "eq" for r in live)
        want = Count(op, value)  # type: ignore[arg-type]
        if (want.met_by(total) and (op != "eq" or not loose)) or (op != "eq" and total == want.wanted):
            return True
    return False


def attribute_met(brief: Brief, word: str, value: str) -> bool:
    """Some request of that thing has the attribute, by words or by a category that means it."""
    about = quality(plain(value))
    words = {w for w in plain(value).split() if w not in ("style", "themed", "with", "has", "theme", "space", "of")}
    for r in brief.requests:
        if not fits(r, word):
            continue
        have = {(a.kind, a.value) for a in r.attributes}
        said = (
            {w for a in r.attributes for w in plain(a.value).split()} | set(plain(r.label).split()) | set(r.category.split("_"))
        )
        if (about and about in have) or (words and words <= said):
            return True
        if about and any(v == about[1] for _, v in have):
            return True
    return False


def says(brief: Brief, rel: RelationRequest, subject: str, words: list[str]) -> bool:
    """Whether a relation is about these things."""
    if not fits(brief.request(rel.subject), subject):
        return False
    return any(fits(brief.request(k), w) for k in rel.objects for w in words)


def object_relation_met(brief: Brief, name: str, anchor: str, others: list[str]) -> list[RelationRequest]:
    """Relations of the brief that say what an object-object constraint demands."""
    name = SAME.get(name, name)
    kinds = OBJECT_WORDS.get(name, {name})
    out = []
    for rel in brief.relations:
        if rel.kind not in kinds or not rel.objects:
            continue
        forth = any(says(brief, rel, o, [anchor]) for o in others)
        back = any(says(brief, rel, anchor, [o]) for o in others)
        # being in front of a thing and being faced by it are one fact, told from two ends
        turned = back and (
            rel.kind in ("near", "next_to", "across_from", "faces", "in_front_of") or (name == "on" and rel.kind == "under")
        )
        if forth or turned:
            out.append(rel)
    if not out and name == "on":
        out = [r for r in brief.relations if r.kind == "under" and any(says(brief, r, anchor, [o]) for o in others)]
    if not out and name == "near":
        out = [r for r in brief.relations if r.kind in ("on", "inside") and any(says(brief, r, o, [anchor]) for o in others)]
    return out


def room_relation_met(brief: Brief, name: str, subject: str, target: str) -> list[RelationRequest]:
    """Relations of the brief that say what an object-architecture constraint demands."""
    kinds = ROOM_WORDS.get(SAME_ROOM.get(name, name), {name})
    out = [r for r in brief.relations if r.architecture and r.kind in kinds and fits(brief.request(r.subject), subject)]
    if not out and SAME_ROOM.get(name, name) == "middle":
        out = [r for r in brief.relations if r.kind == "middle_of" and fits(brief.request(r.subject), subject)]
    return [r for r in out if r.architecture in (target, "room", "corner") or target == "room" or r.kind == "middle_of"]


def judge(row: dict[str, Any], brief: Brief, score: Score) -> None:
    """Add one prompt to the score."""
    where = f"[{row.get('ID', '')}] "
    counts, miss = split(row.get("ObjCount", "")), score.misses
    score.n += 1
    matched: set[str] = set()
    for op, value, word in counts:
        absent = op == "eq" and value == "0"
        pool = best(brief, word)
        if not absent:
            score.wanted += 1
            live = [r for r in pool if r.count.wanted]
            if live:
                score.found += 1
                matched |= {r.key for r in brief.requests if fits(r, word)}
            else:
                miss.append(f"{where}object missing: {word}")
        met = count_met(brief, op, int(value), word)
        score.counts.append(met)
        if not met:
            miss.append(f"{where}count: {op} {value} {word}; brief {[(r.key, r.count.op, r.count.value) for r in pool]}")
    for r in brief.requests:
        if r.key not in matched and r.count.wanted:
            score.extra += 1
            miss.append(f"{where}not asked for: {r.key} ({r.label})")
    for fields_ in split(row.get("ObjAttr", "")):
        met = attribute_met(brief, fields_[2], fields_[3])
        score.attributes.append(met)
        if not met:
            have = [(r.key, [a.value for a in r.attributes]) for r in best(brief, fields_[2])]
            miss.append(f"{where}attribute: {fields_[2]} {fields_[3]}; brief {have}")
    judge_relations(row, brief, score, where)
    if row.get("Room"):
        wanted = [r.strip() for r in row["Room"].split(";")]
        have = [r.type for r in brief.rooms] or [brief.room_type]
        met = not Counter(wanted) - Counter(have)
        score.rooms.append(met)
        if not met:
            miss.append(f"{where}room: wanted {', '.join(wanted)}, brief {', '.join(have)}")


def judge_relations(row: dict[str, Any], brief: Brief, score: Score, where: str) -> None:
    """Relations both ways: constraints found, and the brief's relations that some constraint asked for."""
    right: set[int] = set()
    for f in split(row.get("OORel", "")):
        things = [x.split(":")[0] for x in f[4:]]
        anchor = things[int(f[3])]
        others = [x for i, x in enumerate(things) if i != int(f[3])] or [anchor]
        hits = object_relation_met(brief, f[2], anchor, others)
        tally(score, bool(hits), f"{where}relation: {' '.join(f[2:])}", right, hits)
    for f in split(row.get("OARel", "")):
        hits = room_relation_met(brief, f[2], f[3], f[4])
        tally(score, bool(hits), f"{where}room relation: {' '.join(f[2:])}", right, hits)
    score.relations_said += len(brief.relations)
    score.relations_right += sum(id(r) in right for r in brief.relations)
    for r in brief.relations:
        if id(r) not in right:
            score.misses.append(f"{where}relation not asked for: {r.subject} {r.kind} {r.objects or r.architecture}")


def tally(score: Score, hit: bool, text: str, right: set[int], hits: list[RelationRequest]) -> None:
    """Count one relation constraint."""
    score.relations_wanted += 1
    score.relations_found += hit
    right |= {id(r) for r in hits}
    if not hit:
        score.misses.append(text)


def load(path: Path) -> list[dict[str, Any]]:
    """Rows of a CSV or JSON file."""
    if path.suffix == ".json":
        rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
        return rows
    with path.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def evaluate(rows: list[dict[str, Any]]) -> Score:
    """The score of all rows."""
    score = Score()
    for row in rows:
        judge(row, understand(row["Description"]), score)
    return score


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("prompts", type=Path)
    parser.add_argument("--misses", action="store_true", help="list every miss")
    args = parser.parse_args()
    if not args.prompts.exists():
        sys.stdout.write(f"{args.prompts} is not there; nothing to do\n")
        return
    rows = load(args.prompts)
    understand("a room with a thing of no name")  # load the tables and the encoder
    start = time.perf_counter()
    score = evaluate(rows)
    seconds = time.perf_counter() - start
    if args.misses:
        sys.stdout.write("\n".join(score.misses) + "\n")
    sys.stdout.write(
        f"{score.n} prompts, {1000 * seconds / max(score.n, 1):.1f} ms each, {len(categories())} categories, "
        f"{len(lx.RELATIONS)} relation phrases\n"
    )
    for name, value in score.figures().items():
        sys.stdout.write(f"{name:20s} {100 * value:5.1f} %\n")
    kinds = Counter(m.split("]", 1)[-1].split(":")[0].strip() for m in score.misses)
    sys.stdout.write(f"misses {dict(kinds)}\n")


if __name__ == "__main__":
    main()

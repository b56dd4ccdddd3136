"""Some of several things: `four chairs, one orange, the rest grey` become two requests that stand where the four stand."""

from __future__ import annotations

from dataclasses import dataclass, field, replace


@dataclass(slots=True)
class Draft:
    """A request under construction."""

    key: str
    category: str
    label: str
    op: str
    value: int
    attributes: list[tuple[str, str]] = field(default_factory=list)
    stand_in: bool = False
    head: str = ""  # last word of the label, singular
    settings: int = 0  # place settings laid on it
    plain_plural: bool = False  # the number is only `more than one`
    presumed: bool = False  # first named as if it had been spoken of: `both sofas`, `every table`

    @property
    def number(self) -> int:
        """How many there will be."""
        return self.value + 1 if self.op == "gt" else self.value


@dataclass(slots=True)
class Link:
    """A relation under construction. `weak`: only assumed from `with`, gives way to anything said outright."""

    subject: str
    kind: str
    objects: tuple[str, ...] = ()
    architecture: str = ""
    count: tuple[str, int] | None = None
    each: bool = False
    weak: bool = False


def free_key(drafts: dict[str, Draft], category: str) -> str:
    """The first of `chair`, `chair_2`, ... that is not taken."""
    key, n = category, 2
    while key in drafts:
        key, n = f"{category}_{n}", n + 1
    return key


def divide(drafts: dict[str, Draft], links: list[Link], key: str, n: int) -> str:
    """Make n of several things a request of their own, which stands where the others stand; its key.

    The key itself when there are no more than n.
    """
    d = drafts[key]
    if not 0 < n < d.number:
        return key
    new = free_key(drafts, d.category)
    drafts[new] = replace(d, key=new, op="eq", value=n, attributes=list(d.attributes), plain_plural=False)
    d.value -= n
    told = next((x for x in reversed(links) if x.subject == key and x.count == ("eq", n)), None)
    if told is not None:  # `one of them by the window is blue`
        told.subject, told.count = new, None
    for x in list(links):
        if key in x.objects and new not in x.objects and x.subject != new:
            x.objects = (*x.objects, new)
        if x.subject == key and x.count is None:
            links.append(replace(x, subject=new))
    return new


def another(drafts: dict[str, Draft], key: str, about: list[tuple[str, str]]) -> str:
    """One more of a kind, with qualities of its own (`a yellow one`); its key. Colours do not carry over."""
    d = drafts[key]
    kinds = {"colour", *(k for k, _ in about)}
    new = free_key(drafts, d.category)
    shared = [a for a in d.attributes if a[0] not in kinds]
    drafts[new] = replace(d, key=new, op="eq", value=1, attributes=[*shared, *about], plain_plural=False, presumed=False)
    return new


def left_over(drafts: dict[str, Draft], links: list[Link], key: str) -> int:
    """How many are left of which nothing was said yet; 0 when all are alike."""
    told = sum(x.count[1] for x in links if x.subject == key and x.count is not None)
    left = drafts[key].number - told
    return left if told and left > 0 else 0


def counted(drafts: dict[str, Draft], links: list[Link], key: str, op: str, value: int) -> None:
    """Give the number of what was presumed (`every table has a vase; there are seven`), also to what each of them has."""
    d = drafts[key]
    before = max(d.number, 1)
    d.op, d.value, d.plain_plural, d.presumed = op, value, False, False
    for x in links:
        if x.each and x.objects == (key,) and x.subject in drafts:
            s = drafts[x.subject]
            s.value = s.value // before * d.number
